"""The window: top bar, menu, one screen at a time, and the one entry for everything that is scanned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop.domain.command_code import read_command
from desktop.faults import Fault
from desktop.ui import formats
from desktop.ui.finger_typing import FingerTyping
from desktop.ui.keymap import chosen_key
from desktop.ui.language import Language, install_language, next_language
from desktop.ui.pressing import press_key
from desktop.ui.shell_bar import Chrome, TopBar
from desktop.ui.shell_keys import KeySheet, PlainKeys
from desktop.ui.shell_look import LookKeys
from desktop.ui.shell_menu import Menu
from desktop.ui.shell_notices import Acted, Notices
from desktop.ui.shell_presenter import ShellPresenter, ShellState
from desktop.ui.sides import mirror_view
from desktop.ui.sound import Sound
from desktop.ui.theme.theme import active, apply_theme, dress
from desktop.ui.theme.tokens import ThemeName
from desktop.ui.widgets.navigation import SideNavigation
from desktop.ui.widgets.room import Pages, Room
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.strip import StripAction, StripKind
from desktop.ui.words import fault_words, sync_words
from sync.status import EngineStatus

Scan = Callable[[str | bytes], None]
_CLOCK_MS = 5_000


def _silence(sound: Sound) -> None:
    """Play nothing."""
    del sound


@dataclass(frozen=True)
class Screen:
    """One screen: `title` is English and marked for translation in the context "Screens".

    `scan` takes every scan while the screen is shown, without it scans are refused. `right` ("" for all) is what a
    person needs to find it in the menu. `enter` is called each time it is shown, `back` is where arrow and Esc lead.
    `keys` are those that the view handles itself, for the sheet of keys. A `view` that is a function is made when it
    is first shown: what few people open does not slow the start.
    """

    key: str
    title: str
    view: QWidget | Callable[[], QWidget]
    scan: Scan | None = None
    chrome: Chrome = "desk"
    right: str = ""
    in_menu: bool = True
    enter: Callable[[], None] | None = None
    back: Callable[[], None] | None = None
    keys: PlainKeys = ()


class Shell(QMainWindow):
    """Screens are added once and shown by key. `play` sounds "ok", "attention", "unknown", "over" or "stop"."""

    pill_pressed = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    screen_shown = Signal(str)
    locked = Signal()
    closing = Signal()

    def __init__(self, presenter: ShellPresenter, play: Callable[[Sound], None] = _silence) -> None:
        super().__init__()
        dress(self)
        self.presenter, self._play = presenter, play
        self._screens: dict[str, Screen] = {}
        self._views: dict[str, QWidget] = {}
        self._current, self._mirrored = "", False
        self.bar = TopBar()
        self._notices = Notices()
        self.banner, self.letter, self.notice = self._notices.strips
        self._fault: Fault | None = None
        self.side = SideNavigation()
        self.stack = Pages()
        self._room = Room(self.stack)
        self._lay_out()
        self.menu, self.keys = Menu(self.content), KeySheet(self.content)
        self._connect()
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._tell_time)
        self._clock.start()
        self.show_state(presenter.state)
        self.retranslate()
        self.show_sync(EngineStatus())

    # --- screens

    def add_screen(self, screen: Screen) -> None:
        """Add a screen; the menu lists them in this order."""
        self._screens[screen.key] = screen
        if isinstance(screen.view, QWidget):
            self._view(screen)
        self._list_screens()

    def show_screen(self, key: str) -> None:
        """Show a screen. Raises KeyError for an unknown key."""
        screen = self._screens[key]
        self._shut_covers()
        self.clear_notice()
        self._current = key
        self.bar.show_chrome(screen.chrome, self._title(screen))
        self._list_screens()
        view = self._view(screen)
        self.side.hide()  # the screen that goes has no room beside itself
        self.stack.setCurrentWidget(view)
        self.side.setVisible(screen.chrome == "desk" and self.side.fits(self.width()))
        self._room.updateGeometry()
        view.setFocus()
        if screen.enter:
            screen.enter()
        if self._current == key:
            self.screen_shown.emit(key)

    def prepare_screen(self, key: str) -> None:
        """Make a screen before somebody waits for it."""
        self._view(self._screens[key])

    def _view(self, screen: Screen) -> QWidget:
        if screen.key not in self._views:
            view = screen.view if isinstance(screen.view, QWidget) else screen.view()
            self._views[screen.key] = view
            mirror_view(view, self._mirrored)
            self.stack.addWidget(view)
        return self._views[screen.key]

    def current_key(self) -> str:
        """The key of the screen that is shown, empty before the first."""
        return self._current

    def has_screen(self, key: str) -> bool:
        """Whether such a screen was added."""
        return key in self._screens

    def show_first_allowed(self) -> None:
        """Show the first screen of the menu that this person may see; without one, nothing changes."""
        entries = self._entries()
        if entries:
            self.show_screen(entries[0][0])

    def lock(self) -> None:
        """Sign out and tell `locked`; the cart and the shift stay."""
        if self.presenter.state.person:
            self.presenter.sign_out()
            self.locked.emit()

    def start(self) -> None:
        """Begin a day at the first screen: whoever was signed in when the program ended signs in again."""
        self.presenter.sign_out()
        self.show_screen(next(iter(self._screens)))

    # --- scans

    def on_scan(self, code: str | bytes, source: str = "") -> None:
        """Hand one scan to the screen that is shown; a screen that takes none refuses it, aloud."""
        del source
        key = read_command(code, self.presenter.command_tag)
        if key:
            press_key(self, chosen_key(key))
            return
        screen = self._screens.get(self._current)
        self._shut_covers()
        if screen is None or screen.scan is None:
            self.show_notice("warn", self.tr("A scan does nothing on this screen."))
            self.play("stop")
        else:
            self.clear_notice()
            screen.scan(code)

    def play(self, sound: Sound) -> None:
        """Sound "ok", "attention", "unknown", "over" or "stop"."""
        self._play(sound)

    # --- notices

    def show_sync(self, status: EngineStatus) -> None:
        """Take the engine's newest status."""
        self.presenter.sync.show(status)

    def show_fault(self, fault: Fault, actions: Sequence[StripAction] = (), acted: Acted = None) -> None:
        """Show trouble of the environment as a banner; `acted` is told the name of the pressed action."""
        title, message, remedy = fault_words(fault)
        words = f"{title}. {remedy}" if remedy else f"{title}."
        self._notices.show(self.banner, "danger", words, actions, acted)
        self.banner.setToolTip(message)
        self._fault = fault

    def withdraw_fault(self, fault: Fault) -> None:
        """It is over: its banner goes, unless another one has come."""
        if self._fault is fault:
            self.banner.clear()

    def show_notice(
        self,
        kind: StripKind,
        text: str,
        actions: Sequence[StripAction] = (),
        acted: Acted = None,
    ) -> None:
        """Say something that the next scan or screen takes away."""
        self._notices.show(self.notice, kind, text, actions, acted)

    def show_letter(
        self, kind: StripKind, text: str, actions: Sequence[StripAction], acted: Callable[[str], None]
    ) -> None:
        """Show what head office writes; it stays until it is answered, whatever is scanned or shown meanwhile."""
        self._notices.show(self.letter, kind, text, actions, acted)

    def clear_notice(self) -> None:
        """Take the notice away; a Fault's banner stays until it is dismissed."""
        self.notice.clear()

    # --- look and language

    def switch_language(self, language: Language) -> None:
        """Speak another language at once."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            install_language(app, language)
            self.language_chosen.emit(language)

    def switch_theme(self, name: ThemeName) -> None:
        """Look light or dark at once."""
        app, theme = QApplication.instance(), active()
        if isinstance(app, QApplication):
            apply_theme(app, name, theme.density_name, theme.scale, theme.px_per_mm)
            self.theme_chosen.emit(name)

    def mirror(self, on: bool) -> None:
        """Put the keys at the left and the ticket at the right, or back, on every screen that can."""
        self._mirrored = on
        for view in self._views.values():
            mirror_view(view, on)

    def connect_look(self, keys: LookKeys) -> None:
        """Let these keys switch language and look."""
        keys.language_asked.connect(self._other_language)
        keys.theme_asked.connect(lambda: self.switch_theme("light" if active().name == "dark" else "dark"))

    def show_state(self, state: ShellState) -> None:
        """Show who works here and what they may see."""
        self._lock.setEnabled(bool(state.person))
        self.bar.show_state(state)
        self._list_screens()
        self._tell_sync()

    def retranslate(self) -> None:
        """Say everything again in the language that is on."""
        self.side.set_footer("")
        self._list_screens()
        screen = self._screens.get(self._current)
        if screen:
            self.bar.show_chrome(screen.chrome, self._title(screen))
        self._tell_time()
        self._tell_sync()
        self._full.setWhatsThis(self.tr("Full screen"))
        self._lock.setWhatsThis(self.tr("Lock: who is working?"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and look."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange and hasattr(self, "side") and not self.side.fits(self.width()):
            self.side.hide()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that reached nobody, because the focus is nowhere or in the bar, is the screen's: no key is lost."""
        screen, focus = self._screens.get(self._current), self.focusWidget()
        lost = focus is None or not focus.isVisible()
        view = self._view(screen) if screen else self.menu
        covers = [cover for cover in (self.menu, self.keys, *view.findChildren(Sheet)) if cover.isVisible()]
        target = covers[0] if covers else view
        if not lost and (focus is target or target.isAncestorOf(focus)):
            super().keyPressEvent(event)
            return
        if lost:
            target.setFocus()
        target.keyPressEvent(event)  # called, not sent: what it leaves must not come back here

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes; what is in hand is on disk already."""
        self.closing.emit()
        super().closeEvent(event)

    # --- inside

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        self.content = QWidget()
        inner = QHBoxLayout(self.content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.side)
        stage = QVBoxLayout()
        stage.setSpacing(0)
        stage.addLayout(self._notices)
        stage.addWidget(self._room, 1)
        inner.addLayout(stage, 1)
        column.addWidget(self.content, 1)
        self.setCentralWidget(page)
        self.typing = FingerTyping(self, page, self._room)

    def _connect(self) -> None:
        self.presenter.changed.connect(self.show_state)
        self.presenter.sync.changed.connect(lambda _: self._tell_sync())
        self.presenter.sync.outage.connect(self._explain_outage)
        self.bar.menu_pressed.connect(self._open_menu)
        self.bar.back_pressed.connect(self._go_back)
        self.bar.pill.clicked.connect(self.pill_pressed)
        self.side.chosen.connect(self.show_screen)
        self.menu.chosen.connect(self.show_screen)
        self.menu.locked.connect(self.lock)
        self.connect_look(self.menu.look)
        self.bar.keys_pressed.connect(self._show_keys)
        self._help = QShortcut(QKeySequence(chosen_key("F1")), self, self._show_keys)
        QShortcut(QKeySequence(chosen_key("Ctrl+M")), self.bar.menu, self._open_menu)
        self._full = QShortcut(QKeySequence(chosen_key("F11")), self, self._toggle_full_screen)
        self._lock = QShortcut(QKeySequence(chosen_key("F12")), self, self.lock)

    def _title(self, screen: Screen) -> str:
        return QApplication.translate("Screens", screen.title)

    def _entries(self) -> list[tuple[str, str]]:
        rights = self.presenter.state.rights
        seen = [s for s in self._screens.values() if s.in_menu and (not s.right or s.right in rights)]
        return [(screen.key, self._title(screen)) for screen in seen]

    def _list_screens(self) -> None:
        if not hasattr(self, "menu"):
            return
        entries = self._entries()
        self.menu.set_entries(entries, self._current)
        self.side.set_entries(entries)
        if self._current in dict(entries):
            self.side.choose(self._current)

    def _open_menu(self) -> None:
        if not self.menu.isHidden():
            self.menu.shut()
            return
        self._list_screens()
        self.menu.open()

    def _show_keys(self) -> None:
        if not self.keys.isHidden():
            self.keys.shut()
            return
        self.menu.shut()
        screen = self._screens.get(self._current)
        self.keys.show_keys(self, screen.keys if screen else (), self._help)

    def _shut_covers(self) -> None:
        self.menu.shut()
        self.keys.shut()

    def _go_back(self) -> None:
        screen = self._screens.get(self._current)
        if screen and screen.back:
            screen.back()

    def _other_language(self) -> None:
        self.switch_language(next_language())

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _tell_time(self) -> None:
        self.bar.clock.setText(formats.clock_time(self.presenter.now()))

    def _tell_sync(self) -> None:
        if self.presenter.sync.shown:
            words = sync_words(self.presenter.sync.shown, self.presenter.now(), self.presenter.state.cases)
            self.bar.pill.show_state(words.state, words.text, words.detail)

    def _explain_outage(self, status: EngineStatus) -> None:
        words = sync_words(status, self.presenter.now())
        self.show_notice("info", f"{words.text.partition(' · ')[0]}. {words.detail}")
