"""What the routes of the family have alike: their paths, who may call them, parameters, answers."""

from datetime import UTC, datetime
from typing import Any, Literal

from litestar import Request, Response

from server_stub.eckwms.bodies import read_text
from server_stub.eckwms.replies import Reply
from server_stub.faults import Denied
from server_stub.http.limits import BODY_LIMIT
from server_stub.http.route import Access, Route
from server_stub.identity.callers import MANAGERS, AnyCaller

Asked = Request[AnyCaller, Any, Any]
Answer = Response[Any]
PAGE = 1000
_OLDEST = datetime(1970, 1, 1, tzinfo=UTC)


def answer(body: Any, code: int = 200, headers: dict[str, str] | None = None) -> Answer:
    """Answer with JSON."""
    return Response(body, status_code=code, headers=headers, media_type="application/json")


def told(reply: Reply) -> Answer:
    """Answer with a reply; one that was given before says so."""
    return answer(reply.body | ({"duplicate": True} if reply.again else {}), 200 if reply.again else reply.status)


def message_key(request: Asked, values: dict[str, Any]) -> str:
    """Give the number that makes a request one message: the idempotency key, or the message id."""
    return request.headers.get("x-idempotency-key", "") or read_text(values, "msgId", limit=200)


def clean(text: str) -> str:
    """Refuse what the database cannot keep."""
    if "\0" in text:
        raise Denied(400, "Texts have no NUL")
    return text


def within(value: Any, least: int, most: int, name: str) -> int:
    """Check a whole number. Raises Denied 400."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise Denied(400, f"{name} must be between {least} and {most}")
    return value


def read_moment(text: str) -> datetime:
    """Read a time, long ago when there is none. Raises Denied 400."""
    try:
        since = datetime.fromisoformat(text) if text else _OLDEST
    except ValueError as error:
        raise Denied(400, "since must be a time (RFC 3339)") from error
    return since if since.tzinfo else since.replace(tzinfo=UTC)


Method = Literal["GET", "POST"]


def everywhere(
    method: Method, tail: str, handler: Any, scope: str, *, access: Access = Access.CLIENT, body_limit: int = BODY_LIMIT
) -> tuple[Route, ...]:
    """Make the routes of one call, under the three roots that clients use.

    An active device may call it, and a program whose key has the scope; with `Access.PERSON` managers and programs.
    """
    shouted = "/".join(part if part.startswith("{") else part.upper() for part in tail.split("/"))
    paths = (f"/E/api/{tail}", f"/api/{tail}", f"/ECK/API/{shouted}")
    roles = MANAGERS if access is Access.PERSON else frozenset()
    return tuple(
        Route(method, path, access, handler, body_limit=body_limit, roles=roles, scope=scope) for path in paths
    )
