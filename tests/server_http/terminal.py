"""A terminal as the centre meets it on the wire: a key, a device id, signed requests, sealed entries."""

import base64
import hashlib
import uuid
from dataclasses import dataclass, field
from typing import Any

import httpx
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from sync.chain import GENESIS, Entry, Header, derive_key_id, seal
from sync.wire.facts import DrawerOpened, JournalOpened, encode_fact
from sync.wire.messages import (
    AUTH_DEVICE,
    MSGPACK,
    PUSH,
    REGISTER,
    Batch,
    PushAnswer,
    Tokens,
    auth_message,
    registration_message,
)

OCCURRED_AT = "2026-11-21T09:00:00+01:00"


@dataclass
class WireTerminal:
    """Speaks to a centre by plain HTTP; `seed` makes its key."""

    http: httpx.AsyncClient
    device_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    seed: str = "a terminal"
    incarnation: str = field(default_factory=lambda: str(uuid.uuid4()))
    shop: str = ""
    device_uuid: str = ""
    access: str = ""
    refresh: str = ""

    @property
    def key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(hashlib.sha256((self.seed + self.device_id).encode()).digest())

    @property
    def public_key(self) -> bytes:
        return self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    @property
    def public_key_text(self) -> str:
        return base64.b64encode(self.public_key).decode()

    def registration(self, **more: Any) -> dict[str, Any]:
        message = registration_message(self.device_id, self.public_key_text, more.get("nonce", ""))
        signature = base64.b64encode(self.key.sign(message)).decode()
        fields = {"deviceId": self.device_id, "devicePublicKey": self.public_key_text, "signature": signature}
        return fields | {"timestamp": 1765872000000} | more

    async def register(self, token: str = "", **more: Any) -> httpx.Response:
        answer = await self.http.post(REGISTER, json=self.registration(inviteToken=token, **more))
        if answer.status_code == 201:
            self.device_uuid, self.shop = answer.json()["device_uuid"], answer.json()["shop"]
        return answer

    async def proof(self) -> dict[str, str]:
        challenge = (await self.http.get(AUTH_DEVICE, params={"deviceId": self.device_id})).json()
        signature = self.key.sign(auth_message(self.device_id, challenge["nonce"]))
        return {
            "deviceId": self.device_id,
            "nonce": challenge["nonce"],
            "signature": base64.b64encode(signature).decode(),
        }

    async def sign_in(self) -> Tokens:
        answer = await self.http.post(AUTH_DEVICE, json=await self.proof())
        assert answer.status_code == 200, answer.text
        tokens = msgspec.json.decode(answer.content, type=Tokens)
        self.access, self.refresh = tokens.access, tokens.refresh
        return tokens

    async def get(self, path: str, **params: Any) -> httpx.Response:
        return await self.http.get(path, params=params, headers=self.bearer)

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.access}"}

    def entries(self, count: int, after: Entry | None = None, first_seq: int = 1) -> tuple[Entry, ...]:
        """Seal a journal's beginning: `journal.opened`, then looks into the drawer."""
        sealed: list[Entry] = []
        previous = after.hash if after else GENESIS
        for seq in range(first_seq, first_seq + count):
            fact: JournalOpened | DrawerOpened = DrawerOpened(
                shift_id=str(uuid.uuid4()), purpose="look", amount_minor=0, reason=f"no. {seq}"
            )
            if seq == 1:
                fact = JournalOpened(
                    reason="enrolled",
                    public_key=self.public_key_text,
                    receipt_prefix="T01",
                    last_receipt_no=0,
                    last_shift_no=0,
                    grand_total_minor=0,
                )
            kind, version, body = encode_fact(fact)
            key_id, actor = derive_key_id(self.public_key), str(uuid.uuid4())
            header = Header(
                self.device_uuid, self.incarnation, seq, self.shop, key_id, kind, version, OCCURRED_AT, actor
            )
            sealed.append(seal(header, body, previous, self.key.sign))
            previous = sealed[-1].hash
        return tuple(sealed)

    def batch(self, entries: tuple[Entry, ...], first_seq: int = 1) -> bytes:
        return msgspec.msgpack.encode(Batch(incarnation=self.incarnation, first_seq=first_seq, entries=entries))

    async def push(self, entries: tuple[Entry, ...], first_seq: int = 1) -> PushAnswer:
        answer = await self.post_batch(self.batch(entries, first_seq))
        assert answer.status_code == 200, answer.text
        return msgspec.msgpack.decode(answer.content, type=PushAnswer)

    async def post_batch(self, body: bytes, **headers: str) -> httpx.Response:
        return await self.http.post(PUSH, content=body, headers=self.bearer | {"Content-Type": MSGPACK} | headers)
