"""Packing at the screen: what all filling has, and parcels with their weight and stickers."""

from desktop.ui.till.pictures_presenter import PicturesPresenter
from desktop.ui.warehouse.filled_pages import DrawQr
from desktop.ui.warehouse.filling_rows import FillState
from desktop.ui.warehouse.filling_view import FillingView
from desktop.ui.warehouse.number_pad import NumberPad
from desktop.ui.warehouse.packing_presenter import PackPresenter
from desktop.ui.warehouse.reason_page import ReasonPage
from desktop.ui.warehouse.weight_page import WeightPage
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.scrolling import ScrolledPage
from desktop.ui.words_picking import RIGHT_REASONS


class PackView(FillingView):
    """Widgets and the presenter, nothing else; `draw_qr` gives the square of a supply's number."""

    def __init__(self, presenter: PackPresenter, pictures: PicturesPresenter, draw_qr: DrawQr | None = None) -> None:
        self.weigh, self.parcel, self.weight = Key(shortcut="F8"), Key(shortcut="F3"), WeightPage()
        self.reasons = ReasonPage(tuple(RIGHT_REASONS))
        super().__init__(presenter, pictures, (self.weigh, self.parcel), draw_qr)
        self._weighing = ScrolledPage(self.weight)
        self.pages.addWidget(self._weighing)
        self.pages.addWidget(self.reasons)
        self.weigh.clicked.connect(lambda: presenter.show_weight())
        self.parcel.clicked.connect(lambda: presenter.next_parcel())
        self.weight.accepted.connect(lambda: presenter.ask_right())
        self.reasons.chosen.connect(presenter.accept_weight)
        self.reasons.back_pressed.connect(lambda: presenter.press_escape())
        self.weight.back_pressed.connect(lambda: presenter.press_escape())
        self.done.print_asked.connect(lambda: presenter.print_again())
        self.retranslate()

    def show_state(self, state: FillState) -> None:
        """Show the task as it is now."""
        super().show_state(state)
        self.parcel.setEnabled("parcel" in state.may)
        self.weigh.setEnabled("parcel" in state.may)
        if state.page == "weigh":
            self.weight.show_state(state)
            self.pages.setCurrentWidget(self._weighing)
        elif state.page == "right":
            self.reasons.show_state(state)
            self.pages.setCurrentWidget(self.reasons)

    def retranslate(self) -> None:
        """Say everything again."""
        self.weigh.set_text(self.tr("Weight"))
        self.parcel.set_text(self.tr("Parcel"), name=self.tr("Go on with another parcel"))
        super().retranslate()

    def _pads(self) -> tuple[NumberPad, ...]:
        return self.pad, self.weight.pad
