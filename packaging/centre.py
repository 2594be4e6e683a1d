"""The centre as a Debian package: an environment in /opt/eckwms, where its units expect it, on the system's Python."""

import shutil
import sys
from pathlib import Path

import bill
import installers
import notices
import parts_list
from libraries import Needs
from workshop import BASE_PYTHON, ROOT, Failed, Workshop, run, say

HERE = Path(__file__).resolve().parent
HOME = "/opt/eckwms"
DEBIAN = (3, 11)
"""The Python of Debian 12, for which the package is made."""
WINDOW_ONLY = frozenset(("pyside6-essentials", "shiboken6", "qasync"))
"""What the project asks for and the centre never imports."""
START = f"""#!{HOME}/bin/python
from server_stub.__main__ import main

main()
"""
SETTINGS = """home = /usr/bin
include-system-site-packages = false
version = 3.11
"""


def package(shop: Workshop, out: Path) -> None:
    """Make the centre's deb and its bill of materials. Raises Failed where Python is another one than Debian's."""
    if sys.version_info[:2] != DEBIAN:
        return say("the centre's package is left out: it is made with Python 3.11, as in Debian 12")
    needed = parts_list.needed("eckwms-desktop[centre]")
    packed = {name: each for name, each in needed.items() if name not in WINDOW_ONLY}
    folder = lay_out(shop, packed)
    listed = out / f"eckwms-server-{shop.version}.cdx.json"
    found = notices.write_notices(packed, folder / "licences")
    lock = parts_list.lock_of(packed, ROOT / "requirements.lock")
    bill.write_bill("eckwms-server", shop.version, found, lock, shop.epoch, listed)
    values = installers.marks(shop, folder, listed, Needs((), (), "")) | {"SERVER": str(HERE / "server")}
    installers.build(shop, HERE / "server" / "nfpm.yaml", values, ("deb",), out)
    return None


def lay_out(shop: Workshop, packed: parts_list.Distributions) -> Path:
    """Put the environment together as it will lie in /opt/eckwms; gives its folder."""
    say("environment of the centre")
    folder = shop.place / "centre"
    shutil.rmtree(folder, ignore_errors=True)
    libraries = folder / "lib" / "python3.11" / "site-packages"
    lock = shop.place / "centre.lock"
    lock.write_text(parts_list.lock_of(packed, ROOT / "requirements.lock"), "utf-8")
    pip = [
        BASE_PYTHON,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--no-input",
        "install",
        "--no-deps",
        "--no-compile",
    ]
    into = ["--target", libraries]
    run([*pip, *into, "--require-hashes", "--only-binary", ":all:", "--requirement", lock], **shop.steady)
    run([*pip, *into, shop.wheel()], **shop.steady)
    shutil.rmtree(libraries / "bin", ignore_errors=True)
    for left_over in libraries.glob("*.dist-info/direct_url.json"):
        left_over.unlink()
    programs = folder / "bin"
    programs.mkdir()
    for name, target in (("python3.11", "/usr/bin/python3.11"), ("python3", "python3.11"), ("python", "python3.11")):
        (programs / name).symlink_to(target)
    (programs / "eckwms-server").write_text(START, "utf-8")
    (programs / "eckwms-server").chmod(0o755)
    (folder / "pyvenv.cfg").write_text(SETTINGS, "utf-8")
    compiled = ["-q", "--invalidation-mode", "unchecked-hash", "-s", folder, "-p", HOME]
    run([BASE_PYTHON, "-m", "compileall", *compiled, libraries], **shop.steady)
    if len(list(libraries.glob("server_stub/migrations/versions/*.py"))) < 2:
        raise Failed("the wheel lacks the centre's migrations")
    return folder
