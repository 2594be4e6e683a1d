"""Every route of the centre with who may call it, in one table: the application and the path folder come from it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from server_stub import routes_auth, routes_device, routes_health, routes_snapshot, routes_sync
from server_stub.access import Access
from server_stub.limits import BODY_LIMIT, PUSH_LIMIT
from sync.wire import messages


@dataclass(frozen=True, slots=True)
class Route:
    """One method of one path; `rate` names the bucket of limits it is counted in, `body_limit` is in bytes."""

    method: Literal["GET", "POST"]
    path: str
    access: Access
    handler: Callable[..., Any]
    rate: str = "read"
    body_limit: int = BODY_LIMIT


_ANYONE, _DEVICE, _READER = Access.ANYONE, Access.DEVICE, Access.READER
_STATUS = messages.STATUS.format(device="{device:str}")
_PAGE = messages.PAGE.format(feed="{feed_name:str}")
_SNAPSHOT_FILE = messages.SNAPSHOT_FILE.format(hash="{file_hash:str}")

ROUTES: tuple[Route, ...] = (
    Route("POST", messages.REGISTER, _ANYONE, routes_device.register_device, rate="prove"),
    Route("GET", _STATUS, _ANYONE, routes_device.read_status),
    Route("GET", messages.AUTH_DEVICE, _ANYONE, routes_auth.give_challenge, rate="prove"),
    Route("POST", messages.AUTH_DEVICE, _ANYONE, routes_auth.prove_device, rate="prove"),
    Route("POST", messages.AUTH_REFRESH, _ANYONE, routes_auth.refresh_tokens, rate="prove"),
    Route("POST", messages.PUSH, _DEVICE, routes_sync.push_journal, rate="push", body_limit=PUSH_LIMIT),
    Route("GET", messages.HEAD, _DEVICE, routes_sync.read_head, rate="push"),
    Route("GET", messages.FEEDS, _READER, routes_sync.list_feeds),
    Route("GET", _PAGE, _READER, routes_sync.read_page),
    Route("GET", messages.SNAPSHOT, _READER, routes_snapshot.read_manifest),
    Route("GET", _SNAPSHOT_FILE, _READER, routes_snapshot.read_snapshot),
    Route("GET", "/ECK/HEALTH", _ANYONE, routes_health.read_health),
    Route("GET", "/health", _ANYONE, routes_health.read_liveness),
    Route("GET", "/E/health", _ANYONE, routes_health.read_liveness),
    Route("GET", "/ECK/PROXY/HEALTH", _ANYONE, routes_health.read_proxy_health),
    Route("GET", "/ECK/METRICS", _ANYONE, routes_health.read_metrics),
)

LIVE_PATHS = (messages.LIVE,)
"""WebSockets; they ask for a token themselves, in the header or in the first message."""
