"""An order from hand to hand between two tills, synced or not: everybody keeps what they did, none of it twice."""

import random
from pathlib import Path

import pytest

from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.task import TaskKind
from desktop.operations import picking
from desktop.operations.picking_scans import take_scan
from desktop.operations.task_codes import read_codes
from desktop.store import tasks
from server_stub.database import Pool
from tests.counting_world import ANN
from tests.desks import WIM, Desk, centre_held, open_desk
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.test_picking_tills import CODES, SOAP, set_up

STEPS = 12
WANTED_MILLI = 5_000


def work(rng: random.Random, desk: Desk, person: Person) -> None:
    """Go on with the order, or take it over, and pick a piece where the till lets them."""
    try:
        task = picking.begin_picking(desk.terminal, person, ["P-7"], take_over=rng.random() < 0.5)
        for code in ("A", CODES[SOAP]):
            take_scan(desk.terminal, person, task.id, read_codes(desk.terminal), code)
    except Refusal:  # it is somebody else's, it is done, or enough was picked
        return


def post(desk: Desk, person: Person) -> int:
    """Post what is in hand; gives how much that was, in thousandths."""
    with desk.terminal.database.reading() as connection:
        in_hand = [task.id for task in tasks.list_open(connection) if task.kind is TaskKind.PICK]
    try:
        documents = [one for task_id in in_hand for one in picking.post_picking(desk.terminal, person, task_id)]
    except Refusal as refusal:
        assert refusal.code == "stock.empty"
        return 0
    return sum(move.quantity_milli for document in documents for move in document.moves)


@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 2))])
async def test_whoever_takes_an_order_over_both_keep_what_they_did(
    pool: Pool, clock: SettableClock, tmp_path: Path, seed: int
) -> None:
    rng, posted_milli = random.Random(seed), 0
    centre, ground, order = await set_up(pool, clock)
    desks = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    try:
        for _ in range(STEPS):
            desk, person = rng.choice(desks), rng.choice((WIM, ANN))
            clock.advance(minutes=rng.choice((1, 40)))  # within the lease, or after it
            work(rng, desk, person)
            if rng.random() < 0.4:
                posted_milli += post(desk, person)
            if rng.random() < 0.3:
                await desk.push(pool, centre)
                await desk.pull(pool, centre)
        for desk in desks:
            posted_milli += post(desk, WIM)
            await desk.push(pool, centre)
        assert posted_milli > 0
        done = "SELECT sum(done_milli)::bigint FROM work_order_line WHERE order_id = %s"
        assert await rows(pool, done, order) == [(posted_milli,)]
        assert (await centre_held(pool))[SOAP, ground.shelf, ""] == -posted_milli
        over = await rows(pool, "SELECT count(*) FROM cases WHERE kind = 'order.over_picked'")
        assert over == [(int(posted_milli > WANTED_MILLI),)]
        for desk in desks:
            await desk.pull(pool, centre)
            assert desk.held() == await centre_held(pool)
    finally:
        for desk in desks:
            desk.close()
