"""People sign in with the centre dead, by PIN or badge; somebody else lends a right for one act."""

import pytest

from desktop.domain.permission import permit
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Right
from desktop.operations import carts, staff
from desktop.operations.terminal import Terminal, require_shop
from tests.core import fill
from tests.terminals import BADGE, MILK, PIN


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


def test_a_badge_signs_in_whose_it_is_and_nobody_else(terminal: Terminal) -> None:
    assert staff.sign_in_by_badge(terminal, BADGE) == staff.signed_in(terminal)
    signed_in = staff.signed_in(terminal)
    assert signed_in is not None
    assert signed_in.login == "mira"
    for code in ("", "4750001000014", BADGE + "0", BADGE[:-1]):
        assert staff.sign_in_by_badge(terminal, code) is None


def test_cashiers_change_over_a_running_ticket_and_it_stays(terminal: Terminal) -> None:
    staff.sign_in(terminal, "anna", PIN)
    cart = fill(terminal, f"2*{MILK}")
    staff.sign_in_by_badge(terminal, BADGE)
    assert carts.open_cart(terminal) == cart
    staff.sign_out(terminal)
    assert carts.open_cart(terminal) == cart


def test_a_right_is_lent_for_one_act_by_somebody_who_has_it(terminal: Terminal) -> None:
    igor = staff.sign_in(terminal, "igor", PIN)
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
    for mira in (
        staff.grant(terminal, "mira", PIN, Right.OPEN_DRAWER),
        staff.grant_by_badge(terminal, BADGE, Right.OPEN_DRAWER),
    ):
        assert staff.signed_in(terminal) == igor, "nobody is signed in by it"
        assert mira is not None
        assert permit(igor, Right.OPEN_DRAWER, shop, mira) == (igor, "mira")


def test_nobody_lends_what_they_do_not_have(terminal: Terminal) -> None:
    for login, right, amount_minor in (("igor", Right.VOID, 0), ("anna", Right.CASH_MOVE, 50_001)):
        with pytest.raises(Refusal, match="may not allow this"):
            staff.grant(terminal, login, PIN, right, amount_minor=amount_minor)
    assert staff.grant_by_badge(terminal, MILK, Right.VOID) is None
