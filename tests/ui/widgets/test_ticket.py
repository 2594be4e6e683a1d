"""The ticket keeps its selection, touches only what changed, and draws only what is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.theme.theme import active, apply_theme
from desktop.ui.widgets import ticket_painter
from desktop.ui.widgets.name_lines import name_lines
from desktop.ui.widgets.ticket import Badge, TicketLine, TicketModel, spoken
from desktop.ui.widgets.ticket_table import TicketTable


def line(key: str, quantity: str = "1", **more: object) -> TicketLine:
    return TicketLine(key, key, f"Item {key}", quantity, "1.00", "1.00", **more)  # type: ignore[arg-type]


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> TicketTable:
    apply_theme(qapp)
    made = TicketTable()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


def test_the_selection_stays_with_its_line(table: TicketTable) -> None:
    table.set_lines([line("a"), line("b"), line("c")])
    table.select("b")
    table.set_lines([line("a"), line("b", "2"), line("c"), line("d")])
    assert table.selected_key() == "b"
    table.set_lines([line("b", "2"), line("c"), line("d")])
    assert table.selected_key() == "b"


def test_several_rows_that_go_at_once_choose_nothing_in_between(table: TicketTable) -> None:
    table.set_lines([line(key) for key in "abcd"])
    table.select("d")
    told: list[str] = []
    table.selected.connect(told.append)
    table.set_lines([line("b"), line("d")])
    assert (table.selected_key(), set(told)) == ("d", {"d"})
    table.set_lines([])
    assert (table.selected_key(), set(told)) == ("", {"d"})


def test_choosing_is_told_by_mouse_keyboard_and_program(table: TicketTable, qtbot: QtBot) -> None:
    told: list[str] = []
    table.selected.connect(told.append)
    table.set_lines([line("a"), line("b")])
    table.select("b")
    table.setFocus()
    QTest.keyClick(table._list, Qt.Key.Key_Up)
    table.select("")
    assert told[-3:] == ["b", "a", ""]
    assert table.selected_key() == ""


def test_a_changed_row_flashes_once(table: TicketTable, qtbot: QtBot) -> None:
    table.set_lines([line("a"), line("b")])
    table.flash("b")
    assert [table.model.is_flashing(each.key) for each in table.model.lines[:2]] == [False, True]
    qtbot.waitUntil(lambda: not table.model.is_flashing(table.model.lines[1].key), timeout=2000)


def test_a_flash_of_a_line_that_is_gone_is_nothing(table: TicketTable) -> None:
    table.flash("gone")
    table.set_lines([])


def test_fifty_thousand_lines_are_no_work(table: TicketTable) -> None:
    table.set_lines([line(str(number)) for number in range(50_000)])
    table.select("49999")
    assert table.grab().width() == 800


def test_a_reader_hears_the_whole_row() -> None:
    row = line("7", "2", note="3 for 2", badges=(Badge("−10 %", "ok"),))
    assert spoken(row) == "7, Item 7, 2, 1.00, 1.00, 3 for 2, −10 %"


def test_rows_with_badges_are_higher(table: TicketTable) -> None:
    table.set_lines([line("a"), line("b", badges=(Badge("lot A12"),))])
    heights = [table._list.visualRect(table.model.index(row)).height() for row in (0, 1)]
    assert active().mm(active().density.row_mm) <= heights[0] < heights[1]


def test_a_long_name_takes_two_lines_and_a_longer_one_is_cut_at_its_end(table: TicketTable) -> None:
    names = ("Milk", "Mineral water of a very far away spring, six bottles in a shrink wrap of two litres each " * 2)
    table.set_lines([TicketLine(name[:4], "1", name, "1", "1.00", "1.00") for name in names])
    heights = [table._list.visualRect(table.model.index(row)).height() for row in (0, 1)]
    assert heights[0] < heights[1] < heights[0] * 2
    lines = name_lines(active().metrics("body"), names[1], 300)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert name_lines(active().metrics("body"), "Wordwithoutspaces" * 3, 100)[0].endswith("…")


@pytest.mark.parametrize("total", ["1.00", "1 234 567 890,00"])
def test_columns_make_room_for_the_longest_sum(table: TicketTable, total: str) -> None:
    table.set_lines([TicketLine("a", "1", "Item", "1", "12 345,00", total)])
    at = ticket_painter.columns(active(), 800, table.model.widest)
    assert at.total - at.price > active().metrics("body", 700).horizontalAdvance(total)
    assert at.price - at.quantity > active().metrics("body").horizontalAdvance("12 345,00")


def test_the_columns_stand_still_under_their_head_when_the_ticket_outgrows_the_screen(table: TicketTable) -> None:
    widths = set()
    for count in (3, 60, 3):
        table.set_lines([line(str(number)) for number in range(count)])
        QApplication.processEvents()
        assert table._head.columns_width == table._list.viewport().width()
        assert (table._list.verticalScrollBar().maximum() > 0) == (count == 60)
        widths.add(table._list.viewport().width())
    assert len(widths) == 1


KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(before=KEYS, after=KEYS)
def test_any_change_ends_with_the_new_lines(qapp: QApplication, before: list[str], after: list[str]) -> None:
    model = TicketModel()
    counts: list[int] = []
    model.rowsInserted.connect(lambda _, first, last: counts.append(last - first + 1))
    model.rowsRemoved.connect(lambda _, first, last: counts.append(first - last - 1))
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.set_lines([line(key) for key in before])
    model.set_lines([line(key, "2") for key in after])
    assert [each.key for each in model.lines] == after
    assert all(each.quantity == "2" for each in model.lines)
    assert resets or sum(counts) == len(after)
