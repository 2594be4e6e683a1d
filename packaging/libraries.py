"""What the program's folder asks of the system: shared libraries, and the packages that they come in."""

import re
import runpy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workshop import ROOT, Failed, run

OWN = {
    "libssl.so.3": "libssl3",
    "libcrypto.so.3": "libssl3",
    "libffi.so.8": "libffi8",
    "libz.so.1": "zlib1g",
    "liblzma.so.5": "liblzma5",
    "libuuid.so.1": "libuuid1",
    "libstdc++.so.6": "libstdc++6",
    "libgcc_s.so.1": "libgcc-s1",
    "libbrotlicommon.so.1": "libbrotli1",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libzstd.so.1": "libzstd1",
    "libxcb.so.1": "libxcb1",
    "libxcb-render.so.0": "libxcb-render0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""Library -> Debian package, beside those that tasks.py installs for Qt."""
ALSO = ("ca-certificates", "libxcb-cursor0", "libwayland-client0")
"""What is loaded without being linked."""
_C_LIBRARY = re.compile(r"^(lib(c|m|dl|rt|pthread|util|resolv)\.so\.\d|ld-linux.*)$")
_GLIBC = re.compile(r"GLIBC_(\d+)\.(\d+)")


@dataclass(frozen=True)
class Needs:
    """What must be on the machine: library names (for RPM), Debian's packages, and the C library's version."""

    libraries: tuple[str, ...]
    packages: tuple[str, ...]
    glibc: str


def system_libraries() -> dict[str, str]:
    """Give every library that may stay the system's, with the Debian package it comes in."""
    return {**runpy.run_path(str(ROOT / "tasks.py"))["LIBRARIES"], **OWN}


def needs(folder: Path) -> Needs:
    """Read every ELF file of a folder. Raises Failed for a library that nobody brings."""
    known = system_libraries()
    inside = {path.name for path in folder.rglob("*.so*")}
    asked: dict[str, Path] = {}
    newest = (2, 17)
    for path in elf_files(folder):
        told = run(["objdump", "-p", path])
        for name in re.findall(r"^\s+NEEDED\s+(\S+)", told, re.MULTILINE):
            if name not in inside and not _C_LIBRARY.match(name):
                asked.setdefault(name, path)
        newest = max([newest, *((int(major), int(minor)) for major, minor in _GLIBC.findall(told))])
    if strange := [f"{name} (for {path.relative_to(folder)})" for name, path in asked.items() if name not in known]:
        raise Failed("libraries that no declared package brings:\n" + "\n".join(sorted(strange)))
    packages = {known[name] for name in asked} | set(ALSO)
    return Needs(tuple(sorted(asked)), tuple(sorted(packages)), f"{newest[0]}.{newest[1]}")


def elf_files(folder: Path) -> Iterator[Path]:
    """Give the programs and libraries of a folder, each once."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path
