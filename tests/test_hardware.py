"""Devices tied to the till: a scale weighs what waits, a display follows the ticket, a scanner is told good or bad."""

import queue
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.customer_display import both_ends, cart_lines, sold_lines
from desktop.devices.serial_port import PortState
from desktop.devices.simulated import SimulatedDisplay, SimulatedScale, SimulatedScanner, on_port
from desktop.domain.staff import Person
from desktop.faults import Fault
from desktop.hardware import SCALE, Ears, Hardware
from desktop.operations.terminal import Terminal
from desktop.paper.words import Words
from desktop.settings import Settings
from desktop.ui.payment.presenter import PaymentPresenter
from desktop.ui.settings.settings_rows import join_entries, scanner_entries, toggled
from desktop.ui.till.presenter import TillPresenter
from desktop.ui.till.till_rows import Refused
from desktop.weighing import quantity_milli
from tests.core import manager, sell, terminal
from tests.terminals import BREAD

__all__ = ["manager", "terminal"]
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")


class Loop:
    """The window's thread: what devices hand over is run when the test says so."""

    def __init__(self) -> None:
        self.calls: queue.Queue[tuple[Callable[..., object], tuple[object, ...]]] = queue.Queue()
        self.faults: list[Fault] = []
        self.over: list[Fault] = []

    def soon(self, function: Callable[..., object], *arguments: object) -> None:
        self.calls.put((function, arguments))

    def until(self, wanted: Callable[[], bool]) -> None:
        for _ in range(1_000):
            if wanted():
                return
            function, arguments = self.calls.get(timeout=5)
            function(*arguments)
        raise AssertionError("It did not come to that.")


@pytest.fixture
def loop() -> Loop:
    return Loop()


@pytest.fixture
def till(terminal: Terminal, manager: Person) -> Iterator[TillPresenter]:
    del manager
    presenter = TillPresenter(terminal)
    yield presenter
    presenter.close()


class Watched(SimulatedDisplay):
    """A display that tells what stands on it."""

    def __init__(self) -> None:
        super().__init__()
        self.came: queue.Queue[tuple[str, str]] = queue.Queue()

    def feed(self, data: bytes) -> bytes:
        answer = super().feed(data)
        self.came.put(self.lines)
        return answer


def taken(data: bytes, name: str) -> bool:
    return True


def hardware(loop: Loop, settings: Settings, on_scan: Callable[[bytes, str], bool] = taken) -> Hardware:
    return Hardware(settings, loop.soon, Ears(on_scan, loop.faults.append, loop.over.append), ask_every_s=0.02)


def payment(terminal: Terminal) -> PaymentPresenter:
    return PaymentPresenter(terminal, lambda sale, copy_no: None, lambda: None)


@posix_only
def test_goods_that_wait_get_the_first_weight_that_counts(
    terminal: Terminal, till: TillPresenter, loop: Loop, tmp_path: Path
) -> None:
    scale = SimulatedScale("cas")
    scale.put(452)
    with on_port(scale, tmp_path / "scale") as path:
        devices = hardware(loop, Settings(scale=path))
        devices.open()
        devices.follow(till, payment(terminal))
        loop.until(lambda: devices.seen.get(SCALE) is not None and devices.seen[SCALE].weight is not None)
        assert till.state.cart is None or not till.state.cart.lines, "nothing waits for it"
        till.add_product("bananas")
        loop.until(lambda: bool(till.state.cart and till.state.cart.lines))
        assert [line.quantity_milli for line in till.state.cart.lines] == [452]
        till.add_product("cheese")
        asked = scale.asked
        loop.until(lambda: scale.asked > asked + 8)
        assert len(till.state.cart.lines) == 1, "the bananas still lie there"
        scale.put(0)
        loop.until(lambda: devices.seen[SCALE].weight.weight_mg == 0)
        scale.put(310)
        loop.until(lambda: len(till.state.cart.lines) == 2)
        assert till.state.cart.lines[1].quantity_milli == 310
        devices.close()
    assert loop.faults == []


@posix_only
@pytest.mark.parametrize("kind", ["toledo8217", "massak"])
def test_a_box_alone_too_much_and_what_moves_are_no_goods_and_the_goods_are_weighed_after_them(
    kind: str, terminal: Terminal, till: TillPresenter, loop: Loop, tmp_path: Path
) -> None:
    scale = SimulatedScale(kind)
    with on_port(scale, tmp_path / "scale") as path:
        devices = hardware(loop, Settings(scale=path, scale_driver=kind))
        devices.open()
        devices.follow(till, payment(terminal))
        till.add_product("cheese")
        till.press_digit("0")
        till.press_mark()
        for digit in "05":
            till.press_digit(digit)
        till.press_tare()
        scale.put(50)
        loop.until(lambda: isinstance(till.state.prompt, Refused))
        assert isinstance(till.state.prompt, Refused)
        assert till.state.prompt.refusal.code == "tare.too_heavy"
        scale.put(20_000, "overload")
        loop.until(lambda: till.state.entry.scale == "overload")
        scale.put(350, "moving")
        loop.until(lambda: till.state.entry.scale == "")
        assert till.state.cart is None or not till.state.cart.lines
        scale.put(350)
        loop.until(lambda: bool(till.state.cart and till.state.cart.lines))
        [line] = till.state.cart.lines
        assert line.detail is not None
        assert (line.quantity_milli, line.detail.tare_milli) == (300, 50)
        devices.close()
    assert loop.faults == []


