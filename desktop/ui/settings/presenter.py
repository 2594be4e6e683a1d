"""Settings: kept at once when they are chosen, with tests of the devices behind them."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.operations.terminal import Terminal
from desktop.ui.settings.scan_test_presenter import understand
from desktop.ui.settings.settings_rows import (
    CARD_MM,
    DeviceAnswer,
    DeviceRow,
    DriverChoice,
    Page,
    PortChoice,
    SettingsState,
    Typed,
    toggled,
    with_driver,
)

LEAST_CARD_PX, MOST_CARD_PX = 150, 1600
LOOK_EVERY_MS = 300
"""So often the page of the devices looks how they are."""

Values = tuple[Mapping[str, object], Mapping[str, str]]


@dataclass(frozen=True)
class Hands:
    """What the screen may do, given by the composition root.

    `read()` gives the settings in force and, for those that are set elsewhere, where; `save(name, value)` keeps one
    and puts it in force (Refusal, Fault). `last_typed()` is how the keyboard scanner sent the scan that was told last.
    `list_ports`, `test_print` and `test_drawer` work beside the window. `px_per_mm()` is the screen as it is taken now.
    `devices()` says how every device is now, `drivers()` what can be chosen, `test_display()` shows a text on the
    customer display, `write_sheet()` writes the sheet that sets scanners up and gives its path.
    `keep_mail_password(password)` puts it among the secrets, `write_key_sheet()` writes the sheet with the recovery key
    and gives its path; `licences()` names the texts that came with the program, `read_licence(name)` gives one.
    """

    read: Callable[[], Values]
    save: Callable[[str, object], None]
    facts: Callable[[], Sequence[tuple[str, str]]]
    last_typed: Callable[[], Typed | None]
    list_ports: Callable[[], Awaitable[Sequence[PortChoice]]]
    test_print: Callable[[], Awaitable[DeviceAnswer]]
    test_drawer: Callable[[], Awaitable[DeviceAnswer]]
    play: Callable[[str], None]
    px_per_mm: Callable[[], float]
    devices: Callable[[], Sequence[DeviceRow]] = tuple
    drivers: Callable[[], Sequence[DriverChoice]] = tuple
    test_display: Callable[[], None] = lambda: None
    write_sheet: Callable[[], str] = str
    keep_mail_password: Callable[[str], None] = lambda password: None
    write_key_sheet: Callable[[], str] = str
    licences: Callable[[], Sequence[str]] = tuple
    read_licence: Callable[[str], str] = str


class SettingsPresenter(QObject):
    """`changed(SettingsState)`, `sounded(str)`, `faulted(Fault)`."""

    changed = Signal(object)
    sounded = Signal(str)
    faulted = Signal(object)

    def __init__(self, terminal: Terminal, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal, self._hands = terminal, hands
        self._tasks: set[asyncio.Future[None]] = set()
        self.state = SettingsState()
        self._looking = QTimer(self, interval=LOOK_EVERY_MS)
        self._looking.timeout.connect(self.look_at_devices)

    def enter(self) -> None:
        """The screen is shown: read everything again."""
        self._put(refusal=None, answer=None, seen=None, testing="", sheet="", key_sheet="", **self._in_force())
        self._begin_page()

    def leave(self) -> None:
        """Another screen is shown."""
        self._looking.stop()

    def show_page(self, page: Page) -> None:
        """Go to a page."""
        self._put(page=page, refusal=None, answer=None)
        self._begin_page()

    def _begin_page(self) -> None:
        if self.state.page in ("scanner", "hardware"):
            self.look_for_ports()
        if self.state.page == "about" and not self.state.licences:
            self._put(licences=tuple(self._hands.licences()))
            self.read_licence(next(iter(self.state.licences), ""))
        if self.state.page == "hardware":
            self._put(drivers=tuple(self._hands.drivers()))
            self.look_at_devices()
            self._looking.start()
        else:
            self._looking.stop()

    def save(self, name: str, value: object) -> None:
        """Keep a setting and put it in force; one that cannot be is refused at its field."""
        try:
            self._hands.save(name, value)
        except Refusal as refusal:
            refusal.field = refusal.field or name
            self._put(refusal=refusal)
            self.sounded.emit("stop")
        except Fault as fault:
            self.faulted.emit(fault)
        else:
            self._put(refusal=None, answer=None, **self._in_force())

    def keep_mail_password(self, password: str) -> None:
        """Keep the password of the mail server among the secrets."""
        self._hands.keep_mail_password(password)

    def reload(self) -> None:
        """Something was switched elsewhere, such as the language in the menu."""
        self._put(**self._in_force())

    # --- the screen measured by a bank card

    def resize_card(self, by_px: int) -> None:
        """Make the frame wider or narrower."""
        width = self.state.card_px + by_px
        self._put(card_px=min(max(width, LEAST_CARD_PX), MOST_CARD_PX))

    def keep_card(self) -> None:
        """The frame is as wide as the card: now the screen is measured."""
        self.save("pixels_per_mm", round(self.state.card_px / CARD_MM, 3))

    # --- scanner

    def scan(self, code: str | bytes) -> None:
        """A scan is looked at, whatever page is open; it does nothing else here."""
        typed = self._hands.last_typed() if isinstance(code, str) else None
        seen = understand(self._terminal, code, typed, self.state.number("wedge_gap_ms"))
        self._put(page="scanner", seen=seen)
        self.sounded.emit("attention" if seen.troubles else "ok")

    def look_for_ports(self) -> None:
        """List the serial ports, beside the window."""
        self._begin(self._list_ports)

    async def _list_ports(self) -> None:
        self._put(ports=tuple(await self._hands.list_ports()))

    def toggle_scanner(self, address: str) -> None:
        """Listen to one more scanner, or to this one no more; an empty address is none but the keyboard."""
        self.save("scanner_ports", toggled(self.state.text("scanner_ports"), address))

    def drive_scanner(self, address: str, driver: str) -> None:
        """Talk to one scanner another way."""
        self.save("scanner_ports", with_driver(self.state.text("scanner_ports"), address, driver))

    def write_sheet(self) -> None:
        """Write the sheet that sets scanners up."""
        try:
            self._put(sheet=self._hands.write_sheet())
        except Fault as fault:
            self.faulted.emit(fault)

    # --- the safe, and licences

    def write_key_sheet(self) -> None:
        """Write the sheet with the recovery key, for a sealed envelope."""
        try:
            self._put(key_sheet=self._hands.write_key_sheet())
        except Fault as fault:
            self.faulted.emit(fault)

    def read_licence(self, name: str) -> None:
        """Read a licence text."""
        self._put(licence=name, licence_text=self._hands.read_licence(name) if name else "")

    # --- all devices

    def look_at_devices(self) -> None:
        """See how they are now."""
        devices = tuple(self._hands.devices())
        if devices != self.state.devices:
            known = {row.key for row in devices}
            chosen = self.state.device if self.state.device in known else next(iter(known & {"scale"}), "")
            self._put(devices=devices, device=chosen)

    def choose_device(self, key: str) -> None:
        """Look at one device."""
        self._put(device=key)

    def test_display(self) -> None:
        """Show a text on the customer display."""
        self._hands.test_display()

    # --- printer and drawer

    def test_print(self) -> None:
        """Print a small receipt."""
        self._put(testing="print", answer=None)
        self._begin(lambda: self._answer(self._hands.test_print()))

    def test_drawer(self) -> None:
        """Open the drawer."""
        self._put(testing="drawer", answer=None)
        self._begin(lambda: self._answer(self._hands.test_drawer()))

    async def _answer(self, asked: Awaitable[DeviceAnswer]) -> None:
        try:
            self._put(answer=await asked)
        finally:
            self._put(testing="")

    def play(self, sound: str) -> None:
        """Let a sound be heard."""
        self._hands.play(sound)

    def close(self) -> None:
        """What runs beside is called off."""
        self._looking.stop()
        for task in self._tasks:
            task.cancel()

    # --- inside

    def _in_force(self) -> dict[str, Any]:
        values, locked = self._hands.read()
        card_px = round(self._hands.px_per_mm() * CARD_MM)
        return {"values": values, "locked": locked, "facts": tuple(self._hands.facts()), "card_px": card_px}

    def _begin(self, work: Callable[[], Awaitable[None]]) -> None:
        task = asyncio.ensure_future(self._guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Fault as fault:
            self.faulted.emit(fault)
        except Refusal as refusal:
            self._put(refusal=refusal)

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)
