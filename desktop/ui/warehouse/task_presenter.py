"""A task at the screen, whatever its kind: each scan is on disk before it is shown, and the next one always goes on.

The screen is driven by the domain: `desktop.domain.task_step` says what is wanted next, which place counts and how the
task may end. A new kind of task needs its lines there and its words in `desktop.ui.words_goods`, and nothing here.
"""

from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.task import MARKS, TELLING, Scan, Task, TaskKind, What, check_known, standing
from desktop.domain.task_step import SUGGESTS, End, Next, ends_of, follow, is_blind, leave_place, step_after
from desktop.operations import carrying, receiving, repacking, staff, task_codes, tasks
from desktop.operations.book import list_goods
from desktop.operations.counting_orders import read_route
from desktop.operations.parked_codes import BIND
from desktop.operations.putting_away import BinSearch
from desktop.operations.setting_aside import KINDS
from desktop.operations.task_codes import Codes, Understood, read_codes, understand_parking
from desktop.operations.terminal import Terminal
from desktop.store import tasks as kept
from desktop.store.topics import Topic
from desktop.ui.till.grant_presenter import GRANTABLE, Asked, GrantPresenter
from desktop.ui.warehouse.bin_presenter import BinPresenter
from desktop.ui.warehouse.binding_presenter import bind_scanned, find_unknown
from desktop.ui.warehouse.book_presenter import see_odd
from desktop.ui.warehouse.count_way_presenter import CountWay
from desktop.ui.warehouse.ending_presenter import LENT, WHY, finish, is_blind_order, read_left, read_wanted
from desktop.ui.warehouse.photo_presenter import Camera, PhotoTaking
from desktop.ui.warehouse.row_presenter import RowPresenter
from desktop.ui.warehouse.tally_presenter import Tally, measure, typed_milli
from desktop.ui.warehouse.task_rows import CALM, Alarm, Choice, Look, TaskState


