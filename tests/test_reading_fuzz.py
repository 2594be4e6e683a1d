from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.measured_codes import parse_rules
from desktop.domain.reading import SUSPICIONS, Reading
from desktop.domain.refusal import Refusal
from desktop.reading import MOST_CHARACTERS, read_code

RULES = parse_rules(["21IIIIIWWwwwC", "23IIIIIPPPppC -> item"])
aims = st.sampled_from(["", "]E0", "]E3", "]E4", "]E1", "]C0", "]C1", "]d1", "]d2", "]Q1", "]Q3", "]J1", "]e0", "]e1",
                        "]I0", "]I1", "]I3", "]A0", "]X0", "]Y3", "]", "]J"])  # fmt: skip
ais = st.sampled_from(["00", "01", "02", "10", "11", "15", "17", "21", "30", "37", "3103", "3109", "3922", "3932",
                       "8008", "91", "414", "7003", "395", "\x1d", "|]e0", "]E1", "https://a.b/01/"])  # fmt: skip
pieces = st.one_of(ais, st.text("0123456789", max_size=20), st.text(max_size=6), st.just("04006381333931"))
scans = st.builds(lambda aim, parts: aim + "".join(parts), aims, st.lists(pieces, max_size=6))


def check(raw: str | bytes) -> None:
    try:
        reading = read_code(raw, RULES)
    except Refusal:
        return
    assert isinstance(reading, Reading)
    assert reading.candidates
    assert len(set(reading.candidates)) == len(reading.candidates)
    assert reading.text in reading.candidates
    assert len(reading.text) <= MOST_CHARACTERS
    assert set(reading.suspicious) <= set(SUSPICIONS)


@given(st.one_of(st.text(), st.binary()))
def test_any_text_and_any_bytes(raw: str | bytes) -> None:
    check(raw)


@settings(max_examples=1500)
@given(scans)
def test_anything_like_a_scan(raw: str) -> None:
    check(raw)


@given(scans, st.sampled_from(["utf-8", "latin-1", "utf-16"]))
def test_anything_like_a_scan_as_bytes(raw: str, encoding: str) -> None:
    check(raw.encode(encoding, "replace"))
