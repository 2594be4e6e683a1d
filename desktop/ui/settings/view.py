"""The settings screen: pages behind tabs; what is chosen is kept at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.settings.about_page import AboutPage
from desktop.ui.settings.hardware_page import HardwarePage
from desktop.ui.settings.look_page import LookPage
from desktop.ui.settings.mail_page import MailPage
from desktop.ui.settings.page import Page
from desktop.ui.settings.presenter import SettingsPresenter
from desktop.ui.settings.printer_page import PrinterPage
from desktop.ui.settings.scanner_page import ScannerPage
from desktop.ui.settings.settings_rows import SettingsState
from desktop.ui.settings.till_page import TillPage
from desktop.ui.theme.theme import active
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrolling import scroll_by_finger
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.strip import Strip
from desktop.ui.widgets.text import Text
from desktop.ui.words import refusal_text

AT_FIELD = ("printer", "receipt_folder", "scale", "display", "keys", "backup_second")
"""Refusals of these settings stand at their fields; the others above the page."""


class SettingsView(Panel):
    """`test_rows` are the dark stretches of the test code's QR (`settings_rows.TEST_CODE`)."""

    def __init__(
        self,
        presenter: SettingsPresenter,
        test_rows: Sequence[Sequence[tuple[int, int]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.title, self.tabs, self.strip = Text("", "title"), Segments(style="tab"), Strip()
        self.look, self.scanner = LookPage(), ScannerPage(test_rows)
        self.printer, self.till, self.hardware = PrinterPage(), TillPage(), HardwarePage()
        self.mail, self.about = MailPage(), AboutPage()
        self._pages: dict[str, Page] = {
            "look": self.look,
            "hardware": self.hardware,
            "scanner": self.scanner,
            "printer": self.printer,
            "mail": self.mail,
            "till": self.till,
            "about": self.about,
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
            page.saved.connect(presenter.save)
        self._lay_out()
        self._connect()
        presenter.changed.connect(self.show_state)
        self.retranslate()

    def show_state(self, state: SettingsState) -> None:
        """Show the page that is open."""
        if self.tabs.choice() != state.page:
            self.tabs.choose(state.page)
            self._fit()
        page = self._pages[state.page]
        page.show_state(state)
        self._stack.setCurrentWidget(page)
        if state.refusal and state.refusal.field not in AT_FIELD:
            self.strip.show_notice("warn", refusal_text(state.refusal))
        else:
            self.strip.clear()

    def retranslate(self) -> None:
        """Say everything again."""
        self.title.setText(self.tr("Settings"))
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.tabs.set_options(
            [
                ("look", self.tr("Words and look")),
                ("hardware", self.tr("Devices")),
                ("scanner", self.tr("Scanner")),
                ("printer", self.tr("Printer and drawer")),
                ("mail", self.tr("Mail, customer")),
                ("till", self.tr("This till")),
                ("about", self.tr("Safety, licences")),
            ]
        )
        self.show_state(self._presenter.state)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the tabs need the room, the bar above says what this is."""
        self._fit()
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen is shown."""
        self._presenter.leave()
        super().hideEvent(event)

    def _connect(self) -> None:
        presenter = self._presenter
        self.tabs.chosen.connect(presenter.show_page)
        self.look.played.connect(presenter.play)
        self.look.card.resized.connect(presenter.resize_card)
        self.look.card.kept.connect(presenter.keep_card)
        self.look.card.guessed.connect(lambda: presenter.save("pixels_per_mm", 0.0))
        self.scanner.ports_asked.connect(presenter.look_for_ports)
        self.scanner.toggled.connect(presenter.toggle_scanner)
        self.scanner.sheet_asked.connect(presenter.write_sheet)
        self.hardware.ports_asked.connect(presenter.look_for_ports)
        self.hardware.device_chosen.connect(presenter.choose_device)
        self.hardware.scanner_driven.connect(presenter.drive_scanner)
        self.hardware.page_asked.connect(presenter.show_page)
        self.hardware.display_asked.connect(presenter.test_display)
        self.mail.password_kept.connect(presenter.keep_mail_password)
        self.about.key_sheet_asked.connect(presenter.write_key_sheet)
        self.about.licence_chosen.connect(presenter.read_licence)
        self.printer.print_asked.connect(presenter.test_print)
        self.printer.drawer_asked.connect(presenter.test_drawer)

    def _fit(self) -> None:
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._head.spacing()
        self.title.setVisible(self.title.sizeHint().width() + self.tabs.sizeHint().width() <= room)
        self._tabs.ensureWidgetVisible(self.tabs.button(self.tabs.choice()), active().gap, 0)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._tabs = QScrollArea()
        self._tabs.setWidget(self.tabs)
        self._tabs.setWidgetResizable(True)
        self._tabs.setFrameShape(QFrame.Shape.NoFrame)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for policy in (self._tabs.setHorizontalScrollBarPolicy, self._tabs.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll_by_finger(self._tabs)
        self._head.addWidget(self._tabs, 1)
        self._column.addLayout(self._head)
        self._column.addWidget(self.strip)
        self._column.addWidget(self._stack, 1)
        self._space()

    def _space(self) -> None:
        gap = active().gap
        self._column.setContentsMargins(2 * gap, 3 * gap // 2, 2 * gap, 0)
        self._column.setSpacing(gap)
        self._head.setSpacing(2 * gap)
        self._tabs.setFixedHeight(self.tabs.sizeHint().height())
