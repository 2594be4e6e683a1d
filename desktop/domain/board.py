"""Quick keys for goods: the pages that the shop laid out for somebody's role."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoardTile:
    """What lies at a place, counted from 0: goods by article number, or a category or page that it leads to."""

    at: int
    sku: str = ""
    category: str = ""
    page: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class BoardPage:
    """A page by its name, with the places that are taken."""

    name: str
    tiles: tuple[BoardTile, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """The pages of some roles, of all without any; `shop` is empty when it is for every shop."""

    id: str
    name: str
    shop: str = ""
    roles: tuple[str, ...] = ()
    pages: tuple[BoardPage, ...] = ()


def board_for(role: str, boards: Iterable[Board]) -> Board | None:
    """Choose the board of a role: one that names the role before one for all, the shop's own before a general one."""
    meant = [board for board in boards if board.pages and (not board.roles or role in board.roles)]
    return min(meant, key=lambda board: (not board.roles, not board.shop, board.name, board.id), default=None)


def lay_out(page: BoardPage) -> tuple[BoardTile | None, ...]:
    """Give the places of a page in order, None for those that are free."""
    tiles = {tile.at: tile for tile in page.tiles}
    return tuple(tiles.get(at) for at in range(max(tiles, default=-1) + 1))
