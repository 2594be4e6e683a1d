"""Labels are chosen by scan, search, category and change; looked at, printed; the same by keys and by hand."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.faults import Fault
from desktop.operations import labels
from desktop.operations.label_jobs import PAGE, begin_labels
from desktop.ui.labels.jobs_presenter import JobsPresenter
from desktop.ui.labels.labels_rows import PdfOrder, Printed
from desktop.ui.labels.presenter import LabelsPresenter
from tests.screens.gallery_labels import make_hands, show_labels, view_of
from tests.screens.stage import Stage
from tests.terminals import BREAD, MILK, SHARED, UNKNOWN


@pytest.fixture
def told() -> list[object]:
    return []


@pytest.fixture
def presenter(stage: Stage, told: list[object]) -> Iterator[LabelsPresenter]:
    made = show_labels(stage, make_hands(told))
    yield made
    made.close()


def listed(presenter: LabelsPresenter) -> list[tuple[str, int]]:
    return [(row.label.sku, row.copies) for row in presenter.state.rows]


def test_each_scan_adds_one_and_trouble_is_said(stage: Stage, presenter: LabelsPresenter) -> None:
    stage.scan(BREAD, MILK, BREAD)
    assert listed(presenter) == [("BREAD", 2), ("MILK", 1)]
    assert presenter.state.row is presenter.state.rows[0]
    assert presenter.state.preview.startswith(b"\x89PNG")
    stage.scan(UNKNOWN)
    assert UNKNOWN in view_of(stage).strip.text
    stage.scan(SHARED)
    assert "several goods" in view_of(stage).strip.text
    assert stage.sounds[-2:] == ["stop", "stop"]
    stage.scan(BREAD)
    assert view_of(stage).strip.text == ""


def test_keys_change_how_many_and_search_finds(stage: Stage, presenter: LabelsPresenter, qtbot: QtBot) -> None:
    view = view_of(stage)
    stage.scan(BREAD, MILK)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(view, key)
    assert listed(presenter) == [("BREAD", 2), ("MILK", 1)]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert listed(presenter) == [("MILK", 1)]
    qtbot.keyClicks(view, "b")
    qtbot.keyClicks(view.search, "agu")
    assert view.panel.isVisible()
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert listed(presenter) == [("MILK", 1), ("BAGUETTE", 1)]
    assert view.search.text() == ""
    for key in (view.more, view.more, view.remove, view.less):
        key.click()
    assert listed(presenter) == []
    assert not view.print.isEnabled()


async def test_what_was_printed_leaves_the_list_and_can_come_back(
    stage: Stage, presenter: LabelsPresenter, told: list[object], qtbot: QtBot
) -> None:
    view = view_of(stage)
    stage.scan(BREAD, BREAD, MILK)
    view.code.chosen.emit("square")
    view.size_row.chosen.emit("40x25")
    view.print.click()
    await finished(presenter)
    assert told == [("size", "40x25"), ("print", [("BREAD", 2), ("MILK", 1)], "40x25", True)]
    assert listed(presenter) == []
    assert view.strip.text.startswith("3 label")
    presenter.bring_back()
    assert listed(presenter) == [("BREAD", 2), ("MILK", 1)]
    presenter.clear()
    view.changed.click()
    assert "says what the goods cost" in view.strip.text


async def test_what_finds_no_paper_waits_among_the_jobs_and_is_printed_from_there(
    stage: Stage, told: list[object]
) -> None:
    fault = Fault("printer.paper_out", "The receipt printer needs you", "", "Put in a new roll, then print again.")
    outcomes = [Printed("queued", fault), Printed("unknown", fault), Printed("sent"), Printed("sent")]
    presenter = show_labels(stage, make_hands(told, outcomes))
    view, jobs = view_of(stage), presenter.jobs
    stage.scan(BREAD)
    presenter.print_all()
    await finished(presenter)
    assert listed(presenter) == []
    assert "out of paper" in view.strip.text
    view.changed.click()
    assert "no labels yet" in view.strip.text, "it does not hang"
    view.jobs.click()
    seen: list[tuple[str, int]] = []
    for _ in outcomes[1:]:
        view.jobs_sheet.again.click()
        await finished(jobs)
        [job] = jobs.state.jobs
        seen.append((job.state, job.prints))
    assert seen == [("unknown", 0), ("sent", 1), ("sent", 2)]
    assert view.jobs_sheet.model.index(0, 2).data().startswith("printed 2")
    view.changed.click()
    assert "says what the goods cost" in view.strip.text
    assert view.jobs_sheet.drop.isHidden(), "what was printed stays in the log"
    jobs.drop()
    assert len(jobs.state.jobs) == 1
    presenter.close()


async def test_a_job_that_waits_is_taken_off_and_one_that_was_printed_before_stays_told(
    stage: Stage, told: list[object]
) -> None:
    fault = Fault("printer.paper_out", "The receipt printer needs you", "", "Put in a new roll, then print again.")
    presenter = show_labels(
        stage, make_hands(told, [Printed("queued", fault), Printed("sent"), Printed("queued", fault)])
    )
    view, jobs = view_of(stage), presenter.jobs
    for code in (BREAD, MILK):
        stage.scan(code)
        presenter.print_all()
        await finished(presenter)
    view.jobs.click()
    jobs.choose(0)
    view.jobs_sheet.again.click()  # the newest, which fails now
    await finished(jobs)
    assert [(job.state, job.prints) for job in jobs.state.jobs] == [("queued", 1), ("queued", 0)]
    view.jobs_sheet.drop.click()
    jobs.choose(1)
    view.jobs_sheet.drop.click()
    assert [(job.state, job.prints) for job in jobs.state.jobs] == [("sent", 1)]
    presenter.close()


async def test_older_jobs_come_when_the_end_of_the_list_is_seen(stage: Stage, presenter: LabelsPresenter) -> None:
    [found] = labels.find_goods(stage.terminal, BREAD)
    for _ in range(2 * PAGE + 5):
        begin_labels(stage.terminal, [(labels.make_label(stage.terminal, found), 1)], "58x40")
    view = view_of(stage)
    view.jobs.click()
    sheet, rows = view.jobs_sheet, view.jobs_sheet.model.rowCount
    assert rows() == PAGE
    bar = sheet.table.verticalScrollBar()
    for at in (2 * PAGE, 2 * PAGE + 5, 2 * PAGE + 5):
        QApplication.processEvents()  # the list is laid out
        bar.setValue(bar.maximum())
        assert rows() == at
    assert [job.job_id for job in sheet.model.jobs] == sorted((job.job_id for job in sheet.model.jobs), reverse=True)


async def test_a_pdf_goes_on_behind_the_labels_that_are_gone(
    stage: Stage, presenter: LabelsPresenter, told: list[object]
) -> None:
    view = view_of(stage)
    stage.scan(BREAD)
    view.pdf.click()
    view.pdf_sheet.used.set_value("x")
    view.pdf_sheet.go.click()
    assert view.pdf_sheet.used.refusal()
    view.pdf_sheet.used.set_value("5")
    view.pdf_sheet.go.click()
    await finished(presenter)
    assert told == [("pdf", 1, "58x40", False, PdfOrder(sheet=True, skipped=5))]
    assert "/labels/labels.pdf" in view.strip.text


def test_a_category_comes_whole_and_a_package_by_its_weight(stage: Stage, presenter: LabelsPresenter) -> None:
    view = view_of(stage)
    view.changed.click()
    assert "no labels yet" in view.strip.text
    view.category.click()
    next(key for key in view.categories.keys if key.text() == "Dairy").click()
    assert listed(presenter) == [("CHEESE", 1), ("EGGS", 1), ("MILK", 1)]
    view.weight.click()
    view.weight_sheet.words.set_value("0.342")
    view.weight_sheet.go.click()
    assert presenter.state.row is not None
    assert presenter.state.row.label.code == "2100010003423"
    presenter.add_weight("1000")
    assert "does not fit" in view.strip.text


async def finished(presenter: LabelsPresenter | JobsPresenter) -> None:
    """Wait for what runs beside the window."""
    for task in tuple(presenter._tasks):
        await task
