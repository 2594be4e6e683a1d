"""A note for somebody who was not there, as rows of a slip: what it is in bold, its words below."""

from collections.abc import Sequence

from desktop.paper.rows import Gap, Row, Rule, Text


def note_rows(title: str, lines: Sequence[tuple[str, str]]) -> tuple[Row, ...]:
    """Lay out lines of (what, words); words may have several paragraphs."""
    rows: list[Row] = [Text(title, "center", "big", bold=True), Rule()]
    for what, words in lines:
        rows += [Text(what, size="small"), *(Text(part, bold=True) for part in words.split("\n")), Gap(1)]
    return (*rows, Rule(), Gap())
