"""One process owns a data directory: a lock says who, and a loopback socket lets other commands be carried out by it.

The socket listens on 127.0.0.1 and asks for a random token that only the same user can read; it speaks one JSON line
each way.
"""

import asyncio
import contextlib
import json
import os
import secrets
import socket
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from desktop.faults import Fault

Answer = dict[str, Any]
CarryOut = Callable[[str, Mapping[str, Any]], Awaitable[Answer]]

LOCK_FILE = "owner.lock"
ADDRESS_FILE = "owner.json"
TIMEOUT_S = 120.0
PATIENCE_S = {"backup": 3600.0}
"""How long the owner may take for a verb that reads the whole journal."""
LOCK_WAIT_S = 5.0
"""How long a command waits for another one that is at work."""

LONGEST_LINE = 4 * 1024 * 1024


class Ownership:
    """The lock on a data directory, held until `release` or the end of the process, however it ends.

    Raises Fault `store.readonly` for a folder that cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = (folder / LOCK_FILE).open("a+")
        except OSError as error:
            remedy = "Check the disk and its permissions."
            raise Fault("store.readonly", "The data directory cannot be used", str(error), remedy) from error
        self.held = _lock(self._file.fileno())

    def release(self) -> None:
        """Let the next process own the directory."""
        self._file.close()


def own_or_ask(folder: Path, verb: str, values: Mapping[str, Any]) -> Ownership | Answer:
    """Become the owner of a directory, or have the owner carry a verb out and give its answer.

    Raises Fault `owner.busy` when another command keeps the directory.
    """
    deadline_s = time.monotonic() + LOCK_WAIT_S
    while not (ownership := Ownership(folder)).held:
        ownership.release()
        answer = ask_owner(folder, verb, values)
        if answer is not None:
            return answer
        if time.monotonic() > deadline_s:
            raise Fault("owner.busy", "Another command is at work", str(folder), "Try again in a moment.")
        time.sleep(0.05)
    return ownership


def _lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class _Asked(msgspec.Struct):
    token: str
    verb: str
    values: dict[str, Any]


async def serve(folder: Path, carry_out: CarryOut) -> asyncio.Server:
    """Carry out what other processes of this user ask for; the address file goes when the server is closed."""
    token = secrets.token_urlsafe(24)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked: _Asked | None = None
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            asked = msgspec.json.decode(await reader.readuntil(b"\n"), type=_Asked)
        if asked is not None and secrets.compare_digest(asked.token.encode(), token.encode()):
            done = await carry_out(asked.verb, asked.values)
            with contextlib.suppress(OSError):  # who asked may be gone; what was done is done
                writer.write(json.dumps(done).encode() + b"\n")
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, limit=LONGEST_LINE)
    port = server.sockets[0].getsockname()[1]
    path = folder / ADDRESS_FILE
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump({"port": port, "token": token, "pid": os.getpid()}, file)
    return server


def ask_owner(folder: Path, verb: str, values: Mapping[str, Any]) -> Answer | None:
    """Have the owning process carry out a verb; None when nobody answers there."""
    try:
        address = json.loads((folder / ADDRESS_FILE).read_text())
        patience_s = PATIENCE_S.get(verb, TIMEOUT_S)
        with socket.create_connection(("127.0.0.1", address["port"]), timeout=patience_s) as connection:
            asked = {"token": address["token"], "verb": verb, "values": dict(values)}
            connection.sendall(json.dumps(asked).encode() + b"\n")
            with connection.makefile("rb") as file:
                line = file.readline(LONGEST_LINE)
    except (OSError, ValueError, KeyError):
        return None
    return dict(json.loads(line)) if line else None
