"""What each widget tells and shows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme.theme import active, apply_theme, dress
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.last_item import LastItem
from desktop.ui.widgets.navigation import SideNavigation
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.strip import Strip, StripAction
from desktop.ui.widgets.tiles import Tile, TileGrid
from desktop.ui.widgets.undo_chip import UndoChip

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    apply_theme(qapp)


def shown(qtbot: QtBot, widget: QWidget, width: int = 600, height: int = 400) -> QWidget:
    qtbot.addWidget(widget)
    dress(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
    return widget


def test_a_figure_is_smaller_before_it_is_cut(qtbot: QtBot) -> None:
    figure = Figure("12 345 678 901,00 ₽", "total", name="Total")
    for width in (600, 300, 180):
        shown(qtbot, figure, width, 60)
        assert QFontMetrics(figure.fitting_font()).horizontalAdvance(figure.text()) <= width
    assert figure.accessibleName() == "Total 12 345 678 901,00 ₽"
    figure.set_text("1,00 ₽")
    assert figure.fitting_font().pixelSize() == active().text_px("total")


def test_the_pill_says_its_state(qtbot: QtBot) -> None:
    pill = Pill()
    qtbot.addWidget(pill)
    pill.show_state("waiting", "No internet · 12 waiting", "Sales continue.")
    assert (pill.state, pill.accessibleName(), pill.toolTip()) == (
        "waiting",
        "No internet · 12 waiting",
        "Sales continue.",
    )
    assert pill.sizeHint().height() >= active().mm(9)


def test_the_strip_offers_actions_and_goes(qtbot: QtBot) -> None:
    strip = Strip()
    shown(qtbot, strip)
    strip.show_notice(
        "danger", "4601… not found", [StripAction("search", "Search", "F2"), StripAction("skip", "Ignore")]
    )
    with qtbot.waitSignal(strip.acted) as told:
        QTest.keyClick(strip, Qt.Key.Key_F2)
    assert told.args == ["search"]
    strip.show_notice("ok", "Printed")
    assert strip.text == "Printed"
    with qtbot.waitSignal(strip.dismissed):
        strip.dismiss()
    assert strip.isHidden()
    assert strip.text == ""


def test_a_replaced_notice_leaves_no_key_behind(qtbot: QtBot) -> None:
    strip = Strip()
    shown(qtbot, strip)
    told: list[str] = []
    strip.acted.connect(told.append)
    for name in ("one", "two"):
        strip.show_notice("warn", name, [StripAction(name, name, "F4")])
    QTest.keyClick(strip, Qt.Key.Key_F4)
    assert told == ["two"]


def test_undo_in_time_and_too_late(qtbot: QtBot) -> None:
    chip = UndoChip()
    qtbot.addWidget(chip)
    chip.offer("Removed: Eggs", 2)
    with qtbot.waitSignal(chip.undone):
        chip.click()
    assert chip.isHidden()
    chip.offer("Removed: Milk", 2)
    chip.tick()
    assert chip.remaining_s == 1
    with qtbot.waitSignal(chip.expired):
        chip.tick()
    assert chip.isHidden()


def test_tiles_are_picked_by_finger_and_space_but_not_by_enter(qtbot: QtBot) -> None:
    grid = TileGrid()
    shown(qtbot, grid)
    grid.set_tiles([Tile("a", "Bread"), Tile("b", "Bag", enabled=False), Tile("c", "Milk")])
    picked: list[str] = []
    grid.picked.connect(picked.append)
    for row in (0, 1):
        QTest.mouseClick(grid.viewport(), LEFT, pos=grid.visualRect(grid.model().index(row, 0)).center())
    assert picked == ["a"]
    grid.setCurrentIndex(grid.model().index(2, 0))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert picked == ["a"]
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert picked == ["a", "c"]


@pytest.mark.parametrize("width", [200, 417, 545, 1000])
def test_tiles_fill_the_width(qtbot: QtBot, width: int) -> None:
    grid = TileGrid()
    grid.set_tiles([Tile(str(number), "Bread") for number in range(12)])
    shown(qtbot, grid, width, 2000)
    columns = max(1, (width - 1) // active().mm(29.0))
    tops = [grid.visualRect(grid.model().index(row, 0)).top() for row in range(12)]
    assert tops.count(tops[0]) == min(columns, 12)


def test_the_navigation_marks_and_tells(qtbot: QtBot) -> None:
    navigation = SideNavigation([("till", "Till"), ("health", "Health")], "F1 Help")
    shown(qtbot, navigation)
    told: list[str] = []
    navigation.chosen.connect(told.append)
    navigation.choose("till")
    assert (navigation.choice(), told) == ("till", [])
    QTest.mouseClick(navigation.entry("health"), LEFT)
    assert (navigation.choice(), told) == ("health", ["health"])
    navigation.set_entries([("till", "Касса"), ("health", "Состояние")])
    assert navigation.choice() == "health"
    navigation.entry("health").setFocus()
    QTest.keyClick(navigation.entry("health"), Qt.Key.Key_Down)
    assert navigation.entry("till").hasFocus()


@pytest.mark.parametrize("style", ["key", "tab"])
def test_one_of_a_few(qtbot: QtBot, style: str) -> None:
    segments = Segments([("cash", "Cash"), ("card", "Card"), ("gift", "Gift")], style=style)  # type: ignore[arg-type]
    shown(qtbot, segments)
    told: list[str] = []
    segments.chosen.connect(told.append)
    assert segments.choice() == "cash"
    QTest.mouseClick(segments.button("card"), LEFT)
    QTest.mouseClick(segments.button("card"), LEFT)
    assert segments.choice() == "card"
    segments.set_enabled("gift", False)
    QTest.keyClick(segments.button("card"), Qt.Key.Key_Right)
    assert segments.choice() == "cash"
    assert told == ["card", "card", "cash"]
    segments.set_options([("card", "Karte"), ("cash", "Bar")])
    assert segments.choice() == "cash"


def test_the_search_field_types_submits_steps_and_leaves(qtbot: QtBot) -> None:
    field = SearchField("Scan or find goods")
    shown(qtbot, field)
    said: list[object] = []
    field.query_changed.connect(said.append)
    field.submitted.connect(lambda text: said.append(("enter", text)))
    field.stepped.connect(said.append)
    field.left.connect(lambda: said.append("left"))
    QTest.keyClick(field.window(), Qt.Key.Key_F2)
    QTest.keyClicks(field, "mi")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Escape):
        QTest.keyClick(field, key)
    assert said == ["m", "mi", 1, -1, ("enter", "mi"), "", "left"]
    assert field.accessibleName() == "Scan or find goods"


def test_a_field_says_what_is_wrong_until_it_is_mended(qtbot: QtBot) -> None:
    field = Field("Cash", hint="As counted")
    shown(qtbot, field)
    field.refuse("This is not an amount.")
    assert field.refusal() == "This is not an amount."
    assert field.edit.accessibleDescription() == "This is not an amount."
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(field.edit, "1")
    assert field.refusal() == ""
    with qtbot.waitSignal(field.submitted) as told:
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert told.args == ["1"]
    field.set_value(" 12,90 ")
    assert field.value() == "12,90"
    assert field.edit.accessibleName() == "Cash"


def test_a_refusal_does_not_move_the_field(qtbot: QtBot) -> None:
    field = Field("Cash")
    shown(qtbot, field, 400, field.sizeHint().height())
    before = field.sizeHint().height()
    field.refuse("No.")
    assert field.sizeHint().height() == before


class Screen(QWidget):
    """A screen with one field and a sheet over it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.sheet = Sheet(self, "Open the shift")
        self.inner = Field("Float")
        self.sheet.body.addWidget(self.inner)


