"""What is stored about a customer: in an attachment that can be blanked, of which only a hash remains.

`hash` = SHA-256(salt, bytes) is what journal entries name; erasing blanks salt and bytes, and the chains still verify.
"""

import secrets
from datetime import date, datetime
from typing import Any

import msgspec
from msgspec import Struct
from psycopg.rows import dict_row

from server_stub.api import idempotency, product_search
from server_stub.database import Connection
from server_stub.faults import Refusal
from server_stub.ids import new_id
from sync.wire.attachments import SALT_BYTES, attachment_hash

KIND = "customer"


class PersonalData(Struct, frozen=True, kw_only=True):
    """What a shop knows of a customer; `birthday` is month and day, MM-DD.

    `consent_at` is when they agreed at a till that the shop keeps this (RFC 3339), empty where nobody was asked there.
    """

    name: str
    email: str = ""
    phone: str = ""
    address: str = ""
    note: str = ""
    birthday: str = ""
    tax_number: str = ""
    consent_at: str = ""


async def attach(
    conn: Connection, shop: str, customer: str, data: PersonalData, retain_until: date | None, now: datetime
) -> str:
    """Store personal data and give the attachment's id; what was stored before is blanked, unless the law wants it.

    A change that waits for somebody's decision stays.
    """
    await blank(conn, customer, now, waiting=False)
    ident, salt, content = new_id(), secrets.token_bytes(SALT_BYTES), msgspec.json.encode(data)
    await conn.execute(
        """INSERT INTO attachment
               (attachment_id, shop_id, kind, subject_id, hash, salt, bytes, retain_until, created_at)
           VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)""",
        (ident, shop, KIND, customer, attachment_hash(salt, content), salt, content, retain_until, now),
    )
    return ident


async def blank(conn: Connection, customer: str, now: datetime, *, waiting: bool = True) -> int:
    """Blank what is stored about a customer, but for what the law still wants; gives how much it was.

    `waiting`: also changes that wait for a decision.
    """
    cursor = await conn.execute(
        """UPDATE attachment SET salt = NULL, bytes = NULL, blanked_at = %(now)s
           WHERE subject_id = %(customer)s AND bytes IS NOT NULL
             AND (retain_until IS NULL OR retain_until < %(today)s)
             AND (%(waiting)s OR attachment_id NOT IN (
                 SELECT attachment_id FROM customer_clash WHERE customer_id = %(customer)s::uuid))""",
        {"customer": customer, "now": now, "today": now.date(), "waiting": waiting},
    )
    return cursor.rowcount


def words_of(data: PersonalData) -> str:
    """Write what a customer is found by, as a tsvector."""
    return product_search.vector(f"{data.name} {data.email} {data.phone}")


async def export_customer(conn: Connection, customer: str) -> dict[str, Any]:
    """Give everything that is stored about a customer. Raises Refusal `customer.unknown`."""
    found = await _read(conn, "SELECT * FROM customer WHERE customer_id = %s", customer)
    if not found:
        raise unknown(customer)
    attachments = await _read(conn, "SELECT * FROM attachment WHERE subject_id = %s ORDER BY created_at", customer)
    calls = await _read(
        conn, "SELECT caller, status, made_at, answer FROM idempotent_call WHERE about = %s ORDER BY made_at", customer
    )
    row = found[0]
    sales = await _read(
        conn, "SELECT sale_id, receipt, occurred_at FROM sale WHERE customer_id = %s ORDER BY occurred_at", customer
    )
    moves = await _read(
        conn,
        """SELECT sale_id, purse, currency, amount, occurred_at, reason, voided FROM purse_move
           WHERE customer_id = %s ORDER BY occurred_at, sale_id, n""",
        customer,
    )
    return {
        "id": str(row["customer_id"]),
        "shop": str(row["shop_id"]),
        "version": row["version"],
        "created_at": row["created_at"],
        "changed_at": row["changed_at"],
        "erased_at": row["erased_at"],
        "search_words": row["words"],
        "card": row["card"],
        "group": row["group_name"],
        "price_list": str(row["price_list_id"]) if row["price_list_id"] else None,
        "tax_exempt": row["tax_exempt"],
        "account_limit_minor": row["account_limit_minor"],
        "everywhere": row["everywhere"],
        "made_by": str(row["made_by"]) if row["made_by"] else None,
        "changed_by": str(row["changed_by"]) if row["changed_by"] else None,
        "sales": [sale | {"sale_id": str(sale["sale_id"])} for sale in sales],
        "purse_moves": [move | {"sale_id": str(move["sale_id"])} for move in moves],
        "attachments": [_describe(attachment) for attachment in attachments],
        "kept_answers": [
            {
                "caller": call["caller"],
                "made_at": call["made_at"],
                "answer": msgspec.json.decode(call["answer"]) if call["answer"] else None,
            }
            for call in calls
        ],
    }


def _describe(row: dict[str, Any]) -> dict[str, Any]:
    content = row["bytes"]
    return {
        "id": str(row["attachment_id"]),
        "sha256": bytes(row["hash"]).hex(),
        "salt": bytes(row["salt"]).hex() if row["salt"] is not None else None,
        "data": msgspec.json.decode(bytes(content)) if content is not None else None,
        "retain_until": row["retain_until"],
        "created_at": row["created_at"],
        "blanked_at": row["blanked_at"],
    }


async def erase_customer(conn: Connection, customer: str, now: datetime) -> dict[str, Any]:
    """Blank all that is stored about a customer; what the law still wants is kept and named.

    Gives {"id", "erased_at", "blanked", "kept": [{"attachment", "retain_until"}]}. Raises Refusal `customer.unknown`.
    """
    cursor = await conn.execute(
        """UPDATE customer SET words = '', card = '', tax_exempt = '', erased_at = coalesce(erased_at, %s),
               changed_at = %s, version = version + 1
           WHERE customer_id = %s RETURNING erased_at""",
        (now, now, customer),
    )
    row = await cursor.fetchone()
    if row is None:
        raise unknown(customer)
    blanked = await blank(conn, customer, now)
    await idempotency.forget(conn, customer)
    kept = await _read(
        conn, "SELECT attachment_id, retain_until FROM attachment WHERE subject_id = %s AND bytes IS NOT NULL", customer
    )
    return {
        "id": customer,
        "erased_at": row[0],
        "blanked": blanked,
        "kept": [{"attachment": str(k["attachment_id"]), "retain_until": k["retain_until"]} for k in kept],
    }


async def _read(conn: Connection, query: Any, customer: str) -> list[dict[str, Any]]:
    async with conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(query, (customer,))
        return await cursor.fetchall()


def unknown(customer: str) -> Refusal:
    """Say that there is no such customer."""
    return Refusal("customer.unknown", f"There is no customer {customer}", "GET customers lists them.")
