"""A case's detail is said in the reader's language, from the sentence that the centre keeps."""

import ast
import re
from pathlib import Path

import pytest

import server_stub
from server_stub.console.case_details import tell_detail
from server_stub.console.words_case_details import DETAILS, REASONS
from tests.console.conftest import Visitor
from tests.server_http.conftest import RunningCentre

ROOT = Path(server_stub.__file__).parent
SEAMS = re.compile(r"\{\w+\}|(?<=times, )|(?<=; the terminal )|(?<=taken as )|(?<=done)|, (?=and sold)")
"""Where a sentence is put together: facts, and what it chooses from."""


@pytest.mark.parametrize(
    ("kind", "kept", "told"),
    [
        (
            "over_returned",
            "Line 2 was sold 1500 and came back 2000 (thousandths)",
            "Zeile 2: 1.5 verkauft, 2 zurückgekommen",
        ),
        (
            "gift_overspent",
            "More was paid with it than was on it: 1250 minor units",
            "Damit wurden 12.50 EUR mehr bezahlt, als darauf waren.",
        ),
        (
            "parked.twice",
            "One parked ticket was paid more than once: T1-7 cash 500, card 50 EUR; T2-9 0 EUR (minor units)",
            "Bezahlt wurde: T1-7 bar 5.00, Karte 0.50 EUR; T2-9 0.00 EUR",
        ),
        (
            "shift.unapproved",
            'Counted: [{"method": "cash", "counted_minor": 100, "expected_minor": 160}]; remarks: ["unapproved"]',
            "Gezählt (erwartet): bar 1.00 EUR (1.60 EUR). Niemand war da, um es zu erlauben.",
        ),
        ("shift.unapproved", "Counted: null; remarks: []", "Counted: null; remarks: []"),
        ("customer.twice", "The same card, phone", "Gleich ist: Kundenkarte, Telefon"),
        ("customer.clash", "phone, name; phone", "Telefon, Name"),
        (
            "card.settled",
            "refund of 500 minor units of JPY taken as not done: no slip",
            "Erstattung von 500 JPY, als nicht erfolgt gewertet: no slip",
        ),
        (
            "quarantine",
            "sale.completed: the lines do not add up to the total",
            "Ein Verkauf wurde abgeschlossen: die Zeilen ergeben nicht die Summe",
        ),
        (
            "journal.broken",
            "entry 7: no valid signature covers it",
            "Eintrag 7: keine gültige Signatur",
        ),
        ("fork", "what a newer centre says of {it}", "what a newer centre says of {it}"),
    ],
)
def test_facts_are_said_anew_and_what_is_not_known_stands_as_it_is(kind: str, kept: str, told: str) -> None:
    assert tell_detail("de", kind, kept, "EUR") == told


def test_the_console_knows_what_the_centre_writes() -> None:
    """Each sentence is written somewhere in these very words, apart from its facts."""
    sources = [path for path in ROOT.rglob("*.py") if "console" not in path.parts]
    sources.append(ROOT.parent / "sync/chain.py")
    written = "\n".join(
        node.value
        for path in sources
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    parts = {part for sentence in DETAILS | REASONS for part in SEAMS.split(sentence)}
    assert [part for part in parts if part not in written] == []


async def test_the_page_says_it_in_the_readers_language(admin: Visitor, centre_server: RunningCentre) -> None:
    centre_server.ask(
        "INSERT INTO cases (kind, subject, detail, opened_at) VALUES"
        " ('lot.expiry', 'TEA L1', 'Known to expire on 2026-12-01, now told 2027-01-01', now())"
    )
    assert "So far it expired on 2026-12-01; now 2027-01-01 was told." in await admin.see("/console/cases")
