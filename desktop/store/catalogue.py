"""Goods in the replica: by code as scanned, and by what a person types."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, or_, select, text

from desktop.domain.money import exponent
from desktop.domain.product import NO_EXTRA, BundlePart, Extra, Found, Product
from desktop.domain.reading import Reading
from desktop.domain.refusal import Refusal
from desktop.domain.rounding import half_up
from desktop.store.bound_codes import find_bound
from desktop.store.offers import priced
from desktop.store.prepared import Prepared
from desktop.store.tables import barcode, product, product_extra
from sync.wire.replica import fold

SEARCH_LIMIT = 50
_MIDDLE_LETTERS = 3
_CASE_DIGITS = 14
_SPECIAL = product_extra.c.n == product.c.n
_read_extra = msgspec.json.Decoder(Extra).decode

_FIELDS = tuple(name for name in Product.__slots__ if name != "extra")
_COLUMNS = [*(product.c[name] for name in _FIELDS), product_extra.c.content]
_GOODS = product.outerjoin(product_extra, product_extra.c.n == product.c.n)
_by_code = Prepared(
    select(*_COLUMNS, barcode.c.pack_milli)
    .select_from(barcode.join(product, barcode.c.product_n == product.c.n).outerjoin(product_extra, _SPECIAL))
    .where(barcode.c.code == bindparam("code"))
)
_by_id = Prepared(select(*_COLUMNS).select_from(_GOODS).where(product.c.id == bindparam("id")))
_by_sku = Prepared(select(*_COLUMNS).select_from(_GOODS).where(product.c.sku == bindparam("sku")))
_variants = Prepared(
    select(*_COLUMNS)
    .select_from(product.join(product_extra, _SPECIAL))
    .where(product_extra.c.variant_of == bindparam("model"), product_extra.c.variant_of != "", product.c.active == 1)
    .order_by(product_extra.c.n)
)
_by_n = select(*_COLUMNS, product.c.n).select_from(_GOODS).where(product.c.n.in_(bindparam("numbers", expanding=True)))
_by_ids = select(*_COLUMNS).select_from(_GOODS).where(product.c.id.in_(bindparam("ids", expanding=True)))
_by_skus = select(*_COLUMNS).select_from(_GOODS).where(product.c.sku.in_(bindparam("skus", expanding=True)))
_IS_NO_VARIANT = or_(
    product_extra.c.variant_of.is_(None), product_extra.c.variant_of == "", product_extra.c.variant_of == product.c.sku
)
_by_code_start = (
    select(barcode.c.product_n)
    .where(barcode.c.code >= bindparam("start"), barcode.c.code < bindparam("end"))
    .limit(SEARCH_LIMIT)
)
_words = text("SELECT rowid FROM r.product_words WHERE product_words MATCH :terms LIMIT :most")
_middles = text("SELECT rowid FROM r.product_middles WHERE product_middles MATCH :terms LIMIT :most")
_categories = text(
    "WITH RECURSIVE step (name) AS (SELECT min(category) FROM r.product UNION ALL"
    " SELECT (SELECT min(category) FROM r.product WHERE category > step.name) FROM step WHERE step.name IS NOT NULL)"
    " SELECT name FROM step WHERE EXISTS (SELECT 1 FROM r.product WHERE category = step.name AND active = 1)"
)
"""From one category to the next by the index: a `DISTINCT` would read every one of a million goods."""


def resolve(connection: Connection, reading: Reading, currency: str) -> list[Found]:
    """Give what a scan can mean, in the trust order of its candidates; several when one code is on several goods.

    Refusal `code.case` when only the piece inside a scanned case is known: nobody can tell how many there are.
    """
    for candidate in reading.candidates:
        known = [(_product(row), int(row[-1])) for row in _by_code.all(connection, code=candidate)]
        known = known or _bound_here(connection, candidate)
        sold = [(product, pack_milli) for product, pack_milli in known if product.active]
        if sold and reading.is_outer_case and len(candidate) < _CASE_DIGITS:
            raise _unknown_case(sold[0][0])
        if sold:
            found = [to_found(product, candidate, pack_milli, reading, currency) for product, pack_milli in sold]
            return [priced(connection, one) for one in found]
    return _find_sku(connection, reading.text)


def _bound_here(connection: Connection, code: str) -> list[tuple[Product, int]]:
    said = [(read_product(connection, product_id), milli) for product_id, milli in find_bound(connection, code)]
    return [(product, pack_milli) for product, pack_milli in said if product is not None]


def _unknown_case(inside: Product) -> Refusal:
    return Refusal(
        "code.case",
        f"This is a case of {inside.name}; how many are inside is not known.",
        "Scan a single piece, or have the case added to the catalogue.",
        facts={"name": inside.name, "product": inside.id},
    )


def to_found(product: Product, code: str, pack_milli: int, reading: Reading, currency: str) -> Found:
    """Give goods with what a scan of their code says beside it."""
    measured = reading.quantity_milli if reading.quantity_milli and reading.unit == product.unit else 0
    amount = reading.amount_e4
    total_minor = None if amount is None else half_up(amount * 10 ** exponent(currency), 10_000)
    if reading.count and not measured and not product.weighed:  # AI 37 counts what AI 02 names, which may be cases
        measured = reading.count * (pack_milli if reading.content_gtin and not reading.gtin else 1000)
    return Found(
        product,
        code,
        pack_milli,
        measured,
        total_minor,
        lot=reading.lot or "",
        serial=reading.serial or "",
        expiry=reading.expiry,
        best_before=reading.best_before,
        mark=reading.mark,
    )


def _find_sku(connection: Connection, sku: str) -> list[Found]:
    goods = [_product(row) for row in _by_sku.all(connection, sku=sku)]
    return [priced(connection, Found(product, sku)) for product in goods if product.active]


def _product(row: Sequence[Any]) -> Product:
    """The first columns of a row are those of `_COLUMNS`."""
    fields = dict(zip(_FIELDS, row, strict=False))
    content = row[len(_FIELDS)]
    extra = _read_extra(content) if content else NO_EXTRA
    return Product(**fields | {"weighed": bool(fields["weighed"]), "active": bool(fields["active"]), "extra": extra})


def list_variants(connection: Connection, model: str) -> list[Found]:
    """Give the variants on sale of the model with this article number, without the model itself."""
    goods = [_product(row) for row in _variants.all(connection, model=model)]
    return [priced(connection, Found(product)) for product in goods if product.sku != model]


def read_parts(connection: Connection, parts: Sequence[BundlePart]) -> tuple[BundlePart, ...]:
    """Give the parts of goods with ids and names. Refusal `bundle.part` when one is not in the catalogue."""
    return tuple(_part(connection, part) for part in parts)


def _part(connection: Connection, part: BundlePart) -> BundlePart:
    row = _by_sku.first(connection, sku=part.sku)
    if row is None:
        raise Refusal(
            "bundle.part",
            f"{part.sku}, a part of this bundle, is not in the catalogue.",
            "Sell the parts one by one, and tell head office.",
            facts={"sku": part.sku},
        )
    known = _product(row)
    return replace(part, product_id=known.id, name=known.name)


def read_product(connection: Connection, product_id: str) -> Product | None:
    """Give one product by its id."""
    row = _by_id.first(connection, id=product_id)
    return _product(row) if row else None


def find_product(connection: Connection, product_id: str) -> Found | None:
    """Give a product that was chosen by its id, with what price lists ask for it."""
    product = read_product(connection, product_id)
    return priced(connection, Found(product)) if product else None


def search(connection: Connection, typed: str, limit: int = SEARCH_LIMIT) -> list[Product]:
    """Find goods while a person types: beginnings of words first, then middles from three letters, or a code."""
    words = re.findall(r"\w+", fold(typed))
    if not words:
        return []
    numbers = _find_words(connection, words, limit)
    if len(words) == 1 and words[0].isdigit():
        numbers = _merge(_find_code_start(connection, words[0]), numbers, limit)
    if len(numbers) < limit and all(len(word) >= _MIDDLE_LETTERS for word in words):
        numbers = _merge(numbers, _find_middles(connection, words, limit), limit)
    return _read_numbers(connection, numbers)


def _find_words(connection: Connection, words: Sequence[str], limit: int) -> list[int]:
    terms = " ".join(f'"{word}"*' for word in words)
    return list(connection.execute(_words, {"terms": terms, "most": limit}).scalars())


def _find_middles(connection: Connection, words: Sequence[str], limit: int) -> list[int]:
    terms = " ".join(f'"{word}"' for word in words)
    return list(connection.execute(_middles, {"terms": terms, "most": limit}).scalars())


def _find_code_start(connection: Connection, digits: str) -> list[int]:
    return list(connection.execute(_by_code_start, {"start": digits, "end": digits + "\uffff"}).scalars())


def _merge(first: list[int], second: list[int], limit: int) -> list[int]:
    return list(dict.fromkeys(first + second))[:limit]


def _read_numbers(connection: Connection, numbers: list[int]) -> list[Product]:
    if not numbers:
        return []
    rows = {row.n: _product(row) for row in connection.execute(_by_n, {"numbers": numbers})}
    return [rows[number] for number in numbers if number in rows and rows[number].active]


def list_codes(connection: Connection, product_id: str) -> list[str]:
    """Give the codes of one piece of a product."""
    query = select(barcode.c.code).join(product, barcode.c.product_n == product.c.n)
    query = query.where(product.c.id == product_id, barcode.c.pack_milli == 1000)
    return list(connection.execute(query.order_by(barcode.c.code)).scalars())


def count_products(connection: Connection) -> int:
    """Count the goods of the replica."""
    return int(connection.execute(text("SELECT count(*) FROM r.product")).scalar_one())


def list_categories(connection: Connection) -> list[str]:
    """Name the categories that have goods, in alphabetical order."""
    return list(connection.execute(_categories).scalars())


def read_products(connection: Connection, ids: Sequence[str]) -> list[Product]:
    """Give those of these products that are on sale, in this order."""
    rows = connection.execute(_by_ids, {"ids": list(ids)})
    known = {found.id: found for found in map(_product, rows) if found.active}
    return [known[ident] for ident in ids if ident in known]


def read_skus(connection: Connection, skus: Sequence[str]) -> dict[str, Product]:
    """Give those of these article numbers that are on sale, by article number."""
    rows = connection.execute(_by_skus, {"skus": list(skus)})
    return {found.sku: found for found in map(_product, rows) if found.active}


def list_category(connection: Connection, category: str, limit: int = SEARCH_LIMIT) -> list[Product]:
    """Give the goods of a category, by name; variants are found behind their model."""
    query = (
        select(*_COLUMNS)
        .select_from(_GOODS)
        .where(product.c.category == category, product.c.active == 1, _IS_NO_VARIANT)
    )
    return [_product(row) for row in connection.execute(query.order_by(product.c.name).limit(limit))]
