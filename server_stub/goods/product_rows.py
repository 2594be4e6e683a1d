"""Rows of a product file to products: which column is which, what each cell means, every bad row with its reason.

Rows are read in blocks and a block column by column: a conversion over a column costs a tenth of one per row.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter
from typing import Any

from server_stub.faults import Refusal
from server_stub.goods import product_cells as cells
from server_stub.goods.contents import CONTENTS, find_fault
from server_stub.goods.extras import EXTRA_CELLS
from server_stub.goods.product_cells import BadCell
from sync.wire.changes import Code
from sync.wire.extras import Part

_NAMES = {
    "sku": "sku article article_no article_number item_no артикул",
    "name": "name title description product product_name название наименование",
    "barcode": "barcode barcodes ean ean13 gtin upc штрихкод штрих_код",
    "price": "price retail_price sale_price unit_price цена",
    "tax_rate": "tax_rate tax vat vat_rate ндс",
    "category": "category group категория группа",
    "unit": "unit uom единица ед ед_изм",
    "pack_barcode": "pack_barcode pack_barcodes box_barcode",
    "pack_size": "pack_size pack_quantity box_size",
    "cost": "cost cost_price purchase_price себестоимость",
    "track_lots": "track_lots lots",
    "age_limit": "age_limit min_age возраст",
    "active": "active enabled",
    "weighed": "weighed весовой",
    "variant_of": "variant_of model модель",
    "variant": "variant вариант",
    "parts": "parts bundle состав",
    "recipe": "recipe made_of рецепт",
    "tare": "tare тара",
    "open_price": "open_price",
    "open_quantity": "open_quantity",
    "track_serials": "track_serials serials",
    "cap": "cap max_per_ticket",
    "gift": "gift gift_certificate",
    "measure": "measure мера",
    "least_days": "least_days min_remaining_days",
    "content": "quantity content net_content net_quantity",
}
COLUMNS = {name: column for column, names in _NAMES.items() for name in names.split()}
"""Header, folded -> column. `content` is what a package holds: beside it, `unit` is not the unit of sale."""
BLOCK = 500
MAX_REPAIRED = 10_000
"""Repaired codes that are listed; `Report.repaired_total` counts them all."""
SOLD_AT_A_SCALE = ("2", "02", "04")
"""GS1 restricted circulation: numbers that a shop gives to what it weighs itself."""


@dataclass(slots=True)
class Report:
    """What became of a file; `rejected` and `repaired` hold one dict per cell."""

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: list[dict[str, Any]] = field(default_factory=list)
    repaired: list[dict[str, Any]] = field(default_factory=list)
    repaired_total: int = 0
    ignored: list[str] = field(default_factory=list)

    def reject(self, row: int, column: str, value: str, reason: str) -> None:
        """Note a cell that makes its row bad."""
        self.rejected.append({"row": row, "column": column, "value": value[:100], "reason": reason})

    def repair(self, row: int, column: str, value: str, taken_as: str) -> None:
        """Note a cell that was read as something better."""
        self.repaired_total += 1
        if len(self.repaired) < MAX_REPAIRED:
            self.repaired.append({"row": row, "column": column, "value": value, "taken_as": taken_as})


@dataclass(slots=True)
class Block:
    """What some good rows say, column by column, all lists of one length.

    `fields` are those of a product that the file has columns for, `own` what the centre keeps beside it (cost_e4,
    track_lots), `extras` those of `Extra`; `singles` and `packs` are None when the file has no such column.
    """

    skus: list[str]
    fields: dict[str, list[Any]]
    own: dict[str, list[Any]]
    singles: list[tuple[Code, ...]] | None = None
    packs: list[tuple[Code, ...]] | None = None
    extras: dict[str, list[Any]] = field(default_factory=dict)

    def special(self) -> dict[str, list[Any]]:
        """Give the columns of `Extra`; whether lots are asked at the till follows from the centre's own column."""
        lots = self.own.get("track_lots")
        return self.extras if lots is None else self.extras | {"track_lots": lots}

    def contents(self, index: int) -> dict[str, tuple[Part, ...]]:
        """Give what one product is said to hold or to be made of."""
        return {name: self.extras[name][index] for name in CONTENTS if name in self.extras}

    def named(self) -> set[str]:
        """Give the article numbers of all that these products hold or are made of."""
        columns = (self.extras.get(name, ()) for name in CONTENTS)
        return {part.sku for column in columns for parts in column for part in parts}

    def without(self, bad: set[int]) -> "Block":
        """Give the block without some rows."""
        good = [index for index in range(len(self.skus)) if index not in bad]

        def pick(column: list[Any]) -> list[Any]:
            return [column[index] for index in good]

        return Block(
            pick(self.skus),
            {name: pick(column) for name, column in self.fields.items()},
            {name: pick(column) for name, column in self.own.items()},
            None if self.singles is None else pick(self.singles),
            None if self.packs is None else pick(self.packs),
            {name: pick(column) for name, column in self.extras.items()},
        )


