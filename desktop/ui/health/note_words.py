"""The note for the manager: all that somebody who was not there needs, as lines to show or to print."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.clock import iso
from desktop.ui import formats
from desktop.ui.health.case_words import case_row
from desktop.ui.health.doctor_words import find
from desktop.ui.health.health_rows import HealthState
from desktop.ui.health.health_words import age, headline, near, worth_words

CASES_SHOWN = 5

Line = tuple[str, str]
"""What it is, and its words."""


def note_lines(state: HealthState) -> tuple[Line, ...]:
    """Make the lines of a note from what the screen shows; lines without words are left out."""
    translate = QCoreApplication.translate
    lines = (
        (translate("Note", "Till"), " · ".join(part for part in (state.till, state.shop) if part)),
        (translate("Note", "Written"), formats.moment(state.now)),
        (translate("Note", "Waits"), _waits(state)),
        (translate("Note", "Since"), _since(state)),
        (translate("Note", "Cause"), _cause(state)),
        (translate("Note", "To do"), _to_do(state)),
        (translate("Note", "Cases"), _cases(state)),
        (translate("Note", "Journal"), _journal(state)),
        (translate("Note", "Backup"), _backup(state)),
        (translate("Note", "For support"), _reference(state)),
    )
    return tuple(line for line in lines if line[1])


def _waits(state: HealthState) -> str:
    translate, waiting = QCoreApplication.translate, state.waiting
    if not waiting.count:
        return translate("Note", "nothing, all is sent")
    entries = translate("Note", "%n entries", "", waiting.count)
    receipts = translate("Note", "%n receipt(s)", "", waiting.receipts) if waiting.receipts else ""
    return " · ".join(part for part in (entries, receipts, worth_words(waiting)) if part)


def _since(state: HealthState) -> str:
    translate = QCoreApplication.translate
    parts = []
    if state.waiting.oldest_at:
        oldest = translate("Note", "the oldest entry is {0} old")
        parts.append(oldest.replace("{0}", age(state.waiting.oldest_at, state.now)))
    if state.since:
        parts.append(translate("Note", "no line since {0}").replace("{0}", near(state.since, state.now)))
    return " · ".join(parts)


def _cause(state: HealthState) -> str:
    finding = find(state)
    if state.mood == "blocked":
        return headline(state)
    return finding.title if finding else ""


def _to_do(state: HealthState) -> str:
    finding = find(state)
    return " ".join(finding.steps) if finding else ""


def _cases(state: HealthState) -> str:
    rows = [case_row(case, state) for case in state.all_cases[:CASES_SHOWN]]
    words = [f"{row.title} ({row.age})" if row.age else row.title for row in rows]
    hidden = len(state.all_cases) - len(rows)
    if hidden:
        words.append(QCoreApplication.translate("Note", "and %n more", "", hidden))
    return "\n".join(words)


def _journal(state: HealthState) -> str:
    waiting = state.waiting
    entries = QCoreApplication.translate("Note", "%n entries", "", waiting.entries)
    head = QCoreApplication.translate("Note", "head {0}").replace("{0}", waiting.head_hash[:16])
    return f"{entries} · {head}"


def _backup(state: HealthState) -> str:
    backup = state.backup
    made = near(datetime.fromisoformat(backup.made.made_at), state.now) if backup.made else ""
    return " · ".join(part for part in (made, backup.trouble, backup.detail) if part)


def _reference(state: HealthState) -> str:
    """Codes and places that only support needs, one a line."""
    told = " · ".join(part for part in (state.status.cause, state.status.detail) if part)
    version = f"eckWMS {state.facts.version}" if state.facts.version else ""
    parts = (told, state.device, version, state.facts.server, state.facts.log_file, iso(state.now))
    return "\n".join(part for part in parts if part)
