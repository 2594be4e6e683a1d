import asyncio
import contextlib
import threading

import pytest

from sync.worker import Worker


async def test_everything_runs_in_one_other_thread_in_order() -> None:
    worker, done = Worker(), []

    def job(n: int) -> int:
        done.append(n)
        return threading.get_ident()

    threads = set(await asyncio.gather(*(worker(job, n) for n in range(20))))
    await worker.close()
    assert done == list(range(20))
    assert len(threads) == 1
    assert threads != {threading.get_ident()}


async def test_errors_come_to_the_caller() -> None:
    worker = Worker()
    with pytest.raises(ZeroDivisionError):
        await worker(lambda: 1 // 0)
    await worker.close()


async def test_what_has_begun_is_finished_before_the_next() -> None:
    worker, order = Worker(), []
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        go_on.wait()
        order.append("cancelled one")

    task = asyncio.create_task(worker(slow))
    await asyncio.to_thread(begun.wait)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    later = asyncio.create_task(worker(order.append, "next"))
    await asyncio.sleep(0)
    go_on.set()
    await later
    await worker.close()
    assert order == ["cancelled one", "next"]
    with pytest.raises(RuntimeError):
        await worker(order.append, "too late")
