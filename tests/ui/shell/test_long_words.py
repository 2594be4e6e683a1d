"""A language whose words are 40 % longer: on the smallest till no word of a key is cut, and no amount at all."""

import re
from collections.abc import Iterator
from math import ceil

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTranslator
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget

from desktop.ui.theme.theme import active, apply_theme
from desktop.ui.till.ticket_side import GRANT
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.key import _WRAP, SMALLEST_PX, Key
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.row_key import RowKey
from desktop.ui.widgets.row_key import _size as row_size
from desktop.ui.widgets.segments import Tab
from desktop.ui.widgets.text import Text
from tests.screens.gallery import SCREENS, Scene, change, discount, till
from tests.screens.stage import Stage, build_stage
from tests.ui.scrolled import is_held

SMALL = (1024, 768)
LONGER = 0.4


def keys(stage: Stage) -> None:
    """The sheet of keys over the till."""
    till(stage)
    stage.shell.bar.help.click()


def drawer(stage: Stage) -> None:
    """Why is the drawer opened?"""
    till(stage)
    stage.selling.till_view.sheets.drawer.ask()


def grant(stage: Stage) -> None:
    """A manager allows a discount in place."""
    discount(stage)
    stage.selling.till_view.ticket.acted.emit(GRANT)


def left_hand(stage: Stage) -> None:
    """The payment with its keys at the left."""
    stage.shell.mirror(True)
    change(stage)


SHEETS: tuple[tuple[str, Scene], ...] = (
    ("keys", keys),
    ("drawer", drawer),
    ("grant", grant),
    ("left-hand", left_hand),
)
TILL_SIDE = [each for each in (*SCREENS, *SHEETS) if not each[0].startswith("enrolment")]
_WORD = re.compile(r"\{\w*\}|%n|\w{3,}")


def longer(text: str) -> str:
    """Every word 40 % longer, by its own letters; places to be filled and short words stay as they are."""

    def stretch(word: re.Match[str]) -> str:
        letters = word[0]
        return letters if letters[0] in "{%" else letters + letters[: ceil(len(letters) * LONGER)].lower()

    return _WORD.sub(stretch, text)


class LongWords(QTranslator):
    """Stands before every other translation."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return longer(text)

    def isEmpty(self) -> bool:
        return False


def visible(stage: Stage, kind: type[QWidget]) -> Iterator[QWidget]:
    return (widget for widget in stage.shell.findChildren(kind) if widget.isVisible())


def cut_keys(stage: Stage) -> Iterator[str]:
    """Keys whose words do not fit, even at their smallest."""
    paper = QPixmap(10, 10)
    painter = QPainter(paper)
    for key in visible(stage, Key):
        theme = active()
        area = key._places(theme)[2]
        if key._value:
            area = key._paint_value(painter, theme, area)
        if isinstance(key, RowKey):
            area = key._inside(theme, area)
            font, quiet = key._fonts(theme, area)
            first, _, more = key.text().partition("\n")
            above, below = row_size(first, font, area), row_size(more, quiet, area)
            needs = QSize(max(above.width(), below.width()), above.height() + below.height())
        else:
            font = key._fitting_font(theme, area)
            needs = QFontMetrics(font).boundingRect(area.toRect(), int(_WRAP), key.text()).size()
        if key.text() and (needs.width() > area.width() + 1 or needs.height() > area.height() + 1):
            yield f"key {key.text()!r} at {font.pixelSize()} px: {needs} in {area.size().toSize()}"
        elif key.text() and font.pixelSize() <= SMALLEST_PX:
            yield f"key {key.text()!r} is tiny"
    painter.end()
    for button in [*visible(stage, Tab), *visible(stage, Pill)]:
        if button.width() < button.sizeHint().width():
            yield f"button {button.text()!r}: {button.width()} of {button.sizeHint().width()}"


def cut_figures(stage: Stage) -> Iterator[str]:
    """Large figures, and cells of tables with figures, that do not fit."""
    for figure in visible(stage, Figure):
        if QFontMetrics(figure.fitting_font()).horizontalAdvance(figure.text()) > figure.width():
            yield f"figure {figure.text()!r}"
    for table in visible(stage, QTableView):
        for row in range(min(20, table.model().rowCount(QModelIndex()))):
            for column in range(table.model().columnCount(QModelIndex())):
                index = table.model().index(row, column)
                right = index.data(Qt.ItemDataRole.TextAlignmentRole)
                wanted = table.sizeHintForIndex(index).width()
                if right and int(right) & int(Qt.AlignmentFlag.AlignRight) and wanted > table.columnWidth(column) + 1:
                    yield f"cell {index.data()!r}"


def cut_words(stage: Stage) -> Iterator[str]:
    """Labels and heads of tables that do not fit."""
    for label in visible(stage, Text):
        wide, high = label.fontMetrics().horizontalAdvance(label.text()), label.heightForWidth(label.width())
        if (high > label.height() + 2) if label.wordWrap() else (wide > label.width() + 2):
            yield f"label {label.text()!r}"
    for header in visible(stage, QHeaderView):
        for at in range(header.count()):
            if header.orientation() == Qt.Orientation.Horizontal and header.sectionSizeHint(at) > header.sectionSize(
                at
            ):
                yield f"head {header.model().headerData(at, Qt.Orientation.Horizontal)!r}"


def outside(stage: Stage) -> Iterator[str]:
    """Keys that the window does not hold."""
    for key in visible(stage, Key):
        if not is_held(key, stage.shell):
            yield f"key {key.text()!r} at {key.mapTo(stage.shell, key.rect().bottomRight())}"


def nameless(at: QAccessibleInterface) -> Iterator[str]:
    """What takes the focus without saying what it is."""
    for number in range(at.childCount()):
        child = at.child(number)
        if child is None or child.state().invisible:
            continue
        is_control = child.state().focusable and child.role() != QAccessible.Role.Cell
        if is_control and not child.text(QAccessible.Text.Name):
            yield f"{child.role()} {child.object()}"
        yield from nameless(child)


@pytest.fixture(params=TILL_SIDE, ids=[name for name, _ in TILL_SIDE], scope="module")
def wordy(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Stage]:
    """A screen of the till on the smallest window, in that language."""
    scene: Scene = request.param[1]
    words = LongWords()
    with build_stage("en", "light", SMALL) as stage:
        qapp.installTranslator(words)
        scene(stage)
        for _ in range(2):
            qapp.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            qapp.processEvents()
        yield stage
    qapp.removeTranslator(words)


@pytest.fixture(scope="module", autouse=True)
def usual_look(qapp: QApplication) -> Iterator[None]:
    """The usual look comes back when all screens were seen."""
    yield
    apply_theme(qapp)


def test_no_word_of_a_key_is_cut(wordy: Stage) -> None:
    assert list(cut_keys(wordy)) == []


def test_no_amount_is_cut(wordy: Stage) -> None:
    assert list(cut_figures(wordy)) == []


def test_no_other_word_is_cut(wordy: Stage) -> None:
    assert list(cut_words(wordy)) == []


def test_everything_is_inside_the_window(wordy: Stage) -> None:
    assert list(outside(wordy)) == []
    assert wordy.shell.width() == SMALL[0], "nothing pushes the window wider"


def test_all_that_takes_the_focus_has_a_name(wordy: Stage) -> None:
    assert list(nameless(QAccessible.queryAccessibleInterface(wordy.shell))) == []


def test_the_words_are_longer() -> None:
    assert longer("Pay {0} for %n item(s)") == "Paypa {0} forfo %n itemit(s)"
