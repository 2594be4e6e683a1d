"""How much one caller may send through the proxy: so many calls a minute, so many at once."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from litestar.exceptions import TooManyRequestsException

from server_stub.http.limits import Rate
from server_stub.proxy.outgoing import Network

PER_MINUTE = 60
AT_ONCE = 10


class Gate:
    """The network that the proxy uses and the limits before it, one of each per process."""

    def __init__(self, network: Network | None = None, rate: Rate | None = None) -> None:
        self.network = network or Network()
        self._rate = rate or Rate(PER_MINUTE / 60, PER_MINUTE)
        self._in_hand: Counter[str] = Counter()

    @contextmanager
    def enter(self, who: str) -> Iterator[None]:
        """Let a caller in for one call. Raises TooManyRequestsException."""
        if self._in_hand[who] >= AT_ONCE:
            raise _too_many(1)
        if wait_s := self._rate.take(who):
            raise _too_many(wait_s)
        self._in_hand[who] += 1
        try:
            yield
        finally:
            self._in_hand[who] -= 1
            if not self._in_hand[who]:
                del self._in_hand[who]


def _too_many(wait_s: int) -> TooManyRequestsException:
    return TooManyRequestsException("Too many requests", headers={"Retry-After": str(wait_s)})
