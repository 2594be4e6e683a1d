"""A shop in the middle of its day: tills of every state, sales by the hour, something that waits for a person."""

import random
import uuid
from datetime import datetime, timedelta
from pathlib import Path

from server_stub.audit.log import note
from server_stub.centre import load_centre
from server_stub.context import utc_now
from server_stub.database import Connection, open_pool
from server_stub.identity.people import save_person
from server_stub.identity.sign_in import set_password
from server_stub.jobs.queue import enqueue
from server_stub.jobs.webhook_subscriptions import change_subscription, get_subscription, subscribe
from server_stub.jobs.webhooks import delivery_key
from server_stub.journal.cases import open_case
from server_stub.journal.ingest import land
from server_stub.offers.seed import seed_offers
from sync.wire.changes import Person
from tests.hashing import QUICK
from tests.server.terminal import Ground, Terminal, make_ground, make_sale

PASSWORD = "violet tram 42 lanterns"
HOOK = "https://erp.example/eckwms/hook"
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
                    id=str(uuid.uuid4()), login=login, name=name, role=role, pin_hash=QUICK.hash("471163"), active=True
                )
                await save_person(conn, ground.shop, person)
                await set_password(conn, person.id, QUICK.hash(PASSWORD), now)
            await seed_offers(conn, ground.shop, now)
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
            await add_programs(conn, ground.shop, now)
    return ground


async def add_programs(conn: Connection, shop: str, now: datetime) -> None:
    """Add servers of every state, webhooks with deliveries that went well, wait and died, and what was done of late."""
    for ident, status, proved in (("warehouse-7", "active", True), ("b3c1", "pending", False)):
        url = f"https://{ident}.example:8443"
        await conn.execute(
            """INSERT INTO instance (id, name, status, shop_id, public_key, public_url, proved_at, asked_url, local_ips,
                 port, traceroute, detected_ip, last_seen, created_at, updated_at)
               VALUES (%s, %s, %s, NULL, %s, %s, %s, %s, %s, 8443, '', '203.0.113.7', %s, %s, %s)""",
            (ident, f"Instance {ident}", status, bytes(range(32)), url if proved else None, now if proved else None,
             url, ["192.168.1.20", "fd00::20"], now, now, now),
        )  # fmt: skip
    await conn.execute(
        """INSERT INTO proxy_call (at, who, shop_id, instance_id, method, path, status, reason, request_bytes,
             answer_bytes, took_ms) VALUES (%s, 'key:scanner', %s, 'warehouse-7', 'POST', '/E/api/scan', 200, '', 120,
             431, 38)""",
        (now, shop),
    )
    hook, _ = await subscribe(conn, HOOK, ["sale.completed", "sale.voided"], now=now, shop=shop)
    after = now + timedelta(seconds=1)  # the list is in this order
    other, _ = await subscribe(conn, "https://accounts.example/day", ["shift.closed"], now=after)
    await change_subscription(conn, await get_subscription(conn, other), now, active=False)
    later = now + timedelta(days=1)
    for seq, outcome in enumerate(("finished_at = now()", "dead_at = now(), attempts = 15", "attempts = 2"), 41):
        event = {"id": f"018f2a9c-77aa-7c11-9d3e-5b6a7c8d9e0f/0/{seq}", "event": "sale.completed", "seq": seq}
        payload = {"webhook": hook, "event": event}
        number = await enqueue(conn, "webhook", payload, now=now, key=delivery_key(payload), run_at=later)
        trouble = "" if outcome.startswith("finished") else "ConnectionError: The receiver answered 502"
        query = f"UPDATE job SET {outcome}, max_attempts = 15, last_error = %s WHERE id = %s"
        await conn.execute(query.encode(), (trouble, number))
    done: tuple[tuple[str, str, dict[str, object]], ...] = (
        ("key.created", "key:eck_0a1b2c3d", {"scopes": ["products:read", "stock:read"]}),
        ("webhook.added", f"webhook:{hook}", {"host": "erp.example", "events": ["sale.completed"]}),
        ("user.saved", "person:anna", {"role": "cashier", "shop": shop}),
    )
    for minutes, (action, subject, detail) in enumerate(done):
        await note(conn, "person:vera", action, subject, detail, at=now - timedelta(days=1, minutes=-minutes))


def artefacts() -> Path:
    """Where pictures of pages lie, to be looked at."""
    folder = Path("build/console")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
