"""Home of the warehouse: what can be begun, what is in hand, what head office wants, and what was done today."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.order import Order
from desktop.domain.stock_terms import WriteOffReason
from desktop.domain.task import TaskKind
from desktop.domain.task_step import WITH_REASON, tasks_for
from desktop.domain.worked import Done
from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.warehouse.alarm import BIND_KEY
from desktop.ui.warehouse.bin_strip import COUNT_KEY, EMPTY_KEY
from desktop.ui.warehouse.home_presenter import HomePresenter
from desktop.ui.warehouse.home_rows import Held, HomeState, InHand
from desktop.ui.warehouse.key_list import KeyList
from desktop.ui.warehouse.several_page import SeveralPage
from desktop.ui.warehouse.task_words import day_words, kind_icon, kind_title, reason_words
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.key_grid import KeyGrid
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.room import Pages
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.strip import Strip, StripAction
from desktop.ui.widgets.text import Text
from desktop.ui.words import refusal_text
from desktop.ui.words_goods import REASONS

MOST_REASONS = 8
BEGIN_KEYS = ("F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9")


class HomeView(Panel):
    """Widgets and the presenter, nothing else. `sheet_asked(keys)` asks for the keys of the tasks on paper,
    `matters_asked()` for what waits for a decision."""

    sheet_asked = Signal(object)
    matters_asked = Signal()

    def __init__(self, presenter: HomePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._kinds: tuple[TaskKind, ...] = ()
        self._begin_keys: list[Key] = []
        self._reason_for = TaskKind.WRITE_OFF
        self._noted: WriteOffReason | None = None
        self.strip, self.begin = Strip(), KeyGrid(most=2)
        self.in_hand, self.waiting, self.today = KeyList(), KeyList(), Text("", "body", wrap=True)
        self.several_key, self.several = Key(size="control", shortcut="Ctrl+O", cap="right"), SeveralPage()
        self.paper = Key(kind="ghost", size="control", shortcut="Ctrl+P", cap="right")
        self.decide = Key(size="control", shortcut="Ctrl+D", cap="right")
        self.title, self.other = Text("", "title", wrap=True), Field()
        self.reasons = KeyGrid([Key(shortcut=BEGIN_KEYS[at], cap="right") for at in range(MOST_REASONS)], most=2)
        self.go, self.no = Key(kind="next", icon="check"), Key(shortcut="Esc", cap="right", bind=False)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_state(self, state: HomeState) -> None:
        """Show what there is to do."""
        if state.kinds != self._kinds:
            self._kinds = state.kinds
            self._make_begin(state.kinds)
        told = [(row.task.id, self._hand_words(row)) for row in state.in_hand]
        self.in_hand.show_rows(told, 1)
        self.waiting.show_rows(self._order_rows(state), 1 + len(told))
        self.several_key.setVisible(len(self._pick_rows(state)) > 1)
        self.decide.setVisible(bool(state.matters))
        self.decide.set_text(self.tr("%n waiting for a decision", "", state.matters))
        self._tell_several(state)
        heads = (
            self.tr("Go on with") if told else self.tr("Nothing is in hand"),
            self.tr("Orders that wait") if state.orders else self.tr("No order waits"),
            self.tr("Done today") if state.worked else self.tr("Nothing is done yet today"),
        )
        for label, words in zip(self._heads, heads, strict=True):
            label.setText(words)
        self._tell_today(state)
        if state.held is not None:
            words = self.tr("Pick it at once") if state.held.why == "at_once" else self.tr("Take it over")
            again = StripAction(state.held.why, words, "Ctrl+T")
            self.strip.show_notice("warn", self._held_words(state.held), (again,))
        elif state.refusal is not None:
            self.strip.show_notice("danger", refusal_text(state.refusal))
        elif state.wanted:
            words = self.tr("Several orders wait for {0}: choose one.").replace("{0}", state.wanted)
            self.strip.show_notice("warn", words)
        elif state.code:
            words = self.tr("{0}: choose what you do first, then scan.").replace("{0}", state.code)
            self.strip.show_notice("warn", words)
        else:
            self.strip.clear()

    def retranslate(self) -> None:
        """Say everything again."""
        self.paper.set_text(self.tr("Sheet of codes"), name=self.tr("The keys of the tasks as a sheet of codes"))
        self.several_key.set_text(self.tr("Several on one way"))
        self.go.set_text(self.tr("Begin"))
        self.no.set_text(self.tr("Back"))
        self._tell_reasons()
        self._make_begin(self._kinds)
        self.show_state(self._presenter.state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the question for a reason, or the choice of orders."""
        if event.key() == Qt.Key.Key_Escape:
            self.pages.setCurrentIndex(0)
            self._presenter.gather_none()
            self._presenter.dismiss()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen is shown."""
        self.pages.setCurrentIndex(0)
        self._presenter.leave()
        super().hideEvent(event)

    def show_reasons(self, noted: WriteOffReason | None = None) -> None:
        """Ask why goods are written off, or what there is to say of a reason that is `noted`."""
        self._noted = noted
        self.other.set_value("")
        self._tell_reasons()
        self.pages.setCurrentIndex(1)
        if noted is not None:
            self.other.setFocus()

    # --- inside

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_state)
        self.in_hand.chosen.connect(presenter.go_on)
        self.waiting.chosen.connect(lambda name: presenter.begin_order(*reversed(name.split(":"))))
        self.several_key.clicked.connect(lambda: presenter.gather())
        self.several.toggled.connect(presenter.toggle_order)
        self.several.begun.connect(presenter.begin_several)
        self.several.back_pressed.connect(lambda: presenter.gather_none())
        self.strip.acted.connect(lambda _: presenter.begin_anyway())
        self.strip.dismissed.connect(presenter.dismiss)
        self.decide.clicked.connect(lambda: self.matters_asked.emit())
        self.paper.clicked.connect(lambda: self.sheet_asked.emit(self._sheet()))
        for at, key in enumerate(self._reason_keys):
            key.clicked.connect(lambda _=False, at=at: self._choose_reason(self._reasons()[at]))
        self.other.submitted.connect(self._say_reason)
        self.go.clicked.connect(lambda: self._say_reason(self.other.value()))
        self.no.clicked.connect(lambda: self.pages.setCurrentIndex(0))

    def _make_begin(self, kinds: Sequence[TaskKind]) -> None:
        """One large key a kind; its place never changes."""
        old, keys = self._begin_keys, []
        for at, kind in enumerate(kinds):
            shortcut = BEGIN_KEYS[at] if at < len(BEGIN_KEYS) else ""
            key = Key(kind_title(kind), size="key", icon=kind_icon(kind), shortcut=shortcut, cap="below")
            key.setAccessibleName(kind_title(kind))
            key.clicked.connect(lambda _=False, kind=kind: self._begin(kind))
            keys.append(key)
        self._begin_keys = keys
        self.begin.set_keys(keys)
        for key in old:
            key.hide()
            key.deleteLater()

    def _begin(self, kind: TaskKind) -> None:
        if kind in WITH_REASON:
            self._reason_for = kind
            self.show_reasons()
        else:
            self._presenter.begin(kind)

    def _reasons(self) -> tuple[WriteOffReason, ...]:
        """Head office's list, or the program's own."""
        return self._presenter.state.reasons[:MOST_REASONS] or tuple(map(WriteOffReason, REASONS))

    def _tell_reasons(self) -> None:
        """A key for each reason and room for other words; or, where a reason asks for it, room for a note."""
        noted, reasons = self._noted, self._reasons()
        self.title.setText(reason_words(noted.name) if noted else self.tr("Why are they written off?"))
        self.other.set_label(self.tr("What happened?") if noted else self.tr("Another reason"))
        for at, key in enumerate(self._reason_keys):
            self.reasons.show_key(key, at < len(reasons) and noted is None)
            key.set_text(reason_words(reasons[at].name) if at < len(reasons) else "")
        free = noted is not None or not self._presenter.state.reasons
        self.other.setVisible(free)
        self.go.setVisible(free)
        self.reasons.lay_out()

    def _choose_reason(self, reason: WriteOffReason) -> None:
        if reason.needs_note:
            self.show_reasons(noted=reason)
        else:
            self._begin_for(reason.name)

    def _say_reason(self, words: str) -> None:
        """What was typed is a reason, or the note that a reason asks for."""
        if self._noted is not None:
            self._begin_for(self._noted.name, words)
        else:
            self._begin_for(words)

    def _begin_for(self, reason: str, note: str = "") -> None:
        if reason.strip() and (note.strip() or self._noted is None):
            self.pages.setCurrentIndex(0)
            self._presenter.begin(self._reason_for, reason.strip(), note.strip())

    def _hand_words(self, row: InHand) -> str:
        title = " · ".join(part for part in (kind_title(row.task.kind), row.task.reference) if part)
        since = formats.clock_time(datetime.fromisoformat(row.task.opened_at))
        scans = self.tr("%n scan(s)", "", row.scans)
        waits, known = self.tr("waits for its codes, then books itself"), self.tr("its codes are known: finish it")
        aside = (waits if row.unknown else known) if row.task.aside else ""
        return "\n".join(part for part in (title, f"{since} · {scans}", row.person, aside) if part)

    def _order_rows(self, state: HomeState) -> list[tuple[str, str]]:
        """One key for each task that an order waits for."""
        return [
            (f"{kind}:{order.id}", self._order_words(order, kind, state.waits.get(order.id, "")))
            for order in state.orders
            if not state.waiting or order.id in state.waiting
            for kind in tasks_for(order)
        ]

    def _pick_rows(self, state: HomeState) -> list[tuple[str, str]]:
        kind = TaskKind.PICK
        return [
            (order.id, self._order_words(order, kind, state.waits.get(order.id, "")))
            for order in state.orders
            if kind in tasks_for(order)
        ]

    def _tell_several(self, state: HomeState) -> None:
        if state.gathered is not None:
            self.several.show_state(state, self._pick_rows(state))
            self.pages.setCurrentWidget(self.several)
        elif self.pages.currentWidget() is self.several:
            self.pages.setCurrentIndex(0)

    def _order_words(self, order: Order, kind: TaskKind, faces: str) -> str:
        done = sum(not line.open_milli for line in order.lines)
        far = self.tr("blind") if order.is_blind else f"{done}/{len(order.lines)}"
        title = f"{kind_title(kind)} · {order.number} · {far}"
        who = " / ".join(part for part in (order.taken_by, order.taken_on) if part)
        said = (self._for_words(order), order.partner, order.supply, day_words(order.due), order.carrier)
        below = " · ".join(part for part in (*said, self._ready_words(order), who) if part)
        waits = self.tr("waits for refill of {0}").replace("{0}", faces) if faces and kind is TaskKind.PICK else ""
        return "\n".join(part for part in (title, below, waits) if part)

    def _for_words(self, order: Order) -> str:
        """Whom head office gave it to."""
        if order.id in self._presenter.state.mine:
            return self.tr("for you")
        return self.tr("for {0}").replace("{0}", order.assigned_to) if order.assigned_to else ""

    def _ready_words(self, order: Order) -> str:
        """When it has to be ready for its carrier."""
        if not order.cut_off:
            return ""
        at = datetime.fromisoformat(order.cut_off)
        return self.tr("ready by {0}").replace("{0}", formats.moment(at))

    def _held_words(self, held: Held) -> str:
        if held.why == "at_once":
            words = self.tr("{0} waits for refill of {1}. At once it is picked from where the goods lie.")
            return words.replace("{0}", held.order).replace("{1}", held.faces)
        if held.why == "assigned":
            words = self.tr("{0} is for {1}. Take it only when they cannot do it.")
            return words.replace("{0}", held.order).replace("{1}", held.who)
        words = self.tr("{0} is at {1} since {2}. Take it over only when you know that they left it.")
        if held.device:
            words = self.tr("{0} is at {1} on {3} since {2}. Take it over only when you know that they left it.")
        since = formats.clock_time(datetime.fromisoformat(held.since))
        for at, value in enumerate((held.who, held.order, since, held.device)):
            words = words.replace(f"{{{at}}}", value)
        return words

    def _tell_today(self, state: HomeState) -> None:
        self.today.setText("\n".join(f"{name}: {self._done_words(done)}" for name, done in state.worked))

    def _done_words(self, done: Done) -> str:
        tasks, lines = self.tr("%n task(s)", "", done.tasks), self.tr("%n line(s)", "", done.lines)
        scans = self.tr("%n scan(s)", "", done.scans)
        return f"{tasks} · {lines} · {scans}"

    def _sheet(self) -> list[tuple[str, str]]:
        """Every key of these screens, as pairs of key and words."""
        kinds = [(BEGIN_KEYS[at], kind_title(kind)) for at, kind in enumerate(self._kinds[: len(BEGIN_KEYS)])]
        tasks = (
            ("F9", self.tr("In a task: finish")),
            ("F8", self.tr("In a count: this place is done")),
            ("F8", self.tr("In a picking: the place has too little; in a packing: the weight")),
            ("F3", self.tr("In a packing: another parcel")),
            ("F2", self.tr("In a task: no readable label, choose the goods")),
            ("F3", self.tr("Where goods come or go: the last ones are damaged; pressed again: a photo of them")),
            (EMPTY_KEY, self.tr("In a task: the bin that was asked about is empty")),
            (COUNT_KEY, self.tr("In a task: have the bin counted")),
            ("F7", self.tr("In a task: drop it, pressed twice")),
            ("F5", self.tr("In a task: the number of the order")),
            ("Ctrl+Z", self.tr("In a task: take the last scan back")),
            (BIND_KEY, self.tr("In a task: the unknown code is of the goods that are scanned next")),
            ("Esc", self.tr("One step back, nothing is lost")),
        )
        goes_on = [(f"Ctrl+{at}", self.tr("Go on with task {0}").replace("{0}", str(at))) for at in range(1, 5)]
        return [*kinds, *tasks, *goes_on, *self._spoken()]

    def _spoken(self) -> list[tuple[str, str]]:
        """The words that a task understands as a scan, whichever till printed them."""
        return [
            ("CMD:BACK", self.tr("In a task: take the last scan back")),
            ("CMD:ALL", self.tr("Where goods are moved: everything that lies at the place")),
            ("CMD:BIND", self.tr("In a task: the unknown code is of the goods that are scanned next")),
            ("CMD:EMPTY", self.tr("In a task: the bin that was asked about is empty")),
            ("CMD:COUNT", self.tr("In a task: have the bin counted")),
            ("CMD:DAMAGED", self.tr("Where goods come or go: the last ones are damaged")),
            ("CMD:WRONG", self.tr("Where goods come or go: the last ones are not what was ordered")),
            ("CMD:PHOTO", self.tr("Behind one of these: a photo of them")),
            ("CMD:SHORT", self.tr("In a picking: the place has too little")),
            ("CMD:INSTEAD", self.tr("In a picking or packing: the next goods go instead of those that were ordered")),
            ("CMD:PARCEL", self.tr("In a packing: another parcel")),
            ("CMD:MAKE", self.tr("In a repacking: what comes now was made of what was taken")),
            ("CMD:APART", self.tr("In a repacking: what was taken becomes its parts")),
        ]

    def _lay_out(self) -> None:
        self._reason_keys = self.reasons.keys
        self._heads = tuple(Text("", "quiet", wrap=True) for _ in range(3))
        sections = zip(self._heads, (self.in_hand, self.waiting, self.today), strict=True)
        card = Card()
        listed = [widget for section in sections for widget in section]
        listed[4:4] = [self.several_key, self.decide]
        card.body.addWidget(Scrolled(*listed, self.paper), 1)
        home, why = QWidget(), QWidget()
        self._home, self._why, self._halves = QVBoxLayout(home), QVBoxLayout(why), QHBoxLayout()
        self._halves.addWidget(Scrolled(self.begin), 13)
        self._halves.addWidget(card, 11)
        self._home.addWidget(self.strip)
        self._home.addLayout(self._halves, 1)
        foot = KeyGrid((self.no, self.go))
        self._why.addWidget(self.title)
        self._why.addWidget(Scrolled(self.reasons, self.other), 1)
        self._why.addWidget(foot)
        self.pages = Pages()
        self.pages.addWidget(home)
        self.pages.addWidget(why)
        self.pages.addWidget(self.several)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._space()

    def _space(self) -> None:
        gap = active().gap
        for layout in (self._home, self._why):
            layout.setContentsMargins(gap, gap, gap, gap)
            layout.setSpacing(gap)
        self._halves.setSpacing(gap)
