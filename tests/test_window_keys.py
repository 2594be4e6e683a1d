"""Keys that cannot be keep no till from opening."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.keymap import chosen_key, use_keys
from desktop.window import _take_keys


@pytest.fixture(autouse=True)
def own_keys(qapp: QApplication) -> Iterator[None]:
    yield
    use_keys("")


def test_keys_that_cannot_be_are_told_and_the_usual_ones_hold() -> None:
    assert _take_keys("F9=F10, F10=F9") is None
    refusal = _take_keys("F9=Nonsense")
    assert refusal is not None
    assert (refusal.code, chosen_key("F9")) == ("settings.keys", "F9")
