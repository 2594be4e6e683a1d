"""What a transaction touched; screens listen to topics and read again what they show."""

from enum import StrEnum


class Topic(StrEnum):
    """A part of the databases that is announced after a commit which changed it."""

    CATALOG = "catalog"
    CART = "cart"
    PARKED = "parked"
    """Tickets that wait at the tills of the shop."""
    SALES = "sales"
    STOCK = "stock"
    SHIFT = "shift"
    STAFF = "staff"
    SYNC = "sync"
    MESSAGES = "messages"
    CASES = "cases"
    RETURNS = "returns"
    OFFERS = "offers"
    """Promotions, price lists, coupons, customers."""
    PAPERS = "papers"
    """Copies, invoices, fiscal answers, mail."""
    DEVICES = "devices"
    """What is on its way to the printer."""
