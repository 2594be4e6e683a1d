"""Power cuts on the real sale path: what was synced is on the disk, of the rest any part may be, torn at 512 bytes.

A model of a disk, not a disk: writes of a file become durable with its next sync; until then each 512-byte sector of
each is there or not; a truncation may be undone, and an unlink until the folder is synced. A file exists once it was
synced.
"""

import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.operations import journals
from tests.prove import shim
from tests.prove.forks import in_child
from tests.prove.seller import known_sales, opened, sell_on, start, unique_receipts

SECTOR = 512
SALES = 60
ACKS = "acks"
FOLDER = "."
"""How the recorder names the folder itself, which is synced too."""
MEMORY = Path("/dev/shm")


@dataclass
class Disk:
    """Files as they are for sure, and what was written since their last sync."""

    durable: dict[str, bytearray] = field(default_factory=dict)
    pending: dict[str, list[shim.Event]] = field(default_factory=dict)

    def happen(self, event: shim.Event) -> None:
        """Take in one event; a sync of the folder makes the unlinks in it final."""
        if event.kind == "s" and event.name == FOLDER:
            for name, changes in self.pending.items():
                last = max((at for at, change in enumerate(changes) if change.kind == "u"), default=-1)
                if last >= 0:
                    self.durable.pop(name, None)
                    self.pending[name] = changes[last + 1 :]
        elif event.kind == "s":
            image = self.durable.setdefault(event.name, bytearray())
            for change in self.pending.pop(event.name, []):
                _apply(image, change)
        else:
            self.pending.setdefault(event.name, []).append(event)

    def cut(self, rng: random.Random) -> dict[str, bytes]:
        """Give what is on the disk when the power fails now."""
        images = {name: bytearray(image) for name, image in self.durable.items()}
        for name, changes in self.pending.items():
            if name in images:
                keep = rng.random()
                for change in changes:
                    _tear(images[name], change, rng, keep)
        return {name: bytes(image) for name, image in images.items()}


def _apply(image: bytearray, change: shim.Event) -> None:
    if change.kind == "w":
        end = change.offset + len(change.data)
        image.extend(bytes(max(0, end - len(image))))
        image[change.offset : end] = change.data
    else:
        length = change.offset if change.kind == "t" else 0
        del image[length:]
        image.extend(bytes(max(0, length - len(image))))


def _tear(image: bytearray, change: shim.Event, rng: random.Random, keep: float) -> None:
    if change.kind != "w":
        if rng.random() < keep:
            _apply(image, change)
        return
    for at in range(0, len(change.data), SECTOR):
        if rng.random() < keep:
            part = change.data[at : at + SECTOR]
            _apply(image, shim.Event("w", change.name, change.offset + at, part))


@dataclass
class Verdict:
    """What the cuts did."""

    cuts: int = 0
    lost: int = 0
    broken: int = 0
    first: str = ""

    @property
    def bad(self) -> int:
        """Cuts after which something acknowledged was missing or the chain did not hold."""
        return self.lost + self.broken


def record_day(folder: Path, synchronous: str | None) -> tuple[Disk, list[shim.Event]]:
    """Sell in a child process under the recorder; gives the disk of the morning and what happened to it."""
    log, morning = folder.with_suffix(".log"), folder.with_suffix(".morning")
    in_child(lambda: _sell_recorded(folder, log, morning, synchronous))
    durable = {path.name: bytearray(path.read_bytes()) for path in morning.iterdir()}
    return Disk(durable), list(shim.read_log(log))


def _sell_recorded(folder: Path, log: Path, morning: Path, synchronous: str | None) -> None:
    """The morning's files are no writes of the driver: they are copied from a prepared terminal, and lie there."""
    terminal, person = start(folder, synchronous)
    shutil.copytree(folder, morning, ignore=shutil.ignore_patterns("*-shm", "replica*"))
    shim.watch(folder, log)
    acks = os.open(folder / ACKS, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    sell_on(terminal, person, SALES, acks)


def run(cuts: int, seed: int, synchronous: str | None = None) -> Verdict:
    """Record a day, cut the power at random moments of it, and look at what a start finds."""
    folder = Path(tempfile.mkdtemp(prefix="cuts-", dir=MEMORY))
    day = folder / "day"
    day.mkdir()
    disk, events = record_day(day, synchronous)
    verdict = Verdict()
    rng = random.Random(seed)
    for number, (acked, images) in enumerate(_moments(disk, events, cuts, rng)):
        _look(folder / f"cut{number}", day, images, acked, verdict)
    shutil.rmtree(folder)
    return verdict


def _moments(
    disk: Disk, events: list[shim.Event], cuts: int, rng: random.Random
) -> Iterator[tuple[set[str], dict[str, bytes]]]:
    """Give acknowledgements and disk at random events, two fifths of them right after an acknowledgement."""
    acks = [at for at, event in enumerate(events) if event.name == ACKS and event.kind == "w"]
    opened_at = acks[0]
    chosen = sorted(
        rng.choice(acks) if rng.random() < 0.4 else rng.randrange(opened_at, len(events)) for _ in range(cuts)
    )
    acked, at = set[str](), 0
    for moment in chosen:
        while at <= moment:
            event = events[at]
            at += 1
            if event.name == ACKS:
                acked |= set(event.data.decode().split())
            else:
                disk.happen(event)
        yield set(acked), disk.cut(rng)


def _look(folder: Path, day: Path, images: dict[str, bytes], acked: set[str], verdict: Verdict) -> None:
    folder.mkdir()
    for replica in day.glob("replica*"):
        shutil.copy(replica, folder / replica.name)
    for name, image in images.items():
        if name != FOLDER and not name.startswith("replica"):
            (folder / name).write_bytes(image)
    verdict.cuts += 1
    try:
        with opened(folder) as terminal:
            missing = acked - known_sales(terminal)
            bad = journals.verify_journal(terminal)
            if missing:
                verdict.lost += 1
                verdict.first = verdict.first or f"{len(missing)} of {len(acked)} sales missing"
            elif bad is not None or not unique_receipts(terminal):
                verdict.broken += 1
                verdict.first = verdict.first or f"chain: {bad}"
    except Exception as error:  # noqa: BLE001  a start that fails is what the proof looks for
        verdict.broken += 1
        verdict.first = verdict.first or repr(error)
    shutil.rmtree(folder)
