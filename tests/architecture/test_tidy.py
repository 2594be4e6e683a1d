"""The tree keeps every rule of `tidy`, and every rule can fail."""

import pytest

from tests.architecture import tidy
from tests.architecture.tidy import Source

LONG_FUNCTION = "def f():\n" + "    pass\n" * 60
BROKEN = {
    tidy.long_files: Source("desktop/x.py", "x = 1\n" * 401),
    tidy.long_functions: Source("desktop/x.py", LONG_FUNCTION),
    tidy.drawers: Source("desktop/utils/x.py", ""),
    tidy.more_than_a_docstring: Source("desktop/x/__init__.py", '"""A package."""\nimport os\n'),
    tidy.nested_loops: Source("desktop/x.py", "QDialog().exec()"),
    tidy.unverified: Source("sync/x.py", "httpx.Client(verify=False)"),
    tidy.sql_clocks: Source("server_stub/x.py", 'SQL = "SELECT date' + "time('now')\""),
    tidy.wall_clocks: Source("desktop/store/x.py", "datetime.now(UTC)"),
    tidy.async_logic: Source("desktop/operations/x.py", "async def f(): ..."),
    tidy.sleeps: Source("tests/x.py", "time.sleep(1)"),
    tidy.mocks: Source("tests/x.py", "from unittest.mock import Mock"),
    tidy.qt_in_presenters: Source("desktop/ui/till/presenter.py", "from PySide6 import QtCore, QtWidgets"),
    tidy.leftovers: Source("desktop/x.py", "# FIX" + "ME later"),
    tidy.machine_paths: Source("docs/x.md", "cd /ro" + "ot/eckwms"),
}


@pytest.fixture(scope="module")
def tree():
    """What breaks each rule, by file; all parsed files together would take 300 MB."""
    return {source.path: {rule: list(rule(source)) for rule in tidy.RULES} for source in tidy.sources()}


@pytest.mark.parametrize("rule", tidy.RULES, ids=lambda rule: rule.__name__)
def test_the_tree_keeps_the_rule(rule, tree):
    assert [f"{path}: {wrong}" for path, broken in tree.items() for wrong in broken[rule]] == [], rule.__doc__


@pytest.mark.parametrize("rule", tidy.RULES, ids=lambda rule: rule.__name__)
def test_the_rule_can_fail(rule):
    assert list(rule(BROKEN[rule]))


def test_a_function_of_exactly_60_lines_is_let_through():
    assert not list(tidy.long_functions(Source("desktop/x.py", LONG_FUNCTION.removesuffix("    pass\n"))))


def test_presenters_may_have_signals_and_timers():
    assert not list(tidy.qt_in_presenters(Source("desktop/ui/till/presenter.py", "from PySide6.QtCore import Signal")))


def test_the_tree_is_really_read(tree):
    assert {"tasks.py", "sync/chain.py", "tests/architecture/tidy.py", "Makefile"} <= tree.keys()
