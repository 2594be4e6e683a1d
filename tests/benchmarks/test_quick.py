"""Every benchmark still runs, at a size that says nothing about speed."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import NAMES, measure
from tests.benchmarks.figures import Aim, Figure, Plan
from tests.benchmarks.report import Result, keep, recall, table, write_page
from tests.functional.programs import logs_kept

WHOLE_PROGRAMS = frozenset({"start", "loop_gap"})
"""They start windows and centres as programs, which others in this suite do too; both together take half a minute."""
EACH = [pytest.param(name, marks=pytest.mark.slow if name in WHOLE_PROGRAMS else ()) for name in NAMES]


@pytest.mark.parametrize("name", EACH)
def test_runs(name: str, tmp_path: Path) -> None:
    with logs_kept():
        result = measure(name, Plan(quick=True, passes=1), tmp_path)
    assert result.figures
    assert all(value > 0 for figure in result.figures for value in figure.ours)


def test_a_ratio_is_a_cost_or_a_speed() -> None:
    cost = Figure("x", "s", (3.0, 4.0), (2.0, 2.0), Aim("at most", 1.5))
    speed = Figure("x", "s", (2.0,), (1.0,), Aim("at least", 0.5))
    assert cost.ratios == (1.5, 2.0)
    assert (cost.met, speed.met) == (False, True)
    assert Figure("x", "MB", (21.0,), aim=Aim("at most", 20, "MB")).met is False
    assert "1.75 (1.50–2.00)" in table([cost])


def test_a_kept_result_comes_back(tmp_path: Path) -> None:
    result = measure("sale_commit", Plan(quick=True, passes=1), tmp_path)
    keep(result, tmp_path / "results")
    assert recall("sale_commit", tmp_path / "results") == result


def test_the_page_keeps_what_was_measured_before_as_long_as_it_is_measured(tmp_path: Path) -> None:
    page, figure = tmp_path / "page.md", Figure("x", "s", (3.0,), (2.0,))
    first = Result("a", "The first", "yesterday", 1, {"load": "none"}, (figure,))
    second = replace(first, about="The second")
    write_page([first, second], ["The first", "The second"], page)
    before = page.read_text("utf-8")
    write_page([replace(second, measured_on="today")], ["The first", "The second"], page)
    assert page.read_text("utf-8") == "today".join(before.rsplit("yesterday", 1))
    write_page([], ["The second"], page)
    assert "The first" not in page.read_text("utf-8")
