"""`config show`, `config set` and `config validate`: no terminal is opened for them."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from desktop.commands.figures import Json
from desktop.domain.refusal import Refusal
from desktop.settings import load_settings, save_setting
from desktop.settings_checking import check_address, files_in_force, find_problems


def show(*, origin: bool) -> Json:
    """Give the settings in force: name -> value, or {"value", "origin"}; `data_dir` is among them."""
    loaded = load_settings()
    values = asdict(loaded.settings) | {"data_dir": str(loaded.data_dir)}
    origins = dict(loaded.origins) | {"data_dir": "environment or default"}
    return {name: {"value": value, "origin": origins[name]} if origin else value for name, value in values.items()}


def unknown_settings() -> list[Refusal]:
    """Give what stands in files and this program does not know."""
    return list(load_settings().unknown)


def keep(key: str, value: str) -> Json:
    """Keep a setting and give what is in force now. Refusals as `save_setting` and `check_address`."""
    check_address(key, value)
    save_setting(load_settings().data_dir, key, value)
    loaded = load_settings()
    return {"key": key, "value": getattr(loaded.settings, key), "origin": loaded.origins[key]}


def validate(files: Sequence[Path], data_dir: Path) -> Json:
    """Check these files, or all that this machine reads; {"ok", "files", "problems"}. Refusal for one not there."""
    for file in files:
        if not file.is_file():
            raise Refusal("settings.file", f"There is no file {file}.", "Check the name.")
    chosen = list(files) or files_in_force(data_dir)
    problems = [problem for file in chosen for problem in find_problems(file)]
    told = [asdict(problem) for problem in problems]
    return {"ok": not problems, "files": [str(file) for file in chosen], "problems": told}
