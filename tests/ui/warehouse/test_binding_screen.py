"""A code that nobody knows is bound where it was scanned: by keys, by a printed command, and never by accident."""

import pytest

from desktop.domain.task import TaskKind, What
from tests.operations.test_picking import facts
from tests.screens.gallery_warehouse import begin, presenter, show, view
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK, UNKNOWN
from tests.ui.warehouse.conftest import Press
from tests.ui.warehouse.test_task_screen import held

CASE = "14601234567890"
"""A case of eggs, of which nobody knows how many there are."""


@pytest.fixture
def wim(stage: Stage) -> Stage:
    show(stage)
    return stage


def test_the_goods_that_are_scanned_next_are_what_it_is(wim: Stage, press: Press) -> None:
    begin(wim, TaskKind.RECEIVE, MILK)
    press("3", "*")
    wim.scan(UNKNOWN)
    assert view(wim).alarm.bind.isVisible()
    press("Ctrl+B")
    assert not view(wim).alarm.isVisible()
    assert f"What is {UNKNOWN}?" in view(wim).about.text()
    wim.scan(EGGS)
    assert "The code is that of Eggs" in view(wim).about.text()
    state = presenter(wim).state
    assert [(row.what, row.name, row.quantity_milli) for row in state.rows] == [
        (What.GOODS, "Eggs size M, 10 pcs", 3000), (What.GOODS, "Milk 3.2 % 930 ml", 1000)
    ]  # fmt: skip
    assert (state.unknown, state.binding) == (0, "")
    wim.scan(UNKNOWN)
    assert presenter(wim).state.rows[0].name.startswith("Eggs"), "it is known from now on"
    press("F9", "F9")
    assert held(wim, "eggs", "receiving") == 4000
    assert len(facts(wim.terminal, "code.bound")) == 1


def test_of_a_case_one_says_how_many_are_inside(wim: Stage, press: Press) -> None:
    begin(wim, TaskKind.RECEIVE)
    wim.scan(CASE, "CMD:BIND", EGGS)
    assert view(wim).alarm.isVisible(), "a case is more than one piece"
    assert "Say how many are inside" in view(wim).alarm.accessibleName()
    wim.scan("CMD:BIND")
    press("1", "2", "*")
    wim.scan(EGGS)
    assert [row.quantity_milli for row in presenter(wim).state.rows] == [12_000]


def test_what_names_no_goods_binds_nothing_and_esc_goes_back(wim: Stage, press: Press) -> None:
    begin(wim, TaskKind.RECEIVE, MILK)
    press("Ctrl+B")
    assert "No code here waits" in view(wim).about.text()
    wim.scan(UNKNOWN, "CMD:BIND", "4609999999990")
    assert view(wim).alarm.isVisible()
    press("Esc")
    wim.scan("CMD:BIND")
    press("Esc")
    wim.scan(BREAD)
    assert presenter(wim).state.unknown == 1
    assert [row.what for row in presenter(wim).state.rows] == [What.GOODS, What.UNKNOWN, What.GOODS]
    press("Up")
    assert facts(wim.terminal, "code.bound") == []
