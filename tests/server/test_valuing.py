"""What stock is worth, against a plain account that knows every single thousandth by name."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from server_stub.goods.valuing import DayValue, Passage, value

DAY = date(2026, 3, 1)
COST = 7_0000


@dataclass
class Account:
    """One shop's pool the slow way: each piece lies there with its cost, the average is an exact fraction."""

    pieces: list[int] = field(default_factory=list)
    worth: Fraction = Fraction(0)
    short: int = 0
    average: Fraction | None = None
    last: int | None = None

    def take(self, milli: int) -> tuple[Fraction, list[int]]:
        there = min(milli, len(self.pieces))
        gone, self.pieces = self.pieces[:there], self.pieces[there:]
        worth = self.worth * there / (there + len(self.pieces)) if there else Fraction(0)
        self.worth, self.short = self.worth - worth, self.short + milli - there
        self.last = gone[-1] if gone else self.last
        left = milli - there
        unit = self.average if self.average is not None else Fraction(COST)
        return worth + left * unit, gone + [COST if self.last is None else self.last] * left

    def put(self, worth: Fraction, pieces: list[int]) -> None:
        covered = min(self.short, len(pieces))
        self.short -= covered
        self.worth += worth * (len(pieces) - covered) / len(pieces)
        self.pieces += pieces[covered:]
        self.last = pieces[-1]
        self.average = self.worth / len(self.pieces) if self.pieces else worth / len(pieces)


def account(passages: list[Passage]) -> dict[str, Account]:
    shops: dict[str, Account] = {"a": Account(), "b": Account()}
    for one in passages:
        milli = one.quantity_milli
        if one.source:
            worth, pieces = shops[one.source].take(milli)
        else:
            into = shops[one.target]
            average = into.average if into.average is not None else Fraction(COST)
            worth = milli * (average if one.cost_e4 is None else Fraction(one.cost_e4))
            last = COST if into.last is None else into.last
            pieces = [last if one.cost_e4 is None else one.cost_e4] * milli
            worth += one.landed_e7
            dearer = one.landed_e7 % milli
            pieces = [piece + one.landed_e7 // milli + (at >= milli - dearer) for at, piece in enumerate(pieces)]
        if one.target:
            shops[one.target].put(worth, pieces)
    return shops


ways = st.sampled_from([("", "a"), ("", "a"), ("a", ""), ("a", ""), ("a", "b"), ("b", "a"), ("", "b"), ("b", "")])
costs = st.one_of(st.none(), st.integers(0, 100_000))
moves = st.lists(st.tuples(ways, st.integers(1, 30), costs, st.integers(0, 2)), min_size=1, max_size=25)


@settings(max_examples=150, deadline=None)
@given(moves)
def test_both_values_are_those_of_the_plain_account(told: list[tuple[tuple[str, str], int, int | None, int]]) -> None:
    passages, day = [], DAY
    for (source, target), milli, cost, later in told:
        day += timedelta(days=later)
        passages.append(Passage("m", day, source, target, milli, None if source else cost))
    found = {one.shop: one for one in value(passages, {"m": COST})}
    for shop, plain in account(passages).items():
        end = found.get(shop, DayValue("m", shop, day, 0, 0, 0, 0, 0, 0, 0, False))
        assert end.quantity_milli == len(plain.pieces) - plain.short
        assert end.fifo_e7 == sum(plain.pieces), "to the last piece"
        assert abs(end.average_e7 - plain.worth) <= 60 * len(passages), "unit costs are kept to a ten-thousandth"
        assert end.average_e7 >= 0
        assert end.quantity_milli > 0 or end.average_e7 == end.fifo_e7 == 0, "below zero there is nothing to value"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.booleans(), st.integers(1, 30), st.integers(0, 100_000), st.integers(0, 9_999), st.integers(0, 2)),
        min_size=1,
        max_size=25,
    )
)
def test_what_came_in_with_its_freight_is_what_is_there_and_what_was_sold(
    told: list[tuple[bool, int, int, int, int]],
) -> None:
    passages, day, put_in = [], DAY, 0
    for comes, milli, cost, landed, later in told:
        day += timedelta(days=later)
        if comes:
            passages.append(Passage("m", day, "", "a", milli, cost, landed_e7=landed))
            put_in += milli * cost + landed
        else:  # often before it came
            passages.append(Passage("m", day, "a", "", milli, trade=1))
    days = list(value(passages, {}))
    for there, sold in (("average_e7", "sold_average_e7"), ("fifo_e7", "sold_fifo_e7")):
        assert sum(getattr(one, there) for one in days[-1:]) + sum(getattr(one, sold) for one in days) == put_in
    plain = account(passages)["a"]
    assert (days[-1].quantity_milli, days[-1].fifo_e7) == (len(plain.pieces) - plain.short, sum(plain.pieces))


