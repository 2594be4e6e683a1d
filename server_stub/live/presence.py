"""Who is connected, over all processes: each writes its own lines every two seconds, and everybody may read.

A process that died without a word is not counted after 15 seconds, and forgotten after a minute.
"""

import asyncio
import os
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import psycopg
from psycopg.rows import dict_row
from psycopg_pool import PoolClosed, PoolTimeout

from server_stub.context import Context
from server_stub.database import Connection
from server_stub.identity.auth import note_seen
from server_stub.live.hub import Hub
from server_stub.version import program_version

BEAT_S = 2.0
COUNTED_FOR = timedelta(seconds=15)
_FORGOTTEN_AFTER = timedelta(minutes=1)
_AWAY = (psycopg.Error, PoolTimeout, PoolClosed)

_BEAT = "UPDATE live_process SET beat_at = %s WHERE process_id = %s"
_BEGIN = """
INSERT INTO live_process (process_id, host, pid, version, started_at, beat_at) VALUES (%s, %s, %s, %s, %s, %s)
"""
_WRITE = """
INSERT INTO live_line (process_id, number, owner_id, shop_id, person_id, since)
SELECT %s, n, o::uuid, nullif(s, '')::uuid, nullif(p, '')::uuid, %s
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[]) AS line (n, o, s, p)
ON CONFLICT (process_id, number) DO UPDATE SET shop_id = excluded.shop_id, person_id = excluded.person_id
"""
_PROCESSES = """
SELECT p.process_id::text AS process, p.host, p.pid, p.version, p.started_at, p.beat_at,
    (SELECT count(*) FROM live_line l WHERE l.process_id = p.process_id
        AND (%(shop)s = '' OR l.shop_id = nullif(%(shop)s, '')::uuid)) AS lines
FROM live_process p WHERE p.beat_at > %(since)s ORDER BY p.started_at, p.process_id LIMIT 1000
"""
_LINES = """
SELECT l.process_id::text AS process, l.number, d.device_id, d.device_uuid::text, coalesce(d.name, '') AS name,
    coalesce(s.name, '') AS shop, coalesce(h.name, '') AS person, l.since
FROM live_line l JOIN live_process p USING (process_id) LEFT JOIN registered_devices d ON d.device_uuid = l.owner_id
    LEFT JOIN shop s ON s.id = l.shop_id LEFT JOIN person h ON h.id = l.person_id
WHERE p.beat_at > %(since)s AND (%(shop)s = '' OR l.shop_id = nullif(%(shop)s, '')::uuid)
    AND (l.process_id, l.number) > (%(process)s::uuid, %(number)s)
ORDER BY l.process_id, l.number LIMIT %(limit)s
"""
_FIGURES = """
SELECT count(*) AS lines, count(DISTINCT d.device_uuid) AS devices, count(DISTINCT l.shop_id) AS shops,
    count(DISTINCT l.person_id) AS people
FROM live_line l JOIN live_process p USING (process_id) LEFT JOIN registered_devices d ON d.device_uuid = l.owner_id
WHERE p.beat_at > %(since)s AND (%(shop)s = '' OR l.shop_id = nullif(%(shop)s, '')::uuid)
"""
FIRST = ("00000000-0000-0000-0000-000000000000", 0)


@dataclass(slots=True)
class Presence:
    """What this process has written about its lines: number to (owner, shop, person)."""

    hub: Hub
    written: dict[int, tuple[str, str, str]] = field(default_factory=dict)

    async def beat(self, conn: Connection, now: datetime, started_at: datetime) -> None:
        """Write what changed since the last beat, and everything where the database has forgotten it."""
        open_lines = {line.number: (line.owner, line.shop, line.person) for line in self.hub.lines()}
        process = self.hub.process_id
        async with conn.transaction():
            if (await conn.execute(_BEAT, (now, process))).rowcount == 0:
                self.written = {}
                values = (process, socket.gethostname(), os.getpid(), program_version(), started_at, now)
                await conn.execute(_BEGIN, values)
            changed = {number: line for number, line in open_lines.items() if self.written.get(number) != line}
            closed = [number for number in self.written if number not in open_lines]
            if closed:
                await conn.execute(
                    "DELETE FROM live_line WHERE process_id = %s AND number = ANY(%s)", (process, closed)
                )
            if changed:
                columns = [list(column) for column in zip(*changed.values(), strict=True)]
                await conn.execute(_WRITE, (process, now, list(changed), *columns))
                await note_seen(conn, columns[0], now)
            await conn.execute("DELETE FROM live_process WHERE beat_at < %s", (now - _FORGOTTEN_AFTER,))
        self.written = open_lines


async def keep_presence(context: Context) -> None:
    """Write this process's lines until cancelled, and then take them away."""
    presence = Presence(context.hub)
    try:
        while True:
            with suppress(*_AWAY):  # a database that is away forgets nobody: the next beat writes everything
                async with context.pool.connection(BEAT_S) as conn:
                    await presence.beat(conn, context.now(), context.started_at)
            await asyncio.sleep(BEAT_S)
    finally:
        with suppress(*_AWAY):
            async with context.pool.connection(BEAT_S) as conn:
                await conn.execute("DELETE FROM live_process WHERE process_id = %s", (context.hub.process_id,))


async def read_figures(conn: Connection, now: datetime, shop: str) -> dict[str, Any]:
    """Count lines, devices, shops and people, all together and by process; `shop` empty for all."""
    values = {"since": now - COUNTED_FOR, "shop": shop}
    async with conn.cursor(row_factory=dict_row) as cursor:
        total = await (await cursor.execute(_FIGURES, values)).fetchone()
        processes = await (await cursor.execute(_PROCESSES, values)).fetchall()
    return {"total": total, "processes": processes}


async def list_lines(
    conn: Connection, now: datetime, shop: str, after: tuple[str, int], limit: int
) -> list[dict[str, Any]]:
    """Give a page of open lines with who they are, after (process, number) of the last one."""
    values = {"since": now - COUNTED_FOR, "shop": shop, "process": after[0], "number": after[1], "limit": limit}
    async with conn.cursor(row_factory=dict_row) as cursor:
        return await (await cursor.execute(_LINES, values)).fetchall()
