"""Parked tickets on the till's screen: those of other tills in the list, the question, and what a person says to it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest
from PySide6.QtCore import Qt

from desktop.domain.parking import Taken
from desktop.operations import carts, parking
from desktop.replication.changes import apply_page
from desktop.store.replica_file import ReplicaFile
from desktop.store.topics import Topic
from desktop.ui.till.parked_presenter import Totals
from desktop.ui.till.presenter import TillPresenter
from desktop.ui.till.till_rows import OpenAnyway, Opening, Refused
from desktop.ui.widgets.key import Key
from sync.wire.changes import Change
from sync.wire.messages import Cursor, Page
from sync.wire.parked import Parked
from tests.domain.offers.shelf import SHOP, cart, line
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK, REPLICA
from tests.ui.keyboard import Keyboard

AT = datetime(2026, 11, 21, 14, 20, tzinfo=UTC)
Answer = Callable[[Taken | None], None]


class HeadOffice:
    """Answers when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Answer]] = []

    def __call__(self, done: Answer, ticket: str) -> None:
        self.asked.append((ticket, done))

    def answer(self, told: Taken | None) -> None:
        self.asked.pop()[1](told)


@pytest.fixture
def office(at_till: Stage) -> HeadOffice:
    """A till that shares its tickets; Till 2 has parked two breads as Table 7."""
    office = HeadOffice()
    at_till.till.parking._take = office
    at_till.scan(BREAD, BREAD)
    at_till.till.park("Table 7")
    [cart] = carts.list_parked(at_till.terminal)
    [(mine, _)] = parking.list_due(at_till.terminal)
    offered = parking.read_offered(at_till.terminal, mine)
    assert offered is not None
    parking.settle_step(at_till.terminal, mine, "let_go")
    row = Parked(
        id="0197", revision=1, device="till-2", till="Till 2", parked_at=AT.isoformat(), lines=1,
        total_minor=480, currency="EUR", version=1, cart=offered.cart, name="Table 7",
    )  # fmt: skip
    tell(at_till, row)
    assert cart.id not in [one.cart_id for one in at_till.till.state.parked]
    return office


def tell(stage: Stage, *rows: Parked) -> None:
    """What the feed brings, all of it."""
    replica = ReplicaFile(stage.terminal.database.path.with_name(REPLICA), b"r" * 32)
    changes = [Change(at, "parked", row.id, msgspec.Raw(msgspec.msgpack.encode(row))) for at, row in enumerate(rows, 1)]
    cursor = Cursor(feed="receipts:s1", epoch="e", position=len(rows), token="t")
    apply_page(replica, Page(cursor=cursor, from_position=0, changes=tuple(changes), more=False))
    replica.close()
    stage.terminal.database.announce(Topic.PARKED)


def names(stage: Stage) -> list[str]:
    assert stage.till.state.cart is not None
    return [line.product_id for line in stage.till.state.cart.lines]


def test_the_list_says_till_and_time_and_one_of_another_till_is_asked_for(
    at_till: Stage, office: HeadOffice, keyboard: Keyboard
) -> None:
    at_till.scan(EGGS)
    at_till.till.park()
    keyboard.press(Qt.Key.Key_F5)
    sheet = at_till.selling.till_view.sheets.parked
    mine, other = [key for key in sheet.findChildren(Key) if "item" in key.text()]
    assert mine.text() == f"Till 1 · {at_till.clock.now():%H:%M} · 1 item"
    assert other.text() == f"Table 7 · Till 2 · {AT.astimezone(at_till.clock.now().tzinfo):%H:%M} · 1 item"
    other.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    assert isinstance(at_till.till.state.prompt, Opening)
    assert "asked" in at_till.selling.till_view.ticket.strip.accessibleName()
    [heard] = parking.list_tickets(at_till.terminal, "").others
    office.answer(Taken("yours", ticket=heard))
    assert names(at_till) == ["bread"]
    assert at_till.till.state.prompt is None
    assert [row.other for row in at_till.till.state.parked] == [False]


def test_who_has_it_is_said_and_nothing_is_in_hand(at_till: Stage, office: HeadOffice) -> None:
    for told, code in ((Taken("taken", "Till 3"), "parked.taken"), (Taken("gone"), "parked.gone")):
        at_till.till.recall("0197", True)
        office.answer(told)
        prompt = at_till.till.state.prompt
        assert isinstance(prompt, Refused)
        assert prompt.refusal.code == code
    assert names(at_till) == []


def test_without_the_line_a_warning_is_read_before_it_is_opened(
    at_till: Stage, office: HeadOffice, keyboard: Keyboard
) -> None:
    at_till.till.recall("0197", True)
    office.answer(None)
    assert isinstance(at_till.till.state.prompt, OpenAnyway)
    assert "paid twice" in at_till.selling.till_view.ticket.strip.accessibleName()
    keyboard.press(Qt.Key.Key_Escape)
    assert (at_till.till.state.prompt, names(at_till)) == (None, [])
    at_till.till.recall("0197", True)
    office.answer(None)
    keyboard.press(Qt.Key.Key_Return)
    assert names(at_till) == ["bread"]
    assert at_till.till.state.parked == ()


def test_an_answer_that_comes_too_late_opens_nothing_in_the_middle_of_a_sale(
    at_till: Stage, office: HeadOffice
) -> None:
    at_till.till.recall("0197", True)
    at_till.scan(MILK)
    [heard] = parking.list_tickets(at_till.terminal, "").others
    office.answer(Taken("yours", ticket=heard))
    assert names(at_till) == ["milk"]
    assert [(row.name, row.other) for row in at_till.till.state.parked] == [("Table 7", False)]
    at_till.till.recall("0197", True)
    assert office.asked == [], "it is not listed any more"


def test_a_till_that_shares_nothing_lists_its_own_alone(at_till: Stage, office: HeadOffice) -> None:
    alone = TillPresenter(at_till.terminal)
    assert alone.state.parked == ()
    alone.close()
    assert [row.till for row in at_till.till.state.parked] == ["Till 2"]


def test_a_parked_sale_that_changed_is_priced_anew() -> None:
    totals, waits = Totals(), cart([line("tea")])
    for pieces in (1, 2, 2):
        waits = replace(waits, lines=(line("tea", pieces),))
        assert totals.of([waits], SHOP) == [100 * pieces]
