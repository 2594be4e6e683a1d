import random

import pytest

from sync.backoff import BASE_S, CAP_S, PATIENCE_S, Backoff, idle_s
from sync.batching import Amount


def test_waits_grow_to_the_cap_and_never_leave_the_bounds() -> None:
    backoff = Backoff(random.Random(1))
    waits = [backoff.next_s() for _ in range(200)]
    assert all(BASE_S <= wait <= CAP_S for wait in waits)
    assert waits[0] <= 2 * BASE_S
    assert max(waits) > CAP_S / 2


def test_two_terminals_do_not_come_back_together() -> None:
    first, second = Backoff(random.Random(1)), Backoff(random.Random(2))
    assert [first.next_s() for _ in range(5)] != [second.next_s() for _ in range(5)]


def test_success_starts_over() -> None:
    backoff = Backoff(random.Random(1))
    for _ in range(20):
        backoff.next_s()
    backoff.reset()
    assert backoff.next_s() <= 2 * BASE_S


@pytest.mark.parametrize(("asked", "least", "most"), [(120, 120, 121), (0, 1, 2), (1e9, PATIENCE_S, PATIENCE_S + 1)])
def test_retry_after_is_obeyed_within_reason(asked: float, least: float, most: float) -> None:
    assert least <= Backoff(random.Random(1)).next_s(asked) <= most


def test_the_idle_look_is_spread() -> None:
    rng = random.Random(1)
    assert all(15 <= idle_s(rng) <= 45 for _ in range(100))


def test_batches_double_while_quick_and_full_and_halve_when_too_much() -> None:
    amount = Amount()
    amount.worked(100, 0.2)
    assert amount.count == 200
    amount.worked(150, 0.2)
    amount.worked(200, 1.5)
    assert amount.count == 200
    for _ in range(10):
        amount.worked(amount.count, 0.1)
    assert amount.count == 1000
    amount.failed(600)
    assert amount.count == 300
    for _ in range(20):
        amount.failed(amount.count)
    assert amount.count == 1
