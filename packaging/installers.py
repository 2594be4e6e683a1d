"""Packages for Linux out of a finished folder: deb and rpm by nfpm, and the folder itself as an archive."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

from libraries import Needs
from workshop import Failed, Workshop, run, say

HERE = Path(__file__).resolve().parent


def filled(template: Path, marks: dict[str, str]) -> str:
    """A template with its `@MARKS@` filled in. Raises Failed for one that nothing fills."""
    text = template.read_text("utf-8")
    for mark, value in marks.items():
        text = text.replace(f"@{mark}@", value)
    if empty := re.search(r"@([A-Z]+)@", text):
        raise Failed(f"{template.name}: not filled in: {empty[1]}")
    return text


def marks(shop: Workshop, folder: Path, bill: Path, asked: Needs) -> dict[str, str]:
    """What the templates of one package are filled in with."""
    return {
        "VERSION": shop.version,
        "STAGE": "" if shop.release else f"dev{shop.epoch}",
        "MTIME": datetime.fromtimestamp(int(shop.epoch), UTC).isoformat().replace("+00:00", "Z"),
        "FOLDER": str(folder),
        "LINUX": str(HERE / "linux"),
        "BILL": str(bill),
        "COMPRESSION": "xz" if shop.release else "zstd",
        "PACKAGES": json.dumps([f"libc6 (>= {asked.glibc})", *asked.packages]),
        "LIBRARIES": json.dumps([f"{name}()(64bit)" for name in asked.libraries] + ["ca-certificates"]),
    }


def build(shop: Workshop, template: Path, values: dict[str, str], kinds: tuple[str, ...], out: Path) -> list[Path]:
    """Make one package of each kind; gives the files."""
    recipe = shop.place / template.name
    recipe.write_text(filled(template, values), "utf-8")
    made = []
    for kind in kinds:
        say(f"{template.stem}: {kind}")
        told = run([shop.python.with_name("nfpm"), "package", "-f", recipe, "-p", kind, "-t", out], **shop.steady)
        made.append(Path(told.strip().rpartition(" ")[2]))
    return made


def archive(shop: Workshop, folder: Path, out: Path) -> Path:
    """The folder as one archive, for machines with neither dpkg nor rpm; the same commit gives the same bytes."""
    say("archive")
    path = out / f"eckwms-{shop.version}-linux-x86_64.tar.xz"
    steady = ["--sort=name", f"--mtime=@{shop.epoch}", "--owner=0", "--group=0", "--numeric-owner"]
    run(["tar", *steady, "-C", folder.parent, "-cJf", path, folder.name], XZ_OPT="-T2 -3")
    return path
