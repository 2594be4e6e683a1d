"""Guessing a PIN takes for ever: over restarts, with the clock set, and with a data file put back."""

import shutil
from pathlib import Path

import pytest

from desktop.domain.lockout import FREE_TRIES
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Right
from desktop.operations import staff
from desktop.operations.terminal import Terminal
from tests.edges import SettableClock
from tests.prove import guesses
from tests.prove.guesses import open_tries, put_back
from tests.prove.guesses import try_pin as outcome
from tests.terminals import PIN, build_terminal, reopen_terminal

GUESSES = 2_000
"""`make prove` takes 100,000."""


@pytest.fixture
def till(tmp_path: Path, clock: SettableClock) -> Terminal:
    return build_terminal(tmp_path, clock, tries=open_tries(tmp_path))


def miss(terminal: Terminal, times: int = FREE_TRIES) -> None:
    assert {outcome(terminal, "0000") for _ in range(times)} == {"staff.wrong_pin"}


def test_after_five_wrong_pins_each_further_one_waits_longer(till: Terminal, clock: SettableClock) -> None:
    miss(till)
    for wait_s in (60, 120, 240):
        clock.advance(seconds=wait_s - 1)
        assert outcome(till, PIN) == "staff.wait"
        clock.advance(seconds=1)
        miss(till, 1)
    assert outcome(till, PIN, "mira") == "mira", "only who guessed wrong waits"
    clock.advance(hours=1)
    assert outcome(till, PIN) == "anna"
    miss(till, FREE_TRIES - 1)
    assert outcome(till, PIN) == "anna", "the right PIN begins anew"
    till.database.close()


def test_guessing_at_a_grant_counts_as_at_a_sign_in(till: Terminal) -> None:
    for _ in range(FREE_TRIES):
        with pytest.raises(Refusal, match="wrong"):
            staff.grant(till, "anna", "0000", Right.OPEN_DRAWER)
    assert outcome(till, PIN) == "staff.wait"
    till.database.close()


def test_a_clock_that_is_set_opens_nothing(till: Terminal, clock: SettableClock) -> None:
    miss(till)
    for years in (+10, -20, +10):
        clock.instant = clock.instant.replace(year=clock.instant.year + years)
        assert outcome(till, PIN) == "staff.wait"
    till.database.close()


def test_a_restart_of_program_or_machine_shortens_nothing(tmp_path: Path, till: Terminal, clock: SettableClock) -> None:
    miss(till)
    till.database.close()
    for up_s in (clock.up_s + 59, 5.0):  # the program; then the machine, which counts from its start
        clock.up_s = up_s
        again = reopen_terminal(tmp_path, clock, tries=open_tries(tmp_path))
        assert outcome(again, PIN) == "staff.wait"
        again.database.close()
    clock.advance(seconds=60)
    again = reopen_terminal(tmp_path, clock, tries=open_tries(tmp_path))
    assert outcome(again, PIN) == "anna"
    again.database.close()


@pytest.mark.parametrize("name", ["journal.db", "secrets.bin", "wrapped.bin"])
def test_a_file_put_back_undoes_nothing(tmp_path: Path, till: Terminal, clock: SettableClock, name: str) -> None:
    miss(till, 1)
    till.database.close()
    early = tmp_path / "early"
    shutil.copy(tmp_path / name, early)
    for _ in range(FREE_TRIES - 1):  # one wrong try, and the file of before it again
        again = reopen_terminal(tmp_path, clock, tries=open_tries(tmp_path))
        miss(again, 1)
        again.database.close()
        put_back(tmp_path, name, early)
    again = reopen_terminal(tmp_path, clock, tries=open_tries(tmp_path))
    assert outcome(again, PIN) == "staff.wait"
    again.database.close()


def test_who_came_in_stays_forgiven_after_a_restart(tmp_path: Path, till: Terminal, clock: SettableClock) -> None:
    miss(till, FREE_TRIES - 1)
    assert outcome(till, PIN) == "anna"
    till.database.close()
    again = reopen_terminal(tmp_path, clock, tries=open_tries(tmp_path))
    miss(again, FREE_TRIES - 1)
    assert outcome(again, PIN) == "anna"
    again.database.close()


def test_guesses_by_the_thousand_try_a_handful_of_pins(tmp_path: Path) -> None:
    verdict = guesses.guess(tmp_path, GUESSES)
    assert verdict.good, str(verdict)
    assert verdict.compared >= 2 * FREE_TRIES, "the proof did try"
