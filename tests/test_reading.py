import subprocess
import sys
from datetime import date

import pytest

from desktop.domain.codes import closed
from desktop.domain.measured_codes import parse_rules
from desktop.domain.reading import SUSPICIONS
from desktop.domain.refusal import Refusal
from desktop.reading import read_code

GS = "\x1d"
EAN = "4006381333931"
GTIN = "04006381333931"
RULES = parse_rules(["21IIIIIWWwwwC", "23IIIIIPPPppC -> item", "22IIIIIQQQQQC", "02IIIIIWWwwwC -> item"])


@pytest.mark.parametrize("raw", [EAN, EAN.encode(), f"]E0{EAN}", f"{EAN}\r\n", f" {EAN}\t"])
def test_an_ean_13_reads_the_same_however_it_arrives(raw: str | bytes) -> None:
    reading = read_code(raw)
    assert (reading.text, reading.gtin, reading.candidates[0]) == (EAN, GTIN, EAN)
    assert reading.suspicious == ()


def test_upc_a_and_ean_13_have_one_gtin() -> None:
    assert read_code("036000291452").gtin == read_code("]E00036000291452").gtin == "00036000291452"
    assert "036000291452" in read_code("]E00036000291452").candidates


def test_ean_8_and_upc_e_are_told_apart_by_the_identifier() -> None:
    assert read_code("]E496385074").gtin == "00000096385074"
    upc_e = read_code("]E004252614")
    assert upc_e.gtin == "00042100005264"
    assert upc_e.candidates[:2] == ("04252614", "042100005264")
    assert read_code("04252614").gtin == "00042100005264"


def test_lost_leading_zeros_are_put_back() -> None:
    assert "0054881000017" in read_code("54881000017").candidates
    assert "54881000017" in read_code("]E00054881000017").candidates


def test_a_wrong_check_digit_still_finds_the_stored_code_but_is_told() -> None:
    reading = read_code("]E04006381333932")
    assert (reading.gtin, reading.candidates) == (None, ("4006381333932",))
    assert reading.suspicious == ("check_digit",)


@pytest.mark.parametrize("raw", [f"]E3{EAN}12", f"]E0{EAN}]E112", closed("977147396501") + "12"])
def test_a_two_digit_add_on_is_split_off(raw: str) -> None:
    reading = read_code(raw)
    assert reading.add_on == "12"
    assert reading.gtin is not None
    assert reading.gtin.lstrip("0") in reading.candidates


def test_a_five_digit_add_on_and_one_on_upc() -> None:
    assert read_code(f"]E3{EAN}51299").add_on == "51299"
    reading = read_code("]E303600029145202")
    assert (reading.gtin, reading.add_on) == ("00036000291452", "02")
    assert read_code("]E203600").suspicious == ("add_on_alone",)


def test_fifteen_digits_without_an_identifier_are_no_add_on_unless_a_magazine() -> None:
    assert read_code(f"{EAN}12").candidates == (f"{EAN}12",)


def test_itf_with_without_and_with_a_stripped_check_digit() -> None:
    case = closed("1400638133393")
    for raw in (f"]I1{case}", f"]I0{case}", f"]I3{case[:-1]}", case):
        reading = read_code(raw)
        assert reading.gtin == case
        assert reading.is_outer_case
        assert EAN in reading.candidates
    assert read_code(f"]I3{case[:-1]}").candidates[0] == case
    assert not read_code(f"]I1{GTIN}").is_outer_case
    assert sorted(set(read_code("]I300000000").candidates)) == sorted(read_code("]I300000000").candidates)


@pytest.mark.parametrize("symbology", ["]C1", "]d2", "]Q3", "]J1", "]e0"])
def test_a_gs1_message_in_every_symbol_that_carries_one(symbology: str) -> None:
    reading = read_code(f"{symbology}01{GTIN}17270800" + f"10LOT-7{GS}37{GS}"[:7] + f"{GS}21S1{GS}3712")
    assert (reading.gtin, reading.lot, reading.serial, reading.count) == (GTIN, "LOT-7", "S1", 12)
    assert reading.expiry == date(2027, 8, 31)
    assert reading.candidates[:2] == (GTIN, EAN)
    assert reading.suspicious == ()


