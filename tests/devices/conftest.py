"""What device tests wait with: queues with a time-out, never a sleep."""

import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.devices.framing import Frame
from desktop.devices.scanner import Scanner, ScannerSettings
from desktop.devices.serial_port import PortState
from desktop.devices.simulated import SimulatedScanner

PATIENCE_S = 5.0


@dataclass
class Heard:
    """Everything a scanner called back with."""

    frames: "queue.Queue[tuple[bytes, str, float]]" = field(default_factory=queue.Queue)
    problems: "queue.Queue[tuple[Frame, str]]" = field(default_factory=queue.Queue)
    states: "queue.Queue[tuple[PortState, str]]" = field(default_factory=queue.Queue)
    waits: list[float] = field(default_factory=list)

    def codes(self, count: int) -> list[bytes]:
        return [self.frames.get(timeout=PATIENCE_S)[0] for _ in range(count)]

    def state(self) -> PortState:
        return self.states.get(timeout=PATIENCE_S)[0]

    def wait(self, stop: threading.Event, seconds: float) -> None:
        """The wait between two tries to open, shortened."""
        self.waits.append(seconds)
        stop.wait(0.002)


Listen = Callable[..., Scanner]


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def device(tmp_path: Path) -> Iterator[SimulatedScanner]:
    simulated = SimulatedScanner(tmp_path / "scanner")
    yield simulated
    simulated.port.unplug()


@pytest.fixture
def listen(heard: Heard) -> Iterator[Listen]:
    opened: list[Scanner] = []

    def start(path: str, settings: ScannerSettings | None = None, name: str = "till") -> Scanner:
        scanner = Scanner(
            name,
            lambda: path if Path(path).exists() else None,
            lambda *frame: heard.frames.put(frame),
            lambda *problem: heard.problems.put(problem),
            lambda *state: heard.states.put(state),
            settings,
            wait=heard.wait,
        )
        scanner.start()
        opened.append(scanner)
        return scanner

    yield start
    for scanner in opened:
        scanner.close()
