"""Letters on the glass, for fingers without a keyboard. They never take the focus from what is written in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.language import Language, next_language, spoken_language
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key, Kind
from desktop.ui.widgets.letters import ALPHABETS, MOST_KEYS, SIGNS
from desktop.ui.widgets.panel import Panel


class LetterKeys(Panel):
    """Three rows of letters and one of functions: `typed("a")`, `erased()`, `entered()`, `put_away()`.

    The capital key counts for one letter. The other alphabets come one after the other, the spoken one first."""

    typed = Signal(str)
    erased = Signal()
    entered = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = "en"
        self._rows = [[self._letter() for _ in range(MOST_KEYS)] for _ in range(3)]
        self.capital = self._key("choice", "arrow-up")
        self.other, self.signs = self._key("plain"), self._key("plain")
        self.comma, self.space, self.full_stop = self._letter(), self._letter(), self._letter()
        self.erase, self.enter = self._key("plain", "delete"), self._key("next", "check")
        self.away = self._key("ghost", "chevron-down")
        self.signs.setCheckable(True)
        self._connect()
        self._lay_out()
        self._space()
        self.speak(spoken_language())

    def speak(self, language: Language) -> None:
        """Begin with the letters of a language."""
        self._language = language
        self.signs.setChecked(False)
        self._show_letters()
        self.retranslate()

    def retranslate(self) -> None:
        """Names of the keys that have no letter."""
        for key, words, name in (
            (self.capital, "", self.tr("Capital letter")),
            (self.erase, "", self.tr("Erase")),
            (self.enter, "", self.tr("Take what is written")),
            (self.away, "", self.tr("Put the letters away")),
            (self.space, " ", self.tr("Space")),
        ):
            key.set_text(words, name=name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Solid, since it stands over the screen."""
        del event
        painter, theme = QPainter(self), active()
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))

    def _letter(self) -> Key:
        key = self._key("digit")
        key.clicked.connect(lambda: self._type(key.text()))
        return key

    def _key(self, kind: Kind, icon: str = "") -> Key:
        key = Key(kind=kind, size="control", icon=icon, parent=self)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return key

    def _connect(self) -> None:
        self.capital.clicked.connect(self._show_letters)
        self.other.clicked.connect(self._take_next)
        self.signs.clicked.connect(self._show_letters)
        self.erase.setAutoRepeat(True)
        self.erase.clicked.connect(self.erased)
        self.enter.clicked.connect(self.entered)
        self.away.clicked.connect(self.put_away)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        self._lines = [QHBoxLayout() for _ in range(4)]
        *letters, functions = self._lines
        for line, keys in zip(letters, self._rows, strict=True):
            for key in keys:
                line.addWidget(key)
        for key, share in (
            (self.capital, 3), (self.other, 3), (self.signs, 3), (self.comma, 2), (self.space, 10), (self.full_stop, 2),
            (self.erase, 3), (self.enter, 4), (self.away, 2),
        ):  # fmt: skip
            functions.addWidget(key, share)
        for line in self._lines:
            column.addLayout(line)

    def _space(self) -> None:
        theme = active()
        gap, layout = theme.px(6), self.layout()
        if layout is not None:
            layout.setContentsMargins(gap, gap, gap, gap)
            layout.setSpacing(gap)
        for line in self._lines:
            line.setSpacing(gap)

    def _type(self, text: str) -> None:
        self.typed.emit(text)
        if self.capital.isChecked() and text != " ":
            self.capital.setChecked(False)
            self._show_letters()

    def _take_next(self) -> None:
        self._language = self._following()
        self.signs.setChecked(False)
        self._show_letters()

    def _show_letters(self) -> None:
        signs = self.signs.isChecked()
        alphabet = SIGNS if signs else ALPHABETS[self._language]
        for keys, letters in zip(self._rows, alphabet.rows, strict=True):
            for at, key in enumerate(keys):
                key.set_text(self._cased(letters[at]) if at < len(letters) else "")
                key.setVisible(at < len(letters))
        self.capital.setEnabled(not signs)
        self.other.set_text(ALPHABETS[self._following()].name)
        self.signs.set_text(SIGNS.name)
        self.comma.set_text(",")
        self.full_stop.set_text(".")

    def _following(self) -> Language:
        """Where the key of the other letters leads: back from the signs, else on."""
        return self._language if self.signs.isChecked() else next_language(self._language)

    def _cased(self, letter: str) -> str:
        return letter.upper() if self.capital.isChecked() and letter != "ß" else letter
