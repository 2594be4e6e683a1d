"""The HTTP connection: a request must arrive within a deadline, and even malformed ones get JSON."""

import asyncio
import json
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from server_stub.http.headers import STANDING

DEADLINE_S = 15.0
MIN_BYTES_PER_S = 16 * 1024
MAX_DISCARDED = 64 << 20


class DeadlineProtocol(HttpToolsProtocol):
    """Cuts a request that has not arrived after 15 s and the time its bytes take at 16 KiB/s.

    uvicorn has no such limit: one byte at a time would hold a connection for ever. A slow mobile line that keeps
    sending is not cut.
    """

    _deadline: asyncio.TimerHandle | None = None
    _since = 0.0
    _received = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock when the connection opens, before its first byte."""
        super().connection_made(transport)
        self._arm()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._disarm()
        super().connection_lost(exc)

    def handle_websocket_upgrade(self) -> None:
        """Stop the clock: a WebSocket stays open."""
        self._disarm()
        super().handle_websocket_upgrade()

    def on_message_begin(self) -> None:
        """Start the clock for the next request of a kept connection."""
        super().on_message_begin()
        if self._deadline is None:
            self._arm()

    def on_body(self, body: bytes) -> None:
        """Count what arrives, also what nobody reads any more after an early answer."""
        self._received += len(body)
        if self._received > MAX_DISCARDED:
            self.transport.close()
        super().on_body(body)

    def on_message_complete(self) -> None:
        """Stop the clock: the request is here."""
        self._disarm()
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        """Answer bytes that are not HTTP."""
        self._answer_and_close(400, msg)

    def _arm(self) -> None:
        self._since, self._received = self.loop.time(), 0
        self._deadline = self.loop.call_later(DEADLINE_S, self._check)

    def _disarm(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _check(self) -> None:
        left_s = self._since + DEADLINE_S + self._received / MIN_BYTES_PER_S - self.loop.time()
        if left_s > 0:
            self._deadline = self.loop.call_later(left_s, self._check)
            return
        self._deadline = None
        cycle: Any = self.cycle
        if self.transport.is_closing():
            return
        if cycle is None or cycle.response_complete or not cycle.response_started:
            self._answer_and_close(408, "The request did not arrive in time")
        else:
            self.transport.close()

    def _answer_and_close(self, status: int, message: str) -> None:
        body = json.dumps({"error": message}).encode()
        lines = [STATUS_LINE[status]]
        for name, value in (*self.server_state.default_headers, *STANDING):
            lines += [name, b": ", value, b"\r\n"]
        lines += [b"content-type: application/json\r\nconnection: close\r\n"]
        lines += [b"content-length: ", str(len(body)).encode(), b"\r\n\r\n", body]
        self.transport.write(b"".join(lines))
        self.transport.close()
