"""The page of the devices: every one named and explained, its port and kind chosen, its life shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.devices.printer import Printer
from desktop.devices.simulated import SimulatedPrinter
from desktop.devices.weights import Weight
from desktop.faults import Fault
from desktop.hardware import Ears, Hardware, Seen
from desktop.operations import print_jobs
from desktop.operations.terminal import Terminal
from desktop.paper.barcodes import qr_rows
from desktop.printer_glance import PrinterGlance
from desktop.screen_hardware import device_rows, driver_choices, write_sheet
from desktop.settings import Settings
from desktop.ui.language import install_language
from desktop.ui.settings.presenter import Hands, SettingsPresenter
from desktop.ui.settings.settings_rows import TEST_CODE, DeviceAnswer, PortChoice, with_driver
from desktop.ui.settings.view import SettingsView
from desktop.ui.theme.theme import active, apply_theme
from tests.edges import SettableClock
from tests.terminals import build_terminal

GONE = Fault("port.gone", "The device is gone", "COM3", "Plug it in.")
SILENT = Fault("scale.silent", "The scale does not answer", "scale", "Check it.")
PORTS = (PortChoice("usb:0c2e:0b61:17", "COM3", "Honeywell 1950g"), PortChoice("COM4", "COM4", "Serial port"))


@dataclass
class Page:
    """The settings with devices that the test sets, on the page of the devices."""

    terminal: Terminal
    hardware: Hardware
    settings: Settings = field(default_factory=Settings)
    saved: list[tuple[str, object]] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)

    def open(self) -> None:
        async def ports() -> tuple[PortChoice, ...]:
            return PORTS

        async def answer() -> DeviceAnswer:
            return DeviceAnswer("print", "sent")

        self.presenter = SettingsPresenter(
            self.terminal,
            Hands(
                read=lambda: ({name: getattr(self.settings, name) for name in Settings.__slots__}, {}),
                save=self._save,
                facts=tuple,
                last_typed=lambda: None,
                list_ports=ports,
                test_print=answer,
                test_drawer=answer,
                play=lambda sound: None,
                px_per_mm=lambda: active().px_per_mm,
                devices=lambda: device_rows(self.settings, self.terminal, self.hardware),
                drivers=driver_choices,
                test_display=lambda: self.shown.append("text"),
            ),
        )
        self.presenter.look_for_ports = lambda: self.presenter._put(ports=PORTS)  # type: ignore[method-assign]
        self.view = SettingsView(self.presenter, qr_rows(TEST_CODE))
        self.presenter.enter()
        self.presenter.show_page("hardware")

    @property
    def page(self):  # type: ignore[no-untyped-def]
        return self.view.hardware

    def choose(self, key: str) -> None:
        self.page.rows[key].click()

    def look(self, **changes: object) -> None:
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        self.presenter.reload()
        self.presenter.look_at_devices()

    def _save(self, name: str, value: object) -> None:
        self.saved.append((name, value))
        self.settings = replace(self.settings, **{name: value})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One window for all: to build it takes longer than every test of it."""
    install_language(qapp, "en")
    apply_theme(qapp, "light", "touch", 100, 3.955)
    terminal = build_terminal(tmp_path_factory.mktemp("till"), SettableClock())
    page = Page(terminal, Hardware(Settings(), lambda *call: None, Ears(lambda data, name: True, lambda fault: None)))
    page.open()
    page.view.resize(1000, 640)
    yield page
    page.presenter.close()
    page.view.deleteLater()
    terminal.database.close()


@pytest.fixture
def opened(window: Page) -> Page:
    """The page as nobody has touched it."""
    window.settings, window.saved, window.shown = Settings(), [], []
    window.hardware.seen.clear()
    window.presenter.choose_device("")
    window.presenter.enter()
    window.presenter.show_page("hardware")
    window.view.show()
    return window


def test_every_role_is_there_from_the_beginning(opened: Page) -> None:
    assert [key.accessibleName() for key in opened.page.rows.values()] == [
        "Keyboard scanner, ready",
        "Scanner, not set up",
        "Receipt printer and drawer, not set up",
        "Scale, not set up",
        "Customer display, not set up",
        "Card terminal, not set up",
    ]


