"""English sentences about labels, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

LABEL_REFUSALS: dict[str, tuple[str, str]] = {
    "label.nothing": (
        QT_TRANSLATE_NOOP("Refusals", "There are no labels to print."),
        QT_TRANSLATE_NOOP("Refusals", "Scan goods, or choose some."),
    ),
    "label.no_place": (
        QT_TRANSLATE_NOOP("Refusals", "No place has such a code."),
        QT_TRANSLATE_NOOP("Refusals", "Write for example A-01-*."),
    ),
    "label.too_many": (
        QT_TRANSLATE_NOOP("Refusals", "These are more labels than one job may have."),
        QT_TRANSLATE_NOOP("Refusals", "Print them in parts."),
    ),
    "label.sscc": (
        QT_TRANSLATE_NOOP("Refusals", "{code} is no number of a pallet (SSCC)."),
        QT_TRANSLATE_NOOP("Refusals", "Write its 18 digits, or 17 without the last."),
    ),
    "label.narrow": (
        QT_TRANSLATE_NOOP("Refusals", "The label is too narrow for the bars of a pallet."),
        QT_TRANSLATE_NOOP("Refusals", "Choose a wider label."),
    ),
    "label.no_job": (
        QT_TRANSLATE_NOOP("Refusals", "There is no such print job."),
        QT_TRANSLATE_NOOP("Refusals", "See `eckwms label --jobs`."),
    ),
    "label.no_printer": (
        QT_TRANSLATE_NOOP("Refusals", "No label printer is set."),
        QT_TRANSLATE_NOOP("Refusals", "Set one in Settings, or make a PDF."),
    ),
    "label.size": (
        QT_TRANSLATE_NOOP("Refusals", "There is no such label."),
        QT_TRANSLATE_NOOP("Refusals", "Choose another size."),
    ),
    "label.too_wide": (
        QT_TRANSLATE_NOOP("Refusals", "This label is wider than the paper of the receipt printer."),
        QT_TRANSLATE_NOOP("Refusals", "Choose a smaller label, or make a PDF."),
    ),
    "label.several": (
        QT_TRANSLATE_NOOP("Refusals", "This code is on several goods: {names}."),
        QT_TRANSLATE_NOOP("Refusals", "Search for the goods by name."),
    ),
    "label.not_weighed": (
        QT_TRANSLATE_NOOP("Refusals", "These goods are not sold by weight."),
        QT_TRANSLATE_NOOP("Refusals", "Print a label for the shelf."),
    ),
    "label.no_rule": (
        QT_TRANSLATE_NOOP("Refusals", "The shop has no rule for weight labels of these goods."),
        QT_TRANSLATE_NOOP("Refusals", "Have head office give them a code of the weight labels."),
    ),
    "label.weight": (
        QT_TRANSLATE_NOOP("Refusals", "This weight does not fit on a label."),
        QT_TRANSLATE_NOOP("Refusals", "Weigh it again."),
    ),
}
"""Code -> what the trade says, and the way out."""
