"""`transfer`: goods sent to another shop of the company; and what became of those that did not arrive."""

from collections.abc import Sequence
from typing import cast

from desktop.commands.figures import Json
from desktop.commands.receiving import fill, read_reasons
from desktop.commands.tasks import document_json, place_id, read_codes
from desktop.domain.order import OrderKind
from desktop.domain.refusal import Refusal
from desktop.operations import receiving, staff, transfers
from desktop.operations.transfers import Way
from desktop.station import Station


def send(
    station: Station,
    *,
    scans: Sequence[str],
    to: str = "",
    order: str = "",
    place: str = "",
    end: bool = False,
    reason: str = "",
    reasons: Sequence[str] = (),
    partial: bool = False,
    take_over: bool = False,
) -> Json:
    """Send goods to a shop, for an order or without; `number` is what the other shop takes them in by.

    Lines as `tasks.work`. When it is refused, nothing has happened.
    """
    terminal = station.terminal
    codes, person = read_codes(terminal), staff.signed_in(terminal)
    at = place_id(codes, place) if place else ""
    if not (to or order):
        raise Refusal("transfer.whither", "Nobody knows where the goods go.", "Say it with --to or --order.")
    said = read_reasons(codes, reasons)
    if order:
        _, task = receiving.begin(terminal, person, order, OrderKind.SENDING, place_id=at, take_over=take_over)
    else:
        task = transfers.begin_sending(terminal, person, transfers.find_neighbour(terminal, to), place_id=at)
    told = fill(codes, person, task, scans, end=end, reason=reason, reasons=said, costs_e4={}, partial=partial)
    return told | {"number": task.reference or transfers.number_of_blind(told["document"])}


def settle(station: Station, *, order: str, way: str) -> Json:
    """Say that what did not arrive was found or is lost; gives what that moved."""
    terminal = station.terminal
    if way not in ("found", "lost"):
        raise Refusal("transfer.way", f"{way[:60]} is neither found nor lost.", "Use --settle found, or lost.")
    documents = transfers.settle_difference(terminal, staff.signed_in(terminal), order, cast(Way, way))
    return {"order": order, "documents": [document_json(terminal, document) for document in documents]}
