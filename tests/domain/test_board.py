"""Whose board is shown, and where its tiles lie."""

from desktop.domain.board import Board, BoardPage, BoardTile, board_for, lay_out

PAGES = (BoardPage("One", (BoardTile(2, "B"), BoardTile(0, "A"))),)


def test_the_role_is_asked_first_and_then_the_shop() -> None:
    anybody, ours = Board("1", "a", "", (), PAGES), Board("2", "b", "s1", (), PAGES)
    cashiers, our_cashiers = Board("3", "c", "", ("cashier",), PAGES), Board("4", "d", "s1", ("cashier",), PAGES)
    boards = [anybody, ours, cashiers, our_cashiers]
    assert board_for("cashier", boards) == our_cashiers
    assert board_for("cashier", boards[:3]) == cashiers
    assert board_for("manager", boards) == ours
    assert board_for("manager", [cashiers, our_cashiers, anybody]) == anybody
    assert board_for("manager", [cashiers]) is None
    assert board_for("manager", [Board("5", "e")]) is None, "nothing on it"


def test_places_between_tiles_are_free() -> None:
    assert [tile and tile.sku for tile in lay_out(PAGES[0])] == ["A", None, "B"]
    assert lay_out(BoardPage("Two")) == ()
