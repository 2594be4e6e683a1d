"""A sheet with what is kept of a customer, field by field; it stays until what is typed will do."""

from typing import Protocol

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.customer.form import CustomerForm
from desktop.ui.widgets.sheet import Sheet


class ReadsCards(Protocol):
    """Who knows what a scanned card says."""

    def read_card(self, code: str | bytes) -> str:
        """Give it; nothing for what is no code."""


class CustomerSheet(Sheet):
    """Made of by new and changed customers: a card that is scanned meanwhile is theirs."""

    def __init__(self, host: QWidget, cards: ReadsCards, form: CustomerForm) -> None:
        super().__init__(host, width_mm=165.0)
        self._cards, self.form = cards, form
        self.body.addWidget(form, 1)
        form.wanted.connect(self._tell)

    def take_card(self, code: str | bytes) -> bool:
        """Take a scan as the card's; false while the sheet is shut."""
        if self.isHidden():
            return False
        self.form.fields["card"].set_value(self._cards.read_card(code))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts; nothing that is pressed here is typed into the till below."""
        super().keyPressEvent(event)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _tell(self) -> None:
        """Hand over what was typed."""
        raise NotImplementedError

    def _say(self) -> None:
        """Say the words of the sheet."""
        raise NotImplementedError
