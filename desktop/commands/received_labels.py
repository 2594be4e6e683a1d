"""`receive --labels`: goods are received, then the label of every piece of them is printed."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from desktop.commands import receiving
from desktop.commands.figures import Json
from desktop.commands.labels import send_job
from desktop.domain.money import parse_quantity_milli
from desktop.domain.refusal import Refusal
from desktop.labelling import style_of, where_to
from desktop.operations import labels
from desktop.station import Station
from desktop.store import catalogue


async def receive(station: Station, **received: Any) -> Json:
    """Receive goods as `receive`, and print their labels.

    Where labels go is looked at first: `label.no_printer` refuses it all. What stands in the way of labels later takes
    no goods back: they wait as a print job, and `labels` tells that and why.
    """
    where_to(station.loaded.settings)
    told = receiving.receive(station, **received)
    return told | {"labels": await _print(station, told["lines"])}


async def _print(station: Station, lines: Sequence[Json]) -> Json:
    """Print the labels of a document's lines; goods that are not sold here have none."""
    many = labels.list_received(station.terminal, _received_milli(station, lines))
    told: Json = {"count": sum(copies for _, copies in many), "state": "", "trouble": ""}
    if not many:
        return told
    settings = station.loaded.settings
    try:
        outcome = await send_job(station, many, style_of(settings), settings.label_size)
    except Refusal as refusal:
        return told | {"state": "refused", "trouble": refusal.code}
    return told | {"state": outcome.state, "trouble": outcome.fault.code if outcome.fault else ""}


def _received_milli(station: Station, lines: Sequence[Json]) -> dict[str, int]:
    """Sum up lines by product, whatever their place and lot."""
    summed: Counter[str] = Counter()
    for line in lines:
        summed[line["sku"]] += parse_quantity_milli(line["quantity"])
    with station.terminal.database.reading() as connection:
        goods = catalogue.read_skus(connection, [*summed])
    return {goods[sku].id: milli for sku, milli in summed.items() if sku in goods}
