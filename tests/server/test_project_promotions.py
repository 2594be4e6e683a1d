"""What promotions gave on a sale's lines, at the centre."""

from msgspec.structs import replace

from server_stub.centre import Centre
from server_stub.database import Pool
from sync.wire.offer_facts import LinePromotion
from tests.server.asking import rows
from tests.server.terminal import Ground, Terminal, new_id
from tests.server.test_projection import push

MILK = new_id()


async def test_what_promotions_gave_is_projected(pool: Pool, centre: Centre, till: Terminal, ground: Ground) -> None:
    till.open()
    sale = till.sell(MILK)
    given = (
        LinePromotion(id="p1", name="3 for 2\t", amount_minor=129),
        LinePromotion(id="p2", name="x", amount_minor=1),
    )
    other = replace(sale, sale_id=new_id(), receipt="T-9", receipt_no=9)
    till.seal(replace(other, lines=(replace(sale.lines[0], promotions=given), *sale.lines[1:])))
    assert await push(pool, centre, till) == ()
    told = await rows(pool, "SELECT sale_id::text, n, promotion_id, name, amount_minor FROM sale_promotion ORDER BY 3")
    assert told == [(other.sale_id, 1, "p1", "3 for 2\t", 129), (other.sale_id, 1, "p2", "x", 1)]
