"""The card terminal that the settings name, and how its dialogue runs beside the window."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop.devices.card_terminal import CardTerminal
from desktop.devices.card_terminal_simulated import SimulatedCardTerminal
from desktop.devices.drivers import find_driver
from desktop.faults import Fault

SIMULATED = "simulated"
FOLDER = "simulated-card-terminal"
THINKING_S = 1.5
"""How long the customer of the simulated one takes."""

T = TypeVar("T")


def open_card_terminal(setting: str, data_dir: Path) -> CardTerminal | None:
    """Give the terminal of a setting, `simulated` or `NAME:OPTIONS` of a plug-in; None where cards go by hand.

    Raises Fault `card.driver` when no plug-in brings it.
    """
    if not setting:
        return None
    name, _, options = setting.partition(":")
    if name == SIMULATED:
        return SimulatedCardTerminal(data_dir / FOLDER, float(options or THINKING_S))
    driver = find_driver("card", name)
    if driver is None:
        remedy = "Install its package, or empty the setting card_terminal: then cards go by hand."
        raise Fault("card.driver", "There is no driver for the card terminal", name, remedy)
    terminal: CardTerminal = driver.make(options)
    return terminal


class Beside:
    """Runs a dialogue in a thread and tells its end on the loop's thread; call it with the work and what takes it."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Future[None]] = set()

    def __call__(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Begin."""
        task = asyncio.ensure_future(self._run(work, done))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        done(await asyncio.to_thread(work))