@posix_only
def test_the_customer_sees_the_ticket_grow_and_the_change(
    terminal: Terminal, till: TillPresenter, loop: Loop, tmp_path: Path, manager: Person
) -> None:
    display = Watched()
    with on_port(display, tmp_path / "display") as path:
        devices = hardware(loop, Settings(display=path, display_driver="escpos"))
        devices.open()
        paying = payment(terminal)
        devices.follow(till, paying)
        till.scan(BREAD)
        shown = cart_lines(till.state.priced, till.state.last, Words())
        assert shown == ("Rye bread 400 g 2.40", "TOTAL           2.40")
        loop.until(lambda: devices._shown == shown)
        assert any(lines == shown for lines in iter(lambda: display.came.get(timeout=5), None))
        sale = sell(terminal, manager, BREAD)
        paying.finished.emit(sale)
        loop.until(lambda: devices._shown == sold_lines(sale, Words()))
        devices.close()
    assert loop.faults == []


@posix_only
def test_a_scanner_that_waits_hears_what_the_till_made_of_its_scan(loop: Loop, tmp_path: Path) -> None:
    scanner = SimulatedScanner(tmp_path / "scanner")
    heard: list[bytes] = []

    def take(data: bytes, name: str) -> bool:
        heard.append(data)
        return data != b"unknown"

    devices = hardware(loop, Settings(scanner_ports=f"{scanner.path} honeywell"), take)
    devices.open()
    loop.until(lambda: devices.seen.get(scanner.path) is not None)
    for code, told in (("4006381333931", b"\x1b7,"), ("unknown", b"\x1b8,")):
        scanner.scan(code)
        loop.until(lambda code=code: code.encode() in heard)
        assert scanner.port.receive() == told
    assert devices.seen[scanner.path].scans == 2
    scanner.port.unplug()
    loop.until(lambda: devices.seen[scanner.path].fault is not None)
    assert (loop.faults[0].code, loop.over) == ("scanner.gone", [])
    devices._on_state(PortState(is_open=True), scanner.path)  # a new pseudo-terminal has another name
    assert loop.over == loop.faults, "its notice goes"
    devices.close()


def test_what_cannot_be_opened_is_told_and_the_rest_is_opened(loop: Loop) -> None:
    devices = hardware(
        loop, Settings(scale="usb:x", display="/dev/none", display_code_page="cp1", scale_driver="libra")
    )
    devices.open()
    assert [fault.code for fault in loop.faults] == ["driver.unknown", "display.code_page"]
    devices.renew(Settings())
    assert devices.seen == {}
    devices.close()


@pytest.mark.parametrize(
    ("setting", "entries"),
    [
        ("", []),
        ("COM3", [("COM3", "")]),
        ("usb:0c2e:0b61:S1 honeywell, /dev/ttyACM1", [("usb:0c2e:0b61:S1", "honeywell"), ("/dev/ttyACM1", "")]),
    ],
)
def test_scanners_are_named_with_their_drivers(setting: str, entries: list[tuple[str, str]]) -> None:
    assert scanner_entries(setting) == entries
    assert join_entries(entries) == setting


@pytest.mark.parametrize(
    ("mg", "unit", "milli"), [(452_000, "kg", 452), (452_000, "g", 452_000), (453_592, "lb", 1000), (1_500, "pcs", 2)]
)
def test_a_weight_is_counted_in_the_unit_of_the_goods(mg: int, unit: str, milli: int) -> None:
    assert quantity_milli(mg, unit) == milli


@pytest.mark.parametrize(
    ("words", "amount", "line"),
    [
        ("Milk", "1.29", "Milk            1.29"),
        ("A very long name of goods", "1,234.56", "A very long 1,234.56"),
        ("x", "1" * 25, "1" * 20),
    ],
)
def test_an_amount_is_never_cut_for_words(words: str, amount: str, line: str) -> None:
    assert both_ends(words, amount) == line


def test_scanners_are_put_in_and_taken_out_one_by_one() -> None:
    both = toggled(toggled("", "COM3"), "COM4")
    assert both == "COM3, COM4"
    assert toggled("COM3 honeywell, COM4", "COM4") == "COM3 honeywell"
    assert toggled(both, "") == ""
