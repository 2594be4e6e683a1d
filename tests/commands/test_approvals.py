"""Write-offs above what somebody may book alone: they wait, move nothing, and somebody else decides."""

from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from desktop.commands import approvals, stock, tasks
from desktop.domain.refusal import Refusal
from desktop.domain.task import TaskKind
from desktop.operations import staff
from desktop.operations import tasks as operation
from desktop.operations.terminal import Terminal
from desktop.replication.changes import apply_page
from desktop.replication.rebuild import rebuild
from desktop.station import Station
from desktop.store import approvals as stored
from desktop.store import journal
from desktop.store.photo_tables import photo_entry
from desktop.store.replica_file import ReplicaFile
from sync.wire.approvals import Approval
from sync.wire.changes import Change, Shop
from sync.wire.facts import decode_fact
from sync.wire.goods_facts import GoodsMoved
from sync.wire.messages import Cursor, Page
from sync.wire.stock_terms import StockTerms, WriteOffReason
from tests.commands.test_counts import sign_in
from tests.commands.test_papers import make_station
from tests.core import terminal  # noqa: F401 - fixture
from tests.photo_files import write_picture
from tests.terminals import EGGS, ENGLISH, MILK, PIN, REPLICA, shop_terms


@pytest.fixture
def wim(terminal: Terminal, tmp_path: Path) -> Station:  # noqa: F811
    """A warehouse worker who may write off 10.00; a carton of eggs is worth 3.49."""
    tell(terminal, limited("allowed 10"))
    return make_station(sign_in(terminal, "wim"), tmp_path)


def limited(rule: str) -> Shop:
    """The shop, in which warehouse workers adjust stock by this rule."""
    return msgspec.structs.replace(shop_terms(ENGLISH), permissions={"adjust_stock": {"warehouse_worker": rule}})


def tell(till: Terminal, row: Shop | Approval) -> None:
    """Bring a row as the feed does."""
    replica = ReplicaFile(till.database.path.parent / REPLICA, b"r" * 32)
    entity = "shop" if isinstance(row, Shop) else "approval"
    change = Change(100, entity, row.id, msgspec.Raw(msgspec.msgpack.encode(row)))
    cursor = Cursor(feed="shop:s1", epoch="e", position=200, token="t")
    apply_page(replica, Page(cursor=cursor, from_position=99, more=False, changes=(change,)))
    replica.close()


def held(station: Station, item: str = EGGS) -> float:
    return float(stock.show(station, item=item)["items"][0]["on_hand"])


def write_off(station: Station, times: int, item: str = EGGS) -> dict[str, object]:
    return tasks.work(station, kind="write_off", scans=[f"{times}*{item}"], reason="broken")


def refused(station: Station, choice: str, document: object) -> str:
    with pytest.raises(Refusal) as caught:
        approvals.decide(station, document=str(document), choice=choice)
    return caught.value.code


def test_up_to_the_limit_it_is_booked_above_it_waits_and_moves_nothing(wim: Station) -> None:
    before = held(wim)
    assert "waits" not in write_off(wim, 2)
    told = write_off(wim, 3)
    assert told["waits"] is True
    assert held(wim) == before - 2
    with wim.terminal.database.writing() as connection:
        rebuild(connection)
    (waiting,) = approvals.show(wim)["approvals"]
    assert (waiting["document"], waiting["worth"], waiting["own"]) == (told["document"], "10.47", True)
    assert [(line["place"], line["change"]) for line in waiting["lines"]] == [("shelf", "-3")]
    assert refused(wim, "approve", told["document"]) == "approval.own"
    sign_in(wim.terminal, "anna")
    assert approvals.show(wim)["approvals"] == []
    assert refused(wim, "approve", told["document"]) == "staff.right"
    sign_in(wim.terminal, "mira")
    assert approvals.decide(wim, document=str(told["document"]), choice="approve")["moves"] == 1
    assert held(wim) == before - 5
    with wim.terminal.database.writing() as connection:
        rebuild(connection)
    assert (held(wim), approvals.show(wim)["approvals"]) == (before - 5, [])
    assert refused(wim, "decline", told["document"]) == "approval.gone"


def strict_terms(negative: str = "warn") -> Shop:
    """The shop, which has a list of reasons: breakage wants a note and a photo, theft somebody's word."""
    reasons = (
        WriteOffReason(name="Broken", needs_note=True, needs_photo=True),
        WriteOffReason(name="Stolen", needs_grant=True),
    )
    return msgspec.structs.replace(shop_terms(ENGLISH), stock_terms=StockTerms(negative=negative, reasons=reasons))


def refusal(station: Station, reason: str, *scans: str, note: str = "") -> str:
    with pytest.raises(Refusal) as caught:
        tasks.work(station, kind="write_off", scans=scans, reason=reason, note=note)
    return caught.value.code


