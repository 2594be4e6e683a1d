"""Enrolment: the address of head office, its approval, the first goods. A till switched off meanwhile goes on here."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.operations.terminal import Terminal
from desktop.store import catalogue, journal, people, shops
from desktop.store.terminal import Known, read_all_known
from desktop.store.topics import Topic
from desktop.ui.enrolment.enrolment_rows import EnrolmentState, full_address, names_itself, read_invitation
from sync.status import EngineStatus

SETTLE_MS = 200
"""Pages of the first load follow each other closely; goods are counted once for several."""

Register = Callable[[str, str, str], Awaitable[str]]
"""Register with (server, name, token) and keep what the centre said; gives active or pending. Refusal, Fault.

`server` is empty where a pairing string as the token names its addresses itself.
"""


class EnrolmentPresenter(QObject):
    """`changed(EnrolmentState)`; `enrolled()` when the centre knows this till; `ready()` when work may begin.

    `terminal()` gives the terminal as it is now: it changes when the centre has answered.
    """

    changed = Signal(object)
    enrolled = Signal()
    ready = Signal()
    sounded = Signal(str)

    def __init__(
        self,
        terminal: Callable[[], Terminal],
        register: Register,
        suggested: tuple[str, str] = ("", ""),
        write_sheet: Callable[[], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._terminal, self._register, self._write_sheet = terminal, register, write_sheet
        self._task: asyncio.Future[None] | None = None
        self._begun = False
        self._editing = False
        self._used = ""
        server, name = suggested
        me = terminal().signer
        self.state = EnrolmentState(server=server, name=name, device=me.terminal, fingerprint=me.fingerprint)
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self.reload)
        self._stop = terminal().database.listen(self._on_topics)
        self.reload()

    def reload(self) -> None:
        """Read how far this till has come."""
        terminal = self._terminal()
        with terminal.database.reading() as connection:
            known = read_all_known(connection)
            has_journal = journal.read_head(connection) is not None
            goods = catalogue.count_products(connection)
            has_shop = shops.read_shop(connection, terminal.signer.shop) is not None
            has_people = bool(people.list_people(connection))
        changes: dict[str, Any] = {"goods": goods, "may_begin": has_journal and has_shop and has_people}
        if has_journal:
            changes["step"] = "loading"
        elif known.get(Known.STATE) == "pending" and not self._editing:
            changes["step"] = "pending"
        if not self._editing:
            changes["server"] = known.get(Known.SERVER) or self.state.server
            changes["name"] = known.get(Known.NAME) or self.state.name
        self._put(**changes)
        self._begin_if_level()

    # --- the form

    def type_server(self, text: str) -> None:
        """The address of head office; a whole invitation may be pasted."""
        if not self._take(text):
            self._put(server=text, refusal=None, fault=None)

    def type_name(self, text: str) -> None:
        """What this till is called."""
        self._put(name=text, refusal=None)

    def type_token(self, text: str) -> None:
        """The code that head office gave; a whole invitation may be pasted."""
        if not self._take(text):
            self._put(token=text, whole="", refusal=None, fault=None)

    def scan(self, code: str | bytes) -> None:
        """An invitation may be scanned; anything else is refused."""
        text = code if isinstance(code, str) else code.decode("utf-8", "replace")
        taken = self.state.step == "form" and (self._take(text) or self._take_token(text))
        self.sounded.emit("ok" if taken else "stop")

    def use(self, text: str) -> None:
        """Take an invitation that was found here, once, and connect with it, unless somebody is at it already."""
        state = self.state
        is_free = not state.token and state.whole in ("", self._used)
        if state.step == "form" and is_free and text != self._used and self._take(text):
            self._used = text
            self.connect_till()

    def connect_till(self) -> None:
        """Register with head office."""
        state = self.state
        server, name = full_address(state.server), state.name.strip()
        if not server:
            self.refuse(Refusal("enrol.server", "The address of head office is missing.", field="server"))
        elif not name:
            self.refuse(Refusal("enrol.name", "This till has no name yet.", "Name it.", field="name"))
        elif state.step == "form":
            self._editing = True
            self._put(step="asking", server=server, refusal=None, fault=None)
            asked = "" if names_itself(state.whole, server) else server
            self._task = asyncio.ensure_future(self._ask(asked, name, state.whole or state.token.strip()))

    def refuse(self, refusal: Refusal) -> None:
        """Tell that this cannot be, and what can."""
        self._put(refusal=refusal)
        self.sounded.emit("stop")

    def start_over(self) -> None:
        """Back to the address, while head office has not approved this till."""
        if self.state.step == "pending":
            self._editing = True
            self._put(step="form", fault=None)

    # --- afterwards

    def show_sync(self, status: EngineStatus) -> None:
        """Take the engine's newest status: it loads the goods."""
        self._put(status=status)
        self._begin_if_level()

    def begin_work(self) -> None:
        """Begin while goods are still coming."""
        if self.state.may_begin and not self._begun:
            self._begun = True
            self.ready.emit()

    def write_sheet(self) -> None:
        """Write the recovery sheet: who keeps it can open this till's database again."""
        if self._write_sheet is not None:
            try:
                self._put(sheet=self._write_sheet(), fault=None)
            except Fault as fault:
                self._put(fault=fault)
                self.sounded.emit("stop")

    def close(self) -> None:
        """Listen no more; a question that is under way is called off."""
        self._settle.stop()
        self._stop()
        if self._task is not None:
            self._task.cancel()

    # --- inside

    async def _ask(self, server: str, name: str, token: str) -> None:
        try:
            status = await self._register(server, name, token)
        except Refusal as refusal:
            self._put(step="form")
            self.refuse(refusal)
        except Fault as fault:
            self._put(step="form", fault=fault)
            self.sounded.emit("stop")
        else:
            self._editing = False
            self._put(step="pending" if status == "pending" else "loading", token="", whole="")
            self.sounded.emit("ok")
            self.enrolled.emit()

    def _take(self, text: str) -> bool:
        """Take an invitation that names more than a token."""
        invitation = read_invitation(text)
        if invitation is None or not (invitation.server and (invitation.token or invitation.name or invitation.whole)):
            return False
        name, whole = invitation.name or self.state.name, invitation.whole
        self._put(server=invitation.server, token=invitation.token, name=name, whole=whole, refusal=None, fault=None)
        return True

    def _take_token(self, text: str) -> bool:
        invitation = read_invitation(text)
        if invitation is None:
            return False
        state = self.state
        server, token = invitation.server or state.server, invitation.token or state.token
        self._put(server=server, token=token, whole=invitation.whole, refusal=None)
        return True

    def _begin_if_level(self) -> None:
        if self.state.step == "loading" and self.state.status.state == "level":
            self.begin_work()

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.CATALOG, Topic.STAFF, Topic.SYNC}:
            self._settle.start()

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)
