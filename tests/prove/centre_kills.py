"""The centre dies by `kill -9` with its PostgreSQL in the middle of pushes and comes back; the terminal sells on."""

import contextlib
import os
import random
import select
import signal
import time
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from server_stub.launch import Launched, launch_centre
from tests.prove.kills import Verdict, compare, listen, shop, start_terminal, take_in
from tests.prove.living import InHand, Manner

PAUSE_S = 0.02
"""Between two sales, so that pushes and sales overlap all the time."""

AGAIN_WITHIN_S = 120.0


def run(kills: int, seed: int) -> Verdict:
    """Kill a centre that is being pushed to so many times, and compare both ends when it is back."""
    verdict = Verdict()
    with shop() as (till, folder, centre):
        centre = batter(till, folder, centre, kills, random.Random(seed), verdict)
        compare(till, folder, verdict)
        centre.stop()
    return verdict


def batter(till: Path, folder: Path, centre: Launched, kills: int, rng: random.Random, verdict: Verdict) -> Launched:
    """Have the terminal sell while the centre is killed and started again so often; gives the last centre."""
    began = time.monotonic()
    heard, child = start_terminal(till, random.Random(rng.getrandbits(32)), InHand(), Manner(pause_s=PAUSE_S))
    for _ in range(kills):
        _wait_for_push(heard, verdict)
        take_in(listen(heard, rng.uniform(0, 0.6)), InHand(), verdict)
        kill_whole(centre)
        verdict.kills += 1
        centre = launch_centre(folder, port=_port(centre))
    _wait_for_push(heard, verdict)
    verdict.seconds += time.monotonic() - began
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        verdict.bad.append("the terminal ended by itself")
    take_in(listen(heard, AGAIN_WITHIN_S), InHand(), verdict)
    os.close(heard)
    return centre


def _wait_for_push(heard: int, verdict: Verdict) -> None:
    """Wait until the centre has confirmed something new; the terminal has to find it again by itself."""
    before, deadline = verdict.acked_seq, time.monotonic() + AGAIN_WITHIN_S
    while verdict.acked_seq == before:
        if time.monotonic() > deadline:
            raise TimeoutError("nothing was confirmed any more")
        select.select([heard], [], [], 1.0)
        take_in(listen(heard, 0.01), InHand(), verdict)


def kill_whole(centre: Launched) -> None:
    """Kill the centre and every process of its PostgreSQL at once, as a power cut does."""
    parent = psutil.Process(centre.process.pid)
    every = [parent, *parent.children(recursive=True)]
    for process in every:
        with contextlib.suppress(psutil.NoSuchProcess):  # its postmaster is gone, it may have followed by itself
            process.kill()
    centre.process.wait()
    psutil.wait_procs(every, timeout=30)
    if centre.process.stdout is not None:
        centre.process.stdout.close()


def _port(centre: Launched) -> int:
    return urlsplit(centre.address).port or 0
