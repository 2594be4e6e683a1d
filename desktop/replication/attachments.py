"""What a customer gave becomes an attachment: salted, hashed, and on its way beside the entry that names the hash."""

import secrets

import msgspec

from desktop.domain.customer_data import CustomerData
from desktop.store.attachments import Kept
from sync.wire import customer_facts
from sync.wire.attachments import SALT_BYTES, Attachment, attachment_hash


def make_attachment(given: CustomerData) -> Kept:
    """Give what is to be kept beside the journal."""
    salt = secrets.token_bytes(SALT_BYTES)
    content = msgspec.json.encode(msgspec.convert(given, customer_facts.CustomerData, from_attributes=True))
    return Kept(attachment_hash(salt, content).hex(), salt, content)


def to_wire(kept: Kept) -> Attachment:
    """Give it as it travels; one that was blanked is its hash alone."""
    return Attachment(hash=bytes.fromhex(kept.hash), salt=kept.salt or b"", content=kept.content or b"")
