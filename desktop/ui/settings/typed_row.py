"""One setting that is typed: its field, a key that keeps what was changed, and why it cannot be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.settings.choice_row import locked_words
from desktop.ui.settings.settings_rows import SettingsState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.panel import Panel
from desktop.ui.words import refusal_text


class TypedRow(Panel):
    """`saved(name, value)` when a person keeps what is typed."""

    saved = Signal(str, object)

    def __init__(self, setting: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting, self._kept, self._hint = setting, "", ""
        self.field, self.keep = Field(), Key(size="control")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.field)
        self._column.addWidget(self.keep)
        self.field.edited.connect(lambda _: self._show_keep())
        self.field.submitted.connect(lambda _: self._save())
        self.keep.clicked.connect(lambda: self._save())
        self.keep.hide()
        self._space()

    def set_words(self, label: str, hint: str) -> None:
        """Name the setting, and say how it is written."""
        self._hint = hint
        self.field.set_label(label, hint)
        self.keep.set_text(self.tr("Keep"), name=self.tr("Keep: {0}").replace("{0}", label))

    def show_state(self, state: SettingsState) -> None:
        """Show the value in force; what is being typed stays until another value is."""
        value = state.text(self.setting)
        if value != self._kept:
            self._kept = value
            self.field.set_value(value)
        refusal, where = state.refusal, state.locked.get(self.setting, "")
        if refusal and refusal.field == self.setting:
            self.field.refuse(refusal_text(refusal))
        else:
            self.field.clear_refusal()
        self.field.edit.setEnabled(not where)
        self.field.set_label(self.field.edit.accessibleName(), locked_words(where) or self._hint)
        self._show_keep()

    def _show_keep(self) -> None:
        self.keep.setVisible(self.field.value() != self._kept)

    def _save(self) -> None:
        if self.field.value() != self._kept:
            self.saved.emit(self.setting, self.field.value())

    def _space(self) -> None:
        self._column.setSpacing(active().px(4))
