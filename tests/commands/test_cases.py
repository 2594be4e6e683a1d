"""`eckwms cases`: words for every kind, and for an empty list."""

from pathlib import Path

import pytest

from desktop.cli_run import in_words
from desktop.commands.cases import WORDS, case_json, show
from desktop.domain.case import Case
from desktop.domain.staff import Person
from desktop.domain.unsent import Unsent
from desktop.operations.terminal import Terminal
from desktop.replication.local_journal import LocalJournal
from desktop.settings import Loaded, Settings
from desktop.station import Station
from desktop.store import journal
from tests.core import manager, sell, terminal  # noqa: F401 - fixtures
from tests.functional.programs import Till
from tests.terminals import BREAD

AT = "2026-11-21T10:00:00.000+00:00"


@pytest.fixture
def station(terminal: Terminal) -> Station:  # noqa: F811
    """The parts of a station that the command asks for."""
    return Station(Loaded(Settings(), {}, Path()), None, None, terminal)  # type: ignore[arg-type]


def test_a_till_that_nobody_has_enrolled_has_no_cases(tmp_path: Path) -> None:
    told = Till(tmp_path / "till").run("cases")
    assert (told.exit, told.error) == (5, "terminal.unenrolled")


def test_an_empty_list_is_said_in_words(station: Station) -> None:
    told = show(station)
    assert (told["cases"], told["open"]) == ([], 0)
    assert in_words(told).startswith("summary: Nothing waits for a decision.\n")


def test_a_case_says_what_happened_and_what_to_do(
    station: Station,
    terminal: Terminal,  # noqa: F811
    manager: Person,  # noqa: F811
) -> None:
    sale = sell(terminal, manager, BREAD)
    with terminal.database.reading() as connection:
        head = journal.read_head(connection)
    assert head
    LocalJournal(terminal.database, lambda *words: None, lambda *words: None).save_problem(
        head.incarnation, head.seq, "too_large: 413"
    )
    told = show(station)
    (case,) = told["cases"]
    assert told["summary"] == "One case waits for a decision."
    assert (case["kind"], case["subject"], case["device"], case["seq"]) == (
        "entry.too_large", sale.receipt, "Till 1", head.seq,
    )  # fmt: skip
    assert case["entry"]["kind"] == "sale.completed"
    assert (case["entry"]["amount"], case["entry"]["currency"]) == ("2.40", "EUR")
    text = in_words(told)
    assert case["what"] in text
    assert case["to_do"] in text


@pytest.mark.parametrize("kind", [*WORDS, "of.the.future"])
def test_every_kind_has_words(kind: str) -> None:
    told = case_json(Case("7", kind, AT, "Till 2"))
    assert told["what"].endswith(".")
    assert told["to_do"].endswith(".")
    assert (told["kind"], told["opened_at"], told["seq"], told["entry"]) == (kind, AT, None, None)


def test_an_entry_without_money_has_no_amount() -> None:
    entry = Unsent("i", 3, "staff.signed_in", AT)
    told = case_json(Case("7", "quarantine", "", "", entry=entry))
    assert told["entry"] == {"kind": "staff.signed_in", "occurred_at": AT}
    assert told["opened_at"] is None
