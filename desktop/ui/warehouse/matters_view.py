"""The screen of what waits for a decision: a list, then the counts of one side by side, or a document's lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.approval import SeenApproval
from desktop.domain.counting_matters import Seen
from desktop.ui.theme.theme import active
from desktop.ui.warehouse.approval_words import (
    about_words,
    approval_choices,
    kind_words,
    line_pairs,
    title_words,
    worth_words,
)
from desktop.ui.warehouse.choice_cards import ChoiceCards
from desktop.ui.warehouse.key_list import KeyList
from desktop.ui.warehouse.matter_words import (
    book_words,
    count_choices,
    counted_words,
    goods_words,
    signed_words,
    where_words,
)
from desktop.ui.warehouse.matters_presenter import MattersPresenter, MattersState
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.headline import Headline
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.key_grid import KeyGrid
from desktop.ui.widgets.pairs import Pairs
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
        self.listed, self.choices = KeyList("action"), ChoiceCards()
        self.about, self.lines, self._card = Headline("strip"), Pairs(), Card()
        self._card.body.addWidget(self.lines)
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
        rows = {one.id: _row(one) for one in state.seen[:MOST_LISTED]}
        self.listed.show_rows([(name, row[0]) for name, row in rows.items()], 1, [row[1] for row in rows.values()])
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
            self._tell_count(state.about, state.choice)
        self.decide.setEnabled(bool(state.choice))
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
            moved = signed_words(state.moved_milli, state.decided)
            words = self.tr("Decided: {0}, {1}.") if state.moved_milli else self.tr("Decided: {0}. The book was right.")
            self.strip.show_notice("ok", words.replace("{0}", goods_words(state.decided)).replace("{1}", moved))
        else:
            self.strip.clear()

    def _tell_count(self, seen: Seen, choice: str) -> None:
        self.about.say(" · ".join((goods_words(seen), where_words(seen))), book_words(seen))
        self._card.hide()
        self.choices.show_choices(count_choices(seen), choice)

    def _tell_document(self, seen: SeenApproval, choice: str) -> None:
        self.about.say(title_words(seen), about_words(seen))
        self.lines.set_pairs(line_pairs(seen))
        self._card.show()
        self.choices.show_choices(approval_choices(seen), choice)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_state)
        self.listed.chosen.connect(presenter.look_at)
        self.choices.chosen.connect(presenter.choose)
        self.back.clicked.connect(lambda: presenter.press_escape())
        self.decide.clicked.connect(lambda: presenter.decide(self.note.value()))

    def _lay_out(self) -> None:
        self.keys = KeyGrid((self.back, self.decide))
        waiting, one = QWidget(), QWidget()
        self._waiting, self._one = QVBoxLayout(waiting), QVBoxLayout(one)
        self._waiting.addWidget(self.title)
        self._waiting.addWidget(Scrolled(self.listed, self.more), 1)
        self._one.addWidget(self.about)
        self._one.addWidget(Scrolled(self._card, self.choices, self.note), 1)
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


def _row(seen: Seen | SeenApproval) -> tuple[str, str]:
    """What waits in two lines, and at the right how much it is about."""
    if isinstance(seen, SeenApproval):
        return f"{kind_words(seen)}\n{about_words(seen)}", worth_words(seen)
    return f"{goods_words(seen)}\n{where_words(seen)}", counted_words(seen)
