"""Queries of the console: rows by name, of the shops that its reader may see."""

from collections.abc import Mapping
from typing import Any, LiteralString

from litestar import Request
from psycopg.rows import dict_row

from server_stub.context import Context
from server_stub.identity.callers import Person

Row = dict[str, Any]
PAGE_ROWS = 50
SHOPS: LiteralString = "SELECT id::text AS id, name FROM shop WHERE %(shop)s::uuid IS NULL OR id = %(shop)s ORDER BY 2"
"""The shops that somebody chooses from: the own one, or all."""


async def read_rows(context: Context, query: LiteralString, values: Mapping[str, object] | None = None) -> list[Row]:
    """Give every row of a query."""
    async with context.pool.connection() as conn, conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(query, values or {})
        return await cursor.fetchall()


async def read_row(context: Context, query: LiteralString, values: Mapping[str, object] | None = None) -> Row:
    """Give the first row of a query; empty when there is none."""
    found = await read_rows(context, query, values)
    return found[0] if found else {}


def read_before(request: Request[Any, Any, Any]) -> int:
    """Give the number before which a page of a list begins; past every row when none is asked for."""
    text = request.query_params.get("before", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 2**62


def shop_of(person: Person) -> str | None:
    """Give the shop to look at; None for every shop, which only an admin sees."""
    return person.shop or None
