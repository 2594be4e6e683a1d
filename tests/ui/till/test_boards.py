"""The board of who is signed in: pages, tiles that sell or lead elsewhere, free places; categories without one."""

import io

import msgspec
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.operations import staff
from desktop.store.topics import Topic
from sync.wire.boards import Board, BoardPage, BoardTile
from sync.wire.changes import Product
from sync.wire.extras import Extra
from tests.screens.stage import Stage
from tests.terminals import PIN
from tests.ui.keyboard import Keyboard
from tests.ui.till.test_offers import tell
from tests.ui.till.test_scans import names

COUNTER = Board(
    id="b1",
    name="Counter",
    roles=("cashier",),
    pages=(
        BoardPage(
            name="Rolls",
            tiles=(
                BoardTile(at=0, sku="ROLL", colour="rose"),
                BoardTile(at=1, sku="GONE"),
                BoardTile(at=3, category="Dairy"),
                BoardTile(at=4, page="Drinks"),
            ),
        ),
        BoardPage(name="Drinks", tiles=(BoardTile(at=0, sku="WATER"), BoardTile(at=1, sku="COFFEE"))),
        BoardPage(name="Flowers", tiles=(BoardTile(at=0, sku="ROSE"),)),
    ),
)


@pytest.fixture
def board(at_till: Stage) -> Stage:
    tell(at_till, "offers:s1", 1, ("board", COUNTER))
    at_till.till.goods.reload()
    return at_till


def titles(stage: Stage) -> list[str]:
    model = stage.selling.till_view.keys.tiles.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press(stage: Stage, row: int) -> None:
    """Press a tile with the finger."""
    tiles = stage.selling.till_view.keys.tiles
    tiles.scrollTo(tiles.model().index(row, 0))
    spot = tiles.visualRect(tiles.model().index(row, 0))
    QTest.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=spot.topLeft() + QPoint(20, 20))


def test_a_role_sees_its_own_board_and_another_the_categories(board: Stage) -> None:
    state = board.till.goods.state
    assert (state.categories, state.category) == (("Rolls", "Drinks", "Flowers"), "Rolls")
    assert titles(board) == ["Morning roll", "", "", "Dairy", "Drinks"], "what is gone leaves its place free"
    staff.sign_in(board.terminal, "mira", PIN)
    assert "Bakery" in board.till.goods.state.categories
    staff.sign_in(board.terminal, "anna", PIN)
    assert board.till.goods.state.category == "Rolls"


def test_tiles_sell_or_lead_elsewhere(board: Stage) -> None:
    press(board, 0)
    assert names(board) == ["roll"]
    press(board, 1)
    press(board, 2)
    assert names(board) == ["roll"], "nothing lies there"
    press(board, 3)
    assert {product.id for product in board.till.goods.state.goods} == {"eggs", "cheese", "milk"}
    assert board.till.goods.state.category == ""
    board.selling.till_view.keys.tabs.chosen.emit("Rolls")
    press(board, 4)
    assert titles(board) == ["Water 0.5 l", "Coffee 250 ml"]
    press(board, 1)
    assert names(board) == ["roll", "coffee"]


def test_pages_are_turned_by_key_and_round(board: Stage, keyboard: Keyboard) -> None:
    seen = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        keyboard.press(key)
        seen.append(board.till.goods.state.category)
    assert seen == ["Drinks", "Flowers", "Rolls", "Flowers"]
    board.till.goods.follow("category:Dairy")
    keyboard.press(Qt.Key.Key_PageUp)
    assert board.till.goods.state.category == "Flowers"
    board.till.goods.follow("category:Dairy")
    keyboard.press(Qt.Key.Key_PageDown)
    assert board.till.goods.state.category == "Rolls"


def test_turning_brings_the_tab_that_did_not_fit(board: Stage) -> None:
    many = tuple(BoardPage(name=f"The page of number {at}") for at in range(9))
    tell(board, "offers:s1", 2, ("board", msgspec.structs.replace(COUNTER, pages=many)))
    board.till.goods.reload()
    tabs = board.selling.till_view.keys.tabs
    for at in (8, 0, 4):
        board.till.goods.choose(many[at].name)
        assert many[at].name in tabs._shown
        assert tabs._tabs.choice() == many[at].name


def test_a_new_board_is_shown_at_once_and_the_page_stays(board: Stage) -> None:
    board.till.goods.choose("Drinks")
    less = msgspec.structs.replace(COUNTER, pages=COUNTER.pages[1:])
    tell(board, "offers:s1", 2, ("board", less))
    board.terminal.database.announce(Topic.OFFERS)
    state = board.till.goods.state
    assert (state.categories, state.category) == (("Drinks", "Flowers"), "Drinks")


def picture(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (96, 64), colour).save(out, "PNG")
    return out.getvalue()


def shows(widget: QWidget, colour: str) -> bool:
    image = widget.grab().toImage()
    wanted = QColor(colour)
    return any(
        image.pixelColor(x, y) == wanted for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    )


def test_pictures_come_when_they_come(board: Stage) -> None:
    roll = Product(
        id="roll", sku="ROLL", name="Morning roll", unit="pcs", price_e4=4500, rate_ppm=0, category="Bakery",
        extra=Extra(picture="a" * 64),
    )  # fmt: skip
    asked: list[str] = []
    board.till.pictures.asked.connect(asked.append)
    tell(board, "catalogue", 1, ("product", roll))
    board.terminal.database.announce(Topic.CATALOG)
    keys, last = board.selling.till_view.keys, board.selling.till_view.ticket.last
    assert not shows(keys.tiles, "#12ab34")
    press(board, 0)
    last.grab()
    assert asked == ["a" * 64], "once, for the tile and for what was sold last"
    board.till.pictures.take("a" * 64, picture("#12ab34"))
    assert shows(keys.tiles, "#12ab34")
    assert shows(last, "#12ab34")
    press(board, 3)
    board.till.add_product("eggs")
    assert not shows(last, "#12ab34")
    board.till.undo()
    assert shows(last, "#12ab34")
    board.till.pictures.take("b" * 64, b"no picture")
    assert not board.selling.till_view.pictures.has("b" * 64)
    assert asked == ["a" * 64], "what is no picture is not asked for again"
