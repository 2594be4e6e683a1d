"""A client of the eckWMS family in small, written from what real ones do: two transports, a queue, silent renewal.

Generation `A0` speaks to `/ECK/...` and scans with an API key; generation `A` speaks to `/E/...` with its token.
"""

import asyncio
import base64
import contextlib
import hashlib
import itertools
import json
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, Literal

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

ACK_WITHIN_S = 0.3
MOST_TRIES = 3


@dataclass
class FamilyClient:
    """One device. `scans` holds the state of each scan by its number, as its history shows it."""

    http: httpx.AsyncClient
    generation: Literal["A0", "A"]
    api_key: str = ""
    device_id: str = field(default_factory=lambda: uuid.uuid4().hex[:16])
    token: str = ""
    status: str = ""
    enc_key: str = ""
    pushes: list[dict[str, Any]] = field(default_factory=list)
    scans: dict[int, str] = field(default_factory=dict)
    queue: list[dict[str, Any]] = field(default_factory=list)
    line: ClientConnection | None = None
    ack_within_s: float = ACK_WITHIN_S
    registrations: int = 0
    _acks: dict[str, asyncio.Event] = field(default_factory=dict)
    _numbers: Any = field(default_factory=lambda: itertools.count(1))

    @property
    def key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(self.device_id.encode()).digest())

    def path(self, tail: str) -> str:
        return f"/ECK/API/{tail}".upper() if self.generation == "A0" else f"/E/api/{tail}"

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    async def register(self, invite: str = "") -> str:
        """Register by signature; the body's JSON escapes slashes, as Android's does."""
        public = base64.b64encode(self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()
        body = {"deviceId": self.device_id, "devicePublicKey": public, "timestamp": 1765872000000}
        signed = f'{{"deviceId":"{self.device_id}","devicePublicKey":"{public}"}}'
        if self.generation == "A":
            body["nonce"] = (await self.http.get("/E/api/auth/device-challenge")).json()["nonce"]
            signed = signed[:-1] + f',"nonce":"{body["nonce"]}"}}'
        body["signature"] = base64.b64encode(self.key.sign(signed.encode())).decode()
        if invite:
            body["inviteToken"] = invite
        escaped = json.dumps(body).replace("/", "\\/")
        kind = {"Content-Type": "application/json"}
        path = "/ECK/API/DEVICE/REGISTER" if self.generation == "A0" else "/E/api/internal/register-device"
        answer = await self.http.post(path, content=escaped, headers=kind)
        assert answer.status_code in (200, 201), answer.text
        self.registrations += 1
        self.status, self.token = answer.json().get("status", "active"), answer.json().get("token", "")
        return self.status

    async def is_reachable(self, base: str) -> bool:
        """Test an address as real ones do: whatever answers 200 there is a server."""
        path = f"{base}/HEALTH" if "PROXY" in base else f"{base}/health"
        return (await self.http.get(path)).status_code == 200

    async def heartbeat(self, mesh: str, key: str) -> list[str]:
        """Tell the relay that this device is there, and give who else is."""
        headers = {"X-Internal-Api-Key": key}
        body = {"instance_id": self.device_id, "mesh_id": mesh, "external_ip": "0.0.0.0", "port": 0}
        told = await self.http.post("/E/register", json=body, headers=headers)
        assert told.json()["ok"], told.text
        nodes = (await self.http.get(f"/E/mesh/{mesh}/status", headers=headers)).json()["nodes"]
        assert all(isinstance(node["port"], int) and node["external_ip"] and node["last_seen"] for node in nodes)
        return [node["instance_id"] for node in nodes if node["status"] == "online"]

    async def poll_status(self) -> str:
        """Ask for the own state, as every 30 s."""
        if self.generation == "A0":
            answer = await self.http.get(f"/ECK/API/DEVICE/{self.device_id}/STATUS")
        else:
            answer = await self.call("GET", "status")
        if answer.status_code == 403:
            self.status = "blocked"
        elif answer.status_code == 200:
            self.status = answer.json()["status"]
            self.enc_key = answer.json().get("enc_key") or ""
        return self.status

    async def call(self, method: str, tail: str, **more: Any) -> httpx.Response:
        """Call with the token; on 401 register again silently, once, and try again."""
        headers = more.pop("headers", {})
        answer = await self.http.request(method, self.path(tail), headers=self.headers | headers, **more)
        if answer.status_code == 401 and "PIN" not in answer.text:
            await self.register()
            answer = await self.http.request(method, self.path(tail), headers=self.headers | headers, **more)
        return answer

    @contextlib.asynccontextmanager
    async def connected(self, address: str = "", *, proven: bool = False) -> AsyncIterator[None]:
        """Hold a live line: no token in it unless `proven`, the device is named in the first message."""
        base = str(self.http.base_url).rstrip("/").replace("http", "ws")
        path = address or ("/ECK/ws" if self.generation == "A0" else "/E/ws")
        async with connect(base + path, additional_headers=self.headers if proven else {}, proxy=None) as line:
            self.line = line
            listening = asyncio.create_task(self._listen(line))
            await line.send(json.dumps({"type": "DEVICE_IDENTIFY", "deviceId": self.device_id, "timestamp": 1}))
            try:
                yield
            finally:
                self.line = None
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)

    async def _listen(self, line: ClientConnection) -> None:
        async for text in line:
            message = json.loads(text)
            if "ack" in message:  # whatever has this key is an acknowledgement, also when it says more
                self._acks.setdefault(message["ack"], asyncio.Event()).set()
            else:
                self.pushes.append(message)
                if message["type"] == "STATUS_UPDATE":
                    self.status = message["status"]

    async def scan(self, code: str, kind: str = "EAN_13") -> dict[str, Any]:
        """Send a scan over the line, then by HTTP under the same number, then into the queue. Gives the answer."""
        number, msg_id = next(self._numbers), str(uuid.uuid4())
        self.scans[number] = "PENDING"
        if await self._scan_live(code, kind, msg_id):
            self.scans[number] = "CONFIRMED"
            return {"type": "scan", "message": "Fast delivery", "msgId": msg_id}
        try:
            answer = await self._scan_http(code, kind, msg_id)
        except httpx.TransportError:
            self.queue.append({"type": "scan", "payload": {"code": code, "kind": kind}, "scan": number, "retries": 0})
            self.scans[number] = "BUFFERED"
            return {}
        self.scans[number] = "CONFIRMED" if answer.is_success else "FAILED"
        body: dict[str, Any] = answer.json()
        return body

    async def _scan_live(self, code: str, kind: str, msg_id: str) -> bool:
        if self.line is None:
            return False
        heard = self._acks.setdefault(msg_id, asyncio.Event())
        frame = {"msgId": msg_id, "barcode": code, "type": kind, "timestamp": 1}
        try:
            await self.line.send(json.dumps(frame))
            await asyncio.wait_for(heard.wait(), self.ack_within_s)
        except (TimeoutError, WebSocketException):
            return False
        return True

    async def _scan_http(self, code: str, kind: str, msg_id: str = "") -> httpx.Response:
        """Send a scan by HTTP; no silent renewal here, real clients have none."""
        name = "payload" if self.generation == "A0" else "barcode"
        body = {"deviceId": self.device_id, name: code, "type": kind} | ({"msgId": msg_id} if msg_id else {})
        headers = {"X-API-Key": self.api_key} if self.generation == "A0" else self.headers
        return await self.http.post(self.path("scan"), json=body, headers=headers)

    async def work(self) -> None:
        """Run the worker once: the oldest job, without its message number, three tries."""
        if not self.queue:
            return
        job = self.queue[0]
        try:
            answer = await self._scan_http(job["payload"]["code"], job["payload"]["kind"])
            done = answer.is_success
        except httpx.TransportError:
            done = False
        job["retries"] += 1
        if done or job["retries"] >= MOST_TRIES:
            self.queue.pop(0)
            self.scans[job["scan"]] = "CONFIRMED" if done else "FAILED"
