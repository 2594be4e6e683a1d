"""A field of a form: its name above, what is wrong with it below."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme.icons import icon
from desktop.ui.theme.theme import active
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text, repolish


class Field(Panel):
    """One value typed by hand. `edited(str)` on each change, `submitted(str)` on Enter.

    `secret` hides a PIN or a token; pasting stays allowed."""

    edited = Signal(str)
    submitted = Signal(str)

    def __init__(
        self,
        label: str = "",
        *,
        hint: str = "",
        secret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self._label, self._hint_text = Text(label, "quiet", wrap=True), hint
        self._label.setBuddy(self.edit)
        self._mark, self._below = QLabel(), Text(hint, "label", wrap=True)
        self._mark.hide()
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.textEdited.connect(self._on_edit)
        self.edit.returnPressed.connect(lambda: self.submitted.emit(self.edit.text()))
        self._lay_out()
        self._space()
        self.set_label(label, hint)

    def set_label(self, label: str, hint: str = "") -> None:
        """Words above and, quietly, below."""
        self._label.setText(label)
        self.edit.setAccessibleName(label)
        self._hint_text = hint
        if not self.refusal():
            self._below.setText(hint)

    def value(self) -> str:
        """What is typed, without spaces around it."""
        return self.edit.text().strip()

    def set_value(self, text: str) -> None:
        """Show a value; a refusal of the old one goes."""
        self.edit.setText(text)
        self.clear_refusal()

    def refuse(self, text: str) -> None:
        """Say under the field why its value does not do, and how it would."""
        self._show_below(text, refused=True)

    def clear_refusal(self) -> None:
        """All is well again."""
        if self.refusal():
            self._show_below(self._hint_text, refused=False)

    def refusal(self) -> str:
        """The words of the refusal, or empty."""
        return self._below.text() if self.edit.property("refused") else ""

    def _on_edit(self, text: str) -> None:
        self.clear_refusal()
        self.edited.emit(text)

    def _show_below(self, text: str, *, refused: bool) -> None:
        self.edit.setProperty("refused", refused)
        self.edit.setAccessibleDescription(text if refused else "")
        self._below.setText(text)
        self._below.set_tone("danger" if refused else "")
        self._mark.setVisible(refused)
        repolish(self.edit)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        below = QHBoxLayout()
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._below, 1)
        column.addWidget(self._label)
        column.addWidget(self.edit)
        column.addLayout(below)

    def _space(self) -> None:
        theme = active()
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.px(4))
        self.edit.setMinimumHeight(
            max(theme.mm(theme.density.control_mm), theme.metrics("body").height() + theme.px(14))
        )
        side = theme.px(16)
        self._mark.setPixmap(icon("circle-alert", "danger").pixmap(QSize(side, side), self.devicePixelRatioF()))
        self._below.setMinimumHeight(max(side, theme.metrics("label").height()))
