"""Labels of goods: found by a scan, by category, or because they cost something else than the label that hangs says.

What was printed is working state of this till and no fact: nothing is sealed, nothing is sent.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.label import Label, lasting, shelf_label, weight_label
from desktop.domain.label_weight import weight_code
from desktop.domain.measured_codes import parse_rules
from desktop.domain.offers.pinned import Offers, pin_offers
from desktop.domain.product import WHOLE_UNITS, Found, Product
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.operations.terminal import Terminal, require_shop
from desktop.reading import read_code
from desktop.store import catalogue, labels, offers
from desktop.store.labels import PrintedRow, Touched

PAGE = 1_000
"""Labels of one list."""
_BLOCK = 500


@dataclass(frozen=True, slots=True)
class Listed:
    """Labels of a list; `more` when it goes on."""

    labels: tuple[Label, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class _Terms:
    shop: Shop
    offers: Offers


def find_goods(terminal: Terminal, code: str | bytes) -> list[Found]:
    """Give the goods that a scan or an article number can mean. Refusals `code.*`, `scan.malformed`."""
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        return catalogue.resolve(connection, read_code(code, parse_rules(shop.code_rules.splitlines())), shop.currency)


def make_label(terminal: Terminal, found: Found, weight_milli: int = 0) -> Label:
    """Make the label of goods as they cost now, with the code that was scanned where it is that of a piece.

    With a weight it is that of one package. Refusals `label.not_weighed`, `label.no_rule`, `label.weight`.
    """
    with terminal.database.reading() as connection:
        terms = _terms(terminal, connection)
        codes = catalogue.list_codes(connection, found.product.id)
    label = shelf_label(found, (found.code,) if found.code in codes else codes, terms.shop, terms.offers)
    if not weight_milli:
        return label
    if not found.product.weighed:
        raise Refusal("label.not_weighed", "These goods are not sold by weight.", "Print a label for the shelf.")
    rules = parse_rules(terms.shop.code_rules.splitlines())
    return weight_label(label, weight_milli, weight_code(rules, codes, weight_milli))


def refresh(terminal: Terminal, wanted: Sequence[Label]) -> dict[str, Label]:
    """Give labels for the shelf as they would be made now, by product; what is not sold any more is not there."""
    with terminal.database.reading() as connection:
        terms = _terms(terminal, connection)
        goods = catalogue.read_products(connection, [label.product_id for label in wanted])
        return {product.id: _made(connection, product, terms) for product in goods}


def list_received(terminal: Terminal, received_milli: Mapping[str, int]) -> list[tuple[Label, int]]:
    """Give the labels of goods that came in, by product: one for each piece, and one for goods that are measured."""
    with terminal.database.reading() as connection:
        terms = _terms(terminal, connection)
        goods = catalogue.read_products(connection, [*received_milli])
        return [(_made(connection, one, terms), count_pieces(one.unit, received_milli[one.id])) for one in goods]


def count_pieces(unit: str, milli: int) -> int:
    """Count the labels that so much of goods needs."""
    return -(-milli // 1000) if unit in WHOLE_UNITS else 1


def list_category(terminal: Terminal, category: str, limit: int = PAGE) -> Listed:
    """Give the labels of a category, by name."""
    with terminal.database.reading() as connection:
        terms = _terms(terminal, connection)
        goods = catalogue.list_category(connection, category, limit + 1)
        sold = [one for product in goods for one in _with_variants(connection, product)]
        made = tuple(_made(connection, product, terms) for product in sold[:limit])
    return Listed(made, len(sold) > limit)


def list_changed(terminal: Terminal, limit: int = PAGE) -> Listed:
    """Give the labels whose price, former or lowest price, or name is another than on the one printed here last."""
    changed: list[Label] = []
    with terminal.database.reading() as connection:
        terms = _terms(terminal, connection)
        touched, after = _touched(terms), ""
        while rows := labels.list_doubtful(connection, after, _BLOCK, touched):
            after = rows[-1].product_id
            changed += _other(connection, rows, terms)
            if len(changed) > limit or len(rows) < _BLOCK:
                break
    changed.sort(key=lambda label: (label.name, label.sku))
    return Listed(tuple(changed[:limit]), len(changed) > limit)


def has_printed(terminal: Terminal) -> bool:
    """Tell whether this till has printed any label yet: before that none can be wrong."""
    with terminal.database.reading() as connection:
        return labels.has_any(connection)


def list_categories(terminal: Terminal) -> list[str]:
    """Name the categories that have goods."""
    with terminal.database.reading() as connection:
        return catalogue.list_categories(connection)


def note_printed(terminal: Terminal, printed: Iterable[Label]) -> None:
    """Remember what the labels say that hang from now on."""
    now = iso(terminal.clock.now())
    rows = [PrintedRow(one.product_id, one.name, one.price_e4, one.former_e4, now, one.lowest_e4) for one in printed]
    with terminal.database.writing() as connection:
        labels.note(connection, rows)


def _terms(terminal: Terminal, connection: Connection) -> _Terms:
    shop, now = require_shop(connection, terminal), terminal.clock.now()
    known = offers.read_promotions(connection), offers.read_price_lists(connection)
    return _Terms(shop, lasting(pin_offers(*known, now, shop.time_zone)))


def _touched(terms: _Terms) -> Touched:
    """What promotions name; one that names nothing, and a price list of the shop, is about everything."""
    running = terms.offers.promotions
    unnamed = any(not (one.product_ids or one.skus or one.categories) for one in running)
    return Touched(
        unnamed or bool(terms.shop.price_list_id and terms.offers.price_lists),
        frozenset(chain.from_iterable(one.product_ids for one in running)),
        frozenset(chain.from_iterable(one.skus for one in running)),
        frozenset(chain.from_iterable(one.categories for one in running)),
    )


def _with_variants(connection: Connection, product: Product) -> list[Product]:
    """What hangs on the shelf of a model are its variants."""
    variants = catalogue.list_variants(connection, product.sku) if product.extra.variant_of == product.sku else []
    return [found.product for found in variants] or [product]


def _made(connection: Connection, product: Product, terms: _Terms) -> Label:
    codes = catalogue.list_codes(connection, product.id)
    return shelf_label(_found(connection, product, terms), codes, terms.shop, terms.offers)


def _found(connection: Connection, product: Product, terms: _Terms) -> Found:
    """Price lists are asked where the shop has one for everybody; those of customers are on no label."""
    return offers.priced(connection, Found(product)) if terms.shop.price_list_id else Found(product)


def _other(connection: Connection, rows: Sequence[PrintedRow], terms: _Terms) -> list[Label]:
    goods = {one.id: one for one in catalogue.read_products(connection, [row.product_id for row in rows])}
    known = [(row, goods[row.product_id]) for row in rows if row.product_id in goods]
    priced = [(row, _found(connection, product, terms)) for row, product in known]
    said = [(row, shelf_label(found, (), terms.shop, terms.offers), found) for row, found in priced]
    return [_made(connection, found.product, terms) for row, label, found in said if _says_other(row, label)]


def _says_other(row: PrintedRow, label: Label) -> bool:
    """Of a label from before the lowest price was noted nobody knows what it said of that."""
    lowest_e4 = label.lowest_e4 if row.lowest_e4 >= 0 else row.lowest_e4
    said = (label.name, label.price_e4, label.former_e4, lowest_e4)
    return (row.name, row.price_e4, row.former_e4, row.lowest_e4) != said
