"""A customer is made at the till: found at once, sealed as a hash, let go of when head office says so."""

from collections.abc import Sequence
from contextlib import closing

import msgspec
import pytest

from desktop.domain.customer_data import CustomerData, KnownCustomer, parse_birthday
from desktop.domain.purse import Purse
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.operations import customers, journals, staff
from desktop.operations.terminal import Terminal
from desktop.replication.changes import apply_page
from desktop.replication.incarnations import Doubt
from desktop.replication.local_journal import LocalJournal
from desktop.replication.rebuild import rebuild
from desktop.store import attachments, journal, purses, rows
from desktop.store import customers as stored
from desktop.store.journal import HandedIn
from desktop.store.replica_file import ReplicaFile
from sync.batching import MAX_BYTES
from sync.wire import offers
from sync.wire.attachments import Attachment, fits, is_blank
from sync.wire.changes import Change
from sync.wire.messages import Cursor, Page, Projected
from tests.edges import SettableClock
from tests.operations.test_offers import tell
from tests.terminals import PIN, REPLICA

LENA = {
    "name": " Lena  Sommer ",
    "card": "2900000000026",
    "phone": "+49 170 1234567",
    "email": "lena@example.com",
    "birthday": "14.3.1980",
}


OFFICE = offers.Customer(id="o1", name="Otto", card="2900000000099", birthday="03-14")


def register(terminal: Terminal, person: Person, **typed: str) -> str:
    return customers.register_customer(terminal, person, LENA | typed, consent=True).id


def local(terminal: Terminal) -> LocalJournal:
    return LocalJournal(terminal.database, lambda *_: None, lambda *_: None)


def sent(terminal: Terminal, after_seq: int = 0, count: int = 100) -> tuple[Attachment, ...]:
    pen = local(terminal)
    return pen.read_attachments(pen.chains()[-1].incarnation, after_seq, count)


def come_back(terminal: Terminal, told: Sequence[tuple[str, object]], *, first: int = 0) -> None:
    """Let head office acknowledge everything and tell of the customers."""
    pen = local(terminal)
    chain = pen.chains()[-1]
    with terminal.database.writing() as connection:
        journal.save_handed_in(connection, HandedIn(chain.incarnation, chain.sealed_seq, b"", "", b""))
    tell(terminal, "customers:s1", *told, first=first)
    customers.settle_attachments(terminal)


