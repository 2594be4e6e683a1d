from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import codes

digits = st.text("0123456789", max_size=20)
payloads = st.text("0123456789", min_size=7, max_size=17)


def gtins(length: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=length - 1, max_size=length - 1).map(codes.closed)


def test_known_check_digits() -> None:
    assert codes.closed("400638133393") == "4006381333931"
    assert codes.closed("9638507") == "96385074"
    assert codes.closed("03600029145") == "036000291452"
    assert codes.is_sscc("340123450000000000")
    assert not codes.is_gtin("4006381333932")


@given(payloads, st.integers(0, 16), st.integers(1, 9))
def test_any_single_wrong_digit_is_noticed(payload: str, place: int, shift: int) -> None:
    whole = codes.closed(payload)
    place %= len(whole)
    wrong = whole[:place] + str((int(whole[place]) + shift) % 10) + whole[place + 1 :]
    assert codes.check_digit(wrong[:-1]) != int(wrong[-1])


@given(payloads)
def test_leading_zeros_never_change_the_check_digit(payload: str) -> None:
    assert codes.check_digit(payload) == codes.check_digit("0" + payload)


def test_upc_e_of_each_ending_expands() -> None:
    # GS1 General Specifications 5.2.2.4.2: one example for each zero-suppression rule.
    assert codes.expand_upc_e("04252614") == "042100005264"
    assert codes.expand_upc_e("01234505") == codes.closed("01200000345")


def compress(upc_a: str) -> str | None:
    """The other way round, from the same section, as an oracle."""
    maker, item = upc_a[1:6], upc_a[6:11]
    if maker[2:] in ("000", "100", "200") and item.startswith("00"):
        body = maker[:2] + item[2:] + maker[2]
    elif maker.endswith("00") and item.startswith("000"):
        body = maker[:3] + item[3:] + "3"
    elif maker.endswith("0") and item.startswith("0000"):
        body = maker[:4] + item[4] + "4"
    elif item.startswith("0000") and item[4] in "56789":
        body = maker + item[4]
    else:
        return None
    return upc_a[0] + body + upc_a[11]


@given(st.sampled_from("01"), st.text("0123456789", min_size=6, max_size=6))
def test_every_upc_e_comes_back_from_its_expansion(system: str, body: str) -> None:
    expanded = {codes.expand_upc_e(f"{system}{body}{check}") for check in range(10)} - {None}
    assert len(expanded) == 1
    upc_a = expanded.pop()
    assert upc_a is not None
    assert codes.is_gtin(upc_a)
    short = compress(upc_a)
    assert short is not None
    assert codes.expand_upc_e(short) == upc_a


@given(digits)
def test_candidates_begin_with_the_exact_code_and_repeat_nothing(code: str) -> None:
    found = codes.candidates(code)
    assert found[0] == code
    assert len(found) == len(set(found))


@given(digits)
def test_every_derived_candidate_is_valid_once_padded(code: str) -> None:
    assert all(codes.is_gtin(form.zfill(14)) for form in codes.candidates(code)[1:])


@given(gtins(12))
def test_upc_a_and_ean_13_find_each_other_next(upc_a: str) -> None:
    assert codes.candidates(upc_a)[1] == "0" + upc_a
    assert codes.candidates("0" + upc_a)[1] == upc_a


@given(gtins(13))
def test_a_padded_gtin_finds_the_shelf_code_and_back(ean: str) -> None:
    assert ean in codes.candidates("0" + ean)
    assert "0" + ean in codes.candidates(ean)


@given(st.integers(11, 12).flatmap(lambda length: gtins(length)))
def test_codes_that_lost_zeros_in_a_spreadsheet_are_found_by_the_label(stored: str) -> None:
    bare = stored.lstrip("0")
    if len(bare) >= 7:
        assert bare in codes.candidates(stored.zfill(13))
        assert bare in codes.candidates(stored.zfill(12))


def test_a_typed_code_without_its_zeros_finds_the_stored_one() -> None:
    assert "0054881000017" in codes.candidates("54881000017")
    assert "054881000017" in codes.candidates("54881000017")


@given(st.sampled_from("12345678"), gtins(13))
def test_an_outer_case_offers_its_item_last(indicator: str, ean: str) -> None:
    case = codes.closed(indicator + ean[:12])
    found = codes.candidates(case)
    assert found[0] == case
    assert ean in found[1:]
    assert codes.contained_item(case) == ean


def test_variable_cases_have_no_item_inside() -> None:
    assert codes.contained_item(codes.closed("9400638133393")) is None


@given(gtins(13))
def test_nothing_is_derived_from_a_wrong_check_digit(ean: str) -> None:
    wrong = ean[:-1] + str((int(ean[-1]) + 1) % 10)
    assert codes.candidates(wrong) == (wrong,)


def test_short_remains_never_become_article_numbers() -> None:
    assert codes.candidates(codes.closed("0000123")) == ("00001236", "0000000001236", "000000001236", "00000000001236")


def test_an_ean_8_is_not_taken_for_a_upc_e_unless_the_scanner_says_so() -> None:
    numbers = (f"{number:08d}" for number in range(1_000_000, 10_000_000))
    both = next(code for code in numbers if codes.is_gtin(code) and codes.expand_upc_e(code))
    expanded = codes.expand_upc_e(both)
    assert expanded in codes.candidates(both)
    assert "0" * 5 + both in codes.candidates(both)
    assert "0" * 5 + both not in codes.candidates(both, upc_e=True)
    assert codes.candidates(both, upc_e=True)[1] == expanded


@given(st.text())
def test_other_scripts_digits_are_no_digits(text: str) -> None:
    assert codes.is_digits(text) == (bool(text) and set(text) <= set("0123456789"))
    assert codes.candidates(text)[0] == text
