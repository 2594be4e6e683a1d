"""Stickers of parcels are jobs of the label printer: what became of them is told, and each further print is counted."""

import asyncio
from pathlib import Path
from typing import Any

from desktop.domain.order import Order, OrderKind
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.operations.label_jobs import list_label_jobs
from desktop.operations.terminal import Terminal
from desktop.screen_filling import StickerWork
from desktop.station import Station
from desktop.ui.warehouse.filling_rows import ParcelRow
from tests.commands.test_papers import make_station
from tests.core import terminal  # noqa: F401 - fixture

ORDER = Order("id", OrderKind.PICKING, "P-1", "2026-01-01T00:00:00Z", (), partner="Anna")
PARCELS = [ParcelRow(f"P-1-{n}", 1, 1000, 1204) for n in (1, 2)]


async def stick(station: Station) -> Refusal | Fault | None:
    """Print the stickers, and wait for the word of them."""
    told: list[Any] = []
    work = StickerWork(station)
    work.stick(ORDER, PARCELS, told.append)
    await asyncio.gather(*work._running)
    (word,) = told
    return word  # type: ignore[no-any-return]


async def test_a_sticker_for_each_parcel_reaches_the_printer_and_each_print_is_counted(
    terminal: Terminal,  # noqa: F811
    tmp_path: Path,
) -> None:
    box = tmp_path / "printer"
    station = make_station(terminal, tmp_path, label_printer=f"file:{box}", label_driver="zpl")
    assert await stick(station) is None
    assert box.read_bytes().count(b"^XA") == 2
    assert await stick(station) is None
    [job] = list_label_jobs(terminal)
    assert (job.kind, job.title, job.labels, job.prints, job.state) == ("parcel", "P-1-1", 2, 2, "sent")


async def test_what_the_printer_did_not_take_waits_among_the_jobs_and_without_one_nothing_is_kept(
    terminal: Terminal,  # noqa: F811
    tmp_path: Path,
) -> None:
    refused = await stick(make_station(terminal, tmp_path))
    assert isinstance(refused, Refusal)
    assert (refused.code, list_label_jobs(terminal)) == ("label.no_printer", [])
    fault = await stick(make_station(terminal, tmp_path, label_printer=f"file:{tmp_path}"))
    assert isinstance(fault, Fault)
    [job] = list_label_jobs(terminal)
    assert (job.state, job.reason, job.prints) == ("queued", "printer.unreachable", 0)
    assert isinstance(await stick(make_station(terminal, tmp_path)), Refusal)
    assert list_label_jobs(terminal) == [job], "what waits goes on waiting"
    assert await stick(make_station(terminal, tmp_path, label_printer=f"file:{tmp_path / 'p'}")) is None
    assert [(one.job_id, one.state, one.prints) for one in list_label_jobs(terminal)] == [(job.job_id, "sent", 1)]
