"""Drills are judged by what was sealed: passed or not, and how many points."""

from desktop.domain.drill import DRILLS, Drill, Happened, judge

CASH, THREE, PARK, RETURN, CLOSE = DRILLS
GIVEN = Happened("sale.completed", "1", 3_000, 1_000, frozenset({"cash"}), change_minor=150)


def judged(drill: Drill, *happened: Happened, seconds: float = 10) -> int | None:
    result = judge(drill, happened, seconds)
    return result.points if result else None


def test_each_drill_is_passed_by_its_own_deed_only() -> None:
    deeds = {
        CASH: (GIVEN,),
        THREE: (Happened("sale.completed", "1", 3_000, 3_000, frozenset({"card"})),),
        PARK: (Happened("sale.completed", "2"), Happened("sale.completed", "1")),
        RETURN: (Happened("sale.completed", "1", takes_back=True),),
        CLOSE: (Happened("shift.closed"),),
    }
    for drill in DRILLS:
        assert [other.key for other, deed in deeds.items() if judged(drill, *deed) is not None] == [drill.key]


def test_time_and_slips_cost_points() -> None:
    assert judged(CASH, GIVEN, seconds=40) == 100
    assert judged(CASH, GIVEN, seconds=80) == 50
    assert judged(CASH, GIVEN, seconds=500) == 0
    assert judged(CASH, Happened("drawer.opened"), GIVEN) == 80
    assert judged(CASH, *[Happened("sale.voided")] * 9, GIVEN) == 0


def test_a_count_that_is_off_does_not_pass() -> None:
    assert judged(CLOSE, Happened("shift.closed", difference_minor=-5)) is None
