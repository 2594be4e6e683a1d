"""The refusals of repacking, in words."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

REPACK_REFUSALS: dict[str, tuple[str, str]] = {
    "repack.task": (
        QT_TRANSLATE_NOOP("Refusals", "This is for goods that are repacked."),
        QT_TRANSLATE_NOOP("Refusals", "Begin a repacking."),
    ),
    "repack.nothing_taken": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing was taken for what was made."),
        QT_TRANSLATE_NOOP("Refusals", "Scan what it was made of."),
    ),
    "repack.nothing_made": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing was made of what was taken."),
        QT_TRANSLATE_NOOP("Refusals", "Press “Make”, then scan what it became."),
    ),
    "repack.made_already": (
        QT_TRANSLATE_NOOP("Refusals", "Goods were made already."),
        QT_TRANSLATE_NOOP("Refusals", "Take them back, or finish."),
    ),
    "repack.no_recipe": (
        QT_TRANSLATE_NOOP("Refusals", "Nobody says what {goods} is made of."),
        QT_TRANSLATE_NOOP("Refusals", "Press “Make”, then scan what it became."),
    ),
    "repack.serial": (
        QT_TRANSLATE_NOOP("Refusals", "Each piece of {goods} has a number."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the pieces themselves."),
    ),
    "repack.share": (
        QT_TRANSLATE_NOOP("Refusals", "So little holds nothing of {sku}."),
        QT_TRANSLATE_NOOP("Refusals", "Take more of it."),
    ),
}
