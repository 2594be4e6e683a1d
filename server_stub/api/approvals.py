"""Documents above what somebody may book alone: listed as they wait, approved or declined."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, LiteralString
from uuid import UUID

from msgspec import Meta, Struct
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from server_stub.api.amounts import Currency, Money, Quantity, money_text, quantity_text
from server_stub.api.asking import OfShop
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.owning import find_seen
from server_stub.api.paging import Listing, Page, Row
from server_stub.approvals.deciding import decide_approval
from server_stub.approvals.waiting import read_document
from server_stub.audit import log as audit
from server_stub.identity.callers import MANAGERS, Person
from server_stub.identity.limits import check_worth
from sync.wire.goods_facts import GoodsMove

HELD = ("shelf", "bin", "plate", "receiving", "packing", "transit", "quarantine")
"""Kinds of place whose goods a shop has: a movement is told as one from there or to there."""
_GOODS: LiteralString = """
SELECT m.n, m.k, coalesce(x.sku, '') AS sku, coalesce(x.name, '') AS name, coalesce(f.code, t.code, '') AS place,
    CASE WHEN f.id IS NULL THEN m.milli ELSE -m.milli END AS change_milli,
    m.milli::numeric * v.average_e7 / nullif(v.quantity_milli, 0) AS cost_e7
FROM jsonb_to_recordset(%s) AS m(n integer, k integer, shop uuid, product uuid, source uuid, target uuid, milli bigint)
LEFT JOIN product x ON x.id = m.product
LEFT JOIN place f ON f.id = m.source AND f.kind = ANY(%s) LEFT JOIN place t ON t.id = m.target
LEFT JOIN LATERAL (SELECT average_e7, quantity_milli FROM goods_value v WHERE v.shop_id = m.shop
    AND v.product_id = m.product AND v.quantity_milli > 0 AND NOT v.guessed ORDER BY day DESC LIMIT 1) v ON true
ORDER BY m.n, m.k
"""


class ApprovalLine(Struct, frozen=True, kw_only=True):
    """What one movement would bring to a place or (below zero) take from there."""

    product: UUID
    sku: str
    name: str
    place_code: str
    lot: str
    change: Quantity


class Approval(Struct, frozen=True, kw_only=True):
    """A document that waits: `worth` at the price of the catalogue when it was asked for, by which it has to wait, and
    `cost` at what the goods had cost, null where that is not known of all of them.
    """

    id: UUID
    shop: UUID
    purpose: str
    reason: str
    note: str
    worth: Money
    cost: Money | None
    currency: Currency
    asked_at: datetime
    asked_by: str
    asked_by_name: str
    lines: list[ApprovalLine]


class ApprovalDecision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`approve` books the document now, `decline` leaves the goods where they are."""

    choice: Literal["approve", "decline"]
    note: Annotated[str, Meta(max_length=500)] = ""


class ApprovalDecided(Struct, frozen=True, kw_only=True):
    """It is decided, and so many movements were booked."""

    id: UUID
    moves: int


LISTING = Listing(
    "approvals",
    """a.document_id AS id, a.shop_id, a.document, a.worth_minor, a.asked_at, a.asked_by, a.decided_at,
    coalesce(h.currency, 'XXX') AS currency, coalesce(p.name, '') AS asked_by_name""",
    """goods_asked a LEFT JOIN shop h ON h.id = a.shop_id LEFT JOIN person p ON p.id::text = a.asked_by""",
    (("a.shop_id", "uuid"), ("a.asked_at", "timestamptz"), ("a.document_id", "uuid")),
    {
        "shop": "a.shop_id = %(shop)s",
        "open": "a.decided_at IS NULL AND %(open)s",
        "document": "a.document_id = %(document)s",
    },
    within="shop",
)


async def list_approvals(call: Call, asked: OfShop) -> Page[Approval]:
    """List what waits for an approval, with all that it would move."""
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop), open=True)
    goods = await _read_goods(call, rows)
    return Page(items=[_tell(row, goods[n]) for n, row in enumerate(rows)], next=following)


