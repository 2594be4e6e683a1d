"""Paper after the sale: nothing is printed twice unasked or forgotten, and the drawer opens for facts alone."""

import queue
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from desktop.devices.simulated import SimulatedPrinter, on_tcp
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.faults import Fault
from desktop.operations import print_jobs, shifts
from desktop.operations.drawer import permit_drawer
from desktop.operations.terminal import Terminal, require_shop
from desktop.paper.rows import Band, Code, Columns, Gap, Pair, Rule, Text
from desktop.paper.rows_json import rows_from_json, rows_to_json
from desktop.printing import STALE, Edges, Printing, Trouble
from desktop.settings import Settings
from tests.core import manager, sell, terminal
from tests.edges import SettableClock
from tests.terminals import BREAD

__all__ = ["manager", "terminal"]
ROWS = (Text("X report"), Pair("Total", "12.90"))


@dataclass
class Desk:
    """A till with a simulated printer; the loop's thread is the test's, `settle()` runs what the worker handed over."""

    terminal: Terminal
    device: SimulatedPrinter
    settings: Settings
    calls: "queue.Queue[tuple[Callable[..., object], tuple[object, ...]]]" = field(default_factory=queue.Queue)
    later: list[Callable[[], None]] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    over: list[Fault] = field(default_factory=list)

    def open(self) -> Printing:
        edges = Edges(
            lambda function, *arguments: self.calls.put((function, arguments)),
            lambda seconds, function: self.later.append(function),
            self.troubles.append,
            self.copies.append,
            self.over.append,
        )
        return Printing(self.settings, lambda: self.terminal, edges, confirm_timeout_s=0.3)

    def settle(self, times: int = 1) -> None:
        for _ in range(times):
            function, arguments = self.calls.get(timeout=10)
            function(*arguments)

    def retry(self) -> None:
        self.later.pop(0)()
        self.settle()

    def kicks(self, wanted: int) -> int:
        """Pulses that the printer has heard: it is at the other end of a line, and may hear of one a moment later."""
        end_s, turn = monotonic() + 10, Event()
        while self.device.kicks < wanted and monotonic() < end_s:
            turn.wait(0.005)
        return self.device.kicks

    def states(self) -> list[tuple[str, str]]:
        jobs = print_jobs.list_recent_papers(self.terminal, 10)
        return [(job.title, job.state) for job in reversed(jobs)]

    def faults(self) -> list[tuple[str, bool]]:
        return [(trouble.fault.code, trouble.waits) for trouble in self.troubles]


@pytest.fixture
def desk(terminal: Terminal) -> Iterator[Desk]:
    device = SimulatedPrinter()
    with on_tcp(device) as port:
        yield Desk(terminal, device, Settings(printer=f"tcp:127.0.0.1:{port}"))


@pytest.fixture
def printing(desk: Desk) -> Iterator[Printing]:
    opened = desk.open()
    yield opened
    opened.close()


def test_a_slip_is_on_disk_as_unknown_before_it_is_sent_and_confirmed_behind(desk: Desk, printing: Printing) -> None:
    printing.print_rows(ROWS, "X-1")
    assert desk.states() == [("X-1", "unknown")], "a power cut now leaves a question, never a second slip"
    desk.settle()
    assert desk.states() == [("X-1", "confirmed")]
    assert b"X report" in desk.device.printed
    assert print_jobs.list_recent_papers(desk.terminal, 1)[0].rows == "", "its content is forgotten"
    assert desk.troubles == []


def test_what_was_never_sent_is_tried_again_by_itself_once_and_in_order(desk: Desk, printing: Printing) -> None:
    desk.device.cover_open = True
    for title in ("A", "B"):
        printing.print_rows((Text(f"slip {title}"),), title)
        desk.settle()
    assert desk.states() == [("A", "queued"), ("B", "queued")]
    desk.retry()
    assert desk.faults() == [("printer.cover_open", True)], "told once"
    assert desk.over == []
    desk.device.cover_open = False
    desk.retry()
    desk.settle()
    assert desk.states() == [("A", "confirmed"), ("B", "confirmed")]
    assert desk.over == [desk.troubles[0].fault], "the notice goes"
    paper = bytes(desk.device.printed)
    assert paper.count(b"slip A") == paper.count(b"slip B") == 1
    assert paper.index(b"slip A") < paper.index(b"slip B")
    assert desk.later == []


class RunsDry(SimulatedPrinter):
    """The paper ends in the middle of the slip; what it was sent lies in its buffer."""

    def feed(self, data: bytes) -> bytes:
        self.paper_out = self.paper_out or (b"X report" in data and b"COPY" not in data)
        return super().feed(data)


def test_what_may_be_on_paper_is_never_printed_again_by_itself(desk: Desk) -> None:
    device = RunsDry()
    with on_tcp(device) as port:
        desk.settings = Settings(printer=f"tcp:127.0.0.1:{port}")
        printing = desk.open()
        printing.print_rows(ROWS, "X-1")
        desk.settle()
        assert (desk.states(), desk.faults()) == ([("X-1", "unknown")], [("printer.paper_out", False)])
        assert desk.later == []
        job = desk.troubles[0].job
        assert job is not None
        device.paper_out = False
        printing.print_again(job.job_id)
        desk.settle()
        printing.close()
    assert b"COPY 1" in device.printed, "what a person prints again is marked"


