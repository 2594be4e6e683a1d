"""The health screen's sheets: where an export goes, the note for the manager, and one case in full."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.health.health_rows import Find, Place
from desktop.ui.health.note_words import Line
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.pairs import Pair, Pairs
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.text import Text


class ExportSheet(Sheet):
    """Folders as keys, and one for any other; `folder_chosen(str)`.

    `find(tell)` tells the sticks as soon as they are known, from any thread; the sheet does not wait for them.
    """

    folder_chosen = Signal(str)
    _found = Signal(object)

    def __init__(self, host: QWidget, find: Find) -> None:
        super().__init__(host, place="centre", width_mm=150)
        self._find, self._own = find, ""
        self._found.connect(self._show_sticks)
        self._words = Text("", "body", tone="muted", wrap=True)
        self.keys: list[Key] = []
        self._places = Scrolled()
        self.body.addWidget(self._words)
        self.body.addWidget(self._places, 1)

    def ask(self, entries: int, own: str) -> None:
        """Ask where to; `own` is this till's folder, and sticks that were put in meanwhile are there."""
        translate = QCoreApplication.translate
        self.set_title(translate("ExportSheet", "Export %n unsent entries", "", entries))
        promise = translate("ExportSheet", "Sealed as they are, with a proof that none is missing. They stay here too.")
        self._words.setText(promise)
        self._own = own
        self._show_sticks(())
        self._find(self._found.emit)
        self.open()

    def _show_sticks(self, sticks: Sequence[Place]) -> None:
        own = QCoreApplication.translate("ExportSheet", "This till")
        other = QCoreApplication.translate("ExportSheet", "Another folder…")
        places = [(stick.name, stick.path) for stick in sticks] + ([(own, self._own)] if self._own else [])
        for key in self.keys:
            self._places.column.removeWidget(key)
            key.hide()
            key.deleteLater()
        self.keys = [self._key(words, path) for words, path in (*places, (other, ""))]
        self._places.column.setSpacing(active().mm(active().density.gap_mm))
        for at, key in enumerate(self.keys):
            self._places.column.insertWidget(at, key)
        if self.isVisible():
            self._lay_out()
            self._first_field().setFocus(Qt.FocusReason.PopupFocusReason)

    def _key(self, words: str, path: str) -> Key:
        key = Key(parent=self._places.widget())
        key.set_text(words, value=_short(path))
        key.clicked.connect(lambda _=False: self._choose(path) if path else self._look())
        key.show()
        return key

    def _choose(self, path: str) -> None:
        self.shut()
        self.folder_chosen.emit(path)

    def _look(self) -> None:
        """The system's own dialog, which stops nothing behind it."""
        dialog = QFileDialog(self, QCoreApplication.translate("ExportSheet", "Another folder…"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class NoteSheet(Sheet):
    """Lines to show, and a key that prints them; `print_asked()`."""

    print_asked = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, place="right", width_mm=170)
        self.pairs = Pairs(plain=True)
        self.print_key = Key(kind="next", icon="printer")
        self.print_key.clicked.connect(self.print_asked)
        self._hint = Text("", "quiet", tone="muted", wrap=True)
        self._hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.print_key.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._area = Scrolled(self.pairs)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.print_key)
        self.body.addLayout(foot)

    def show_note(self, lines: Sequence[Line], *, prints: bool) -> None:
        """Show a note; without a printer the key stays away and the words say what to do instead."""
        translate = QCoreApplication.translate
        self.set_title(translate("NoteSheet", "For the manager"))
        self._area.setAccessibleName(self.accessibleName())
        self.pairs.set_pairs([Pair(words, value) for words, value in lines])
        self.print_key.set_text(translate("NoteSheet", "Print"))
        self.print_key.setVisible(prints)
        hint = translate("NoteSheet", "Show this page, or print it.")
        alone = translate("NoteSheet", "No printer is set up: show this page, or take a picture of it.")
        self._hint.setText(hint if prints else alone)


class CaseSheet(Sheet):
    """One case with everything that is known of it."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, place="right", width_mm=130)
        self.pairs = Pairs(plain=True)
        self._area = Scrolled(self.pairs)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self._area, 1)

    def show_case(self, title: str, lines: Sequence[Line]) -> None:
        """Show a case."""
        self.set_title(title)
        self._area.setAccessibleName(title)
        self.pairs.set_pairs([Pair(words, value) for words, value in lines])
        self.open()


def _short(path: str) -> str:
    """The end of a long path, which tells more than its beginning."""
    return path if len(path) <= 34 else "…" + path[-33:]
