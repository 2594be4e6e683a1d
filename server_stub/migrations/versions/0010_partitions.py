"""The inbox is cut by terminal, projections by business day, and every fact of a shop names its shop.

A unique key of a partitioned table must contain the partition key. Landing stays exactly once because the entry's key
(chain, seq) contains the chain. What has an id of its own, a sale or a shift, is unique over all days by a table that
is not cut, `sale_day` and `shift_day`, and that is also how the day of an id is found.
"""

from datetime import UTC, date, datetime

from alembic import op
from sqlalchemy import text

revision = "0010"
down_revision = "0009"

CHAINS = 8
MONTHS_AHEAD = 2
OLDEST = date(2000, 1, 1)
"""Rows that say they are older stay in the default partition."""
CUT = ("sale", "sale_line", "sale_tax", "payment", "shift", "drawer", "adjustment")

FUNCTIONS = """
CREATE FUNCTION needs_newer_program() RETURNS date LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A newer program projects here; entries wait for it' USING ERRCODE = 'cannot_connect_now';
END $$;
COMMENT ON FUNCTION needs_newer_program() IS
    'Programs of before the partitions name no business day: what they hand in lands and waits, nothing is quarantined';
CREATE FUNCTION add_month(parent text, first date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    part text := parent || to_char(first, '_YYYY_MM');
    next date := first + interval '1 month';
    held boolean;
BEGIN
    IF to_regclass(part) IS NOT NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE business_day >= $1 AND business_day < $2)',
        parent || '_default') INTO held USING first, next;
    IF held THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', part, parent);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, part, first, next);
    RETURN true;
END $$;
COMMENT ON FUNCTION add_month(text, date) IS
    'Makes the partition of a month, unless it is there or the default partition holds rows of it: nothing is moved';
"""

LOCK = """
LOCK TABLE registered_devices, device_key, refresh_token, pairing_code, entry, incarnation, movement, sale,
    sale_line, sale_tax, payment, adjustment, shift, drawer, staff_session, quarantine, cases, sales_touched, message,
    job, audit, feed_item, feed_token IN ACCESS EXCLUSIVE MODE;
"""
"""All that this and the following steps change, at once and in about the order in which requests come to them: programs
of before serve meanwhile, and would wait crosswise for tables taken one by one. `database.migrate` tries again.
"""

OLD = """
DROP VIEW movement;
ALTER TABLE entry RENAME TO entry_old;
ALTER TABLE sale RENAME TO sale_old;
ALTER TABLE sale_line RENAME TO sale_line_old;
ALTER TABLE sale_tax RENAME TO sale_tax_old;
ALTER TABLE payment RENAME TO payment_old;
ALTER TABLE adjustment RENAME TO adjustment_old;
ALTER TABLE shift RENAME TO shift_old;
ALTER TABLE drawer RENAME TO drawer_old;
ALTER INDEX shift_day RENAME TO shift_day_old;
"""