def test_a_restart_knows_what_may_have_come_out_and_prints_what_had_not(desk: Desk, clock: SettableClock) -> None:
    print_jobs.queue_paper(desk.terminal, "OLD", rows_to_json(ROWS))
    clock.advance(seconds=STALE.total_seconds() + 1)
    print_jobs.queue_paper(desk.terminal, "CUT", rows_to_json(ROWS), begun=True)
    print_jobs.queue_paper(desk.terminal, "NEW", rows_to_json((Text("fresh"),)))
    printing = desk.open()
    printing.resume()
    desk.settle()
    assert desk.states() == [("OLD", "queued"), ("CUT", "unknown"), ("NEW", "confirmed")]
    assert desk.faults() == [("printer.unsure", False), ("printer.old", False)]
    assert b"X report" not in desk.device.printed
    for trouble in list(desk.troubles):
        assert trouble.job is not None
        printing.forget(trouble.job.job_id)
    assert desk.states() == [("NEW", "confirmed")]
    printing.close()


def test_a_receipt_that_may_be_out_is_printed_again_as_a_counted_copy(
    desk: Desk, printing: Printing, manager: Person
) -> None:
    sale = sell(desk.terminal, manager, BREAD)
    job = print_jobs.queue_paper(desk.terminal, sale.receipt, rows_to_json(ROWS), sale.sale_id, begun=True)
    printing.print_again(job.job_id)
    assert (desk.copies, desk.states()) == ([sale.sale_id], [])


def test_a_cash_sale_opens_the_drawer_once(desk: Desk, printing: Printing, manager: Person) -> None:
    sale = sell(desk.terminal, manager, BREAD)
    with desk.terminal.database.reading() as connection:
        shop = require_shop(connection, desk.terminal)
    printing.open_drawer()
    printing.print_sale(sale, shop)
    desk.settle(2)
    assert desk.kicks(1) == 1
    printing.open_drawer()
    printing.print_sale(sale, shop, copy_no=1)
    desk.settle()
    assert desk.kicks(1) == 1, "the same sale opens nothing twice"
    assert desk.states() == [(sale.receipt, "confirmed"), (f"{sale.receipt}-copy1", "confirmed")]


def test_the_drawer_opens_while_there_is_no_paper_and_not_again_later(
    desk: Desk, printing: Printing, manager: Person
) -> None:
    desk.device.paper_out = True
    sale = sell(desk.terminal, manager, BREAD)
    with desk.terminal.database.reading() as connection:
        shop = require_shop(connection, desk.terminal)
    printing.print_sale(sale, shop)
    desk.settle()
    assert (desk.kicks(1), desk.states()) == (1, [(sale.receipt, "queued")])
    desk.device.paper_out = False
    desk.retry()
    assert (desk.kicks(1), desk.states()) == (1, [(sale.receipt, "confirmed")])


def test_without_a_fact_there_is_no_pulse(desk: Desk, printing: Printing, manager: Person) -> None:
    printing.open_drawer()
    desk.settle()
    printing.open_drawer()
    printing.print_rows(ROWS, "X-1", opens_drawer=True)
    desk.settle()
    assert desk.kicks(1) == 1, "a shift was opened, and that was all"
    shifts.open_drawer(desk.terminal, manager, "change")
    printing.open_drawer()
    desk.settle()
    assert desk.kicks(2) == 2


def test_a_fact_of_long_ago_is_no_permit(desk: Desk, manager: Person, clock: SettableClock) -> None:
    assert permit_drawer(desk.terminal).kind == "shift.opened"
    clock.instant += timedelta(minutes=2)
    with pytest.raises(Refusal) as refused:
        permit_drawer(desk.terminal)
    assert refused.value.code == "drawer.unasked"


@pytest.mark.parametrize(("page", "name"), [("cp999", "Olives"), ("cp866", "Ελιές")])
def test_a_code_page_that_cannot_be_or_lacks_a_script_prints_drawn(desk: Desk, page: str, name: str) -> None:
    desk.settings = Settings(printer=desk.settings.printer, printer_code_page=page)
    printing = desk.open()
    printing.print_rows((*ROWS, Text(name)), "X-1")
    desk.settle()
    assert b"\x1dv0" in desk.device.printed
    printing.close()


def test_without_a_printer_nothing_waits(desk: Desk, tmp_path: Path) -> None:
    desk.settings = Settings(receipt_folder=str(tmp_path / "papers"))
    printing = desk.open()
    printing.resume()
    printing.print_rows(ROWS, "X-1")
    printing.open_drawer()
    printing.close()
    assert (tmp_path / "papers" / "X-1.pdf").read_bytes().startswith(b"%PDF")
    assert desk.states() == []


def test_done_jobs_are_forgotten_after_a_while_and_waiting_ones_are_not(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_jobs, "KEPT", 2)
    waiting = print_jobs.queue_paper(desk.terminal, "waits", "[]")
    for number in range(4):
        job = print_jobs.queue_paper(desk.terminal, str(number), "[]", begun=True)
        print_jobs.settle_paper(desk.terminal, job, "confirmed")
    assert [title for title, _ in desk.states()] == ["waits", "2", "3"]
    assert print_jobs.find_paper(desk.terminal, waiting.job_id) == waiting


def test_rows_come_back_as_they_were() -> None:
    rows = (
        Text("Сыр", "center", "big", bold=True), Pair("a", "b", "big", True, "A", True), Columns(("a", "b"), True),
        Band("COPY"), Rule(True), Gap(1.5), Code("T03-000123", "qr"),
    )  # fmt: skip
    assert rows_from_json(rows_to_json(rows)) == rows


def test_nothing_else_in_the_program_can_send_a_pulse() -> None:
    """One function asks for the right and sends it; the names of the others are in two files alone."""
    root = Path(__file__).parents[1] / "desktop"
    speaks = re.compile(r"real_time_pulse|\bpulse\(|devices\.drawer|\\x1bp|\\x10\\x14")
    found = {path.relative_to(root).as_posix() for path in root.rglob("*.py") if speaks.search(path.read_text("utf-8"))}
    assert found == {"devices/drawer.py", "printing.py", "devices/simulated.py"}
