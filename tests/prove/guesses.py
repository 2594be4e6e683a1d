"""PINs are guessed at the sign-in of a terminal: program and machine restarted, clock set, data file put back."""

import shutil
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from desktop.domain.refusal import Refusal
from desktop.operations import staff
from desktop.operations.terminal import Terminal
from desktop.station import KeptTries
from sync.secret_file import FileStore
from sync.secrets import Secrets
from tests.edges import OPENING, SettableClock
from tests.terminals import PIN, build_terminal, reopen_terminal

PACE_S = 0.1
"""A guess every tenth of a second, as a script types."""
TRICKS = 6
"""So many times in all something is restarted, set or put back."""


@dataclass
class Verdict:
    """Guesses, how many of them were compared with a PIN at all (the others had to wait), how large the tries grew."""

    guesses: int = 0
    compared: int = 0
    otherwise: int = 0
    largest_bytes: int = 0

    @property
    def good(self) -> bool:
        """A day of guessing is worth some dozens of PINs of 10,000, and made-up names fill nothing."""
        return self.compared <= 60 and not self.otherwise and self.largest_bytes < 300

    def __str__(self) -> str:
        told = f"{self.guesses} guesses, {self.compared} compared, {self.otherwise} ended otherwise"
        return f"{told}; the tries took {self.largest_bytes} bytes at most"


def run(guesses: int) -> Verdict:
    """Guess on a terminal of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return guess(Path(folder), guesses)


def guess(folder: Path, guesses: int) -> Verdict:
    """Guess every PIN but the right one, each tenth time for a name that nobody has."""
    clock, verdict = SettableClock(), Verdict(guesses)
    build_terminal(folder, clock).database.close()
    shutil.copy(folder / "journal.db", folder / "early")
    till = reopen_terminal(folder, clock, tries=open_tries(folder))
    for at in range(guesses):
        if at and at % (guesses // TRICKS) == 0:
            till = _trick(folder, clock, till, at // (guesses // TRICKS))
        pin = f"{at % 10_000:04d}"
        outcome = try_pin(till, "0000" if pin == PIN else pin, f"anna{at}" if at % 10 == 0 else "anna")
        verdict.compared += outcome == "staff.wrong_pin"
        verdict.otherwise += outcome not in ("staff.wrong_pin", "staff.wait")
        verdict.largest_bytes = max(verdict.largest_bytes, len(till.tries.read() if till.tries else b""))
        clock.up_s += PACE_S
    till.database.close()
    return verdict


def open_tries(folder: Path) -> KeptTries:
    """What a start of the program reads anew, from the files themselves."""
    return KeptTries(Secrets(FileStore(folder / "secrets.bin", b"m"), FileStore(folder / "wrapped.bin", b"m"), ""))


def try_pin(terminal: Terminal, pin: str, login: str = "anna") -> str:
    """What a try ends in: the code of the refusal, or the login of who came in."""
    try:
        return staff.sign_in(terminal, login, pin).login
    except Refusal as refusal:
        return refusal.code


def put_back(folder: Path, name: str, earlier: Path) -> None:
    """Put an earlier copy of a file in its place, while the program does not run."""
    for part in folder.glob(name + "-*"):
        part.unlink()
    shutil.copy(earlier, folder / name)


def _trick(folder: Path, clock: SettableClock, till: Terminal, turn: int) -> Terminal:
    """Close the program; put the data file back, set the clock either way, or start the machine anew; open it."""
    till.database.close()
    clock.instant = OPENING + timedelta(days=3650 * (turn % 3 - 1))
    if turn % 2:
        put_back(folder, "journal.db", folder / "early")
    else:
        clock.up_s = 5.0
    return reopen_terminal(folder, clock, tries=open_tries(folder))
