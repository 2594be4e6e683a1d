"""Scans, and the buffer that another program empties."""

from typing import Any

from litestar.di import NamedDependency
from litestar.params import FromQuery

from server_stub.context import Context
from server_stub.eckwms import buffer
from server_stub.eckwms.asking import Answer, Asked, answer, within
from server_stub.eckwms.bodies import read_object
from server_stub.eckwms.scanning import take_scan
from server_stub.faults import Denied
from server_stub.identity.callers import shop_filter


async def scan(request: Asked, context: NamedDependency[Context]) -> Answer:
    """Take a scan. The first generation's path answers 201 for a new one, the others 200."""
    reply = await take_scan(context, request.user, read_object(await request.body()))
    created = request.scope["path"].startswith("/ECK/") and not reply.again
    return answer(reply.body, 201 if created else 200)


async def pull(
    request: Asked, context: NamedDependency[Context], limit: FromQuery[int] = 100, priority_min: FromQuery[int] = -1000
) -> Answer:
    """Give waiting scans to the program that empties the buffer."""
    limit = within(limit, 1, buffer.MOST, "limit")
    least = within(priority_min, -1000, 1000, "priority_min")
    async with context.pool.connection() as conn:
        scans = await buffer.pull_scans(conn, shop_filter(request.user), limit, least, context.now())
    return answer({"success": True, "count": len(scans), "scans": scans})


async def confirm(request: Asked, context: NamedDependency[Context]) -> Answer:
    """Note that scans have arrived."""
    ids = read_object(await request.body()).get("scan_ids")
    if not isinstance(ids, list) or not 0 < len(ids) <= buffer.MOST or not all(_is_id(ident) for ident in ids):
        raise Denied(400, f"scan_ids must be a list of 1 to {buffer.MOST} numbers")
    async with context.pool.connection() as conn:
        count = await buffer.confirm_scans(conn, shop_filter(request.user), ids, context.now())
    return answer({"success": True, "confirmed_count": count})


async def scans(
    request: Asked, context: NamedDependency[Context], limit: FromQuery[int] = 100, before: FromQuery[int] = 2**62
) -> Answer:
    """Show the latest scans, to those who may see them."""
    limit, before = within(limit, 1, buffer.MOST, "limit"), within(before, 0, 2**62, "before")
    async with context.pool.connection() as conn:
        return answer(await buffer.recent_scans(conn, shop_filter(request.user), limit, before))


def _is_id(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**63
