"""What a void owes a card is all that it paid, less what is back, and what it was given is paid again; nothing is owed
twice, and none is forgotten."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.card_payment import Attempt
from desktop.domain.tender import Payment
from desktop.domain.voiding import Owed, owed_by_card

PAID = st.lists(
    st.builds(
        Payment,
        st.sampled_from(["card", "cash", "gift"]),
        st.integers(-500, 500).filter(bool),
        st.sampled_from(["", "A", "B"]),
        tip_minor=st.integers(0, 50),
    ),
    max_size=6,
)


def moved(at: int, owed: Owed) -> Attempt:
    amount_minor = abs(owed.amount_minor)
    return Attempt(f"a{at}", "sale", owed.kind, amount_minor, "EUR", "", "approved", original=owed.reference)


@given(PAID, st.integers(0, 6))
def test_each_is_owed_until_it_is_back(payments: list[Payment], back: int) -> None:
    first = owed_by_card(payments, ())
    by_terminal = [paid.amount_minor + paid.tip_minor for paid in payments if paid.method == "card" and paid.reference]
    assert [owed.kind for owed in first] == ["refund" if amount > 0 else "charge" for amount in by_terminal if amount]
    assert sum(owed.amount_minor for owed in first) == sum(by_terminal)
    left = owed_by_card(payments, [moved(at, owed) for at, owed in enumerate(first[:back])])
    assert sorted(left, key=str) == sorted(first[back:], key=str)


def test_what_was_asked_and_not_answered_is_still_owed() -> None:
    asked = Attempt("a", "sale", "refund", 240, "EUR", "", original="A")
    assert owed_by_card([Payment("card", 240, "A")], [asked]) == (Owed("A", 240),)
