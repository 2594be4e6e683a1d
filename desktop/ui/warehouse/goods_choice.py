"""One code on several goods: a key for each, answered by key, by touch or by a scan; any other scan goes on."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.warehouse.task_rows import Choice
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.text import Text

_KEYED = 9


class GoodsChoice(Card):
    """`chosen(int)` tells which of the goods it is."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._choice: Choice | None = None
        self._title = Text("", "strip", wrap=True)
        self._held = QWidget()
        self._column = QVBoxLayout(self._held)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.keys: list[Key] = []
        self.body.addWidget(Scrolled(self._title, self._held), 1)

    def show_choice(self, choice: Choice) -> None:
        """Ask which of these it is."""
        if choice is self._choice:
            return
        self._choice = choice
        for key in self.keys:
            self._column.removeWidget(key)
            key.hide()
            key.deleteLater()
        self.keys = [self._key(at, found.product.name, found.product.sku) for at, found in enumerate(choice.found)]
        self._column.setSpacing(active().mm(active().density.gap_mm))
        self.retranslate()

    def retranslate(self) -> None:
        """The question."""
        code = self._choice.code if self._choice else ""
        words = self.tr("{0} is on several goods. Which of these is it?") if code else self.tr("Which goods are these?")
        self._title.setText(words.replace("{0}", code))
        self._title.setVisible(bool(code))  # without one the strip says it already

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _key(self, at: int, name: str, sku: str) -> Key:
        key = Key(shortcut=f"Ctrl+{at + 1}" if at < _KEYED else "", cap="right")
        key.set_text(name, value=sku)
        key.clicked.connect(lambda: self.chosen.emit(at))
        self._column.addWidget(key)
        key.show()  # at once: its keyboard key must work with it
        return key
