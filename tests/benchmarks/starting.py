"""A program that starts a till and says "scanned" when its first scan is painted; or bare, "shown" for a bare window.

python -m tests.benchmarks.starting till FOLDER CODE | bare
"""

import asyncio
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Start what is asked for, in a process that has imported nothing yet."""
    if arguments == ["bare"]:
        return _show_bare()
    _, folder, code = arguments
    return _start_till(Path(folder), code)


def _show_bare() -> int:
    """Import what the window stands on, and show one without anything in it."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    import desktop.window  # noqa: F401

    application = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    window.grab()
    print("shown", flush=True)
    return 0


def _start_till(folder: Path, code: str) -> int:
    from desktop.app import run_on_qt
    from desktop.devices.simulated import SimulatedScanner
    from desktop.ui.widgets.ticket_table import TicketTable
    from desktop.window import Window
    from tests.benchmarks.painted import Painted
    from tests.benchmarks.stations import load_station, open_till

    scanner = SimulatedScanner()

    async def work(window: Window) -> int:
        open_till(window)
        table = window.shell.findChild(TicketTable)
        assert isinstance(table, TicketTable)
        painted = Painted(table)
        shown = painted.expect(1)
        while not shown.done():  # until the port is open nobody hears it
            scanner.scan(code)
            await asyncio.wait([shown], timeout=0.02)
        print("scanned", flush=True)
        return 0

    done = run_on_qt(load_station(folder, scanner.path), work)
    scanner.port.unplug()
    return done


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
