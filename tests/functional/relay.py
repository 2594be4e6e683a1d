"""A network that can be cut: forwards connections to a centre, with TLS in front when it is given a certificate."""

import asyncio
import contextlib
import ssl
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

from tests.ports import free_ports


class Relay:
    """Runs in a thread of its own; `address` is where the centre seems to be."""

    def __init__(self, target: str, tls: ssl.SSLContext | None = None) -> None:
        parts = urlsplit(target)
        self._target = (parts.hostname, parts.port)
        self._tls = tls
        (self._port,) = free_ports(1)
        self._loop = asyncio.new_event_loop()
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._served: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self.mend()

    @property
    def address(self) -> str:
        """Give the relay's own base URL."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self._port}"

    def mend(self) -> None:
        """Listen (again) on the one port."""
        asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result()

    def cut(self) -> None:
        """Drop every connection and refuse new ones: the centre is gone."""
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()

    def close(self) -> None:
        """End the thread."""
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port, ssl=self._tls)

    async def _stop(self) -> None:
        if self._server is not None:
            self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.gather(*self._served, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        served = asyncio.current_task()
        assert served is not None
        self._served.add(served)
        served.add_done_callback(self._served.discard)
        inner, outer = await asyncio.open_connection(*self._target)
        both = {writer, outer}
        self._writers |= both
        with contextlib.suppress(OSError):
            await asyncio.gather(_pump(reader, outer), _pump(inner, writer))
        for each in both:
            each.close()
        self._writers -= both


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    finally:
        writer.close()


@contextlib.contextmanager
def relayed(target: str, tls: ssl.SSLContext | None = None) -> Iterator[Relay]:
    """Run a relay for as long as the block lasts."""
    relay = Relay(target, tls)
    try:
        yield relay
    finally:
        relay.close()
