"""The newcomer's commands: standard library only, one list of verbs, a lock with hashes and no addresses."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

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


APT = """#!/bin/sh
echo "$@" >> "$ASKED"
for word in "$@"; do last="$word"; done
case "$*" in
  *install*redis*) exit 100 ;;
  *install*) printf '#!/bin/sh' > "$BIN/$(echo "$last" | sed s/-light//)"; chmod +x "$BIN/nginx" "$BIN/chromium" ;;
esac
exit 0
"""


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A machine without the programs, whose apt-get writes down what it is asked and has no redis-server."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, script in (("apt-get", APT), ("sudo", '#!/bin/sh\nshift $(( $# > 0 && 1 )); exec "$@"\n')):
        (programs / name).write_text(script)
        (programs / name).chmod(0o755)
    monkeypatch.setenv("BIN", str(programs))
    monkeypatch.setenv("ASKED", str(tmp_path / "asked"))
    monkeypatch.setenv("PATH", f"{programs}:/bin:/usr/bin")
    monkeypatch.setattr(tasks, "TRIED", tmp_path / "tried.txt")
    which = tasks.shutil.which

    def here(program, path=None):
        """Nothing that is really installed on the machine that runs this."""
        return which(program, path=str(programs)) if program in tasks.TEST_PROGRAMS else which(program, path=path)

    monkeypatch.setattr(tasks.shutil, "which", here)
    return tmp_path


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="apt is Debian's")
def test_programs_for_tests_are_installed_one_by_one_and_tried_once(machine, capfd):
    tasks.install_programs()
    asked = (machine / "asked").read_text().splitlines()
    assert [line.split()[-1] for line in asked] == ["update", "nginx-light", "redis-server", "chromium"]
    assert all("--yes" in line for line in asked)
    told = capfd.readouterr().err
    assert "programs for tests: nginx-light redis-server chromium" in told
    assert "tests that need redis-server will be skipped; by hand: " in told
    tasks.install_programs()
    assert (machine / "asked").read_text().splitlines() == asked
    assert "tests that need redis-server will be skipped" in capfd.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="apt is Debian's")
def test_without_apt_the_tests_skip(machine, monkeypatch, capfd):
    monkeypatch.setattr(tasks, "apt_command", list)
    tasks.install_programs()
    assert not (machine / "asked").exists()
    assert "tests that need nginx, redis-server, chromium will be skipped" in capfd.readouterr().err


def test_programs_that_are_there_cost_nothing(monkeypatch, capfd):
    monkeypatch.setattr(tasks, "missing_programs", dict)
    monkeypatch.setattr(tasks, "apt_command", lambda: pytest.fail("asked for apt"))
    tasks.install_programs()
    assert capfd.readouterr().err == ""
