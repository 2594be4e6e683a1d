"""Messages to tills, people, shops and everybody, and who is connected: for managers and programs."""

import re
from dataclasses import asdict
from typing import Any, Literal

from litestar import Request
from litestar.di import NamedDependency
from litestar.params import FromQuery, JSONBody
from msgspec import Struct

from server_stub.context import Context
from server_stub.database import Connection
from server_stub.faults import Denied, Refusal
from server_stub.goods.shops import find_shop
from server_stub.http.route import Access, Route
from server_stub.identity.callers import MANAGERS, ApiKey, Person, shop_filter
from server_stub.live import mail, presence
from server_stub.live.mail import Addressee, Sent
from server_stub.terminals.registration import is_uuid
from server_stub.terminals.registry import find_device
from sync.wire.live import BUNDLE_REQUEST, MESSAGE

MESSAGES, CONNECTIONS = "/ECK/API/V1/messages", "/ECK/API/V1/connections"
MAX_PAGE = 500
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

ManagerRequest = Request[Person | ApiKey, Any, Any]


class NewMessage(Struct, frozen=True, kw_only=True):
    """What is to be sent: `target` is a till (id or uuid), a person (login or id) or a shop (name or id)."""

    to: Literal["till", "person", "shop", "all"]
    target: str = ""
    text: str = ""
    kind: Literal["message", "bundle_request"] = "message"


async def send_message(
    request: ManagerRequest, context: NamedDependency[Context], data: JSONBody[NewMessage]
) -> dict[str, Any]:
    """Send a message, or ask a till for its support bundle; kept until it is confirmed, a till that is away included.

    Raises Denied 400, 403, 404.
    """
    text = check_text(data.text, data.kind)
    if data.kind == BUNDLE_REQUEST and data.to != "till":
        raise Denied(400, "A support bundle is asked of one till")
    async with context.pool.connection() as conn:
        to = await find_addressee(conn, data.to, data.target)
        own = shop_filter(request.user)
        if own is not None and to.shop != own:
            raise Denied(403, "This belongs to another shop")
        sent = await mail.send(conn, to, text, request.user.name, context.now(), kind=data.kind)
    return describe(sent)


def check_text(text: str, kind: str = MESSAGE) -> str:
    """Give a text as it is sent, without what no till can show. Raises Denied 400 when nothing or too much is left."""
    plain = _CONTROL.sub("", text).strip()
    if (not plain and kind == MESSAGE) or len(plain) > mail.MAX_TEXT:
        raise Denied(400, f"text has 1 to {mail.MAX_TEXT} characters")
    return plain


async def find_addressee(conn: Connection, to: str, target: str) -> Addressee:
    """Find whom a name means. Raises Denied 404 when nobody."""
    match to:
        case "till":
            device = await find_device(conn, target)
            found = Addressee(to, device.device_uuid, device.shop) if device else None
        case "person":
            rows = await conn.execute(
                "SELECT id::text, shop_id::text FROM person WHERE (login = %s OR id::text = %s) AND active",
                (target, target.lower()),
            )
            row = await rows.fetchone()
            found = Addressee(to, row[0], row[1] or "") if row else None
        case "shop":
            shop = await find_shop(conn, target)
            found = Addressee(to, shop.id, shop.id) if shop else None
        case _:
            found = Addressee("all")
    if found is None:
        raise Denied(404, f"There is no {to} {target[:64]!r}")
    return found


def describe(sent: Sent) -> dict[str, Any]:
    """Write a sent message as programs read it."""
    return asdict(sent) | {"created_at": sent.created_at.isoformat(), "expires_at": sent.expires_at.isoformat()}


async def list_messages(
    request: ManagerRequest, context: NamedDependency[Context], before: FromQuery[str] = "", limit: FromQuery[int] = 100
) -> dict[str, Any]:
    """List sent messages, the newest first; `received` counts who confirmed it, `next` is the next page's `before`."""
    if before and not is_uuid(before):
        raise Denied(400, "before is not the id of a message")
    count = _check_limit(limit)
    async with context.pool.connection() as conn:
        rows = await mail.list_sent(conn, shop_filter(request.user) or "", before, count)
    return {"messages": rows, "next": rows[-1]["id"] if len(rows) == count else None}


async def list_connections(
    request: ManagerRequest, context: NamedDependency[Context], after: FromQuery[str] = "", limit: FromQuery[int] = 100
) -> dict[str, Any]:
    """Tell who is connected: figures all together and by process, and a page of lines; `next` is the next `after`."""
    place, count, shop = _read_place(after), _check_limit(limit), shop_filter(request.user) or ""
    async with context.pool.connection() as conn:
        figures = await presence.read_figures(conn, context.now(), shop)
        lines = await presence.list_lines(conn, context.now(), shop, place, count)
    last = lines[-1] if len(lines) == count else None
    return figures | {"connections": lines, "next": f"{last['process']}.{last['number']}" if last else None}


def _read_place(text: str) -> tuple[str, int]:
    if not text:
        return presence.FIRST
    process, _, number = text.partition(".")
    if not is_uuid(process) or not re.fullmatch(r"[0-9]{1,18}", number):
        raise Denied(400, "after is not a place in this list")
    return process, int(number)


def _check_limit(limit: int) -> int:
    if not 1 <= limit <= MAX_PAGE:
        raise Denied(400, f"limit is 1 to {MAX_PAGE}")
    return limit


def refuse_denied(error: Denied) -> Refusal:
    """Say at the command line what the HTTP route would have said."""
    return Refusal("message.refused", error.message)


ROUTES = (
    Route("POST", MESSAGES, Access.PERSON, send_message, roles=MANAGERS, scope="messages:write"),
    Route("GET", MESSAGES, Access.PERSON, list_messages, roles=MANAGERS, scope="messages:read"),
    Route("GET", CONNECTIONS, Access.PERSON, list_connections, roles=MANAGERS, scope="connections:read"),
)
