"""The scanner: which one, how it types, and a test that shows everything it sends."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.settings.choice_row import ChoiceRow, locked_words
from desktop.ui.settings.page import Page
from desktop.ui.settings.port_list import PortList
from desktop.ui.settings.qr_square import QrSquare
from desktop.ui.settings.scan_words import pairs_of, verdict
from desktop.ui.settings.settings_rows import SettingsState, scanner_entries, visible
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.pairs import Pairs
from desktop.ui.widgets.strip import Strip
from desktop.ui.widgets.text import Text

GAPS_MS = (30, 50, 80)
BAUDS = (9600, 19200, 38400, 115200)


class ScannerPage(Page):
    """`ports_asked()` looks for serial ports again, `toggled(address)` listens to one more or to one less.

    `sheet_asked()` wants the sheet that sets scanners up.
    """

    ports_asked = Signal()
    toggled = Signal(str)
    sheet_asked = Signal()

    def __init__(self, test_rows: Sequence[Sequence[tuple[int, int]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._test, self._wire = Card(), Card()
        self._ask, self.raw = Text("", "body", tone="muted", wrap=True), Text("", "strong", wrap=True)
        self.strip, self.pairs, self.square = Strip(), Pairs(plain=True), QrSquare(test_rows)
        self.gap, self.baud = ChoiceRow("wedge_gap_ms"), ChoiceRow("scanner_baud")
        self.refresh, self.sheet = (
            Key(kind="quiet", size="control"),
            Key(kind="quiet", size="control", icon="file-text"),
        )
        self.port_list, self._written = PortList(), Text("", "label", wrap=True)
        self._no_ports, self._locked = Text("", "quiet", wrap=True), Text("", "label", wrap=True)
        self._lay_out()
        self.gap.chosen.connect(lambda name, value: self.saved.emit(name, int(value)))
        self.baud.chosen.connect(lambda name, value: self.saved.emit(name, int(value)))
        self.refresh.clicked.connect(lambda: self.ports_asked.emit())
        self.port_list.chosen.connect(self.toggled)
        self.sheet.clicked.connect(lambda: self.sheet_asked.emit())
        self.retranslate()

    def show_state(self, state: SettingsState) -> None:
        """Show the last scan, the ports and how it is set."""
        super().show_state(state)
        self._show_scan(state)
        self._show_ports(state)
        self.gap.show_state(state)
        self.baud.show_state(state)
        self.baud.setVisible(bool(state.text("scanner_ports")))

    def retranslate(self) -> None:
        """Say everything again."""
        self._test.set_heading(self.tr("Test"))
        self._wire.set_heading(self.tr("Connection"))
        self.square.setAccessibleName(self.tr("Test code to scan"))
        self.refresh.set_text(self.tr("Look again"), name=self.tr("Look for ports again"))
        self.sheet.set_text(self.tr("Sheet that sets a scanner up (PDF)"))
        usual = [(str(gap), self.tr("{0} ms").replace("{0}", str(gap))) for gap in GAPS_MS]
        self.gap.set_words(self.tr("Pause that ends a code typed by a keyboard scanner"), usual)
        self.baud.set_words(self.tr("Speed of the cable (baud)"), [(str(baud), str(baud)) for baud in BAUDS])
        super().retranslate()

    def space(self) -> None:
        """Take the distances of the look in force."""
        super().space()
        if hasattr(self, "_wire"):
            self.port_list.space()
            self._wire.body.setSpacing(active().px(10))
            self._test.body.setSpacing(active().px(12))
            self._head.setSpacing(active().px(18))

    def _show_scan(self, state: SettingsState) -> None:
        seen = state.seen
        self.raw.setVisible(seen is not None)
        self.pairs.setVisible(seen is not None)
        if seen is None:
            self._ask.setText(self.tr("Scan this code, or anything else. Nothing is sold here."))
            self.strip.clear()
            return
        self._ask.setText(self.tr("Scan something else, or this code once more."))
        self.raw.setText("\u200b".join(visible(seen.text)))
        self.raw.setAccessibleName(self.tr("Characters as they came: {0}").replace("{0}", visible(seen.text)))
        self.pairs.set_pairs(pairs_of(seen))
        kind, words = verdict(seen)
        if self.strip.text != words:
            self.strip.show_notice("warn" if kind == "warn" else "ok", words)

    def _show_ports(self, state: SettingsState) -> None:
        chosen = [address for address, _ in scanner_entries(state.text("scanner_ports"))]
        locked = "scanner_ports" in state.locked
        self.port_list.show_ports(state, chosen, self.tr("Keyboard scanner only"), locked)
        self._no_ports.setText(self.tr("No serial port was found. A keyboard scanner needs none."))
        self._no_ports.setVisible(not state.ports)
        self._locked.setText(locked_words(state.locked.get("scanner_ports", "")))
        self._locked.setVisible(locked)
        self._written.setText(self.tr("Written to {0}").replace("{0}", state.sheet))
        self._written.setVisible(bool(state.sheet))

    @property
    def ports(self) -> dict[str, Key]:
        """The keys of the ports, by address."""
        return self.port_list.keys

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.square)
        side = QVBoxLayout()
        side.addWidget(self._ask)
        side.addStretch(1)
        self._head.addLayout(side, 1)
        self._test.body.addLayout(self._head)
        for shown in (self.strip, self.raw, self.pairs):
            self._test.body.addWidget(shown)
        self._wire.body.addWidget(self.port_list)
        for chosen in (self._no_ports, self._locked, self.refresh, self.baud, self.gap, self.sheet, self._written):
            self._wire.body.addWidget(chosen)
        self.left.addWidget(self._test)
        self.left.addStretch(1)
        self.right.addWidget(self._wire)
        self.right.addStretch(1)
        self.space()
