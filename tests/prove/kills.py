"""`kill -9` at random moments of starting, selling and pushing; what was acknowledged is there once, on both sides."""

import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from server_stub.embedded.postgres import running_url
from server_stub.launch import Launched, launched_centre
from tests.figures import Figures, centre_figures
from tests.prove import living
from tests.prove.forks import fork, in_child
from tests.prove.living import InHand, Manner, Settled

SLOW_START_MS = 3000
OPENING_S = 0.35
"""About what a start takes: the share of kills that fall into it is drawn over this time."""
WORKING_S = (0.05, 0.15, 0.6)
"""How long it may work before it is killed: one is chosen, the moment is drawn from it."""
NEVER_UP_S = 60.0
SAY_EVERY = 100


@dataclass
class Verdict:
    """What was told to the world, and what was found wrong afterwards."""

    kills: int = 0
    in_start: int = 0
    sold: set[str] = field(default_factory=set)
    voided: set[str] = field(default_factory=set)
    z_numbers: set[int] = field(default_factory=set)
    acked_seq: int = 0
    slowest_ms: int = 0
    seconds: float = 0.0
    unsaid: int = 0
    lost: set[str] = field(default_factory=set)
    bad: list[str] = field(default_factory=list)
    settled: Settled | None = None

    def __str__(self) -> str:
        end = self.settled
        kept = str(end.figures) if end else "nothing settled"
        return (
            f"{self.kills} kills ({self.in_start} while starting, {self.kills / max(self.seconds, 0.001):.1f}/s), "
            f"{len(self.sold)} sales acknowledged, {self.unsaid} saved but unsaid, {kept} at both ends, "
            f"slowest start {self.slowest_ms} ms, {len(self.bad)} bad {'; '.join(self.bad[:3])}"
        ).rstrip()


@contextmanager
def shop() -> Iterator[tuple[Path, Path, Launched]]:
    """A centre with an enrolled terminal that has a shift open: the terminal's folder, the centre's, the centre."""
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    folder.chmod(0o711)  # PostgreSQL's own account has to pass when this is root
    try:
        with launched_centre(folder / "centre") as centre:
            till = folder / "till"
            in_child(lambda: living.prepare(till, folder / "centre", centre.address))
            in_child(lambda: living.list_modules(till))
            living.preload(till)
            yield till, folder / "centre", centre
    finally:
        shutil.rmtree(folder)


def run(kills: int, seed: int, *, hasty: bool = False) -> Verdict:
    """Kill a selling terminal so many times and compare what is left with what it had told.

    A hasty one thanks before it commits: the control that shows what this proof sees.
    """
    verdict = Verdict()
    with shop() as (till, centre, _):
        kill_often(till, kills, random.Random(seed), verdict, hasty=hasty)
        compare(till, centre, verdict)
    return verdict


def kill_often(till: Path, kills: int, rng: random.Random, verdict: Verdict, *, hasty: bool = False) -> None:
    """Start the terminal and kill it, again and again."""
    began, in_hand = time.monotonic(), InHand()
    for done in range(1, kills + 1):
        in_hand = kill_one(till, rng, in_hand, verdict, hasty=hasty)
        if done % SAY_EVERY == 0:
            sys.stderr.write(f"{done} kills, {len(verdict.sold)} sales, {len(verdict.bad)} bad\n")
    verdict.seconds += time.monotonic() - began


def kill_one(till: Path, rng: random.Random, in_hand: InHand, verdict: Verdict, *, hasty: bool) -> InHand:
    """Start the terminal, let it work for a random while, kill it; gives the cart that it had in hand by its word."""
    heard, child = start_terminal(till, random.Random(rng.getrandbits(32)), in_hand, Manner(hasty=hasty))
    early = rng.random() < 0.2
    lines = listen(heard, rng.uniform(0, OPENING_S) if early else NEVER_UP_S, stop_at="" if early else "up")
    if not early:
        lines += listen(heard, rng.uniform(0, rng.choice(WORKING_S)))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    lines += listen(heard, NEVER_UP_S)
    os.close(heard)
    verdict.kills += 1
    verdict.in_start += "up" not in lines[0:1][0] if lines else True
    if not os.WIFSIGNALED(status):
        verdict.bad.append(f"kill {verdict.kills}: the terminal ended by itself")
    return take_in(lines, in_hand, verdict)


