"""Boards of quick keys: found, read, made, changed; tills are told by the table itself."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta, Struct

from server_stub.api.asking import OfShop, Text
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.owning import Gone, check_shop, find_own, find_seen
from server_stub.api.paging import Listing, Page, Row
from server_stub.api.price_lists import Sku
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS, ROLES
from server_stub.ids import new_id
from server_stub.offers import boards
from sync.wire import boards as wire

Role = Literal["admin", "manager", "cashier", "salesperson", "warehouse_worker"]
Colour = Literal["", "ochre", "leaf", "sky", "rose", "brick", "slate"]
Name = Annotated[str, Meta(min_length=1, max_length=60)]
PageName = Annotated[str, Meta(min_length=1, max_length=30)]
Place = Annotated[int, Meta(ge=0, le=239, description="Counted from 0 in reading order; what lies between is free.")]


class BoardTile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What lies at a place: goods, all goods of a category, or the way to another page; one of the three."""

    at: Place
    sku: Sku | Literal[""] = ""
    category: Text = ""
    page: Annotated[str, Meta(max_length=30)] = ""
    colour: Colour = ""


class BoardPage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page by its name."""

    name: PageName
    tiles: Annotated[list[BoardTile], Meta(max_length=240)] = []


class BoardDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A board as it shall be; without roles it is for everybody, the first page is shown first."""

    name: Name
    shop: UUID | None = None
    roles: Annotated[list[Role], Meta(max_length=5)] = []
    pages: Annotated[list[BoardPage], Meta(min_length=1, max_length=40)]


class Board(Struct, frozen=True, kw_only=True):
    """A board."""

    id: UUID
    name: str
    shop: UUID | None
    roles: list[str]
    pages: list[BoardPage]
    version: str
    changed_at: datetime


class BoardQuery(OfShop, frozen=True, kw_only=True):
    """Which boards; those of a shop are its own and those of all."""

    role: Role | None = None


LISTING = Listing(
    "boards",
    "b.board_id, b.shop_id, b.name, b.roles, b.pages, b.version, b.changed_at",
    "board b",
    (("b.board_id", "uuid"),),
    {
        "shop": "(b.shop_id = %(shop)s OR b.shop_id IS NULL)",
        "role": "(%(role)s = ANY(b.roles) OR b.roles = '{}')",
        "board": "b.board_id = %(board)s",
    },
)


async def list_boards(call: Call, asked: BoardQuery) -> Page[Board]:
    """List boards, the oldest first."""
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop), role=asked.role)
    return Page(items=[tell_board(row) for row in rows], next=following)


async def read_board(call: Call, _asked: None) -> Board:
    """Give one board."""
    return tell_board(await _find(call, call.id_of("id")))


async def create_board(call: Call, draft: BoardDraft) -> Board:
    """Make a board and tell the terminals."""
    return await _save(call, new_id(), draft, "board.added")


async def replace_board(call: Call, draft: BoardDraft) -> Board:
    """Put a board in the place of the one that is there."""
    row = await find_own(call, LISTING, board=call.id_of("id"))
    return await _save(call, str(row["board_id"]), draft, "board.changed")


async def delete_board(call: Call, _asked: None) -> Gone:
    """Forget a board; whoever had it sees the next that is for them, or the categories."""
    row = await find_own(call, LISTING, board=call.id_of("id"))
    await boards.delete_board(call.conn, str(row["board_id"]))
    await _note(call, "board.removed", str(row["board_id"]), row["name"])
    return Gone(id=row["board_id"])


def to_wire(ident: str, shop: str | None, draft: BoardDraft) -> wire.Board:
    """Write a board as tills are told of it."""
    kept = msgspec.convert(msgspec.to_builtins(draft.pages), tuple[wire.BoardPage, ...])
    pages = tuple(
        msgspec.structs.replace(page, tiles=tuple(sorted(page.tiles, key=lambda tile: tile.at))) for page in kept
    )
    return wire.Board(id=ident, name=draft.name, shop=shop or "", roles=tuple(sorted(set(draft.roles))), pages=pages)


def tell_board(row: Row) -> Board:
    """Write a board's row as programs read it."""
    return Board(
        id=row["board_id"],
        name=row["name"],
        shop=row["shop_id"],
        roles=row["roles"],
        pages=msgspec.convert(row["pages"], list[BoardPage]),
        version=str(row["version"]),
        changed_at=row["changed_at"],
    )


async def _find(call: Call, ident: str) -> Row:
    return await find_seen(call, LISTING, board=ident)


async def _save(call: Call, ident: str, draft: BoardDraft, action: str) -> Board:
    made = to_wire(ident, await check_shop(call, draft.shop), draft)
    fault = boards.find_fault(made)
    if fault:
        raise Denied(400, f"This board cannot be told: {fault}")
    unknown = await boards.find_unknown_sku(call.conn, made)
    if unknown:
        raise Denied(400, f"There is no product {unknown}")
    await boards.save_board(call.conn, made, call.now)
    await _note(call, action, ident, made.name)
    return tell_board(await _find(call, ident))


async def _note(call: Call, action: str, ident: str, name: str) -> None:
    detail: dict[str, Any] = {"name": name}
    await audit.note(call.conn, call.caller, action, f"board:{ident}", detail, at=call.now)


_READ, _WRITE = "boards:read", "boards:write"
ENDPOINTS = (
    Endpoint("GET", "/boards", list_boards, Page[Board], ROLES, _READ, BoardQuery),
    Endpoint("POST", "/boards", create_board, Board, MANAGERS, _WRITE, BoardDraft, 201),
    Endpoint("GET", "/boards/{id:str}", read_board, Board, ROLES, _READ),
    Endpoint("PUT", "/boards/{id:str}", replace_board, Board, MANAGERS, _WRITE, BoardDraft),
    Endpoint("DELETE", "/boards/{id:str}", delete_board, Gone, MANAGERS, _WRITE),
)
