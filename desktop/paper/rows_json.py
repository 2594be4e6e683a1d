"""Rows of a slip as JSON and back, for a job that waits for its printer."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from desktop.paper.rows import Band, Code, Columns, Gap, Pair, Row, Rule, Text

_KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in (Text, Pair, Columns, Band, Rule, Gap, Code)}


def rows_to_json(rows: Sequence[Row]) -> str:
    """Write rows down."""
    return json.dumps([[type(row).__name__, asdict(row)] for row in rows], ensure_ascii=False)


def rows_from_json(text: str) -> tuple[Row, ...]:
    """Read rows back."""
    return tuple(_row(name, fields) for name, fields in json.loads(text))


def _row(name: str, fields: dict[str, Any]) -> Row:
    if name == Columns.__name__:
        fields["cells"] = tuple(fields["cells"])
    row: Row = _KINDS[name](**fields)
    return row
