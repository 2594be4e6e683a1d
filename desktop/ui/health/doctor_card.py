"""The sync doctor's card: what is in the way, what to do about it, and when the till tries again by itself."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.health.doctor_words import Finding
from desktop.ui.theme.icons import icon
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Text

_ICONS = {"warn": "triangle-alert", "danger": "octagon-x"}


class DoctorCard(Card):
    """Hidden while nothing is in the way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._finding: Finding | None = None
        self._icon = QLabel()
        self.title = Text("", "strong", wrap=True)
        self.steps = [Text("", "quiet", wrap=True) for _ in range(3)]
        self.next_try = Text("", "quiet")
        self._line, self._words = QHBoxLayout(), QVBoxLayout()
        for text in (self.title, *self.steps):
            self._words.addWidget(text)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(self._words, 1)
        self._line.addWidget(self.next_try, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._space()
        self.hide()

    def show_finding(self, finding: Finding | None, next_try: str) -> None:
        """Show a finding, or nothing."""
        self.setVisible(finding is not None)
        if finding is None:
            return
        self.next_try.setText(next_try)
        self.next_try.setVisible(bool(next_try))
        if finding == self._finding:
            return
        self._finding = finding
        self.set_ground(finding.tone)
        self.title.setText(finding.title)
        for at, text in enumerate(self.steps):
            words = finding.steps[at] if at < len(finding.steps) else ""
            text.setText(f"{at + 1}.  {words}" if words and len(finding.steps) > 1 else words)
            text.setVisible(bool(words))
        self.setAccessibleName(". ".join((finding.title, *finding.steps)))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self._space()
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        if self._finding is not None:
            side, tone = active().px(24), self._finding.tone
            self._icon.setPixmap(icon(_ICONS[tone], tone).pixmap(QSize(side, side), self.devicePixelRatioF()))

    def _space(self) -> None:
        theme = active()
        self.body.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._line.setSpacing(theme.px(12))
        self._words.setSpacing(theme.px(4))
