"""All languages are complete, level with the sources, and switch in an open window."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.ui.language import LANGUAGES, install_language, next_language
from desktop.ui.widgets.ticket_table import TicketTable
from desktop.ui.widgets.undo_chip import UndoChip
from resources.files import resource
from resources.translations import update
from resources.translations.collecting import texts_of


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    install_language(qapp, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_left_untranslated(language: str) -> None:
    left = update.unfinished(resource("translations", f"{language}.ts"))
    assert left == {}, "see resources/translations/update.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_level_with_the_sources(tmp_path: Path, language: str) -> None:
    kept, fresh = resource("translations", f"{language}.ts"), tmp_path / f"{language}.ts"
    fresh.write_bytes(kept.read_bytes())
    update.collect(fresh, language)
    assert fresh.read_text("utf-8") == kept.read_text("utf-8"), "run resources/translations/update.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_level_with_its_source(tmp_path: Path, language: str) -> None:
    update.compile_to(resource("translations", f"{language}.ts"), tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == resource("translations", f"{language}.qm").read_bytes()


def test_switching_reaches_open_widgets_and_back(qapp: QApplication, qtbot: QtBot) -> None:
    table = TicketTable()
    qtbot.addWidget(table)
    install_language(qapp, "ru")
    qapp.processEvents()
    assert table._head.titles == ("№", "Товар", "Кол-во", "Цена", "Сумма")
    install_language(qapp, "en")
    qapp.processEvents()
    assert table._head.titles == ("No.", "Item", "Qty", "Price", "Sum")


def test_numbers_and_qts_own_words_follow(qapp: QApplication, qtbot: QtBot) -> None:
    install_language(qapp, "ru")
    assert QLocale().decimalPoint() == ","
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.buttons()[0].text() == "Отмена"


def test_the_chip_speaks_russian(qapp: QApplication, qtbot: QtBot) -> None:
    install_language(qapp, "ru")
    chip = UndoChip()
    qtbot.addWidget(chip)
    chip.offer("Удалено: Яйца")
    assert chip.accessibleName() == "Удалено: Яйца. Вернуть"


def test_the_next_language_comes_round(qapp: QApplication) -> None:
    seen = []
    for _ in LANGUAGES:
        seen.append(next_language())
        install_language(qapp, seen[-1])
    assert seen == ["ru", "de", "en"]


def test_a_language_that_is_not_shipped_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="en, ru"):
        install_language(qapp, "xx")  # type: ignore[arg-type]


def test_texts_for_a_translator_go_in_and_unknown_ones_are_told(tmp_path: Path) -> None:
    file = tmp_path / "ru.ts"
    file.write_bytes(resource("translations", "ru.ts").read_bytes())
    unused = update.fill(file, {"UndoChip": {"Undo": "Назад", "Nothing of the kind": "?"}})
    assert unused == ["UndoChip: Nothing of the kind"]
    assert "Назад" in file.read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_keeps_what_is_filled_in_later(language: str) -> None:
    marks = re.compile(r"\{\w*\}|%n")
    for context, message in update.messages(resource("translations", f"{language}.ts")):
        source = message.findtext("source", "")
        translation = message.find("translation")
        assert translation is not None
        if translation.get("type") == "unfinished":
            continue
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        for form in forms:
            assert sorted(marks.findall(form)) == sorted(marks.findall(source)), (context, source, form)


def test_plurals_are_collected_whatever_the_number_is(tmp_path: Path) -> None:
    file = tmp_path / "view.py"
    file.write_text(
        "class View:\n"
        "    def show(self, state):\n"
        '        self.tr("%n item(s)", "", state.count)\n'
        '        QCoreApplication.translate("Sync", "%n waiting", "", state.unsent // 2)\n'
        '        translate("Sync", "One" " text")\n'
        "        self.tr(state.text)\n",
        encoding="utf-8",
    )
    assert texts_of([file]) == [
        ("Sync", "%n waiting", "", True),
        ("Sync", "One text", "", False),
        ("View", "%n item(s)", "", True),
    ]
