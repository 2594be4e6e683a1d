"""Values of the domain become facts of the protocol, field by field."""

import msgspec

from desktop.domain.approval import GoodsAsked, GoodsDecided
from desktop.domain.card_payment import CardSettled
from desktop.domain.counting import StockCounted
from desktop.domain.counting_matters import CountDecided
from desktop.domain.customer_data import CustomerChange, Registration
from desktop.domain.drawer import DrawerOpening
from desktop.domain.order import OrderTaken
from desktop.domain.papers import Copy, Fiscal, Invoice
from desktop.domain.place import PlateMade, PlateMoved
from desktop.domain.sale import Sale, Void
from desktop.domain.shift import Closing, Shift
from desktop.domain.staff import SignIn
from desktop.domain.stock import GoodsMoved
from desktop.domain.unknown_code import BoundCode, UnknownCode
from sync.wire import (
    approvals,
    counts,
    customer_facts,
    facts,
    goods_facts,
    orders,
    paper_facts,
    places,
    tender_facts,
    ticket_facts,
)
from sync.wire.facts import Fact

Event = (
    Sale | Void | Shift | Closing | DrawerOpening | SignIn | GoodsMoved | StockCounted | CountDecided | OrderTaken
    | PlateMade | PlateMoved | Copy | Invoice | Fiscal | CardSettled | UnknownCode | BoundCode | Registration
    | CustomerChange | GoodsAsked | GoodsDecided
)  # fmt: skip
"""What an operation can say has happened."""

_FACTS: dict[type[Event], type[Fact]] = {
    Sale: facts.SaleCompleted,
    Void: facts.SaleVoided,
    Shift: facts.ShiftOpened,
    Closing: facts.ShiftClosed,
    DrawerOpening: facts.DrawerOpened,
    SignIn: facts.StaffSignedIn,
    GoodsMoved: goods_facts.GoodsMoved,
    StockCounted: goods_facts.StockCounted,
    CountDecided: counts.CountDecided,
    GoodsAsked: approvals.GoodsAsked,
    GoodsDecided: approvals.GoodsDecided,
    OrderTaken: orders.OrderTaken,
    PlateMade: places.PlaceMade,
    PlateMoved: places.PlaceMoved,
    Copy: paper_facts.ReceiptCopied,
    Invoice: paper_facts.InvoiceIssued,
    Fiscal: paper_facts.SaleFiscalised,
    CardSettled: tender_facts.CardSettled,
    UnknownCode: ticket_facts.CodeUnknown,
    BoundCode: ticket_facts.CodeBound,
    Registration: customer_facts.CustomerRegistered,
    CustomerChange: customer_facts.CustomerChanged,
}


def to_fact(event: Event) -> Fact:
    """Give the fact for a value; what a fact has no field for (names, times) stays out of it."""
    return msgspec.convert(event, _FACTS[type(event)], from_attributes=True)
