"""Letters at the till find tiles of all pages of the board; Escape, a tile or a tab ends it; digits stay digits."""

from PySide6.QtCore import Qt

from desktop.operations import staff
from desktop.store.topics import Topic
from desktop.ui.till.board_rows import Spot, lengthen
from desktop.ui.till.goods_presenter import find_spots
from tests.screens.stage import Stage
from tests.terminals import PIN
from tests.ui.keyboard import Keyboard
from tests.ui.till.test_boards import board, press, titles  # noqa: F401
from tests.ui.till.test_scans import names


def test_words_in_any_order_and_case() -> None:
    spots = (Spot(category="Свёкла и лук"), Spot(page="Lemons"), Spot(), Spot(category="Свёкла и лук"))
    assert [spot.name for spot in find_spots("лук СВЕК", spots)] == ["Свёкла и лук"]
    assert [spot.name for spot in find_spots("e", spots)] == ["Lemons"]
    assert [lengthen("le", sign) for sign in ("m", "3", "*", " ", "\t")] == ["lem", "le", "le", "le ", "le"]
    assert lengthen("", " ") == ""
    assert len(lengthen("x" * 24, "y")) == 24


def test_letters_find_tiles_of_all_pages(board: Stage, keyboard: Keyboard) -> None:  # noqa: F811
    board.till.goods.choose("Drinks")
    keyboard.type("ro")
    assert titles(board) == ["Morning roll", "Rose, single"]
    state = board.till.goods.state
    assert (state.query, state.category) == ("ro", "")
    bar = board.selling.till_view.keys.entry
    assert (bar._typed.text(), bar._purpose.text()) == ("ro", "Find a tile")
    keyboard.type("s")
    assert titles(board) == ["Rose, single"]
    keyboard.press(Qt.Key.Key_Backspace)
    assert len(titles(board)) == 2
    keyboard.press(Qt.Key.Key_Escape)
    assert (board.till.goods.state.category, bar._typed.text()) == ("Drinks", "")
    keyboard.type("xyz")
    assert (titles(board), bar._hint.text()) == ([], "No tile is called so")
    keyboard.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert board.till.goods.state.category == "Drinks"


def test_a_tile_that_is_found_sells_and_ends_it(board: Stage, keyboard: Keyboard) -> None:  # noqa: F811
    keyboard.type("3*coff")
    assert board.selling.till_view.keys.entry._typed.text().endswith("coff")
    keyboard.press(Qt.Key.Key_Return)
    assert names(board) == ["coffee"]
    cart = board.till.state.cart
    assert cart is not None
    assert cart.lines[0].quantity_milli == 3000
    assert board.till.goods.state.category == "Rolls"
    keyboard.type("w")
    press(board, 0)
    assert names(board) == ["coffee", "water"]
    keyboard.type("dai")
    keyboard.press(Qt.Key.Key_Return)
    assert {product.id for product in board.till.goods.state.goods} == {"eggs", "cheese", "milk"}
    assert board.till.goods.state.query == ""


def test_digits_scans_and_news_leave_a_search_alone(board: Stage, keyboard: Keyboard) -> None:  # noqa: F811
    keyboard.type("ro")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("12")
    assert (board.till.state.entry.typed, board.till.goods.state.query) == ("12", "ro")
    keyboard.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert (board.till.state.entry.typed, board.till.goods.state.query) == ("", "ro")
    board.terminal.database.announce(Topic.CATALOG)
    assert titles(board) == ["Morning roll", "Rose, single"]
    keyboard.press(Qt.Key.Key_PageDown)
    assert (board.till.goods.state.query, board.till.goods.state.category) == ("", "Rolls")
    keyboard.type("ro")
    board.selling.till_view.sheets.more.show_actions()
    keyboard.type("s")
    assert board.till.goods.state.query == "ro", "what lies over the till takes the keys"
    board.selling.till_view.sheets.more.shut()


def test_space_picks_where_the_tiles_have_the_focus(board: Stage, keyboard: Keyboard) -> None:  # noqa: F811
    keyboard.type("cof")
    tiles = board.selling.till_view.keys.tiles
    tiles.setFocus(Qt.FocusReason.TabFocusReason)
    keyboard.press(Qt.Key.Key_Space)
    assert names(board) == ["coffee"]


def test_without_a_board_letters_mean_nothing(board: Stage, keyboard: Keyboard) -> None:  # noqa: F811
    staff.sign_in(board.terminal, "mira", PIN)
    before = board.till.goods.state
    keyboard.type("ro")
    assert board.till.goods.state == before
