"""What a share of the measured values stayed within."""

from collections.abc import Sequence


def quantile(values: Sequence[float], share: float) -> float:
    """Give the value that this share of them stayed within; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0