def test_a_scale_is_found_chosen_and_seen_at_work(opened: Page) -> None:
    opened.choose("scale")
    assert "Choose the port" in opened.page.strip.text
    opened.page.ports.keys["COM4"].click()
    assert opened.saved == [("scale", "COM4")]
    opened.hardware.seen["scale"] = Seen(is_open=True)
    opened.look()
    assert "has not said anything" in opened.page.strip.text
    for state, words, figure in (
        ("moving", "still moves", "0.452"),
        ("stable", "this one counts", "0.452"),
        ("overload", "too heavy", "–"),
        ("below_zero", "Below zero", "–"),
        ("error", "no weight", "–"),
    ):
        opened.hardware.seen["scale"] = Seen(is_open=True, weight=Weight(state, 452_000))  # type: ignore[arg-type]
        opened.look()
        assert words in opened.page.strip.text
        assert figure in opened.page.weight.text()
    opened.page.choices.drivers["scale"].segments.chosen.emit("massak")
    assert opened.saved[-1] == ("scale_driver", "massak")


def test_a_scale_in_the_network_is_typed(opened: Page) -> None:
    opened.choose("scale")
    row = opened.page.choices.network["scale"]
    assert row.isVisibleTo(opened.page)
    assert not opened.page.choices.network["display"].isVisibleTo(opened.page)
    row.field.edit.setText("tcp:192.168.1.60:5001")
    row.field.edited.emit("")
    row.keep.click()
    assert opened.saved == [("scale", "tcp:192.168.1.60:5001")]
    assert not row.keep.isVisibleTo(opened.page)
    opened.look()
    assert not opened.page.choices.speed.isVisibleTo(opened.page)
    assert "tcp:192.168.1.60:5001" in opened.page.ports.keys


def test_how_cards_are_taken_is_chosen(opened: Page) -> None:
    opened.choose("card")
    assert "by hand" in opened.page.strip.text
    opened.page.choices.drivers["card"].segments.button("simulated").click()
    assert opened.saved == [("card_terminal", "simulated")]
    opened.look()
    assert "asked when a card" in opened.page.strip.text


@pytest.mark.parametrize(
    ("fault", "state", "words"), [(GONE, "not there", "Plug it in"), (SILENT, "needs you", "cable")]
)
def test_trouble_is_said_with_the_way_out(opened: Page, fault: Fault, state: str, words: str) -> None:
    opened.hardware.seen["scale"] = Seen(fault=fault)
    opened.look(scale="COM4")
    opened.choose("scale")
    assert opened.page.rows["scale"].accessibleName() == f"Scale, {state}"
    assert words in opened.page.strip.text


def test_scanners_have_a_row_each_and_a_driver_of_their_own(opened: Page) -> None:
    opened.hardware.seen["usb:0c2e:0b61:17"] = Seen(is_open=True, scans=3)
    opened.look(scanner_ports="usb:0c2e:0b61:17, COM4")
    assert [key for key in opened.page.rows if key.startswith("scanner")] == [
        "scanner:usb:0c2e:0b61:17",
        "scanner:COM4",
    ]
    opened.choose("scanner:usb:0c2e:0b61:17")
    assert "3" in opened.page.strip.text
    opened.page.choices.drivers["scanner"].segments.chosen.emit("honeywell")
    assert opened.saved == [("scanner_ports", "usb:0c2e:0b61:17 honeywell, COM4")]
    opened.page.own_page.click()
    assert opened.presenter.state.page == "scanner"
    opened.view.scanner.ports["COM4"].click()
    assert opened.saved[-1] == ("scanner_ports", "usb:0c2e:0b61:17 honeywell")
    assert with_driver("COM3 honeywell", "COM3", "") == "COM3"


