"""Between commit and paper: what a fiscal device has to sign is signed, oldest first; an outage never stops a sale."""

import asyncio
from collections.abc import Callable, Set
from dataclasses import asdict

from desktop.devices.fiscal import FiscalAnswer, FiscalDriver, SealedPaper
from desktop.domain.papers import Fiscal
from desktop.faults import Fault
from desktop.operations import fiscal
from desktop.operations.fiscal import Unsigned
from desktop.operations.terminal import Terminal
from desktop.store.sales import takings

PAPER_WAITS_S = 5.0
"""How long a customer waits for a device that is slow; then the paper goes out and says that it is out of order."""
AGAIN_S = 60.0
"""Between two tries to catch up."""


def sealed_paper(unsigned: Unsigned) -> SealedPaper:
    """Say a paper in the words of devices."""
    sale, sign = unsigned.sale, unsigned.sign
    kept = takings(sale.payments, sale.change_minor)
    return SealedPaper(
        sale_id=sale.sale_id,
        void_id=unsigned.void_id,
        receipt=unsigned.receipt,
        seq=unsigned.seq,
        hash=unsigned.hash,
        occurred_at=unsigned.occurred_at,
        currency=sale.currency,
        total_minor=sign * sale.total_minor,
        taxes=tuple((tax.rate_ppm, sign * tax.gross_minor) for tax in sale.taxes),
        payments=tuple((method, sign * amount) for method, amount in kept.items()),
    )


def answer_of(unsigned: Unsigned, answer: FiscalAnswer, driver: str, *, late: bool) -> Fiscal:
    """Say a device's answer as what is sealed."""
    return Fiscal(sale_id=unsigned.sale.sale_id, void_id=unsigned.void_id, driver=driver, late=late, **asdict(answer))


def sign_all(terminal: Terminal, driver: FiscalDriver, printing: str = "") -> Fault | None:
    """Sign what waits, in order; `printing` is the sale or void whose paper is due. Gives what stands in the way."""
    while unsigned := fiscal.read_unsigned(terminal):
        try:
            answer = driver.sign(sealed_paper(unsigned))
        except Fault as fault:
            return fault
        _record(terminal, driver, unsigned, answer, {printing})
    return None


def _record(terminal: Terminal, driver: FiscalDriver, unsigned: Unsigned, answer: FiscalAnswer, due: Set[str]) -> None:
    late = (unsigned.void_id or unsigned.sale.sale_id) not in due
    fiscal.record_answer(terminal, unsigned, answer_of(unsigned, answer, driver.name, late=late))


class Fiscalising:
    """Signs beside the window: the device is asked in a worker thread, its answers are sealed on the loop's.

    `on_fault` is told once when the device stops answering, `on_over` the same when it answers again.
    """

    def __init__(
        self,
        terminal: Callable[[], Terminal],
        driver: FiscalDriver,
        on_fault: Callable[[Fault], None],
        on_over: Callable[[Fault], None] = lambda fault: None,
    ) -> None:
        self._terminal, self._driver = terminal, driver
        self._on_fault, self._on_over = on_fault, on_over
        self._turn = asyncio.Lock()
        self._due: set[str] = set()
        self._out: Fault | None = None
        self._task: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Catch up whenever something waits, until cancelled."""
        fiscal.begin_signing(self._terminal())
        while True:
            await self._sign()
            await asyncio.sleep(AGAIN_S)

    async def sign_for_paper(self, sale_id: str, void_id: str = "", within_s: float = PAPER_WAITS_S) -> Fiscal | None:
        """Sign what waits up to a sale, or void, whose paper is due; None when the paper has to go out without it."""
        key = void_id or sale_id
        self._due.add(key)
        task = asyncio.ensure_future(self._sign())
        self._task = task  # it goes on after the paper; the loop itself keeps no hold of it
        await asyncio.wait([task], timeout=within_s)
        self._due.discard(key)
        return fiscal.read_signed(self._terminal(), sale_id, void_id)

    async def _sign(self) -> None:
        async with self._turn:
            while unsigned := fiscal.read_unsigned(self._terminal()):
                try:
                    answer = await asyncio.to_thread(self._driver.sign, sealed_paper(unsigned))
                except Fault as fault:
                    self._tell(fault)
                    return
                if self._out is not None:
                    self._on_over(self._out)
                    self._out = None
                _record(self._terminal(), self._driver, unsigned, answer, self._due)

    def _tell(self, fault: Fault) -> None:
        if self._out is None:
            self._out = fault
            self._on_fault(fault)
