"""Customers made and changed at tills: the entry says who, by id and hash; the attachment says what they gave."""

from collections.abc import Mapping

from msgspec import Struct

REGISTERED, CHANGED = "customer.registered", "customer.changed"
NAMING = (REGISTERED, CHANGED)
"""Kinds of entry that name an attachment."""


class CustomerRegistered(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A customer was made at a till; `attachment` is the hash (hex) of a CustomerData.

    `granted_by` is the person who lent the entry's actor the right for this once.
    """

    customer_id: str
    attachment: str
    granted_by: str = ""


class CustomerChanged(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is kept of a customer was changed at a till; `attachment` is the hash (hex) of a CustomerEdit.

    `fields` names what was changed, of `EDITABLE`.
    """

    customer_id: str
    fields: tuple[str, ...]
    attachment: str
    granted_by: str = ""


class CustomerData(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a customer gave, as JSON in an attachment, never in a body.

    `birthday` is month and day (MM-DD), `consent_at` when they agreed that the shop keeps this (RFC 3339).
    """

    name: str
    card: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    birthday: str = ""
    tax_number: str = ""
    consent_at: str = ""


EDITABLE = ("name", "card", "phone", "email", "address", "birthday", "tax_number", "price_list_id")


class CustomerEdit(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Old and new value by field, as JSON in an attachment: a field changes where the centre still holds the old one.

    `consent_at` is when the customer agreed to what is new, empty where nothing of it needs that.
    """

    edits: Mapping[str, tuple[str, str]]
    consent_at: str = ""


CUSTOMER = "/ECK/API/SYNC/CUSTOMER"
"""The enquiry: a CustomerQuestion, answered with a CustomerAnswer, 404 when the shop has no such customer."""


class CustomerQuestion(Struct, frozen=True, kw_only=True):
    """What is kept of this customer? Tills are not told it unasked; `asked_by` is the person at the till."""

    customer_id: str
    asked_by: str = ""


class CustomerAnswer(Struct, frozen=True, kw_only=True):
    """What the centre keeps of a customer, as far as a till may change it."""

    data: CustomerData
    price_list_id: str = ""
