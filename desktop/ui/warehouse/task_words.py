"""A task in words: its kind, its next step, and what to look at. A kind that no table has is called by its code."""

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication

from desktop.domain.task import OF_GOODS, Task, TaskKind
from desktop.ui import formats
from desktop.ui.warehouse.task_rows import ScanRow, TaskState
from desktop.ui.words_goods import AT, COUNTS, LOOKS, NEXT, REASONS, TASK_ICONS, TASKS
from desktop.ui.words_places import rule_words


def kind_title(kind: str) -> str:
    """What a kind of task is called."""
    return _said(TASKS[kind][0]) if kind in TASKS else kind


def kind_done(kind: str) -> str:
    """What was done."""
    return _said(TASKS[kind][1]) if kind in TASKS else kind


def kind_icon(kind: TaskKind) -> str:
    """Its picture."""
    return TASK_ICONS.get(kind, "package")


def reason_words(reason: str) -> str:
    """Why goods are written off; a reason that somebody typed is its own words."""
    return _said(REASONS[reason]) if reason in REASONS else reason


def next_words(state: TaskState) -> str:
    """The next step, large."""
    if state.task is None:
        return ""
    if state.into:
        return _said(NEXT["into"]).replace("{place}", state.into)
    if state.suggested and state.part_milli:
        many = formats.quantity(state.part_milli)
        return _said(NEXT["part"]).replace("{quantity}", many).replace("{place}", state.suggested)
    if state.suggested:
        return _said(NEXT.get(f"{state.task.kind}.suggested", NEXT["suggested"])).replace("{place}", state.suggested)
    step = state.step.next
    return _said(NEXT.get(f"{state.task.kind}.{step}", NEXT[step]))


def about_words(state: TaskState) -> str:
    """Below it: the place that counts now, and what the task is for."""
    task = state.task
    if task is None:
        return ""
    if state.into and state.suggested in ("", state.into):
        return _said(AT["into"])
    if state.into:
        return _said(AT["better"]).replace("{place}", state.suggested)
    if state.suggested and state.why:
        return rule_words(state.why)
    at = _said(AT.get(task.kind, AT[""])).replace("{place}", state.place) if state.place else ""
    return " · ".join(part for part in (at, *count_parts(state), *_task_parts(task)) if part)


def count_parts(state: TaskState) -> tuple[str, ...]:
    """What an order asks to be counted here by name, and where one goes then."""
    asks = _said(COUNTS["asks"]).replace("{goods}", ", ".join(state.asks)) if state.asks else ""
    return asks, _said(COUNTS["then"]).replace("{place}", state.then) if state.then else ""


def _task_parts(task: Task) -> tuple[str, ...]:
    reference = f"{formats.NO_BREAK.join(('№', task.reference))}" if task.reference else ""
    return reason_words(task.reason), reference


def look_words(state: TaskState) -> str:
    """What a person should look at, empty for nothing."""
    if state.look not in LOOKS:
        return ""
    about = day_words(state.about) if state.look in ("expired", "too_soon") else state.about
    return _said(LOOKS[state.look]).replace("{about}", about)


def row_quantity(row: ScanRow) -> str:
    """How many one scan was, with its sign; of packs, how many of how much."""
    return f"+{formats.packed(row.quantity_milli, row.unit, row.pack_milli)}" if row.what in OF_GOODS else ""


def lot_words(row: ScanRow) -> str:
    """Lot and expiry of a scan."""
    lot = QCoreApplication.translate("Tasks", "Lot {0}").replace("{0}", row.lot) if row.lot else ""
    until = QCoreApplication.translate("Tasks", "until {0}").replace("{0}", day_words(row.expiry)) if row.expiry else ""
    return " · ".join(part for part in (lot, until) if part)


def day_words(day: str) -> str:
    """A day of ISO 8601 as this language writes it."""
    try:
        return formats.date(datetime.combine(date.fromisoformat(day), time()))
    except ValueError:
        return day


def _said(text: str) -> str:
    return QCoreApplication.translate("Tasks", text)
