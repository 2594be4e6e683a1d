"""The provisioning file of head office: found, checked, put to use once; what remains of it are settings.

It may lie beside the program, in the data directory, in the machine's folder or on a USB stick, or come as pasted or
scanned text. Its one-time token is kept nowhere.
"""

import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import structlog

from desktop.devices.sticks import mounted_sticks
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.settings import Loaded, Settings, parse_value, save_setting
from desktop.settings_files import machine_file
from sync.durable import replace_file
from sync.wire.provisioning import LIMIT, SUFFIX, Opened, Provisioning, open_provisioning

CA_FILE = "centre-ca.pem"
"""File of the data directory for the certificate that came along."""
_OWN = ("server", "name", "ca_file", "language", "centre_key")
"""Settings that a file has fields for: its hardware profile does not name them."""
_log = structlog.get_logger("desktop.provisioning")


@dataclass(frozen=True, slots=True)
class Found:
    """A file and the text in it."""

    path: Path
    text: str


def find_file(data_dir: Path, named: Path | None = None) -> Found | None:
    """Find the file of this till: the one that was named, the one called as this machine, or the only one.

    Refusals `provisioning.none` for a named one that is not there, `provisioning.several`.
    """
    if named is not None:
        text = _read(named)
        if text is None:
            raise Refusal("provisioning.none", f"There is no invitation in {named}.", "Check the name of the file.")
        return Found(named, text)
    paths = [path for place in _places(data_dir) for path in sorted(place.glob(f"*{SUFFIX}"))]
    ours = [path for path in paths if path.stem.casefold() == socket.gethostname().casefold()]
    found = [Found(path, text) for path in ours or paths if (text := _read(path))]
    if len({each.text for each in found}) > 1:
        names = ", ".join(path.path.name for path in found)
        raise Refusal(
            "provisioning.several",
            f"There is more than one invitation file: {names}.",
            "Name one with --from, or call it as this machine.",
            facts={"names": names},
        )
    return found[0] if found else None


def _places(data_dir: Path) -> Sequence[Path]:
    beside = [Path(sys.executable).parent] if getattr(sys, "frozen", False) else []
    return [*beside, data_dir, machine_file().parent, *(Path(stick.path) for stick in mounted_sticks())]


def _read(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file.read(LIMIT).decode("ascii", "replace").strip()
    except OSError:
        return None


def check(text: str, loaded: Loaded, trusted: bytes | None, now: datetime) -> Opened | None:
    """Take a text of head office apart; None for another kind of text. `trusted` is the centre's key where it is known.

    Refusals `provisioning.file`, `provisioning.signature`, `provisioning.other_centre`, `provisioning.expired`, and
    those of settings that this program does not have.
    """
    if not text.strip().upper().startswith("ECKP"):
        return None
    opened = open_provisioning(text)
    if opened is None:
        raise Refusal("provisioning.file", "This is no invitation file of head office, or not all of it.")
    if not opened.holds:
        raise Refusal("provisioning.signature", "This invitation was changed after head office had signed it.")
    wanted = {key for key in (trusted, _named_key(loaded.settings)) if key}
    if wanted - {opened.key}:
        raise Refusal("provisioning.other_centre", "This invitation is not from the head office of this till.")
    if datetime.fromisoformat(opened.content.expires_at) <= now:
        raise Refusal("provisioning.expired", f"This invitation has expired, at {opened.content.expires_at}.")
    _profile(opened.content)
    return opened


def _named_key(settings: Settings) -> bytes:
    try:
        return bytes.fromhex(settings.centre_key)
    except ValueError as error:
        raise Refusal("settings.value", f"centre_key cannot be {settings.centre_key!r}.", field="centre_key") from error


def _profile(content: Provisioning) -> dict[str, object]:
    """Give the settings that it brings, in their types. Refusals `settings.unknown`, `settings.value`."""
    brought = dict(content.settings) | ({"language": content.language} if content.language else {})
    own = [name for name in content.settings if name in _OWN]
    if own:
        raise Refusal("provisioning.file", f"The profile of this invitation sets {own[0]}, which it may not.")
    return {name: parse_value(name, value, "provisioning file") for name, value in brought.items()}


def trust_ca(loaded: Loaded, content: Provisioning) -> Loaded:
    """Keep the certificate that came along, and give the settings with which the centre is reached now."""
    if not content.ca:
        return loaded
    file = loaded.data_dir / CA_FILE
    try:
        replace_file(file, content.ca.encode())
    except OSError as error:
        raise Fault("settings.unwritable", "Settings cannot be saved", str(error), "Check the disk.") from error
    return replace(loaded, settings=replace(loaded.settings, ca_file=str(file)))


def keep(loaded: Loaded, content: Provisioning, server: str) -> Loaded:
    """Keep what remains: settings of origin `provisioned`; what IT has set elsewhere is left to win. Gives them all."""
    brought = _profile(content) | {"server": server, "name": content.name}
    if content.ca:
        brought["ca_file"] = str(loaded.data_dir / CA_FILE)
    in_force, origins = dict[str, object](), dict(loaded.origins)
    for name, value in brought.items():
        try:
            save_setting(loaded.data_dir, name, value)
        except Refusal as refusal:
            _log.info("a setting of the invitation was left out", code=refusal.code)
            continue
        if origins.get(name, "default") == "default" or origins[name].startswith("provisioned"):
            in_force[name], origins[name] = value, "provisioned"
    return replace(loaded, settings=replace(loaded.settings, **in_force), origins=origins)  # type: ignore[arg-type]


def consume(path: Path) -> bool:
    """Take a file away after use; False where it cannot be, as on a stick that is locked. Its token opens nothing."""
    try:
        path.unlink()
    except OSError:
        return False
    return True
