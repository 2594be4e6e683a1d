"""The screen of a picking or packing: the next step in large, the lines, the keys. What they do not share is below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.till.grant_sheet import GrantSheet
from desktop.ui.till.pictures_presenter import PicturesPresenter
from desktop.ui.warehouse.alarm import AlarmCover, FlashCover
from desktop.ui.warehouse.bin_strip import LOW_MM, BinStrip
from desktop.ui.warehouse.filled_pages import DrawQr, FilledPage, FillEndPage
from desktop.ui.warehouse.filling_presenter import FillingPresenter
from desktop.ui.warehouse.filling_rows import FillState
from desktop.ui.warehouse.filling_words import about_words, look_words, step_words
from desktop.ui.warehouse.goods_choice import GoodsChoice
from desktop.ui.warehouse.line_list import GOODS, LineModel
from desktop.ui.warehouse.number_pad import NumberPad
from desktop.ui.warehouse.step_card import StepCard
from desktop.ui.warehouse.typed_keys import type_key
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.key_grid import KeyGrid
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.pictures import Pictures
from desktop.ui.widgets.room import Pages
from desktop.ui.widgets.scrolling import ScrolledPage
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.two_lines import TwoLineTable
from desktop.ui.words import refusal_text


class FillingView(Panel):
    """Widgets and the presenter, nothing else. `left()` when Esc leads back: the task waits.

    `own` are the keys that this kind has beside the others.
    """

    left = Signal()

    def __init__(
        self,
        presenter: FillingPresenter,
        pictures: PicturesPresenter,
        own: tuple[Key, ...] = (),
        draw_qr: DrawQr | None = None,
    ) -> None:
        super().__init__()
        self._presenter, self._before = presenter, FillState()
        self.pictures = Pictures(self)
        self.next, self.about, self.typed = Text("", "strip", wrap=True), Text("", "body", wrap=True), Text("", "strip")
        self.typed.set_tone("primary")
        self.step, self.model, self.pad = StepCard(self.pictures), LineModel(self), NumberPad()
        self.choice = GoodsChoice()
        self.table = TwoLineTable(self.model, GOODS)
        self.table.horizontalHeader().hide()
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # fingers scroll
        self.table.setMinimumHeight(1)  # a low screen shows one row of it
        self.back, self.many = Key(shortcut="Ctrl+Z"), Key(shortcut="F6")
        self.instead, self.drop = Key(shortcut="F5"), Key(kind="danger", shortcut="F7")
        self.finish = Key(kind="next", shortcut="F9")
        self.end, self.done = FillEndPage(), FilledPage(draw_qr)
        self.bin = BinStrip(presenter.bin)
        self._lay_out((self.back, self.many, *own, self.instead, self.drop, self.finish))
        self.grant = GrantSheet(self, presenter.grant)
        self.flash, self.alarm = FlashCover(self), AlarmCover(self)
        self._connect(pictures)

    def show_state(self, state: FillState) -> None:
        """Show the task as it is now."""
        before, self._before = self._before, state
        if state.page == "end":
            self.end.show_state(state)
        if (state.finished, state.refusal) != (before.finished, before.refusal):
            self.done.show_state(state)
        self.pages.setCurrentWidget({"end": self.end, "done": self.done}.get(state.page, self.work))
        if state.choice is not None:
            self.choice.show_choice(state.choice)
        self.middle.setCurrentWidget(
            self.choice if state.choice is not None else self.pad_page if state.page == "pad" else self.split
        )
        self.bin.show_task(state.task)
        self._make_room()
        self._tell_step(state)
        self._tell_trouble(state, before)
        if (state.step, state.rows) != (before.step, before.rows):
            self.step.show_step(state.step)
            self.model.show_rows(state.rows)
            self.work.rise()
        self.back.setEnabled(bool(state.scans))
        self.instead.setEnabled("instead" in state.may)

    def retranslate(self) -> None:
        """Say everything again."""
        self.table.setAccessibleName(self.tr("What is to be done"))
        self.back.set_text(self.tr("Take back"))
        self.many.set_text(self.tr("Quantity"))
        self.instead.set_text(self.tr("Instead"), name=self.tr("Take another article instead"))
        self.drop.set_text(self.tr("Drop"), name=self.tr("Drop this task"))
        self.finish.set_text(self.tr("Finish"))
        self.bin.retranslate()
        self.keys.lay_out()
        self._before = FillState()
        self.show_state(self._presenter.state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Signs are typed, `*` says how many, Enter applies, Esc goes one step back."""
        key, presenter = Qt.Key(event.key()), self._presenter
        if key == Qt.Key.Key_Escape:
            if not presenter.press_escape():
                self.left.emit()
        elif not type_key(presenter, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list of what is to be done is there where there is room for it."""
        super().resizeEvent(event)
        self._make_room()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen is shown."""
        self.grant.shut()
        super().hideEvent(event)

    # --- inside

    def _make_room(self) -> None:
        """On a low screen the goods of the next step have all of the room, and what is asked of a bin stands in for
        them; the keys stay."""
        is_low = self.height() < active().mm(LOW_MM)
        step = self._presenter.state.step
        self._listed.setVisible(not is_low or not step.goods or step.kind == "pack")  # where it says more than the step
        stands_in = not self.bin.isHidden() and is_low
        self.middle.setVisible(not (stands_in and self.middle.currentWidget() is self.split))

    def _connect(self, pictures: PicturesPresenter) -> None:
        presenter = self._presenter
        self.pictures.wanted.connect(pictures.ask)
        pictures.came.connect(self.pictures.take)
        presenter.changed.connect(self.show_state)
        presenter.grant_wanted.connect(self.grant.ask)
        self.bin.bind(self.keys)
        presenter.bin.changed.connect(lambda told: self._make_room())
        self.back.clicked.connect(lambda: presenter.take_back())
        self.many.clicked.connect(lambda: presenter.show_pad())
        self.instead.clicked.connect(lambda: presenter.take_instead())
        self.drop.clicked.connect(lambda: presenter.drop())
        self.finish.clicked.connect(lambda: presenter.finish())
        self.end.ended.connect(lambda ends: presenter.end(ends=ends))
        self.end.back_pressed.connect(lambda: presenter.press_escape())
        self.done.next_asked.connect(lambda: presenter.finish())
        self.choice.chosen.connect(presenter.choose_goods)
        self.alarm.go_on.connect(lambda: presenter.press_escape())
        for pad in self._pads():
            pad.typed.connect(presenter.press_char)
            pad.times.connect(presenter.press_times)
            pad.backspace.connect(presenter.press_backspace)
            pad.entered.connect(presenter.press_enter)

    def _pads(self) -> tuple[NumberPad, ...]:
        return (self.pad,)

    def _tell_step(self, state: FillState) -> None:
        words = step_words(state)
        if words != self.next.text():
            self.next.setText(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        trouble = refusal_text(state.refusal) if state.refusal is not None else ""
        look = look_words(state)
        self.about.setText(trouble or look or about_words(state))
        warns = bool(look) and state.look not in ("weighed", "parcel")
        self._band.set_ground("danger" if trouble or state.look == "drop" else "warn" if warns else "info")
        times = f"{formats.quantity(state.times_milli)} {formats.TIMES}" if state.times_milli is not None else ""
        self.typed.setText(f"{times} {state.typed}".strip())
        self.typed.setVisible(bool(times or state.typed) and state.page != "weigh")

    def _tell_trouble(self, state: FillState, before: FillState) -> None:
        if state.flash != before.flash:
            self.flash.flash(state.flash_kind)
        if state.alarm is not before.alarm:
            self.alarm.show_alarm(state.alarm)
        if (state.look, state.refusal) != (before.look, before.refusal) and (state.look or state.refusal):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.about.text()))

    def _lay_out(self, keys: tuple[Key, ...]) -> None:
        self._band, self._words, head = Card(ground="info"), QVBoxLayout(), QHBoxLayout()
        self._words.addWidget(self.next)
        self._words.addWidget(self.about)
        head.addLayout(self._words, 1)
        head.addWidget(self.typed)
        self._band.body.addLayout(head)
        card, self._listed = Card(flush=True), Card(flush=True)
        card.body.addWidget(self.step, 1)
        self._listed.body.addWidget(self.table, 1)
        self.split, self.pad_page = QWidget(), QWidget()
        self._halves, pad_column = QHBoxLayout(self.split), QVBoxLayout(self.pad_page)
        for layout in (self._halves, pad_column):
            layout.setContentsMargins(0, 0, 0, 0)
        self._halves.addWidget(card, 6)
        self._halves.addWidget(self._listed, 5)
        pad_column.addStretch(1)
        pad_column.addWidget(self.bin.count)
        pad_column.addWidget(self.pad)
        self.middle, self.keys, work, self.pages = Pages(), KeyGrid(keys), QWidget(), Pages()
        self._work, self._column = QVBoxLayout(work), QVBoxLayout(self)
        self.work = ScrolledPage(work)
        self._work.setContentsMargins(0, 0, 0, 0)
        for page in (self.split, self.pad_page, self.choice):
            self.middle.addWidget(page)
        self._work.addWidget(self._band)
        self._work.addWidget(self.bin)
        self._work.addWidget(self.middle, 1)
        self._work.addWidget(self.keys)
        for page in (self.work, self.end, self.done):
            self.pages.addWidget(page)
        self._column.addWidget(self.pages)
        self._space()

    def _space(self) -> None:
        theme, gap = active(), active().gap
        self._column.setContentsMargins(gap, gap, gap, gap)
        for layout in (self._work, self._halves):
            layout.setSpacing(gap)
        self._words.setSpacing(0)
        self._band.body.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(8))
