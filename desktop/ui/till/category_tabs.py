"""Categories in one row; what does not fit is one press on the arrow away."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.segments import Segments


class CategoryTabs(QWidget):
    """`chosen(str)` tells a category, `turned()` that other tabs are shown."""

    chosen = Signal(str)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._labels: dict[str, str] = {}
        self._chosen = ""
        self._first = 0
        self._shown: tuple[str, ...] = ()
        self._filling = False
        self._tabs = Segments(style="tab")
        self._more = Key(kind="ghost", size="control", icon="chevron-right")
        self._more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._more.clicked.connect(self._turn)
        self._tabs.chosen.connect(self._pick)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._tabs, 1)
        line.addWidget(self._more)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def set_categories(self, names: tuple[str, ...], chosen: str, labels: Mapping[str, str] | None = None) -> None:
        """Show these categories, one of them chosen; `labels` are for those that are not called by their name."""
        is_news, self._chosen = chosen != self._chosen, chosen
        if labels is not None and labels != self._labels:
            self._labels, self._shown = dict(labels), ()
        if names != self._names:
            self._names, self._first, is_news = names, 0, True
        self._show_page()
        if is_news:
            self._bring_chosen()

    def retranslate(self) -> None:
        """Own words only."""
        self._more.set_text("", name=self.tr("More categories"))
        self._tabs.setAccessibleName(self.tr("Categories"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._show_page()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        self._show_page()

    def _turn(self) -> None:
        following = self._first + len(self._shown)
        self._first = following if following < len(self._names) else 0
        self._show_page()

    def _bring_chosen(self) -> None:
        """Turn until the chosen one is among those that are shown; one that is there stays where it is."""
        if self._chosen not in self._names or self._chosen in self._shown:
            return
        self._first = 0
        while self._chosen not in self._fitting():
            self._first += len(self._fitting())
        self._show_page()

    def _pick(self, name: str) -> None:
        self._chosen = name
        self.chosen.emit(name)

    def _show_page(self) -> None:
        if self._filling:  # making the tabs lays them out, which comes back here
            return
        shown = self._fitting()
        self._more.setVisible(len(shown) < len(self._names))
        if shown != self._shown:
            self._shown = shown
            self._filling = True
            self._tabs.set_options([(name, self._labels.get(name, name)) for name in shown])
            self._filling = False
            self.turned.emit()
        if self._chosen in shown:
            self._tabs.choose(self._chosen)
        else:
            self._tabs.choose_none()

    def _fitting(self) -> tuple[str, ...]:
        theme = active()
        metrics, room = QFontMetrics(theme.font("quiet", 700)), self.width() - self._more.sizeHint().width()
        shown: list[str] = []
        for name in self._names[self._first :]:
            room -= metrics.horizontalAdvance(self._labels.get(name, name)) + theme.px(34)
            if room < 0 and shown:
                break
            shown.append(name)
        return tuple(shown)
