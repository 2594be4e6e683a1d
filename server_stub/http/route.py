"""What a route is, and what it asks of its caller; every route says it, and nothing is open by default."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

from server_stub.http.limits import BODY_LIMIT
from server_stub.identity.callers import ROLES


class Access(Enum):
    """What a caller must be."""

    ANYONE = "anyone"
    DEVICE = "device"
    """A registered device, in whatever state: it may always hand in."""
    READER = "reader"
    """A device of a shop that is not blocked."""
    CLIENT = "client"
    """An active device, an API key with the route's scope, or somebody signed in whose role the route names."""
    PERSON = "person"
    """Somebody signed in whose role the route names, or an API key with the route's scope."""
    PAGE = "page"
    """Somebody signed in to the console (by its cookie) whose role the route names; others are sent to sign in."""
    INSTANCE = "instance"
    """A server of the eckWMS family, by the internal API key or an API key with the scope `instance`."""


_FOR_ROLES = (Access.PERSON, Access.CLIENT, Access.PAGE)
_FOR_SCOPES = (Access.PERSON, Access.CLIENT)
_SCOPE = re.compile(r"[a-z][a-z0-9-]*(:[a-z][a-z0-9-]*)?")


@dataclass(frozen=True, slots=True)
class Route:
    """One method of one path; `rate` names the bucket of limits it is counted in, `body_limit` is in bytes.

    `roles` are those of a person who may call it, `scope` is what an API key must have (`products:read`). `shop` is
    the path or query parameter that names a shop: a caller who does not see that shop gets 403 before the handler.
    Raises ValueError when the fields do not fit the access, so that nothing is open by an omission.
    """

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]
    path: str
    access: Access
    handler: Callable[..., Any]
    rate: str = "read"
    body_limit: int = BODY_LIMIT
    roles: frozenset[str] = frozenset()
    scope: str = ""
    shop: str = ""

    def __post_init__(self) -> None:
        """Refuse a route that does not say whom it is for."""
        if not isinstance(self.access, Access):
            raise ValueError(f"{self.path} does not say who may call it")
        if self.access in (Access.PERSON, Access.PAGE) and not self.roles:
            raise ValueError(f"{self.path} is for people and names no roles")
        if self.access is Access.CLIENT and not self.scope:
            raise ValueError(f"{self.path} is for clients and names no scope for their API keys")
        if (self.roles and self.access not in _FOR_ROLES) or (self.scope and self.access not in _FOR_SCOPES):
            raise ValueError(f"{self.path} names roles or a scope that its access never asks for")
        if not self.roles <= ROLES or (self.scope and not _SCOPE.fullmatch(self.scope)):
            raise ValueError(f"{self.path} names roles or a scope that do not exist")
