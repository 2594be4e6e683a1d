"""Which kinds of devices this till can talk to: its own drivers, and those of installed plug-ins.

A plug-in is a package with entry points of the group `eckwms.devices`; each names a `Driver`. What `make(options)` must
give depends on the role: a scale a `scale_protocols.ScaleProtocol`, a display a `display.Picture`, a printer a
`transport.Connect` (its address is then `NAME:OPTIONS`), a scanner a `scanner.ScannerSettings`,
a card terminal a `card_terminal.CardTerminal`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from typing import Any, Literal

from desktop.faults import Fault

GROUP = "eckwms.devices"
Role = Literal["scanner", "printer", "scale", "display", "card"]


@dataclass(frozen=True, slots=True)
class Driver:
    """One kind of device: its role, a name for settings, a title for people; `from_package` names the plug-in."""

    role: Role
    name: str
    title: str
    make: Callable[[str], Any]
    from_package: str = ""


@dataclass(frozen=True, slots=True)
class Plugged:
    """What the installed plug-ins bring, and what is wrong with those that could not be loaded."""

    drivers: tuple[Driver, ...] = ()
    faults: tuple[Fault, ...] = ()


@cache
def plugged() -> Plugged:
    """Load the plug-ins once; a broken one is told and left out, it keeps no till from selling."""
    found: list[Driver] = []
    faults: list[Fault] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        package = entry.dist.name if entry.dist else entry.value
        try:
            driver = entry.load()
        except Exception as error:  # noqa: BLE001  foreign code: whatever it raises, it is left out
            faults.append(_broken(entry.name, package, repr(error)))
            continue
        if isinstance(driver, Driver):
            found.append(Driver(driver.role, driver.name, driver.title, driver.make, package))
        else:
            faults.append(_broken(entry.name, package, f"{entry.value} is no Driver."))
    return Plugged(tuple(found), tuple(faults))


def find_driver(role: Role, name: str) -> Driver | None:
    """A plug-in's driver, None where no plug-in brings it."""
    return next((driver for driver in plugged().drivers if (driver.role, driver.name) == (role, name)), None)


def _broken(name: str, package: str, reason: str) -> Fault:
    return Fault(
        "driver.broken",
        "A driver could not be loaded",
        f"{name} ({package}): {reason}",
        "Update or remove the package.",
    )
