"""What the journal holds that is not at head office yet, read back in words of the trade."""

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import Connection

from desktop.domain.unsent import Unsent
from desktop.store import catalogue, people, sales, shifts, stock
from desktop.store.journal import Sealed
from sync.wire import facts
from sync.wire.approvals import GoodsAsked, GoodsDecided
from sync.wire.counts import CountDecided
from sync.wire.customer_facts import CustomerChanged, CustomerRegistered
from sync.wire.facts import Fact, UnknownFact, decode_fact
from sync.wire.goods_facts import GoodsMoved, StockCounted
from sync.wire.orders import OrderTaken
from sync.wire.paper_facts import InvoiceIssued, ReceiptCopied, SaleFiscalised
from sync.wire.places import PlaceMade, PlaceMoved
from sync.wire.tender_facts import CardSettled
from sync.wire.ticket_facts import CodeBound, CodeUnknown


def describe(connection: Connection, sealed: Sealed) -> Unsent:
    """Say what an entry is; one of a newer program, or one that is damaged, has its kind alone."""
    try:
        fact = decode_fact(sealed.kind, sealed.version, sealed.body)
        more = _DESCRIBED[type(fact)](connection, fact)
    except (UnknownFact, msgspec.DecodeError):
        more = {}
    return Unsent(sealed.incarnation, sealed.seq, sealed.kind, sealed.occurred_at, **more)


def _sale(connection: Connection, fact: facts.SaleCompleted) -> dict[str, Any]:
    return {"subject": fact.receipt, "amount_minor": fact.total_minor, "currency": fact.currency}


def _void(connection: Connection, fact: facts.SaleVoided) -> dict[str, Any]:
    sold = sales.read_sale(connection, fact.sale_id)
    amount = -sold.total_minor if sold else None
    return {
        "subject": fact.receipt,
        "detail": fact.reason,
        "amount_minor": amount,
        "currency": sold.currency if sold else "",
    }


def _opened(connection: Connection, fact: facts.ShiftOpened) -> dict[str, Any]:
    return {"subject": str(fact.number), "amount_minor": fact.float_minor, "currency": fact.currency}


def _closed(connection: Connection, fact: facts.ShiftClosed) -> dict[str, Any]:
    currency = _currency(connection, fact.shift_id)
    return {"subject": str(fact.z_number), "amount_minor": fact.total_minor, "currency": currency}


def _drawer(connection: Connection, fact: facts.DrawerOpened) -> dict[str, Any]:
    amount = fact.amount_minor or None
    return {"detail": fact.reason, "amount_minor": amount, "currency": _currency(connection, fact.shift_id)}


def _signed_in(connection: Connection, fact: facts.StaffSignedIn) -> dict[str, Any]:
    who = people.read_person(connection, fact.person_id)
    return {"detail": who.name if who else ""}


def _adjusted(connection: Connection, fact: facts.StockAdjusted) -> dict[str, Any]:
    return {"subject": str(len(fact.moves)), "detail": fact.reason}


def _moved(connection: Connection, fact: GoodsMoved) -> dict[str, Any]:
    return {"subject": str(len(fact.moves)), "detail": fact.reference or fact.reason or fact.purpose}


def _counted(connection: Connection, fact: StockCounted) -> dict[str, Any]:
    return {"subject": str(len(fact.lines)), "detail": fact.reference}


def _decided(connection: Connection, fact: CountDecided) -> dict[str, Any]:
    product = catalogue.read_product(connection, fact.product_id)
    return {"subject": product.name if product else "", "detail": fact.note}


def _asked(connection: Connection, fact: GoodsAsked) -> dict[str, Any]:
    return _moved(connection, fact.document)


def _approved(connection: Connection, fact: GoodsDecided) -> dict[str, Any]:
    return _moved(connection, fact.document)


def _order_taken(connection: Connection, fact: OrderTaken) -> dict[str, Any]:
    return {"subject": fact.order_id}


def _plate_made(connection: Connection, fact: PlaceMade) -> dict[str, Any]:
    return {"subject": fact.sscc}


def _plate_moved(connection: Connection, fact: PlaceMoved) -> dict[str, Any]:
    codes = {place.id: place.code for place in stock.list_places(connection)}
    return {"subject": codes.get(fact.place_id, ""), "detail": codes.get(fact.to_place_id, "")}


def _journal(connection: Connection, fact: facts.JournalOpened) -> dict[str, Any]:
    return {"subject": fact.receipt_prefix, "detail": fact.reason}


def _copied(connection: Connection, fact: ReceiptCopied) -> dict[str, Any]:
    return {"subject": _receipt(connection, fact.sale_id), "detail": str(fact.copy_no)}


def _invoice(connection: Connection, fact: InvoiceIssued) -> dict[str, Any]:
    return {"subject": fact.number, "detail": _receipt(connection, fact.sale_id)}


def _fiscalised(connection: Connection, fact: SaleFiscalised) -> dict[str, Any]:
    return {"subject": _receipt(connection, fact.sale_id), "detail": fact.transaction_no}


def _code(connection: Connection, fact: CodeUnknown | CodeBound) -> dict[str, Any]:
    return {"subject": fact.code}


def _customer(connection: Connection, fact: CustomerRegistered | CustomerChanged) -> dict[str, Any]:
    """Say no more than that: lists of what is unsent are handed to others."""
    return {}


def _card(connection: Connection, fact: CardSettled) -> dict[str, Any]:
    return {"detail": fact.reason, "amount_minor": fact.amount_minor, "currency": fact.currency}


def _receipt(connection: Connection, sale_id: str) -> str:
    sold = sales.read_sale(connection, sale_id)
    return sold.receipt if sold else ""


def _currency(connection: Connection, shift_id: str) -> str:
    shift = shifts.read_shift(connection, shift_id)
    return shift.currency if shift else ""


_DESCRIBED: dict[type[Fact], Callable[..., dict[str, Any]]] = {
    facts.SaleCompleted: _sale,
    facts.SaleVoided: _void,
    facts.ShiftOpened: _opened,
    facts.ShiftClosed: _closed,
    facts.DrawerOpened: _drawer,
    facts.StaffSignedIn: _signed_in,
    facts.StockAdjusted: _adjusted,
    GoodsMoved: _moved,
    StockCounted: _counted,
    CountDecided: _decided,
    GoodsAsked: _asked,
    GoodsDecided: _approved,
    OrderTaken: _order_taken,
    PlaceMade: _plate_made,
    PlaceMoved: _plate_moved,
    facts.JournalOpened: _journal,
    ReceiptCopied: _copied,
    InvoiceIssued: _invoice,
    SaleFiscalised: _fiscalised,
    CodeUnknown: _code,
    CodeBound: _code,
    CardSettled: _card,
    CustomerRegistered: _customer,
    CustomerChanged: _customer,
}
