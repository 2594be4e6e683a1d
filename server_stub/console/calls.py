"""What a page does by the functions of the REST surface, in one transaction: its rules and its audit are theirs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from server_stub.api.endpoint import Call
from server_stub.console.pages import PageRequest
from server_stub.context import Context


@asynccontextmanager
async def open_call(request: PageRequest, context: Context, **ids: str) -> AsyncIterator[Call]:
    """Give the call that a program would make, for whoever looks at the page; `ids` are those of its path."""
    async with context.pool.connection() as conn, conn.transaction():
        yield Call(conn, context, request.user, ids, context.now())


def begin_of(day: str, zone: ZoneInfo) -> datetime:
    """Give the moment at which a local day (YYYY-MM-DD) begins. Raises ValueError."""
    return datetime.combine(datetime.fromisoformat(day).date(), datetime.min.time(), zone)
