"""Words for those who run the machines: settings by policy, where data may lie, the provisioning file."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

IT_REFUSALS: dict[str, tuple[str, str]] = {
    "settings.policy": (
        QT_TRANSLATE_NOOP("Refusals", "This setting is fixed for this computer."),
        QT_TRANSLATE_NOOP("Refusals", "Ask your administrator."),
    ),
    "settings.policy_open": (
        QT_TRANSLATE_NOOP("Refusals", "The file of the fixed settings can be changed by anybody."),
        QT_TRANSLATE_NOOP("Refusals", "Only an administrator may be able to write it: tell yours."),
    ),
    "provisioning.file": (
        QT_TRANSLATE_NOOP("Refusals", "This is no invitation file of head office."),
        QT_TRANSLATE_NOOP("Refusals", "Ask head office for another one."),
    ),
    "provisioning.signature": (
        QT_TRANSLATE_NOOP("Refusals", "This invitation was changed after head office had signed it."),
        QT_TRANSLATE_NOOP("Refusals", "Do not use it, and ask head office for another one."),
    ),
    "provisioning.other_centre": (
        QT_TRANSLATE_NOOP("Refusals", "This invitation is not from the head office that this till belongs to."),
        QT_TRANSLATE_NOOP("Refusals", "Ask your administrator which one is right."),
    ),
    "provisioning.expired": (
        QT_TRANSLATE_NOOP("Refusals", "This invitation has expired."),
        QT_TRANSLATE_NOOP("Refusals", "Ask head office for another one, and check date and time of this computer."),
    ),
    "provisioning.used": (
        QT_TRANSLATE_NOOP("Refusals", "This invitation was used already: it lets one till in, once."),
        QT_TRANSLATE_NOOP("Refusals", "Ask head office for another one."),
    ),
    "provisioning.none": (
        QT_TRANSLATE_NOOP("Refusals", "No invitation file was found."),
        QT_TRANSLATE_NOOP("Refusals", "Put it beside the program or on a USB stick, or name it."),
    ),
    "provisioning.several": (
        QT_TRANSLATE_NOOP("Refusals", "There is more than one invitation file: {names}"),
        QT_TRANSLATE_NOOP("Refusals", "Name the one that is for this till, or take the others away."),
    ),
}

IT_FAULTS: dict[str, tuple[str, str]] = {
    "store.elsewhere": (
        QT_TRANSLATE_NOOP("Faults", "The data of a till has to be on a disk of this machine"),
        QT_TRANSLATE_NOOP("Faults", "Choose another folder, and move what is in this one there."),
    ),
}