def test_freight_is_not_counted_again_in_goods_whose_document_says_no_cost() -> None:
    passages = [Passage("m", DAY + timedelta(days=n), "", "a", 1000, landed_e7=1_0000_000) for n in range(3)]
    assert [one.average_e7 for one in value(passages, {"m": 5_0000})] == [6_0000_000, 12_0000_000, 18_0000_000]
    assert [one.fifo_e7 for one in value(passages, {"m": 5_0000})] == [6_0000_000, 12_0000_000, 18_0000_000]
    assert [one.guessed for one in value(passages, {})] == [True] * 3, "freight alone is no price"


def test_days_and_what_sold_goods_had_cost() -> None:
    next_day = DAY + timedelta(days=1)
    passages = [
        Passage("m", DAY, "", "a", 10_000, 1_0000),
        Passage("m", DAY, "", "a", 10_000, 2_0000),
        Passage("m", DAY, "a", "", 12_000, trade=1),
        Passage("m", next_day, "a", "", 10_000, trade=1),
        Passage("m", next_day, "", "a", 5_000, 4_0000),
        Passage("m", next_day, "", "a", 1_000, trade=-1),
    ]
    first, second = value(passages, {})
    assert (first.day, first.quantity_milli, first.average_e7, first.fifo_e7) == (DAY, 8000, 12_0000_000, 16_0000_000)
    assert (first.sold_milli, first.sold_average_e7, first.sold_fifo_e7) == (12_000, 18_0000_000, 14_0000_000)
    assert (second.quantity_milli, second.average_e7, second.fifo_e7) == (4000, 16_0000_000, 16_0000_000)
    assert second.sold_milli == 9000, "ten sold, two of them before they were there, one brought back"
    assert second.sold_average_e7 == 12_0000_000 + 8_0000_000 - 4_0000_000, "what was short cost what covered it"


def test_goods_of_which_nobody_knows_a_cost_are_a_guess_until_they_are_gone() -> None:
    passages = [Passage("m", DAY, "", "a", 1000), Passage("m", DAY + timedelta(days=1), "a", "", 1000)]
    assert [(one.average_e7, one.guessed) for one in value(passages, {})] == [(0, True), (0, False)]
    assert next(value(passages, {"m": COST})).fifo_e7 == 1000 * COST


