"""A scale on a serial port: asked four times a second, or listened to where it talks by itself."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from desktop.devices.ports import Finder
from desktop.devices.scale_protocols import ScaleProtocol
from desktop.devices.serial_port import Line, PortState, SerialPort, Wait
from desktop.devices.weights import Weight
from desktop.faults import Fault

ASK_EVERY_S = 0.25
PATIENT_ASKS = 8
"""Asked so often without an answer, a scale is silent, and is asked four times more seldom."""

OnWeight = Callable[[Weight], None]
OnScaleState = Callable[[PortState, str], None]


class Scale:
    """Calls back, in the port's thread, with everything the scale says; which of it counts decides `Weighing`."""

    def __init__(
        self,
        name: str,
        find: Finder,
        protocol: ScaleProtocol,
        on_weight: OnWeight,
        on_state: OnScaleState,
        *,
        line: Line | None = None,
        ask_every_s: float = ASK_EVERY_S,
        wait: Wait = threading.Event.wait,
    ) -> None:
        self.name = name
        self._protocol, self._on_weight, self._on_state = protocol, on_weight, on_state
        self._asks, self._asked_at_s, self._told_silent = 0, 0.0, False
        self._port = SerialPort(
            name, find, self._take, self._change, line=line or protocol.line, silence_s=ask_every_s, wait=wait
        )

    def start(self) -> None:
        """Begin to ask."""
        self._port.start()

    def close(self) -> None:
        """Stop asking; no callback comes afterwards."""
        self._port.close()

    def _take(self, chunk: bytes) -> None:
        if not chunk:
            self._ask()
            return
        answer = self._protocol.feed(chunk)
        if answer.reply:
            self._port.write(answer.reply)
        if answer.weights:
            self._heard()
        at_s = self._asked_at_s if self._protocol.ask else time.monotonic()
        for weight in answer.weights:
            self._on_weight(replace(weight, at_s=at_s))

    def _ask(self) -> None:
        """The line is quiet: what is left of an answer is noise, and the next one is asked for."""
        self._asks += 1
        if self._asks > PATIENT_ASKS:
            self._say_silent()
            if self._asks % 4:
                return
        self._protocol.reset()
        if self._protocol.ask:
            self._asked_at_s = time.monotonic()
            self._port.write(self._protocol.ask)

    def _heard(self) -> None:
        self._asks = 0
        if self._told_silent:
            self._told_silent = False
            self._on_state(PortState(True), self.name)

    def _say_silent(self) -> None:
        if not self._told_silent:
            self._told_silent = True
            self._on_state(PortState(True, _silent(self.name), "scale.silent"), self.name)

    def _change(self, state: PortState) -> None:
        self._asks, self._told_silent = 0, False
        self._protocol.reset()
        self._on_state(state, self.name)


def _silent(name: str) -> Fault:
    return Fault(
        "scale.silent",
        "The scale does not answer",
        f"{name}: nothing came that this scale would say.",
        "Check that it is switched on, its cable, and which scale is chosen in Settings.",
    )
