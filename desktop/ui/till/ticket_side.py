"""The left of the till: last item, ticket, what is asked, and the total, always visible."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.till.customer_band import CustomerBand
from desktop.ui.till.pages import Chooser, ResumePage, sum_line
from desktop.ui.till.purse_words import pay_in_words
from desktop.ui.till.ticket_lines import LineWriter
from desktop.ui.till.till_rows import (
    AgeCheck,
    Choose,
    JustParked,
    NotFound,
    OpenAnyway,
    Opening,
    Prompt,
    Refused,
    TillState,
)
from desktop.ui.till.why_key import WhyKey
from desktop.ui.widgets.card import Card, Rule
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.last_item import LastItem
from desktop.ui.widgets.pictures import Pictures
from desktop.ui.widgets.room import Room
from desktop.ui.widgets.strip import Strip, StripAction
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.ticket_table import TicketTable
from desktop.ui.widgets.undo_chip import UndoChip
from desktop.ui.words import refusal_text

SEARCH, IGNORE, GRANT = "search", "ignore", "grant"
SHOWN_NOTE = 60
"""Letters of the receipt's note that stand beside the total; all of it is on the paper."""
OLD_ENOUGH, TOO_YOUNG = "old_enough", "too_young"
OPEN_ANYWAY, TAKE_OUT = "open_anyway", "take_out"


