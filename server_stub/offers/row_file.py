"""Files of promotions, prices, customers: rows to the drafts that programs send too; bad rows are told all at once."""

import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from server_stub.database import Connection, Pool
from server_stub.faults import Refusal
from server_stub.goods.product_cells import BadCell
from server_stub.goods.product_file import open_rows
from server_stub.goods.product_rows import Report

T = TypeVar("T", bound=Struct)
Convert = Callable[[str], object]
_AT = re.compile(r"(?P<reason>.*?)(?: - at `\$(?:\.(?P<column>\w+))?.*`)?", re.DOTALL)


class _NotKept(Exception):
    """Some rows are bad and the others were not wanted alone: the transaction is undone."""


@asynccontextmanager
async def importing(pool: Pool, report: Report, *, partial: bool) -> AsyncIterator[Connection]:
    """Give a transaction that is undone at its end when rows were bad and the good ones are not wanted alone."""
    try:
        async with pool.connection() as conn, conn.transaction():
            yield conn
            if report.rejected and not partial:
                raise _NotKept
    except _NotKept:
        report.added = report.changed = report.unchanged = 0


def read_drafts(
    path: Path, shape: type[T], converts: Mapping[str, Convert], needed: Sequence[str], report: Report
) -> list[tuple[int, T]]:
    """Give the good rows of a file as drafts with their numbers; an empty cell is as good as none.

    `converts` say what is not written as programs write it; `needed` columns must be there (Refusal `import.columns`).
    """
    drafts: list[tuple[int, T]] = []
    with open_rows(path) as rows:
        _, header = next(rows, (1, ()))
        columns = _find_columns(header, shape, needed, report)
        for number, row in rows:
            if any(row):
                report.read += 1
                draft = _read(number, dict(zip(columns, row, strict=False)), shape, converts, report)
                drafts += [(number, draft)] if draft is not None else []
    return drafts


def _find_columns(header: Sequence[str], shape: type[Struct], needed: Sequence[str], report: Report) -> list[str]:
    columns = [re.sub(r"[\s\-]+", "_", title.strip().strip("\ufeff").casefold()) for title in header]
    known = [name if name in shape.__struct_fields__ else "" for name in columns]
    report.ignored += [title.strip() for title, name in zip(header, known, strict=True) if title.strip() and not name]
    lacking = [name for name in needed if name not in known]
    if lacking or len(set(filter(None, known))) < len(list(filter(None, known))):
        what = f"lacks the column {', '.join(lacking)}" if lacking else "has a column twice"
        columns_known = ", ".join(shape.__struct_fields__)
        raise Refusal("import.columns", f"The file {what}.", f"The first row names the columns: {columns_known}.")
    return known


def _read(
    number: int, cells: Mapping[str, str], shape: type[T], converts: Mapping[str, Convert], report: Report
) -> T | None:
    values: dict[str, object] = {}
    bad = len(report.rejected)
    for column, cell in cells.items():
        if column and cell.strip():
            try:
                values[column] = converts.get(column, str.strip)(cell.strip())
            except BadCell as error:
                report.reject(number, column, cell, str(error))
    if len(report.rejected) > bad:
        return None
    try:
        return msgspec.convert(values, shape, strict=False)
    except msgspec.ValidationError as error:
        found = _AT.fullmatch(str(error))
        column, reason = (found["column"] or "", found["reason"]) if found else ("", str(error))
        report.reject(number, column, cells.get(column, ""), reason.replace("`", ""))
        return None


def decimal(cell: str) -> str:
    """Write a number with a point, as programs do."""
    return re.sub(r"[\s'’]", "", cell).replace(",", ".").removesuffix("%")


def day(cell: str) -> str:
    """Read a date, which a spreadsheet writes with a time of no meaning."""
    return cell.partition(" ")[0].partition("T")[0]


def moment(cell: str) -> str:
    """Read a time of day, which a spreadsheet writes with seconds."""
    return cell[:5]


def words(cell: str) -> list[str]:
    """Read several words in one cell."""
    return [part for part in map(str.strip, cell.split("|")) if part]


def numbers(cell: str) -> list[int]:
    """Read several whole numbers in one cell. Raises BadCell."""
    try:
        return [int(part) for part in words(cell)]
    except ValueError as error:
        raise BadCell("is not a list of numbers") from error


def one_of(known: Mapping[str, str], what: str) -> Convert:
    """Make what reads a name or an id as an id. It raises BadCell for an unknown one."""

    def find(cell: str) -> str:
        if cell in known.values():
            return cell
        if cell not in known:
            raise BadCell(f"is no {what}")
        return known[cell]

    return find
