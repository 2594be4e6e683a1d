"""What the screen of receipts shows, as one frozen value."""

from dataclasses import dataclass
from typing import Literal

from desktop.domain.mail import Mail
from desktop.domain.receipts import Receipt, ReceiptRow
from desktop.domain.refusal import Refusal
from desktop.ui.receipts.void_presenter import VoidState

Done = Literal["copy", "gift", "invoice", "invoice_copy", "mail", "mailed", "void"]


@dataclass(frozen=True)
class ReceiptsState:
    """`day` is today (ISO); `receipt` the one that is shown, None when nothing is found.

    `more` tells that older ones are not listed yet, `can_void` that the receipt is of the open shift and stands,
    `stands` that it was not taken back. `done` is what was done last, with a number where it has one; `serial` counts
    up with it. `paid_with` are the receipts of one parked ticket that was paid more than once. `void` is how far taking
    one back has come.
    """

    day: str = ""
    query: str = ""
    rows: tuple[ReceiptRow, ...] = ()
    more: bool = False
    receipt: Receipt | None = None
    mails: tuple[Mail, ...] = ()
    stands: bool = False
    can_void: bool = False
    has_mail: bool = False
    done: Done | None = None
    number: str = ""
    refusal: Refusal | None = None
    serial: int = 0
    paid_with: tuple[str, ...] = ()
    void: VoidState = VoidState()  # noqa: RUF009  frozen
