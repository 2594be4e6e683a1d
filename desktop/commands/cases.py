"""`cases`: what a manager has to decide, in plain words, with what to do."""

from desktop.commands.figures import Json
from desktop.domain.case import Case
from desktop.domain.money import format_minor
from desktop.domain.refusal import Refusal
from desktop.operations.cases import list_cases
from desktop.station import Station
from desktop.store import journal
from desktop.store.terminal import Known, read_known

_CONSOLE = "A manager decides in the console of head office, under Cases."
_DEVICES = "A manager lets it in or keeps it out, in the console of head office, under Tills."
_SUPPORT = "Tell support; selling goes on and nothing is lost."
_SERVER = "Tell whoever runs the server of head office."
_COPY = "Find the other copy and switch it off; then enrol both again."
_ANEW = "The till went on by itself; a manager finds out why and closes the case in the console."

WORDS = {
    "quarantine": ("Head office keeps an entry but could not book it.", _CONSOLE),
    "entry.refused": ("Head office did not take an entry; it is kept here and tried again.", _SUPPORT),
    "entry.too_large": ("An entry is larger than head office takes; it is kept here.", _SERVER),
    "over_returned": ("More goods came back than were sold with this receipt.", _CONSOLE),
    "coupon_overspent": ("A coupon was redeemed more often than it was meant to be.", _CONSOLE),
    "count.late": ("A count did not know what another till had moved before it.", _CONSOLE),
    "count.decided_twice": ("A count was decided twice, and differently; the first decision stands.", _CONSOLE),
    "approval.decided_twice": ("A document was approved and declined; the first decision stands.", _CONSOLE),
    "stock.negative": (
        "More of these goods went than the book has.",
        "Book what came in or count it; then this closes by itself.",
    ),
    "order.over_picked": ("Two were at one order, and together they picked more than it wants.", _CONSOLE),
    "mark.twice": ("One marked piece was picked or sold twice: look at the code once more.", _CONSOLE),
    "piece.twice": ("One piece with a number of its own came in twice: look where it is.", _CONSOLE),
    "lot.expiry": ("Two expiry dates were told for one lot.", _CONSOLE),
    "plate.elsewhere": (
        "Two terminals say where a plate stands.",
        "Look where it is and carry it from there once more; then close this in the console.",
    ),
    "goods.repacked": ("A document made goods of nothing, or nothing of goods.", _CONSOLE),
    "receipt.twice": ("Two sales have the same receipt number.", _CONSOLE),
    "parked.twice": ("A parked sale was paid more than once, at two tills.", _CONSOLE),
    "card.settled": ("A person decided about a card payment that the terminal could not tell of.", _CONSOLE),
    "purse_overspent": ("A customer spent more store credit, account or points than was there.", _CONSOLE),
    "customer.twice": ("One customer may have been made twice: the same card, telephone or e-mail.", _CONSOLE),
    "customer.clash": ("What a till changed of a customer was changed elsewhere too; that is kept.", _CONSOLE),
    "gift_overspent": ("More was paid with a gift certificate than was on it.", _CONSOLE),
    "fork": ("A second copy of this till has written entries.", _COPY),
    "journal.fork": ("The till went on in a new journal: a second copy of it has written.", _COPY),
    "journal.broken": ("The journal of the till is damaged.", _SUPPORT),
    "journal.rewound": ("The till went on in a new journal: the old one was shorter than before.", _ANEW),
    "journal.restored": ("The till went on in a new journal: it was restored from a backup.", _ANEW),
    "journal.replaced": ("The till went on in a new journal: new hardware took it over.", _ANEW),
    "device.other_key": ("A machine with another key asked to be this till.", _DEVICES),
    "device.blocked_entries": ("A blocked till has handed in entries; they wait.", _DEVICES),
}
"""Kind of a case -> what has happened, and what to do."""
_OTHER = ("Head office asks for a decision.", _CONSOLE)


def show(station: Station) -> Json:
    """List the open cases of the shop, as last told by head office, and what only this terminal knows.

    Refusal `terminal.unenrolled` while there is no journal and no shop.
    """
    with station.terminal.database.reading() as connection:
        if journal.read_head(connection) is None:
            raise Refusal("terminal.unenrolled", "This till is not registered yet.", "Register it with head office.")
        last_contact = read_known(connection, Known.LAST_CONTACT)
    cases = list_cases(station.terminal)
    return {
        "summary": _summary(len(cases)),
        "open": len(cases),
        "as_of": last_contact or None,
        "cases": [case_json(case) for case in cases],
    }


def _summary(count: int) -> str:
    if not count:
        return "Nothing waits for a decision."
    return "One case waits for a decision." if count == 1 else f"{count} cases wait for a decision."


def case_json(case: Case) -> Json:
    """Give a case with its words; `entry` is there when this terminal has the entry it is about."""
    what, to_do = WORDS.get(case.kind, _OTHER)
    entry = case.entry
    told: Json = {
        "what": what,
        "to_do": to_do,
        "device": case.device,
        "subject": case.subject,
        "opened_at": case.opened_at or None,
        "id": case.id,
        "kind": case.kind,
        "state": case.state,
        "incarnation": case.incarnation,
        "seq": case.seq or None,
        "detail": case.detail,
        "entry": None,
    }
    if entry is not None:
        amount = None if entry.amount_minor is None else format_minor(entry.amount_minor, entry.currency)
        money = {"amount": amount, "currency": entry.currency} if entry.currency else {}
        told["entry"] = {"kind": entry.kind, "occurred_at": entry.occurred_at, **money}
    return told
