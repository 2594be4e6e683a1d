"""A bin that was emptied, pure: what is in hand counts as lying there, and whatever else the books have is missing."""

from desktop.domain.emptying import InBook, bin_of, count_empty, is_emptied
from desktop.domain.stock import Movement
from desktop.domain.task import Scan, Task, TaskKind, What


def take(product: str = "tea", milli: int = 5_000, lot: str = "", place: str = "a") -> Movement:
    return Movement(product, place, "pack", milli, lot)


def test_a_bin_is_emptied_when_the_last_of_everything_was_taken() -> None:
    tea = InBook("tea", "", 5_000)
    assert is_emptied("a", [tea], [take()])
    assert is_emptied("a", [tea], [take(milli=2_000), take(milli=4_000)]), "more than the books have"
    assert is_emptied("a", [tea], [take(lot="L1")]), "of whatever lot"
    assert not is_emptied("a", [tea], [take(milli=4_000)])
    assert not is_emptied("a", [tea, InBook("soap", "", 1_000)], [take()])
    assert not is_emptied("a", [], []), "nothing was taken"
    assert not is_emptied("a", [tea], [take(place="b")])


def test_what_is_in_hand_still_lies_there_by_the_books() -> None:
    def count(held: list[InBook], *moves: Movement) -> list[tuple[str, str, int, int]]:
        lines = count_empty("a", held, moves, "now")
        return [(line.product_id, line.lot, line.counted_milli, line.difference_milli) for line in lines]

    assert count([InBook("tea", "", 5_000)], take()) == [("tea", "", 5_000, 0)], "proof"
    assert count([InBook("tea", "", 6_000)], take()) == [("tea", "", 5_000, -1_000)]
    assert count([InBook("tea", "", 3_000)], take()) == [("tea", "", 5_000, 2_000)]
    assert count([InBook("tea", "", 1_000), InBook("soap", "", 0)]) == [("tea", "", 0, -1_000)]
    assert count([InBook("tea", "L1", 5_000)], take(lot="L2")) == [
        ("tea", "L1", 0, -5_000),
        ("tea", "L2", 5_000, 5_000),
    ]


def test_the_bin_in_hand_is_scanned_last_or_suggested() -> None:
    place, goods = Scan(1, "", What.PLACE, "A", place_id="a"), Scan(2, "", What.GOODS, "T", "tea", 1_000, place_id="b")
    move, away = (Task("t", kind, "", "wim", "home", "") for kind in (TaskKind.MOVE, TaskKind.PUT_AWAY))
    assert [bin_of(move, scans) for scans in ([], [place], [place, goods])] == ["home", "a", "a"]
    assert bin_of(away, [place, goods]) == "b"
    assert bin_of(move, [place, Scan(2, "", What.BACK, "")]) == "home"
