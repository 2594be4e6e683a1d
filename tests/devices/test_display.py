import queue
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.devices.display import PICTURES, CustomerDisplay, Mode, picture
from desktop.devices.serial_port import PortState
from desktop.devices.simulated import PseudoPort, SimulatedDisplay

PATIENCE_S = 5.0


def test_both_lines_are_padded_and_cut_to_twenty() -> None:
    assert picture("Milk", "1.29") == b"\x1bQAMilk" + b" " * 16 + b"\r\x1bQB1.29" + b" " * 16 + b"\r"
    assert picture("x" * 30, "") == b"\x1bQA" + b"x" * 20 + b"\r\x1bQB" + b" " * 20 + b"\r"


def test_a_code_page_is_the_displays_own() -> None:
    assert picture("Сыр", "", lambda text: text.encode("cp866"))[3:6] == "Сыр".encode("cp866")
    assert picture("Сыр", "")[3:6] == b"???"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_the_newest_text_is_shown_and_again_after_replugging(tmp_path: Path) -> None:
    port = PseudoPort(tmp_path / "display")
    states: queue.Queue[PortState] = queue.Queue()

    def wait(stop: threading.Event, seconds: float) -> None:
        stop.wait(min(seconds, 0.01))

    path = port.path
    display = CustomerDisplay("pole", lambda: path, lambda state, _: states.put(state), wait=wait)
    display.show("before", "opening")
    display.start()
    assert states.get(timeout=PATIENCE_S).is_open
    assert arrives(port, picture("before", "opening"))
    for number in range(50):
        display.show("Total", str(number))
    assert arrives(port, picture("Total", "49"))
    port.unplug()
    display.show("Change", "3.10")
    gone = states.get(timeout=PATIENCE_S)
    assert gone.fault is not None
    assert gone.fault.code == "port.gone"
    port.plug()
    assert states.get(timeout=PATIENCE_S).is_open
    assert arrives(port, picture("Change", "3.10"))
    display.close()
    port.unplug()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_updates_are_paced(tmp_path: Path) -> None:
    port = PseudoPort(tmp_path / "display")
    release = threading.Semaphore(0)
    paces: list[float] = []

    def wait(stop: threading.Event, seconds: float) -> None:
        paces.append(seconds)
        release.acquire(timeout=PATIENCE_S)

    states: queue.Queue[PortState] = queue.Queue()
    display = CustomerDisplay("pole", lambda: port.path, lambda state, _: states.put(state), wait=wait)
    display.start()
    assert states.get(timeout=PATIENCE_S).is_open
    assert arrives(port, picture("", ""))
    for number in range(10):
        display.show(str(number))
    release.release()
    assert arrives(port, picture("9", ""), nothing_else=True)
    assert set(paces) == {0.2}
    closing = threading.Thread(target=display.close)
    closing.start()
    release.release(2)
    closing.join(PATIENCE_S)
    port.unplug()


def test_a_display_that_was_never_started_can_be_closed() -> None:
    CustomerDisplay("x", lambda: None, lambda state, name: None).close()


def arrives(port: PseudoPort, wanted: bytes, nothing_else: bool = False) -> bool:
    """Read until `wanted` was the last thing sent."""
    got = bytearray()
    read: Callable[[], bytes] = port.receive
    while not got.endswith(wanted):
        chunk = read()
        if not chunk:
            return False
        got += chunk
    return got == wanted if nothing_else else True


@pytest.mark.parametrize("mode", PICTURES)
def test_either_mode_shows_both_lines_whole(mode: Mode) -> None:
    display = SimulatedDisplay()
    display.feed(PICTURES[mode]("Сыр 1.5 x 3.20", "4.80", lambda text: text.encode("cp866")))
    assert display.lines == ("Сыр 1.5 x 3.20", "4.80")


FRAMES = {"cd5220": (3, 4), "escpos": (6, 4)}


@pytest.mark.parametrize("mode", PICTURES)
@given(upper=st.text(max_size=30), lower=st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_no_control_byte_of_a_text_reaches_the_display(mode: Mode, upper: str, lower: str) -> None:
    sent = PICTURES[mode](upper, lower, lambda text: text.encode("cp866", "replace"))
    begins, between = FRAMES[mode]
    texts = sent[begins : begins + 20] + sent[begins + 20 + between : begins + 40 + between]
    assert len(texts) == 40
    assert not [byte for byte in texts if byte < 0x20 or byte == 0x7F]
