"""What a parcel should weigh: the verdict follows from what is known, whatever is in it."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.parcel import LEAST_TOLERANCE_MILLI, Parcel, Piece, expect, judge
from desktop.domain.product import Extra, Measure, Product
from desktop.domain.task import Scan, What

GOODS = {
    "tea": Product("tea", "tea", "Tea", "pcs", 0, 0, extra=Extra(measure=Measure(250, "kg"))),
    "ham": Product("ham", "ham", "Ham", "kg", 0, 0),
    "oil": Product("oil", "oil", "Oil", "pcs", 0, 0, extra=Extra(measure=Measure(750, "l"))),
}
PIECES = st.lists(st.tuples(st.sampled_from(["tea", "ham", "oil", "gone"]), st.integers(1, 50_000)), min_size=1)


def parcel_of(pieces: list[tuple[str, int]], weight_milli: int, said_by: str = "") -> Parcel:
    """A parcel with so many thousandths of goods in it."""
    goods = tuple(Piece(Scan(n, "", What.GOODS, "", name, milli), name) for n, (name, milli) in enumerate(pieces))
    return Parcel(goods, weight_milli, said_by, "counted" if said_by else "")


@given(PIECES, st.integers(1, 500_000), st.booleans())
def test_every_weighed_parcel_has_one_verdict(pieces: list[tuple[str, int]], weight_milli: int, said: bool) -> None:
    parcel = parcel_of(pieces, weight_milli, "wim" if said else "")
    check = judge(parcel, GOODS)
    assert check is not None
    should = sum({"tea": 250, "ham": 1000}.get(name, 0) * milli for name, milli in pieces) // 1000
    unknown = {name for name, _ in pieces} & {"oil", "gone"}
    assert (check.expected_milli, set(check.unknown), len(check.unknown)) == (should, unknown, len(unknown))
    assert check.tolerance_milli == max(should * 3 // 100, LEAST_TOLERANCE_MILLI)
    fits = weight_milli >= should - check.tolerance_milli
    fits = fits and (bool(unknown) or weight_milli <= should + check.tolerance_milli)
    expected = ("unchecked" if unknown else "right") if fits else "accepted" if said else "off"
    assert (check.verdict, check.accepted_by) == (expected, "wim" if expected == "accepted" else "")
    assert (check.reason == "counted") == (expected == "accepted")


def test_what_nobody_weighed_has_none() -> None:
    assert judge(parcel_of([("tea", 1000)], 0), GOODS) is None
    assert expect(parcel_of([("tea", 1500), ("ham", 342)], 0), GOODS).weight_milli == 717
