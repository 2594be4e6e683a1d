"""Language, look, sizes and sounds; everything is in force at once."""

from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.language import LANGUAGES
from desktop.ui.settings.calibration import Calibration
from desktop.ui.settings.choice_row import ChoiceRow
from desktop.ui.settings.page import Page
from desktop.ui.settings.settings_rows import SettingsState
from desktop.ui.sound import Sound
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.key_grid import KeyGrid

SCALES = (90, 100, 125, 150, 200)


class LookPage(Page):
    """`played(str)` asks for a sound; `card` is the calibration."""

    played = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = ("language", "theme", "density", "scale_percent", "mirror", "sounds")
        self.rows = {name: ChoiceRow(name) for name in names}
        self._words, self._sounds, self.card = Card(), Card(), Calibration()
        for name, row in self.rows.items():
            (self._sounds if name == "sounds" else self._words).body.addWidget(row)
            row.chosen.connect(self._save)
        self.sounds = {name: Key(size="control", icon="volume-2") for name in get_args(Sound)}
        for sound, key in self.sounds.items():
            key.clicked.connect(lambda _=False, sound=sound: self.played.emit(sound))
        self._sounds.body.addWidget(KeyGrid(list(self.sounds.values()), most=3))
        self.left.addWidget(self._words)
        self.left.addStretch(1)
        self.right.addWidget(self.card)
        self.right.addWidget(self._sounds)
        self.right.addStretch(1)
        self.space()
        self.retranslate()

    def show_state(self, state: SettingsState) -> None:
        """Show what is in force."""
        super().show_state(state)
        for row in self.rows.values():
            row.show_state(state)
        self.card.show_state(state)
        for key in self.sounds.values():
            key.setEnabled(bool(state.values.get("sounds")))

    def retranslate(self) -> None:
        """Say everything again."""
        self.rows["language"].set_words(self.tr("Language"), list(LANGUAGES.items()))
        self.rows["theme"].set_words(self.tr("Look"), [("light", self.tr("Light")), ("dark", self.tr("Dark"))])
        self.rows["density"].set_words(
            self.tr("Size of keys"),
            [("touch", self.tr("Touch")), ("rugged", self.tr("Gloves")), ("desk", self.tr("Mouse"))],
        )
        self.rows["scale_percent"].set_words(
            self.tr("Size of text"), [(str(scale), f"{scale}\u00a0%") for scale in SCALES]
        )
        self.rows["mirror"].set_words(self.tr("Keys at the"), [("False", self.tr("Right")), ("True", self.tr("Left"))])
        self.rows["sounds"].set_words(self.tr("Sounds of scans"), [("True", self.tr("On")), ("False", self.tr("Off"))])
        names = {"ok": self.tr("Taken"), "attention": self.tr("Look here")}
        names |= {"unknown": self.tr("Unknown"), "over": self.tr("Too many"), "stop": self.tr("Stop")}
        for sound, key in self.sounds.items():
            key.set_text(names[sound], name=self.tr("Play: {0}").replace("{0}", names[sound]))
        super().retranslate()

    def space(self) -> None:
        """Take the distances of the look in force."""
        super().space()
        if hasattr(self, "_words"):
            self._words.body.setSpacing(active().px(10))
            self._sounds.body.setSpacing(active().px(10))

    def _save(self, name: str, value: str) -> None:
        kinds: dict[str, object] = {"scale_percent": int(value)} if name == "scale_percent" else {}
        kinds |= {name: value == "True"} if name in ("mirror", "sounds") else {}
        self.saved.emit(name, kinds.get(name, value))
