#!/usr/bin/env python3
"""What a newcomer and a build machine run: `python3 tasks.py VERB`, with the standard library only.

Every verb first brings the environment in `.venv` to the committed lock; when it is already there that takes a
fraction of a second. Nothing is asked. Progress goes to stderr, so that a verb's own output stays clean.
Exit codes: 0 done, 1 a check failed, 2 wrong usage, 4 the environment is in the way.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "eckwms-setup.json"
TRIED = VENV / "eckwms-tried.txt"
WINDOWS = os.name == "nt"
PROGRAMS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = PROGRAMS / ("python.exe" if WINDOWS else "python")
BASE_PYTHON = str(getattr(sys, "_base_executable", None) or sys.executable)
OLDEST, NEWEST = (3, 11), (3, 13)
PASSED, FAILED, ENVIRONMENT = 0, 1, 4

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What the Qt wheels load at run time (from ldd, offscreen and xcb), and the Debian package it comes in."""
TEST_PROGRAMS = {"nginx": "nginx-light", "redis-server": "redis-server", "chromium": "chromium"}


class Trouble(Exception):
    """The environment is in the way: what is wrong, and what the reader can do about it."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def say(text: str) -> None:
    """Show progress, beside the verb's own output."""
    print(f"› {text}", file=sys.stderr, flush=True)


def environment(**extra: str) -> dict[str, str]:
    """The variables a verb's program runs with: `.venv` first on PATH, and bytecode is written."""
    path = f"{PROGRAMS}{os.pathsep}{os.environ.get('PATH', '')}"
    ours = {**os.environ, "VIRTUAL_ENV": str(VENV), "PATH": path, **extra}
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH"):
        ours.pop(name, None)
    return ours


def call(command: list[str], remedy: str) -> None:
    """Run one step of the set-up, its output on stderr; Trouble with the remedy when it fails."""
    if subprocess.run(command, cwd=ROOT, env=environment(), stdout=sys.stderr).returncode:
        raise Trouble(f"this step failed: {shlex.join(command)}", remedy)


def become(command: list[str], **extra: str) -> NoReturn:
    """Hand over to the verb's program: its signals, output and exit code are the verb's."""
    if not WINDOWS:
        sys.stderr.flush()
        os.chdir(ROOT)
        os.execve(command[0], command, environment(**extra))
    sys.exit(subprocess.run(command, cwd=ROOT, env=environment(**extra)).returncode)


# ---- set-up --------------------------------------------------------------------------------------------------------


