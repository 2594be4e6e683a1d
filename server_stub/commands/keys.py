"""Commands about API keys: keys create, list, revoke."""

from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands.session import Session, command, table

if TYPE_CHECKING:
    from server_stub.database import Pool
    from server_stub.identity.keys import KeyRecord


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    keys = typer.Typer(help="API keys of programs.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(keys, name="keys")
    command(keys, "create")(create_key)
    command(keys, "list")(list_keys)
    command(keys, "revoke")(revoke_key)


def create_key(
    session: Session,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The program that will use it.")],
    scope: Annotated[list[str], typer.Option(help="What it may do, such as products:read; may be given repeatedly.")],
    shop: Annotated[str | None, typer.Option(help="Only for this shop, by id or name; else for every shop.")] = None,
    days: Annotated[int | None, typer.Option(min=1, max=3650, help="Ends after so many days; else never.")] = None,
) -> None:
    """Make a key; it is shown now and never again."""
    life = timedelta(days=days) if days else None

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.audit import log as audit
        from server_stub.commands.terminals import choose_shop
        from server_stub.context import utc_now
        from server_stub.identity import keys

        shop_id = await choose_shop(pool, shop) if shop else ""
        now = utc_now()
        async with pool.connection() as conn:
            key, record = await keys.create_key(conn, name, scope, now, shop=shop_id, life=life)
            detail = {"name": record.name, "scopes": record.scopes, "shop": shop_id}
            await audit.note(conn, audit.COMMAND_LINE, "key.created", f"key:{record.prefix}", detail)
        return {"key": key} | _describe(record, record.state(now))

    answer = session.run(work)
    session.report(answer, f"{answer['key']}\nNote it now: it is kept nowhere and cannot be shown again.")


def list_keys(session: Session) -> None:
    """List the keys by their readable beginnings."""

    async def work(pool: "Pool") -> list[dict[str, Any]]:
        from server_stub.context import utc_now
        from server_stub.identity import keys

        async with pool.connection() as conn:
            return [_describe(key, key.state(utc_now())) for key in await keys.list_keys(conn)]

    found = session.run(work)
    heads = ("PREFIX", "NAME", "STATE", "SCOPES", "EXPIRES", "LAST USED")
    rows = [
        (
            k["prefix"],
            k["name"],
            k["state"],
            " ".join(k["scopes"]),
            k["expires_at"] or "never",
            k["last_used_at"] or "never",
        )
        for k in found
    ]
    session.report({"keys": found}, table(heads, rows) if rows else "There are no keys yet.")


def revoke_key(
    session: Session, key: Annotated[str, typer.Argument(metavar="KEY", help="Its prefix, id or name.")]
) -> None:
    """End a key at once; a name ends all keys of that name."""

    async def work(pool: "Pool") -> list[dict[str, Any]]:
        from server_stub.audit import log as audit
        from server_stub.context import utc_now
        from server_stub.identity import keys

        async with pool.connection() as conn:
            ended = await keys.revoke_key(conn, key, utc_now())
            for record in ended:
                await audit.note(conn, audit.COMMAND_LINE, "key.revoked", f"key:{record.prefix}", {"name": record.name})
            return [_describe(record, "revoked") for record in ended]

    ended = session.run(work)
    session.report(
        {"revoked": ended}, "\n".join(f"{key['prefix']} ({key['name']}) opens nothing more." for key in ended)
    )


def _describe(key: "KeyRecord", state: str) -> dict[str, Any]:
    times = ("created_at", "expires_at", "revoked_at", "last_used_at")
    told = asdict(key) | {"id": key.key_id, "state": state}
    del told["key_id"]
    return told | {name: told[name].isoformat(timespec="seconds") if told[name] else None for name in times}