GOODS = ("sack", "bag", "kit", "ribbon")
told_histories = st.lists(
    st.tuples(
        st.sampled_from(["buy", "buy", "buy", "sell", "repack", "repack"]),
        st.permutations(GOODS),
        st.lists(st.integers(1, 5000), min_size=4, max_size=4),
        st.integers(0, 60_000),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=200, deadline=None)
@given(told_histories)
def test_repacking_makes_no_value_and_loses_none(
    told: list[tuple[str, list[str], list[int], int]],
) -> None:
    passages, held, bought = [], dict.fromkeys(GOODS, 0), 0
    for n, (kind, order, amounts, cost) in enumerate(told):
        first, day = order[0], DAY + timedelta(days=n // 4)
        if kind == "buy":
            passages.append(Passage(first, day, "", "a", amounts[0], cost))
            bought += amounts[0] * cost
            held[first] += amounts[0]
        elif kind == "sell" and held[first]:
            milli = min(amounts[0], held[first])
            passages.append(Passage(first, day, "a", "", milli, trade=1))
            held[first] -= milli
        elif kind == "repack" and (taken := [each for each in order[: 1 + cost % 2] if held[each]]):
            for goods in taken:
                milli = min(amounts[0], held[goods])
                passages.append(Passage(goods, day, "a", "", milli, repacking=f"d{n}"))
                held[goods] -= milli
            for goods, milli in zip(order[2:], amounts[2:], strict=True):
                passages.append(Passage(goods, day, "", "a", milli, repacking=f"d{n}"))
                held[goods] += milli
    days = list(value(passages, {"sack": COST}))
    last = {one.product: one for one in days}
    assert {name: one.quantity_milli for name, one in last.items()} == {name: held[name] for name in last}
    for there, sold in (("average_e7", "sold_average_e7"), ("fifo_e7", "sold_fifo_e7")):
        worth = sum(getattr(one, there) for one in last.values()) + sum(getattr(one, sold) for one in days)
        assert worth == bought, "to the last e7"


def test_what_is_made_costs_what_was_taken_for_it() -> None:
    passages = [
        Passage("sack", DAY, "", "a", 1000, 30_0000),
        Passage("ribbon", DAY, "", "a", 2000, 5000),
        Passage("sack", DAY, "a", "", 1000, repacking="d"),
        Passage("ribbon", DAY, "a", "", 2000, repacking="d"),
        Passage("bag", DAY, "", "a", 10_000, repacking="d"),
        Passage("bag", DAY, "a", "", 4000, trade=1),
    ]
    found = {one.product: one for one in value(passages, {})}
    assert (found["sack"].average_e7, found["ribbon"].fifo_e7) == (0, 0)
    assert (found["bag"].quantity_milli, found["bag"].average_e7, found["bag"].fifo_e7) == (
        6000,
        18_6000_000,
        18_6000_000,
    )
    assert found["bag"].sold_average_e7 == found["bag"].sold_fifo_e7 == 12_4000_000


def test_taking_apart_shares_by_what_the_parts_cost() -> None:
    passages = [
        Passage("kit", DAY, "", "a", 1000, 12_0000),
        Passage("kit", DAY, "a", "", 1000, repacking="d"),
        Passage("bag", DAY, "", "a", 1000, repacking="d"),
        Passage("ribbon", DAY, "", "a", 2000, repacking="d"),
    ]
    found = {one.product: one.average_e7 for one in value(passages, {"bag": 4_0000, "ribbon": 1_0000})}
    assert found == {"kit": 0, "bag": 8_0000_000, "ribbon": 4_0000_000}
    by_quantity = {one.product: one.average_e7 for one in value(passages, {"bag": 4_0000})}
    assert by_quantity == {"kit": 0, "bag": 4_0000_000, "ribbon": 8_0000_000}


def test_goods_made_of_guesses_are_a_guess() -> None:
    passages = [
        Passage("sack", DAY, "", "a", 1000),
        Passage("sack", DAY, "a", "", 1000, repacking="d"),
        Passage("bag", DAY, "", "a", 9000, repacking="d"),
    ]
    assert {one.product: one.guessed for one in value(passages, {})} == {"sack": False, "bag": True}
    assert [one.guessed for one in value(passages[2:], {})] == [True], "made of nothing at all"


def test_covering_what_was_written_off_short_is_no_cost_of_sales() -> None:
    passages = [
        Passage("m", DAY, "a", "", 2000),
        Passage("m", DAY, "a", "", 1000, trade=1),
        Passage("m", DAY, "", "a", 4000, 5_0000),
    ]
    end = next(value(passages, {}))
    assert (end.quantity_milli, end.average_e7, end.fifo_e7) == (1000, 5_0000_000, 5_0000_000)
    assert (end.sold_milli, end.sold_average_e7, end.sold_fifo_e7) == (1000, 5_0000_000, 5_0000_000)
