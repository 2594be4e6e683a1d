"""Customer files: one customer a row, in the words of the REST surface; known by id, else by card, else new."""

from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import psycopg

from server_stub.api import people_data
from server_stub.api.amounts import minor
from server_stub.api.customers import CustomerDraft
from server_stub.api.people_data import PersonalData
from server_stub.database import Connection, Pool
from server_stub.faults import Denied
from server_stub.goods.product_cells import flag
from server_stub.goods.product_rows import Report
from server_stub.goods.shops import list_shops
from server_stub.ids import new_id
from server_stub.offers.row_file import Convert, day, decimal, importing, one_of, read_drafts
from sync.wire.changes import Shop

_KNOWN = """
SELECT c.customer_id::text, c.shop_id::text, c.card, c.erased_at IS NOT NULL AS erased, a.bytes, c.group_name,
    c.price_list_id::text, c.tax_exempt, c.account_limit_minor, c.everywhere,
    a.retain_until
FROM customer c JOIN attachment a USING (attachment_id)
WHERE c.customer_id = %(id)s::uuid OR (%(id)s::uuid IS NULL AND c.card = nullif(%(card)s, ''))
"""
_SAVE = """
INSERT INTO customer (customer_id, shop_id, version, attachment_id, words, created_at, changed_at, card, group_name,
    price_list_id, tax_exempt, account_limit_minor, everywhere)
VALUES (%(id)s, %(shop)s, 1, %(attachment)s, %(words)s::tsvector, %(now)s, %(now)s, %(card)s, %(group)s, %(price_list)s,
    %(tax_exempt)s, %(limit)s, %(everywhere)s)
ON CONFLICT (customer_id) DO UPDATE SET version = customer.version + 1, attachment_id = excluded.attachment_id,
    words = excluded.words, changed_at = excluded.changed_at, card = excluded.card, group_name = excluded.group_name,
    price_list_id = excluded.price_list_id, tax_exempt = excluded.tax_exempt,
    account_limit_minor = excluded.account_limit_minor, everywhere = excluded.everywhere
"""


class CustomerRow(CustomerDraft, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of the file."""

    id: UUID | None = None


class _Terms(msgspec.Struct, frozen=True):
    """What is kept of a customer beside the personal data, as its columns are."""

    card: str
    group: str
    price_list: str | None
    tax_exempt: str
    limit: int
    everywhere: bool


async def import_customers(pool: Pool, path: Path, *, shop: str | None = None, partial: bool = False) -> dict[str, Any]:
    """Add and change customers by a file and report what became of its rows; a row without id and card is a new one.

    `shop` is whose they are unless a row says it; with one shop alone it need not be said.
    """
    report = Report()
    async with importing(pool, report, partial=partial) as conn:
        shops = {one.id: one for one in await list_shops(conn)}
        only = shop or (next(iter(shops)) if len(shops) == 1 else None)
        for number, row in read_drafts(path, CustomerRow, await _converts(conn, shops), ("name",), report):
            owner = str(row.shop) if row.shop else only
            if owner is None:
                report.reject(number, "shop", "", "is empty: it is not clear whose customer this is")
            else:
                await _take(conn, number, row, shops[owner], report)
    return asdict(report)


async def _converts(conn: Connection, shops: dict[str, Shop]) -> dict[str, Convert]:
    cursor = await conn.execute("SELECT name, price_list_id::text FROM price_list ORDER BY shop_id NULLS LAST")
    lists: dict[str, str] = dict(await cursor.fetchall())
    return {
        "shop": one_of({one.name: one.id for one in shops.values()}, "shop"),
        "price_list": one_of(lists, "price list"),
        "account_limit": decimal,
        "everywhere": flag,
        "retain_until": day,
    }


async def _take(conn: Connection, number: int, row: CustomerRow, shop: Shop, report: Report) -> None:
    try:
        terms = _Terms(
            card=row.card,
            group=row.group,
            price_list=str(row.price_list) if row.price_list else None,
            tax_exempt=row.tax_exempt,
            limit=minor(row.account_limit, shop.currency),
            everywhere=row.everywhere,
        )
    except Denied as error:
        return report.reject(number, "account_limit", row.account_limit, str(error))
    cursor = await conn.execute(_KNOWN, {"id": row.id, "card": row.card})
    known = await cursor.fetchone()
    if known is not None and (known[3] or known[1] != shop.id):
        why = "was erased" if known[3] else "belongs to another shop"
        return report.reject(number, "id", str(row.id or row.card), why)
    present = _read(known[4]) if known else None
    data = _data(row, present)
    if known is not None and (present, _Terms(known[2], *known[5:10])) == (data, terms):
        report.unchanged += 1
        return None
    ident = known[0] if known else str(row.id or new_id())
    try:
        async with conn.transaction():
            await _save(conn, ident, shop.id, data, terms, row.retain_until or (known[10] if known else None))
    except psycopg.errors.UniqueViolation:
        return report.reject(number, "card", row.card, "is another customer's")
    report.changed += known is not None
    report.added += known is None
    return None


async def _save(
    conn: Connection, ident: str, shop: str, data: PersonalData, terms: _Terms, retain_until: date | None
) -> None:
    now = datetime.now(UTC)
    attachment = await people_data.attach(conn, shop, ident, data, retain_until, now)
    values = {"id": ident, "shop": shop, "attachment": attachment, "words": people_data.words_of(data), "now": now}
    await conn.execute(_SAVE, values | msgspec.structs.asdict(terms))


def _data(row: CustomerRow, present: PersonalData | None) -> PersonalData:
    """Take what the row says; no file gives anybody's consent, and none takes it back."""
    given = {name: getattr(row, name) for name in PersonalData.__struct_fields__ if name != "consent_at"}
    return PersonalData(**given, consent_at=present.consent_at if present else "")


def _read(content: bytes | None) -> PersonalData | None:
    return msgspec.json.decode(content, type=PersonalData) if content else None
