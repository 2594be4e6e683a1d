"""Closing a shift: count blind, look at it once more, close; then what should have been there."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.shift import UNAPPROVED, UNCOUNTED, Closing
from desktop.ui import formats
from desktop.ui.shift.clue_card import ClueCard
from desktop.ui.shift.compare_table import CompareTable
from desktop.ui.shift.count_card import CountCard
from desktop.ui.shift.pad_page import PadPage
from desktop.ui.shift.shift_rows import ShiftState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.figure_card import FigureCard
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.strip import Strip
from desktop.ui.widgets.text import Text
from desktop.ui.words import refusal_text


class CountPage(PadPage):
    """What is there, before anybody says what should be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ShiftState()
        self.count = CountCard(methods=True)
        self.card.body.addWidget(self.count, 1)
        self.drawer, self.skip = Key(kind="plain", size="control"), Key(kind="quiet", size="control")
        self.aside.addWidget(self.drawer)
        self.aside.addWidget(self.skip)
        self.retranslate()

    def show_state(self, state: ShiftState) -> None:
        """Show what was counted so far."""
        self._state = state
        self.count.show_state(state)
        self.keep_in_sight(self.count.rows.get(state.slot))
        self.drawer.setEnabled(state.may_open_drawer)
        self.show_allow(state)
        self.detail.setText(self._hint(state))
        self.go.setEnabled("cash" in state.counted_minor)
        if state.refusal:
            self.strip.show_notice("warn", refusal_text(state.refusal, state.currency))
        elif state.recount:
            words = self.tr("This is far from what the till expects. Count once more, then go on.")
            self.strip.show_notice("warn", words)
        else:
            self.strip.clear()

    def retranslate(self) -> None:
        """Say everything again."""
        self.title.setText(self.tr("Count what is there"))
        self.drawer.set_text(self.tr("Open the drawer"))
        self.skip.set_text(self.tr("It cannot be counted"))
        self.go.set_text(self.tr("Next"))
        self.show_state(self._state)

    def _hint(self, state: ShiftState) -> str:
        hints = [self.tr("What should be there is shown afterwards.")]
        if state.parked:
            hints.append(self.tr("%n parked sale(s) stay for the next shift.", "", state.parked))
        return " ".join(hints)


class ClosePage(Panel):
    """The frame of review and closing: a heading, a table of methods, keys below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ShiftState()
        self.title, self.detail = Text("", "title", wrap=True), Text("", "quiet", wrap=True)
        self.strip, self.table = Strip(), CompareTable()
        self._card = Card()
        self._card.body.addWidget(self.table)
        self.figures, self.keys = QHBoxLayout(), QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._heading = QVBoxLayout()
        self._heading.addWidget(self.title)
        self._heading.addWidget(self.detail)
        self._column.addLayout(self._heading)
        self._column.addWidget(self.strip)
        self._column.addLayout(self.figures)
        self._held = Scrolled(self._card)
        self._column.addWidget(self._held, 1)
        self._column.addLayout(self.keys)
        self._space()

    def retranslate(self) -> None:
        """Say everything again."""

    def _space(self) -> None:
        theme, gap = active(), active().gap
        self._column.setContentsMargins(2 * gap, 3 * gap // 2, 2 * gap, gap)
        self._column.setSpacing(gap)
        self._held.column.setSpacing(gap)
        self._heading.setSpacing(theme.px(2))
        for row in (self.figures, self.keys):
            row.setSpacing(gap)


class ReviewPage(ClosePage):
    """Once more before it cannot be undone; who may not know sees only what was counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.again = Key(shortcut="Esc", cap="right", bind=False)
        self.anyway, self.allow = Key(kind="quiet"), Key(kind="primary", shortcut="Ctrl+G", cap="right")
        self.finish = Key(kind="primary", shortcut="F9", cap="right")
        for key, share in ((self.again, 1), (self.anyway, 1), (self.allow, 2), (self.finish, 2)):
            self.keys.addWidget(key, share)
        self.retranslate()

    def show_state(self, state: ShiftState) -> None:
        """Show the count, and beside it what should be there if that may be known."""
        self._state = state
        counts, counted = state.compared, {} if state.uncounted else state.counted_minor
        self._card.setVisible(not state.uncounted)
        self.table.show_counts(counts, counted, state.currency, blind=not state.sees_expected)
        self.anyway.setVisible(state.needs_approval)
        self.allow.setVisible(state.needs_approval and state.can_ask)
        self.finish.setHidden(state.needs_approval)
        self.title.setText(self.tr("Close shift {0}?").replace("{0}", str(state.number)))
        self.detail.setText(self._hint(state))
        if state.refusal:
            self.strip.show_notice("warn", refusal_text(state.refusal, state.currency))
        else:
            self.strip.clear()

    def retranslate(self) -> None:
        """Say everything again."""
        self.again.set_text(self.tr("Count again"))
        self.anyway.set_text(self.tr("Nobody is here: close"))
        self.allow.set_text(self.tr("Somebody else allows it"))
        self.finish.set_text(self.tr("Close shift"))
        self.show_state(self._state)

    def _hint(self, state: ShiftState) -> str:
        hints = [self.tr("A closed shift cannot be opened again.")]
        if state.uncounted:
            hints.append(
                self.tr("Nothing was counted: it is closed with what should be there, and the closing says so.")
            )
        if state.needs_approval:
            hints.append(self.tr("Without approval it is closed all the same, and head office is told."))
        if state.unsent:
            hints.append(
                self.tr("%n entries are safe on this till and go to head office by themselves.", "", state.unsent)
            )
        return " ".join(hints)


