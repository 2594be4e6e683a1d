"""The hands of the scripted day: they press keys, type, scan and wait as a person does, and take the pictures."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.demo_shop import Shop
from desktop.devices.simulated import SimulatedScanner
from desktop.operations import staff
from desktop.store import sales
from desktop.ui.payment.view import PaymentView
from desktop.ui.sign_in.view import SignInView
from desktop.ui.till.grant_presenter import GrantPresenter
from desktop.ui.till.view import TillView
from desktop.window import Window

KEY_PAUSE_S = 0.12
"""A person's pace: quicker keys are a scanner's."""

LOOK_S = 0.2
"""So long a person looks before going on: sheets are open and words are laid out by then."""

PATIENCE_S = 20.0
View = TypeVar("View", bound=QWidget)


class Hands:
    """At the window of one terminal; `report` grows by a step with every picture."""

    def __init__(
        self, window: Window, shop: Shop, scanner: SimulatedScanner, screenshots: Path, report: dict[str, Any]
    ) -> None:
        self.window, self.shop, self.terminal = window, shop, window.station.terminal
        self._scanner, self._screenshots, self._report = scanner, screenshots, report

    # --- what a person does

    async def sign_in(self, role: str) -> None:
        """Choose a person of this role and type the PIN."""
        person = self.person(role)
        view = self.view(SignInView)
        await self.until(lambda: view.people.isVisible(), "the people")
        await self.pause()
        self.step(f"sign in as {role}")
        self.press(person["name"])
        await self.pause()
        await self.type_in(person["pin"])
        self.key(Qt.Key.Key_Return)
        await self.until(lambda: staff.signed_in(self.terminal) is not None, "the sign-in")

    async def change_over(self, role: str) -> None:
        """Somebody else takes the till, the shift goes on."""
        self.window.shell.lock()
        await self.sign_in(role)
        await self.until(lambda: self.window.shell.current_key() == "till", "the till")

    async def scan(self, *codes: str) -> None:
        """Scan, and wait until the till has heard all of it."""
        heard = self._heard() + len(codes)
        self._scanner.scan(*codes)
        await self.until(lambda: self._heard() >= heard, "the scans")
        await self.pause()

    async def type_in(self, text: str) -> None:
        """Type, key by key."""
        for letter in text:
            QTest.keyClick(self._target(), Qt.Key(ord(letter.upper())))
            await asyncio.sleep(KEY_PAUSE_S)

    def key(self, key: Qt.Key) -> None:
        """Press a key of the keyboard."""
        QTest.keyClick(self._target(), key)

    def press(self, name: str) -> None:
        """Press a key of the screen."""
        button = find_button(self.window, name)
        if button is None:
            raise LookupError(f"no key {name!r} on the screen {self.window.shell.current_key()}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    async def to_payment(self) -> None:
        """The ticket is whole: it is to be paid."""
        self.key(Qt.Key.Key_F9)
        await self.until(lambda: self.window.shell.current_key() == "payment", "the payment screen")

    async def pay(self, method: str, picture: str = "") -> None:
        """Pay what is due, all of it, and finish."""
        await self.to_payment()
        view = self.view(PaymentView)
        if method != "cash":
            view._presenter.choose_method(method)
        await self.pause()
        QTest.mouseClick(view.quick[0], Qt.MouseButton.LeftButton)
        await self.until(lambda: view._presenter.state.can_finish, "the payment")
        await self.pause()
        self.step(picture or f"payment by {method}")
        await self.finish()

    async def finish(self) -> None:
        """Nothing is due any more: make it a sale."""
        before = self.count_sales()
        self.key(Qt.Key.Key_F9)
        await self.until(lambda: self.count_sales() == before + 1, "the sale")
        await self.pause()

    async def allow(self, grant: GrantPresenter, picture: str) -> None:
        """A manager allows what waits, in place, with their own PIN."""
        await self.until(lambda: grant.state.asked is not None, "somebody who allows it")
        self.step(picture)
        manager = self.person("manager")
        grant.choose(next(one.id for one in grant.state.people if one.login == manager["login"]))
        for digit in manager["pin"]:
            grant.press_digit(digit)
        grant.press_enter()
        await self.pause()

    # --- what a person sees

    def view(self, kind: type[View]) -> View:
        """A screen's widgets."""
        found = self.window.shell.findChild(kind)
        assert isinstance(found, kind), kind
        return found

    @property
    def till(self) -> TillView:
        """The till's screen."""
        return self.view(TillView)

    def person(self, role: str) -> dict[str, str]:
        """The sample shop's person of a role: login, name, pin."""
        return next(one for one in self.shop.people if one["role"] == role)

    def count_sales(self) -> int:
        """How many sales there are."""
        with self.terminal.database.reading() as connection:
            return len(sales.list_recent(connection, 1000))

    async def pause(self) -> None:
        """Look at what happened."""
        await asyncio.sleep(LOOK_S)

    async def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for something. Raises TimeoutError."""
        deadline = asyncio.get_running_loop().time() + PATIENCE_S
        while not condition():
            if asyncio.get_running_loop().time() > deadline:
                self.step("stuck")
                raise TimeoutError(f"waited in vain for {what}")
            await asyncio.sleep(0.02)

    def step(self, name: str, **facts: Any) -> None:
        """Take a picture of the window; its name tells the day."""
        number = sum("picture" in step for step in self._report["steps"]) + 1
        picture = self._screenshots / f"{number:02d}-{name.replace(' ', '-')}.png"
        self.window.shell.grab().save(str(picture))
        self.tell(name, picture=picture.name, **facts)

    def tell(self, name: str, **facts: Any) -> None:
        """Report a step that no screen shows."""
        self._report["steps"].append({"step": name} | facts)

    def _heard(self) -> int:
        return sum(seen.scans for seen in self.window.hardware.seen.values())

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.window.shell


def find_button(window: Window, name: str) -> QAbstractButton | None:
    """Find a key by what it says, or is called, on the screen that is shown."""
    buttons: list[QAbstractButton] = window.shell.findChildren(QAbstractButton)
    for button in buttons:
        said = (button.text(), button.accessibleName())
        if button.isVisible() and button.isEnabled() and any(text.startswith(name) for text in said):
            return button
    return None
