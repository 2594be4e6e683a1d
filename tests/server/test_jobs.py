"""Jobs: taken once, tried again, given up, given back; at most one of a key waits."""

import asyncio
import random
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from server_stub.database import Pool, open_pool
from server_stub.jobs import listing, queue
from server_stub.jobs.runner import Pace
from server_stub.jobs.workplace import Hopeless, Kind, Workplace
from tests.edges import SettableClock
from tests.server.asking import ask, rows
from tests.server.working import QUICK, make_place, put, running, until

NONE_LEFT = "SELECT count(*) FROM job WHERE finished_at IS NULL AND dead_at IS NULL"


@pytest.fixture
async def place(pool: Pool, clock: SettableClock, tmp_path: Path) -> Workplace:
    return await make_place(pool, clock, tmp_path)


class Noting:
    """A kind of job that notes what it was given; fails so many times first."""

    def __init__(self, failures: int = 0, error: type[Exception] = RuntimeError) -> None:
        self.seen: list[Any] = []
        self.failures, self.error = failures, error

    async def __call__(self, _place: Workplace, payload: dict[str, Any]) -> None:
        self.seen.append(payload.get("n"))
        if len(self.seen) <= self.failures:
            raise self.error("not yet")


async def take(place: Workplace, holder: str = "me", lease_s: float = 60, most: int = 10) -> list[queue.Job]:
    async with place.pool.connection() as conn:
        return await queue.take(conn, ["note"], holder, place.now(), timedelta(seconds=lease_s), most)


async def test_jobs_are_done_in_order_of_priority_and_time(place: Workplace) -> None:
    noting = Noting()
    await put(place, "note", {"n": "later"}, run_at=place.now() + timedelta(hours=1))
    await put(place, "note", {"n": "usual"})
    await put(place, "note", {"n": "older"}, run_at=place.now() - timedelta(hours=1))
    await put(place, "note", {"n": "urgent"}, priority=1)
    await put(place, "unheard", {"n": "of a newer program"})
    async with running(place, {"note": Kind(noting)}, pace=Pace(at_once=1, poll_s=0.05)):
        await until(place.pool, "SELECT count(*) FROM job WHERE finished_at IS NOT NULL", 3)
    assert noting.seen == ["urgent", "older", "usual"]
    states = await rows(place.pool, "SELECT state, count(*) FROM job_listed GROUP BY 1 ORDER BY 1")
    assert states == [("done", 3), ("waiting", 2)]


async def test_a_notification_wakes_long_before_the_poll(place: Workplace, database_url: str) -> None:
    from server_stub.jobs.running import wake_on_news

    noting = Noting()
    async with running(place, {"note": Kind(noting)}, pace=Pace(poll_s=3600)) as runner:
        hearing = asyncio.create_task(wake_on_news(database_url, runner.wake))
        await until(place.pool, "SELECT count(*) FROM pg_stat_activity WHERE query = 'LISTEN eckwms_jobs'", 1)
        await put(place, "note", {"n": 1})
        await until(place.pool, NONE_LEFT, 0)
        hearing.cancel()
        await asyncio.gather(hearing, return_exceptions=True)
    assert noting.seen == [1]


async def test_a_failed_job_is_tried_again_later(place: Workplace, clock: SettableClock) -> None:
    noting = Noting(failures=2)
    await put(place, "note", {"n": 1})
    async with running(place, {"note": Kind(noting)}):
        for attempt in (1, 2):
            await until(place.pool, f"SELECT attempts = {attempt} AND lease_by IS NULL FROM job")
            assert await ask(place.pool, "SELECT last_error FROM job") == "RuntimeError: not yet"
            clock.advance(seconds=queue.FIRST_WAIT_S * 2**attempt)
        await until(place.pool, NONE_LEFT, 0)
    assert await rows(place.pool, "SELECT attempts, last_error, dead_at FROM job") == [(3, "", None)]


@pytest.mark.expects_log("job failed")
async def test_a_job_is_given_up_after_its_last_attempt_or_when_it_is_hopeless(
    place: Workplace, clock: SettableClock
) -> None:
    await put(place, "often", {"n": 1}, max_attempts=2)
    await put(place, "never", {"n": 1})
    kinds = {"often": Kind(Noting(failures=9)), "never": Kind(Noting(failures=9, error=Hopeless))}
    async with running(place, kinds):
        await until(place.pool, "SELECT bool_and(attempts >= 1 AND lease_by IS NULL) FROM job")
        clock.advance(hours=2)
        await until(place.pool, "SELECT count(*) FROM job WHERE dead_at IS NOT NULL", 2)
    async with place.pool.connection() as conn:
        dead = await listing.list_jobs(conn, state="dead")
        assert [(job.kind, job.attempts, job.last_error) for job in dead] == [
            ("never", 1, "not yet"),
            ("often", 2, "RuntimeError: not yet"),
        ]
        assert (await listing.count_jobs(conn, clock.now()))["dead"] == 2
        assert await listing.retry(conn, clock.now(), dead[1].id) == 1
        assert await listing.retry(conn, clock.now(), dead[1].id) == 0
        assert await listing.discard(conn) == 1
        assert [job.state for job in await listing.list_jobs(conn)] == ["waiting"]


