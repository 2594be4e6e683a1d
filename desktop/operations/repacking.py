"""Repacking: goods are taken, others made of them, recipes followed; each scan is on disk before it is shown."""

from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain.carrying import carry
from desktop.domain.clock import iso
from desktop.domain.product import BundlePart, Found, Product
from desktop.domain.refusal import Refusal
from desktop.domain.repacking import check_no_serial, find_lot, has_taken, is_making, part_milli, take_lots
from desktop.domain.task import RECIPE, Scan, Task, TaskKind, What, standing
from desktop.domain.unknown_code import refuse_unknown
from desktop.operations.tasks import keep_scan, refuse_twice, require_task, scan_goods, to_scan
from desktop.operations.terminal import Terminal
from desktop.store import catalogue, stock, tasks
from desktop.store.topics import Topic


def keep_goods(terminal: Terminal, task_id: str, found: Found, times: int = 1, *, place_id: str = "") -> list[Scan]:
    """Keep a scan of goods in a task of any kind. Refusals as `tasks.scan_goods` and `repack_goods`."""
    with terminal.database.reading() as connection:
        kind = require_task(connection, task_id).kind
    if kind is TaskKind.REPACK:
        return repack_goods(terminal, task_id, found, times)
    return [scan_goods(terminal, task_id, found, times, place_id=place_id)]


def repack_goods(terminal: Terminal, task_id: str, found: Found, times: int = 1) -> list[Scan]:
    """Keep a scan of goods: they are taken, or behind `CMD:MAKE` made, with what their recipe takes for them.

    Refusals `task.gone`, `task.serial`, `repack.serial`, `repack.share`, `bundle.part`.
    """
    told = to_scan(found, times)
    with terminal.database.writing(Topic.STOCK) as connection:
        task, scans = _read(connection, task_id)
        if found.serial:
            refuse_twice({(scan.product_id, scan.lot) for scan in scans}, told)
        if not is_making(scans):
            return [keep_scan(connection, terminal, task_id, told)]
        made = replace(told, what=What.MADE)
        recipe = found.product.extra.recipe
        taken: list[Scan] = []
        if recipe and not has_taken(scans):
            made = replace(made, code=RECIPE)
            for part in catalogue.read_parts(connection, recipe):
                taken += _take(connection, task, scans, part, part_milli(part, made.quantity_milli))
        if not made.lot:
            lot, expiry = find_lot(taken or scans, found.product)
            made = replace(made, lot=lot, expiry=made.expiry or expiry)
        return _keep(connection, terminal, task_id, [*taken, made])


def say(terminal: Terminal, task_id: str, what: What) -> list[Scan]:
    """Keep that what comes now is made (`What.MAKE`), or what the recipes of what was taken hold (`What.APART`).

    Refusals `task.gone`, `repack.task`, `repack.nothing_taken`, `repack.made_already`, `repack.no_recipe`.
    """
    with terminal.database.writing(Topic.STOCK) as connection:
        _, scans = _read(connection, task_id)
        if what is What.MAKE:
            return [keep_scan(connection, terminal, task_id, Scan(0, "", what, f"CMD:{what.upper()}"))]
        return _keep(connection, terminal, task_id, _part(connection, scans))


def _read(connection: Connection, task_id: str) -> tuple[Task, tuple[Scan, ...]]:
    task = require_task(connection, task_id)
    if task.kind is not TaskKind.REPACK:
        raise Refusal("repack.task", "This is for goods that are repacked.", "Begin a repacking.")
    return task, standing(tasks.list_scans(connection, task_id))


def _take(
    connection: Connection, task: Task, scans: tuple[Scan, ...], part: BundlePart, quantity_milli: int
) -> list[Scan]:
    """Take a part from the place that counts now, of the lots that lie there and are not taken yet."""
    product = _require(connection, part.product_id)
    check_no_serial(product)
    here = carry(task, scans)
    gone: dict[str, int] = {}
    for move in here.done:
        if (move.product_id, move.from_place_id) == (product.id, here.source_id):
            gone[move.lot] = gone.get(move.lot, 0) + move.quantity_milli
    there = [row for row in stock.read_book(connection, [product.id]) if row.place_id == here.source_id and row.lot]
    lots = [(row.lot, row.expiry, row.on_hand_milli - gone.get(row.lot, 0)) for row in there]
    return [
        Scan(0, "", What.GOODS, RECIPE, product.id, milli, lot, expiry)
        for lot, expiry, milli in take_lots(quantity_milli, lots)
    ]


def _part(connection: Connection, scans: tuple[Scan, ...]) -> list[Scan]:
    taken = [scan for scan in scans if scan.what is What.GOODS]
    if not taken:
        raise Refusal("repack.nothing_taken", "Nothing was taken for what was made.", "Scan what it was made of.")
    if any(scan.what is What.MADE for scan in scans):
        raise Refusal("repack.made_already", "Goods were made already.", "Take them back, or finish.")
    made: list[Scan] = []
    for scan in taken:
        product = _require(connection, scan.product_id)
        if not product.extra.recipe:
            raise Refusal(
                "repack.no_recipe",
                f"Nobody says what {product.name} is made of.",
                "Scan CMD:MAKE, then what it became.",
                facts={"goods": product.name},
            )
        for part in catalogue.read_parts(connection, product.extra.recipe):
            lot, expiry = find_lot([scan], _require(connection, part.product_id))
            milli = part_milli(part, scan.quantity_milli)
            made.append(Scan(0, "", What.MADE, RECIPE, part.product_id, milli, lot, expiry))
    return made


def _require(connection: Connection, product_id: str) -> Product:
    product = catalogue.read_product(connection, product_id)
    if product is None:
        raise refuse_unknown(product_id)
    return product


def _keep(connection: Connection, terminal: Terminal, task_id: str, told: list[Scan]) -> list[Scan]:
    at = iso(terminal.clock.now())
    return [keep_scan(connection, terminal, task_id, scan, at) for scan in told]
