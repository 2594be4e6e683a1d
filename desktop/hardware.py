"""The devices of one station as its settings name them: opened, watched, and tied to the till."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

import structlog
from PySide6.QtCore import SignalInstance

from desktop.customer_display import Lines, cart_lines, sold_lines
from desktop.devices.display import CustomerDisplay
from desktop.devices.framing import Frame
from desktop.devices.known import display_picture, scale_protocol
from desktop.devices.ports import finder
from desktop.devices.scale import ASK_EVERY_S, Scale
from desktop.devices.scanner import Scanner
from desktop.devices.serial_port import PortState
from desktop.devices.weights import Weight
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale
from desktop.faults import Fault
from desktop.paper.escpos import code_page, encode
from desktop.paper.words import Words
from desktop.printer_glance import PrinterGlance
from desktop.scanners import open_scanners, scanner_addresses
from desktop.settings import Settings
from desktop.ui.till.till_rows import TillState
from desktop.weighing import PackScale, TillScale, WeighingParcel, WeighingTill

SCALE, DISPLAY = "scale", "display"

_log = structlog.get_logger("desktop.hardware")
Soon = Callable[..., None]


class Sold(Protocol):
    """What is asked of the payment: it says what was sold."""

    @property
    def finished(self) -> SignalInstance:
        """`finished(Sale)`."""


@dataclass(frozen=True)
class Seen:
    """What is known of a device now: whether its port is open, what is in the way, and a scale's last word."""

    is_open: bool = False
    fault: Fault | None = None
    weight: Weight | None = None
    scans: int = 0


@dataclass(frozen=True)
class Ears:
    """What devices tell, on the window's thread: `on_scan` answers whether the till took it, `on_over` hears of a
    fault that has ended.
    """

    on_scan: Callable[[bytes, str], bool]
    on_fault: Callable[[Fault], None]
    on_over: Callable[[Fault], None] = lambda fault: None


