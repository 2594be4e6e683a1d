#!/usr/bin/env python3
"""Whether the check of the program's folder can fail: what must not be packed is put into a copy of a built one.

python packaging/try_checks.py [--work DIR]

DIR (build/package) is where `make package` worked. The check of the build must let the copy through as it is, and
then stop at each intruder by its name. Ends with 0 when it does, with 1 when something slipped through.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import bundle
from workshop import ROOT, Failed, Workshop, run

KEY = b"-----BEGIN PRIVATE KEY-----\n" + b"MC4CAQAwBQYDK2VwBCIEIA" + b"A" * 22 + b"\n-----END PRIVATE KEY-----\n"
QT = "_internal/PySide6/Qt"


@dataclass(frozen=True)
class Intruder:
    """What comes in: a file at `path` with `content`, or a `module` among those packed; `why` the check must say."""

    why: str
    path: str = ""
    content: bytes = b""
    module: str = ""

    @property
    def name(self) -> str:
        """What the check has to name."""
        return self.path or self.module


INTRUDERS = (
    Intruder("under the GPL alone", f"{QT}/lib/libQt6VirtualKeyboard.so.6", b"\x7fELF"),
    Intruder("under the GPL alone", f"{QT}/lib/libQt6Charts.so.6", b"\x7fELF"),
    Intruder("under the GPL alone", f"{QT}/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", b"\x7fELF"),
    Intruder("a part of the tests", "_internal/tests/conftest.py", b"import pytest\n"),
    Intruder("a part of the tests", module="tests.server.terminal"),
    Intruder("a tool of the workshop", module="pip._internal"),
    Intruder("the centre", module="server_stub.app"),
    Intruder("unencrypted databases", module="sqlite3.dbapi2"),
    Intruder("a secret or somebody's data", "_internal/resources/tls/server.key", b"x"),
    Intruder("a secret or somebody's data", "_internal/journal.db", b"x"),
    Intruder("a private key", "_internal/resources/readme.txt", KEY),
    Intruder("a path of the machine that built it", "_internal/resources/made.json", str(ROOT).encode()),
    Intruder("+ ", "_internal/resources/stray.txt", b"nobody listed me"),
)


def main(arguments: Sequence[str]) -> int:
    """Try every intruder, and tell of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "package", help="where the packages were made")
    shop = Workshop(parser.parse_args(arguments).work.resolve(), run(["git", "rev-parse", "HEAD"]).strip())
    built = shop.place / "frozen" / "eckwms"
    if not built.is_dir():
        print(f"{built} is not there: make package", file=sys.stderr)
        return 1
    modules = bundle.frozen_modules(shop.place / "freezing", shop.place)
    with tempfile.TemporaryDirectory(dir=shop.place) as folder:
        copy = Path(folder) / "eckwms"
        shutil.copytree(built, copy, symlinks=True)
        if clean := found(shop, copy, modules):
            print(f"the folder as it was built is stopped:\n{clean}")
            return 1
        slipped = [one for one in INTRUDERS if not stopped(shop, copy, modules, one)]
    print(f"{len(INTRUDERS) - len(slipped)} of {len(INTRUDERS)} stopped")
    return bool(slipped)


def found(shop: Workshop, folder: Path, modules: list[str]) -> str:
    """What the check of the build says; empty when it lets the folder through."""
    try:
        bundle.check(shop, folder, modules, renew=False)
    except Failed as failed:
        return str(failed)
    return ""


def stopped(shop: Workshop, folder: Path, modules: list[str], intruder: Intruder) -> bool:
    """Put it in, check, take it out; whether the check named it for the right reason."""
    path = folder / intruder.path
    made = [each for each in path.parents if not each.exists()]
    if intruder.path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(intruder.content)
    said = found(shop, folder, [*modules, intruder.module] if intruder.module else modules)
    if intruder.path:
        path.unlink()
        for empty in made:
            empty.rmdir()
    ok = any(intruder.name in line and intruder.why in line for line in said.splitlines())
    print(f"{'stopped' if ok else 'SLIPPED'}  {intruder.name}: {intruder.why.strip()}", flush=True)
    return ok


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
