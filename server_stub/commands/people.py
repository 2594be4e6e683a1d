"""Commands about people: users add, list, disable."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any
from uuid import uuid4

import typer

from server_stub.commands.session import Session, command, read_secret, table
from server_stub.faults import Refusal

if TYPE_CHECKING:
    from server_stub.database import Pool
    from sync.wire.changes import Person


class Role(str, Enum):  # noqa: UP042 - typer shows the values of this kind
    """What a person may do."""

    ADMIN = "admin"
    MANAGER = "manager"
    CASHIER = "cashier"
    SALESPERSON = "salesperson"
    WAREHOUSE_WORKER = "warehouse_worker"


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    users = typer.Typer(help="People who may sign in.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(users, name="users")
    command(users, "add")(add_user)
    command(users, "list")(list_users)
    command(users, "disable")(disable_user)


def add_user(
    session: Session,
    login: Annotated[str, typer.Argument(metavar="NAME", help="What the person signs in with.")],
    role: Annotated[Role, typer.Option(help="What the person may do.")],
    full_name: Annotated[str, typer.Option(help="Shown on screens and receipts; the sign-in name if left out.")] = "",
    shop: Annotated[str | None, typer.Option(help="The shop, by id or name; the only one when there is one.")] = None,
) -> None:
    """Add a person, or change role and PIN of one; the PIN is read from stdin."""
    from server_stub.identity.pins import hash_pin

    pin_hash = hash_pin(read_secret(f"PIN for {login}"))

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.commands.terminals import choose_shop
        from server_stub.identity import people
        from sync.wire.changes import Person

        shop_id = await choose_shop(pool, shop)
        if not shop_id:
            raise Refusal("shop.unnamed", "It is not clear which shop this person works in", "Name it with --shop.")
        async with pool.connection() as conn:
            here = {person.login: person.id for person in await people.list_people(conn, shop_id)}
            if login not in here and login in {person.login for person in await people.list_people(conn)}:
                raise Refusal("user.elsewhere", f"{login} works in another shop", "Take another name to sign in with.")
            person = Person(
                id=here.get(login) or str(uuid4()),
                login=login,
                name=full_name or login,
                role=role.value,
                pin_hash=pin_hash,
            )
            await people.save_person(conn, shop_id, person)
        return describe(person) | {"shop": shop_id}

    answer = session.run(work)
    session.report(answer, f"{answer['login']} is {answer['role']}.")


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
        from server_stub.identity import people

        async with pool.connection() as conn:
            return await people.set_active(conn, login, False)

    if not session.run(work):
        raise Refusal("user.unknown", f"There is nobody called {login!r}", "eckwms-server users list shows the names.")
    session.report({"login": login, "active": False}, f"{login} can sign in no more.")


def describe(person: "Person") -> dict[str, Any]:
    """Give what may be shown of a person: everything but the hash of the PIN."""
    return {"id": person.id, "login": person.login, "name": person.name, "role": person.role, "active": person.active}
