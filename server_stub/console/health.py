"""Connections and health: who is on the line, and how the centre itself does."""

from typing import LiteralString

from litestar import Response
from litestar.di import NamedDependency

from server_stub.console.pages import PageRequest, render
from server_stub.console.reading import read_row, read_rows
from server_stub.context import Context
from server_stub.figures import Traffic
from server_stub.live import presence
from server_stub.version import program_version

_MOST_LINES = 5000

_DATABASE: LiteralString = """
SELECT version() AS version, pg_size_pretty(pg_database_size(current_database())) AS size,
    (SELECT version_num FROM alembic_version) AS schema,
    (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) AS sessions,
    (SELECT coalesce(extract(epoch FROM %(now)s - min(marked_at)), 0)::float8 FROM feed_item
     WHERE position IS NULL) AS lag_s
"""
_TABLES: LiteralString = """
SELECT relname AS name, n_live_tup AS rows, pg_size_pretty(pg_total_relation_size(relid)) AS size
FROM pg_stat_user_tables ORDER BY pg_total_relation_size(relid) DESC LIMIT 12
"""
_FEEDS: LiteralString = """
SELECT feed, max(position) AS position, max(made_at) AS made_at FROM feed_token GROUP BY feed ORDER BY feed
"""
_SEEN: LiteralString = """
SELECT d.device_uuid::text AS id, coalesce(nullif(d.name, ''), d.device_id) AS till, d.status, d.last_seen,
    coalesce(shop.name, '') AS shop
FROM registered_devices d LEFT JOIN shop ON shop.id = d.shop_id
WHERE d.last_seen IS NOT NULL ORDER BY d.last_seen DESC LIMIT 200
"""


async def show_connections(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show the live lines of all processes, and when each till was last heard of."""
    tills = await read_rows(context, _SEEN)
    async with context.pool.connection() as conn:
        figures = await presence.read_figures(conn, context.now(), "")
        lines = await presence.list_lines(conn, context.now(), "", presence.FIRST, _MOST_LINES)
    online = {str(line["device_uuid"]) for line in lines}
    return render(
        request,
        "connections.html",
        tills=tills,
        total=figures["total"],
        processes=figures["processes"],
        online=online,
    )


async def show_health(
    request: PageRequest, context: NamedDependency[Context], traffic: NamedDependency[Traffic]
) -> Response[str]:
    """Show program, database, pool, feeds and traffic of this process."""
    now = context.now()
    return render(
        request,
        "health.html",
        facts={
            "Program": program_version(),
            "Running since": context.started_at.strftime("%Y-%m-%d %H:%M UTC"),
            "Epoch": context.centre.epoch,
        },
        database=await read_row(context, _DATABASE, {"now": now}),
        pool=context.pool.get_stats(),
        tables=await read_rows(context, _TABLES),
        feeds=await read_rows(context, _FEEDS),
        traffic=sorted(traffic.by_status.items()),
    )
