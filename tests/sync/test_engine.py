"""What the engine does in the cases that have a name, in virtual time against the model of the centre."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.engine import Engine, StepReport
from sync.status import EngineStatus
from sync.trouble import Disk
from tests.sync.simulation import World
from tests.sync.virtual_time import run_virtual

Scene = Callable[[World], Awaitable[None]]


@pytest.fixture
def play(tmp_path: Path) -> Callable[[Scene], None]:
    """Run a scene: a terminal with three entries, a centre with 30 rows in every feed, the program not yet started."""

    def run(scene: Scene) -> None:
        async def main() -> None:
            world = World(7, tmp_path)
            for feed in world.centre.now.feeds:
                world.centre.publish(feed, 30)
            world.journal.seal(3)
            world.build()
            await scene(world)
            await world.close()

        run_virtual(main())

    return run


@asynccontextmanager
async def running(world: World) -> AsyncIterator[Engine]:
    engine = engine_of(world)
    task = asyncio.create_task(engine.run())
    yield engine
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def engine_of(world: World) -> Engine:
    assert world.engine is not None
    return world.engine


async def step(world: World) -> StepReport:
    return await engine_of(world).step()


def status(world: World) -> EngineStatus:
    return engine_of(world).status


def unsent(world: World) -> list[int]:
    return [chain.sealed_seq - chain.acked_seq for chain in world.journal.chains()]


def test_a_step_brings_both_ways_level(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        assert (status(world).state, status(world).unsent) == ("sending", 3)
        assert status(world).oldest_unsent_at == "2026-11-21T10:00:00+01:00"
        report = await step(world)
        assert (report.pushed, report.trouble) == (3, None)
        assert report.pulled > 0, "people come by pages"
        world.check_level()
        assert world.journal.heads[world.journal.incarnations[0].name].seq == 3
        assert {mark.name for mark in status(world).feeds} == set(world.centre.now.feeds)
        assert world.journal.stored_contact.at
        before = world.network.requests
        assert await step(world) == StepReport(0, 0, None)
        assert world.network.requests == before + 1, "nothing to do costs one question"

    play(scene)


def test_the_first_load_is_a_snapshot_and_people_are_not_in_it(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        await step(world)
        seen = [each.progress for each in world.statuses]
        assert any(seen)
        assert seen[-1] is None
        assert {feed for feed, _, _ in world.centre.expected} == {"people:s1"}

    play(scene)


@pytest.mark.parametrize("why", ["none", "schema"])
def test_without_a_fitting_snapshot_pages_have_to_do(play: Callable[[Scene], None], why: str) -> None:
    async def scene(world: World) -> None:
        if why == "none":
            world.centre.has_snapshots = False
        else:
            world.centre.made = world.centre.signed(msgspec.structs.replace(world.centre.manifest(), schema=999))
            world.centre.keep_snapshot = True
        await step(world)
        world.check_level()
        assert "catalogue" in {feed for feed, _, _ in world.centre.expected}

    play(scene)


def test_a_snapshot_of_a_stranger_is_not_taken(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        made = world.centre.manifest()
        world.centre.made = msgspec.structs.replace(made, signature=bytes(64))
        world.centre.keep_snapshot = True
        report = await step(world)
        assert report.trouble is not None
        assert (report.trouble.cause, report.pushed) == ("broken", 3)
        assert status(world).state == "attention"
        assert not world.journal.replica.rows

    play(scene)


def test_a_sale_is_handed_in_while_the_first_load_goes_on(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        world.centre.has_snapshots = False
        world.centre.page_limit = 1
        async with running(world) as engine:
            await asyncio.sleep(2)
            world.journal.seal()
            engine.wake()
            await asyncio.sleep(2)
            assert unsent(world) == [0]
            assert engine.status.state == "sending", "feeds are not read to the end yet"

    play(scene)


def test_an_entry_that_is_not_taken_holds_up_only_its_own_chain(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        journal = world.journal
        world.centre.unwanted = {journal.incarnations[0].entries[1].hash}
        journal.diverge(journal.incarnations[0].name, "fork", 0)
        journal.seal(5)
        report = await step(world)
        assert report.trouble is not None
        assert (report.trouble.cause, report.pushed) == ("refused", 6)
        assert unsent(world) == [2, 0]
        assert list(journal.problems) == [(journal.incarnations[0].name, 2)]
        assert (status(world).state, status(world).unsent) == ("attention", 2)
        world.centre.unwanted.clear()
        await step(world)
        assert unsent(world) == [0, 0]

    play(scene)


def test_an_entry_too_large_stays_and_is_told(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        world.centre.batch_limit = 0
        report = await step(world)
        assert report.trouble is not None
        assert report.trouble.cause == "too_large"
        assert unsent(world) == [3]
        assert len(world.journal.problems) == 1

    play(scene)


def test_large_batches_shrink_to_what_the_centre_takes(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        world.journal.seal(500)
        world.centre.batch_limit = 30
        assert (await step(world)).pushed == 503
        assert not world.journal.problems

    play(scene)


def test_two_batches_are_under_way_and_may_overtake_each_other(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        world.journal.seal(5000)
        report = await step(world)
        assert (report.pushed, report.trouble) == (5003, None)
        assert world.network.most_pushes == 2
        assert world.centre.gaps > 0, "on this line some arrive before the one that they follow"
        world.check_level()

    play(scene)


@pytest.mark.parametrize("state", ["blocked", "pending"])
def test_a_terminal_that_is_shut_out_still_hands_in(play: Callable[[Scene], None], state: str) -> None:
    async def scene(world: World) -> None:
        world.centre.status = state
        report = await step(world)
        assert (report.pushed, report.pulled) == (3, 0)
        assert (status(world).state, status(world).cause) == ("blocked", f"denied.{state}")
        world.centre.status = "active"
        await step(world)
        world.check_level()

    play(scene)


def test_a_head_of_a_stranger_counts_for_nothing(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        world.centre.key = Ed25519PrivateKey.generate()
        report = await step(world)
        assert report.trouble is not None
        assert report.trouble.cause == "broken"
        assert unsent(world) == [3]
        assert not world.journal.heads

    play(scene)


def test_a_terminal_put_back_to_an_old_state_goes_on_in_a_new_incarnation(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        journal, old = world.journal, world.journal.backup()
        journal.seal(4)
        await step(world)
        journal.incarnations = old
        world.build()
        await step(world)
        name = journal.incarnations[0].name
        assert journal.diverged == [(name, "rewound", 7)]
        assert (status(world).state, status(world).cause) == ("attention", "rewound")
        assert unsent(world) == [0]
        journal.seal(2)
        await step(world)
        assert len(journal.incarnations) == 2
        world.check_level()
        assert len(world.centre.now.branches[name][0]) == 7, "the centre keeps what the terminal forgot"
        assert (journal.recalled, len(journal.incarnations[0].entries), status(world).recalled) == (4, 7, 4)
        assert journal.recalls_ended

    play(scene)


def test_two_copies_of_a_terminal_lose_nothing(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        journal, copy = world.journal, world.journal.backup()
        journal.seal(4)
        await step(world)
        originals = journal.incarnations
        journal.incarnations = copy
        journal.seal(6)
        world.build()
        await step(world)
        name = journal.incarnations[0].name
        assert journal.diverged[0][:2] == (name, "fork")
        assert unsent(world) == [0]
        bodies = [[entry.body for entry in branch] for branch in world.centre.now.branches[name]]
        assert sorted(map(len, bodies)) == [7, 9]
        assert originals[0].entries[-1].body in bodies[0]

    play(scene)


def test_a_centre_put_back_gets_everything_again(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        journal, empty = world.journal, world.centre.backup()
        await step(world)
        journal.diverge(journal.incarnations[0].name, "fork", 3)
        journal.seal(4)
        await step(world)
        world.centre.restore(empty, announce=True)
        assert (await step(world)).pushed == 7
        world.check_level()

    play(scene)


def test_a_centre_put_back_without_a_word_is_found_out_within_the_hour(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        empty = world.centre.backup()
        async with running(world):
            await asyncio.sleep(60)
            assert unsent(world) == [0]
            world.centre.restore(empty, announce=False)
            await asyncio.sleep(3700)
            world.check_level()

    play(scene)


def test_a_terminal_that_changes_shop_forgets_the_old_one(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        await step(world)
        replica, feeds = world.journal.replica, world.centre.now.feeds
        for old in ("shop:s1", "people:s1", "stock:s1"):
            feeds[old.replace("s1", "s2")] = feeds.pop(old)
        world.centre.names = tuple(feeds)
        await step(world)
        assert set(replica.rows) == set(replica.places) == {"catalogue", "shop:s2", "people:s2", "stock:s2"}

    play(scene)


def test_quarantined_numbers_are_kept(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        world.centre.quarantined = (2,)
        await step(world)
        assert world.journal.quarantined == {(world.journal.incarnations[0].name, 2)}

    play(scene)


def test_patience_is_kept_even_when_there_is_something_to_send(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        world.network.patience = "90"
        async with running(world) as engine:
            await asyncio.sleep(5)
            asked = world.network.requests
            assert (engine.status.state, engine.status.cause) == ("offline", "degraded")
            for _ in range(10):
                world.journal.seal()
                engine.wake()
                await asyncio.sleep(5)
            assert world.network.requests == asked
            world.network.patience = ""
            await asyncio.sleep(100)
            assert unsent(world) == [0]

    play(scene)


def test_an_outage_is_waited_out_and_both_lanes_come_back_together(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        world.network.weather.down = True
        async with running(world) as engine:
            await asyncio.sleep(3600)
            assert (engine.status.state, engine.status.cause) == ("offline", "offline.server")
            assert engine.status.next_try_s is not None
            assert engine.status.unsent == 3
            world.network.weather.down = False
            await asyncio.sleep(330)
            world.check_level()
            assert engine.status.next_try_s is None

    play(scene)


def test_a_nudge_brings_changes_at_once(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        async with running(world) as engine:
            await asyncio.sleep(9)
            assert engine.status.live
            world.centre.publish("catalogue", 1)
            world.network.announce()
            await asyncio.sleep(2)
            world.check_level()
        assert [nudge.type for nudge in world.nudges] == ["open", "feeds"]

    play(scene)


def test_a_full_disk_is_told_and_tried_again(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        replica = world.journal.replica
        good = replica.apply_page

        def full(page: object) -> None:
            raise Disk("no space left")

        replica.apply_page = full  # type: ignore[method-assign]
        async with running(world) as engine:
            await asyncio.sleep(30)
            assert (engine.status.state, engine.status.cause, engine.status.unsent) == ("attention", "disk", 0)
            replica.apply_page = good  # type: ignore[method-assign]
            await asyncio.sleep(300)
            world.check_level()

    play(scene)


def test_a_program_error_is_not_swallowed(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        def bug() -> None:
            raise ZeroDivisionError

        world.journal.replica.cursors = bug  # type: ignore[method-assign,assignment]
        with pytest.raises(ExceptionGroup) as caught:
            await engine_of(world).run()
        assert caught.group_contains(ZeroDivisionError)

    play(scene)
