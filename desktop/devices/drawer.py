"""The cash drawer, kicked open through the receipt printer."""

from dataclasses import replace

from desktop.devices.printer import Outcome, Printer

PIN_2 = 0
PIN_5 = 1


def pulse(pin: int = PIN_2, on_ms: int = 120, off_ms: int = 240) -> bytes:
    """ESC p: current on `pin` for `on_ms`, at least `off_ms` rest; both up to 510 ms, and the rest is longer."""
    if pin not in (PIN_2, PIN_5) or not 2 <= on_ms < off_ms <= 510:
        raise ValueError(f"No drawer pulse: pin {pin}, {on_ms} ms on, {off_ms} ms off")
    return bytes([0x1B, 0x70, pin, on_ms // 2, off_ms // 2])


def real_time_pulse(pin: int = PIN_2, on_ms: int = 200) -> bytes:
    """DLE DC4 1: the pulse that works while the printer is off-line; in steps of 100 ms up to 800 ms."""
    if pin not in (PIN_2, PIN_5) or not 100 <= on_ms <= 800:
        raise ValueError(f"No drawer pulse: pin {pin}, {on_ms} ms on")
    return bytes([0x10, 0x14, 1, pin, on_ms // 100])


def open_drawer(printer: Printer, pin: int = PIN_2) -> Outcome:
    """Kick the drawer. A sale never waits for paper: off-line it is tried in real time, and the outcome is unknown."""
    outcome = printer.send(pulse(pin), when_offline=real_time_pulse(pin))
    return replace(outcome, state="unknown") if outcome.state == "queued" and outcome.status.answered else outcome
