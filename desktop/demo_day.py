"""The scripted day of the headless demonstration: a shift through the real window, with pictures of every step."""

from pathlib import Path
from typing import Any

from desktop import demo_counter
from desktop.commands import selling
from desktop.demo_hands import Hands
from desktop.demo_shop import Shop
from desktop.devices.simulated import SimulatedScanner
from desktop.domain.refusal import Refusal
from desktop.domain.tender import CASH
from desktop.operations import staff
from desktop.operations import stock as stock_operations
from desktop.operations.stock import Difference, count_difference
from desktop.operations.terminal import require_shop
from desktop.store import catalogue, journal, sales, shifts
from desktop.ui.shift.view import ShiftView
from desktop.window import Window

CERTIFICATE = "10.00"


class Day:
    """Lives a day at the till; `report` is the JSON that the demonstration prints."""

    def __init__(self, shop: Shop, scanner: SimulatedScanner, screenshots: Path) -> None:
        self._shop = shop
        self._scanner = scanner
        self._screenshots = screenshots
        self.report: dict[str, Any] = {"ok": False, "steps": [], "screenshots": str(screenshots)}

    async def live(self, window: Window) -> int:
        """Go through the day; gives 0 when the centre's figures equal the terminal's."""
        self._hands = hands = Hands(window, self._shop, self._scanner, self._screenshots, self.report)
        self._screenshots.mkdir(parents=True, exist_ok=True)
        window.shell.resize(1366, 768)
        window.shell.show()
        await self._open_shift()
        await self._sell()
        await self._put_stock_right()
        certificate = demo_counter.issue_certificate(hands, CERTIFICATE)
        await hands.change_over("cashier")
        await demo_counter.board(hands)
        await demo_counter.promotion(hands)
        bought = demo_counter.last_receipt(hands)
        await demo_counter.coupon(hands, certificate)
        await demo_counter.approval(hands)
        await demo_counter.papers(hands)
        await demo_counter.take_back(hands, bought)
        await self._close_blind()
        await self._compare()
        return 0 if self.report["ok"] else 3

    async def _open_shift(self) -> None:
        hands, shell = self._hands, self._hands.window.shell
        await hands.sign_in("manager")
        await hands.until(lambda: shell.current_key() == "shift", "the shift screen")
        await hands.type_in("100")
        hands.step("open shift")
        hands.press("Open shift")
        await hands.until(lambda: shell.current_key() == "till", "the till")

    async def _sell(self) -> None:
        hands, codes = self._hands, self._codes(6)
        await hands.scan(*codes[:3], codes[0])
        hands.step("till")
        await hands.pay("cash")
        hands.step("paid in cash")
        await hands.scan(codes[3])
        await hands.scan("4009999999991")
        hands.step("unknown code")
        await hands.scan(codes[4])
        await hands.pay("card")
        hands.step("paid by card")
        await hands.scan(codes[5])
        await hands.pay("cash")
        result = await selling.void_last(hands.window.station, reason="changed their mind")
        hands.window.shell.show_screen("receipts")
        await hands.pause()
        hands.step("void", **result)

    async def _put_stock_right(self) -> None:
        hands = self._hands
        person = staff.signed_in(hands.terminal)
        with hands.terminal.database.reading() as connection:
            place = require_shop(connection, hands.terminal).selling_place_id
            goods = catalogue.list_category(connection, catalogue.list_categories(connection)[0], 3)
        received = [Difference(product.id, place, 12_000) for product in goods]
        stock_operations.adjust_stock(hands.terminal, person, received, "received", "delivery")
        hands.tell("goods received", lines=len(received))
        counted = [count_difference(hands.terminal, product.id, place, 9_000) for product in goods]
        changed = [difference for difference in counted if difference.difference_milli]
        stock_operations.adjust_stock(hands.terminal, person, changed, "counted", "shelf count")
        hands.tell("goods counted", lines=len(changed))

    async def _close_blind(self) -> None:
        """The cashier counts without seeing what should be there."""
        hands = self._hands
        hands.window.shell.show_screen("shift")
        await hands.pause()
        hands.step("shift")
        presenter = hands.view(ShiftView)._presenter
        with hands.terminal.database.reading() as connection:
            shift = shifts.read_open(connection)
            assert shift is not None
            expected = shifts.read_expected(connection, shift.shift_id)
        presenter.begin_count()
        for slot in presenter.slots():
            presenter.choose_slot(slot)
            for digit in f"{expected.get(str(slot), 0) / 100:.2f}":
                presenter.press_mark() if digit == "." else presenter.press_digit(digit)
        await hands.pause()
        hands.step("blind count", cash_minor=expected[CASH])
        presenter.review()
        await hands.pause()
        hands.step("blind count reviewed")
        presenter.close_shift()
        await hands.until(lambda: presenter.state.closing is not None, "the closing")
        closing = presenter.state.closing
        assert closing is not None
        hands.step("shift closed", z_number=closing.z_number, sales=closing.sales)

    async def _compare(self) -> None:
        hands = self._hands
        answer = await hands.window.sync_now()
        await hands.until(self._is_level, "everything handed in")
        hands.window.shell.show_screen("health")
        await hands.pause()
        hands.step("health", sync=answer["result"]["state"])
        centre, verified = self._shop.tell("stats"), self._shop.tell("verify")
        with hands.terminal.database.reading() as connection:
            head = journal.read_head(connection)
            tally = sales.read_tally(connection)
        assert head is not None
        assert tally is not None
        self.report["centre"] = centre
        self.report["terminal"] = {"entries": head.seq, "grand_total_minor": tally.grand_total_minor}
        self.report["verify"] = verified
        self.report["ok"] = verified["ok"] and centre["entries"] == head.seq

    def _is_level(self) -> bool:
        with self._hands.terminal.database.reading() as connection:
            return journal.read_unsent(connection)[0] == 0

    def _codes(self, count: int) -> list[str]:
        """Codes of ordinary pieces, from the catalogue itself."""
        found: list[str] = []
        with self._hands.terminal.database.reading() as connection:
            for category in catalogue.list_categories(connection):
                for product in catalogue.list_category(connection, category, 4):
                    if not product.weighed and not product.age_limit:
                        found += catalogue.list_codes(connection, product.id)[:1]
        if len(found) < count:
            raise Refusal("demo.goods", "The sample shop has too few goods.")
        return found[:: len(found) // count][:count]
