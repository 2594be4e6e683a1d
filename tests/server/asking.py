"""Questions to the database in one line."""

from typing import Any

from server_stub.database import Pool
from server_stub.feed.sequencer import number_changes


async def rows(pool: Pool, query: str, *values: object) -> list[tuple[Any, ...]]:
    async with pool.connection() as conn:
        return await (await conn.execute(query, values)).fetchall()


async def ask(pool: Pool, query: str, *values: object) -> Any:
    return (await rows(pool, query, *values))[0][0]


async def number_stock(pool: Pool) -> None:
    """Number what moved; the sequencer of a centre beside may be just at it, so until nothing waits."""
    while await rows(pool, "SELECT 1 FROM stock WHERE position IS NULL LIMIT 1"):
        await number_changes(pool)
