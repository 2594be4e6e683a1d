"""The next step, as large as there is room: where to go, what to take and how many, which tote it goes into."""

from PySide6.QtCore import QSize

from desktop.domain.task import What
from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.warehouse.filling_rows import StepRow
from desktop.ui.warehouse.filling_words import card_words, lot_words
from desktop.ui.warehouse.last_scan import LastScan
from desktop.ui.warehouse.task_rows import ScanRow
from desktop.ui.widgets.pictures import Pictures

_MARKS = {
    "place": ("arrow-right", "primary"),
    "goods": ("package", "primary"),
    "tote": ("inbox", "warn"),
    "face": ("inbox", "warn"),
    "sort": ("inbox", "primary"),
    "pack": ("circle-check", "ok"),
    "finish": ("circle-check", "ok"),
}


class StepCard(LastScan):
    """Painted like the last scan; the figure is the place, the tote, the slot, or how many."""

    _BESIDE = 0.44

    def __init__(self, pictures: Pictures) -> None:
        self._step = StepRow()
        super().__init__(pictures)

    def show_step(self, step: StepRow) -> None:
        """Show a step."""
        self._step = step
        row = ScanRow(0, What.GOODS, "", step.goods, step.quantity_milli, step.unit, picture=step.picture)
        self.show_row(row if step.goods or step.kind in ("sort", "finish") else None)

    def minimumSizeHint(self) -> QSize:
        """Less than a scan has: there are two rows of keys below it."""
        theme = active()
        high = theme.metrics("quiet").height() + theme.metrics("strip").height()
        return QSize(super().minimumSizeHint().width(), high + theme.px(8))

    def _word(self) -> str:
        step = self._step
        return step.place if step.kind == "goods" and step.place and not step.instead else card_words(step)

    def _mark(self, row: ScanRow) -> tuple[str, str]:
        return _MARKS.get(self._step.kind, _MARKS["goods"])

    def _figure(self) -> str:
        step = self._step
        if step.slot:
            return str(step.slot)
        if step.kind in ("place", "face"):
            return step.place or "?"
        if step.kind == "tote":
            return step.tote or "?"
        return formats.packed(step.quantity_milli, step.unit, step.pack_milli) if step.goods else ""

    def _beside(self, row: ScanRow) -> list[str]:
        step = self._step
        many = (
            formats.packed(step.quantity_milli, step.unit, step.pack_milli)
            if step.kind in ("place", "tote", "face") or (step.slot and step.quantity_milli != 1000)
            else ""
        )
        weight = formats.quantity(step.weight_milli, "kg") if step.weight_milli else ""
        number = step.order if step.slot or step.kind == "tote" else ""
        return [words for words in (many, lot_words(step.lot, step.expiry), number, weight) if words]
