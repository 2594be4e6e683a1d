"""People sign in with the centre dead; guessing a PIN takes for ever."""

import pytest

from desktop.domain.refusal import Refusal
from desktop.domain.staff import Right, require_lent
from desktop.operations import staff
from desktop.operations.terminal import Terminal
from tests.edges import SettableClock
from tests.terminals import PIN


@pytest.mark.parametrize("login", ["anna", "ANNA", "Anna K."])
def test_sign_in_by_login_or_name(terminal: Terminal, login: str) -> None:
    person = staff.sign_in(terminal, login, PIN)
    assert staff.signed_in(terminal) == person
    staff.sign_out(terminal)
    assert staff.signed_in(terminal) is None


@pytest.mark.parametrize(("login", "pin"), [("anna", "0000"), ("nobody", PIN), ("anna", ""), ("", "")])
def test_a_wrong_pin_and_an_unknown_name_look_the_same(terminal: Terminal, login: str, pin: str) -> None:
    with pytest.raises(Refusal) as refused:
        staff.sign_in(terminal, login, pin)
    assert refused.value.code == "staff.wrong_pin"


def test_five_wrong_pins_have_to_wait(terminal: Terminal, clock: SettableClock) -> None:
    for _ in range(staff.TRIES):
        with pytest.raises(Refusal, match="wrong"):
            staff.sign_in(terminal, "anna", "0000")
    with pytest.raises(Refusal, match="wait"):
        staff.sign_in(terminal, "anna", PIN)
    assert staff.sign_in(terminal, "mira", PIN).login == "mira"
    clock.advance(seconds=staff.WAIT_S + 1)
    assert staff.sign_in(terminal, "anna", PIN).login == "anna"


def test_a_right_is_lent_for_one_act_by_somebody_who_has_it(terminal: Terminal) -> None:
    igor = staff.sign_in(terminal, "igor", PIN)
    mira = staff.grant(terminal, "mira", PIN, Right.OPEN_DRAWER)
    assert staff.signed_in(terminal) == igor
    assert require_lent(igor, Right.OPEN_DRAWER, mira) == igor
    with pytest.raises(Refusal, match="may not do this"):
        require_lent(igor, Right.OPEN_DRAWER, None)
    with pytest.raises(Refusal, match="may not do this"):
        require_lent(igor, Right.OPEN_DRAWER, igor)
    with pytest.raises(Refusal, match="Nobody is signed in"):
        require_lent(None, Right.OPEN_DRAWER, mira)


def test_nobody_lends_what_they_do_not_have_and_guessing_waits_as_at_sign_in(terminal: Terminal) -> None:
    with pytest.raises(Refusal, match="may not do this"):
        staff.grant(terminal, "igor", PIN, Right.VOID)
    for _ in range(staff.TRIES):
        with pytest.raises(Refusal, match="wrong"):
            staff.grant(terminal, "mira", "0000", Right.VOID)
    with pytest.raises(Refusal, match="wait"):
        staff.sign_in(terminal, "mira", PIN)
