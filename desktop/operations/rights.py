"""How far the rights at this till reach just now: by head office's signed document, and by time that nobody sets back.

A till that has no document, because its centre is older or was never reached, asks the table of permissions alone.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from weakref import WeakKeyDictionary

import msgspec
from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.rights import Note, Reach, Standing, add_steps, reach_at
from desktop.domain.shop import Shop
from desktop.operations.terminal import Terminal
from desktop.replication.rights import RENEWED_AFTER_S, Vouched, are_vouched, read_vouched
from desktop.store import rights, shops
from desktop.store.database import Database
from desktop.store.terminal import Known, read_known, save_known
from desktop.store.topics import Topic

SLACK = timedelta(hours=36)
"""A centre that was restored may know less than this till does, but never by more than a renewal and some."""


_counted: WeakKeyDictionary[Database, tuple[Note, Note]] = WeakKeyDictionary()
"""A note, and what was added to it for the entries sealed since: every permission asks, and none is read twice."""


def read_shop(connection: Connection, terminal: Terminal) -> Shop | None:
    """Give the shop's terms with how far rights reach; what roles may do is the signed word where there is one.

    The terms themselves are not signed: who takes them out of the replica is left with the signed word all the same.
    """
    shop = shops.read_shop(connection, terminal.signer.shop)
    if terminal.server_key is None:
        return shop
    standing, vouched = _stand(connection, terminal, terminal.server_key)
    if shop is None and standing == Standing():
        return None
    shop = shop or Shop(terminal.signer.shop, "", "EUR")
    if vouched is not None:
        shop = replace(shop, permissions=vouched.permissions, discount_limits=vouched.discount_limits)
    elif standing.doubt:
        shop = replace(shop, permissions={}, discount_limits={})
    return replace(shop, reach=standing.reach)


def read_standing(terminal: Terminal) -> Standing:
    """Give how far rights reach, for whoever shows it."""
    if terminal.server_key is None:
        return Standing()
    with terminal.database.reading() as connection:
        return _stand(connection, terminal, terminal.server_key)[0]


def keep(terminal: Terminal) -> None:
    """Remember a newer document, from which on time counts anew."""
    if terminal.server_key is None:
        return
    with terminal.database.reading() as connection:
        vouched = _vouched(rights.read_document(connection), terminal, terminal.server_key)
        note = _read_note(connection, terminal)
        is_newer = vouched is not None and (note is None or _at(vouched.issued_at) > _at(note.issued_at))
    if vouched is not None and is_newer:
        with terminal.database.writing(Topic.STAFF) as connection:
            _save(connection, _begin(connection, terminal, terminal.server_key, vouched))


def advance(terminal: Terminal) -> bytes:
    """Count the time up to now; gives what is to be kept outside the database, nothing where there is no document."""
    with terminal.database.reading() as connection:
        note = _read_note(connection, terminal)
        if note is None:
            return b""
        counted = _count(connection, terminal, note)
    with terminal.database.writing() as connection:
        _save(connection, counted)
    return msgspec.json.encode(counted)


def recall(terminal: Terminal, copies: Sequence[bytes]) -> None:
    """Take what was kept outside: files that were put back bring no older document and no time back."""
    with terminal.database.reading() as connection:
        kept = _read_note(connection, terminal)
        present = _count(connection, terminal, kept) if kept else None
        end = rights.read_end(connection)
    notes = [note for note in map(_read, copies) if note is not None and _is_ours(note, terminal)]
    newest = max(notes, key=_freshness, default=None)
    if newest is None or (present is not None and _freshness(newest) <= _freshness(present)):
        return
    with terminal.database.writing() as connection:
        _save(connection, replace(newest, at=iso(terminal.clock.now()), position=end))


def _freshness(note: Note) -> tuple[datetime, float]:
    return _at(note.issued_at), note.elapsed_s


def _stand(connection: Connection, terminal: Terminal, key: bytes) -> tuple[Standing, Vouched | None]:
    """Give how far rights reach, and the document where it is believed."""
    note, document = _read_note(connection, terminal), rights.read_document(connection)
    if document is None:
        return (_doubted("missing") if note else Standing()), None
    vouched = _vouched(document, terminal, key)
    if vouched is None:
        return _doubted("signature"), None
    if note is not None and _at(vouched.issued_at) < _at(note.issued_at) - SLACK:
        return _doubted("older"), None
    if note is None or _at(vouched.issued_at) > _at(note.issued_at):
        note = _begin(connection, terminal, key, vouched)
    age = timedelta(seconds=_count(connection, terminal, note).elapsed_s)
    if not are_vouched(vouched, rights.read_signed_people(connection)):
        return Standing(Reach.DOUBTED, age, "people"), vouched
    return Standing(reach_at(age), age), vouched


def _doubted(why: str) -> Standing:
    return Standing(Reach.DOUBTED, None, why)


def _vouched(document: tuple[bytes, bytes] | None, terminal: Terminal, key: bytes) -> Vouched | None:
    """Give what is signed for this shop, or None."""
    vouched = read_vouched(key, *document) if document else None
    return vouched if vouched and vouched.shop == terminal.signer.shop else None


def _begin(connection: Connection, terminal: Terminal, key: bytes, vouched: Vouched) -> Note:
    """Begin to count; a clock that is wrong just then takes no more than the age that a new document can have."""
    now = terminal.clock.now()
    elapsed_s = min(max(0.0, (now - _at(vouched.issued_at)).total_seconds()), float(RENEWED_AFTER_S))
    end = rights.read_end(connection)
    return Note(terminal.signer.shop, key.hex(), vouched.issued_at, iso(now), end, elapsed_s)


def _count(connection: Connection, terminal: Terminal, note: Note) -> Note:
    """Add the time since the note, as the entries sealed here and the clock tell it."""
    noted, counted = _counted.get(terminal.database, (note, note))
    if noted != note:
        counted = note
    sealed = rights.read_moments(connection, counted.position)
    if sealed:
        elapsed_s, last = add_steps(counted.elapsed_s, _at(counted.at), (_at(moment) for _, moment in sealed))
        counted = replace(counted, at=iso(last), position=sealed[-1][0], elapsed_s=elapsed_s)
    _counted[terminal.database] = (note, counted)
    elapsed_s, now = add_steps(counted.elapsed_s, _at(counted.at), [terminal.clock.now()])
    return replace(counted, at=iso(now), elapsed_s=elapsed_s)


def _read_note(connection: Connection, terminal: Terminal) -> Note | None:
    note = _read(read_known(connection, Known.RIGHTS).encode())
    return note if note is not None and _is_ours(note, terminal) else None


def _read(text: bytes) -> Note | None:
    try:
        return msgspec.json.decode(text, type=Note) if text else None
    except msgspec.DecodeError:
        return None


def _is_ours(note: Note, terminal: Terminal) -> bool:
    """Whether a note is of this till's present shop and centre."""
    key = terminal.server_key
    return key is not None and (note.shop, note.centre) == (terminal.signer.shop, key.hex())


def _save(connection: Connection, note: Note) -> None:
    save_known(connection, rights=msgspec.json.encode(note).decode())


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)
