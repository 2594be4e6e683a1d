"""Which labels hang wrong by now: after a price, a name or a promotion changed, and no longer once they are printed."""

import msgspec

from desktop.operations import labels
from desktop.operations.terminal import Terminal
from sync.wire import changes, offers
from sync.wire.extras import Extra, Measure
from tests.operations.test_offers import tell
from tests.terminals import BREAD, CHEESE_342_G, SHARED


def change(terminal: Terminal, position: int, **fields: object) -> None:
    """Head office tells milk anew, behind this position of the feed."""
    plain: dict[str, object] = {"id": "milk", "sku": "MILK", "name": "Milk 3.2 % 930 ml", "unit": "pcs"}
    plain |= {"price_e4": 16_900, "rate_ppm": 70_000, "category": "Dairy", "codes": (changes.Code("4000417025005"),)}
    row = changes.Product(**plain | fields)  # type: ignore[arg-type]
    tell(terminal, "catalogue", ("product", row), first=position)


def changed(terminal: Terminal) -> list[tuple[str, int, int]]:
    return [(one.product_id, one.price_e4, one.former_e4) for one in labels.list_changed(terminal).labels]


def test_the_mornings_list_is_what_changed_since_the_labels_were_printed(terminal: Terminal) -> None:
    assert not labels.has_printed(terminal)
    labels.note_printed(terminal, labels.list_category(terminal, "Dairy").labels)
    assert labels.has_printed(terminal)
    assert changed(terminal) == []
    change(terminal, 18, price_e4=17_900)
    assert changed(terminal) == [("milk", 17_900, 0)]
    labels.note_printed(terminal, labels.list_changed(terminal).labels)
    assert changed(terminal) == []
    change(terminal, 19, price_e4=17_900, name="Milk, fresh")
    assert [one.name for one in labels.list_changed(terminal).labels] == ["Milk, fresh"]
    change(terminal, 20, active=False)
    assert changed(terminal) == []


def test_a_promotion_begins_and_ends_on_the_list(terminal: Terminal) -> None:
    labels.note_printed(terminal, labels.list_category(terminal, "Dairy").labels)
    ten = offers.Promotion(id="p1", name="Ten off", kind="percent", percent_ppm=100_000, categories=("Dairy",))
    tell(terminal, "offers:s1", ("promotion", ten))
    assert changed(terminal) == [("cheese", 134_900, 149_900), ("eggs", 31_400, 34_900), ("milk", 15_200, 16_900)]
    assert labels.list_changed(terminal, limit=1).more
    labels.note_printed(terminal, labels.list_changed(terminal).labels)
    assert changed(terminal) == []
    gone = msgspec.structs.replace(ten, active=False)
    tell(terminal, "offers:s1", ("promotion", gone), first=1)
    assert [price for _, price, former in changed(terminal) if not former] == [149_900, 34_900, 16_900]


def test_another_lowest_price_of_before_is_on_the_list(terminal: Terminal) -> None:
    ten = offers.Promotion(id="p1", name="Ten off", kind="percent", percent_ppm=100_000, skus=("MILK",))
    tell(terminal, "offers:s1", ("promotion", ten))
    labels.note_printed(terminal, labels.list_category(terminal, "Dairy").labels)
    assert changed(terminal) == []
    tell(terminal, "offers:s1", ("promotion", msgspec.structs.replace(ten, prior=(("milk", 16_000),))), first=1)
    [milk] = labels.list_changed(terminal).labels
    assert (milk.former_e4, milk.lowest_e4) == (16_900, 16_000)


def test_head_office_says_how_much_is_in_a_piece(terminal: Terminal) -> None:
    change(terminal, 18, extra=Extra(measure=Measure(quantity_milli=930, unit="l")))
    (milk,) = labels.find_goods(terminal, "MILK")
    made = labels.make_label(terminal, milk)
    assert (made.base_e4, made.base_unit) == (18_200, "l")


def test_a_scan_finds_goods_and_a_weight_label_the_shelf(terminal: Terminal) -> None:
    bread = labels.make_label(terminal, labels.find_goods(terminal, BREAD)[0])
    assert (bread.code, bread.price_e4) == (BREAD, 24_000)
    (cheese,) = labels.find_goods(terminal, CHEESE_342_G)
    assert labels.make_label(terminal, cheese).code == "2100010000002"
    assert labels.make_label(terminal, cheese, 342).code == CHEESE_342_G
    assert len(labels.find_goods(terminal, SHARED)) == 2
