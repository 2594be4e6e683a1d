"""Cases in words: what happened, and who decides."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.case import OF_CUSTOMERS, Case, PaidTwice, read_paid_twice
from desktop.ui import formats
from desktop.ui.health.health_rows import HealthState
from desktop.ui.health.health_words import RECEIPTS, age, kind_words
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.words import method_words

_MANAGER = QT_TRANSLATE_NOOP("Cases", "A manager decides in the console, under Cases.")
_DEVICES = QT_TRANSLATE_NOOP("Cases", "A manager lets it in or keeps it out, in the console under Tills.")
_GOODS = QT_TRANSLATE_NOOP("Cases", "The office adds the goods, or closes this in the console.")
_PLATE = QT_TRANSLATE_NOOP("Cases", "Look where it is and carry it from there once more.")
_SUPPORT = QT_TRANSLATE_NOOP("Cases", "Tell support; selling goes on.")
_SERVER = QT_TRANSLATE_NOOP("Cases", "Tell whoever runs the server.")
_COPY = QT_TRANSLATE_NOOP("Cases", "Find the other copy and stop it; then both are registered again.")
_ANEW = QT_TRANSLATE_NOOP("Cases", "The till went on in a new journal by itself. A manager should know why.")

KINDS: dict[str, tuple[str, str]] = {
    "quarantine": (QT_TRANSLATE_NOOP("Cases", "Head office could not book: {what}"), _MANAGER),
    "entry.refused": (QT_TRANSLATE_NOOP("Cases", "Head office did not take: {what}"), _SUPPORT),
    "entry.too_large": (QT_TRANSLATE_NOOP("Cases", "Larger than head office takes: {what}"), _SERVER),
    "over_returned": (QT_TRANSLATE_NOOP("Cases", "More came back than was sold with receipt {what}"), _MANAGER),
    "coupon_overspent": (QT_TRANSLATE_NOOP("Cases", "A coupon was redeemed too often: {what}"), _MANAGER),
    "count.late": (
        QT_TRANSLATE_NOOP("Cases", "A count did not know what another till had moved before it: {what}"),
        _MANAGER,
    ),
    "count.decided_twice": (QT_TRANSLATE_NOOP("Cases", "A count was decided twice, and differently: {what}"), _MANAGER),
    "approval.decided_twice": (
        QT_TRANSLATE_NOOP("Cases", "An approval was decided twice, and differently: {what}"),
        _MANAGER,
    ),
    "stock.negative": (
        QT_TRANSLATE_NOOP("Cases", "More went than the book has: {what}"),
        QT_TRANSLATE_NOOP("Cases", "Book what came in or count it; then this closes by itself."),
    ),
    "order.over_picked": (QT_TRANSLATE_NOOP("Cases", "More was picked than the order wants: {what}"), _MANAGER),
    "mark.twice": (QT_TRANSLATE_NOOP("Cases", "One marked piece was picked or sold twice: {what}"), _MANAGER),
    "piece.twice": (
        QT_TRANSLATE_NOOP("Cases", "One piece with a number of its own came in twice: {what}"),
        _MANAGER,
    ),
    "receipt.difference": (
        QT_TRANSLATE_NOOP("Cases", "Not everything came as it was ordered, received blind: {what}"),
        QT_TRANSLATE_NOOP("Cases", "Look for the goods once more; then take it up with the supplier."),
    ),
    "transfer.difference": (
        QT_TRANSLATE_NOOP("Cases", "Not everything arrived as another shop had sent it: {what}"),
        QT_TRANSLATE_NOOP("Cases", "Look for the goods; then take them in, or say that they are lost."),
    ),
    "lot.expiry": (QT_TRANSLATE_NOOP("Cases", "Two expiry dates were told for lot {what}"), _MANAGER),
    "plate.elsewhere": (QT_TRANSLATE_NOOP("Cases", "Two terminals say where plate {what} stands"), _PLATE),
    "goods.repacked": (
        QT_TRANSLATE_NOOP("Cases", "Goods were made of nothing, or nothing of goods: {what}"),
        _MANAGER,
    ),
    "receipt.twice": (QT_TRANSLATE_NOOP("Cases", "Two sales have the receipt number {what}"), _MANAGER),
    "serial.twice": (QT_TRANSLATE_NOOP("Cases", "One serial number was sold twice: {what}"), _MANAGER),
    "parked.twice": (QT_TRANSLATE_NOOP("Cases", "A parked sale was paid more than once: {what}"), _MANAGER),
    "code.clash": (QT_TRANSLATE_NOOP("Cases", "Other goods have the code {what} already"), _GOODS),
    "code.unknown": (QT_TRANSLATE_NOOP("Cases", "No goods have the code {what}"), _GOODS),
    "card.settled": (QT_TRANSLATE_NOOP("Cases", "A card payment was decided by hand: {what}"), _MANAGER),
    "gift_overspent": (
        QT_TRANSLATE_NOOP("Cases", "More was paid than was on a gift certificate: {what}"),
        _MANAGER,
    ),
    "purse_overspent": (
        QT_TRANSLATE_NOOP("Cases", "A customer spent more than was there: {what}"),
        _MANAGER,
    ),
    "customer.clash": (QT_TRANSLATE_NOOP("Cases", "A customer was changed in two places: {what}"), _MANAGER),
    "customer.twice": (QT_TRANSLATE_NOOP("Cases", "One customer may be here twice: {what}"), _MANAGER),
    "shift.unapproved": (QT_TRANSLATE_NOOP("Cases", "A shift was closed without approval: {what}"), _MANAGER),
    "fork": (QT_TRANSLATE_NOOP("Cases", "A second copy of this till has written"), _COPY),
    "journal.fork": (QT_TRANSLATE_NOOP("Cases", "A second copy of this till has written"), _COPY),
    "journal.broken": (QT_TRANSLATE_NOOP("Cases", "An entry of the journal is damaged"), _SUPPORT),
    "journal.checked": (QT_TRANSLATE_NOOP("Cases", "The journal does not hold from here on: {what}"), _SUPPORT),
    "journal.rewound": (QT_TRANSLATE_NOOP("Cases", "The journal was shorter than before"), _ANEW),
    "journal.restored": (QT_TRANSLATE_NOOP("Cases", "The till was restored from a backup"), _ANEW),
    "journal.replaced": (QT_TRANSLATE_NOOP("Cases", "New hardware took over this till"), _ANEW),
    "device.other_key": (QT_TRANSLATE_NOOP("Cases", "A known device has come with another key"), _DEVICES),
    "device.blocked_entries": (QT_TRANSLATE_NOOP("Cases", "A closed till has handed in entries"), _DEVICES),
    "instance.other_key": (QT_TRANSLATE_NOOP("Cases", "A known server has come with another key"), _SERVER),
    "backup.failed": (QT_TRANSLATE_NOOP("Cases", "The daily backup of head office failed"), _SERVER),
}
"""Kind of a case -> what happened, and who does what about it."""

_OTHER = (QT_TRANSLATE_NOOP("Cases", "Something for a manager: {kind}"), _MANAGER)


@dataclass(frozen=True)
class CaseRow:
    """One case in words; `device` is empty when it is about this till."""

    id: str
    title: str
    todo: str
    device: str
    opened_at: str
    age: str = ""

    @property
    def second_line(self) -> str:
        """Whose it is and who decides."""
        return " · ".join(part for part in (self.device, self.todo) if part)

    def aged(self, now: datetime) -> "CaseRow":
        """The same row as old as it is now; itself while that is said in the same words."""
        words = age(self.opened_at, now) if self.opened_at else ""
        return self if words == self.age else replace(self, age=words)


def case_row(case: Case, state: HealthState) -> CaseRow:
    """Say one case in words; a kind of a newer centre is named."""
    title, todo = KINDS.get(case.kind, _OTHER)
    words = _tr(title).replace("{what}", _what(case)).replace("{kind}", case.kind)
    device = "" if case.device in (state.till, state.device) else case.device
    return CaseRow(case.id, words, _tr(todo), device, case.opened_at).aged(state.now)


def case_lines(case: Case, state: HealthState) -> tuple[tuple[str, str], ...]:
    """Everything that is known of a case, as lines for its sheet; what is not known is left out."""
    translate, row = QCoreApplication.translate, case_row(case, state)
    opened = datetime.fromisoformat(case.opened_at).astimezone(state.now.tzinfo) if case.opened_at else None
    place = f"{case.incarnation} · {case.seq}" if case.seq else case.incarnation
    lines = (
        (translate("Cases", "To do"), row.todo),
        (translate("Cases", "Till"), case.device),
        (translate("Cases", "Since"), f"{formats.moment(opened)} · {row.age}" if opened else ""),
        (translate("Cases", "What"), kind_words(case.entry) if case.entry else ""),
        (translate("Cases", "Number"), case.subject),
        (translate("Cases", "Paid"), "\n".join(_paid(one) for one in read_paid_twice(case))),
        (translate("Cases", "Journal"), place),
        (translate("Cases", "For support"), " · ".join(part for part in (case.kind, case.detail) if part)),
    )
    return tuple(line for line in lines if line[1])


def _what(case: Case) -> str:
    """The entry as a person knows it: its receipt and what it is, else its number."""
    entry = case.entry
    if entry is not None:
        number = entry.subject if entry.kind in RECEIPTS else ""
        return " · ".join(part for part in (number, kind_words(entry)) if part)
    if case.kind in OF_CUSTOMERS:
        return case.subject
    subject = case.subject.rpartition(" ")[2]  # the centre puts the shop or the chain before it
    if subject.isdecimal() or not subject:
        return QCoreApplication.translate("Cases", "entry {0}").replace("{0}", subject)
    return subject


def _paid(one: PaidTwice) -> str:
    pays = [f"{method_words(method)} {formats.money(minor, one.currency)}" for method, minor in one.payments]
    return f"{one.receipt}: {', '.join(pays)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Cases", text)
