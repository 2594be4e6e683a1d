"""Webhooks: who is called for which kinds of facts, and what became of each call."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from server_stub.api.asking import OfShop, Word
from server_stub.api.endpoint import Call, Endpoint, missing
from server_stub.api.paging import Listing, Page, Paged
from server_stub.audit import log as audit
from server_stub.faults import Denied, Refusal
from server_stub.identity.callers import ADMIN
from server_stub.jobs import webhook_subscriptions as subscriptions
from server_stub.jobs.webhook_subscriptions import Subscription, tell_briefly

Events = Annotated[list[Word], Meta(max_length=100, description="Kinds of facts such as `sale.completed`.")]
Address = Annotated[str, Meta(max_length=2000, description="An https address; it gets each event by POST.")]
State = Literal["waiting", "running", "delivered", "dead", "paused"]


class Webhook(Struct, frozen=True, kw_only=True):
    """A receiver; `shop` is null for one that hears of every shop, `lan_address` is set by an administrator only."""

    id: UUID
    url: str
    events: list[str]
    shop: UUID | None
    lan_address: str | None
    status: Literal["active", "paused"]
    created_at: datetime


class NewWebhook(Webhook, frozen=True, kw_only=True):
    """A receiver that was just added; `secret` signs what it gets and is told this once."""

    secret: str


class WebhookDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a new receiver is; without `shop` it hears of all the shops that the caller sees."""

    url: Address
    events: Events
    shop: UUID | None = None


class WebhookChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be different; what is left out stays."""

    url: Address | UnsetType = UNSET
    events: Events | UnsetType = UNSET
    status: Literal["active", "paused"] | UnsetType = UNSET


class WebhookQuery(OfShop, frozen=True, kw_only=True):
    """Which receivers."""

    status: Literal["active", "paused"] | None = None


class WebhookDelivery(Struct, frozen=True, kw_only=True):
    """One event for one receiver; `next_at` is when it is tried again, `error` why the last try failed."""

    id: int
    event_id: str
    event: str
    status: State
    attempts: int
    max_attempts: int
    made_at: datetime
    next_at: datetime | None
    delivered_at: datetime | None
    error: str


class DeliveryQuery(Paged, frozen=True, kw_only=True):
    """Which deliveries."""

    status: State | None = None


class Sent(Struct, frozen=True, kw_only=True):
    """A test is on its way: `delivery` is its number in the list of deliveries."""

    delivery: int


class Removed(Struct, frozen=True, kw_only=True):
    """What was removed."""

    id: UUID


LISTING = Listing(
    "webhooks",
    "w.id::text AS id, w.url, w.events, w.lan_address, w.shop_id::text AS shop_id, w.active, w.created_at",
    "webhook w",
    (("w.id", "uuid"),),
    {"shop": "w.shop_id = %(shop)s", "active": "w.active = %(active)s"},
)
DELIVERIES = Listing(
    "webhook_deliveries",
    """d.id, d.event_id, d.event, d.state AS status, d.attempts, d.max_attempts, d.made_at, d.next_at,
    d.finished_at AS delivered_at, d.last_error AS error""",
    subscriptions.DELIVERIES,
    (("-d.id", "bigint"),),
    {"webhook": "d.webhook_id = %(webhook)s", "status": "d.state = %(status)s"},
)


async def list_webhooks(call: Call, asked: WebhookQuery) -> Page[Webhook]:
    """List receivers, the oldest first."""
    active = None if asked.status is None else asked.status == "active"
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop), active=active)
    found = [Subscription(**{name: row[name] for name in Subscription.__slots__}) for row in rows]
    return Page(items=[_tell(one) for one in found], next=following)


async def read_webhook(call: Call, _asked: None) -> Webhook:
    """Give one receiver."""
    return _tell(await _find(call))


async def add_webhook(call: Call, draft: WebhookDraft) -> NewWebhook:
    """Add a receiver of what happens from now on; one in the own network is added in the console."""
    shop = call.shop(draft.shop)
    if shop is not None:
        known = await call.conn.execute("SELECT 1 FROM shop WHERE id = %s", (shop,))
        if await known.fetchone() is None:
            raise Denied(400, "There is no such shop")
    ident, secret = await subscriptions.subscribe(call.conn, draft.url, draft.events, now=call.now, shop=shop)
    added = await subscriptions.get_subscription(call.conn, ident)
    await _note(call, "webhook.added", added)
    return NewWebhook(secret=secret, **msgspec.structs.asdict(_tell(added)))


async def change_webhook(call: Call, change: WebhookChange) -> Webhook:
    """Change a receiver, pause it or let it go on; what happens while it is paused is sent afterwards.

    The address of one in the own network stays: the console sets it.
    """
    found = await _find(call)
    if found.lan_address and change.url not in (UNSET, found.url):
        raise Denied(403, "An address in the own network is set in the console only")
    changed = await subscriptions.change_subscription(
        call.conn,
        found,
        call.now,
        url=None if change.url is UNSET else change.url,
        events=None if change.events is UNSET else change.events,
        active=None if change.status is UNSET else change.status == "active",
    )
    await _note(call, "webhook.changed", changed)
    return _tell(changed)


async def remove_webhook(call: Call, _asked: None) -> Removed:
    """Remove a receiver; nothing more is sent to it."""
    found = await _find(call)
    await subscriptions.unsubscribe(call.conn, found.id)
    await _note(call, "webhook.removed", found)
    return Removed(id=UUID(found.id))


async def list_deliveries(call: Call, asked: DeliveryQuery) -> Page[WebhookDelivery]:
    """List the deliveries to a receiver, the newest first; those delivered are kept for a week."""
    found = await _find(call)
    rows, following = await call.page(DELIVERIES, asked, webhook=found.id, status=asked.status)
    names = WebhookDelivery.__struct_fields__
    return Page(items=[WebhookDelivery(**{name: row[name] for name in names}) for row in rows], next=following)


async def try_webhook(call: Call, _asked: None) -> Sent:
    """Send the receiver a `webhook.test`, once; the list of deliveries tells how it went."""
    found = await _find(call)
    number = await subscriptions.send_test(call.conn, found, call.now)
    await _note(call, "webhook.tested", found)
    return Sent(delivery=number)


async def _find(call: Call) -> Subscription:
    try:
        return await subscriptions.get_subscription(call.conn, call.id_of("id"), call.shop())
    except Refusal as error:
        raise missing() from error


async def _note(call: Call, action: str, found: Subscription) -> None:
    await audit.note(call.conn, call.caller, action, f"webhook:{found.id}", tell_briefly(found), at=call.now)


def _tell(found: Subscription) -> Webhook:
    return Webhook(
        id=UUID(found.id),
        url=found.url,
        events=found.events,
        shop=UUID(found.shop_id) if found.shop_id else None,
        lan_address=found.lan_address,
        status="active" if found.active else "paused",
        created_at=found.created_at,
    )


_READ, _WRITE, _REFUSED = "webhooks:read", "webhooks:write", frozenset({409})
_ONE = "/webhooks/{id:str}"
ENDPOINTS = (
    Endpoint("GET", "/webhooks", list_webhooks, Page[Webhook], ADMIN, _READ, WebhookQuery),
    Endpoint("POST", "/webhooks", add_webhook, NewWebhook, ADMIN, _WRITE, WebhookDraft, 201, refuses=_REFUSED),
    Endpoint("GET", _ONE, read_webhook, Webhook, ADMIN, _READ),
    Endpoint("PATCH", _ONE, change_webhook, Webhook, ADMIN, _WRITE, WebhookChange, refuses=_REFUSED),
    Endpoint("DELETE", _ONE, remove_webhook, Removed, ADMIN, _WRITE),
    Endpoint("GET", _ONE + "/deliveries", list_deliveries, Page[WebhookDelivery], ADMIN, _READ, DeliveryQuery),
    Endpoint("POST", _ONE + "/test", try_webhook, Sent, ADMIN, _WRITE),
)
