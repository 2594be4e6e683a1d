"""What picking and packing have in common at the screen: scans, typing, what is refused, taking back, the end.

Each scan is on disk before it is shown, and the step behind it is read from there: after a power cut the screen opens
where it was.
"""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.money import parse_quantity_milli
from desktop.domain.product import Found, Product
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.operations import staff
from desktop.operations.picking import drop_picking
from desktop.operations.task_codes import BACK, Codes, plain_text, read_codes
from desktop.operations.terminal import Terminal
from desktop.store import catalogue
from desktop.ui.till.grant_presenter import GRANTABLE, Asked, GrantPresenter
from desktop.ui.warehouse.bin_presenter import BinPresenter
from desktop.ui.warehouse.filling_rows import CALM, FillLook, FillState
from desktop.ui.warehouse.task_rows import Choice
from desktop.ui.warehouse.typing_presenter import TypingPresenter

MOST_TIMES_MILLI = 99_999_000
SEVERAL = "scan.several"


class FillingPresenter(TypingPresenter):
    """`changed(FillState)`, `left()` when it is finished or dropped, `grant_wanted()` when somebody has to allow it.

    `sounded(str)`, `faulted(Fault)`; `packs(str)` is the id of an order to be packed now.
    """

    left = Signal()
    packs = Signal(str)
    grant_wanted = Signal()

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._codes: Codes | None = None
        self._products: dict[str, Product | None] = {}
        self.grant, self.bin = GrantPresenter(terminal, self), BinPresenter(terminal, self)
        self.state: FillState = FillState()

    def open(self, task_id: str) -> None:
        """Show a task in hand, as it was left."""
        self.state, self._products = FillState(flash=self.state.flash), {}
        self.bin.open(task_id)
        self._attempt(lambda: self._open(task_id))

    # --- scans

    def scan(self, raw: str | bytes) -> None:
        """Take a scan; what is asked or half typed makes way for it, a `3 *` before it counts."""
        if self.state.finished is not None or self.grant.take_badge(raw) or self.bin.take(raw):
            return
        times = self.state.times_milli
        self._set(**CALM)
        text = raw if isinstance(raw, str) else raw.decode("utf-8", errors="surrogateescape")
        self._attempt(lambda: self._scan(text, times), plain_text(raw))

    def choose_goods(self, at: int) -> None:
        """Say which of several goods a code means."""
        choice = self.state.choice
        if choice is not None and at < len(choice.found):
            self._set(choice=None)
            chosen = choice.found[at].product.id
            self._attempt(lambda: self._scan(choice.code, choice.times_milli, chosen), plain_text(choice.code))

    def take_back(self) -> None:
        """Take the last step back."""
        if self.state.finished is None and self.state.scans:
            self._set(**CALM)
            self._attempt(self._take_back)

    def take_instead(self) -> None:
        """The next goods are another article than was ordered, if this person may say so or somebody allows it."""
        self._attempt(lambda: self._do_lent(Right.SUBSTITUTE, self._take_instead))

    # --- typing

    def press_times(self) -> None:
        """Say how many times the next goods count: `3 *`."""
        if self.state.typed and self.state.page != "weigh":
            self._attempt(lambda: self._show(times_milli=self._typed_milli(), typed=""))

    def press_enter(self) -> None:
        """Take what is typed for a code."""
        if self.state.typed:
            self.scan(self.state.typed)

    def press_escape(self) -> bool:
        """One step back, nothing is lost; False when there is none and the screen may be left."""
        state = self.state
        busy = state.alarm or state.choice or state.typed or state.times_milli or state.look or state.refusal
        busy = busy or state.page != "work"
        if state.finished is not None and state.alarm is not None:
            self._show(alarm=None)
            return True
        if state.finished is not None or not busy:
            return False
        self._show(**CALM)
        return True

    # --- the task

    def finish(self) -> None:
        """Ask how to finish; where there is one way only, the second time does it."""
        state = self.state
        if state.finished is not None:
            self.left.emit()
        elif state.page != "end":
            self._show(**(CALM | {"page": "end"}))
        elif not self.is_short:
            self.end()

    @property
    def is_short(self) -> bool:
        """Whether something that was wanted is not there."""
        return self.state.done < self.state.lines

    def end(self, *, ends: bool = False) -> None:
        """Finish; with `ends` nothing more comes, whatever is missing."""
        if self.state.page == "end":
            self._attempt(lambda: self._end(ends=ends))

    def drop(self) -> None:
        """Forget the task and every scan of it; asks once where there are scans."""
        state = self.state
        if state.task is None or state.finished is not None:
            return
        if state.scans and state.look != "drop":
            self._show(**(CALM | {"look": "drop"}))
            self.sounded.emit("attention")
        else:
            self._attempt(self._drop)

    # --- what each does in its own way

    @abstractmethod
    def _last_code(self) -> str:
        """Give the code of the goods that were scanned last, empty for none."""

    @abstractmethod
    def _read(self) -> dict[str, Any]:
        """Give what the scans come to by now, as parts of the state."""

    @abstractmethod
    def _keep(self, text: str, times: int, measured_milli: int, product_id: str = "") -> None:
        """Keep a scan; of several goods with its code it is these. Refusals."""

    @abstractmethod
    def _take_another(self, granter: Person | None) -> None:
        """Keep that the next goods are another article. Refusals."""

    @abstractmethod
    def _end(self, *, ends: bool) -> None:
        """Post it. Refusals."""

    # --- inside

    def _take_more(self) -> None:
        if self.state.task is not None and (code := self._last_code()):
            self.scan(code)

    def _open(self, task_id: str) -> None:
        self._codes = read_codes(self._terminal)
        self._look_for(task_id)
        self._show(**self._read())

    @abstractmethod
    def _look_for(self, task_id: str) -> None:
        """Read the task. Refusal `task.gone`."""

    def _scan(self, text: str, times_milli: int | None, product_id: str = "") -> None:
        if plain_text(text) == BACK:
            self._take_back()
            return
        whole = times_milli is None or times_milli % 1000 == 0
        try:
            self._keep(text, (times_milli or 1000) // 1000 if whole else 1, times_milli or 0, product_id)
        except Refusal as refusal:
            if refusal.code != SEVERAL:
                raise
            self._set(choice=Choice(text, self._found(str(refusal.facts["ids"]).split()), times_milli))
            self._flash("attention")
        else:
            self._went_on()

    def _found(self, ids: Sequence[str]) -> tuple[Found, ...]:
        products = (self._product(product_id) for product_id in ids)
        return tuple(Found(product) for product in products if product)

    def _went_on(self, look: FillLook = "", about: str = "") -> None:
        self._set(**CALM)
        self._set(look=look, about=about, **self._read())
        self._flash("attention" if look else "ok")
        self.bin.look()

    def _take_back(self) -> None:
        self._keep(BACK, 1, 0)
        self._went_on("back")

    def _take_instead(self, granter: Person | None) -> None:
        self._take_another(granter)
        self._went_on("instead")

    def _do_lent(self, right: Right, act: Callable[[Person | None], None]) -> None:
        """Do what not everybody may; where somebody else can allow it, they are asked in place."""
        try:
            act(None)
        except Refusal as refusal:
            can_ask = refusal.code == GRANTABLE and self.grant.offer(
                Asked(right), lambda granter: self._attempt(lambda: act(granter))
            )
            self._set(can_ask=can_ask)
            if can_ask:
                self.grant_wanted.emit()
            raise

    def _typed_milli(self) -> int:
        milli = parse_quantity_milli(self.state.typed)
        if not 0 < milli <= MOST_TIMES_MILLI:
            raise Refusal("quantity.too_small", "A quantity must be more than zero.", "Remove the line instead.")
        return milli

    def _drop(self) -> None:
        drop_picking(self._terminal, staff.signed_in(self._terminal), self._task_id())
        self.state = FillState(flash=self.state.flash)
        self.left.emit()

    def _task_id(self) -> str:
        if self.state.task is None or self._codes is None:
            raise Refusal("task.gone", "This task was finished or dropped.", "Begin a new one.")
        return self.state.task.id

    def _product(self, product_id: str) -> Product | None:
        if product_id not in self._products:
            with self._terminal.database.reading() as connection:
                self._products[product_id] = catalogue.read_product(connection, product_id)
        return self._products[product_id]

    def _name(self, product_id: str) -> tuple[str, str]:
        """What goods are called, and their unit."""
        product = self._product(product_id)
        return (product.name or product.sku, product.unit) if product else (product_id, "")
