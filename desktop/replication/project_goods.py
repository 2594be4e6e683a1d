"""Movements between places as rows at the terminal, whatever entry they come from."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection

from desktop.domain.stock import Movement
from desktop.store import rows
from sync.chain import Header
from sync.wire.approvals import Approval, GoodsAsked, GoodsDecided
from sync.wire.counts import CountDecided
from sync.wire.facts import SaleLine
from sync.wire.goods_facts import GoodsMove, GoodsMoved, StockCounted, count_moves, done_by_line
from sync.wire.line_detail import ledger_lot

CUSTOMER = "customer"
"""The place outside the shop where sold goods go."""


def project_goods(connection: Connection, position: int, header: Header, fact: GoodsMoved) -> None:
    """What a document moved, and what it did of its order."""
    add_moves(connection, header, fact.reason or fact.purpose, fact.moves, fact.document_id)
    if fact.order_id:
        _fill_order(connection, fact)
    _name_photos(connection, header, fact)
    overrides = [msgspec.structs.asdict(one) | {"n": n} for n, one in enumerate(fact.overrides, 1)]
    rows.add(connection, "put_override", [one | {"document_id": fact.document_id} for one in overrides])


def _name_photos(connection: Connection, header: Header, fact: GoodsMoved) -> None:
    named = dict.fromkeys(name for one in fact.deviations for name in one.photos)
    place = {"incarnation": header.incarnation, "seq": header.seq}
    rows.add(connection, "photo_entry", [place | {"hash": name} for name in named])


def _fill_order(connection: Connection, fact: GoodsMoved) -> None:
    told = {"document_id": fact.document_id, "order_id": fact.order_id}
    done = done_by_line(fact).items()
    rows.add(connection, "order_done", [told | {"n": n, "done_milli": milli} for n, milli in done])
    if fact.ends_order:
        rows.add(connection, "order_end", [told])


def project_count(connection: Connection, position: int, header: Header, fact: StockCounted) -> None:
    """What a count found: differences go to their place or leave it; what is level or waits moves nothing."""
    add_moves(connection, header, "counted", count_moves(fact), fact.count_id)
    if fact.order_id:
        told = {"document_id": fact.count_id, "order_id": fact.order_id}
        rows.add(connection, "order_done", [told | {"n": n, "done_milli": 1000} for n in fact.order_lines])
        rows.add(connection, "order_end", [told] if fact.ends_order else [])


def project_decision(connection: Connection, position: int, header: Header, fact: CountDecided) -> None:
    """Which count stands: what it takes moves, and nobody is asked again here."""
    way = (fact.other_place_id, fact.place_id) if fact.settles_milli > 0 else (fact.place_id, fact.other_place_id)
    moves = [Movement(fact.product_id, *way, abs(fact.settles_milli), fact.lot)] if fact.settles_milli else []
    add_moves(connection, header, "counted", moves, fact.decision_id)
    rows.add(connection, "order_end", [{"document_id": fact.decision_id, "order_id": fact.matter_id}])


def project_asked(connection: Connection, position: int, header: Header, fact: GoodsAsked) -> None:
    """A document that waits: it moves nothing, and is listed until somebody has decided."""
    name = fact.document.document_id
    _name_photos(connection, header, fact.document)
    told = Approval(
        id=name,
        document=fact.document,
        worth_minor=fact.worth_minor,
        asked_at=header.occurred_at,
        actor=header.actor,
    )
    place = {"document_id": name, "incarnation": header.incarnation, "seq": header.seq}
    rows.add(connection, "goods_asked", [place | {"content": msgspec.json.encode(told).decode()}])


def project_approval(connection: Connection, position: int, header: Header, fact: GoodsDecided) -> None:
    """What became of a document that waited: approved it moves its goods; nobody is asked again here."""
    document = fact.document
    moves = document.moves if fact.approved else ()
    add_moves(connection, header, document.reason or document.purpose, moves, document.document_id)
    rows.add(connection, "order_end", [{"document_id": fact.decision_id, "order_id": document.document_id}])


def add_moves(
    connection: Connection,
    header: Header,
    reason: str,
    moves: Sequence[GoodsMove | Movement],
    document_id: str = "",
) -> None:
    """Write the movements of one entry, numbered from 1."""
    made = [
        {
            "incarnation": header.incarnation,
            "seq": header.seq,
            "move_no": number,
            "product_id": move.product_id,
            "from_place_id": move.from_place_id,
            "to_place_id": move.to_place_id,
            "quantity_milli": move.quantity_milli,
            "reason": reason,
            "lot": move.lot,
            "expiry": move.expiry,
            "document_id": document_id,
        }
        for number, move in enumerate(moves, 1)
    ]
    rows.add(connection, "movement", made)


def moves_of_line(line: SaleLine, place_id: str) -> list[Movement]:
    """Give what a line of a sale moves: goods, or the parts of a bundle, to the customers or back from them."""
    detail = line.detail
    lot, expiry = ledger_lot(detail), detail.expiry if detail else ""
    if detail is None or not detail.parts:
        return [_move(line, place_id, line.product_id, abs(line.quantity_milli), lot, expiry)]
    milli = abs(line.quantity_milli)
    return [
        _move(line, place_id, part.product_id, milli * part.quantity_milli // 1000, "", "") for part in detail.parts
    ]


def _move(line: SaleLine, place_id: str, product_id: str, milli: int, lot: str, expiry: str) -> Movement:
    if line.quantity_milli > 0:
        return Movement(product_id, place_id, CUSTOMER, milli, lot, expiry)
    return Movement(product_id, CUSTOMER, line.to_place_id, milli, lot, expiry)


def back_again(moves: Sequence[Movement]) -> list[Movement]:
    """Give the movements that take these back."""
    return [
        Movement(move.product_id, move.to_place_id, move.from_place_id, move.quantity_milli, move.lot, move.expiry)
        for move in moves
    ]
