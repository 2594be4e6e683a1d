"""Is the centre alive, and how does it do: for clients that only look for a 200, for people and for Prometheus."""

import asyncio
from typing import Any

from litestar import Response
from litestar.di import NamedDependency

from server_stub.context import Context
from server_stub.http.answers import DATABASE_AWAY
from server_stub.http.route import Access, Route
from server_stub.logs import Traffic
from server_stub.version import program_version

_DATABASE_WAIT_S = 2.0


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


async def read_metrics(context: NamedDependency[Context], traffic: NamedDependency[Traffic]) -> Response[str]:
    """Give the figures of this process in Prometheus' text format."""
    pool = context.pool.get_stats()
    lines = [
        "# TYPE eckwms_uptime_seconds gauge",
        f"eckwms_uptime_seconds {(context.now() - context.started_at).total_seconds():.1f}",
        "# TYPE eckwms_live_lines gauge",
        f"eckwms_live_lines {context.hub.count()}",
        "# TYPE eckwms_database_pool gauge",
        *(f'eckwms_database_pool{{figure="{name}"}} {value}' for name, value in sorted(pool.items())),
        "# TYPE eckwms_http_requests_total counter",
        *(f'eckwms_http_requests_total{{status="{status}"}} {n}' for status, n in sorted(traffic.by_status.items())),
        "# TYPE eckwms_http_request_seconds_total counter",
        f"eckwms_http_request_seconds_total {traffic.seconds:.3f}",
    ]
    return Response("\n".join(lines) + "\n", media_type="text/plain; version=0.0.4")


ROUTES = (
    Route("GET", "/ECK/HEALTH", Access.ANYONE, read_health),
    Route("GET", "/health", Access.ANYONE, read_liveness),
    Route("GET", "/E/health", Access.ANYONE, read_liveness),
    Route("GET", "/ECK/PROXY/HEALTH", Access.ANYONE, read_proxy_health),
    Route("GET", "/ECK/METRICS", Access.ANYONE, read_metrics),
)
