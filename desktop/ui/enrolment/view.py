"""The first start: the steps at the left, the one that is on at the right."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.enrolment.enrolment_rows import STEPS, EnrolmentState
from desktop.ui.enrolment.form import Form
from desktop.ui.enrolment.presenter import EnrolmentPresenter
from desktop.ui.enrolment.steps import Steps
from desktop.ui.enrolment.waiting import Loading, Pending
from desktop.ui.shell_look import LookKeys
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import MARGIN
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text


class EnrolmentView(Panel):
    """Widgets and the presenter; `look` are the keys for language and theme."""

    def __init__(self, presenter: EnrolmentPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.title, self._words = Text("", "title", wrap=True), Text("", "body", tone="muted", wrap=True)
        self.steps, self.look, self._card = Steps(), LookKeys(), Card()
        self.form, self.pending, self.loading = Form(), Pending(), Loading()
        self._pages: dict[str, Form | Pending | Loading] = {
            "form": self.form,
            "pending": self.pending,
            "loading": self.loading,
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._lay_out()
        self.form.server_typed.connect(presenter.type_server)
        self.form.name_typed.connect(presenter.type_name)
        self.form.token_typed.connect(presenter.type_token)
        self.form.connect_asked.connect(presenter.connect_till)
        self.pending.back_asked.connect(presenter.start_over)
        self.loading.begin_asked.connect(presenter.begin_work)
        self.loading.sheet_asked.connect(presenter.write_sheet)
        presenter.changed.connect(self.show_state)
        self.retranslate()

    def show_state(self, state: EnrolmentState) -> None:
        """Show the step that is on."""
        step = "form" if state.step == "asking" else state.step
        page = self._pages[step]
        page.show_state(state)
        self._stack.setCurrentWidget(page)
        words = (self.tr("Head office"), self.tr("Approval"), self.tr("Goods and prices"))
        at = STEPS.index(step)
        said = self.tr("Step {0} of {1}: {2}")
        said = said.replace("{0}", str(at + 1)).replace("{1}", str(len(words))).replace("{2}", words[at])
        self.steps.show_steps(words, at, said)

    def retranslate(self) -> None:
        """Say everything again."""
        self.title.setText(self.tr("Welcome"))
        self._words.setText(self.tr("This till has to be known at head office once. It takes a minute or two."))
        self.show_state(self._presenter.state)

    def showEvent(self, event: QShowEvent) -> None:
        """Typing begins where something is missing."""
        super().showEvent(event)
        fields = (self.form.server, self.form.name, self.form.token)
        next((field for field in fields if not field.value()), self.form.token).edit.setFocus()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._left = QVBoxLayout()
        for widget in (self.title, self._words, self.steps):
            self._left.addWidget(widget)
        self._left.addStretch(1)
        self._left.addWidget(self.look)
        self._card.body.addWidget(self._stack)
        self._row.addStretch(1)
        self._row.addLayout(self._left, 5)
        self._row.addWidget(self._card, 8)
        self._row.addStretch(1)
        self._space()

    def _space(self) -> None:
        theme, gap = active(), active().gap
        self._row.setContentsMargins(2 * gap, 4 * gap, 2 * gap, 4 * gap)
        self._row.setSpacing(4 * gap)
        self._left.setSpacing(theme.px(14))
        margin = theme.px(MARGIN + 10)
        self._card.body.setContentsMargins(margin, margin, margin, margin)
