"""`enrol`, `sync` and `status`: the terminal and the centre."""

import asyncio
from importlib import metadata

from desktop.commands.figures import Json
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.linking import Link, make_client
from desktop.operations.journals import open_journal
from desktop.station import Station
from desktop.store import journal
from desktop.store.feeds import read_feeds
from desktop.store.terminal import Known, read_all_known
from sync.status import EngineStatus
from sync.trouble import Denied, Trouble
from sync.wire.messages import RegistrationAnswer
from sync.worker import Worker

POLL_S = 3.0


async def enrol(station: Station, *, server: str, name: str, token: str = "", wait: bool = True) -> Json:
    """Register with a centre and wait until the terminal is active, or return while it is pending."""
    worker = Worker()
    client = make_client(station, server, worker)
    now_ms = int(station.terminal.clock.now().timestamp() * 1000)
    try:
        answer = await client.register(name, token, timestamp_ms=now_ms)
        while answer.status == "pending" and wait:
            await asyncio.sleep(POLL_S)
            answer = await client.register(name, timestamp_ms=now_ms)
    except Denied as denied:
        raise Refusal("terminal.denied", f"The centre said: {denied.detail}", denied.remedy) from denied
    except Trouble as trouble:
        raise fault_of(trouble) from trouble
    finally:
        await client.close()
        await worker.close()
    take_over(station, server, name, answer)
    if answer.status == "active":
        await sync(station)
    return status(station)


def take_over(station: Station, server: str, name: str, answer: RegistrationAnswer) -> None:
    """Keep what the centre answered; an active terminal opens its journal."""
    station.keep_enrolment(
        server=server,
        name=name,
        state=answer.status,
        shop=answer.shop,
        receipt_prefix=answer.receipt_prefix,
    )
    if answer.status == "active":
        open_journal(station.terminal, answer.receipt_prefix)
        station.keep_note()


async def sync(station: Station) -> Json:
    """Push and pull once."""
    link = Link(station)
    try:
        report = await link.engine.step()
    finally:
        await link.close()
    return sync_json(report.pushed, report.pulled, link.engine.status)


def sync_json(pushed: int, pulled: int, engine: EngineStatus) -> Json:
    """Give a step's result under the contract's keys."""
    return {
        "pushed": pushed,
        "pulled": pulled,
        "unsent": engine.unsent,
        "state": "level" if engine.state == "sending" and not engine.unsent else engine.state,
        "cause": engine.cause,
        "detail": engine.detail,
        "remedy": engine.remedy,
    }


def status(station: Station) -> Json:
    """Tell who this terminal is, how far its journal and feeds go, and what waits."""
    with station.terminal.database.reading() as connection:
        known = read_all_known(connection)
        head = journal.read_head(connection)
        unsent, oldest = journal.read_unsent(connection)
        feeds = {row.name: {"epoch": row.epoch, "position": row.position} for row in read_feeds(connection)}
    return {
        "device_id": station.identity.device_id,
        "name": known.get(Known.NAME, ""),
        "server": known.get(Known.SERVER, ""),
        "state": known.get(Known.STATE, "unenrolled"),
        "incarnation": head.incarnation if head else "",
        "journal": {
            "head_seq": head.seq if head else 0,
            "head_hash": head.hash.hex() if head else "",
            "unsent": unsent,
            "oldest_unsent_at": oldest,
        },
        "feeds": feeds,
        "last_contact": known.get(Known.LAST_CONTACT) or None,
        "version": metadata.version("eckwms-desktop"),
        "database_bytes": station.terminal.database.path.stat().st_size,
        "secrets": f"{station.secrets.kind}: {station.secrets.note}",
        "doubts": known.get(Known.DOUBTS, ""),
    }


def fault_of(trouble: Trouble) -> Fault:
    """Give trouble with the centre as a Fault for people."""
    return Fault(trouble.cause, "The centre cannot be reached", trouble.detail or trouble.cause, trouble.remedy)
