"""A large delivery of pieces with numbers of their own: taken in in one go, and those that came before are found."""

from server_stub.database import Pool
from server_stub.goods.catalogue import write_block
from server_stub.goods.product_rows import Block, Report
from server_stub.journal.projection_sql import move_stock
from server_stub.orders.marks import note_twice
from tests.server.asking import rows
from tests.server.terminal import make_ground

MANY = 20_000


async def test_as_many_pieces_as_a_lorry_brings_come_in_at_once(pool: Pool) -> None:
    async with pool.connection() as conn, conn.transaction():
        ground = await make_ground(conn)
        fields = {"name": ["Camera"], "price_e4": [1]}
        await write_block(conn, Block(["CAM"], fields, {}, extras={"track_serials": [True]}), Report())
        ((product,),) = await (await conn.execute("SELECT id::text FROM product")).fetchall()
        pieces: list[dict[str, object]] = [{"product": product, "serial": f"S-{n}"} for n in range(MANY)]
        held = {(ground.shop, product, ground.shelf, str(one["serial"])): 1000 for one in pieces}
        held[ground.shop, product, ground.shelf, "S-7"] = 2000
        await move_stock(conn, held)  # type: ignore[arg-type]
        await note_twice(conn, pieces[: MANY // 2], pieces)
    assert await rows(pool, "SELECT subject FROM cases WHERE kind = 'piece.twice'") == [("CAM S-7",)]
