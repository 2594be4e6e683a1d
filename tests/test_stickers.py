"""Stickers of parcels go to the label printer, and what became of them is told."""

import asyncio
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

from desktop.domain.order import Order, OrderKind
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.screen_filling import StickerWork
from desktop.settings import Settings
from desktop.station import Station
from desktop.ui.warehouse.filling_rows import ParcelRow

ORDER = Order("id", OrderKind.PICKING, "P-1", "2026-01-01T00:00:00Z", (), partner="Anna")


def station(settings: Settings) -> Station:
    """All that is asked of one here."""
    return cast(Station, SimpleNamespace(loaded=SimpleNamespace(settings=settings)))


async def test_a_sticker_for_each_parcel_reaches_the_printer_and_without_one_that_is_said() -> None:
    came: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.set_result(await reader.read())
        writer.close()

    server = await asyncio.start_server(listen, "127.0.0.1")
    address = f"tcp:127.0.0.1:{server.sockets[0].getsockname()[1]}"
    told: list[Any] = []
    parcels = [ParcelRow(f"P-1-{n}", 1, 1000, 1204) for n in (1, 2)]
    work = StickerWork(station(replace(Settings(), label_printer=address, label_driver="zpl")))
    work.stick(ORDER, parcels, told.append)
    assert (await asyncio.wait_for(came, 20)).count(b"^XA") == 2
    await asyncio.gather(*work._running)
    server.close()
    nowhere = StickerWork(station(Settings()))
    nowhere.stick(ORDER, parcels, told.append)
    await asyncio.gather(*nowhere._running)
    done, refused = cast(tuple[Fault | None, Refusal], tuple(told))
    assert (done, refused.code) == (None, "label.no_printer")
