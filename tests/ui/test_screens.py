"""What holds for every screen of the gallery: names, no default keys, sizes, whole figures, one language at a time."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QWidget,
)

from desktop.ui.theme.theme import active, apply_theme
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.text import Text
from tests.screens.gallery import SCREENS, Scene
from tests.screens.stage import Stage, build_stage
from tests.ui.scrolled import is_held

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SMALL = (1024, 768)
names = [name for name, _ in SCREENS]


@pytest.fixture(params=SCREENS, ids=names, scope="module")
def shown(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Stage]:
    """A screen in Russian, whose words are long, on the smallest till."""
    scene: Scene = request.param[1]
    with build_stage("ru", "light", SMALL) as stage:
        scene(stage)
        QApplication.processEvents()
        yield stage


@pytest.fixture(scope="module", autouse=True)
def usual_look(qapp: QApplication) -> Iterator[None]:
    """The usual look comes back when all screens were seen."""
    yield
    apply_theme(qapp)


@cache
def texts() -> list[ET.Element]:
    """Every text and its Russian, read once."""
    return list(ET.parse(RESOURCES / "translations" / "ru.ts").iter("message"))


def visible(stage: Stage, kind: type[QWidget]) -> Iterator[QWidget]:
    return (widget for widget in stage.shell.findChildren(kind) if widget.isVisible())


def test_all_that_can_be_used_has_a_name(shown: Stage) -> None:
    for kind in (QAbstractButton, QLineEdit, QAbstractItemView, Figure):
        for widget in visible(shown, kind):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, Figure):
                interface = QAccessible.queryAccessibleInterface(widget)
                assert interface.text(QAccessible.Text.Name), (widget, widget.parent())


def test_every_accessible_object_that_acts_is_named(shown: Stage) -> None:
    nameless: list[str] = []

    def walk(interface: object) -> None:
        for at in range(interface.childCount()):
            child = interface.child(at)
            if child is None or child.state().invisible:
                continue
            acts = child.role() in (QAccessible.Role.Button, QAccessible.Role.EditableText, QAccessible.Role.CheckBox)
            if acts and not child.text(QAccessible.Text.Name) and not isinstance(child.object(), QScrollBar):
                nameless.append(str(child.object()))
            walk(child)

    walk(QAccessible.queryAccessibleInterface(shown.shell))
    assert nameless == []


def test_nothing_is_a_default_button_or_a_dialog(shown: Stage) -> None:
    assert shown.shell.findChildren(QDialog) == []
    for button in shown.shell.findChildren(QPushButton):
        assert not button.isDefault()
        assert not button.autoDefault()


def test_no_figure_and_no_word_of_a_key_is_cut(shown: Stage) -> None:
    for figure in visible(shown, Figure):
        assert QFontMetrics(figure.fitting_font()).horizontalAdvance(figure.text()) <= figure.width(), figure.text()
    for key in visible(shown, Key):
        longest = max(key.text().split(" "), key=len)
        assert QFontMetrics(active().font("body", 600)).horizontalAdvance(longest) <= key.width() * 1.6, key.text()


def test_labels_have_room_for_their_words(shown: Stage) -> None:
    for label in visible(shown, Text):
        if label.wordWrap():
            assert label.heightForWidth(label.width()) <= label.height() + 2, label.text()
        else:
            assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width() + 2, label.text()


def test_nothing_lies_outside_the_window(shown: Stage) -> None:
    for key in visible(shown, Key):
        assert is_held(key, shown.shell), (key.text(), key.geometry())


def test_every_screen_says_everything_in_russian(shown: Stage) -> None:
    english = {message.findtext("source") for message in texts()}
    same = {"PIN", "English", "Ctrl+P", " ", ""}
    for widget in visible(shown, QWidget):
        words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        assert words not in english - same, (widget, words)


def test_nothing_is_left_untranslated() -> None:
    for message in texts():
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") != "unfinished", message.findtext("source")


def test_words_of_the_tables_are_translated(qapp: QCoreApplication) -> None:
    from desktop.ui.words_tables import REFUSALS

    with build_stage("ru", "light", (1366, 768)):
        for message, _ in REFUSALS.values():
            assert QCoreApplication.translate("Refusals", message) != message
