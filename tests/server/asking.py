"""Questions to the database in one line."""

from typing import Any

from server_stub.database import Pool


async def rows(pool: Pool, query: str, *values: object) -> list[tuple[Any, ...]]:
    async with pool.connection() as conn:
        return await (await conn.execute(query, values)).fetchall()


async def ask(pool: Pool, query: str, *values: object) -> Any:
    return (await rows(pool, query, *values))[0][0]
