"""Ids are version 7, unique and in order, whatever the clock does."""

import uuid
from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop.domain.clock import SystemClock, iso
from desktop.domain.ids import least_id, new_id

NOON = datetime(2400, 1, 1, 12, tzinfo=UTC)


def test_ids_within_one_millisecond_are_in_order() -> None:
    ids = [new_id(NOON) for _ in range(10_000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 10_000
    assert {uuid.UUID(text).version for text in ids} == {7}
    assert {uuid.UUID(text).variant for text in ids} == {uuid.RFC_4122}


def test_the_least_id_of_a_moment_parts_what_came_before_it_from_what_came_since() -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, 678_000, tzinfo=UTC)
    before, at = new_id(moment - timedelta(milliseconds=1)), new_id(moment)
    assert before < least_id(moment) < at


def test_a_clock_put_back_a_little_keeps_the_order_and_a_lot_starts_anew() -> None:
    first = new_id(NOON + timedelta(days=1))
    assert new_id(NOON + timedelta(days=1, seconds=-5)) > first
    corrected = uuid.UUID(new_id(NOON))
    assert corrected.int >> 80 == int(NOON.timestamp() * 1000)


def test_times_carry_their_offset() -> None:
    here = timezone(timedelta(hours=3))
    assert iso(datetime(2026, 11, 21, 10, 3, 22, 120_999, tzinfo=here)) == "2026-11-21T10:03:22.120+03:00"
    assert SystemClock().now().tzinfo is not None
    with pytest.raises(ValueError, match="offset"):
        iso(datetime(2026, 1, 1))  # noqa: DTZ001
