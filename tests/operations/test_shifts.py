"""Shifts: whose figures they are, who may close them, and that every way ends in a Z."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.refusal import Refusal
from desktop.domain.shift import UNAPPROVED, UNCOUNTED
from desktop.domain.staff import Person, Right
from desktop.operations import closings, sales, shifts, staff
from desktop.operations.terminal import Terminal
from desktop.store import sales as stored_sales
from desktop.store import shifts as stored
from desktop.store.terminal import save_known
from tests.core import sell
from tests.edges import SettableClock
from tests.terminals import BREAD, EGGS, MILK, PIN, build_terminal


@pytest.fixture
def anna(terminal: Terminal) -> Person:
    person = staff.sign_in(terminal, "anna", PIN)
    shifts.open_shift(terminal, person, 10_000)
    return person


@pytest.fixture
def mira(terminal: Terminal, anna: Person) -> Person:
    return staff.grant(terminal, "mira", PIN, Right.CLOSE_DIFFERENCE)


def code_of(refused: pytest.ExceptionInfo[Refusal]) -> str:
    return refused.value.code


def test_a_float_of_notes_and_coins_makes_its_sum(terminal: Terminal) -> None:
    anna = staff.sign_in(terminal, "anna", PIN)
    with pytest.raises(Refusal, match="not the sum"):
        shifts.open_shift(terminal, anna, 10_000, ((5000, 1),))
    shifts.open_shift(terminal, anna, 10_000, ((5000, 1), (1000, 5)))


def test_a_difference_above_the_limit_needs_somebody_who_is_named(
    terminal: Terminal, anna: Person, mira: Person
) -> None:
    for granter in (None, anna, staff.sign_in(terminal, "igor", PIN)):
        with pytest.raises(Refusal) as refused:
            shifts.close_shift(terminal, anna, {"cash": 8_999}, granter=granter)
        assert code_of(refused) in ("staff.approval", "staff.granter")
    closing = shifts.close_shift(terminal, anna, {"cash": 8_999}, granter=mira)
    assert (closing.cashier, closing.granted_by, closing.granter) == ("Anna K.", "mira", "Mira Manager")
    read = closings.read_last_closed(terminal)
    assert read is not None
    assert read.closing == closing, "read back as it was sealed"


def test_within_the_limit_nobody_is_named_even_when_somebody_was_asked(
    terminal: Terminal, anna: Person, mira: Person
) -> None:
    closing = shifts.close_shift(terminal, anna, {"cash": 9_000}, granter=mira)
    assert (closing.granted_by, closing.remarks) == ("", ())


def test_what_is_off_against_each_other_is_off(terminal: Terminal, anna: Person) -> None:
    """Cash over and card short make up for nothing: the tolerance is for each method."""
    with pytest.raises(Refusal):
        shifts.close_shift(terminal, anna, {"cash": 15_000, "card": -5_000 + 5_001, "voucher": 5_000})


@pytest.mark.parametrize("way", ["approved", "nobody here", "not counted", "blocked", "with nothing sold"])
def test_every_way_ends_in_a_z(terminal: Terminal, anna: Person, mira: Person, way: str) -> None:
    if way != "with nothing sold":
        sell(terminal, anna, BREAD)
    counted = None if way == "not counted" else {"cash": 0}
    if way == "blocked":
        with terminal.database.writing() as connection:
            save_known(connection, state="blocked")
    closing = shifts.close_shift(
        terminal, anna, counted, granter=mira if way == "approved" else None, unapproved=way != "approved"
    )
    assert closing.z_number == 1
    assert (UNAPPROVED in closing.remarks) == (way != "approved")
    assert (UNCOUNTED in closing.remarks) == (way == "not counted")
    with terminal.database.reading() as connection:
        assert stored.read_open(connection) is None


def test_each_person_has_figures_of_their_own_and_they_add_up(terminal: Terminal, anna: Person, mira: Person) -> None:
    sell(terminal, anna, BREAD, MILK)
    igor = staff.sign_in(terminal, "igor", PIN)
    gone = sell(terminal, igor, EGGS)
    sell(terminal, igor, MILK)
    sales.void_sale(terminal, mira, gone.sale_id, "Wrong goods")
    shifts.open_drawer(terminal, anna, "Change")
    _, totals = shifts.read_x(terminal, anna)
    by_name = {person.person_id: person for person in totals.people}
    assert [person.name for person in totals.people] == ["Anna K.", "Igor P.", "Mira Manager"]
    assert (by_name["anna"].sales, by_name["anna"].drawer_looks) == (1, 1)
    assert (by_name["igor"].sales, by_name["igor"].voids) == (1, 0)
    assert (by_name["mira"].voids, by_name["mira"].voided_minor) == (1, gone.total_minor)
    assert sum(person.total_minor for person in totals.people) == totals.total_minor
    assert sum(person.cash_minor for person in totals.people) == dict(totals.methods)["cash"]


def test_somebody_else_allows_a_void_and_both_are_in_the_journal(
    terminal: Terminal, anna: Person, mira: Person
) -> None:
    sale = sell(terminal, anna, BREAD)
    with pytest.raises(Refusal) as refused:
        sales.void_sale(terminal, anna, sale.sale_id, "Wrong goods")
    assert code_of(refused) == "staff.approval"
    _, void = sales.void_sale(terminal, anna, sale.sale_id, "Wrong goods", mira)
    assert (void.cashier, void.granted_by) == ("Anna K.", "mira")


STEPS = st.lists(st.sampled_from(["sell", "close", "void", "in", "out", "uncounted"]), max_size=14)


@pytest.fixture
def till(tmp_path_factory: pytest.TempPathFactory, clock: SettableClock) -> Iterator[Terminal]:
    built = build_terminal(tmp_path_factory.mktemp("till"), clock)
    yield built
    built.database.close()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_every_sale_is_in_one_z_numbers_have_no_gap_and_the_grand_total_never_goes_back(
    till: Terminal, steps: list[str]
) -> None:
    """Also when a sale and a closing come in the same instant: the clock stands still here."""
    mira = staff.sign_in(till, "mira", PIN)
    with till.database.reading() as connection:
        tally = stored_sales.read_tally(connection)
    zs, sold, voided = [], {}, set[str]()
    numbers, grand = (tally.last_shift_no, tally.grand_total_minor) if tally else (0, 0)
    first_grand, first_number = grand, numbers
    shifts.open_shift(till, mira, 10_000)
    for step in [*steps, "close"]:
        with till.database.reading() as connection:
            shift = shifts.require_shift(connection)
        if step == "sell":
            sale = sell(till, mira, MILK)
            sold[sale.sale_id] = (shift.shift_id, sale.total_minor)
        elif step == "void" and (last := [one for one, (where, _) in sold.items() if where == shift.shift_id]):
            if last[-1] not in voided:
                sales.void_sale(till, mira, last[-1], "Wrong")
                voided.add(last[-1])
        elif step in ("in", "out"):
            shifts.move_cash(till, mira, 500 if step == "in" else -500, "Safe")
        elif step in ("close", "uncounted"):
            counted = None if step == "uncounted" else {"cash": 12_345}
            zs.append((shift, shifts.close_shift(till, mira, counted)))
            shifts.open_shift(till, mira, 10_000)
    shifts.close_shift(till, mira, None)
    assert [closing.z_number for _, closing in zs] == list(range(first_number + 1, first_number + 1 + len(zs)))
    for shift, closing in zs:
        stand = [total for one, (where, total) in sold.items() if where == shift.shift_id and one not in voided]
        assert (closing.sales, closing.total_minor) == (len(stand), sum(stand))
        assert closing.grand_total_minor >= grand
        grand = closing.grand_total_minor
    assert grand - first_grand == sum(total for _, total in sold.values()), "voids never take it back"


def test_a_closing_reads_the_same_whatever_came_after(terminal: Terminal, anna: Person) -> None:
    sell(terminal, anna, BREAD)
    closing = shifts.close_shift(terminal, anna, None, unapproved=True)
    shifts.open_shift(terminal, anna, 5_000)
    sell(terminal, anna, BREAD)
    read = closings.read_last_closed(terminal)
    assert read is not None
    assert replace(read.closing, granter="") == closing
    assert read.totals.sales == 1
