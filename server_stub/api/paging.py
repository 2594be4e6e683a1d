"""Pages by key: the next page begins behind the last row's key, so rows that are added meanwhile move nothing.

A cursor is opaque, names its list and carries a MAC: what a client made up is a 400, never a question to the database.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, LiteralString, TypeVar

from msgspec import Meta, Struct
from psycopg import sql
from psycopg.rows import dict_row

from server_stub.database import Connection
from server_stub.faults import Denied

Row = dict[str, Any]
T = TypeVar("T")

_MAC_BYTES = 12


class Page(Struct, Generic[T], frozen=True, kw_only=True):
    """One page of a list; `next` is the cursor of the following one, null on the last."""

    items: list[T]
    next: str | None


class Paged(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every list takes."""

    limit: Annotated[int, Meta(ge=1, le=500, description="How many rows at most.")] = 100
    cursor: Annotated[str, Meta(max_length=2000, description="`next` of the page before.")] = ""


EACH_SHOP: LiteralString = "{} IN (SELECT id FROM shop)"
"""Times of all shops are found shop by shop: before version 18 PostgreSQL reads an index by its second column whole."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list's SQL: `key` are (expression, type) pairs that order it, unique together and never changing.

    `filters` are conditions by the parameter they need; one whose value is None is left out. `ever` always holds;
    `before` is a WITH clause. `within` is a filter that fixes the first expression of the key: then a cursor is
    compared by the others, whose rows PostgreSQL can count.
    """

    name: str
    columns: LiteralString
    source: LiteralString
    key: tuple[tuple[LiteralString, LiteralString], ...]
    filters: Mapping[str, LiteralString] = field(default_factory=dict)
    ever: tuple[LiteralString, ...] = ()
    before: LiteralString = ""
    within: str = ""


async def read_page(
    conn: Connection, secret: bytes, listing: Listing, paged: Paged, values: Mapping[str, Any]
) -> tuple[list[Row], str | None]:
    """Give a page's rows as dicts and the cursor of the next. Raises Denied 400 for a cursor of anything else."""
    after = read_cursor(secret, listing.name, paged.cursor) if paged.cursor else []
    query, parameters = compose(listing, values, after, paged.limit + 1)
    async with conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(query, parameters)
        rows = await cursor.fetchall()
    following = None
    if len(rows) > paged.limit:
        rows = rows[: paged.limit]
        following = write_cursor(secret, listing.name, [rows[-1][f"key{n}"] for n in range(len(listing.key))])
    return rows, following


def compose(
    listing: Listing, values: Mapping[str, Any], after: Sequence[str], limit: int
) -> tuple[sql.Composed, dict[str, Any]]:
    """Put a page's query together from the listing's own parts; values are parameters only."""
    given = {name for name, value in values.items() if value is not None}
    conditions: list[sql.Composable] = [sql.SQL(part) for part in listing.ever]
    conditions += [sql.SQL(condition) for name, condition in listing.filters.items() if name in given]
    parameters = {**values, "limit": limit}
    if after:
        is_fixed = listing.within in given and str(values[listing.within]) == after[0]
        parts = list(enumerate(listing.key))[is_fixed:]
        mine = sql.SQL(", ").join(sql.SQL(expression) for _, (expression, _) in parts)
        theirs = sql.SQL(", ").join(
            sql.SQL("{}::{}").format(sql.Placeholder(f"key{n}"), sql.SQL(kind)) for n, (_, kind) in parts
        )
        conditions.append(sql.SQL("({}) > ({})").format(mine, theirs))
        parameters |= {f"key{n}": value for n, value in enumerate(after)}
    keys = [
        sql.SQL("({})::text AS {}").format(sql.SQL(expression), sql.Identifier(f"key{n}"))
        for n, (expression, _) in enumerate(listing.key)
    ]
    query = sql.SQL(
        "{before} SELECT {columns}, {keys} FROM {source} WHERE {conditions} ORDER BY {order} LIMIT %(limit)s"
    ).format(
        before=sql.SQL(listing.before),
        columns=sql.SQL(listing.columns),
        keys=sql.SQL(", ").join(keys),
        source=sql.SQL(listing.source),
        conditions=sql.SQL(" AND ").join(conditions) if conditions else sql.SQL("true"),
        order=sql.SQL(", ").join(sql.SQL(expression) for expression, _ in listing.key),
    )
    return query, parameters


def write_cursor(secret: bytes, name: str, key: Sequence[str]) -> str:
    """Make the cursor behind a key of a list."""
    payload = json.dumps([name, *key], ensure_ascii=False).encode()
    return base64.urlsafe_b64encode(_mac(secret, payload) + payload).decode().rstrip("=")


def read_cursor(secret: bytes, name: str, text: str) -> list[str]:
    """Give the key in a cursor. Raises Denied 400 for one that this centre did not make for this list."""
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise Denied(400, "cursor is not one of this list") from error
    mac, payload = raw[:_MAC_BYTES], raw[_MAC_BYTES:]
    if not hmac.compare_digest(mac, _mac(secret, payload)):
        raise Denied(400, "cursor is not one of this list")
    made_for, *key = json.loads(payload)
    if made_for != name:
        raise Denied(400, "cursor is not one of this list")
    return [str(part) for part in key]


def _mac(secret: bytes, payload: bytes) -> bytes:
    return hmac.digest(secret, b"cursor\0" + payload, hashlib.sha256)[:_MAC_BYTES]
