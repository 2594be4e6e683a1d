"""What a route is, and what it asks of its caller; every route says it, and nothing is open by default."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

from server_stub.http.limits import BODY_LIMIT


class Access(Enum):
    """What a caller must be."""

    ANYONE = "anyone"
    DEVICE = "device"
    """A registered device, in whatever state: it may always hand in."""
    READER = "reader"
    """A device of a shop that is not blocked."""
    CLIENT = "client"
    """An active device, or an API key with the route's scope, as eckWMS clients send it."""
    PERSON = "person"
    """Somebody signed in whose role the route names, or an API key with the route's scope."""
    INSTANCE = "instance"
    """A server of the eckWMS family, by the internal API key."""


@dataclass(frozen=True, slots=True)
class Route:
    """One method of one path; `rate` names the bucket of limits it is counted in, `body_limit` is in bytes.

    `roles` are those of a person who may call it, `scope` is what an API key must have (`products:read`).
    """

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
    path: str
    access: Access
    handler: Callable[..., Any]
    rate: str = "read"
    body_limit: int = BODY_LIMIT
    roles: frozenset[str] = frozenset()
    scope: str = ""