TABLES = """
CREATE TABLE entry (
    chain integer NOT NULL, seq bigint NOT NULL, kind text NOT NULL, version integer NOT NULL,
    received_at timestamptz NOT NULL, header bytea NOT NULL, body bytea NOT NULL, prev_hash bytea NOT NULL,
    hash bytea NOT NULL, signature bytea NOT NULL) PARTITION BY HASH (chain);
COMMENT ON TABLE entry IS 'Cut by the terminal''s chain, which is in its key: a number lands once';
CREATE TABLE sale_day (
    sale_id uuid NOT NULL, shop_id uuid NOT NULL, receipt text COLLATE "C" NOT NULL, business_day date NOT NULL);
COMMENT ON TABLE sale_day IS 'One row per sale over all days: a sale is there once, and its id leads to its day';
CREATE TABLE shift_day (shift_id uuid NOT NULL, shop_id uuid NOT NULL, business_day date NOT NULL);
COMMENT ON TABLE shift_day IS 'One row per shift over all days: a shift is there once, and its id leads to its day';
CREATE TABLE sale (
    sale_id uuid NOT NULL, business_day date NOT NULL DEFAULT needs_newer_program(), chain integer NOT NULL,
    seq bigint NOT NULL, shop_id uuid NOT NULL, receipt text COLLATE "C" NOT NULL, receipt_no bigint NOT NULL,
    shift_id uuid NOT NULL, place_id uuid NOT NULL, currency text NOT NULL, tax_inclusive boolean NOT NULL,
    total_minor bigint NOT NULL, rounding_minor bigint NOT NULL, change_minor bigint NOT NULL,
    occurred_at timestamptz NOT NULL, actor text NOT NULL, void_id uuid, void_chain integer, void_seq bigint,
    void_reason text, voided_at timestamptz) PARTITION BY RANGE (business_day);
COMMENT ON COLUMN sale.business_day IS
    'Its shift''s when that is here, else the date of the shop''s wall clock';
CREATE TABLE sale_line (
    sale_id uuid NOT NULL, n integer NOT NULL, business_day date NOT NULL DEFAULT needs_newer_program(),
    shop_id uuid NOT NULL, line_id uuid NOT NULL, product_id uuid NOT NULL, sku text NOT NULL, name text NOT NULL,
    unit text NOT NULL, code text NOT NULL, quantity_milli bigint NOT NULL, price_e4 bigint NOT NULL,
    rate_ppm integer NOT NULL, gross_minor bigint NOT NULL, discount_minor bigint NOT NULL, net_minor bigint NOT NULL,
    tax_minor bigint NOT NULL, total_minor bigint NOT NULL) PARTITION BY RANGE (business_day);
CREATE TABLE sale_tax (
    sale_id uuid NOT NULL, rate_ppm integer NOT NULL, business_day date NOT NULL DEFAULT needs_newer_program(),
    shop_id uuid NOT NULL, net_minor bigint NOT NULL, tax_minor bigint NOT NULL, gross_minor bigint NOT NULL)
    PARTITION BY RANGE (business_day);
CREATE TABLE payment (
    sale_id uuid NOT NULL, n integer NOT NULL, business_day date NOT NULL DEFAULT needs_newer_program(),
    shop_id uuid NOT NULL, method text NOT NULL, amount_minor bigint NOT NULL, reference text NOT NULL)
    PARTITION BY RANGE (business_day);
CREATE TABLE adjustment (
    chain integer NOT NULL, seq bigint NOT NULL, n integer NOT NULL,
    business_day date NOT NULL DEFAULT needs_newer_program(), shop_id uuid NOT NULL, product_id uuid NOT NULL,
    from_place_id uuid NOT NULL, to_place_id uuid NOT NULL, quantity_milli bigint NOT NULL, reason text NOT NULL,
    occurred_at timestamptz NOT NULL) PARTITION BY RANGE (business_day);
COMMENT ON COLUMN adjustment.business_day IS 'The date of the shop''s wall clock';
CREATE TABLE shift (
    shift_id uuid NOT NULL, chain integer NOT NULL, seq bigint NOT NULL, shop_id uuid NOT NULL,
    number bigint NOT NULL, business_day date NOT NULL, currency text NOT NULL, float_minor bigint NOT NULL,
    opened_at timestamptz NOT NULL, opened_by text NOT NULL, closed_at timestamptz, closed_by text,
    z_number bigint, sales bigint, total_minor bigint, grand_total_minor bigint, counts jsonb, interrupted boolean)
    PARTITION BY RANGE (business_day);
CREATE TABLE drawer (
    chain integer NOT NULL, seq bigint NOT NULL, business_day date NOT NULL DEFAULT needs_newer_program(),
    shop_id uuid NOT NULL, shift_id uuid NOT NULL, purpose text NOT NULL, amount_minor bigint NOT NULL,
    reason text NOT NULL, occurred_at timestamptz NOT NULL, actor text NOT NULL) PARTITION BY RANGE (business_day);
"""

