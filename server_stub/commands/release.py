"""Commands about releases: tell tills and console that a newer version exists. Nothing is installed by it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands.session import Session, command
from server_stub.commands.terminals import note_command
from server_stub.faults import Refusal

if TYPE_CHECKING:
    from server_stub.database import Pool


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    release = typer.Typer(help="Which version is the newest.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(release, name="release")
    command(release, "announce")(announce)
    command(release, "show")(show)


def announce(
    session: Session,
    file: Annotated[Path, typer.Argument(help="The manifest of the release; FILE.minisig lies beside it.")],
    key: Annotated[Path | None, typer.Option(help="The publisher's public key, the first time: it is pinned.")] = None,
) -> None:
    """Announce a newer version; its manifest has to be signed by the key that was pinned the first time."""
    content, signature = file.read_bytes(), file.with_name(file.name + ".minisig").read_text("utf-8", "replace")
    named = key.read_text("utf-8", "replace") if key else ""

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub import releases

        async with pool.connection() as conn:
            before = await releases.read_release(conn)
            trusted = before.key if before else releases.read_key(named) if named else None
            if trusted is None:
                raise Refusal("release.no_key", "No publisher is trusted here yet", "Name the key with --key.")
            if named and releases.read_key(named) != trusted:
                raise Refusal("release.other_key", "Another publisher is trusted here", "Leave out --key.")
            manifest = releases.read_manifest(content, signature, trusted)
            await releases.keep_release(conn, manifest, trusted, datetime.now(UTC))
            await note_command(conn, "release.announced", manifest.version)
        return {"version": manifest.version, "published_at": manifest.published_at}

    answer = session.run(work)
    session.report(answer, f"{answer['version']} is announced.")


def show(session: Session) -> None:
    """Show which version was announced."""

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub import releases

        async with pool.connection() as conn:
            found = await releases.read_release(conn)
        if found is None:
            return {"version": None}
        told = found.manifest
        return {"version": told.version, "published_at": told.published_at, "notes": told.notes}

    answer = session.run(work)
    session.report(answer, answer["version"] or "No version was announced.")
