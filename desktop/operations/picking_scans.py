"""Scans of a picking: each is kept before the next one is read; what was not asked for is kept as refused, no more."""

from collections.abc import Sequence

from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.picking import NextStep, PickStep, Way, picks_here
from desktop.domain.picking_checks import Names, check_goods, check_place, check_tote, measure
from desktop.domain.picking_level import Level, confirm_goods, confirm_place, to_level
from desktop.domain.picking_route import Pick
from desktop.domain.place import check_free, is_check_code
from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock_terms import StockTerms
from desktop.domain.task import HERE, Scan, What
from desktop.domain.unknown_code import refuse_unknown
from desktop.operations.held_lots import check_held
from desktop.operations.permissions import permit
from desktop.operations.picking import Picking, read_picking
from desktop.operations.rights import read_shop
from desktop.operations.sorting import sort_goods
from desktop.operations.task_codes import BACK, Codes, choose_of, plain_text, understand
from desktop.operations.tasks import keep_scan
from desktop.operations.terminal import Terminal
from desktop.store import catalogue, places
from desktop.store.topics import Topic

SHORT = "CMD:SHORT"
"""The place has too little; the reason stands behind it."""
INSTEAD = "CMD:INSTEAD"
"""The next goods are taken instead of what was ordered."""


def take_scan(
    terminal: Terminal,
    person: Person | None,
    task_id: str,
    codes: Codes,
    raw: str,
    times: int = 1,
    *,
    measured_milli: int = 0,
    product_id: str = "",
) -> NextStep:
    """Keep a scan and give the step behind it: goods (so many `times`), a place or its check code, a tote, a command.

    `measured_milli` is what was typed for goods that are weighed and whose label says no weight.
    `product_id` says which goods it is where several that are wanted have one code.
    Of what is refused nothing is kept as picked; that it was scanned is kept. Refusals `pick.*`, `sort.*`,
    `task.serial`, `task.gone`, `code.unknown`, `scan.several`, `scan.malformed`, `serial.sold`,
    `quantity.pieces`, `right.*`.
    """
    try:
        return _take(terminal, person, task_id, codes, raw, (times, measured_milli, product_id))
    except Refusal as refusal:
        if refusal.code.startswith(("pick.", "sort.", "code.", "goods.held", "task.serial")):
            with terminal.database.writing(Topic.STOCK) as connection:
                keep_scan(connection, terminal, task_id, Scan(0, "", What.REFUSED, raw))
        raise


def _take(
    terminal: Terminal, person: Person | None, task_id: str, codes: Codes, raw: str, said: tuple[int, int, str]
) -> NextStep:
    times, measured_milli, product_id = said
    text = plain_text(raw)
    command, _, reason = text.partition(" ")
    if command == SHORT:
        return report_short(terminal, task_id, reason)
    if command == INSTEAD:
        return take_instead(terminal, person, task_id)
    if command == BACK:
        return _keep(terminal, task_id, Scan(0, "", What.BACK, ""))
    with terminal.database.reading() as connection:
        picking = read_picking(connection, task_id)
        names = read_names(connection, picking)
        tree = places.read_tree(connection)
    expected = tree.places.get(picking.step.place_id)
    if picking.step.step is PickStep.TOTE:
        check_tote(picking.picked, picking.step, text, names)
        return _keep(terminal, task_id, Scan(0, "", What.TOTE, text))
    place_id = picking.step.place_id if is_check_code(expected, text) else ""
    if not place_id:
        meant = understand(terminal, codes, raw)
        place_id = meant.place_id
    if place_id:
        if not (picking.picked.carried and place_id == picking.ground.face_id):
            check_place(picking.step, place_id, names)
            if not picking.step.place_id:
                check_free(tree, place_id)
        return _keep_place(terminal, task_id, raw, place_id)
    if picking.step.step is PickStep.SORT:
        return sort_goods(terminal, task_id, meant.found, raw, said)
    found, many = measure(_choose(meant.found, picking, raw, product_id), times, measured_milli)
    return scan_goods(terminal, task_id, found, raw, many, said=bool(measured_milli) or times > 1)


def read_level(connection: Connection, terminal: Terminal, picking: Picking) -> Level:
    """Give what is enough for what is picked."""
    shop = read_shop(connection, terminal)
    terms = shop.stock_terms if shop else StockTerms()
    return to_level(terms.confirm_refill if picking.ground.face_id else terms.confirm_picking)


def _keep_place(terminal: Terminal, task_id: str, raw: str, place_id: str) -> NextStep:
    """Keep a place; where that is enough, with what is taken there."""
    at = iso(terminal.clock.now())
    with terminal.database.writing(Topic.STOCK) as connection:
        keep_scan(connection, terminal, task_id, Scan(0, "", What.PLACE, raw, place_id=place_id), at)
        picking = read_picking(connection, task_id)
        here = picks_here(picking.plan, place_id) if picking.plan else ()
        for each in confirmed_here(connection, terminal, picking, here):
            told = Scan(0, "", What.GOODS, HERE, each.product_id, each.quantity_milli, place_id=place_id)
            keep_scan(connection, terminal, task_id, told, at)
        return read_picking(connection, task_id).step


def confirmed_here(
    connection: Connection, terminal: Terminal, picking: Picking, here: Sequence[Pick]
) -> tuple[Pick, ...]:
    """Give which picks at a place the scan of the place confirms."""
    product = catalogue.read_product(connection, here[0].product_id) if here else None
    level = read_level(connection, terminal, picking)
    return confirm_place(level, here, product, with_totes=picking.ground.with_totes)


