"""The right of the screen of returns: how much of the chosen line, what it is like, why, and on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.returning import Condition
from desktop.ui import formats
from desktop.ui.returns.returned_table import condition_words
from desktop.ui.returns.returns_rows import BackRow, ReturnsState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.figure_card import FigureCard
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.keypad import Keypad
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.segments import Segments

REASONS = ("Ctrl+1", "Ctrl+2", "Ctrl+3")


class PickSide(Panel):
    """Figures and keys, all for the view to connect. `reasoned(str)` tells why goods come back."""

    reasoned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ReturnsState()
        self.figure, self.pad = FigureCard(), Keypad()
        self.apply = Key(kind="next", shortcut="Enter", bind=False)
        self.everything, self.nothing = Key(shortcut="F8"), Key(kind="danger", shortcut="Del")
        self.condition = Key(kind="choice", shortcut="F6")
        self.reasons, self.other = Segments(shortcuts=REASONS), Field()
        self.take, self.pay = (
            Key(kind="primary", size="key", shortcut="F9"),
            Key(size="key", shortcut="F10", cap="right"),
        )
        self.pad.add_column([self.apply, self.everything, self.condition, self.nothing])
        self._column, self._ways = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.figure, 1)
        self._column.addWidget(self.pad)
        self._column.addWidget(self.reasons)
        self._column.addWidget(self.other)
        self._ways.addWidget(self.pay, 2)
        self._ways.addWidget(self.take, 3)
        self._column.addLayout(self._ways)
        self.reasons.chosen.connect(self._choose_reason)
        self.other.edited.connect(self._type_reason)
        self._space()
        self.retranslate()

    def show_state(self, state: ReturnsState) -> None:
        """Show the chosen line and what all of it is worth."""
        self._state = state
        row = state.row(state.selected)
        self._tell_line(row, state)
        can_all = bool(state.receipt and any(line.left_milli for line in state.rows))
        self.everything.setEnabled(can_all)
        self.apply.setEnabled(row is not None or bool(state.typed))
        self.nothing.setEnabled(bool(row and row.picked_milli))
        self._tell_condition(row)
        for key in (self.take, self.pay):
            key.setEnabled(state.receipt is not None or state.has_picked)
        if not state.reason:
            self.reasons.choose_none()
            self.other.set_value("")

    def retranslate(self) -> None:
        """Say everything again."""
        self.apply.set_text(self.tr("Take"), name=self.tr("Take the typed quantity back, or all that is left"))
        self.everything.set_text(self.tr("Everything"), name=self.tr("Everything of the receipt comes back"))
        self.nothing.set_text(self.tr("Nothing"), name=self.tr("Nothing of this line comes back"))
        self.reasons.setAccessibleName(self.tr("Why it comes back"))
        self.reasons.set_options(
            [
                (self.tr("Not wanted"), self.tr("Not wanted")),
                (self.tr("Faulty"), self.tr("Faulty")),
                (self.tr("Wrong goods"), self.tr("Wrong goods")),
            ]
        )
        self.other.set_label(self.tr("Another reason"))
        self.take.set_text(self.tr("Onto the ticket"))
        self.pay.set_text(self.tr("Pay out"), name=self.tr("Pay out at once"))
        self.show_state(self._state)

    def _tell_condition(self, row: BackRow | None) -> None:
        condition = row.condition if row else Condition.GOOD
        said = self.tr("Condition: {0}. Press for the next.").replace("{0}", condition_words(condition))
        self.condition.set_text(condition_words(condition), name=said)
        self.condition.setEnabled(row is not None)
        self.condition.setChecked(condition is not Condition.GOOD)

    def _tell_line(self, row: BackRow | None, state: ReturnsState) -> None:
        total = formats.money(state.total_minor, state.currency)
        detail = self.tr("Given back in all: {0}").replace("{0}", total) if state.has_picked else ""
        if row is None and state.typed:
            self.figure.show_figure(self.tr("Number of a receipt of this till"), state.typed, self.tr("Enter shows it"))
        elif row is None:
            self.figure.show_figure(self.tr("Choose what comes back"), "", detail, "muted")
        elif state.typed:
            self.figure.show_figure(row.name, formats.decimal(state.typed), self.tr("Enter applies it"))
        else:
            picked = formats.quantity(row.picked_milli, row.unit)
            self.figure.show_figure(row.name, picked, detail, "text" if row.picked_milli else "muted")

    def _choose_reason(self, reason: str) -> None:
        self.other.set_value("")
        self.reasoned.emit(reason)

    def _type_reason(self, typed: str) -> None:
        self.reasons.choose_none()
        self.reasoned.emit(typed.strip())

    def _space(self) -> None:
        gap = active().mm(active().density.gap_mm)
        self._column.setSpacing(gap)
        self._ways.setSpacing(gap)
