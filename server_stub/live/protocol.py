"""The WebSocket connection: a reader that does not read, or does not answer, is cut."""

import asyncio
from typing import Any

import structlog
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

PING_EVERY_S = 20.0
PONG_WITHIN_S = 20.0
READ_WITHIN_S = 10.0
"""How long bytes may wait for a receiver that takes none, 64 KiB of them at most."""
_log = structlog.get_logger("server_stub.live")


class LiveProtocol(WebSocketsSansIOProtocol):
    """Drops a connection whose other end has read nothing for 10 s, or left a ping unanswered for 20 s.

    uvicorn waits for such a reader without end, also when it closes the connection.
    """

    _cut: asyncio.TimerHandle | None = None

    def pause_writing(self) -> None:
        """Start the clock: the buffer is full."""
        super().pause_writing()
        if self._cut is None:
            self._cut = self.loop.call_later(READ_WITHIN_S, self._abort, "it does not read")

    def resume_writing(self) -> None:
        """Stop the clock: it reads again."""
        super().resume_writing()
        self._stop_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._stop_clock()
        super().connection_lost(exc)

    def keepalive_timeout(self) -> None:
        """Give up a peer that is gone, without waiting for it to take what is still in the buffer."""
        super().keepalive_timeout()
        self._abort("no answer to a ping")

    def _stop_clock(self) -> None:
        if self._cut is not None:
            self._cut.cancel()
            self._cut = None

    def _abort(self, reason: str) -> None:
        self._cut = None
        client: Any = self.client
        _log.info("live line cut", reason=reason, client=client[0] if client else "")
        self.transport.abort()
