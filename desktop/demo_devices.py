"""The devices of the demonstration: none of them is there, and the program cannot tell."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.devices.simulated import (
    SimulatedDisplay,
    SimulatedPrinter,
    SimulatedScale,
    SimulatedScanner,
    on_port,
    on_tcp,
)

WEIGHTS_G = (452, 1_180, 275, 830)
EMPTY_ASKS, FULL_ASKS = 16, 12
"""A scale is asked four times a second: the pan is empty for 4 s, then something lies on it for 3 s."""


@dataclass
class DemoDevices:
    """Simulated devices and the settings that name them; without a scanner the keyboard has to do (Windows)."""

    scanner: SimulatedScanner | None = None
    flags: dict[str, object] = field(default_factory=dict)


class RestlessScale(SimulatedScale):
    """Somebody puts goods on the pan and takes them off again, all day long."""

    def feed(self, data: bytes) -> bytes:
        """Answer, and let time pass."""
        turn, at = divmod(self.asked // 2, EMPTY_ASKS + FULL_ASKS)
        self.put(0 if at < EMPTY_ASKS else WEIGHTS_G[turn % len(WEIGHTS_G)])
        return super().feed(data)


@contextlib.contextmanager
def demo_devices(*, restless: bool) -> Iterator[DemoDevices]:
    """Run them; a `restless` scale weighs something now and then, else its pan stays empty."""
    with contextlib.ExitStack() as stack:
        port = stack.enter_context(on_tcp(SimulatedPrinter()))
        devices = DemoDevices(flags={"printer": f"tcp:127.0.0.1:{port}"})
        if os.name == "posix":
            devices.scanner = scanner = SimulatedScanner()
            stack.callback(scanner.port.unplug)
            scale = RestlessScale() if restless else SimulatedScale()
            devices.flags |= {
                "scanner_ports": scanner.path,
                "scale": stack.enter_context(on_port(scale)),
                "display": stack.enter_context(on_port(SimulatedDisplay())),
            }
        yield devices
