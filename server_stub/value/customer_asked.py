"""What is kept of a customer, for a till that will change it or write an invoice; who asked is written down."""

from datetime import datetime

import msgspec

from server_stub.audit import log as audit
from server_stub.database import Connection
from server_stub.identity.auth import Caller
from sync.wire.customer_facts import CustomerAnswer, CustomerData, CustomerQuestion

_FIND = """
SELECT c.card, coalesce(c.price_list_id::text, ''), a.bytes FROM customer c JOIN attachment a USING (attachment_id)
WHERE c.customer_id = %(customer)s AND c.erased_at IS NULL AND a.bytes IS NOT NULL AND (c.everywhere OR c.shop_id = (
    SELECT d.shop_id FROM registered_devices d WHERE d.device_uuid = %(device)s))
"""
_LOGIN = "SELECT login FROM person WHERE id::text = %s"
_LONGEST_ID = 64
_decode = msgspec.json.Decoder(CustomerData).decode


async def answer_customer(
    conn: Connection, caller: Caller, asked: CustomerQuestion, now: datetime
) -> CustomerAnswer | None:
    """Answer an enquiry and note in the audit log who was told of whom; None where there is nobody to tell of."""
    answer = await read_customer(conn, caller.device_uuid, asked.customer_id)
    if answer is not None:
        login = await (await conn.execute(_LOGIN, (asked.asked_by,))).fetchone()
        detail = {"person": login[0] if login else asked.asked_by[:_LONGEST_ID]}
        await audit.note(conn, caller, "customer.asked", f"customer:{asked.customer_id}", detail, at=now)
    return answer


async def read_customer(conn: Connection, device: str, customer: str) -> CustomerAnswer | None:
    """Give what is kept of a customer; None when the terminal's shop has no such customer."""
    found = await (await conn.execute(_FIND, {"customer": customer, "device": device})).fetchone()
    if found is None:
        return None
    card, price_list_id, content = found
    return CustomerAnswer(data=msgspec.structs.replace(_decode(content), card=card), price_list_id=price_list_id)
