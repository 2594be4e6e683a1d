"""The newcomer's commands: standard library only, one list of verbs, a lock with hashes and no addresses."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import tasks

ROOT = Path(__file__).resolve().parents[2]


def test_tasks_imports_the_standard_library_only():
    tree = ast.parse((ROOT / "tasks.py").read_text("utf-8"))
    imported = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    imported += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_make_and_tasks_know_the_same_verbs():
    verbs = re.search(r"^VERBS := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert verbs.group(1).split() == list(tasks.VERBS)


def test_help_explains_every_verb():
    told = subprocess.run([sys.executable, ROOT / "tasks.py", "--help"], capture_output=True, text=True)
    assert told.returncode == 0
    assert all(f"  {verb:9}{task.__doc__}" in told.stdout for verb, task in tasks.VERBS.items())


def test_an_unknown_verb_is_wrong_usage():
    told = subprocess.run([sys.executable, ROOT / "tasks.py", "fly"], capture_output=True, text=True)
    assert told.returncode == 2
    assert "fly" in told.stderr


def test_the_lock_has_hashes_and_no_addresses():
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    assert "--index" not in lock
    packages = re.split(r"\n(?=\S)", lock.strip())
    assert len(packages) > 50
    assert [
        package for package in packages if not re.match(r"\S+==\S+ .*--hash=sha256:\w{64}", package, re.DOTALL)
    ] == []


def test_the_lock_holds_what_the_project_asks_for():
    """A forgotten `uv pip compile` would leave a newcomer without a package."""
    project = (ROOT / "pyproject.toml").read_text("utf-8").partition("[tool.setuptools]")[0]
    asked = re.findall(r'^    "([A-Za-z0-9_.-]+)', project, re.MULTILINE)
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))
    assert len(asked) > 30
    assert [name for name in asked if re.sub(r"[_.]", "-", name).lower() not in locked] == []


def test_another_lock_or_folder_is_another_environment(monkeypatch, tmp_path):
    here = tasks.fingerprint()
    assert tasks.fingerprint() == here
    (tmp_path / "requirements.lock").write_text("other==1\n")
    monkeypatch.setattr(tasks, "LOCK", tmp_path / "requirements.lock")
    assert tasks.fingerprint()["lock"] != here["lock"]


def test_a_half_written_stamp_is_no_stamp(monkeypatch, tmp_path):
    monkeypatch.setattr(tasks, "STAMP", tmp_path / "stamp.json")
    assert tasks.stamped() == {}
    tasks.STAMP.write_text('{"root": ')
    assert tasks.stamped() == {}


def test_a_verb_that_fails_in_the_environment_says_what_helps(monkeypatch, capsys):
    def torn(_: list[str]) -> int:
        raise tasks.Trouble("the disk is full", "make room")

    monkeypatch.setattr(tasks, "setup", lambda: None)
    monkeypatch.setitem(tasks.VERBS, "docs", torn)
    assert tasks.main(["docs"]) == tasks.ENVIRONMENT
    assert "what helps: make room" in capsys.readouterr().err
