"""A sticker that is scanned where it sticks: of a parcel of the order, or refused."""

import pytest

from desktop.domain.packing import check_sticker
from desktop.domain.refusal import Refusal


def test_a_sticker_is_of_a_parcel_of_the_order_or_of_nothing_here() -> None:
    numbers = ["P-1-1", "P-1-2"]
    assert check_sticker("P-1-2", "", numbers, ()) == "P-1-2"
    assert check_sticker("WB;7", "WB;7", numbers, {"P-1-1"}) == "P-1-2", "the square says the same on every parcel"
    assert check_sticker("WB;7", "WB;7", numbers, set(numbers)) == "P-1-1"
    for wrong, sticker in (("P-2-1", ""), ("", ""), ("WB;8", "WB;7")):
        with pytest.raises(Refusal) as refused:
            check_sticker(wrong, sticker, numbers, {"P-1-1"})
        assert (refused.value.code, refused.value.facts["expected"]) == ("pack.sticker", "P-1-2")
