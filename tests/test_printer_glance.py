"""The printer is looked at while somebody watches: as it answers, seldom when it does not, never in a slip's way."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from desktop.devices.printer import Printer, PrinterStatus
from desktop.devices.simulated import InMemory, SimulatedPrinter, on_tcp
from desktop.devices.transports import connection
from desktop.printer_glance import LOOK_EVERY_S, SILENT_EVERY_S, Glanced, PrinterGlance


@dataclass
class Watch:
    """Somebody who watches a printer; work beside is done when the test says so, time passes when it says so."""

    printer: Printer | None
    now_s: float = 0.0
    begun: list[tuple[Callable[[], Any], Callable[[Any], None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.glance = PrinterGlance(
            lambda: self.printer, lambda work, done: self.begun.append((work, done)), lambda: self.now_s
        )

    def look(self, after_s: float = LOOK_EVERY_S) -> Glanced:
        """Let time pass, let the look that is due come to its end, give what is seen then."""
        self.now_s += after_s
        self.glance.seen()
        while self.begun:
            work, done = self.begun.pop(0)
            done(work())
        return self.glance.seen()


def quick(device: SimulatedPrinter) -> Printer:
    return Printer("memory", device.connect, answer_timeout_s=0.01, confirm_timeout_s=0.01)


def test_what_the_printer_answers_follows_what_happens_to_it() -> None:
    device = SimulatedPrinter()
    watch = Watch(quick(device))
    assert watch.glance.seen() == Glanced()
    assert watch.look().status == PrinterStatus(True, False, False, False, False, False, False)
    device.paper_low = device.drawer_open = True
    status = watch.look().status
    assert status is not None
    assert (status.paper_low, status.drawer_pin_high) == (True, True)
    device.cover_open = True
    fault = watch.look().fault
    assert fault is not None
    assert fault.code == "printer.cover_open"
    device.cover_open = False
    assert watch.look().fault is None


def test_one_look_at_a_time_and_not_before_it_is_due() -> None:
    watch = Watch(quick(SimulatedPrinter()))
    for _ in range(3):
        watch.glance.seen()
    assert len(watch.begun) == 1
    watch.look(0)
    watch.now_s += LOOK_EVERY_S - 0.1
    watch.glance.seen()
    assert watch.begun == []


def test_a_printer_that_does_not_answer_is_asked_more_seldom() -> None:
    device = SimulatedPrinter()
    device.silent = True
    watch = Watch(quick(device))
    assert watch.look() == Glanced(PrinterStatus())
    watch.now_s += LOOK_EVERY_S
    watch.glance.seen()
    assert watch.begun == []
    device.silent = False
    seen = watch.look(SILENT_EVERY_S)
    assert seen.status is not None
    assert seen.status.answered


def test_a_printer_that_cannot_be_reached_is_said_and_found_again() -> None:
    with on_tcp(SimulatedPrinter()) as port:
        address = f"tcp:127.0.0.1:{port}"
        watch = Watch(Printer("tcp", connection(address)))
        assert watch.look().status is not None
    gone = watch.look()
    assert gone.status is None
    assert gone.fault is not None
    assert gone.fault.code == "printer.unreachable"


def test_another_printer_is_looked_at_from_the_beginning() -> None:
    watch = Watch(quick(SimulatedPrinter()))
    watch.look()
    watch.now_s += LOOK_EVERY_S
    watch.glance.seen()
    late = watch.begun.pop()
    watch.printer = None
    assert watch.glance.seen() == Glanced()
    late[1](late[0]())
    assert watch.glance.seen() == Glanced()
    assert watch.begun == []


class Slow(InMemory):
    """A way to a printer that stands still until the test lets it go on."""

    def __init__(self, printer: SimulatedPrinter, reached: threading.Event, go_on: threading.Event) -> None:
        super().__init__(printer)
        self._reached, self._go_on = reached, go_on

    def receive(self, timeout_s: float) -> bytes:
        self._reached.set()
        assert self._go_on.wait(5)
        return super().receive(timeout_s)


@pytest.fixture
def slow() -> tuple[Printer, SimulatedPrinter, threading.Event, threading.Event]:
    device, reached, go_on = SimulatedPrinter(), threading.Event(), threading.Event()
    printer = Printer("slow", lambda: Slow(device, reached, go_on), confirm_timeout_s=0.1)
    return printer, device, reached, go_on


def test_nothing_is_asked_while_a_slip_is_printed(
    slow: tuple[Printer, SimulatedPrinter, threading.Event, threading.Event],
) -> None:
    printer, device, reached, go_on = slow
    job = threading.Thread(target=printer.send, args=(b"slip",))
    job.start()
    assert reached.wait(5)
    watch = Watch(printer)
    assert watch.look() == Glanced()
    go_on.set()
    job.join()
    assert device.printed == b"slip"
    assert watch.look().status is not None


def test_a_look_makes_room_for_a_slip_after_one_answer(
    slow: tuple[Printer, SimulatedPrinter, threading.Event, threading.Event],
) -> None:
    printer, device, reached, go_on = slow
    seen: list[PrinterStatus | None] = []
    looking = threading.Thread(target=lambda: seen.append(printer.glance()))
    looking.start()
    assert reached.wait(5)
    job = threading.Thread(target=printer.send, args=(b"slip",))
    job.start()
    assert printer._job_waits.wait(5)
    go_on.set()
    looking.join()
    job.join()
    assert seen == [None]
    assert device.printed == b"slip"
