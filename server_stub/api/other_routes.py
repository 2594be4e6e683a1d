"""Routes that the description names beside the endpoints: how tokens are got, messages, connections."""

from dataclasses import dataclass, field
from typing import Any, Literal

from msgspec import Struct

from server_stub.identity.routes import LOGIN, LOGOUT
from server_stub.identity.sign_in import Credentials, SignedIn
from server_stub.live.message_routes import CONNECTIONS, MESSAGES, NewMessage
from sync.wire import messages
from sync.wire.messages import Challenge, DeviceProof, Renewal, Tokens

Security = list[dict[str, list[str]]]
BEARER: Security = [{"bearer": []}]
EITHER: Security = [{"bearer": []}, {"key": []}]
_TEXT = {"type": "string"}
_LIMIT = {"type": "integer", "minimum": 1, "maximum": 500}


class Done(Struct, frozen=True, kw_only=True):
    """It is done."""

    success: bool


class Nonce(Struct, frozen=True, kw_only=True):
    """A nonce for a registration; it holds for so many seconds."""

    success: bool
    nonce: str
    expires_in: int


@dataclass(frozen=True, slots=True)
class Other:
    """A route by hand: what it takes and gives; `query` is name -> (required, schema)."""

    method: Literal["get", "post"]
    path: str
    tag: str
    summary: str
    answer: Any
    refuses: set[int]
    body: Any = None
    query: dict[str, tuple[bool, dict[str, Any]]] = field(default_factory=dict)
    security: Security = field(default_factory=list)
    status: int = 200


OTHERS = (
    Other(
        "get",
        messages.AUTH_DEVICE,
        "auth",
        "Ask for a nonce that a device signs to get tokens",
        Challenge,
        {400},
        query={"deviceId": (True, {"type": "string", "pattern": r"^[^\u0000-\u001f\u007f]{1,64}$"})},
    ),
    Other(
        "post",
        messages.AUTH_DEVICE,
        "auth",
        "Give tokens for a signed nonce",
        Tokens,
        {400, 401, 403, 404, 413},
        DeviceProof,
    ),
    Other("get", "/ECK/API/AUTH/DEVICE-CHALLENGE", "auth", "Ask for a nonce that a registration signs", Nonce, set()),
    Other("post", messages.AUTH_REFRESH, "auth", "Exchange a refresh token, once", Tokens, {400, 401, 413}, Renewal),
    Other("post", LOGIN, "auth", "Give tokens for login and password", SignedIn, {400, 401, 413}, Credentials),
    Other(
        "post",
        LOGOUT,
        "auth",
        "End the sign-in of this access token",
        Done,
        {400, 401, 403, 413},
        security=BEARER,
    ),
    Other(
        "get",
        MESSAGES,
        "messages",
        "List sent messages, the newest first",
        dict[str, Any],
        {400, 401, 403},
        query={"before": (False, _TEXT), "limit": (False, _LIMIT)},
        security=EITHER,
    ),
    Other(
        "post",
        MESSAGES,
        "messages",
        "Send a message, or ask a till for its support bundle",
        dict[str, Any],
        {400, 401, 403, 404, 413},
        NewMessage,
        security=EITHER,
    ),
    Other(
        "get",
        CONNECTIONS,
        "connections",
        "Tell who is connected",
        dict[str, Any],
        {400, 401, 403},
        query={"after": (False, _TEXT), "limit": (False, _LIMIT)},
        security=EITHER,
    ),
)
