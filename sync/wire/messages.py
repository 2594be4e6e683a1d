"""Requests and answers between a terminal and the centre.

Small ones travel as JSON; PUSH and PAGE bodies as msgpack, compressed with zstd when `Content-Encoding` says so.
"""

import json

from msgspec import Struct

from sync.chain import Entry
from sync.wire.attachments import Attachment
from sync.wire.changes import Change

PROTOCOL = 1
MSGPACK = "application/msgpack"

REGISTER = "/ECK/API/DEVICE/REGISTER"
REGISTER_NONCE = "/ECK/API/AUTH/DEVICE-CHALLENGE"
"""GET gives a Challenge whose nonce a Registration signs with the rest."""
STATUS = "/ECK/API/DEVICE/{device}/STATUS"
AUTH_DEVICE = "/ECK/API/AUTH/DEVICE"
"""GET ?deviceId= gives a Challenge; POST DeviceProof gives Tokens."""
AUTH_REFRESH = "/ECK/API/AUTH/REFRESH"
"""POST Renewal gives Tokens."""
PUSH = "/ECK/API/SYNC/JOURNAL"
HEAD = "/ECK/API/SYNC/JOURNAL/HEAD"
"""GET ?incarnation= gives a HeadAnswer: where the centre stands with this chain."""
CHAINS = "/ECK/API/SYNC/JOURNAL/CHAINS"
"""GET gives HeldChains: every chain of the calling terminal that the centre holds."""
ENTRIES = "/ECK/API/SYNC/JOURNAL/ENTRIES"
"""GET ?incarnation=&after=&hash=&limit= gives Recalled: the terminal's own entries behind one that it names."""
FEEDS = "/ECK/API/SYNC/FEEDS"
PAGE = "/ECK/API/SYNC/FEEDS/{feed}"
"""GET ?epoch=&position=&token=&limit= gives a Page; 410 when the cursor is older than the tombstones or unknown."""
SNAPSHOT = "/ECK/API/SYNC/SNAPSHOT"
SNAPSHOT_FILE = "/ECK/API/SYNC/SNAPSHOT/{hash}"
LIVE = "/ECK/LIVE"


class Registration(Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True):
    """A device asks to be known; `signature` covers `registration_message` (eckWMS device protocol)."""

    device_id: str
    device_public_key: str
    signature: str
    device_name: str = ""
    timestamp: int = 0
    invite_token: str = ""
    nonce: str = ""


class RegistrationAnswer(Struct, frozen=True, kw_only=True):
    """What the centre knows of the device; `state` is in `status`: active, pending or blocked."""

    success: bool
    status: str
    device_uuid: str
    message: str = "Device registered"
    token: str = ""
    shop: str = ""
    receipt_prefix: str = ""
    server_public_key: str = ""


class DeviceStatus(Struct, frozen=True, kw_only=True, rename="camel"):
    """Answer of the status route, which eckWMS clients ask every 30 s."""

    success: bool
    device_id: str
    status: str
    last_seen: str | None = None
    shop: str = ""
    receipt_prefix: str = ""


class Challenge(Struct, frozen=True, kw_only=True):
    """A nonce that is valid once and for a short time."""

    nonce: str
    expires_in: int


class DeviceProof(Struct, frozen=True, kw_only=True, rename="camel"):
    """The device's answer to a challenge: standard base64 of the signature over `auth_message`."""

    device_id: str
    nonce: str
    signature: str


class Tokens(Struct, frozen=True, kw_only=True):
    """Bearer tokens; `expires_in` seconds is the life of `access`."""

    access: str
    refresh: str
    expires_in: int
    status: str = "active"


class Renewal(Struct, frozen=True, kw_only=True):
    """Body of the refresh route; the token is valid once. Answered by Tokens; 401 sends a device to the challenge."""

    refresh: str


class Batch(Struct, frozen=True, kw_only=True):
    """Consecutive entries of one incarnation, oldest first; `first_seq` is the number of the first.

    `attachments` are those that the entries name, and earlier ones of which it is not known that they have arrived.
    """

    protocol: int = PROTOCOL
    incarnation: str
    first_seq: int
    entries: tuple[Entry, ...]
    attachments: tuple[Attachment, ...] = ()


