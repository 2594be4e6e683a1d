"""The texts of the program, read from its syntax trees.

Qt's own collector misses a plural whose number is more than a literal, so it is given a file of plain calls."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Text(NamedTuple):
    """One text to translate, in the context of a class or of a table."""

    context: str
    source: str
    comment: str
    plural: bool


def texts_of(paths: list[Path]) -> list[Text]:
    """All texts of these files, each once, in order of context and source."""
    found = {text for path in paths for text in _texts(ast.parse(path.read_text(encoding="utf-8")), "")}
    return sorted(found)


def plain_calls(texts: list[Text]) -> str:
    """Python that Qt's collector reads without fail."""
    return "".join(
        f"QCoreApplication.translate({_quoted(text.context)}, {_quoted(text.source)}, {_quoted(text.comment)}"
        f"{', 1' if text.plural else ''})\n"
        for text in texts
    )


def _texts(node: ast.AST, context: str) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            text = _text(child, context)
            if text is not None:
                yield text
        yield from _texts(child, child.name if isinstance(child, ast.ClassDef) else context)


def _text(call: ast.Call, context: str) -> Text | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    arguments = [argument.value if isinstance(argument, ast.Constant) else None for argument in call.args]
    if name == "tr":
        arguments.insert(0, context)
    elif name not in ("translate", "QT_TRANSLATE_NOOP"):
        return None
    match arguments:
        case [str(where), str(source), *rest]:
            comment = rest[0] if rest and isinstance(rest[0], str) else ""
            return Text(where, source, comment, plural=len(rest) > 1)
    return None


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