FILL = """
INSERT INTO entry SELECT * FROM entry_old;
INSERT INTO shift_day SELECT shift_id, shop_id, business_day FROM shift_old;
INSERT INTO sale_day
SELECT s.sale_id, s.shop_id, s.receipt, coalesce(h.business_day, d.own)
FROM sale_old s LEFT JOIN shop p ON p.id = s.shop_id
CROSS JOIN LATERAL (SELECT (s.occurred_at AT TIME ZONE coalesce(p.time_zone, 'UTC'))::date AS own) d
LEFT JOIN shift_day h ON h.shift_id = s.shift_id AND h.shop_id = s.shop_id;
INSERT INTO sale
SELECT sale_id, k.business_day, chain, seq, s.shop_id, s.receipt, receipt_no, shift_id, place_id, currency,
    tax_inclusive, total_minor, rounding_minor, change_minor, occurred_at, actor, void_id, void_chain, void_seq,
    void_reason, voided_at
FROM sale_old s JOIN sale_day k USING (sale_id);
INSERT INTO sale_line
SELECT sale_id, n, business_day, shop_id, line_id, product_id, sku, name, unit, code, quantity_milli, price_e4,
    rate_ppm, gross_minor, discount_minor, net_minor, tax_minor, total_minor
FROM sale_line_old JOIN sale_day USING (sale_id);
INSERT INTO sale_tax SELECT sale_id, rate_ppm, business_day, shop_id, net_minor, tax_minor, gross_minor
FROM sale_tax_old JOIN sale_day USING (sale_id);
INSERT INTO payment SELECT sale_id, n, business_day, shop_id, method, amount_minor, reference
FROM payment_old JOIN sale_day USING (sale_id);
INSERT INTO adjustment
SELECT chain, seq, n, (occurred_at AT TIME ZONE coalesce(p.time_zone, 'UTC'))::date, shop_id, product_id,
    from_place_id, to_place_id, quantity_milli, reason, occurred_at
FROM adjustment_old a LEFT JOIN shop p ON p.id = a.shop_id;
INSERT INTO shift SELECT * FROM shift_old;
INSERT INTO drawer
SELECT chain, d.seq, coalesce(h.business_day, o.own), o.shop_id,
    d.shift_id, purpose, amount_minor, reason, occurred_at, actor
FROM drawer_old d JOIN incarnation i USING (chain) JOIN registered_devices r USING (device_uuid)
LEFT JOIN shift_day h ON h.shift_id = d.shift_id
LEFT JOIN shop p ON p.id = coalesce(h.shop_id, r.shop_id)
CROSS JOIN LATERAL (SELECT p.id AS shop_id,
    (d.occurred_at AT TIME ZONE coalesce(p.time_zone, 'UTC'))::date AS own) o
WHERE p.id IS NOT NULL;
"""

KEYS = """
DROP TABLE entry_old, sale_old, sale_line_old, sale_tax_old, payment_old, adjustment_old, shift_old, drawer_old;
ALTER TABLE entry ADD PRIMARY KEY (chain, seq);
ALTER TABLE sale_day ADD PRIMARY KEY (sale_id);
CREATE INDEX sale_receipt ON sale_day (shop_id, receipt);
ALTER TABLE shift_day ADD PRIMARY KEY (shift_id);
ALTER TABLE sale ADD PRIMARY KEY (sale_id, business_day);
CREATE INDEX sale_shop_day ON sale (shop_id, business_day);
CREATE INDEX sale_listed ON sale (shop_id, occurred_at, chain, seq);
CREATE INDEX sale_shift ON sale (shift_id);
CREATE INDEX sale_voided ON sale (shop_id, voided_at, void_chain, void_seq) WHERE void_id IS NOT NULL;
ALTER TABLE sale_line ADD PRIMARY KEY (sale_id, n, business_day);
ALTER TABLE sale_tax ADD PRIMARY KEY (sale_id, rate_ppm, business_day);
ALTER TABLE payment ADD PRIMARY KEY (sale_id, n, business_day);
ALTER TABLE adjustment ADD PRIMARY KEY (chain, seq, n, business_day);
CREATE INDEX adjustment_listed ON adjustment (shop_id, occurred_at, chain, seq, n);
ALTER TABLE shift ADD PRIMARY KEY (shift_id, business_day);
CREATE INDEX shift_listed ON shift (shop_id, opened_at, shift_id);
CREATE INDEX shift_of_day ON shift (shop_id, business_day);
ALTER TABLE drawer ADD PRIMARY KEY (chain, seq, business_day);
CREATE INDEX drawer_shift ON drawer (shift_id);
"""

