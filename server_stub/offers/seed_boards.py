"""The sample shop's board of quick keys, for those who sell: two pages of goods without a barcode, with pictures."""

from datetime import datetime

from server_stub.database import Connection
from server_stub.ids import new_id
from server_stub.offers.boards import save_board
from sync.wire.boards import Board, BoardPage, BoardTile

BREAD, FRUIT = "Bread", "Fruit"
ROLES = ("cashier", "salesperson")
_BREAD = ("BB-0001", "BB-0004", "BB-0022", "BB-0009", "BB-0013", "BB-0011", "BB-0015")
_FRUIT = ("FV-0090", "FV-0091", "FV-0093", "FV-0094", "FV-0096", "FV-0098", "FV-0108")


async def seed_boards(conn: Connection, shop: str, now: datetime) -> int:
    """Lay the board out for a shop whose goods are there; tells how many there are."""
    pages = (
        BoardPage(name=BREAD, tiles=(*_tiles(_BREAD, "ochre"), BoardTile(at=7, page=FRUIT, colour="leaf"))),
        BoardPage(name=FRUIT, tiles=(*_tiles(_FRUIT, "leaf"), BoardTile(at=7, category="Dairy", colour="sky"))),
    )
    await save_board(conn, Board(id=new_id(), name="Counter", shop=shop, roles=ROLES, pages=pages), now)
    return 1


def _tiles(skus: tuple[str, ...], colour: str) -> tuple[BoardTile, ...]:
    return tuple(BoardTile(at=at, sku=sku, colour=colour) for at, sku in enumerate(skus))
