"""What can be done at the till beyond the keys on the screen: one list, bound to keys and shown in one sheet."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.keymap import chosen_key
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.scrolling import scroll_by_finger
from desktop.ui.widgets.sheet import Sheet

OPENING = "F3"
_COLUMNS = 2


@dataclass(frozen=True)
class Action:
    """`words` are English, of the context "TillActions"; `works` tells whether it makes sense now."""

    words: str
    shortcut: str
    run: Callable[[], None]
    works: Callable[[], bool] = lambda: True


class MoreSheet(Sheet):
    """Every action as a key. `add` binds one to the host; who owns another noun adds its own."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, width_mm=165.0)
        self._view = host
        self._bound: list[tuple[Action, QShortcut]] = []
        self._opening = QShortcut(QKeySequence(chosen_key(OPENING)), host, self.show_actions)
        self._opening.setWhatsThis(self.tr("More"))
        self.keys: dict[str, Key] = {}
        page = QWidget()
        page.setProperty("scrolled", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, active().px(8), 0)
        self._grid = QGridLayout()
        column.addLayout(self._grid)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        scroll_by_finger(self._area)
        self._area.setWidget(page)
        self.body.addWidget(self._area, 1)

    def add(self, action: Action) -> None:
        """Bind an action to its key and list it."""
        shortcut = QShortcut(QKeySequence(chosen_key(action.shortcut)), self._view)
        shortcut.activated.connect(lambda: self._do(action))
        self._bound.append((action, shortcut))
        self._say(action, shortcut)

    def show_actions(self) -> None:
        """Open with what makes sense now."""
        self.set_title(self.tr("More"))
        self._area.setAccessibleName(self.tr("More"))
        self._grid.setSpacing(active().mm(active().density.gap_mm))
        for at, (action, shortcut) in enumerate(self._bound):
            if action.words not in self.keys:
                self._list(action, at)
            self._say(action, shortcut)
            self.keys[action.words].setEnabled(action.works())
        self.open()
        first = next((key for key in self.keys.values() if key.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Say the actions again, here and in the sheet of keys."""
        super().retranslate()
        if hasattr(self, "_opening"):
            self._opening.setWhatsThis(self.tr("More"))
        for action, shortcut in getattr(self, "_bound", ()):
            self._say(action, shortcut)

    def _list(self, action: Action, at: int) -> None:
        key = Key(size="action", shortcut=action.shortcut, cap="right", bind=False)
        key.clicked.connect(lambda: self._do(action))
        self._grid.addWidget(key, at // _COLUMNS, at % _COLUMNS)
        self._grid.setColumnStretch(at % _COLUMNS, 1)
        self.keys[action.words] = key

    def _do(self, action: Action) -> None:
        self.shut()
        if action.works():
            action.run()

    def _say(self, action: Action, shortcut: QShortcut) -> None:
        words = QCoreApplication.translate("TillActions", action.words)
        if action.words in self.keys:
            self.keys[action.words].set_text(words)
        shortcut.setWhatsThis(words)
