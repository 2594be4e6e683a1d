"""Pages of the feed become rows: what they add up to, and what a program does with rows of a newer one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from desktop.replication.changes import apply_page, knows_more
from desktop.replication.local_replica import LocalReplica
from desktop.store.replica_file import ReplicaFile, make_empty
from sync.wire.changes import Case, Change, Place, Stock
from sync.wire.digest import add_up
from sync.wire.messages import Cursor, Page
from sync.wire.orders import Order
from sync.wire.telling import told_as

KEY = b"k" * 32
encode = msgspec.msgpack.encode


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[ReplicaFile]:
    make_empty(tmp_path / "replica.db", KEY)
    with closing(ReplicaFile(tmp_path / "replica.db", KEY)) as file:
        yield file


def page(feed: str, first: int, *changes: Change) -> Page:
    top = max([change.position for change in changes], default=first)
    cursor = Cursor(feed=feed, epoch="e", position=top, token="t")
    return Page(cursor=cursor, from_position=first, more=False, changes=changes)


def place(position: int, name: str, *, deleted: bool = False) -> Change:
    row = Place(id=name, code=name, name=name, kind="shelf")
    return Change(position, "place", name, msgspec.Raw(encode(row)), deleted)


def test_the_digest_follows_what_comes_changes_and_goes(replica: ReplicaFile) -> None:
    assert apply_page(replica, page("shop:s", 0, place(1, "a"), place(2, "b"))) == add_up(0, (1, 2))
    assert apply_page(replica, page("shop:s", 2, place(3, "a"), place(4, "c"))) == add_up(0, (2, 3, 4))
    assert apply_page(replica, page("shop:s", 4, place(5, "b", deleted=True))) == add_up(0, (3, 4))
    assert apply_page(replica, page("shop:s", 5, place(6, "nobody", deleted=True))) == add_up(0, (3, 4))
    assert replica.read_digest("shop:s") == (add_up(0, (3, 4)), "")
    assert apply_page(replica, page("shop:s", 0, place(9, "z"))) == add_up(0, (9,)), "afresh"


def test_stock_that_waits_for_its_position_counts_as_it_was_told(replica: ReplicaFile) -> None:
    def stock(position: int, milli: int) -> Change:
        row = Stock(product_id="p1", place_id="a", on_hand_milli=milli)
        return Change(position, "stock", "p1/a", msgspec.Raw(encode(row)))

    assert apply_page(replica, page("stock:s", 0, stock(0, 5))) == 0
    assert apply_page(replica, page("stock:s", 0, stock(7, 5))) == add_up(0, (7,))


def test_kinds_of_entity_that_nobody_knows_yet_are_passed_over_and_read_again_by_who_knows(
    replica: ReplicaFile, tmp_path: Path
) -> None:
    news = Change(3, "omen", "x", msgspec.Raw(encode({"id": "x"})))
    assert apply_page(replica, page("shop:s", 0, place(1, "a"), news)) is None
    assert replica.read_digest("shop:s")[1] == "omen"
    assert apply_page(replica, page("shop:s", 3, place(4, "b"))) is None, "still not comparable"
    local = LocalReplica(lambda: (tmp_path / "replica.db", KEY), lambda feed: None)
    assert [cursor.feed for cursor in local.cursors()] == ["shop:s"]
    with replica.writing():  # what an older program wrote that did not know places
        replica.replace("feed", [("shop:s", "e", 4, "t", 0, "place")])
    assert local.cursors() == ()
    assert local.apply_page(page("shop:s", 0, place(5, "a"))) == add_up(0, (5,))
    assert len(local.cursors()) == 1
    local.close()


def test_an_order_of_a_kind_that_came_later_has_a_name_of_its_own_and_is_an_order(replica: ReplicaFile) -> None:
    order = Order(id="o", kind="supplier_return", number="R-1", opened_at="", lines=())
    back = Change(2, told_as("order", order), "o", msgspec.Raw(encode(order)))
    assert back.entity != "order"
    assert knows_more(back.entity), "who passed it over reads it again"
    assert apply_page(replica, page("shop:s", 0, place(1, "a"), back)) == add_up(0, (1, 2))
    assert replica.read_versions("order", ["o"]) == {"o": 2}
    assert apply_page(replica, page("shop:s", 2, Change(3, "order", "o", deleted=True))) == add_up(0, (1,))


def test_cases_come_and_go_and_count(replica: ReplicaFile) -> None:
    def case(position: int, number: str, *, deleted: bool = False) -> Change:
        row = Case(id=number, kind="fork", opened_at="2026-11-21T10:00:00.000+00:00", device="Till 2")
        return Change(position, "case", number, msgspec.Raw(encode(row)), deleted)

    assert apply_page(replica, page("shop:s", 0, place(1, "a"), case(2, "7"), case(3, "8"))) == add_up(0, (1, 2, 3))
    assert apply_page(replica, page("shop:s", 3, case(4, "7", deleted=True))) == add_up(0, (1, 3))
    assert replica.read_versions("case", ["7", "8"]) == {"8": 3}
    assert apply_page(replica, page("shop:s", 0, place(9, "a"))) == add_up(0, (9,)), "afresh"
    assert replica.read_versions("case", ["8"]) == {}


def test_fields_of_a_newer_program_are_no_harm_and_a_row_of_another_shape_stays_as_it_was(replica: ReplicaFile) -> None:
    more = encode(msgspec.to_builtins(Place(id="a", code="a", name="a", kind="shelf")) | {"aisle": 7})
    assert apply_page(replica, page("shop:s", 0, Change(1, "place", "a", msgspec.Raw(more)))) == add_up(0, (1,))
    other = Change(2, "place", "a", msgspec.Raw(encode({"id": "a", "kind": ["two", "kinds"]})))
    assert apply_page(replica, page("shop:s", 1, other)) is None
    assert replica.read_versions("place", ["a", "b"]) == {"a": 1}
    noted = replica.read_digest("shop:s")[1]
    assert noted.startswith("place?")
    assert not knows_more(noted), "this program has tried"
    assert knows_more("place?0001"), "whoever comes after the one that could not reads it again"


def test_versions_are_read_in_bounded_questions(replica: ReplicaFile) -> None:
    names = [f"n{n}" for n in range(900)]
    apply_page(replica, page("shop:s", 0, *(place(n, name) for n, name in enumerate(names, 1))))
    assert replica.read_versions("place", names) == dict(zip(names, range(1, 901), strict=True))
