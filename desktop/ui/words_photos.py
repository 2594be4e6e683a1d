"""The refusals of photos, in words."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

PHOTO_REFUSALS: dict[str, tuple[str, str]] = {
    "photo.nothing": (
        QT_TRANSLATE_NOOP("Refusals", "A photo is of goods that were marked."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the goods and the mark first: CMD:DAMAGED or CMD:WRONG."),
    ),
    "photo.many": (
        QT_TRANSLATE_NOOP("Refusals", "There are {photos} photos of these goods already."),
        QT_TRANSLATE_NOOP("Refusals", "Take one back first."),
    ),
    "photo.file": (
        QT_TRANSLATE_NOOP("Refusals", "{file} cannot be read."),
        QT_TRANSLATE_NOOP("Refusals", "Check the name of the file."),
    ),
    "photo.large": (
        QT_TRANSLATE_NOOP("Refusals", "The picture {file} is too large."),
        QT_TRANSLATE_NOOP("Refusals", "Take it with fewer pixels."),
    ),
    "photo.unreadable": (
        QT_TRANSLATE_NOOP("Refusals", "{file} is no picture that can be read, or it is damaged."),
        QT_TRANSLATE_NOOP("Refusals", "Take the picture again."),
    ),
    "photo.folder": (
        QT_TRANSLATE_NOOP("Refusals", "The folder {folder} of the camera cannot be read."),
        QT_TRANSLATE_NOOP("Refusals", "Check the setting photo_folder, or choose a file."),
    ),
    "photo.busy": (
        QT_TRANSLATE_NOOP("Refusals", "A photo is still being read."),
        QT_TRANSLATE_NOOP("Refusals", "Try again in a moment."),
    ),
    "photo.none": (
        QT_TRANSLATE_NOOP("Refusals", "There is no picture in {folder}."),
        QT_TRANSLATE_NOOP("Refusals", "Take the picture first."),
    ),
}
