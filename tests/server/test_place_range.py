"""Ranges of places: every code once, the way through them, check codes that no neighbour has."""

import pytest

from server_stub.goods.place_range import BadRange, make_range


def test_a_range_turns_round_in_every_other_aisle_unless_it_goes_straight() -> None:
    turning = {one.code: one.sequence for one in make_range("A-{01..02}-{1..3}-{A..B}")}
    assert sorted(turning, key=turning.__getitem__) == [
        "A-01-1-A", "A-01-1-B", "A-01-2-A", "A-01-2-B", "A-01-3-A", "A-01-3-B",
        "A-02-3-A", "A-02-3-B", "A-02-2-A", "A-02-2-B", "A-02-1-A", "A-02-1-B",
    ]  # fmt: skip
    straight = make_range("A-{01..02}-{1..3}-{A..B}", turning=False)
    assert [one.sequence for one in straight] == list(range(1, 13))
    assert [one.level for one in straight[:2]] == [1, 2]


def test_check_codes_differ_for_hundreds_of_neighbours() -> None:
    made = make_range("A-{01..12}-{01..06}-{1..4}")
    assert len(made) == len({one.code for one in made}) == len({one.check_code for one in made}) == 288
    assert {len(one.check_code) for one in made} == {2}


@pytest.mark.parametrize("pattern", ["A-1", "A-{1..A}", "A-{3..1}", "A-{1..", "{0001..9999}-{1..9}"])
def test_what_is_no_range_is_said_to_be_none(pattern: str) -> None:
    with pytest.raises(BadRange):
        make_range(pattern)
