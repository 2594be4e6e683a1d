"""One setting with a few values: its name, the values as keys, and a quiet line below."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.settings.settings_rows import SettingsState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.text import Text


class ChoiceRow(Panel):
    """`chosen(name, value)` when a person picks a value of the setting `name`; values are told as text."""

    chosen = Signal(str, str)

    def __init__(self, setting: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self._label, self._below = Text("", "quiet"), Text("", "label", wrap=True)
        self.segments = Segments()
        self._options: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._label, self.segments, self._below):
            self._column.addWidget(widget)
        self.segments.chosen.connect(lambda value: self.chosen.emit(self.setting, value))
        self._space()

    def set_words(self, label: str, options: Sequence[tuple[str, str]]) -> None:
        """Name the setting and its values."""
        self._label.setText(label)
        self.segments.setAccessibleName(label)
        self.segments.set_options(options)
        self._options = tuple(key for key, _ in options)

    def show_state(self, state: SettingsState) -> None:
        """Mark the value in force; what IT has set elsewhere is shown and stays."""
        value = state.text(self.setting)
        if value in self._options:
            self.segments.choose(value)
        else:
            self.segments.choose_none()
        where = state.locked.get(self.setting, "")
        self.segments.setEnabled(not where)
        self._below.setText(locked_words(where))
        self._below.setVisible(bool(where))

    def _space(self) -> None:
        self._column.setSpacing(active().px(4))


def locked_words(where: str) -> str:
    """Why a setting cannot be changed here."""
    if not where:
        return ""
    return QCoreApplication.translate("Settings", "Set by your administrator ({0})").replace("{0}", where)
