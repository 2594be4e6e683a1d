"""Faults of the local disk, said in the engine's own words."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.faults import Fault
from sync.trouble import Disk


@contextmanager
def disk_trouble() -> Iterator[None]:
    """Turn a Fault of the store into the engine's Disk trouble; also a decorator."""
    try:
        yield
    except Fault as fault:
        raise Disk(f"{fault.title}: {fault.message}") from fault