Rows = Iterable[tuple[int, Sequence[str]]]
Convert = Callable[[str], Any]
FIELD_CELLS: dict[str, tuple[str, Convert]] = {
    "name": ("name", cells.name),
    "price": ("price_e4", cells.price_e4),
    "tax_rate": ("rate_ppm", cells.rate_ppm),
    "category": ("category", cells.words),
    "unit": ("unit", cells.unit),
    "age_limit": ("age_limit", cells.age),
    "active": ("active", cells.active),
    "weighed": ("weighed", cells.flag),
}
OWN_CELLS: dict[str, tuple[str, Convert]] = {
    "cost": ("cost_e4", cells.cost_e4),
    "track_lots": ("track_lots", cells.flag),
}
"""Column of a file, or field of a product over REST -> field of a block, and how a text becomes its value."""
_is_ean13 = re.compile(r"[0-9]{13}").fullmatch


class Reader:
    """Reads the rows of one file. Refuses a file whose columns are not enough to know products by."""

    def __init__(self, header: Sequence[str], report: Report) -> None:
        self._report = report
        self._width = len(header)
        self._at = find_columns(header, report)
        self._rows_of: dict[str, int] = {}
        self._numbers: list[int] = []
        self._bad: set[int] = set()

    @property
    def names_goods(self) -> bool:
        """Whether products of the file may be made of others."""
        return not self._at.keys().isdisjoint(CONTENTS)

    def read(self, rows: Rows, unknown: Collection[str] = ()) -> Iterator[Block]:
        """Give what the good rows say; the bad ones go into the report. Rows without any text do not count.

        Goods with an `unknown` article number are nowhere: nothing is made of them.
        """
        filled = ((number, row) for number, row in rows if any(row))
        while block := list(islice(filled, BLOCK)):
            self._report.read += len(block)
            self._bad = set()
            self._numbers = [number for number, _ in block]
            found = self._read_block([row for _, row in block])
            self._refuse_contents(found, unknown)
            yield found.without(self._bad) if self._bad else found
        self._report.rejected.sort(key=itemgetter("row"))

    def _read_block(self, rows: list[Sequence[str]]) -> Block:
        if set(map(len, rows)) != {self._width}:
            rows = [self._fit(index, row) for index, row in enumerate(rows)]
        columns = list(zip(*rows, strict=True))
        written = {column: list(map(str.strip, columns[index])) for column, index in self._at.items()}
        singles = self._read_codes("barcode", written["barcode"]) if "barcode" in written else None
        packs = self._read_packs(written) if "pack_barcode" in written else None
        fields = self._convert_all(written, FIELD_CELLS)
        skus = written.get("sku") or [""] * len(rows)
        if "" in skus and singles:
            skus = [sku or (own[0].code if own else "") for sku, own in zip(skus, singles, strict=True)]
        skus = self._convert("sku", skus, cells.sku)
        self._refuse_twice(skus)
        if "unit" in fields and "weighed" not in fields:
            fields["weighed"] = _guess_weighed(fields["unit"], singles)
        own, extras = self._convert_all(written, OWN_CELLS), self._convert_all(written, EXTRA_CELLS)
        return Block(skus, fields, own, singles, packs, extras)

    def _fit(self, index: int, row: Sequence[str]) -> Sequence[str]:
        """Give the row the header's width; text beyond it makes the row bad."""
        if any(row[self._width :]):
            self._reject(index, "", row[self._width], "the row has more cells than the header has columns")
        return (*row[: self._width], *[""] * (self._width - len(row)))

    def _reject(self, index: int, column: str, value: str, reason: str) -> None:
        self._bad.add(index)
        self._report.reject(self._numbers[index], column, value, reason)

    def _convert_all(
        self, written: dict[str, list[str]], known: dict[str, tuple[str, Convert]]
    ) -> dict[str, list[Any]]:
        return {
            name: self._convert(column, written[column], convert)
            for column, (name, convert) in known.items()
            if column in written
        }

    def _convert(self, column: str, written: list[str], convert: Convert) -> list[Any]:
        try:
            return list(map(convert, written))
        except BadCell:
            return [self._take(index, column, cell, convert) for index, cell in enumerate(written)]

    def _take(self, index: int, column: str, cell: str, convert: Convert) -> Any:
        """Convert one cell; a bad one makes its row bad and stands as an empty text that nobody will see."""
        try:
            return convert(cell)
        except BadCell as error:
            self._reject(index, column, cell, str(error))
            return ""

    def _refuse_contents(self, block: Block, unknown: Collection[str]) -> None:
        for index, sku in enumerate(block.skus if self.names_goods else ()):
            column, why = find_fault(sku, block.contents(index), unknown)
            if column:
                self._reject(index, column, "|".join(part.sku for part in block.contents(index)[column]), why)

    def _refuse_twice(self, skus: list[str]) -> None:
        for index, (sku, number) in enumerate(zip(skus, self._numbers, strict=True)):
            earlier = self._rows_of.setdefault(sku, number)
            if earlier != number and sku:
                self._reject(index, "sku", sku, f"is in row {earlier} already")

    def _read_codes(self, column: str, written: list[str]) -> list[tuple[Code, ...]]:
        if all(map(_is_ean13, written)):
            return list(zip(map(Code, written)))
        return [self._codes(index, column, cell) for index, cell in enumerate(written)]

    def _codes(self, index: int, column: str, cell: str) -> tuple[Code, ...]:
        found: dict[str, Code] = {}
        for part in filter(None, map(str.strip, cell.split("|"))):
            taken = self._take(index, column, part, cells.code)
            if taken not in ("", part):
                self._report.repair(self._numbers[index], column, part, taken)
            found[taken] = Code(taken)
        return tuple(found.values())

    def _read_packs(self, written: dict[str, list[str]]) -> list[tuple[Code, ...]]:
        codes = self._read_codes("pack_barcode", written["pack_barcode"])
        sizes = written.get("pack_size") or [""] * len(codes)
        return [
            self._packs(index, own, size) if own else ()
            for index, (own, size) in enumerate(zip(codes, sizes, strict=True))
        ]

    def _packs(self, index: int, codes: tuple[Code, ...], cell: str) -> tuple[Code, ...]:
        sizes = [size.strip() for size in cell.split("|")]
        if len(sizes) == 1:
            sizes *= len(codes)
        if len(sizes) != len(codes):
            self._reject(index, "pack_size", cell, f"there are {len(codes)} pack barcodes")
            return ()
        return tuple(
            Code(code.code, self._take(index, "pack_size", size, cells.pack_milli))
            for code, size in zip(codes, sizes, strict=True)
        )


