"""Facts about plates and put-aways to rows. Pure."""

from dataclasses import dataclass, field
from typing import Any

from server_stub.journal.copying import text
from sync.wire.goods_facts import GoodsMoved
from sync.wire.places import PlaceMade, PlaceMoved

PLACE_COLUMNS = {
    "put_override": "document_id, n, shop_id, product_id, lot, quantity_milli, suggested_place_id, chosen_place_id",
}


@dataclass(slots=True)
class PlaceRows:
    """What a run of entries says of plates: those that were met, and those that were carried, in their order."""

    made: list[dict[str, Any]] = field(default_factory=list)
    moved: list[dict[str, Any]] = field(default_factory=list)


def note_made(rows: PlaceRows, fact: PlaceMade, shop: str, chain: int) -> None:
    """Collect a plate that was met."""
    rows.made.append({"id": fact.place_id, "sscc": fact.sscc, "parent": fact.parent_id, "shop": shop, "chain": chain})


def note_moved(rows: PlaceRows, fact: PlaceMoved, shop: str, entry: tuple[int, int], made: tuple[str, str]) -> None:
    """Collect a plate that was carried; `entry` is chain and number, `made` when and by whom."""
    way = {"id": fact.place_id, "from": fact.from_place_id, "to": fact.to_place_id, "document": fact.document_id}
    (chain, seq), (at, actor) = entry, made
    rows.moved.append(way | {"shop": shop, "chain": chain, "seq": seq, "at": at, "actor": actor})


def override_lines(fact: GoodsMoved, shop: str) -> list[str]:
    """Write for COPY what was put elsewhere than was suggested."""
    return [
        f"{text(fact.document_id)}\t{n}\t{shop}\t{text(one.product_id)}\t{text(one.lot)}\t{one.quantity_milli}\t"
        f"{text(one.suggested_place_id)}\t{text(one.chosen_place_id)}\n"
        for n, one in enumerate(fact.overrides, 1)
    ]
