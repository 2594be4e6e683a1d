"""Commands about terminals: enrolment tokens, the list, approve, block, unblock."""

import re
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands.session import Session, command, table
from server_stub.faults import Refusal

if TYPE_CHECKING:
    from server_stub.database import Pool
    from server_stub.terminals.registry import Device

_UNITS_S = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_LONGEST = timedelta(days=30)
Id = Annotated[str, typer.Argument(metavar="ID", help="The device's id or uuid, as `devices` lists it.")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    tokens = typer.Typer(help="Enrolment tokens.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(tokens, name="token")
    command(tokens, "create")(create_token)
    command(app, "devices")(devices)
    command(app, "approve")(approve)
    command(app, "block")(block)
    command(app, "unblock")(unblock)


def parse_ttl(text: str) -> timedelta:
    """Read a duration such as 90s, 15m, 2h or 7d. Raises typer.BadParameter."""
    fits = re.fullmatch(r"([0-9]{1,8})([smhd])", text.lower())
    if fits is None or not int(fits[1]):
        raise typer.BadParameter(f"{text!r} is not a duration such as 90s, 15m, 2h or 7d")
    life = timedelta(seconds=int(fits[1]) * _UNITS_S[fits[2]])
    if life > _LONGEST:
        raise typer.BadParameter("a token lives 30 days at most")
    return life


def create_token(
    session: Session,
    shop: Annotated[str, typer.Option(help="The shop, by id or name.")],
    ttl: Annotated[str, typer.Option(help="How long the token holds: 90s, 15m, 2h, 7d.")] = "15m",
    device: Annotated[str | None, typer.Option(help="Only for this device; gives it a new key.")] = None,
) -> None:
    """Make a token that enrols one terminal, once."""
    life, now = parse_ttl(ttl), datetime.now(UTC)

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.goods import shops
        from server_stub.terminals import registry

        async with pool.connection() as conn:
            found = await shops.find_shop(conn, shop)
            if found is None:
                raise Refusal("shop.unknown", f"There is no shop {shop!r}", await _name_shops(pool))
            device_id = (await registry.get_device(conn, device)).device_id if device else None
            token = await registry.create_enrolment_token(conn, found.id, life, now, device_id)
        return {"token": token, "shop": found.id, "device_id": device_id, "expires_at": (now + life).isoformat()}

    answer = session.run(work)
    session.report(answer, answer["token"])


async def _name_shops(pool: "Pool") -> str:
    from server_stub.goods import shops

    async with pool.connection() as conn:
        names = [shop.name for shop in await shops.list_shops(conn)]
    return f"Shops: {', '.join(names)}." if names else "There is none yet: eckwms-server seed demo makes one."


def devices(session: Session) -> None:
    """List the terminals and their states."""

    async def work(pool: "Pool") -> "list[Device]":
        from server_stub.terminals import registry

        async with pool.connection() as conn:
            return await registry.list_devices(conn)

    found = session.run(work)
    rows = [(d.device_id, d.name, d.status, d.receipt_prefix, _time(d.last_seen) or "never") for d in found]
    text = table(("ID", "NAME", "STATUS", "PREFIX", "LAST SEEN"), rows) if rows else "No terminal has registered yet."
    session.report({"devices": [_describe(device) for device in found]}, text)


def approve(
    session: Session,
    device: Id,
    shop: Annotated[str | None, typer.Option(help="The shop it works for; the only one when there is one.")] = None,
) -> None:
    """Let a pending terminal work; what it handed in meanwhile is projected now."""

    async def work(pool: "Pool") -> "Device":
        from server_stub.journal import project
        from server_stub.terminals import registry

        shop_id = await choose_shop(pool, shop)
        async with pool.connection() as conn:
            found = await registry.approve(conn, device, shop_id, datetime.now(UTC))
        await project.project_pending(pool)
        return found

    _report_device(session, session.run(work))


async def choose_shop(pool: "Pool", shop: str | None) -> str:
    """Give the id of the shop that was named, or of the only one; empty when that is not decided."""
    from server_stub.goods import shops

    async with pool.connection() as conn:
        if shop is None:
            known = await shops.list_shops(conn)
            return known[0].id if len(known) == 1 else ""
        found = await shops.find_shop(conn, shop)
    if found is None:
        raise Refusal("shop.unknown", f"There is no shop {shop!r}", await _name_shops(pool))
    return found.id


def block(session: Session, device: Id) -> None:
    """Stop a terminal: it hands in what it has, and does nothing else."""

    async def work(pool: "Pool") -> "Device":
        from server_stub.terminals import registry

        async with pool.connection() as conn:
            return await registry.block(conn, device, datetime.now(UTC))

    _report_device(session, session.run(work))


def unblock(session: Session, device: Id) -> None:
    """Let a blocked terminal work again; what it handed in meanwhile is projected now."""

    async def work(pool: "Pool") -> "Device":
        from server_stub.journal import project
        from server_stub.terminals import registry

        async with pool.connection() as conn:
            found = await registry.unblock(conn, device, datetime.now(UTC))
        await project.project_pending(pool)
        return found

    _report_device(session, session.run(work))


def _report_device(session: Session, device: "Device") -> None:
    session.report(_describe(device), f"{device.name or device.device_id} is {device.status}.")


def _describe(device: "Device") -> dict[str, Any]:
    return asdict(device) | {"last_seen": _time(device.last_seen), "created_at": _time(device.created_at)}


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
