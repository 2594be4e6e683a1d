"""What was set aside for codes that nobody knew: it books itself once when they are known, whoever made them so."""

from pathlib import Path

import msgspec
import pytest

from desktop.commands import approvals, parked_codes, stock, tasks
from desktop.domain.refusal import Refusal
from desktop.operations import task_codes
from desktop.operations.parked_codes import book_parked
from desktop.operations.terminal import Terminal
from desktop.replication.changes import apply_page
from desktop.station import Station
from desktop.store import journal
from desktop.store import tasks as kept
from desktop.store.replica_file import ReplicaFile
from sync.wire.changes import Change, Code, Product
from sync.wire.facts import decode_fact
from sync.wire.messages import Cursor, Page
from tests.commands.test_approvals import limited, tell
from tests.commands.test_counts import sign_in
from tests.commands.test_papers import make_station
from tests.core import terminal  # noqa: F401 - fixture
from tests.terminals import EGGS, MILK, REPLICA, UNKNOWN

OTHER = "5000000000005"


@pytest.fixture
def wim(terminal: Terminal, tmp_path: Path) -> Station:  # noqa: F811
    """A warehouse worker who may write off 10.00."""
    tell(terminal, limited("allowed 10"))
    return make_station(sign_in(terminal, "wim"), tmp_path)


def told_of(station: Station, code: str) -> None:
    """Head office gives a code to new goods, of 5.00 a piece; it comes with the feed."""
    row = Product(
        id="new", sku="NEW", name="New", unit="pcs", price_e4=50_000, rate_ppm=0, category="", codes=(Code(code),)
    )
    replica = ReplicaFile(station.terminal.database.path.parent / REPLICA, b"r" * 32)
    change = Change(500, "product", "new", msgspec.Raw(msgspec.msgpack.encode(row)))
    cursor = Cursor(feed="catalogue", epoch="e", position=500, token="t")
    apply_page(replica, Page(cursor=cursor, from_position=499, more=False, changes=(change,)))
    replica.close()


def held(station: Station, sku: str = "NEW") -> list[tuple[str, str]]:
    (item,) = stock.show(station, item=sku)["items"]
    return [(row["place"], row["on_hand"]) for row in item["places"]]


def documents(station: Station) -> int:
    with station.terminal.database.reading() as connection:
        return [sealed.kind for sealed in journal.read_all(connection, 0)].count("goods.moved")


def in_hand(station: Station) -> list[tuple[str, bool]]:
    with station.terminal.database.reading() as connection:
        return [(task.id, task.aside) for task in kept.list_open(connection)]


def test_it_is_booked_once_by_whoever_scanned_it_when_the_feed_brings_the_code(wim: Station) -> None:
    told = tasks.work(wim, kind="receive", scans=[EGGS, "SHELF", f"2*{UNKNOWN}"], partial=True)
    assert in_hand(wim) == [(told["parked"], True)]
    assert book_parked(wim.terminal) == []
    told_of(wim, UNKNOWN)
    sign_in(wim.terminal, "anna")
    (booked,) = book_parked(wim.terminal)
    assert (booked.document_id, held(wim), in_hand(wim)) == (told["parked"], [("shelf", "2")], [])
    with wim.terminal.database.reading() as connection:
        sealed = journal.read_last_of(connection, "goods.moved")
    assert sealed is not None
    assert sealed.actor == "wim"
    assert (book_parked(wim.terminal), documents(wim)) == ([], 2)


def test_the_power_goes_between_the_code_and_the_document(wim: Station) -> None:
    told = tasks.work(wim, kind="receive", scans=[EGGS, UNKNOWN], partial=True)
    told_of(wim, UNKNOWN)
    assert task_codes.learn(wim.terminal, task_codes.read_codes(wim.terminal), told["parked"]) == 0
    (booked,) = parked_codes.parked(wim)["booked"]
    assert (booked, held(wim)) == (told["parked"], [("receiving", "1")])


