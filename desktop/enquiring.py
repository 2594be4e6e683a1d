"""Enquiries: questions to head office for which a till waits two seconds and then goes on by the rules for offline."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Concatenate, Generic, ParamSpec, TypeVar

import msgspec
import structlog

from desktop.domain.customer_data import KnownCustomer
from desktop.domain.gift import GiftBalance
from desktop.domain.parking import Heard, Taken
from desktop.domain.purse import Told
from desktop.domain.refusal import Refusal
from desktop.domain.returning import Receipt
from desktop.linking import make_client
from desktop.operations import returns, staff
from desktop.replication.attachments import told_customer
from desktop.replication.receipts import told_receipt
from desktop.station import Station
from desktop.store.terminal import Known, read_known
from sync.client import Client
from sync.trouble import Refused, Trouble
from sync.wire.customer_facts import CustomerQuestion
from sync.wire.figures import FiguresAnswer, FiguresQuestion
from sync.wire.parked import Claim, Parked
from sync.wire.purses import PurseQuestion
from sync.wire.receipts import ENQUIRY_S
from sync.wire.receipts import Receipt as WireReceipt
from sync.wire.tenders import GiftQuestion
from sync.worker import Worker

P = ParamSpec("P")
T = TypeVar("T")
HELD = 409
"""The answer while another till has what was asked for."""
_log = structlog.get_logger("desktop.enquiring")


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What head office said, which may be that it knows of nothing."""

    value: T


async def ask_office(station: Station, ask: Callable[[Client], Awaitable[T]]) -> Answer[T] | None:
    """Ask one thing. None when there is no head office yet, or it does not answer in `ENQUIRY_S`."""
    with station.terminal.database.reading() as connection:
        server = read_known(connection, Known.SERVER)
    worker = Worker()
    try:
        client = make_client(station, server, worker)
    except Refusal as refusal:
        _log.info("nobody to ask", why=refusal.code)
        await worker.close()
        return None
    try:
        async with asyncio.timeout(ENQUIRY_S):
            return Answer(await ask(client))
    except (Trouble, TimeoutError) as trouble:
        _log.info("no answer", why=str(trouble) or type(trouble).__name__)
        return None
    finally:
        await client.close()
        await worker.close()


async def find_receipt(station: Station, number: str) -> Receipt | None:
    """Give a receipt as it is known here, else ask head office. Refusal as `ask_receipt`."""
    known = returns.find_receipt(station.terminal, number)
    return known if known is not None else await ask_receipt(station, number)


async def ask_receipt(station: Station, number: str) -> Receipt | None:
    """Ask for a receipt of the shop, or of another where the terms allow it; None when head office has none.

    Refusals `receipt.offline`, `receipt.held` while another till takes goods of it back.
    """
    answer = await ask_office(station, partial(_ask_receipt, number=number))
    if answer is None:
        raise Refusal(
            "receipt.offline",
            "This receipt is not known here, and head office cannot be asked now.",
            "Try again later, or take the goods back without a look at the receipt.",
            facts={"receipt": number},
        )
    return returns.take_answer(station.terminal, told_receipt(answer.value)) if answer.value is not None else None


async def _ask_receipt(client: Client, number: str) -> WireReceipt | None:
    try:
        return await client.receipt(number)
    except Refused as refused:
        if refused.code != HELD:
            raise
        words = "Another till takes goods of this receipt back just now."
        remedy = "Finish it there, or try again in a quarter of an hour."
        raise Refusal("receipt.held", words, remedy, facts={"receipt": number}) from refused


async def ask_gift(station: Station, number: str, amount_minor: int, hold: str) -> GiftBalance | None:
    """Ask what is on a certificate and have so much of it held; None when nobody answers in time."""
    question = GiftQuestion(number=number, amount_minor=amount_minor, hold=hold)
    answer = await ask_office(station, lambda client: client.gift(question))
    if answer is None:
        return None
    gift = answer.value
    if gift is None:
        return GiftBalance(number)
    state = gift.state if gift.state in ("good", "expired") else "closed"
    return GiftBalance(number, gift.currency, gift.balance_minor, gift.held_minor, state)  # type: ignore[arg-type]


async def ask_purse(station: Station, customer_id: str, purse: str, units: int, hold: str) -> Told | None:
    """Ask what a customer may spend and have so many units held; None when nobody answers in time."""
    question = PurseQuestion(customer_id=customer_id, purse=purse, amount=units, hold=hold)
    answer = await ask_office(station, lambda client: client.purse(question))
    if answer is None:
        return None
    has = answer.value
    return Told(purse, has.currency, has.free, has.held) if has is not None else Told(purse, is_known=False)


async def ask_customer(station: Station, customer_id: str) -> KnownCustomer | None:
    """Ask what is kept of a customer; None when nobody answers in time, or head office knows nobody like that."""
    person = staff.signed_in(station.terminal)
    question = CustomerQuestion(customer_id=customer_id, asked_by=person.id if person else "")
    answer = await ask_office(station, lambda client: client.customer(question))
    return told_customer(customer_id, answer.value) if answer is not None and answer.value is not None else None


async def ask_figures(station: Station, question: FiguresQuestion) -> FiguresAnswer:
    """Ask for figures that only head office knows. Refusals `report.offline`, `report.denied`."""
    answer = await ask_office(station, partial(_ask_figures, question=question))
    if answer is None:
        words = "Only head office knows this, and it does not answer now."
        raise Refusal("report.offline", words, "Try again when the line is up.")
    if answer.value is None:
        words = "Head office tells this to managers only."
        raise Refusal("report.denied", words, "Ask a manager to sign in.")
    return answer.value


async def _ask_figures(client: Client, question: FiguresQuestion) -> FiguresAnswer | None:
    try:
        return await client.figures(question)
    except Refused as refused:
        if refused.code != HELD:
            raise
        return None


async def ask_ticket(station: Station, parked_id: str) -> Taken | None:
    """Ask for a parked ticket, so that no other till opens it; None when nobody answers in time."""
    answer = await ask_office(station, lambda client: client.take_parked(Claim(id=parked_id)))
    if answer is None:
        return None
    taken = answer.value
    return Taken(taken.state, taken.till, _heard(taken.ticket) if taken.ticket else None)


def _heard(ticket: Parked) -> Heard:
    fields = msgspec.structs.asdict(ticket)
    return Heard(parked_id=fields.pop("id"), **fields)


class Enquiry(Generic[P, T]):
    """One of these questions, asked beside the window: call it with what takes the answer and what is asked."""

    def __init__(self, station: Station, ask: Callable[Concatenate[Station, P], Coroutine[None, None, T]]) -> None:
        self._station, self._ask = station, ask
        self._tasks: set[asyncio.Future[None]] = set()

    def __call__(self, done: Callable[[T], None], *asked: P.args, **also: P.kwargs) -> None:
        """Begin."""
        task = asyncio.ensure_future(self._begin(done, *asked, **also))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _begin(self, done: Callable[[T], None], *asked: P.args, **also: P.kwargs) -> None:
        done(await self._ask(self._station, *asked, **also))
