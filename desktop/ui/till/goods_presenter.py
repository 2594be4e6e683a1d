"""Goods by touch: the categories and the tiles of one of them."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.domain.product import Product
from desktop.operations.terminal import Terminal
from desktop.store import catalogue, sales, shops
from desktop.store.topics import Topic

TILES = 240
"""More than anybody scrolls through; the rest is found by search."""
OFTEN = "\N{BLACK STAR}"
"""The first tab: what is sold most without a code."""
MOST_OFTEN = 24
LEAST_OFTEN = 6
"""Below that the tab says nothing yet."""


@dataclass(frozen=True)
class GoodsState:
    """The categories that have goods, the chosen one, and its goods by name; `OFTEN` is the first of them."""

    categories: tuple[str, ...] = ()
    category: str = ""
    goods: tuple[Product, ...] = ()
    currency: str = ""


class GoodsPresenter(QObject):
    """`changed(GoodsState)` when another category is chosen or new goods came."""

    changed = Signal(object)

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self.state = GoodsState()
        self._often: tuple[Product, ...] = ()
        self._stop = terminal.database.listen(self._on_topics)
        self.reload()

    def reload(self) -> None:
        """Read the categories and the goods of the chosen one."""
        with self._terminal.database.reading() as connection:
            categories = tuple(catalogue.list_categories(connection))
            self._often = tuple(catalogue.read_products(connection, sales.list_touched(connection, MOST_OFTEN)))
            shop = shops.read_shop(connection, self._terminal.signer.shop)
        if len(self._often) >= LEAST_OFTEN:
            categories = (OFTEN, *categories)
        kept = self.state.category if self.state.category in categories else next(iter(categories), "")
        self.state = GoodsState(categories, currency=shop.currency if shop else "")
        self.choose(kept)

    def choose(self, category: str) -> None:
        """Show the goods of a category."""
        goods: tuple[Product, ...] = ()
        if category == OFTEN:
            goods = self._often
        elif self.state.categories:
            with self._terminal.database.reading() as connection:
                goods = tuple(catalogue.list_category(connection, category, TILES))
        self.state = GoodsState(self.state.categories, category, goods, self.state.currency)
        self.changed.emit(self.state)

    def close(self) -> None:
        """Listen no more."""
        self._stop()

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if Topic.CATALOG in topics:
            self.reload()
