"""Closing and cash out where somebody else has to allow it; and that a shift can always be closed."""

from desktop.domain.shift import UNAPPROVED, UNCOUNTED, Closing
from desktop.operations import closings, staff
from desktop.store import journal
from tests.screens.stage import Stage
from tests.terminals import BADGE, BREAD, EGGS, MILK, PIN
from tests.ui.keyboard import Keyboard
from tests.ui.shift_desk import ShiftDesk, sell, show_shift


def count_far_off(stage: Stage) -> ShiftDesk:
    """A cashier counted 50.00 where 100.00 should be, twice, and closes."""
    desk = show_shift(stage, "anna")
    desk.presenter.begin_count()
    desk.type("50")
    desk.presenter.review()
    desk.presenter.review()
    desk.presenter.close_shift()
    return desk


def closed(stage: Stage) -> Closing:
    """What was sealed."""
    found = closings.read_last_closed(stage.terminal)
    assert found is not None
    return found.closing


def test_a_difference_above_the_limit_is_closed_by_somebody_elses_pin(at_till: Stage, keyboard: Keyboard) -> None:
    desk = count_far_off(at_till)
    review = desk.view.review
    assert desk.page() == "review"
    assert not review.finish.isVisible()
    assert review.allow.isVisible()
    review.allow.click()
    assert [person.login for person in desk.presenter.grant.state.people] == ["mira"], "not who closes, nor who sells"
    assert desk.view.grant._what.text() == "Close the shift with a difference"
    keyboard.type(PIN)
    desk.view.grant.allow.click()
    assert desk.page() == "closed"
    assert "allowed by Mira Manager" in desk.view.closed.detail.text()
    assert (closed(at_till).granted_by, closed(at_till).granter, closed(at_till).remarks) == (
        "mira",
        "Mira Manager",
        (),
    )
    with at_till.terminal.database.reading() as connection:
        sealed = journal.read_last_of(connection, "shift.closed")
    assert sealed is not None
    assert sealed.actor == "anna", "logged with both names"


def test_or_by_a_badge_and_nobody_elses(at_till: Stage) -> None:
    desk = count_far_off(at_till)
    at_till.shell.on_scan(MILK)
    assert desk.page() == "review"
    desk = count_far_off(at_till) if desk.presenter.grant.state.asked is None else desk
    at_till.shell.on_scan(BADGE)
    assert desk.page() == "closed"
    assert closed(at_till).granted_by == "mira"


def test_with_nobody_here_it_is_closed_all_the_same_and_says_so(at_till: Stage) -> None:
    desk = count_far_off(at_till)
    desk.view.review.anyway.click()
    assert desk.page() == "closed"
    assert "not approved" in desk.view.closed.detail.text()
    assert (closed(at_till).remarks, closed(at_till).granted_by) == ((UNAPPROVED,), "")
    assert desk.z == [(1, 0)]


def test_a_drawer_that_cannot_be_counted_is_closed_too(at_till: Stage) -> None:
    sell(at_till, BREAD)
    desk = show_shift(at_till, "anna")
    desk.presenter.begin_count()
    desk.view.count.skip.click()
    assert "Nothing was counted" in desk.view.review.detail.text()
    desk.view.review.finish.click()
    assert desk.page() == "review"
    desk.view.review.anyway.click()
    assert closed(at_till).remarks == (UNCOUNTED, UNAPPROVED)
    assert all(not count.difference_minor for count in closed(at_till).counts)
    assert "Nothing was counted" in desk.view.closed.strip.text


def test_within_the_limit_nobody_is_asked_and_the_clues_are_shown(at_till: Stage) -> None:
    sell(at_till, BREAD)
    sell(at_till, EGGS)
    desk = show_shift(at_till, "anna")
    desk.presenter.begin_count()
    desk.type("102.40")
    desk.presenter.review()
    desk.presenter.close_shift()
    assert desk.page() == "closed"
    assert closed(at_till).granted_by == ""
    lines = [line.text() for line in desk.view.closed.clues.lines if line.isVisible()]
    assert lines[0].startswith("Receipt T01-000002: its 3.50")
    assert "may not have been taken" in lines[0]


def test_notes_and_coins_are_sealed_with_the_count(at_till: Stage) -> None:
    desk = show_shift(at_till, "anna")
    desk.presenter.begin_count()
    desk.presenter.choose_way(by_pieces=True)
    desk.presenter.choose_slot(5000)
    desk.type("1")
    desk.presenter.choose_slot(2000)
    desk.type("2")
    desk.presenter.choose_slot(1000)
    desk.type("1")
    desk.presenter.review()
    desk.presenter.close_shift()
    assert closed(at_till).pieces == ((5000, 1), (2000, 2), (1000, 1))


def test_more_cash_out_than_the_limit_needs_somebody(at_till: Stage, keyboard: Keyboard) -> None:
    desk = show_shift(at_till, "anna")
    desk.presenter.begin_cash("in")
    desk.type("900")
    desk.presenter.give_reason("Bank")
    desk.presenter.move_cash()
    desk.presenter.begin_cash("out")
    desk.view.cash.reason.edit.setFocus()
    desk.presenter.press_escape()
    desk.presenter.begin_cash("out")
    keyboard.type("600")  # an amount, not more of the reason before
    desk.presenter.give_reason("Safe")
    desk.presenter.move_cash()
    assert desk.page() == "cash"
    desk.view.cash.allow.click()
    assert desk.view.grant._what.text() == "Take 600.00\xa0€ out of the drawer"
    keyboard.type(PIN)
    desk.view.grant.allow.click()
    assert desk.page() == "running"
    assert desk.presenter.state.expected_minor["cash"] == 40_000
    assert desk.drawer == ["open", "open"]


def test_figures_by_person_are_shown_when_several_sell_from_one_drawer(at_till: Stage) -> None:
    sell(at_till, BREAD)
    staff.sign_in(at_till.terminal, "igor", PIN)
    sell(at_till, EGGS)
    show = show_shift(at_till, "mira").view.running
    assert [(pair.words, pair.value) for pair in show.people.pairs] == [
        ("Igor P. × 1", "3.49\xa0€"),
        ("Anna K. × 1", "2.40\xa0€"),
    ]
    assert show.people.isVisible()
