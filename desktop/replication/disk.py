"""Faults of the local disk, said in the engine's own words."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.faults import Fault
from sync.trouble import Damaged, Disk


@contextmanager
def disk_trouble() -> Iterator[None]:
    """Turn a Fault of the store into the engine's Disk trouble; also a decorator."""
    try:
        yield
    except Fault as fault:
        kind = Damaged if fault.code == "store.damaged" else Disk
        raise kind(f"{fault.title}: {fault.message}") from fault