def test_weights_and_prices_of_gs1_elements() -> None:
    reading = read_code(f"]e001{closed('9400638133393')}3103001234{'3922'}1299")
    assert (reading.quantity_milli, reading.unit, reading.amount_e4) == (1234, "kg", 129_900)
    euros = read_code(f"]C101{GTIN}3105001235393297812345")
    assert (euros.quantity_milli, euros.amount_e4, euros.currency) == (12, 1_234_500, "978")
    assert euros.suspicious == ("measure_rounded",)


def test_a_logistic_unit_names_itself_and_its_content() -> None:
    sscc = closed("34012345000000000")
    reading = read_code(f"]C100{sscc}02{GTIN}3748")
    assert (reading.sscc, reading.content_gtin, reading.count, reading.gtin) == (sscc, GTIN, 48, None)
    assert reading.candidates[0] == sscc
    assert read_code(sscc).sscc == sscc
    assert read_code(f"00{sscc}").sscc == sscc
    assert read_code(f"]C100{sscc[:-1]}9").suspicious == ("check_digit",)


def test_a_marking_code_keeps_its_separators_in_the_text() -> None:
    data = f"01{GTIN}215Qbag!w*R!vTp{GS}93dGVz"
    reading = read_code(f"]d2{data}")
    assert (reading.text, reading.gtin, reading.serial) == (data, GTIN, "5Qbag!w*R!vTp")
    assert read_code(GS + data).serial == "5Qbag!w*R!vTp"


@pytest.mark.parametrize("data", [f"01{GTIN}10LOT-73712", f"01{GTIN}10A7717270831", f"01{GTIN}215Qbag!w*R!vTp93dGVz"])
def test_a_missing_separator_is_noticed(data: str) -> None:
    assert read_code(f"]C1{data}").suspicious == ("separator_missing",)


@pytest.mark.parametrize("lot", ["LOT-7", "A1720", "20270831", "3712", "B12"])
def test_ordinary_lots_are_not_suspected(lot: str) -> None:
    reading = read_code(f"]C101{GTIN}10{lot}")
    assert (reading.lot, reading.suspicious) == (lot, ())


def test_a_separator_elsewhere_clears_the_scanner() -> None:
    assert read_code(f"]C121S-1{GS}10LOT-73712").suspicious == ()


def test_a_field_longer_than_its_standard_ran_into_the_next() -> None:
    assert "separator_missing" in read_code(f"]C110{'A' * 20}21S").suspicious


def test_a_separator_sent_as_text_is_read_and_told() -> None:
    reading = read_code(f"]C110LOT-7<GS>01{GTIN}")
    assert (reading.lot, reading.gtin, reading.suspicious) == ("LOT-7", GTIN, ("separator_as_text",))


def test_a_wrong_check_digit_inside_an_element_string() -> None:
    reading = read_code("]C10104006381333932")
    assert reading.gtin is None
    assert reading.candidates == ("04006381333932", "4006381333932", "0104006381333932")
    assert reading.suspicious == ("check_digit",)


def test_fields_before_a_malformed_one_are_kept() -> None:
    reading = read_code(f"]C101{GTIN}1727023110L")
    assert (reading.gtin, reading.expiry, reading.lot) == (GTIN, None, "L")
    assert reading.suspicious == ("field_malformed",)
    for rest in ("17271315", "10", "30", "3103001", "05", "no field"):
        assert read_code(f"]C101{GTIN}{rest}").suspicious == ("field_malformed",)
    assert read_code("]C1nonsense").candidates == ("nonsense",)


def test_a_repeated_field_with_another_value_is_told() -> None:
    reading = read_code(f"]C110A{GS}10B")
    assert (reading.lot, reading.suspicious) == ("A", ("field_repeated",))


@pytest.mark.parametrize("symbology", ["", "]Q3", "]Q1", "]d1", "]d2", "]z0"])
def test_a_digital_link_in_any_square_code(symbology: str) -> None:
    uri = f"https://shop.example/01/{GTIN}/10/LOT-7?17=270831"
    reading = read_code(symbology + uri)
    assert (reading.gtin, reading.lot, reading.expiry) == (GTIN, "LOT-7", date(2027, 8, 31))
    assert reading.text == uri
    assert EAN in reading.candidates


