"""Counting money: a sum, or notes and coins, and what the other methods add up to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.tender import CASH, denominations
from desktop.ui import formats
from desktop.ui.shift.shift_rows import ShiftState
from desktop.ui.shift.slot_row import SlotRow
from desktop.ui.theme.theme import active
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.text import Text
from desktop.ui.words import method_words

_COLUMNS = 2
_WAYS = ("total", "pieces")


class CountCard(Panel):
    """`slot_chosen(object)` tells a method or a note in minor units, `way_chosen(bool)` whether pieces are counted.

    With `methods` off it counts cash alone, as for the float, and shows its sum large."""

    slot_chosen = Signal(object)
    way_chosen = Signal(bool)

    def __init__(self, *, methods: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._methods = methods
        self._state = ShiftState()
        self.ways = Segments()
        self.rows: dict[str | int, SlotRow] = {}
        self._word, self.sum = Text("", "quiet"), Figure("", "total", align=Qt.AlignmentFlag.AlignLeft)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._tops, self._others, self._grid = QVBoxLayout(), QVBoxLayout(), QGridLayout()
        for widget in (self._word, self.sum):
            self._column.addWidget(widget)
            widget.setHidden(methods)
        self._column.addWidget(self.ways)
        for layout in (self._tops, self._grid, self._others):
            self._column.addLayout(layout)
        self.ways.chosen.connect(lambda way: self.way_chosen.emit(way == "pieces"))
        self._space()
        self.retranslate()

    def show_state(self, state: ShiftState) -> None:
        """Show what was counted so far."""
        self._state = state
        if not state.currency:
            return
        self._keep_rows(state)
        self.ways.choose("pieces" if state.count.by_pieces else "total")
        self._show_sum(state)
        for slot, row in self.rows.items():
            row.setChecked(slot == state.slot)
            if isinstance(slot, int):
                self._show_note(row, slot, state)
            else:
                self._show_method(row, slot, state)

    def retranslate(self) -> None:
        """Say everything again."""
        self.ways.set_options([("total", self.tr("Type the sum")), ("pieces", self.tr("Count notes and coins"))])
        self.ways.setAccessibleName(self.tr("How to count"))
        self._word.setText(self.tr("Float in the drawer"))
        self.sum.set_name(self.tr("Float in the drawer"))
        self.show_state(self._state)

    def _keep_rows(self, state: ShiftState) -> None:
        methods = state.methods if self._methods else ()
        notes = denominations(state.currency) if state.count.by_pieces else ()
        slots: tuple[str | int, ...] = (*methods, *notes)
        if tuple(self.rows) == slots:
            return
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {slot: self._row(slot) for slot in slots}
        for method in methods:
            (self._tops if method == CASH else self._others).addWidget(self.rows[method])
        high = -(-len(notes) // _COLUMNS)
        for at, note in enumerate(notes):
            self._grid.addWidget(self.rows[note], at % high, at // high)
        for row in self.rows.values():
            row.show()

    def _row(self, slot: str | int) -> SlotRow:
        row = SlotRow(large=isinstance(slot, str))
        row.clicked.connect(lambda: self.slot_chosen.emit(slot))
        return row

    def _show_sum(self, state: ShiftState) -> None:
        typed, minor = state.count.amounts.get(CASH, ""), state.counted_minor.get(CASH)
        figures = formats.money(minor or 0, state.currency)
        if typed and not state.count.by_pieces:
            figures = formats.half_typed(typed, state.currency)
        self.sum.set_text(figures, "muted" if minor is None else "text")

    def _show_method(self, row: SlotRow, method: str, state: ShiftState) -> None:
        counted = state.counted_minor.get(method)
        typed = state.count.amounts.get(method, "")
        by_pieces = method == CASH and state.count.by_pieces
        if counted is None:
            figures = self.tr("not counted")
        elif typed and not by_pieces and state.slot == method:
            figures = formats.decimal(typed)
        else:
            figures = formats.amount(counted, state.currency)
        row.setEnabled(not by_pieces)
        row.show_words(method_words(method), "", figures, counted=counted is not None)

    def _show_note(self, row: SlotRow, note_minor: int, state: ShiftState) -> None:
        number = state.count.pieces.get(note_minor)
        words = formats.coin(note_minor, state.currency)
        pieces = f"{formats.TIMES} {number if number is not None else ''}".rstrip()
        figures = formats.amount(note_minor * number, state.currency) if number else ""
        row.show_words(words, pieces, figures, counted=number is not None)

    def _space(self) -> None:
        gap = active().mm(active().density.gap_mm)
        self._column.setSpacing(active().gap)
        for layout in (self._tops, self._others):
            layout.setSpacing(gap)
        self._grid.setSpacing(active().px(6))
