"""The place where packages are made: the sources of one commit, and an environment with nothing but what is needed."""

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import parts_list

ROOT = Path(__file__).resolve().parent.parent
PLACES = ("desktop", "sync", "server_stub", "resources", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md")
TOOLS = ("pyinstaller", "nfpm", "setuptools")
BASE_PYTHON = str(getattr(sys, "_base_executable", None) or sys.executable)


class Failed(Exception):
    """A step did not do its work, or a check found something; the text says what."""


def say(text: str) -> None:
    """Show progress, beside the output."""
    print(f"› {text}", file=sys.stderr, flush=True)


def run(command: Sequence[object], **extra: str) -> str:
    """Run a step and give its standard output; raises Failed with its last words."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=ROOT, env=os.environ | extra, capture_output=True, text=True)
    if done.returncode:
        raise Failed(f"{' '.join(words[:6])} ended with {done.returncode}:\n{(done.stderr or done.stdout)[-4000:]}")
    return done.stdout


@dataclass(frozen=True)
class Workshop:
    """One build: `commit` is packed, `place` holds everything made on the way."""

    place: Path
    commit: str
    release: bool = False

    @property
    def source(self) -> Path:
        """The sources of the commit."""
        return self.place / "source"

    @property
    def python(self) -> Path:
        """The interpreter of the environment that packages are made from."""
        return self.place / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @cached_property
    def version(self) -> str:
        """The version, which stands in one place alone."""
        return str(tomllib.loads((self.source / "pyproject.toml").read_text("utf-8"))["project"]["version"])

    @cached_property
    def epoch(self) -> str:
        """When the commit was made, in seconds: every time in the packages."""
        return run(["git", "show", "-s", "--format=%ct", self.commit]).strip()

    @property
    def steady(self) -> dict[str, str]:
        """Variables that make two builds of one commit alike, and keep the tree that this runs in out of them."""
        alike = {"SOURCE_DATE_EPOCH": self.epoch, "PYTHONHASHSEED": "0", "TZ": "UTC"}
        return alike | {"PYTHONPATH": "", "PYTHONSAFEPATH": "1"}

    def export(self) -> None:
        """Lay out the sources as they were committed; what is not committed stays out."""
        if changed := run(["git", "status", "--porcelain", "--", *PLACES]).strip():
            say(f"not committed and left out: {len(changed.splitlines())} changed files")
        archive = self.place / "source.zip"
        run(["git", "archive", "--format=zip", "--output", archive, self.commit, "--", *PLACES])
        for old in (self.source, self.place / "wheel"):
            shutil.rmtree(old, ignore_errors=True)
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(self.source)

    def equip(self, *roots: str) -> None:
        """Make the environment from the lock, with hashes and wheels alone, and install the wheel of the project."""
        wanted = parts_list.lock_of(parts_list.needed(*roots, *TOOLS), ROOT / "requirements.lock")
        lock, done = self.place / "workshop.lock", self.place / "venv" / "workshop.lock"
        pip = [*self.pip(), "install", "--no-deps"]
        if not done.exists() or done.read_text("utf-8") != wanted:
            say(f"environment with what {', '.join(roots)} need")
            run([BASE_PYTHON, "-m", "venv", "--without-pip", "--clear", self.place / "venv"])
            lock.write_text(wanted, "utf-8")
            run([*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", lock], **self.steady)
            shutil.copy(lock, done)
        run([*pip, "--force-reinstall", self.wheel()], **self.steady)

    def pip(self) -> list[object]:
        """How pip works on the environment, which has none of its own."""
        return [BASE_PYTHON, "-m", "pip", "--python", self.python, "--disable-pip-version-check", "--no-input"]

    def wheel(self) -> Path:
        """The project's wheel, built once from the exported sources."""
        made = self.place / "wheel"
        if not list(made.glob("*.whl")):
            run(
                [*self.pip(), "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", made, self.source],
                **self.steady,
            )
        return next(made.glob("*.whl"))
