"""Who works here, and is this their PIN: for clients that several people share."""

from datetime import datetime

from litestar.exceptions import TooManyRequestsException

from server_stub.database import Connection, Pool
from server_stub.eckwms.client import Client
from server_stub.eckwms.goods import Row
from server_stub.faults import Denied
from server_stub.identity import lockout, passwords
from server_stub.terminals.registration import parse_uuid

_LIST = """
SELECT id::text, login, name, role, pin_hash <> '' FROM person
WHERE active AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s) ORDER BY login LIMIT %(limit)s OFFSET %(offset)s
"""
_PIN = "SELECT pin_hash FROM person WHERE id = %(id)s AND active AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s)"


async def list_staff(conn: Connection, shop: str, limit: int, offset: int) -> list[Row]:
    """Give the people who may sign in at this shop, by login; never their hashes."""
    cursor = await conn.execute(_LIST, {"shop": shop or None, "limit": limit, "offset": offset})
    return [
        {"id": ident, "username": login, "name": name, "role": role, "hasPin": has_pin, "isActive": True}
        for ident, login, name, role, has_pin in await cursor.fetchall()
    ]


async def verify_pin(pool: Pool, client: Client, user_id: str, pin: str, now: datetime) -> None:
    """Check a PIN; guessing is slowed down per client and person, for all processes together.

    Raises Denied: 401 wrong, 403 no PIN, 404 nobody; TooManyRequestsException while locked.
    """
    subject = f"pin:{client.owner}:{user_id.lower()}"
    async with pool.connection() as conn:
        cursor = await conn.execute(_PIN, {"id": parse_uuid(user_id), "shop": client.shop or None})
        row = await cursor.fetchone()
        if row is None:
            raise Denied(404, "There is no such user")
        if not row[0]:
            raise Denied(403, "User has no PIN configured")
        if wait_s := await lockout.attempt(conn, subject, now):
            raise TooManyRequestsException("Too many wrong attempts", headers={"Retry-After": str(wait_s)})
    if not await passwords.matches(row[0], pin):
        raise Denied(401, "Invalid PIN")
    async with pool.connection() as conn:
        await lockout.forgive(conn, subject)
