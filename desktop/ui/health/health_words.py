"""The health screen's sentences: no codes, nothing a cashier has to look up."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.unsent import Broken, Unsent
from desktop.ui import formats
from desktop.ui.health.health_rows import HealthState
from desktop.ui.words import sync_words

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def headline(state: HealthState) -> str:
    """The one sentence on top."""
    translate = QCoreApplication.translate
    if state.mood == "blocked":
        if state.status.cause == "denied.pending":
            return translate("Health", "Head office has not let this till in yet.")
        return translate("Health", "Head office has closed this till.")
    if state.mood == "person":
        if state.for_person:
            return translate("Health", "Selling works. %n thing(s) for a manager.", "", state.for_person)
        return translate("Health", "Selling works. Somebody should look at the line.")
    if state.mood == "fine":
        return translate("Health", "All is sent.")
    if state.waiting.receipts and state.status.state == "offline":
        return translate("Health", "Selling works. %n receipt(s) wait for the line.", "", state.waiting.receipts)
    if state.status.state == "offline":
        return translate("Health", "Selling works without the line.")
    return translate("Health", "Selling works. What was sold is on its way.")


def beside(state: HealthState) -> str:
    """The quiet words behind the headline: since when, and what the line does."""
    words = sync_words(state.status, state.now)
    detail = words.detail
    if state.since is not None:
        since = QCoreApplication.translate("Health", "since {time}").replace("{time}", near(state.since, state.now))
        return f"{since} · {detail}"
    if state.mood == "fine" and state.status.last_contact:
        ago = age(state.status.last_contact, state.now)
        return QCoreApplication.translate("Health", "Head office answered {0} ago.").replace("{0}", ago)
    return detail


def kind_words(entry: Unsent) -> str:
    """What happened, with its amount."""
    amount = formats.money(entry.amount_minor, entry.currency) if entry.amount_minor is not None else ""
    words = _kind(entry)
    return f"{words} {amount}".strip()


def _kind(entry: Unsent) -> str:
    translate = QCoreApplication.translate
    known = {
        "sale.completed": translate("Health", "Sale"),
        "sale.voided": translate("Health", "Taken back"),
        "shift.opened": translate("Health", "Shift {0} opened with"),
        "shift.closed": translate("Health", "Shift {0} closed with"),
        "staff.signed_in": translate("Health", "Signed in: {1}"),
        "stock.adjusted": translate("Health", "Stock put right, lines: {0}"),
        "journal.opened": translate("Health", "Journal opened"),
    }
    if entry.kind == "drawer.opened":
        words = _drawer(entry)
    else:
        words = known.get(entry.kind, translate("Health", "Entry of a newer program"))
    return words.replace("{0}", entry.subject).replace("{1}", entry.detail)


def _drawer(entry: Unsent) -> str:
    if entry.amount_minor is None:
        return QCoreApplication.translate("Health", "Drawer opened: {1}")
    if entry.amount_minor > 0:
        return QCoreApplication.translate("Health", "Cash in")
    return QCoreApplication.translate("Health", "Cash out")


def subject_words(entry: Unsent) -> str:
    """What a person knows it by: the receipt's number, else its number in the journal."""
    if entry.kind in ("sale.completed", "sale.voided"):
        return entry.subject
    return QCoreApplication.translate("Health", "entry {0}").replace("{0}", formats.decimal(str(entry.seq)))


def why_words(state: HealthState) -> str:
    """Why something waits, from the state of the line."""
    translate = QCoreApplication.translate
    known = {
        "offline.network": translate("Health", "no network"),
        "offline.internet": translate("Health", "no internet"),
        "offline.captive": translate("Health", "the network asks to sign in"),
        "offline.certificate": translate("Health", "the certificate does not verify"),
        "offline.clock": translate("Health", "the clock of this till is wrong"),
        "busy": translate("Health", "head office is busy"),
        "denied.pending": translate("Health", "head office has to approve this till"),
        "denied.blocked": translate("Health", "head office has closed this till"),
        "denied.unknown": translate("Health", "head office does not know this till"),
    }
    if not state.status.cause:
        return translate("Health", "on its way")
    return known.get(state.status.cause, translate("Health", "head office does not answer"))


def problem_words(reason: str) -> str:
    """Why head office keeps an entry apart."""
    translate = QCoreApplication.translate
    known = {
        "quarantined": translate("Health", "head office could not book it"),
        "too_large": translate("Health", "larger than head office takes"),
    }
    return known.get(reason, translate("Health", "head office did not take it"))


def broken_words(broken: Broken) -> str:
    """Why the journal went on anew."""
    translate = QCoreApplication.translate
    known = {
        "broken": translate("Health", "an entry is damaged; it went on anew after it"),
        "rewound": translate("Health", "it was shorter than before; it went on anew"),
        "fork": translate("Health", "a second copy of this till has written"),
    }
    return known.get(broken.reason, translate("Health", "it was restored and went on anew"))


def verdict_words(reason: str) -> str:
    """What is wrong with an entry, from the reason of the check, which is for support and in English."""
    translate = QCoreApplication.translate
    if "hash" in reason:
        return translate("Health", "its content was changed")
    if reason.startswith(("number", "does not follow")):
        return translate("Health", "an entry before it is missing")
    return translate("Health", "it cannot be read")


def age(at: str, now: datetime) -> str:
    """How long ago: `12 s`, `34 min`, `2 h`, `3 d`."""
    seconds = max(0, round((now - datetime.fromisoformat(at)).total_seconds()))
    translate = QCoreApplication.translate
    if seconds < 2 * _MINUTE:
        return translate("Health", "{0} s").replace("{0}", str(seconds))
    if seconds < 2 * _HOUR:
        return translate("Health", "{0} min").replace("{0}", str(seconds // _MINUTE))
    if seconds < 2 * _DAY:
        return translate("Health", "{0} h").replace("{0}", str(seconds // _HOUR))
    return translate("Health", "{0} d").replace("{0}", QLocale().toString(seconds // _DAY))


def near(at: datetime, now: datetime) -> str:
    """The time alone today, with the date before that."""
    local = at.astimezone(now.tzinfo)
    return formats.clock_time(local) if local.date() == now.date() else formats.moment(local)
