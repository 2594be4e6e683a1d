"""How much to send or ask for at once: more while it is quick, half when it was too much."""

MAX_ENTRIES = 1000
MAX_BYTES = 1_000_000
START_ENTRIES = 100
QUICK_S = 1.0


class Amount:
    """A number of entries or rows that finds its own size between 1 and `cap`."""

    def __init__(self, start: int = START_ENTRIES, cap: int = MAX_ENTRIES) -> None:
        self._cap = cap
        self.count = min(start, cap)

    def worked(self, count: int, seconds: float) -> None:
        """`count` went through in this time: double when it was a full load and quick."""
        if count >= self.count and seconds < QUICK_S:
            self.count = min(self._cap, self.count * 2)

    def failed(self, count: int) -> None:
        """`count` was too much: half of it next time."""
        self.count = max(1, min(self.count, count) // 2)
