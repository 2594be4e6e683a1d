import pytest
from biip.checksums import gs1_price_weight_check_digit
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.codes import closed, is_gtin
from desktop.domain.measured_codes import MeasuredCode, match, parse_rule, parse_rules, price_check_digit
from desktop.domain.refusal import Refusal

WEIGHT = parse_rule("21IIIIIWWwwwC")
PRICE = parse_rule("23IIIIIPPPppC -> item")
BRITISH = parse_rule("28012IIVPPppC -> prefix, zeroed")
PIECES = parse_rule("22IIIIIIQQQQC")
RULES = (WEIGHT, PRICE, BRITISH, PIECES)
five_digits = st.integers(0, 99999).map("{:05d}".format)


@given(five_digits, five_digits)
def test_weight_is_read_in_thousandths_of_a_kilogram(item: str, grams: str) -> None:
    stored = closed(f"21{item}00000")
    weighed = int(grams) or None
    assert match(RULES, closed(f"21{item}{grams}")) == MeasuredCode("weight", (stored,), quantity_milli=weighed)


@given(five_digits, st.integers(1, 99999))
def test_price_is_read_in_ten_thousandths_of_the_major_unit(item: str, cents: int) -> None:
    assert match(RULES, closed(f"23{item}{cents:05d}")) == MeasuredCode("price", (item,), amount_e4=cents * 100)


@given(five_digits, five_digits)
def test_upc_a_is_read_as_ean_13(item: str, grams: str) -> None:
    rules = (parse_rule("02IIIIIWWwwwC -> item"),)
    assert match(rules, closed(f"2{item}{grams}")) == match(rules, closed(f"02{item}{grams}"))
    assert match(rules, closed(f"2{item}{grams}")) is not None
    assert match(rules, closed(f"21{item}{grams}")) is None


@given(st.text("0123456789", min_size=4, max_size=5))
def test_price_check_digits_agree_with_another_implementation(value: str) -> None:
    assert price_check_digit(value) == gs1_price_weight_check_digit(value)


@given(st.integers(0, 99), st.integers(1, 9999), st.integers(0, 9))
def test_the_inner_check_digit_must_be_right(item: int, pence: int, inner: int) -> None:
    value = f"{pence:04d}"
    found = match(RULES, closed(f"28012{item:02d}{inner}{value}"))
    if inner == price_check_digit(value):
        stored = (f"28012{item:02d}", closed(f"28012{item:02d}00000"))
        assert found == MeasuredCode("price", stored, amount_e4=pence * 100)
    else:
        assert found is None


def test_a_shelf_label_with_an_empty_field_names_the_product_only() -> None:
    assert match(RULES, closed("211234500000")) == MeasuredCode("weight", (closed("211234500000"),))


def test_pieces_and_ignored_digits() -> None:
    assert match(RULES, closed("221234560012")) == MeasuredCode(
        "quantity", (closed("221234560000"),), quantity_milli=12_000
    )
    shops = (parse_rule("21..IIIIWWwwC -> plu, zeroed"),)
    expected = MeasuredCode("weight", ("42", closed("210000420000")), quantity_milli=1_230)
    assert match(shops, closed("217700420123")) == expected


def test_the_first_fitting_rule_wins() -> None:
    rules = parse_rules(["2100IIIWWwwwC -> item", "", "# the rest by price", "21IIIIIPPPppC -> item"])
    first, second = match(rules, closed("210012301500")), match(rules, closed("219912301500"))
    assert first is not None
    assert second is not None
    assert (first.kind, second.kind) == ("weight", "price")


@given(st.text("0123456789", max_size=14))
def test_only_valid_codes_of_a_rules_prefix_match(digits: str) -> None:
    found = match(RULES, digits)
    if found is not None:
        assert is_gtin(digits)
        assert digits[:2] in {"21", "22", "23", "28"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("21IIIIIWWwwC", "length"),
        ("", "length"),
        ("21IIIIIWWwwwC -> shelf", "key"),
        ("21IIIIIWWwwwC ->", "key"),
        ("40IIIIIWWwwwC", "prefix"),
        ("0IIIIIIWWwwwC", "prefix"),
        ("IIIIIIIWWwwwC", "shape"),
        ("21.....WWwwwC", "shape"),
        ("21IIIIIWWwww1", "shape"),
        ("21IIIII{NNDD}", "shape"),
        ("21IIIIIIIIIIC", "value"),
        ("21IIIIIWWPPPC", "value"),
        ("21IIIWWIWWwwC", "value"),
        ("21IIIIIwwWWWC", "value"),
        ("21IIIIIWwwwwC", "decimals"),
        ("21IIIIVVPPppC", "price_check"),
        ("21IIIVPPPPppC", "price_check"),
        ("٢1IIIIIWWwwwC", "shape"),
    ],
)
def test_a_malformed_rule_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_rule(text)
    assert refused.value.code == f"measure_rule.{reason}"
    assert refused.value.facts["rule"] == text


def test_a_rule_that_could_never_match_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        parse_rules(["21IIIIIWWwwwC", "2134IIIPPPppC"])
    assert refused.value.code == "measure_rule.hidden"


@given(st.text(max_size=40))
def test_parsing_any_text_gives_a_rule_or_a_refusal(text: str) -> None:
    try:
        rule = parse_rule(text)
    except Refusal:
        return
    assert rule.picture.startswith(rule.prefix)


@given(st.text("0245I.VWwPpQqC->", min_size=10, max_size=20), st.text("0123456789", min_size=12, max_size=12))
def test_whatever_is_accepted_can_be_matched(text: str, payload: str) -> None:
    try:
        rule = parse_rule(text)
    except Refusal:
        return
    code = closed(rule.prefix + payload[len(rule.prefix) :])
    found = match((rule,), code)
    assert found is None or found.candidates
