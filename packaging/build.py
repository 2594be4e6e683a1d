"""`make package`: what IT installs, made from the last commit.

python packaging/build.py [--out DIR] [--work DIR] [--commit C] [--renew-manifest] [--release]

In DIR (dist/) lie afterwards: the program's folder as archive, a deb and an rpm, the wheel, the bill of materials and
the checksums, signed when ECKWMS_RELEASE_KEY names a key. Nothing is downloaded but the wheels that the lock names.
Exit codes as those of tasks.py: 0 made, 1 a check failed or a step did.
"""

import argparse
import shutil
import sys
from pathlib import Path

import bill
import bundle
import centre
import installers
import notices
import parts_list
import signing
from libraries import needs
from workshop import ROOT, Failed, Workshop, run, say

HERE = Path(__file__).resolve().parent


def main(arguments: list[str]) -> int:
    """Build everything that this system can build."""
    asked = parse(arguments)
    commit = run(["git", "rev-parse", asked.commit]).strip()
    shop = Workshop(asked.work.resolve(), commit, asked.release)
    shop.place.mkdir(parents=True, exist_ok=True)
    asked.out.mkdir(parents=True, exist_ok=True)
    try:
        make(shop, asked.out.resolve(), renew=asked.renew_manifest)
    except (Failed, parts_list.Absent) as trouble:
        print(f"package: {trouble}", file=sys.stderr)
        return 1
    for path in sorted(asked.out.iterdir()):
        print(f"{path.stat().st_size:>12,}  {path.name}")
    return 0


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(usage="make package [ARGS=...]", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the packages go")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "package", help="where they are made")
    parser.add_argument("--commit", default="HEAD", help="what is packed")
    parser.add_argument("--renew-manifest", action="store_true", help="write down what the folder holds now")
    parser.add_argument(
        "--release", action="store_true", help="the version without ~dev, and xz in the deb, smaller and slower"
    )
    return parser.parse_args(arguments)


def make(shop: Workshop, out: Path, *, renew: bool) -> None:
    """The terminal, then the centre, then the checksums over all of it. Raises Failed."""
    for old in out.iterdir():
        if old.is_file() and old.name.startswith(("eckwms", signing.SUMS)):
            old.unlink()
    shop.export()
    shop.equip("eckwms-desktop")
    shutil.copy(shop.wheel(), out)
    packed = parts_list.needed("eckwms-desktop")
    folder, modules = bundle.freeze(shop)
    found = notices.write_notices(packed, folder / "licences")
    listed = out / f"eckwms-{shop.version}.cdx.json"
    lock = parts_list.lock_of(packed, ROOT / "requirements.lock")
    bill.write_bill("eckwms", shop.version, found, lock, shop.epoch, listed)
    bundle.check(shop, folder, modules, renew=renew)
    if sys.platform.startswith("linux"):
        values = installers.marks(shop, folder, listed, needs(folder))
        installers.build(shop, HERE / "linux" / "nfpm.yaml", values, ("deb", "rpm"), out)
        installers.archive(shop, folder, out)
        centre.package(shop, out)
    signing.sign_all(out, shop.version)
    say(f"eckWMS {shop.version} of {shop.commit[:12]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
