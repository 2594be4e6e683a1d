"""Codes of the trade and of the machine in the person's words: one table for every screen."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from PySide6.QtCore import QCoreApplication

from desktop.domain.explanation import SENTENCES, Step
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.ui import formats
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.words_faults import FAULTS
from desktop.ui.words_steps import STEPS as STEPS
from desktop.ui.words_tables import METHODS, REFUSALS, ROLES
from sync.status import EngineStatus

_ENDS = re.compile(r"^(?P<words>.+?)(?:,? is| =|:) (?P<amount>\{(?:amount|tax)\})(?P<rest>, .+)?$")
"""A sentence that says an amount last."""

PillState = Literal["ok", "waiting", "attention", "blocked"]


@dataclass(frozen=True)
class SyncWords:
    """The pill's look, its words, and the sentence behind it."""

    state: PillState
    text: str
    detail: str


def refusal_words(refusal: Refusal, currency: str = "") -> tuple[str, str]:
    """What the trade says and the way out; a code that no table has speaks English."""
    known = REFUSALS.get(refusal.code)
    if known is None:
        return refusal.message, refusal.remedy
    facts = {name: _fact(name, value, currency) for name, value in refusal.facts.items()}
    message, remedy = (_said("Refusals", text) for text in known)
    return message.format_map(facts), remedy


def refusal_text(refusal: Refusal, currency: str = "") -> str:
    """Both sentences of a refusal in one."""
    return " ".join(part for part in refusal_words(refusal, currency) if part)


def fault_words(fault: Fault) -> tuple[str, str, str]:
    """Title, message and remedy; the message is the machine's own and stays as it is."""
    known = FAULTS.get(fault.code)
    if known is None:
        return fault.title, fault.message, fault.remedy
    return _said("Faults", known[0]), fault.message, _said("Faults", known[1])


def step_words(step: Step) -> str:
    """One step of an explanation as a sentence, figures as this language writes them."""
    return _said("Steps", SENTENCES[step.kind]).format_map(_step_values(step))


def step_parts(step: Step) -> tuple[str, str]:
    """The same in two parts for a table: the words, and the amount they end with, if they do."""
    said, values = _said("Steps", SENTENCES[step.kind]), _step_values(step)
    ends = _ENDS.match(said)
    words, amount = (ends["words"] + (ends["rest"] or ""), ends["amount"]) if ends else (said, "")
    return words.format_map(values), amount.format_map(values)


def role_words(role: str) -> str:
    """A role's name; an unknown role is its own name."""
    return _said("Roles", ROLES[role]) if role in ROLES else role


def method_words(method: str) -> str:
    """A payment method's name."""
    kind, _, currency = method.partition(":")
    known = _said("Methods", METHODS[kind]) if kind in METHODS else kind
    return f"{known} {currency}".strip()


def sync_words(status: EngineStatus, now: datetime, cases: int = 0) -> SyncWords:
    """The pill for an engine's status; words that a cashier need not look up.

    `cases` are those that wait for whoever is signed in; they are said when nothing is wrong with the line.
    """
    if status.cause == "rehearsal":
        return SyncWords("waiting", _tr("Rehearsal"), _tr("Nothing done here counts, and nothing is sent."))
    if cases and status.state in ("level", "sending"):
        text = QCoreApplication.translate("Sync", "%n case(s)", "", cases)
        return SyncWords("attention", text, _tr("Open the details: a manager decides."))
    if status.state == "level":
        return SyncWords("ok", _tr("Online"), _all_sent(status, now))
    if status.state == "sending":
        text = _count(QCoreApplication.translate("Sync", "Sending %n", "", status.unsent), status)
        return SyncWords("ok", text or _tr("Online"), _tr("On the way to head office."))
    if status.state == "blocked":
        return SyncWords("blocked", _blocked(status.cause), _tr("Sales stay on this till until it is let in."))
    if status.state == "attention":
        text = _tr("Needs attention") + _waiting(status)
        return SyncWords("attention", text, _tr("Open the details: a person should look."))
    return _offline(status)


def _offline(status: EngineStatus) -> SyncWords:
    waiting = _waiting(status)
    if status.cause == "offline.network":
        return SyncWords("waiting", _tr("No network") + waiting, _tr("Cable or Wi-Fi of this till. Sales continue."))
    if status.cause == "offline.internet":
        detail = _tr("The router works, the internet does not. Sales continue.")
        return SyncWords("waiting", _tr("No internet") + waiting, detail)
    if status.cause == "offline.clock":
        return SyncWords("attention", _tr("Clock is wrong") + waiting, _tr("Set date and time of this till."))
    if status.cause == "offline.captive":
        detail = _tr("The network asks to sign in on its own web page. Sales continue.")
        return SyncWords("waiting", _tr("No internet") + waiting, detail)
    if status.cause == "offline.certificate":
        detail = _tr("Nothing is sent until the certificate of head office verifies. Sales continue.")
        return SyncWords("attention", _tr("Certificate invalid") + waiting, detail)
    if status.cause in ("busy", "degraded"):
        detail = _tr("Nothing to do here: this till tries again by itself. Sales continue.")
        return SyncWords("waiting", _tr("Server busy") + waiting, detail)
    detail = _tr("Nothing to do here: it is sent by itself when the server answers. Sales continue.")
    return SyncWords("attention", _tr("Server unavailable") + waiting, detail)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sync", text)


