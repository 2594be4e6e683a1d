"""What a difference in the drawer may come from, by the till's own entries."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.detective import CLUES, MOST_CLUES, Clue, Deal, Opening, clue_text, suspect
from desktop.domain.shift import MethodCount
from desktop.paper.words_shift import SHIFT_WORDS

BOUGHT = Deal("T01-7", "10:00", "Anna", cash_minor=5_000, change_minor=1_370)
BY_CARD = Deal("T01-8", "10:05", "Anna", other_minor=2_510)
BACK = Deal("T01-9", "10:09", "Anna", cash_minor=990, voided=True)
IN, OUT = Opening("11:00", "Igor", 4_020, "Change"), Opening("12:00", "Igor", -6_060, "Safe")
LOOK = Opening("13:00", "Mira", 0, "Count")
DEALS, OPENINGS = (BOUGHT, BY_CARD, BACK), (IN, OUT, LOOK)


def kinds(off_minor: int, card_off_minor: int = 0, float_minor: int = 10_000) -> list[str]:
    counts = (MethodCount("cash", 50_000, 50_000 + off_minor), MethodCount("card", 2_510, 2_510 + card_off_minor))
    return [clue.kind for clue in suspect(counts, DEALS, OPENINGS, float_minor, "EUR")]


def test_what_is_right_to_the_cent_needs_no_clue() -> None:
    assert kinds(0) == []
    assert kinds(0, card_off_minor=-100) == []
    assert suspect((), DEALS, OPENINGS, 0, "EUR") == ()


def test_each_cause_is_found_by_its_amount_and_its_direction() -> None:
    assert kinds(+1_370) == ["change_kept"]
    assert kinds(-1_370) == ["change_twice", "looks"]
    assert kinds(+990) == ["void_kept", "digits"]
    assert kinds(-3_630)[0] == "unpaid"
    assert kinds(-4_020)[0] == "in_missing"
    assert kinds(-8_040)[0] == "wrong_way"
    assert kinds(+6_060)[0] == "out_missing"
    assert kinds(+12_120)[0] == "wrong_way"
    assert kinds(+10_000) == ["float", "piece"]
    assert kinds(-10_000) == ["float", "piece", "looks"]
    assert kinds(-20) == ["piece", "looks"]
    assert kinds(+45) == ["digits"]
    assert kinds(-17) == ["looks"]
    assert kinds(+17) == []


def test_card_and_cash_that_are_off_against_each_other_were_swapped_before_all_else() -> None:
    assert kinds(-3_630, card_off_minor=+3_630)[0] == "swapped_to_cash"
    assert kinds(+2_510, card_off_minor=-2_510)[0] == "swapped_to_card"
    assert kinds(+2_510) == ["swapped_to_card"], "without the card's own figure it is one more possibility"


def test_a_clue_says_where_to_look_in_words_that_screen_and_paper_share() -> None:
    counts = (MethodCount("cash", 0, 1_370),)
    (clue,) = suspect(counts, DEALS, (), 0, "EUR")
    assert clue == Clue("change_kept", 1_370, "T01-7", "10:00", "Anna")
    assert clue_text(clue, "EUR") == "Receipt T01-7: its change of 13.70 EUR may not have been handed out."
    assert {f"clue.{kind}": text for kind, text in CLUES.items()} == {
        key: said[0] for key, said in SHIFT_WORDS.items() if key.startswith("clue.")
    }


MINOR = st.integers(0, 30)
SOME_DEALS = st.lists(
    st.builds(Deal, st.just("r"), st.just(""), st.just(""), MINOR, MINOR, MINOR, st.booleans()), max_size=8
)
SOME_OPENINGS = st.lists(st.builds(Opening, st.just(""), st.just("p"), st.integers(-30, 30)), max_size=8)


@given(off_minor=st.integers(-60, 60), deals=SOME_DEALS, openings=SOME_OPENINGS, float_minor=MINOR)
def test_every_clue_fits_the_difference(
    off_minor: int, deals: list[Deal], openings: list[Opening], float_minor: int
) -> None:
    found = suspect((MethodCount("cash", 100, 100 + off_minor),), deals, openings, float_minor, "EUR")
    assert len(found) <= MOST_CLUES
    assert bool(found) <= bool(off_minor)
    for clue in found:
        assert clue_text(clue, "EUR")
        if clue.kind == "wrong_way":
            assert 2 * clue.amount_minor == abs(off_minor)
        elif clue.kind != "looks":
            assert clue.amount_minor == abs(off_minor)