class ClosedPage(ClosePage):
    """Closed: the Z number, what was there and what should have been."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.turnover, self.grand = FigureCard(), FigureCard(), FigureCard()
        for card in (self.number, self.turnover, self.grand):
            self.figures.addWidget(card, 1)
        self.again = Key(shortcut="Ctrl+P", cap="right")
        self.next = Key(kind="primary", shortcut="F9", cap="right")
        self.keys.addWidget(self.again, 1)
        self.keys.addWidget(self.next, 2)
        self.clues = ClueCard()
        self._held.column.insertWidget(1, self.clues)
        self.retranslate()

    def show_state(self, state: ShiftState) -> None:
        """Show the closing."""
        self._state = state
        closing = state.closing
        if closing is None:
            return
        counted = {count.method: count.counted_minor for count in closing.counts}
        self.table.show_counts(closing.counts, counted, state.currency, blind=False)
        when = formats.moment(datetime.fromisoformat(closing.occurred_at))
        self.title.setText(self.tr("Shift {0} is closed").replace("{0}", str(closing.z_number)))
        self.detail.setText(self._who(when, closing))
        self.clues.show_clues(state.clues, state.currency)
        sales = self.tr("%n sale(s)", "", closing.sales)
        printed = self.tr("sent to the printer") if state.copies else ""
        self.number.show_figure(self.tr("Z report"), str(closing.z_number), printed)
        self.turnover.show_figure(self.tr("Turnover"), formats.money(closing.total_minor, state.currency), sales)
        since = self.tr("all shifts of this till")
        self.grand.show_figure(self.tr("Grand total"), formats.money(closing.grand_total_minor, state.currency), since)
        self._tell_difference(state)

    def retranslate(self) -> None:
        """Say everything again."""
        self.again.set_text(self.tr("Print again"), name=self.tr("Print the Z report again"))
        self.next.set_text(self.tr("Next shift"))
        self.show_state(self._state)

    def _who(self, when: str, closing: Closing) -> str:
        told = [when, closing.cashier]
        if closing.granter:
            told.append(self.tr("allowed by {0}").replace("{0}", closing.granter))
        if UNCOUNTED in closing.remarks:
            told.append(self.tr("not counted"))
        if UNAPPROVED in closing.remarks:
            told.append(self.tr("not approved"))
        return " · ".join(told)

    def _tell_difference(self, state: ShiftState) -> None:
        closing = state.closing
        off = [count for count in closing.counts if count.difference_minor] if closing else []
        if closing and UNCOUNTED in closing.remarks:
            self.strip.show_notice("warn", self.tr("Nothing was counted; head office is told."))
            return
        if not off:
            self.strip.show_notice("ok", self.tr("Everything is there, to the cent."))
            return
        worst = max(off, key=lambda count: abs(count.difference_minor))
        words = self.tr("{0} are missing.") if worst.difference_minor < 0 else self.tr("{0} are over.")
        amount = formats.money(abs(worst.difference_minor), state.currency)
        self.strip.show_notice("warn", words.replace("{0}", amount))
