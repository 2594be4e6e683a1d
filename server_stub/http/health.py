"""Is the centre alive, is it ready, and how does it do: for clients, for people and for Prometheus.

`/health` says that the process lives, whatever the database does: what fails it is to be started again. `/ready` says
that requests are answered now, else 503 with `Retry-After`: what fails it is to be left alone until it comes back.
"""

import asyncio
import os
from pathlib import Path
from typing import Any

from litestar import Response
from litestar.di import NamedDependency

from server_stub import figures
from server_stub.context import Context
from server_stub.database import DATABASE_AWAY, Connection
from server_stub.figures import Figures, Traffic
from server_stub.http.route import Access, Route
from server_stub.live.presence import COUNTED_FOR
from server_stub.version import program_version

_DATABASE_WAIT_S = 2.0
RETRY_AFTER_S = "5"
_SIZES = ("pool_min", "pool_max", "pool_size", "pool_available", "requests_waiting")
_COUNTS = """
SELECT (SELECT greatest(0, coalesce(extract(epoch FROM now() - min(marked_at)), 0))::float8 FROM (
        SELECT marked_at FROM feed_item WHERE position IS NULL
        UNION ALL SELECT marked_at FROM stock WHERE position IS NULL) AS waiting),
    (SELECT coalesce(sum(acked_seq - forked_after), 0) FROM incarnation),
    (SELECT coalesce(sum(acked_seq - projected_seq), 0) FROM incarnation WHERE projected_seq < acked_seq),
    (SELECT count(*) FROM quarantine), (SELECT count(*) FROM cases WHERE closed_at IS NULL),
    (SELECT count(*) FROM live_line JOIN live_process USING (process_id) WHERE beat_at > %(since)s)
"""
_DEVICES = "SELECT status, count(*) FROM registered_devices GROUP BY status ORDER BY status"
_POSITIONS = "SELECT lane, last_position FROM feed_clock ORDER BY lane"


async def read_health(context: NamedDependency[Context]) -> dict[str, Any]:
    """Tell the state of the centre: always 200, `degraded` when the database does not answer."""
    is_connected = await _ask_database(context)
    now = context.now()
    pool = context.pool.get_stats()
    return {
        "status": "healthy" if is_connected else "degraded",
        "service": "eckWMS Global Server",
        "timestamp": now.isoformat(timespec="milliseconds"),
        "uptime": round((now - context.started_at).total_seconds(), 1),
        "database": "connected" if is_connected else "disconnected",
        "version": program_version(),
        "epoch": context.centre.epoch,
        "pool": {"size": pool.get("pool_size", 0), "available": pool.get("pool_available", 0)},
    }


async def _ask_database(context: Context) -> bool:
    try:
        async with asyncio.timeout(_DATABASE_WAIT_S), context.pool.connection(_DATABASE_WAIT_S) as conn:
            await conn.execute("SELECT 1")
    except (*DATABASE_AWAY, TimeoutError):
        return False
    return True


async def read_liveness() -> dict[str, str]:
    """Answer connectivity tests of eckWMS clients at their base address."""
    return {"status": "ok", "server": "global", "version": program_version()}


async def read_proxy_health() -> dict[str, str]:
    """Answer connectivity tests of clients whose address is the proxy."""
    return {"status": "ok", "service": "eckWMS Global Proxy", "mode": "proxy"}


async def read_readiness(context: NamedDependency[Context]) -> Response[dict[str, str]]:
    """Tell a load balancer whether requests are answered now: 503 while the database is away."""
    if await _ask_database(context):
        return Response({"status": "ready"})
    body = {"status": "not ready", "error": "The database is not available"}
    return Response(body, status_code=503, headers={"Retry-After": RETRY_AFTER_S})


async def read_metrics(context: NamedDependency[Context], traffic: NamedDependency[Traffic]) -> Response[str]:
    """Give the figures of all processes of this run, and what the database knows, in Prometheus' text format."""
    everybody = figures.read_figures(figures.figures_folder(), own_figures(context, traffic))
    values = figures.add_up(everybody)
    values["eckwms_uptime_seconds"] = (context.now() - context.started_at).total_seconds()
    values |= await _read_database(context)
    return Response(figures.render(values), media_type="text/plain; version=0.0.4")


def own_figures(context: Context, traffic: Traffic) -> Figures:
    """Put together what this process counted."""
    pool = context.pool.get_stats()
    counters = traffic.counters()
    counters |= {f'eckwms_live_total{{what="{what}"}}': n for what, n in sorted(context.hub.counts.items())}
    counters |= {f'eckwms_database_pool_total{{figure="{name}"}}': n for name, n in pool.items() if name not in _SIZES}
    gauges = {f'eckwms_database_pool{{figure="{name}"}}': float(pool.get(name, 0)) for name in _SIZES}
    gauges["eckwms_live_lines"] = context.hub.count()
    return Figures(pid=os.getpid(), counters=counters, gauges=gauges)


async def keep_figures(context: Context, traffic: Traffic, folder: Path) -> None:
    """Leave this process's figures for the others until cancelled; the counters stay when it ends."""
    try:
        while True:
            figures.write_figures(folder, own_figures(context, traffic))
            await asyncio.sleep(figures.WRITE_EVERY_S)
    finally:
        ended = own_figures(context, traffic)
        figures.write_figures(folder, Figures(pid=ended.pid, counters=ended.counters))


async def _read_database(context: Context) -> dict[str, float]:
    """Give what the database knows, the same from every process; only that it is away when it is."""
    try:
        async with asyncio.timeout(_DATABASE_WAIT_S), context.pool.connection(_DATABASE_WAIT_S) as conn:
            return {"eckwms_database_up": 1.0} | await _count(conn, context)
    except (*DATABASE_AWAY, TimeoutError):
        return {"eckwms_database_up": 0.0}


async def _count(conn: Connection, context: Context) -> dict[str, float]:
    values = {"since": context.now() - COUNTED_FOR}
    row = await (await conn.execute(_COUNTS, values)).fetchone()
    names = ("sequencer_lag_seconds", "journal_entries", "journal_unprojected", "journal_quarantined", "cases_open",
             "live_connected")  # fmt: skip
    found = {f"eckwms_{name}": float(value) for name, value in zip(names, row or (), strict=True)}
    for query, name, label in ((_DEVICES, "devices", "status"), (_POSITIONS, "feed_position", "lane")):
        rows = await (await conn.execute(query)).fetchall()
        found |= {f'eckwms_{name}{{{label}="{key}"}}': float(value) for key, value in rows}
    return found


ROUTES = (
    Route("GET", "/ECK/HEALTH", Access.ANYONE, read_health),
    Route("GET", "/health", Access.ANYONE, read_liveness),
    Route("GET", "/ready", Access.ANYONE, read_readiness),
    Route("GET", "/E/health", Access.ANYONE, read_liveness),
    Route("GET", "/ECK/PROXY/HEALTH", Access.ANYONE, read_proxy_health),
    Route("GET", "/ECK/METRICS", Access.ANYONE, read_metrics),
)
