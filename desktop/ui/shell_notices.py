"""Three strips above every screen: trouble of the environment, a letter of head office, and what was just said."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout

from desktop.ui.theme.theme import active
from desktop.ui.widgets.strip import Strip, StripAction, StripKind

Acted = Callable[[str], None] | None
"""Told the name of the action that was pressed."""


class Notices(QVBoxLayout):
    """The strips, `strips` from above; an empty one takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self._acted: dict[Strip, Acted] = {}
        self.strips = (Strip(), Strip(), Strip())
        for strip in self.strips:
            self.addWidget(strip)
            strip.acted.connect(lambda name, strip=strip: self._act(strip, name))

    def show(self, strip: Strip, kind: StripKind, text: str, actions: Sequence[StripAction], acted: Acted) -> None:
        """Say something in one of the strips, in place of what it said before."""
        self._acted[strip] = acted
        margin = active().px(12)
        self.setContentsMargins(margin, margin, margin, 0)
        self.setSpacing(margin)
        strip.show_notice(kind, text, actions)

    def _act(self, strip: Strip, name: str) -> None:
        acted = self._acted.get(strip)
        strip.clear()
        if acted:
            acted(name)
