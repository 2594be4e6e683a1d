"""What screens ask for that takes a while: it runs in a worker thread, on a connection of its own."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from desktop.devices.ports import system_ports
from desktop.devices.printer import Printer
from desktop.devices.transports import connection
from desktop.domain.unsent import Exported, Weight
from desktop.faults import Fault
from desktop.operations import unsent, unsent_file
from desktop.operations.journals import verify_journal
from desktop.operations.terminal import Terminal
from desktop.paper.receipt_escpos import receipt_escpos
from desktop.paper.rows import Gap, Pair, Row, Rule, Text
from desktop.settings import Settings
from desktop.store import journal
from desktop.store.database import Database
from desktop.ui.health.health_rows import Checked
from desktop.ui.settings.settings_rows import DeviceAnswer, PortChoice

LETTERS = "ABCÄÖÜß abcäöüß 0123456789 АБВЁЖЯ абвёжя € ₽ №"
"""Everything a receipt may need, to see what the printer makes of it."""


def check_journal(terminal: Terminal, key: bytes) -> Checked:
    """Check every entry. Raises Fault when the file cannot be read."""
    with closing(Database(terminal.database.path, key, writable=False)) as database:
        verdict = verify_journal(replace(terminal, database=database))
        with database.reading() as reading:
            entries = journal.count_entries(reading)
    return Checked(entries, verdict.seq, verdict.reason) if verdict else Checked(entries)


def export_unsent(terminal: Terminal, key: bytes, folder: Path) -> Exported:
    """Write what the centre does not have yet to a new file of the folder, as `desktop.operations.unsent_file`."""
    with closing(Database(terminal.database.path, key, writable=False)) as database:
        return unsent_file.export_unsent(replace(terminal, database=database), folder)


def weigh_unsent(terminal: Terminal, key: bytes) -> Weight:
    """Tell what everything that waits is worth. Raises Fault when the file cannot be read."""
    with closing(Database(terminal.database.path, key, writable=False)) as database:
        return unsent.weigh_unsent(replace(terminal, database=database))


def list_ports() -> tuple[PortChoice, ...]:
    """The serial ports of this machine."""
    return tuple(PortChoice(port.address, port.path, port.description) for port in system_ports())


def print_test(settings: Settings, till: str) -> DeviceAnswer:
    """Print a few lines that show width, letters and knife."""
    rows: tuple[Row, ...] = (
        Text("eckWMS", "center", "big", bold=True),
        Text(till, "center"),
        Rule(),
        Text(LETTERS),
        Text("1234567890" * 5),
        Rule(),
        Pair("Test", "12.90", bold=True),
        Gap(2),
    )
    paper = receipt_escpos(rows, settings.printer_columns, settings.printer_code_page)
    return _answer(settings.printer, paper)


def _answer(address: str, paper: bytes) -> DeviceAnswer:
    try:
        outcome = Printer("test", connection(address)).send(paper)
    except Fault as fault:
        return DeviceAnswer("print", "queued", fault)
    return DeviceAnswer("print", outcome.state, outcome.fault)
