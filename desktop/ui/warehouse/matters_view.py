"""The screen of what waits for a decision: a list, then the counts of one side by side, or a document's lines."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.approval import SeenApproval
from desktop.domain.counting_matters import NONE, Counting, Seen
from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.warehouse.approval_words import about_words, choice_words, line_words, title_words
from desktop.ui.warehouse.key_list import KeyList
from desktop.ui.warehouse.matters_presenter import MattersPresenter, MattersState
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.headline import Headline
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.key_grid import KeyGrid
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.room import Pages
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.strip import Strip
from desktop.ui.widgets.text import Text
from desktop.ui.words import refusal_text

MOST_LISTED = 30


class MattersView(Panel):
    """Widgets and the presenter, nothing else. `left()` when Esc leads back from the list."""

    left = Signal()

    def __init__(self, presenter: MattersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.strip, self.title, self.more = Strip(), Text("", "strip", wrap=True), Text("", "body", wrap=True)
        self.listed, self.counts = KeyList("action"), KeyList("action")
        self.about = Headline("strip")
        self.lines = Text("", "strong", wrap=True)
        self.note = Field()
        self.back = Key(size="control", shortcut="Esc", cap="right", bind=False)
        self.decide = Key(kind="next", size="control", icon="check", shortcut="F9", cap="right")
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_state(self, state: MattersState) -> None:
        """Show what waits, or the counts of what is looked at."""
        self._tell_strip(state)
        self.title.setText(self.tr("What do you decide?") if state.seen else self.tr("Nothing waits for a decision"))
        self.listed.show_rows([(one.id, self._row_words(one)) for one in state.seen[:MOST_LISTED]], 1)
        more = len(state.seen) - MOST_LISTED
        self.more.setText(self.tr("%n more when these are decided", "", more) if more > 0 else "")
        self.more.setVisible(more > 0)
        if state.about is None:
            self.note.set_value("")
            self.pages.setCurrentIndex(0)
            return
        if isinstance(state.about, SeenApproval):
            self._tell_document(state.about, state.choice)
        else:
            self._tell_about(state.about, state.choice)
        self.pages.setCurrentIndex(1)

    def retranslate(self) -> None:
        """Say everything again."""
        self.note.set_label(self.tr("Note (may stay empty)"))
        self.back.set_text(self.tr("Back"))
        self.decide.set_text(self.tr("Decide"))
        self.keys.lay_out()
        self.show_state(self._presenter.state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self._presenter.press_escape():
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen is shown."""
        self._presenter.leave()
        super().hideEvent(event)

    # --- inside

    def _tell_strip(self, state: MattersState) -> None:
        if state.refusal is not None:
            self.strip.show_notice("danger", refusal_text(state.refusal))
        elif isinstance(state.decided, SeenApproval):
            words = self.tr("Approved: {0}.") if state.approved else self.tr("Not booked: {0}.")
            self.strip.show_notice("ok", words.replace("{0}", title_words(state.decided)))
        elif state.decided is not None:
            moved = _signed(state.moved_milli, state.decided)
            words = self.tr("Decided: {0}, {1}.") if state.moved_milli else self.tr("Decided: {0}. The book was right.")
            self.strip.show_notice("ok", words.replace("{0}", _goods(state.decided)).replace("{1}", moved))
        else:
            self.strip.clear()

    def _tell_about(self, seen: Seen, choice: str) -> None:
        goods = " · ".join(part for part in (_goods(seen), seen.place, seen.matter.lot) if part)
        book = self.tr("The book has {0} now.").replace("{0}", _quantity(seen.book_now_milli, seen))
        self.about.say(goods, book)
        rows = [(str(n), self._count_words(n, one, seen)) for n, one in enumerate(seen.matter.counts, 1)]
        undone = _signed(seen.matter.undo_milli, seen) if seen.matter.undo_milli else self.tr("nothing moves")
        rows.append((NONE, "\n".join((self.tr("None of them"), undone))))
        self._tell_choices(rows, choice)
        self.lines.hide()

    def _tell_document(self, seen: SeenApproval, choice: str) -> None:
        self.about.say(title_words(seen), about_words(seen))
        self.lines.setText("\n".join(line_words(line) for line in seen.lines))
        self.lines.show()
        self._tell_choices(choice_words(seen), choice)

    def _tell_choices(self, rows: Sequence[tuple[str, str]], choice: str) -> None:
        self.counts.show_rows([(name, f"{'✓' if name == choice else '○'} {words}") for name, words in rows], 1)
        self.decide.setEnabled(bool(choice))

    def _row_words(self, seen: Seen | SeenApproval) -> str:
        if isinstance(seen, SeenApproval):
            return f"{title_words(seen)}\n{about_words(seen)}"
        return self._matter_words(seen)

    def _matter_words(self, seen: Seen) -> str:
        counted = " / ".join(_quantity(one.counted_milli, seen) for one in seen.matter.counts)
        where = " · ".join(part for part in (seen.place, seen.matter.lot) if part)
        words = self.tr("counted {0}, the book has {1}").replace("{0}", counted)
        return f"{_goods(seen)}\n{where} · {words.replace('{1}', _quantity(seen.book_now_milli, seen))}"

    def _count_words(self, n: int, one: Counting, seen: Seen) -> str:
        """What somebody counted; what the book said then and what moved since; what it would move."""
        since_milli = seen.book_now_milli - one.book_milli
        then = self.tr("Book then {0} · moved since {1}").replace("{0}", _quantity(one.book_milli, seen))
        moves = self.tr("If it stands: {0}").replace("{0}", _signed(one.settles_milli, seen))
        who = " · ".join(part for part in (seen.people[n - 1], formats.moment(datetime.fromisoformat(one.at))) if part)
        counted = self.tr("Counted {0}").replace("{0}", _quantity(one.counted_milli, seen))
        return f"{counted} · {who}\n{then.replace('{1}', _signed(since_milli, seen))}\n{moves}"

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_state)
        self.listed.chosen.connect(presenter.look_at)
        self.counts.chosen.connect(presenter.choose)
        self.back.clicked.connect(lambda: presenter.press_escape())
        self.decide.clicked.connect(lambda: presenter.decide(self.note.value()))

    def _lay_out(self) -> None:
        self.keys = KeyGrid((self.back, self.decide))
        waiting, one = QWidget(), QWidget()
        self._waiting, self._one = QVBoxLayout(waiting), QVBoxLayout(one)
        self._waiting.addWidget(self.title)
        self._waiting.addWidget(Scrolled(self.listed, self.more), 1)
        self._one.addWidget(self.about)
        self._one.addWidget(Scrolled(self.lines, self.counts, self.note), 1)
        self._one.addWidget(self.keys)
        self.pages = Pages()
        self.pages.addWidget(waiting)
        self.pages.addWidget(one)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.strip)
        self._column.addWidget(self.pages, 1)
        self._space()

    def _space(self) -> None:
        gap = active().gap
        self._column.setContentsMargins(gap, gap, gap, gap)
        for layout in (self._column, self._waiting, self._one):
            layout.setSpacing(gap)
        for layout in (self._waiting, self._one):
            layout.setContentsMargins(0, 0, 0, 0)


def _goods(seen: Seen) -> str:
    return seen.product.name if seen.product else seen.matter.product_id


def _quantity(milli: int, seen: Seen) -> str:
    return formats.quantity(milli, seen.product.unit if seen.product else "")


def _signed(milli: int, seen: Seen) -> str:
    return f"{'+' if milli > 0 else ''}{_quantity(milli, seen)}"
