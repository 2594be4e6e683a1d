"""`eckwms count --order`, `counts` and `counts decide`: blind, by somebody else, and by whoever may."""

from pathlib import Path

import msgspec
import pytest

from desktop.commands import counting
from desktop.domain.counting_terms import CountTerms, worth_minor
from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal
from desktop.replication.changes import apply_page
from desktop.replication.rebuild import rebuild
from desktop.store import orders
from desktop.store.replica_file import ReplicaFile
from desktop.store.terminal import save_known
from sync.wire.changes import Change
from sync.wire.counts import Counting, Matter
from sync.wire.messages import Cursor, Page
from sync.wire.orders import Order, OrderLine
from tests.commands.test_papers import make_station
from tests.core import terminal  # noqa: F401 - fixture
from tests.terminals import EGGS, MILK, REPLICA

PLACES = (
    OrderLine(n=1, quantity_milli=1000, place_id="shelf"),
    OrderLine(n=2, quantity_milli=1000, place_id="receiving"),
)
AT = "2026-03-01T10:00:00+02:00"
FIRST = Counting(count_id="c1", n=1, counted_milli=4000, book_milli=9000, settles_milli=-5000, at=AT, actor="wim")
AGAIN = Counting(count_id="c2", n=1, counted_milli=7000, book_milli=9000, settles_milli=-2000, at=AT, actor="anna")
MATTER = Matter(id="m1", product_id="milk", place_id="shelf", opened_at=AT, counts=(FIRST, AGAIN))


@pytest.fixture
def till(terminal: Terminal) -> Terminal:  # noqa: F811
    """A till with goods and people."""
    return terminal


def sign_in(till: Terminal, who: str) -> Terminal:
    with till.database.writing() as connection:
        save_known(connection, signed_in=who)
    return till


def tell(till: Terminal, *told: Order | Matter) -> None:
    """Bring orders and matters as the feed does."""
    replica = ReplicaFile(till.database.path.parent / REPLICA, b"r" * 32)
    changes = tuple(
        Change(at, "order" if isinstance(row, Order) else "count", row.id, msgspec.Raw(msgspec.msgpack.encode(row)))
        for at, row in enumerate(told, 100)
    )
    cursor = Cursor(feed="shop:s1", epoch="e", position=200, token="t")
    apply_page(replica, Page(cursor=cursor, from_position=99, more=False, changes=changes))
    replica.close()


def order(number: str, *lines: OrderLine, not_by: tuple[str, ...] = ()) -> Order:
    return Order(id=f"o-{number}", kind="count", number=number, opened_at=AT, lines=lines, not_by=not_by)


def left(till: Terminal) -> dict[str, list[int]]:
    """The lines of every open order that are still to be counted."""
    with till.database.reading() as connection:
        return {one.number: [line.n for line in one.lines if line.open_milli] for one in orders.list_open(connection)}


def test_an_order_is_counted_blind_place_by_place_until_nothing_is_left(
    till: Terminal,
    tmp_path: Path,
) -> None:
    station = make_station(sign_in(till, "wim"), tmp_path)
    tell(till, order("C-1", *PLACES))
    told = counting.count(station, scans=["shelf", MILK], order="C-1")
    assert "waiting" not in told
    assert not {"book", "difference", "waits"} & set(told["lines"][0]), "who counts is not told what the book says"
    assert left(till) == {"C-1": [2]}
    counting.count(station, scans=["receiving", EGGS], order="C-1")
    assert left(till) == {}


def test_the_last_count_zeroes_what_nobody_went_to_by_choice_alone(
    till: Terminal,
    tmp_path: Path,
) -> None:
    station = make_station(sign_in(till, "wim"), tmp_path)
    tell(till, order("C-1", *PLACES), order("C-2", *PLACES))
    kept = counting.count(station, scans=["receiving"], order="C-1", end=True)
    assert (kept["lines"], left(till)) == ([], {"C-2": [1, 2]})
    zeroed = counting.count(station, scans=["receiving"], order="C-2", end=True, zero_uncounted=True)
    assert {(line["place"], line["counted"]) for line in zeroed["lines"]} == {("shelf", "0")}
    assert left(till) == {}


def test_a_recount_is_by_somebody_else_waits_and_counts_none_where_nothing_lies(
    till: Terminal,
    tmp_path: Path,
) -> None:
    station = make_station(sign_in(till, "wim"), tmp_path)
    line = OrderLine(n=1, product_id="milk", quantity_milli=1000, place_id="shelf")
    tell(till, order("R-1", line, not_by=("wim",)))
    with pytest.raises(Refusal) as refused:
        counting.count(station, scans=["shelf", MILK], order="R-1")
    assert refused.value.code == "count.same_person"
    sign_in(till, "mira")
    before = {line["sku"]: line["book"] for line in counting.count(station, scans=["shelf"])["lines"]}
    told = counting.count(station, scans=["shelf"], order="R-1")
    assert [(line["sku"], line["counted"]) for line in told["lines"]] == [("MILK", "0")]
    again = counting.count(station, scans=["shelf", f"1*{MILK}"])["lines"]
    assert before == {}
    assert again[0]["book"] != "0", "a recount moves nothing before a person has decided"


def test_a_matter_is_decided_by_who_may_once_and_survives_a_rebuild(
    till: Terminal,
    tmp_path: Path,
) -> None:
    station = make_station(sign_in(till, "wim"), tmp_path)
    tell(till, MATTER)
    with pytest.raises(Refusal, match="may not do this"):
        counting.show(station)
    with pytest.raises(Refusal, match="may not do this"):
        counting.decide(station, matter="m1", choice="2")
    sign_in(till, "mira")
    (matter,) = counting.show(station)["matters"]
    assert [(one["number"], one["counted"], one["difference"], one["would_move"]) for one in matter["counts"]] == [
        (1, "4", "-5", "-5"),
        (2, "7", "-2", "-2"),
    ]
    with pytest.raises(Refusal) as refused:
        counting.decide(station, matter="m1", choice="3")
    assert refused.value.code == "count.choice"
    book = matter["book_now"]
    assert counting.decide(station, matter="m1", choice="2")["moved"] == "-2"
    with till.database.writing() as connection:
        rebuild(connection)
    assert counting.show(station)["matters"] == []
    with pytest.raises(Refusal) as refused:
        counting.decide(station, matter="m1", choice="1")
    assert refused.value.code == "count.gone"
    left_there = counting.count(station, scans=["shelf", MILK])["lines"][0]["book"]
    assert float(left_there) == float(book) - 2


def test_any_limit_is_enough_and_worth_is_rounded_up() -> None:
    assert not CountTerms().is_above(99_000, 100_000, 10_000, 2)
    assert CountTerms(limit_milli=1000).is_above(-1001, 0, 0, 2)
    assert not CountTerms(limit_milli=1000).is_above(1000, 0, 0, 2)
    assert CountTerms(limit_ppm=100_000).is_above(-101, 1000, 0, 2)
    assert not CountTerms(limit_ppm=100_000).is_above(-100, 1000, 0, 2)
    assert CountTerms(limit_ppm=100_000).is_above(1, 0, 0, 2), "of nothing everything is too much"
    assert CountTerms(limit_minor=250).is_above(2000, 0, 12_600, 2)
    assert not CountTerms(limit_minor=252).is_above(-2000, 0, 12_600, 2)
    assert (worth_minor(-1, 10_000, 2), worth_minor(3000, 12_500, 0)) == (1, 4)
