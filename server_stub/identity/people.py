"""People who sign in at a shop's terminals."""

from collections.abc import Sequence

from server_stub.context import utc_now
from server_stub.database import Connection
from server_stub.faults import Refusal
from server_stub.feed.marks import mark
from server_stub.identity import families
from sync.wire.badge import SHORTEST, badge_hash
from sync.wire.changes import Person

_READ = "SELECT id::text, login, name, role, pin_hash, active, badge_hash FROM person WHERE id = ANY(%s::uuid[])"
_LIST = """
SELECT id::text, login, name, role, pin_hash, active, badge_hash FROM person
WHERE %(shop)s::uuid IS NULL OR shop_id = %(shop)s ORDER BY login
"""
_SAVE = """
INSERT INTO person (id, shop_id, login, name, role, pin_hash, active, badge_hash)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (id) DO UPDATE SET shop_id = excluded.shop_id, login = excluded.login, name = excluded.name,
    role = excluded.role, pin_hash = excluded.pin_hash, active = excluded.active,
    badge_hash = excluded.badge_hash
"""


async def save_person(conn: Connection, shop: str, person: Person) -> None:
    """Add or change a person of a shop and tell its terminals. Refuses a login that somebody else has."""
    cursor = await conn.execute(
        "SELECT id::text, shop_id::text FROM person WHERE login = %s OR id = %s", (person.login, person.id)
    )
    found = await cursor.fetchall()
    if any(ident != person.id for ident, _ in found):
        raise Refusal("people.login", f"Somebody has the login {person.login} already.", "Choose another one.")
    what = (person.role, person.pin_hash, person.active, person.badge_hash)
    values = (person.id, shop, person.login, person.name, *what)
    await conn.execute(_SAVE, values)
    await mark(conn, f"people:{shop}", "person", [person.id])
    for _, earlier in found:
        if earlier != shop:
            await mark(conn, f"people:{earlier}", "person", [person.id], deleted=True)


async def list_people(conn: Connection, shop: str | None = None) -> list[Person]:
    """Give the people of one shop or of all, by login."""
    cursor = await conn.execute(_LIST, {"shop": shop})
    return [_person(*row) for row in await cursor.fetchall()]


async def read_people(conn: Connection, ids: Sequence[str]) -> dict[str, Person]:
    """Give the people with these ids, by id."""
    cursor = await conn.execute(_READ, (list(ids),))
    return {row[0]: _person(*row) for row in await cursor.fetchall()}


async def set_active(conn: Connection, login: str, active: bool) -> bool:
    """Let somebody in, or out, and their sign-ins are over; False when nobody has this login."""
    cursor = await conn.execute(
        "UPDATE person SET active = %s WHERE login = %s RETURNING id::text, shop_id::text", (active, login)
    )
    row = await cursor.fetchone()
    if row:
        await mark(conn, f"people:{row[1]}", "person", [row[0]])
        await families.end_all(conn, row[0], utc_now())
    return row is not None


async def set_badge(conn: Connection, login: str, code: str) -> bool:
    """Give somebody a badge by its code, or none; False when nobody has this login.

    Refusals `people.badge` for a code that is too short, `people.badge_taken` for somebody else's.
    """
    if code and len(code.strip()) < SHORTEST:
        raise Refusal("people.badge", f"A badge has at least {SHORTEST} characters.", "Take a longer code.")
    hashed = badge_hash(code) if code else ""
    cursor = await conn.execute("SELECT login FROM person WHERE badge_hash = %s AND login <> %s", (hashed, login))
    if hashed and await cursor.fetchone():
        raise Refusal("people.badge_taken", "Somebody has this badge already.", "Take another one.")
    cursor = await conn.execute(
        "UPDATE person SET badge_hash = %s WHERE login = %s RETURNING id::text, shop_id::text", (hashed, login)
    )
    row = await cursor.fetchone()
    if row:
        await mark(conn, f"people:{row[1]}", "person", [row[0]])
    return row is not None


def _person(ident: str, login: str, name: str, role: str, pin_hash: str, active: bool, badge_hash: str) -> Person:
    return Person(id=ident, login=login, name=name, role=role, pin_hash=pin_hash, active=active, badge_hash=badge_hash)
