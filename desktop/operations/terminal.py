"""What every operation needs: the database, the clock, and who seals."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from sqlalchemy import Connection

from desktop.domain.clock import Clock, iso
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.domain.staff import Person
from desktop.replication import recording
from desktop.replication.facts import Event, to_fact
from desktop.replication.recording import Signer
from desktop.store import journal, shops
from desktop.store.database import Database
from desktop.store.journal import Head
from desktop.store.terminal import Known, read_known


class Outside(Protocol):
    """A few bytes kept outside the database; trouble with them is its own, for they are only the second copy."""

    def read(self) -> bytes:
        """Give what was written last; empty when there is nothing."""

    def write(self, content: bytes) -> None:
        """Keep them."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """This terminal at work; `name` is printed on receipts.

    `uptime_s` is the machine's time since its start, which nobody sets; `tries` keeps wrong PINs outside the database.
    `server_key` is the centre's pinned public key, None before there is one.
    """

    database: Database
    clock: Clock
    signer: Signer
    name: str
    tries: Outside | None = None
    uptime_s: Callable[[], float] = monotonic
    server_key: bytes | None = None

    def record(self, connection: Connection, event: Event, person: Person) -> Head:
        """Seal and project what has happened, inside the operation's transaction."""
        fact = to_fact(event)
        return recording.record(connection, self.signer, fact, actor=person.id, occurred_at=iso(self.clock.now()))


def require_open(connection: Connection) -> None:
    """Refuse what a terminal may not do that is not enrolled, or that the centre has blocked.

    Refusals `terminal.unenrolled`, `terminal.blocked`.
    """
    if read_known(connection, Known.STATE) == "blocked":
        raise Refusal("terminal.blocked", "This till was blocked by head office.", "Ask your administrator.")
    if journal.read_head(connection) is None:
        raise Refusal("terminal.unenrolled", "This till is not registered yet.", "Register it with head office.")


def require_shop(connection: Connection, terminal: Terminal) -> Shop:
    """Give the shop's terms. Refusal `terminal.no_goods` before the first contact with the centre."""
    shop = shops.read_shop(connection, terminal.signer.shop)
    if shop is None:
        raise Refusal("terminal.no_goods", "This till has no goods and prices yet.", "Connect it to head office once.")
    return shop