def start_terminal(till: Path, rng: random.Random, in_hand: InHand, manner: Manner) -> tuple[int, int]:
    """Start a terminal at work; gives the pipe on which it is heard, and its process id. It ends with its parent."""
    heard, told = os.pipe()
    began_s = time.monotonic()

    def live() -> None:
        os.close(heard)
        living.live(till, told, rng, in_hand, began_s, manner)

    child = fork(live)
    os.close(told)
    return heard, child


def listen(pipe: int, within_s: float, stop_at: str | None = None) -> list[str]:
    """Read whole lines until the time is over, a line begins with `stop_at`, or nobody writes any more."""
    deadline, data = time.monotonic() + within_s, b""
    while (left := deadline - time.monotonic()) > 0:
        if not select.select([pipe], [], [], left)[0]:
            break
        part = os.read(pipe, 65536)
        data += part
        if not part or (stop_at and data.startswith(stop_at.encode())):
            break
    return data.decode().splitlines()


def take_in(lines: list[str], in_hand: InHand, verdict: Verdict) -> InHand:
    """Note what the terminal said; gives the cart in hand after it."""
    for line in lines:
        word, _, rest = line.partition(" ")
        match word:
            case "up":
                verdict.slowest_ms = max(verdict.slowest_ms, int(rest))
            case "line":
                cart_id, quantity_milli = rest.split()
                in_hand = InHand(cart_id, int(quantity_milli))
            case "sold":
                verdict.sold.add(rest)
                in_hand = InHand()
            case "void":
                verdict.voided.add(rest)
            case "shift":
                verdict.z_numbers.add(int(rest))
            case "acked":
                verdict.acked_seq = max(verdict.acked_seq, int(rest))
            case _:
                verdict.bad.append(line)
    return in_hand


_CASES = """
SELECT kind, min(subject), count(*) FROM cases WHERE closed_at IS NULL AND kind <> 'stock.negative' GROUP BY kind
"""
"""Goods of this shop are sold without end and seldom booked in: that they are below zero is so, and no trouble."""


def compare(till: Path, centre: Path, verdict: Verdict) -> None:
    """Hand in what is left; then nothing told may be missing, nothing may be there twice, and all sums are equal."""
    in_child(lambda: living.settle_all(till))
    end = verdict.settled = living.read_settled(till)
    url = running_url(centre)
    assert url is not None
    with psycopg.connect(url) as connection:
        there = {str(row[0]) for row in connection.execute("SELECT sale_id FROM sale").fetchall()}
        voids = {str(row[0]) for row in connection.execute("SELECT void_id FROM sale WHERE void_id IS NOT NULL")}
        cases = connection.execute(_CASES).fetchall()
    here = set(end.sale_ids)
    verdict.unsaid, verdict.lost = len(here - verdict.sold), verdict.sold - here
    figures, problems = centre_words(till, centre)
    wrong = {
        f"sales lost at the terminal: {sorted(verdict.lost)[:3]}": verdict.lost,
        f"voids lost: {sorted(verdict.voided - set(end.void_ids))[:3]}": verdict.voided - set(end.void_ids),
        "shift closings lost": verdict.z_numbers - set(end.z_numbers),
        f"sales lost at the centre: {sorted(here - there)[:3]}": here - there,
        f"sales only at the centre: {sorted(there - here)[:3]}": there - here,
        "other voids at the centre": voids ^ set(end.void_ids),
        "a receipt number twice": len(end.receipts) != len(set(end.receipts)),
        "more unsaid sales than kills": verdict.unsaid > verdict.kills + 1,
        "the centre confirmed more than there is": verdict.acked_seq > end.figures.entries,
        f"chain: {end.chain}": end.chain,
        f"{end.unsent} entries unsent": end.unsent,
        f"{end.incarnations} incarnations": end.incarnations != 1,
        f"figures differ: {figures} there, {end.figures} here": figures != end.figures,
        f"centre: {problems}": problems,
        f"open cases: {cases}": cases,
        f"a start took {verdict.slowest_ms} ms": verdict.slowest_ms >= SLOW_START_MS,
    }
    verdict.bad += [text for text, is_wrong in wrong.items() if is_wrong]


def centre_words(till: Path, centre: Path) -> tuple[Figures, list[str]]:
    """Give what the centre's `stats` and `verify` say: its figures of this terminal, and its problems."""
    office = living.office_of(centre)
    before = json.loads((till / living.BEFORE).read_text())
    stats = office.do("stats")
    problems = [str(problem) for problem in office.run("verify").json["problems"]]
    problems += [f"{stats['quarantine']} in quarantine"] if stats["quarantine"] else []
    return centre_figures(stats).since(centre_figures(before)), problems
