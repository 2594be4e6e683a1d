"""Between the scale and the till, or who packs: which weight is taken, and in what it is counted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance

from desktop.devices.weights import Weighing, Weight
from desktop.ui.till.till_rows import TillState
from desktop.ui.warehouse.filling_rows import FillState

_MG_BY_UNIT = {"kg": 1_000_000, "g": 1_000, "lb": 453_592, "oz": 28_350}


_TROUBLES = ("overload", "below_zero", "error")


class WeighingTill(Protocol):
    """What is asked of the till: it says when goods wait for a weight, and takes one."""

    @property
    def changed(self) -> SignalInstance:
        """`changed(TillState)`."""

    def take_weight(self, quantity_milli: int, /) -> None:
        """Put in the goods that wait, with this weight in thousandths of their unit."""

    def hear_scale(self, trouble: str, /) -> None:
        """Why there is no weight for the goods that wait; empty when nothing is in the way."""


@dataclass
class TillScale:
    """Follows a till: goods that wait for a weight get the first that counts; everything on the window's thread."""

    till: WeighingTill
    now_s: Callable[[], float]

    def __post_init__(self) -> None:
        self._weighing, self._waiting, self._unit, self._trouble = Weighing(), "", "kg", ""
        self.till.changed.connect(self.follow)

    def follow(self, state: TillState) -> None:
        """Goods began to wait, or wait no more."""
        found = state.entry.found if state.entry.mode == "weight" else None
        waiting = found.product.id if found else ""
        if found and waiting != self._waiting:
            self._unit = found.product.unit
            self._weighing.select(self.now_s())
        elif not found:
            self._weighing.cancel()
        self._waiting, self._trouble = waiting, state.entry.scale

    def offer(self, weight: Weight) -> None:
        """The scale said something."""
        trouble = weight.state if weight.state in _TROUBLES else ""
        if self._waiting and trouble != self._trouble:
            self.till.hear_scale(trouble)
        mg = self._weighing.offer(weight)
        if mg is not None:
            self._waiting = ""  # a weight that is refused is asked once more
            self.till.take_weight(quantity_milli(mg, self._unit))


class WeighingParcel(Protocol):
    """What is asked of a packing: it says when a parcel waits for its weight, and takes one."""

    @property
    def changed(self) -> SignalInstance:
        """`changed(FillState)`."""

    def take_weight(self, weight_milli: int, /) -> None:
        """The open parcel weighs this, in thousandths of a kilogram."""


@dataclass
class PackScale:
    """Follows a packing: while a parcel's weight is asked, each new weight that counts is its weight."""

    packing: WeighingParcel
    now_s: Callable[[], float]

    def __post_init__(self) -> None:
        self._weighing, self._waits = Weighing(), False
        self.packing.changed.connect(self.follow)

    def follow(self, state: FillState) -> None:
        """A weight is asked, or not any more."""
        if state.page != "weigh":
            self._weighing.cancel()
        elif not self._waits:
            self._weighing.select(self.now_s())
        self._waits = state.page == "weigh"

    def offer(self, weight: Weight) -> None:
        """The scale said something."""
        mg = self._weighing.offer(weight)
        if mg is not None:
            self._waits = False  # a weight that is refused is asked once more
            self.packing.take_weight(quantity_milli(mg, "kg"))


def quantity_milli(weight_mg: int, unit: str) -> int:
    """A weight in thousandths of the goods' unit, half up; goods that are not sold by weight are taken as kilograms."""
    unit_mg = _MG_BY_UNIT.get(unit, 1_000_000)
    return (weight_mg * 1000 + unit_mg // 2) // unit_mg
