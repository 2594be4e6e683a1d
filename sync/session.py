"""The terminal's tokens: proved by its key, renewed when they run out, never asked of a person."""

import asyncio
import base64
import contextlib
from collections.abc import Awaitable, Callable
from typing import TypeVar

import msgspec

from sync.channel import Ask, Channel
from sync.identity import Identity, load_tokens, save_tokens
from sync.packing import decode, unpack
from sync.secrets import SecretStore, SecretsTrouble
from sync.trouble import Denied, Expired, Refused
from sync.wire.messages import (
    AUTH_DEVICE,
    AUTH_REFRESH,
    Challenge,
    DeviceProof,
    Renewal,
    Tokens,
    auth_message,
)
from sync.worker import Work

T = TypeVar("T")
_JSON = {"Content-Type": "application/json"}
_LIMIT = 1024 * 1024


class Session:
    """Gives requests a good access token; the refresh token is tried once, then the key proves itself again."""

    def __init__(self, channel: Channel, identity: Identity, store: SecretStore, work: Work) -> None:
        self._channel = channel
        self._identity = identity
        self._store = store
        self._work = work
        self._tokens: Tokens | None = None
        self._loaded = False
        self._renewing = asyncio.Lock()

    async def run(self, call: Callable[[str], Awaitable[T]]) -> T:
        """Call with a token, and once more with a new one when the first has run out.

        Raises Denied when the centre does not accept this terminal's key, else what the call raises.
        """
        token = await self.token()
        try:
            return await call(token)
        except Expired:
            token = await self.renew(token)
        try:
            return await call(token)
        except Expired as error:
            raise Denied("unknown", error.detail) from error

    async def token(self) -> str:
        """Give a token that was good when last used."""
        return await self.renew("") if self._tokens is None else self._tokens.access

    async def renew(self, stale: str) -> str:
        """Get another token than `stale`; of several callers at once only the first asks."""
        async with self._renewing:
            if not self._loaded:
                with contextlib.suppress(SecretsTrouble):  # tokens are a convenience: the key gives new ones
                    self._tokens = await self._work(load_tokens, self._store)
                self._loaded = True
            if self._tokens is not None and self._tokens.access != stale:
                return self._tokens.access
            refresh = self._tokens.refresh if self._tokens is not None else ""
            self._tokens = None
            tokens = await self._refresh(refresh) if refresh else None
            self._tokens = tokens or await self._prove()
            with contextlib.suppress(SecretsTrouble):
                await self._work(save_tokens, self._store, self._tokens)
            return self._tokens.access

    async def _refresh(self, refresh: str) -> Tokens | None:
        body = msgspec.json.encode(Renewal(refresh=refresh))
        try:
            return await self._tell(Ask("POST", AUTH_REFRESH, headers=_JSON, body=body), Tokens)
        except (Expired, Denied, Refused):
            return None

    async def _prove(self) -> Tokens:
        me = self._identity
        try:
            challenge = await self._tell(Ask("GET", AUTH_DEVICE, params={"deviceId": me.device_id}), Challenge)
            signature = base64.b64encode(me.sign(auth_message(me.device_id, challenge.nonce))).decode()
            proof = DeviceProof(device_id=me.device_id, nonce=challenge.nonce, signature=signature)
            return await self._tell(Ask("POST", AUTH_DEVICE, headers=_JSON, body=msgspec.json.encode(proof)), Tokens)
        except Expired as error:
            raise Denied("unknown", error.detail) from error
        except Refused as error:
            raise Denied("unknown", error.detail) if error.code == 404 else error from error

    async def _tell(self, request: Ask, shape: type[T]) -> T:
        answer = await self._channel.ask(request)
        return decode(unpack(answer.body, answer.encoding, _LIMIT), answer.kind, shape)