DAYS = """
CREATE FUNCTION note_sale_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO sale_day SELECT sale_id, shop_id, receipt, business_day FROM came;
    ELSE
        DELETE FROM sale_day USING gone WHERE sale_day.sale_id = gone.sale_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER sale_came AFTER INSERT ON sale REFERENCING NEW TABLE AS came
    FOR EACH STATEMENT EXECUTE FUNCTION note_sale_days();
CREATE TRIGGER sale_gone AFTER DELETE ON sale REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION note_sale_days();
CREATE FUNCTION note_shift_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO shift_day SELECT shift_id, shop_id, business_day FROM came;
    ELSE
        DELETE FROM shift_day USING gone WHERE shift_day.shift_id = gone.shift_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER shift_came AFTER INSERT ON shift REFERENCING NEW TABLE AS came
    FOR EACH STATEMENT EXECUTE FUNCTION note_shift_days();
CREATE TRIGGER shift_gone AFTER DELETE ON shift REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION note_shift_days();
"""

MOVEMENT = """
CREATE VIEW movement AS
    SELECT chain, seq, n, shop_id, product_id, from_place_id, to_place_id, quantity_milli, reason, occurred_at
    FROM adjustment
    UNION ALL
    SELECT s.chain, s.seq, l.n, s.shop_id, l.product_id, s.place_id, c.id, l.quantity_milli, 'sale', s.occurred_at
    FROM sale s JOIN sale_line l USING (sale_id, business_day)
    JOIN place c ON c.shop_id = s.shop_id AND c.kind = 'customer'
    UNION ALL
    SELECT s.void_chain, s.void_seq, l.n, s.shop_id, l.product_id, c.id, s.place_id, l.quantity_milli, 'void',
        s.voided_at
    FROM sale s JOIN sale_line l USING (sale_id, business_day)
    JOIN place c ON c.shop_id = s.shop_id AND c.kind = 'customer'
    WHERE s.void_id IS NOT NULL;
COMMENT ON VIEW movement IS 'Quantities that went from one place to another; a sale line is one, stored once';
"""

TOUCHED = """
ALTER TABLE sales_touched RENAME TO sales_touched_old;
CREATE TABLE sales_touched (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, shop_id uuid NOT NULL, business_day date NOT NULL);
COMMENT ON TABLE sales_touched IS 'Days whose sales changed since the figures were made; nobody waits for it';
INSERT INTO sales_touched (shop_id, business_day)
SELECT shop_id, business_day FROM shift_day WHERE shift_id IN (SELECT shift_id FROM sales_touched_old)
UNION SELECT shop_id, business_day FROM sale WHERE shift_id IN (SELECT shift_id FROM sales_touched_old);
DROP TABLE sales_touched_old;
"""

