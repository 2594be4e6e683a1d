"""SIGTERM and Ctrl+C close the window in order; Qt's loop never lets Python see a signal by itself."""

import asyncio
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def closing_on_signals(close: Callable[[], object]) -> Iterator[None]:
    """Call `close` on the running loop when the system or a person asks the program to end; POSIX only."""
    if os.name != "posix":
        yield
        return
    loop = asyncio.get_running_loop()
    reader, writer = socket.socketpair()
    reader.setblocking(False)
    writer.setblocking(False)
    before_fd = signal.set_wakeup_fd(writer.fileno())
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGTERM, signal.SIGINT)}
    loop.add_reader(reader.fileno(), close)
    try:
        yield
    finally:
        loop.remove_reader(reader.fileno())
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(before_fd)
        reader.close()
        writer.close()
