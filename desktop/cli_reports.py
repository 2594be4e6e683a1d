"""The command `report`: figures as words, JSON, CSV, XLSX or PDF."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop import cli_run


class Form(StrEnum):
    """How a report is written."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


def add_commands(app: typer.Typer) -> None:
    """Add it."""
    app.command("report")(report)


def report(
    what: Annotated[
        str,
        typer.Argument(
            help="sales, shifts, stock, workers; from head office: margin, turnover, ageing, dead-stock, "
            "transit, accuracy, reorder, stock-value, stock-value-by-place, movements ITEM."
        ),
    ],
    item: Annotated[str, typer.Argument(help="Code or number of a product, for movements.")] = "",
    first: Annotated[str, typer.Option("--from", help="First day, 2026-11-01; 30 days without.")] = "",
    last: Annotated[str, typer.Option("--to", help="Last day; today without.")] = "",
    days: Annotated[int, typer.Option(help="Dead stock: nothing sold for so many days.")] = 90,
    form: Annotated[Form | None, typer.Option("--format", help="Words without.")] = None,
    file: Annotated[Path | None, typer.Option(help="Write it there; XLSX and PDF need one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on standard output, nothing else.")] = False,
) -> None:
    """Give a report, from what this till knows or from head office."""
    if form in (Form.XLSX, Form.PDF) and file is None:
        raise typer.BadParameter("XLSX and PDF need --file.")
    as_json = as_json or form is Form.JSON
    answer = cli_run.answer_of("report", {"what": what, "item": item, "first": first, "last": last, "days": days})
    if "error" in answer or (file is None and form in (None, Form.JSON)):
        cli_run.finish(answer, as_json)
    content = _written(answer["result"], form or Form.JSON)
    if file is None:
        sys.stdout.buffer.write(content)
        raise typer.Exit(0)
    try:
        file.write_bytes(content)
    except OSError as error:
        told = {"code": "paper.unwritable", "message": str(error), "remedy": "Check folder and disk."}
        cli_run.finish({"error": told, "exit": 4}, as_json)
    result = {name: value for name, value in answer["result"].items() if name != "rows"}
    cli_run.finish({"result": result | {"lines": len(answer["result"]["rows"]), "file": str(file)}, "exit": 0}, as_json)


def _written(result: dict[str, Any], form: Form) -> bytes:
    import json

    from desktop.paper.table_files import table_csv, table_pdf, table_xlsx

    if form is Form.JSON:
        return json.dumps(result, ensure_ascii=False).encode()
    rows = result["rows"]
    names = list(rows[0]) if rows else []
    table = [names, *([str(row.get(name, "")) for name in names] for row in rows)]
    if form is Form.PDF:
        return table_pdf(table, f"{result['report']} {result['from']} – {result['to']}")
    return table_csv(table) if form is Form.CSV else table_xlsx(table)