class SignedHead(Struct, frozen=True, kw_only=True):
    """The centre's word that it holds a chain up to here; `signature` covers `chain.head_message`."""

    incarnation: str
    seq: int
    hash: bytes
    received_at: str
    signature: bytes


class PushAnswer(Struct, frozen=True, kw_only=True):
    """Where the centre stands: `outcome` is landed, gap (send from `acked_seq` + 1) or fork (two copies have written).

    A terminal whose own journal ends before `acked_seq` is rewound: it finds that out by itself.
    """

    outcome: str
    acked_seq: int
    epoch: str
    head: SignedHead | None = None
    quarantined: tuple[int, ...] = ()


class HeadAnswer(Struct, frozen=True, kw_only=True):
    """The centre's acknowledged number and hash (hex) of one incarnation; 0 and empty when it has none."""

    incarnation: str
    seq: int
    hash: str
    epoch: str


class Held(Struct, frozen=True, kw_only=True):
    """One branch of an incarnation as the centre holds it, up to (`seq`, `hash` in hex).

    The rest is what its `journal.opened` says, empty until the centre has projected that entry.
    """

    incarnation: str
    branch: int
    seq: int
    hash: str
    receipt_prefix: str = ""
    parent_incarnation: str = ""
    parent_seq: int = 0
    parent_hash: str = ""


class HeldChains(Struct, frozen=True, kw_only=True):
    """Every chain of one terminal, in the order in which the centre met them."""

    epoch: str
    chains: tuple[Held, ...]


class Recalled(Struct, frozen=True, kw_only=True):
    """Consecutive entries of one incarnation behind the one that was named; none when that one is not here."""

    incarnation: str
    entries: tuple[Entry, ...]
    more: bool = False


class Cursor(Struct, frozen=True, kw_only=True):
    """A place in a feed; `token` proves that the position was reached on this centre's own history."""

    feed: str
    epoch: str
    position: int
    token: str


class Projected(Struct, frozen=True, array_like=True):
    """Up to which number an incarnation's entries are in the centre's figures; `missing` ones below are not."""

    incarnation: str
    seq: int
    missing: tuple[int, ...] = ()


class Page(Struct, frozen=True, kw_only=True):
    """Changes after a cursor, in order of position; `cursor` is the place after them.

    `digest` is what the rows of the whole feed add up to at the cursor (digest.py); None where `more` is to come or
    rows wait to be numbered.
    """

    protocol: int = PROTOCOL
    cursor: Cursor
    from_position: int
    more: bool
    changes: tuple[Change, ...]
    vector: tuple[Projected, ...] = ()
    digest: int | None = None


class FeedList(Struct, frozen=True, kw_only=True):
    """The feeds this terminal may read and how far each goes."""

    cursors: tuple[Cursor, ...]


class Manifest(Struct, frozen=True, kw_only=True):
    """A prepared replica file: SHA-256 (hex) and size of the file as sent, its key and the cursors inside.

    `key` is the raw 32-byte SQLCipher key in hex; `signature` is the centre's over `manifest_message`.
    """

    schema: int
    hash: str
    size: int
    key: str
    cursors: tuple[Cursor, ...]
    signature: bytes


class Nudge(Struct, frozen=True, kw_only=True):
    """A live message: something is there to pull, the device's state changed, or a person wrote."""

    type: str
    feeds: tuple[str, ...] = ()
    status: str = ""
    text: str = ""
    ack: str = ""


def registration_message(device_id: str, public_key: str, nonce: str = "") -> bytes:
    """Bytes a registration signs: compact JSON in fixed order, slashes not escaped (eckWMS device protocol)."""
    values = {"deviceId": device_id, "devicePublicKey": public_key} | ({"nonce": nonce} if nonce else {})
    return json.dumps(values, separators=(",", ":"), ensure_ascii=False).encode()


def auth_message(device_id: str, nonce: str) -> bytes:
    """Bytes a device signs to get tokens."""
    return b"eckwms.auth.1\x00" + device_id.encode() + b"\x00" + nonce.encode()


def manifest_message(manifest: Manifest) -> bytes:
    """Bytes the centre signs for a snapshot."""
    cursors = "\n".join(f"{c.feed} {c.epoch} {c.position} {c.token}" for c in manifest.cursors)
    return f"eckwms.snapshot.1\x00{manifest.schema} {manifest.hash} {manifest.size}\n{cursors}".encode()
