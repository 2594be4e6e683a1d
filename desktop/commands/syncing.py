"""`enrol`, `sync` and `status`: the terminal and the centre."""

import asyncio
import sys
from datetime import timedelta
from importlib import metadata
from pathlib import Path

from desktop import provisioning
from desktop.commands.backups import write_sheet
from desktop.commands.figures import Json
from desktop.domain.refusal import Refusal
from desktop.domain.rights import Standing
from desktop.inviting import end_invite, read_invite
from desktop.linking import ACTIVE, BLOCKED, PENDING, POLL_S, Link, fault_of, make_client, take_over
from desktop.operations import rights
from desktop.operations.backups import read_state
from desktop.operations.photos import count_waiting
from desktop.station import Station
from desktop.store import journal
from desktop.store.feeds import read_feeds
from desktop.store.terminal import Known, read_all_known
from sync.status import EngineStatus
from sync.trouble import Denied, Trouble
from sync.wire.fingerprint import fingerprint_groups
from sync.wire.messages import DeviceStatus, RegistrationAnswer
from sync.worker import Worker

CLOCK_OFF_S = 600.0
"""A clock that is further off than this is worth a word."""


async def enrol(
    station: Station,
    *,
    server: str,
    name: str = "",
    token: str = "",
    wait: bool = True,
    file: str | None = None,
    sheet: str = "",
) -> Json:
    """Register with a centre and wait until the terminal is active, or return while it is pending.

    `file` is a provisioning file, empty for the one that is found; it is taken away once it was put to use.
    `sheet` is where the recovery sheet goes, once this till has a key that is worth one.
    """
    found = _find(station, file) if file is not None else None
    invite = await read_invite(station, server, found.text if found else token)
    server, token = invite.server, invite.token
    name = name or (invite.provisioned.name if invite.provisioned else "")
    if not name:
        raise Refusal("enrol.name", "This till has no name yet.", "Name it with --name.", field="name")
    worker = Worker()
    client = make_client(station, server, worker)
    now_ms = int(station.terminal.clock.now().timestamp() * 1000)
    answer: RegistrationAnswer | DeviceStatus
    try:
        answer = await client.register(name, token, timestamp_ms=now_ms)
        end_invite(station, invite, answer.status)
        if found:
            provisioning.consume(found.path)
        take_over(station, answer, server=server, name=name)
        if answer.status == PENDING and wait and sys.stderr.isatty():
            sys.stderr.write("Waiting for approval at the centre; Ctrl+C ends the waiting, not the registration.\n")
            sys.stderr.write(f"Compare there: {fingerprint_groups(station.identity.public_key)}\n")
        while answer.status == PENDING and wait:
            await asyncio.sleep(POLL_S)
            answer = await client.device_status()
            take_over(station, answer)
    except Denied as denied:
        raise Refusal("terminal.denied", f"The centre said: {denied.detail}", denied.remedy) from denied
    except Trouble as trouble:
        raise fault_of(trouble) from trouble
    finally:
        await client.close()
        await worker.close()
    if answer.status == BLOCKED:
        raise Refusal("terminal.blocked", "This till was blocked by head office.", "Ask your administrator.")
    if answer.status == ACTIVE:
        await sync(station)
        if sheet:
            write_sheet(station, file=sheet)
    return status(station)


def _find(station: Station, file: str) -> provisioning.Found:
    found = provisioning.find_file(station.data_dir, Path(file) if file else None)
    if found is None:
        raise Refusal("provisioning.none", "No invitation file was found.", "Name it with --from, or give --server.")
    return found


async def sync(station: Station) -> Json:
    """Push and pull once."""
    link = Link(station)
    try:
        report = await link.step()
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
        "notices": clock_notices(engine.clock_offset_s),
    }


def clock_notices(offset_s: float | None) -> list[str]:
    """Say in a sentence when this computer's clock is far from the centre's; nothing stops for it."""
    if offset_s is None or abs(offset_s) < CLOCK_OFF_S:
        return []
    off = f"{abs(offset_s) / 3600:.1f} h {'behind' if offset_s > 0 else 'ahead of'}"
    return [f"The clock of this computer is {off} the centre's: set date and time."]


def status(station: Station) -> Json:
    """Tell who this terminal is, how far its journal and feeds go, and what waits."""
    with station.terminal.database.reading() as connection:
        known = read_all_known(connection)
        head = journal.read_head(connection)
        unsent, oldest = journal.read_unsent(connection)
        backup = read_state(connection)
        offset_s = float(known.get(Known.CLOCK_OFFSET_S, 0))
        feeds = {row.name: {"epoch": row.epoch, "position": row.position} for row in read_feeds(connection)}
    return {
        "device_id": station.identity.device_id,
        "fingerprint": fingerprint_groups(station.identity.public_key),
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
        "unsent_photos": count_waiting(station.terminal),
        "feeds": feeds,
        "last_contact": known.get(Known.LAST_CONTACT) or None,
        "clock_offset_s": offset_s,
        "notices": clock_notices(offset_s),
        "backup": {"made_at": backup.made.made_at if backup.made else None, "trouble": backup.trouble},
        "rights": rights_json(rights.read_standing(station.terminal)),
        "version": metadata.version("eckwms-desktop"),
        "database_bytes": station.terminal.database.path.stat().st_size,
        "secrets": f"{station.secrets.kind}: {station.secrets.note}",
        "doubts": known.get(Known.DOUBTS, ""),
    }


def rights_json(standing: Standing) -> Json:
    """Tell how far rights reach without head office, the days until they reach less far, and why they are doubted."""
    left = standing.left
    return {
        "reach": str(standing.reach),
        "days_left": round(left / timedelta(days=1), 1) if left is not None else None,
        "doubt": standing.doubt,
    }