def test_the_printer_tells_of_its_last_slip(opened: Page) -> None:
    opened.look(printer="tcp:10.0.0.9")
    opened.choose("printer")
    assert "Nothing was printed yet" in opened.page.strip.text
    job = print_jobs.queue_paper(opened.terminal, "T01-1", "[]", begun=True)
    for state, words in (
        ("unknown", "Nobody knows"),
        ("queued", "waits"),
        ("sent", "does not say more"),
        ("confirmed", "is out"),
    ):
        print_jobs.settle_paper(opened.terminal, job, state)  # type: ignore[arg-type]
        opened.look()
        assert words in opened.page.strip.text


class Glance(PrinterGlance):
    """What the printer answers is what the test says."""

    def __init__(self, device: SimulatedPrinter) -> None:
        self.now_s = 0.0
        printer = Printer("memory", device.connect, answer_timeout_s=0.01)
        super().__init__(lambda: printer, lambda work, done: done(work()), lambda: self.now_s)


@pytest.fixture
def watched(opened: Page) -> Iterator[tuple[Page, SimulatedPrinter, Callable[[], dict[str, str]]]]:
    """The page with a printer that answers, and what stands there after another look."""
    device = SimulatedPrinter()
    glance = opened.hardware.glance = Glance(device)
    opened.look(printer="tcp:10.0.0.9", drawer_switch="usual")
    opened.choose("printer")

    def look() -> dict[str, str]:
        glance.now_s += 60
        opened.look()
        opened.look()
        return {pair.words: pair.value for pair in opened.page.printer.pairs}

    yield opened, device, look
    opened.hardware.glance = None


Watched = tuple[Page, SimulatedPrinter, Callable[[], dict[str, str]]]


def test_paper_cover_and_drawer_are_shown_as_the_printer_answers(watched: Watched) -> None:
    opened, device, look = watched
    assert look() == {"Paper": "enough", "Cover": "shut", "Drawer": "shut"}
    assert opened.page.rows["printer"].accessibleName() == "Receipt printer and drawer, ready"
    device.paper_low = device.drawer_open = True
    assert look() == {"Paper": "nearly at its end", "Cover": "shut", "Drawer": "open"}
    assert "have a new roll at hand" in opened.page.strip.text
    device.paper_out = device.cover_open = True
    assert look() == {"Paper": "none left", "Cover": "open", "Drawer": "open"}
    assert opened.page.rows["printer"].accessibleName() == "Receipt printer and drawer, needs you"
    assert "cover" in opened.page.strip.text


def test_a_drawer_that_is_told_the_wrong_way_is_put_right(watched: Watched) -> None:
    opened, device, look = watched
    device.drawer_open = True
    assert look()["Drawer"] == "open"
    assert opened.page.choices.switch.isVisibleTo(opened.page)
    opened.page.choices.switch.segments.chosen.emit("reversed")
    assert opened.saved == [("drawer_switch", "reversed")]
    assert look()["Drawer"] == "shut"


def test_a_printer_that_does_not_answer_is_explained(watched: Watched) -> None:
    opened, device, look = watched
    device.silent = True
    assert look() == {}
    assert not opened.page.printer.isVisibleTo(opened.page)
    assert "does not answer" in opened.page.strip.text
    opened.look(printer="queue:Receipts")
    assert "leads only to the printer" in opened.page.strip.text


def test_the_display_shows_a_text_when_it_is_there(opened: Page) -> None:
    opened.look(display="COM4")
    opened.choose("display")
    assert not opened.page.show_text.isEnabled()
    opened.hardware.seen["display"] = Seen(is_open=True)
    opened.look()
    opened.page.show_text.click()
    assert opened.shown == ["text"]


def test_a_page_that_is_not_shown_looks_no_more(opened: Page) -> None:
    assert opened.presenter._looking.isActive()
    opened.view.hide()
    assert not opened.presenter._looking.isActive()


def test_the_sheet_is_written_for_people(tmp_path: Path) -> None:
    assert Path(write_sheet(tmp_path / "exports", "de")).read_bytes().startswith(b"%PDF")
    (tmp_path / "file").touch()
    with pytest.raises(Fault):
        write_sheet(tmp_path / "file", "de")
