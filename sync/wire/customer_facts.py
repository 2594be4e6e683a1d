"""A customer made at a till: the entry says who by id and hash, the attachment says what they gave."""

from msgspec import Struct

REGISTERED = "customer.registered"


class CustomerRegistered(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A customer was made at a till; `attachment` is the hash (hex) of a CustomerData.

    `granted_by` is the person who lent the entry's actor the right for this once.
    """

    customer_id: str
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
