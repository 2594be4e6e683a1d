"""`replace`: new hardware takes over a lost till. `retire`: a till hands in everything and is wiped."""

import shutil
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from desktop import restoring
from desktop.commands.figures import Json
from desktop.domain.clock import Clock
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.linking import Link, client_for, fault_of
from desktop.operations.journals import open_journal, verify_journal
from desktop.owner import Ownership
from desktop.replication.incarnations import HeadNote
from desktop.settings import Loaded
from desktop.station import ENROLMENT, JOURNAL_FILE, KNOWN_SECRETS, Station, open_station
from desktop.store import carts, journal, shifts
from desktop.store.database import Database
from desktop.store.migrate import check_version
from sync.client import Client
from sync.identity import load_identity, succeed
from sync.secrets import DATABASE_KEY, JOURNAL_HEAD, Secrets, open_secrets
from sync.trouble import Denied, Refused, Trouble
from sync.wire.escrow import Succession
from sync.worker import Worker


async def replace(
    loaded: Loaded, clock: Clock, *, old: str, server: str, token: str, backup: Path | None = None
) -> Json:
    """Become the till `old` with a token that was issued for it: its series, its counters, and all it has handed in.

    A journal that is here (its secrets are lost) or `backup` is opened with the key that the centre keeps, so what was
    never handed in comes along. Refusals `replace.in_use`, `terminal.denied`, `replace.no_key`; Faults.
    """
    owned = Ownership(loaded.data_dir)
    try:
        if not owned.held:
            raise Fault("owner.busy", "The till is at work", str(loaded.data_dir), "Close its window first.")
        secrets = open_secrets(loaded.data_dir, loaded.settings.secrets)  # type: ignore[arg-type]
        _require_unused(loaded.data_dir / JOURNAL_FILE, secrets, old)
        try:
            told = await _succeed(loaded, clock, secrets, old, server, token)
            _take_over(loaded, secrets, told, server, backup)
        except Denied as denied:
            raise Refusal("terminal.denied", f"Head office said: {denied.detail}", denied.remedy) from denied
        except Trouble as trouble:
            raise fault_of(trouble) from trouble
        station = open_station(loaded, clock)
        try:
            return await _tell(station, told[0])
        finally:
            station.close()
    finally:
        owned.release()


def _require_unused(journal_file: Path, secrets: Secrets, old: str) -> None:
    """Refuse to take over a till on a machine that is one already; an empty journal is no till."""
    key, entries = secrets.get(DATABASE_KEY), -1
    if key is None or not journal_file.exists():
        return
    with suppress(Fault), closing(Database(journal_file, key, writable=False)) as database:
        if check_version(database) is not None:
            with database.reading() as connection:
                entries = journal.count_entries(connection)
    enrolled = msgspec.json.decode(secrets.get(ENROLMENT) or b"{}", type=dict[str, str]).get("name", "")
    if entries > 0 or (entries < 0 and enrolled.casefold() not in ("", old.casefold())):
        raise Refusal("replace.in_use", "This machine is a till already.", "Use `eckwms retire` first.")
    if entries == 0:
        journal_file.unlink()


async def _succeed(
    loaded: Loaded, clock: Clock, secrets: Secrets, old: str, server: str, token: str
) -> tuple[Succession, bytes | None]:
    """Become the old terminal at the centre; gives what there is to go on from, and the key of its database."""
    now_ms, worker = int(clock.now().timestamp() * 1000), Worker()

    def client() -> Client:
        return client_for(loaded, clock, load_identity(secrets, now_ms), secrets, server, worker)

    asking = client()
    try:
        found = await asking.read_succession(token, old)
        succeed(secrets, found.device_id, tuple(bytes.fromhex(key) for key in found.keys))
        await asking.close()
        asking = client()
        answer = await asking.register(found.name, token, timestamp_ms=now_ms)
        if answer.status != "active":
            raise Denied("pending", f"the till is {answer.status}")
        return found, await asking.read_escrow()
    except Refused as refused:
        raise Denied("unknown", refused.detail) from refused
    finally:
        await asking.close()
        await worker.close()


