"""The screens of a real station put together: what is shown when, to whom, and what they are connected to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.staff import ROLES
from desktop.operations import journals, shifts, staff
from desktop.paper.receipt_text import plain_text
from desktop.paper.words import Words
from desktop.replication.changes import apply_page
from desktop.screen_health import HealthWork
from desktop.screen_reports import Layout
from desktop.screens import Screens
from desktop.settings import load_settings
from desktop.station import Station, open_station
from desktop.store.replica_file import ReplicaFile
from desktop.store.terminal import save_known
from desktop.store.topics import Topic
from desktop.ui.health.view import HealthView
from desktop.ui.language import install_language
from desktop.ui.receipts.view import ReceiptsView
from desktop.ui.returns.view import ReturnsView
from desktop.ui.sound import Sounds
from desktop.ui.theme.theme import apply_theme
from sync.status import EngineStatus
from tests.core import sell
from tests.edges import SettableClock
from tests.screens.gallery_papers import hands
from tests.terminals import BREAD, ENGLISH, PIN, _pages


@dataclass
class House:
    """A station with its screens; what they ask for is written down."""

    station: Station
    screens: Screens
    papers: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def become_active(self) -> None:
        """What enrolment leaves behind: name and shop, and a journal."""
        values = {"server": "http://127.0.0.1:9", "name": "Till 3", "state": "active", "shop": "s1"}
        self.station.keep_enrolment(**values, receipt_prefix="T03")
        journals.open_journal(self.station.terminal, "T03")

    def load_goods(self) -> None:
        """What the first load leaves behind."""
        path, key = self.station.replica()
        replica = ReplicaFile(path, key)
        for page in _pages(ENGLISH):
            apply_page(replica, page)
        replica.close()
        self.station.terminal.database.announce(Topic.CATALOG, Topic.STAFF)

    def menu(self) -> list[str]:
        """What the person who works here finds in the menu."""
        return [key for key, _ in self.screens.shell._entries()]

    def sign_in(self, login: str) -> None:
        """Somebody works here."""
        staff.sign_in(self.station.terminal, login, PIN)


@pytest.fixture
def house(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SettableClock) -> Iterator[House]:
    """A station at its very first start."""
    install_language(qapp, "en")
    apply_theme(qapp, "light", "touch", 100, 3.955)
    loaded = load_settings(tmp_path, {"secrets": "file", "name": "Till 3"}, machine=tmp_path / "none")
    station = open_station(loaded, clock)
    made: list[House] = []

    def print_report(layout: Layout, title: str) -> None:
        made[0].papers.append(f"{title}\n{plain_text(layout(Words('en')))}")

    def ask(what: str) -> Callable[..., None]:
        return lambda *_: made[0].asked.append(what)

    screens = Screens(
        station,
        Sounds(enabled=False),
        ask("receipt"),
        ask("drawer"),
        ask("sync"),
        print_report,
        None,
        ask("devices"),
        receipt_hands=hands(),
    )
    made.append(House(station, screens))
    screens.shell.resize(1366, 768)
    screens.shell.show()
    yield made[0]
    screens.close()
    screens.shell.close()
    screens.shell.deleteLater()
    QApplication.sendPostedEvents(
        None, QEvent.Type.DeferredDelete
    )  # or each test would dress the windows of all before
    station.close()
    apply_theme(qapp)


def test_a_new_till_starts_with_enrolment_and_nothing_else(house: House) -> None:
    house.screens.begin()
    assert house.screens.shell.current_key() == "enrolment"
    assert house.menu() == []
    assert house.screens.shell.bar.pill.text() == "Till not registered"


def test_an_enrolled_till_waits_for_its_goods_and_then_begins(house: House, qtbot: QtBot) -> None:
    house.screens.begin()
    house.become_active()
    house.screens.begin()
    assert house.screens.shell.current_key() == "enrolment"
    house.load_goods()
    house.screens.show_sync(EngineStatus(state="level"))
    qtbot.waitUntil(lambda: house.screens.shell.current_key() == "sign_in")
    assert house.screens.shell.presenter.state.till == "Till 3"


def test_a_till_with_goods_begins_at_the_sign_in_even_without_a_line(house: House) -> None:
    house.become_active()
    house.load_goods()
    house.screens.begin()
    assert house.screens.shell.current_key() == "sign_in"
    house.screens.begin()
    assert house.screens.shell.current_key() == "sign_in"


def test_nothing_opens_a_window_of_its_own(house: House) -> None:
    house.become_active()
    house.load_goods()
    house.screens.begin()
    house.sign_in("mira")
    for key in ("shift", "health", "till"):
        house.screens.shell.show_screen(key)
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    assert windows == [house.screens.shell]


def test_a_return_is_begun_from_the_list_of_receipts(house: House) -> None:
    house.become_active()
    house.load_goods()
    house.screens.begin()
    house.sign_in("mira")
    terminal = house.station.terminal
    shifts.open_shift(terminal, staff.signed_in(terminal), 10_000)
    sale = sell(terminal, staff.signed_in(terminal), BREAD)
    shell = house.screens.shell
    shell.show_screen("receipts")
    view = shell.stack.currentWidget()
    assert isinstance(view, ReceiptsView)
    view.returns.click()
    assert shell.current_key() == "returns"
    returning = shell.stack.currentWidget()
    assert isinstance(returning, ReturnsView)
    assert returning._presenter.state.receipt.receipt == sale.receipt


@pytest.mark.parametrize(
    ("login", "menu"),
    [
        ("mira", ["till", "returns", "receipts", "shift", "warehouse", "labels", "health", "settings"]),
        ("anna", ["till", "returns", "receipts", "shift", "labels", "health"]),
        ("igor", ["till", "receipts", "labels", "health"]),
        ("wim", ["warehouse", "labels", "health"]),
    ],
)
def test_the_menu_holds_what_a_role_may_do(house: House, login: str, menu: list[str]) -> None:
    assert len(ROLES) == 5
    house.become_active()
    house.load_goods()
    house.screens.begin()
    house.sign_in(login)
    assert house.menu() == menu


def test_who_works_in_the_warehouse_lands_there(house: House) -> None:
    house.become_active()
    house.load_goods()
    house.screens.begin()
    presenter = house.screens.shell.stack.currentWidget()._presenter
    presenter.choose("wim")
    for digit in PIN:
        presenter.press_digit(digit)
    presenter.press_enter()
    assert house.screens.shell.current_key() == "warehouse"


def begin_day(house: House, login: str = "mira") -> None:
    """Goods are there, somebody works, a shift is open."""
    house.become_active()
    house.load_goods()
    house.screens.begin()
    house.sign_in(login)
    shifts.open_shift(house.station.terminal, staff.signed_in(house.station.terminal), 10_000)
    house.screens.shell.show_screen("shift")


def test_the_pill_leads_to_health_for_whoever_works_here(house: House) -> None:
    house.become_active()
    house.load_goods()
    house.screens.begin()
    house.screens.shell.bar.pill.click()
    assert house.screens.shell.current_key() == "sign_in", "not before somebody has signed in"
    house.sign_in("anna")
    house.screens.shell.bar.pill.click()
    assert house.screens.shell.current_key() == "health"


def test_the_engines_word_reaches_pill_and_health(house: House) -> None:
    house.screens.show_sync(EngineStatus(state="attention", cause="fork", unsent=3))
    begin_day(house)
    house.screens.shell.show_screen("health")
    assert house.screens.shell.bar.pill.text().startswith("Needs attention")
    assert house.screens._health is not None
    assert house.screens._health.state.status.cause == "fork"


def test_x_and_z_reports_go_to_the_printer_as_laid_out(house: House) -> None:
    begin_day(house, "anna")
    shell = house.screens.shell
    view = shell.stack.currentWidget()
    view.running.report.click()
    assert house.papers[0].startswith("X-1\n")
    assert "Anna K." in house.papers[0]
    assert "100.00" not in house.papers[0], "a cashier counts blind, also on paper"
    presenter = view._presenter
    presenter.begin_count()
    for digit in "100":
        presenter.press_digit(digit)
    presenter.review()
    presenter.close_shift()
    presenter.print_z()
    assert [paper.partition("\n")[0] for paper in house.papers[1:]] == ["Z-1", "Z-1-copy1"]
    assert "Z report no. 1" in house.papers[1]
    assert "COPY 1" in house.papers[2]


def test_a_shift_that_opens_leads_to_the_till_and_opens_the_drawer(house: House) -> None:
    house.become_active()
    house.load_goods()
    house.screens.begin()
    house.sign_in("anna")
    house.screens.shell.show_screen("till")
    assert house.screens.shell.current_key() == "shift", "no till without a shift"
    presenter = house.screens.shell.stack.currentWidget()._presenter
    presenter.press_digit("5")
    presenter.open_shift()
    assert house.screens.shell.current_key() == "till"
    assert house.asked == ["drawer"]


def test_language_and_look_chosen_in_the_menu_are_kept(house: House) -> None:
    house.screens.begin()
    house.screens.shell.switch_language("ru")
    house.screens.shell.switch_theme("dark")
    kept = load_settings(house.station.data_dir, machine=Path("none")).settings
    assert (kept.language, kept.theme) == ("ru", "dark")
    assert house.station.loaded.settings.language == "ru"
    house.screens.shell.switch_language("en")


async def test_the_journal_is_checked_with_the_stations_own_key(house: House, qtbot: QtBot) -> None:
    begin_day(house)
    hands = HealthWork(house.station, lambda layout, title: None).hands(lambda: None)
    checked = await hands.check()
    assert (checked.entries, checked.bad_seq) == (3, 0)
    with house.station.terminal.database.writing() as connection:
        save_known(connection, server="https://anna:secret@head-office.example:8443/till")
    facts = hands.facts()
    assert facts.server == "https://head-office.example:8443"
    assert (facts.exports, facts.prints) == (str(house.station.data_dir / "exports"), False)
    exported = await hands.export(facts.exports)
    assert exported.entries == 3
    assert Path(exported.file).parent == house.station.data_dir / "exports"


def test_the_note_for_the_manager_is_printed_as_it_is_shown(house: House) -> None:
    begin_day(house)
    house.screens.shell.show_screen("health")
    view = house.screens.shell.stack.currentWidget()
    assert isinstance(view, HealthView)
    view.note.click()
    view.note_sheet.print_asked.emit()
    assert house.papers[0].startswith("note-")
    assert "For support" in house.papers[0]
    assert "3 entries" in house.papers[0]


def test_devices_are_opened_anew_when_their_settings_change(house: House) -> None:
    begin_day(house)
    house.screens._hand.save("printer_columns", 48)
    assert house.asked == ["devices"]


def test_after_closing_nothing_listens_any_more(house: House) -> None:
    begin_day(house)
    house.screens.close()
    assert house.station.terminal.database._listeners == []
    house.screens._closing.clear()


def test_keys_for_the_left_hand_are_in_force_at_once_and_at_the_next_start(house: House, qtbot: QtBot) -> None:
    begin_day(house)
    shell = house.screens.shell
    shell.show_screen("till")
    view = shell.stack.currentWidget()
    house.screens._hand.save("mirror", True)
    qtbot.waitUntil(lambda: view.keys.x() < view.ticket.x())
    assert load_settings(house.station.data_dir, machine=Path("none")).settings.mirror
    again = Screens(house.station, Sounds(enabled=False), print, print, print)
    again.shell.resize(1366, 768)
    again.begin()
    again.shell.show_screen("till")
    again.shell.show()
    view = again.shell.stack.currentWidget()
    assert view.keys.x() < view.ticket.x()
    again.close()
    again.shell.close()
    again.shell.deleteLater()
