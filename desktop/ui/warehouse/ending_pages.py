"""The last two pages of a task: how shall it end, and what came of it."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.task import TaskKind
from desktop.domain.task_step import GOES_OUT, End
from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.warehouse.task_rows import Difference, Finished, TaskState
from desktop.ui.warehouse.task_words import kind_done, kind_title
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.key_grid import KeyGrid
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.two_lines import BELOW, TwoLineTable
from desktop.ui.words import refusal_text

AnyIndex = QModelIndex | QPersistentModelIndex
GOODS, COUNTED, BOOK, DIFFERENCE = range(4)
MOST_LEFT = 12
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EndPage(Panel):
    """`chosen(End)`: what there is one way for ends with one key; of several each has its own, and none is blue."""

    chosen = Signal(object)
    back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = TaskState()
        self._title, self._sums = Text("", "title", wrap=True), Text("", "strip", wrap=True)
        self._hint = Text("", "body", tone="muted", wrap=True)
        card = Card()
        card.body.addWidget(Scrolled(self._title, self._sums, self._hint))
        self.back = Key(shortcut="Esc", cap="right", bind=False)
        self.keep, self.zero = Key(shortcut="F5", cap="right"), Key(shortcut="F6", cap="right")
        self.close_key = Key(shortcut="F8", cap="right")
        self.ask = Key(shortcut="F7", cap="right")
        self.post = Key(kind="next", icon="check", shortcut="F9", cap="right")
        self._ends = (
            (self.keep, End.KEEP),
            (self.zero, End.ZERO),
            (self.close_key, End.CLOSE),
            (self.ask, End.ASK),
            (self.post, End.POST),
        )
        self.keys = KeyGrid((self.back, *(key for key, _ in self._ends)))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(card, 1)
        self._column.addWidget(self.keys)
        self.back.clicked.connect(lambda: self.back_pressed.emit())
        for key, end in self._ends:
            key.clicked.connect(lambda _=False, end=end: self.chosen.emit(end))
        self._space()

    def show_state(self, state: TaskState) -> None:
        """Ask how this task shall end."""
        self._state = state
        if state.task is None:
            return
        for key, end in self._ends:
            self.keys.show_key(key, end in state.ends)
        uncounted, rest = End.ZERO in state.ends, End.CLOSE in state.ends
        self._title.setText(f"{kind_title(state.task.kind)}?")
        if uncounted:
            self._title.setText(self.tr("What about goods that nobody scanned at these places?"))
        parts = [self.tr("%n line(s)", "", state.lines), self.tr("%n scan(s)", "", len(state.rows))]
        if state.places:
            parts.insert(0, self.tr("%n place(s)", "", state.places))
        self._sums.setText(" · ".join(parts))
        hint = self.tr("Finish once more and it is done. Or scan on.")
        if state.task.kind is TaskKind.COUNT and not uncounted:
            hint = self._tell_count(state, hint)
        elif uncounted and state.closes:
            self._title.setText(self.tr("What about goods that nobody scanned, at places nobody counted too?"))
        if uncounted:
            hint = self.tr("Leave them: they stay as the books have them. Gone: they count as none from now on.")
        elif rest and state.task.kind is not TaskKind.COUNT:
            rest_words = [self._rest_words(state.task.kind)[0], *(_left_words(*line) for line in state.left)]
            hint = (
                "\n".join(rest_words) if state.left else self.tr("Nobody here is told how much is expected. Is it all?")
            )
        if state.unknown:
            hint = self.tr("%n code(s) nobody knows yet wait in a task of their own.", "", state.unknown) + "\n" + hint
        self._hint.setText(refusal_text(state.refusal) if state.refusal else hint)
        self._hint.set_tone("danger" if state.refusal else "muted")
        self.back.set_text(self.tr("Scan on"))
        self.keep.set_text(self.tr("Leave them"))
        self.zero.set_text(self.tr("They are gone"))
        _, closes, later = self._rest_words(state.task.kind)
        self.close_key.set_text(closes)
        self.ask.set_text(self.tr("Let it wait"), name=self.tr("Let it wait for somebody who may approve it"))
        self.post.set_text(later if rest else self.tr("Allow now") if End.ASK in state.ends else self.tr("Finish"))
        self.keys.lay_out()

    def _rest_words(self, kind: TaskKind) -> tuple[str, str, str]:
        """Say what the rest of an order is, that there will be none, and that it is for later."""
        if kind is TaskKind.COUNT:
            return "", self.tr("Count no more"), self.tr("The rest is counted later")
        if kind in GOES_OUT:
            return self.tr("Still to go:"), self.tr("Nothing more goes"), self.tr("The rest goes later")
        return self.tr("Still to come:"), self.tr("Nothing more comes"), self.tr("The rest comes later")

    def _tell_count(self, state: TaskState, hint: str) -> str:
        """Ask about places that were not counted; without any, say what becomes of goods that are asked for by name."""
        if End.CLOSE not in state.ends:
            return self.tr("Goods that were asked for and that nobody scanned count as none.") + "\n" + hint
        self._title.setText(self.tr("%n place(s) are not counted yet. What about them?", "", len(state.left)))
        names = [name for name, *_ in state.left[:MOST_LEFT]]
        return "\n".join([*names, *(["…"] if len(state.left) > MOST_LEFT else [])])

    def retranslate(self) -> None:
        """Say everything again."""
        self.show_state(self._state)

    def _space(self) -> None:
        self._column.setSpacing(active().gap)


class DonePage(Panel):
    """`next_asked()`, `labels_asked()`. Differences are shown to whoever may see them, and to nobody else."""

    next_asked = Signal()
    labels_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finished: Finished | None = None
        self._title, self._sums = Text("", "strip", tone="ok", wrap=True), Text("", "strong", wrap=True)
        self._card = Card(ground="ok")
        self._card.body.addWidget(self._title)
        self._card.body.addWidget(self._sums)
        self._told = Text("", "body", wrap=True)
        self._card.body.addWidget(self._told)
        self.model = DifferenceModel(self)
        self.table = TwoLineTable(self.model, GOODS)
        self.table.setMinimumHeight(1)  # a low screen shows one row of it
        self._list = Card(flush=True)
        self._list.body.addWidget(self.table, 1)
        self.labels = Key(shortcut="F4", cap="right")
        self.go_on = Key(kind="next", icon="check", shortcut="F9", cap="right")
        self.keys = KeyGrid((self.labels, self.go_on))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._card)
        self._column.addWidget(self._list, 1)
        self._column.addStretch(0)
        self._column.addWidget(self.keys)
        self.go_on.clicked.connect(lambda: self.next_asked.emit())
        self.labels.clicked.connect(lambda: self.labels_asked.emit())
        self._space()

    def show_finished(self, finished: Finished | None) -> None:
        """Say what came of a task."""
        self._finished = finished
        if finished is None:
            return
        parts = [self.tr("%n line(s)", "", finished.lines)]
        if finished.places:
            parts.insert(0, self.tr("%n place(s)", "", finished.places))
        self._title.setText(self.tr("It waits for an approval") if finished.waits else kind_done(finished.kind))
        self._title.set_tone("" if finished.waits else "ok")
        self._card.set_ground("warn" if finished.waits else "ok")
        differences = finished.differences
        if differences is not None:
            parts.append(self.tr("%n difference(s)", "", len(differences)) if differences else self.tr("no difference"))
        self._sums.setText(" · ".join(parts))
        self.model.show_rows(differences or ())
        self._list.setVisible(bool(differences))
        self.table.setAccessibleName(self.tr("Differences"))
        self.labels.set_text(self.tr("Print labels"), name=self.tr("Print the labels of all that came in"))
        self.go_on.set_text(self.tr("To the tasks"))
        self.keys.lay_out()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 3)

    def show_labels(self, offered: bool, words: str, *, is_stuck: bool) -> None:
        """Offer labels for goods that came in, and say what became of them."""
        self.keys.show_key(self.labels, offered)
        self._told.setText(words)
        self._told.setVisible(bool(words))
        waits = self._finished is not None and self._finished.waits
        self._card.set_ground("warn" if waits or (words and is_stuck) else "ok")

    def retranslate(self) -> None:
        """Say everything again."""
        self.show_finished(self._finished)

    def _space(self) -> None:
        self._column.setSpacing(active().gap)


class DifferenceModel(QAbstractTableModel):
    """One row a line that was not as the book said."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Difference, ...] = ()

    def show_rows(self, rows: tuple[Difference, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Lines."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Four."""
        return 0 if parent.isValid() else 4

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words and where they stand."""
        row, column = self.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.name if column == GOODS else formats.quantity(_figure(row, column), row.unit)
        if role == BELOW:
            waits = self.tr("waits for a decision") if row.waits else ""
            return " · ".join(part for part in (row.place, row.lot, waits) if part)
        if role == Qt.ItemDataRole.TextAlignmentRole and column != GOODS:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and column == DIFFERENCE:
            return active().colour("danger" if row.counted_milli < row.book_milli else "warn")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The head line."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section != GOODS:
            return _RIGHT
        names = (self.tr("Goods"), self.tr("Counted"), self.tr("Book"), self.tr("Difference"))
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None


def _left_words(name: str, left_milli: int, unit: str) -> str:
    return f"{name}: {formats.quantity(left_milli, unit)}"


def _figure(row: Difference, column: int) -> int:
    return {COUNTED: row.counted_milli, BOOK: row.book_milli}.get(column, row.counted_milli - row.book_milli)
