"""The right of the till: goods by touch, what is typed, the keypad, and the one big step."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.cart import is_empty
from desktop.domain.product import Product
from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import ACCENTS
from desktop.ui.till.board_rows import Spot
from desktop.ui.till.category_tabs import CategoryTabs
from desktop.ui.till.entry_bar import EntryBar
from desktop.ui.till.goods_presenter import OFTEN, GoodsState
from desktop.ui.till.till_rows import TillState
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.keypad import Keypad
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.pictures import Pictures
from desktop.ui.widgets.room import Room
from desktop.ui.widgets.tiles import LEADS, Tile, TileGrid

QWIDGETSIZE_MAX = 16_777_215
"""Qt's word for "as large as there is room"."""


class KeySide(Panel):
    """Tabs, tiles, entry, keypad and the pay key, all for the view to connect."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._goods = TillState(), GoodsState()
        self.tabs, self.tiles, self.entry, self.pad = CategoryTabs(), TileGrid(pictures), EntryBar(), Keypad()
        self.quantity, self.discount = Key(kind="choice", shortcut="F6"), Key(kind="choice", shortcut="F8")
        self.park, self.remove = Key(shortcut="F4"), Key(kind="danger", shortcut="Del")
        self.recall = Key(kind="ghost", size="control", shortcut="F5", cap="right")
        self.more = Key(kind="ghost", size="control", icon="ellipsis")
        for key in (self.recall, self.more):
            key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.pay = Key(kind="primary", size="key", shortcut="F9")
        self.pad.add_column([self.quantity, self.discount, self.park, self.remove])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        top.addWidget(self.tabs, 1)
        top.addWidget(self.recall)
        top.addWidget(self.more)
        self._column.addLayout(top)
        self._column.addWidget(self.tiles, 1)
        for widget in (self.entry, self.pad, Room(self.pay)):
            self._column.addWidget(widget)
        self._space()
        self.retranslate()

    def show_state(self, state: TillState) -> None:
        """Show what is typed, what can be pressed, and what is to pay."""
        self._state = state
        has_lines, has_line = bool(state.cart and not is_empty(state.cart)), state.line(state.selected) is not None
        self.entry.show_state(state)
        self.quantity.setChecked(state.entry.mode == "quantity")
        self.discount.setChecked(state.entry.mode == "discount" and state.entry.scope == "line")
        self.quantity.setEnabled(has_line or bool(state.entry.typed))
        self.discount.setEnabled(has_line and bool(state.limit_ppm))
        self.park.setEnabled(has_lines)
        self.remove.setEnabled(has_line or state.comes_back(state.selected) or bool(state.pays_in(state.selected)))
        self.recall.setEnabled(bool(state.parked))
        self.recall.set_text(self._parked(len(state.parked)))
        self.pay.setEnabled(has_lines)
        self._tell_total(state)

    def show_goods(self, state: GoodsState) -> None:
        """Show the tiles of a category, or those that were searched; each category keeps its colour."""
        self._goods = state
        self.entry.show_query(state.query, is_found=bool(state.spots))
        accents = [accent for accent in ACCENTS if accent != "slate"]
        colours = {category: accents[at % len(accents)] for at, category in enumerate(state.groups)}
        self.tabs.set_categories(state.categories, state.category, {OFTEN: self.tr("Often")})
        self.tiles.set_tiles([self._tile(spot, colours) for spot in state.spots])

    def retranslate(self) -> None:
        """Say everything again."""
        self.quantity.set_text(self.tr("Quantity"))
        self.discount.set_text(self.tr("Discount"))
        self.park.set_text(self.tr("Park"))
        self.remove.set_text(self.tr("Remove"))
        self.more.set_text("", name=self.tr("More"))
        self.show_state(self._state)
        self.show_goods(self._goods)

    def minimumSizeHint(self) -> QSize:
        """Without tiles, so that a banner above still leaves the pay key on the screen."""
        least = self._column.minimumSize()
        return QSize(least.width(), least.height() - self.tiles.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many rows of tiles as are whole."""
        self._fit_tiles()
        super().resizeEvent(event)

    def _parked(self, count: int) -> str:
        return self.tr("Parked {0}").replace("{0}", str(count)) if count else self.tr("Parked")

    def _tile(self, spot: Spot, colours: dict[str, str]) -> Tile:
        product = spot.product
        group = product.category if product else spot.category
        accent = spot.colour if spot.colour in ACCENTS else colours.get(group, "slate")
        if product is None:
            return Tile(spot.key, spot.category or spot.page, accent=accent, badge=LEADS)
        return Tile(spot.key, product.name, self._price(product), accent, picture=product.extra.picture)

    def _price(self, product: Product) -> str:
        if product.extra.open_price:
            return ""
        price = formats.price(product.price_e4, self._goods.currency)
        return f"{price} / {formats.unit_name(product.unit)}" if product.weighed else price

    def _tell_total(self, state: TillState) -> None:
        if state.priced is not None and (state.priced.lines or state.pay_ins):
            total = formats.money(state.due_minor, state.priced.currency)
            self.pay.set_text(f"{self.tr('Pay')}  {total}")
        else:
            self.pay.set_text(self.tr("Pay"))

    def _space(self) -> None:
        theme = active()
        self._column.setSpacing(theme.mm(theme.density.gap_mm))
        self._fit_tiles()

    def _fit_tiles(self) -> None:
        """Two rows of tiles, one or none where the height or the text asks for it: the keys come first."""
        theme, row = active(), self.tiles.cell().height()
        most = 1 if theme.density_name == "rugged" or theme.scale > 110 else 2
        room = self.height() - self._column.minimumSize().height() + self.tiles.minimumHeight()
        rows = max(0, min(most, room // row))
        self.tiles.setMaximumHeight(QWIDGETSIZE_MAX if rows else 0)
        self.tiles.setMinimumHeight(rows * row)
