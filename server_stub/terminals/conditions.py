"""How the terminals are, each as it told last: kept as it came, read by the console."""

from datetime import datetime
from typing import Any

import msgspec
from litestar import Request
from litestar.di import NamedDependency
from litestar.params import JSONBody

from server_stub.context import Context
from server_stub.database import Connection
from server_stub.http.route import Access, Route
from server_stub.identity.auth import Caller
from server_stub.releases import read_release
from sync.wire.condition import CONDITION, LONGEST, Condition, ConditionAnswer, newest_message

_BODY_LIMIT = 16 * 1024
_MOST_TROUBLES = 20
Told = tuple[Condition, datetime]
"""What a terminal told, and when."""


async def keep_condition(
    request: Request[Caller, Any, Any], context: NamedDependency[Context], data: JSONBody[Condition]
) -> ConditionAnswer:
    """Keep how the calling terminal is, in place of what it told before; tell it which version is the newest."""
    async with context.pool.connection() as conn:
        await conn.execute(
            """INSERT INTO device_condition (device_uuid, told, told_at) VALUES (%s, %s, %s)
               ON CONFLICT (device_uuid) DO UPDATE SET told = excluded.told, told_at = excluded.told_at""",
            (request.user.device_uuid, msgspec.json.encode(_cut(data)), context.now()),
        )
        release = await read_release(conn)
    if release is None:
        return ConditionAnswer()
    version = release.manifest.version
    signature = context.centre.sign(newest_message(request.user.device_id, version))
    return ConditionAnswer(newest=version, signature=signature)


def _cut(told: Condition) -> Condition:
    """Keep no more than a page can show, whatever a terminal writes; PostgreSQL takes no NUL in a text."""
    texts = {
        name: value.replace("\x00", "")[:LONGEST]
        for name in Condition.__struct_fields__
        if isinstance(value := getattr(told, name), str)
    }
    troubles = tuple(trouble.replace("\x00", "")[:LONGEST] for trouble in told.troubles[:_MOST_TROUBLES])
    return msgspec.structs.replace(told, troubles=troubles, **texts)


async def read_conditions(conn: Connection, devices: list[str]) -> dict[str, Told]:
    """Give what these terminals told, by device_uuid; one of a version that tells more is read as far as known."""
    cursor = await conn.execute(
        "SELECT device_uuid::text, told, told_at FROM device_condition WHERE device_uuid = ANY(%s::uuid[])", (devices,)
    )
    rows = await cursor.fetchall()
    return {row[0]: (msgspec.json.decode(bytes(row[1]), type=Condition), row[2]) for row in rows}


ROUTES = (Route("PUT", CONDITION, Access.DEVICE, keep_condition, body_limit=_BODY_LIMIT, rate="push"),)
