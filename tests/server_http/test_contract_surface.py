"""The surface that clients of the family rely on, as one table: every path in every spelling, what it answers to whom.

What each route does in detail is tested beside it; this table is compared with the contract line by line.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest

from server_stub.eckwms.smart_codes import ItemCode, encode
from tests.edges import SettableClock
from tests.server_http.conftest import RunningCentre, running_centre
from tests.server_http.eckwms_shop import EckShop, stock_shop
from tests.server_http.terminal import WireTerminal

FAMILY = {"X-Internal-Api-Key": "the key of the family"}
INSTANCE = "9f0c6d1e-0000-4000-8000-000000000001"
TEA = "4006381333931"


@pytest.fixture
def centre_server(database_url: str, clock: SettableClock, tmp_path: Path) -> Iterator[RunningCentre]:
    with running_centre(database_url, clock, tmp_path, instance_key=FAMILY["X-Internal-Api-Key"]) as running:
        yield running


@dataclass(frozen=True)
class Line:
    """One call: `who` is nobody, family, device or key; `says` are keys that the JSON must have."""

    method: str
    path: str
    status: int
    says: frozenset[str] = frozenset()
    who: str = "nobody"
    body: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)


def line(method: str, path: str, status: int, says: str = "", who: str = "nobody", **more: Any) -> Line:
    return Line(method, path, status, frozenset(says.split()), who, **more)


HEALTH = "status service timestamp uptime database version"
REPLY = "success scan_id type action message data checksum msgId timestamp"
NEW_INSTANCE = "success instanceId detectedIp"
INFO = "instanceId name tier serverPublicKey lastSeen candidates"
AN_INSTANCE = {"instanceId": INSTANCE, "localIps": ["192.168.1.100"], "port": 3100}
TABLE = (
    line("GET", "/ECK/HEALTH", 200, HEALTH),
    line("GET", "/health", 200, "status server"),
    line("GET", "/E/health", 200, "status server version"),
    line("GET", "/ECK/PROXY/HEALTH", 200, "status service mode"),
    line("GET", "/ECK/METRICS", 200),
    line("POST", "/ECK/API/DEVICE/REGISTER", 400, "error", body={}),
    line("POST", "/ECK/API/INTERNAL/REGISTER-DEVICE", 400, "error", body={}),
    line("POST", "/E/api/internal/register-device", 400, "error", body={}),
    line("POST", "/api/internal/register-device", 400, "error", body={}),
    line("POST", "/E/api/public/devices/register", 400, "error", body={}),
    line("GET", "/E/api/auth/device-challenge", 200, "success nonce expires_in"),
    line("GET", "/ECK/API/DEVICE/{device}/STATUS", 200, "success deviceId status lastSeen"),
    line("GET", "/ECK/API/DEVICE/unknown/STATUS", 404, "error path method"),
    line("POST", "/ECK/API/INTERNAL/REGISTER-INSTANCE", 403, "error message", body=AN_INSTANCE),
    line("POST", "/ECK/API/INTERNAL/REGISTER-INSTANCE", 400, "error", "family", body={}),
    line("POST", "/ECK/API/INTERNAL/REGISTER-INSTANCE", 200, NEW_INSTANCE, "family", body=AN_INSTANCE),
    line("POST", "/ECK/api/internal/get-instance-info", 200, INFO, body={"instance_id": INSTANCE}),
    line("POST", "/ECK/API/INTERNAL/GET-INSTANCE-INFO", 404, "error", body={"instance_id": "x"}),
    line("GET", f"/ECK/API/INTERNAL/GET-INSTANCE-INFO/{INSTANCE}", 200, INFO, "family"),
    line("GET", f"/ECK/API/INTERNAL/GET-INSTANCE-INFO/{INSTANCE}", 403, "error message"),
    line("POST", "/ECK/API/INTERNAL/SYNC", 200, "success syncedItem", "family", body={"id": "1", "type": "scan"}),
    line("GET", "/ECK/PROXY", 401, "error"),
    line("GET", "/ECK/PROXY/any", 400, "error message example", "key"),
    line("POST", "/ECK/PROXY/any", 403, "error", "key", headers={"X-Target-Instance": INSTANCE}),
    line("GET", "/ECK/PROXY/any", 403, "error", "key", headers={"X-eckWMS-Target-Url": "http://127.0.0.1:1"}),
    line("POST", "/ECK/API/SCAN", 201, REPLY, "key", body={"deviceId": "{device}", "payload": TEA}),
    line("POST", "/ECK/API/SCAN", 201, REPLY, "device", body={"payload": TEA, "msgId": "m-1"}),
    line("POST", "/ECK/API/SCAN", 200, f"{REPLY} duplicate", "device", body={"payload": TEA, "msgId": "m-1"}),
    line("POST", "/E/api/scan", 200, REPLY, "device", body={"barcode": TEA}),
    line("POST", "/E/api/scan", 400, "error", "device", body={}),
    line("POST", "/E/api/scan", 401, "error", body={"barcode": TEA}),
    line("GET", f"/ECK/{encode(ItemCode(TEA))}", 200),
    line("GET", "/ECK/nonsense", 404, "error path method"),
    line("POST", "/ECK/nonsense", 404, "error path method"),
    line("DELETE", "/ECK/nonsense", 404, "error path method"),
    line("GET", "/E/api/status", 200, "status device_uuid instance_id mesh_id enc_key qr_prefixes", "device"),
    line("GET", "/E/api/items", 200, "", "device"),
    line("GET", "/E/api/warehouse", 200, "", "device"),
    line("GET", "/E/api/pickings/active", 200, "", "device"),
    line("GET", "/E/api/warehouse/reconcile", 200, "warehouse summary lines", "device"),
    line("GET", "/E/api/users/active", 200, "", "device"),
    line("POST", "/E/api/sync/pull", 200, "attachments", "device", body={"entity_types": ["attachments"]}),
    line("GET", f"/E/api/files/{INSTANCE}", 404, "error", "device"),
    line("POST", "/E/pair/code", 404, "error", body={"code": "ABC123"}),
    line("POST", "/E/register", 200, "ok status", "family", body={"instance_id": "a", "mesh_id": "m"}),
    line("GET", "/E/mesh/m/status", 200, "mesh_id nodes", "family"),
    line("GET", "/E/pull/m/a", 200, "mesh_id packets", "family"),
    line("GET", "/E/m/poll/a", 200, "tasks next_poll_in_seconds", "family"),
)  # fmt: skip


def spellings(path: str) -> list[str]:
    """Write the fixed parts in capitals, small, and mixed; ids and codes stay as they are."""
    parts = path.split("/")
    fixed = [not (part in (INSTANCE, "{device}") or part.startswith("iD")) for part in parts]
    ways = (str, str.lower, str.upper, str.title)
    told = ("/".join(way(part) if free else part for part, free in zip(parts, fixed, strict=True)) for way in ways)
    return list(dict.fromkeys(told))


async def call(http: httpx.AsyncClient, row: Line, path: str, known: dict[str, dict[str, str]], device: str) -> None:
    body = {name: device if value == "{device}" else value for name, value in (row.body or {}).items()}
    answer = await http.request(
        row.method, path.replace("{device}", device), headers=known[row.who] | row.headers,
        json=body if row.body is not None else None,
    )  # fmt: skip
    duplicate = row.body and row.body.get("msgId") and answer.status_code == 200
    assert answer.status_code == row.status or duplicate, (row.method, path, answer.text)
    if row.says:
        assert answer.json().keys() >= row.says, (row.method, path, answer.text)


async def test_every_line_of_the_table_in_every_spelling(
    enrolled: WireTerminal, http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    shop: EckShop = stock_shop(centre_server)
    key = shop.add_key("scan", "proxy")
    known = {"nobody": {}, "family": FAMILY, "device": enrolled.bearer, "key": key}
    for row in TABLE:
        for path in spellings(row.path):
            await call(http, row, path, known, enrolled.device_id)


def test_the_register_has_the_columns_that_others_read(database_url: str) -> None:
    with psycopg.connect(database_url) as conn:
        columns: dict[str, bool] = dict(
            conn.execute(
                """SELECT column_name, is_nullable = 'YES' FROM information_schema.columns
                   WHERE table_name = 'registered_devices'"""
            ).fetchall()
        )
        key = conn.execute(
            """SELECT a.attname FROM pg_index i
               JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
               WHERE i.indrelid = 'registered_devices'::regclass AND i.indisprimary"""
        ).fetchall()
    assert columns.keys() >= {"device_uuid", "instance_id", "public_url", "last_seen", "status"}
    assert columns["instance_id"]
    assert key == [("device_uuid",)]
