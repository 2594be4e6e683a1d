"""Carries commands out: in this process, or by the one that owns the data directory, with the same output."""

import asyncio
import contextlib
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import typer

from desktop.data_folder import default_data_dir
from desktop.settings import load_settings


def do(name: str, values: Mapping[str, Any], as_json: bool) -> None:
    """Carry a command out, print its answer and end with its exit code."""
    finish(answer_of(name, values), as_json)


def answer_of(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Carry a command out: writing ones by the owner of the directory when there is one."""
    from desktop.station import NotReady
    from desktop.verbs import VERBS, failure

    try:
        if not VERBS[name].writes:
            with contextlib.suppress(NotReady):
                return _here(name, values, writable=False)
        return _through_owner(name, values)
    except Exception as error:  # noqa: BLE001  whatever it is, a command ends with an answer and its exit code
        return failure(error)


def _through_owner(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Become the owner of the directory for one command, or have the owner carry it out. Raises Fault `owner.busy`."""
    from desktop.owner import Ownership, own_or_ask

    owned = own_or_ask(load_settings().data_dir, name, values)
    if not isinstance(owned, Ownership):
        return owned
    try:
        return _here(name, values, writable=True)
    finally:
        owned.release()


def _here(name: str, values: Mapping[str, Any], *, writable: bool) -> dict[str, Any]:
    from desktop.domain.clock import SystemClock
    from desktop.logs import set_up_logs
    from desktop.station import open_station
    from desktop.verbs import carry_out

    loaded = load_settings()
    if writable:
        set_up_logs(loaded.data_dir, loaded.settings.log_level)
    station = open_station(loaded, SystemClock(), writable=writable)
    try:
        return asyncio.run(carry_out(station, name, values))
    finally:
        station.close()


def alone(where: str, values: Mapping[str, Any], as_json: bool) -> NoReturn:
    """Run a command that opens and closes the terminal itself, `module:function` of `desktop.commands`."""
    from desktop.domain.clock import SystemClock
    from desktop.logs import set_up_logs
    from desktop.verbs import failure

    loaded = load_settings()
    module, _, function = where.partition(":")
    try:
        set_up_logs(loaded.data_dir, loaded.settings.log_level)
        work = getattr(import_module(f"desktop.commands.{module}"), function)
        answer = {"result": asyncio.run(work(loaded, SystemClock(), **values)), "exit": 0}
    except Exception as error:  # noqa: BLE001  whatever it is, a command ends with an answer and its exit code
        answer = failure(error)
    finish(answer, as_json)


def finish(answer: Mapping[str, Any], as_json: bool) -> NoReturn:
    """Print an answer and end with its exit code."""
    raise typer.Exit(tell(answer, as_json))


def tell(answer: Mapping[str, Any], as_json: bool) -> int:
    """Print an answer and give its exit code: JSON on standard output, or words; errors in words on standard error."""
    error = answer.get("error")
    if as_json:
        sys.stdout.write(json.dumps({"error": error} if error else answer["result"], ensure_ascii=False) + "\n")
    elif error:
        sys.stderr.write(f"{error['message']}\n" + (f"{error['remedy']}\n" if error["remedy"] else ""))
    else:
        sys.stdout.write(in_words(answer["result"]) + "\n")
    return int(answer["exit"])


def in_words(value: Any, indent: str = "") -> str:
    """Write a result as indented lines of `name: value`, lists one item a block."""
    if isinstance(value, Mapping):
        lines = []
        for name, item in value.items():
            if isinstance(item, Mapping | list) and item:
                lines.append(f"{indent}{name}:\n{in_words(item, indent + '  ')}")
            elif item not in ("", None, [], {}):
                lines.append(f"{indent}{name}: {item}")
        return "\n".join(lines)
    if isinstance(value, list):
        return "\n".join(f"{indent}- {in_words(item, indent + '  ').lstrip()}" for item in value)
    return f"{indent}{value}"


def open_window(*, kiosk: bool, flags: Mapping[str, object]) -> NoReturn:
    """Open the window; a second one only shows the first."""
    from desktop.app import run_window

    raise typer.Exit(run_window(load_settings(flags=flags), kiosk=kiosk))


def open_rehearsal(*, then_run: bool, kiosk: bool) -> NoReturn:
    """Open the window of a rehearsal; `then_run` opens the till's own afterwards."""
    from desktop.app import run_rehearsal

    raise typer.Exit(run_rehearsal(load_settings(), then_run=then_run, kiosk=kiosk))


def show_demo(*, headless: bool, screenshots: Path | None) -> NoReturn:
    """Run the demonstration."""
    from desktop.demo import run_demo

    raise typer.Exit(run_demo(headless=headless, screenshots=screenshots))


def sync(*, watch: bool, as_json: bool) -> None:
    """Push and pull once, or until Ctrl+C."""
    with contextlib.suppress(KeyboardInterrupt):
        while watch:
            answer = answer_of("sync", {})
            text = answer.get("result") or answer
            sys.stdout.write((json.dumps(text) if as_json else in_words(text)) + "\n")
            time.sleep(5)
    if not watch:
        do("sync", {}, as_json)


def show_config(*, origin: bool, as_json: bool) -> None:
    """Print the settings in force, with their origin when asked; what stands in files and is no setting is told."""
    from desktop.commands import config

    shown = config.show(origin=origin)
    for refusal in config.unknown_settings():
        sys.stderr.write(f"{refusal.message} {refusal.remedy}\n")
    if as_json:
        finish({"result": shown, "exit": 0}, as_json=True)
    for name, each in shown.items():
        told = f"{each['value']!r}  ({each['origin']})" if origin else repr(each)
        sys.stdout.write(f"{name} = {told}\n")


def set_config(key: str, value: str, *, as_json: bool) -> None:
    """Keep a setting and show it."""
    from desktop.commands import config

    finish({"result": config.keep(key, value), "exit": 0}, as_json)


def validate_config(files: Sequence[Path], *, as_json: bool) -> None:
    """Check files of settings; exit 3 when something is wrong with one."""
    from desktop.commands import config

    found = config.validate(files, default_data_dir())
    code = 0 if found["ok"] else 3
    if as_json:
        finish({"result": found, "exit": code}, as_json=True)
    for problem in found["problems"]:
        sys.stdout.write(f"{problem['message']}\n  {problem['allowed']}\n")
    if found["ok"]:
        sys.stdout.write(f"ok: {', '.join(found['files']) or 'no file of settings is there'}\n")
    raise typer.Exit(code)


def check(name: str, as_json: bool) -> None:
    """Run `doctor` or `self-test`; exit 4 when something is wrong."""
    from desktop import selftest

    checks = selftest.run_doctor(load_settings()) if name == "doctor" else selftest.run_selftest(default_data_dir())
    result = {"ok": all(one.ok for one in checks), "checks": [asdict(one) for one in checks]}
    finish({"result": result, "exit": 0 if result["ok"] else 4}, as_json)


def write_bundle(file: Path, *, as_json: bool) -> None:
    """Write the support bundle; it is made also where the terminal itself cannot be opened."""
    from desktop.domain.clock import SystemClock
    from desktop.support_bundle import make_bundle

    content = make_bundle(load_settings(), SystemClock())
    file.write_bytes(content)
    finish({"result": {"file": str(file.absolute()), "bytes": len(content)}, "exit": 0}, as_json)


def devices(name: str, values: Mapping[str, Any], as_json: bool) -> None:
    """Run a devices command."""
    from desktop.commands import devices as commands

    finish({"result": commands.COMMANDS[name](load_settings().settings, **values), "exit": 0}, as_json)
