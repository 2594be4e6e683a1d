"""Labels while goods come in: of the last goods as often as they came, at the end of what has none yet."""

import pytest

from desktop.domain.task import TaskKind
from desktop.faults import Fault
from desktop.operations.label_jobs import list_label_jobs
from desktop.ui.labels.labels_rows import Printed
from tests.screens.gallery_labels import make_hands
from tests.screens.gallery_warehouse import begin, finish, open_task, show, view
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK
from tests.ui.warehouse.conftest import Press

FAULT = Fault("printer.paper_out", "The receipt printer needs you", "", "Put in a new roll, then print again.")


@pytest.fixture
def told(stage: Stage) -> list[object]:
    """What is printed; the second job finds no paper."""
    told: list[object] = []
    show(stage, labels=make_hands(told, [Printed("sent"), Printed("queued", FAULT)]))
    return told


async def settled(stage: Stage) -> None:
    for running in tuple(view(stage)._labels._running):
        await running


def labels(*goods: tuple[str, int]) -> object:
    return ("print", list(goods), "58x40", False)


async def test_each_piece_has_its_label_once(stage: Stage, told: list[object]) -> None:
    open_task(stage, TaskKind.RECEIVE, BREAD, EGGS, MILK, EGGS, EGGS)
    view(stage).labels.click()
    await settled(stage)
    assert told == [labels(("EGGS", 3))]
    assert "3 label" in view(stage).about.text()
    view(stage).labels.click()
    assert "no labels to print" in view(stage).about.text()
    stage.scan(EGGS)
    assert "label" not in view(stage).about.text()
    finish(stage)
    view(stage).done.labels.click()
    await settled(stage)
    assert told[1:] == [labels(("BREAD", 1), ("EGGS", 1), ("MILK", 1))]
    assert "out of paper" in view(stage).done._told.text()
    assert [(job.labels, job.state) for job in list_label_jobs(stage.terminal)] == [(3, "queued"), (3, "sent")]


def test_only_goods_that_come_in_get_labels(stage: Stage, told: list[object], press: Press) -> None:
    begin(stage, TaskKind.MOVE, "shelf", MILK)
    press("F4")
    assert not view(stage).labels.isVisible()
    assert told == []
