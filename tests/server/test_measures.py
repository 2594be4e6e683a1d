"""How much is in one piece, as people write it, for the price per kilogram or litre on its label."""

import pytest

from server_stub.goods.extras import measure
from server_stub.goods.product_cells import BadCell
from sync.wire.extras import Measure


@pytest.mark.parametrize(
    ("cell", "milli", "unit"),
    [
        ("930 ml", 930, "l"),
        ("0,75 l", 750, "l"),
        ("33 cl", 330, "l"),
        ("400g", 400, "kg"),
        ("1.5 Кг", 1500, "kg"),
        ("250 г.", 250, "kg"),
        ("1 200 g", 1200, "kg"),
        ("2 m", 2000, "m"),
    ],
)
def test_a_measure_is_read_in_thousandths(cell: str, milli: int, unit: str) -> None:
    assert measure(cell) == Measure(quantity_milli=milli, unit=unit)


@pytest.mark.parametrize("cell", ["ml", "5", "0 kg", "5 stone", "1,5 g", "-1 kg", "1 kg 200 g"])
def test_what_is_no_measure_is_told(cell: str) -> None:
    with pytest.raises(BadCell):
        measure(cell)


def test_nothing_is_nothing() -> None:
    assert measure("") is None
