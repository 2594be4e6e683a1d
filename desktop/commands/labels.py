"""`label` and `badges`: labels of goods and cards of people, from a line of text."""

import asyncio
import secrets
from collections.abc import Sequence
from pathlib import Path

from desktop.commands.figures import Json
from desktop.devices.printer import Outcome, PrinterStatus
from desktop.domain.label import Label
from desktop.domain.money import format_price_e4, format_quantity, parse_quantity_milli
from desktop.domain.refusal import Refusal
from desktop.domain.unknown_code import refuse_unknown
from desktop.faults import Fault
from desktop.labelling import Many, Style, check_count, made_pdf, print_labels, save, style_of, where_to, written
from desktop.operations import label_jobs, labels
from desktop.operations.terminal import Terminal, require_shop
from desktop.paper.label_badges import Badge, badge_sheet
from desktop.station import Station
from desktop.store import people

FORMATS = {".zpl": "zpl", ".tspl": "tspl", ".escpos": "escpos"}
BADGE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
BADGE_LENGTH = 12


async def label(
    station: Station,
    *,
    items: Sequence[str],
    scans: Sequence[str] = (),
    changed: bool = False,
    category: str = "",
    copies: int = 1,
    size: str = "",
    square: bool = False,
    weight: str = "",
    to: str = "",
    sheet: bool = False,
    skip: int = 0,
    only_list: bool = False,
) -> Json:
    """Print labels, write them to a file, or only list them. Refusals of codes and of labels, Faults of the printer."""
    terminal, settings = station.terminal, station.loaded.settings
    if not (items or scans or changed or category):
        raise Refusal("label.nothing", "There are no labels to print.", "Name goods, --changed or --category.")
    weight_milli = parse_quantity_milli(weight) if weight else 0
    many = [(one, count * copies) for one, count in _chosen(terminal, [*items, *scans], weight_milli)]
    listed = labels.list_changed(terminal).labels if changed else ()
    listed += labels.list_category(terminal, category).labels if category else ()
    many += [(one, copies) for one in listed]
    told = {"labels": sum(count for _, count in many), "items": [_item_json(one, count) for one, count in many]}
    if only_list or not many:
        return told | {"state": "listed", "to": ""}
    check_count(many)
    style = style_of(settings, size, square=square)
    if to:
        language = FORMATS.get(Path(to).suffix.lower())
        job = written(many, style, language, settings) if language else made_pdf(many, style, sheet=sheet, skipped=skip)
        save(Path(to), job)
        label_jobs.note_saved(terminal, many, size or settings.label_size, square=square)
        state = "saved"
    else:
        to = where_to(settings)[0]
        state = await _print(station, many, style, size or settings.label_size)
    _remember(terminal, many, weight_milli)
    return told | {"state": state, "to": to}


async def _print(station: Station, many: list[tuple[Label, int]], style: Style, size: str) -> str:
    outcome = await send_job(station, many, style, size)
    if outcome.fault is not None:
        raise outcome.fault
    return outcome.state


async def send_job(station: Station, many: Many, style: Style, size: str) -> Outcome:
    """Print as a job that is kept, and waits if something stands in its way. A Refusal leaves no job behind."""
    terminal = station.terminal
    job, before = label_jobs.begin_labels(terminal, many, size, square=style.square)
    try:
        outcome = await asyncio.to_thread(print_labels, station.loaded.settings, many, style)
    except Refusal:
        label_jobs.give_up(terminal, job, before)
        raise
    except Fault as fault:
        outcome = Outcome("queued", PrinterStatus(), fault)
    label_jobs.settle_labels(terminal, job, many, outcome.state, outcome.fault.code if outcome.fault else "")
    return outcome


def list_jobs(station: Station, *, find: str = "", limit: int = label_jobs.PAGE, before: str = "") -> Json:
    """Tell what was printed last, by whom and how often, and what waits; `before` the job with which a list ended."""
    jobs = label_jobs.list_label_jobs(station.terminal, limit, before, find)
    names = ("job_id", "kind", "title", "labels", "size", "state", "prints", "made_at", "last_at", "actor", "reason")
    return {"jobs": [{name: getattr(job, name) for name in names} for job in jobs]}


