"""The replica file: the schema of a snapshot, and the folding of search text, the same at both ends.

A snapshot is a SQLite file that the centre prepares and a terminal attaches as it is, so its tables are part of
the protocol. What comes later is a table or an index of its own in `ADDED`, made where it is missing: so the program of
yesterday and that of tomorrow sell from one file, and no update waits for the centre. `SCHEMA` goes up only for what an
older program could not read or write any more; a terminal of another schema pulls a new snapshot.
"""

import re
import unicodedata

SCHEMA = 2

ADDED = {
    "product_extra": """
CREATE TABLE product_extra (n INTEGER PRIMARY KEY, variant_of TEXT NOT NULL, content TEXT NOT NULL);
""",
    "product_extra_by_model": """
CREATE INDEX product_extra_by_model ON product_extra (variant_of) WHERE variant_of <> '';
""",
    "badge": """
CREATE TABLE badge (id TEXT PRIMARY KEY, badge_hash TEXT NOT NULL) WITHOUT ROWID;
""",
    "rights": """
CREATE TABLE rights (
    id TEXT PRIMARY KEY, content BLOB NOT NULL, signature BLOB NOT NULL,
    position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
""",
    "case": """
CREATE TABLE "case" (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, opened_at TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL,
    terminal TEXT NOT NULL, device TEXT NOT NULL, incarnation TEXT NOT NULL, seq INTEGER NOT NULL,
    position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
""",
    "order": """
CREATE TABLE "order" (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, number TEXT NOT NULL, priority INTEGER NOT NULL, content TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
""",
    "neighbour": """
CREATE TABLE neighbour (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, transit_place_id TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
""",
    "held_lot": """
CREATE TABLE held_lot (
    id TEXT PRIMARY KEY, product_id TEXT NOT NULL, lot TEXT NOT NULL, reason TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
""",
    "reorder": """
CREATE TABLE reorder (
    shop_id TEXT NOT NULL, product_id TEXT NOT NULL, point_milli INTEGER NOT NULL, lead_milli INTEGER NOT NULL,
    position INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (shop_id, product_id)) WITHOUT ROWID;
""",
    "count": """
CREATE TABLE "count" (
    id TEXT PRIMARY KEY, content TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
""",
    "approval": """
CREATE TABLE approval (
    id TEXT PRIMARY KEY, content TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
""",
    "place_extra": """
CREATE TABLE place_extra (id TEXT PRIMARY KEY, parent_id TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
""",
    "promotion": """
CREATE TABLE promotion (
    id TEXT PRIMARY KEY, content TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
""",
    "price_list": """
CREATE TABLE price_list (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
""",
    "list_price": """
CREATE TABLE list_price (
    list_id TEXT NOT NULL, product_id TEXT NOT NULL, tiers TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (list_id, product_id)) WITHOUT ROWID;
""",
    "coupon": """
CREATE TABLE coupon (
    id TEXT PRIMARY KEY, code TEXT NOT NULL, content TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
""",
    "coupon_by_code": """
CREATE INDEX coupon_by_code ON coupon (code);
""",
    "board": """
CREATE TABLE board (
    id TEXT PRIMARY KEY, content TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
""",
    "customer": """
CREATE TABLE customer (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, card TEXT NOT NULL, group_name TEXT NOT NULL, price_list_id TEXT NOT NULL,
    birthday TEXT NOT NULL, tax_exempt TEXT NOT NULL, account_limit_minor INTEGER NOT NULL,
    position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
""",
    "customer_by_card": """
CREATE INDEX customer_by_card ON customer (card);
""",
    "purse": """
CREATE TABLE purse (
    id TEXT PRIMARY KEY, currency TEXT NOT NULL, credit_minor INTEGER NOT NULL, account_minor INTEGER NOT NULL,
    points INTEGER NOT NULL) WITHOUT ROWID;
""",
    "erased": """
CREATE TABLE erased (id TEXT PRIMARY KEY, position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
""",
    "customers_projected": """
CREATE TABLE customers_projected (
    incarnation TEXT PRIMARY KEY, seq INTEGER NOT NULL, missing TEXT NOT NULL) WITHOUT ROWID;
""",
    "customer_word": """
CREATE TABLE customer_word (
    word TEXT NOT NULL, customer_id TEXT NOT NULL, PRIMARY KEY (word, customer_id)) WITHOUT ROWID;
""",
    "customer_word_by_customer": """
CREATE INDEX customer_word_by_customer ON customer_word (customer_id);
""",
    "receipt": """
CREATE TABLE receipt (
    id TEXT PRIMARY KEY, receipt TEXT NOT NULL, occurred_at TEXT NOT NULL, content BLOB NOT NULL,
    position INTEGER NOT NULL DEFAULT 0);
""",
    "parked": """
CREATE TABLE parked (
    id TEXT PRIMARY KEY, revision INTEGER NOT NULL, device TEXT NOT NULL, till TEXT NOT NULL, parked_at TEXT NOT NULL,
    lines INTEGER NOT NULL, total_minor INTEGER NOT NULL, currency TEXT NOT NULL, version INTEGER NOT NULL,
    cart TEXT NOT NULL, name TEXT NOT NULL, valid_until TEXT NOT NULL, taken_by TEXT NOT NULL, taken_till TEXT NOT NULL,
    taken_at TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0);
""",
    "lot": """
CREATE TABLE lot (
    product_id TEXT NOT NULL, place_id TEXT NOT NULL, lot TEXT NOT NULL, on_hand_milli INTEGER NOT NULL,
    expiry TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (product_id, place_id, lot)) WITHOUT ROWID;
""",
    "receipt_by_number": """
CREATE INDEX receipt_by_number ON receipt (receipt);
""",
}
"""Name -> how it is made, for a file of an older program or centre. Its rows come with the feed: who did not know them
noted that they were passed over, and the feed is read again."""

