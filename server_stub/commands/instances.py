"""Commands about other servers of the eckWMS family: list, approve, block, forget."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands.session import Session, command, table
from server_stub.commands.terminals import choose_shop, note_command

if TYPE_CHECKING:
    from server_stub.database import Pool
    from server_stub.instances.registry import InstanceRow

Id = Annotated[str, typer.Argument(metavar="ID", help="The instance's id, as `instances list` shows it.")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    instances = typer.Typer(
        help="Servers of the eckWMS family that clients reach through this one.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    app.add_typer(instances, name="instances")
    command(instances, "list")(list_instances)
    command(instances, "approve")(approve)
    command(instances, "block")(block)
    command(instances, "forget")(forget)


def list_instances(
    session: Session,
    after: Annotated[str, typer.Option(help="Go on after this id.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many at most.")] = 1000,
) -> None:
    """List the servers, what they ask for and what was approved."""

    async def work(pool: "Pool") -> "list[InstanceRow]":
        from server_stub.instances import registry

        async with pool.connection() as conn:
            return list(await registry.list_instances(conn, after, limit))

    found = session.run(work)
    rows = [(i.id, i.name, i.status, i.public_url or f"asks for {i.asked_url}", i.lan_address or "-") for i in found]
    text = table(("ID", "NAME", "STATUS", "ADDRESS", "LAN"), rows) if rows else "No instance has registered yet."
    session.report({"instances": [describe(instance) for instance in found]}, text)


def approve(
    session: Session,
    instance: Id,
    url: Annotated[str, typer.Option(help="Its address; what it asked for if left out.")] = "",
    lan: Annotated[str, typer.Option(help="The IP address in your own network that it has, and no other.")] = "",
    shop: Annotated[str | None, typer.Option(help="Only for callers of this shop, by id or name.")] = None,
) -> None:
    """Let clients reach a server, once it has proved with its key that it answers at its address."""

    async def work(pool: "Pool") -> "InstanceRow":
        from server_stub.instances import approval
        from server_stub.proxy.outgoing import Network

        shop_id = await choose_shop(pool, shop) if shop else ""
        found = await approval.approve(pool, Network(), instance, approval.Terms(url, lan, shop_id), datetime.now(UTC))
        async with pool.connection() as conn:
            detail = {"url": found.public_url, "lan": found.lan_address, "shop": found.shop}
            await note_command(conn, "instance.active", found.id, detail)
        return found

    found = session.run(work)
    session.report(describe(found), f"{found.name} is active at {found.public_url}.")


def block(session: Session, instance: Id) -> None:
    """Stop a server: nothing reaches it through this one."""

    async def work(pool: "Pool") -> "InstanceRow":
        from server_stub.instances import registry

        async with pool.connection() as conn:
            found = await registry.block(conn, instance, datetime.now(UTC))
            await note_command(conn, "instance.blocked", found.id)
        return found

    found = session.run(work)
    session.report(describe(found), f"{found.name} is blocked.")


def forget(session: Session, instance: Id) -> None:
    """Take a server out of the register, so that it may register with a new key."""

    async def work(pool: "Pool") -> None:
        from server_stub.instances import registry

        async with pool.connection() as conn:
            await registry.forget(conn, instance)
            await note_command(conn, "instance.forgotten", instance)

    session.run(work)
    session.report({"id": instance, "forgotten": True}, f"{instance} is forgotten.")


def describe(instance: "InstanceRow") -> dict[str, Any]:
    """Give what is known of a server; its key as the fingerprint that it shows itself."""
    from sync.wire.fingerprint import fingerprint_groups

    return {
        "id": instance.id,
        "name": instance.name,
        "status": instance.status,
        "shop": instance.shop,
        "public_url": instance.public_url,
        "lan_address": instance.lan_address,
        "asked_url": instance.asked_url,
        "local_ips": instance.local_ips,
        "port": instance.port,
        "detected_ip": instance.detected_ip,
        "fingerprint": fingerprint_groups(instance.public_key) if instance.public_key else "",
        "proved_at": instance.proved_at.isoformat(timespec="seconds") if instance.proved_at else None,
        "last_seen": instance.last_seen.isoformat(timespec="seconds"),
    }