async def decide(call: Call, asked: ApprovalDecision) -> ApprovalDecided:
    """Approve a document or decline it; stock moves, and every till hears of it. 409 when somebody has decided already,
    403 for who asked for it, and for approving above the worth that the role may decide.
    """
    row = await find_seen(call, LISTING, document=call.id_of("id"))
    approved, ident = asked.choice == "approve", str(row["id"])
    if approved:
        await check_worth(call.conn, call.caller, str(row["shop_id"]), "adjust_stock", row["worth_minor"])
    decided = await decide_approval(call.conn, ident, call.now, _name(call), approved=approved, note=asked.note)
    told = {"about": decided.subject, "choice": asked.choice, "moves": len(decided.document.moves)}
    await audit.note(call.conn, call.caller, "approval.decided", f"approval:{ident}", told, at=call.now)
    return ApprovalDecided(id=row["id"], moves=len(decided.document.moves) if approved else 0)


def _name(call: Call) -> str:
    """Who decides: a person by the id that tills know, a program by its name."""
    return call.caller.person_id if isinstance(call.caller, Person) else str(getattr(call.caller, "name", ""))


async def _read_goods(call: Call, rows: Sequence[Row]) -> dict[int, list[tuple[GoodsMove, Mapping[str, Any]]]]:
    """Give the movements of each document with what they are called and worth."""
    moves = [(n, k, row, move) for n, row in enumerate(rows) for k, move in enumerate(_moves(row))]
    asked = [
        {"n": n, "k": k, "shop": str(row["shop_id"]), "product": move.product_id, "source": move.from_place_id,
         "target": move.to_place_id, "milli": move.quantity_milli}
        for n, k, row, move in moves
    ]  # fmt: skip
    async with call.conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(_GOODS, (Jsonb(asked), list(HELD)))
        told = await cursor.fetchall()
    goods: dict[int, list[tuple[GoodsMove, Mapping[str, Any]]]] = {n: [] for n in range(len(rows))}
    for (n, _, _, move), one in zip(moves, told, strict=True):
        goods[n].append((move, one))
    return goods


def _moves(row: Row) -> tuple[GoodsMove, ...]:
    return read_document(row["document"]).moves


def _tell(row: Row, goods: Sequence[tuple[GoodsMove, Mapping[str, Any]]]) -> Approval:
    document, currency = read_document(row["document"]), row["currency"]
    return Approval(
        **{name: row[name] for name in ("id", "asked_at", "asked_by", "asked_by_name", "currency")},
        shop=row["shop_id"],
        purpose=document.purpose,
        reason=document.reason,
        note=document.note,
        worth=money_text(row["worth_minor"], currency),
        cost=_cost(currency, [one["cost_e7"] for _, one in goods]),
        lines=[
            ApprovalLine(
                product=UUID(move.product_id),
                sku=one["sku"],
                name=one["name"],
                place_code=one["place"],
                lot=move.lot,
                change=quantity_text(one["change_milli"]),
            )
            for move, one in goods
        ],
    )


def _cost(currency: str, costs_e7: Sequence[Decimal | None]) -> str | None:
    known = [cost for cost in costs_e7 if cost is not None]
    if len(known) < len(costs_e7):
        return None
    digits = len(money_text(0, currency).partition(".")[2])
    return money_text(round(sum(known, Decimal()).scaleb(digits - 7)), currency)


_CONFLICT = frozenset({409})
ENDPOINTS = (
    Endpoint("GET", "/approvals", list_approvals, Page[Approval], MANAGERS, "approvals:read", OfShop),
    Endpoint(
        "POST",
        "/approvals/{id:str}/decide",
        decide,
        ApprovalDecided,
        MANAGERS,
        "approvals:write",
        ApprovalDecision,
        refuses=_CONFLICT,
    ),
)