def test_a_new_customer_is_found_at_once_and_the_body_holds_a_hash(terminal: Terminal, manager: Person) -> None:
    ident = register(terminal, manager)
    for text in (LENA["card"], ident, "somm", "1234567", "lena@example"):
        assert customers.find_customer(terminal, text).id == ident
    with terminal.database.reading() as connection:
        assert purses.read_purse(connection, ident) == Purse(ident, "", 0, 0, 0, 0)
        assert purses.read_purse(connection, "nobody") is None
        assert stored.read_name(connection, ident) == "Lena Sommer"
        assert stored.find_card(connection, LENA["card"]).birthday == "03-14"  # type: ignore[union-attr]
        last = list(journal.read_all(connection))[-1]
    [made] = sent(terminal)
    assert fits(made)
    assert (last.kind, made.hash.hex().encode() in last.body) == ("customer.registered", True)
    assert not any(word in last.body for word in (b"Lena", b"29000000000", b"1234567", b'"03-14"'))


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("name", " \t", "customer.name"),
        ("name", "x" * 201, "customer.long"),
        ("card", "Karte ä", "customer.card"),
        ("card", "4111111111111111", "customer.payment_card"),
        ("phone", "call me", "customer.phone"),
        ("phone", "12", "customer.phone"),
        ("email", "lena@", "mail.address"),
        ("birthday", "31.2.", "customer.birthday"),
        ("birthday", "soon", "customer.birthday"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    terminal: Terminal, manager: Person, field: str, typed: str, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        register(terminal, manager, **{field: typed})
    assert (refused.value.code, refused.value.field) == (code, field)
    assert sent(terminal) == ()


@pytest.mark.parametrize("typed", ["14.3.", "14.03", "14/3/1980", "14 3", "03-14", "1980-03-14", "14.03.1980"])
def test_a_birthday_is_read_as_people_write_it(typed: str) -> None:
    assert parse_birthday(typed) == "03-14"


def test_without_consent_or_right_or_with_anothers_card_nothing_is_kept(terminal: Terminal, manager: Person) -> None:
    with pytest.raises(Refusal) as refused:
        customers.register_customer(terminal, manager, LENA, consent=False)
    assert (refused.value.code, refused.value.field) == ("customer.consent", "consent")
    with pytest.raises(Refusal, match="may not"):
        register(terminal, staff.sign_in(terminal, "wim", PIN))
    register(terminal, staff.sign_in(terminal, "anna", PIN))
    with pytest.raises(Refusal) as taken:
        register(terminal, manager, name="Somebody else")
    assert (taken.value.code, taken.value.field) == ("customer.card_taken", "card")
    assert len(sent(terminal)) == 1


def test_a_batch_counts_what_travels_with_it_and_takes_along_what_may_be_missing(
    terminal: Terminal, manager: Person
) -> None:
    register(terminal, manager)
    pen = local(terminal)
    chain = pen.chains()[-1]
    for n in range(3):
        register(terminal, manager, card="", address="x" * 150, name=f"Lena {n}")
    assert len(pen.read_entries(chain.incarnation, 0, 1000, MAX_BYTES)) == chain.sealed_seq + 3
    last = chain.sealed_seq - 1
    whole = pen.read_entries(chain.incarnation, last, 4, MAX_BYTES)
    bare = sum(len(entry.header) + len(entry.body) + 160 for entry in whole)
    assert len(pen.read_entries(chain.incarnation, last, 4, bare)) < len(whole) == 4
    assert len(sent(terminal, last, 1)) == 1
    assert len(sent(terminal, last + 1, 1)) == 2  # its own, and the one before, of which nothing was heard
    for n in range(25):
        register(terminal, manager, card="", name=f"Lena {n}")
    assert len(sent(terminal, chain.sealed_seq + 28, 1)) == attachments.AGAIN


def test_what_may_be_missing_goes_along_with_a_later_incarnation_until_the_present_centre_has_it(
    terminal: Terminal, manager: Person
) -> None:
    ident = register(terminal, manager)
    [chain] = local(terminal).chains()
    journals.go_on_anew(terminal, Doubt(chain.incarnation, "fork", "", chain.sealed_seq))
    assert len(sent(terminal)) == 1
    told = ("customer", offers.Customer(id=ident, name="Lena Sommer", card=LENA["card"]))
    with terminal.database.writing() as connection:
        for chain in local(terminal).chains():
            journal.save_handed_in(connection, HandedIn(chain.incarnation, chain.sealed_seq, b"", "", b""))
    tell(terminal, "customers:s1", told)
    customers.settle_attachments(terminal)
    assert sent(terminal) == ()
    with closing(ReplicaFile(terminal.database.path.with_name(REPLICA), b"r" * 32)) as file, file.writing():
        file.replace("feed", [("customers:s1", "restored", 9, "t", 0, "")])
    assert len(sent(terminal)) == 1  # it had arrived, but at a centre that was put back since


def test_an_erased_customer_is_let_go_of_and_the_entry_still_verifies(terminal: Terminal, manager: Person) -> None:
    ident = register(terminal, manager)
    come_back(terminal, [("customer", offers.Customer(id=ident, name="Lena Sommer"))])
    with terminal.database.reading() as connection:
        assert attachments.list_waiting(connection) == []
    assert sent(terminal, 99) == ()
    tell(terminal, "customers:s1", ("erased", offers.Erased(id=ident)), first=5)
    customers.settle_attachments(terminal)
    [left] = sent(terminal)
    assert is_blank(left)
    with terminal.database.reading() as connection:
        assert left.hash.hex().encode() in list(journal.read_all(connection))[-1].body
        assert attachments.read_data(connection, ident) is None


def test_what_came_back_is_kept_for_a_restored_centre_and_then_blanked(
    terminal: Terminal, manager: Person, clock: SettableClock
) -> None:
    ident = register(terminal, manager)
    customers.settle_attachments(terminal)
    come_back(terminal, [("customer", offers.Customer(id=ident, name="Lena Sommer", card=LENA["card"]))])
    clock.advance(days=customers.KEPT_DAYS - 1)
    customers.settle_attachments(terminal)
    assert not is_blank(sent(terminal)[0])
    clock.advance(days=2)
    with closing(ReplicaFile(terminal.database.path.with_name(REPLICA), b"r" * 32)) as file, file.writing():
        file.replace("feed", [("customers:s1", "restored", 9, "t", 0, "")])
    customers.settle_attachments(terminal)
    assert not is_blank(sent(terminal)[0])  # another history of the centre: the days begin anew
    clock.advance(days=customers.KEPT_DAYS + 1)
    customers.settle_attachments(terminal)
    assert is_blank(sent(terminal)[0])
    assert customers.find_customer(terminal, "lena").id == ident


def test_a_rebuild_finds_the_same(terminal: Terminal, manager: Person) -> None:
    ident = register(terminal, manager)
    with terminal.database.writing() as connection:
        before = rows.dump(connection)
        rebuild(connection)
        assert rows.dump(connection) == before
    assert customers.find_customer(terminal, LENA["card"]).id == ident


def change(terminal: Terminal, person: Person, ident: str, told: KnownCustomer | None = None, **typed: str) -> None:
    known = customers.know_customer(terminal, ident, told)
    customers.change_customer(terminal, person, known, typed, consent=True)


def test_a_change_is_seen_at_once_and_the_body_names_fields_and_a_hash(terminal: Terminal, manager: Person) -> None:
    ident = register(terminal, manager)
    change(terminal, manager, ident, name="Lena Winter", card="2900000000033", phone="+49 170 7654321")
    for text in ("2900000000033", "wint", "7654321"):
        assert customers.find_customer(terminal, text).name == "Lena Winter"
    with terminal.database.reading() as connection:
        assert stored.find_card(connection, LENA["card"]) is None
        last = list(journal.read_all(connection))[-1]
        before = rows.dump(connection)
    edit = sent(terminal)[-1]
    assert (last.kind, fits(edit), edit.hash.hex().encode() in last.body) == ("customer.changed", True, True)
    assert msgspec.json.decode(last.body)["fields"] == ["name", "card", "phone"]
    assert not any(word in last.body for word in (b"Winter", b"Sommer", b"29000000000", b"7654321"))
    assert customers.know_customer(terminal, ident).data.email == LENA["email"]
    with terminal.database.writing() as connection:
        rebuild(connection)
        assert rows.dump(connection) == before


def test_a_customer_of_the_office_is_changed_and_shown_so_until_the_centre_tells_what_it_keeps(
    terminal: Terminal, manager: Person
) -> None:
    tell(terminal, "customers:s1", ("customer", OFFICE))
    assert not customers.know_customer(terminal, "o1").is_whole
    change(terminal, manager, "o1", name="Otto Neu", phone="0170 1234567")
    change(terminal, manager, "o1", birthday="1.2.")
    assert (named(terminal, "o1"), named(terminal, "otto neu")) == ("Otto Neu", "Otto Neu")
    assert customers.find_customer(terminal, "o1").birthday == "02-01"
    come_back(terminal, [("customer", OFFICE)], first=1)
    assert named(terminal, "o1") == "Otto Neu", "the page was written before the entry was booked"
    booked = local(terminal).chains()[-1]
    vector = (Projected(booked.incarnation, booked.sealed_seq, ()),)
    tell(terminal, "customers:s1", ("customer", OFFICE), first=2, vector=vector)
    assert named(terminal, "o1") == "Otto", "head office has decided otherwise"


def test_what_the_centre_has_just_told_is_what_is_changed(terminal: Terminal, manager: Person) -> None:
    tell(terminal, "customers:s1", ("customer", OFFICE))
    told = KnownCustomer("o1", CustomerData("Otto", phone="0170 1", address="Hof 1", consent_at="2026"), "", True)
    change(terminal, manager, "o1", told, phone="0170 22")
    assert customers.know_customer(terminal, "o1", told).data.phone == "0170 22"
    edit = msgspec.json.decode(sent(terminal)[-1].content)
    assert edit["edits"] == {"phone": ["0170 1", "0170 22"]}
    with pytest.raises(Refusal) as refused:
        change(terminal, manager, "o1", told, address="Hof 1")
    assert refused.value.code == "customer.unchanged"


def test_what_may_not_be_changed_is_refused(terminal: Terminal, manager: Person) -> None:
    tell(terminal, "customers:s1", ("customer", OFFICE))
    tell(terminal, "offers:s1", ("price_list", offers.PriceList(id="p1", name="Trade", starts_on="", ends_on="")))
    register(terminal, manager)
    anna = staff.sign_in(terminal, "anna", PIN)
    known = customers.know_customer(terminal, "o1")
    for person, typed, consent, code in (
        (anna, {"card": LENA["card"]}, True, "customer.card_taken"),
        (anna, {"phone": "0170 1234567"}, False, "customer.consent"),
        (anna, {"name": " "}, True, "customer.name"),
        (anna, {"price_list": "trade"}, False, "staff.approval"),
        (anna, {"price_list": "none"}, False, "customer.price_list"),
        (staff.sign_in(terminal, "wim", PIN), {"name": "Otta"}, True, "staff.right"),
    ):
        with pytest.raises(Refusal) as refused:
            customers.change_customer(terminal, person, known, typed, consent=consent)
        assert refused.value.code == code
    changed = customers.change_customer(terminal, anna, known, {"price_list": "tra"}, granter=manager)
    assert changed.price_list_id == "p1"
    with pytest.raises(Refusal) as gone:
        customers.know_customer(terminal, "nobody")
    assert gone.value.code == "customer.gone"


def test_an_erased_customer_is_not_changed_and_what_was_is_let_go_of(terminal: Terminal, manager: Person) -> None:
    tell(terminal, "customers:s1", ("customer", OFFICE))
    known = customers.know_customer(terminal, "o1")
    change(terminal, manager, "o1", phone="0170 1234567")
    erase = Change(9, "customer", "o1", deleted=True)
    told = Change(9, "erased", "o1", msgspec.Raw(msgspec.msgpack.encode(offers.Erased(id="o1"))))
    cursor = Cursor(feed="customers:s1", epoch="e", position=9, token="t")
    with closing(ReplicaFile(terminal.database.path.with_name(REPLICA), b"r" * 32)) as file:
        apply_page(file, Page(cursor=cursor, from_position=1, more=False, changes=(erase, told)))
    customers.settle_attachments(terminal)
    assert is_blank(sent(terminal)[-1])
    with pytest.raises(Refusal) as gone:
        customers.change_customer(terminal, manager, known, {"name": "Otto again"}, consent=True)
    assert gone.value.code == "customer.gone"


def named(terminal: Terminal, text: str) -> str:
    return customers.find_customer(terminal, text).name
