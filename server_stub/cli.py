"""`eckwms-server`: the command line of the centre. Imports nothing heavy until a command runs."""

import json
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from server_stub.commands import (
    audit,
    backup,
    content,
    counts,
    customers,
    export,
    instances,
    jobs,
    keys,
    live,
    migrating,
    people,
    provision,
    release,
    supplies,
    terminals,
    waves,
    webhooks,
    workers,
)
from server_stub.commands.session import Session, command
from server_stub.faults import Fault, Refusal

DONE, USAGE, REFUSED, ENVIRONMENT, BUG = 0, 2, 3, 4, 70

app = typer.Typer(
    name="eckwms-server",
    help="The centre of eckWMS: terminals report to it, and it tells them what to sell.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
terminals.add_commands(app)
provision.add_commands(app)
release.add_commands(app)
instances.add_commands(app)
people.add_commands(app)
keys.add_commands(app)
audit.add_commands(app)
content.add_commands(app)
counts.add_commands(app)
customers.add_commands(app)
export.add_commands(app)
live.add_commands(app)
jobs.add_commands(app)
webhooks.add_commands(app)
supplies.add_commands(app)
waves.add_commands(app)
workers.add_commands(app)
backup.add_commands(app)
migrating.add_commands(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        from server_stub.version import program_version

        typer.echo(f"eckwms-server {program_version()}")
        raise typer.Exit


@app.callback()
def _root(
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    pass


@command(app, "run")
def run(
    session: Session,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8080,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that share the work.")] = 1,
    restore_from: Annotated[
        Path | None,
        typer.Option(
            "--restore-from",
            envvar="ECKWMS_RESTORE_FROM",
            metavar="DIR",
            help="Backups, the newest good of which fills an empty database.",
        ),
    ] = None,
) -> None:
    """Serve until SIGTERM; prints one line, the address, when ready."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _leave)  # before the imports, which take a while
    from server_stub.serving import RunOptions, run_centre

    run_centre(RunOptions(session.data_dir, session.database_url, host, port, workers, restore_from))


def _leave(_number: int, _frame: object) -> NoReturn:
    """End in order, also while still starting."""
    sys.exit(DONE)


def run_command_line(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code: 0, 2 usage, 3 refused, 4 environment, 70 bug.

    What all commands have may stand in front of the command too, as at the till.
    """
    wants_json = "--json" in arguments
    try:
        code = app(args=_shared_last(arguments), standalone_mode=False)
    except typer.TyperException as error:
        if not wants_json:
            error.show()  # type: ignore[attr-defined]
        return _report(wants_json, "usage", error.format_message(), "See --help.", USAGE, told=not wants_json)
    except typer.Abort:
        return 130
    except KeyboardInterrupt:
        return 130
    except Refusal as error:
        return _report(wants_json, error.code, error.message, error.remedy, REFUSED)
    except Fault as error:
        return _report(wants_json, error.code, error.message, error.remedy, ENVIRONMENT)
    except OSError as error:
        return _report(wants_json, "environment", str(error), "", ENVIRONMENT)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a bug is told as a bug, with its code
        if _is_database_away(error):
            return _report(wants_json, "database.unreachable", str(error), "Check DATABASE_URL.", ENVIRONMENT)
        traceback.print_exc()
        return _report(wants_json, "bug", f"{type(error).__name__}: {error}", "Report it with these lines.", BUG)
    return code if isinstance(code, int) else DONE


def _shared_last(arguments: Sequence[str]) -> list[str]:
    """Put the options that all commands have behind the command, where they are read."""
    words, shared = list(arguments), list[str]()
    while words and words[0].partition("=")[0] in ("--data-dir", "--database-url", "--json"):
        size = 1 if "=" in words[0] or words[0] == "--json" else 2
        shared, words = shared + words[:size], words[size:]
    end = words.index("--") if "--" in words else len(words)
    return [*words[:end], *shared, *words[end:]]


def _is_database_away(error: Exception) -> bool:
    psycopg = sys.modules.get("psycopg")
    return psycopg is not None and isinstance(error, psycopg.OperationalError)


def _report(wants_json: bool, code: str, message: str, remedy: str, exit_code: int, told: bool = False) -> int:
    """Tell what went wrong: as JSON on stdout where it was asked for, else for people on stderr."""
    if wants_json:
        typer.echo(json.dumps({"error": {"code": code, "message": message, "remedy": remedy}}, ensure_ascii=False))
    elif not told:
        typer.echo("\n".join(filter(None, (message, remedy))), err=True)
    return exit_code
