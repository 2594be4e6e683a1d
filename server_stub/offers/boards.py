"""Boards as they are kept, and as tills are told of them: quick keys for goods by shop and role."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from psycopg.types.json import Jsonb

from server_stub.database import Connection
from sync.wire.boards import Board, BoardPage, BoardTile

_THESE = """
SELECT board_id::text, coalesce(shop_id::text, ''), name, roles, pages FROM board WHERE board_id = ANY(%s::uuid[])
"""
_SAVE = """
INSERT INTO board (board_id, shop_id, name, roles, pages, version, changed_at)
VALUES (%(id)s, %(shop)s, %(name)s, %(roles)s, %(pages)s, 1, %(now)s)
ON CONFLICT (board_id) DO UPDATE SET shop_id = excluded.shop_id, name = excluded.name, roles = excluded.roles,
    pages = excluded.pages, version = board.version + 1, changed_at = excluded.changed_at
"""


async def read_boards(conn: Connection, ids: Sequence[str]) -> dict[str, Board]:
    """Give the boards with these ids, by id."""
    cursor = await conn.execute(_THESE, (list(ids),))
    return {row[0]: to_board(*row) for row in await cursor.fetchall()}


def to_board(ident: str, shop: str, name: str, roles: list[str], pages: list[Any]) -> Board:
    """Put a board together from its columns; an empty shop is all of them."""
    kept = msgspec.convert(pages, tuple[BoardPage, ...])
    return Board(id=ident, name=name, shop=shop, roles=tuple(roles), pages=kept)


async def save_board(conn: Connection, board: Board, now: datetime) -> None:
    """Add or change a board; the shops' tills are told by the table's trigger."""
    values = {
        "id": board.id,
        "shop": board.shop or None,
        "name": board.name,
        "roles": list(board.roles),
        "pages": Jsonb(msgspec.to_builtins(board.pages)),
        "now": now,
    }
    await conn.execute(_SAVE, values)


async def delete_board(conn: Connection, ident: str) -> None:
    """Forget a board."""
    await conn.execute("DELETE FROM board WHERE board_id = %s", (ident,))


def find_fault(board: Board) -> str:
    """Say what is wrong with a board, in words; empty when it can be told."""
    names = Counter(page.name for page in board.pages)
    twice = next((name for name, count in names.items() if count > 1), "")
    if twice:
        return f"there are two pages {twice}"
    faults = (_find_fault_of(tile, page, names) for page in board.pages for tile in page.tiles)
    return next(filter(None, faults), "") or next(filter(None, map(_find_crowd, board.pages)), "")


def _find_fault_of(tile: BoardTile, page: BoardPage, names: Counter[str]) -> str:
    if bool(tile.sku) + bool(tile.category) + bool(tile.page) != 1:
        return f"place {tile.at} of {page.name} is for one of sku, category and page"
    if tile.page and tile.page not in names:
        return f"place {tile.at} of {page.name} leads to {tile.page}, which is no page"
    return ""


def _find_crowd(page: BoardPage) -> str:
    places = Counter(tile.at for tile in page.tiles)
    crowded = next((at for at, count in places.items() if count > 1), None)
    return "" if crowded is None else f"two tiles lie at place {crowded} of {page.name}"


async def find_unknown_sku(conn: Connection, board: Board) -> str:
    """Give an article number of the board that no product has; empty when there is none."""
    skus = sorted({tile.sku for page in board.pages for tile in page.tiles if tile.sku})
    cursor = await conn.execute("SELECT sku FROM product WHERE sku = ANY(%s)", (skus,))
    known = {row[0] for row in await cursor.fetchall()}
    return next((sku for sku in skus if sku not in known), "")
