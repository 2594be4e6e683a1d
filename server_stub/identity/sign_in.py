"""People sign in to the centre with login and password; each request reads anew what they may do."""

from datetime import datetime
from typing import Any

from litestar.exceptions import TooManyRequestsException
from msgspec import Struct
from psycopg.rows import class_row

from server_stub.audit import log as audit
from server_stub.database import Connection, Pool
from server_stub.faults import Denied
from server_stub.identity import families, lockout, passwords, tokens
from server_stub.identity.callers import Person
from server_stub.identity.families import Holder
from server_stub.identity.tokens import PersonClaims
from sync.wire.messages import Tokens

_PERSON = """
SELECT p.id::text AS person_id, p.login, p.name, p.role,
    CASE WHEN p.role = 'admin' THEN '' ELSE p.shop_id::text END AS shop, %(family)s::text AS family
FROM person AS p WHERE p.active AND p.id = %(id)s
"""
_STILL_SIGNED_IN = """
AND EXISTS (SELECT 1 FROM refresh_token WHERE family = %(family)s::uuid AND person_id = p.id AND revoked_at IS NULL)
"""


class Credentials(Struct, frozen=True, kw_only=True):
    """What a person signs in with."""

    login: str
    password: str


class SignedIn(Struct, frozen=True, kw_only=True):
    """Tokens as a device has them, and who has signed in; `shop` is empty for one who sees every shop."""

    access: str
    refresh: str
    expires_in: int
    person: dict[str, str]
    status: str = "active"


async def sign_in(pool: Pool, secret: bytes, credentials: Credentials, now: datetime, address: str = "") -> SignedIn:
    """Begin a sign-in. Raises Denied 401, the same whatever was wrong, and TooManyRequestsException when locked."""
    subject = f"login:{credentials.login}"
    async with pool.connection() as conn:
        if wait_s := await lockout.attempt(conn, subject, now):
            raise TooManyRequestsException("Too many wrong attempts", headers={"Retry-After": str(wait_s)})
        person_id, kept = await _find_password(conn, credentials.login)
    fits = await passwords.matches(kept, credentials.password)
    async with pool.connection() as conn:
        person = await read_person(conn, person_id) if fits and person_id else None
        if person is None:
            await audit.note(
                conn,
                "nobody",
                "sign_in.failed",
                f"person:{credentials.login}" if person_id else "unknown",
                {"address": address},
                at=now,
            )
            await conn.commit()
            raise Denied(401, "Wrong login or password")
        await lockout.forgive(conn, subject)
        given = await _issue(conn, secret, Holder(families.new_family(), person_id=person.person_id), now)
        await audit.note(conn, person, "sign_in.done", "", {"address": address}, at=now)
    return SignedIn(access=given.access, refresh=given.refresh, expires_in=given.expires_in, person=_show(person))


async def _find_password(conn: Connection, login: str) -> tuple[str, str | None]:
    typed = login.replace("\x00", "\ufffd").encode(errors="replace").decode()  # PostgreSQL keeps no NUL
    cursor = await conn.execute("SELECT id::text, password_hash FROM person WHERE login = %s AND active", (typed,))
    row = await cursor.fetchone()
    return (row[0], row[1]) if row else ("", None)


def _show(person: Person) -> dict[str, str]:
    return {
        "id": person.person_id,
        "login": person.login,
        "name": person.name,
        "role": person.role,
        "shop": person.shop,
    }


async def read_person(conn: Connection, person_id: str) -> Person | None:
    """Read an active person as of now."""
    return await _read(conn, _PERSON, {"id": person_id, "family": ""})


async def authenticate_person(conn: Connection, secret: bytes, token: str, now: datetime) -> Person | None:
    """Give the person behind an access token, as of now; None when the token, the sign-in or the person is over."""
    claims = tokens.read_person(secret, token, now)
    return None if claims is None else await read_signed_in(conn, claims)


async def read_signed_in(conn: Connection, claims: PersonClaims) -> Person | None:
    """Read an active person as of now, unless the sign-in has been ended."""
    return await _read(conn, _PERSON + _STILL_SIGNED_IN, {"id": claims.person_id, "family": claims.family})


async def _read(conn: Connection, query: Any, values: dict[str, str]) -> Person | None:
    async with conn.cursor(row_factory=class_row(Person)) as cursor:
        await cursor.execute(query, values)
        return await cursor.fetchone()


async def renew_person(conn: Connection, secret: bytes, holder: Holder, now: datetime) -> Tokens:
    """Give the next tokens of a sign-in. Raises Denied 401 when the person may sign in no more."""
    if await read_person(conn, holder.person_id or "") is None:
        raise families.refused()
    return await _issue(conn, secret, holder, now)


async def _issue(conn: Connection, secret: bytes, holder: Holder, now: datetime) -> Tokens:
    return Tokens(
        access=tokens.issue_person(secret, holder.person_id or "", holder.family, now),
        refresh=await families.give(conn, holder, now),
        expires_in=int(tokens.ACCESS_LIFE.total_seconds()),
    )


async def set_password(conn: Connection, person_id: str, password_hash: str, now: datetime) -> None:
    """Give a person a new password; whoever was signed in with the old one is so no more."""
    cursor = await conn.execute(
        "UPDATE person SET password_hash = %s WHERE id = %s RETURNING login", (password_hash, person_id)
    )
    row = await cursor.fetchone()
    if row:
        await families.end_all(conn, person_id, now)
        await lockout.forgive(conn, f"login:{row[0]}")
