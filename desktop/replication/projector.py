"""Project entries onto the tables that the screens read; reads entries and projections only, never the replica.

The perpetual total counts the goods sold and is reduced neither by voids nor by returns: it never goes back.
"""

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import Connection

from desktop.replication.project_customers import project_customer
from desktop.replication.project_goods import (
    add_moves,
    back_again,
    moves_of_line,
    project_approval,
    project_asked,
    project_count,
    project_decision,
    project_goods,
)
from desktop.replication.project_offers import give_back_coupons, project_coupons, project_promotions
from desktop.replication.project_papers import project_paper
from desktop.replication.project_places import project_made, project_moved
from desktop.replication.project_purses import move_back, project_purses
from desktop.replication.project_returns import goods_minor, project_returns
from desktop.replication.project_tickets import project_bound, project_code, project_serials
from desktop.replication.project_tips import project_tips
from desktop.store import journal, rows, sales, serials
from sync.chain import Header
from sync.wire.approvals import GoodsAsked, GoodsDecided
from sync.wire.counts import CountDecided
from sync.wire.customer_facts import CustomerChanged, CustomerRegistered
from sync.wire.facts import (
    DrawerOpened,
    Fact,
    JournalOpened,
    SaleCompleted,
    SaleVoided,
    ShiftClosed,
    ShiftOpened,
    StaffSignedIn,
    StockAdjusted,
    decode_fact,
)
from sync.wire.goods_facts import GoodsMove, GoodsMoved, StockCounted
from sync.wire.orders import OrderTaken
from sync.wire.paper_facts import InvoiceIssued, ReceiptCopied, SaleFiscalised
from sync.wire.places import PlaceMade, PlaceMoved
from sync.wire.tender_facts import CardSettled
from sync.wire.ticket_facts import CodeBound, CodeUnknown

CASH = "cash"


def project(connection: Connection, position: int, header: Header, fact: Fact, *, recalled: bool = False) -> None:
    """Write what a fact means into the projections; `position` is the entry's place in this database.

    `recalled` entries come late, from an incarnation that was left: they never change what is in hand.
    """
    projectors = _RECALLED if recalled and type(fact) in _RECALLED else _PROJECTORS
    projectors[type(fact)](connection, position, header, fact)


def _journal_opened(connection: Connection, position: int, header: Header, fact: JournalOpened) -> None:
    row = {
        "receipt_prefix": fact.receipt_prefix,
        "last_receipt_no": fact.last_receipt_no,
        "last_shift_no": fact.last_shift_no,
        "grand_total_minor": fact.grand_total_minor,
    }
    rows.start_tally(connection, row)


def _shift_opened(connection: Connection, position: int, header: Header, fact: ShiftOpened) -> None:
    row = msgspec.structs.asdict(fact) | {"opened_at": header.occurred_at, "opened_by": header.actor}
    rows.add(connection, "shift", [row])
    rows.add_to_shift(connection, fact.shift_id, {CASH: fact.float_minor})
    rows.tally_shift(connection, fact.number)


def _shift_closed(connection: Connection, position: int, header: Header, fact: ShiftClosed) -> None:
    rows.close_shift(connection, fact.shift_id, header.occurred_at, fact.z_number)
    rows.count_in_shift(connection, fact.shift_id, {count.method: count.counted_minor for count in fact.counts})


def _sale_completed(connection: Connection, position: int, header: Header, fact: SaleCompleted) -> None:
    rows.add(connection, "sale", [_sale_row(position, header, fact)])
    owned = {"sale_id": fact.sale_id}
    lines = [msgspec.structs.asdict(line) | owned | {"line_no": no} for no, line in enumerate(fact.lines, 1)]
    rows.add(connection, "sale_line", lines)
    rows.add(connection, "sale_tax", [msgspec.structs.asdict(tax) | owned for tax in fact.taxes])
    payments = [msgspec.structs.asdict(paid) | owned | {"payment_no": no} for no, paid in enumerate(fact.payments, 1)]
    rows.add(connection, "payment", payments)
    project_returns(connection, fact)
    project_serials(connection, fact)
    project_coupons(connection, header, fact)
    project_promotions(connection, fact)
    project_tips(connection, fact)
    project_purses(connection, header, fact)
    moves = [move for line in fact.lines for move in moves_of_line(line, fact.place_id)]
    add_moves(connection, header, "sale", moves)
    rows.add_to_shift(connection, fact.shift_id, sales.held(fact.payments, fact.change_minor))
    rows.tally_sale(connection, fact.receipt_no, goods_minor(fact))


def _sale_row(position: int, header: Header, fact: SaleCompleted) -> dict[str, Any]:
    return {
        "sale_id": fact.sale_id,
        "position": position,
        "incarnation": header.incarnation,
        "seq": header.seq,
        "receipt": fact.receipt,
        "shift_id": fact.shift_id,
        "occurred_at": header.occurred_at,
        "actor": header.actor,
        "currency": fact.currency,
        "total_minor": fact.total_minor,
        "rounding_minor": fact.rounding_minor,
        "change_minor": fact.change_minor,
    }


