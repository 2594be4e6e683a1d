"""The scanner test: everything a scanner can spoil is seen and said, and a good one is told so."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.paper.barcodes import qr_rows
from desktop.ui.settings.presenter import Hands, SettingsPresenter
from desktop.ui.settings.scan_test_presenter import understand
from desktop.ui.settings.settings_rows import GS, TEST_CODE, DeviceAnswer, PortChoice, Typed, spoilt_by, visible
from desktop.ui.settings.view import SettingsView
from desktop.ui.shell import Screen
from desktop.ui.theme.theme import active
from tests.screens.stage import Stage
from tests.terminals import BREAD, CHEESE_342_G, UNKNOWN
from tests.ui.keyboard import Keyboard

LOST = TEST_CODE.replace(GS, "")


@pytest.mark.parametrize(
    ("came", "troubles"),
    [
        (TEST_CODE, ()),
        (LOST, ("separator_missing",)),
        (TEST_CODE.swapcase(), ("capitals",)),
        (TEST_CODE.upper(), ("capitals",)),
        (LOST.swapcase(), ("separator_missing", "capitals")),
        (TEST_CODE.replace("aBc", "фИс"), ("layout",)),
        (TEST_CODE.replace("/", "-"), ("layout",)),
    ],
)
def test_the_test_code_shows_what_a_scanner_does_to_a_code(came: str, troubles: tuple[str, ...]) -> None:
    assert spoilt_by(came) == troubles


def test_characters_that_cannot_be_seen_are_named() -> None:
    assert visible(f"a{GS}b\r") == "a‹GS›b‹CR›"


def facts(stage: Stage, code: str | bytes, typed: Typed | None = None) -> dict[str, str]:
    return dict(understand(stage.terminal, code, typed, 50).facts)


def test_goods_are_found_as_the_till_would_find_them(stage: Stage) -> None:
    assert facts(stage, BREAD)["product"] == "Rye bread 400 g"
    assert facts(stage, CHEESE_342_G) == {"product": "Cheese Gouda", "quantity": "0.342 kg"}
    assert facts(stage, UNKNOWN)["unknown"] == ""


def test_a_marked_code_by_cable_is_taken_apart(stage: Stage) -> None:
    seen = understand(stage.terminal, f"]d201040063813339311727033110L-77{GS}21X4".encode(), None, 50)
    assert (seen.way, seen.symbology, seen.troubles) == ("cable", "]d2", ())
    assert dict(seen.facts) == {
        "product": "Rye bread 400 g",
        "gtin": "04006381333931",
        "lot": "L-77",
        "serial": "X4",
        "expiry": "2027-03-31",
    }


def test_goods_without_their_separator_are_suspected(stage: Stage) -> None:
    seen = understand(stage.terminal, "]d2010400638133393121X4kQ7z93dGVz", None, 50)
    assert "separator_missing" in seen.troubles


def test_a_slow_scanner_is_told_before_it_is_taken_for_a_person(stage: Stage) -> None:
    assert understand(stage.terminal, BREAD, Typed(BREAD, "\r", 41.0), 50).troubles == ("slow",)
    assert understand(stage.terminal, BREAD, Typed(BREAD, "\r", 6.0), 50).troubles == ()


def test_keys_that_the_layout_changed_are_shown_beside_the_code(stage: Stage) -> None:
    assert understand(stage.terminal, "ABC123", Typed("ФИС123", "\r", 6.0), 50).raw == "ФИС123"


@dataclass
class Desk:
    """The page in the window, with a keyboard scanner before it."""

    stage: Stage
    presenter: SettingsPresenter
    view: SettingsView
    saved: list[tuple[str, object]] = field(default_factory=list)

    def pairs(self) -> dict[str, str]:
        """What the test lists."""
        return {pair.words: pair.value for pair in self.view.scanner.pairs.pairs}


@pytest.fixture
def desk(at_till: Stage, keyboard: Keyboard) -> Iterator[Desk]:
    """The scanner page, shown."""

    async def ports() -> tuple[PortChoice, ...]:
        return ()

    async def answer() -> DeviceAnswer:
        return DeviceAnswer("print", "sent")

    def last_typed() -> Typed | None:
        burst = keyboard.wedge.last
        return Typed(burst.raw, burst.closing, burst.ms_per_char) if burst else None

    hands = Hands(
        read=lambda: ({"wedge_gap_ms": 50}, {}),
        save=lambda name, value: None,
        facts=tuple,
        last_typed=last_typed,
        list_ports=ports,
        test_print=answer,
        test_drawer=answer,
        play=lambda sound: None,
        px_per_mm=lambda: active().px_per_mm,
    )
    presenter = SettingsPresenter(at_till.terminal, hands)
    view = SettingsView(presenter, qr_rows(TEST_CODE))
    presenter.sounded.connect(at_till.shell.play)
    screen = Screen("settings", "Settings", view, scan=presenter.scan, enter=presenter.enter)
    at_till.shell.add_screen(screen)
    at_till.shell.show_screen("settings")
    yield Desk(at_till, presenter, view)
    presenter.close()


def test_a_burst_of_keys_is_shown_as_it_came(desk: Desk, keyboard: Keyboard) -> None:
    keyboard.burst(BREAD)
    assert desk.presenter.state.page == "scanner", "a scan opens its page"
    assert desk.view.scanner.raw.text().replace("\u200b", "") == BREAD
    assert desk.pairs()["Came by"] == "keyboard"
    assert desk.pairs()["Ends with"] == "‹CR›"
    assert desk.pairs()["Goods"] == "Rye bread 400 g"
    assert desk.view.scanner.strip.text == "Read whole."
    assert desk.stage.sounds[-1] == "ok"


def test_a_scanner_that_drops_the_separator_is_warned_of(desk: Desk, keyboard: Keyboard) -> None:
    keyboard.burst(LOST)
    assert "drops the separator" in desk.view.scanner.strip.text
    assert desk.pairs()["Separators (GS)"] == "none"
    assert desk.stage.sounds[-1] == "attention"


def test_a_cable_passes_the_test_code_whole(desk: Desk) -> None:
    desk.stage.shell.on_scan(TEST_CODE.encode(), "usb")
    assert "passes everything through" in desk.view.scanner.strip.text
    assert desk.pairs()["Separators (GS)"] == "1"
    assert "Speed" not in desk.pairs()


def test_nothing_is_sold_here(desk: Desk, keyboard: Keyboard) -> None:
    keyboard.burst(BREAD)
    desk.stage.shell.show_screen("till")
    assert desk.stage.till.state.cart is not None
    assert desk.stage.till.state.cart.lines == ()


def test_the_test_code_on_the_screen_is_large_enough_and_named(desk: Desk, qapp: QApplication) -> None:
    desk.presenter._put(page="scanner")
    square = desk.view.scanner.square
    assert square.width() >= active().mm(25)
    assert square.accessibleName() == "Test code to scan"
    image = square.grab().toImage()
    assert image.pixelColor(2, 2) == Qt.GlobalColor.white, "a quiet zone, whatever the theme"
