"""The screen of a task: the next step, the last scan, the list, and the keys. One for all kinds: the domain says what.

Sizes are those of the density in force; a hand in a glove is served by "rugged". Nothing that is scanned opens anything
that would have to be closed before the next scan.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.task import TELLING, TaskKind, What
from desktop.domain.task_step import GOES_OUT, End, Next, is_blind
from desktop.ui import formats
from desktop.ui.keymap import chosen_key
from desktop.ui.theme.theme import active
from desktop.ui.till.grant_sheet import GrantSheet
from desktop.ui.till.pictures_presenter import PicturesPresenter
from desktop.ui.till.text_sheet import TextSheet
from desktop.ui.warehouse.alarm import AlarmCover, FlashCover
from desktop.ui.warehouse.arrival_labels_presenter import ArrivalLabels
from desktop.ui.warehouse.bin_strip import LOW_MM, BinStrip
from desktop.ui.warehouse.ending_pages import DonePage, EndPage
from desktop.ui.warehouse.goods_choice import GoodsChoice
from desktop.ui.warehouse.last_scan import LastScan
from desktop.ui.warehouse.number_pad import NumberPad
from desktop.ui.warehouse.scan_list import GOODS, ScanModel
from desktop.ui.warehouse.task_presenter import TaskPresenter
from desktop.ui.warehouse.task_rows import TaskState
from desktop.ui.warehouse.task_words import about_words, kind_title, look_words, next_words
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
from desktop.ui.words import fault_words, refusal_text

LABELS, DAMAGE, UNREADABLE = "F4", "F3", "F2"
MAKE, APART = "CMD:MAKE", "CMD:APART"
MARKED = frozenset({*(TaskKind.RECEIVE, TaskKind.TAKE_IN), *GOES_OUT, TaskKind.WRITE_OFF})
"""Kinds of task in which goods may be found damaged."""


class TaskView(Panel):
    """Widgets and the presenter, nothing else. `left()` when Esc leads back: the task waits."""

    left = Signal()

    def __init__(
        self,
        presenter: TaskPresenter,
        pictures: PicturesPresenter,
        labels: ArrivalLabels,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._labels, self._before = presenter, labels, TaskState()
        self.pictures = Pictures(self)
        self.next, self.about, self.typed = Text("", "strip", wrap=True), Text("", "body", wrap=True), Text("", "strip")
        self.typed.set_tone("primary")
        self.last, self.model = LastScan(self.pictures), ScanModel(self)
        self.table, self.sums = TwoLineTable(self.model, GOODS), Text("", "quiet", wrap=True)
        self.table.horizontalHeader().hide()
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # arrows and fingers scroll
        self.table.setMinimumHeight(1)  # a low screen shows one row of it
        self.pad, self.choice = NumberPad(), GoodsChoice()
        self.unreadable = Key(shortcut=UNREADABLE, cap="right", bind=False)
        self.back, self.labels = Key(shortcut="Ctrl+Z"), Key(shortcut=LABELS, bind=False)
        self.many, self.place = Key(shortcut="F6"), Key(shortcut="F8")
        self.damage = Key(shortcut=DAMAGE)
        self.reference, self.drop = Key(shortcut="F5"), Key(kind="danger", shortcut="F7")
        self.finish = Key(kind="next", shortcut="F9")
        self.end, self.done = EndPage(), DonePage()
        self.bin = BinStrip(presenter.bin)
        self._lay_out()
        self.sheet, self.grant = TextSheet(self), GrantSheet(self, presenter.grant)
        self.flash, self.alarm = FlashCover(self), AlarmCover(self, can_bind=True)
        self._connect(pictures)
        self.retranslate()

    def show_state(self, state: TaskState) -> None:
        """Show the task as it is now."""
        before, self._before = self._before, state
        pages = {"end": self.end, "done": self.done}
        if state.page == "end":
            self.end.show_state(state)
        if state.asks_why is not None and before.asks_why is None:
            self._ask_why(state.asks_why)
        if state.finished is not before.finished:
            self.done.show_finished(state.finished)
        self.pages.setCurrentWidget(pages.get(state.page, self.work))
        self.bin.show_task(state.task)
        self._tell_step(state)
        self._tell_middle(state)
        self._make_room()
        self._tell_trouble(state, before)
        if state.rows is not before.rows:
            self.last.show_row(state.last)
            self.model.show_rows(state.rows)
            self._tell_sums(state)
            self.work.rise()
        numbers = [row.n for row in state.rows] if state.chosen else []
        self.table.choose(numbers.index(state.chosen) if state.chosen in numbers else -1)
        self._enable(state)

    def retranslate(self) -> None:
        """Say everything again."""
        self.table.setAccessibleName(self.tr("What was scanned"))
        self.back.set_text(self.tr("Take back"))
        self.labels.set_text(self.tr("Labels"), name=self.tr("Print the labels of the last goods"))
        self.many.set_text(self.tr("Quantity"))
        self.unreadable.set_text(self.tr("No label: choose the goods"))
        self.reference.set_text(self.tr("Number"), name=self.tr("Number of the order or delivery note"))
        self.drop.set_text(self.tr("Drop"), name=self.tr("Drop this task"))
        self.finish.set_text(self.tr("Finish"))
        self.bin.retranslate()
        self.keys.lay_out()
        self._before = TaskState()
        self.show_state(self._presenter.state)
        self._tell_labels()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Signs are typed, `*` says how many, Enter applies, arrows choose a row, Esc goes one step back."""
        key, presenter = Qt.Key(event.key()), self._presenter
        if key == Qt.Key.Key_Escape:
            if not presenter.press_escape():
                self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            presenter.step_row(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_B and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            presenter.bind()
        elif not type_key(presenter, event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen is shown."""
        self.sheet.shut()
        self.grant.shut()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many keys as there is room for."""
        super().resizeEvent(event)
        self._show_labels()

    # --- inside

    def _make_room(self) -> None:
        """On a low screen what is asked of a bin stands where the last scan or next step stood; the keys stay."""
        stands_in = not self.bin.isHidden() and self.height() < active().mm(LOW_MM)
        self.middle.setVisible(not (stands_in and self.middle.currentWidget() is self.split))

    def _connect(self, pictures: PicturesPresenter) -> None:
        presenter = self._presenter
        self.pictures.wanted.connect(lambda name: self._find_picture(name, pictures))
        presenter.photos.file_wanted.connect(self._choose_photo)
        self.damage.clicked.connect(lambda: presenter.scan(APART) if self._repacks else presenter.tell_damage())
        pictures.came.connect(self.pictures.take)
        presenter.changed.connect(self.show_state)
        presenter.grant_wanted.connect(self.grant.ask)
        self.bin.bind(self.keys)
        presenter.bin.changed.connect(lambda told: self._make_room())
        self.back.clicked.connect(lambda: presenter.take_back())
        self.labels.clicked.connect(lambda: self._labels.print())
        self.unreadable.clicked.connect(lambda: presenter.list_goods())
        QShortcut(QKeySequence(chosen_key(LABELS)), self.keys, self.labels.click)
        QShortcut(QKeySequence(chosen_key(UNREADABLE)), self.keys, self.unreadable.click)
        self._labels.changed.connect(lambda told: self._tell_labels())
        self.many.clicked.connect(lambda: presenter.show_pad())
        self.place.clicked.connect(lambda: presenter.scan(MAKE) if self._repacks else presenter.leave_place())
        self.reference.clicked.connect(lambda: self._ask_reference())
        self.drop.clicked.connect(lambda: presenter.drop())
        self.finish.clicked.connect(lambda: presenter.finish())
        self.end.chosen.connect(presenter.end)
        self.end.back_pressed.connect(lambda: presenter.press_escape())
        self.done.next_asked.connect(lambda: presenter.finish())
        self.done.labels_asked.connect(lambda: self._labels.print())
        self.pad.typed.connect(presenter.press_char)
        self.pad.times.connect(presenter.press_times)
        self.pad.backspace.connect(presenter.press_backspace)
        self.pad.entered.connect(presenter.press_enter)
        self.choice.chosen.connect(presenter.choose_goods)
        self.alarm.back_pressed.connect(presenter.take_back)
        self.alarm.go_on.connect(lambda: presenter.press_escape())
        self.alarm.bind_pressed.connect(presenter.bind)
        self.table.clicked.connect(lambda index: presenter.choose_row(index.row()))

    def _tell_step(self, state: TaskState) -> None:
        words = next_words(state)
        if words != self.next.text():
            self.next.setText(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        trouble = refusal_text(state.refusal) if state.refusal is not None else ""
        look = look_words(state)
        labels = self._label_words()
        stuck = bool(labels) and self._labels.state.done != "printed" and not self._labels.state.busy
        about = [kind_title(state.task.kind), about_words(state)] if state.task else []
        self.about.setText(trouble or labels or look or " · ".join(part for part in about if part))
        warns, stops = stuck or bool(look and not labels), bool(trouble) or state.look == "drop"
        self._band.set_ground("danger" if stops else "warn" if warns else "info")
        times = f"{formats.quantity(state.times_milli)} {formats.TIMES}" if state.times_milli is not None else ""
        self.typed.setText(f"{times} {state.typed}".strip())
        self.typed.setVisible(bool(times or state.typed))

    def _tell_labels(self) -> None:
        """Say what became of labels, on the page that is shown."""
        told, words = self._labels.state, self._label_words()
        self._tell_step(self._presenter.state)
        self.done.show_labels(told.offered, words, is_stuck=told.done != "printed" and not told.busy)
        for key in (self.labels, self.done.labels):
            key.setEnabled(not told.busy)
        self._show_labels()
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _show_labels(self) -> None:
        """A second row of keys is for screens that have the room; on others the keyboard key and its code do it."""
        self.keys.show_key(self.labels, self._labels.state.offered and self.height() >= active().mm(LOW_MM))

    def _label_words(self) -> str:
        told = self._labels.state
        if told.busy:
            return self.tr("The labels are on their way…")
        if told.refusal is not None:
            return refusal_text(told.refusal)
        if told.fault is not None:
            return f"{fault_words(told.fault)[0]}. " + self.tr("%n label(s) wait as a print job.", "", told.count)
        return self.tr("%n label(s) sent to the printer.", "", told.count) if told.done else ""

    def _tell_middle(self, state: TaskState) -> None:
        if state.choice is not None:
            self.choice.show_choice(state.choice)
            self.middle.setCurrentWidget(self.choice)
        else:
            self.middle.setCurrentWidget(self.pad_page if state.page == "pad" else self.split)

    def _tell_trouble(self, state: TaskState, before: TaskState) -> None:
        if state.flash != before.flash:
            self.flash.flash(state.flash_kind)
            outline = {"ok": "ok", "unknown": "danger", "over": "danger", "stop": "danger"}.get(state.flash_kind, "")
            self._card.set_outline(outline)  # type: ignore[arg-type]
        if state.alarm is not before.alarm:
            self.alarm.show_alarm(state.alarm)
        if (state.look, state.refusal) != (before.look, before.refusal) and (state.look or state.refusal):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.about.text()))

    def _tell_sums(self, state: TaskState) -> None:
        parts = [self.tr("%n line(s)", "", state.lines), self.tr("%n scan(s)", "", len(state.rows))]
        if state.task is not None and is_blind(state.task.kind):
            here = self.tr("at {0}: %n line(s)", "", state.here).replace("{0}", state.place) if state.place else ""
            parts = [here, self._place_words(state)]
        if state.unknown:
            parts.append(self.tr("%n unknown code(s)", "", state.unknown))
        self.sums.setText(" · ".join(part for part in parts if part))

    def _place_words(self, state: TaskState) -> str:
        if not state.stops:
            return self.tr("%n place(s)", "", state.places)
        return self.tr("{0} of %n place(s)", "", state.stops).replace("{0}", str(state.stops_done))

    @property
    def _repacks(self) -> bool:
        """Goods are made of others: two keys mean something of their own."""
        task = self._presenter.state.task
        return task is not None and task.kind is TaskKind.REPACK

    def _enable(self, state: TaskState) -> None:
        self.back.setEnabled(bool(state.rows))
        self.finish.setEnabled(bool(state.rows) or bool(state.task and state.task.order_id))
        self._tell_damage(state)
        counts = state.task is not None and is_blind(state.task.kind)
        if self._repacks:
            self.place.set_text(self.tr("Make"), name=self.tr("Enough is taken: scan what is made of it"))
        else:
            self.place.set_text(self.tr("Close"), name=self.tr("Close this place: it is done"))
        self.place.setEnabled(bool(state.place) and state.step.next is not Next.MADE)
        self.keys.show_key(self.place, counts or self._repacks)
        self.keys.show_key(self.reference, not counts and not self._repacks)  # it belongs to no paper of others

    def _tell_damage(self, state: TaskState) -> None:
        """One key: goods are damaged, then how they look; goods that are repacked are taken apart."""
        if self._repacks:
            self.damage.set_text(self.tr("Apart"), name=self.tr("Take the goods apart, by their recipe"))
            self.damage.setEnabled(bool(state.rows) and state.step.next is not Next.MADE)
            self.keys.show_key(self.damage, shown=True)
            return
        what, offered = state.last.what if state.last else None, self._presenter.photos.is_offered
        if what in TELLING and offered:
            self.damage.set_text(self.tr("Photo"), name=self.tr("Take a photo of the damaged goods"))
        else:
            self.damage.set_text(self.tr("Defect"), name=self.tr("The last goods are damaged"))
        self.damage.setEnabled(what is What.GOODS or (what in TELLING and offered))
        self.keys.show_key(self.damage, state.task is not None and state.task.kind in MARKED)

    def _find_picture(self, name: str, pictures: PicturesPresenter) -> None:
        """A photo is in this till; pictures of goods are asked for."""
        state = self._presenter.state
        is_photo = any(row.what is What.PHOTO and row.picture == name for row in state.rows)
        content = self._presenter.photos.read(name) if is_photo else None
        if content is not None:
            self.pictures.take(name, content)
        else:
            pictures.ask(name)

    def _choose_photo(self) -> None:
        """The system's own dialog, which stops nothing behind it."""
        dialog = QFileDialog(self, self.tr("Choose a picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{self.tr('Pictures')} (*.jpg *.jpeg *.png *.webp)")
        dialog.fileSelected.connect(self._presenter.take_photo)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_reference(self) -> None:
        task = self._presenter.state.task
        if task is not None:
            title, label = self.tr("Number"), self.tr("Number of the order or delivery note")
            self.sheet.ask(title, label, self.tr("Keep"), task.reference, self._presenter.set_reference)

    def _ask_why(self, end: End) -> None:
        title, label = self.tr("Not as ordered"), self.tr("Why?")
        self.sheet.ask(title, label, self.tr("Finish"), "", lambda words: self._presenter.end(end, words))

    def _lay_out(self) -> None:
        self._band = Card(ground="info")
        self._words, head = QVBoxLayout(), QHBoxLayout()
        self._words.addWidget(self.next)
        self._words.addWidget(self.about)
        head.addLayout(self._words, 1)
        head.addWidget(self.typed)
        self._band.body.addLayout(head)
        self._card, scanned = Card(flush=True), Card(flush=True)
        self._card.body.addWidget(self.last, 1)
        scanned.body.addWidget(self.table, 1)
        scanned.body.addWidget(self.sums)
        self.split, self.pad_page = QWidget(), QWidget()
        self._halves, pad_column = QHBoxLayout(self.split), QVBoxLayout(self.pad_page)
        for layout in (self._halves, pad_column):
            layout.setContentsMargins(0, 0, 0, 0)
        self._halves.addWidget(self._card, 6)
        self._halves.addWidget(scanned, 5)
        pad_column.addStretch(1)
        beside = QHBoxLayout()  # a low screen has no room for a row of each
        beside.addWidget(self.unreadable)
        beside.addWidget(self.bin.count)
        pad_column.addLayout(beside)
        pad_column.addWidget(self.pad)
        self.middle = Pages()
        for page in (self.split, self.pad_page, self.choice):
            self.middle.addWidget(page)
        self.keys = KeyGrid(
            (self.back, self.many, self.place, self.damage, self.labels, self.reference, self.drop, self.finish)
        )
        work = QWidget()
        self._work = QVBoxLayout(work)
        self._work.setContentsMargins(0, 0, 0, 0)
        self._work.addWidget(self._band)
        self._work.addWidget(self.bin)
        self._work.addWidget(self.middle, 1)
        self._work.addWidget(self.keys)
        self.work, self.pages = ScrolledPage(work), Pages()
        for page in (self.work, self.end, self.done):
            self.pages.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.pages)
        self._space()

    def _space(self) -> None:
        theme, gap = active(), active().gap
        self._column.setContentsMargins(gap, gap, gap, gap)
        for layout in (self._work, self._halves):
            layout.setSpacing(gap)
        self._words.setSpacing(0)
        self._band.body.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(8))
        self.sums.setContentsMargins(theme.px(17), theme.px(6), theme.px(17), theme.px(8))
