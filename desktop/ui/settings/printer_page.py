"""Printer and drawer: where it is, how wide its paper, and a test that tells what is known and what is not."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.language import LANGUAGES
from desktop.ui.settings.choice_row import ChoiceRow, locked_words
from desktop.ui.settings.label_card import LabelCard
from desktop.ui.settings.page import Page
from desktop.ui.settings.settings_rows import DeviceAnswer, SettingsState
from desktop.ui.settings.typed_row import TypedRow
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.strip import Strip
from desktop.ui.widgets.text import Text
from desktop.ui.words import fault_words, refusal_text

COLUMNS = (32, 42, 48)
PAGES = ("cp866", "cp1251", "cp437", "cp858", "cp1252")
DRAWN = "raster"
USUAL = "epson"
FAMILIES = (USUAL, "citizen", "kefar", "rongta", "star", "wincor", "zjiang")
"""Printers number their pages by maker (`desktop.paper.escpos.PROFILES`)."""


class PrinterPage(Page):
    """`print_asked()`, `drawer_asked()`; an address that was typed is kept before it is tested."""

    print_asked = Signal()
    drawer_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper, self._test, self.labels = Card(), Card(), LabelCard()
        self.address = Field()
        self.keep = Key(size="control")
        self.columns, self.page = ChoiceRow("printer_columns"), ChoiceRow("printer_code_page")
        self.family = ChoiceRow("printer_code_page")
        self.language, self.folder = ChoiceRow("receipt_language"), TypedRow("receipt_folder")
        self.print, self.drawer, self.strip = Key(icon="printer"), Key(), Strip()
        self._hint, self._line = Text("", "body", tone="muted", wrap=True), QHBoxLayout()
        self._lay_out()
        self.address.submitted.connect(lambda _: self._save())
        self.address.edited.connect(lambda _: self._say_keep())
        self.keep.clicked.connect(lambda: self._save())
        self.columns.chosen.connect(lambda name, value: self.saved.emit(name, int(value)))
        self.page.chosen.connect(lambda name, value: self.saved.emit(name, self._page_setting(page=value)))
        self.family.chosen.connect(lambda name, value: self.saved.emit(name, self._page_setting(family=value)))
        self.language.chosen.connect(lambda name, value: self.saved.emit(name, value))
        self.folder.saved.connect(self.saved)
        self.labels.saved.connect(self.saved)
        self.print.clicked.connect(lambda: self._test_with(self.print_asked.emit))
        self.drawer.clicked.connect(lambda: self._test_with(self.drawer_asked.emit))
        self.retranslate()

    def show_state(self, state: SettingsState) -> None:
        """Show how it is set, what is wrong with that, and what the last test said."""
        came = state.text("printer") != self.state.text("printer") or not self.state.values
        super().show_state(state)
        if came:
            self.address.set_value(state.text("printer"))
        refusal = state.refusal
        if refusal and refusal.field == "printer":
            self.address.refuse(refusal_text(refusal))
        else:
            self.address.clear_refusal()
        for row in (self.columns, self.page, self.language, self.folder):
            row.show_state(state)
        self.labels.show_state(state)
        self._show_page(state)
        locked = state.locked.get("printer", "")
        self.address.edit.setEnabled(not locked)
        self._name_address(locked)
        self._say_keep()
        has_printer = bool(state.text("printer") or self.address.value())
        self.print.setEnabled(has_printer and not state.testing)
        self.drawer.setEnabled(has_printer and not state.testing)
        self._tell_answer(state)

    def retranslate(self) -> None:
        """Say everything again."""
        self._paper.set_heading(self.tr("Printer"))
        self._test.set_heading(self.tr("Test"))
        self.keep.set_text(self.tr("Keep"), name=self.tr("Keep the address"))
        self.columns.set_words(self.tr("Letters in a line"), [(str(columns), str(columns)) for columns in COLUMNS])
        pages = [(page, page) for page in PAGES] + [(DRAWN, self.tr("drawn"))]
        self.page.set_words(self.tr("Letters the printer knows; drawn ones work on every printer"), pages)
        self.family.set_words(self.tr("Maker of the printer"), [(name, name.capitalize()) for name in FAMILIES])
        self.language.set_words(
            self.tr("Language of receipts"), [("", self.tr("As on the screen")), *LANGUAGES.items()]
        )
        self.folder.set_words(
            self.tr("Folder for receipts as PDF"), self.tr("Empty: none are kept beside those on paper.")
        )
        self.print.set_text(self.tr("Print a test"))
        self.drawer.set_text(self.tr("Open the drawer"))
        hint = self.tr("The drawer hangs on the printer. A test slip is no sale; opening the drawer is on record.")
        self._hint.setText(hint)
        self.labels.retranslate()
        super().retranslate()

    def _page_setting(self, page: str = "", family: str = "") -> str:
        now, _, its_family = self.state.text("printer_code_page").partition(":")
        page, family = page or now, family or its_family or USUAL
        return page if page == DRAWN or family == USUAL or family.isdigit() else f"{page}:{family}"

    def _show_page(self, state: SettingsState) -> None:
        page, _, family = state.text("printer_code_page").partition(":")
        self.family.show_state(state)
        if page in (*PAGES, DRAWN):
            self.page.segments.choose(page)
        if (family or USUAL) in FAMILIES:
            self.family.segments.choose(family or USUAL)
        self.family.setVisible(page != DRAWN)

    def space(self) -> None:
        """Take the distances of the look in force."""
        super().space()
        if hasattr(self, "_line"):
            self._paper.body.setSpacing(active().px(10))
            self._test.body.setSpacing(active().px(12))
            self.labels.space()
            self._line.setSpacing(active().mm(active().density.gap_mm))

    def _name_address(self, locked: str) -> None:
        hint = self.tr("tcp:192.168.1.50 · serial:COM3 · queue:NAME · file:/dev/usb/lp0 · empty without a printer")
        self.address.set_label(self.tr("Address"), locked_words(locked) or hint)

    def _say_keep(self) -> None:
        typed = self.address.value() != self.state.text("printer")
        self.keep.setEnabled(typed and "printer" not in self.state.locked)

    def _save(self) -> None:
        self.saved.emit("printer", self.address.value())

    def _test_with(self, ask: Callable[[], None]) -> None:
        if self.keep.isEnabled():
            self._save()
        if not self.address.refusal():
            ask()

    def _tell_answer(self, state: SettingsState) -> None:
        if state.testing:
            self.strip.show_notice("info", self.tr("Asking the printer…"))
        elif state.answer is None:
            self.strip.clear()
        else:
            kind, words = self._answer(state.answer)
            self.strip.show_notice("ok" if kind == "ok" else "warn", words)

    def _answer(self, answer: DeviceAnswer) -> tuple[str, str]:
        if answer.fault is not None:
            title, _, remedy = fault_words(answer.fault)
            return "warn", f"{title}. {remedy}"
        if answer.state == "confirmed":
            return "ok", self.tr("The printer says that it is done.")
        if answer.what == "drawer":
            return "ok", self.tr("The drawer was told to open. Did it?")
        return "ok", self.tr("Sent. This printer does not say whether it printed: look at the paper.")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.address, 1)
        self._paper.body.addLayout(head)
        self._paper.body.addWidget(self.keep)
        for row in (self.columns, self.page, self.family, self.language, self.folder):
            self._paper.body.addWidget(row)
        self._test.body.addWidget(self._hint)
        self._line.addWidget(self.print, 1)
        self._line.addWidget(self.drawer, 1)
        self._test.body.addLayout(self._line)
        self._test.body.addWidget(self.strip)
        self.left.addWidget(self._paper)
        self.left.addStretch(1)
        self.right.addWidget(self._test)
        self.right.addWidget(self.labels)
        self.right.addStretch(1)
        self.space()