def use_supported_python() -> None:
    """Go on under a Python that the locked packages have wheels for; Trouble when the machine has none."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            sys.exit(subprocess.run([found, *sys.argv]).returncode)
    wanted = f"Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}"
    raise Trouble(f"this is Python {sys.version.split()[0]}", f"install {wanted} and run this again with it")


def loads(library: str) -> bool:
    """Whether the dynamic linker finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages() -> list[str]:
    """The Debian packages that this machine lacks; empty where nothing is missing or it is no Linux."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in LIBRARIES.items() if not loads(library)]
    if not any(Path("/usr/share/fonts").rglob("*.[to]t[fc]")):
        missing.append("fonts-dejavu-core")
    if importlib.util.find_spec("venv") is None:
        missing.append("python3-venv")
    if importlib.util.find_spec("pip") is None and not STAMP.exists() and not uv_command():
        missing.append("python3-pip")
    return missing


def apt_command() -> list[str]:
    """How packages are installed here, empty where they cannot be; daemons that they bring are not started."""
    prefix = [] if os.geteuid() == 0 else ["sudo"]
    if not shutil.which("apt-get") or (prefix and not shutil.which("sudo")):
        return []
    if prefix and not sys.stdin.isatty():
        prefix.append("--non-interactive")
    settings = ["env", "DEBIAN_FRONTEND=noninteractive", "SYSTEMD_OFFLINE=1"]
    quiet = [] if sys.stderr.isatty() else ["-qq", "-o", "Dpkg::Use-Pty=0"]
    return [*prefix, *settings, "apt-get", "--yes", *quiet]


def by_hand(packages: list[str]) -> str:
    """What a person types to install these packages."""
    return shlex.join([*([] if os.geteuid() == 0 else ["sudo"]), "apt-get", "install", *packages])


def install_packages(packages: list[str]) -> None:
    """Install Debian packages; where that is not possible, say what to run and go on."""
    if not (apt := apt_command()):
        return say(f"missing system packages, going on without; by hand: {by_hand(packages)}")
    say(f"system packages: {' '.join(packages)}")
    try:
        call([*apt, "update"], by_hand(packages))
        call([*apt, "install", "--no-install-recommends", *packages], by_hand(packages))
    except Trouble as trouble:
        say(f"{trouble}; going on, by hand: {trouble.remedy}")


def missing_programs() -> dict[str, str]:
    """What tests need and is not here, with its package; nothing where programs do not come by apt."""
    path = f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin"
    wanted = TEST_PROGRAMS if sys.platform.startswith("linux") else {}
    return {name: package for name, package in wanted.items() if not shutil.which(name, path=path)}


def install_programs() -> None:
    """Install what only some tests need, each tried once; what cannot be had is named, and its tests skip."""
    missing = missing_programs()
    tried = set(TRIED.read_text("utf-8").split()) if missing and TRIED.exists() else set()
    packages = [package for name, package in missing.items() if name not in tried]
    if apt := apt_command() if packages else []:
        say(f"programs for tests: {' '.join(packages)}")
        for step in (["update"], *(["install", "--no-install-recommends", package] for package in packages)):
            with contextlib.suppress(Trouble):
                call([*apt, *step], "")
        TRIED.write_text("\n".join(missing), "utf-8")
        missing = missing_programs()
    if missing:
        say(f"tests that need {', '.join(missing)} will be skipped; by hand: {by_hand([*missing.values()])}")


def uv_command() -> list[str]:
    """How uv is called here, an empty list without it."""
    candidates = [[found]] if (found := shutil.which("uv")) else []
    if importlib.util.find_spec("uv") is not None:
        candidates.append([sys.executable, "-m", "uv"])
    for candidate in candidates:
        if subprocess.run([*candidate, "--version"], capture_output=True).returncode == 0:
            return candidate
    return []


def fingerprint() -> dict[str, str]:
    """What the environment was made from; another value means that it has to be made again."""
    project = re.search(r"^\[project\].*?(?=^\[tool)", (ROOT / "pyproject.toml").read_text("utf-8"), re.M | re.S)
    wanted = LOCK.read_bytes() + (project.group().encode() if project else b"")
    return {
        "root": str(ROOT),
        "python": f"{sys.version.split()[0]} {sys.base_prefix}",
        "lock": hashlib.sha256(wanted).hexdigest(),
    }


def stamped() -> dict[str, str]:
    """The fingerprint of the last finished set-up; empty when there was none."""
    try:
        found: dict[str, str] = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def runs(python: Path) -> bool:
    """Whether the environment's interpreter starts and has this Python's version."""
    try:
        told = subprocess.run([python, "-c", "import sys; print(sys.version)"], capture_output=True, text=True)
    except OSError:
        return False
    return told.stdout.strip() == sys.version


def make_environment(found: dict[str, str], wanted: dict[str, str]) -> None:
    """Create `.venv`; an old one is kept if it is of this Python and was made in this folder."""
    moved = bool(found) and any(found.get(name) != wanted[name] for name in ("root", "python"))
    if runs(PYTHON) and not moved:
        return
    say(f"environment: {VENV.name} with Python {sys.version.split()[0]}")
    call([BASE_PYTHON, "-m", "venv", "--without-pip", "--clear", str(VENV)], "install python3-venv")


def install_lock() -> None:
    """Install what the lock names, and the project itself in place, by uv or else by pip; bytecode is compiled."""
    uv = uv_command()
    remedy = "is the network there? Running this again goes on where it stopped"
    packages = ["--require-hashes", "--only-binary", ":all:"]
    project = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    say(f"packages from {LOCK.name}, by {'uv' if uv else 'pip'}")
    if uv:
        into = ["--python", str(PYTHON)]
        call([*uv, "pip", "sync", *into, *packages, "--compile-bytecode", str(LOCK)], remedy)
        call([*uv, "pip", "install", "--quiet", *into, *project], remedy)
        return
    if importlib.util.find_spec("pip") is None:
        raise Trouble("neither uv nor pip is there", "install python3-pip or uv and run this again")
    pip = [BASE_PYTHON, "-m", "pip", "--python", str(PYTHON), "--disable-pip-version-check", "--no-input", "install"]
    call([*pip, "--compile", *packages, "--requirement", str(LOCK)], remedy)
    call([*pip, "--quiet", *project], remedy)


def check_window() -> None:
    """Load what a window needs; Trouble that names the missing library."""
    load = "from PySide6 import QtGui, QtNetwork, QtPrintSupport, QtSvg, QtWidgets"
    told = subprocess.run([PYTHON, "-c", load], env=environment(), capture_output=True, text=True)
    if told.returncode:
        needed = " ".join(missing_packages() or LIBRARIES.values())
        raise Trouble(told.stderr.strip().rpartition("\n")[2], f"have these installed, by Debian's names: {needed}")


def setup() -> None:
    """Bring the environment to the lock; quick when nothing is to do."""
    use_supported_python()
    missing = missing_packages()
    if missing:
        install_packages(missing)
    wanted, found = fingerprint(), stamped()
    if found == wanted and PYTHON.exists():
        return
    STAMP.unlink(missing_ok=True)
    make_environment(found, wanted)
    install_lock()
    check_window()
    STAMP.write_text(json.dumps(wanted, indent=1) + "\n", "utf-8")
    say("environment ready")


# ---- verbs ---------------------------------------------------------------------------------------------------------


def set_up(_: list[str]) -> int:
    """Make the environment in .venv: packages, system libraries, embedded PostgreSQL, console programs."""
    say(f"{PROGRAMS.relative_to(ROOT) / 'eckwms'} and {PROGRAMS.relative_to(ROOT) / 'eckwms-server'} are there")
    return PASSED


def demo(arguments: list[str]) -> int:
    """Open a sample shop with its centre and an enrolled till; without a display, run a whole day headless."""
    shown = not sys.platform.startswith("linux") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if shown or "--headless" in arguments:
        become([str(PROGRAMS / "eckwms"), "demo", *arguments])
    pictures = ROOT / "build" / "demo"
    say(f"no display: the day runs headless, screenshots go to {pictures.relative_to(ROOT)}")
    given = [] if "--screenshots" in arguments else ["--screenshots", str(pictures)]
    command = [str(PROGRAMS / "eckwms"), "demo", "--headless", *given, *arguments]
    become(command, QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"))


def test(arguments: list[str]) -> int:
    """Run the whole suite, more at once than cores since many tests wait, or what pytest's own arguments name."""
    install_programs()
    workers = ["-n", str(min(4, (os.cpu_count() or 1) * 3 // 2)), "--dist=loadfile", "--no-loadscope-reorder"]
    become([str(PYTHON), "-m", "pytest", *(arguments or workers)], QT_QPA_PLATFORM="offscreen")


def lint(_: list[str]) -> int:
    """Check style (ruff), types (mypy --strict) and who imports whom (import-linter)."""
    checks = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"], ["lint-imports"])
    commands = [[str(PROGRAMS / program), *arguments] for program, *arguments in checks]
    failed = [command for command in commands if subprocess.run(command, cwd=ROOT, env=environment()).returncode]
    return FAILED if failed else PASSED


def bench(arguments: list[str]) -> int:
    """Measure against bare drivers and write the table to docs/benchmarks.md."""
    become([str(PYTHON), "-m", "tests.benchmarks", *arguments])


def prove(arguments: list[str]) -> int:
    """Kill, tear and lie: the slow proofs that nothing is lost."""
    become([str(PYTHON), "-m", "tests.prove", *arguments])


def screens(arguments: list[str]) -> int:
    """Write the gallery of all screens, in both themes and languages."""
    become([str(PYTHON), "-m", "tests.screens", *arguments], QT_QPA_PLATFORM="offscreen")


def package(arguments: list[str]) -> int:
    """Build what IT installs."""
    become([str(PYTHON), str(ROOT / "packaging" / "build.py"), *arguments])


def docs(arguments: list[str]) -> int:
    """Write the reference from the program, and check that every link between the documents leads somewhere."""
    written = subprocess.run([str(PYTHON), "docs/reference/build.py", *arguments], cwd=ROOT, env=environment())
    broken = []
    for page in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]):
        targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)|(?:src|href)=\"([^\"#]+)", page.read_text("utf-8"))
        local = [first or second for first, second in targets if ":" not in first + second]
        broken += [f"{page.relative_to(ROOT)}: {target}" for target in local if not (page.parent / target).exists()]
    print("\n".join(broken) or "every link between the documents leads somewhere")
    return FAILED if broken or written.returncode else PASSED


def doctor(arguments: list[str]) -> int:
    """Ask the program what is wrong on this machine, and what to do about it."""
    become([str(PROGRAMS / "eckwms"), "doctor", *arguments])


VERBS = {
    "setup": set_up,
    "demo": demo,
    "test": test,
    "lint": lint,
    "bench": bench,
    "prove": prove,
    "screens": screens,
    "package": package,
    "docs": docs,
    "doctor": doctor,
}


def main(arguments: list[str]) -> int:
    """Run one verb; what follows it goes to the verb's program."""
    verbs = "\n".join(f"  {name:9}{verb.__doc__}" for name, verb in VERBS.items())
    parser = argparse.ArgumentParser(
        usage="python3 tasks.py VERB [ARGUMENT ...]",
        description=f"verbs:\n{verbs}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("verb", choices=VERBS, metavar="VERB")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="ARGUMENT", help="for the verb's program")
    chosen = parser.parse_args(arguments)
    try:
        setup()
        return VERBS[chosen.verb](chosen.arguments)
    except Trouble as trouble:
        print(f"tasks.py: {trouble}\n  what helps: {trouble.remedy}", file=sys.stderr)
        return ENVIRONMENT
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
