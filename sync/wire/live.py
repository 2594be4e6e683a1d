"""Messages of the live channel, both ways, as JSON objects with a `type`.

Down come `messages.Nudge` (`status`, `feeds`) and `LiveMessage`, which is a Nudge with more fields: a terminal that
knows only Nudge reads its text and confirms it. A blocked terminal keeps its line and hears nothing but its status, so
that the end of the block is heard at once. Up go Auth, Ack and SignedIn. A message with an `ack` was kept for
the receiver and comes again, on every connection, until it is confirmed: receivers recognise it by that number.
"""

from msgspec import Struct

MESSAGE, BUNDLE_REQUEST = "message", "bundle_request"
"""A person wrote; the centre asks the terminal to collect its support bundle."""

AUTH, ACK, SIGNED_IN = "auth", "ack", "signed_in"
"""What a terminal sends: a fresh access token, what it has received, who stands at it."""

PROTOCOL_NAME, TOKEN_PREFIX = "eckwms.live.1", "eckwms.token."
"""WebSocket subprotocols for clients that can set no header: the first is chosen, the second carries the token."""

BUNDLE = "/ECK/API/SYNC/BUNDLE/{request}"
"""POST a support bundle (a zip) that was asked for by the message `request`; 404 when nobody waits for it."""

BUNDLE_REFUSAL = BUNDLE + "/REFUSAL"
"""POST that a person at the till said no to the request, without a body; answers as a bundle of no bytes."""

BUNDLE_LIMIT = 4 * 1024 * 1024
"""Bytes of a support bundle."""

LIVE_MESSAGE_LIMIT = 64 * 1024
"""Bytes of any message up or down; a larger one closes the line with 1009."""

CLOSE_UNPROVEN, CLOSE_TRY_LATER = 4401, 1013
"""Prove who you are, also when a token has run out; come back in a while."""


class LiveMessage(Struct, frozen=True, kw_only=True):
    """A message that is kept until it is confirmed; `type` is MESSAGE or BUNDLE_REQUEST, `ack` is its id.

    `audience` is till, person, shop or all; `person` is the id of the one person it is for, empty for the others and
    from older centres; `sent_at` is RFC 3339; `author` is who wrote it.
    """

    type: str
    ack: str
    text: str = ""
    author: str = ""
    sent_at: str = ""
    audience: str = "till"
    person: str = ""


class Auth(Struct, frozen=True, kw_only=True, tag_field="type", tag=AUTH):
    """First message of a line that opened without a header, and later its prolongation."""

    token: str


class BundleAnswer(Struct, frozen=True, kw_only=True):
    """The centre has the bundle, or the refusal; `size` is in bytes."""

    request: str
    size: int


class Ack(Struct, frozen=True, kw_only=True, tag_field="type", tag=ACK, rename={"msg_id": "msgId"}):
    """The receiver has `ack`; `msgId` is the same, for clients of the eckWMS family."""

    ack: str
    msg_id: str


class SignedIn(Struct, frozen=True, kw_only=True, tag_field="type", tag=SIGNED_IN):
    """Who stands at the terminal now, by id; empty when nobody does. Messages to that person come here.

    A terminal says it after each `status`, since the centre believes it of the people of that shop only.
    """

    person: str
