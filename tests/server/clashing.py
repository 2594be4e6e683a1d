"""A customer whom two tills have changed without knowing of each other."""

import secrets

import msgspec

from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.journal.ingest import land
from sync.wire.attachments import SALT_BYTES, Attachment, attachment_hash
from sync.wire.customer_facts import CustomerChanged, CustomerData, CustomerEdit, CustomerRegistered
from tests.server.terminal import Ground, Terminal, new_id

AGREED = "2026-03-02T10:00:00+01:00"


async def clash(database_url: str, ground: Ground, **second: tuple[str, str]) -> str:
    """Make Lena at one till and change her there, and at another one with `second`; gives her id."""
    lena, ident = CustomerData(name="Lena Sommer", phone="0170 1", email="lena@example.com"), new_id()
    first = {"address": ("", "Hof 1"), "phone": ("0170 1", "0170 2")}
    async with open_pool(database_url) as pool:
        centre = await load_centre(pool)
        one, two = Terminal(ground), Terminal(ground)
        async with pool.connection() as conn:
            for till, name in ((one, "Till 1"), (two, "Till 2")):
                await till.enrol(conn)
                await conn.execute(
                    "UPDATE registered_devices SET name = %s WHERE device_uuid = %s", (name, till.device)
                )
                till.open()
        made = _attach(lena)
        one.seal(CustomerRegistered(customer_id=ident, attachment=made.hash.hex()))
        beside = [made, change(one, ident, **first)]
        await land(pool, centre, one.device, msgspec.structs.replace(one.batch(), attachments=tuple(beside)))
        third = change(two, ident, **second or {"address": ("", "Hof 3"), "phone": ("0170 1", "0170 3")})
        await land(pool, centre, two.device, msgspec.structs.replace(two.batch(), attachments=(third,)))
    return ident


def change(till: Terminal, ident: str, **edits: tuple[str, str]) -> Attachment:
    """Seal a change to which the customer has agreed; gives what travels with it."""
    made = _attach(CustomerEdit(edits=edits, consent_at=AGREED))
    till.seal(CustomerChanged(customer_id=ident, fields=tuple(edits), attachment=made.hash.hex()))
    return made


def _attach(content: CustomerData | CustomerEdit) -> Attachment:
    salt, packed = secrets.token_bytes(SALT_BYTES), msgspec.json.encode(content)
    return Attachment(hash=attachment_hash(salt, packed), salt=salt, content=packed)
