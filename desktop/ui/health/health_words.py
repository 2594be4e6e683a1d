"""The health screen's sentences: no codes, nothing a cashier has to look up."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.unsent import HandingIn, Unsent
from desktop.ui import formats
from desktop.ui.health.health_rows import HealthState

RECEIPTS = ("sale.completed", "sale.voided")
"""Entries that a person knows by the number on the paper."""

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def headline(state: HealthState) -> str:
    """The one sentence on top."""
    translate = QCoreApplication.translate
    if state.mood == "blocked":
        if state.status.cause == "denied.pending":
            return translate("Health", "Head office has not let this till in yet.")
        if state.status.cause == "denied.blocked":
            return translate("Health", "Head office has closed this till.")
        return translate("Health", "Head office does not know this till.")
    if state.mood == "person":
        if state.all_cases:
            return translate("Health", "Selling works. %n case(s) for a manager.", "", len(state.all_cases))
        return translate("Health", "Selling works. Somebody should look at this.")
    if state.mood == "fine":
        return translate("Health", "All is sent.")
    if state.waiting.receipts and state.status.state == "offline":
        return translate("Health", "Selling works. %n receipt(s) wait for the line.", "", state.waiting.receipts)
    if state.status.state == "offline":
        return translate("Health", "Selling works without the line.")
    return translate("Health", "Selling works. What was sold is on its way.")


def beside(state: HealthState) -> str:
    """The quiet words behind the headline: since when the line is away, or when head office answered last."""
    translate = QCoreApplication.translate
    if state.since is not None:
        return translate("Health", "since {time}").replace("{time}", near(state.since, state.now))
    if state.mood == "fine" and state.status.last_contact:
        ago = age(state.status.last_contact, state.now)
        return translate("Health", "Head office answered {0} ago.").replace("{0}", ago)
    return ""


def worth_words(waiting: HandingIn) -> str:
    """What the sales that wait come to, in each currency."""
    return ", ".join(formats.money(worth.minor, worth.currency) for worth in waiting.worth)


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
        "goods.moved": translate("Health", "Goods moved, lines: {0}"),
        "stock.counted": translate("Health", "Counted, lines: {0}"),
        "count.decided": translate("Health", "A count was decided"),
        "goods.asked": translate("Health", "An approval was asked for, lines: {0}"),
        "goods.decided": translate("Health", "An approval was decided, lines: {0}"),
        "order.taken": translate("Health", "An order was begun or left"),
        "place.made": translate("Health", "Plate {0} was met"),
        "place.moved": translate("Health", "Plate {0} carried to {1}"),
        "journal.opened": translate("Health", "Journal opened"),
        "receipt.copied": translate("Health", "Receipt {0} printed again, copy {1}"),
        "invoice.issued": translate("Health", "Invoice {0} for receipt {1}"),
        "customer.registered": translate("Health", "New customer"),
        "customer.changed": translate("Health", "Customer changed"),
        "code.unknown": translate("Health", "Unknown code {0}"),
        "code.bound": translate("Health", "Code {0} given to goods"),
        "card.settled": translate("Health", "Card payment decided by hand: {1}"),
        "sale.fiscalised": translate("Health", "Receipt {0} signed by the security module"),
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
    if entry.kind in RECEIPTS:
        return entry.subject
    return QCoreApplication.translate("Health", "entry {0}").replace("{0}", formats.decimal(str(entry.seq)))


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
