"""Loopback ports for what has to listen on a port that it is told, or nowhere at all."""

import itertools
import os
import random
import socket

_OF_A_WORKER = 1_500
_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_FIRST = 20_000 + _WORKER % 7 * _OF_A_WORKER
# Below those that the system gives to connections and to port 0: one of these could be gone before it is used.
_ports = itertools.cycle(random.sample(range(_FIRST, _FIRST + _OF_A_WORKER), _OF_A_WORKER))


def free_ports(count: int) -> list[int]:
    """Give ports that nobody listens on, and that no other test is given."""
    return list(itertools.islice((port for port in _ports if _is_free(port)), count))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
