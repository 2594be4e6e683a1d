"""What holds for every widget at once, on the pages that show them all."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme.theme import active, apply_theme
from tests.screens.widgets import build_gallery, build_sheet, build_till

PAGES = (build_till, build_gallery, build_sheet)
Build = Callable[[], QWidget]


@pytest.fixture(params=["touch", "rugged", "desk"])
def density(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    apply_theme(qapp, "light", request.param)
    yield request.param
    apply_theme(qapp)


def shown(qtbot: QtBot, build: Build) -> QWidget:
    page = build()
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("build", PAGES)
def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot, qapp: QApplication, build: Build) -> None:
    apply_theme(qapp)
    page = shown(qtbot, build)
    for kind in (QAbstractButton, QLineEdit, QAbstractItemView):
        for widget in page.findChildren(kind):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                interface = QAccessible.queryAccessibleInterface(widget)
                assert interface.text(QAccessible.Text.Name), widget


@pytest.mark.parametrize("build", PAGES)
def test_nothing_to_press_is_too_small(qtbot: QtBot, density: str, build: Build) -> None:
    floor, page = active().mm(9.0), shown(qtbot, build)
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= floor, button.text()


@pytest.mark.parametrize("kind", [QAbstractButton, QLineEdit, QAbstractItemView])
def test_focus_is_seen_as_a_ring_of_three_pixels(qtbot: QtBot, qapp: QApplication, kind: type[QWidget]) -> None:
    apply_theme(qapp)
    page = shown(qtbot, build_till)
    with qtbot.waitActive(page):
        page.activateWindow()
    for widget in page.findChildren(kind):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.clearFocus()
            plain = edge_of(widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            assert widget.hasFocus()
            assert sum(one != other for one, other in zip(plain, edge_of(widget), strict=True)) >= 2, widget


def edge_of(widget: QWidget) -> list[str]:
    """The first three pixels of a row in its upper part, where a list has its first item."""
    image: QImage = widget.grab().toImage()
    return [image.pixelColor(x, min(40, image.height() // 2)).name() for x in range(3)]
