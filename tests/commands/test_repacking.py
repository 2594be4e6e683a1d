"""`eckwms repack`: goods become other goods, by hand and by recipe, from a file of scans."""

from pathlib import Path
from typing import Any

import pytest

from desktop.commands import stock, tasks
from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal
from desktop.station import Station
from desktop.store import journal
from desktop.store.terminal import save_known
from sync.wire.changes import Product
from sync.wire.extras import Extra, Part
from sync.wire.facts import decode_fact
from tests.commands.test_papers import make_station
from tests.commands.test_tasks import LOT, lines
from tests.core import terminal  # noqa: F401 - fixture
from tests.operations.test_offers import tell
from tests.terminals import BREAD, EGGS, MILK

GOODS = {
    "KIT": Extra(recipe=(Part(sku="EGGS", quantity_milli=2000), Part(sku="MILK", quantity_milli=1000))),
    "SACK": Extra(),
    "POUCH": Extra(track_lots=True),
    "PHONE": Extra(track_serials=True),
    "BOX": Extra(recipe=(Part(sku="PHONE", quantity_milli=1000),)),
    "LOST": Extra(recipe=(Part(sku="NOWHERE", quantity_milli=1000),)),
}
EARLIER = "]C10104000417025005172703311" + "0L-2"
"""Milk of lot L-2, which expires before L-7."""


@pytest.fixture
def station(terminal: Terminal, tmp_path: Path) -> Station:  # noqa: F811
    plain: dict[str, Any] = {"unit": "pcs", "price_e4": 0, "rate_ppm": 0, "category": ""}
    goods = [Product(id=name.lower(), sku=name, name=name, extra=one, **plain) for name, one in GOODS.items()]
    tell(terminal, "catalogue", *(("product", one) for one in goods), first=1000)
    with terminal.database.writing() as connection:
        save_known(connection, signed_in="wim")
    return make_station(terminal, tmp_path)


def repack(station: Station, *scans: str, **more: str) -> list[tuple[str, ...]]:
    return lines(tasks.work(station, kind="repack", scans=scans, **more))


def on_hand(station: Station, item: str) -> dict[tuple[str, str], str]:
    places = stock.show(station, item=item)["items"][0]["places"]
    return {(place["place"], place["lot"]): place["on_hand"] for place in places if place["on_hand"] != "0"}


def test_what_is_scanned_behind_make_is_made_of_what_was_scanned_before(station: Station) -> None:
    assert repack(station, "2*SACK", "CMD:MAKE", "receiving", "20*POUCH", EGGS) == [
        ("SACK", "shelf", "repacking", "2", ""),
        ("POUCH", "repacking", "receiving", "20", ""),
        ("EGGS", "repacking", "receiving", "1", ""),
    ]
    assert on_hand(station, "POUCH") == {("receiving", ""): "20"}
    with station.terminal.database.reading() as connection:
        sealed = journal.read_last_of(connection, "goods.moved")
    assert sealed is not None
    assert decode_fact("goods.moved", 2, sealed.body).purpose == "repacked"  # type: ignore[union-attr]


def test_a_recipe_takes_its_parts_and_what_expires_first_of_them(station: Station) -> None:
    tasks.work(station, kind="receive", scans=[LOT, LOT, EARLIER], place="shelf")
    assert repack(station, "CMD:MAKE", "KIT", "KIT") == [
        ("EGGS", "shelf", "repacking", "4", ""),
        ("MILK", "shelf", "repacking", "1", "L-2"),
        ("KIT", "repacking", "shelf", "2", ""),
        ("MILK", "shelf", "repacking", "1", "L-7"),
    ]
    assert repack(station, "CMD:MAKE", "2*KIT")[1:3] == [
        ("MILK", "shelf", "repacking", "1", "L-7"),
        ("MILK", "shelf", "repacking", "1", ""),
    ], "what the book lacks has no lot, and stops nobody"


def test_what_was_taken_by_hand_is_not_taken_by_the_recipe_too(station: Station) -> None:
    assert repack(station, EGGS, BREAD, "CMD:MAKE", "KIT") == [
        ("EGGS", "shelf", "repacking", "1", ""),
        ("BREAD", "shelf", "repacking", "1", ""),
        ("KIT", "repacking", "shelf", "1", ""),
    ]


def test_a_kit_is_taken_apart_by_its_recipe(station: Station) -> None:
    assert repack(station, "receiving", "3*KIT", "CMD:APART") == [
        ("KIT", "receiving", "repacking", "3", ""),
        ("EGGS", "repacking", "receiving", "6", ""),
        ("MILK", "repacking", "receiving", "3", ""),
    ]


def test_what_is_made_keeps_the_one_lot_that_it_came_from(station: Station) -> None:
    tasks.work(station, kind="receive", scans=[LOT, EARLIER], place="shelf")
    assert repack(station, LOT, "CMD:MAKE", "2*POUCH")[1] == ("POUCH", "repacking", "shelf", "2", "L-7")
    mixed = repack(station, LOT, EARLIER, "CMD:MAKE", "2*POUCH", "SACK")
    assert mixed[2:] == [("POUCH", "repacking", "shelf", "2", ""), ("SACK", "repacking", "shelf", "1", "")]


def test_a_step_back_takes_goods_and_what_they_are_made_of(station: Station) -> None:
    assert repack(station, "CMD:MAKE", "KIT", "CMD:BACK", "CMD:BACK", "SACK", "CMD:MAKE", "POUCH") == [
        ("SACK", "shelf", "repacking", "1", ""),
        ("POUCH", "repacking", "shelf", "1", ""),
    ]


@pytest.mark.parametrize(
    ("scans", "code"),
    [
        (["SACK"], "repack.nothing_made"),
        (["CMD:MAKE", "POUCH"], "repack.nothing_taken"),
        (["CMD:APART"], "repack.nothing_taken"),
        (["SACK", "CMD:APART"], "repack.no_recipe"),
        (["KIT", "CMD:MAKE", "POUCH", "CMD:APART"], "repack.made_already"),
        (["SACK", "CMD:MAKE", "PHONE"], "repack.serial"),
        (["CMD:MAKE", "BOX"], "repack.serial"),
        (["BOX", "CMD:APART"], "repack.serial"),
        (["CMD:MAKE", "LOST"], "bundle.part"),
        (["SACK", "nonsense"], "code.unknown"),
        ([], "stock.empty"),
    ],
)
def test_nothing_comes_of_what_cannot_be(station: Station, scans: list[str], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        repack(station, *scans)
    assert refused.value.code == code
    assert on_hand(station, MILK) == {("shelf", ""): "3"}


def test_other_tasks_know_nothing_of_it_and_not_everybody_may(station: Station) -> None:
    with pytest.raises(Refusal) as refused:
        tasks.work(station, kind="receive", scans=[EGGS, "CMD:MAKE"])
    assert refused.value.code == "repack.task"
    with station.terminal.database.writing() as connection:
        save_known(connection, signed_in="anna")
    with pytest.raises(Refusal) as refused:
        repack(station, "SACK", "CMD:MAKE", "POUCH")
    assert refused.value.code.startswith(("right.", "staff."))
