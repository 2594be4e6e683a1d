"""The engine's one worker thread: pages into the replica, snapshots, compressing; never two at a time."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Work(Protocol):
    """Runs a function off the loop and gives its result; a cancelled caller does not stop what has begun."""

    async def __call__(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it after everything that was asked for earlier."""


class Worker:
    """One thread for the whole life of an engine, so that a connection opened in it stays in it."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="replication")

    async def __call__(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run the function in the thread, after what was asked for before."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: function(*args, **kwargs))

    async def close(self) -> None:
        """Wait for what has begun, then end the thread; later calls raise RuntimeError."""
        self._pool.shutdown(wait=False)
        await asyncio.get_running_loop().run_in_executor(None, self._pool.shutdown)
