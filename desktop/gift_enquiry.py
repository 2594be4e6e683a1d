"""The enquiry about a gift certificate: two seconds for head office to answer and hold, then the rules for offline."""

import asyncio
from collections.abc import Callable

import structlog

from desktop.domain.gift import GiftBalance
from desktop.domain.refusal import Refusal
from desktop.linking import make_client
from desktop.station import Station
from desktop.store.terminal import Known, read_known
from sync.trouble import Trouble
from sync.wire.receipts import ENQUIRY_S
from sync.wire.tenders import GiftQuestion
from sync.worker import Worker

_log = structlog.get_logger("desktop.gift_enquiry")


async def ask_gift(station: Station, number: str, amount_minor: int, hold: str) -> GiftBalance | None:
    """Ask what is on a certificate and have so much of it held; None when nobody answers in time."""
    with station.terminal.database.reading() as connection:
        server = read_known(connection, Known.SERVER)
    worker = Worker()
    try:
        client = make_client(station, server, worker)
    except Refusal:
        await worker.close()
        return None
    try:
        async with asyncio.timeout(ENQUIRY_S):
            answer = await client.gift(GiftQuestion(number=number, amount_minor=amount_minor, hold=hold))
    except (Trouble, TimeoutError) as trouble:
        _log.info("no answer", why=str(trouble) or type(trouble).__name__)
        return None
    finally:
        await client.close()
        await worker.close()
    if answer is None:
        return GiftBalance(number)
    state = answer.state if answer.state in ("good", "expired") else "closed"
    return GiftBalance(number, answer.currency, answer.balance_minor, answer.held_minor, state)  # type: ignore[arg-type]


class GiftEnquiry:
    """Asks beside the window; call it with number, amount, hold, and what takes the answer."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._tasks: set[asyncio.Future[None]] = set()

    def __call__(self, number: str, amount_minor: int, hold: str, done: Callable[[GiftBalance | None], None]) -> None:
        """Begin."""
        task = asyncio.ensure_future(self._ask(number, amount_minor, hold, done))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _ask(self, number: str, amount_minor: int, hold: str, done: Callable[[GiftBalance | None], None]) -> None:
        done(await ask_gift(self._station, number, amount_minor, hold))
