"""What a code means to a task of the warehouse: the step back, everything, a plate, a place, goods, or nothing yet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.clock import iso
from desktop.domain.measured_codes import parse_rules
from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.domain.repacking import is_making
from desktop.domain.shop import Shop
from desktop.domain.staff import Person
from desktop.domain.task import ALL, Scan, TaskKind, What, standing
from desktop.domain.unknown_code import worth_telling
from desktop.operations.goods import complete, weighed_by_price
from desktop.operations.terminal import Terminal, require_shop
from desktop.operations.unknown_codes import tell_unknown_code
from desktop.reading import read_code
from desktop.store import catalogue, stock, tasks
from desktop.store.stock import PlaceRow
from desktop.store.topics import Topic

BACK = "CMD:BACK"
"""The scan that takes the one before it back."""
MARKS = {"CMD:DAMAGED": What.DAMAGED, "CMD:WRONG": What.WRONG}
"""Scans that say how the goods before them are."""
REPACKING = {"CMD:MAKE": What.MAKE, "CMD:APART": What.APART}
"""Scans between what is taken and what is made of it."""
PHOTO = "CMD:PHOTO"
"""The scan that takes the newest picture of the camera for the goods that were marked before it."""


@dataclass(frozen=True, slots=True)
class Codes:
    """What codes mean at this shop; places by their code in small letters."""

    shop: Shop
    places: dict[str, PlaceRow]


@dataclass(frozen=True, slots=True)
class Understood:
    """What one code means; `found` has several goods where it is on several. Goods without any are everything here.

    `contents` is what the label of a plate says is on it, as a code of its own.
    `case` says of a code that means nothing yet that it is on a case of known goods, and nobody knows how many.
    """

    what: What
    code: str
    place_id: str = ""
    found: tuple[Found, ...] = ()
    case: Refusal | None = None
    contents: str = ""

    @property
    def inside(self) -> str:
        """The product of such a case, empty for any other code."""
        return str(self.case.facts["product"]) if self.case else ""


def read_codes(terminal: Terminal) -> Codes:
    """Read the shop and its places."""
    with terminal.database.reading() as connection:
        shop, places = require_shop(connection, terminal), stock.list_places(connection)
    return Codes(shop, {place.code.casefold(): place for place in places})


def understand(terminal: Terminal, codes: Codes, raw: str | bytes) -> Understood:
    """Say what a code means; a place comes before goods. Refusals `scan.malformed`, `code.case`, `serial.sold`."""
    reading = read_code(raw, parse_rules(codes.shop.code_rules.splitlines()))
    text = reading.text.strip()
    if text == BACK:
        return Understood(What.BACK, text)
    if text in MARKS:
        return Understood(MARKS[text], text)
    if text in REPACKING:
        return Understood(REPACKING[text], text)
    if text == PHOTO:
        return Understood(What.PHOTO, text)
    if text == ALL:
        return Understood(What.GOODS, text)
    if reading.sscc:
        known = codes.places.get(reading.sscc)
        return Understood(What.PLATE, reading.sscc, known.id if known else "", contents=reading.contents)
    if place := codes.places.get(text.casefold()):
        return Understood(What.PLACE, text, place.id)
    with terminal.database.reading() as connection:
        found = catalogue.resolve(connection, reading, codes.shop.currency)
    if not found:
        return Understood(What.UNKNOWN, reading.text)
    goods = tuple(weighed_by_price(complete(terminal, one), codes.shop.currency) for one in found)
    return Understood(What.GOODS, text, found=goods)


def understand_parking(terminal: Terminal, codes: Codes, raw: str | bytes) -> Understood:
    """As `understand`, for a task that keeps what means nothing yet: a case of nobody knows how many is such a code."""
    try:
        return understand(terminal, codes, raw)
    except Refusal as refusal:
        if refusal.code != "code.case":
            raise
        return Understood(What.UNKNOWN, read_code(raw).text, case=refusal)


def name_goods(terminal: Terminal, codes: Codes, raw: str | bytes) -> dict[str, str]:
    """Give the goods that a code means by id, with their names; those in a case, or on a plate by its label, too.

    Refusals as `understand`.
    """
    meant = understand_parking(terminal, codes, raw)
    if meant.contents:
        meant = understand_parking(terminal, codes, meant.contents)
    if meant.case:
        return {meant.inside: str(meant.case.facts["name"])}
    return {found.product.id: found.product.name for found in meant.found}


def plain_text(raw: str | bytes) -> str:
    """What was scanned as a person would read it."""
    text = raw.decode(errors="replace") if isinstance(raw, bytes) else raw
    return text[3:].strip() if text.startswith("]") else text.strip()


def choose_of(wanted: Sequence[Found], raw: str, product_id: str = "") -> Found | None:
    """Give the one of the wanted goods that a code is on, None for none; of several the one that somebody named.

    Refusal `scan.several`.
    """
    named = [one for one in wanted if one.product.id == product_id] or wanted
    if len(named) > 1:
        code, names = plain_text(raw)[:60], ", ".join(one.product.name or one.product.sku for one in named)[:200]
        ids = " ".join(one.product.id for one in named)
        said = f"{code} is on several goods: {names}."
        facts = {"code": code, "names": names, "ids": ids}
        raise Refusal("scan.several", said, "Say which of them it is, or scan its article number.", facts=facts)
    return named[0] if named else None


def tell_office(terminal: Terminal, person: Person | None, raw: str | bytes) -> None:
    """Tell head office of a code that nobody knows, once for each."""
    unknown = worth_telling(read_code(raw))
    if unknown is not None:
        tell_unknown_code(terminal, person, unknown)


def learn(terminal: Terminal, codes: Codes, task_id: str) -> int:
    """Turn the kept codes of a task that mean one thing by now into goods, where they stand; gives how many are left.

    Counted goods count as of now: it is now that their book is known. In a repacking they were taken or made, as they
    would have been.
    """
    with terminal.database.reading() as connection:
        task, scans = tasks.read(connection, task_id), standing(tasks.list_scans(connection, task_id))
    if task is None:
        return 0
    unknown = [scan for scan in scans if scan.what is What.UNKNOWN]
    meant = {scan.n: understand_parking(terminal, codes, scan.code).found for scan in unknown}
    known = [scan for scan in unknown if len(meant[scan.n]) == 1]
    if known:
        with terminal.database.writing(Topic.STOCK) as connection:
            for scan in known:
                learned = _learned(scan, meant[scan.n][0])
                if task.kind is TaskKind.REPACK and is_making([one for one in scans if one.n < scan.n]):
                    learned = replace(learned, what=What.MADE)
                if task.kind is TaskKind.COUNT:
                    book = {(row.place_id, row.lot): row for row in stock.read_book(connection, [learned.product_id])}
                    row = book.get((scan.place_id, learned.lot))
                    number = tasks.keep_book(connection, task_id, stock.read_contained(connection))
                    now = iso(terminal.clock.now())
                    learned = replace(learned, at=now, book=number, book_milli=row.on_hand_milli if row else 0)
                tasks.replace_scan(connection, task_id, learned)
    return len(unknown) - len(known)


def _learned(scan: Scan, found: Found) -> Scan:
    """An unknown scan keeps as its quantity how often it counts."""
    milli = (found.quantity_milli or found.pack_milli) * max(scan.quantity_milli // 1000, 1)
    expiry = found.keeps_until.isoformat() if found.keeps_until else ""
    goods = replace(scan, what=What.GOODS, product_id=found.product.id, lot=found.serial or found.lot, expiry=expiry)
    code = found.code if found.mark else scan.code  # the mark has the whole of it
    return replace(goods, code=code, mark=found.mark, quantity_milli=min(milli, 1000) if found.serial else milli)
