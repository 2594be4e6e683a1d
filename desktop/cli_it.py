"""The commands for whoever runs the machines: `doctor`, `self-test`, `support-bundle` and `config`."""

from pathlib import Path
from typing import Annotated

import typer

from desktop import cli_run

Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, nothing else.")]


def add_commands(app: typer.Typer) -> None:
    """Add them."""
    config = typer.Typer(help="Settings and where they come from.", no_args_is_help=True)
    app.add_typer(config, name="config")
    config.command("show")(config_show)
    config.command("set")(config_set)
    config.command("validate")(config_validate)
    app.command("doctor")(doctor)
    app.command("support-bundle")(support_bundle)
    app.command("self-test")(self_test)


def doctor(as_json: Json = False) -> None:
    """Check everything this terminal needs, with a remedy for what is wrong."""
    cli_run.check("doctor", as_json)


def support_bundle(file: Path, as_json: Json = False) -> None:
    """Write what support needs to help into a zip: no customers, no people, no secrets."""
    cli_run.write_bundle(file, as_json=as_json)


def self_test(as_json: Json = False) -> None:
    """Let an installed build check itself."""
    cli_run.check("self-test", as_json)


def config_show(
    origin: Annotated[bool, typer.Option("--origin", help="Say where each value comes from.")] = False,
    as_json: Json = False,
) -> None:
    """Show the settings in force."""
    cli_run.show_config(origin=origin, as_json=as_json)


def config_set(key: str, value: str, as_json: Json = False) -> None:
    """Keep a setting in the data directory; what the administrator's policy sets is refused."""
    cli_run.set_config(key, value, as_json=as_json)


def config_validate(
    files: Annotated[list[Path] | None, typer.Argument(help="Files to check; those of this machine without.")] = None,
    as_json: Json = False,
) -> None:
    """Check files of settings: what is wrong, in which line, and what is allowed there; exit 3 when anything is."""
    cli_run.validate_config(files or [], as_json=as_json)