async def test_one_of_a_key_waits_while_one_runs(place: Workplace) -> None:
    assert await put(place, "note", key="a")
    assert await put(place, "note", key="a") is None
    assert await put(place, "note", key="b")
    assert await put(place, "other", key="a")
    running_now = await take(place, most=2)
    assert len(running_now) == 2
    assert await put(place, "note", key="a"), "what runs may have read what has changed since"
    assert await take(place, "another") == [], "two of one key never run at once"
    async with place.pool.connection() as conn:
        assert await queue.fail(conn, running_now[0], "no", place.now()) is False
    waiting = await rows(place.pool, "SELECT count(*) FROM job_listed WHERE kind = 'note' AND state = 'waiting'")
    assert waiting == [(1,)], "the one that failed left its place to the newer one"


async def test_retrying_everything_leaves_one_of_a_key(place: Workplace) -> None:
    for _ in range(3):
        await put(place, "note", key="a", max_attempts=1)
        (job,) = await take(place)
        async with place.pool.connection() as conn:
            assert await queue.fail(conn, job, "no", place.now())
    async with place.pool.connection() as conn:
        assert await listing.retry(conn, place.now()) == 1
        assert await listing.retry(conn, place.now()) == 0
        assert await listing.discard(conn) == 2


async def test_a_lease_that_ran_out_is_taken_and_the_late_one_changes_nothing(
    place: Workplace, clock: SettableClock
) -> None:
    await put(place, "note", max_attempts=2)
    (first,) = await take(place, "slow", lease_s=30)
    assert await take(place, "quick") == []
    clock.advance(seconds=31)
    (second,) = await take(place, "quick")
    assert (second.id, second.attempts) == (first.id, 2)
    async with place.pool.connection() as conn:
        assert not await queue.finish(conn, first, clock.now())
        await queue.fail(conn, first, "late", clock.now())
        await queue.give_back(conn, first, clock.now())
        assert await queue.renew(conn, "slow", [first.id], clock.now()) == set()
        assert await queue.finish(conn, second, clock.now())


async def test_a_job_that_kills_its_process_every_time_is_given_up(place: Workplace, clock: SettableClock) -> None:
    await put(place, "note", max_attempts=2)
    for _ in range(2):
        assert len(await take(place, lease_s=1)) == 1
        clock.advance(seconds=2)
    assert await take(place) == []
    assert "died" in str(await ask(place.pool, "SELECT last_error FROM job WHERE dead_at IS NOT NULL"))


async def test_leases_are_renewed_while_working(place: Workplace, clock: SettableClock) -> None:
    """By another clock the lease would have run out many times; the other runner never gets the job."""
    ends, runs = asyncio.Event(), []

    async def work(_place: Workplace, _payload: dict[str, Any]) -> None:
        runs.append(1)
        await ends.wait()

    await put(place, "note")
    kinds, pace = {"note": Kind(work)}, Pace(lease_s=0.3, poll_s=0.02)
    async with running(place, kinds, pace=pace), running(place, kinds, pace=pace):
        await until(place.pool, "SELECT lease_until IS NOT NULL FROM job")
        for _ in range(5):
            ends_at = await ask(place.pool, "SELECT lease_until FROM job")
            clock.advance(seconds=0.2)
            await until(place.pool, f"SELECT lease_until > '{ends_at}' FROM job")
        ends.set()
        await until(place.pool, NONE_LEFT, 0)
    assert runs == [1]


async def test_stopping_lets_quick_ones_finish_and_gives_slow_ones_back(place: Workplace) -> None:
    began, quick_may_end, ended = asyncio.Semaphore(0), asyncio.Event(), []

    async def quick(_place: Workplace, _payload: dict[str, Any]) -> None:
        began.release()
        await quick_may_end.wait()
        ended.append("quick")

    async def slow(_place: Workplace, _payload: dict[str, Any]) -> None:
        began.release()
        await asyncio.Event().wait()

    await put(place, "quick")
    await put(place, "slow")
    async with running(place, {"quick": Kind(quick), "slow": Kind(slow)}, pace=QUICK):
        await began.acquire()
        await began.acquire()
        asyncio.get_running_loop().call_later(0.1, quick_may_end.set)
    assert ended == ["quick"]
    listed = await rows(place.pool, "SELECT kind, state, attempts FROM job_listed ORDER BY kind")
    assert listed == [("quick", "done", 1), ("slow", "waiting", 0)]


async def test_what_takes_too_long_is_cut(place: Workplace) -> None:
    async def forever(_place: Workplace, _payload: dict[str, Any]) -> None:
        await asyncio.Event().wait()

    await put(place, "note")
    async with running(place, {"note": Kind(forever, limit_s=0.05)}):
        await until(place.pool, "SELECT last_error FROM job", "Not done within 0.05 s")


@pytest.mark.expects_log("jobs wait", "discarding closed connection")
async def test_jobs_go_on_after_the_database_was_away(
    place: Workplace, database_url: str, clock: SettableClock, tmp_path: Path
) -> None:
    noting = Noting()
    async with open_pool(f"{database_url}&application_name=jobs") as pool:
        theirs = await make_place(pool, clock, tmp_path)
        async with running(theirs, {"note": Kind(noting)}):
            await put(place, "note", {"n": 1})
            await until(place.pool, NONE_LEFT, 0)
            cut = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'jobs'"
            assert await ask(place.pool, cut)
            await put(place, "note", {"n": 2})
            await until(place.pool, NONE_LEFT, 0)
    assert noting.seen == [1, 2]


def test_waits_double_and_scatter() -> None:
    random.seed(7)
    for attempts, most_s in ((1, 4), (5, 64), (20, 3600), (10**6, 3600)):
        waits = [queue.backoff(attempts).total_seconds() for _ in range(500)]
        assert 0 <= min(waits) < most_s * 0.1
        assert most_s * 0.9 < max(waits) <= most_s