@pytest.mark.parametrize("uri", ["https://shop.example/menu", "http://[", "https://", "http://x/01/abc"])
def test_other_links_are_texts(uri: str) -> None:
    assert read_code(f"]Q1{uri}").candidates == (uri,)


@pytest.mark.parametrize("data", [GS + f"01{GTIN}", f"01{GTIN}10A"])
def test_a_gs1_message_in_the_wrong_symbol_is_not_believed(data: str) -> None:
    reading = read_code(f"]d1{data}")
    assert (reading.gtin, reading.candidates, reading.suspicious) == (None, (data,), ("wrong_symbol",))


def test_without_an_identifier_a_whole_gs1_message_is_guessed_after_its_text() -> None:
    data = f"01{GTIN}10LOT"
    reading = read_code(data)
    assert (reading.gtin, reading.lot, reading.candidates[0]) == (GTIN, "LOT", data)
    assert read_code("01-SHELF-7").candidates == ("01-SHELF-7",)
    assert read_code(f"01{GTIN}~").gtin is None
    assert read_code(f"01{GTIN}").gtin == GTIN


def test_code_128_and_code_39_texts_stay_texts() -> None:
    assert read_code("]C0PLACE-A-01").candidates == ("PLACE-A-01",)
    assert read_code("]A0ABC").symbology == "]A0"
    assert read_code(f"]C0{EAN}").gtin == GTIN


@pytest.mark.parametrize("raw", [f"]E0{EAN}|]e01727083110LOT", f"]e001{GTIN}|]e01727083110LOT"])
def test_a_composite_adds_its_fields(raw: str) -> None:
    reading = read_code(raw)
    assert (reading.gtin, reading.lot, reading.expiry) == (GTIN, "LOT", date(2027, 8, 31))
    assert EAN in reading.candidates


def test_shop_codes_carry_weight_price_and_pieces() -> None:
    weighed = read_code(closed("211234501500"), RULES)
    assert (weighed.quantity_milli, weighed.unit, weighed.gtin) == (1500, "kg", None)
    assert weighed.candidates[:2] == (closed("211234501500"), closed("211234500000"))
    priced = read_code("]E0" + closed("231234501299"), RULES)
    assert (priced.amount_e4, priced.unit, priced.candidates[1]) == (129_900, None, "12345")
    assert read_code(closed("221234500012"), RULES).unit == "pcs"
    assert read_code(closed("21234501500"), RULES).candidates[1] == "12345"


def test_rules_do_not_touch_codes_in_other_symbols() -> None:
    assert read_code("]C0" + closed("211234501500"), RULES).quantity_milli is None


def test_texts_of_qr_codes_are_utf_8_and_of_code_128_latin_1() -> None:
    assert read_code("]Q1Полка 7".encode()).text == "Полка 7"
    assert read_code(b"]C0Regal-\xfc").text == "Regal-ü"


@pytest.mark.parametrize(
    "raw",
    [
        "",
        b"",
        " \r\n",
        "]",
        "]J",
        "]J1",
        "]E0",
        "]z0",
        "]C1" + GS,
        GS,
        "]é0123",
        "]]]",
        "A\x00B",
        "\x7f",
        "\ud800",
        "9" * 4097,
    ],
)
def test_what_is_no_code_is_refused_with_its_beginning(raw: str | bytes) -> None:
    with pytest.raises(Refusal) as refused:
        read_code(raw)
    assert refused.value.code == "scan.malformed"
    assert len(str(refused.value.facts["beginning"])) <= 24
    assert refused.value.facts["length"] == len(raw.strip(" \r\n") if isinstance(raw, str) else raw)


def test_plain_digits_and_shop_codes_do_not_load_the_gs1_parser() -> None:
    script = (
        "import sys; from desktop.reading import read_code, warm_up\n"
        "for raw in ('4006381333931', ']E04006381333931', ']I114006381333938', ']C0SHELF', '036000291452'):\n"
        "    read_code(raw)\n"
        "assert 'biip' not in sys.modules; warm_up(); assert 'biip' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=30)


def test_every_suspicion_is_explained() -> None:
    assert all(text.endswith(".") for text in SUSPICIONS.values())
