"""The five sounds of the till: taken, look here, unknown, too many, stop.

They never hold anything up, and every one of them has something to see beside it.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QThreadPool

from resources.files import resource

Sound = Literal["ok", "attention", "unknown", "over", "stop"]
NOT_TAKEN = frozenset({"unknown", "over", "stop"})
"""What sounds when a scan was not taken."""
_PLAYERS = (("paplay",), ("pw-play",), ("aplay", "-q"))
_LONGEST_S = 5


def find_player() -> tuple[str, ...] | None:
    """The command of this system that plays a file, None if there is none (Windows needs none)."""
    for command, *arguments in _PLAYERS:
        found = shutil.which(command)
        if found:
            return (found, *arguments)
    return None


class Sounds:
    """Plays in two threads of its own; when both are busy, an `ok` is left out and a `stop` waits its turn."""

    def __init__(self, *, enabled: bool = True, player: Sequence[str] | None = None) -> None:
        self.enabled = enabled
        self.last: Sound | None = None
        self._player = tuple(player) if player is not None else find_player()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(2)

    def play(self, sound: Sound) -> None:
        """Play and return at once; silent when switched off or where nothing can play. `last` is what it was."""
        self.last = sound
        if not self.enabled or (self._player is None and sys.platform != "win32"):
            return
        path = resource("sounds", f"{sound}.wav")
        if sound == "ok":
            self._pool.tryStart(lambda: self._play_file(path))
        else:
            self._pool.start(lambda: self._play_file(path))

    def finish(self) -> None:
        """Wait for what still sounds."""
        self._pool.waitForDone(_LONGEST_S * 1000)

    def _play_file(self, path: Path) -> None:
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
        elif self._player is not None:
            _run((*self._player, str(path)))


def _run(command: Sequence[str]) -> None:
    """A till without loudspeaker is a till: a player that fails or hangs is left alone."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with child:
        try:
            child.wait(_LONGEST_S)
        except subprocess.TimeoutExpired:
            child.kill()
