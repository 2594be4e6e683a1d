"""What waits for a decision: one count of several stands, or none; a document is approved or declined."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.domain.approval import APPROVE, SeenApproval
from desktop.domain.counting_matters import Seen
from desktop.domain.refusal import Refusal
from desktop.operations import counting, staff
from desktop.operations.approvals import decide_approval, see_approvals
from desktop.operations.counting_matters import see_matters
from desktop.operations.task_codes import plain_text
from desktop.operations.terminal import Terminal
from desktop.store.topics import Topic
from desktop.ui.warehouse.screen_presenter import ScreenPresenter


@dataclass(frozen=True)
class MattersState:
    """`seen` is what waits, `about` what is looked at, `choice` the number of the count that shall stand, or `none`.

    Of a document that waits the choice is `approve` or `decline`. `moved_milli` is what the last decision about a
    count moved, of `decided`; of a document `approved` tells which way it went.
    """

    seen: tuple[Seen | SeenApproval, ...] = ()
    about: Seen | SeenApproval | None = None
    choice: str = ""
    decided: Seen | SeenApproval | None = None
    moved_milli: int = 0
    approved: bool = False
    refusal: Refusal | None = None


class MattersPresenter(ScreenPresenter):
    """`changed(MattersState)`, `sounded(str)`, `faulted(Fault)`."""

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._shown = False
        self.state: MattersState = MattersState()
        self._stop = terminal.database.listen(self._on_topics)

    def enter(self) -> None:
        """The screen is shown."""
        self._shown, self.state = True, MattersState()
        self._attempt(self._reload)

    def leave(self) -> None:
        """Another screen is shown."""
        self._shown = False

    def close(self) -> None:
        """Listen no more."""
        self._stop()

    def look_at(self, matter_id: str) -> None:
        """Look at one of what waits."""
        about = next((one for one in self.state.seen if one.id == matter_id), None)
        self._show(about=about, choice="", refusal=None, decided=None)

    def choose(self, choice: str) -> None:
        """Say which count shall stand, or what becomes of a document; nothing is decided yet."""
        self._show(choice=choice, refusal=None)

    def decide(self, note: str = "") -> None:
        """Do what was chosen; stock moves at once."""
        about, choice = self.state.about, self.state.choice
        if about is not None and choice:
            self._attempt(lambda: self._decide(about, choice, note))

    def scan(self, raw: str | bytes) -> None:
        """Look at the first that waits at the place that was scanned, or about goods with this article number."""
        text = plain_text(raw).casefold()
        about = next((one for one in self.state.seen if text in map(str.casefold, one.names)), None)
        if about is None:
            self.sounded.emit("attention")
        else:
            self.look_at(about.id)
            self.sounded.emit("ok")

    def press_escape(self) -> bool:
        """Back to the list; False when it is shown already."""
        if self.state.about is None:
            return False
        self._show(about=None, choice="", refusal=None)
        return True

    def _decide(self, about: Seen | SeenApproval, choice: str, note: str) -> None:
        person = staff.signed_in(self._terminal)
        if isinstance(about, SeenApproval):
            approved = choice == APPROVE
            decide_approval(self._terminal, person, about.id, approved=approved, note=note)
            self._show(about=None, choice="", refusal=None, decided=about, approved=approved)
            self.sounded.emit("ok")
            return self._reload()
        decided = counting.decide(self._terminal, person, about.matter.id, choice, note=note)
        self._show(about=None, choice="", refusal=None, decided=about, moved_milli=decided.settles_milli)
        self.sounded.emit("ok")
        return self._reload()

    def _reload(self) -> None:
        seen = self._see()
        about = self.state.about
        if about is not None:
            about = next((one for one in seen if one.id == about.id), None)
        self._show(seen=seen, about=about, choice=self.state.choice if about else "")

    def _see(self) -> tuple[Seen | SeenApproval, ...]:
        """Documents first; who asked for one need not be let see counts."""
        person = staff.signed_in(self._terminal)
        asked = see_approvals(self._terminal, person)
        try:
            return (*asked, *see_matters(self._terminal, person))
        except Refusal:
            if not asked:
                raise
            return tuple(asked)

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if self._shown and topics & {Topic.STOCK, Topic.STAFF}:
            self._attempt(self._reload)
