"""Commands about terminals: enrolment tokens, the list, approve, block, unblock."""

import re
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands.session import Session, command, table
from server_stub.faults import Refusal

if TYPE_CHECKING:
    from server_stub.database import Connection, Pool
    from server_stub.terminals.registry import Device

_UNITS_S = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_LONGEST = timedelta(days=30)
Id = Annotated[str, typer.Argument(metavar="ID", help="The device's id or uuid, as `devices` lists it.")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    tokens = typer.Typer(help="Enrolment tokens.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(tokens, name="token")
    command(tokens, "create")(create_token)
    command(app, "policy")(policy)
    command(app, "devices")(devices)
    command(app, "approve")(approve)
    command(app, "block")(block)
    command(app, "unblock")(unblock)
    command(app, "recovery-key")(recovery_key)


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
    qr: Annotated[Path | None, typer.Option(help="Write a pairing code with the token here, as PNG.")] = None,
    url: Annotated[
        list[str] | None, typer.Option(envvar="ECKWMS_SERVER", help="Where terminals reach the centre; for --qr.")
    ] = None,
) -> None:
    """Make a token that enrols one terminal, once."""
    life, now, urls = parse_ttl(ttl), datetime.now(UTC), read_urls(url or [])
    if qr and not urls:
        raise typer.BadParameter(
            "name the centre's address for the pairing code, such as --url http://192.168.1.10:8080"
        )

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.goods import shops
        from server_stub.terminals import registry

        async with pool.connection() as conn:
            found = await shops.find_shop(conn, shop)
            if found is None:
                raise Refusal("shop.unknown", f"There is no shop {shop!r}", await _name_shops(pool))
            device_id = (await registry.get_device(conn, device)).device_id if device else None
            token = await registry.create_enrolment_token(conn, found.id, life, now, device_id)
            await note_command(conn, "token.created", device_id or found.id)
        answer = {"token": token, "shop": found.id, "device_id": device_id, "expires_at": (now + life).isoformat()}
        return answer | ({"pairing": await _pairing_text(pool, urls, token), "qr": str(qr)} if qr else {})

    answer = session.run(work)
    if qr:
        from server_stub.terminals.qr import draw_qr

        qr.write_bytes(draw_qr(answer["pairing"]))
    session.report(answer, answer["token"])


def read_urls(texts: list[str]) -> tuple[str, ...]:
    """Read addresses of the centre in their one spelling. Raises typer.BadParameter."""
    from server_stub.proxy.url import parse_url

    urls = [(text, parse_url(text)) for text in texts]
    for text, url in urls:
        if url is None:
            raise typer.BadParameter(f"{text!r} is not an address such as http://192.168.1.10:8080")
    return tuple(url.text for _, url in urls if url)


async def _pairing_text(pool: "Pool", urls: tuple[str, ...], token: str) -> str:
    from server_stub.centre import load_centre
    from server_stub.terminals.pairing import pairing_text

    return pairing_text((await load_centre(pool)).public_key, urls, token)


def policy(
    session: Session,
    require_nonce: Annotated[
        bool | None, typer.Option(help="Whether registering needs a nonce of this centre; older clients have none.")
    ] = None,
) -> None:
    """Show what is asked of terminals that register, or change it; holds at once."""

    async def work(pool: "Pool") -> bool:
        from server_stub.terminals import nonces

        async with pool.connection() as conn:
            if require_nonce is not None:
                await nonces.require_nonce(conn, require_nonce)
                await note_command(conn, "policy.changed", "require_nonce", {"required": require_nonce})
            return await nonces.is_nonce_required(conn)

    required = session.run(work)
    text = f"Registering {'needs a nonce' if required else 'works with and without a nonce'}."
    session.report({"require_nonce": required}, text)


async def _name_shops(pool: "Pool") -> str:
    from server_stub.goods import shops

    async with pool.connection() as conn:
        names = [shop.name for shop in await shops.list_shops(conn)]
    return f"Shops: {', '.join(names)}." if names else "There is none yet: eckwms-server seed demo makes one."


async def note_command(conn: "Connection", action: str, subject: str, detail: dict[str, Any] | None = None) -> None:
    """Write into the audit log what was done here."""
    from server_stub.audit.log import COMMAND_LINE, note

    await note(conn, COMMAND_LINE, action, subject, detail)


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
            await note_command(conn, "device.active", found.device_uuid, {"shop": found.shop})
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
            found = await registry.block(conn, device, datetime.now(UTC))
            await note_command(conn, "device.blocked", found.device_uuid)
        return found

    _report_device(session, session.run(work))


def unblock(session: Session, device: Id) -> None:
    """Let a blocked terminal work again; what it handed in meanwhile is projected now."""

    async def work(pool: "Pool") -> "Device":
        from server_stub.journal import project
        from server_stub.terminals import registry

        async with pool.connection() as conn:
            found = await registry.unblock(conn, device, datetime.now(UTC))
            await note_command(conn, f"device.{found.status}", found.device_uuid)
        await project.project_pending(pool)
        return found

    _report_device(session, session.run(work))


def recovery_key(session: Session, device: Id) -> None:
    """Tell the key of a terminal's database, for a till whose machine lost it; it is noted who asked."""

    async def work(pool: "Pool") -> str:
        from server_stub.centre import load_centre
        from server_stub.terminals import escrow, registry
        from sync.wire.recovery_key import spell_key

        centre = await load_centre(pool)
        async with pool.connection() as conn:
            found = await registry.get_device(conn, device)
            key = await escrow.give_key(conn, centre.jwt_secret, found.device_uuid)
            if key is None:
                raise Refusal("escrow.none", f"No key of {device!r} is here", "Use the till's recovery sheet.")
            await note_command(conn, "escrow.given", found.device_uuid)
        return spell_key(key)

    text = session.run(work)
    session.report({"device": device, "recovery_key": text}, text)


def _report_device(session: Session, device: "Device") -> None:
    session.report(_describe(device), f"{device.name or device.device_id} is {device.status}.")


def _describe(device: "Device") -> dict[str, Any]:
    return asdict(device) | {"last_seen": _time(device.last_seen), "created_at": _time(device.created_at)}


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
