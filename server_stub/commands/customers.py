"""Commands about people's data: everything that is stored about a customer, and its erasing."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands.session import Session, command

if TYPE_CHECKING:
    from server_stub.database import Pool

Id = Annotated[str, typer.Argument(metavar="ID", help="The customer's id.")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    customers = typer.Typer(help="What is stored about a person.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(customers, name="customers")
    command(customers, "export")(export_customer)
    command(customers, "erase")(erase_customer)


def export_customer(session: Session, customer: Id) -> None:
    """Print everything that is stored about a customer, as one JSON object."""
    import msgspec

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.api import people_data
        from server_stub.audit import log as audit

        ident = _parse(customer)
        async with pool.connection() as conn:
            found = await people_data.export_customer(conn, ident)
            await audit.note(conn, audit.COMMAND_LINE, "customer.exported", f"customer:{ident}")
        return found

    answer = session.run(work)
    session.report(msgspec.to_builtins(answer), msgspec.json.format(msgspec.json.encode(answer)).decode())


def erase_customer(session: Session, customer: Id) -> None:
    """Erase what is stored about a customer; hashes stay, so that every chain still verifies."""
    import msgspec

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.api import people_data
        from server_stub.audit import log as audit

        ident = _parse(customer)
        async with pool.connection() as conn:
            outcome = await people_data.erase_customer(conn, ident, datetime.now(UTC))
            await audit.note(conn, audit.COMMAND_LINE, "customer.erased", f"customer:{ident}")
        return outcome

    answer = msgspec.to_builtins(session.run(work))
    kept = [f"Kept by law until {part['retain_until']}: {part['attachment']}" for part in answer["kept"]]
    session.report(answer, "\n".join([f"Erased: {answer['blanked']} attachments blanked.", *kept]))


def _parse(customer: str) -> str:
    from server_stub.api.people_data import unknown
    from server_stub.terminals.registration import parse_uuid

    ident = parse_uuid(customer)
    if ident is None:
        raise unknown(customer)
    return ident
