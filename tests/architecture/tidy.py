"""Rules of style that a compiler cannot know; each rule takes a file and gives the lines that break it."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("desktop", "sync", "server_stub", "tests", "packaging", "resources", "docs", ".ci")
TEXT = {".py", ".pyi", ".md", ".toml", ".sh", ".sql", ".ini", ".yml", ".yaml", ".service", ".conf", ".html", ".qss", ""}
LONGEST_FILE, LONGEST_FUNCTION = 400, 60
DRAWERS = {"utils", "util", "helpers", "helper", "managers", "manager", "common", "base", "misc"}
SLEEPS = {"time.sleep", "QTest.qWait", "QTest.qSleep", "qtbot.wait"}
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns"}
LEFTOVER = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME)\b|#.*\bXX" + r"X\b")
OWN_MACHINE = re.compile(r"(?<![\w.~}/])/(?:work|root|home|Users|tmp)/|[A-Z]:\\Users")
REGISTRIES = re.compile(r"\b(?:pypi|pythonhosted|npmjs|debian)" + r"\.(?:org|com)\b")
UNVERIFIED = re.compile(r"CERT_NONE|check_hostname\s*=\s*False|_create_unverified|ECKWMS_\w*(?:INSECURE|VERIFY)")
SQL_CLOCK = re.compile(r"datetime\('" + r"now'|CURRENT_" + r"TIMESTAMP", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """A file by its path from the root, with `/`, and its text."""

    path: str
    text: str
    tree: ast.Module = field(init=False)
    nodes: tuple[ast.AST, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tree", ast.parse(self.text if self.path.endswith(".py") else ""))
        object.__setattr__(self, "nodes", tuple(ast.walk(self.tree)))

    def inside(self, *places: str) -> bool:
        """Whether the file lies in one of these folders or is one of these files."""
        return any(self.path == place or self.path.startswith(f"{place}/") for place in places)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[str]:
        """Give `line: text` for every line in which the pattern is found."""
        for number, line in enumerate(self.text.splitlines(), 1):
            if pattern.search(line):
                yield f"{number}: {line.strip()}"

    def calls(self) -> Iterator[ast.Call]:
        """Give every call in the file."""
        return (node for node in self.nodes if isinstance(node, ast.Call))


def dotted(node: ast.expr) -> str:
    """Write `a.b.c` for an attribute of a name, only the last part where it hangs on something else."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    return node.id if isinstance(node, ast.Name) else ""


def long_files(source: Source) -> Iterator[str]:
    """A file has at most 400 lines."""
    length = len(source.text.splitlines())
    if source.path.endswith(".py") and length > LONGEST_FILE:
        yield f"{length} lines"


def long_functions(source: Source) -> Iterator[str]:
    """A function has at most 60 lines."""
    for node in source.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{node.lineno}: {node.name} has {length} lines"


def drawers(source: Source) -> Iterator[str]:
    """No module is a drawer for everything."""
    if source.path.endswith(".py"):
        yield from (f"called {part}" for part in Path(source.path).with_suffix("").parts if part in DRAWERS)


def more_than_a_docstring(source: Source) -> Iterator[str]:
    """A package's `__init__.py` says what the package is, and does nothing."""
    body = source.tree.body[1:] if ast.get_docstring(source.tree) else source.tree.body
    if source.path.endswith("__init__.py") and body:
        yield f"{body[0].lineno}: does something"


def nested_loops(source: Source) -> Iterator[str]:
    """No nested Qt event loop."""
    for call in source.calls():
        if isinstance(call.func, ast.Attribute) and call.func.attr in {"exec", "exec_"}:
            yield f"{call.lineno}: .exec"


def unverified(source: Source) -> Iterator[str]:
    """No connection without verifying the certificate."""
    for call in source.calls():
        for keyword in call.keywords:
            if keyword.arg == "verify" and isinstance(keyword.value, ast.Constant) and keyword.value.value is False:
                yield f"{call.lineno}: verify is off"
    if not source.inside("tests"):
        yield from source.matches(UNVERIFIED)


def sql_clocks(source: Source) -> Iterator[str]:
    """Time comes from a clock object, not from SQL."""
    yield from source.matches(SQL_CLOCK)


def wall_clocks(source: Source) -> Iterator[str]:
    """Logic never asks the machine's clock."""
    places = [f"desktop/{name}" for name in ("domain", "store", "operations", "replication", "paper")]
    if source.inside(*places) and not source.inside("desktop/domain/clock.py"):
        yield from (f"{call.lineno}: {dotted(call.func)}" for call in source.calls() if dotted(call.func) in CLOCKS)


def async_logic(source: Source) -> Iterator[str]:
    """Operations run to completion: nothing here is suspended."""
    if source.inside("desktop/domain", "desktop/store", "desktop/operations", "desktop/paper"):
        for node in source.nodes:
            if isinstance(node, ast.AsyncFunctionDef):
                yield f"{node.lineno}: async def {node.name}"


def sleeps(source: Source) -> Iterator[str]:
    """Tests wait for something, never for a time; only the proofs kill at random moments."""
    if source.inside("tests") and not source.inside("tests/prove", "tests/benchmarks"):
        yield from (f"{call.lineno}: {dotted(call.func)}" for call in source.calls() if dotted(call.func) in SLEEPS)


def mocks(source: Source) -> Iterator[str]:
    """Tests use the real thing; fakes stand at the physical edges and are written by hand."""
    for node in source.nodes:
        if isinstance(node, ast.ImportFrom | ast.Import):
            names = [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
            if any(name.partition(".")[0] == "mock" or name == "unittest.mock" for name in names):
                yield f"{node.lineno}: mock"


def qt_in_presenters(source: Source) -> Iterator[str]:
    """Presenters import `PySide6.QtCore` and nothing else of Qt."""
    if not (source.inside("desktop/ui") and source.path.endswith("presenter.py")):
        return
    for node in source.nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
            parts = [node.module] if node.module != "PySide6" else [f"PySide6.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            parts = [alias.name for alias in node.names if alias.name.startswith("PySide6")]
        else:
            continue
        yield from (f"{node.lineno}: {part}" for part in parts if part != "PySide6.QtCore")


def leftovers(source: Source) -> Iterator[str]:
    """Nothing is left for later in a comment."""
    yield from source.matches(LEFTOVER)


def machine_paths(source: Source) -> Iterator[str]:
    """Nothing names a folder or a registry host of the machine it was written on."""
    yield from source.matches(OWN_MACHINE)
    yield from source.matches(REGISTRIES)


RULES: tuple[Callable[[Source], Iterator[str]], ...] = (
    long_files,
    long_functions,
    drawers,
    more_than_a_docstring,
    nested_loops,
    unverified,
    sql_clocks,
    wall_clocks,
    async_logic,
    sleeps,
    mocks,
    qt_in_presenters,
    leftovers,
    machine_paths,
)


def sources() -> Iterator[Source]:
    """Give every text file of the project."""
    single = [path for path in ROOT.iterdir() if path.is_file() and path.suffix in TEXT and path.name != ".git"]
    nested = [path for place in PLACES for path in (ROOT / place).rglob("*") if path.is_file() and path.suffix in TEXT]
    for path in sorted(single + nested):
        yield Source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
