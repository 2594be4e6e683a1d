"""A device that is reached over the network instead of a cable: Massa-K scales, serial servers."""

import re
import socket
from contextlib import suppress

CONNECT_TIMEOUT_S = 1.0
CHUNK_BYTES = 4096
_ADDRESS = re.compile(r"tcp:(?:\[([0-9A-Fa-f:.]+)\]|([^:\s]+)):([0-9]{1,5})")
_NOTICE = (("TCP_KEEPIDLE", 10), ("TCP_KEEPINTVL", 5), ("TCP_KEEPCNT", 3), ("TCP_USER_TIMEOUT", 20_000))


def split_address(address: str) -> tuple[str, int] | None:
    """Host and port of `tcp:HOST:PORT`, None for anything else."""
    found = _ADDRESS.fullmatch(address)
    if found is None or not 0 < int(found[3]) < 65536:
        return None
    return found[1] or found[2], int(found[3])


class NetworkLine:
    """An open way, used as a serial port is: `read` gives what came within the time, at most; raises OSError."""

    in_waiting = CHUNK_BYTES
    """A read takes as much as there is: it never waits for more than the first byte."""

    def __init__(self, address: str, timeout_s: float) -> None:
        where = split_address(address)
        if where is None:
            raise OSError(f"{address} is not tcp:HOST:PORT")
        self._socket = socket.create_connection(where, CONNECT_TIMEOUT_S)
        self._socket.settimeout(timeout_s)
        self._notice_when_it_is_cut()
        self._cancelled = False

    def read(self, size: int) -> bytes:
        """What came, b"" when nothing did."""
        try:
            data = self._socket.recv(size)
        except TimeoutError:
            return b""
        if not data and not self._cancelled:
            raise ConnectionResetError("The device closed the connection.")
        return data

    def write(self, data: bytes) -> None:
        """Hand all bytes to the network."""
        self._socket.sendall(data)

    def reset_input_buffer(self) -> None:
        """A fresh connection has nothing old in it."""

    def cancel_read(self) -> None:
        """Wake up whoever reads; nothing is read any more."""
        self._cancelled = True
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def _notice_when_it_is_cut(self) -> None:
        """A device that loses its power says nothing: where the system can, the silence is noticed in half a minute."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in _NOTICE:
            if hasattr(socket, name):
                self._socket.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)

    def close(self) -> None:
        """Close the connection."""
        self._socket.close()
