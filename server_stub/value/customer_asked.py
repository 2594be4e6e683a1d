"""What is kept of a customer, for a till that is about to change it or to write an invoice."""

import msgspec

from server_stub.database import Connection
from sync.wire.customer_facts import CustomerAnswer, CustomerData

_FIND = """
SELECT c.card, coalesce(c.price_list_id::text, ''), a.bytes FROM customer c JOIN attachment a USING (attachment_id)
WHERE c.customer_id = %(customer)s AND c.erased_at IS NULL AND a.bytes IS NOT NULL AND (c.everywhere OR c.shop_id = (
    SELECT d.shop_id FROM registered_devices d WHERE d.device_uuid = %(device)s))
"""
_decode = msgspec.json.Decoder(CustomerData).decode


async def read_customer(conn: Connection, device: str, customer: str) -> CustomerAnswer | None:
    """Answer an enquiry; None when the terminal's shop has no such customer."""
    found = await (await conn.execute(_FIND, {"customer": customer, "device": device})).fetchone()
    if found is None:
        return None
    card, price_list_id, content = found
    return CustomerAnswer(data=msgspec.structs.replace(_decode(content), card=card), price_list_id=price_list_id)