def find_columns(header: Sequence[str], report: Report) -> dict[str, int]:
    """Tell which column is where. Refuses (`import.columns`) a header without name, price, or both sku and barcode."""
    at: dict[str, int] = {}
    for index, title in enumerate(header):
        folded = re.sub(r"[\s\-.]+", "_", title.strip().strip("\ufeff").casefold()).strip("_")
        column = COLUMNS.get(folded)
        if column is None:
            report.ignored += [title.strip()] * bool(folded)
        elif column in at:
            raise Refusal(
                "import.columns", f"Two columns mean {column}: {header[at[column]]} and {title}.", "Keep one of them."
            )
        else:
            at[column] = index
    missing = [column for column in ("name", "price") if column not in at]
    if "sku" not in at and "barcode" not in at:
        missing.append("sku or barcode")
    if missing:
        have = ", ".join(title.strip() for title in header if title.strip()) or "none"
        raise Refusal(
            "import.columns",
            f"The file has no column {' and no '.join(missing)}; its columns are: {have}.",
            "Add what is missing; the first row of the file names the columns.",
        )
    if "content" in at:
        report.ignored += [header[at.pop(column)].strip() for column in ("content", "unit") if column in at]
    return at


def _guess_weighed(units: list[str], singles: list[tuple[Code, ...]] | None) -> list[bool]:
    """Weighed is what is sold by a measure, unless somebody has packed it already."""
    if cells.MEASURES.isdisjoint(units):
        return [False] * len(units)
    codes = singles or [()] * len(units)
    return [unit in cells.MEASURES and not _is_packed(own) for unit, own in zip(units, codes, strict=True)]


def _is_packed(codes: Sequence[Code]) -> bool:
    """Tell whether a number of the worldwide kind is among the codes."""
    numbers = [code.code for code in codes if len(code.code) in (8, 13, 14) and code.code.isdigit()]
    return any(not number.startswith(SOLD_AT_A_SCALE) for number in numbers)
