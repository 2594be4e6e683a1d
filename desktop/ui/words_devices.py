"""Faults and refusals of the devices: English sentences by code, marked for translation."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

DEVICE_FAULTS: dict[str, tuple[str, str]] = {
    "printer.queue": (
        QT_TRANSLATE_NOOP("Faults", "The print queue is not there"),
        QT_TRANSLATE_NOOP("Faults", "Set the printer up in the system, or write its name as the system has it."),
    ),
    "printer.unsure": (
        QT_TRANSLATE_NOOP("Faults", "A slip may not have come out"),
        QT_TRANSLATE_NOOP("Faults", "Look at the paper. If it is not there or not whole, print it again."),
    ),
    "printer.old": (
        QT_TRANSLATE_NOOP("Faults", "A slip still waits for the printer"),
        QT_TRANSLATE_NOOP("Faults", "Print it now, or forget it."),
    ),
    "port.unreachable": (
        QT_TRANSLATE_NOOP("Faults", "The device does not answer in the network"),
        QT_TRANSLATE_NOOP("Faults", "See that it is on, its cable is in and its address right."),
    ),
    "scale.silent": (
        QT_TRANSLATE_NOOP("Faults", "The scale does not answer"),
        QT_TRANSLATE_NOOP("Faults", "Check that it is switched on, its cable, and which scale is chosen in Settings."),
    ),
    "scale.pattern": (
        QT_TRANSLATE_NOOP("Faults", "The scale's options are wrong"),
        QT_TRANSLATE_NOOP("Faults", "Choose the scale again in Settings."),
    ),
    "display.code_page": (
        QT_TRANSLATE_NOOP("Faults", "The display's letters are set wrong"),
        QT_TRANSLATE_NOOP("Faults", "Choose the display again in Settings."),
    ),
    "driver.unknown": (
        QT_TRANSLATE_NOOP("Faults", "There is no such driver"),
        QT_TRANSLATE_NOOP(
            "Faults", "Choose the device again in Settings, or install the package that brings its driver."
        ),
    ),
    "driver.broken": (
        QT_TRANSLATE_NOOP("Faults", "A driver could not be loaded"),
        QT_TRANSLATE_NOOP("Faults", "Update or remove the package."),
    ),
}

DRIVER_TITLES = (
    QT_TRANSLATE_NOOP("Drivers", "Massa-K 100"),
    QT_TRANSLATE_NOOP("Drivers", "Other"),
    QT_TRANSLATE_NOOP("Drivers", "Any scanner"),
    QT_TRANSLATE_NOOP("Drivers", "Honeywell, host ACK on"),
    QT_TRANSLATE_NOOP("Drivers", "By hand"),
    QT_TRANSLATE_NOOP("Drivers", "Simulated"),
)
"""Titles of the drivers that this program brings itself; a plug-in's title is its own."""
DRIVER_NAMES = ("CAS (ECR)", "Mettler-Toledo 8217", "CD5220", "ESC/POS")
"""Titles of ours that are a maker's name, in every language."""

DEVICE_REFUSALS: dict[str, tuple[str, str]] = {
    "drawer.unasked": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing happened that opens the drawer."),
        QT_TRANSLATE_NOOP("Refusals", "Open it with a reason."),
    ),
}
