"""The replica file: the schema of a snapshot, and the folding of search text, the same at both ends.

A snapshot is a SQLite file that the centre prepares and a terminal attaches as it is, so its tables are part of
the protocol. What comes later is a table or an index of its own in `ADDED`, made where it is missing: so the program of
yesterday and that of tomorrow sell from one file, and no update waits for the centre. `SCHEMA` goes up only for what an
older program could not read or write any more; a terminal of another schema pulls a new snapshot.
"""

import unicodedata

SCHEMA = 2

ADDED = {
    "case": """
CREATE TABLE "case" (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, opened_at TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL,
    terminal TEXT NOT NULL, device TEXT NOT NULL, incarnation TEXT NOT NULL, seq INTEGER NOT NULL,
    position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
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
"""Plain tables. `shop.terms` is the JSON of changes.Shop; `projected.missing` is a JSON list of numbers.

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
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")


def search_text(name: str, sku: str, category: str) -> str:
    """What a product is found by, folded."""
    return fold(f"{name} {sku} {category}")
