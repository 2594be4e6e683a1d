"""Commands about the audit log: audit verify, list."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands.session import Session, command, table

if TYPE_CHECKING:
    from server_stub.database import Pool

_REFUSED = 3


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    audit = typer.Typer(help="The audit log.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(audit, name="audit")
    command(audit, "verify")(verify)
    command(audit, "list")(list_lines)


def verify(session: Session) -> None:
    """Check that no line was changed or taken out; exit code 3 and the first bad number when one was.

    Note the head: a later run must reach it again, which also proves that nothing was cut off at the end.
    """

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.audit import log

        async with pool.connection() as conn:
            verdict = await log.verify(conn)
        first_bad = verdict.first_bad or None
        return {"ok": verdict.ok, "lines": verdict.lines, "head": verdict.head.hex(), "first_bad": first_bad}

    answer = session.run(work)
    told = "in order" if answer["ok"] else f"line {answer['first_bad']} does not hold"
    session.report(answer, f"{answer['lines']} lines, head {answer['head']}: {told}")
    if not answer["ok"]:
        raise typer.Exit(_REFUSED)


def list_lines(
    session: Session,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="So many lines at most.")] = 100,
    before: Annotated[int | None, typer.Option(min=1, help="Only lines before this number.")] = None,
) -> None:
    """Show the newest lines, newest first."""

    async def work(pool: "Pool") -> list[dict[str, Any]]:
        import json

        from server_stub.audit import log

        async with pool.connection() as conn:
            lines = await log.read_latest(conn, limit, before=before or log.PAST_THE_LAST)
        return [
            {"n": line.n, "at": line.at.isoformat(timespec="seconds"), "who": line.who, "action": line.action,
             "subject": line.subject, "detail": json.loads(line.detail), "hash": line.hash.hex()}
            for line in lines
        ]  # fmt: skip

    found = session.run(work)
    rows = [(str(line["n"]), line["at"], line["who"], line["action"], line["subject"]) for line in found]
    text = table(("N", "AT", "WHO", "WHAT", "TO"), rows) if rows else "Nothing has been done yet."
    session.report({"lines": found}, text)
