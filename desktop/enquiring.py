"""Enquiries: questions to the centre for which a till waits two seconds and then goes on by the rules for offline."""

import asyncio

import structlog

from desktop.domain.refusal import Refusal
from desktop.domain.returning import Receipt
from desktop.linking import make_client
from desktop.operations import returns
from desktop.replication.receipts import told_receipt
from desktop.station import Station
from desktop.store.terminal import Known, read_known
from sync.trouble import Trouble
from sync.wire.receipts import ENQUIRY_S
from sync.worker import Worker

_log = structlog.get_logger("desktop.enquiring")


async def ask_receipt(station: Station, number: str) -> Receipt | None:
    """Ask for a receipt of the shop, however old; None when the centre has none.

    Refusal `receipt.offline` when the centre does not answer in time.
    """
    with station.terminal.database.reading() as connection:
        server = read_known(connection, Known.SERVER)
    worker = Worker()
    client = make_client(station, server, worker)
    try:
        async with asyncio.timeout(ENQUIRY_S):
            answer = await client.receipt(number)
    except (Trouble, TimeoutError) as trouble:
        _log.info("no answer", number=number, why=str(trouble) or type(trouble).__name__)
        raise Refusal(
            "receipt.offline",
            "This receipt is not known here, and head office cannot be asked now.",
            "Try again later, or take the goods back without a look at the receipt.",
            facts={"receipt": number},
        ) from trouble
    finally:
        await client.close()
        await worker.close()
    return returns.take_answer(station.terminal, told_receipt(answer)) if answer is not None else None


async def find_receipt(station: Station, number: str) -> Receipt | None:
    """Give a receipt as it is known here, else ask the centre. Refusal as `ask_receipt`."""
    known = returns.find_receipt(station.terminal, number)
    return known if known is not None else await ask_receipt(station, number)
