"""What is due for a parked ticket, and what follows from head office's answer."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.parking import Heard, Mine, after, is_listed, next_step

HERE, THERE = "till-1", "till-2"
KEPT = Mine("p", "c", "2026-03-01T10:00:00+01:00", "", 0, "kept")
TOLD = replace(KEPT, told="parked", revision=4)
HEARD = Heard("p", 4, HERE, "Till 1", "2026-03-01T10:00:00+01:00", 1, 350, "EUR", 1, "{}")


@pytest.mark.parametrize(
    ("mine", "heard", "step"),
    [
        (KEPT, None, "offer"),
        (replace(KEPT, has_card=True), None, ""),
        (TOLD, None, "offer"),  # the feed has not brought it yet, or the centre was restored
        (TOLD, HEARD, ""),
        (TOLD, replace(HEARD, revision=3, taken_by=THERE), ""),  # what is older than what it answered
        (TOLD, replace(HEARD, revision=5, taken_by=THERE), "let_go"),
        (TOLD, replace(HEARD, revision=6, device=THERE), "let_go"),
        (TOLD, replace(HEARD, revision=5, taken_by=HERE), "offer"),  # given, and nobody waited for it any more
        (replace(TOLD, stand="open"), HEARD, "take"),
        (replace(KEPT, stand="open"), None, "take"),
        (replace(TOLD, stand="open", told="taken"), HEARD, ""),
        (replace(TOLD, stand="gone"), HEARD, "drop"),
        (replace(TOLD, stand="gone", told="gone"), HEARD, "forget"),
        (replace(TOLD, stand="gone", told="gone"), replace(HEARD, revision=3), ""),
        (replace(TOLD, stand="gone", told="gone"), None, "forget"),
    ],
)
def test_what_is_due(mine: Mine, heard: Heard | None, step: str) -> None:
    assert next_step(mine, heard, HERE) == step


def test_what_was_added_since_the_offer_is_never_let_go() -> None:
    for answer in ("taken", "gone", "unknown"):
        assert after(KEPT, "offer", answer) == "forget"
    assert [after(TOLD, "offer", answer) for answer in ("taken", "gone", "unknown")] == ["let_go", "let_go", "forget"]
    opened = replace(TOLD, stand="open")
    assert [after(opened, "take", answer) for answer in ("yours", "unknown")] == ["taken", "taken"]
    assert [after(opened, "take", answer) for answer in ("taken", "gone")] == ["forget", "forget"]


@given(
    stand=st.sampled_from(["kept", "open", "gone"]),
    told=st.sampled_from(["", "parked", "taken", "gone"]),
    answer=st.sampled_from(["yours", "taken", "gone", "unknown"]),
)
def test_every_step_comes_to_rest(stand: str, told: str, answer: str) -> None:
    mine = replace(KEPT, stand=stand, told=told)
    for _ in range(3):
        step = next_step(mine, None, HERE)
        if step in ("", "let_go", "forget"):
            return
        follows = after(mine, step, answer)
        if follows in ("let_go", "forget"):
            assert not (follows == "let_go" and mine.told != "parked")
            return
        mine = replace(mine, told=follows)
    assert mine.told == "parked", "what the feed has not brought yet is offered again, and that alone"


def test_what_is_here_and_quotes_that_have_run_out_are_not_listed_twice() -> None:
    assert is_listed(HEARD, None, "2026-03-02")
    assert not is_listed(HEARD, KEPT, "2026-03-02")
    quote = replace(HEARD, valid_until="2026-03-02")
    assert [is_listed(quote, None, day) for day in ("2026-03-02", "2026-03-03")] == [True, False]
