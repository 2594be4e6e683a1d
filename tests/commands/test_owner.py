"""The socket of the owner: only who can read the folder is heard, and nonsense harms nothing."""

import asyncio
import json
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop.owner import ADDRESS_FILE, Ownership, ask_owner, serve


async def _echo(verb: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {"result": {"verb": verb} | dict(values), "exit": 0}


async def _send(port: int, line: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(line)
    writer.write_eof()
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer


async def test_the_owner_answers_who_knows_the_token_and_nobody_else(tmp_path: Path) -> None:
    server = await serve(tmp_path, _echo)
    address = json.loads((tmp_path / ADDRESS_FILE).read_text())

    answer = await asyncio.to_thread(ask_owner, tmp_path, "sell", {"items": ["Молоко"]})

    assert answer == {"result": {"verb": "sell", "items": ["Молоко"]}, "exit": 0}
    assert stat.S_IMODE((tmp_path / ADDRESS_FILE).stat().st_mode) == 0o600
    stranger = json.dumps({"token": "x", "verb": "sell", "values": {}}).encode() + b"\n"
    for line in (stranger, b"not json\n", b"[]\n", b'{"token": null}\n', b"\xff" * 1000 + b"\n", b"", b"half a line"):
        assert await _send(address["port"], line) == b""
    assert await asyncio.to_thread(ask_owner, tmp_path, "again", {}) is not None
    server.close()
    await server.wait_closed()


async def test_nobody_answers_for_an_owner_that_is_gone(tmp_path: Path) -> None:
    assert ask_owner(tmp_path, "sell", {}) is None
    server = await serve(tmp_path, _echo)
    server.close()
    await server.wait_closed()
    assert ask_owner(tmp_path, "sell", {}) is None


def test_a_folder_has_one_owner(tmp_path: Path) -> None:
    first = Ownership(tmp_path)
    second = Ownership(tmp_path)
    assert (first.held, second.held) == (True, False)
    second.release()
    first.release()
    third = Ownership(tmp_path)
    assert third.held
    third.release()
