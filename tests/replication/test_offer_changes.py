"""Promotions, prices and customers come down the feed as rows; what is erased at the centre goes at the till."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.domain.offers import coupon, price_list, promotion
from desktop.replication.changes import apply_page
from desktop.replication.local_replica import LocalReplica
from desktop.store.replica_file import ReplicaFile, make_empty
from sync.wire import offers
from sync.wire.changes import Change
from sync.wire.digest import add_up
from sync.wire.messages import Cursor, Manifest, Page
from sync.wire.replica import SCHEMA

KEY = b"k" * 32
ANNA = offers.Customer(id="c1", name="Анна Королёва", card="900100", group="loyal", birthday="03-14")


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[ReplicaFile]:
    make_empty(tmp_path / "replica.db", KEY)
    with closing(ReplicaFile(tmp_path / "replica.db", KEY)) as file:
        yield file


def page(feed: str, first: int, *rows: tuple[str, str, object]) -> Page:
    changes = tuple(
        Change(at, entity, name, msgspec.Raw(msgspec.msgpack.encode(row)), row is None)
        for at, (entity, name, row) in enumerate(rows, first + 1)
    )
    cursor = Cursor(feed=feed, epoch="e", position=first + len(rows), token="t")
    return Page(cursor=cursor, from_position=first, more=False, changes=changes)


def ask(tmp_path: Path, query: str) -> list[Any]:
    with closing(ReplicaFile(tmp_path / "replica.db", KEY)) as file:
        return list(file._connection.execute(query).fetchall())


def test_offers_come_and_go_and_count(replica: ReplicaFile, tmp_path: Path) -> None:
    rows = (
        ("promotion", "p1", offers.Promotion(id="p1", name="Breakfast", kind="percent", percent_ppm=100_000)),
        ("price_list", "l1", offers.PriceList(id="l1", name="Trade")),
        ("list_price", "l1/milk", offers.ListPrice(list_id="l1", product_id="milk", tiers=(offers.Tier(1000, 9000),))),
        ("list_price", "l1/tea", offers.ListPrice(list_id="l1", product_id="tea", tiers=(offers.Tier(1000, 500),))),
        ("coupon", "k1", offers.Coupon(id="k1", code="SPRING", promotion_id="p1")),
    )
    assert apply_page(replica, page("offers:s", 0, *rows)) == add_up(0, (1, 2, 3, 4, 5))
    assert ask(tmp_path, "SELECT list_id, product_id, tiers FROM list_price") == [
        ("l1", "milk", "[[1000,9000]]"),
        ("l1", "tea", "[[1000,500]]"),
    ]
    assert replica.read_versions("list_price", ["l1/milk", "l1/tea", "l1/x"]) == {"l1/milk": 3, "l1/tea": 4}
    gone = page("offers:s", 5, ("list_price", "l1/milk", None), ("promotion", "p1", None))
    assert apply_page(replica, gone) == add_up(0, (2, 4, 5))
    assert apply_page(replica, page("offers:s", 0, rows[1])) == add_up(0, (1,)), "afresh"
    for table in ("promotion", "list_price", "coupon"):
        assert ask(tmp_path, f"SELECT * FROM {table}") == []


def test_a_customer_who_is_erased_leaves_no_word(replica: ReplicaFile, tmp_path: Path) -> None:
    assert apply_page(replica, page("customers:s", 0, ("customer", "c1", ANNA))) == add_up(0, (1,))
    assert ask(tmp_path, "SELECT word FROM customer_word") == [("анна",), ("королева",)]
    married = msgspec.structs.replace(ANNA, name="Anna Smith")
    apply_page(replica, page("customers:s", 1, ("customer", "c1", married)))
    assert ask(tmp_path, "SELECT word FROM customer_word") == [("anna",), ("smith",)]
    assert apply_page(replica, page("customers:s", 2, ("customer", "c1", None))) == 0
    assert ask(tmp_path, "SELECT * FROM customer, customer_word") == []


def test_customers_stay_when_a_snapshot_comes_that_never_has_them(replica: ReplicaFile, tmp_path: Path) -> None:
    apply_page(replica, page("customers:s", 0, ("customer", "c1", ANNA)))
    make_empty(tmp_path / "fresh.db", KEY)
    with closing(ReplicaFile(tmp_path / "fresh.db", KEY)) as fresh:
        apply_page(fresh, page("offers:s", 0, ("price_list", "l1", offers.PriceList(id="l1", name="Trade"))))
    cursors = (Cursor(feed="offers:s", epoch="e", position=1, token="t"),)
    local = LocalReplica(lambda: (tmp_path / "replica.db", KEY), lambda feed: None)
    manifest = Manifest(schema=SCHEMA, hash="", size=0, key=KEY.hex(), cursors=cursors, signature=b"")
    local.prepare_snapshot(tmp_path / "fresh.db", manifest)
    local.close()
    with closing(ReplicaFile(tmp_path / "fresh.db", KEY)) as fresh:
        assert [row[0] for row in fresh.read_feeds()] == ["customers:s", "offers:s"]
        assert fresh.read_versions("customer", ["c1"]) == {"c1": 1}
        assert fresh._connection.execute("SELECT count(*) FROM customer_word").fetchone() == (2,)


def test_a_feed_of_the_future_is_passed_over_and_remembered(replica: ReplicaFile) -> None:
    assert apply_page(replica, page("weather:s", 0, ("cloud", "x", {"id": "x"}))) is None
    assert replica.read_passed() == {"weather:s": "cloud"}


def test_the_wire_says_offers_as_the_domain_means_them() -> None:
    for told, meant in (
        (offers.Promotion, promotion.Promotion),
        (offers.Part, promotion.Part),
        (offers.Tier, price_list.Tier),
        (offers.PriceList, price_list.PriceList),
        (offers.Coupon, coupon.Coupon),
    ):
        assert told.__struct_fields__ == tuple(field.name for field in fields(meant))
