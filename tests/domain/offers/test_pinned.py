"""When a promotion runs, in the shop's own time; whose birthday it is."""

from datetime import UTC, datetime

import pytest

from desktop.domain.offers.matching import has_birthday
from desktop.domain.offers.pinned import pin_offers
from desktop.domain.offers.price_list import PriceList
from desktop.domain.offers.promotion import Promotion
from tests.domain.offers.shelf import promotion

HAPPY = promotion("percent", from_minute=17 * 60, until_minute=19 * 60, weekdays=(6,))
NIGHT = promotion("percent", from_minute=22 * 60, until_minute=2 * 60, weekdays=(6,), ends_on="2026-11-21")


def runs(one: Promotion, moment: str, zone: str = "Europe/Berlin") -> bool:
    return bool(pin_offers([one], [], datetime.fromisoformat(moment).replace(tzinfo=UTC), zone).promotions)


@pytest.mark.parametrize(
    ("one", "moment", "yes"),
    [
        (HAPPY, "2026-11-21T15:59", False),
        (HAPPY, "2026-11-21T16:00", True),
        (HAPPY, "2026-11-21T17:59", True),
        (HAPPY, "2026-11-21T18:00", False),
        (HAPPY, "2026-11-20T17:00", False),
        (NIGHT, "2026-11-21T21:30", True),
        (NIGHT, "2026-11-22T00:30", True),
        (NIGHT, "2026-11-22T01:00", False),
        (NIGHT, "2026-11-22T21:30", False),
        (promotion("percent", starts_on="2026-11-22"), "2026-11-21T22:59", False),
        (promotion("percent", starts_on="2026-11-22"), "2026-11-21T23:00", True),
        (promotion("percent", ends_on="2026-11-21"), "2026-11-21T22:59", True),
        (promotion("percent", ends_on="2026-11-21"), "2026-11-21T23:00", False),
        (promotion("percent", active=False), "2026-11-21T12:00", False),
    ],
)
def test_a_promotion_runs_in_the_shops_own_time(one: Promotion, moment: str, yes: bool) -> None:
    assert runs(one, moment) is yes


def test_the_clock_goes_back_and_the_happy_hour_stays_where_it_is() -> None:
    """On 25 October 2026 the hour from two to three comes twice in Berlin."""
    early = promotion("percent", from_minute=150, until_minute=180)
    moments = ("2026-10-25T00:30", "2026-10-25T01:30", "2026-10-25T02:30")
    assert [runs(early, moment) for moment in moments] == [True, True, False]


def test_a_pinned_set_is_in_its_order_whatever_order_it_came_in() -> None:
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    some = [promotion("percent", id="b"), promotion("percent", id="a"), promotion("percent", id="z", priority=-1)]
    lists = [PriceList("l2", "Two"), PriceList("l1", "One", ends_on="2026-11-20")]
    pinned = pin_offers(some, lists, now, "UTC")
    assert pinned == pin_offers(reversed(some), reversed(lists), now, "UTC")
    assert [one.id for one in pinned.promotions] == ["z", "a", "b"]
    assert ([one.id for one in pinned.price_lists], pinned.day) == (["l2"], "2026-11-21")
    assert (pinned.list_name("l2"), pinned.list_name("l1")) == ("Two", None)


@pytest.mark.parametrize(
    ("birthday", "day", "days", "yes"),
    [
        ("11-21", "2026-11-21", 0, True),
        ("11-22", "2026-11-21", 0, False),
        ("11-24", "2026-11-21", 3, True),
        ("01-01", "2026-12-31", 1, True),
        ("02-29", "2026-02-28", 0, True),
        ("02-29", "2028-02-28", 0, False),
        ("02-29", "2028-02-29", 0, True),
        ("", "2026-11-21", 5, False),
        ("11-21", "", 5, False),
    ],
)
def test_a_birthday_is_near(birthday: str, day: str, days: int, yes: bool) -> None:
    assert has_birthday(birthday, day, days) is yes
