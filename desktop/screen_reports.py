"""The papers that screens ask for besides receipts: quotes, X and Z."""

from collections.abc import Callable

from desktop.domain.cart import Cart
from desktop.domain.clock import iso
from desktop.domain.pricing import PricedCart
from desktop.domain.shift import Shift, ShiftTotals
from desktop.domain.shop import Shop
from desktop.operations.closings import Closed
from desktop.operations.terminal import require_shop
from desktop.paper.closing import x_rows, z_rows
from desktop.paper.quote import quote_rows
from desktop.paper.rows import Row
from desktop.paper.words import Words
from desktop.station import Station

Layout = Callable[[Words], tuple[Row, ...]]
"""A paper in the words of a language."""


class Reports:
    """Lays papers out with the shop as it is when they are asked for; `print_report(layout, title)` prints them."""

    def __init__(self, station: Station, print_report: Callable[[Layout, str], None]) -> None:
        self._station = station
        self._print_report = print_report

    def print_quote(self, cart: Cart, priced: PricedCart) -> None:
        """Print what a cart would cost."""
        shop, printed_at = self._shop(), self._now()
        self._print_report(lambda words: quote_rows(cart, priced, shop, words, printed_at), f"quote-{cart.id}")

    def print_x(self, shift: Shift, totals: ShiftTotals, show_expected: bool) -> None:
        """Print how a shift stands; `show_expected` with what should be in the drawer."""
        shop, printed_at = self._shop(), self._now()
        self._print_report(
            lambda words: x_rows(shift, totals, shop, words, printed_at, show_expected=show_expected),
            f"X-{shift.number}",
        )

    def print_z(self, closed: Closed, copy_no: int) -> None:
        """Print a closing; copy 0 is the paper itself."""
        shift, closing, shop = closed.shift, closed.closing, self._shop()
        title = f"Z-{closing.z_number}-copy{copy_no}" if copy_no else f"Z-{closing.z_number}"
        self._print_report(
            lambda words: z_rows(shift, closed.totals, closing, shop, words, copy_no, closed.clues), title
        )

    def _shop(self) -> Shop:
        with self._station.terminal.database.reading() as connection:
            return require_shop(connection, self._station.terminal)

    def _now(self) -> str:
        return iso(self._station.terminal.clock.now())
