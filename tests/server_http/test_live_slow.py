"""A line whose other end does not read costs nothing and is cut."""

import asyncio
import base64
import json
import os
import socket
import uuid
from dataclasses import asdict

import httpx
import pytest

from server_stub.live import protocol
from server_stub.live.hub import MAX_WAITING, Hub, Letter
from server_stub.live.mail import MAIL_CHANNEL
from sync.wire.messages import LIVE
from tests.server_http.conftest import RunningCentre
from tests.server_http.terminal import WireTerminal


def open_deaf_line(centre: RunningCentre, token: str) -> socket.socket:
    """Open a line by hand whose socket takes next to nothing."""
    host, port = centre.address.removeprefix("http://").split(":")
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    line.connect((host, int(port)))
    key = base64.b64encode(os.urandom(16)).decode()
    line.sendall(
        f"GET {LIVE} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
    )
    assert line.recv(12).endswith(b"101")
    return line


def read_to_end(line: socket.socket) -> None:
    """Take what was on its way until the connection ends. Raises TimeoutError when it does not."""
    line.settimeout(20)
    try:
        while line.recv(1 << 20):
            pass
    except ConnectionResetError:
        return


def send_much(centre: RunningCentre, device_uuid: str) -> None:
    """Announce half a megabyte of messages at once, each of them as long as an announcement may be."""
    letters = [Letter(str(uuid.uuid4()), "till", device_uuid, "x" * 7700) for _ in range(MAX_WAITING)]
    news = [json.dumps(asdict(letter)) for letter in letters]
    centre.ask("SELECT pg_notify(%s, news) FROM unnest(%s::text[]) AS news", MAIL_CHANNEL, news)


async def test_a_line_that_does_not_read_is_cut(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "READ_WITHIN_S", 1.0)
    line = await asyncio.to_thread(open_deaf_line, centre_server, enrolled.access)
    figure = "eckwms_live_lines 1\n"
    with line:
        async with asyncio.timeout(60):
            while figure not in (await http.get("/ECK/METRICS")).text:
                pass
            while figure in (await http.get("/ECK/METRICS")).text:
                send_much(centre_server, enrolled.device_uuid)
        await asyncio.to_thread(read_to_end, line)
    assert (await http.get("/health")).status_code == 200


def test_a_line_keeps_a_handful_of_messages_and_then_asks_the_database() -> None:
    hub = Hub()
    line = hub.open("a till")
    line.take()
    for number in range(MAX_WAITING):
        hub.deliver(Letter(str(number), "till", "a till", "x"))
    assert not line.mail_due
    assert len(line.letters) == MAX_WAITING
    hub.deliver(Letter("one more", "till", "a till", "x"))
    told = line.take()
    assert (told.letters, told.mail_due) == ({}, True)
    assert line.take().mail_due is False
