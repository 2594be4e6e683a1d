"""A shop's own product list, with everything that is wrong with such lists, sold by scanning."""

from pathlib import Path

from tests.functional.lists import sell_list
from tests.functional.programs import Office
from tests.product_lists import invent_list


def test_a_list_with_lost_zeros_is_sold_by_scanning_and_both_ends_agree(office: Office, tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    invent_list(source, 240, seed=7)

    sold = sell_list(office, source, tmp_path, seed=7)

    assert sold.imported["rejected"] == []
    assert sold.imported["added"] == sold.imported["read"]
    assert len(sold.imported["repaired"]) >= 12
    assert sold.terminal.sales == 20
    assert sold.is_equal, sold
