"""Pictures of goods by hash: asked for once, shown when they come, never waited for."""

from PySide6.QtCore import QObject, Signal


class PicturesPresenter(QObject):
    """`asked(str)` for whoever keeps pictures, which answers by `take`; `came(str, bytes)` for whoever shows them."""

    asked = Signal(str)
    came = Signal(str, bytes)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: set[str] = set()

    def ask(self, picture: str) -> None:
        """Ask for a picture that is about to be shown; a second time is nothing to do."""
        if picture not in self._asked:
            self._asked.add(picture)
            self.asked.emit(picture)

    def take(self, picture: str, content: bytes) -> None:
        """A picture is here; it may be asked for again when whoever shows it has let go of it."""
        self._asked.discard(picture)
        self.came.emit(picture, content)
