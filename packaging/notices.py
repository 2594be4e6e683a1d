"""Whose work is in the packages: licences of every part, their texts, and what the LGPL asks for."""

import platform
import re
import shutil
import sysconfig
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path

from workshop import Failed

HERE = Path(__file__).resolve().parent
_COPYLEFT = re.compile(r"(?<!L)(A?GPL)|GNU (Affero )?General Public", re.IGNORECASE)
_TEXTS = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)

LGPL = """\
eckWMS uses Qt {qt} and PySide6 (Qt for Python) {qt} under the GNU Lesser General Public License, version 3. Its text
and that of the GNU General Public License, which it refers to, lie beside this file.

You may replace these libraries. They are separate files in `_internal/PySide6` and `_internal/shiboken6`; the program
loads whatever lies there and checks neither signature nor checksum of them. To run it with your own build of Qt
{qt_minor} or of PySide6, put your files in their place and start the program. You may also take it apart as far as that
is needed to find errors in such changes.

The sources of exactly these versions are at
    https://download.qt.io/official_releases/qt/{qt_minor}/{qt}/
    https://download.qt.io/official_releases/QtForPython/pyside6/
They were built by the Qt project and are not changed by us. Whoever gave you this program gives you these sources too,
on a common medium and for no more than the cost of copying them, if you ask within three years of getting it.
"""


@dataclass(frozen=True)
class Part:
    """One piece of other people's work; `licence` is an SPDX expression where its author wrote one."""

    name: str
    version: str
    licence: str
    supplier: str = ""
    distribution: bool = True


def parts(packed: Mapping[str, Distribution]) -> list[Part]:
    """Everything in a package: the distributions, and what the table beside this says they carry."""
    table = tomllib.loads((HERE / "bundled.toml").read_text("utf-8"))
    found = [
        Part(each.name, each.version, licence_of(each) or table["licences"].get(name, ""), supplier_of(each))
        for name, each in packed.items()
    ]
    versions = {name: each.version for name, each in packed.items()} | {"python": platform.python_version()}
    for told in table["component"]:
        if told["with"] in versions:
            version = (
                versions[told["with"]] if told["with"] == "python" else f"as in {told['with']} {versions[told['with']]}"
            )
            found.append(Part(told["name"], version, told["licence"], told["supplier"], distribution=False))
    return found


def licence_of(distribution: Distribution) -> str:
    """What a distribution says of its licence: the expression, else the classifiers, else one short line."""
    told = distribution.metadata.json
    if expression := told.get("license_expression"):
        return str(expression)
    classified = [line for line in told.get("classifier", ()) if line.startswith("License ::")]
    if names := [line.rpartition(" :: ")[2] for line in classified if not line.endswith("OSI Approved")]:
        return " OR ".join(names)
    return str(told.get("license") or "").strip().split("\n")[0][:80]


def supplier_of(distribution: Distribution) -> str:
    """Who a distribution is from; addresses are left out."""
    told = distribution.metadata.json
    named = str(told.get("author") or told.get("author_email") or told.get("maintainer_email") or "")
    return re.sub(r"\s*<[^>]*>|\S+@\S+", "", named).strip(' ,"')


def refused(found: list[Part]) -> Iterator[str]:
    """Give a line for every part without a known licence, or with none but the GPL to choose."""
    for part in found:
        choices = re.split(r"\s+OR\s+", part.licence)
        if not part.licence:
            yield f"{part.name} {part.version}: says nothing about its licence"
        elif all(_COPYLEFT.search(choice) for choice in choices):
            yield f"{part.name} {part.version}: {part.licence}"


def write_notices(packed: Mapping[str, Distribution], folder: Path) -> list[Part]:
    """Write NOTICES.txt and every licence text into a folder. Raises Failed for a part that may not be handed out."""
    found = parts(packed)
    if wrong := list(refused(found)):
        raise Failed("these parts may not be handed out with ours:\n" + "\n".join(wrong))
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{part.name} {part.version}\n    {part.licence}" + (f"\n    {part.supplier}" if part.supplier else "")
             for part in found]  # fmt: skip
    head = "eckWMS is handed out with the work of others. Their licence texts lie in the folders beside this file.\n"
    if qt := packed.get("pyside6-essentials"):
        head += "\n" + LGPL.format(qt=qt.version, qt_minor=".".join(qt.version.split(".")[:2]))
        for text in (HERE / "licences").glob("*.txt"):
            shutil.copy(text, folder / text.name)
    (folder / "NOTICES.txt").write_text(head + "\n\n" + "\n\n".join(lines) + "\n", "utf-8")
    for place in (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path("/usr/share/doc/python3/copyright")):
        if place.is_file() and not (folder / "Python.txt").exists():
            shutil.copy(place, folder / "Python.txt")
    for name, distribution in packed.items():
        copy_texts(distribution, folder / name)
    return found


def copy_texts(distribution: Distribution, folder: Path) -> None:
    """Copy the licence texts that a distribution brought."""
    for file in distribution.files or ():
        if ".dist-info/" in str(file) and _TEXTS.search(str(file)):
            folder.mkdir(exist_ok=True)
            name = re.sub(r"^[^/]*\.dist-info/(licenses/)?", "", file.as_posix()).replace("/", "-")
            (folder / name).write_bytes(Path(str(file.locate())).read_bytes())