def _take_over(
    loaded: Loaded, secrets: Secrets, told: tuple[Succession, bytes | None], server: str, backup: Path | None
) -> None:
    """Put what is known of the old terminal where the next start finds it."""
    found, key = told
    journal_file = loaded.data_dir / JOURNAL_FILE
    if key is None and (backup or journal_file.exists()):
        raise Refusal(
            "replace.no_key", "Head office does not have the key of the old till's database.",
            "Without it only what was handed in comes back: put the file away and try again.",
        )  # fmt: skip
    key = key or secrets.get(DATABASE_KEY) or restoring.new_key()
    secrets.set(DATABASE_KEY, key)
    known = {"server": server, "name": found.name, "state": "active", "shop": found.shop}
    secrets.set(ENROLMENT, msgspec.json.encode(known | {"receipt_prefix": found.receipt_prefix}))
    if found.incarnation:
        note = HeadNote(found.incarnation, found.seq, found.hash, found.receipt_prefix, found.last_receipt_no,
                        found.last_shift_no, found.grand_total_minor)  # fmt: skip
        secrets.set(JOURNAL_HEAD, msgspec.json.encode(note))
    if backup is None and journal_file.exists():
        restoring.say_taken(journal_file, key, restoring.Taken("", "", "replaced"))
        return
    taken = restoring.make_ready(journal_file, key, backup, "before-replace", "replaced")
    restoring.take_place(journal_file, taken.aside)


async def _tell(station: Station, found: Succession) -> Json:
    """Fetch goods, prices, people and the old till's entries, and say what came."""
    link = Link(station)
    try:
        if not found.incarnation:
            open_journal(station.terminal, found.receipt_prefix)
        await link.step()
        status = link.engine.status
    finally:
        await link.close()
    with station.terminal.database.reading() as connection:
        entries, head = journal.count_entries(connection), journal.read_head(connection)
    return {
        "replaced": found.name,
        "device_id": found.device_id,
        "incarnation": head.incarnation if head else "",
        "entries": entries,
        "fetched": status.recalled,
        "unsent": status.unsent,
        "state": "level" if status.state == "sending" and not status.unsent else status.state,
        "remedy": status.remedy,
    }


async def retire(loaded: Loaded, clock: Clock) -> Json:
    """Hand in everything, have the centre say that it holds it, end the till's service there, and wipe this machine.

    Refusals `retire.shift_open`, `retire.ticket`, `retire.unsent`, `retire.broken`; a Fault when the centre is away.
    Nothing was wiped then. `left` names what could not be wiped.
    """
    owned = Ownership(loaded.data_dir)
    try:
        if not owned.held:
            raise Fault("owner.busy", "The till is at work", str(loaded.data_dir), "Close its window first.")
        station = open_station(loaded, clock)
        try:
            entries = await _hand_in(station)
            secrets = station.secrets
        finally:
            station.close()
        for name in KNOWN_SECRETS:
            secrets.delete(name)
    finally:
        owned.release()
    left = wipe(loaded.data_dir)
    second = restoring.places_of(loaded).second
    told = {"retired": True, "entries": entries, "wiped": str(loaded.data_dir), "kept": str(second or "")}
    return told | {"left": left} | ({"remedy": "Delete by hand what was left."} if left else {})


def wipe(folder: Path) -> list[str]:
    """Remove a folder, also one that a link leads to; gives what could not be: it would go with the machine."""
    place = folder.resolve()
    shutil.rmtree(place, ignore_errors=True)
    if folder.is_symlink():
        folder.unlink()
    return sorted(str(path) for path in [place, *place.rglob("*")] if path.exists())


async def _hand_in(station: Station) -> int:
    """Hand in what waits and end the service; gives how many entries head office holds."""
    with station.terminal.database.reading() as connection:
        if shifts.read_open(connection) is not None:
            raise Refusal("retire.shift_open", "A shift is open.", "Close it first: the drawer has to be counted.")
        if carts.is_open(connection):
            raise Refusal("retire.ticket", "A ticket is open.", "Finish or drop it first.")
    bad = verify_journal(station.terminal)
    if bad is not None:
        raise Refusal(
            "retire.broken", f"The journal does not hold: entry {bad.seq}.", "Tell support; keep the machine."
        )
    link = Link(station)
    try:
        report = await link.step()
        if report.trouble is not None:
            raise fault_of(report.trouble)
        if not await link.retire():
            raise Refusal(
                "retire.unsent", "Head office does not hold everything yet.", "See `eckwms sync`, then again."
            )
    except Trouble as trouble:
        raise fault_of(trouble) from trouble
    finally:
        await link.close()
    with station.terminal.database.reading() as connection:
        return journal.count_entries(connection)
