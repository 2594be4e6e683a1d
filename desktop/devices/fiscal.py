"""Fiscal devices (a security module, a register, a web service): what they are asked, and what they answer.

A driver is asked once per sealed paper, in the order of the journal, in a worker thread. It may be asked again with the
same ids, after a crash between its answer and our writing it down: then it answers what it answered before.
"""

import base64
import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Protocol

from desktop.faults import Fault

GROUP = "eckwms.fiscal"
"""Entry points of drivers from outside: name -> function(data folder) -> FiscalDriver."""


@dataclass(frozen=True, slots=True)
class SealedPaper:
    """A sale as it was sealed, or its void (`void_id`, amounts below zero).

    `taxes` are (rate in ppm, gross in minor units), `payments` (method, minor units) less change.
    """

    sale_id: str
    void_id: str
    receipt: str
    seq: int
    hash: str
    occurred_at: str
    currency: str
    total_minor: int
    taxes: tuple[tuple[int, int], ...]
    payments: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class FiscalAnswer:
    """What goes on the paper, by the names of KassenSichV § 6; times are ISO 8601, `qr` is the text of the code."""

    transaction_no: str
    signature: str
    counter: int = 0
    system_serial: str = ""
    module_serial: str = ""
    started_at: str = ""
    finished_at: str = ""
    qr: str = ""


class FiscalDriver(Protocol):
    """One device. `name` is written down with every answer."""

    name: str

    def sign(self, sealed: SealedPaper) -> FiscalAnswer:
        """Begin and finish the device's transaction for a paper; Fault when it cannot just now."""


class SimulatedFiscal:
    """A module that signs by hashing and counts in a file; `broken` makes it answer as one that is out of order."""

    name = "simulated"

    def __init__(self, file: Path) -> None:
        self._file = file
        self.broken = False

    def sign(self, sealed: SealedPaper) -> FiscalAnswer:
        """Give the next signature, or the last one again when it was asked for already."""
        if self.broken:
            raise Fault("fiscal.out_of_order", "The security module does not answer", self.name, "Check its cable.")
        kept: dict[str, Any] = {"counter": 0, "id": ""}
        if self._file.is_file():
            kept = json.loads(self._file.read_text("utf-8"))
        key = sealed.void_id or sealed.sale_id
        if kept["id"] == key:
            return FiscalAnswer(**kept["answer"])
        answer = _simulated_answer(sealed, kept["counter"] + 1)
        kept = {"counter": answer.counter, "id": key, "answer": asdict(answer)}
        self._file.write_text(json.dumps(kept), "utf-8")
        return answer


def _simulated_answer(sealed: SealedPaper, counter: int) -> FiscalAnswer:
    text = f"{counter};{sealed.receipt};{sealed.hash};{sealed.total_minor};{sealed.occurred_at}"
    signature = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    serial = hashlib.sha256(b"simulated security module").hexdigest()[:32]
    return FiscalAnswer(
        transaction_no=str(counter),
        signature=signature,
        counter=counter,
        system_serial="SIMULATED",
        module_serial=serial,
        started_at=sealed.occurred_at,
        finished_at=sealed.occurred_at,
        qr=f"V0;SIMULATED;Kassenbeleg-V1;{sealed.total_minor};{counter};{counter};{sealed.occurred_at};{signature}",
    )


def open_fiscal(name: str, folder: Path) -> FiscalDriver | None:
    """Give the driver of a setting: none for "", the simulated one, else one from outside. Fault `fiscal.driver`."""
    if not name:
        return None
    if name == SimulatedFiscal.name:
        return SimulatedFiscal(folder / "fiscal-simulated.json")
    for found in entry_points(group=GROUP, name=name):
        make: Callable[[Path], FiscalDriver] = found.load()
        return make(folder)
    raise Fault("fiscal.driver", "There is no such fiscal driver", name, "Install it, or change the setting.")
