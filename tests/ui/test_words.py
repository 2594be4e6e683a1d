"""Every code that the program can raise has words, and every sentence of an explanation can be said."""

import ast
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from desktop.domain.explanation import SENTENCES, Step
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.ui.words import STEPS, fault_words, refusal_words, step_words
from desktop.ui.words_faults import FAULTS
from desktop.ui.words_tables import REFUSALS

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
NOT_SHOWN = ("commands", "demo", "selftest", "cli_run", "app", "simulated")
"""Where trouble is told by the command line or before there is a window."""


def raised(kind: str) -> set[str]:
    """The literal codes with which the sources make a Refusal or a Fault."""
    return {
        str(call.args[0].value)
        for call in named_calls()
        if isinstance(call.func, ast.Name) and call.func.id == kind and isinstance(call.args[0], ast.Constant)
    }


@cache
def named_calls() -> list[ast.Call]:
    """Every call of a bare name with an argument, in the sources of what is shown; they are read once."""
    paths = [path for path in DESKTOP.rglob("*.py") if path.stem not in NOT_SHOWN]
    paths = [path for path in paths if not path.relative_to(DESKTOP).parts[0].removesuffix(".py").startswith(NOT_SHOWN)]
    nodes = (node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return [node for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args]


def test_every_refusal_brings_what_its_words_name() -> None:
    calls = [call for call in named_calls() if isinstance(call.func, ast.Name) and call.func.id == "Refusal"]
    lacking = {}
    for call in calls:
        facts = next((given.value for given in call.keywords if given.arg == "facts"), ast.Dict([], []))
        code = call.args[0]
        if isinstance(code, ast.Constant) and isinstance(facts, ast.Dict):  # others are tried by those who raise them
            brought = {key.value for key in facts.keys if isinstance(key, ast.Constant)}
            named = {name for text in REFUSALS.get(str(code.value), ()) for _, name, _, _ in Formatter().parse(text)}
            if lacks := named - brought - {None, ""}:
                lacking[f"{code.value}, line {call.lineno}"] = lacks
    assert lacking == {}


def test_every_refusal_has_words() -> None:
    assert raised("Refusal") - set(REFUSALS) == set()


def test_every_fault_has_words() -> None:
    assert raised("Fault") - set(FAULTS) == set()


def test_the_sentences_of_explanations_are_collected_for_translation() -> None:
    assert set(SENTENCES.values()) == set(STEPS)


@pytest.mark.parametrize(("code", "words"), sorted(REFUSALS.items()))
def test_a_refusal_is_said_with_its_facts(code: str, words: tuple[str, str]) -> None:
    facts: dict[str, str | int] = {"limit_milli": 9_999_999, "limit_ppm": 100_000, "limit": 1000}
    facts |= {"name": "Milk", "names": "Anna, Boris", "receipt": "T01-1"}
    facts |= {
        "setting": "cp1",
        "number": "INV-1",
        "amount_minor": 500,
        "over_minor": 42,
        "back_minor": 5,
        "held_minor": 100,
        "seconds": 60,
        "currency": "USD",
    }
    facts |= {"left_milli": 1000, "left_minor": 500, "free_minor": 500, "limit_minor": 5000, "owed_minor": 500}
    facts |= {"till": "Till 2", "what": "F9=F9", "sku": "M1", "date": "2026-03-01", "serial": "SN1", "codes": "1, 2"}
    facts |= {"place": "A-01-2", "plate": "340123450000000017"}
    facts |= {
        "code": "2000000000015",
        "order": "P-1",
        "who": "Anna",
        "since": "10:00",
        "expected": "Tea",
        "scanned": "Soap",
        "missing": "Tea",
    }
    facts |= {"weight_g": 900, "expected_g": 1000, "shop": "Quay", "lines": "1, 2", "rows": "2: no place X"}
    facts |= {"photos": 8, "products": "Milk", "file": "a.jpg", "folder": "/camera", "goods": "Tea"}
    facts |= {"reason": "Broken", "reasons": "Broken, Stolen", "faces": "A-01", "slot": 2, "lot": "L-1"}
    message, _ = refusal_words(Refusal(code, "English", facts=facts), "EUR")
    assert message
    assert "{" not in message


def test_an_unknown_code_speaks_english() -> None:
    assert refusal_words(Refusal("new.one", "Something new.", "Do this.")) == ("Something new.", "Do this.")
    assert fault_words(Fault("new.one", "Title", "message", "Do this.")) == ("Title", "message", "Do this.")


def test_a_step_is_said_with_the_figures_of_the_language() -> None:
    facts = (("quantity_milli", 342), ("unit", "kg"), ("price_e4", 149_900), ("currency", "EUR"))
    assert step_words(Step("price.weighed", facts, 513)) == "0.342 kg weighed, at 14.99, is 5.13\u00a0€"
