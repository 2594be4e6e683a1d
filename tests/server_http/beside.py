"""A second process of the same centre: another server on the same database."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from server_stub.app import Settings, build_app
from server_stub.serving import Server, bind
from tests.server_http.conftest import RunningCentre


@contextmanager
def beside(centre: RunningCentre, **settings: Any) -> Iterator[RunningCentre]:
    """Run it in a thread as long as the block lasts."""
    listening = bind("127.0.0.1", 0)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    chosen = Settings(centre.database_url, centre.data_dir, pool_wait_s=1.0, now=centre.clock.now, **settings)
    server = Server(build_app(chosen), address)
    ready = threading.Event()
    server.on_ready = lambda _address: ready.set()
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    while not ready.wait(0.1):
        assert thread.is_alive(), "the centre did not start"
    try:
        yield RunningCentre(address, centre.database_url, centre.clock, centre.data_dir)
    finally:
        server.should_exit = True
        thread.join(30)
    assert not thread.is_alive()
