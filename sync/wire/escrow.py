"""A terminal that is lost and its successor: the database's key at the centre, and what a new machine goes on from."""

from msgspec import Struct

ESCROW = "/ECK/API/DEVICE/ESCROW"
"""PUT Escrow keeps the calling terminal's database key; GET gives it back, 404 when there is none."""
SUCCESSION = "/ECK/API/DEVICE/SUCCESSION"
"""POST SuccessionQuestion gives Succession: which terminal a token of its own is for. The token is not used up."""
RETIRE = "/ECK/API/DEVICE/RETIRE"
"""POST ends the calling terminal's service; it may hand in nothing more than it has."""


class Escrow(Struct, frozen=True, kw_only=True):
    """The raw 32-byte key of the terminal's database, in hex; never the key it signs with."""

    key: str


class SuccessionQuestion(Struct, frozen=True, kw_only=True, rename="camel"):
    """An enrolment token that was issued for one terminal, and the name of that terminal, to be sure."""

    invite_token: str
    name: str


class Succession(Struct, frozen=True, kw_only=True):
    """The terminal that is taken over: its last chain's head, and counters that must not go back; keys in hex.

    `keys` are those with which it has signed so far. `hash` is hex; an empty incarnation: nothing was handed in.
    """

    device_id: str
    name: str
    shop: str
    keys: tuple[str, ...]
    incarnation: str = ""
    seq: int = 0
    hash: str = ""
    receipt_prefix: str = ""
    last_receipt_no: int = 0
    last_shift_no: int = 0
    grand_total_minor: int = 0
