"""The command that brings the database up to this program, for where the role that serves may not."""

from typing import TYPE_CHECKING

import typer

from server_stub.commands.session import Session, command

if TYPE_CHECKING:
    from server_stub.database import Pool


def add_commands(app: typer.Typer) -> None:
    """Add this command to the program."""
    command(app, "migrate")(migrate)


def migrate(session: Session) -> None:
    """Bring the database up to this program, as the role of DATABASE_OWNER_URL; without one `run` does it itself."""

    async def work(pool: "Pool") -> str:
        async with pool.connection() as conn:
            row = await (await conn.execute("SELECT version_num FROM alembic_version")).fetchone()
        return str(row[0]) if row else ""

    revision = session.run(work)
    session.report({"revision": revision}, f"The database is at revision {revision}.")