@pytest.fixture
def screen(qtbot: QtBot) -> Screen:
    made = Screen()
    shown(qtbot, made, 800, 600)
    made.activateWindow()
    made.field.setFocus()
    return made


def test_a_sheet_takes_the_focus_and_gives_it_back(qtbot: QtBot, screen: Screen) -> None:
    screen.sheet.open()
    assert screen.inner.edit.hasFocus()
    with qtbot.waitSignal(screen.sheet.closed):
        QTest.keyClick(screen.inner.edit, Qt.Key.Key_Escape)
    assert screen.sheet.isHidden()
    assert screen.field.hasFocus()
    screen.sheet.shut()


def test_a_sheet_follows_its_host_and_closes_beside_the_panel(qtbot: QtBot, screen: Screen) -> None:
    screen.sheet.open()
    screen.resize(1000, 700)
    assert screen.sheet.size() == screen.size()
    QTest.mouseClick(screen.sheet, LEFT, pos=screen.sheet.panel.geometry().center())
    assert not screen.sheet.isHidden()
    QTest.mouseClick(screen.sheet, LEFT, pos=QPoint(5, 5))
    assert screen.sheet.isHidden()


@pytest.mark.parametrize("place", ["right", "centre", "full"])
def test_the_panel_stays_inside(qtbot: QtBot, place: str) -> None:
    host = shown(qtbot, QWidget(), 480, 320)
    sheet = Sheet(host, "Title", place=place, width_mm=500)  # type: ignore[arg-type]
    sheet.open()
    assert host.rect().contains(sheet.panel.geometry())


