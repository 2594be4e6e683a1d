"""What holds in every size: keys of the right millimetres, nothing larger than the screen, Tab in reading order."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.ui.theme.theme import active, apply_theme
from desktop.ui.theme.tokens import DensityName
from desktop.ui.warehouse.choice_cards import ChoiceCards
from desktop.ui.warehouse.filling_view import FillingView
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.scrolling import ScrolledPage
from tests.screens.gallery import SCREENS
from tests.screens.gallery_counting import COUNTING
from tests.screens.gallery_filling import FILLING
from tests.screens.gallery_warehouse import WAREHOUSE
from tests.screens.stage import HANDHELD, SIZES, build_stage
from tests.ui.shell.test_long_words import cut_keys, cut_words


@pytest.fixture
def own_look(qapp: QApplication) -> Iterator[None]:
    """The test changes the look; afterwards it is the usual one."""
    yield
    apply_theme(qapp)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("density", ["touch", "rugged", "desk"])
def test_keys_have_their_millimetres(own_look: None, size: tuple[int, int], density: DensityName) -> None:
    scenes = dict(SCREENS)
    for name in ("till", "change"):
        with build_stage("ru", "light", size, density=density) as stage:
            scenes[name](stage)
            QApplication.processEvents()
            floor = active().mm(active().density.floor_mm)
            for button in (each for each in stage.shell.findChildren(QAbstractButton) if each.isVisible()):
                assert min(button.width(), button.height()) >= floor * 0.99, (button.text(), button.size())


@pytest.mark.parametrize("density", ["touch", "rugged"])
@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
def test_a_banner_never_makes_the_window_larger_than_the_screen(
    own_look: None, size: tuple[int, int], density: DensityName
) -> None:
    with build_stage("ru", "light", size, density=density) as stage:
        dict(SCREENS)["disk-full"](stage)
        for _ in range(3):
            QApplication.processEvents()
        assert (stage.shell.width(), stage.shell.height()) == size
        pay = stage.selling.till_view.keys.pay
        assert stage.shell.rect().contains(QRect(pay.mapTo(stage.shell, QPoint(0, 0)), pay.size()))


@pytest.mark.parametrize(
    "name", ["till", "change", "sign-in", "scan-while-paying", "receipts", "age-check", "purse", "health-note"]
)
def test_twice_as_large_text_still_fits_the_smallest_till(own_look: None, name: str) -> None:
    size = (1024, 768)
    with build_stage("ru", "light", size, text_percent=200) as stage:
        dict(SCREENS)[name](stage)
        for _ in range(3):
            QApplication.processEvents()
        assert (stage.shell.width(), stage.shell.height()) == size
        cut = [*cut_keys(stage), *cut_words(stage)]
        assert [words for words in cut if "button" not in words] == [], "only the bar on top ends in …"


@pytest.mark.parametrize("name", ["health-fine", "warehouse-home", "counting-deciding"])
def test_seven_inches_hold_what_is_done_standing(own_look: None, name: str) -> None:
    with build_stage("ru", "dark", HANDHELD, density="rugged") as stage:
        (dict(SCREENS) | dict(COUNTING))[name](stage)
        for _ in range(3):
            QApplication.processEvents()
        assert (stage.shell.width(), stage.shell.height()) == HANDHELD
        assert list(cut_keys(stage)) == []
        answers = [key for each in stage.shell.findChildren(ChoiceCards) for key in each.keys if each.isVisible()]
        assert len(answers) == (3 if name == "counting-deciding" else 0)
        for key in answers[:2]:
            assert key.visibleRegion().boundingRect().height() == key.height(), "two answers at a glance"


@pytest.mark.parametrize(
    ("name", "size", "is_listed"),
    [
        ("warehouse-pick", HANDHELD, False),
        ("warehouse-pick-unsorted", HANDHELD, True),
        ("warehouse-pick", (1366, 768), True),
    ],
)
def test_on_seven_inches_the_goods_of_the_next_step_have_all_of_the_width(
    own_look: None, name: str, size: tuple[int, int], is_listed: bool
) -> None:
    with build_stage("ru", "dark", size, density="rugged") as stage:
        dict(FILLING)[name](stage)
        QApplication.processEvents()
        [view] = [each for each in stage.shell.findChildren(FillingView) if each.isVisible()]
        assert view.table.isVisible() == is_listed, "the list stands beside it where it says more, or there is room"
        assert (view.step.width() > view.keys.width() * 0.9) != is_listed


@pytest.mark.parametrize("name", ["warehouse-receive", "warehouse-pack"])
def test_larger_text_than_seven_inches_hold_is_reached_by_scrolling(own_look: None, name: str) -> None:
    with build_stage("ru", "dark", HANDHELD, density="rugged", text_percent=150) as stage:
        (dict(SCREENS) | dict(WAREHOUSE) | dict(FILLING))[name](stage)
        for _ in range(3):
            QApplication.processEvents()
        assert (stage.shell.width(), stage.shell.height()) == HANDHELD
        [finish] = [key for key in stage.shell.findChildren(Key) if key.text() == "Завершить" and key.isVisible()]
        assert finish.visibleRegion().isEmpty()
        page = next(each for each in stage.shell.findChildren(ScrolledPage) if each.isAncestorOf(finish))
        page.ensureWidgetVisible(finish)
        assert finish.visibleRegion().boundingRect().size() == finish.size()
        page.rise()
        assert finish.visibleRegion().isEmpty()


@pytest.mark.parametrize("name", ["till", "sign-in", "change"])
def test_tab_goes_from_top_left_to_bottom_right(own_look: None, name: str) -> None:
    with build_stage("en", "light", (1366, 768)) as stage:
        dict(SCREENS)[name](stage)
        QApplication.processEvents()
        view = stage.shell.stack.currentWidget()
        chain, at = [], view.nextInFocusChain()
        while at is not view:
            if view.isAncestorOf(at) and at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
                chain.append(at)
            at = at.nextInFocusChain()
        columns = [view.mapFromGlobal(widget.mapToGlobal(widget.rect().center())).x() for widget in chain]
        right = [x for x in columns if x > view.width() * 0.63]
        assert columns[-len(right) :] == right, "the keys at the right come last"
