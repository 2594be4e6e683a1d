"""Counts that were written on paper and typed into a file: rows of place, code, quantity and lot. Pure."""

import csv
from dataclasses import dataclass

from desktop.domain.money import parse_quantity_milli
from desktop.domain.refusal import Refusal

COLUMNS = ("place", "code", "quantity", "lot")
"""Names of the columns; `lot` may be missing."""


@dataclass(frozen=True, slots=True)
class CountedRow:
    """A row: `number` is its line in the file, `quantity_milli` how often the code counts, in thousandths."""

    number: int
    place: str
    code: str
    quantity_milli: int
    lot: str = ""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be taken, and why."""

    number: int
    why: str


def read_rows(text: str) -> tuple[list[CountedRow], list[BadRow]]:
    """Read a file with commas or semicolons whose first row names the columns. Refusal `count.columns`."""
    plain = text.lstrip("\ufeff")
    first = plain.partition("\n")[0]
    reader = csv.reader(plain.splitlines(keepends=True), delimiter=";" if first.count(";") > first.count(",") else ",")
    names = [name.strip().casefold() for name in next(reader, [])]
    if not set(COLUMNS[:3]) <= set(names):
        said = "The first row has to name the columns place, code and quantity."
        raise Refusal("count.columns", said, "A column lot may follow.")
    good: list[CountedRow] = []
    bad: list[BadRow] = []
    for cells in reader:
        told = dict(zip(names, (cell.strip() for cell in cells), strict=False))
        if any(told.values()):
            row = _read(reader.line_num, told)
            if isinstance(row, CountedRow):
                good.append(row)
            else:
                bad.append(row)
    return good, bad


def _read(number: int, told: dict[str, str]) -> CountedRow | BadRow:
    missing = [name for name in COLUMNS[:3] if not told.get(name)]
    if missing:
        return BadRow(number, f"{' and '.join(missing)} missing")
    try:
        milli = parse_quantity_milli(told["quantity"].replace(",", "."))
    except Refusal as refusal:
        return BadRow(number, refusal.message)
    if milli < 0:
        return BadRow(number, "less than none was counted")
    return CountedRow(number, told["place"], told["code"], milli, told.get("lot", ""))


def refuse_rows(bad: list[BadRow]) -> None:
    """Refuse a file with bad rows, all of them at once. Refusal `count.rows`."""
    if bad:
        rows = "; ".join(f"{row.number}: {row.why}" for row in sorted(bad, key=lambda row: row.number))
        said = f"{len(bad)} rows cannot be taken: {rows}."
        raise Refusal("count.rows", said, "Nothing was counted. Mend them and import again.", facts={"rows": rows})
