"""Parked tickets across the line: a cart that a till put aside, told to the other tills of its shop.

A ticket is no fact: it is work in hand, kept at the centre while it waits. It goes by the id of the cart that was
parked first, whichever till parks it again. Its `revision` goes up with whatever happens to it, and who knew an older
one has not seen the newest. The feed `receipts:<shop>` carries the tickets, since it is never part of a snapshot.
"""

from typing import Literal

from msgspec import Struct

PARKED = "/ECK/API/SYNC/PARKED"
"""POST an Offer."""
PARKED_TAKE, PARKED_DROP = PARKED + "/TAKE", PARKED + "/DROP"
"""POST a Claim: it is opened by the calling till; it is sold or given up there. All answer with a TicketAnswer."""

TicketState = Literal["yours", "taken", "gone", "unknown"]


class Offer(Struct, frozen=True, kw_only=True):
    """A ticket as the till that parked it has it; `total_minor` and `lines` are for the list.

    `cart` is JSON of a `version` of the terminal's; a till lists a ticket of a later version and does not open it.

    `name` is what a person called it, `valid_until` the last day of a quote (ISO 8601), both empty without one.
    """

    id: str
    parked_at: str
    lines: int
    total_minor: int
    currency: str
    version: int
    cart: str
    name: str = ""
    valid_until: str = ""


class Parked(Struct, frozen=True, kw_only=True):
    """A row of the feed: an Offer, whose it is, and which till has opened it; tills by their own ids and by name."""

    id: str
    revision: int
    device: str
    till: str
    parked_at: str
    lines: int
    total_minor: int
    currency: str
    version: int
    cart: str
    name: str = ""
    valid_until: str = ""
    taken_by: str = ""
    taken_till: str = ""
    taken_at: str = ""


class Claim(Struct, frozen=True, kw_only=True):
    """The ticket of this id. A `revision` above 0 is the one that the caller opened on its own: of a later one it has
    not seen what was added."""

    id: str
    revision: int = 0


class TicketAnswer(Struct, frozen=True, kw_only=True):
    """What came of it: `yours` is done; `taken` is at `till`; `gone` was sold or given up; `unknown` was never here.

    A take that is done brings the ticket in its newest form.
    """

    state: TicketState
    revision: int = 0
    till: str = ""
    ticket: Parked | None = None
