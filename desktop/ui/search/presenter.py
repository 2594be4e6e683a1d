"""Looking goods up while a person types: names, parts of names, codes; with price and stock."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.domain.product import Product
from desktop.operations.terminal import Terminal
from desktop.store import catalogue, shops, stock


@dataclass(frozen=True)
class Hit:
    """Goods that match; `on_hand_milli` is what the selling place holds, None when nothing is known of it."""

    product: Product
    on_hand_milli: int | None


@dataclass(frozen=True)
class SearchState:
    """`query` is what was typed, `chosen` the row that Enter takes (-1: none)."""

    query: str = ""
    hits: tuple[Hit, ...] = ()
    chosen: int = -1
    currency: str = ""


class SearchPresenter(QObject):
    """`changed(SearchState)`; `picked(str)` tells a product's id, `code_typed(str)` a number that nothing matched."""

    changed = Signal(object)
    picked = Signal(str)
    code_typed = Signal(str)

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self.state = SearchState()

    def search(self, query: str) -> None:
        """Look up what is typed so far."""
        query = query.strip()
        if not query:
            self.clear()
            return
        with self._terminal.database.reading() as connection:
            shop = shops.read_shop(connection, self._terminal.signer.shop)
            goods = catalogue.search(connection, query) if shop else []
            held: dict[str, int] = {}
            for row in stock.read_on_hand(connection, [product.id for product in goods]):
                if shop and row.place_id == shop.selling_place_id:
                    held[row.product_id] = held.get(row.product_id, 0) + row.on_hand_milli
        hits = tuple(Hit(product, held.get(product.id)) for product in goods)
        self._show(SearchState(query, hits, 0 if hits else -1, shop.currency if shop else ""))

    def step(self, by: int) -> None:
        """Choose the next or the one before."""
        if self.state.hits:
            self.choose(min(max(self.state.chosen + by, 0), len(self.state.hits) - 1))

    def choose(self, row: int) -> None:
        """Choose a row."""
        state = self.state
        if row != state.chosen and row < len(state.hits):
            self._show(SearchState(state.query, state.hits, row, state.currency))

    def submit(self, typed: str) -> None:
        """Enter by a person's hand: take the chosen row; a number that nothing matches is a code."""
        if typed.strip() != self.state.query:
            self.search(typed)
        state = self.state
        if 0 <= state.chosen < len(state.hits):
            self.pick(state.chosen)
        elif state.query.isdigit():
            self.code_typed.emit(state.query)

    def pick(self, row: int) -> None:
        """Take a row."""
        product_id = self.state.hits[row].product.id
        self.clear()
        self.picked.emit(product_id)

    def clear(self) -> None:
        """Nothing is looked up; each scan says so, and mostly nothing was."""
        if self.state != SearchState():
            self._show(SearchState())

    def _show(self, state: SearchState) -> None:
        self.state = state
        self.changed.emit(state)
