"""Product files: CSV in UTF-8 or cp1251 with comma, semicolon or tab, or XLSX; bad rows are told all at once."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from server_stub.database import Pool
from server_stub.faults import Fault, Refusal
from server_stub.goods.catalogue import write_products
from server_stub.goods.contents import find_unknown
from server_stub.goods.product_rows import Reader, Report

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BLOCK_BYTES = 1 << 20


class _NotKept(Exception):
    """Some rows are bad and the others were not wanted alone: the transaction is undone."""


def _say_nothing(rows: int) -> None:
    """Show no progress."""


async def import_products(
    pool: Pool, path: Path, *, partial: bool = False, progress: Callable[[int], None] = _say_nothing
) -> dict[str, Any]:
    """Add and change products by a file and report what became of its rows (contract 2.1, `import`).

    Bad rows leave everything as it was, unless `partial` keeps the good ones. Columns that the file does not have
    keep their values. Raises Refusal for columns that are missing, Fault for a file that cannot be read.
    """
    report = Report()
    with open_rows(path) as rows:
        _, header = next(rows, (1, ()))
        reader = Reader(header, report)
        named = _list_named(path) if reader.names_goods else set()
        try:
            async with pool.connection() as conn, pool.connection() as reading, conn.transaction():
                wanted = reader.read(rows, await find_unknown(reading, named))
                await write_products(conn, reading, wanted, report, partial, progress)
                if report.rejected and not partial:
                    raise _NotKept
        except _NotKept:
            report.added = report.changed = report.unchanged = 0
    return asdict(report)


def _list_named(path: Path) -> set[str]:
    """Give the goods that others of the file are made of and it does not hold: a later row may, so all are read."""
    with open_rows(path) as rows:
        _, header = next(rows, (1, ()))
        named, own = set[str](), set[str]()
        for block in Reader(header, Report()).read(rows):
            named |= block.named()
            own.update(block.skus)
    return named - own


@contextmanager
def open_rows(path: Path) -> Iterator[Iterator[tuple[int, Sequence[str]]]]:
    """Give the rows of the file, numbered from 1 as a spreadsheet does."""
    try:
        with path.open("rb") as file:
            is_workbook = file.read(4) == b"PK\x03\x04"
        if is_workbook:
            yield enumerate(_workbook_rows(path), 1)
            return
        encoding = _find_encoding(path)
        with path.open(encoding=encoding, newline="") as text:
            delimiter = _find_delimiter(text.readline())
            text.seek(0)
            yield _numbered(csv.reader(text, delimiter=delimiter))
    except OSError as error:
        raise Fault(
            "import.file", f"{path} cannot be read: {error.strerror}", "Check the path and its rights."
        ) from error


def _numbered(rows: Iterable[Sequence[str]]) -> Iterator[tuple[int, Sequence[str]]]:
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            yield number, row
    except csv.Error as error:
        raise Refusal("import.file", f"Row {number + 1} cannot be read: {error}.", "Look for a lost quote.") from error


def _find_encoding(path: Path) -> str:
    with path.open("rb") as file:
        if file.read(2) in _UTF16:
            return "utf-16"
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            with path.open(encoding=encoding, newline="") as text:
                while text.read(_BLOCK_BYTES):
                    pass
        except UnicodeDecodeError:
            continue
        return encoding
    raise Refusal("import.encoding", f"{path.name} is neither UTF-8 nor cp1251 text.", "Save it as CSV UTF-8 or XLSX.")


def _find_delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _workbook_rows(path: Path) -> Iterator[list[str]]:
    from python_calamine import CalamineError, load_workbook

    try:
        book = load_workbook(str(path))
        rows = book.get_sheet_by_index(0).iter_rows() if book.sheet_names else iter(())
        for row in rows:
            yield [_cell(value) for value in row]
    except CalamineError as error:
        raise Refusal("import.file", f"{path.name} is not a workbook: {error}.", "Save it again as XLSX.") from error


def _cell(value: object) -> str:
    """Write a spreadsheet's value as a person would type it: numbers without an empty fraction."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)
