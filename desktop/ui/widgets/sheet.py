"""A panel over the content, used where others open a dialog. It blocks nothing and Esc is one step back."""

from typing import Literal

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import MARGIN
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.veil import Veil

Place = Literal["right", "centre", "full"]


class Sheet(Veil):
    """Covers its host with a thin veil and shows a panel; put things into `body`.

    `open()` shows it, takes the focus and remembers where it was; `shut()` (also Esc, the cross, the veil)
    gives it back and tells `closed()`. The sheet lives on and can be opened again."""

    closed = Signal()

    def __init__(self, host: QWidget, title: str = "", *, place: Place = "right", width_mm: float = 130.0) -> None:
        super().__init__(host)
        self._place, self._width_mm = place, width_mm
        self.panel.setProperty("box", "card")
        self._title = Text(title, "strip", wrap=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._cross = Key(kind="ghost", size="control", icon="x")
        self._cross.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._cross.clicked.connect(self.shut)
        self.body = QVBoxLayout()
        self._column = QVBoxLayout(self.panel)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._cross)
        self._column.addLayout(head)
        self._column.addLayout(self.body, 1)
        self.retranslate()

    def set_title(self, title: str) -> None:
        """Change the words on top."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def open(self) -> None:
        """Show the sheet over its host."""
        self._rise(self._first_field)

    def shut(self) -> None:
        """One step back; nothing is lost."""
        was_open = not self.isHidden()
        super().shut()
        if was_open:
            self.closed.emit()

    def retranslate(self) -> None:
        """Own words only."""
        self._cross.setAccessibleName(self.tr("Close"))
        self.setAccessibleName(self._title.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange and not self.isHidden():
            self._lay_out()
        super().changeEvent(event)

    def _first_field(self) -> QWidget:
        at: QWidget | None = self.panel.nextInFocusChain()
        while at is not None and at is not self.panel:
            tabs = bool(at.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if self.panel.isAncestorOf(at) and at is not self._cross and tabs and at.isVisibleTo(self.panel):
                return at
            at = at.nextInFocusChain()
        return self._cross

    def _lay_out(self) -> None:
        theme, host = active(), self._host
        margin = theme.px(MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.px(12))
        self.body.setSpacing(theme.px(12))
        self.setGeometry(host.rect())
        self.panel.setGeometry(self._panel_rect(host.rect(), theme.mm(self._width_mm), theme.px(12)))

    def _panel_rect(self, host: QRect, width: int, gap: int) -> QRect:
        width = min(width, host.width() - 2 * gap)
        if self._place == "full":
            return host.adjusted(gap, gap, -gap, -gap)
        if self._place == "right":
            return QRect(host.right() - width - gap + 1, gap, width, host.height() - 2 * gap)
        hint = self.panel.heightForWidth(width) if self.panel.hasHeightForWidth() else self.panel.sizeHint().height()
        height = min(max(hint, self.panel.minimumSizeHint().height()), host.height() - 2 * gap)
        return QRect((host.width() - width) // 2, (host.height() - height) // 2, width, height)
