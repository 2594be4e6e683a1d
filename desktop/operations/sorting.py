"""Goods that were fetched for several orders at once are sorted to them, scan by scan."""

from desktop.domain.picking import NextStep
from desktop.domain.picking_checks import measure
from desktop.domain.product import Found
from desktop.domain.sorting import check_share, shares_of
from desktop.domain.task import Scan, What
from desktop.domain.unknown_code import refuse_unknown
from desktop.operations.picking import read_picking
from desktop.operations.task_codes import choose_of
from desktop.operations.tasks import keep_scan
from desktop.operations.terminal import Terminal
from desktop.store.topics import Topic


def sort_goods(
    terminal: Terminal, task_id: str, several: tuple[Found, ...], raw: str, said: tuple[int, int, str]
) -> NextStep:
    """Keep goods that go to the order that waits for them; the step behind it says which.

    `said` is how often they count, a quantity that was typed (thousandths), and which goods it is of several with one
    code. What is weighed and has no weight said stands for all that the order has of it. Refusals of `check_share`,
    `measure`, `scan.several`, `code.unknown`, `task.gone`.
    """
    times, measured_milli, product_id = said
    with terminal.database.writing(Topic.STOCK) as connection:
        picking = read_picking(connection, task_id)
        waiting = {share.product_id for share in shares_of(picking.picked) if share.left_milli > 0}
        wanted = [one for one in several if one.product.id in waiting]
        found = choose_of(wanted, raw, product_id) or next(iter(several), None)
        if found is None:
            raise refuse_unknown(raw)
        is_whole = found.product.weighed and not (found.quantity_milli or measured_milli) and times == 1
        if not is_whole:
            found, times = measure(found, times, measured_milli)
        milli = (found.quantity_milli or found.pack_milli) * times
        milli = min(milli, 1000) if found.serial else milli
        milli = check_share(picking.wants, picking.picked, found, milli, is_whole=is_whole)
        told = Scan(0, "", What.SORTED, raw, found.product.id, milli, found.serial or found.lot)
        keep_scan(connection, terminal, task_id, told)
        return read_picking(connection, task_id).step
