"""Composition root of the centre: the application, its tasks, and their ordered end."""

import asyncio
import gc
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import structlog
from litestar import Litestar, Request, Response
from litestar.datastructures import State
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler, websocket

from server_stub.api.product_search import run_search
from server_stub.centre import load_centre
from server_stub.console.trouble import show_trouble
from server_stub.context import Context, utc_now
from server_stub.database import open_pool
from server_stub.eckwms.line import PATHS as FAMILY_PATHS
from server_stub.eckwms.line import keep_family_line
from server_stub.feed import sequencer
from server_stub.figures import Traffic, figures_folder
from server_stub.http.access import Rates, admit
from server_stub.http.answers import answer_error
from server_stub.http.headers import secure_answers
from server_stub.http.health import keep_figures
from server_stub.http.limits import BODY_LIMIT, limit_requests
from server_stub.http.paths import App, Folder, fold_paths
from server_stub.http.route import Route
from server_stub.http.table import LIVE_PATHS, ROUTES
from server_stub.identity.roll import Roll
from server_stub.jobs.running import doing_jobs
from server_stub.journal import project
from server_stub.journal.lane import Lane
from server_stub.live.hub import Hub
from server_stub.live.listener import listen
from server_stub.live.presence import keep_presence
from server_stub.live.routes import keep_line
from server_stub.logs import log_requests
from server_stub.proxy.gate import Gate

_log = structlog.get_logger("server_stub.app")


@dataclass(frozen=True, slots=True)
class Settings:
    """What one process of the centre needs to know; `data_dir` holds snapshots and logs.

    A request waits `pool_wait_s` for a database connection before it is told to come back.
    """

    database_url: str
    data_dir: Path
    pool_size: int = 10
    pool_wait_s: float = 4.0
    now: Callable[[], datetime] = utc_now
    gate: Gate = field(default_factory=Gate, repr=False)
    instance_key: str = field(default_factory=lambda: os.environ.get("GLOBAL_SERVER_API_KEY", ""), repr=False)
    redis_url: str = field(default_factory=lambda: os.environ.get("REDIS_URL", ""), repr=False)


def build_app(settings: Settings, routes: Sequence[Route] = ROUTES, router: Litestar | None = None) -> App:
    """Build the ASGI application: log, limit, fold paths, then route.

    A `router` that was built for the same routes and serves nobody now can be given, as building costs a while.
    """
    traffic, rates = Traffic(), Rates.usual()
    router = router or build_router(routes)
    router.state.update(settings=settings, traffic=traffic, rates=rates)
    folder = Folder([route.path for route in routes] + [*LIVE_PATHS, *FAMILY_PATHS])
    limited = limit_requests(fold_paths(cast(App, router), folder), rates.address)
    return log_requests(secure_answers(limited), traffic)


def build_router(routes: Sequence[Route] = ROUTES) -> Litestar:
    """Build what finds the handler of a path; whom it serves with what is in its state."""
    return Litestar(
        route_handlers=[
            *(_http_handler(route) for route in routes),
            websocket(list(LIVE_PATHS), opt=_LIVE)(keep_line),
            websocket(list(FAMILY_PATHS), opt=_LIVE)(keep_family_line),
        ],
        guards=[admit],
        exception_handlers={Exception: _answer_error, 500: _answer_error},
        dependencies={
            "context": Provide(_give_context, sync_to_thread=False),
            "traffic": Provide(_give_traffic, sync_to_thread=False),
            "gate": Provide(_give_gate, sync_to_thread=False),
        },
        lifespan=[_serving],
        request_max_body_size=BODY_LIMIT,
        openapi_config=None,
        logging_config=None,
    )


_LIVE = {"route": None}


def _http_handler(route: Route) -> HTTPRouteHandler:
    handler = HTTPRouteHandler(
        route.path,
        http_method=route.method,
        opt={"route": route},
        request_max_body_size=route.body_limit,
        status_code=200,
        exception_handlers={Exception: show_trouble} if route.path.startswith("/console") else {},
    )
    return handler(route.handler)


def _answer_error(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """Tell programs in JSON, and whoever strays in the console in a page."""
    return (show_trouble if request.url.path.startswith("/console") else answer_error)(request, error)


def _give_context(state: State) -> Context:
    context: Context = state.context
    return context


def _give_traffic(state: State) -> Traffic:
    traffic: Traffic = state.traffic
    return traffic


def _give_gate(state: State) -> Gate:
    gate: Gate = state.settings.gate
    return gate


@asynccontextmanager
async def _serving(app: Litestar) -> AsyncIterator[None]:
    """Open the pool, finish what a crash left, run the tasks, stop them in order."""
    settings: Settings = app.state.settings
    async with open_pool(settings.database_url, max_size=settings.pool_size) as pool:
        pool.timeout = settings.pool_wait_s
        hub = Hub()
        centre = await load_centre(pool)
        snapshots = settings.data_dir / "snapshots"
        app.state.context = Context(
            pool,
            centre,
            hub,
            snapshots,
            Lane(pool, centre),
            Roll(pool),
            settings.now,
            settings.now(),
            instance_key=settings.instance_key,
        )
        await project.project_pending(pool)
        stop = asyncio.Event()
        tasks = [
            asyncio.create_task(sequencer.run_sequencer(pool, stop)),
            asyncio.create_task(listen(settings.database_url, hub, settings.redis_url, centre.epoch)),
            asyncio.create_task(keep_presence(app.state.context)),
            asyncio.create_task(run_search(pool)),
        ]
        if folder := figures_folder():
            tasks.append(asyncio.create_task(keep_figures(app.state.context, app.state.traffic, folder)))
        gc.freeze()  # what is there now stays: to walk through all of it again and again costs a push a tenth
        try:
            async with doing_jobs(settings.database_url, centre, settings.data_dir, settings.now):
                yield
        finally:
            stop.set()
            for task in tasks[1:]:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
