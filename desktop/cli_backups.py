"""The commands `backup`, `restore`, `replace` and `retire`."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from desktop import cli_run
from desktop.settings import load_settings

Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, nothing else.")]


def add_commands(app: typer.Typer) -> None:
    """Add them."""
    app.command("backup")(backup)
    app.command("recovery-sheet")(recovery_sheet)
    app.command("restore")(restore)
    app.command("replace")(replace)
    app.command("retire")(retire)


def backup(
    to: Annotated[Path | None, typer.Option(help="Folder for this one; the settings' backup_folder without.")] = None,
    as_json: Json = False,
) -> None:
    """Copy the journal while the till sells, encrypted, and read the copy back."""
    cli_run.do("backup", {"to": str(to.absolute()) if to else ""}, as_json)


def recovery_sheet(
    file: Annotated[Path, typer.Argument(metavar="FILE.pdf", help="The PDF to write; print it and delete the file.")],
    as_json: Json = False,
) -> None:
    """Write the sheet with the recovery key of this till, for a sealed envelope in the safe."""
    cli_run.do("recovery-sheet", {"file": str(file.absolute())}, as_json)


def restore(
    file: Annotated[Path, typer.Argument(help="The backup.")],
    force: Annotated[bool, typer.Option("--force", help="Put a journal aside that can still be read.")] = False,
    key_stdin: Annotated[
        bool, typer.Option("--key-stdin", help="Read the key of a recovery sheet from standard input.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Put a backup in place of the journal, keep what was there, and fetch what is newer from head office."""
    key = sys.stdin.readline().strip() if key_stdin else ""
    cli_run.alone("restoring:restore", {"file": file.absolute(), "force": force, "typed_key": key}, as_json)


def replace(
    old: Annotated[str, typer.Argument(metavar="OLD-NAME", help="Name of the lost till, or its receipt prefix.")],
    server: Annotated[str, typer.Option(help="Address of the centre; the settings' server without.")] = "",
    backup: Annotated[Path | None, typer.Option(help="The newest backup of the lost till, if there is one.")] = None,
    token_stdin: Annotated[
        bool, typer.Option("--token-stdin", help="Read the token that head office issued for that till.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Let this machine take over a lost till: its drawer, its numbers, and what it has handed in.

    The token comes from `eckwms-server token create --shop S --device ID`, or from ECKWMS_ENROL_TOKEN.
    """
    token = sys.stdin.readline().strip() if token_stdin else os.environ.get("ECKWMS_ENROL_TOKEN", "")
    values = {"old": old, "server": server or load_settings().settings.server, "token": token}
    cli_run.alone("replacing:replace", values | {"backup": backup.absolute() if backup else None}, as_json)


def retire(as_json: Json = False) -> None:
    """Hand in everything, end this till's service, and wipe its data; refused while anything is open or unsent."""
    cli_run.alone("replacing:retire", {}, as_json)
