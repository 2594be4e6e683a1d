"""Every error of the HTTP surface as `{"error": "..."}`, with the status and headers that clients act on."""

from typing import Any

import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException

from server_stub.database import DATABASE_AWAY
from server_stub.faults import Denied, Fault, Refusal
from server_stub.feed.pages import Gone
from server_stub.http.access import NotInstance, NotNow
from sync.chain import Break

_log = structlog.get_logger("server_stub.http")
_RETRY_AFTER_S = "5"
_HUNG_UP = "client disconnected prematurely"
"""Litestar's words, in an exception of status 500, for a body that ends early: no fault of ours."""
_PHRASES = {404: "Not found", 405: "Method not allowed", 413: "Request body too large", 500: "Internal server error"}

HttpRequest = Request[Any, Any, Any]


def answer_error(request: HttpRequest, error: Exception) -> Response[dict[str, Any]]:
    """Turn whatever a route raised into the answer that a client understands."""
    status, body, headers = _describe(error)
    if status == 404:
        body |= {"path": request.url.path, "method": request.method}
    if isinstance(error, NotInstance):
        _log.info("not an instance", path=request.url.path, configured=error.configured)
    elif status == 500:
        _log.error("request failed", path=request.url.path, exc_info=error)
    elif status == 503:
        _log.warning("not available", path=request.url.path, reason=str(error))
    return Response(body, status_code=status, headers=headers, media_type="application/json")


def _describe(error: Exception) -> tuple[int, dict[str, Any], dict[str, str]]:
    match error:
        case HTTPException():
            return _describe_http(error)
        case Denied():
            headers = {"WWW-Authenticate": "Bearer"} if error.status == 401 else {}
            return error.status, {"error": error.message}, headers
        case NotNow():
            return 403, {"error": f"Device is {error.status}", "status": error.status}, {}
        case NotInstance(configured=True):
            return 403, {"error": "Forbidden", "message": "Invalid or missing internal API key"}, {}
        case NotInstance():
            return 500, {"error": "Server misconfiguration", "message": "This server has no internal API key"}, {}
        case Gone():
            return 410, {"error": "This place in the feed is gone; take a new snapshot"}, {}
        case Break():
            return 422, {"error": str(error), "seq": error.seq, "reason": error.reason}, {}
        case Refusal():
            return 409, {"error": error.message, "code": error.code, "remedy": error.remedy}, {}
        case Fault():
            return 503, {"error": error.message, "code": error.code}, {"Retry-After": _RETRY_AFTER_S}
        case _ if isinstance(error, DATABASE_AWAY):
            return 503, {"error": "The database is not available"}, {"Retry-After": _RETRY_AFTER_S}
    return 500, {"error": _PHRASES[500]}, {}


def _describe_http(error: HTTPException) -> tuple[int, dict[str, Any], dict[str, str]]:
    if error.detail == _HUNG_UP:
        return 400, {"error": "The request did not arrive whole"}, {}
    body: dict[str, Any] = {"error": _PHRASES.get(error.status_code, error.detail)}
    if isinstance(error.extra, list) and error.extra:
        body["details"] = error.extra
    headers = dict(error.headers or {})
    if error.status_code in (429, 503):
        headers.setdefault("Retry-After", _RETRY_AFTER_S)
    return error.status_code, body, headers
