"""Commands about jobs: what waits, what was given up, and what to do about it."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands.session import Session, command, table
from server_stub.faults import Refusal

if TYPE_CHECKING:
    from server_stub.database import Pool

Limit = Annotated[int, typer.Option(min=1, max=500, help="Jobs on a page.")]
Before = Annotated[int | None, typer.Option(help="Go on behind the last ID of the page before.")]
OneOrAll = Annotated[int | None, typer.Argument(metavar="[ID]", help="The job, as the list names it.")]
All = Annotated[bool, typer.Option("--all", help="Every dead job.")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    jobs = typer.Typer(help="Work that nobody waits for.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(jobs, name="jobs")
    command(jobs, "list")(list_all)
    command(jobs, "dead")(dead)
    command(jobs, "retry")(retry)
    command(jobs, "discard")(discard)


def list_all(
    session: Session,
    state: Annotated[str, typer.Option(help="Only waiting, running, done or dead ones.")] = "",
    kind: Annotated[str, typer.Option(help="Only jobs of this kind.")] = "",
    limit: Limit = 50,
    before: Before = None,
) -> None:
    """List jobs, newest first, with how many there are of each state."""
    from server_stub.jobs.listing import STATES

    if state and state not in STATES:
        raise typer.BadParameter(f"{state!r} is none of {', '.join(STATES)}")
    _show(session, state, kind, limit, before)


def dead(session: Session, limit: Limit = 50, before: Before = None) -> None:
    """List jobs that were given up, and why."""
    _show(session, "dead", "", limit, before)


def _show(session: Session, state: str, kind: str, limit: int, before: int | None) -> None:
    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.jobs import listing

        async with pool.connection() as conn:
            found = await listing.list_jobs(conn, state=state, kind=kind, before=before, limit=limit)
            return {"counts": await listing.count_jobs(conn, datetime.now(UTC)), "jobs": [asdict(job) for job in found]}

    answer = session.run(work)
    counts = ", ".join(f"{value} {name}" for name, value in answer["counts"].items() if name != "oldest_s")
    rows = [
        (str(j["id"]), j["kind"], j["state"], f"{j['attempts']}/{j['max_attempts']}", f"{j['run_at']:%F %T}",
         j["last_error"]) for j in answer["jobs"]
    ]  # fmt: skip
    for job in answer["jobs"]:
        job.update({name: value.isoformat() for name, value in job.items() if isinstance(value, datetime)})
    session.report(answer, "\n".join([counts, table(("ID", "KIND", "STATE", "TRIES", "DUE (UTC)", "ERROR"), rows)]))


def retry(session: Session, job: OneOrAll = None, every: All = False) -> None:
    """Let a dead job try again, or all of them."""
    _check_choice(job, every)

    async def work(pool: "Pool") -> int:
        from server_stub.jobs import listing

        async with pool.connection() as conn:
            return await listing.retry(conn, datetime.now(UTC), job)

    _tell(session, "retried", session.run(work), job)


def discard(session: Session, job: OneOrAll = None, every: All = False) -> None:
    """Forget a dead job, or all of them."""
    _check_choice(job, every)

    async def work(pool: "Pool") -> int:
        from server_stub.jobs import listing

        async with pool.connection() as conn:
            return await listing.discard(conn, job)

    _tell(session, "discarded", session.run(work), job)


def _check_choice(job: int | None, every: bool) -> None:
    if (job is None) != every:
        raise typer.BadParameter("name one job, or --all")


def _tell(session: Session, done: str, count: int, job: int | None) -> None:
    if job is not None and not count:
        raise Refusal("job.not_dead", f"Job {job} is not among the dead ones, or one like it waits already.")
    session.report({done: count}, f"{done}: {count}")
