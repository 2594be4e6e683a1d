"""What stands in the ticket's place for a moment: which goods a code means, and the sale that was left in hand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.theme.icons import icon
from desktop.ui.theme.theme import active
from desktop.ui.till.till_rows import Choose
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrolling import scroll_by_finger
from desktop.ui.widgets.text import Text

ONE_COLUMN = 5
"""More choices than this stand in two columns."""


class Chooser(Panel):
    """One code, several goods, or the variants of one. `chosen(str)` tells a product's id, `left()` that it is none."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._code = Text("", "strip"), Text("", "quiet")
        self._none = Key(kind="ghost", size="action", shortcut="Esc", cap="right", bind=False)
        self._none.clicked.connect(self.left)
        self._keys: list[Key] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._code)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        scroll_by_finger(self._area)
        self._grid = QGridLayout()
        self._column.addWidget(self._area, 1)
        self._column.addWidget(self._none)
        self.retranslate()

    def show_choice(self, choice: Choose, currency: str) -> None:
        """Show the goods; a scan instead of a choice simply goes on."""
        page = QWidget()
        page.setProperty("scrolled", True)
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._keys = [
            self._key(
                found.product.id,
                found.product.extra.variant or found.product.name,
                formats.price(found.product.price_e4, currency),
            )
            for found in choice.found
        ]
        columns = 1 if len(self._keys) <= ONE_COLUMN else 2
        for at, key in enumerate(self._keys):
            self._grid.addWidget(key, at // columns, at % columns)
        self._grid.setRowStretch(len(self._keys), 1)
        self._area.setWidget(page)
        self._code.setText(choice.model or choice.code)
        self._area.setAccessibleName(self._title.text())
        self._space()

    def retranslate(self) -> None:
        """Own words only."""
        self._title.setText(self.tr("Which of these is it?"))
        self._none.set_text(self.tr("None of these"))
        self._space()

    def _key(self, product_id: str, name: str, price: str) -> Key:
        key = Key(kind="plain")
        key.set_text(name, value=price)
        key.clicked.connect(lambda: self.chosen.emit(product_id))
        return key

    def _space(self) -> None:
        theme = active()
        self._column.setContentsMargins(*[theme.px(18)] * 4)
        self._column.setSpacing(theme.mm(theme.density.gap_mm))
        self._grid.setSpacing(theme.mm(theme.density.gap_mm))


class ResumePage(QWidget):
    """A sale was left in hand: `continued()` or `parked()`. A scan continues as well."""

    continued = Signal()
    parked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._title, self._detail = Text("", "title", wrap=True), Text("", "body", tone="muted", wrap=True)
        self._go_on, self._aside = Key(kind="primary"), Key(kind="plain", shortcut="F4", cap="right", bind=False)
        self._go_on.clicked.connect(self.continued)
        self._aside.clicked.connect(self.parked)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        for label in (self._icon, self._title, self._detail):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(label)
        self._column.addSpacing(active().px(12))
        self._line = QHBoxLayout()
        self._line.addStretch(1)
        self._line.addWidget(self._aside, 2)
        self._line.addWidget(self._go_on, 2)
        self._line.addStretch(1)
        self._column.addLayout(self._line)
        self._column.addStretch(3)
        self._draw()
        self.retranslate()

    def show_sale(self, title: str, detail: str) -> None:
        """For example "Sale of 14:32" and "5 items · 18.09 €"."""
        self._title.setText(title)
        self._detail.setText(detail)

    def retranslate(self) -> None:
        """Own words only."""
        self._go_on.set_text(self.tr("Continue"))
        self._aside.set_text(self.tr("Park"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        theme = active()
        self._icon.setPixmap(icon("shopping-cart", "edge").pixmap(theme.px(44), theme.px(44)))
        self._column.setSpacing(theme.px(12))
        self._line.setSpacing(theme.mm(theme.density.gap_mm))


def sum_line(parts: Sequence[str]) -> str:
    """Short facts in one line."""
    return " · ".join(part for part in parts if part)
