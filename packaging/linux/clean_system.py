"""A clean Debian in a folder, as a machine that has never seen the program; it is gone when the script ends."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PERSON = "anna"
QUIET = {
    "DEBIAN_FRONTEND": "noninteractive",
    "LC_ALL": "C.UTF-8",
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "TERM": "dumb",
}


class Broken(Exception):
    """A step did not end as it should; the text has its words."""


def enter_own_mounts() -> None:
    """Start this script again where its mounts are its own; the system takes them down when it ends."""
    if os.geteuid():
        sys.exit("this needs root: it makes a system of its own in a folder (sudo)")
    if os.environ.get("ECKWMS_OWN_MOUNTS") != "1":
        os.environ["ECKWMS_OWN_MOUNTS"] = "1"
        os.execvp("unshare", ["unshare", "--mount", "--propagation", "private", sys.executable, *sys.argv])


@contextmanager
def clean_system(suite: str) -> Iterator["System"]:
    """Make a minimal Debian with one person on it; needs mmdebstrap."""
    if not shutil.which("mmdebstrap"):
        sys.exit("mmdebstrap is missing: apt-get install mmdebstrap")
    folder = Path(tempfile.mkdtemp(prefix="eckwms-clean-"))
    try:
        folder.chmod(0o755)
        command = [
            "mmdebstrap",
            "--mode=root",
            "--variant=minbase",
            "--include=ca-certificates",
            suite,
            str(folder / "root"),
        ]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise Broken(done.stderr[-3000:])
        system = System(folder / "root")
        system.prepare()
        yield system
    finally:
        for mount in ("proc", "dev/pts"):
            subprocess.run(["umount", "-q", folder / "root" / mount], check=False)
        shutil.rmtree(folder, ignore_errors=True)


class System:
    """The system in the folder: commands of its administrator and of the person at the till."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def prepare(self) -> None:
        """Mount what programs expect, copy how this machine reaches its packages, and make the person."""
        subprocess.run(["mount", "-t", "proc", "proc", self.root / "proc"], check=True)
        (self.root / "dev/pts").mkdir(exist_ok=True)
        options = "newinstance,ptmxmode=0666,mode=620"
        subprocess.run(["mount", "-t", "devpts", "-o", options, "devpts", self.root / "dev/pts"], check=True)
        ptmx = self.root / "dev/ptmx"
        ptmx.unlink(missing_ok=True)
        ptmx.symlink_to("pts/ptmx")
        if Path("/etc/resolv.conf").exists():
            shutil.copy("/etc/resolv.conf", self.root / "etc/resolv.conf")
        self.run("useradd", "--create-home", "--home-dir", f"/srv/{PERSON}", PERSON)
        self.run("apt-get", "update", "-q")

    def take(self, file: Path) -> str:
        """Copy a file to where apt can read it; gives its path inside."""
        shutil.copy(file, self.root / "var/cache" / file.name)
        return f"/var/cache/{file.name}"

    def run(self, *words: str, code: int = 0, **extra: str) -> str:
        """Run a command as root. Raises Broken when it does not end with `code`."""
        return self._told(["chroot", str(self.root), *words], QUIET | extra, code)

    def person(self, *words: str, code: int = 0, stdin: str = "", **extra: str) -> str:
        """Run a command as the person at the till, at a machine with no screen and no keyring."""
        return self._told([*self._as_person(), *words], self.home_of_person() | extra, code, stdin)

    def begin(self, *words: str) -> subprocess.Popen[bytes]:
        """Start a program of the person that stays."""
        command = [*self._as_person(), *words]
        return subprocess.Popen(
            command, env=self.home_of_person(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def home_of_person(self) -> dict[str, str]:
        """The variables of the person's session."""
        return QUIET | {"HOME": f"/srv/{PERSON}", "QT_QPA_PLATFORM": "offscreen", "ECKWMS_SECRETS": "file"}

    def path(self, inside: str) -> Path:
        """Where a path of the system lies outside of it."""
        return self.root / inside.lstrip("/")

    def _as_person(self) -> list[str]:
        return ["chroot", f"--userspec={PERSON}:{PERSON}", str(self.root)]

    def _told(self, command: Sequence[str], environment: dict[str, str], code: int, stdin: str = "") -> str:
        done = subprocess.run(command, env=environment, input=stdin, capture_output=True, text=True, timeout=1200)
        if done.returncode != code:
            shown = " ".join(command[2:])
            raise Broken(
                f"{shown} ended with {done.returncode}, not {code}:\n{done.stdout[-2000:]}{done.stderr[-3000:]}"
            )
        return done.stdout + (done.stderr if code else "")


def until(is_so: Callable[[], object], otherwise: str, limit_s: float = 60) -> None:
    """Ask until it is so. Raises Broken after the limit."""
    end = time.monotonic() + limit_s
    while not is_so():
        if time.monotonic() > end:
            raise Broken(otherwise)
        time.sleep(0.1)


def expect(is_so: bool, otherwise: str) -> None:
    """Raise Broken unless it is so."""
    if not is_so:
        raise Broken(otherwise)


def step(text: str) -> None:
    """Tell what comes."""
    print(f"· {text}", flush=True)
