"""Who calls the centre (devices, people, programs by their API key, other servers), and which shops they see."""

from dataclasses import dataclass
from typing import Literal

from server_stub.faults import Denied
from server_stub.identity.auth import Caller

Role = Literal["admin", "manager", "cashier", "salesperson", "warehouse_worker"]
"""What a person is; only an admin sees every shop."""

ROLES: frozenset[str] = frozenset({"admin", "manager", "cashier", "salesperson", "warehouse_worker"})
ADMIN = frozenset({"admin"})
MANAGERS = frozenset({"admin", "manager"})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody signed in; `shop` is empty for one who sees every shop, `family` names this sign-in."""

    person_id: str
    login: str
    name: str
    role: Role
    shop: str
    family: str = ""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A program; `scopes` are like `products:read`, `shop` is empty for every shop."""

    key_id: str
    name: str
    scopes: frozenset[str]
    shop: str


@dataclass(frozen=True, slots=True)
class Instance:
    """A server of the eckWMS family; `instance_id` is empty with the shared internal key, else the API key's name."""

    instance_id: str


AnyCaller = Caller | Person | ApiKey | Instance
"""What `request.user` is, as the route's access says: a device is a `Caller`."""


def shop_filter(caller: AnyCaller) -> str | None:
    """Give the one shop that a caller sees, None for all. Raises Denied 403 for a device that has no shop yet."""
    match caller:
        case Instance():
            return None
        case Caller() if not caller.shop:
            raise Denied(403, "This device belongs to no shop yet")
        case _:
            return caller.shop or None


def require_shop(caller: AnyCaller, shop_id: str) -> None:
    """Raise Denied 403 unless the caller sees this shop."""
    own = shop_filter(caller)
    if own is not None and own != shop_id.lower():
        raise Denied(403, "This belongs to another shop")