class Hardware:
    """Scanners, scale and customer display; everything but the ports' own threads runs on the window's thread.

    `glance` looks how the receipt printer is, which is not opened here.
    """

    def __init__(
        self,
        settings: Settings,
        soon: Soon,
        ears: Ears,
        ask_every_s: float = ASK_EVERY_S,
        glance: PrinterGlance | None = None,
    ) -> None:
        self.glance = glance
        self._settings, self._soon, self._ears, self._ask_every_s = settings, soon, ears, ask_every_s
        self._scanners: dict[str, Scanner] = {}
        self._scale: Scale | None = None
        self._display: CustomerDisplay | None = None
        self._till_scale: TillScale | None = None
        self._pack_scale: PackScale | None = None
        self._shown: Lines = ("", "")
        self.seen: dict[str, Seen] = {}

    def open(self) -> None:
        """Open every device that is set; one that cannot be is a notice, and the others are opened."""
        for opens in (self._open_scanners, self._open_scale, self._open_display):
            try:
                opens()
            except (Fault, Refusal) as trouble:
                self._ears.on_fault(_fault_of(trouble))

    def renew(self, settings: Settings) -> None:
        """The settings changed: close everything and open it anew."""
        self.close()
        self._settings, self.seen = settings, {}
        self.open()

    def close(self) -> None:
        """Close every device; no callback comes afterwards."""
        for device in (*self._scanners.values(), self._scale, self._display):
            if device is not None:
                device.close()
        self._scanners, self._scale, self._display = {}, None, None

    def follow(self, till: WeighingTill, payment: Sold) -> None:
        """Tie scale and display to the till that works now."""
        self._till_scale = TillScale(till, time.monotonic)
        till.changed.connect(self._show_cart)
        payment.finished.connect(lambda sale: self._soon(self._show_sold, sale))

    def follow_packing(self, packing: WeighingParcel) -> None:
        """Tie the scale to whoever packs, too: parcels are weighed while their weight is asked."""
        self._pack_scale = PackScale(packing, time.monotonic)

    def show(self, upper: str, lower: str) -> None:
        """Show two lines on the customer display, if there is one."""
        self._shown = (upper, lower)
        if self._display is not None:
            self._display.show(upper, lower)

    # --- opening

    def _open_scanners(self) -> None:
        scanners = open_scanners(
            self._settings,
            scanner_addresses(self._settings),
            lambda data, name, at_s: self._soon(self._on_scan, data, name),
            lambda frame, name: self._soon(self._on_partial, frame, name),
            lambda state, name: self._soon(self._on_state, state, name),
        )
        self._scanners = {scanner.name: scanner for scanner in scanners}

    def _open_scale(self) -> None:
        settings = self._settings
        if not settings.scale:
            return
        protocol = scale_protocol(settings.scale_driver)
        line = replace(protocol.line, baud=settings.scale_baud) if settings.scale_baud else protocol.line
        self._scale = Scale(
            SCALE,
            finder(settings.scale),
            protocol,
            lambda weight: self._soon(self._on_weight, weight),
            lambda state, name: self._soon(self._on_state, state, name),
            line=line,
            ask_every_s=self._ask_every_s,
        )
        self._scale.start()

    def _open_display(self) -> None:
        settings = self._settings
        if not settings.display:
            return
        page = code_page(settings.display_code_page)
        self._display = CustomerDisplay(
            DISPLAY,
            finder(settings.display),
            lambda state, name: self._soon(self._on_state, state, name),
            encode=lambda text: encode(text, page),
            draw=display_picture(settings.display_driver),
        )
        self._display.show(*self._shown)
        self._display.start()

    # --- what devices say

    def _on_scan(self, data: bytes, name: str) -> None:
        seen = self.seen.get(name, Seen())
        self.seen[name] = replace(seen, is_open=True, fault=None, scans=seen.scans + 1)
        good = self._ears.on_scan(data, name)
        scanner = self._scanners.get(name)
        if scanner is not None:
            try:
                scanner.acknowledge(good)
            except Fault as fault:
                _log.info("scanner gone before it was answered", detail=fault.message)

    def _on_partial(self, frame: Frame, name: str) -> None:
        words = f"{name}: {len(frame.data)} bytes"
        self._ears.on_fault(Fault("scanner.partial", "A scan was not whole", words, "Scan the item again."))

    def _on_weight(self, weight: Weight) -> None:
        self.seen[SCALE] = replace(self.seen.get(SCALE, Seen()), is_open=True, fault=None, weight=weight)
        if self._till_scale is not None:
            self._till_scale.offer(weight)
        if self._pack_scale is not None:
            self._pack_scale.offer(weight)

    def _on_state(self, state: PortState, name: str) -> None:
        before = self.seen.get(name, Seen())
        fault = _named(state.fault, name) if state.fault else None
        self.seen[name] = replace(before, is_open=state.is_open, fault=fault, weight=None)
        if before.fault is not None and state.is_open:
            self._ears.on_over(before.fault)
        if fault is not None:
            self._ears.on_fault(fault)

    # --- what the customer sees

    def _show_cart(self, state: TillState) -> None:
        if self._display is not None:
            self._soon(self._tell_cart, state)  # when the cashier's own screen is painted

    def _tell_cart(self, state: TillState) -> None:
        lines = cart_lines(state.priced, state.last, self._words(), state.pay_ins)
        if state.cart is not None and lines != ("", ""):
            self.show(*lines)

    def _show_sold(self, sale: Sale) -> None:
        self.show(*sold_lines(sale, self._words()))

    def _words(self) -> Words:
        return Words(self._settings.receipt_language or self._settings.language)


def _fault_of(trouble: Fault | Refusal) -> Fault:
    if isinstance(trouble, Fault):
        return trouble
    return Fault("display.code_page", "The display's letters are set wrong", trouble.message, trouble.remedy)


def _named(fault: Fault, name: str) -> Fault:
    """Say which device is gone: at a till with five of them “the device” helps nobody."""
    if fault.code != "port.gone" or name == DISPLAY:
        return fault
    if name == SCALE:
        return Fault("scale.gone", "The scale is gone", fault.message, fault.remedy)
    return Fault("scanner.gone", "The scanner is gone", fault.message, fault.remedy)
