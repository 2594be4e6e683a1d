"""How much is to be ordered: the till without the line and head office's report answer alike."""

from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import Struct

from desktop.domain.money import format_quantity
from desktop.domain.product import Product
from desktop.domain.reordering import Low
from server_stub.api.reports_goods_told import tell


class Told(Struct):
    """What head office's report says of it."""

    order: str


MILLI = st.integers(0, 10**9)


@given(
    st.sampled_from(["pcs", "kg", "l", "m"]),
    MILLI,
    st.integers(0, 10**7),
    st.integers(0, 90),
    st.integers(-(10**9), 10**9),
)
@example("pcs", 5_000, 333, 7, 4_999)
@example("kg", 5_000, 333, 7, 4_999)
@example("pcs", 0, 0, 7, 0)
def test_both_ends_order_alike(
    unit: str, point_milli: int, mean_milli: int, lead_days: int, on_hand_milli: int
) -> None:
    low = Low(Product("tea", "tea", "Tea", unit, 0, 0), on_hand_milli, point_milli, mean_milli * lead_days)
    row = {
        "unit": unit,
        "point_milli": point_milli,
        "mean_milli": mean_milli,
        "lead_days": lead_days,
        "on_hand_milli": on_hand_milli,
    }
    assert tell(Told, row, {}).order == format_quantity(low.order_milli)


def test_pieces_are_ordered_whole_and_the_rest_to_the_gram() -> None:
    for unit, milli in (("pcs", 3_000), ("kg", 2_332)):
        assert Low(Product("tea", "tea", "Tea", unit, 0, 0), 4_999, 5_000, 2_331).order_milli == milli
