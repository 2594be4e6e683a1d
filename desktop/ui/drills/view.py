"""The list of drills: what each asks, how long it may take, and the best try so far."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.drill import DRILLS, Drill
from desktop.ui.drills.drill_rows import DrillState
from desktop.ui.drills.drill_words import drill_task, drill_title, result_text
from desktop.ui.drills.presenter import DrillsPresenter
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import MARGIN
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.text import Text


class DrillCard(Card):
    """One drill and the key that begins it."""

    def __init__(self, drill: Drill, presenter: DrillsPresenter) -> None:
        super().__init__()
        self.drill = drill
        self._title, self._task = Text("", "strong", wrap=True), Text("", wrap=True)
        self._best = Text("", "quiet", wrap=True)
        self.go = Key(kind="plain", size="control")
        self.go.clicked.connect(lambda: presenter.begin(drill.key))
        for text in (self._title, self._task):
            self.body.addWidget(text)
        self.body.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._best, 1)
        foot.addWidget(self.go)
        self.body.addLayout(foot)

    def show_state(self, state: DrillState) -> None:
        """Show the best try, and whether this is the one at hand."""
        title = drill_title(self.drill.key)
        self._title.setText(title)
        self._task.setText(drill_task(self.drill.key))
        best = state.best.get(self.drill.key)
        goal = self.tr("within {0} s").replace("{0}", str(self.drill.goal_s))
        self._best.setText(result_text(best).partition(": ")[2] if best else goal)
        running = state.running == self.drill.key
        word = self.tr("Begin again") if running else self.tr("Begin")
        self.go.set_text(word, name=f"{word}: {title}")
        self.set_outline("ok" if running else "")


class DrillsView(QWidget):
    """Cards in two columns."""

    def __init__(self, presenter: DrillsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._about = Text("", wrap=True)
        self.cards = [DrillCard(drill, presenter) for drill in DRILLS]
        column = QVBoxLayout(self)
        margin = active().px(MARGIN)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(active().gap)
        column.addWidget(self._about)
        grid = QGridLayout()
        grid.setSpacing(active().gap)
        for number, card in enumerate(self.cards):
            grid.addWidget(card, number // 2, number % 2)
        column.addLayout(grid)
        column.addStretch(1)
        presenter.changed.connect(self.show_state)
        self.show_state(presenter.state)

    def show_state(self, state: DrillState) -> None:
        """Show every drill."""
        self._about.setText(
            self.tr("Five drills with the goods of this shop. Nothing done here counts: the drawer stays shut.")
        )
        for card in self.cards:
            card.show_state(state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_state(self._presenter.state)
        super().changeEvent(event)
