"""The label printer: where it is, what it speaks, how fine its head is, and the size of the labels in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.settings.choice_row import ChoiceRow
from desktop.ui.settings.settings_rows import SettingsState
from desktop.ui.settings.typed_row import TypedRow
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card

LANGUAGES = (("zpl", "ZPL"), ("tspl", "TSPL"), ("escpos", "ESC/POS"))
DOTS = ("203", "300", "600")
LABEL_SIZES = ("40x25", "58x40", "70x36")


class LabelCard(Card):
    """`saved(name, value)` when a setting is chosen or kept."""

    saved = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.printer, self.driver = TypedRow("label_printer"), ChoiceRow("label_driver")
        self.dpi, self.size_row = ChoiceRow("label_dpi"), ChoiceRow("label_size")
        for row in (self.printer, self.driver, self.dpi, self.size_row):
            self.body.addWidget(row)
        self.printer.saved.connect(self.saved)
        for choice in (self.driver, self.dpi, self.size_row):
            choice.chosen.connect(lambda name, value: self.saved.emit(name, value))
        self.retranslate()

    def show_state(self, state: SettingsState) -> None:
        """Show what is set."""
        for row in (self.printer, self.driver, self.dpi, self.size_row):
            row.show_state(state)
        for choice in (self.driver, self.dpi):
            choice.setVisible(bool(state.text("label_printer")))

    def retranslate(self) -> None:
        """Own words only."""
        self.set_heading(self.tr("Label printer"))
        hint = self.tr("As above: tcp:192.168.1.51 · queue:NAME. Empty: labels come from the receipt printer.")
        self.printer.set_words(self.tr("Address of the label printer"), hint)
        self.driver.set_words(self.tr("Language of the label printer"), LANGUAGES)
        self.dpi.set_words(self.tr("Dots per inch"), [(dots, dots) for dots in DOTS])
        self.size_row.set_words(self.tr("Labels in it, mm"), [(size, size.replace("x", " × ")) for size in LABEL_SIZES])

    def space(self) -> None:
        """Take the distances of the look in force."""
        self.body.setSpacing(active().px(10))
