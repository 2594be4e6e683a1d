"""The devices of this till: found, named, tested live, and explained in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.settings.choice_row import locked_words
from desktop.ui.settings.device_choices import ON_A_PORT, DeviceChoices
from desktop.ui.settings.hardware_words import (
    device_explained,
    device_name,
    device_state,
    printer_pairs,
    weight_text,
)
from desktop.ui.settings.page import Page
from desktop.ui.settings.port_list import PortList
from desktop.ui.settings.settings_rows import DeviceRow, SettingsState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.pairs import Pairs
from desktop.ui.widgets.strip import Strip
from desktop.ui.widgets.text import Text

PAGES = {"keyboard": "scanner", "scanner": "scanner", "printer": "printer"}
"""Devices with a page of their own."""


class HardwarePage(Page):
    """`device_chosen(key)`, `page_asked(page)`, `ports_asked()`, `display_asked()`, `scanner_driven(address, name)`."""

    device_chosen = Signal(str)
    page_asked = Signal(str)
    ports_asked = Signal()
    display_asked = Signal()
    scanner_driven = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list, self._one = Card(), Card()
        self.rows: dict[str, Key] = {}
        self.strip, self.weight = Strip(), Figure("", "total")
        self.ports, self.printer, self.choices = PortList(), Pairs(), DeviceChoices()
        self._locked = Text("", "label", wrap=True)
        self._ask, self._where = Text("", "body", tone="muted", wrap=True), Text("", "quiet")
        self.refresh = Key(kind="quiet", size="control")
        self.show_text, self.own_page = Key(icon="monitor"), Key(icon="arrow-right")
        self._said = ""
        self._lay_out()
        self.refresh.clicked.connect(lambda: self.ports_asked.emit())
        self.show_text.clicked.connect(lambda: self.display_asked.emit())
        self.own_page.clicked.connect(self._open_page)
        self.ports.chosen.connect(self._choose_port)
        self.choices.saved.connect(self.saved)
        self.choices.scanner_driven.connect(self.scanner_driven)
        self.retranslate()

    def show_state(self, state: SettingsState) -> None:
        """Show every device, and the one that is looked at."""
        super().show_state(state)
        self._show_rows(state)
        self._show_one(self.row(), state)

    def row(self) -> DeviceRow | None:
        """The device that is looked at."""
        return next((row for row in self.state.devices if row.key == self.state.device), None)

    def retranslate(self) -> None:
        """Say everything again."""
        self._list.set_heading(self.tr("Devices of this till"))
        self.refresh.set_text(self.tr("Look again"), name=self.tr("Look for ports again"))
        self.show_text.set_text(self.tr("Show a text on it"))
        self.own_page.set_text(self.tr("Open its page"))
        self._where.setText(self.tr("Connected to"))
        self._ask.setText(self.tr("Choose a device to see it at work."))
        super().retranslate()

    def space(self) -> None:
        """Take the distances of the look in force."""
        super().space()
        if hasattr(self, "_one"):
            self._list.body.setSpacing(active().mm(active().density.gap_mm))
            self._one.body.setSpacing(active().px(10))
            self.ports.space()

    def _show_rows(self, state: SettingsState) -> None:
        if list(self.rows) != [row.key for row in state.devices]:
            for key in self.rows.values():
                key.hide()
                key.deleteLater()
            self.rows = {row.key: Key(kind="choice", size="control") for row in state.devices}
            for name, key in self.rows.items():
                self._list.body.addWidget(key)
                key.show()
                key.clicked.connect(lambda _=False, name=name: self._choose(name))
        for row in state.devices:
            key = self.rows[row.key]
            key.set_text(device_name(row, state.ports), value=device_state(row))
            key.setChecked(row.key == state.device)

    def _show_one(self, row: DeviceRow | None, state: SettingsState) -> None:
        on_a_port = row is not None and row.role in ON_A_PORT
        self._ask.setVisible(row is None)
        self.own_page.setVisible(row is not None and row.role in PAGES)
        self.show_text.setVisible(row is not None and row.role == "display")
        self.weight.setVisible(row is not None and row.role == "scale" and row.mood != "off")
        for widget in (self._where, self.ports, self.refresh):
            widget.setVisible(on_a_port)
        self.choices.show_device(row, state)
        self.printer.set_pairs(printer_pairs(row) if row else ())
        self.printer.setVisible(bool(self.printer.pairs))
        self._locked.setVisible(False)
        self._one.set_heading(self._heading(row))
        kind, words = device_explained(row) if row else ("info", "")
        if words != self._said:  # what a person has put away stays away until there is something else to say
            self._said = words
            if words:
                self.strip.show_notice(kind, words)  # type: ignore[arg-type]
            else:
                self.strip.clear()
        if row is None:
            return
        self.weight.set_text(weight_text(row), "ok" if row.weight_state == "stable" else "muted")
        self.show_text.setEnabled(row.mood == "ready")
        if on_a_port:
            self._show_port(row, state)

    def _show_port(self, row: DeviceRow, state: SettingsState) -> None:
        where = state.locked.get(row.role, "")
        address = state.text(row.role)
        self.ports.show_ports(state, [address] if address else [], self.tr("Not connected"), bool(where))
        self._locked.setText(locked_words(where))
        self._locked.setVisible(bool(where))

    def _heading(self, row: DeviceRow | None) -> str:
        if row is None:
            return self.tr("One device")
        name = device_name(row, self.state.ports)
        return f"{name} · {row.address}" if row.role == "printer" and row.address else name

    def _choose(self, key: str) -> None:
        self.rows[key].setChecked(True)
        self.device_chosen.emit(key)

    def _choose_port(self, address: str) -> None:
        row = self.row()
        if row is not None:
            self.saved.emit(row.role, address)

    def _open_page(self) -> None:
        row = self.row()
        if row is not None:
            self.page_asked.emit(PAGES[row.role])

    def _lay_out(self) -> None:
        body = self._one.body
        for widget in (self._ask, self.strip, self.weight, self.printer):
            body.addWidget(widget)
        for below in (self._where, self.ports, self._locked, self.refresh, self.choices):
            body.addWidget(below)
        body.addWidget(self.show_text)
        body.addWidget(self.own_page)
        self.left.addWidget(self._list)
        self.left.addStretch(1)
        self.right.addWidget(self._one)
        self.right.addStretch(1)
        self.space()
