"""Keep the translations level with the program. Run with the project's Python from anywhere:

    python resources/translations/update.py              collect strings from the sources, compile the .qm files
    python resources/translations/update.py --fill FILE  and take translations from a JSON file
                                                         of the language with which its name begins: ru.json
    python resources/translations/update.py --missing    print what has no translation yet, in that same form

The JSON is {"Context": {"source text": "translation"}}; a plural text has a list: three forms in Russian
(one, few, many), two in English and German. Contexts are class names, or what is given to QCoreApplication.translate.
English holds plural texts only: its other texts are the sources.
"""

import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
if str(PROJECT) not in sys.path:
    sys.path.insert(0, str(PROJECT))  # run as a file, from anywhere

from resources.translations.collecting import plain_calls, texts_of  # noqa: E402

LANGUAGES = ("en", "ru", "de")
_TOOLS = Path(sys.executable).parent

Texts = dict[str, dict[str, Any]]


def collect(ts_file: Path, language: str) -> None:
    """Bring a .ts file level with the sources; texts that are gone are dropped."""
    only = ["-pluralonly"] if language == "en" else []
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder, "texts.py")
        calls.write_text(_all_texts(), encoding="utf-8")
        options = ["-silent", "-no-obsolete", "-locations", "none", "-sort-messages"]
        options += ["-disable-heuristic", "similartext", "-source-language", "en", "-target-language", language]
        _run("pyside6-lupdate", *options, *only, str(calls), "-ts", str(ts_file))


@cache
def _all_texts() -> str:
    return plain_calls(texts_of(sorted((PROJECT / "desktop").rglob("*.py"))))


def compile_to(ts_file: Path, qm_file: Path) -> None:
    """Write the .qm file that the program loads."""
    _run("pyside6-lrelease", "-silent", str(ts_file), "-qm", str(qm_file))


def unfinished(ts_file: Path) -> Texts:
    """Texts without a finished translation, by context."""
    left: Texts = {}
    for context, message in messages(ts_file):
        translation = message.find("translation")
        if translation is not None and translation.get("type") == "unfinished":
            forms = ["" for _ in translation.findall("numerusform")]
            left.setdefault(context, {})[message.findtext("source", "")] = forms or ""
    return left


def fill(ts_file: Path, texts: Texts) -> list[str]:
    """Write translations into a .ts file and return the texts that are not in it."""
    tree = ET.parse(ts_file)  # noqa: S314  our own file
    unused = {(context, source) for context, entries in texts.items() for source in entries}
    for context, message in _messages(tree):
        source = message.findtext("source", "")
        given = texts.get(context, {}).get(source)
        translation = message.find("translation")
        if given and translation is not None:
            unused.discard((context, source))
            _write(translation, given)
    ET.indent(tree, " " * 4)
    body = ET.tostring(tree.getroot(), encoding="unicode")
    ts_file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return [f"{context}: {source}" for context, source in sorted(unused)]


def _write(translation: ET.Element, given: Any) -> None:
    translation.attrib.pop("type", None)
    forms = translation.findall("numerusform")
    if isinstance(given, str):
        translation.text = given
        return
    if len(forms) != len(given):
        raise SystemExit(f"{given}: this language has {len(forms)} plural forms")
    for form, text in zip(forms, given, strict=True):
        form.text = text


def messages(ts_file: Path) -> list[tuple[str, ET.Element]]:
    """All messages of a .ts file with their contexts."""
    return _messages(ET.parse(ts_file))  # noqa: S314  our own file


def _messages(tree: Any) -> list[tuple[str, ET.Element]]:
    contexts = tree.getroot().findall("context")
    return [(each.findtext("name", ""), message) for each in contexts for message in each.findall("message")]


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(_TOOLS / tool), *arguments], check=True, cwd=PROJECT, stdout=subprocess.DEVNULL)


def main(arguments: list[str]) -> int:
    """Do what the command line says; 1 if texts are missing or unknown."""
    for language in LANGUAGES:
        collect(HERE / f"{language}.ts", language)
    texts = json.loads(Path(arguments[1]).read_text(encoding="utf-8")) if arguments[:1] == ["--fill"] else {}
    filled = Path(arguments[1]).name[:2] if texts else ""
    unused = fill(HERE / f"{filled}.ts", texts) if texts else []
    for language in LANGUAGES:
        if texts:
            collect(HERE / f"{language}.ts", language)  # in lupdate's own layout, so that the next run changes nothing
        compile_to(HERE / f"{language}.ts", HERE / f"{language}.qm")
    left = {language: unfinished(HERE / f"{language}.ts") for language in LANGUAGES}
    for text in unused:
        sys.stdout.write(f"not in the sources: {text}\n")
    if arguments[:1] == ["--missing"]:
        sys.stdout.write(json.dumps(left, ensure_ascii=False, indent=2) + "\n")
    else:
        counts = {language: sum(map(len, contexts.values())) for language, contexts in left.items()}
        sys.stdout.write(f"without translation: {counts}\n")
    return 1 if unused or any(left.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
