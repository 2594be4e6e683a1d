"""What a document does of an order: each line up to what it wants, nothing lost, the rest on the last."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.order import OrderLine, allot
from desktop.domain.stock import Movement

LINES = st.lists(
    st.builds(
        OrderLine,
        st.just(0),
        product_id=st.sampled_from("xy"),
        quantity_milli=st.integers(1, 9),
        place_id=st.sampled_from(["", "p", "q"]),
        lot=st.sampled_from(["", "L"]),
        done_milli=st.integers(0, 4),
    ),
    max_size=5,
).map(lambda lines: [OrderLine(n, *map(line.__getattribute__, _FIELDS)) for n, line in enumerate(lines, 1)])
_FIELDS = ("product_id", "quantity_milli", "place_id", "lot", "done_milli")
MOVES = st.lists(
    st.builds(
        Movement,
        st.sampled_from("xyz"),
        st.sampled_from("pq"),
        st.just("t"),
        st.integers(1, 12),
        lot=st.sampled_from(["", "L"]),
    ),
    max_size=5,
)


def moved(moves: list[Movement]) -> Counter[tuple[str, str, str]]:
    """Sums by product, source and lot."""
    sums: Counter[tuple[str, str, str]] = Counter()
    for move in moves:
        sums[move.product_id, move.from_place_id, move.lot] += move.quantity_milli
    return sums


@given(LINES, MOVES)
def test_what_was_moved_stays_what_was_moved_and_goes_to_lines_that_want_it(
    lines: list[OrderLine], moves: list[Movement]
) -> None:
    allotted = list(allot(lines, moves))
    assert moved(allotted) == moved(moves)
    assert all(move.quantity_milli > 0 for move in allotted)
    by_n = {line.n: line for line in lines}
    got: Counter[int] = Counter()
    for move in allotted:
        if not move.order_line:
            assert not any(line.product_id == move.product_id and line.lot in ("", move.lot) for line in lines)
            continue
        line = by_n[move.order_line]
        assert (line.product_id, line.lot in ("", move.lot)) == (move.product_id, True)
        got[line.n] += move.quantity_milli
    for line in lines:
        if got[line.n] > line.open_milli:  # too many: then nothing it could have gone to instead is still open
            later = [each for each in lines if each.product_id == line.product_id and each.lot == line.lot]
            assert all(got[each.n] >= each.open_milli for each in later)


def test_the_line_of_the_place_goes_first() -> None:
    lines = [OrderLine(1, "x", 5), OrderLine(2, "x", 5, place_id="q")]
    assert [(m.order_line, m.quantity_milli) for m in allot(lines, [Movement("x", "q", "t", 7)])] == [(2, 5), (1, 2)]
