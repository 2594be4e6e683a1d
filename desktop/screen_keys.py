"""The keys of a screen on paper: written as a PDF beside what else was exported."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.faults import Fault
from desktop.paper.key_sheet import SheetKey, key_sheet
from desktop.station import Station
from desktop.ui.keymap import own_key
from desktop.ui.shell import Shell

_FOLDER, _FILE = "exports", "keys.pdf"


class KeyPaper(QObject):
    """Writes the sheet that the window's list of keys asks for, and says where it lies."""

    def __init__(self, shell: Shell, station: Station) -> None:
        super().__init__(shell)
        self._shell, self._station = shell, station
        shell.keys.sheet_asked.connect(self._write)

    def _write(self, keys: Sequence[tuple[str, str]]) -> None:
        path = self._station.data_dir / _FOLDER / _FILE
        names = (self._station.terminal.name, self._shell.bar.place())
        title = " · ".join(dict.fromkeys(names))  # the till's own screen is called as the till
        entries = [SheetKey(key, does, own_key(key)) for key, does in keys]
        sheet = key_sheet(title, entries, self._shell.presenter.command_tag)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(sheet)
        except OSError as error:
            fault = Fault("paper.unwritable", "The sheet cannot be saved", str(error), "Check folder and disk.")
            self._shell.show_fault(fault)
            return
        self._shell.show_notice("ok", self.tr("Written to {0}").replace("{0}", str(path)))
