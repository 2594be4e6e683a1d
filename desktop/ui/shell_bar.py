"""The bar on top: where one is, who works here, the search field, the state of the line, the time."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.shell_presenter import ShellState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Bar
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.one_line import OneLine
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.text import Text

Chrome = Literal["bare", "sale", "desk", "step"]


class TopBar(Bar):
    """`menu_pressed()`, `back_pressed()`, `keys_pressed()`; `search` and `pill` are the widgets themselves."""

    menu_pressed = Signal()
    back_pressed = Signal()
    keys_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ShellState("")
        self._chrome: Chrome = "bare"
        self._title = ""
        self.menu = _icon_key("menu", self.menu_pressed.emit)
        self.back = _icon_key("arrow-left", self.back_pressed.emit)
        self._place, self._detail = OneLine("strong", least=10), OneLine("quiet")
        self.search = SearchField("")
        self._gap = QWidget()
        self._gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.help = _icon_key("circle-help", self.keys_pressed.emit)
        self.pill = Pill()
        self.clock = Text("", "quiet")
        self._line = QHBoxLayout(self)
        for widget in (self.menu, self.back, self._place, self._detail):
            self._line.addWidget(widget)
        self._line.addWidget(self.search, 1)
        self._line.addWidget(self._gap, 1)
        self._line.addWidget(self.help)
        self._line.addWidget(self.pill)
        self._line.addWidget(self.clock)
        self._space()
        self.retranslate()
        self.show_chrome("bare", "")

    def show_chrome(self, chrome: Chrome, title: str) -> None:
        """Be the bar of another screen."""
        self._chrome, self._title = chrome, title
        self.menu.setVisible(chrome in ("sale", "desk"))
        self.back.setVisible(chrome == "step")
        self.search.setVisible(chrome == "sale")
        self._gap.setVisible(chrome != "sale")
        self._say()

    def place(self) -> str:
        """Say where one is."""
        return self._place.words

    def show_state(self, state: ShellState) -> None:
        """Show who works here."""
        self._state = state
        self._say()

    def retranslate(self) -> None:
        """The words of the bar."""
        self.menu.set_text("", name=self.tr("Menu"))
        self.back.set_text("", name=self.tr("Back"))
        self.help.set_text("", name=self.tr("Keys of this screen"))
        self.search.set_placeholder(self.tr("Scan or find goods"))
        self._say()

    def minimumSizeHint(self) -> QSize:
        """What is needed without the time, which goes first."""
        hint, clock = super().minimumSizeHint(), 0 if self.clock.isHidden() else self._clock_px()
        return QSize(hint.width() - clock, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """Other words, here or in the pill."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._space()
        super().changeEvent(event)

    def _say(self) -> None:
        state = self._state
        shift = self.tr("shift {0}").replace("{0}", str(state.shift)) if state.shift else ""
        if self._chrome == "sale":
            place, details = state.till, [state.person, shift]
        elif self._chrome == "bare":
            place, details = state.till, []
        else:
            place, details = self._title, [state.till, state.person]
        self._place.say(place)
        self._detail.say("".join(f"· {detail} " for detail in details if detail).rstrip())
        self._detail.setVisible(any(details))

    def _make_room(self) -> None:
        """Where not everything fits, the time goes first: each machine has it elsewhere too."""
        beside = (self.menu, self.back, self._place, self._detail, self.search, self.help, self.pill)
        shown = [widget for widget in beside if not widget.isHidden()]
        margins = self._line.contentsMargins()
        wanted = sum(widget.sizeHint().width() + self._line.spacing() for widget in (*shown, self.clock))
        self.clock.setVisible(wanted + margins.left() + margins.right() <= self.width())

    def _clock_px(self) -> int:
        return self.clock.minimumSizeHint().width() + self._line.spacing()

    def _space(self) -> None:
        theme = active()
        self._line.setContentsMargins(theme.px(12), theme.px(6), theme.px(16), theme.px(6))
        self._line.setSpacing(theme.px(8))
        self.setFixedHeight(self.search.sizeHint().height() + theme.px(12) + 1)


def _icon_key(icon: str, pressed: Callable[[], None]) -> Key:
    key = Key(kind="ghost", size="control", icon=icon)
    key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    key.clicked.connect(pressed)
    return key
