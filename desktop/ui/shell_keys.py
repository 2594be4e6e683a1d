"""The keys of a screen in one sheet: what each does, to read or to press. It lists what is bound right now."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.scrolling import scroll_by_finger
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.text import Text

PlainKeys = Sequence[tuple[str, str]]
"""Keys that a screen handles itself: (cap, English words of the context "Keys")."""
_COLUMNS = 2


class KeySheet(Sheet):
    """`show_keys` lists and opens. A press on a row does what its key does; both row and key shut the sheet.

    `sheet_asked(keys)` asks for it on paper, as pairs of key and words.
    """

    sheet_asked = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, width_mm=165.0)
        self.paper = Key(kind="plain", size="control")
        self.paper.clicked.connect(self._ask_for_paper)
        self._shortcuts: list[QShortcut] = []
        self.rows: list[Key] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        scroll_by_finger(self._area)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignRight)
        self.closed.connect(self._let_go)

    def show_keys(self, window: QWidget, plain: PlainKeys, own: QShortcut) -> None:
        """List every shortcut of `window` that works now but `own`, then the plain keys, and open."""
        self._let_go()
        found = [each for each in window.findChildren(QShortcut) if each is not own and _works(each)]
        self._shortcuts = sorted(found, key=_order)
        self.set_title(self.tr("Keys of this screen"))
        self.paper.set_text(self.tr("As a sheet with codes (PDF)"))
        self._area.setAccessibleName(self.tr("Keys of this screen"))
        self._area.setWidget(self._page(plain))
        for shortcut in self._shortcuts:
            shortcut.installEventFilter(self)
        self.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make way before a key does its work, so that the focus stays where that work leaves it."""
        if event.type() == QEvent.Type.Shortcut:
            self.shut()
            return False
        return super().eventFilter(watched, event)

    def _page(self, plain: PlainKeys) -> QWidget:
        page = QWidget()
        page.setProperty("scrolled", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, active().px(8), 0)
        self.rows = [self._row(shortcut) for shortcut in self._shortcuts]
        keys = QGridLayout()
        keys.setSpacing(active().mm(active().density.gap_mm))
        for at, row in enumerate(self.rows):
            keys.addWidget(row, at // _COLUMNS, at % _COLUMNS)
            keys.setColumnStretch(at % _COLUMNS, 1)
        column.addLayout(keys)
        column.addSpacing(active().px(12))
        column.addLayout(self._words(plain))
        column.addStretch(1)
        return page

    def _row(self, shortcut: QShortcut) -> Key:
        row = Key(_said(shortcut), size="action", shortcut=shortcut.key().toString(), cap="right", bind=False)
        row.setAccessibleName(f"{_said(shortcut)}, {shortcut.key().toString()}")
        row.setEnabled(_may_be_pressed(shortcut))
        row.clicked.connect(lambda: self._press(shortcut))
        return row

    def _ask_for_paper(self) -> None:
        shortcuts = filter(isValid, self._shortcuts)
        keys = [(shortcut.key().toString(), _OF_NOW.sub("", _said(shortcut))) for shortcut in shortcuts]
        self.shut()
        self.sheet_asked.emit(keys)

    def _press(self, shortcut: QShortcut) -> None:
        self.shut()
        if isValid(shortcut):
            shortcut.activated.emit()

    def _words(self, plain: PlainKeys) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(active().px(14))
        grid.setColumnStretch(1, 1)
        for at, (cap, words) in enumerate(plain):
            grid.addWidget(Text(cap, "strong"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(QCoreApplication.translate("Keys", words), "body", wrap=True), at, 1)
        return grid

    def _let_go(self) -> None:
        for shortcut in filter(isValid, self._shortcuts):
            shortcut.removeEventFilter(self)
        self._shortcuts = []


_OF_NOW = re.compile(r"\s+[-−]?\d.*$")
"""Figures at the end, such as what is to be paid: on paper they would be those of another ticket."""


def _works(shortcut: QShortcut) -> bool:
    owner = shortcut.parent()
    return isinstance(owner, QWidget) and owner.isVisible() and bool(_said(shortcut)) and not shortcut.key().isEmpty()


def _may_be_pressed(shortcut: QShortcut) -> bool:
    owner = shortcut.parent()
    return shortcut.isEnabled() and not (isinstance(owner, QWidget) and not owner.isEnabled())


def _said(shortcut: QShortcut) -> str:
    """What a shortcut does: its own words, else the name of the widget that it belongs to."""
    owner, words = shortcut.parent(), shortcut.whatsThis()
    if not words and isinstance(owner, QWidget):
        words = owner.accessibleName() or (owner.text() if isinstance(owner, QAbstractButton) else "")
    return words[:1].upper() + words[1:]


def _order(shortcut: QShortcut) -> tuple[int, int, str]:
    """Function keys by number, then single keys, then those with Ctrl."""
    cap = shortcut.key().toString()
    number = int(cap[1:]) if cap[:1] == "F" and cap[1:].isdigit() else 0
    return (0, number, cap) if number else (1 + ("+" in cap), 0, cap)
