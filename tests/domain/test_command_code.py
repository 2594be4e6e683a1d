"""Codes that press a key work at their own till only, and nothing on goods is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.command_code import KEYS, command_tag, command_text, read_command

TAG, OTHER = command_tag("t1"), command_tag("t2")


@pytest.mark.parametrize("key", [*KEYS.values(), "Ctrl+P", "Ctrl+D"])
def test_a_code_presses_its_key_at_its_own_till_only(key: str) -> None:
    text = command_text(TAG, key)
    assert read_command(text, TAG) == key
    assert read_command(b"]C0" + text.encode() + b"\r", TAG) == key
    assert read_command(text, OTHER) == ""


@given(st.one_of(st.text(max_size=40), st.from_regex(r"\A[0-9]{8,14}\Z"), st.binary(max_size=40)))
def test_nothing_else_presses_anything(raw: str | bytes) -> None:
    assert read_command(raw, TAG) == ""


def test_a_key_without_a_code_is_told() -> None:
    with pytest.raises(ValueError, match="no code presses Alt"):
        command_text(TAG, "Alt+F4")
