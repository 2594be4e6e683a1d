"""Everything a terminal can ask of the centre, as typed calls that raise nothing but `trouble.Trouble`."""

import base64
import hashlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import httpx
import msgspec

from sync.chain import Entry, is_signed_by, verify_signature
from sync.channel import Answer, Ask, Channel
from sync.identity import Identity, pin_server_key, server_key
from sync.live import Connect, Heard, Standing, open_live
from sync.packing import Parcel, decode, pack_batch, unpack
from sync.secrets import SecretStore
from sync.session import Session
from sync.trouble import Broken, Denied, Expired, Refused
from sync.wire.condition import CONDITION, Condition, ConditionAnswer, newest_message
from sync.wire.customer_facts import CUSTOMER, CustomerAnswer, CustomerQuestion
from sync.wire.escrow import ESCROW, RETIRE, SUCCESSION, Escrow, Succession, SuccessionQuestion
from sync.wire.figures import FIGURES, FiguresAnswer, FiguresQuestion
from sync.wire.live import BUNDLE, BUNDLE_REFUSAL, BundleAnswer
from sync.wire.messages import (
    CHAINS,
    ENTRIES,
    FEEDS,
    HEAD,
    MSGPACK,
    PAGE,
    PUSH,
    REGISTER,
    REGISTER_NONCE,
    SNAPSHOT,
    SNAPSHOT_FILE,
    STATUS,
    Batch,
    Challenge,
    Cursor,
    DeviceStatus,
    FeedList,
    HeadAnswer,
    HeldChains,
    Manifest,
    Page,
    PushAnswer,
    Recalled,
    Registration,
    RegistrationAnswer,
    registration_message,
)
from sync.wire.parked import PARKED, PARKED_DROP, PARKED_TAKE, Claim, Offer, TicketAnswer
from sync.wire.photos import PHOTO, PhotoHeld
from sync.wire.pictures import MOST_BYTES, PICTURE
from sync.wire.purses import PURSE, PurseAnswer, PurseQuestion
from sync.wire.receipts import RECEIPT, Receipt
from sync.wire.tenders import GIFT, GiftAnswer, GiftQuestion
from sync.worker import Work

T = TypeVar("T")
SMALL = 1024 * 1024
_FEW, _LITTLE = 20, 32 * 1024
"""Entries and bytes that are packed at once: a sale must not wait for the worker to finish a snapshot."""
PAGE_LIMIT = 256 * 1024 * 1024
"""Largest page once unpacked; the centre sends about 1.5 MB."""


