"""Attachments in the simulation: what a customer gave lies on the till's disk, and has to reach the centre with its
entry, again after the centre has lost it.

`bare` is a fault built in on purpose: attachments go along only while nobody has confirmed their entry.
"""

import hashlib
from collections.abc import Sequence

from sync.chain import Entry
from sync.wire.attachments import Attachment, attachment_hash, fits
from sync.wire.messages import Batch
from tests.sync.stores import MemoryJournal

Held = dict[bytes, Attachment]


def make_attachment(name: str) -> Attachment:
    """Give what a customer gave; the same name gives the same."""
    salt, content = hashlib.sha256(name.encode()).digest(), f'{{"name":"{name}"}}'.encode()
    return Attachment(hash=attachment_hash(salt, content), salt=salt, content=content)


def keep(held: Held, batch: Batch) -> None:
    """Store what came with a batch, as the centre does."""
    for each in batch.attachments:
        if fits(each):
            held.setdefault(each.hash, each)


def check_beside(journal: MemoryJournal, branches: Sequence[Sequence[Entry]], held: Held) -> None:
    """S10: what the centre holds of a till's entries it holds with what they name, if the till still has that."""
    for each in journal.incarnations:
        for seq, attachment in each.beside.items():
            for branch in branches:
                if len(branch) >= seq and branch[seq - 1].hash == each.entries[seq - 1].hash:
                    assert attachment.hash in held, f"S10: entry {seq} of {each.name} came without its attachment"
