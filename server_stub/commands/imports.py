"""What became of a file that was taken in, for people and for programs."""

from typing import Any

import typer

from server_stub.commands.session import Session

_REFUSED = 3


def report_import(session: Session, answer: dict[str, Any], *, partial: bool) -> None:
    """Report an import (contract 2.1); exit code 3 when rows were bad and so nothing was kept."""
    rejected, repaired = answer["rejected"], answer["repaired_total"]
    lines = [f"row {bad['row']}, {bad['column']}: {bad['reason']} ({bad['value']!r})" for bad in rejected]
    if repaired:
        lines.append(f"{repaired} barcodes had lost their leading zero and got it back")
    if rejected and not partial:
        message = f"{len(rejected)} bad row{'s' * (len(rejected) > 1)}; nothing was stored"
        remedy = "Mend the file, or keep the good rows with --partial."
        answer["error"] = {"code": "import.rejected", "message": message, "remedy": remedy}
        lines.append(f"{message}. {remedy}")
    else:
        lines.append(", ".join(f"{answer[key]} {key}" for key in ("read", "added", "changed", "unchanged")))
    session.report(answer, "\n".join(lines))
    if "error" in answer:
        raise typer.Exit(_REFUSED)
