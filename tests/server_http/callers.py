"""Everybody who might call the centre, each as the headers of a request."""

import hashlib
from dataclasses import dataclass, field
from uuid import uuid4

from server_stub.identity import tokens
from server_stub.identity.callers import ROLES
from tests.server_http.conftest import SHOP, RunningCentre

OTHER_SHOP = "018f0000-0000-7000-8000-000000000002"
INTERNAL_KEY = "the key of the family"


@dataclass(frozen=True, slots=True)
class Somebody:
    """One who calls: what they are, and the headers that prove it."""

    kind: str
    headers: dict[str, str] = field(repr=False)
    status: str = ""
    role: str = ""
    scopes: frozenset[str] = frozenset()
    shop: str = ""


def everybody(centre: RunningCentre, scopes: frozenset[str]) -> list[Somebody]:
    """Make one of each in the database, without asking any route; for each scope a key that has it and one that has
    all the others."""
    guesses = {"Authorization": "Bearer x.y.z", "X-Internal-Api-Key": "guess", "Cookie": "eckwms_console=guess"}
    return [
        Somebody("nobody", {}),
        Somebody("nobody", guesses),
        Somebody("nobody", {"X-API-Key": "eck_00000000_guess"}),
        *(_device(centre, status) for status in ("pending", "active", "blocked")),
        *(_person(centre, role, SHOP) for role in sorted(ROLES)),
        *(_reader(centre, role) for role in sorted(ROLES)),
        *(_key(centre, frozenset({scope})) for scope in sorted(scopes | {"instance"})),
        *(_key(centre, scopes - {scope}) for scope in sorted(scopes)),
        Somebody("internal", {"X-Internal-Api-Key": INTERNAL_KEY}),
    ]


def _secret(centre: RunningCentre) -> bytes:
    secret = centre.ask("SELECT jwt_secret FROM centre")[0][0]
    assert isinstance(secret, bytes)
    return secret


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _device(centre: RunningCentre, status: str) -> Somebody:
    device, now = str(uuid4()), centre.clock.now()
    shop = None if status == "pending" else SHOP
    centre.ask(
        """INSERT INTO registered_devices (device_uuid, device_id, status, shop_id, created_at, updated_at)
           VALUES (%s, %s, %s, %s, %s, %s)""",
        device, device, status, shop, now, now,
    )  # fmt: skip
    centre.ask(
        "INSERT INTO device_key (device_uuid, key_id, public_key, created_at) VALUES (%s, 'k', '', %s)", device, now
    )
    token = tokens.issue_access(_secret(centre), device, "k", now)
    return Somebody("device", _bearer(token), status=status, shop=shop or "")


def sign_in_row(centre: RunningCentre, role: str, shop: str) -> tuple[str, str]:
    """Make a person with a sign-in, and give the ids of both."""
    person, family, now = str(uuid4()), str(uuid4()), centre.clock.now()
    centre.ask(
        """INSERT INTO person (id, shop_id, login, name, role, pin_hash, active)
           VALUES (%s, %s, %s, 'Somebody', %s, '', true)""",
        person, shop, f"{role} {person}", role,
    )  # fmt: skip
    centre.ask(
        """INSERT INTO refresh_token (hash, family, person_id, issued_at, expires_at)
           VALUES (%s, %s, %s, %s, %s + interval '7 days')""",
        person.encode(), family, person, now, now,
    )  # fmt: skip
    return person, family


def _person(centre: RunningCentre, role: str, shop: str) -> Somebody:
    person, family = sign_in_row(centre, role, shop)
    token = tokens.issue_person(_secret(centre), person, family, centre.clock.now())
    return Somebody("person", _bearer(token), role=role, shop="" if role == "admin" else shop)


def _reader(centre: RunningCentre, role: str) -> Somebody:
    """Somebody signed in to the console."""
    person, family = sign_in_row(centre, role, SHOP)
    token, now = f"session of {role}", centre.clock.now()
    centre.ask(
        """INSERT INTO console_session (hash, person_id, family, seen_at, expires_at)
           VALUES (%s, %s, %s, %s, %s + interval '1 hour')""",
        hashlib.sha256(token.encode()).digest(), person, family, now, now,
    )  # fmt: skip
    return Somebody("reader", {"Cookie": f"eckwms_console={token}"}, role=role)


def _key(centre: RunningCentre, scopes: frozenset[str], shop: str | None = None) -> Somebody:
    key = f"eck_{uuid4().hex[:8]}_{uuid4().hex}"
    centre.ask(
        """INSERT INTO api_key (id, name, prefix, hash, scopes, shop_id, created_at)
           VALUES (%s, %s, %s, %s, %s, %s, %s)""",
        str(uuid4()), "a program", key[:12], hashlib.sha256(key.encode()).digest(), sorted(scopes), shop,
        centre.clock.now(),
    )  # fmt: skip
    return Somebody("key", {"X-API-Key": key}, scopes=scopes, shop=shop or "")


def people_of_shops(centre: RunningCentre, route_scopes: frozenset[str]) -> list[Somebody]:
    """Callers whose shop matters: an active device, people of every role, keys with and without a shop."""
    return [
        _device(centre, "active"),
        *(_person(centre, role, SHOP) for role in sorted(ROLES)),
        *(_key(centre, route_scopes, shop) for shop in (SHOP, None)),
    ]
