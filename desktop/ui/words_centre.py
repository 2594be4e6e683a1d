"""English sentences about the centre and the line to it, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

CENTRE_REFUSALS: dict[str, tuple[str, str]] = {
    "terminal.denied": (
        QT_TRANSLATE_NOOP("Refusals", "Head office does not let this till in."),
        QT_TRANSLATE_NOOP("Refusals", "Ask for a new code, or have this till unblocked in the console."),
    ),
    "enrol.server": (
        QT_TRANSLATE_NOOP("Refusals", "The address of head office is missing."),
        QT_TRANSLATE_NOOP("Refusals", "Type it, or scan the code from head office."),
    ),
    "enrol.code": (
        QT_TRANSLATE_NOOP("Refusals", "Head office does not know this code."),
        QT_TRANSLATE_NOOP("Refusals", "It holds for ten minutes and works once: ask for another."),
    ),
    "enrol.name": (
        QT_TRANSLATE_NOOP("Refusals", "This till has no name yet."),
        QT_TRANSLATE_NOOP("Refusals", "Name it, for example Till 3."),
    ),
    "settings.address": (
        QT_TRANSLATE_NOOP("Refusals", "This address cannot be one of a device."),
        QT_TRANSLATE_NOOP("Refusals", "Write tcp:HOST, serial:PORT or file:PATH, or choose a port of the list."),
    ),
}
"""Code -> what is refused, and the way out."""

CENTRE_FAULTS: dict[str, tuple[str, str]] = {
    "offline.network": (
        QT_TRANSLATE_NOOP("Faults", "This till has no network"),
        QT_TRANSLATE_NOOP("Faults", "Check the cable, the Wi-Fi or the proxy of this computer."),
    ),
    "offline.internet": (
        QT_TRANSLATE_NOOP("Faults", "The address of head office is not found"),
        QT_TRANSLATE_NOOP("Faults", "Check the address letter by letter, then the router."),
    ),
    "offline.server": (
        QT_TRANSLATE_NOOP("Faults", "Head office does not answer"),
        QT_TRANSLATE_NOOP("Faults", "Check the address; if it is right, the server is down: try again later."),
    ),
    "offline.captive": (
        QT_TRANSLATE_NOOP("Faults", "Something else answers at this address"),
        QT_TRANSLATE_NOOP("Faults", "Sign in to the network's own web page, or correct the address."),
    ),
    "offline.certificate": (
        QT_TRANSLATE_NOOP("Faults", "The certificate of head office does not verify"),
        QT_TRANSLATE_NOOP("Faults", "Give the administrator's CA file to this till (setting ca_file), then try again."),
    ),
    "offline.clock": (
        QT_TRANSLATE_NOOP("Faults", "The clock of this till is wrong"),
        QT_TRANSLATE_NOOP("Faults", "Set date and time of this computer, then try again."),
    ),
    "busy": (
        QT_TRANSLATE_NOOP("Faults", "Head office is busy"),
        QT_TRANSLATE_NOOP("Faults", "Try again in a minute."),
    ),
    "refused": (
        QT_TRANSLATE_NOOP("Faults", "Head office does not accept this"),
        QT_TRANSLATE_NOOP("Faults", "Check the code and the versions of both programs, then tell support."),
    ),
    "broken": (
        QT_TRANSLATE_NOOP("Faults", "The answer of head office does not hold together"),
        QT_TRANSLATE_NOOP("Faults", "Check the address. Nothing was kept; tell support if it stays."),
    ),
    "disk": (
        QT_TRANSLATE_NOOP("Faults", "The disk of this till does not do"),
        QT_TRANSLATE_NOOP("Faults", "Free some space or check the disk, then try again."),
    ),
    "export.unwritable": (
        QT_TRANSLATE_NOOP("Faults", "The file cannot be written"),
        QT_TRANSLATE_NOOP("Faults", "Choose another folder, or check this disk."),
    ),
    "export.incomplete": (
        QT_TRANSLATE_NOOP("Faults", "The disk does not give back what was written"),
        QT_TRANSLATE_NOOP("Faults", "Nothing was left there. Choose another disk."),
    ),
    "degraded": (
        QT_TRANSLATE_NOOP("Faults", "Head office cannot work just now"),
        QT_TRANSLATE_NOOP("Faults", "Try again in a minute."),
    ),
}
"""Cause of `sync.trouble`, or code -> title and remedy; the message between them is the machine's own."""
