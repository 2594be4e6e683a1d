"""Faults of the local disk, said in the engine's own words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from desktop.faults import Fault
from desktop.store.trouble import translate
from sync.trouble import Damaged, Disk


@contextmanager
def disk_trouble() -> Iterator[None]:
    """Turn a Fault of the store, or what the driver says of the environment, into Disk trouble; also a decorator."""
    try:
        yield
    except Fault as fault:
        raise _trouble(fault) from fault
    except dbapi2.Error as error:
        known = translate(error, Path("replica"))
        if not isinstance(known, Fault):
            raise
        raise _trouble(known) from error


def _trouble(fault: Fault) -> Disk:
    kind = Damaged if fault.code == "store.damaged" else Disk
    return kind(f"{fault.title}: {fault.message}")
