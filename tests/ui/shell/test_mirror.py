"""For the left hand: keys at the left, the ticket at the right, switched while it is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.screens.stage import Stage
from tests.terminals import BREAD


def left_of(stage: Stage, one: QWidget, other: QWidget) -> bool:
    QApplication.processEvents()
    return one.mapTo(stage.shell, one.rect().center()).x() < other.mapTo(stage.shell, other.rect().center()).x()


def test_the_keys_change_sides_at_once_on_every_screen_of_a_sale(at_till: Stage) -> None:
    selling = at_till.selling
    sides = {
        "till": (selling.till_view.keys, selling.till_view.ticket),
        "payment": (selling.payment_view.pad, selling.payment_view.ticket),
        "sign_in": (selling.sign_in_view.pad, selling.sign_in_view.people),
    }
    at_till.scan(BREAD)
    for on in (True, False):
        at_till.shell.mirror(on)
        for key, (keys, ticket) in sides.items():
            at_till.payment.begin()
            at_till.shell.show_screen(key)
            assert left_of(at_till, keys, ticket) is on, key


def test_pay_stays_at_the_bottom_of_its_side_and_nothing_is_narrower(at_till: Stage) -> None:
    at_till.scan(BREAD)
    QApplication.processEvents()
    before = at_till.selling.till_view.keys.size()
    at_till.shell.mirror(True)
    QApplication.processEvents()
    assert at_till.selling.till_view.keys.size() == before
    pay = at_till.selling.till_view.keys.pay
    assert pay.mapTo(at_till.shell, pay.rect().bottomLeft()).x() < 30


def test_tab_goes_through_the_left_side_first(at_till: Stage) -> None:
    at_till.scan(BREAD)
    view = at_till.selling.till_view

    def order() -> list[QWidget]:
        found, at = [], view.nextInFocusChain()
        while at is not view:
            if view.isAncestorOf(at) and at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
                found.append(at)
            at = at.nextInFocusChain()
        return found

    assert order().index(view.ticket.why) < order().index(view.keys.pay)
    at_till.shell.mirror(True)
    assert order().index(view.keys.pay) < order().index(view.ticket.why)
