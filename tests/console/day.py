"""A shop in the middle of its day: tills of every state, sales by the hour, something that waits for a person."""

import random
import uuid
from datetime import timedelta
from pathlib import Path

from server_stub.centre import load_centre
from server_stub.context import utc_now
from server_stub.database import open_pool
from server_stub.identity.passwords import hash_password
from server_stub.identity.people import save_person
from server_stub.identity.pins import hash_pin
from server_stub.identity.sign_in import set_password
from server_stub.journal.cases import open_case
from server_stub.journal.ingest import land
from sync.wire.changes import Person
from tests.server.terminal import Ground, Terminal, make_ground, make_sale

PASSWORD = "violet tram 42 lanterns"
PEOPLE = (
    ("vera", "Вера Соколова", "admin"),
    ("marten", "Marten Kask", "manager"),
    ("anna", "Анна Королёва", "cashier"),
)
TILLS = (
    ("Till at the door", "active"),
    ("Касса у выхода", "active"),
    ("New till", "pending"),
    ("Lost tablet", "blocked"),
)


async def live_through(database_url: str) -> Ground:
    """Fill an empty centre; gives the shop."""
    async with open_pool(database_url, max_size=4) as pool:
        centre = await load_centre(pool)
        now = utc_now()
        async with pool.connection() as conn:
            ground = await make_ground(conn, "Corner shop on Linden Street")
            for login, name, role in PEOPLE:
                person = Person(
                    id=str(uuid.uuid4()), login=login, name=name, role=role, pin_hash=hash_pin("471163"), active=True
                )
                await save_person(conn, ground.shop, person)
                await set_password(conn, person.id, hash_password(PASSWORD), now)
        rng = random.Random(7)
        for number, (name, status) in enumerate(TILLS):
            till = Terminal(ground)
            async with pool.connection() as conn:
                await till.enrol(conn, status)
                await conn.execute(
                    "UPDATE registered_devices SET name = %s, last_seen = %s WHERE device_uuid = %s",
                    (name, now - timedelta(hours=number), till.device),
                )
            if status != "active":
                continue
            till.open()
            for receipt in range(1, 61):
                at = (now - timedelta(minutes=rng.randrange(30 * 60))).isoformat()
                price = rng.randrange(100, 3000)
                till.seal(make_sale(ground, f"T0{number}-{receipt:06}", receipt, str(uuid.uuid4()), 1, price), at=at)
            await land(pool, centre, till.device, till.batch())
        async with pool.connection() as conn:
            detail = (
                "A machine with another key asked to be this device. If it replaces the old one, issue a token for it."
            )
            await open_case(conn, "device.other_key", till.device, detail, device_uuid=till.device)
    return ground


def artefacts() -> Path:
    """Where pictures of pages lie, to be looked at."""
    folder = Path("build/console")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
