"""Picking at the screen: what all filling has, and too little with its reason."""

from desktop.ui.till.pictures_presenter import PicturesPresenter
from desktop.ui.warehouse.filling_rows import FillState
from desktop.ui.warehouse.filling_view import FillingView
from desktop.ui.warehouse.picking_presenter import PickPresenter
from desktop.ui.warehouse.reason_page import ReasonPage
from desktop.ui.widgets.key import Key
from desktop.ui.words_picking import SHORT_REASONS


class PickView(FillingView):
    """Widgets and the presenter, nothing else."""

    def __init__(self, presenter: PickPresenter, pictures: PicturesPresenter) -> None:
        self.short, self.reasons = Key(shortcut="F8"), ReasonPage(tuple(SHORT_REASONS))
        super().__init__(presenter, pictures, (self.short,))
        self.pages.addWidget(self.reasons)
        self.short.clicked.connect(lambda: presenter.ask_short())
        self.reasons.chosen.connect(presenter.report_short)
        self.reasons.back_pressed.connect(lambda: presenter.press_escape())
        self.done.pack_asked.connect(lambda: presenter.pack_now())
        self.retranslate()

    def show_state(self, state: FillState) -> None:
        """Show the task as it is now."""
        super().show_state(state)
        self.short.setEnabled("short" in state.may)
        if state.page == "short":
            self.reasons.show_state(state)
            self.pages.setCurrentWidget(self.reasons)

    def retranslate(self) -> None:
        """Say everything again."""
        self.short.set_text(self.tr("Too little"), name=self.tr("The place has too little"))
        super().retranslate()
