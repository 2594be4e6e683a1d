"""Settings with their origin: policy > flag > environment > machine file > provisioned > default.

The machine file is `/etc/eckwms/config.toml` (`%ProgramData%\\eckWMS\\config.toml`) with `config.d/*.toml` beside it;
what the settings screen and `config set` change is kept in `settings.toml` in the data directory, the provisioned one.
Secrets are never here.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path

from desktop.data_folder import default_data_dir
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.settings_files import Layer, machine_file, put_line, read_layer, read_machine, read_policy, read_text

FILE = "settings.toml"
PROVISIONED = "provisioned"


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
    centre_key: str = ""
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
    photo_folder: str = ""


FOR_IT = ("log_level", "secrets", "ca_file", "centre_key", "fiscal", "backup_folder", "photo_folder")
"""Settings that nobody at the till needs: they are written to the machine file or with `config set`."""
AT_ENROLMENT = ("server", "name")
"""Settings that are asked at the first start."""

VARIABLES = {item.name: f"ECKWMS_{item.name.upper()}" for item in fields(Settings)}
"""Setting -> environment variable."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings in force and, for each, where its value came from; `rehearsal` when nothing done with them counts.

    `unknown` are settings of files that this program does not know: a newer one may, so it starts without them.
    """

    settings: Settings
    origins: Mapping[str, str]
    data_dir: Path
    rehearsal: bool = False
    unknown: tuple[Refusal, ...] = ()


def load_settings(
    data_dir: Path | None = None, flags: Mapping[str, object] | None = None, machine: Path | None = None
) -> Loaded:
    """Read every layer. Refusal `settings.value` for a value that cannot be, with the place it came from.

    Beside the `machine` file lie its `config.d` and the policy.
    """
    folder = data_dir or default_data_dir()
    values: dict[str, object] = {}
    origins = dict.fromkeys((item.name for item in fields(Settings)), "default")
    unknown = []
    for layer in _layers(folder, flags or {}, machine or machine_file()):
        for name, value in layer.values.items():
            origin = _origin(layer, name)
            if name not in origins and layer.kind != "flag":
                unknown.append(_unknown(name, origin))
                continue
            values[name] = parse_value(name, value, origin)
            origins[name] = origin
    return Loaded(Settings(**values), origins, folder, unknown=tuple(unknown))  # type: ignore[arg-type]


def _layers(folder: Path, flags: Mapping[str, object], machine: Path) -> list[Layer]:
    given = {name: value for name, value in flags.items() if value is not None}
    return [
        read_layer(PROVISIONED, folder / FILE),
        *read_machine(machine),
        Layer("environment", "", _environment()),
        Layer("flag", "", given),
        read_policy(machine),
    ]


def _origin(layer: Layer, name: str) -> str:
    return f"environment {VARIABLES[name]}" if layer.kind == "environment" else layer.origin(name).strip()


def parse_value(name: str, value: object, origin: str) -> object:
    """Give a value in its setting's type. Refusals `settings.unknown`, `settings.value`."""
    known = {item.name: item for item in fields(Settings)}
    if name not in known:
        raise _unknown(name, origin)
    kind: type = type(getattr(Settings(), name))
    try:
        parsed = _truth(value) if kind is bool else kind(value)
    except (TypeError, ValueError, KeyError):
        parsed = None
    choices = known[name].metadata.get("choices")
    if parsed is None or isinstance(value, dict | list) or (choices and parsed not in choices):
        raise Refusal(
            "settings.value",
            f"{origin}: {name} cannot be {value!r}.",
            f"It must be {allowed(name)}.",
            field=name,
        )
    return parsed


def allowed(name: str) -> str:
    """Say what a setting may be."""
    item = next(item for item in fields(Settings) if item.name == name)
    if choices := item.metadata.get("choices"):
        return "one of: " + ", ".join(repr(choice) for choice in choices)
    return {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}[type(item.default)]


def _truth(value: object) -> bool:
    """Read a truth value. Raises KeyError for what is none."""
    return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}[str(value).lower()]


def _unknown(name: str, origin: str) -> Refusal:
    near = get_close_matches(name, [item.name for item in fields(Settings)], n=1)
    remedy = f"Is {near[0]} meant?" if near else "`eckwms config show` lists them all."
    return Refusal("settings.unknown", f"{origin}: there is no setting {name}.", remedy, field=name)


def _environment() -> dict[str, object]:
    return {name: os.environ[variable] for name, variable in VARIABLES.items() if os.environ.get(variable)}


def save_setting(data_dir: Path, name: str, value: object, machine: Path | None = None) -> None:
    """Keep one setting in the data directory; an origin above it still wins. Refusals as `parse_value`.

    Refusal `settings.policy` for one that the policy sets: nothing kept here would ever hold.
    """
    parsed = parse_value(name, value, "config set")
    policy = read_policy(machine or machine_file())
    if name in policy.values:
        raise Refusal(
            "settings.policy",
            f"{name} is set by {policy.origin(name)}.",
            "Ask whoever administers this computer.",
            field=name,
        )
    text = put_line(read_text(data_dir / FILE), name, parsed)
    read_layer(PROVISIONED, data_dir / FILE)  # a broken file is told, not written over
    fresh = data_dir / (FILE + ".new")
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(data_dir / FILE)
    except OSError as error:
        raise Fault("settings.unwritable", "Settings cannot be saved", str(error), "Check the disk.") from error
