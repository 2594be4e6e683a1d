"""The weight of parcels from the till to the centre: what was expected, the verdict, and whose word it was."""

from pathlib import Path

import msgspec

from desktop.operations import packing, picking
from desktop.operations.picking_scans import take_scan
from desktop.operations.task_codes import read_codes
from server_stub.api.order_parcels import list_parcels
from server_stub.database import Pool
from sync.wire.changes import Product
from sync.wire.extras import Extra, Measure
from sync.wire.goods_facts import GoodsMove, GoodsMoved
from tests.desks import WIM, open_desk
from tests.edges import SettableClock
from tests.server.terminal import new_id
from tests.test_picking_tills import CODES, PACK, SOAP, TEA, set_up


async def test_the_centre_says_how_each_parcel_was_checked(pool: Pool, clock: SettableClock, tmp_path: Path) -> None:
    centre, ground, order = await set_up(pool, clock)
    async with pool.connection() as conn:
        (packed,) = await (await conn.execute("SELECT packed FROM product WHERE id = %s", (SOAP,))).fetchone() or ()
        extra = Extra(measure=Measure(quantity_milli=100, unit="kg"))
        soap = msgspec.structs.replace(msgspec.msgpack.decode(packed, type=Product), extra=extra)
        await conn.execute("UPDATE product SET packed = %s WHERE id = %s", (msgspec.msgpack.encode(soap), SOAP))
        await conn.execute("UPDATE work_order SET packs = true")
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)
    try:
        codes = read_codes(desk.terminal)
        task = picking.begin_picking(desk.terminal, WIM, ["P-7"])
        for code, times in (("A", 1), (CODES[SOAP], 5), (CODES[TEA], 2)):
            take_scan(desk.terminal, WIM, task.id, codes, code, times)
        picking.post_picking(desk.terminal, WIM, task.id)
        task = packing.begin_packing(desk.terminal, WIM, "P-7")
        packing.take_scan(desk.terminal, WIM, task.id, codes, CODES[SOAP], 2)
        packing.weigh(desk.terminal, task.id, 210)
        for code in (packing.PARCEL, CODES[SOAP]):
            packing.take_scan(desk.terminal, WIM, task.id, codes, code)
        packing.accept_weight(desk.terminal, WIM, task.id, 900, "a wooden box\twith \\ ice")
        for code in (packing.PARCEL, CODES[SOAP], CODES[TEA]):
            packing.take_scan(desk.terminal, WIM, task.id, codes, code)
        packing.weigh(desk.terminal, task.id, 420)
        for code in (packing.PARCEL, CODES[SOAP], CODES[TEA]):
            packing.take_scan(desk.terminal, WIM, task.id, codes, code)
        packing.post_packing(desk.terminal, WIM, task.id)
        await desk.push(pool, centre)
        async with pool.connection() as conn:
            told = await list_parcels(conn, order)  # type: ignore[arg-type]
        assert [(one.number, one.weight, one.expected, one.tolerance, one.verdict) for one in told] == [
            ("P-7-1", "0.21", "0.2", "0.03", "right"),
            ("P-7-2", "0.9", "0.1", "0.03", "accepted"),
            ("P-7-3", "0.42", "0.1", "0.03", "unchecked"),
            ("P-7-4", None, None, None, None),
        ]
        assert (told[1].accepted_by, told[1].reason) == (WIM.id, "a wooden box\twith \\ ice")
        assert [(str(one.product), one.name) for one in told[2].unknown] == [(TEA, CODES[TEA])]
    finally:
        desk.close()


def test_what_an_older_till_sealed_says_nothing_of_a_check() -> None:
    move = GoodsMove(product_id=SOAP, from_place_id=PACK, to_place_id=new_id(), quantity_milli=1000)
    old = GoodsMoved(document_id=new_id(), purpose="shipped", moves=(move,), weight_milli=350)
    sealed = msgspec.json.encode(old)
    assert b"weight_check" not in sealed
    assert msgspec.json.decode(sealed, type=GoodsMoved) == old
