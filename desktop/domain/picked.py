"""What the scans of a picking come to: goods that were taken, missed, and given to their orders. Pure."""

from dataclasses import dataclass

from desktop.domain.stock import Movement


@dataclass(frozen=True, slots=True)
class Taken:
    """Goods that were taken for a line; `instead_of` is the product that was ordered where this is another.

    `pack_milli` is what one pack of the scanned code holds, 0 where it is no pack.
    """

    order_id: str
    n: int
    move: Movement
    code: str
    instead_of: str = ""
    pack_milli: int = 0

    @property
    def is_marked(self) -> bool:
        """Whether the code is one that marks a single piece and has to be kept byte for byte."""
        return bool(self.move.lot) and "\x1d" in self.code


@dataclass(frozen=True, slots=True)
class Short:
    """What a place should have had and had not."""

    product_id: str
    place_id: str
    quantity_milli: int
    reason: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """Goods that were fetched together and now lie with their order; `code` is what was scanned of them."""

    order_id: str
    product_id: str
    lot: str
    quantity_milli: int
    code: str


@dataclass(frozen=True, slots=True)
class Picked:
    """What the scans come to: where somebody stands, what was taken, what was missing.

    `instead_of` is the product for which the next goods are taken instead; `in_hand` waits for its tote, what is
    `carried` for its pick face; `totes` says which order a tote is for, `sorted` which order pieces went to that were
    fetched together; `refused` counts scans that were of something else.
    """

    place_id: str = ""
    taken: tuple[Taken, ...] = ()
    short: tuple[Short, ...] = ()
    instead_of: str = ""
    in_hand: bool = False
    carried: bool = False
    totes: tuple[tuple[str, str], ...] = ()
    sorted: tuple[Sorted, ...] = ()
    scans: int = 0
    refused: int = 0

    def tote_of(self, order_id: str) -> str:
        """Give the code of the tote of an order, empty when it has none yet."""
        return next((code for code, order in self.totes if order == order_id), "")
