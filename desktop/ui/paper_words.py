"""What a person may do about a slip that is not known to be on paper."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.widgets.strip import StripAction


def paper_actions(*, waits: bool) -> list[StripAction]:
    """The keys of the notice: of a slip that waits and prints by itself, or of one that somebody must look for."""
    translate = QCoreApplication.translate
    again = translate("Paper", "Print now") if waits else translate("Paper", "Print again")
    forget = translate("Paper", "Do not print") if waits else translate("Paper", "It is there")
    return [StripAction("again", again), StripAction("forget", forget)]
