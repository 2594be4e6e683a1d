"""Boards, down: quick keys for goods, laid out at the centre by shop and role."""

from msgspec import Struct

COLOURS = ("ochre", "leaf", "sky", "rose", "brick", "slate")
"""What a tile may be coloured with; the till has a shade of each for every theme."""


class BoardTile(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What lies at a place of a page, counted from 0 in reading order: goods by article number, or what it leads to.

    One of `sku`, `category` and `page` is there. Without a colour it has that of its category.
    """

    at: int
    sku: str = ""
    category: str = ""
    page: str = ""
    colour: str = ""


class BoardPage(Struct, frozen=True, kw_only=True):
    """A page by its name, with the places that are taken."""

    name: str
    tiles: tuple[BoardTile, ...] = ()


class Board(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The pages of a role, the first one first; without roles it is for everybody, without a shop for all of them."""

    id: str
    name: str
    shop: str = ""
    roles: tuple[str, ...] = ()
    pages: tuple[BoardPage, ...] = ()
