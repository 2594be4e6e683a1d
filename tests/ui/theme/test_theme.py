"""The look switches live and follows the screen, the density and the user's text size."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QFontMetrics, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.theme.fonts import FAMILY, load_fonts
from desktop.ui.theme.icons import icon
from desktop.ui.theme.look import Theme
from desktop.ui.theme.screen import guess_px_per_mm
from desktop.ui.theme.theme import active, apply_theme, dress
from desktop.ui.theme.tokens import MAX_SCALE_PERCENT, REFERENCE_PX_PER_MM, TEXT_STYLES
from desktop.ui.widgets.text import Text
from resources.files import resource


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp)
    yield
    apply_theme(qapp)


def test_the_pictures_screen_is_the_reference() -> None:
    theme = Theme()
    assert theme.mm(20) == 79
    assert theme.px(12) == 12
    assert theme.text_px("total") == 46


def test_a_denser_screen_and_larger_text(qapp: QApplication) -> None:
    apply_theme(qapp, "light", "rugged", 150, REFERENCE_PX_PER_MM * 2)
    assert active().mm(20) == 158
    assert active().text_px("body") == round(17 * 1.1 * 1.5 * 2)


def test_the_scale_is_kept_in_range(qapp: QApplication) -> None:
    assert apply_theme(qapp, scale=1000).scale == MAX_SCALE_PERCENT
    assert apply_theme(qapp, scale=10).scale == 90


def test_a_screen_that_does_not_know_its_size_is_the_reference(qapp: QApplication) -> None:
    assert guess_px_per_mm(None) == REFERENCE_PX_PER_MM
    assert guess_px_per_mm(qapp.primaryScreen()) == REFERENCE_PX_PER_MM


def test_switching_reaches_widgets_that_are_open(qapp: QApplication, qtbot: QtBot) -> None:
    label = Text("1 290,50", "total")
    qtbot.addWidget(label)
    dress(label)
    label.show()
    assert label.font().pixelSize() == 46
    apply_theme(qapp, "dark", scale=200)
    assert label.font().pixelSize() == 92
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == active().hex("text").lower()
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == active().hex("ground").lower()


@pytest.mark.parametrize("role", TEXT_STYLES)
def test_text_styles_are_in_the_bundled_font(qtbot: QtBot, role: str) -> None:
    label = QLabel("Щё 1")
    label.setProperty("role", role)
    qtbot.addWidget(label)
    dress(label)
    label.ensurePolished()
    assert QFontInfo(label.font()).family() == FAMILY
    assert label.font().weight() == TEXT_STYLES[role].weight


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_digits_line_up_and_every_letter_is_there(qapp: QApplication, weight: int) -> None:
    load_fonts()
    metrics = QFontMetrics(active().font("body", weight))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "AZÄßŁщёЁЪҐїΩᾠყՀאก№₽€₴₸₾₪£«»—−×·…→")


def test_icons_follow_the_theme(qapp: QApplication) -> None:
    menu = icon("menu")
    light = menu.pixmap(QSize(24, 24)).toImage()
    apply_theme(qapp, "dark")
    dark = menu.pixmap(QSize(24, 24)).toImage()
    assert brightest(dark) > 200 > 60 > brightest(light)


def brightest(image: QImage) -> int:
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixel.lightness() for pixel in pixels if pixel.alpha() > 200)


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    for path in sorted(resource("icons").glob("*.svg")):
        drawn = icon(path.stem).pixmap(QSize(24, 24)).toImage()
        assert any(drawn.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), path.stem


def test_an_unknown_icon_is_a_mistake(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
