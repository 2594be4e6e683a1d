"""The command `export`: a noun's rows into a CSV or JSON file, whole or not at all."""

import csv
import json
from collections.abc import AsyncIterator
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from server_stub.commands.session import Session, command
from server_stub.faults import Fault, Refusal

if TYPE_CHECKING:
    from server_stub.database import Pool


class Noun(str, Enum):  # noqa: UP042 - typer shows the values of this kind
    """What can be exported."""

    PRODUCTS = "products"
    CUSTOMERS = "customers"
    PROMOTIONS = "promotions"
    COUPONS = "coupons"
    BOARDS = "boards"
    PRICES = "prices"
    SALES = "sales"
    STOCK = "stock"
    DAY_TOTALS = "day-totals"


def add_commands(app: typer.Typer) -> None:
    """Add this command to the program."""
    command(app, "export")(export)


def export(
    session: Session,
    what: Annotated[Noun, typer.Argument(metavar="WHAT", help=", ".join(noun.value for noun in Noun))],
    file: Annotated[Path, typer.Argument(dir_okay=False, help="Ends in .csv or .json.")],
    shop: Annotated[str | None, typer.Option(help="Only this shop, by id or name.")] = None,
    first: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="Sales and days from this one on.")
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Sales and days up to this one.")
    ] = None,
) -> None:
    """Write what the centre holds into a file; what can be imported comes as `import` takes it."""
    if file.suffix.lower() not in (".csv", ".json"):
        raise Refusal("export.format", f"{file.name} is neither .csv nor .json", "Give the file one of these endings.")

    async def work(pool: "Pool") -> int:
        return await _export(pool, what.value, file, shop, first and first.date(), last and last.date())

    rows = session.run(work)
    session.report({"rows": rows, "file": str(file)}, f"{rows} rows in {file}")


async def _export(pool: "Pool", noun: str, file: Path, shop: str | None, first: date | None, last: date | None) -> int:
    from psycopg import IsolationLevel

    from server_stub.api.export_rows import Range, read_rows
    from server_stub.audit import log as audit
    from server_stub.commands.terminals import choose_shop

    wanted = Range(await choose_shop(pool, shop) if shop else None, first, last)
    is_csv, partial = file.suffix.lower() == ".csv", file.with_name(f"{file.name}.part")
    try:
        async with pool.connection() as conn:
            await conn.set_isolation_level(IsolationLevel.REPEATABLE_READ)
            with partial.open("w", encoding="utf-8-sig" if is_csv else "utf-8", newline="") as out:
                write = _write_csv if is_csv else _write_json
                rows = await write(out, read_rows(conn, noun, wanted))
            await conn.commit()
            await conn.set_isolation_level(None)
            await audit.note(conn, audit.COMMAND_LINE, f"{noun}.exported", "", {"rows": rows})
        partial.replace(file)
    except OSError as error:
        message = f"{file} cannot be written: {error.strerror}"
        raise Fault("export.file", message, "Check the path and its rights.") from error
    finally:
        partial.unlink(missing_ok=True)
    return rows


async def _write_csv(out: TextIO, rows: AsyncIterator[dict[str, Any]]) -> int:
    writer, count = csv.writer(out, lineterminator="\r\n"), 0
    async for cells in rows:
        if not count:
            writer.writerow(cells)
        writer.writerow(["" if cell is None else _plain(cell) for cell in cells.values()])
        count += 1
    return count


def _plain(cell: Any) -> Any:
    """Make a text harmless in a spreadsheet and leave a number as it is, below zero too."""
    from server_stub.api.day_totals import plain_cell

    if not isinstance(cell, str) or cell.removeprefix("-").replace(".", "", 1).isdigit():
        return cell
    return plain_cell(cell)


async def _write_json(out: TextIO, rows: AsyncIterator[dict[str, Any]]) -> int:
    count = 0
    async for cells in rows:
        out.write(("[\n" if not count else ",\n") + json.dumps(cells, ensure_ascii=False, default=str))
        count += 1
    out.write("\n]\n" if count else "[]\n")
    return count
