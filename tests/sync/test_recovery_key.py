import pytest

from sync.wire.recovery_key import read_key, spell_key

KEY = bytes(range(100, 132))


def test_a_key_is_read_as_it_was_written_down() -> None:
    spelt = spell_key(KEY)
    assert len(spelt.split("-")) == 14
    assert read_key(spelt) == KEY
    assert read_key(spelt.lower().replace("-", " ").replace("o", "0").replace("i", "1")) == KEY


@pytest.mark.parametrize("at", [0, 20, 52, 68])
def test_a_wrong_letter_is_noticed(at: int) -> None:
    spelt = spell_key(KEY)
    wrong = "A" if spelt[at] != "A" else "C"
    assert read_key(spelt[:at] + wrong + spelt[at + 1 :]) is None


@pytest.mark.parametrize("typed", ["", "ABCD", "Ключ", spell_key(KEY)[:-1]])
def test_what_is_no_key_is_none(typed: str) -> None:
    assert read_key(typed) is None
