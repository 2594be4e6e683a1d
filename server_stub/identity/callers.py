"""Who can call the centre besides a device: people, programs by their API key, servers of the family."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["admin", "manager", "cashier", "salesperson", "warehouse_worker"]
"""What a person is; only an admin sees every shop."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody signed in; `shop` is empty for one who sees every shop."""

    person_id: str
    login: str
    name: str
    role: Role
    shop: str


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A program; `scopes` are like `products:read`, `shop` is empty for every shop."""

    key_id: str
    name: str
    scopes: frozenset[str]
    shop: str


@dataclass(frozen=True, slots=True)
class Instance:
    """A server of the eckWMS family that has the internal API key."""

    instance_id: str
