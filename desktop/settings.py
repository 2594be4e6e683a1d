"""Settings with their origin: flag > environment > machine file > provisioned > default.

The machine file is `/etc/eckwms/config.toml` (`%ProgramData%\\eckWMS\\config.toml`); what the settings screen and
`config set` change is kept in `settings.toml` in the data directory, the provisioned one. Secrets are never here.
"""

import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

import platformdirs

from desktop.domain.refusal import Refusal
from desktop.faults import Fault

FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; a `choices` entry in a field's metadata lists what it may be."""

    server: str = ""
    name: str = ""
    language: str = field(default="en", metadata={"choices": ("en", "ru", "de")})
    theme: str = field(default="light", metadata={"choices": ("light", "dark")})
    density: str = field(default="touch", metadata={"choices": ("touch", "rugged", "desk")})
    scale_percent: int = 100
    mirror: bool = False
    pixels_per_mm: float = 0.0
    log_level: str = field(default="info", metadata={"choices": ("debug", "info", "warning", "error")})
    secrets: str = field(default="auto", metadata={"choices": ("auto", "keyring", "file")})
    ca_file: str = ""
    scanner_ports: str = ""
    scanner_baud: int = 9600
    wedge_gap_ms: int = 50
    printer: str = ""
    printer_columns: int = 42
    printer_code_page: str = "cp866"
    label_printer: str = ""
    label_driver: str = field(default="zpl", metadata={"choices": ("zpl", "tspl", "escpos")})
    label_dpi: int = field(default=203, metadata={"choices": (203, 300, 600)})
    label_size: str = field(default="58x40", metadata={"choices": ("40x25", "58x40", "70x36")})
    drawer_switch: str = field(default="usual", metadata={"choices": ("usual", "reversed")})
    receipt_language: str = field(default="", metadata={"choices": ("", "en", "ru", "de")})
    receipt_folder: str = ""
    scale: str = ""
    scale_driver: str = "cas"
    scale_baud: int = 0
    display: str = ""
    display_driver: str = "cd5220"
    display_code_page: str = "cp866"
    mail_host: str = ""
    mail_port: int = 587
    mail_security: str = field(default="starttls", metadata={"choices": ("starttls", "tls", "none")})
    mail_user: str = ""
    mail_sender: str = ""
    customer_screen: str = field(default="off", metadata={"choices": ("off", "1", "2", "3")})
    fiscal: str = ""
    card_terminal: str = ""
    sounds: bool = True
    keys: str = ""
    auto_lock_s: int = 0
    bundles_unasked: bool = False
    backup_folder: str = ""
    backup_second: str = ""


FOR_IT = ("log_level", "secrets", "ca_file", "fiscal", "backup_folder", "backup_second")
"""Settings that nobody at the till needs: they are written to the machine file or with `config set`."""
AT_ENROLMENT = ("server", "name")
"""Settings that are asked at the first start."""

VARIABLES = {
    "server": "ECKWMS_SERVER",
    "language": "ECKWMS_LANGUAGE",
    "log_level": "ECKWMS_LOG_LEVEL",
    "theme": "ECKWMS_THEME",
    "secrets": "ECKWMS_SECRETS",
    "ca_file": "ECKWMS_CA_FILE",
    "printer": "ECKWMS_PRINTER",
    "scale": "ECKWMS_SCALE",
    "display": "ECKWMS_DISPLAY",
    "scanner_ports": "ECKWMS_SCANNER_PORTS",
}
"""Setting -> environment variable."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings in force and, for each, where its value came from; `rehearsal` when nothing done with them counts."""

    settings: Settings
    origins: Mapping[str, str]
    data_dir: Path
    rehearsal: bool = False


def default_data_dir() -> Path:
    """Give the machine's data directory: one terminal for all users of a machine where the system allows it."""
    return Path(os.environ.get("ECKWMS_DATA_DIR") or platformdirs.user_data_dir("eckwms", appauthor=False))


def machine_file() -> Path:
    """Give the path of the file that IT writes."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "eckWMS" / "config.toml"
    return Path("/etc/eckwms/config.toml")


def load_settings(
    data_dir: Path | None = None, flags: Mapping[str, object] | None = None, machine: Path | None = None
) -> Loaded:
    """Read every layer. Refusal `settings.value` for a value that cannot be, with the place it came from."""
    folder = data_dir or default_data_dir()
    machine = machine or machine_file()
    layers: list[tuple[str, Mapping[str, object]]] = [
        (f"provisioned {folder / FILE}", _read(folder / FILE)),
        (f"machine file {machine}", _read(machine)),
        ("environment", _environment()),
        ("flag", {name: value for name, value in (flags or {}).items() if value is not None}),
    ]
    values: dict[str, object] = {}
    origins = dict.fromkeys((item.name for item in fields(Settings)), "default")
    for origin, layer in layers:
        for name, value in layer.items():
            values[name] = parse_value(name, value, origin)
            origins[name] = f"environment {VARIABLES[name]}" if origin == "environment" else origin
    return Loaded(Settings(**values), origins, folder)  # type: ignore[arg-type]


def parse_value(name: str, value: object, origin: str) -> object:
    """Give a value in its setting's type. Refusals `settings.unknown`, `settings.value`."""
    known = {item.name: item for item in fields(Settings)}
    if name not in known:
        raise Refusal("settings.unknown", f"{origin}: there is no setting {name}.", "See `eckwms config show`.")
    choices = known[name].metadata.get("choices")
    kind = type(getattr(Settings(), name))
    try:
        parsed = value in (True, "true", "yes", "1") if kind is bool else kind(value)
    except (TypeError, ValueError):
        raise _wrong(name, value, origin, f"a {kind.__name__}") from None
    if choices and parsed not in choices:
        raise _wrong(name, value, origin, "one of: " + ", ".join(repr(choice) for choice in choices))
    return parsed


def _wrong(name: str, value: object, origin: str, wanted: str) -> Refusal:
    return Refusal("settings.value", f"{origin}: {name} cannot be {value!r}.", f"It must be {wanted}.", field=name)


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal("settings.file", f"{path} cannot be read: {error}", "Mend or remove the file.") from error
    except OSError as error:
        raise Fault("settings.unreadable", "A settings file cannot be read", f"{path}: {error}", "Check it.") from error


def _environment() -> dict[str, object]:
    return {name: os.environ[variable] for name, variable in VARIABLES.items() if os.environ.get(variable)}


def save_setting(data_dir: Path, name: str, value: object) -> None:
    """Keep one setting in the data directory; an origin above it still wins. Refusals as `parse_value`."""
    kept = _read(data_dir / FILE) | {name: parse_value(name, value, "config set")}
    text = "".join(f"{key} = {_toml(item)}\n" for key, item in sorted(kept.items()))
    fresh = data_dir / (FILE + ".new")
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(data_dir / FILE)
    except OSError as error:
        raise Fault("settings.unwritable", "Settings cannot be saved", str(error), "Check the disk.") from error


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