TABLES = """
CREATE TABLE meta (schema INTEGER NOT NULL);
CREATE TABLE feed (
    name TEXT PRIMARY KEY, epoch TEXT NOT NULL, position INTEGER NOT NULL, token TEXT NOT NULL,
    digest INTEGER NOT NULL DEFAULT 0, passed TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
CREATE TABLE product (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL, sku TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL,
    price_e4 INTEGER NOT NULL, rate_ppm INTEGER NOT NULL, category TEXT NOT NULL, weighed INTEGER NOT NULL,
    age_limit INTEGER NOT NULL, active INTEGER NOT NULL, position INTEGER NOT NULL DEFAULT 0);
CREATE TABLE barcode (
    code TEXT NOT NULL, product_n INTEGER NOT NULL, pack_milli INTEGER NOT NULL,
    PRIMARY KEY (code, product_n)) WITHOUT ROWID;
CREATE TABLE place (
    id TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE person (
    id TEXT PRIMARY KEY, login TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, pin_hash TEXT NOT NULL,
    active INTEGER NOT NULL, position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE shop (
    id TEXT PRIMARY KEY, terms TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE stock (
    product_id TEXT NOT NULL, place_id TEXT NOT NULL, on_hand_milli INTEGER NOT NULL,
    position INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (product_id, place_id)) WITHOUT ROWID;
CREATE TABLE projected (incarnation TEXT PRIMARY KEY, seq INTEGER NOT NULL, missing TEXT NOT NULL) WITHOUT ROWID;
""" + "".join(ADDED.values())
"""Plain tables. `shop.terms` is the JSON of changes.Shop; `projected.missing` is a JSON list of numbers. What the rows
of stock contain stands in `projected`, what those of customers do in `customers_projected`.

`place_extra` has places that say more than code, name and kind; its `content` is the JSON of places.Place.
`receipt.content` is the MessagePack of receipts.Receipt; `promotion.content`, `coupon.content` and
`board.content` are the JSON of offers.Promotion, offers.Coupon and boards.Board, `list_price.tiers` that of its tiers;
`customer_word` has the folded words that a customer is found by, `purse` what a customer has by `purses.PURSES`.
`position` of a row is the version it has been told in, 0 for one that was never numbered; `feed.digest` is the sum of
those (digest.py), `feed.passed` names kinds of entity, parted by blanks, that the program passed over.
"""

INDEXES = """
CREATE UNIQUE INDEX product_by_id ON product (id);
CREATE INDEX product_by_sku ON product (sku);
CREATE INDEX product_by_category ON product (category, name);
CREATE INDEX barcode_by_product ON barcode (product_n);
"""

SEARCH = """
CREATE VIRTUAL TABLE product_words USING fts5(
    text, content='', contentless_delete=1, detail=none, tokenize='unicode61', prefix='1 2 3');
CREATE VIRTUAL TABLE product_middles USING fts5(
    text, content='', contentless_delete=1, detail=full, tokenize='trigram');
"""
"""Word beginnings, and middles of words from three letters; rowid is `product.n`, text is `search_text`."""


def fold(text: str) -> str:
    """Make text comparable for search: case, composed accents and ё = е do not matter."""
    if text.isascii():
        return text.lower()  # which is all there is to do then, in a third of the time
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")


def customer_words(name: str) -> list[str]:
    """What a customer is found by the beginnings of, folded."""
    return sorted(set(re.findall(r"\w+", fold(name))))


def search_text(name: str, sku: str, category: str) -> str:
    """What a product is found by, folded."""
    return fold(f"{name} {sku} {category}")
