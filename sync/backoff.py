"""How long to wait after a failure: full jitter, so that a thousand tills do not come back in the same second."""

import random

BASE_S = 1.0
CAP_S = 300.0
PATIENCE_S = 3600.0
"""The longest Retry-After that is believed; a proxy with a wrong clock must not keep a shop silent for days."""


class Backoff:
    """Counts failures in a row and draws the next wait; the random source is given, so that runs can be repeated."""

    def __init__(self, rng: random.Random, base_s: float = BASE_S, cap_s: float = CAP_S) -> None:
        self._rng = rng
        self._base_s = base_s
        self._cap_s = cap_s
        self._failures = 0

    def next_s(self, retry_after_s: float | None = None) -> float:
        """Draw a wait between the base and base · 2ⁿ, at most the cap; never shorter than what the centre asked for."""
        self._failures = min(self._failures + 1, 32)
        ceiling_s = min(self._cap_s, self._base_s * 2**self._failures)
        wait_s = self._rng.uniform(self._base_s, ceiling_s)
        if retry_after_s is None:
            return wait_s
        asked_s = min(max(retry_after_s, 0.0), PATIENCE_S)
        return max(wait_s, asked_s + self._rng.uniform(0, self._base_s))

    def reset(self) -> None:
        """Forget the failures: something worked."""
        self._failures = 0


def idle_s(rng: random.Random, period_s: float = 30.0) -> float:
    """Draw the wait until the next look without need: the period ± 50 %."""
    return rng.uniform(period_s * 0.5, period_s * 1.5)