SHOPS = """
ALTER TABLE quarantine ADD COLUMN shop_id uuid;
COMMENT ON COLUMN quarantine.shop_id IS 'The shop of the terminal: what the entry says may be what is wrong with it';
UPDATE quarantine q SET shop_id = d.shop_id FROM incarnation i JOIN registered_devices d USING (device_uuid)
WHERE i.chain = q.chain;
ALTER TABLE staff_session ADD COLUMN shop_id uuid;
UPDATE staff_session s SET shop_id = d.shop_id FROM incarnation i JOIN registered_devices d USING (device_uuid)
WHERE i.chain = s.chain;
ALTER TABLE incarnation ADD COLUMN shop_id uuid;
ALTER TABLE device_key ADD COLUMN shop_id uuid;
ALTER TABLE refresh_token ADD COLUMN shop_id uuid;
UPDATE incarnation t SET shop_id = d.shop_id FROM registered_devices d WHERE d.device_uuid = t.device_uuid;
UPDATE device_key t SET shop_id = d.shop_id FROM registered_devices d WHERE d.device_uuid = t.device_uuid;
UPDATE refresh_token t SET shop_id = d.shop_id FROM registered_devices d WHERE d.device_uuid = t.device_uuid;
UPDATE refresh_token t SET shop_id = p.shop_id FROM person p WHERE p.id = t.person_id;
COMMENT ON COLUMN incarnation.shop_id IS 'The shop its terminal is in now; empty while it has none';
CREATE FUNCTION take_shop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.device_uuid IS NOT NULL THEN
        SELECT shop_id INTO NEW.shop_id FROM registered_devices WHERE device_uuid = NEW.device_uuid;
    ELSE
        SELECT shop_id INTO NEW.shop_id FROM person WHERE id = NEW.person_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER incarnation_shop BEFORE INSERT ON incarnation FOR EACH ROW EXECUTE FUNCTION take_shop();
CREATE TRIGGER device_key_shop BEFORE INSERT ON device_key FOR EACH ROW EXECUTE FUNCTION take_shop();
CREATE TRIGGER refresh_token_shop BEFORE INSERT ON refresh_token FOR EACH ROW EXECUTE FUNCTION take_shop();
CREATE FUNCTION move_shop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE incarnation SET shop_id = NEW.shop_id WHERE device_uuid = NEW.device_uuid;
    UPDATE device_key SET shop_id = NEW.shop_id WHERE device_uuid = NEW.device_uuid;
    UPDATE refresh_token SET shop_id = NEW.shop_id WHERE device_uuid = NEW.device_uuid;
    RETURN NULL;
END $$;
CREATE TRIGGER registered_devices_moved AFTER UPDATE OF shop_id ON registered_devices FOR EACH ROW
    WHEN (OLD.shop_id IS DISTINCT FROM NEW.shop_id) EXECUTE FUNCTION move_shop();
ALTER TABLE feed_item ADD COLUMN shop_id uuid
    GENERATED ALWAYS AS (CASE WHEN feed ~ ':[0-9a-f-]{36}$' THEN right(feed, 36)::uuid END) STORED;
ALTER TABLE feed_token ADD COLUMN shop_id uuid
    GENERATED ALWAYS AS (CASE WHEN feed ~ ':[0-9a-f-]{36}$' THEN right(feed, 36)::uuid END) STORED;
"""


def upgrade() -> None:
    """Make the tables anew, fill them from the old ones, all in the one transaction of the migration."""
    today = datetime.now(UTC).date()
    for part in (LOCK, FUNCTIONS, OLD, TABLES):
        op.execute(part)
    _add_partitions(today)
    for part in (FILL, KEYS, DAYS, MOVEMENT, TOUCHED, SHOPS):
        op.execute(part)


def _add_partitions(today: date) -> None:
    """Make the inbox's partitions, the default ones, and a month's for each that holds rows or comes next."""
    for number in range(CHAINS):
        op.execute(
            f"CREATE TABLE entry_{number} PARTITION OF entry FOR VALUES WITH (MODULUS {CHAINS}, REMAINDER {number}) "
            "WITH (toast_tuple_target = 8160)"
        )
    for table in CUT:
        op.execute(f"CREATE TABLE {table}_default PARTITION OF {table} DEFAULT")
    for month in sorted(_months_of_rows(today) | {_month(today, ahead) for ahead in range(MONTHS_AHEAD + 1)}):
        for table in CUT:
            op.execute(text("SELECT add_month(:parent, :first)").bindparams(parent=table, first=month))


def _months_of_rows(today: date) -> set[date]:
    """Give the months that sales and movements are of; wrong clocks get no partition of their own."""
    found = op.get_bind().execute(
        text("""SELECT DISTINCT date_trunc('month', at)::date FROM (
            SELECT occurred_at AS at FROM sale_old UNION ALL SELECT occurred_at FROM adjustment_old
            UNION ALL SELECT business_day FROM shift_old) held
        WHERE at >= :oldest AND at <= :today"""),
        {"oldest": OLDEST, "today": today},
    )
    return {month for (month,) in found}


def _month(today: date, ahead: int) -> date:
    """Give the first day of the month so many ahead."""
    years, month = divmod(today.month - 1 + ahead, 12)
    return date(today.year + years, month + 1, 1)