SYNC = (
    QT_TRANSLATE_NOOP("Sync", "Online"),
    QT_TRANSLATE_NOOP("Sync", "On the way to head office."),
    QT_TRANSLATE_NOOP("Sync", "Sales stay on this till until it is let in."),
    QT_TRANSLATE_NOOP("Sync", "Needs attention"),
    QT_TRANSLATE_NOOP("Sync", "Open the details: a person should look."),
    QT_TRANSLATE_NOOP("Sync", "No network"),
    QT_TRANSLATE_NOOP("Sync", "Cable or Wi-Fi of this till. Sales continue."),
    QT_TRANSLATE_NOOP("Sync", "The router works, the internet does not. Sales continue."),
    QT_TRANSLATE_NOOP("Sync", "No internet"),
    QT_TRANSLATE_NOOP("Sync", "Clock is wrong"),
    QT_TRANSLATE_NOOP("Sync", "Set date and time of this till."),
    QT_TRANSLATE_NOOP("Sync", "The network asks to sign in on its own web page. Sales continue."),
    QT_TRANSLATE_NOOP("Sync", "Nothing to do here: it is sent by itself when the server answers. Sales continue."),
    QT_TRANSLATE_NOOP("Sync", "Server unavailable"),
    QT_TRANSLATE_NOOP("Sync", "Nothing is sent until the certificate of head office verifies. Sales continue."),
    QT_TRANSLATE_NOOP("Sync", "Certificate invalid"),
    QT_TRANSLATE_NOOP("Sync", "Nothing to do here: this till tries again by itself. Sales continue."),
    QT_TRANSLATE_NOOP("Sync", "Server busy"),
    QT_TRANSLATE_NOOP("Sync", "Open the details: a manager decides."),
    QT_TRANSLATE_NOOP("Sync", "Waiting for approval"),
    QT_TRANSLATE_NOOP("Sync", "Till is blocked"),
    QT_TRANSLATE_NOOP("Sync", "Till not registered"),
    QT_TRANSLATE_NOOP("Sync", "All data sent."),
)
"""What `_tr` says; collected for translation from here."""


def _blocked(cause: str) -> str:
    known = {"denied.pending": "Waiting for approval", "denied.blocked": "Till is blocked"}
    return _tr(known.get(cause, "Till not registered"))


def _waiting(status: EngineStatus) -> str:
    return _count(" · " + QCoreApplication.translate("Sync", "%n waiting", "", status.unsent), status)


def _count(text: str, status: EngineStatus) -> str:
    return text if status.unsent else ""


def _all_sent(status: EngineStatus, now: datetime) -> str:
    if not status.last_contact:
        return _tr("All data sent.")
    since = now - datetime.fromisoformat(status.last_contact)
    seconds = max(0, round(since.total_seconds()))
    if seconds < 120:
        return QCoreApplication.translate("Sync", "All data sent, %n s ago.", "", seconds)
    return QCoreApplication.translate("Sync", "All data sent, %n min ago.", "", seconds // 60)


def _said(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text) if text else ""


def _fact(name: str, value: str | int | None, currency: str) -> str:
    if not isinstance(value, int):
        return str(value or "")
    if name.endswith("_minor"):
        return formats.money(value, currency)
    if name.endswith("_milli"):
        return formats.quantity(value)
    if name.endswith("_ppm"):
        return formats.percent(value)
    return str(value)


def _step_values(step: Step) -> dict[str, str]:
    facts = dict(step.facts)
    currency = str(facts.get("currency", ""))
    values = {"amount": formats.money(step.amount_minor, currency)}
    for name, value in facts.items():
        stem, _, unit = name.rpartition("_")
        if name == "unit":
            values[name] = formats.unit_name(str(value))
        elif isinstance(value, str):
            values[name] = value
        elif unit == "minor":
            values[stem] = formats.money(value, currency)
        elif unit == "e4":
            values[stem] = formats.price(value, currency)
        elif unit == "milli":
            values[stem] = formats.quantity(value)
        elif unit == "ppm":
            values[stem] = formats.percent(value).removesuffix(f"{formats.NO_BREAK}%")
        else:
            values[name] = str(value)
    values["because"] = f" ({values['reason']})" if values.get("reason") else ""
    return values
