"""Jobs: what waits, what runs, what failed for good and may be tried again."""

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.audit import log as audit
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.jobs import listing


async def list_jobs(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List jobs, the newest first, of one state or all."""
    state, before = request.query_params.get("state", ""), request.query_params.get("before", "")
    chosen = state if state in listing.STATES else ""
    start = int(before) if before.isascii() and before.isdigit() and len(before) < 19 else None
    async with context.pool.connection() as conn:
        found = await listing.list_jobs(conn, state=chosen, before=start, limit=PAGE_ROWS + 1)
        counts = await listing.count_jobs(conn, context.now())
    return render(
        request,
        "jobs.html",
        jobs=found[:PAGE_ROWS],
        counts=[(name, counts[name]) for name in listing.STATES],
        chosen=chosen,
        more=len(found) > PAGE_ROWS,
    )


async def change(
    request: PageRequest, context: NamedDependency[Context], job: FromPath[int], act: FromPath[str]
) -> Response[None]:
    """Try a dead job again, or give it up. Refuses one that is not dead."""
    await read_form(request)
    if act not in ("retry", "discard"):
        raise Denied(404, "Not found")
    async with context.pool.connection() as conn:
        done = await (listing.retry(conn, context.now(), job) if act == "retry" else listing.discard(conn, job))
        if not done:
            raise Denied(404, "There is no such dead job")
        await audit.note(conn, request.user, f"job.{act}", f"job:{job}", at=context.now())
    return go_to("/console/jobs?state=dead", "Done.")