async def print_again(station: Station, *, job: str) -> Json:
    """Print the labels of a job once more, at the prices of now. Refusal `label.no_job`, Faults of the printer."""
    terminal, settings = station.terminal, station.loaded.settings
    known = label_jobs.require_job(terminal, job)
    many = label_jobs.read_labels(terminal, known)
    begun = label_jobs.begin_again(terminal, known)
    try:
        outcome = await asyncio.to_thread(
            print_labels, settings, many, style_of(settings, known.size, square=bool(known.square))
        )
    except Refusal:
        label_jobs.give_up(terminal, begun, known)
        raise
    fault = outcome.fault
    done = label_jobs.settle_labels(terminal, begun, many, outcome.state, fault.code if fault else "")
    if fault is not None:
        raise fault
    return {"job_id": done.job_id, "labels": done.labels, "state": done.state, "prints": done.prints}


def badges(station: Station, *, lines: Sequence[str], file: str, square: bool = False) -> Json:
    """Write a sheet of cards: each line is LOGIN and the code of the badge; without one a new code is made.

    A new code opens nothing before head office knows it. Refusal `badge.person` for somebody who is not here.
    """
    made: list[Badge] = []
    told: list[Json] = []
    for line in filter(None, map(str.strip, lines)):
        login, _, code = line.partition(" ")
        with station.terminal.database.reading() as connection:
            person = people.find_person(connection, login)
        if person is None:
            raise Refusal("badge.person", f"Nobody here is called {login}.", "Write the name they sign in with.")
        new = not code.strip()
        code = code.strip() or "".join(secrets.choice(BADGE_LETTERS) for _ in range(BADGE_LENGTH))
        made.append(Badge(person.name, code))
        told.append({"login": person.login, "name": person.name, "new": new, **({"code": code} if new else {})})
    if not made:
        raise Refusal("badge.nobody", "There are no badges to print.", "Write a line for each person.")
    with station.terminal.database.reading() as connection:
        shop = require_shop(connection, station.terminal)
    save(Path(file), badge_sheet(made, shop.name, square=square))
    return {"badges": told, "to": file}


def _chosen(terminal: Terminal, codes: Sequence[str], weight_milli: int) -> list[tuple[Label, int]]:
    counted: dict[Label, int] = {}
    for item in filter(None, map(str.strip, codes)):
        times, star, code = item.rpartition("*")
        found = labels.find_goods(terminal, code if star else item)
        if not found:
            raise refuse_unknown(code)
        if len(found) > 1:
            names = ", ".join(f"{one.product.sku} {one.product.name}" for one in found)
            raise Refusal("code.several", f"{code} is on several goods: {names}.", "Use the SKU.")
        one = labels.make_label(terminal, found[0], weight_milli)
        counted[one] = counted.get(one, 0) + (_copies(times) if star else 1)
    return list(counted.items())


def _copies(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10_000):
        raise Refusal("label.copies", f"{text[:20]} is no number of labels.", "Write for example 3*4006381333931.")
    return int(text)


def _remember(terminal: Terminal, many: Sequence[tuple[Label, int]], weight_milli: int) -> None:
    """The label of one package says nothing of the shelf."""
    if not weight_milli:
        labels.note_printed(terminal, [one for one, _ in many])


def _item_json(one: Label, copies: int) -> Json:
    def price(price_e4: int) -> str:
        return format_price_e4(price_e4, one.currency) if price_e4 else ""

    return {
        "sku": one.sku,
        "name": one.name,
        "code": one.code,
        "price": price(one.price_e4),
        "currency": one.currency,
        "former_price": price(one.former_e4),
        "lowest_price": price(one.lowest_e4),
        "lowest_since": one.lowest_since,
        "quantity": format_quantity(one.quantity_milli) if one.quantity_milli else "",
        "unit": one.unit,
        "unit_price": price(one.base_e4),
        "unit_price_per": one.base_unit,
        "copies": copies,
    }
