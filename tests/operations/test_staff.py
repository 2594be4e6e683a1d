"""People sign in with the centre dead; guessing a PIN takes for ever."""

import pytest

from desktop.domain.refusal import Refusal
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
