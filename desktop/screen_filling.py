"""The screens of picking and packing in the window, with the printer of stickers and the scale behind them."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from desktop.commands.labels import send_job
from desktop.domain.money import format_quantity
from desktop.domain.order import Order
from desktop.domain.parcel_label import ParcelLabel
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Right
from desktop.domain.task import Task, TaskKind
from desktop.faults import Fault
from desktop.labelling import style_of
from desktop.operations.terminal import Terminal
from desktop.paper.barcodes import qr_rows
from desktop.paper.parcel_label import SIZE_NAME
from desktop.station import Station
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.shell import Screen, Shell
from desktop.ui.till.pictures_presenter import PicturesPresenter
from desktop.ui.warehouse.filling_rows import ParcelRow
from desktop.ui.warehouse.packing_presenter import PackPresenter, Stick, Told
from desktop.ui.warehouse.packing_view import PackView
from desktop.ui.warehouse.picking_presenter import PickPresenter
from desktop.ui.warehouse.picking_view import PickView

PICK, PACK = "pick", "pack"

FILLING_KEYS = (
    ("3 *", QT_TRANSLATE_NOOP("Keys", "Three pieces of the goods that are scanned next")),
    ("+", QT_TRANSLATE_NOOP("Keys", "One more of the goods that were scanned last")),
    ("A – Z 0 – 9", QT_TRANSLATE_NOOP("Keys", "Type the code of a place or of goods")),
    ("Enter", QT_TRANSLATE_NOOP("Keys", "Apply what is typed")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "One step back, nothing is lost")),
)


def _nobody(packing: PackPresenter) -> None:
    """Where there is no scale."""


@dataclass(frozen=True)
class FillingHands:
    """What packing asks for: a printer of stickers, and a scale that follows it."""

    stick: Stick | None = None
    follow_scale: Callable[[PackPresenter], None] = _nobody


class Filling:
    """Both screens; `go_home` is where Esc leads, `pack(order)` begins to pack what was picked."""

    def __init__(
        self,
        shell: Shell,
        terminal: Terminal,
        pictures: PicturesPresenter,
        hands: FillingHands,
        go_home: Callable[[], None],
    ) -> None:
        self._shell = shell
        self.picking, self.packing = PickPresenter(terminal), PackPresenter(terminal, hands.stick)
        hands.follow_scale(self.packing)
        views: dict[str, Callable[[], PickView | PackView]] = {
            PICK: partial(PickView, self.picking, pictures),
            PACK: partial(PackView, self.packing, pictures, qr_rows),
        }
        titles = {PICK: QT_TRANSLATE_NOOP("Screens", "Picking"), PACK: QT_TRANSLATE_NOOP("Screens", "Packing")}
        for name, presenter in ((PICK, self.picking), (PACK, self.packing)):
            presenter.left.connect(go_home)
            shell.add_screen(
                Screen(
                    name,
                    titles[name],
                    partial(_make, views[name], go_home),
                    presenter.scan,
                    "step",
                    right=str(Right.MOVE_GOODS),
                    in_menu=False,
                    back=go_home,
                    keys=FILLING_KEYS,
                )
            )

    def open(self, task: Task) -> None:
        """Show a picking or packing in hand."""
        packs = task.kind is TaskKind.PACK
        self._shell.show_screen(PACK if packs else PICK)
        (self.packing if packs else self.picking).open(task.id)


def _make(view: Callable[[], PickView | PackView], go_home: Callable[[], None]) -> PickView | PackView:
    made = view()
    made.left.connect(go_home)
    return made


class StickerWork:
    """Prints stickers of parcels as jobs of the label printer; what became of them is told on the window's thread."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._running: set[asyncio.Future[None]] = set()

    def stick(self, order: Order, parcels: Sequence[ParcelRow], told: Told) -> None:
        """Print a sticker for each parcel; the same once more is the same job, printed again."""
        running = asyncio.ensure_future(self._stick([_label(order, parcel) for parcel in parcels], told))
        self._running.add(running)
        running.add_done_callback(self._running.discard)

    async def _stick(self, labels: Sequence[ParcelLabel], told: Told) -> None:
        try:
            style = style_of(self._station.loaded.settings, SIZE_NAME)
            outcome = await send_job(self._station, [(one, 1) for one in labels], style, SIZE_NAME)
        except (Refusal, Fault) as trouble:
            told(trouble)
        else:
            told(outcome.fault)


def _label(order: Order, parcel: ParcelRow) -> ParcelLabel:
    weight = f"{format_quantity(parcel.weight_milli)} kg" if parcel.weight_milli else ""
    return ParcelLabel(parcel.number, order.partner, order.supply, order.sticker, weight)
