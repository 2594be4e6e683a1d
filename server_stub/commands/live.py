"""Commands that reach terminals and people at once: messages, and the request for a support bundle."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands.session import Session, command
from server_stub.commands.terminals import Id, choose_shop

if TYPE_CHECKING:
    from server_stub.database import Pool

AUTHOR = "Head office"


class Audience(StrEnum):
    """Whom a message is for."""

    TILL = "till"
    PERSON = "person"
    SHOP = "shop"
    ALL = "all"


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    command(app, "message")(message)
    command(app, "request-bundle")(request_bundle)


def message(
    session: Session,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to say.")],
    to: Annotated[Audience, typer.Option("--to", help="Whom to tell.")],
    name: Annotated[str, typer.Option(help="Which till, person or shop; the only shop needs no name.")] = "",
) -> None:
    """Show a text at tills at once; one that is away shows it when it is back."""
    answer = session.run(lambda pool: _send(pool, to.value, name, text, "message"))
    session.report(answer, "Sent.")


def request_bundle(session: Session, device: Id) -> None:
    """Ask a terminal to collect its support bundle."""
    answer = session.run(lambda pool: _send(pool, "till", device, "", "bundle_request"))
    session.report(answer, "Asked.")


async def _send(pool: "Pool", to: str, name: str, text: str, kind: str) -> dict[str, Any]:
    from server_stub.faults import Denied
    from server_stub.live import mail, message_routes

    try:
        plain = message_routes.check_text(text, kind)
        target = name or (await choose_shop(pool, None) if to == "shop" else "")
        async with pool.connection() as conn:
            addressee = await message_routes.find_addressee(conn, to, target)
            sent = await mail.send(conn, addressee, plain, AUTHOR, datetime.now(UTC), kind=kind)
    except Denied as error:
        raise message_routes.refuse_denied(error) from error
    return message_routes.describe(sent)
