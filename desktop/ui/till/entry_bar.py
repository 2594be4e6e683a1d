"""What is being typed, and what it is for: a strip in its own place, so that nothing moves and nothing pops up."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.product import Found
from desktop.ui import formats
from desktop.ui.settings.hardware_words import weight_words
from desktop.ui.theme.theme import active
from desktop.ui.till.till_rows import Entry, TillState
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.text import Text


class EntryBar(Card):
    """`applied()` for the key that stands for Enter, `times_pressed()` for the one that stands for `*`."""

    applied = Signal()
    times_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._state = TillState()
        self._shown: tuple[Entry, str, str, str] | None = None
        self._query, self._is_found = "", False
        self._purpose, self._hint = Text("", "quiet", wrap=True), Text("", "label", tone="muted", wrap=True)
        self._typed = Figure("", "figure")
        self._times = Key(formats.TIMES, kind="plain", size="control", shortcut="*", cap="right", bind=False)
        self._apply = Key(kind="plain", size="control", icon="check")
        for key in (self._times, self._apply):
            key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._times.clicked.connect(self.times_pressed)
        self._apply.clicked.connect(self.applied)
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_state(self, state: TillState) -> None:
        """Show what is typed; a scan while nothing is typed changes nothing here."""
        self._state = state
        shown = (state.entry, *self._words(state.entry), self._query)
        if shown != self._shown:
            self._shown = shown
            self._tell(state.entry)

    def show_query(self, query: str, *, is_found: bool) -> None:
        """Show what tiles are searched by, empty when they are not."""
        self._query, self._is_found = query, is_found
        self.show_state(self._state)

    def _tell(self, entry: Entry) -> None:
        asked = entry.mode != "code" or entry.times_milli is not None or bool(self._query)
        self.set_ground("info" if asked or entry.typed else "")
        purpose, hint = self._words(entry)
        self._purpose.setText(purpose)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint) and not (entry.typed and purpose))
        self._purpose.setVisible(bool(purpose))
        self._typed.set_text(self._figures(entry))
        self._typed.set_name(purpose)
        self._typed.setVisible(bool(self._typed.text()))
        self._apply.setEnabled(bool(entry.typed))
        self._times.setEnabled(bool(entry.typed) and entry.mode == "code")
        self._times.setVisible(entry.mode == "code" or not active().is_far_larger)  # far larger words need its room

    def retranslate(self) -> None:
        """The words of the bar."""
        self._apply.set_text("", name=self.tr("Apply what is typed"))
        self._times.set_text(formats.TIMES, name=self.tr("Times: so many of the next"))
        self._shown = None
        self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._space()
        super().changeEvent(event)

    def _words(self, entry: Entry) -> tuple[str, str]:
        line = self._state.line(self._state.selected)
        if entry.found is not None:
            return entry.found.product.name, self._asked(entry, entry.found)
        if entry.mode == "quantity":
            return self.tr("Quantity"), line.name if line else ""
        if entry.mode == "override":
            return self.tr("New price"), line.name if line else ""
        if entry.mode == "discount":
            limit = self.tr("up to {0} for you").replace("{0}", formats.percent(self._state.limit_ppm))
            return self._discount(entry), limit
        if self._query and not entry.typed:
            hint = self.tr("Esc: all tiles again") if self._is_found else self.tr("No tile is called so")
            return self.tr("Find a tile"), hint
        if entry.times_milli is not None and not entry.typed:
            return self.tr("Scan or choose the goods"), ""
        if entry.typed:
            return self.tr("Code or number"), ""
        return "", self.tr("Code by hand, or 3 × and scan: three pieces")

    def _asked(self, entry: Entry, found: Found) -> str:
        unit = formats.unit_name(found.product.unit)
        if entry.mode == "weight" and entry.scale:
            return weight_words(entry.scale)[1]
        if entry.mode == "weight":
            weigh = self.tr("Weigh it, or type {0}").replace("{0}", unit)
            tare = formats.quantity(entry.tare_milli, found.product.unit)
            return f"{weigh} {formats.MINUS} {tare}" if entry.tare_milli else weigh
        words = {
            "price": self.tr("Type the price"),
            "pieces": self.tr("Type how many {0}").replace("{0}", unit),
            "serial": self.tr("Scan or type the serial number"),
            "lot": self.tr("Scan or type the lot"),
            "tare": self.tr("Type the tare in {0}").replace("{0}", unit),
        }
        return words.get(entry.mode, "")

    def _discount(self, entry: Entry) -> str:
        words = {
            ("line", "percent"): self.tr("Discount in per cent"),
            ("line", "amount"): self.tr("Money off this line"),
            ("line", "target"): self.tr("This line for"),
            ("ticket", "percent"): self.tr("Off everything, in per cent"),
            ("ticket", "amount"): self.tr("Money off everything"),
            ("ticket", "target"): self.tr("Everything for"),
        }
        return words[entry.scope, entry.kind]

    def _figures(self, entry: Entry) -> str:
        if entry.mode in ("serial", "lot"):
            return entry.typed
        if entry.times_milli is not None and entry.mode == "code":
            times = f"{formats.quantity(entry.times_milli)}{formats.NO_BREAK}{formats.TIMES}"
            return f"{times} {entry.typed or self._query}".strip()
        if self._query and entry.mode == "code" and not entry.typed:
            return self._query
        if not entry.typed or entry.mode == "code":
            return entry.typed.replace(".", formats.decimal("0.1")[1])
        if entry.mode == "discount" and entry.kind == "percent":
            return f"{formats.decimal(entry.typed)}{formats.NO_BREAK}%"
        weighs = entry.found is not None and entry.mode in ("weight", "tare", "pieces")
        unit = entry.found.product.unit if weighs and entry.found else ""
        return formats.decimal(entry.typed) + (f"{formats.NO_BREAK}{formats.unit_name(unit)}" if unit else "")

    def _lay_out(self) -> None:
        self._words_column = QVBoxLayout()
        self._words_column.setSpacing(0)
        self._words_column.addWidget(self._purpose)
        self._words_column.addWidget(self._hint)
        self._line = QHBoxLayout()
        self._line.addLayout(self._words_column, 1)
        self._typed.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._line.addWidget(self._typed)
        self._line.addSpacing(active().px(6))
        self._line.addWidget(self._times)
        self._line.addWidget(self._apply)
        self.body.addLayout(self._line)
        self._space()

    def _space(self) -> None:
        theme = active()
        self._line.setContentsMargins(theme.px(14), theme.px(4), theme.px(4), theme.px(4))
        self._line.setSpacing(theme.px(6))
        alone = theme.mm(theme.density.control_mm)  # without its cap
        self._times.setFixedWidth(alone if theme.is_far_larger else self._times.sizeHint().width())
        self._purpose.setMinimumWidth(theme.px(92))  # a long code gives way to what it is for
        self.setFixedHeight(max(theme.mm(theme.density.control_mm), theme.metrics("figure").height()) + theme.px(12))
