"""What the scans of a count come to, against sums made the plain way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.counting import Sheet, add_up, check_sheet
from desktop.domain.refusal import Refusal
from desktop.domain.task import Scan, What, standing

scans = st.lists(
    st.one_of(
        st.builds(
            Scan,
            st.just(0),
            st.integers(10, 59).map(lambda minute: f"2026-11-21T10:{minute}:00+02:00"),
            st.just(What.GOODS),
            st.just("x"),
            st.sampled_from(("milk", "eggs")),
            st.integers(1, 5000),
            st.sampled_from(("", "L1")),
            st.sampled_from(("", "2027-01-01")),
            st.sampled_from(("A", "B")),
            st.integers(-5000, 5000),
            st.integers(0, 3),
        ),
        st.sampled_from("AB").map(lambda name: Scan(0, "", What.PLACE, name, place_id=name)),
        st.just(Scan(0, "", What.BACK, "")),
    ),
    max_size=40,
)


@given(scans)
def test_each_line_is_the_sum_of_its_scans_at_the_moment_of_the_last(given_scans: list[Scan]) -> None:
    sheet, left = add_up(given_scans), standing(given_scans)
    goods = [scan for scan in left if scan.what is What.GOODS]
    keys = {(scan.place_id, scan.product_id, scan.lot) for scan in goods}
    assert {(line.place_id, line.product_id, line.lot) for line in sheet.lines} == keys
    assert len(sheet.lines) == len(keys)
    for line in sheet.lines:
        same = [s for s in goods if (s.place_id, s.product_id, s.lot) == (line.place_id, line.product_id, line.lot)]
        last = same[-1]
        assert line.counted_milli == sum(scan.quantity_milli for scan in same)
        assert (line.at, line.book_milli, line.book) == (last.at, last.book_milli, last.book)
        assert line.difference_milli == line.counted_milli - last.book_milli
        assert line.expiry == next((scan.expiry for scan in same if scan.expiry), "")
    assert set(sheet.place_ids) == {scan.place_id for scan in left}


def test_a_sheet_that_is_not_finished_is_refused() -> None:
    for sheet, code in ((Sheet(), "count.empty"), (Sheet(unknown=("999",)), "task.unknown")):
        with pytest.raises(Refusal) as refused:
            check_sheet(sheet)
        assert refused.value.code == code
    check_sheet(Sheet(place_ids=("A",)))
