"""The link to the centre: nothing that goes wrong in it may end the till."""

import asyncio

import pytest

from desktop.linking import keep_running


async def test_a_bug_in_the_engine_is_told_and_the_engine_begins_again() -> None:
    runs, told, third = [], list[Exception](), asyncio.Event()

    async def run() -> None:
        runs.append(len(runs))
        if len(runs) == 3:
            third.set()
            await asyncio.Event().wait()
        raise KeyError("an answer nobody expected")

    task = asyncio.create_task(keep_running(run, told.append, pause_s=0.0))
    await asyncio.wait_for(third.wait(), 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [type(error) for error in told] == [KeyError, KeyError]
