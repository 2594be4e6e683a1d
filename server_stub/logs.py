"""Logs as JSON lines with `timestamp`, `level`, `service` and `message`, on stderr and in a rotated file.

All processes of a centre write to the same file; `process` in a line says which one.

Nothing here ever sees a token: a request is logged by method, path and status, never by header, query or body.
"""

import logging
import logging.config
import os
import sys
import time
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import msgspec
import structlog

from server_stub.figures import Traffic
from server_stub.http.paths import App, Receive, Scope, Send
from server_stub.log_file import SharedLogFile

_QUIET = ("/ECK/HEALTH", "/ECK/METRICS", "/health", "/ready", "/E/health", "/ECK/PROXY/HEALTH")
_LINE = "eckwms_line"
_log = structlog.get_logger("server_stub.http")


def set_up_logs(folder: Path | None) -> None:
    """Send structlog and the standard library's loggers to one JSON stream; with a folder, to a file there as well.

    The level comes from ECKWMS_LOG_LEVEL (default INFO).
    """
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="timestamp"),
        _add_service,
        structlog.processors.format_exc_info,
        structlog.processors.EventRenamer("message"),
    ]
    formatter = _OnceFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            _put_first,
            structlog.processors.JSONRenderer(_write_json),
        ],
    )
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        handlers.append(SharedLogFile(folder / "server.log"))
    for handler in handlers:
        handler.setFormatter(formatter)
    level = os.environ.get("ECKWMS_LOG_LEVEL", "INFO").upper()
    logging.basicConfig(
        handlers=handlers, level=level if level in logging.getLevelNamesMapping() else "INFO", force=True
    )
    logging.getLogger("uvicorn").setLevel("WARNING")  # below that it logs addresses with their queries
    logging.getLogger("alembic.runtime.plugins").setLevel("WARNING")
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


class _OnceFormatter(structlog.stdlib.ProcessorFormatter):
    """Renders a record once for all handlers: half of what a request's line costs."""

    def format(self, record: logging.LogRecord) -> str:
        line = record.__dict__.get(_LINE)
        if line is None:
            line = record.__dict__[_LINE] = super().format(record)
        return str(line)


def _write_json(event: Any, **_: Any) -> str:
    return msgspec.json.encode(event, enc_hook=str).decode()


def _add_service(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    event["service"] = "eckwms-server"
    event["process"] = os.getpid()
    return event


def _put_first(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Begin every line with what is always there."""
    return {name: event[name] for name in ("timestamp", "level", "service", "message")} | dict(event)


def log_requests(app: App, traffic: Traffic) -> App:
    """Wrap an ASGI application: count each HTTP request and log it when it has been answered."""

    async def logging_app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await app(scope, receive, send)
        began, status = time.perf_counter(), 0

        async def noting(message: Any) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await app(scope, receive, noting)
        finally:
            took_s = time.perf_counter() - began
            traffic.note(scope["path"], status, took_s)
            note = _log.debug if scope["path"] in _QUIET else _log.info
            note("request", method=scope["method"], path=scope["path"], status=status, ms=round(took_s * 1000, 1))

    return logging_app
