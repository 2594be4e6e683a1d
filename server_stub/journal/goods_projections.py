"""Facts about goods in the warehouse to rows: documents, what they moved, and the lots they name. Pure."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import msgspec

from server_stub.journal.copying import NULL, escape, text
from sync.wire.facts import SaleCompleted, SaleLine
from sync.wire.goods_facts import GoodsMove, GoodsMoved, WeightCheck
from sync.wire.line_detail import ledger_lot

Stock = defaultdict[tuple[str, str, str, str], int]
"""(shop, product, place, lot) -> by how much it changes, in thousandths."""

GOODS_COLUMNS = {
    "adjustment": "chain, seq, n, business_day, shop_id, product_id, from_place_id, to_place_id, quantity_milli, "
    "reason, occurred_at, lot, document_id, cost_e4",
    "goods_document": "document_id, chain, seq, shop_id, purpose, reference, reason, note, granted_by, occurred_at, "
    "actor, began_at, scans, refused, weight_milli",
    "weight_check": "document_id, shop_id, expected_milli, tolerance_milli, verdict, accepted_by, reason, unknown",
    "picked_mark": "document_id, n, k, shop_id, product_id, lot, code",
    "received_mark": "document_id, n, k, shop_id, product_id, lot, code",
    "sale_lot": "sale_id, n, shop_id, lot",
    "count_sheet": "count_id, chain, seq, shop_id, reference, note, zeroed, granted_by, books, occurred_at, actor, "
    "other_place_id, order_id",
    "count_line": "count_id, n, shop_id, product_id, place_id, lot, counted_milli, book_milli, counted_at, book, "
    "state, moved_milli, matter_id",
    "count_correction": "product_id, place_id, lot, chain, seq, milli, shop_id, count_id, n",
}

BRINGS = frozenset({"received", "adjusted", "repacked"})
"""Purposes of documents that may bring goods from outside."""


@dataclass(slots=True)
class LotRows:
    """Lots whose expiry a run of entries tells: product, lot, date (ISO 8601), and the chain that says so."""

    told: list[dict[str, Any]] = field(default_factory=list)


def note_expiry(rows: LotRows, product: str, lot: str, expiry: str, chain: int) -> None:
    """Collect when a lot expires, where somebody told it."""
    if lot and expiry:
        rows.told.append({"product": product, "lot": lot, "expiry": expiry, "chain": chain})


def adjustment_line(
    entry: str, n: int, day: str, shop: str, goods: GoodsMove, reason: str, at: str, document: str
) -> str:
    """Write one movement for COPY; `entry` is chain and number, `document` its id or empty."""
    way = f"{text(goods.product_id)}\t{text(goods.from_place_id)}\t{text(goods.to_place_id)}"
    return (
        f"{entry}\t{n}\t{day}\t{shop}\t{way}\t{goods.quantity_milli}\t{reason}\t{at}\t{text(goods.lot)}\t"
        f"{document or NULL}\t{NULL if goods.cost_e4 is None else goods.cost_e4}\n"
    )


def carry(stock: Stock, shop: str, goods: GoodsMove) -> None:
    """Take goods from one place to another."""
    stock[shop, goods.product_id, goods.from_place_id, goods.lot] -= goods.quantity_milli
    stock[shop, goods.product_id, goods.to_place_id, goods.lot] += goods.quantity_milli


def document_line(told: GoodsMoved, entry: str, shop: str, made: str) -> str:
    """Write a document for COPY; `made` is when and by whom."""
    fact = escape(msgspec.structs.replace(told, moves=()))
    return (
        f"{fact.document_id}\t{entry}\t{shop}\t{fact.purpose}\t{fact.reference}\t{fact.reason}\t{fact.note}\t"
        f"{fact.granted_by}\t{made}\t"
        f"{fact.began_at or NULL}\t{fact.scans}\t{fact.refused}\t{fact.weight_milli}\n"
    )


def weight_line(document: str, shop: str, told: WeightCheck) -> str:
    """Write how a parcel's weight was checked for COPY."""
    check = escape(told)
    unknown = ",".join(check.unknown)
    return (
        f"{text(document)}\t{shop}\t{check.expected_milli}\t{check.tolerance_milli}\t{check.verdict}\t"
        f"{check.accepted_by}\t{check.reason}\t{{{unknown}}}\n"
    )


def mark_lines(fact: GoodsMoved, shop: str) -> list[str]:
    """Write the codes of single pieces for COPY, byte for byte; `n` is the movement, `k` counts within it."""
    return [
        f"{text(fact.document_id)}\t{n}\t{k}\t{shop}\t{text(move.product_id)}\t{text(move.lot)}\t{text(code)}\n"
        for n, move in enumerate(fact.moves, 1)
        for k, code in enumerate(move.marks, 1)
    ]


def pieces_in(fact: GoodsMoved) -> list[dict[str, object]]:
    """Give what came in one by one: pieces with a number of their own, or single ones of a lot."""
    if fact.purpose not in BRINGS:
        return []
    single = [move for move in fact.moves if move.lot and move.quantity_milli == 1000]
    return [{"product": move.product_id, "serial": move.lot} for move in single]


def lot_of(line: SaleLine) -> str:
    """Give what the ledger keeps a line's goods apart by; bundles are made up and never kept apart."""
    return "" if line.detail is None or line.detail.parts else ledger_lot(line.detail)


def sale_lots(sale: SaleCompleted, shop: str, lots: dict[int, str], rows: LotRows, chain: int) -> list[str]:
    """Write the lots of a sale's lines for COPY, and collect what they say of expiries."""
    for n, lot in lots.items():
        line = sale.lines[n - 1]
        note_expiry(rows, line.product_id, lot, line.detail.expiry if line.detail else "", chain)
    return [f"{text(sale.sale_id)}\t{n}\t{shop}\t{text(lot)}\n" for n, lot in lots.items()]
