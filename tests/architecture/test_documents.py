"""Documents: four kinds in four folders, links that lead somewhere, commands that exist, a fresh reference."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from desktop.cli import app as till
from desktop.settings import Settings
from desktop.settings_meaning import MEANING
from server_stub.cli import app as centre
from server_stub.embedded.postgres import Postgres

ROOT = Path(__file__).resolve().parents[2]
KINDS = {"tutorials", "how-to", "reference", "explanation"}
BESIDE = {"README.md", "proofs.md", "benchmarks.md"}
"""Pages that stand beside the four kinds: the list of them all, and what was measured."""
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
PROGRAMS = {"eckwms": get_command(till), "eckwms-server": get_command(centre)}
_SHARED = {"--help", "--json", "--data-dir", "--database-url"}


def test_the_reference_is_what_the_program_says(postgres: Postgres) -> None:
    command = [sys.executable, ROOT / "docs/reference/build.py", "--check", "--centre", postgres.url]
    checked = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert (checked.returncode, checked.stdout.strip(), checked.stderr) == (0, "", "")


def test_every_setting_is_explained() -> None:
    assert [item.name for item in fields(Settings)] == list(MEANING)


def test_a_page_is_of_one_kind() -> None:
    loose = {path.name for path in (ROOT / "docs").glob("*.md")} - BESIDE
    folders = {path.parent.name for path in (ROOT / "docs").glob("*/*.md")} - KINDS
    assert (loose, folders) == (set(), set())


def test_every_page_is_named_in_the_list_of_all() -> None:
    text = (ROOT / "docs/README.md").read_text("utf-8")
    pages = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    assert [page for page in pages if page != "README.md" and f"]({page})" not in text] == []


def test_the_first_page_is_short() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 150


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
    assert [target for target in targets if ":" not in target and not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_in_documents_exist(page: Path) -> None:
    """Fenced and inline alike; what stands in brackets is optional, words in capitals stand for something."""
    if page.parts[-2:] != ("reference", "commands.md") and page.name != "CHANGELOG.md":
        assert [f"{line}: {wrong}" for line in told(page.read_text("utf-8")) for wrong in wrong_in(line)] == []


def told(text: str) -> Iterator[str]:
    """Every command line of a page."""
    for block in re.findall(r"^ *```[a-z]*\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE):
        joined = block.replace("\\\n", " ")
        yield from (line.partition(" # ")[0] for line in joined.splitlines() if _is_ours(line.strip()))
    without = re.sub(r"^ *```.*?^ *```", "", text, flags=re.DOTALL | re.MULTILINE)
    yield from (code.replace("\n", " ") for code in re.findall(r"`([^`]+)`", without) if _is_ours(code))


def _is_ours(line: str) -> bool:
    return bool(re.match(r"(?:\S*/)?(?:eckwms|eckwms-server) ", line))


def wrong_in(line: str) -> Iterator[str]:
    """What does not exist in a command line."""
    words = shlex.split(re.sub(r"[\[\]…;&]|\.\.\.", " ", line).replace("'", " "))
    command: Any = PROGRAMS[words[0].rpartition("/")[2]]
    options = set(_SHARED)
    for word in words[1:]:
        first = word.partition("|")[0]
        if first in getattr(command, "commands", {}):
            command = command.commands[first]
        options |= {name for each in command.params for name in each.opts + each.secondary_opts}
        if word.startswith("--") and word.partition("=")[0].split("|")[0] not in options:
            yield word
    if getattr(command, "commands", {}) and len(words) > 1 and not any(word.startswith("-") for word in words[1:]):
        yield f"no such command: {words[1]}"
