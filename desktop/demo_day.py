"""The scripted day of the headless demonstration: a shift through the real window, with pictures of every step."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.commands import selling
from desktop.demo_shop import Shop
from desktop.devices.simulated import SimulatedScanner
from desktop.domain.refusal import Refusal
from desktop.operations import staff
from desktop.operations import stock as stock_operations
from desktop.operations.shifts import close_shift
from desktop.operations.stock import Difference, count_difference
from desktop.operations.terminal import require_shop
from desktop.store import catalogue, journal, sales, shifts
from desktop.ui.payment.view import PaymentView
from desktop.ui.sign_in.view import SignInView
from desktop.window import Window

KEY_PAUSE_S = 0.12
"""A person's pace: quicker keys are a scanner's."""

PATIENCE_S = 20.0


class Day:
    """Lives a day at the till; `report` is the JSON that the demonstration prints."""

    def __init__(self, shop: Shop, scanner: SimulatedScanner, screenshots: Path) -> None:
        self._shop = shop
        self._scanner = scanner
        self._screenshots = screenshots
        self.report: dict[str, Any] = {"ok": False, "steps": [], "screenshots": str(screenshots)}

    async def live(self, window: Window) -> int:
        """Go through the day; gives 0 when the centre's figures equal the terminal's."""
        self._window = window
        self._terminal = window.station.terminal
        self._screenshots.mkdir(parents=True, exist_ok=True)
        window.shell.resize(1366, 768)
        window.shell.show()
        await self._open_shift()
        await self._sell()
        await self._take_back()
        await self._put_stock_right()
        await self._close_shift()
        await self._compare()
        return 0 if self.report["ok"] else 3

    async def _open_shift(self) -> None:
        await self._sign_in("manager")
        await self._until(lambda: self._window.shell.current_key() == "shift", "the shift screen")
        await self._type("100")
        self._step("open shift")
        self._press("Open shift")
        await self._until(lambda: self._window.shell.current_key() == "till", "the till")

    async def _sign_in(self, role: str) -> None:
        person = next(one for one in self._shop.people if one["role"] == role)
        view = self._window.shell.findChild(SignInView)
        assert isinstance(view, SignInView)
        await self._until(lambda: view.people.isVisible(), "the people")
        self._step("sign in")
        self._press(person["name"])
        await self._pause()
        await self._type(person["pin"])
        self._key(Qt.Key.Key_Return)
        await self._until(lambda: staff.signed_in(self._terminal) is not None, "the sign-in")

    async def _sell(self) -> None:
        codes = self._codes(6)
        await self._scan(*codes[:3], codes[0])
        self._step("till")
        await self._pay("cash")
        self._step("paid in cash")
        await self._scan(codes[3])
        await self._scan("4009999999991")
        self._step("unknown code")
        await self._scan(codes[4])
        await self._pay("card")
        self._step("paid by card")
        await self._scan(codes[5])
        await self._pay("cash")

    async def _pay(self, method: str) -> None:
        before = self._count_sales()
        self._key(Qt.Key.Key_F9)
        await self._until(lambda: self._window.shell.current_key() == "payment", "the payment screen")
        if method == "card":
            self._press("Card")
        await self._pause()
        self._press_first_quick()
        await self._pause()
        self._step(f"payment by {method}")
        self._key(Qt.Key.Key_F9)
        await self._until(lambda: self._count_sales() == before + 1, "the sale")
        await self._pause()

    async def _take_back(self) -> None:
        result = selling.void_last(self._window.station, reason="changed their mind")
        self._step("void", **result)
        await self._pause()

    async def _put_stock_right(self) -> None:
        person = staff.signed_in(self._terminal)
        with self._terminal.database.reading() as connection:
            place = require_shop(connection, self._terminal).selling_place_id
            goods = catalogue.list_category(connection, catalogue.list_categories(connection)[0], 3)
        received = [Difference(product.id, place, 12_000) for product in goods]
        stock_operations.adjust_stock(self._terminal, person, received, "received", "delivery")
        self._step("goods received", lines=len(received))
        counted = [count_difference(self._terminal, product.id, place, 9_000) for product in goods]
        changed = [difference for difference in counted if difference.difference_milli]
        stock_operations.adjust_stock(self._terminal, person, changed, "counted", "shelf count")
        self._step("goods counted", lines=len(changed))
        await self._pause()

    async def _close_shift(self) -> None:
        self._window.shell.show_screen("shift")
        await self._pause()
        self._step("shift")
        with self._terminal.database.reading() as connection:
            shift = shifts.read_open(connection)
            assert shift is not None
            expected = shifts.read_expected(connection, shift.shift_id)
        closing = close_shift(self._terminal, staff.signed_in(self._terminal), expected)
        self._step("shift closed", z_number=closing.z_number, sales=closing.sales)

    async def _compare(self) -> None:
        answer = await self._window.sync_now()
        await self._until(self._is_level, "everything handed in")
        self._window.shell.show_screen("health")
        await self._pause()
        self._step("health", sync=answer["result"]["state"])
        centre, verified = self._shop.tell("stats"), self._shop.tell("verify")
        with self._terminal.database.reading() as connection:
            head = journal.read_head(connection)
            tally = sales.read_tally(connection)
        assert head is not None
        assert tally is not None
        self.report["centre"] = centre
        self.report["terminal"] = {"entries": head.seq, "grand_total_minor": tally.grand_total_minor}
        self.report["verify"] = verified
        self.report["ok"] = verified["ok"] and centre["entries"] == head.seq

    def _is_level(self) -> bool:
        with self._terminal.database.reading() as connection:
            return journal.read_unsent(connection)[0] == 0

    def _codes(self, count: int) -> list[str]:
        """Codes of ordinary pieces, from the catalogue itself."""
        found: list[str] = []
        with self._terminal.database.reading() as connection:
            for category in catalogue.list_categories(connection):
                for product in catalogue.list_category(connection, category, 4):
                    if not product.weighed and not product.age_limit:
                        found += catalogue.list_codes(connection, product.id)[:1]
        if len(found) < count:
            raise Refusal("demo.goods", "The sample shop has too few goods.")
        return found[:: len(found) // count][:count]

    def _count_sales(self) -> int:
        with self._terminal.database.reading() as connection:
            return len(sales.list_recent(connection, 1000))

    async def _scan(self, *codes: str) -> None:
        self._scanner.scan(*codes)
        await asyncio.sleep(0.4)

    async def _type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self._target(), Qt.Key(ord(letter.upper())))
            await asyncio.sleep(KEY_PAUSE_S)

    def _key(self, key: Qt.Key) -> None:
        QTest.keyClick(self._target(), key)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self._window.shell

    def _press(self, name: str) -> None:
        button = find_button(self._window, name)
        if button is None:
            raise LookupError(f"no key {name!r} on the screen {self._window.shell.current_key()}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _press_first_quick(self) -> None:
        view = self._window.shell.findChild(PaymentView)
        assert isinstance(view, PaymentView)
        QTest.mouseClick(view.quick[0], Qt.MouseButton.LeftButton)

    async def _pause(self) -> None:
        await asyncio.sleep(0.3)

    async def _until(self, condition: Callable[[], bool], what: str) -> None:
        deadline = asyncio.get_running_loop().time() + PATIENCE_S
        while not condition():
            if asyncio.get_running_loop().time() > deadline:
                self._step("stuck")
                raise TimeoutError(f"waited in vain for {what}")
            await asyncio.sleep(0.02)

    def _step(self, name: str, **facts: Any) -> None:
        number = len(self.report["steps"]) + 1
        picture = self._screenshots / f"{number:02d}-{name.replace(' ', '-')}.png"
        self._window.shell.grab().save(str(picture))
        self.report["steps"].append({"step": name, "picture": picture.name} | facts)


def find_button(window: Window, name: str) -> QAbstractButton | None:
    """Find a key by what it says, or is called, on the screen that is shown."""
    buttons: list[QAbstractButton] = window.shell.findChildren(QAbstractButton)
    for button in buttons:
        said = (button.text(), button.accessibleName())
        if button.isVisible() and button.isEnabled() and any(text.startswith(name) for text in said):
            return button
    return None
