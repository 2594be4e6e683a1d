"""Commands for copies of the centre: backup and restore."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from server_stub.commands.session import Session, command


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    command(app, "backup")(backup)
    command(app, "restore")(restore)


def backup(
    session: Session,
    to: Annotated[Path | None, typer.Option("--to", metavar="DIR", help="Folder; default: backups.")] = None,
) -> None:
    """Copy the database and the uploads into one verified file, also while the centre runs; 7 daily ones are kept."""
    import psycopg

    from server_stub.backup.making import make_backup, read_zone

    folder = to or session.data_dir / "backups"
    with session.database() as url:
        with psycopg.connect(url) as conn:
            zone = read_zone(conn)
        answer = make_backup(url, session.data_dir, folder.absolute(), datetime.now(UTC), zone)
    lines = [f"{answer['file']}: {answer['bytes']} bytes, {answer['rows']} rows, {answer['uploads']} uploads, verified"]
    lines += [f"removed {old}" for old in answer["removed"]]
    session.report(answer, "\n".join([*lines, f"SHA-256 {answer['sha256']}"]))


def restore(
    session: Session,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="A backup.")],
    force: Annotated[bool, typer.Option("--force", help="Replace the centre that is there; it is kept aside.")] = False,
) -> None:
    """Put a backup in place, proved, in a new epoch: terminals then send again what it lacks. Stop the centre first."""
    from server_stub.backup.restoring import restore_backup
    from server_stub.roles import owner_url, prepare

    with session.database() as url:
        owner = owner_url(url) if session.database_url else url
        answer = restore_backup(owner, session.data_dir, file, datetime.now(UTC), force=force)
        if owner != url:
            prepare(url)
    lines = [f"Restored {answer['file']}: {answer['entries']} entries of {answer['terminals']} terminals."]
    lines += [str(problem) for problem in answer["problems"]]
    if answer["aside"]:
        lines.append(f"What was there is kept as the database {answer['aside']}.")
    session.report(answer, "\n".join(lines))
