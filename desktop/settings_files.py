"""The files that settings stand in, each key with its line: the machine's, its `config.d`, IT's policy, the till's own.

A policy wins over everything, so only an administrator may be able to write it: `policy.toml` beside the machine file,
on Windows values under `HKLM\\Software\\Policies\\eckWMS`.
"""

import os
import re
import stat
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.refusal import Refusal
from desktop.faults import Fault

ADMINISTRATOR = 0
"""The user who may write a policy."""
REGISTRY = r"Software\Policies\eckWMS"
_KEY = re.compile(r"""\s*["']?([A-Za-z0-9_-]+)["']?\s*=""")
_TABLE = re.compile(r"\s*\[")


@dataclass(frozen=True, slots=True)
class Layer:
    """Settings of one place: what kind of place, which one, the values, and the lines that they stand in."""

    kind: str
    place: str
    values: Mapping[str, object]
    lines: Mapping[str, int] = field(default_factory=dict)

    def origin(self, name: str) -> str:
        """Say where a value comes from, with its line where the place has lines."""
        line = self.lines.get(name)
        return f"{self.kind} {self.place}:{line}" if line else f"{self.kind} {self.place}"


def machine_file() -> Path:
    """Give the path of the file that IT writes."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "eckWMS" / "config.toml"
    return Path("/etc/eckwms/config.toml")


def read_machine(machine: Path) -> list[Layer]:
    """Read the machine file and, in the order of their names, the files of `config.d` beside it; later ones win."""
    return [read_layer("machine file", path) for path in (machine, *parts_of(machine))]


def parts_of(machine: Path) -> list[Path]:
    """List the files of `config.d` in the order in which they are read."""
    return sorted(machine.with_name("config.d").glob("*.toml"))


def policy_file(machine: Path) -> Path:
    """Give where a policy stands beside the machine file."""
    return machine.with_name("policy.toml")


def read_policy(machine: Path) -> Layer:
    """Read the policy. Refusal `settings.policy_open` when others than an administrator could have written it."""
    if sys.platform == "win32":
        return Layer("policy", f"HKLM\\{REGISTRY}", _read_registry())
    path = policy_file(machine)
    if path.exists() and not _only_administrators_write(path):
        raise Refusal(
            "settings.policy_open",
            f"{path} can be written by others than the administrator.",
            "Give file and folder to root and take write permission from everybody else.",
        )
    return read_layer("policy", path)


def _only_administrators_write(path: Path) -> bool:
    shared = stat.S_IWGRP | stat.S_IWOTH
    told = [place.stat() for place in (path, path.parent)]
    return all(each.st_uid == ADMINISTRATOR and not each.st_mode & shared for each in told)


def _read_registry() -> dict[str, object]:
    if sys.platform != "win32":
        return {}
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, REGISTRY) as key:
            count = winreg.QueryInfoKey(key)[1]
            return {name: value for name, value, _ in (winreg.EnumValue(key, at) for at in range(count))}
    except FileNotFoundError:
        return {}


def read_layer(kind: str, path: Path) -> Layer:
    """Read one file; one that is not there is empty. Refusal `settings.file`, Fault `settings.unreadable`."""
    text = read_text(path)
    try:
        return Layer(kind, str(path), tomllib.loads(text), lines_of(text))
    except tomllib.TOMLDecodeError as error:
        raise Refusal("settings.file", f"{path} cannot be read: {error}", "Mend or remove the file.") from error


def read_text(path: Path) -> str:
    """Give the text of a settings file, empty for one that is not there. Raises as `read_layer`."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except UnicodeDecodeError as error:
        raise Refusal("settings.file", f"{path} cannot be read: {error}", "Mend or remove the file.") from error
    except OSError as error:
        raise Fault("settings.unreadable", "A settings file cannot be read", f"{path}: {error}", "Check it.") from error


def lines_of(text: str) -> dict[str, int]:
    """Give the line, from 1, of every key before the first table; settings stand outside of tables."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if _TABLE.match(line):
            found.setdefault(line.strip().strip("[]").partition(".")[0], number)
        elif key := _KEY.match(line):
            found.setdefault(key[1], number)
    return found


def put_line(text: str, name: str, value: object) -> str:
    """Give the text of a settings file with one setting changed where it stands, or added; nothing else is touched."""
    lines, written = text.splitlines(), f"{name} = {toml_value(value)}"
    at = lines_of(text).get(name)
    if at is not None:
        lines[at - 1] = written
    else:
        first = next((number for number, line in enumerate(lines) if _TABLE.match(line)), len(lines))
        lines.insert(first, written)
    return "\n".join(lines) + "\n"


def toml_value(value: object) -> str:
    """Write a truth value, number or text as TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(f"\\u{ord(sign):04X}" if sign < " " or sign == "\x7f" else sign for sign in escaped) + '"'
