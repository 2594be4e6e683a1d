"""A till that cannot start says why in a window."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.faults import Fault
from desktop.ui.language import install_language
from desktop.ui.no_start import NoStart, show_until_read
from desktop.ui.words import fault_words

NEWER = Fault("store.newer", "The database is of a newer version", "journal.db", "Install the newer program.")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_it_says_what_is_wrong_and_what_helps(qtbot: QtBot, qapp: QApplication, language: str) -> None:
    install_language(qapp, language)  # type: ignore[arg-type]
    window = NoStart(NEWER)
    qtbot.addWidget(window)
    window.show()
    title, message, remedy = fault_words(NEWER)
    assert (window.told._title.text(), window.told._text.text()) == (title, f"{message}\n\n{remedy}")
    with qtbot.waitSignal(window.closing):
        window.told._key.click()
    install_language(qapp, "en")


async def test_nobody_waits_for_a_person_where_there_is_no_screen() -> None:
    await show_until_read(NEWER)
