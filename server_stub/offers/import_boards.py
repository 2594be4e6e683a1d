"""Board files: one tile a row, in the words of the REST surface; a board is known by its name within its shop."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from msgspec import Struct

from server_stub.api.asking import Text
from server_stub.api.boards import BoardDraft, BoardPage, BoardTile, Colour, Name, PageName, Place, Role, to_wire
from server_stub.api.price_lists import Sku
from server_stub.database import Connection, Pool
from server_stub.goods.product_rows import Report
from server_stub.goods.shops import list_shops
from server_stub.ids import new_id
from server_stub.offers.boards import find_fault, find_unknown_sku, save_board, to_board
from server_stub.offers.row_file import Convert, importing, one_of, read_drafts, words
from sync.wire.boards import Board


class BoardRow(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A tile of a page; without a place it comes after the one before it. `to_page` is where it leads."""

    board: Name
    page: PageName
    at: Place | None = None
    sku: Sku | Literal[""] = ""
    category: Text = ""
    to_page: PageName | Literal[""] = ""
    colour: Colour = ""
    roles: list[Role] = []
    shop: UUID | None = None


_Rows = list[tuple[int, BoardRow]]


async def import_boards(
    pool: Pool, path: Path, *, shop: str | None = None, partial: bool = False, within: str | None = None
) -> dict[str, Any]:
    """Put boards by a file and report what became of its rows; a board in the file is as the file says, whole.

    `shop` is whose they are unless a row says it, None for all shops; `within` is the only one that a row may name. A
    row that says nothing but its page makes an empty one. Bad rows, and boards that make no sense, leave
    everything as it was, unless `partial`.
    """
    report = Report()
    async with importing(pool, report, partial=partial) as conn:
        shops = {one.name: one.id for one in await list_shops(conn) if within in (None, one.id)}
        boards: dict[tuple[str | None, str], _Rows] = defaultdict(list)
        for number, row in read_drafts(path, BoardRow, _converts(shops), ("board", "page"), report):
            boards[str(row.shop) if row.shop else shop, row.board].append((number, row))
        known = await _read_known(conn)
        for (its_shop, _), rows in boards.items():
            await _take(conn, its_shop, rows, known, report)
    return asdict(report)


def _converts(shops: Mapping[str, str]) -> dict[str, Convert]:
    return {"shop": one_of(shops, "shop"), "roles": words}


async def _read_known(conn: Connection) -> dict[tuple[str, str], Board]:
    cursor = await conn.execute("SELECT board_id::text, coalesce(shop_id::text, ''), name, roles, pages FROM board")
    made = [to_board(*row) for row in await cursor.fetchall()]
    return {(board.shop, board.name): board for board in made}


async def _take(
    conn: Connection, shop: str | None, rows: _Rows, known: Mapping[tuple[str, str], Board], report: Report
) -> None:
    number, first = rows[0]
    before = known.get((shop or "", first.board))
    roles = next((row.roles for _, row in rows if row.roles), [])
    draft = BoardDraft(name=first.board, roles=roles, pages=_pages([row for _, row in rows]))
    made = to_wire(before.id if before else new_id(), shop, draft)
    fault = find_fault(made)
    if not fault and (unknown := await find_unknown_sku(conn, made)):
        number = next(at for at, row in rows if row.sku == unknown)
        fault = f"there is no product {unknown}"
    if fault:
        report.reject(number, "board", first.board, fault)
    elif before == made:
        report.unchanged += 1
    else:
        report.changed += before is not None
        report.added += before is None
        await save_board(conn, made, datetime.now(UTC))


def _pages(rows: list[BoardRow]) -> list[BoardPage]:
    pages: dict[str, list[BoardTile]] = {}
    for row in rows:
        tiles = pages.setdefault(row.page, [])
        if row.at is None and not (row.sku or row.category or row.to_page):
            continue
        at = (tiles[-1].at + 1 if tiles else 0) if row.at is None else row.at
        tiles.append(BoardTile(at=at, sku=row.sku, category=row.category, page=row.to_page, colour=row.colour))
    return [BoardPage(name=name, tiles=tiles) for name, tiles in pages.items()]
