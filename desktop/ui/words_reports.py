"""English sentences about figures that head office is asked for, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

REPORT_REFUSALS: dict[str, tuple[str, str]] = {
    "report.offline": (
        QT_TRANSLATE_NOOP("Refusals", "Only head office knows this, and it does not answer now."),
        QT_TRANSLATE_NOOP("Refusals", "Try again when the line is up."),
    ),
    "report.denied": (
        QT_TRANSLATE_NOOP("Refusals", "Head office tells this to managers only."),
        QT_TRANSLATE_NOOP("Refusals", "Ask a manager to sign in."),
    ),
}
