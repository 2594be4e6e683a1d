"""Commands about webhooks: programs that are called when something has happened."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands.session import Session, command, table
from server_stub.commands.terminals import choose_shop, note_command
from server_stub.faults import Refusal

if TYPE_CHECKING:
    from server_stub.database import Connection, Pool
    from server_stub.jobs.webhook_subscriptions import Subscription

Id = Annotated[str, typer.Argument(metavar="ID", help="The webhook, as `webhooks list` shows it.")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    webhooks = typer.Typer(
        help="Programs that are called when something has happened.", no_args_is_help=True, rich_markup_mode=None
    )
    app.add_typer(webhooks, name="webhooks")
    command(webhooks, "list")(list_webhooks)
    command(webhooks, "add")(add)
    command(webhooks, "pause")(pause)
    command(webhooks, "resume")(resume)
    command(webhooks, "remove")(remove)
    command(webhooks, "test")(try_out)


def list_webhooks(session: Session) -> None:
    """List the webhooks, with how many deliveries wait and how many were given up."""

    async def work(pool: "Pool") -> list[dict[str, Any]]:
        from server_stub.jobs import webhook_subscriptions as subscriptions

        async with pool.connection() as conn:
            found = await subscriptions.list_subscriptions(conn)
            counts = await subscriptions.count_deliveries(conn, [one.id for one in found])
            return [_describe(one) | {"deliveries": counts[one.id]} for one in found]

    found = session.run(work)
    rows = [
        (w["id"], w["status"], w["url"], " ".join(w["events"]), str(w["deliveries"]["waiting"]),
         str(w["deliveries"]["dead"])) for w in found
    ]  # fmt: skip
    heads = ("ID", "STATUS", "ADDRESS", "EVENTS", "WAITING", "DEAD")
    session.report({"webhooks": found}, table(heads, rows) if rows else "There are no webhooks yet.")


def add(
    session: Session,
    url: Annotated[str, typer.Argument(metavar="URL", help="The https address that is called by POST.")],
    event: Annotated[list[str], typer.Option(help="What it is called for, such as sale.completed; repeatable.")],
    shop: Annotated[str | None, typer.Option(help="Only for this shop, by id or name; else for every shop.")] = None,
    lan: Annotated[
        str | None, typer.Option(help="The IP address in your own network that it has; may go without TLS.")
    ] = None,
) -> None:
    """Add a webhook for what happens from now on; its secret is shown now and never again."""

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.jobs import webhook_subscriptions as subscriptions

        shop_id = await choose_shop(pool, shop) if shop else None
        async with pool.connection() as conn:
            ident, secret = await subscriptions.subscribe(
                conn, url, event, now=datetime.now(UTC), lan_address=lan, shop=shop_id
            )
            added = await subscriptions.get_subscription(conn, ident)
            await _note(conn, "webhook.added", added)
        return _describe(added) | {"secret": secret}

    answer = session.run(work)
    text = f"{answer['id']}\n{answer['secret']}\nNote the secret now: it is not shown again. It signs what is sent."
    session.report(answer, text)


def pause(session: Session, webhook: Id) -> None:
    """Send nothing for now; what happens meanwhile is sent when it goes on."""
    _switch(session, webhook, active=False)


def resume(session: Session, webhook: Id) -> None:
    """Let a paused webhook go on."""
    _switch(session, webhook, active=True)


def _switch(session: Session, webhook: str, *, active: bool) -> None:
    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.jobs import webhook_subscriptions as subscriptions

        async with pool.connection() as conn:
            found = await _find(conn, webhook)
            changed = await subscriptions.change_subscription(conn, found, datetime.now(UTC), active=active)
            await _note(conn, "webhook.changed", changed)
        return _describe(changed)

    answer = session.run(work)
    session.report(answer, f"{answer['url']} is {answer['status']}.")


def remove(session: Session, webhook: Id) -> None:
    """Remove a webhook; nothing more is sent to it."""

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.jobs import webhook_subscriptions as subscriptions

        async with pool.connection() as conn:
            found = await _find(conn, webhook)
            await subscriptions.unsubscribe(conn, found.id)
            await _note(conn, "webhook.removed", found)
        return {"id": found.id, "removed": True}

    answer = session.run(work)
    session.report(answer, f"{answer['id']} is removed.")


def try_out(session: Session, webhook: Id) -> None:
    """Send a webhook.test now, and tell what the receiver answered; exit code 3 when it did not take it."""

    async def work(pool: "Pool") -> str:
        from server_stub.jobs.webhook_subscriptions import try_receiver

        async with pool.connection() as conn:
            found = await _find(conn, webhook)
            await _note(conn, "webhook.tested", found)
            await conn.commit()  # others who note must not wait for the receiver
            return await try_receiver(conn, found, datetime.now(UTC))

    if trouble := session.run(work):
        raise Refusal("webhook.test", trouble, "Check its address, and that it answers 2xx.")
    session.report({"id": webhook, "taken": True}, "The receiver took it.")


async def _find(conn: "Connection", webhook: str) -> "Subscription":
    from server_stub.jobs.webhook_subscriptions import get_subscription
    from server_stub.terminals.registration import parse_uuid

    ident = parse_uuid(webhook)
    if ident is None:
        raise Refusal("webhook.unknown", f"{webhook!r} is not a webhook's id.", "webhooks list shows them.")
    return await get_subscription(conn, ident)


async def _note(conn: "Connection", action: str, found: "Subscription") -> None:
    from server_stub.jobs.webhook_subscriptions import tell_briefly

    await note_command(conn, action, f"webhook:{found.id}", tell_briefly(found))


def _describe(found: "Subscription") -> dict[str, Any]:
    told = asdict(found) | {
        "shop": found.shop_id,
        "status": "active" if found.active else "paused",
        "created_at": found.created_at.isoformat(timespec="seconds"),
    }
    return {name: value for name, value in told.items() if name not in ("shop_id", "active")}
