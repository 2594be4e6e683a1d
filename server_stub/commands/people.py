"""Commands about people: users add, list, disable."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any
from uuid import uuid4

import typer

from server_stub.commands.session import Session, command, read_secret, table
from server_stub.faults import Refusal

if TYPE_CHECKING:
    from server_stub.database import Connection, Pool
    from sync.wire.changes import Person


class Role(str, Enum):  # noqa: UP042 - typer shows the values of this kind
    """What a person may do."""

    ADMIN = "admin"
    MANAGER = "manager"
    CASHIER = "cashier"
    SALESPERSON = "salesperson"
    WAREHOUSE_WORKER = "warehouse_worker"


NO_PIN = ""
"""In place of a hash; no PIN fits it."""


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    users = typer.Typer(help="People who may sign in.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(users, name="users")
    command(users, "add")(add_user)
    command(users, "list")(list_users)
    command(users, "disable")(disable_user)
    command(users, "badge")(give_badge)


def add_user(
    session: Session,
    login: Annotated[str, typer.Argument(metavar="NAME", help="What the person signs in with.")],
    role: Annotated[Role, typer.Option(help="What the person may do.")],
    full_name: Annotated[str, typer.Option(help="Shown on screens and receipts; the sign-in name if left out.")] = "",
    shop: Annotated[str | None, typer.Option(help="The shop, by id or name; the only one when there is one.")] = None,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="What is read is the password for the centre only, not the PIN.")
    ] = False,
) -> None:
    """Add a person, or change role and PIN of one; the PIN or password is read from stdin.

    A PIN of digits opens terminals. A password of 10 characters or more opens terminals and the centre's console and
    API; with --password-stdin it opens the centre only and a PIN that the person has stays.
    """
    asked = "Password" if password_stdin else "PIN or password"
    secret = _read_secret(read_secret(f"{asked} for {login}"), login, for_centre_only=password_stdin)

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.commands.terminals import choose_shop

        shop_id = await choose_shop(pool, shop)
        if not shop_id:
            raise Refusal("shop.unnamed", "It is not clear which shop this person works in", "Name it with --shop.")
        async with pool.connection() as conn:
            person = await _save(conn, shop_id, login, role, full_name, secret)
        return describe(person) | {"shop": shop_id, "centre": secret.password_hash is not None}

    answer = session.run(work)
    session.report(answer, f"{answer['login']} is {answer['role']}.")


@dataclass(frozen=True, slots=True)
class _Secret:
    """What was read, hashed: for terminals, for the centre, or for both."""

    pin_hash: str | None
    password_hash: str | None


def _read_secret(text: str, login: str, *, for_centre_only: bool) -> _Secret:
    from server_stub.identity.passwords import SHORTEST, hash_password
    from server_stub.identity.pins import hash_pin

    if for_centre_only:
        return _Secret(None, hash_password(text, login))
    is_password = not text.isdecimal() and len(text) >= SHORTEST
    return _Secret(hash_pin(text), hash_password(text, login) if is_password else None)


async def _save(conn: "Connection", shop_id: str, login: str, role: Role, full_name: str, secret: _Secret) -> "Person":
    from server_stub.audit import log as audit
    from server_stub.context import utc_now
    from server_stub.identity import people, sign_in
    from sync.wire.changes import Person

    here = {person.login: person for person in await people.list_people(conn, shop_id)}
    if login not in here and login in {person.login for person in await people.list_people(conn)}:
        raise Refusal("user.elsewhere", f"{login} works in another shop", "Take another name to sign in with.")
    known = here.get(login)
    person = Person(
        id=known.id if known else str(uuid4()),
        login=login,
        name=full_name or (known.name if known else login),
        role=role.value,
        pin_hash=secret.pin_hash or (known.pin_hash if known else NO_PIN),
        badge_hash=known.badge_hash if known else "",
    )
    await people.save_person(conn, shop_id, person)
    if secret.password_hash is not None:
        await sign_in.set_password(conn, person.id, secret.password_hash, utc_now())
    await audit.note(conn, audit.COMMAND_LINE, "user.saved", f"person:{login}", {"role": role.value, "shop": shop_id})
    return person


def list_users(session: Session) -> None:
    """List the people of all shops."""

    async def work(pool: "Pool") -> "list[Person]":
        from server_stub.identity import people

        async with pool.connection() as conn:
            return await people.list_people(conn)

    found = session.run(work)
    rows = [(p.login, p.name, p.role, "active" if p.active else "disabled") for p in found]
    text = table(("LOGIN", "NAME", "ROLE", "STATE"), rows) if rows else "There is nobody yet."
    session.report({"users": [describe(person) for person in found]}, text)


def disable_user(session: Session, login: Annotated[str, typer.Argument(metavar="NAME")]) -> None:
    """Let a person sign in no more; their past stays."""

    async def work(pool: "Pool") -> bool:
        from server_stub.audit import log as audit
        from server_stub.identity import people

        async with pool.connection() as conn:
            done = await people.set_active(conn, login, False)
            if done:
                await audit.note(conn, audit.COMMAND_LINE, "user.disabled", f"person:{login}")
            return done

    if not session.run(work):
        raise Refusal("user.unknown", f"There is nobody called {login!r}", "eckwms-server users list shows the names.")
    session.report({"login": login, "active": False}, f"{login} can sign in no more.")


def give_badge(
    session: Session,
    login: Annotated[str, typer.Argument(metavar="NAME")],
    remove: Annotated[bool, typer.Option("--remove", help="The badge is lost or given back.")] = False,
) -> None:
    """Give a person a badge, which opens terminals like the PIN; its code is read from stdin, as a scanner types it."""
    code = "" if remove else read_secret(f"Badge for {login}")

    async def work(pool: "Pool") -> bool:
        from server_stub.audit import log as audit
        from server_stub.identity import people

        async with pool.connection() as conn:
            done = await people.set_badge(conn, login, code)
            if done:
                await audit.note(conn, audit.COMMAND_LINE, "user.badge", f"person:{login}", {"badge": bool(code)})
            return done

    if not session.run(work):
        raise Refusal("user.unknown", f"There is nobody called {login!r}", "eckwms-server users list shows the names.")
    session.report({"login": login, "badge": bool(code)}, f"{login} has {'a' if code else 'no'} badge.")


def describe(person: "Person") -> dict[str, Any]:
    """Give what may be shown of a person: everything but the hash of the PIN."""
    return {"id": person.id, "login": person.login, "name": person.name, "role": person.role, "active": person.active}
