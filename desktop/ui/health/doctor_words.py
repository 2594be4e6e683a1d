"""The sync doctor's findings: what keeps entries from head office, in plain words, and what to do about it."""

import re
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from desktop.ui import formats
from desktop.ui.health.health_rows import HealthState
from desktop.ui.health.health_words import age, near
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.words_backups import BACKUP_OTHER, BACKUP_STEPS
from desktop.ui.words_rights import rights_words

CLOCK_OFF_S = 120
"""A clock that is further off is worth a word."""
SOON_S = 90
"""A wait up to this is said in seconds, a longer one by the clock."""


@dataclass(frozen=True)
class Finding:
    """What is wrong and what to do, in the order in which to do it; `is_line` when another try may help."""

    title: str
    steps: tuple[str, ...]
    tone: Literal["warn", "danger"] = "warn"
    is_line: bool = True


_NOTHING = QT_TRANSLATE_NOOP("Doctor", "Nothing to do here: this till tries again by itself.")
_NOTE = QT_TRANSLATE_NOOP("Doctor", "Stays like this? Hand the note to a manager or to support.")

CAUSES: dict[str, tuple[str, ...]] = {
    "offline.network": (
        QT_TRANSLATE_NOOP("Doctor", "This till has no network"),
        QT_TRANSLATE_NOOP("Doctor", "Check the cable or the Wi-Fi of this computer."),
        QT_TRANSLATE_NOOP("Doctor", "Other devices have none either? Restart the router."),
    ),
    "offline.internet": (
        QT_TRANSLATE_NOOP("Doctor", "The internet is away, or the address of head office is wrong"),
        QT_TRANSLATE_NOOP("Doctor", "Other devices have no internet either? Restart the router or call the provider."),
        QT_TRANSLATE_NOOP("Doctor", "They have it? Then the address is wrong: {server}. Tell your administrator."),
    ),
    "offline.server": (
        QT_TRANSLATE_NOOP("Doctor", "Head office does not answer"),
        _NOTHING,
        QT_TRANSLATE_NOOP("Doctor", "Longer than an hour? Ask whether the server runs and is still at {server}."),
    ),
    "offline.captive": (
        QT_TRANSLATE_NOOP("Doctor", "The network asks to sign in on its own web page"),
        QT_TRANSLATE_NOOP("Doctor", "Open a web browser on this computer and sign in to the network."),
        QT_TRANSLATE_NOOP("Doctor", "No such page? Then something else answers at {server}: tell your administrator."),
    ),
    "offline.certificate": (
        QT_TRANSLATE_NOOP("Doctor", "The certificate of head office does not verify"),
        QT_TRANSLATE_NOOP("Doctor", "Nothing is sent until it does: somebody else could be listening."),
        QT_TRANSLATE_NOOP("Doctor", "The administrator renews it, or gives this till its CA file (setting ca_file)."),
    ),
    "offline.clock": (
        QT_TRANSLATE_NOOP("Doctor", "The clock of this till is wrong"),
        QT_TRANSLATE_NOOP("Doctor", "Set date and time of this computer, then try now."),
    ),
    "busy": (QT_TRANSLATE_NOOP("Doctor", "Head office asked this till to wait"), _NOTHING),
    "degraded": (
        QT_TRANSLATE_NOOP("Doctor", "Head office is there but cannot work just now"),
        _NOTHING,
        QT_TRANSLATE_NOOP("Doctor", "Longer than an hour? Tell whoever runs the server."),
    ),
    "denied.pending": (
        QT_TRANSLATE_NOOP("Doctor", "A manager has to approve this till"),
        QT_TRANSLATE_NOOP("Doctor", "In the console, under Tills."),
    ),
    "denied.blocked": (
        QT_TRANSLATE_NOOP("Doctor", "Selling is stopped, what was sold is safe"),
        QT_TRANSLATE_NOOP("Doctor", "Only a manager can open it again, in the console under Tills."),
        QT_TRANSLATE_NOOP("Doctor", "What was sold before is kept and still handed in."),
    ),
    "denied.unknown": (
        QT_TRANSLATE_NOOP("Doctor", "This till has to be registered again"),
        QT_TRANSLATE_NOOP("Doctor", "Get a new code from head office. Nothing is lost by it."),
    ),
    "refused": (
        QT_TRANSLATE_NOOP("Doctor", "Head office does not accept what this till sends"),
        QT_TRANSLATE_NOOP("Doctor", "Compare the versions of both programs; this till has {version}."),
        _NOTE,
    ),
    "too_large": (
        QT_TRANSLATE_NOOP("Doctor", "One entry is larger than head office takes"),
        QT_TRANSLATE_NOOP("Doctor", "The administrator raises the limit of the server; then it goes by itself."),
    ),
    "gone": (QT_TRANSLATE_NOOP("Doctor", "Prices and goods are being loaded anew"), _NOTHING),
    "broken": (
        QT_TRANSLATE_NOOP("Doctor", "The answer of head office does not hold together"),
        QT_TRANSLATE_NOOP("Doctor", "Nothing of it was taken over, and nothing is lost."),
        _NOTE,
    ),
    "rewound": (
        QT_TRANSLATE_NOOP("Doctor", "Head office holds more of this journal than the till itself"),
        QT_TRANSLATE_NOOP("Doctor", "The till fetches back what is missing and goes on in a new journal by itself."),
        _NOTE,
    ),
    "fork": (
        QT_TRANSLATE_NOOP("Doctor", "A second copy of this till has written"),
        QT_TRANSLATE_NOOP("Doctor", "Find the other computer that runs this till and stop it."),
        QT_TRANSLATE_NOOP("Doctor", "Both are to be registered again: hand the note to support."),
    ),
    "disk": (
        QT_TRANSLATE_NOOP("Doctor", "The disk of this till makes trouble"),
        QT_TRANSLATE_NOOP("Doctor", "Export what is unsent to another disk."),
        QT_TRANSLATE_NOOP("Doctor", "Then free some space, or have the disk checked."),
    ),
}
"""Cause of `sync.trouble` -> title and steps."""

