"""What the screen of labels asks: which category, how the PDF shall be."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.labels.labels_rows import PdfOrder
from desktop.ui.theme.theme import active
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.scrolling import scroll_by_finger
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.sheet import Sheet

SHEET, SINGLE = "sheet", "single"


class CategorySheet(Sheet):
    """`chosen(str)` tells a category; the sheet is shut by then. Up and Down walk the list."""

    chosen = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, width_mm=110.0)
        self.keys: list[Key] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll_by_finger(self._area)
        self.body.addWidget(self._area, 1)

    def ask(self, names: Sequence[str]) -> None:
        """Open with these categories."""
        self.set_title(self.tr("Labels of which category?"))
        self._area.setAccessibleName(self.tr("Categories"))
        page = QWidget()
        page.setProperty("scrolled", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, active().px(8), 0)
        column.setSpacing(active().mm(active().density.gap_mm))
        self.keys = [Key(name, size="action") for name in names]
        for name, key in zip(names, self.keys, strict=True):
            key.clicked.connect(lambda _=False, name=name: self._tell(name))
            column.addWidget(key)
        column.addStretch(1)
        self._area.setWidget(page)
        self.open()
        if self.keys:
            self.keys[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts, arrows choose, Enter takes; nothing is typed into the screen below."""
        key, held = Qt.Key(event.key()), self.focusWidget()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held in self.keys:
            held.click()
        else:
            super().keyPressEvent(event)
        event.accept()

    def _tell(self, name: str) -> None:
        self.shut()
        self.chosen.emit(name)


class PdfSheet(Sheet):
    """`ordered(PdfOrder)` tells how the PDF shall be; the sheet is shut by then."""

    ordered = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, place="centre", width_mm=110.0)
        self.kind, self.used, self.go = Segments(), Field(), Key(kind="primary")
        for widget in (self.kind, self.used, self.go):
            self.body.addWidget(widget)
        self.kind.chosen.connect(lambda kind: self.used.setVisible(kind == SHEET))
        self.used.submitted.connect(lambda _: self._tell())
        self.go.clicked.connect(lambda: self._tell())

    def ask(self) -> None:
        """Open; no place of the first sheet is used."""
        self.set_title(self.tr("Labels as a PDF"))
        self.kind.setAccessibleName(self.tr("Labels as a PDF"))
        self.kind.set_options([(SHEET, self.tr("Sheets of A4")), (SINGLE, self.tr("One a page"))])
        label, hint = self.tr("Labels that are gone from the first sheet"), self.tr("Counted by rows; empty for none.")
        self.used.set_label(label, hint)
        self.used.set_value("")
        self.used.setVisible(self.kind.choice() == SHEET)
        self.go.set_text(self.tr("Make the PDF"))
        self.body.setSpacing(active().px(10))
        self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts; nothing that is pressed here is typed into the screen below."""
        super().keyPressEvent(event)
        event.accept()

    def _tell(self) -> None:
        typed = self.used.value()
        if typed and not (typed.isascii() and typed.isdigit() and len(typed) < 4):
            self.used.refuse(self.tr("Write a number of labels, such as 5."))
            return
        sheet = self.kind.choice() == SHEET
        self.shut()
        self.ordered.emit(PdfOrder(sheet, int(typed or 0) if sheet else 0))
