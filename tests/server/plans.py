"""What PostgreSQL makes of a statement: indexes and tables by their own names, those of partitions by their wholes'."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from psycopg import sql

from server_stub.database import Connection

_WHOLES = """
SELECT c.relname, p.relname, c.relpages FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
JOIN pg_class p ON p.oid = i.inhparent
"""


@dataclass
class Plan:
    """Indexes gone through; partitions and tables that are read, by the whole's name; those read from end to end.

    Empty partitions do not count: reading nothing from end to end is the quickest way.
    """

    indexes: set[str] = field(default_factory=set)
    reads: dict[str, set[str]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)


async def read_plan(
    conn: Connection, asked: sql.Composed | str, values: Mapping[str, Any] | Sequence[Any], *, run: bool = False
) -> Plan:
    """Plan a statement; with `run` do it, in a transaction that is rolled back, and count only what was reached."""
    found = await (await conn.execute(_WHOLES)).fetchall()
    wholes, empty = {part: whole for part, whole, _ in found}, {part for part, _, pages in found if not pages}
    query = asked if isinstance(asked, sql.Composed) else sql.SQL(asked)
    explain = sql.SQL("EXPLAIN (ANALYZE, FORMAT JSON) " if run else "EXPLAIN (FORMAT JSON) ")
    async with conn.transaction(force_rollback=True):
        row = await (await conn.execute(explain + query, values)).fetchone()
    assert row is not None
    plan = Plan()

    def walk(node: dict[str, Any]) -> None:
        if (run and not node["Actual Loops"]) or node.get("Relation Name") in empty:
            return
        if "Index Name" in node:
            plan.indexes.add(wholes.get(node["Index Name"], node["Index Name"]))
        if "Scan" in node["Node Type"] and "Relation Name" in node:
            name = node["Relation Name"]
            plan.reads.setdefault(wholes.get(name, name), set()).add(name)
            if node["Node Type"] == "Seq Scan":
                plan.whole.add(wholes.get(name, name))
        for child in node.get("Plans", ()):
            walk(child)

    walk((row[0] if isinstance(row[0], list) else json.loads(row[0]))[0]["Plan"])
    return plan
