"""Figures of people: what is known of time counts, a clock that was set back does not."""

from desktop.domain.picking_workers import WorkDone, add_up


def work(person: str, began: str, ended: str, scans: int, refused: int = 0) -> WorkDone:
    return WorkDone(person, f"2026-01-01T{ended}:00+00:00", f"2026-01-01T{began}:00+00:00" if began else "", "moved",
                    True, 2, scans, refused)  # fmt: skip


def test_scans_per_hour_are_of_the_time_that_is_known() -> None:
    eva, ann = add_up(
        [work("ann", "10:00", "10:30", 10, 1), work("eva", "", "11:00", 40), work("ann", "12:00", "11:00", 5)]
    )
    assert (ann.documents, ann.lines, ann.scans, ann.refused, ann.worked_s, ann.scans_per_hour) == (
        2,
        4,
        15,
        1,
        1800,
        30,
    )
    assert (eva.scans, eva.scans_per_hour) == (40, 0)
