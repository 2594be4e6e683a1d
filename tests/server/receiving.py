"""A program that webhooks call."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

LAN = "127.0.0.1"


@dataclass
class Receiver:
    """A program that is called: keeps what came, answers what it is told."""

    url: str = ""
    answers: list[str] = field(default_factory=list)
    calls: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        body = await reader.readexactly(int(headers["content-length"]))
        self.calls.append((headers | {"request": head[0]}, body))
        status = self.answers.pop(0) if self.answers else "204 No Content"
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nLocation: {self.url}\r\n\r\n".encode())
        await writer.drain()
        writer.close()
        await writer.wait_closed()


@pytest.fixture(name="receiver")
async def listening_receiver() -> AsyncIterator[Receiver]:
    told = Receiver()
    server = await asyncio.start_server(told.answer, LAN, 0)
    told.url = f"http://{LAN}:{server.sockets[0].getsockname()[1]}/hook"
    async with server:
        yield told