def test_a_reason_gets_what_head_office_wants_of_it(wim: Station, tmp_path: Path) -> None:
    tell(wim.terminal, strict_terms())
    before = held(wim)
    photo = f"CMD:PHOTO={write_picture(tmp_path / 'a.jpg', seed=1)}"
    assert refusal(wim, "Boredom", EGGS) == "task.reason_unknown"
    assert refusal(wim, "broken", EGGS) == "task.note"
    assert refusal(wim, "broken", EGGS, note="Fell down") == "task.photo"
    scans = [EGGS, "CMD:DAMAGED", photo]
    told = tasks.work(wim, kind="write_off", scans=scans, reason="broken", note="Fell down")
    assert held(wim) == before - 1
    with wim.terminal.database.reading() as connection:
        *_, sealed = journal.read_all(connection, 0)
        assert len(list(connection.execute(select(photo_entry.c.hash)))) == 1
    fact = decode_fact(sealed.kind, 1, sealed.body)
    assert isinstance(fact, GoodsMoved)
    assert (fact.document_id, fact.reason, fact.note) == (told["document"], "Broken", "Fell down")
    assert [(one.kind, len(one.photos)) for one in fact.deviations] == [("damaged", 1)]
    waiting = tasks.work(wim, kind="write_off", scans=[EGGS], reason="Stolen")
    assert (waiting["waits"], held(wim)) == (True, before - 1)
    sign_in(wim.terminal, "mira")
    approvals.decide(wim, document=str(waiting["document"]), choice="approve")
    assert held(wim) == before - 2


@pytest.mark.parametrize("negative", ["allow", "warn", "forbid"])
def test_a_shop_says_whether_documents_take_what_the_books_do_not_have(wim: Station, negative: str) -> None:
    tell(wim.terminal, msgspec.structs.replace(shop_terms(ENGLISH), stock_terms=StockTerms(negative=negative)))
    here, there = ("shelf", f"{int(held(wim)) + 1}*{EGGS}", "receiving"), float(held(wim))
    if negative == "forbid":
        with pytest.raises(Refusal, match="do not have that much"):
            tasks.work(wim, kind="move", scans=here)
        assert held(wim) == there
        tasks.work(wim, kind="move", scans=("shelf", f"{int(there)}*{EGGS}", "receiving"))
    else:
        assert tasks.work(wim, kind="move", scans=here)["lines"][0]["quantity"] == f"{int(there) + 1}"


def test_what_is_declined_or_taken_back_never_moves(wim: Station) -> None:
    before = held(wim, MILK)
    taken_back, declined = (write_off(wim, 10, MILK)["document"] for _ in range(2))
    approvals.decide(wim, document=str(taken_back), choice="decline")
    assert refused(wim, "perhaps", declined) == "approval.choice"
    sign_in(wim.terminal, "mira")
    approvals.decide(wim, document=str(declined), choice="decline", note="Count first")
    assert (held(wim, MILK), approvals.show(wim)["approvals"]) == (before, [])


def test_somebody_else_allows_it_at_once_and_stands_in_the_document(wim: Station) -> None:
    before, person = held(wim), staff.signed_in(wim.terminal)
    task = operation.open_task(wim.terminal, person, TaskKind.WRITE_OFF, reason="broken")
    for _ in range(4):
        tasks.take_line(tasks.read_codes(wim.terminal), task.id, EGGS, partial=False)
    with pytest.raises(Refusal) as caught:
        operation.post_task(wim.terminal, person, task.id)
    assert caught.value.code == "staff.approval"
    with wim.terminal.database.reading() as connection:
        assert stored.list_approvals(connection) == []
    right = operation.RIGHTS[TaskKind.WRITE_OFF]
    granter = staff.grant(wim.terminal, "mira", PIN, right, amount_minor=1396)
    document = operation.post_task(wim.terminal, person, task.id, granter=granter)
    assert (document.granted_by, document.waits, held(wim)) == ("mira", False, before - 4)


def test_who_has_to_ask_for_everything_may_begin_and_an_adjustment_waits_too(wim: Station) -> None:
    tell(wim.terminal, limited("approval"))
    assert write_off(wim, 1)["waits"] is True
    assert stock.adjust(wim, items=[f"{EGGS}=4"], reason="found")["waits"] is True
    sign_in(wim.terminal, "mira")
    lines = [line["change"] for one in approvals.show(wim)["approvals"] for line in one["lines"]]
    assert lines == ["-1", "4"]


def test_what_another_till_asked_comes_with_the_feed(wim: Station) -> None:
    told = write_off(wim, 3)
    with wim.terminal.database.reading() as connection:
        (own,) = stored.list_approvals(connection)
    assert own.id == told["document"]
    other = msgspec.convert(own, Approval, from_attributes=True)
    other = msgspec.structs.replace(other, id="d-2", actor="anna")
    tell(wim.terminal, other)
    sign_in(wim.terminal, "mira")
    assert [one["document"] for one in approvals.show(wim)["approvals"]] == [own.id, "d-2"]
