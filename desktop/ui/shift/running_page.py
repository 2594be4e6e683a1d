"""The open shift so far: the X report on the screen, cash in and out, and the way to the closing."""

from datetime import date, datetime

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.shift.shift_rows import ShiftState
from desktop.ui.theme.theme import active
from desktop.ui.till.purse_words import pay_in_words
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.figure_card import FigureCard
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.pairs import Pair, Pairs
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.strip import Strip
from desktop.ui.widgets.text import Text
from desktop.ui.words import method_words, refusal_text

MOST_PEOPLE = 5
"""On the screen; paper has all of them."""


class RunningPage(Panel):
    """Figures and four keys; all for the view to connect."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ShiftState()
        self.title, self.detail = Text("", "title", wrap=True), Text("", "quiet", wrap=True)
        self.strip = Strip()
        self.sales, self.turnover, self.drawer = FigureCard(), FigureCard(), FigureCard()
        self.money, self.taxes, self.people = Pairs(), Pairs(), Pairs()
        self._people_word = Text("", "quiet")
        self._moved, self._tax_card = Card(), Card()
        self._moved.body.addWidget(self.money)
        for part in (self.taxes, self._people_word, self.people):
            self._tax_card.body.addWidget(part)
        self.report = Key(shortcut="Ctrl+P", cap="right")
        self.cash_in, self.cash_out = Key(shortcut="F6", cap="right"), Key(shortcut="F7", cap="right")
        self.finish = Key(kind="primary", shortcut="F9", cap="right")
        self._lay_out()
        self.retranslate()

    def show_state(self, state: ShiftState) -> None:
        """Show the shift as it stands."""
        self._state = state
        if state.shift is None or state.totals is None:
            return
        self._tell_shift(state)
        self._tell_figures(state)
        self._tell_money(state)
        for key in (self.cash_in, self.cash_out):
            key.setEnabled(state.may_move)
        if state.refusal:
            self.strip.show_notice("warn", refusal_text(state.refusal, state.currency))
        else:
            self.strip.clear()

    def retranslate(self) -> None:
        """Say everything again."""
        self.report.set_text(self.tr("X report"), name=self.tr("Print the X report"))
        self.cash_in.set_text(self.tr("Cash in"))
        self.cash_out.set_text(self.tr("Cash out"))
        self.finish.set_text(self.tr("Close shift"))
        self._moved.set_heading(self.tr("Money"))
        self._tax_card.set_heading(self.tr("Taxes"))
        self._people_word.setText(self.tr("Sales by person"))
        self.show_state(self._state)

    def _tell_shift(self, state: ShiftState) -> None:
        shift = state.shift
        assert shift is not None
        self.title.setText(self.tr("Shift {0} is open").replace("{0}", str(shift.number)))
        opened = datetime.fromisoformat(shift.opened_at)
        day = formats.date(datetime.combine(date.fromisoformat(shift.business_day), opened.time()))
        words = self.tr("since {time} · {who} · business day {day}")
        self.detail.setText(words.format(time=formats.clock_time(opened), who=shift.cashier or "–", day=day))

    def _tell_figures(self, state: ShiftState) -> None:
        totals, currency = state.totals, state.currency
        assert totals is not None
        voids = self.tr("%n taken back", "", totals.voids) if totals.voids else self.tr("none taken back")
        self.sales.show_figure(self.tr("Sales"), formats.decimal(str(totals.sales)), voids)
        given = formats.money(totals.discount_minor, currency)
        discounts = self.tr("discounts {0}").replace("{0}", given) if totals.discount_minor else self.tr("no discounts")
        self.turnover.show_figure(self.tr("Turnover"), formats.money(totals.total_minor, currency), discounts)
        if state.sees_expected:
            held = formats.money(state.expected_minor["cash"], currency)
            self.drawer.show_figure(self.tr("Should be in the drawer"), held, self.tr("float and cash of the sales"))
        else:
            hidden = self.tr("is shown after the count")
            self.drawer.show_figure(self.tr("Should be in the drawer"), "•••", hidden, "muted")

    def _tell_money(self, state: ShiftState) -> None:
        totals, currency, shift = state.totals, state.currency, state.shift
        assert totals is not None
        assert shift is not None
        pairs = [Pair(self.tr("Float"), formats.money(shift.float_minor, currency))]
        if state.sees_expected:
            taken = sorted(totals.methods, key=lambda item: item[0] != "cash")
            pairs += [Pair(method_words(name), formats.money(minor, currency)) for name, minor in taken]
        pairs += [
            Pair(self.tr("Cash put in"), formats.money(totals.cash_in_minor, currency)),
            Pair(self.tr("Cash taken out"), formats.money(-totals.cash_out_minor, currency)),
        ]
        if totals.tips and state.sees_expected:
            pairs.append(Pair(self.tr("Tips in it"), formats.money(totals.tip_minor, currency)))
        pairs += [Pair(pay_in_words(purse), formats.money(minor, currency)) for purse, minor in totals.paid_in]
        if totals.rounding_minor:
            pairs.append(Pair(self.tr("Rounding"), formats.money(totals.rounding_minor, currency)))
        if totals.returned_minor:
            pairs.append(Pair(self.tr("Goods that came back"), formats.money(-totals.returned_minor, currency)))
        given, taken_again = totals.given_by_hand.amount_minor, totals.taken_by_hand.amount_minor
        if given:
            pairs.append(Pair(self.tr("Card money given back by hand"), formats.money(-given, currency)))
        if taken_again:
            pairs.append(Pair(self.tr("Card money taken by hand"), formats.money(taken_again, currency)))
        if totals.voided_minor:
            pairs.append(Pair(self.tr("Taken back"), formats.money(-totals.voided_minor, currency)))
        pairs.append(Pair(self.tr("Drawer opened without a sale"), formats.decimal(str(totals.drawer_looks))))
        self.money.set_pairs(pairs)
        rates = [Pair(formats.percent(tax.rate_ppm), formats.money(tax.tax_minor, currency)) for tax in totals.taxes]
        self.taxes.set_pairs(rates or [Pair(self.tr("No sale yet"), "")])
        people = [
            Pair(f"{person.name} {formats.TIMES} {person.sales}", formats.money(person.total_minor, currency))
            for person in totals.people
        ]
        several = len(people) > 1
        self.people.set_pairs(people[:MOST_PEOPLE] if several else [])
        for part in (self._people_word, self.people):
            part.setVisible(several)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._heading = QVBoxLayout()
        self._heading.addWidget(self.title)
        self._heading.addWidget(self.detail)
        self._column.addLayout(self._heading)
        self._column.addWidget(self.strip)
        self._cards, self._keys = QGridLayout(), QHBoxLayout()
        for column, card in enumerate((self.sales, self.turnover, self.drawer)):
            self._cards.addWidget(card, 0, column)
            self._cards.setColumnStretch(column, 1)
        self._cards.addWidget(self._moved, 1, 0, 1, 2)
        self._cards.addWidget(self._tax_card, 1, 2)
        for key in (self.report, self.cash_in, self.cash_out):
            self._keys.addWidget(key, 1)
        self._keys.addWidget(self.finish, 2)
        figures = QWidget()
        figures.setLayout(self._cards)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Scrolled(figures), 1)
        self._column.addLayout(self._keys)
        for table in (self._moved, self._tax_card):
            table.body.addStretch(1)
        self._space()

    def _space(self) -> None:
        theme, gap = active(), active().gap
        self._column.setContentsMargins(2 * gap, 3 * gap // 2, 2 * gap, gap)
        self._column.setSpacing(gap)
        self._heading.setSpacing(theme.px(2))
        for row in (self._cards, self._keys):
            row.setSpacing(gap)
        for card in (self._moved, self._tax_card):
            card.body.setSpacing(theme.px(10))