class TicketSide(Card):
    """`acted(name)` for what is pressed in the strip, `why_asked()` for the key beside the total."""

    acted = Signal(str)
    why_asked = Signal()

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._state = TillState()
        self._writer = LineWriter()
        self.last, self.strip, self.chip = LastItem(pictures), Strip(), UndoChip()
        self.table, self.empty = TicketTable(), EmptyState(icon_name="scan-barcode")
        self.chooser, self.resume = Chooser(), ResumePage()
        self.pages = QStackedWidget()
        for page in (self.table, self.empty, self.chooser, self.resume):
            self.pages.addWidget(page)
        self._items, self._saved = Text("", "quiet"), Text("", "quiet", tone="ok")
        self.customer = CustomerBand()
        self._note = Text("", "quiet", tone="warn", wrap=True)
        self._note.hide()
        self._total_word = Text("", "quiet")
        self.why = WhyKey("Ctrl+E")
        self.total = Figure("", "total")
        self._lay_out()
        self.strip.acted.connect(self.acted)
        self.strip.dismissed.connect(lambda: self.acted.emit(IGNORE))
        self.why.clicked.connect(self.why_asked)
        self.retranslate()

    def show_state(self, state: TillState) -> None:
        """Show the ticket."""
        before, self._state = self._state, state
        self._choose_page(state)
        if state.cart is not before.cart or state.priced is not before.priced:
            self.table.set_lines(self._writer.write(state))
            self._tell_sums(state)
            self._tell_note(state.cart.note if state.cart else "")
        self.customer.show_state(state)
        if state.selected != self.table.selected_key():
            self.table.select(state.selected)
        if state.flash != before.flash:
            self.table.flash(state.last)
        if (state.last, state.added_milli, state.cart) != (before.last, before.added_milli, before.cart):
            self._tell_last(state)
        if state.prompt is not before.prompt:
            self._tell_prompt(state.prompt)
        self._tell_removed(state, before)

    def retranslate(self) -> None:
        """Say everything again."""
        state, self._state = self._state, TillState()
        self.empty.set_words(self.tr("Scan the first item"), self.tr("or press F2 to search"))
        self._total_word.setText(self.tr("TOTAL"))
        self.total.set_name(self.tr("Total"))
        self.why.setText(self.tr("why so much?"))
        self.why.updateGeometry()
        self.last.show_item(self.tr("Last item"), "")
        self._tell_sums(state)
        self._tell_last(state)
        self._tell_prompt(state.prompt)
        self._state = TillState(removals=state.removals, flash=state.flash)
        self.show_state(state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._space()
        super().changeEvent(event)

    def _choose_page(self, state: TillState) -> None:
        page: QWidget = self.table if state.priced and (state.priced.lines or state.pay_ins) else self.empty
        if isinstance(state.prompt, Choose) and state.cart:
            self.chooser.show_choice(state.prompt, state.cart.currency)
            page = self.chooser
        elif state.resumed and state.cart and state.priced:
            opened = formats.clock_time(datetime.fromisoformat(state.cart.opened_at))
            items = self.tr("%n item(s)", "", len(state.cart.lines))
            total = formats.money(state.due_minor, state.priced.currency)
            self.resume.show_sale(self.tr("Sale of {0}").replace("{0}", opened), sum_line([items, total]))
            page = self.resume
        self.pages.setCurrentWidget(page)

    def _tell_note(self, note: str) -> None:
        shown = note if len(note) <= SHOWN_NOTE else note[: SHOWN_NOTE - 1] + "…"
        if shown != self._note.text():
            self._note.setText(shown)
            self._note.setVisible(bool(shown))

    def _tell_sums(self, state: TillState) -> None:
        priced = state.priced
        self.total.set_text(formats.money(state.due_minor, priced.currency) if priced else "")
        if priced is None or not priced.lines:
            self._items.setText("")
            self._saved.setText("")
            return
        quantity = formats.quantity(sum(line.quantity_milli for line in priced.lines))
        self._items.setText(sum_line([self.tr("%n item(s)", "", len(priced.lines)), quantity]))
        saved = formats.money(priced.discount_minor, priced.currency)
        self._saved.setText(self.tr("You save {0}").replace("{0}", saved) if priced.discount_minor else "")

    def _tell_last(self, state: TillState) -> None:
        priced, paid, title = state.priced, state.pays_in(state.last), self.tr("Last item")
        line = next((line for line in priced.lines if line.line_id == state.last), None) if priced else None
        if line is not None and priced is not None:
            quantity = formats.quantity(line.quantity_milli, line.unit)
            detail = f"{quantity} {formats.TIMES} {formats.price(line.price_e4, priced.currency)}"
            total = formats.money(line.total_minor, priced.currency)
            self.last.show_item(title, line.name, detail, total, state.picture)
        elif paid is not None and priced is not None:
            total = formats.money(paid.amount_minor, priced.currency)
            self.last.show_item(title, pay_in_words(paid.purse), "", total)
        else:
            self.last.show_item(title, formats.NO_BREAK)

    def _tell_prompt(self, prompt: Prompt | None) -> None:
        if isinstance(prompt, NotFound):
            words = self.tr("{0} not found").replace("{0}", prompt.code)
            search = StripAction(SEARCH, self.tr("Search"))
            self.strip.show_notice("danger", words, [search, StripAction(IGNORE, self.tr("Ignore"))])
        elif isinstance(prompt, Refused):
            currency = self._state.cart.currency if self._state.cart else ""
            actions = [StripAction(GRANT, self.tr("A manager allows it"), "Ctrl+G")] if prompt.grantable else []
            self.strip.show_notice("warn", refusal_text(prompt.refusal, currency), actions)
        elif isinstance(prompt, AgeCheck):
            words = self.tr("Ask for the age: {0} or over").replace("{0}", str(prompt.age))
            old = StripAction(OLD_ENOUGH, self.tr("Old enough"), "Ctrl+J")
            self.strip.show_notice("warn", words, [old, StripAction(TOO_YOUNG, self.tr("Too young"))])
        elif isinstance(prompt, Opening):
            self.strip.show_notice("info", self.tr("Head office is asked for this sale"))
        elif isinstance(prompt, OpenAnyway):
            words = self.tr("Head office does not answer. Another till may sell this too: then it is paid twice.")
            anyway = StripAction(OPEN_ANYWAY, self.tr("Open it anyway"), "Ctrl+J")
            self.strip.show_notice("warn", words, [anyway, StripAction(IGNORE, self.tr("Leave it"))])
        elif isinstance(prompt, JustParked):
            named = prompt.name or formats.money(prompt.total_minor, prompt.currency)
            words = self.tr("Parked: {0}").replace("{0}", named)
            self.strip.show_notice("ok", words, [StripAction(TAKE_OUT, self.tr("Take it back"), "Ctrl+J")])
        else:
            self.strip.clear()
        self._notice.setVisible(not self.strip.isHidden())

    def _tell_removed(self, state: TillState, before: TillState) -> None:
        if state.removals != before.removals:
            self.chip.offer(self.tr("Removed: {0}").replace("{0}", state.removed))
        elif not state.removed and before.removed:
            self.chip.withdraw()

    def _lay_out(self) -> None:
        self.body.addWidget(self.last)
        self._notice = QWidget()
        self._notice_lines = QVBoxLayout(self._notice)
        self._notice_lines.addWidget(self.strip)
        self._notice.hide()
        self.body.addWidget(self._notice)
        self.body.addWidget(Room(self.pages), 1)
        self._chip_line = QHBoxLayout()
        self._chip_line.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        self._chip_line.addStretch(1)
        self.body.addLayout(self._chip_line)
        self.body.addWidget(Rule())
        self.body.addWidget(self.customer)
        foot = QWidget()
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._foot = QHBoxLayout(foot)
        counted = QVBoxLayout()
        counted.setSpacing(0)
        counted.addStretch(1)
        counted.addWidget(self._note)
        counted.addWidget(self._items)
        counted.addWidget(self._saved)
        self._foot.addLayout(counted, 2)
        self._sum = QVBoxLayout()
        self._sum.setSpacing(0)
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(self._total_word)
        head.addSpacing(active().px(8))
        head.addWidget(self.why)
        self._sum.addLayout(head)
        self._sum.addWidget(Room(self.total))
        self._foot.addLayout(self._sum, 3)
        self.body.addWidget(Room(foot))
        self._space()

    def _space(self) -> None:
        theme = active()
        side, gap = theme.px(18), theme.px(12)
        self._notice_lines.setContentsMargins(gap, gap, gap, gap // 2)
        self._chip_line.setContentsMargins(side, 0, side, gap)
        self._foot.setContentsMargins(side, theme.px(4), side, theme.px(10))