def _sale_voided(connection: Connection, position: int, header: Header, fact: SaleVoided) -> None:
    row = {
        "void_id": fact.void_id,
        "sale_id": fact.sale_id,
        "receipt": fact.receipt,
        "shift_id": fact.shift_id,
        "occurred_at": header.occurred_at,
        "actor": header.actor,
        "reason": fact.reason,
        "by_hand": fact.by_hand,
    }
    rows.add(connection, "void", [row])
    rows.void_sale(connection, fact.sale_id, header.occurred_at)
    serials.forget_sale(connection, fact.sale_id)
    give_back_coupons(connection, fact.sale_id)
    move_back(connection, header, fact.sale_id)
    add_moves(connection, header, "void", back_again(sales.read_moves(connection, fact.sale_id)))
    back = {method: -amount for method, amount in sales.read_takings(connection, fact.sale_id).items()}
    rows.add_to_shift(connection, fact.shift_id, back)
    rows.tally_sale(connection, fact.receipt_no, 0)


def _drawer_opened(connection: Connection, position: int, header: Header, fact: DrawerOpened) -> None:
    row = msgspec.structs.asdict(fact) | {
        "incarnation": header.incarnation,
        "seq": header.seq,
        "occurred_at": header.occurred_at,
        "actor": header.actor,
    }
    rows.add(connection, "drawer", [row])
    if fact.amount_minor:
        rows.add_to_shift(connection, fact.shift_id, {CASH: fact.amount_minor})


def _staff_signed_in(connection: Connection, position: int, header: Header, fact: StaffSignedIn) -> None:
    row = msgspec.structs.asdict(fact) | {
        "incarnation": header.incarnation,
        "seq": header.seq,
        "occurred_at": header.occurred_at,
    }
    rows.add(connection, "sign_in", [row])


def _stock_adjusted(connection: Connection, position: int, header: Header, fact: StockAdjusted) -> None:
    moves = [GoodsMove(**msgspec.structs.asdict(move)) for move in fact.moves]
    add_moves(connection, header, fact.reason, moves)


def _order_taken(connection: Connection, position: int, header: Header, fact: OrderTaken) -> None:
    """Changes no figure: it tells others who is at it."""


def _card_settled(connection: Connection, position: int, header: Header, fact: CardSettled) -> None:
    """Changes no figure: the payment counts when the ticket is sold."""


_PROJECTORS: dict[type, Callable[..., None]] = {
    CardSettled: _card_settled,
    CodeUnknown: project_code,
    CodeBound: project_bound,
    CustomerRegistered: project_customer,
    CustomerChanged: project_customer,
    JournalOpened: _journal_opened,
    ShiftOpened: _shift_opened,
    ShiftClosed: _shift_closed,
    SaleCompleted: _sale_completed,
    SaleVoided: _sale_voided,
    DrawerOpened: _drawer_opened,
    StaffSignedIn: _staff_signed_in,
    StockAdjusted: _stock_adjusted,
    GoodsMoved: project_goods,
    StockCounted: project_count,
    CountDecided: project_decision,
    GoodsAsked: project_asked,
    GoodsDecided: project_approval,
    OrderTaken: _order_taken,
    PlaceMade: project_made,
    PlaceMoved: project_moved,
    ReceiptCopied: project_paper,
    InvoiceIssued: project_paper,
    SaleFiscalised: project_paper,
}


def _journal_recalled(connection: Connection, position: int, header: Header, fact: JournalOpened) -> None:
    rows.tally_sale(connection, fact.last_receipt_no, 0)
    rows.tally_shift(connection, fact.last_shift_no)


def _shift_recalled(connection: Connection, position: int, header: Header, fact: ShiftOpened) -> None:
    _shift_opened(connection, position, header, fact)
    rows.close_shift(connection, fact.shift_id, header.occurred_at, None)


def _sale_recalled(connection: Connection, position: int, header: Header, fact: SaleCompleted) -> None:
    """A kept cart may have been sold a second time meanwhile: the sale that came first stands, the other is a case."""
    if sales.read_sale(connection, fact.sale_id) is not None:
        return
    _sale_completed(connection, position, header, fact)
    if _is_counted(connection, header):
        rows.tally_sale(connection, fact.receipt_no, -goods_minor(fact))


def _void_recalled(connection: Connection, position: int, header: Header, fact: SaleVoided) -> None:
    sold = sales.read_sale(connection, fact.sale_id)
    if sold is not None and sold.voided_at is None:
        _sale_voided(connection, position, header, fact)


def _is_counted(connection: Connection, header: Header) -> bool:
    """Whether the perpetual total with which a chain was begun here contains the entry already.

    It does up to the number behind which that chain goes on; and where a chain goes on from one that this database
    had not at all, everything older is in it too.
    """
    own = journal.list_openings(connection)
    names = {sealed.incarnation for sealed in own}
    for sealed in own:
        opened = decode_fact(sealed.kind, sealed.version, sealed.body)
        assert isinstance(opened, JournalOpened)
        if opened.parent_incarnation == header.incarnation:
            if header.seq <= opened.parent_seq:
                return True
        elif opened.parent_incarnation and opened.parent_incarnation not in names:
            return True
    return False


_RECALLED: dict[type, Callable[..., None]] = {
    JournalOpened: _journal_recalled,
    ShiftOpened: _shift_recalled,
    SaleCompleted: _sale_recalled,
    SaleVoided: _void_recalled,
}
