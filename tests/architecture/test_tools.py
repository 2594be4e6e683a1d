"""ruff, mypy --strict and import-linter pass with the project's own settings, and each of them can fail."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(sys.executable).parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUFF = [PROGRAMS / "ruff", "check"]
FORMAT = [PROGRAMS / "ruff", "format", "--check"]
MYPY = [sys.executable, "-m", "mypy"]
LINT_IMPORTS = [PROGRAMS / "lint-imports", "--no-cache"]

WRONG_ARROWS = {
    "Imports in the application point one way: app, ui, operations, replication, store, domain": (
        "desktop/store/x.py",
        "import desktop.operations",
    ),
    "The domain knows nothing of ours, and neither Qt, SQL, files nor sockets": ("desktop/domain/x.py", "import os"),
    "Faults know nothing of ours": ("desktop/faults.py", "import desktop.domain"),
    "Settings know faults and refusals only": ("desktop/settings.py", "import desktop.store"),
    "Reading turns a scan into the domain's words": ("desktop/reading.py", "import desktop.faults"),
    "Devices know faults only, and no Qt": ("desktop/devices/x.py", "import desktop.domain"),
    "Paper knows the domain, and no Qt": ("desktop/paper/x.py", "import desktop.store"),
    "The store knows the domain and the schema of the replica's file": ("desktop/store/y.py", "import sync.wire.facts"),
    "Replication joins the store with the wire, and knows no network": ("desktop/replication/x.py", "import httpx"),
    "Operations stand on replication, store and domain, and know neither Qt nor the network": (
        "desktop/operations/x.py",
        "import sync.engine",
    ),
    "Presenters read the store, call operations and know no view, widget or theme": (
        "desktop/ui/till/presenter.py",
        "import desktop.ui.till.view",
    ),
    "Views, widgets and theme never see the store, operations or the wire": (
        "desktop/ui/till/view.py",
        "import desktop.store",
    ),
    "The terminal never imports the centre": ("desktop/app.py", "import server_stub"),
    "Sync knows nothing of ours, no Qt and no SQL": ("sync/x.py", "import PySide6"),
    "The centre shares only the wire and the chain with the terminal": ("server_stub/x.py", "import sync.engine"),
}
WRONG_TYPES = {"no-untyped-def": "def f(x): ...\n", "ignore-without-code": 'X: int = ""  # type: ' + "ignore\n"}
SHELVES = ("domain", "store", "replication", "operations", "devices", "paper", "ui/till")


def told(command: list[str | Path], cwd: Path = ROOT, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run a tool to its end with this text as its input."""
    return subprocess.run(command, cwd=cwd, input=given, capture_output=True, text=True)


@pytest.mark.parametrize("tool", [RUFF, FORMAT, LINT_IMPORTS], ids=["ruff", "format", "import-linter"])
def test_the_tree_passes(tool):
    outcome = told(tool)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_mypy_passes_the_tree_and_can_fail(tmp_path):
    """One run, since each reads the libraries anew: over the tree, and over samples with one error each."""
    for code, text in WRONG_TYPES.items():
        (tmp_path / f"{code}.py").write_text(text)
    outcome = told([*MYPY, *SETTINGS["tool"]["mypy"]["files"], *tmp_path.iterdir()])
    wrong = [line for line in outcome.stdout.splitlines() if ": error: " in line]
    # by name: of what it has read before, mypy tells the folder of that time
    found = {code for code in WRONG_TYPES for line in wrong if f"{code}.py:" in line and line.endswith(f"[{code}]")}
    assert (found, len(wrong)) == (set(WRONG_TYPES), len(WRONG_TYPES)), outcome.stdout + outcome.stderr
    assert f"Found {len(WRONG_TYPES)} errors in {len(WRONG_TYPES)} files" in outcome.stdout


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("D100", "X = 1\n"),
        ("D103", '"""A module."""\n\n\ndef price() -> None:\n    pass\n'),
        ("D101", '"""A module."""\n\n\nclass Price:\n    pass\n'),
        ("PGH003", '"""A module."""\n\nX: int = ""  # type: ' + "ignore\n"),
        ("BLE001", '"""A module."""\n\ntry:\n    X = 1\nexcept Exception:\n    X = 2\n'),
        ("S602", '"""A module."""\n\nimport subprocess\n\nsubprocess.run("ls", shell=True)\n'),
    ],
)
def test_ruff_can_fail(rule, text):
    outcome = told([*RUFF, "--output-format", "concise", "--stdin-filename", "desktop/sample.py", "-"], given=text)
    assert f" {rule} " in outcome.stdout


def test_the_format_can_fail():
    assert told([*FORMAT, "--stdin-filename", "desktop/sample.py", "-"], given="x  =  'y'\n").returncode == 1


def test_every_arrow_can_point_the_wrong_way(tmp_path):
    """A little tree in which each contract is broken once; import-linter names all of them."""
    contracts = {contract["name"] for contract in SETTINGS["tool"]["importlinter"]["contracts"]}
    assert contracts == set(WRONG_ARROWS)
    files = {f"desktop/{shelf}/__init__.py": "" for shelf in SHELVES}
    files |= {f"{package}/__init__.py": "" for package in ("desktop", "desktop/ui", "sync", "sync/wire", "server_stub")}
    files |= {"desktop/ui/till/view.py": "", "sync/wire/facts.py": "", "sync/engine.py": ""}
    files |= dict(WRONG_ARROWS.values())
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    outcome = told([*LINT_IMPORTS, "--config", str(ROOT / "pyproject.toml")], cwd=tmp_path)
    assert f"0 kept, {len(contracts)} broken" in outcome.stdout, outcome.stdout + outcome.stderr
