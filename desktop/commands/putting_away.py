"""`put-away`: goods from receiving, or from a plate, to the bins that are suggested for them or others."""

from collections.abc import Sequence

from desktop.commands.figures import Json
from desktop.commands.tasks import Codes, document_json, find_found, place_id, read_codes, take_line
from desktop.domain.money import format_quantity
from desktop.domain.place import Tree, is_check_code
from desktop.domain.putting_away import Part, Rule, Suggestion
from desktop.domain.refusal import Refusal
from desktop.domain.stock import GoodsMoved
from desktop.domain.task import Scan, Task, TaskKind, What
from desktop.operations import staff, tasks
from desktop.operations.putting_away import BinSearch
from desktop.operations.task_codes import plain_text
from desktop.operations.terminal import Terminal
from desktop.station import Station
from desktop.store import catalogue, places

WORDS = {
    Rule.FIXED: "this bin is kept for the product",
    Rule.SAME: "the same product lies there, and there is room",
    Rule.ZONE: "this is the zone for its class, and the bin is empty",
    Rule.EMPTY: "the bin is empty and the next on the way",
}
"""Why a bin is suggested."""


def put_away(station: Station, *, scans: Sequence[str], place: str = "", note: str = "", partial: bool = False) -> Json:
    """Put goods away: a place or plate if they do not come from receiving, goods, the bin, the next goods.

    Gives what was suggested for each goods and why, and what was put elsewhere. Who is sent to a bin may type the check
    code of its label for its code.
    """
    terminal = station.terminal
    codes, person = read_codes(terminal), staff.signed_in(terminal)
    source = place_id(codes, place) if place else ""
    task = tasks.open_task(terminal, person, TaskKind.PUT_AWAY, place_id=source, note=note)
    try:
        told, unknown = _take(codes, task, scans, partial=partial)
        document = tasks.post_task(terminal, person, task.id)
    except Refusal:
        tasks.drop_task(terminal, task.id)
        raise
    answer = document_json(terminal, document) | {"suggested": told, "overrides": _overrides(terminal, document)}
    return answer | {"unknown": unknown}


def _take(codes: Codes, task: Task, scans: Sequence[str], *, partial: bool) -> tuple[list[Json], list[str]]:
    with codes.terminal.database.reading() as connection:
        tree = places.read_tree(connection)
    told: list[Json] = []
    unknown: list[str] = []
    search = BinSearch(codes.terminal)
    expected: tuple[str, ...] = ()
    for line in scans:
        sent_to = tree.places.get(expected[0]) if expected else None
        if sent_to is not None and is_check_code(sent_to, plain_text(line)):
            tasks.scan_place(codes.terminal, task.id, sent_to.id, line.strip())
            expected = expected[1:] or expected
            continue
        goods = find_found(codes, line)
        parts = search.suggest_bins(task.id, *goods) if goods else ()
        if goods and len(parts) > 1:
            kept: Scan | None = tasks.scan_parts(codes.terminal, task.id, *goods, parts)[0]
        else:
            kept = take_line(codes, task.id, line, partial=partial, at=parts[0].place_id if parts else "")
        if kept is None:
            unknown.append(line)
        elif kept.what is What.GOODS:
            expected = tuple(part.place_id for part in parts) or (kept.place_id,)
            told += [{"scan": line} | _part_json(tree, part) for part in parts or (Part(kept.quantity_milli),)]
        elif len(expected) > 1:
            expected = tuple(one for one in expected if one != kept.place_id) or expected
    return told, unknown


def _part_json(tree: Tree, part: Part) -> Json:
    return _suggestion_json(tree, part.best) | {"quantity": format_quantity(part.quantity_milli)}


def _suggestion_json(tree: Tree, found: Suggestion | None) -> Json:
    if found is None:
        return {"place": "", "rule": "", "why": "no bin takes it"}
    where = {"place": found.place.code, "where": tree.path_of(found.place.id)}
    return where | {"rule": str(found.rule), "why": WORDS[found.rule]}


def _overrides(terminal: Terminal, document: GoodsMoved) -> list[Json]:
    told = []
    with terminal.database.reading() as connection:
        known = places.read_tree(connection).places
        for one in document.overrides:
            product = catalogue.read_product(connection, one.product_id)
            way = {"suggested": known[one.suggested_place_id].code, "chosen": known[one.chosen_place_id].code}
            goods = {"sku": product.sku if product else "", "lot": one.lot}
            told.append(goods | way | {"quantity": format_quantity(one.quantity_milli)})
    return told
