"""What integrations read and write: search, customers, kept answers, indexes of lists."""

from alembic import op

revision = "0007"
down_revision = "0006"

SEARCH = """
CREATE TABLE product_search (product_id uuid PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX product_search_words ON product_search USING gin (words);
CREATE TABLE search_clock (one boolean PRIMARY KEY DEFAULT true CHECK (one), position bigint NOT NULL);
INSERT INTO search_clock (position) VALUES (0);
COMMENT ON TABLE product_search IS 'Folded words of products; follows the catalogue feed up to search_clock.position';
CREATE INDEX product_category ON product (category COLLATE "C");
"""

CUSTOMERS = """
CREATE TABLE customer (
    customer_id uuid PRIMARY KEY, shop_id uuid NOT NULL REFERENCES shop, version bigint NOT NULL,
    attachment_id uuid NOT NULL, words tsvector NOT NULL, created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL, erased_at timestamptz);
CREATE INDEX customer_shop ON customer (shop_id, customer_id);
CREATE INDEX customer_words ON customer USING gin (words);
CREATE TABLE attachment (
    attachment_id uuid PRIMARY KEY, shop_id uuid NOT NULL, kind text NOT NULL, subject_id uuid NOT NULL,
    hash bytea NOT NULL, salt bytea, bytes bytea, retain_until date, created_at timestamptz NOT NULL,
    blanked_at timestamptz, CHECK (num_nonnulls(salt, bytes) <> 1));
CREATE INDEX attachment_subject ON attachment (subject_id, created_at);
COMMENT ON COLUMN attachment.hash IS 'SHA-256 of salt and bytes: what entries name, and what is left after erasing';
COMMENT ON COLUMN attachment.retain_until IS 'The law wants it kept up to this day, whoever asks for its erasing';
"""

CALLS = """
CREATE TABLE idempotent_call (
    caller text NOT NULL, key text NOT NULL, request bytea NOT NULL, status integer, answer bytea, about uuid,
    made_at timestamptz NOT NULL, PRIMARY KEY (caller, key));
CREATE INDEX idempotent_call_made ON idempotent_call (made_at);
CREATE INDEX idempotent_call_about ON idempotent_call (about);
"""

LISTS = """
CREATE INDEX sale_listed ON sale (shop_id, occurred_at, chain, seq);
CREATE INDEX sale_shift ON sale (shift_id);
CREATE INDEX sale_voided ON sale (shop_id, voided_at, void_chain, void_seq) WHERE void_id IS NOT NULL;
CREATE INDEX adjustment_listed ON adjustment (shop_id, occurred_at, chain, seq, n);
CREATE INDEX shift_listed ON shift (shop_id, opened_at, shift_id);
CREATE INDEX shift_day ON shift (shop_id, business_day);
CREATE INDEX drawer_shift ON drawer (shift_id);
CREATE INDEX stock_shop ON stock (shop_id, product_id, place_id);
CREATE INDEX person_shop ON person (shop_id, login);
"""


def upgrade() -> None:
    """Make the tables and indexes."""
    for part in (SEARCH, CUSTOMERS, CALLS, LISTS):
        op.execute(part)
