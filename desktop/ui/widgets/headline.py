"""The sentence on top of a screen, with a quieter one beside it, or below where the width does not do."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.widgets.text import Text

_ANY = 16_777_215
"""As wide as a widget can be."""


class Headline(QWidget):
    """`say(title, detail)`; both wrap rather than being cut."""

    def __init__(self, role: str = "title", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.title, self.detail = Text("", role, wrap=True), Text("", "body", tone="muted", wrap=True)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.title)
        self._line.addWidget(self.detail, 1)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fit()

    def say(self, title: str, detail: str) -> None:
        """Say something else."""
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        theme, gap = active(), active().px(14)
        wide = theme.metrics(self._role).horizontalAdvance(self.title.text()) + theme.px(4)
        detail = theme.metrics("body").horizontalAdvance(self.detail.text()) + theme.px(4)
        beside = wide + gap + detail <= self.width()
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._line.setSpacing(gap if beside else theme.px(2))
        self.title.setMinimumWidth(wide if beside else 0)
        self.title.setMaximumWidth(wide if beside and self.detail.text() else _ANY)
        self.detail.setContentsMargins(0, 0, 0, theme.px(3) if beside else 0)
