"""Goods by touch: the shop's board for whoever is signed in, or, without one, the categories."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.domain.board import Board, BoardPage, BoardTile, board_for, lay_out
from desktop.domain.product import Product
from desktop.operations import staff
from desktop.operations.terminal import Terminal
from desktop.store import boards, catalogue, sales, shops
from desktop.store.topics import Topic
from desktop.ui.till.board_rows import TO_CATEGORY, TO_PAGE, Spot, lengthen

TILES = 240
"""More than anybody scrolls through; the rest is found by search."""
OFTEN = "\N{BLACK STAR}"
"""The first tab: what is sold most without a code."""
MOST_OFTEN = 24
LEAST_OFTEN = 6
"""Below that the tab says nothing yet."""


@dataclass(frozen=True)
class GoodsState:
    """Tabs and what lies below the chosen one: categories (`OFTEN` may be the first) or pages of a board.

    `category` is the chosen tab, empty when a tile led to the goods of a category that is no tab. `groups` are the
    catalogue's categories, by which colours go. `query` is what was typed to find tiles of all pages by.
    """

    categories: tuple[str, ...] = ()
    category: str = ""
    spots: tuple[Spot, ...] = ()
    currency: str = ""
    groups: tuple[str, ...] = ()
    query: str = ""

    @property
    def goods(self) -> tuple[Product, ...]:
        """The products that are shown."""
        return tuple(spot.product for spot in self.spots if spot.product is not None)


class GoodsPresenter(QObject):
    """`changed(GoodsState)` when something else is chosen, somebody else sells, or new goods came."""

    changed = Signal(object)

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self.state = GoodsState()
        self._board: Board | None = None
        self._often: tuple[Product, ...] = ()
        self._left = ""
        self._stop = terminal.database.listen(self._on_topics)
        self.reload()

    def reload(self) -> None:
        """Read the tabs and what lies below the chosen one; a search goes on."""
        query, left = self.state.query, self._left if self.state.query else self.state.category
        self._board = self._read_board()
        with self._terminal.database.reading() as connection:
            groups = tuple(catalogue.list_categories(connection))
            shop = shops.read_shop(connection, self._terminal.signer.shop)
        tabs = self._list_tabs(groups)
        kept = left if left in tabs else next(iter(tabs), "")
        self.state = GoodsState(tabs, currency=shop.currency if shop else "", groups=groups)
        self.choose(kept)
        self._search(query)

    def choose(self, tab: str) -> None:
        """Show what lies below a tab."""
        spots: tuple[Spot, ...] = ()
        if self._board is not None:
            page = next((page for page in self._board.pages if page.name == tab), self._board.pages[0])
            spots = self._lay_out(page)
        elif tab == OFTEN:
            spots = tuple(Spot(product) for product in self._often)
        elif self.state.categories:
            spots = self._list_category(tab)
        self._show(tab, spots)

    def turn(self, pages: int) -> None:
        """Go so many tabs on, or back, and round."""
        tabs = self.state.categories
        if tabs:
            at = tabs.index(self.state.category) if self.state.category in tabs else -1 if pages > 0 else 0
            self.choose(tabs[(at + pages) % len(tabs)])

    def follow(self, key: str) -> bool:
        """Go where a tile leads; False for one that is goods."""
        if key.startswith(TO_PAGE):
            self.choose(key.removeprefix(TO_PAGE))
        elif key.startswith(TO_CATEGORY):
            self._show("", self._list_category(key.removeprefix(TO_CATEGORY)))
        else:
            return False
        return True

    def press_letter(self, letter: str) -> bool:
        """Type what tiles of the board are found by; False without a board, and for what is no letter."""
        query = lengthen(self.state.query, letter)
        if self._board is None or query == self.state.query:
            return False
        self._search(query)
        return True

    def press_backspace(self) -> None:
        """Take the last letter back; without any left the page is there again."""
        query = self.state.query[:-1].rstrip()
        self._search(query) if query else self.stop_search()

    def stop_search(self) -> None:
        """Show the page again that the search began on."""
        if self.state.query:
            self.choose(self._left)

    def only(self) -> str:
        """Give the key of the one tile that was found; empty when there are more, or none."""
        return self.state.spots[0].key if self.state.query and len(self.state.spots) == 1 else ""

    def close(self) -> None:
        """Listen no more."""
        self._stop()

    def _search(self, query: str) -> None:
        if self._board is not None and query:
            self._left = self._left if self.state.query else self.state.category
            everything = (spot for page in self._board.pages for spot in self._lay_out(page))
            self._show("", find_spots(query, everything), query)

    def _show(self, tab: str, spots: tuple[Spot, ...], query: str = "") -> None:
        self.state = GoodsState(self.state.categories, tab, spots, self.state.currency, self.state.groups, query)
        self.changed.emit(self.state)

    def _read_board(self) -> Board | None:
        person = staff.signed_in(self._terminal)
        with self._terminal.database.reading() as connection:
            return board_for(person.role if person else "", boards.read_boards(connection))

    def _list_tabs(self, groups: tuple[str, ...]) -> tuple[str, ...]:
        if self._board is not None:
            return tuple(page.name for page in self._board.pages)
        with self._terminal.database.reading() as connection:
            self._often = tuple(catalogue.read_products(connection, sales.list_touched(connection, MOST_OFTEN)))
        return (OFTEN, *groups) if len(self._often) >= LEAST_OFTEN else groups

    def _list_category(self, category: str) -> tuple[Spot, ...]:
        with self._terminal.database.reading() as connection:
            return tuple(Spot(product) for product in catalogue.list_category(connection, category, TILES))

    def _lay_out(self, page: BoardPage) -> tuple[Spot, ...]:
        """What is not sold any more leaves its place free: the others stay where the hand finds them."""
        with self._terminal.database.reading() as connection:
            known = catalogue.read_skus(connection, [tile.sku for tile in page.tiles if tile.sku])
        return tuple(_spot(tile, known) for tile in lay_out(page))

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if Topic.CATALOG in topics or (topics & {Topic.OFFERS, Topic.STAFF} and self._read_board() != self._board):
            self.reload()


def find_spots(query: str, spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """Give the places that a query means, each thing once, in their order."""
    return tuple({spot.key: spot for spot in spots if spot.key and boards.is_called(spot.name, query)}.values())


def _spot(tile: BoardTile | None, known: dict[str, Product]) -> Spot:
    return Spot(known.get(tile.sku), tile.category, tile.page, tile.colour) if tile else Spot()
