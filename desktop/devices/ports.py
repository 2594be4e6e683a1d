"""Which serial port a device is on: by USB identity, since port names change when cables do.

An address is `usb:VVVV:PPPP`, `usb:VVVV:PPPP:SERIAL`, `usb:VVVV:PPPP@LOCATION` (hexadecimal ids; the location tells two
devices without serial numbers apart), the port's own name (`/dev/ttyS0`, `COM3`), or `tcp:HOST:PORT` in the network.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.devices.network_line import split_address
from desktop.faults import Fault

_USB = re.compile(r"usb:([0-9a-f]{4}):([0-9a-f]{4})(?::([^@]+))?(?:@(.+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PortInfo:
    """One serial port of this machine; USB fields are None for a built-in port."""

    path: str
    description: str = ""
    vendor_id: int | None = None
    product_id: int | None = None
    serial_number: str | None = None
    location: str | None = None

    @property
    def address(self) -> str:
        """The most lasting address of this port."""
        if self.vendor_id is None or self.product_id is None:
            return self.path
        usb = f"usb:{self.vendor_id:04x}:{self.product_id:04x}"
        if self.serial_number:
            return f"{usb}:{self.serial_number}"
        return f"{usb}@{self.location}" if self.location else usb


Listing = Callable[[], Sequence[PortInfo]]
Finder = Callable[[], str | None]


def system_ports() -> list[PortInfo]:
    """The ports of this machine, by path. Pseudo-terminals are not listed by the system."""
    from serial.tools import list_ports

    return sorted(
        (
            PortInfo(port.device, port.description or "", port.vid, port.pid, port.serial_number, port.location)
            for port in list_ports.comports()
        ),
        key=lambda port: port.path,
    )


def finder(address: str, listing: Listing = system_ports) -> Finder:
    """A function that says where the device is now, None while it is away; Fault port.address if it can never be."""
    if address.startswith("tcp:") and split_address(address) is None:
        raise _wrong(f"“{address}” is not tcp:HOST:PORT.")
    if not address.startswith("usb:"):
        return lambda: address
    wanted = _USB.fullmatch(address)
    if wanted is None:
        raise _wrong(f"“{address}” is not usb:VVVV:PPPP with an optional :SERIAL or @LOCATION.")
    vendor, product, serial_number, location = wanted.groups()
    return lambda: next(
        (
            port.path
            for port in listing()
            if (port.vendor_id, port.product_id) == (int(vendor, 16), int(product, 16))
            and serial_number in (None, port.serial_number)
            and location in (None, port.location)
        ),
        None,
    )


def _wrong(message: str) -> Fault:
    remedy = "Choose the device again in Settings."
    return Fault("port.address", "The device's address is wrong", message, remedy)
