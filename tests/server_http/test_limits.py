import asyncio

from hypothesis import given
from hypothesis import strategies as st

from server_stub.http.limits import Rate, limit_requests
from server_stub.http.paths import Receive, Scope, Send
from server_stub.identity.pins import is_good_pin


class Seconds:
    """A clock in seconds that the test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_then_the_rate() -> None:
    clock = Seconds()
    rate = Rate(per_s=2, burst=3, clock=clock)
    assert [rate.take("a") for _ in range(4)] == [0, 0, 0, 1]
    assert rate.take("b") == 0, "another caller has a bucket of its own"
    clock.now = 0.5
    assert [rate.take("a"), rate.take("a")] == [0, 1]


def test_slow_buckets_say_how_long_to_wait() -> None:
    rate = Rate(per_s=0.1, burst=1, clock=Seconds())
    assert [rate.take("a"), rate.take("a")] == [0, 10]


@given(st.lists(st.floats(min_value=0, max_value=5), min_size=1, max_size=200))
def test_never_more_than_burst_and_rate(pauses: list[float]) -> None:
    clock = Seconds()
    rate = Rate(per_s=3, burst=5, clock=clock)
    taken = 0
    for pause in pauses:
        clock.now += pause
        taken += rate.take("a") == 0
        assert taken <= 5 + 3 * clock.now + 1e-6


def test_many_callers_do_not_fill_the_memory() -> None:
    rate = Rate(per_s=1, burst=1, clock=Seconds())
    for n in range(50_000):
        rate.take(str(n))
    assert len(rate._buckets) <= 20_000


async def test_too_much_in_hand_is_503() -> None:
    release, sent = asyncio.Event(), []

    async def app(_scope: Scope, _receive: Receive, _send: Send) -> None:
        await release.wait()

    async def receive() -> None:
        raise AssertionError("nobody reads")

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    limited = limit_requests(app, Rate(100, 100), in_hand_limit=1)
    first = asyncio.create_task(limited({"type": "http", "client": ("a", 1)}, receive, send))
    await asyncio.sleep(0)
    await limited({"type": "http", "client": ("b", 1)}, receive, send)
    assert sent[0]["status"] == 503
    assert (b"retry-after", b"2") in sent[0]["headers"]
    release.set()
    await first
    await limited({"type": "http", "client": ("b", 1)}, receive, send)
    assert len(sent) == 2, "there was room again"


async def test_a_live_line_beyond_the_rate_is_closed() -> None:
    sent: list[dict[str, object]] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        return

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    limited = limit_requests(app, Rate(1, 1))
    for _ in range(2):
        await limited({"type": "websocket", "client": ("a", 1)}, app, send)  # type: ignore[arg-type]
    assert [message["code"] for message in sent] == [1013]


def test_weak_pins() -> None:
    weak = ("0000", "1234", "4321", "7890", "123", "", "passwor", "4747", "471471", "4711471147110")
    assert not any(is_good_pin(pin) for pin in weak)
    assert all(is_good_pin(pin) for pin in ("4711", "47114", "a long one"))
