"""Webhooks: programs that are called when something has happened: added, tried, paused, and what became of calls."""

from typing import LiteralString
from urllib.parse import parse_qs

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.audit import log as audit
from server_stub.console.forms import need, read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, read_before, read_row
from server_stub.context import Context
from server_stub.database import Connection
from server_stub.faults import Denied, Refusal
from server_stub.goods.shops import list_shops
from server_stub.jobs import listing
from server_stub.jobs import webhook_subscriptions as subscriptions
from server_stub.jobs.webhook_subscriptions import Subscription, tell_briefly
from server_stub.terminals.registration import is_uuid
from sync.wire.facts import KINDS as FACT_KINDS

REFUSALS = {
    "webhook.url": "This is not an https address. Only a program in your own network, named by its IP address, "
    "may go without.",
    "webhook.lan": "This is not an IP address.",
    "webhook.events": "Choose at least one event.",
}
"""Why a webhook was not taken, by the code of the refusal."""

_OF_DELIVERY: LiteralString = """
SELECT 1 AS found FROM job WHERE id = %(job)s AND kind = 'webhook' AND payload ->> 'webhook' = %(webhook)s
"""


async def list_webhooks(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List the webhooks, with the form to add one."""
    return await _list(request, context, {}, [])


async def add(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Add a webhook and show its secret, this once."""
    fields, events, now = await read_form(request), await _read_events(request), context.now()
    shop = fields.get("shop") or None
    if shop and not is_uuid(shop):
        raise Denied(404, "There is no such shop")
    async with context.pool.connection() as conn:
        try:
            ident, secret = await subscriptions.subscribe(
                conn, fields.get("url", ""), events, now=now, lan_address=fields.get("lan") or None, shop=shop
            )
        except Refusal as refusal:
            return await _list(request, context, fields, events, refused=REFUSALS.get(refusal.code, refusal.message))
        added = await subscriptions.get_subscription(conn, ident)
        await audit.note(conn, request.user, "webhook.added", f"webhook:{ident}", tell_briefly(added), at=now)
    return await _list(request, context, {}, [], secret=secret)


async def _list(
    request: PageRequest,
    context: Context,
    typed: dict[str, str],
    chosen: list[str],
    secret: str = "",
    refused: str = "",
) -> Response[str]:
    async with context.pool.connection() as conn:
        found = await subscriptions.list_subscriptions(conn)
        counts = await subscriptions.count_deliveries(conn, [one.id for one in found])
        shops = await list_shops(conn)
    return render(
        request,
        "webhooks.html",
        409 if refused else 200,
        webhooks=found,
        counts=counts,
        shops=shops,
        shop_names={shop.id: shop.name for shop in shops},
        kinds=tuple(FACT_KINDS),
        typed=typed,
        chosen=chosen,
        secret=secret,
        refused=refused,
    )


async def show_webhook(
    request: PageRequest, context: NamedDependency[Context], webhook: FromPath[str]
) -> Response[str]:
    """Show one webhook and its deliveries, the newest first, all or those of one state."""
    state = request.query_params.get("state", "")
    chosen = state if state in subscriptions.DELIVERY_STATES else ""
    async with context.pool.connection() as conn:
        found = await _find(conn, webhook)
        counts = (await subscriptions.count_deliveries(conn, [found.id]))[found.id]
        deliveries = await subscriptions.list_deliveries(
            conn, found.id, state=chosen, before=read_before(request), limit=PAGE_ROWS + 1
        )
        shop = next((shop.name for shop in await list_shops(conn) if shop.id == found.shop_id), "")
    return render(
        request,
        "webhook.html",
        webhook=found,
        shop=shop,
        kinds=tuple(FACT_KINDS),
        counts=[(name, counts[name]) for name in subscriptions.DELIVERY_STATES if counts[name] or name != "paused"],
        deliveries=deliveries[:PAGE_ROWS],
        chosen=chosen,
        more=len(deliveries) > PAGE_ROWS,
    )


async def change(
    request: PageRequest, context: NamedDependency[Context], webhook: FromPath[str], act: FromPath[str]
) -> Response[None]:
    """Change, pause, resume, try or remove a webhook."""
    fields, events = await read_form(request), await _read_events(request)
    async with context.pool.connection() as conn:
        found = await _find(conn, webhook)
        try:
            action, told = await _act(conn, context, found, act, fields, events)
        except Refusal as refusal:
            raise Refusal(refusal.code, REFUSALS.get(refusal.code, refusal.message)) from refusal
        changed = found if act == "remove" else await _find(conn, webhook)
        detail = tell_briefly(changed)
        await audit.note(conn, request.user, action, f"webhook:{found.id}", detail, at=context.now())
    return go_to("/console/webhooks" if act == "remove" else f"/console/webhooks/{found.id}", told)


async def _act(
    conn: Connection, context: Context, found: Subscription, act: str, fields: dict[str, str], events: list[str]
) -> tuple[str, str]:
    """Do it; gives what the audit log calls it and what the person is told."""
    now = context.now()
    if act == "save":
        await subscriptions.change_subscription(conn, found, now, url=need(fields, "url"), events=events)
        return "webhook.changed", "Done."
    if act == "pause":
        await subscriptions.change_subscription(conn, found, now, active=False)
        return "webhook.changed", "Paused. What happens meanwhile is sent when it goes on."
    if act == "resume":
        await subscriptions.change_subscription(conn, found, now, active=True)
        return "webhook.changed", "It goes on; what has waited is sent now."
    if act == "test":
        await subscriptions.send_test(conn, found, now)
        return "webhook.tested", "A test is on its way. Look at the deliveries in a moment."
    if act == "remove":
        await subscriptions.unsubscribe(conn, found.id)
        return "webhook.removed", "The webhook is removed."
    raise Denied(404, "Not found")


async def change_delivery(
    request: PageRequest, context: NamedDependency[Context], webhook: FromPath[str], job: FromPath[int],
    act: FromPath[str],
) -> Response[None]:  # fmt: skip
    """Try a dead delivery again, or give it up."""
    await read_form(request)
    job = min(job, 2**62)
    if act not in ("retry", "discard") or not await read_row(context, _OF_DELIVERY, {"job": job, "webhook": webhook}):
        raise Denied(404, "Not found")
    async with context.pool.connection() as conn:
        done = await (listing.retry(conn, context.now(), job) if act == "retry" else listing.discard(conn, job))
        if not done:
            raise Denied(404, "There is no such dead job")
        await audit.note(conn, request.user, f"job.{act}", f"job:{job}", at=context.now())
    return go_to(f"/console/webhooks/{webhook}", "Done.")


async def _find(conn: Connection, webhook: str) -> Subscription:
    if not is_uuid(webhook):
        raise Denied(404, "There is no such webhook")
    try:
        return await subscriptions.get_subscription(conn, webhook)
    except Refusal as error:
        raise Denied(404, "There is no such webhook") from error


async def _read_events(request: PageRequest) -> list[str]:
    """Give the ticked events: the one field that a form sends several times."""
    return parse_qs((await request.body()).decode(errors="replace"), max_num_fields=100).get("events", [])