def test_a_case_of_nobody_knows_how_many_waits_until_somebody_counts_what_is_in_it(wim: Station) -> None:
    case, label = "14601234567890", "]C101146012345678901730123110L7"
    scans = [MILK, f"2*{case}", "SHELF", label]
    with pytest.raises(Refusal, match="a case of Eggs"):
        tasks.work(wim, kind="receive", scans=scans)
    told = tasks.work(wim, kind="receive", scans=scans, partial=True)
    (waiting,) = parked_codes.parked(wim)["tasks"]
    assert (told["unknown"], waiting["codes"]) == ([scans[1], label], [case, label])
    assert [(one["code"], one["sku"]) for one in waiting["cases"]] == [(case, "EGGS"), (label, "EGGS")]
    with pytest.raises(Refusal, match="more than one piece"):
        parked_codes.bind(wim, code=case, item="EGGS")
    (booked,) = parked_codes.bind(wim, code=label, item="EGGS", pack="12")["booked"]
    assert [(one["to"], one["lot"], one["expiry"], one["quantity"]) for one in booked["lines"]] == [
        ("receiving", "", "", "24"),
        ("shelf", "L7", "2030-12-31", "12"),
    ]
    with wim.terminal.database.reading() as connection:
        bound = journal.read_last_of(connection, "code.bound")
    assert bound is not None
    assert msgspec.json.decode(bound.body)["code"] == case, "the number of the goods, not all that the label says"


def test_the_code_that_marks_a_piece_is_kept_as_it_was_scanned(wim: Station) -> None:
    eggs, new = [f"01{code.zfill(14)}21S-1\x1d91EE06\x1d92aB/+==" for code in (EGGS, OTHER)]
    told = tasks.work(wim, kind="receive", scans=[f"]d2{eggs}", f"]d2{new}"], partial=True)
    with pytest.raises(Refusal, match="The piece S-1 was scanned already"):
        tasks.keep_line(tasks.read_codes(wim.terminal), told["parked"], f"]d2{new}", partial=True)
    with pytest.raises(Refusal, match="have the piece S-1 already, at receiving"):
        tasks.work(wim, kind="receive", scans=[f"]d2{eggs}"])
    told_of(wim, OTHER)
    assert parked_codes.parked(wim)["booked"] == [told["parked"]]
    with wim.terminal.database.reading() as connection:
        sealed = [one for one in journal.read_all(connection, 0) if one.kind == "goods.moved"]
    moves = [decode_fact(one.kind, one.version, one.body).moves for one in sealed]  # type: ignore[union-attr]
    assert [(move.product_id, move.lot, move.marks) for (move,) in moves] == [
        ("eggs", "S-1", (eggs,)),
        ("new", "S-1", (new,)),
    ]


def test_what_somebody_goes_on_with_is_theirs_to_finish(wim: Station) -> None:
    told = tasks.work(wim, kind="receive", scans=[EGGS, UNKNOWN], partial=True)
    tasks.take_line(tasks.read_codes(wim.terminal), told["parked"], MILK, partial=False)
    told_of(wim, UNKNOWN)
    assert parked_codes.parked(wim)["booked"] == []
    assert in_hand(wim) == [(told["parked"], False)]
    lines = parked_codes.parked(wim, post=told["parked"])["lines"]
    assert [line["sku"] for line in lines] == ["NEW", "MILK"]


def test_who_scanned_it_may_not_any_more_so_a_person_finishes_it(wim: Station) -> None:
    told = tasks.work(wim, kind="receive", scans=[EGGS, UNKNOWN], partial=True)
    strict = msgspec.structs.replace(limited("allowed"), permissions={"move_goods": {"warehouse_worker": "denied"}})
    tell(wim.terminal, strict)
    told_of(wim, UNKNOWN)
    assert book_parked(wim.terminal) == []
    assert in_hand(wim) == [(told["parked"], True)]
    sign_in(wim.terminal, "mira")
    assert parked_codes.parked(wim, post=told["parked"])["document"] == told["parked"]


def test_write_offs_wait_for_codes_too_and_then_for_an_approval_above_the_limit(wim: Station) -> None:
    with pytest.raises(Refusal):
        tasks.work(wim, kind="write_off", scans=[EGGS, UNKNOWN], reason="broken")
    cheap = tasks.work(wim, kind="write_off", scans=[EGGS, UNKNOWN], reason="broken", partial=True)
    dear = tasks.work(wim, kind="write_off", scans=[EGGS, f"3*{UNKNOWN}", OTHER], reason="broken", partial=True)
    told_of(wim, UNKNOWN)
    assert parked_codes.parked(wim)["booked"] == [cheap["parked"]]
    assert held(wim) == [("shelf", "-1")]
    parked_codes.bind(wim, code=OTHER, item="EGGS")
    (waiting,) = approvals.show(wim)["approvals"]
    assert (waiting["document"], waiting["worth"], in_hand(wim)) == (dear["parked"], "18.49", [])
    assert held(wim) == [("shelf", "-1")]