_UNKNOWN = (QT_TRANSLATE_NOOP("Doctor", "Something keeps this till from head office"), _NOTE)
_DAMAGED = (
    QT_TRANSLATE_NOOP("Doctor", "The journal of this till does not hold"),
    QT_TRANSLATE_NOOP("Doctor", "Go on selling. Export what is unsent and hand the note to support."),
)
_NO_BACKUP = QT_TRANSLATE_NOOP("Doctor", "There is no backup of this till yet")
_OLD_BACKUP = QT_TRANSLATE_NOOP("Doctor", "The last backup of this till is {0} old")
_NEWER = QT_TRANSLATE_NOOP("Doctor", "A newer version of the program is there: {0}")
_WHO_INSTALLS = QT_TRANSLATE_NOOP("Doctor", "This till has {0}. Whoever looks after this computer installs it.")
_DANGEROUS = ("denied.blocked", "denied.unknown", "fork", "disk", "offline.certificate")


def find(state: HealthState) -> Finding | None:
    """Give the one finding that matters most, or None when nothing is in the way; where rights run out, it says so."""
    finding, words = _find(state), rights_words(state.rights)
    if not words or state.journal_is_bad:
        return finding
    if finding is None or state.rights.doubt:
        return Finding(words, (_tr(_NOTE),) if state.rights.doubt else (), "danger" if state.rights.doubt else "warn")
    return Finding(finding.title, (*finding.steps[:2], words), finding.tone)


def _find(state: HealthState) -> Finding | None:
    cause = state.status.cause
    if state.journal_is_bad:
        return _finding(_DAMAGED, state, "danger")
    if cause:
        return _finding(CAUSES.get(cause, _UNKNOWN), state, "danger" if cause in _DANGEROUS else "warn")
    offset_s = state.status.clock_offset_s or 0
    if abs(offset_s) > CLOCK_OFF_S:
        return Finding(clock_words(offset_s), (_tr(CAUSES["offline.clock"][1]),))
    return _find_backup(state) or _find_newer(state)


def _find_newer(state: HealthState) -> Finding | None:
    """Say that head office told of a newer version; nothing is installed from here."""
    facts = state.facts
    if not facts.newest or _numbers(facts.newest) <= _numbers(facts.version):
        return None
    title, step = _tr(_NEWER).replace("{0}", facts.newest), _tr(_WHO_INSTALLS).replace("{0}", facts.version)
    return Finding(title, (step,), is_line=False)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])


def _find_backup(state: HealthState) -> Finding | None:
    """Say that the last good backup is too old or that the last try failed, and why."""
    backup = state.backup
    if not backup.is_overdue(state.now):
        return None
    title = _tr(_NO_BACKUP)
    if backup.made is not None:
        title = _tr(_OLD_BACKUP).replace("{0}", age(backup.made.made_at, state.now))
    steps = BACKUP_STEPS.get(backup.trouble, BACKUP_OTHER)
    tone: Literal["warn", "danger"] = "danger" if backup.trouble == "store.damaged" else "warn"
    return Finding(title, tuple(_tr(step) for step in steps), tone, is_line=False)


def clock_words(offset_s: float) -> str:
    """How far this till's clock is off the centre's, which is `offset_s` ahead of it."""
    translate = QCoreApplication.translate
    behind = translate("Doctor", "The clock of this till is {0} min behind")
    words = behind if offset_s > 0 else translate("Doctor", "The clock of this till is {0} min ahead")
    return words.replace("{0}", formats.decimal(str(round(abs(offset_s) / 60))))


def next_try(state: HealthState) -> str:
    """When the engine tries again by itself; empty when it does not wait."""
    seconds, at = state.next_try_s, state.next_try_at
    if not state.status.cause or not seconds or at is None:
        return ""
    if seconds <= SOON_S:
        return QCoreApplication.translate("Doctor", "next try in {0} s").replace("{0}", str(seconds))
    return QCoreApplication.translate("Doctor", "next try at {0}").replace("{0}", near(at, state.now))


def _finding(texts: tuple[str, ...], state: HealthState, tone: Literal["warn", "danger"]) -> Finding:
    title, *steps = (_tr(text) for text in texts)
    server = state.facts.server or QCoreApplication.translate("Doctor", "(no address)")
    facts = {"{server}": server, "{version}": state.facts.version}
    return Finding(title, tuple(_filled(step, facts) for step in steps), tone)


def _filled(text: str, facts: dict[str, str]) -> str:
    for name, value in facts.items():
        text = text.replace(name, value)
    return text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Doctor", text)
