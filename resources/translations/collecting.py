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
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in paths]
    return sorted({text for tree in trees for text in _texts(tree, "", _short_context(tree))})


def plain_calls(texts: list[Text]) -> str:
    """Python that Qt's collector reads without fail."""
    return "".join(
        f"QCoreApplication.translate({_quoted(text.context)}, {_quoted(text.source)}, {_quoted(text.comment)}"
        f"{', 1' if text.plural else ''})\n"
        for text in texts
    )


def _short_context(tree: ast.Module) -> str:
    """The context in which a file's own `_tr` translates; empty when it has none."""
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.name == "_tr":
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant):
                    return str(call.args[0].value)
    return ""


def _texts(node: ast.AST, context: str, short: str) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            text = _text(child, context, short)
            if text is not None:
                yield text
        yield from _texts(child, child.name if isinstance(child, ast.ClassDef) else context, short)


def _text(call: ast.Call, context: str, short: str) -> Text | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    arguments = [argument.value if isinstance(argument, ast.Constant) else None for argument in call.args]
    if name in ("tr", "_tr"):
        arguments.insert(0, context if name == "tr" else short)
    elif name not in ("translate", "QT_TRANSLATE_NOOP"):
        return None
    match arguments:
        case [str(where), str(source), *rest]:
            comment = rest[0] if rest and isinstance(rest[0], str) else ""
            return Text(where, source, comment, plural=len(rest) > 1)
    return None


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
