"""What was made is made again only of what is other than before."""

import pytest

from desktop.domain.remembered import Remembered, changed


def test_only_what_differs_is_made_again() -> None:
    asked: list[tuple[int, str]] = []

    def make(number: int, word: str) -> str:
        asked.append((number, word))
        return word * number

    rows = Remembered(make)
    assert rows.follow([1, 2], ["a", "b"]) == ("a", "bb")
    assert rows.follow([1, 3, 1], ["a", "b", "c"]) == ("a", "bbb", "c")
    assert rows.follow([1], ["a"]) == ("a",)
    assert asked == [(1, "a"), (2, "b"), (3, "b"), (1, "c")]


def test_what_cannot_be_made_leaves_all_as_it_was() -> None:
    rows = Remembered(lambda number: 6 // number)
    assert rows.follow([1, 2]) == (6, 3)
    with pytest.raises(ZeroDivisionError):
        rows.follow([3, 0])
    assert rows.follow([1, 3]) == (6, 2)


def test_another_object_is_a_change_even_where_it_is_equal() -> None:
    one, other = object(), object()
    assert changed([one, one], [one, other, one]) == [1, 2]
    assert changed([one, other], [one]) == []
