"""`make prove`: the slow proofs, each with its figures; exits 1 when one does not hold."""

import argparse
import errno
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

import structlog

from tests.prove import (
    api_cases,
    backing_up,
    centre_kills,
    counting,
    cut_pushes,
    disk_faults,
    drill,
    feed_writers,
    guesses,
    histories,
    kills,
    live,
    load,
    poison,
    power_cuts,
    real_input,
    restores,
    shim,
    slow_tests,
    soak,
    storm,
)
from tests.sync import simulation_proof


def main() -> int:
    """Run the proofs that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=", ".join(PROOFS))
    parser.add_argument("--cuts", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=2000, help="of the terminal")
    parser.add_argument("--centre-kills", type=int, default=200)
    parser.add_argument("--schedules", type=int, default=1000)
    parser.add_argument("--histories", type=int, default=300)
    parser.add_argument("--counts", type=int, default=200, help="histories of counts that are decided apart")
    parser.add_argument("--pushes", type=int, default=2000)
    parser.add_argument("--transactions", type=int, default=3200, help="of the eight writers together")
    parser.add_argument("--requests", type=int, default=5000, help="to the HTTP surface, by schemathesis")
    parser.add_argument("--terminals", type=int, default=2000, help="of the crowd; half as many slow callers")
    parser.add_argument("--seconds", type=int, default=60, help="for which the crowd keeps up each rate")
    parser.add_argument("--guesses", type=int, default=100_000, help="of PINs at a terminal")
    parser.add_argument("--entries", type=int, default=10_000, help="of which one in a hundred is poison")
    parser.add_argument("--lines", type=int, default=1000, help="live lines that are cut at once")
    parser.add_argument("--times", type=int, default=200, help="each thing that head office does reaches a till")
    parser.add_argument("--restores", type=int, default=5, help="backups made while terminals push")
    parser.add_argument("--backup-sales", type=int, default=120_000, help="of the till that is backed up as it sells")
    parser.add_argument("--drill-sales", type=int, default=1_000_000, help="of the till whose journal is lost")
    parser.add_argument("--minutes", type=float, default=30, help="of the soak")
    parser.add_argument("--products", type=Path, help="a list with barcode, brand, name, unit, quantity; else invented")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))  # not every request
    shim.restart_under_shim()
    held = True
    for name in asked.names or list(PROOFS):
        began = time.monotonic()
        good, figures = PROOFS[name](asked)
        held &= good
        print(f"{'holds ' if good else 'BROKEN'} {name}: {figures} ({time.monotonic() - began:.0f} s)", flush=True)
    return 0 if held else 1


def prove_power_cuts(asked: argparse.Namespace) -> tuple[bool, str]:
    """Our settings lose nothing; two negative controls must lose something, or the proof sees nothing."""
    ours = power_cuts.run(asked.cuts, asked.seed)
    controls = {mode: power_cuts.run(max(asked.cuts // 10, 50), asked.seed, mode) for mode in ("NORMAL", "OFF")}
    figures = f"EXTRA {ours.bad} bad of {ours.cuts} cuts {ours.first}".rstrip()
    figures += "".join(f"; {mode} {verdict.bad} bad of {verdict.cuts}" for mode, verdict in controls.items())
    return ours.bad == 0 and all(verdict.bad for verdict in controls.values()), figures


def prove_disk_faults(asked: argparse.Namespace) -> tuple[bool, str]:
    """Every write and every sync of six sales fails once, with EIO and with ENOSPC."""
    good, parts = True, []
    for kind, word in (("w", "writes"), ("s", "syncs")):
        for number, name in ((errno.EIO, "EIO"), (errno.ENOSPC, "ENOSPC")):
            verdict = disk_faults.run(kind, number)
            good &= verdict.bad == 0 and verdict.refused > 0
            told = f"{verdict.faults} {word} with {name}: {verdict.refused} refused, {verdict.bad} bad"
            parts.append(f"{told} {verdict.first}".rstrip())
    return good, "; ".join(parts)


def prove_schedules(asked: argparse.Namespace) -> tuple[bool, str]:
    """Client, centre and network in virtual time: after any accidents both sides come to agree."""
    return simulation_proof.prove(asked.schedules, asked.seed * 100_000)


def prove_kills(asked: argparse.Namespace) -> tuple[bool, str]:
    """A terminal is killed at random moments; one that thanks before it commits is the control that must fail."""
    verdict = kills.run(asked.kills, asked.seed)
    control = kills.run(CONTROL_KILLS, asked.seed, hasty=True)
    figures = f"{verdict}; thanked too early: {len(control.lost)} lost of {len(control.sold)}"
    return not verdict.bad and bool(control.lost), figures


def prove_centre_kills(asked: argparse.Namespace) -> tuple[bool, str]:
    """The centre is killed with its PostgreSQL in the middle of pushes."""
    verdict = centre_kills.run(asked.centre_kills, asked.seed)
    return not verdict.bad, str(verdict)


def prove_histories(asked: argparse.Namespace) -> tuple[bool, str]:
    """Disks are restored and cloned: every sale is central exactly once, and somebody is told."""
    verdict = histories.run(asked.histories, asked.seed)
    return verdict.good, str(verdict)


def prove_counting(asked: argparse.Namespace) -> tuple[bool, str]:
    """Two tills count the same, apart and badly; people recount and decide: stock is what is really there."""
    verdict = counting.run(asked.counts, asked.seed)
    return verdict.good, str(verdict)


def prove_cut_pushes(asked: argparse.Namespace) -> tuple[bool, str]:
    """Pushes are cut at a random byte, there or back, and handed in again."""
    verdict = cut_pushes.run(asked.pushes, asked.seed)
    return verdict.good, str(verdict)


def prove_feed_writers(asked: argparse.Namespace) -> tuple[bool, str]:
    """Eight writers overlap: the feed shows every row; polling by id is the control that must miss some."""
    verdict = feed_writers.run(asked.transactions, asked.seed)
    return verdict.good, str(verdict)


CONTROL_KILLS = 40


def prove_real_input(asked: argparse.Namespace) -> tuple[bool, str]:
    """A product list is imported, every row of it is sold by its scan, and both ends count the same."""
    return real_input.prove(asked.products, asked.seed)


def prove_api(asked: argparse.Namespace) -> tuple[bool, str]:
    """The HTTP surface answers as its description says, whatever it is asked."""
    verdict = api_cases.run(asked.requests, asked.seed)
    return not verdict.failures and 500 not in verdict.statuses, api_cases.describe(verdict)


def prove_load(asked: argparse.Namespace) -> tuple[bool, str]:
    """A crowd of terminals trades, rushes, and comes back all at once; slow callers keep nobody waiting."""
    verdict = load.run(asked.terminals, asked.seconds, asked.terminals // 2, asked.seed)
    return verdict.good, str(verdict)


def prove_poison(asked: argparse.Namespace) -> tuple[bool, str]:
    """One entry in a hundred cannot be projected: it waits alone with a case and goes in after the fix."""
    verdict = poison.run(asked.entries, asked.seed)
    return verdict.good, str(verdict)


def prove_backup(asked: argparse.Namespace) -> tuple[bool, str]:
    """A backup made while the till sells is one instant, whole and encrypted; scans and sales go on."""
    verdict = backing_up.run(asked.backup_sales, asked.seed)
    return verdict.good, str(verdict)


def prove_drill(asked: argparse.Namespace) -> tuple[bool, str]:
    """A till loses its journal and its newest backup is damaged: it sells again within five minutes."""
    verdict = drill.run(asked.drill_sales, asked.seed)
    return verdict.good, str(verdict)


def prove_guesses(asked: argparse.Namespace) -> tuple[bool, str]:
    """PINs are guessed over restarts, with the clock set and the data file put back."""
    verdict = guesses.run(asked.guesses)
    return verdict.good, str(verdict)


def prove_storm(asked: argparse.Namespace) -> tuple[bool, str]:
    """All live lines are cut at once and come back spread, while others push."""
    verdict = storm.run(asked.lines, asked.seconds, asked.seed)
    return verdict.good, str(verdict)


def prove_live(asked: argparse.Namespace) -> tuple[bool, str]:
    """Approvals, blocks, messages and requests for bundles reach a till within a second."""
    verdict = live.run(asked.times)
    return verdict.good, str(verdict)


def prove_restores(asked: argparse.Namespace) -> tuple[bool, str]:
    """Backups made in the middle of pushes are restored elsewhere; terminals bring what is missing."""
    verdict = restores.run(asked.restores, asked.seed)
    return verdict.good, str(verdict)


def prove_soak(asked: argparse.Namespace) -> tuple[bool, str]:
    """A centre and a terminal work for half an hour; neither grows."""
    verdict = soak.run(asked.minutes, asked.seed)
    return verdict.good, str(verdict)


def prove_slow(asked: argparse.Namespace) -> tuple[bool, str]:
    """The tests that `make test` leaves out because they take long."""
    return slow_tests.run()


PROOFS: dict[str, Callable[[argparse.Namespace], tuple[bool, str]]] = {
    "power-cuts": prove_power_cuts,
    "disk-faults": prove_disk_faults,
    "schedules": prove_schedules,
    "histories": prove_histories,
    "cut-pushes": prove_cut_pushes,
    "counting": prove_counting,
    "feed-writers": prove_feed_writers,
    "kills": prove_kills,
    "centre-kills": prove_centre_kills,
    "real-input": prove_real_input,
    "api": prove_api,
    "load": prove_load,
    "poison": prove_poison,
    "guesses": prove_guesses,
    "storm": prove_storm,
    "live": prove_live,
    "restores": prove_restores,
    "backup": prove_backup,
    "drill": prove_drill,
    "soak": prove_soak,
    "slow": prove_slow,
}

if __name__ == "__main__":
    sys.exit(main())
