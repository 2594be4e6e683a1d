"""What commands answer: exit codes, JSON and words, and where the functions behind the names are."""

import inspect
from importlib import import_module
from typing import Any

import pytest

from desktop import cli, cli_run, verbs
from desktop.cli_run import in_words, tell
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.verbs import VERBS, exit_of, failure


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_has_its_function(name: str) -> None:
    module, _, function = VERBS[name].where.partition(":")
    found = getattr(import_module(f"desktop.commands.{module}"), function)
    assert next(iter(inspect.signature(found).parameters)) == "station"


@pytest.mark.parametrize(
    ("error", "code", "exit_code"),
    [
        (Refusal("code.unknown", "Not known.", "Look it up."), "code.unknown", 3),
        (Refusal("terminal.blocked", "Blocked.", "Ask."), "terminal.blocked", 5),
        (Fault("store.full", "The disk is full", "/data", "Free space."), "store.full", 4),
        (OSError(28, "No space left on device"), "environment", 4),
    ],
)
def test_trouble_becomes_an_answer(error: Exception, code: str, exit_code: int) -> None:
    answer = failure(error)
    assert (answer["error"]["code"], answer["exit"]) == (code, exit_code)
    assert answer["error"].keys() == {"code", "message", "remedy"}


@pytest.mark.expects_log("bug")
def test_a_bug_is_told_as_one() -> None:
    answer = failure(ZeroDivisionError("division by zero"))
    assert (answer["error"]["code"], answer["exit"]) == ("bug", 70)


@pytest.mark.parametrize(
    ("name", "result", "exit_code"),
    [
        ("journal verify", {"ok": False}, 3),
        ("journal verify", {"ok": True}, 0),
        ("sync", {"state": "level", "cause": ""}, 0),
        ("sync", {"state": "offline", "cause": "offline.server"}, 4),
        ("sync", {"state": "blocked", "cause": "denied.pending"}, 5),
        ("sell", {"total": "1.00"}, 0),
    ],
)
def test_a_result_has_its_exit_code(name: str, result: dict[str, Any], exit_code: int) -> None:
    assert exit_of(name, result) == exit_code


def test_words_are_lines_and_leave_out_what_is_empty() -> None:
    told = {"receipt": "T01-000001", "lines": [{"sku": "A", "total": "1.00"}, {"sku": "B"}], "notices": [], "seq": 0}
    assert in_words(told) == "receipt: T01-000001\nlines:\n  - sku: A\n    total: 1.00\n  - sku: B\nseq: 0"


def test_an_error_in_words_leaves_standard_output_alone(capsys: pytest.CaptureFixture[str]) -> None:
    answer = failure(Refusal("code.unknown", "Not known.", "Look it up."))
    assert tell(answer, as_json=False) == 3
    assert capsys.readouterr() == ("", "Not known.\nLook it up.\n")


@pytest.mark.parametrize(
    "words", [(), ("shift",), ("journal",), ("config",), ("devices",), ("sell",), ("shift", "close"), ("enrol",)]
)
def test_help_is_there_on_every_level(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    for flag in ("--help", "-h"):
        assert cli.run_command_line([*words, flag]) == 0
        assert capsys.readouterr().out.startswith("Usage: eckwms")


def test_a_bug_of_the_command_line_itself_is_an_answer_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    request.applymarker(pytest.mark.expects_log("bug"))

    def fail(**_: object) -> None:
        raise LookupError("no such thing")

    monkeypatch.setattr(cli_run, "show_config", fail)
    assert cli.run_command_line(["config", "show", "--json"]) == verbs.BUG
    assert '"code": "bug"' in capsys.readouterr().out
