#!/usr/bin/env python3
"""The centre's deb from the outside: installed, run and purged in a clean Debian 12.

sudo .venv/bin/python packaging/linux/try_centre.py dist/eckwms-server_VERSION_amd64.deb
"""

import argparse
import json
import sys
import urllib.request
from pathlib import Path

from clean_system import PERSON, Broken, System, clean_system, enter_own_mounts, expect, step, until

PORT = 18_477
DATA = f"/srv/{PERSON}/centre"
OURS = ("/opt/eckwms", "/usr/bin/eckwms-server", "/etc/eckwms", "/usr/share/doc/eckwms-server")


def main() -> int:
    """Try the package; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("deb", type=Path)
    asked = parser.parse_args()
    enter_own_mounts()
    try:
        with clean_system("bookworm") as system:
            live(system, asked.deb)
    except Broken as broken:
        print(f"FAILED: {broken}", file=sys.stderr)
        return 1
    print("all of it works")
    return 0


def live(system: System, deb: Path) -> None:
    """The life of the package on a machine."""
    step("install")
    system.run("apt-get", "install", "--yes", "--no-install-recommends", "-q", system.take(deb))
    expect("eckwms:" in system.path("/etc/passwd").read_text(), "there is no account eckwms")
    expect(system.path("/etc/eckwms/server.env").stat().st_mode & 0o777 == 0o640, "others may read the settings")
    print(f"    {system.person('eckwms-server', '--version').strip()}")
    step("run with the PostgreSQL that it brings, with a sample shop")
    serving = system.begin("eckwms-server", "run", "--port", str(PORT), "--data-dir", DATA)
    try:
        until(answers, "the centre does not answer", limit_s=120)
        system.person("eckwms-server", "seed", "demo", "--json", "--data-dir", DATA)
        told = json.loads(system.person("eckwms-server", "verify", "--json", "--data-dir", DATA))
        expect(bool(told["ok"]), f"verify: {told}")
    finally:
        serving.terminate()
        serving.wait(60)
    expect(serving.returncode == 0, f"the centre ended with {serving.returncode}")
    step("purge")
    system.run("apt-get", "purge", "--yes", "-q", "eckwms-server")
    left = [place for place in OURS if system.path(place).exists()]
    expect(not left, f"left behind: {left}")
    expect(system.path(DATA).is_dir(), "purging took the data")


def answers() -> bool:
    """Whether the centre says that it is well."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