def test_a_focus_that_is_gone_is_not_missed(qtbot: QtBot, screen: Screen) -> None:
    screen.sheet.open()
    screen.field.deleteLater()
    QApplication.sendPostedEvents(screen.field, 52)
    screen.sheet.shut()


def test_an_empty_state_teaches(qtbot: QtBot) -> None:
    state = EmptyState("Scan the first item", "or press F2", action="Search")
    shown(qtbot, state)
    with qtbot.waitSignal(state.acted):
        state.findChild(Key).click()
    state.set_words("Nothing to pick")
    assert state.accessibleName() == "Nothing to pick"
    assert state.findChild(Key).isHidden()


def test_the_band_is_spoken(qtbot: QtBot) -> None:
    band = LastItem()
    shown(qtbot, band)
    band.show_item("Last item", "Milk", "2 × 0.90", "1.80 €")
    assert band.accessibleName() == "Last item, Milk, 2 × 0.90, 1.80 €"


def test_a_card_shows_and_hides_its_heading(qtbot: QtBot) -> None:
    card = Card()
    shown(qtbot, card)
    card.set_heading("To pay")
    card.set_ground("ok")
    card.set_outline("ok")
    assert card.grab().width() == 600


def test_table_rows_have_the_height_of_the_density(qtbot: QtBot) -> None:
    model = QStandardItemModel(3, 2)
    table = DataTable(model, stretch=1, name="Waiting")
    shown(qtbot, table)
    assert table.rowHeight(0) >= active().mm(active().density.row_mm)
    assert table.accessibleName() == "Waiting"


def test_tabs_keep_to_the_left_in_order_and_may_be_none(qtbot: QtBot) -> None:
    tabs = Segments([("a", "Quick"), ("b", "Bread")], style="tab")
    shown(qtbot, tabs, 800, 60)
    tabs.set_options([("b", "Bread"), ("c", "Fruit"), ("d", "Services")])
    QApplication.processEvents()
    lefts = [tabs.button(key).x() for key in "bcd"]
    assert lefts == sorted(lefts)
    assert tabs.button("d").geometry().right() < 400
    tabs.choose_none()
    assert tabs.choice() == ""


def test_more_tiles_than_room_bring_a_scroll_bar_and_no_endless_sharing_out(qtbot: QtBot) -> None:
    grid = TileGrid()
    shown(qtbot, grid, 545, 200)
    for count in (40, 8, 40):
        grid.set_tiles([Tile(str(number), "Bread") for number in range(count)])
        assert grid.verticalScrollBar().isVisible() == (count == 40)
    grid.resize(545, 2000)
    QApplication.processEvents()
    assert not grid.verticalScrollBar().isVisible()


def test_the_chip_cuts_what_happened_but_never_the_way_back(qtbot: QtBot) -> None:
    chip = UndoChip()
    qtbot.addWidget(chip)
    chip.offer("Removed: a very long name of something that nobody wants to buy any more")
    assert active().px(100) < chip.minimumSizeHint().width() < chip.sizeHint().width() / 2
