"""The first start: typed, pasted or scanned; refused with the way out; approved; loaded; and gone on with later."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.operations import journals
from desktop.operations.terminal import Terminal
from desktop.replication.changes import apply_page
from desktop.replication.recording import Signer
from desktop.store.database import Database
from desktop.store.migrate import migrate
from desktop.store.replica_file import ReplicaFile, make_empty
from desktop.store.terminal import save_known
from desktop.store.topics import Topic
from desktop.ui.enrolment.enrolment_rows import Invitation, full_address, read_invitation
from desktop.ui.enrolment.presenter import EnrolmentPresenter
from desktop.ui.enrolment.view import EnrolmentView
from desktop.ui.language import install_language
from desktop.ui.shell import Screen, Shell
from desktop.ui.shell_presenter import ShellPresenter
from sync.status import EngineStatus
from sync.wire.fingerprint import fingerprint_groups
from tests.edges import SettableClock
from tests.terminals import ENGLISH, _pages

KEY = b"k" * 32
TOKEN = "K7QM-3F9T-XH2P-8DRW-5JNC"
PAIRING = f"ECK$2${'9F' * 16}${'A1' * 32}$HTTP://10.0.0.5:8080/E,HTTPS://H.EXAMPLE/E${TOKEN}"


@pytest.mark.parametrize(
    ("text", "invitation"),
    [
        (TOKEN, Invitation(token=TOKEN)),
        (f" {TOKEN}\r", Invitation(token=TOKEN)),
        ("https://head-office.example/console/", Invitation("https://head-office.example")),
        (f"https://h.example/?token={TOKEN}&name=Till%203", Invitation("https://h.example", TOKEN, "Till 3")),
        (f"eckwms://enrol?server=https://h.example:8443&token={TOKEN}", Invitation("https://h.example:8443", TOKEN)),
        (f'{{"server": "http://10.0.0.5:8080", "token": "{TOKEN}"}}', Invitation("http://10.0.0.5:8080", TOKEN)),
        (PAIRING, Invitation("http://10.0.0.5:8080", TOKEN, whole=PAIRING)),
        (f"{PAIRING}\r".replace(f"${TOKEN}", ""), Invitation("http://10.0.0.5:8080", whole=PAIRING[: -len(TOKEN) - 1])),
        ("bodum-zapal", Invitation(token="bodum-zapal")),
        ("K7M 2QX", Invitation(token="K7M 2QX")),
        ("4006381333931", None),
        ("ECK$1$" + PAIRING[6:], None),
        ("{broken", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_what_head_office_gives_is_read(text: str, invitation: Invitation | None) -> None:
    assert read_invitation(text) == invitation


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("h.example", "https://h.example"),
        (" https://h.example/ ", "https://h.example"),
        ("http://10.0.0.5:8080", "http://10.0.0.5:8080"),
        ("", ""),
    ],
)
def test_an_address_is_encrypted_unless_somebody_says_otherwise(typed: str, address: str) -> None:
    assert full_address(typed) == address


@dataclass
class Centre:
    """The other end of the line: what it was asked, and what it says."""

    says: str | Exception = "active"
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    enrolled: int = 0
    ready: int = 0
    disk: Fault | None = None

    def write_sheet(self) -> str:
        if self.disk is not None:
            raise self.disk
        return "/till/exports/recovery-sheet.pdf"

    async def register(self, server: str, name: str, token: str) -> str:
        self.asked.append((server, name, token))
        await asyncio.sleep(0)
        if isinstance(self.says, Exception):
            raise self.says
        return self.says


@dataclass
class Start:
    """The screen of a till that nobody knows yet."""

    terminal: Terminal
    replica: Path
    shell: Shell
    presenter: EnrolmentPresenter
    view: EnrolmentView
    centre: Centre

    def fill(self, *feeds: str) -> None:
        """Pages of these feeds arrive."""
        replica = ReplicaFile(self.replica, KEY)
        for page in _pages(ENGLISH):
            if page.cursor.feed.partition(":")[0] in feeds:
                apply_page(replica, page)
        replica.close()
        self.terminal.database.announce(Topic.CATALOG)


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SettableClock) -> Iterator[Start]:
    """A new till before its first start."""
    install_language(qapp, "en")
    database = Database(tmp_path / "journal.db", KEY)
    migrate(database)
    replica = tmp_path / "replica-empty.db"
    make_empty(replica, KEY)
    database.attach_replica(replica, KEY)
    terminal = Terminal(database, clock, Signer("device-1", "s1", "key", b"p" * 32, lambda data: b"s" * 64), "Till")
    centre = Centre()
    presenter = EnrolmentPresenter(lambda: terminal, centre.register, write_sheet=centre.write_sheet)
    presenter.enrolled.connect(lambda: setattr(centre, "enrolled", centre.enrolled + 1))
    presenter.ready.connect(lambda: setattr(centre, "ready", centre.ready + 1))
    shell = Shell(ShellPresenter(terminal))
    view = EnrolmentView(presenter)
    shell.add_screen(Screen("enrolment", "First start", view, scan=presenter.scan, chrome="bare", in_menu=False))
    shell.show_screen("enrolment")
    shell.resize(1366, 768)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    yield Start(terminal, replica, shell, presenter, view, centre)
    presenter.close()
    shell.presenter.close()
    shell.close()
    shell.deleteLater()
    database.close()


async def done(start: Start) -> None:
    """Wait until the centre has answered."""
    assert start.presenter._task is not None
    await start.presenter._task


def typed(start: Start, server: str = "h.example", name: str = "Till 3", token: str = "") -> None:
    """Fill the form."""
    start.presenter.type_server(server)
    start.presenter.type_name(name)
    start.presenter.type_token(token)


async def test_a_till_with_a_code_is_let_in_and_waits_for_its_goods(start: Start, qtbot: QtBot) -> None:
    typed(start, token=TOKEN)
    start.view.form.go.click()
    assert start.view.form.go.text() == "Asking head office…"
    assert not start.view.form.go.isEnabled()
    await done(start)
    assert start.centre.asked == [("https://h.example", "Till 3", TOKEN)]
    assert start.presenter.state.step == "loading"
    assert start.presenter.state.token == "", "a code is used once and not shown again"
    assert start.centre.enrolled == 1
    assert start.centre.ready == 0


async def test_a_till_without_a_code_waits_for_approval(start: Start, qtbot: QtBot) -> None:
    start.centre.says = "pending"
    typed(start)
    start.view.form.go.click()
    await done(start)
    assert start.presenter.state.step == "pending"
    shown = [pair.value for pair in start.view.pending.facts.pairs]
    assert shown == ["Till 3", "device-1", fingerprint_groups(b"p" * 32), "https://h.example"]
    assert "Step 2 of 3" in start.view.steps.accessibleName()


async def test_the_address_may_be_changed_while_waiting(start: Start, qtbot: QtBot) -> None:
    start.centre.says = "pending"
    typed(start)
    start.presenter.connect_till()
    await done(start)
    start.view.pending.back.click()
    assert start.presenter.state.step == "form"
    with start.terminal.database.writing(Topic.SYNC) as connection:
        save_known(connection, state="pending", server="https://h.example", name="Till 3")
    start.presenter.reload()
    assert start.presenter.state.step == "form", "what is being typed is not taken away"
    start.presenter.type_server("other.example")
    start.presenter.connect_till()
    await done(start)
    assert start.centre.asked[-1][0] == "https://other.example"


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        ("offline.network", "no network"),
        ("offline.internet", "letter by letter"),
        ("offline.server", "does not answer"),
        ("offline.certificate", "CA file"),
        ("offline.clock", "date and time"),
        ("offline.captive", "web page"),
        ("broken", "does not hold together"),
    ],
)
async def test_trouble_with_the_line_names_the_way_out(start: Start, qtbot: QtBot, cause: str, words: str) -> None:
    start.centre.says = Fault(cause, "The centre cannot be reached", "the machine's own words", "English")
    typed(start)
    start.presenter.connect_till()
    await done(start)
    assert words in start.view.form.strip.text
    assert start.view.form.go.isEnabled()
    assert start.view.form.server.value() == "https://h.example", "what was typed stays"


async def test_an_address_that_cannot_be_one_is_refused_at_its_field(start: Start, qtbot: QtBot) -> None:
    start.centre.says = Refusal("server.address", "nonsense cannot be used", "Check the address.")
    typed(start, "http://[")
    start.presenter.connect_till()
    await done(start)
    assert "cannot be used" in start.view.form.server.refusal()


async def test_a_blocked_till_is_told(start: Start, qtbot: QtBot) -> None:
    start.centre.says = Refusal("terminal.blocked", "blocked", "Ask")
    typed(start)
    start.presenter.connect_till()
    await done(start)
    assert "blocked by head office" in start.view.form.strip.text


def test_what_is_missing_is_said_at_its_field(start: Start) -> None:
    start.presenter.connect_till()
    assert "address of head office is missing" in start.view.form.server.refusal()
    start.presenter.type_server("h.example")
    start.presenter.connect_till()
    assert start.view.form.server.refusal() == ""
    assert "no name" in start.view.form.name.refusal()
    assert start.centre.asked == []


def test_a_scanned_invitation_fills_the_form(start: Start) -> None:
    start.shell.on_scan(f"eckwms://enrol?server=https://h.example&token={TOKEN}&name=Till%207".encode(), "usb")
    assert start.view.form.server.value() == "https://h.example"
    assert start.view.form.name.value() == "Till 7"
    assert start.view.form.token.value() == TOKEN
    assert start.centre.asked == [], "a scan never connects"


async def test_a_scanned_pairing_string_is_handed_on_whole(start: Start) -> None:
    start.shell.on_scan(PAIRING.encode(), "usb")
    assert start.view.form.server.value() == "http://10.0.0.5:8080"
    assert start.view.form.token.value() == TOKEN
    start.presenter.type_name("Till 7")
    start.presenter.connect_till()
    await done(start)
    assert start.centre.asked == [("", "Till 7", PAIRING)], "with the key to trust and every address in it"


async def test_an_address_typed_over_that_of_a_pairing_string_is_the_one_to_ask(start: Start, qtbot: QtBot) -> None:
    start.shell.on_scan(PAIRING.encode(), "usb")
    start.presenter.type_server("other.example")
    start.presenter.type_name("Till 7")
    start.presenter.connect_till()
    await done(start)
    assert start.centre.asked == [("https://other.example", "Till 7", PAIRING)]


async def test_what_is_typed_over_a_pairing_string_counts(start: Start) -> None:
    start.shell.on_scan(PAIRING.encode(), "usb")
    typed(start, token="bodum-zapal")
    start.presenter.connect_till()
    await done(start)
    assert start.centre.asked == [("https://h.example", "Till 3", "bodum-zapal")]


def test_a_code_that_head_office_does_not_know_is_said_at_its_field(start: Start) -> None:
    start.presenter.refuse(Refusal("enrol.code", "unknown", "", field="token"))
    assert "does not know this code" in start.view.form.token.refusal()


def test_a_scanned_code_goes_to_its_field_whatever_has_the_focus(start: Start) -> None:
    start.view.form.server.edit.setFocus()
    start.shell.on_scan(TOKEN)
    assert start.view.form.token.value() == TOKEN
    assert start.view.form.server.value() == ""


def test_a_scan_of_goods_is_refused(start: Start) -> None:
    told: list[str] = []
    start.presenter.sounded.connect(told.append)
    start.shell.on_scan("4006381333931")
    assert told == ["stop"]
    assert start.presenter.state.token == ""


def test_a_pasted_invitation_is_taken_apart(start: Start) -> None:
    pasted = f'{{"server": "https://h.example", "token": "{TOKEN}", "name": "Till 9"}}'
    start.view.form.token.edit.setText(pasted)
    start.view.form.token.edited.emit(pasted)
    assert start.view.form.server.value() == "https://h.example"
    assert start.view.form.token.value() == TOKEN


async def test_by_keyboard_enter_goes_on_and_f9_connects(start: Start, qtbot: QtBot) -> None:
    form = start.view.form
    assert form.server.edit.hasFocus(), "typing begins at once"
    QTest.keyClicks(form.server.edit, "h.example")
    QTest.keyClick(form.server.edit, Qt.Key.Key_Return)
    assert form.name.edit.hasFocus()
    QTest.keyClicks(form.name.edit, "Till 3")
    QTest.keyClick(form.name.edit, Qt.Key.Key_Return)
    assert form.token.edit.hasFocus()
    QTest.keyClick(form.token.edit, Qt.Key.Key_Return)
    assert start.centre.asked == []
    QTest.keyClick(form.token.edit, Qt.Key.Key_F9)
    await done(start)
    assert start.centre.asked == [("https://h.example", "Till 3", "")]


def test_goods_are_counted_as_they_come_and_work_begins_when_all_are_there(start: Start, qtbot: QtBot) -> None:
    journals.open_journal(start.terminal, "T03")
    qtbot.waitUntil(lambda: start.presenter.state.step == "loading")
    start.presenter.show_sync(EngineStatus(state="sending", progress=(12_400_000, 33_000_000)))
    assert start.view.loading.percent.text() == "37\u00a0%"
    assert not start.view.loading.begin.isEnabled()
    start.presenter.show_sync(EngineStatus(state="sending"))
    start.fill("catalogue")
    qtbot.waitUntil(lambda: start.view.loading.percent.text() == str(len(ENGLISH.goods)))
    assert not start.view.loading.begin.isEnabled(), "nobody could sign in yet"
    start.fill("shop", "people")
    qtbot.waitUntil(lambda: start.view.loading.begin.isEnabled())
    assert start.centre.ready == 0
    start.presenter.show_sync(EngineStatus(state="level"))
    assert start.centre.ready == 1
    start.presenter.show_sync(EngineStatus(state="level"))
    assert start.centre.ready == 1


def test_work_may_begin_while_goods_still_come(start: Start, qtbot: QtBot) -> None:
    journals.open_journal(start.terminal, "T03")
    start.fill("shop", "people")
    qtbot.waitUntil(lambda: start.view.loading.begin.isEnabled())
    start.view.loading.begin.click()
    assert start.centre.ready == 1


def test_the_recovery_sheet_is_offered_where_a_till_is_let_in(start: Start) -> None:
    journals.open_journal(start.terminal, "T03")
    start.presenter.reload()
    loading = start.view.loading
    assert "recovery sheet" in loading.saved.text()
    start.centre.disk = Fault("export.unwritable", "The file cannot be written", "full", "Check the disk.")
    loading.sheet.click()
    assert loading.strip.text.startswith("The file cannot be written")
    start.centre.disk = None
    loading.sheet.click()
    assert (loading.strip.text, "/till/exports/recovery-sheet.pdf" in loading.saved.text()) == ("", True)


def test_a_line_that_breaks_while_loading_is_said(start: Start) -> None:
    journals.open_journal(start.terminal, "T03")
    start.presenter.reload()
    start.presenter.show_sync(EngineStatus(state="offline", cause="offline.internet"))
    assert start.view.loading.strip.text == "No internet."


def test_a_till_switched_off_while_waiting_goes_on_waiting(start: Start) -> None:
    with start.terminal.database.writing() as connection:
        save_known(connection, state="pending", server="https://h.example", name="Till 3")
    again = EnrolmentPresenter(lambda: start.terminal, start.centre.register)
    assert (again.state.step, again.state.server, again.state.name) == ("pending", "https://h.example", "Till 3")
    again.close()
