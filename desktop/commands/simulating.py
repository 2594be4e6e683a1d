"""`devices simulate`: a device that is not there, told what to do line by line."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO, cast, get_args

from desktop.commands.figures import Json
from desktop.devices.known import SCALES
from desktop.devices.simulated import (
    SimulatedDisplay,
    SimulatedPrinter,
    SimulatedScale,
    SimulatedScanner,
    on_port,
    on_tcp,
)
from desktop.devices.weights import WeightState
from desktop.domain.refusal import Refusal


def simulate(role: str, driver: str, codes: Sequence[str], told: Iterable[str], say: TextIO) -> Json:
    """Run a simulated device until `told` ends; gives where it was and how many lines it carried out."""
    makers = {"scanner": _scanner, "scale": _scale, "display": _display, "printer": _printer}
    if role not in makers:
        raise Refusal("devices.role", f"There is no {role}.", f"Name one of {', '.join(makers)}.")
    with makers[role](driver, codes, say) as (where, carry_out):
        done = 0
        for line in told:
            if not carry_out(line.strip()):
                break
            done += 1
    return {"port": where, "sent": done}


Running = tuple[str, Callable[[str], bool]]
"""Where the device is, and what carries out one line; False when there is nothing left to do."""


@contextmanager
def _scanner(driver: str, codes: Sequence[str], say: TextIO) -> Iterator[Running]:
    del driver
    scanner, left = SimulatedScanner(), list(codes)

    def carry_out(line: str) -> bool:
        if codes and not left:
            return False
        scanner.scan(left.pop(0) if codes else line)
        return True

    say.write(f"Scanner at {scanner.path}; press Enter for each scan.\n")
    yield scanner.path, carry_out
    scanner.port.unplug()


@contextmanager
def _scale(driver: str, codes: Sequence[str], say: TextIO) -> Iterator[Running]:
    del codes
    if driver and driver not in SCALES:
        raise Refusal("devices.role", f"There is no simulated {driver} scale.", f"Name one of {', '.join(SCALES)}.")
    scale = SimulatedScale(driver or "cas")

    def carry_out(line: str) -> bool:
        grams, _, state = line.partition(" ")
        if state and state not in get_args(WeightState):
            say.write(f"Write one of {', '.join(get_args(WeightState))} behind the grams.\n")
            return True
        try:
            scale.put(float(grams or 0), cast(WeightState, state or "stable"))
        except ValueError:
            say.write("Write grams, such as 452 or 452 moving.\n")
        return True

    with on_port(scale) as path:
        say.write(f"Scale at {path}; write grams, such as 452 or 452 moving.\n")
        yield path, carry_out


@contextmanager
def _display(driver: str, codes: Sequence[str], say: TextIO) -> Iterator[Running]:
    del driver, codes
    display = SimulatedDisplay()

    def carry_out(line: str) -> bool:
        del line
        say.write("\n".join(("+" + "-" * 20 + "+", *(f"|{text:<20}|" for text in display.lines), "")))
        return True

    with on_port(display) as path:
        say.write(f"Display at {path}; press Enter to see it.\n")
        yield path, carry_out


@contextmanager
def _printer(driver: str, codes: Sequence[str], say: TextIO) -> Iterator[Running]:
    del driver, codes
    printer = SimulatedPrinter()
    switches = ("paper_out", "paper_low", "cover_open", "drawer_open", "silent")

    def carry_out(line: str) -> bool:
        if line in switches:
            setattr(printer, line, not getattr(printer, line))
        say.write(f"{len(printer.printed)} bytes printed, drawer opened {printer.kicks} times; ")
        say.write(", ".join(f"{name} {'on' if getattr(printer, name) else 'off'}" for name in switches) + "\n")
        return True

    with on_tcp(printer) as port:
        address = f"tcp:127.0.0.1:{port}"
        say.write(f"Printer at {address}; write one of {', '.join(switches)} to switch it.\n")
        yield address, carry_out
