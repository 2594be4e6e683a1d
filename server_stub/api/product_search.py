"""Full-text search of products: a table of folded words that follows the catalogue feed.

Folding is Python's (`sync.wire.replica.fold`, the same as at the terminals), so PostgreSQL's collation does not matter.
The table is not written with the products: a million imported rows would wait for its index.
"""

import asyncio
import re
from contextlib import suppress
from uuid import UUID

import msgspec

from server_stub.database import DATABASE_AWAY, Connection, Pool
from sync.wire.changes import Product
from sync.wire.replica import fold, search_text

STEP = 1000
"""Products taken in by one transaction."""
MOST = 2000
"""Products that are looked up by their ids."""
_LOCK = 0x65636B0007
_PERIOD_S = 2.0
_MOST_WORDS = 12
_WORD = re.compile(r"\w+")
_BEHIND = """
SELECT s.position FROM search_clock s, feed_clock f WHERE f.lane = 'catalogue' AND f.last_position > s.position
"""
_NEWS = "SELECT id, packed, position FROM product WHERE position > %s ORDER BY position LIMIT %s"
_SAVE = """
INSERT INTO product_search (product_id, words) SELECT id, words::tsvector
FROM unnest(%s::uuid[], %s::text[]) AS n(id, words)
ON CONFLICT (product_id) DO UPDATE SET words = excluded.words
"""
FIND = "SELECT product_id FROM product_search WHERE words @@ %s::tsquery LIMIT %s"
_decode = msgspec.msgpack.Decoder(Product).decode


def words_of(text: str) -> list[str]:
    """Split a text into folded words, each once, in order."""
    return list(dict.fromkeys(_WORD.findall(fold(text))))


def vector(text: str) -> str:
    """Write a text's words as a tsvector; a word holds no quote and no backslash."""
    return " ".join(f"'{word}'" for word in words_of(text))


def query(text: str) -> str:
    """Write what was typed as a tsquery: every word begins one of the thing's words. Empty without any word."""
    return " & ".join(f"'{word}':*" for word in words_of(text)[:_MOST_WORDS])


async def follow(conn: Connection, limit: int = STEP) -> bool:
    """Take in the next changed products, in the caller's transaction; True when more may wait."""
    found = await (await conn.execute(_BEHIND)).fetchone()
    if found is None:
        return False
    await conn.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
    row = await (await conn.execute("SELECT position FROM search_clock")).fetchone()
    cursor = await conn.execute(_NEWS, (row[0] if row else 0, limit), binary=True)
    news = await cursor.fetchall()
    if not news:
        return False
    vectors = [_vector(_decode(packed)) for _, packed, _ in news]
    await conn.execute(_SAVE, ([ident for ident, _, _ in news], vectors))
    await conn.execute("UPDATE search_clock SET position = %s", (news[-1][2],))
    return len(news) == limit


def _vector(product: Product) -> str:
    codes = " ".join([code.code for code in product.codes])
    return vector(f"{search_text(product.name, product.sku, product.category)} {codes}")


async def find(conn: Connection, words: str) -> list[UUID] | None:
    """Give the products that a tsquery finds; None when they are so many that a list had better test each.

    PostgreSQL guesses how many begin with something, and reads the whole table when it guesses high: it is told not to.
    """
    await conn.execute("SET LOCAL enable_seqscan = off")
    cursor = await conn.execute(FIND, (words, MOST + 1))
    found = [ident for (ident,) in await cursor.fetchall()]
    await conn.execute("SET LOCAL enable_seqscan = on")
    return found if len(found) <= MOST else None


async def run_search(pool: Pool) -> None:
    """Follow the catalogue until cancelled, so that a search finds the table level."""
    while True:
        more = False
        with suppress(*DATABASE_AWAY):
            more = await _step(pool)
        await asyncio.sleep(0 if more else _PERIOD_S)


async def _step(pool: Pool) -> bool:
    async with pool.connection() as conn, conn.transaction():
        return await follow(conn)
