"""People and their drawer in the person's words: what needs somebody else, badges, where to look for a difference."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.detective import CLUES, Clue, clue_values
from desktop.ui.literals import QT_TRANSLATE_NOOP

PEOPLE_REFUSALS = {
    "staff.approval": (
        QT_TRANSLATE_NOOP("Refusals", "You may not do this alone."),
        QT_TRANSLATE_NOOP("Refusals", "Ask somebody with the right to allow it."),
    ),
    "staff.granter": (
        QT_TRANSLATE_NOOP("Refusals", "This person may not allow it."),
        QT_TRANSLATE_NOOP("Refusals", "Ask somebody with the right to do it."),
    ),
    "shift.pieces": (
        QT_TRANSLATE_NOOP("Refusals", "Notes and coins are not the sum."),
        QT_TRANSLATE_NOOP("Refusals", "Count once more."),
    ),
    "shift.moved": (
        QT_TRANSLATE_NOOP("Refusals", "Money moved while the drawer was counted."),
        QT_TRANSLATE_NOOP("Refusals", "Count once more, then go on."),
    ),
    "shift.scan": (
        QT_TRANSLATE_NOOP("Refusals", "A scan does nothing here."),
        QT_TRANSLATE_NOOP("Refusals", "Go to the till to sell."),
    ),
    "permission.text": (
        QT_TRANSLATE_NOOP("Refusals", "This is no permission."),
        QT_TRANSLATE_NOOP("Refusals", "Write for example: allowed 50, or approval."),
    ),
}

CLUE_WORDS = (
    QT_TRANSLATE_NOOP("Clues", "Receipt {receipt}: {amount} were rung up as cash and may have been paid by card."),
    QT_TRANSLATE_NOOP("Clues", "Receipt {receipt}: {amount} were rung up as card and may have been paid in cash."),
    QT_TRANSLATE_NOOP("Clues", "Receipt {receipt}: its change of {amount} may not have been handed out."),
    QT_TRANSLATE_NOOP("Clues", "Receipt {receipt}: its change of {amount} may have been handed out twice."),
    QT_TRANSLATE_NOOP("Clues", "Receipt {receipt} was taken back: its {amount} may not have been handed out."),
    QT_TRANSLATE_NOOP("Clues", "Receipt {receipt}: its {amount} in cash may not have been taken."),
    QT_TRANSLATE_NOOP("Clues", "{amount} were put in by {person}, “{reason}”: they may not have reached the drawer."),
    QT_TRANSLATE_NOOP("Clues", "{amount} were taken out by {person}, “{reason}”: they may still lie in the drawer."),
    QT_TRANSLATE_NOOP("Clues", "{amount} by {person}, “{reason}”: cash in and cash out may have been mixed up."),
    QT_TRANSLATE_NOOP("Clues", "The difference is the float of {amount}: it may have been left out or counted twice."),
    QT_TRANSLATE_NOOP(
        "Clues", "The difference is one {amount}: a note or coin may have been miscounted or given for another."
    ),
    QT_TRANSLATE_NOOP(
        "Clues", "The difference of {amount} divides by 9: two digits may have been swapped when typing."
    ),
    QT_TRANSLATE_NOOP("Clues", "The drawer was opened without a sale (× {count}), last by {person}"),
)
"""The sentences of `desktop.domain.detective`, here as well because only literals are collected for translation."""


def clue_words(clue: Clue, amount: str) -> str:
    """Say a clue; the amount as this language writes it."""
    said = QCoreApplication.translate("Clues", CLUES[clue.kind])
    return said.format_map(clue_values(clue, amount))
