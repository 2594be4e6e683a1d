"""The preloaded recorder: compiled once, switched on in a process that was started under it, and its log read back."""

import ctypes
import os
import shutil
import struct
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
UNDER = "TILL_UNDER_SHIM"
_HEAD = struct.Struct("<cH")
_REST = struct.Struct("<qI")


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a file: w(rite), t(runcate), s(ync) or u(nlink)."""

    kind: str
    name: str
    offset: int
    data: bytes


def restart_under_shim() -> None:
    """Compile the recorder and start this program again under it; returns when it runs there already."""
    if os.environ.get(UNDER):
        return
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise SystemExit("the disk proofs need a C compiler: apt-get install gcc libc6-dev")
    library = Path(tempfile.mkdtemp(prefix="shim-")) / f"shim{sysconfig.get_config_var('EXT_SUFFIX') or '.so'}"
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl"], check=True)
    environment = os.environ | {"LD_PRELOAD": str(library), UNDER: str(library)}
    spec = sys.modules["__main__"].__spec__
    module = spec.name.removesuffix(".__main__") if spec else "tests.prove"
    os.execve(sys.executable, [sys.executable, "-m", module, *sys.argv[1:]], environment)


def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(os.environ[UNDER])
    library.shim_seen.restype = ctypes.c_long
    library.shim_arm.argtypes = (ctypes.c_char, ctypes.c_long, ctypes.c_int)
    library.shim_watch.argtypes = (ctypes.c_char_p, ctypes.c_int)
    return library


def watch(folder: Path, log: Path | None) -> None:
    """Record what happens below the folder to the log, or only count it for `arm`."""
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND) if log else -1
    _library().shim_watch(str(folder).encode(), handle)


def arm(kind: str, number: int, error: int) -> None:
    """Make the N-th write ("w") or sync ("s") from now on fail with this errno."""
    _library().shim_arm(kind.encode(), number, error)


def seen() -> int:
    """Count the operations of the armed kind since `arm`."""
    return int(_library().shim_seen())


def read_log(log: Path) -> Iterator[Event]:
    """Give what was recorded, in order; a half record at the end is left out."""
    data = log.read_bytes()
    at = 0
    while at + _HEAD.size <= len(data):
        kind, size = _HEAD.unpack_from(data, at)
        name_at = at + _HEAD.size
        rest_at = name_at + size
        if rest_at + _REST.size > len(data):
            return
        offset, length = _REST.unpack_from(data, rest_at)
        start = rest_at + _REST.size
        stop = start + (length if kind == b"w" else 0)
        if stop > len(data):
            return
        yield Event(kind.decode(), data[name_at:rest_at].decode(), offset, data[start:stop])
        at = stop
