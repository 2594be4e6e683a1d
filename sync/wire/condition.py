"""How a terminal is, as it tells the centre now and then: for whoever looks after many of them from far away."""

from msgspec import Struct

CONDITION = "/ECK/API/SYNC/CONDITION"
"""PUT Condition replaces what the calling terminal told before; gives ConditionAnswer, 404 at older centres."""

LONGEST = 100
"""Characters of any text in it."""


class Condition(Struct, frozen=True, kw_only=True):
    """Codes and figures, nothing about people. Every field has a default: terminals of other versions tell less.

    `schema` is the version of the till's database, `system` its operating system. `unsent` entries wait since
    `unsent_since` (RFC 3339); the clock is the centre's minus the till's, in seconds. `printer` is ok, low, silent, the
    code of a fault, none where there is none, or empty where it is not known. `backup_at` is the last good backup,
    `troubles` are codes of what the till itself has found.
    """

    version: str = ""
    schema: str = ""
    system: str = ""
    unsent: int = 0
    unsent_since: str = ""
    clock_offset_s: float = 0.0
    disk_free_bytes: int = 0
    disk_total_bytes: int = 0
    printer: str = ""
    backup_at: str = ""
    troubles: tuple[str, ...] = ()


class ConditionAnswer(Struct, frozen=True, kw_only=True):
    """The newest version of the program, empty where none was announced; `signature` is the centre's, in base64."""

    success: bool = True
    newest: str = ""
    signature: bytes = b""


def newest_message(device_id: str, version: str) -> bytes:
    """Give what the centre signs when it tells a terminal which version is the newest."""
    return b"eckwms.newest.1\x00" + device_id.encode() + b"\x00" + version.encode()
