"""Files of places: a row is a place known by its code, or a range of bins; what it is in stands in a row above it."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from server_stub.database import Connection, Pool
from server_stub.faults import Denied, Refusal
from server_stub.goods.places import save_places
from server_stub.goods.places_drafting import Known, PlaceDraft, RangeDraft, read_known, to_place, to_range
from server_stub.goods.product_rows import Report
from server_stub.offers.row_file import decimal, importing, read_drafts
from sync.wire.places import Place


async def import_places(pool: Pool, path: Path, *, shop: str | None = None, partial: bool = False) -> dict[str, Any]:
    """Add and change places by a file and report what became of its rows.

    A code such as `A-{01..12}-{1..4}` stands for all bins of the range. Bad rows leave everything as it was, unless
    `partial`. Refusal `import.shop` when no shop is named.
    """
    if shop is None:
        raise Refusal("import.shop", "Places are in a shop.", "Name it with --shop.")
    report = Report()
    rows = read_drafts(path, PlaceDraft, dict.fromkeys(("holds", "least", "most"), decimal), ("code", "kind"), report)
    async with importing(pool, report, partial=partial) as conn:
        known = await read_known(conn, shop, [draft.sku for _, draft in rows])
        told: dict[str, Place] = {}
        for number, draft in rows:
            try:
                made = await _make(conn, known, draft)
            except Denied as error:
                report.reject(number, "code", draft.code, error.message)
                continue
            _count(report, known, made)
            known.places.update({place.code.casefold(): place for place in made})
            told.update({place.id: place for place in made})
        await save_places(conn, shop, list(told.values()))
    return asdict(report)


async def _make(conn: Connection, known: Known, draft: PlaceDraft) -> list[Place]:
    if "{" in draft.code:
        asked = RangeDraft(pattern=draft.code, parent=draft.parent, goods_class=draft.goods_class, holds=draft.holds)
        return to_range(known, asked)
    there = known.find(draft.code)
    return [await to_place(conn, known, draft, there.id if there else "")]


def _count(report: Report, known: Known, made: list[Place]) -> None:
    for place in made:
        before = known.find(place.code)
        report.added += before is None
        report.changed += before is not None and before != place
        report.unchanged += before == place