def _choose(found: tuple[Found, ...], picking: Picking, raw: str, product_id: str) -> Found:
    """Of several goods with one code take what is wanted here, or `product_id` where that is more than one."""
    if not found:
        raise refuse_unknown(raw)
    here = {each.product_id for each in picks_here(picking.plan, picking.picked.place_id)} if picking.plan else set()
    wanted = found if picking.picked.instead_of else [one for one in found if one.product.id in here]
    return choose_of(wanted, raw, product_id) or found[0]


def scan_goods(
    terminal: Terminal, task_id: str, found: Found, raw: str, times: int = 1, *, said: bool = False
) -> NextStep:
    """Keep goods that are taken where somebody stands; `raw` is the code byte for byte.

    Refusals of `check_goods`, and `goods.held`.

    Where one scan is enough it stands for all that is taken there, unless somebody `said` how many.
    """
    milli = (found.quantity_milli or found.pack_milli) * times
    milli = min(milli, 1000) if found.serial else milli
    with terminal.database.writing(Topic.STOCK) as connection:
        picking = read_picking(connection, task_id)
        names = read_names(connection, picking)
        check_held(connection, found)
        if not (said or picking.picked.instead_of):
            milli = _confirmed(connection, terminal, picking, found) or milli
        lot = check_goods(picking.wants, picking.picked, picking.ground, found, milli, names)
        until = found.keeps_until
        expiry = until.isoformat() if until else _expiry(picking, found.product.id, lot)
        at = picking.picked.place_id
        told = Scan(0, "", What.GOODS, raw, found.product.id, milli, lot, expiry, at, pack_milli=found.case_milli)
        keep_scan(connection, terminal, task_id, told)
        return read_picking(connection, task_id).step


def _confirmed(connection: Connection, terminal: Terminal, picking: Picking, found: Found) -> int:
    here = picks_here(picking.plan, picking.picked.place_id) if picking.plan else ()
    level = read_level(connection, terminal, picking)
    return confirm_goods(level, here, found, with_totes=picking.ground.with_totes)


def is_enough(connection: Connection, terminal: Terminal, picking: Picking) -> bool:
    """Tell whether the scan that is wanted next stands for all that is taken there."""
    step = picking.step
    if step.step is PickStep.PLACE and step.place_id:
        here = picks_here(picking.plan, step.place_id)
        return confirmed_here(connection, terminal, picking, here) == here
    if step.step is PickStep.GOODS and not step.instead:
        product = catalogue.read_product(connection, step.product_id)
        return product is not None and bool(_confirmed(connection, terminal, picking, Found(product)))
    return False


def _expiry(picking: Picking, product_id: str, lot: str) -> str:
    held = (row.expiry for row in picking.ground.held if lot and (row.product_id, row.lot) == (product_id, lot))
    return next(held, "")


def report_short(terminal: Terminal, task_id: str, reason: str) -> NextStep:
    """Say that the place of the next step has not what it should have; another one is offered if there is one.

    Refusals `pick.reason`, `pick.finished`, `pick.tote_first`, `task.gone`.
    """
    if not reason.strip():
        raise Refusal("pick.reason", "Too little needs a reason.", "Say why.", field="reason")
    with terminal.database.writing(Topic.STOCK) as connection:
        picking = _require_way(connection, task_id, Way.SHORT)
        step = picking.step
        missing_milli = sum(
            each.quantity_milli
            for each in picking.plan
            if (each.product_id, each.place_id) == (step.product_id, step.place_id)
        )
        told = Scan(0, "", What.SHORT, reason.strip(), step.product_id, missing_milli, place_id=step.place_id)
        keep_scan(connection, terminal, task_id, told)
        return read_picking(connection, task_id).step


def take_instead(terminal: Terminal, person: Person | None, task_id: str, granter: Person | None = None) -> NextStep:
    """Take the next goods instead of what is asked for. Refusals `right.*`, `pick.finished`, `task.gone`."""
    with terminal.database.writing(Topic.STOCK) as connection:
        permit(connection, terminal, person, Right.SUBSTITUTE, granter)
        picking = _require_way(connection, task_id, Way.INSTEAD)
        told = Scan(0, "", What.INSTEAD, "", picking.step.product_id)
        keep_scan(connection, terminal, task_id, told)
        return read_picking(connection, task_id).step


def _require_way(connection: Connection, task_id: str, way: Way) -> Picking:
    picking = read_picking(connection, task_id)
    if way not in picking.step.ways:
        raise Refusal("pick.finished", "Everything is picked.", "Finish the picking.")
    return picking


def _keep(terminal: Terminal, task_id: str, told: Scan) -> NextStep:
    with terminal.database.writing(Topic.STOCK) as connection:
        keep_scan(connection, terminal, task_id, told)
        return read_picking(connection, task_id).step


def read_names(connection: Connection, picking: Picking) -> Names:
    """Give what people call the places, goods and orders of a picking."""
    tree = places.read_tree(connection)
    products = {want.product_id: catalogue.read_product(connection, want.product_id) for want in picking.wants}
    return Names(
        {ident: tree.name_on_way(ident) for ident in tree.places},
        {ident: product.name or product.sku for ident, product in products.items() if product},
        {order.id: order.number for order in picking.begun.orders},
    )
