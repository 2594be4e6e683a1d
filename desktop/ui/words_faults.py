"""Faults by code: English titles and remedies, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.words_backups import BACKUP_FAULTS
from desktop.ui.words_centre import CENTRE_FAULTS
from desktop.ui.words_devices import DEVICE_FAULTS
from desktop.ui.words_it import IT_FAULTS
from desktop.ui.words_papers import PAPER_FAULTS
from desktop.ui.words_tender import TENDER_FAULTS

FAULTS: dict[str, tuple[str, str]] = {
    "owner.busy": (
        QT_TRANSLATE_NOOP("Faults", "Another command is at work"),
        QT_TRANSLATE_NOOP("Faults", "Try again in a moment."),
    ),
    **BACKUP_FAULTS,
    **CENTRE_FAULTS,
    **PAPER_FAULTS,
    **DEVICE_FAULTS,
    **IT_FAULTS,
    **TENDER_FAULTS,
    "store.full": (
        QT_TRANSLATE_NOOP("Faults", "The disk is full"),
        QT_TRANSLATE_NOOP("Faults", "Try once more, there is a reserve; then free space on this disk."),
    ),
    "store.readonly": (
        QT_TRANSLATE_NOOP("Faults", "The disk cannot be written"),
        QT_TRANSLATE_NOOP("Faults", "Check the disk and its permissions."),
    ),
    "store.damaged": (
        QT_TRANSLATE_NOOP("Faults", "The database is damaged or its key is wrong"),
        QT_TRANSLATE_NOOP("Faults", "Close this program and start it again: it mends itself."),
    ),
    "store.busy": (
        QT_TRANSLATE_NOOP("Faults", "Another program is using the database"),
        QT_TRANSLATE_NOOP("Faults", "Close it and try again."),
    ),
    "store.disk": (
        QT_TRANSLATE_NOOP("Faults", "The disk reported an error"),
        QT_TRANSLATE_NOOP("Faults", "Check the disk, then start again."),
    ),
    "store.unreachable": (
        QT_TRANSLATE_NOOP("Faults", "The database cannot be opened"),
        QT_TRANSLATE_NOOP("Faults", "Check the folder and its permissions."),
    ),
    "store.old_sqlite": (
        QT_TRANSLATE_NOOP("Faults", "The database driver is too old"),
        QT_TRANSLATE_NOOP("Faults", "Install the program again."),
    ),
    "store.unsafe": (
        QT_TRANSLATE_NOOP("Faults", "The database refused its safe setting"),
        QT_TRANSLATE_NOOP("Faults", "Install the program again."),
    ),
    "store.newer": (
        QT_TRANSLATE_NOOP("Faults", "The database belongs to a newer version of the program"),
        QT_TRANSLATE_NOOP("Faults", "Install the newer version again; nothing was changed."),
    ),
    "settings.unreadable": (
        QT_TRANSLATE_NOOP("Faults", "A settings file cannot be read"),
        QT_TRANSLATE_NOOP("Faults", "Check it."),
    ),
    "settings.unwritable": (
        QT_TRANSLATE_NOOP("Faults", "Settings cannot be saved"),
        QT_TRANSLATE_NOOP("Faults", "Check the disk."),
    ),
    "secrets.closed": (
        QT_TRANSLATE_NOOP("Faults", "The secret store cannot be read"),
        QT_TRANSLATE_NOOP("Faults", "Unlock it or restore it."),
    ),
    "secrets.no_key": (
        QT_TRANSLATE_NOOP("Faults", "The key of the database is missing"),
        QT_TRANSLATE_NOOP("Faults", "Restore the secrets of this machine."),
    ),
    "port.gone": (
        QT_TRANSLATE_NOOP("Faults", "The device is gone"),
        QT_TRANSLATE_NOOP("Faults", "Plug it in, or choose another port in Settings."),
    ),
    "scanner.gone": (
        QT_TRANSLATE_NOOP("Faults", "The scanner is gone"),
        QT_TRANSLATE_NOOP("Faults", "Plug it in, or choose another port in Settings."),
    ),
    "scale.gone": (
        QT_TRANSLATE_NOOP("Faults", "The scale is gone"),
        QT_TRANSLATE_NOOP("Faults", "Plug it in, or choose another port in Settings."),
    ),
    "port.busy": (
        QT_TRANSLATE_NOOP("Faults", "The device is in use"),
        QT_TRANSLATE_NOOP("Faults", "Close the other program, or choose another port."),
    ),
    "port.denied": (
        QT_TRANSLATE_NOOP("Faults", "The device may not be opened"),
        QT_TRANSLATE_NOOP("Faults", "Give this user the right to open it, or close the other program."),
    ),
    "port.settings": (
        QT_TRANSLATE_NOOP("Faults", "The line settings are wrong"),
        QT_TRANSLATE_NOOP("Faults", "Correct speed, bits and parity in Settings."),
    ),
    "printer.address": (
        QT_TRANSLATE_NOOP("Faults", "The printer's address is wrong"),
        QT_TRANSLATE_NOOP("Faults", "Correct the printer's address in Settings."),
    ),
    "printer.unreachable": (
        QT_TRANSLATE_NOOP("Faults", "The printer cannot be reached"),
        QT_TRANSLATE_NOOP("Faults", "Check that it is switched on and connected, then print again."),
    ),
    "printer.cover_open": (
        QT_TRANSLATE_NOOP("Faults", "The printer's cover is open"),
        QT_TRANSLATE_NOOP("Faults", "Close the cover, then print again."),
    ),
    "printer.paper_out": (
        QT_TRANSLATE_NOOP("Faults", "The printer is out of paper"),
        QT_TRANSLATE_NOOP("Faults", "Put in a new roll, then print again."),
    ),
    "printer.error": (
        QT_TRANSLATE_NOOP("Faults", "The printer reports an error"),
        QT_TRANSLATE_NOOP("Faults", "Switch it off and on, then print again."),
    ),
    "printer.offline": (
        QT_TRANSLATE_NOOP("Faults", "The printer is off-line"),
        QT_TRANSLATE_NOOP("Faults", "Press its feed or on-line key, then print again."),
    ),
    "printer.cut": (
        QT_TRANSLATE_NOOP("Faults", "The connection to the printer broke"),
        QT_TRANSLATE_NOOP("Faults", "Check the cable or the network."),
    ),
    "printer.silent": (
        QT_TRANSLATE_NOOP("Faults", "The printer stopped answering"),
        QT_TRANSLATE_NOOP("Faults", "Look whether the receipt came out whole."),
    ),
    "paper.unwritable": (
        QT_TRANSLATE_NOOP("Faults", "The receipt cannot be saved"),
        QT_TRANSLATE_NOOP("Faults", "Check folder and disk."),
    ),
    "scanner.partial": (
        QT_TRANSLATE_NOOP("Faults", "A scan was not whole"),
        QT_TRANSLATE_NOOP("Faults", "Scan the item again."),
    ),
    "bug": (
        QT_TRANSLATE_NOOP("Faults", "Something went wrong in the program"),
        QT_TRANSLATE_NOOP("Faults", "The cart is kept. Go on."),
    ),
    "port.address": (
        QT_TRANSLATE_NOOP("Faults", "The device's address is wrong"),
        QT_TRANSLATE_NOOP("Faults", "Choose the device again in Settings."),
    ),
}
"""Code -> title and remedy; the message between them is the machine's own."""
