"""How one device is spoken to: its kind, the speed of its line, its letters, its place in the network."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.settings.choice_row import ChoiceRow
from desktop.ui.settings.hardware_words import driver_title
from desktop.ui.settings.settings_rows import DeviceRow, SettingsState
from desktop.ui.settings.typed_row import TypedRow
from desktop.ui.theme.theme import active

ON_A_PORT = ("scale", "display")
DRIVEN = {"scanner": "scanner_driver", "scale": "scale_driver", "display": "display_driver", "card": "card_terminal"}
"""Role -> setting; a scanner's driver stands in the list of scanners, so that each has its own."""
SPEEDS = (0, 4800, 9600, 19200)
LETTERS = ("cp866", "cp1251", "cp437", "cp858", "cp1252")


class DeviceChoices(QWidget):
    """`saved(name, value)`, `scanner_driven(address, driver)`; only what the device has is shown."""

    saved = Signal(str, object)
    scanner_driven = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drivers = {role: ChoiceRow(setting) for role, setting in DRIVEN.items()}
        self.network = {role: TypedRow(role) for role in ON_A_PORT}
        self.speed, self.letters, self.switch = (
            ChoiceRow("scale_baud"),
            ChoiceRow("display_code_page"),
            ChoiceRow("drawer_switch"),
        )
        self._row: DeviceRow | None = None
        self._options: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {}
        self._lay_out()
        for role, choice in self.drivers.items():
            choice.chosen.connect(lambda _, driver, role=role: self._drive(role, driver))
        for typed in self.network.values():
            typed.saved.connect(self.saved)
        self.speed.chosen.connect(lambda name, value: self.saved.emit(name, int(value)))
        for row in (self.letters, self.switch):
            row.chosen.connect(lambda name, value: self.saved.emit(name, value))
        self.retranslate()

    def show_device(self, row: DeviceRow | None, state: SettingsState) -> None:
        """Show what can be chosen for this device."""
        self._row = row
        role = row.role if row else ""
        for one, choice in self.drivers.items():
            choice.setVisible(one == role and bool((row and row.address) or role != "scanner"))
        for one, typed in self.network.items():
            typed.setVisible(one == role)
            typed.show_state(state)
        self.speed.setVisible(role == "scale" and not state.text("scale").startswith("tcp:"))
        self.letters.setVisible(role == "display")
        self.switch.setVisible(row is not None and row.printer is not None and row.printer.answered)
        for shown in (self.speed, self.letters, self.switch):
            shown.show_state(state)
        if row is not None and role in DRIVEN:
            self._show_driver(row, state)

    def retranslate(self) -> None:
        """Say everything again."""
        for typed in self.network.values():
            typed.set_words(self.tr("Or type its address"), self.tr("In the network: tcp:192.168.1.60:5001"))
        usual = (str(SPEEDS[0]), self.tr("Usual"))
        self.speed.set_words(self.tr("Speed of the cable (baud)"), [usual, *((str(s), str(s)) for s in SPEEDS[1:])])
        self.letters.set_words(self.tr("Letters it knows"), [(page, page) for page in LETTERS])
        ways = [("usual", self.tr("Usual")), ("reversed", self.tr("Other way round"))]
        self.switch.set_words(self.tr("Switch of the drawer, in case open and shut are mixed up"), ways)
        self._options.clear()

    def space(self) -> None:
        """Take the distances of the look in force."""
        self._column.setSpacing(active().px(10))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self.space()
        super().changeEvent(event)

    def _show_driver(self, row: DeviceRow, state: SettingsState) -> None:
        labels = {
            "scanner": self.tr("Which scanner it is"),
            "scale": self.tr("Which scale it is"),
            "display": self.tr("How it is spoken to"),
            "card": self.tr("How cards are taken, from the next start on"),
        }
        choice = self.drivers[row.role]
        options = tuple((driver.name, driver_title(driver)) for driver in state.drivers if driver.role == row.role)
        if self._options.get(row.role) != (labels[row.role], options):
            self._options[row.role] = (labels[row.role], options)
            choice.set_words(labels[row.role], options)
        choice.show_state(state)
        if row.role == "scanner" and row.driver in dict(options):
            choice.segments.choose(row.driver)
            choice.segments.setEnabled("scanner_ports" not in state.locked)

    def _drive(self, role: str, driver: str) -> None:
        if role == "scanner" and self._row is not None:
            self.scanner_driven.emit(self._row.address, "" if driver == "plain" else driver)
        else:
            self.saved.emit(DRIVEN[role], driver)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for row in (*self.network.values(), *self.drivers.values(), self.speed, self.letters, self.switch):
            self._column.addWidget(row)
        self.space()
