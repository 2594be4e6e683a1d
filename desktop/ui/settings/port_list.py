"""The ports of this machine as keys, one or several of them chosen."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.settings.settings_rows import PortChoice, SettingsState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key


class PortList(QWidget):
    """`chosen(str)` tells the address of the pressed key, "" for the one that means no port."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: dict[str, Key] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_ports(self, state: SettingsState, chosen: Collection[str], none: str, locked: bool) -> None:
        """Show the ports there are, and chosen ones that are away; `none` are the words for no port."""
        known = [PortChoice("", "", none), *state.ports]
        known += [PortChoice(address, "", "") for address in chosen if all(p.address != address for p in state.ports)]
        if list(self.keys) != [port.address for port in known]:
            self._replace([port.address for port in known])
        for port in known:
            key = self.keys[port.address]
            key.set_text(_words(port))
            key.setChecked(port.address in chosen if port.address else not chosen)
            key.setEnabled(not locked)

    def space(self) -> None:
        """Take the distances of the look in force."""
        self._column.setSpacing(active().mm(active().density.gap_mm))

    def _replace(self, addresses: list[str]) -> None:
        for key in self.keys.values():
            key.hide()
            key.deleteLater()
        self.keys = {address: Key(kind="choice", size="control") for address in addresses}
        for address, key in self.keys.items():
            self._column.addWidget(key)
            key.show()
            key.clicked.connect(lambda _=False, address=address: self.chosen.emit(address))


def _words(port: PortChoice) -> str:
    if not port.address:
        return port.description
    if not port.path:
        return QCoreApplication.translate("PortList", "{0} (not there now)").replace("{0}", port.address)
    return f"{port.description} · {port.path}" if port.description else port.path