class Client:
    """The centre as seen from one terminal. Bodies are packed and unpacked in the worker thread."""

    def __init__(
        self,
        server_url: str,
        identity: Identity,
        store: SecretStore,
        work: Work,
        *,
        ca_file: Path | None = None,
        timeout_s: float = 30.0,
        transport: httpx.AsyncBaseTransport | None = None,
        connect: Connect | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Make the client; nothing is sent yet. Raises ValueError for an unusable address, OSError for a CA file.

        `transport` and `connect` replace the network itself in simulations.
        """
        self._channel = Channel(server_url, ca_file=ca_file, timeout_s=timeout_s, transport=transport, now=now)
        self._session = Session(self._channel, identity, store, work)
        self._identity = identity
        self._store = store
        self._work = work
        self._connect = connect or open_live
        self.standing = Standing()

    @property
    def device_id(self) -> str:
        """This terminal as it names itself."""
        return self._identity.device_id

    @property
    def public_key(self) -> bytes:
        """The raw key by which this terminal's own entries are known again."""
        return self._identity.public_key

    def has_signed(self, entry: Entry) -> bool:
        """Tell whether an entry carries the signature of this terminal, with its present key or one it had before."""
        return any(is_signed_by(entry, key) for key in (self._identity.public_key, *self._identity.former))

    @property
    def clock_offset_s(self) -> float | None:
        """The centre's clock minus ours in seconds, from the Date of its last answer."""
        return self._channel.clock_offset_s

    async def close(self) -> None:
        """Close the connections."""
        await self._channel.close()

    async def register(self, name: str, invite_token: str = "", *, timestamp_ms: int = 0) -> RegistrationAnswer:
        """Make this terminal known; the centre's key is pinned at the first answer that names it.

        Raises Denied for a blocked device or an invalid signature, Broken when the pinned key does not match.
        """
        me = self._identity
        nonce = await self._registration_nonce()
        key = base64.b64encode(me.public_key).decode()
        signature = base64.b64encode(me.sign(registration_message(me.device_id, key, nonce))).decode()
        body = Registration(
            device_id=me.device_id,
            device_public_key=key,
            signature=signature,
            device_name=name,
            timestamp=timestamp_ms,
            invite_token=invite_token,
            nonce=nonce,
        )
        answer = self._small(await self._channel.ask(_posted(REGISTER, body)), RegistrationAnswer)
        if answer.server_public_key:
            await self._work(pin_server_key, self._store, _raw_key(answer.server_public_key))
        return answer

    async def _registration_nonce(self) -> str:
        """Ask for what makes a recorded registration worthless; empty where the centre gives none."""
        try:
            return self._small(await self._channel.ask(Ask("GET", REGISTER_NONCE)), Challenge).nonce
        except Refused as trouble:
            if trouble.code in (404, 405):
                return ""
            raise

    async def device_status(self) -> DeviceStatus:
        """Ask how the centre regards this terminal: active, pending or blocked."""
        path = STATUS.format(device=self._identity.device_id)
        return self._small(await self._channel.ask(Ask("GET", path)), DeviceStatus)

    async def keep_escrow(self, key: bytes) -> None:
        """Leave the key of the database at the centre."""
        await self._ask(replace(_posted(ESCROW, Escrow(key=key.hex())), method="PUT"))

    async def read_escrow(self) -> bytes | None:
        """Get the key of the database back; None when the centre has none."""
        try:
            return bytes.fromhex(self._small(await self._ask(Ask("GET", ESCROW)), Escrow).key)
        except Refused as trouble:
            if trouble.code == 404:
                return None
            raise

    async def tell_condition(self, condition: Condition) -> str:
        """Tell how this terminal is; gives the newest version of the program, empty where none is known.

        Raises Refused 404 where the centre is older and does not ask, Broken where it is not the centre that says so.
        """
        told = self._small(await self._ask(replace(_posted(CONDITION, condition), method="PUT")), ConditionAnswer)
        key = await self._work(server_key, self._store) if told.newest else None
        message = newest_message(self._identity.device_id, told.newest)
        if told.newest and not (key and verify_signature(key, message, told.signature)):
            raise Broken("the newest version is not told by the centre of this terminal")
        return told.newest

    async def read_succession(self, token: str, name: str) -> Succession:
        """Ask which terminal a token of its own is for. Raises Denied for another name or a token that is used up."""
        body = SuccessionQuestion(invite_token=token, name=name)
        return self._small(await self._channel.ask(_posted(SUCCESSION, body)), Succession)

    async def retire(self) -> None:
        """End this terminal's service."""
        await self._ask(Ask("POST", RETIRE))

    async def pack(self, batch: Batch) -> Parcel:
        """Make a batch ready to be handed in."""
        small = len(batch.entries) <= _FEW and sum(len(entry.body) for entry in batch.entries) <= _LITTLE
        return pack_batch(batch) if small else await self._work(pack_batch, batch)

    async def push(self, parcel: Parcel) -> PushAnswer:
        """Hand in a batch; entries the centre already has are no harm."""
        headers = {"Content-Type": MSGPACK, "Content-Encoding": "zstd", "Accept": "application/json"}
        return self._small(await self._ask(Ask("POST", PUSH, headers=headers, body=parcel.body)), PushAnswer)

    async def head(self, incarnation: str) -> HeadAnswer:
        """Ask how far the centre holds a chain."""
        return self._small(await self._ask(Ask("GET", HEAD, params={"incarnation": incarnation})), HeadAnswer)

    async def chains(self) -> HeldChains:
        """Ask which chains of this terminal the centre holds."""
        return self._small(await self._ask(Ask("GET", CHAINS)), HeldChains)

    async def recall(self, incarnation: str, after_seq: int, after_hash: bytes, limit: int) -> Recalled:
        """Get this terminal's own entries back that follow (number, hash); number 0 is the beginning."""
        params = {
            "incarnation": incarnation,
            "after": str(after_seq),
            "hash": after_hash.hex(),
            "limit": str(limit),
        }
        answer = await self._ask(Ask("GET", ENTRIES, params=params, headers={"Accept": MSGPACK}))
        return await self._work(_read_recalled, answer)

    async def feeds(self) -> FeedList:
        """Ask which feeds there are for this terminal and how far they go."""
        return self._small(await self._ask(Ask("GET", FEEDS)), FeedList)

    async def page(self, feed: str, cursor: Cursor | None, limit: int) -> Page:
        """Get the changes after a cursor, from the beginning without one. Raises Gone when the cursor is too old."""
        at = cursor or Cursor(feed=feed, epoch="", position=0, token="")
        params = {"epoch": at.epoch, "position": str(at.position), "token": at.token, "limit": str(limit)}
        answer = await self._ask(Ask("GET", PAGE.format(feed=feed), params=params, headers={"Accept": MSGPACK}))
        page = await self._work(_read_page, answer)
        if page.cursor.feed != feed or page.from_position != at.position or page.cursor.position < at.position:
            raise Broken(f"a page of {page.cursor.feed} from {page.from_position}, not {feed} from {at.position}")
        return page

    async def receipt(self, number: str) -> Receipt | None:
        """Ask for a receipt of this terminal's shop; None when the centre has none of this number."""
        try:
            return self._small(await self._ask(Ask("GET", RECEIPT, params={"number": number})), Receipt)
        except Refused as trouble:
            if trouble.code == 404:
                return None
            raise

    async def gift(self, question: GiftQuestion) -> GiftAnswer | None:
        """Ask about a gift certificate, and have some of it held; None when the centre has none of this number."""
        try:
            return self._small(await self._ask(_posted(GIFT, question)), GiftAnswer)
        except Refused as trouble:
            if trouble.code == 404:
                return None
            raise

    async def park(self, offer: Offer) -> TicketAnswer:
        """Offer a parked ticket to the other tills of the shop; the same again is no harm."""
        return self._small(await self._ask(_posted(PARKED, offer)), TicketAnswer)

    async def take_parked(self, claim: Claim) -> TicketAnswer:
        """Have a parked ticket opened here and nowhere else."""
        return self._small(await self._ask(_posted(PARKED_TAKE, claim)), TicketAnswer)

    async def drop_parked(self, claim: Claim) -> TicketAnswer:
        """Say that a ticket that was opened here waits no more."""
        return self._small(await self._ask(_posted(PARKED_DROP, claim)), TicketAnswer)

    async def purse(self, question: PurseQuestion) -> PurseAnswer | None:
        """Ask what a customer may spend, and have it held; None when the shop has no such customer."""
        try:
            return self._small(await self._ask(_posted(PURSE, question)), PurseAnswer)
        except Refused as trouble:
            if trouble.code == 404:
                return None
            raise

    async def customer(self, question: CustomerQuestion) -> CustomerAnswer | None:
        """Ask what is kept of a customer; None when the shop has no such customer."""
        try:
            return self._small(await self._ask(_posted(CUSTOMER, question)), CustomerAnswer)
        except Refused as trouble:
            if trouble.code == 404:
                return None
            raise

    async def figures(self, question: FiguresQuestion) -> FiguresAnswer:
        """Ask for figures that only the centre knows. Raises Refused 409 where the person may not see them."""
        answer = await self._ask(_posted(FIGURES, question))
        return decode(unpack(answer.body, answer.encoding, PAGE_LIMIT), answer.kind, FiguresAnswer)

    async def picture(self, picture_hash: str) -> bytes | None:
        """Get a small picture of goods; None when the centre has none of this hash. Raises Broken for another one."""
        try:
            answer = await self._ask(Ask("GET", PICTURE.format(hash=picture_hash)))
        except Refused as trouble:
            if trouble.code == 404:
                return None
            raise
        content = unpack(answer.body, answer.encoding, MOST_BYTES)
        if hashlib.sha256(content).hexdigest() != picture_hash:
            raise Broken("a picture whose bytes are others than its name says")
        return content

    async def photo_held(self, photo: str) -> PhotoHeld:
        """Ask how much the centre has of a photo. Raises Refused 404 while it knows no entry that names it."""
        return self._small(await self._ask(Ask("GET", PHOTO.format(hash=photo))), PhotoHeld)

    async def send_photo(self, photo: str, offset: int, size: int, part: bytes) -> PhotoHeld:
        """Send a part of a photo of so many bytes; gives how much the centre has now. Raises Refused as above."""
        params, headers = {"offset": str(offset), "size": str(size)}, {"Content-Type": "application/octet-stream"}
        request = Ask("PUT", PHOTO.format(hash=photo), params=params, headers=headers, body=part)
        return self._small(await self._ask(request), PhotoHeld)

    async def manifest(self) -> Manifest | None:
        """Ask for the snapshot of this terminal's shop; None when the centre has none."""
        try:
            return self._small(await self._ask(Ask("GET", SNAPSHOT)), Manifest)
        except Refused as trouble:
            if trouble.code == 404:
                return None
            raise

    @asynccontextmanager
    async def snapshot_bytes(self, hash_hex: str, offset: int) -> AsyncIterator[tuple[int, AsyncIterator[bytes]]]:
        """Open a snapshot file from `offset` on; gives where it really begins (0 if it cannot resume) and its parts."""
        headers = {"Range": f"bytes={offset}-"} if offset else {}
        async with AsyncExitStack() as stack:

            async def opened(token: str) -> httpx.Response:
                request = Ask("GET", SNAPSHOT_FILE.format(hash=hash_hex), headers=headers, token=token)
                return await stack.enter_async_context(self._channel.stream(request))

            response = await self._session.run(opened)
            start = offset if response.status_code == 206 else 0
            yield start, response.aiter_raw()

    async def send_bundle(self, request: str, content: bytes) -> None:
        """Hand in the support bundle that a message asked for. Raises Refused 404 when nobody waits for it now."""
        path, headers = BUNDLE.format(request=request), {"Content-Type": "application/zip"}
        self._small(await self._ask(Ask("POST", path, headers=headers, body=content)), BundleAnswer)

    async def refuse_bundle(self, request: str) -> None:
        """Say that somebody here said no to a support bundle. Raises Refused 404 when nobody waits for it now."""
        self._small(await self._ask(Ask("POST", BUNDLE_REFUSAL.format(request=request))), BundleAnswer)

    async def listen(self) -> AsyncGenerator[Heard, None]:
        """Connect the live channel once and give what comes over it; the first nudge, type `open`, says it stands.

        Ends or raises Trouble when the connection does; the caller decides when to try again. Raises Expired when the
        line stood until its token ran out: there is another one by then.
        """
        token = await self._session.token()
        for is_second in (False, True):
            stood = False
            try:
                async with aclosing(self._open_line(token)) as all_heard:
                    async for heard in all_heard:
                        stood = True
                        yield heard
                return
            except Expired as error:
                if is_second and not stood:
                    raise Denied("unknown", error.detail) from error
                token = await self._session.renew(token)
                if stood:
                    raise

    def _open_line(self, token: str) -> AsyncGenerator[Heard, None]:
        return self._connect(str(self._channel.url), self._channel.tls, token, self.standing)

    async def _ask(self, request: Ask) -> Answer:
        async def asked(token: str) -> Answer:
            return await self._channel.ask(replace(request, token=token))

        return await self._session.run(asked)

    def _small(self, answer: Answer, shape: type[T]) -> T:
        return decode(unpack(answer.body, answer.encoding, SMALL), answer.kind, shape)


def _posted(path: str, body: msgspec.Struct) -> Ask:
    return Ask("POST", path, headers={"Content-Type": "application/json"}, body=msgspec.json.encode(body))


def _read_page(answer: Answer) -> Page:
    return decode(unpack(answer.body, answer.encoding, PAGE_LIMIT), answer.kind, Page)


def _read_recalled(answer: Answer) -> Recalled:
    return decode(unpack(answer.body, answer.encoding, PAGE_LIMIT), answer.kind, Recalled)


def _raw_key(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Broken("the centre's public key is not base64") from error
    if len(key) != 32:
        raise Broken(f"the centre's public key has {len(key)} bytes, not 32")
    return key
