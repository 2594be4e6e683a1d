"""Projection ahead of the turn: the rows of plain entries are written while the run before is still being settled.

A sale of a shift that is here already hangs on nothing the entries before it say; only what it changes in common with
others (stock, what is left of gifts, the figures of days) has to wait until those are through. So a long queue goes up
with two runs at work, and still each entry is projected once and in order: all is one transaction, which takes the
chain's lock before it changes anything in common, and is undone when the chain has not come to where the run begins.
"""

from collections.abc import Mapping

import psycopg

from server_stub.database import Connection
from server_stub.journal.chains import lock_chains, note_projected, read_chain
from server_stub.journal.days import read_shift_days
from server_stub.journal.project import DOES_NOT_FIT
from server_stub.journal.projection_sql import copy_rows, settle_rows
from server_stub.journal.projections import Rows, explode
from server_stub.journal.runs import Item, Run, read_items
from sync.wire.facts import DrawerOpened, SaleCompleted, StaffSignedIn

LARGE = 100
"""Entries for which it is worth it; fewer are through in less time than asking takes."""


class _NotYet(Exception):
    """It is not this run's turn, or its rows cannot be written without those before."""


async def project_ahead(conn: Connection, waiting: Mapping[int, Run]) -> Mapping[int, Run]:
    """Project a large run of plain entries; gives what is left to be projected in turn: all of it or nothing."""
    if len(waiting) != 1:
        return waiting
    [(number, run)] = waiting.items()
    if len(run) < LARGE or not _is_plain(run):
        return waiting
    try:
        async with conn.transaction():
            await _project(conn, number, run)
    except (_NotYet, *DOES_NOT_FIT, psycopg.errors.DeadlockDetected):
        return waiting
    return {}


def _is_plain(run: Run) -> bool:
    return all(
        isinstance(fact := each.fact, SaleCompleted | DrawerOpened | StaffSignedIn)
        and not (isinstance(fact, SaleCompleted) and fact.parked_id)
        for each in run
    )


async def _project(conn: Connection, number: int, run: Run) -> None:
    before, zones = await read_chain(conn, number)
    items, refused = read_items({number: run}, {number: before}, zones)
    rows = Rows(days=await read_shift_days(conn, [item.fact for item in items]))
    if refused or not all(_day_is_known(item, rows) for item in items):
        raise _NotYet
    for item in items:
        explode(item.fact, item.origin, rows, plain=item.plain)
    await copy_rows(conn, rows)
    chains, _ = await lock_chains(conn, [number])
    now = chains.get(number)
    if now is None or now.shop != before.shop or now.projected_seq + 1 != run[0].header.seq:
        raise _NotYet
    await settle_rows(conn, rows)
    await note_projected(conn, {number: run[-1].header.seq})


def _day_is_known(item: Item, rows: Rows) -> bool:
    """Whether its shift is here: what lies under its own date for now is moved by whoever opens the shift."""
    if isinstance(item.fact, SaleCompleted | DrawerOpened):
        return (item.origin.shop, item.fact.shift_id.lower()) in rows.days
    return True