class TaskPresenter(RowPresenter):
    """`changed(TaskState)`, `left()` when the task is finished or dropped, `sounded(str)`, `faulted(Fault)`.

    `grant_wanted()` when somebody else may allow it at once.
    """

    left = Signal()
    grant_wanted = Signal()

    def __init__(self, terminal: Terminal, parent: QObject | None = None, camera: Camera | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._codes: Codes | None = None
        self._tally, self._way, self._bins = Tally(terminal, {}), CountWay(), BinSearch(terminal)
        self.grant, self.bin = GrantPresenter(terminal, self), BinPresenter(terminal, self)
        self.photos = PhotoTaking(terminal, camera, self._attempt, self._show_photo)
        self.state: TaskState = TaskState()
        self._stop = terminal.database.listen(self._on_topics)

    def open(self, task_id: str) -> None:
        """Show a task in hand, as it was left."""
        self.state = TaskState(flash=self.state.flash)
        self.bin.open(task_id)
        self._attempt(lambda: self._open(task_id))

    def close(self) -> None:
        """Listen no more."""
        self._stop()

    def scan(self, raw: str | bytes) -> None:
        """Take a scan; what is asked or half typed makes way for it, a `3 *` before it counts."""
        times = self.state.times_milli
        if self.state.finished is None and not self.grant.take_badge(raw) and not self.bin.take(raw):
            self._set(typed="", times_milli=None, page="work", look="", about="", refusal=None, asked=None, chosen=0)
            self._set(alarm=None)
            self._attempt(lambda: self._scan(raw, times), task_codes.plain_text(raw))

    def choose_goods(self, at: int) -> None:
        """Say which of several goods a code means."""
        choice = self.state.choice
        if choice is not None and at < len(choice.found):
            self._set(choice=None)
            self._attempt(lambda: self._take(choice.found[at], choice.times_milli), choice.code)

    def list_goods(self) -> None:
        """The label cannot be read: ask which of the goods that may be here these are."""
        self._attempt(self._list_goods)

    def bind(self) -> None:
        """Say what a code is that nobody knows: the goods that are scanned next, after `6 *` six of them."""
        self._attempt(self._begin_binding)

    def take_back(self) -> None:
        """Take the chosen row back, else the last step."""
        self._attempt(lambda: self._take_back(self.state.chosen))

    def take_photo(self, file: str = "") -> None:
        """Take a photo of the goods that were marked last: this file, or the newest of the camera."""
        if (task := self.state.task) is not None and self.state.finished is None:
            self._attempt(lambda: self.photos.take(task, file))

    def tell_damage(self) -> None:
        """Mark the last goods as damaged; of those that are marked take a photo."""
        if self.state.last is not None and self.state.last.what in TELLING:
            self.take_photo()
        else:
            self.scan("CMD:DAMAGED")

    def press_times(self) -> None:
        """Say how many times the next goods count: `3 *`."""
        if self.state.typed:
            self._attempt(lambda: self._show(times_milli=typed_milli(self.state.typed), typed=""))

    def press_enter(self) -> None:
        """Apply what is typed: the quantity that is asked, else a code by hand."""
        typed, asked = self.state.typed, self.state.asked
        if typed and asked is not None:
            self._attempt(lambda: self._answer(asked))
        elif typed:
            self.scan(typed)

    def press_escape(self) -> bool:
        """One step back, nothing is lost; False when there is none and the screen may be left."""
        state = self.state
        busy = state.alarm or state.choice or state.asked or state.typed or state.times_milli or state.look
        if state.finished is not None or not (busy or state.page != "work" or state.chosen or state.refusal):
            return False
        self._show(**CALM)
        return True

    # --- the task

    def set_reference(self, reference: str) -> None:
        """Write down the number of an order or delivery note."""
        task = self.state.task
        if task is not None:
            self._attempt(lambda: self._show(task=tasks.refer_task(self._terminal, task.id, reference)))

    def leave_place(self) -> None:
        """This place is done: the next one is scanned first."""
        if self.state.task is not None and is_blind(self.state.task.kind) and self.state.place:
            self._set(step=leave_place())
            self._tell(look="", about="")
            self._show()

    def finish(self) -> None:
        """Ask how to finish; where there is one way only, the second time does it."""
        state = self.state
        if state.task is None:
            return
        if state.finished is not None:
            self.left.emit()
        elif state.page != "end":
            self._attempt(self._ask_end)
        elif len(state.ends) == 1:
            self.end(state.ends[0])

    def end(self, end: End, reason: str = "") -> None:
        """Finish this way: the document is posted and the task is gone; `reason` says why it is not as ordered."""
        task = self.state.task
        if task is not None and end in self.state.ends and self.state.page == "end":
            self._attempt(lambda: self._end(task, end, reason))

    def drop(self) -> None:
        """Forget the task and every scan of it; asks once where there are scans."""
        state = self.state
        if state.task is None or state.finished is not None:
            return
        if state.rows and state.look != "drop":
            self._show(**(CALM | {"look": "drop"}))
            self.sounded.emit("attention")
        else:
            self._attempt(self._drop)

    # --- inside

    def _open(self, task_id: str) -> None:
        self._codes = read_codes(self._terminal)
        places = {place.id: place.code for place in self._codes.places.values()}
        with self._terminal.database.reading() as connection:
            task, scans = kept.read(connection, task_id), kept.list_scans(connection, task_id)
        if task is None:
            raise Refusal("task.gone", "This task was finished or dropped.", "Begin a new one.")
        self._tally = Tally(self._terminal, places, is_blind(task.kind), read_wanted(self._terminal, task))
        self._way = CountWay(read_route(self._terminal, task))
        self._set(task=task)
        self._replay(task, scans)
        self._show()

    def _replay(self, task: Task, scans: tuple[Scan, ...], look: Look = "", about: str = "") -> None:
        self._tally.begin(standing(scans))
        self._set(step=step_after(task, scans))
        self._tell(look=look, about=about)

    def _scan(self, raw: str | bytes, times: int | None) -> None:
        task, codes = self._require()
        if task_codes.plain_text(raw) == BIND:
            self._begin_binding()
            return
        meant, choice = understand_parking(self._terminal, codes, raw), self.state.choice
        answer = choice.answer(meant.found) if choice else None
        self._set(choice=None)
        if self.state.binding and meant.what is not What.BACK:
            self._bind(task, self.state.binding, meant, times)
        elif choice and answer:  # a code of one of the goods that are asked about says which
            self._take(answer, choice.times_milli)
        elif meant.what is What.BACK:
            self._take_back(0)
        elif meant.what is What.PLACE:
            self._add(tasks.scan_place(self._terminal, task.id, meant.place_id, meant.code))
        elif meant.what is What.PLATE:
            person = staff.signed_in(self._terminal)
            scan = carrying.scan_plate(self._terminal, person, task.id, meant.code, meant.contents)
            self._read_codes()  # it may be a new one
            self._add(scan)
        elif meant.what is What.UNKNOWN:
            self._keep_unknown(task, meant, raw, times)
        elif meant.what in MARKS:
            self._add(receiving.mark(self._terminal, task.id, meant.what))
        elif meant.what in task_codes.REPACKING.values():
            self._add(*repacking.say(self._terminal, task.id, meant.what))
        elif meant.what is What.PHOTO:
            self.photos.take(task)
        elif not meant.found:
            self._add(*carrying.scan_all(self._terminal, task.id))
        elif len(meant.found) > 1:
            self._set(choice=Choice(meant.code, meant.found, times))
            self._look_at("choose", meant.code)
        else:
            self._take(meant.found[0], times)

    def _list_goods(self) -> None:
        task, _ = self._require()
        times, found = self.state.times_milli, list_goods(self._terminal, task, self.state.step.place_id)
        self._set(**CALM)
        self._set(choice=Choice("", tuple(found), times) if found else None)
        self._look_at("which" if found else "none_known", "")

    def _begin_binding(self) -> None:
        code = find_unknown(self.state)
        self._set(**(CALM | {"binding": code}))
        self._look_at("bind", code)

    def _bind(self, task: Task, code: str, meant: Understood, times: int | None) -> None:
        name = bind_scanned(self._terminal, code, meant, times)
        with self._terminal.database.reading() as connection:
            self._set(**CALM)
            self._replay(task, kept.list_scans(connection, task.id), "bound", name)
        self._flash("ok")

    def _keep_unknown(self, task: Task, meant: Understood, raw: str | bytes, times: int | None) -> None:
        many, place_id = max((times or 1000) // 1000, 1), self.state.step.place_id
        scan = tasks.scan_unknown(self._terminal, task.id, meant.code, many, inside=meant.inside, place_id=place_id)
        task_codes.tell_office(self._terminal, staff.signed_in(self._terminal), raw)
        self._tally.add(scan)
        self._set(alarm=Alarm(meant.code, meant.case, kept=scan.n))
        self._tell()
        self._flash("unknown")

    def _take(self, found: Found, times: int | None) -> None:
        task, _ = self._require()
        if self.state.step.next is Next.PLACE:
            raise Refusal("count.no_place", "Goods were scanned before their place.", "Scan the place first.")
        if found.product.weighed and not found.quantity_milli and times is None:
            self._set(asked=found, page="pad")
            self._look_at("weight", found.product.name)
            return
        measured, many = measure(found, times)
        self._add(*self._keep_goods(task, measured, many), found=found)

    def _take_more(self) -> None:
        more = self._tally.more()
        if more is not None:
            self._attempt(lambda: self._take(more, None), more.product.name)

    def _keep_goods(self, task: Task, found: Found, many: int) -> list[Scan]:
        """Goods are kept with a place where they are counted, or where they go best."""
        if task.kind not in SUGGESTS:
            place_id = self.state.step.place_id if is_blind(task.kind) else ""
            return repacking.keep_goods(self._terminal, task.id, found, many, place_id=place_id)
        parts = self._bins.suggest_bins(task.id, found, many)
        return tasks.scan_parts(self._terminal, task.id, found, many, parts)

    def _add(self, *scans: Scan, found: Found | None = None) -> None:
        task, _ = self._require()
        for scan in scans:
            self._tally.add(scan)
            self._set(step=follow(task, self.state.step, scan))
        if scans[-1].what is What.PLATE and scans[-1].mark:
            self._tell()
            self._scan(scans[-1].mark, None)  # its label says what is on it
            return
        doubt, about = see_odd(self._terminal, self._tally, task, found, scans[-1]) if found else ("", scans[-1].expiry)
        self._tell(look=doubt, about=about)
        self._flash("attention" if doubt else "ok")
        self.bin.look()

    def _show_photo(self, task: Task, scan: Scan) -> None:
        if task == self.state.task:
            self._add(scan)

    def _take_back(self, n: int) -> None:
        task, _ = self._require()
        gone = next((row for row in self.state.rows if row.n == n), self.state.last)
        if gone is None or self.state.finished is not None:
            return
        tasks.take_back(self._terminal, task.id, n)
        with self._terminal.database.reading() as connection:
            scans = kept.list_scans(connection, task.id)
        self._set(**CALM)
        self._replay(task, scans, "back", gone.name or gone.code)
        self._flash("attention")
        self.bin.look()

    def _answer(self, asked: Found) -> None:
        milli = typed_milli(self.state.typed)
        self._set(**CALM)
        self._take(asked, milli)

    def _ask_end(self) -> None:
        task, codes = self._require()
        self._set(**CALM)
        self.photos.check_done()
        if self.state.unknown:
            known = self.state.unknown - task_codes.learn(self._terminal, codes, task.id)
            if known:
                with self._terminal.database.reading() as connection:
                    self._replay(task, kept.list_scans(connection, task.id), "learned", str(known))
            if task.kind not in KINDS or not self.state.lines:
                check_known([row.code for row in self.state.rows if row.what is What.UNKNOWN])
        left = (*read_left(self._terminal, self._tally, task), *self._way.tell_left(self._tally))
        whole = not left and not is_blind_order(self._terminal, task)
        ends = ends_of(task, is_whole=whole, by_name=self._way.is_by_name)
        self._show(page="end", left=left, ends=ends, asks_why=None, closes=None)

    def _end(self, task: Task, end: End, reason: str, granter: Person | None = None) -> None:
        closes = self.state.closes
        if task.kind is TaskKind.COUNT and len(self.state.left) and closes is None and not self._way.is_by_name:
            self._show(closes=end is End.CLOSE, ends=ends_of(task), refusal=None)
            return
        try:
            finished = finish(self._terminal, self._tally, task, end, reason, closes=bool(closes), granter=granter)
        except Refusal as refusal:
            if refusal.code == GRANTABLE and task.kind in LENT:
                self._ask_allowed(task, end, reason, refusal)
                return
            if refusal.code not in WHY or reason:
                raise
            self._show(asks_why=end, refusal=refusal)
            return
        self.sounded.emit("ok")
        self._show(finished=finished, page="done", look="", refusal=None)

    def _ask_allowed(self, task: Task, end: End, reason: str, refusal: Refusal) -> None:
        """It is more than this person may do alone: somebody allows it now, or what can wait waits."""
        currency, worth = self._codes.shop.currency if self._codes else "", int(refusal.facts.get("amount_minor") or 0)
        waits = task.kind is TaskKind.WRITE_OFF
        goes_on = End.POST if waits else end
        asked = Asked(Right(str(refusal.facts.get("right", LENT[task.kind]))), amount_minor=worth, currency=currency)
        can = self.grant.offer(asked, lambda who: self._attempt(lambda: self._end(task, goes_on, reason, who)))
        self._show(refusal=refusal, **({"ends": (End.ASK, End.POST) if can else (End.ASK,)} if waits else {}))
        self.sounded.emit("attention")
        if can:
            self.grant_wanted.emit()

    def _drop(self) -> None:
        task, _ = self._require()
        tasks.drop_task(self._terminal, task.id)
        self.state = TaskState(flash=self.state.flash)
        self.left.emit()

    def _require(self) -> tuple[Task, Codes]:
        if self.state.task is None or self._codes is None:
            raise Refusal("task.gone", "This task was finished or dropped.", "Begin a new one.")
        return self.state.task, self._codes

    def _look_at(self, look: Look, about: str) -> None:
        self._set(look=look, about=about)
        self._flash("attention")

    def _tell(self, **values: Any) -> None:
        """Write down what the scans come to."""
        tally, place_id = self._tally, self.state.step.place_id
        self._set(
            rows=tally.rows,
            place=tally.codes.get(place_id, ""),
            here=tally.here(place_id),
            why=self._bins.rules.get(self.state.step.suggested_id),
            places=len(tally.places),
            lines=len(tally.sums),
            unknown=tally.unknown(),
            **(self._way.tell(self.state.step, tally) | values),
        )

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        """Places come and go with the shop's terms."""
        if Topic.CATALOG in topics and self._codes is not None:
            self._attempt(self._read_codes)

    def _read_codes(self) -> None:
        self._codes = read_codes(self._terminal)
        self._tally.codes |= {place.id: place.code for place in self._codes.places.values()}
