"""What a customer gave, or changed, becomes an attachment: salted, hashed, sent beside the entry that names it."""

import secrets

import msgspec

from desktop.domain.customer_data import CustomerData, Edits, KnownCustomer
from desktop.store.attachments import Kept
from sync.wire import customer_facts
from sync.wire.attachments import SALT_BYTES, Attachment, attachment_hash


def make_attachment(given: CustomerData) -> Kept:
    """Give what is to be kept beside the journal of a new customer."""
    return _sealed(msgspec.convert(given, customer_facts.CustomerData, from_attributes=True))


def make_edit(edits: Edits, consent_at: str) -> Kept:
    """Give what is to be kept beside the journal of a change."""
    return _sealed(customer_facts.CustomerEdit(edits=edits, consent_at=consent_at))


def told_customer(customer_id: str, told: customer_facts.CustomerAnswer) -> KnownCustomer:
    """Give what head office has answered about a customer."""
    data = msgspec.convert(told.data, CustomerData, from_attributes=True)
    return KnownCustomer(customer_id, data, told.price_list_id, is_whole=True)


def _sealed(given: msgspec.Struct) -> Kept:
    salt, content = secrets.token_bytes(SALT_BYTES), msgspec.json.encode(given)
    return Kept(attachment_hash(salt, content).hex(), salt, content)


def to_wire(kept: Kept) -> Attachment:
    """Give it as it travels; one that was blanked is its hash alone."""
    return Attachment(hash=bytes.fromhex(kept.hash), salt=kept.salt or b"", content=kept.content or b"")
