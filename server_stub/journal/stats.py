"""Counts of what the centre holds, in one read of one moment."""

from typing import Any

from psycopg import IsolationLevel

from server_stub.database import Connection, Pool

_EXPONENTS = {"JPY": 0, "KRW": 0, "KWD": 3, "BHD": 3, "TND": 3}

_COUNTS = """
SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM sale), (SELECT count(*) FROM movement),
    (SELECT count(*) FROM quarantine), (SELECT count(*) FROM cases WHERE closed_at IS NULL),
    (SELECT coalesce(extract(epoch FROM now() - min(marked_at)), 0)::float8 FROM (
        SELECT marked_at FROM feed_item WHERE position IS NULL
        UNION ALL SELECT marked_at FROM stock WHERE position IS NULL) waiting)
"""
_PAID = """
SELECT s.currency, sum(p.paid - s.change_minor)::bigint FROM sale s
JOIN (SELECT sale_id, sum(amount_minor) AS paid FROM payment GROUP BY sale_id) p USING (sale_id)
WHERE s.void_id IS NULL GROUP BY s.currency ORDER BY s.currency
"""


async def collect_stats(pool: Pool) -> dict[str, Any]:
    """Count devices by state, entries, sales, payments kept per currency, movements, quarantine, cases, feed positions.

    A voided sale stays counted as a sale; its money is not among the payments.
    """
    async with pool.connection() as conn:
        await conn.set_isolation_level(IsolationLevel.REPEATABLE_READ)
        try:
            async with conn.transaction():
                return await _collect(conn)
        finally:
            await conn.set_isolation_level(None)


async def _collect(conn: Connection) -> dict[str, Any]:
    states = dict.fromkeys(("active", "pending", "blocked"), 0)
    cursor = await conn.execute("SELECT status, count(*) FROM registered_devices GROUP BY status")
    states |= dict(await cursor.fetchall())
    counted = await (await conn.execute(_COUNTS)).fetchone()
    assert counted is not None
    entries, sales, movements, quarantine, cases, lag_s = counted
    paid = await (await conn.execute(_PAID)).fetchall()
    feeds = await (
        await conn.execute("SELECT feed, max(position) FROM feed_token GROUP BY feed ORDER BY feed")
    ).fetchall()
    return {
        "devices": states,
        "entries": entries,
        "sales": sales,
        "payments": {currency: decimal_text(minor, currency) for currency, minor in paid},
        "movements": movements,
        "quarantine": quarantine,
        "cases": cases,
        "feeds": dict(feeds),
        "sequencer_lag_s": round(lag_s, 3),
    }


def decimal_text(minor: int, currency: str) -> str:
    """Write minor units as a decimal string of the currency's major unit."""
    digits = _EXPONENTS.get(currency, 2)
    sign, size = "-" if minor < 0 else "", abs(minor)
    whole, rest = divmod(size, 10**digits)
    return f"{sign}{whole}.{rest:0{digits}d}" if digits else f"{sign}{whole}"
