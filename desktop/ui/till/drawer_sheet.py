"""Why is the drawer opened? It is written down."""

from desktop.ui.till.reason_sheet import Question, ReasonSheet


class DrawerSheet(ReasonSheet):
    """Opened by `ask()`."""

    def ask(self) -> None:
        """Ask for the reason."""
        usual = (self.tr("Give change"), self.tr("Count"), self.tr("Correct"))
        hint = self.tr("Opening it without a sale is written down with the reason.")
        title, go = self.tr("Open the drawer"), self.tr("Open for this reason")
        self.ask_why(Question(title, hint, self.tr("Another reason"), go, usual))
