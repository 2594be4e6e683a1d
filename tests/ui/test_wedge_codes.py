"""What a scan means: layouts, control characters, prefixes, settings."""

import pytest
from PySide6.QtCore import QEvent, Qt

from desktop.ui.physical_keys import Stroke, us_text
from desktop.ui.wedge import GROUP_SEPARATOR, WedgeSettings
from tests.ui.desk import ALT, CONTROL, KEYPAD, NONE, SHIFT, Desk


def test_group_separator_as_control_bracket(desk: Desk) -> None:
    desk.type("01046012345678931721")
    desk.key(Qt.Key.Key_BracketRight, GROUP_SEPARATOR, CONTROL)
    desk.type("10A12\r")
    assert desk.codes == [f"01046012345678931721{GROUP_SEPARATOR}10A12"]


def test_group_separator_at_the_start(desk: Desk) -> None:
    desk.key(Qt.Key.Key_BracketRight, GROUP_SEPARATOR, CONTROL)
    desk.type("0104601234567893\r")
    assert desk.codes == [f"{GROUP_SEPARATOR}0104601234567893"]


def alt_code(desk: Desk, digits: str) -> None:
    desk.now_ms += 2
    desk.send(QEvent.Type.KeyPress, Qt.Key.Key_Alt, "", ALT)
    for digit in digits:
        desk.now_ms += 2
        desk.key(ord(digit), "", ALT | KEYPAD)
    desk.send(QEvent.Type.KeyRelease, Qt.Key.Key_Alt, "")


@pytest.mark.parametrize("system_sends_it_too", [False, True])
def test_group_separator_as_alt_code(desk: Desk, system_sends_it_too: bool) -> None:
    desk.type("0104601234567893")
    alt_code(desk, "029")
    if system_sends_it_too:
        desk.send(QEvent.Type.KeyPress, 0, GROUP_SEPARATOR)
    desk.type("10A12\r")
    assert desk.codes == [f"0104601234567893{GROUP_SEPARATOR}10A12"]


def test_a_whole_code_in_alt_codes(desk: Desk) -> None:
    for char in "4601\x1d7":
        alt_code(desk, f"{ord(char):03}")
    desk.type("\r")
    assert desk.codes == ["4601\x1d7"]


def test_cyrillic_layout_by_key_position(desk: Desk) -> None:
    places = {"ъ": (27, "]"), "В": (40, "D"), "2": (11, "2"), "Ф": (38, "A"), ".": (61, "/"), "ю": (60, ".")}
    for char, (native, _) in places.items():
        desk.now_ms += 2
        desk.key(ord(char.upper()), char, SHIFT if char.isupper() else NONE, scan=native + 8 * (char == "ъ"))
    desk.type("\r")
    assert desk.codes == ["]D2A/."]


def test_cyrillic_layout_by_letter_when_the_system_tells_no_position(desk: Desk) -> None:
    desk.type("ъВ2ФИС-12ю5\r")
    assert desk.codes == ["]D2ABC-12.5"]


def test_latin_text_is_taken_as_it_is(desk: Desk) -> None:
    desk.now_ms += 1
    for char in "zy/1":  # a German keyboard and a scanner set up for it: positions say yz-1
        desk.now_ms += 2
        desk.key(ord(char.upper()), char, scan={"z": 29, "y": 52, "/": 16, "1": 10}[char])
    desk.type("\r")
    assert desk.codes == ["zy/1"]


def test_typing_cyrillic_stays_cyrillic(desk: Desk) -> None:
    desk.type("молоко", gap_ms=90)
    desk.pause()
    assert desk.field.text() == "молоко"


def test_prefix_and_suffix_are_cut(desk: Desk) -> None:
    desk.wedge.settings = WedgeSettings(prefix="~", suffix="#")
    desk.type("~460123#\r")
    assert desk.codes == ["460123"]
    assert desk.pressed == []


def test_a_prefix_does_not_count_as_code(desk: Desk) -> None:
    desk.wedge.settings = WedgeSettings(prefix="~~")
    desk.type("~~12", gap_ms=5)
    desk.pause()
    assert desk.codes == []
    assert desk.field.text() == "~~12"


def test_a_slow_scanner_needs_a_longer_interval(desk: Desk) -> None:
    desk.type("4601", gap_ms=80)
    desk.pause()
    assert (desk.codes, desk.field.text()) == ([], "4601")
    desk.wedge.settings = WedgeSettings(interval_ms=100)
    desk.type("4601\r", gap_ms=80)
    assert (desk.codes, desk.field.text()) == (["4601"], "4601")


@pytest.mark.parametrize("interval_ms", [0, 9, 101])
def test_intervals_out_of_range_are_refused(interval_ms: int) -> None:
    with pytest.raises(ValueError, match="10 to 100 ms"):
        WedgeSettings(interval_ms=interval_ms)


def test_a_huge_code_is_cut_and_the_next_one_is_whole(desk: Desk) -> None:
    desk.type("9" * 5000 + "\r", gap_ms=1)
    desk.type("4601234567893\r")
    assert [len(code) for code in desk.codes] == [4096, 13]


def test_the_scanner_test_sees_speed_and_closing(desk: Desk) -> None:
    desk.type("ФИС1\r", gap_ms=8)
    last = desk.wedge.last
    assert last is not None
    assert (last.code, last.raw, last.closing) == ("ABC1", "ФИС1", "\r")
    assert 6 <= last.ms_per_char <= 9


US = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю"
FIRST_CODES = ((16, 12), (30, 11), (44, 9))
SCAN_CODES = [first + at for first, length in FIRST_CODES for at in range(length)]


def test_every_letter_key_comes_back_by_place_and_by_letter() -> None:
    for letters in (RUSSIAN, RUSSIAN.upper()):
        expected = US if letters.islower() else 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>'
        shift = letters.isupper()
        placed = [Stroke(char, code, shift) for char, code in zip(letters, SCAN_CODES, strict=True)]
        assert us_text(placed) == expected
        assert us_text([Stroke(char) for char in letters]) == expected


def test_caps_lock_moves_letters_only() -> None:
    caps = [Stroke("Ф", 30), Stroke("1", 2), Stroke("Х", 26)]
    assert us_text(caps)[:2] == "A1"


def test_forced_places_serve_codes_without_letters() -> None:
    strokes = [Stroke("1", 2), Stroke(".", 53), Stroke("7", 71, keypad=True)]
    assert us_text(strokes) == "1.7"
    assert us_text(strokes, "us") == "1/7"
    assert us_text([Stroke("ф", 30)], "text") == "ф"
