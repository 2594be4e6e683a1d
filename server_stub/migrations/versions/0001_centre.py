"""The centre's first schema: people and goods, terminals, the journal, its projections, the feed."""

from alembic import op

revision = "0001"
down_revision = None

SHOPS = """
CREATE TABLE centre (
    one boolean PRIMARY KEY DEFAULT true CHECK (one), epoch uuid NOT NULL, signing_key bytea NOT NULL,
    jwt_secret bytea NOT NULL, system_identifier text NOT NULL, timeline integer NOT NULL,
    created_at timestamptz NOT NULL);
CREATE TABLE shop (
    id uuid PRIMARY KEY, name text NOT NULL UNIQUE, address text NOT NULL, tax_number text NOT NULL,
    currency text NOT NULL, time_zone text NOT NULL, tax_inclusive boolean NOT NULL, tax_rounding text NOT NULL,
    cash_rounding_step_minor bigint NOT NULL, cash_rounding_method text NOT NULL, code_rules text NOT NULL,
    discount_limits jsonb NOT NULL, receipt_footer text NOT NULL, selling_place_id uuid NOT NULL);
CREATE TABLE place (
    id uuid PRIMARY KEY, shop_id uuid NOT NULL REFERENCES shop, code text NOT NULL, name text NOT NULL,
    kind text NOT NULL, UNIQUE (shop_id, code));
CREATE UNIQUE INDEX place_customer ON place (shop_id) WHERE kind = 'customer';
CREATE TABLE person (
    id uuid PRIMARY KEY, shop_id uuid NOT NULL REFERENCES shop, login text NOT NULL UNIQUE, name text NOT NULL,
    role text NOT NULL, pin_hash text NOT NULL, active boolean NOT NULL);
"""

GOODS = """
CREATE TABLE product (
    id uuid PRIMARY KEY, sku text COLLATE "C" NOT NULL UNIQUE, name text NOT NULL, unit text NOT NULL,
    price_e4 bigint NOT NULL, rate_ppm integer NOT NULL, category text NOT NULL, weighed boolean NOT NULL,
    age_limit integer NOT NULL, active boolean NOT NULL, cost_e4 bigint, track_lots boolean NOT NULL,
    packed bytea NOT NULL, position bigint);
CREATE INDEX product_position ON product (position);
COMMENT ON COLUMN product.packed IS 'MessagePack of sync.wire.changes.Product, as terminals get it';
CREATE TABLE product_code (
    code text COLLATE "C" NOT NULL, product_id uuid NOT NULL, pack_milli bigint NOT NULL,
    PRIMARY KEY (code, product_id));
CREATE INDEX product_code_product ON product_code (product_id);
"""

TERMINALS = """
CREATE TABLE registered_devices (
    device_uuid uuid PRIMARY KEY, device_id text NOT NULL UNIQUE, name text NOT NULL DEFAULT '',
    shop_id uuid REFERENCES shop, receipt_prefix text, instance_id uuid, public_url text, last_seen timestamptz,
    status text NOT NULL CHECK (status IN ('active', 'pending', 'blocked')), created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL, UNIQUE (shop_id, receipt_prefix));
CREATE TABLE device_key (
    device_uuid uuid NOT NULL REFERENCES registered_devices, key_id text NOT NULL, public_key bytea NOT NULL,
    from_incarnation text, created_at timestamptz NOT NULL, PRIMARY KEY (device_uuid, key_id));
CREATE TABLE enrolment_token (
    hash bytea PRIMARY KEY, shop_id uuid NOT NULL REFERENCES shop, device_id text, created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL, used_at timestamptz, used_by uuid);
CREATE TABLE refresh_token (
    hash bytea PRIMARY KEY, family uuid NOT NULL, device_uuid uuid NOT NULL REFERENCES registered_devices,
    key_id text NOT NULL, issued_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, used_at timestamptz,
    revoked_at timestamptz);
CREATE INDEX refresh_token_family ON refresh_token (family);
CREATE TABLE used_nonce (nonce text PRIMARY KEY, expires_at timestamptz NOT NULL);
"""

JOURNAL = """
CREATE TABLE incarnation (
    device_uuid uuid NOT NULL REFERENCES registered_devices, incarnation text NOT NULL, branch integer NOT NULL,
    chain integer GENERATED ALWAYS AS IDENTITY UNIQUE, forked_after bigint NOT NULL DEFAULT 0,
    parent_chain integer, key_id text NOT NULL, acked_seq bigint NOT NULL, acked_hash bytea NOT NULL,
    acked_at timestamptz NOT NULL, projected_seq bigint NOT NULL, opened jsonb,
    PRIMARY KEY (device_uuid, incarnation, branch));
COMMENT ON COLUMN incarnation.chain IS 'Short name of one branch of one incarnation of one terminal; 0 is the centre';
CREATE INDEX incarnation_unprojected ON incarnation (chain) WHERE projected_seq < acked_seq;
CREATE TABLE entry (
    chain integer NOT NULL, seq bigint NOT NULL, kind text NOT NULL, version integer NOT NULL,
    received_at timestamptz NOT NULL, header bytea NOT NULL, body bytea NOT NULL, prev_hash bytea NOT NULL,
    hash bytea NOT NULL, signature bytea NOT NULL, PRIMARY KEY (chain, seq)) WITH (toast_tuple_target = 8160);
CREATE TABLE quarantine (
    chain integer NOT NULL, seq bigint NOT NULL, kind text NOT NULL, reason text NOT NULL,
    since timestamptz NOT NULL, PRIMARY KEY (chain, seq));
CREATE TABLE cases (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text NOT NULL, subject text NOT NULL,
    detail text NOT NULL, device_uuid uuid, opened_at timestamptz NOT NULL, closed_at timestamptz);
CREATE UNIQUE INDEX cases_open ON cases (kind, subject) WHERE closed_at IS NULL;
"""

PROJECTIONS = """
CREATE TABLE sale (
    sale_id uuid PRIMARY KEY, chain integer NOT NULL, seq bigint NOT NULL, shop_id uuid NOT NULL,
    receipt text COLLATE "C" NOT NULL, receipt_no bigint NOT NULL, shift_id uuid NOT NULL, place_id uuid NOT NULL,
    currency text NOT NULL, tax_inclusive boolean NOT NULL, total_minor bigint NOT NULL,
    rounding_minor bigint NOT NULL, change_minor bigint NOT NULL, occurred_at timestamptz NOT NULL,
    actor text NOT NULL, void_id uuid, void_chain integer, void_seq bigint, void_reason text, voided_at timestamptz);
CREATE INDEX sale_receipt ON sale (shop_id, receipt);
CREATE TABLE sale_line (
    sale_id uuid NOT NULL, n integer NOT NULL, line_id uuid NOT NULL, product_id uuid NOT NULL, sku text NOT NULL,
    name text NOT NULL, unit text NOT NULL, code text NOT NULL, quantity_milli bigint NOT NULL,
    price_e4 bigint NOT NULL, rate_ppm integer NOT NULL, gross_minor bigint NOT NULL, discount_minor bigint NOT NULL,
    net_minor bigint NOT NULL, tax_minor bigint NOT NULL, total_minor bigint NOT NULL, PRIMARY KEY (sale_id, n));
CREATE TABLE sale_tax (
    sale_id uuid NOT NULL, rate_ppm integer NOT NULL, net_minor bigint NOT NULL, tax_minor bigint NOT NULL,
    gross_minor bigint NOT NULL, PRIMARY KEY (sale_id, rate_ppm));
CREATE TABLE payment (
    sale_id uuid NOT NULL, n integer NOT NULL, method text NOT NULL, amount_minor bigint NOT NULL,
    reference text NOT NULL, PRIMARY KEY (sale_id, n));
CREATE TABLE adjustment (
    chain integer NOT NULL, seq bigint NOT NULL, n integer NOT NULL, shop_id uuid NOT NULL,
    product_id uuid NOT NULL, from_place_id uuid NOT NULL, to_place_id uuid NOT NULL,
    quantity_milli bigint NOT NULL, reason text NOT NULL, occurred_at timestamptz NOT NULL,
    PRIMARY KEY (chain, seq, n));
CREATE VIEW movement AS
    SELECT chain, seq, n, shop_id, product_id, from_place_id, to_place_id, quantity_milli, reason, occurred_at
    FROM adjustment
    UNION ALL
    SELECT s.chain, s.seq, l.n, s.shop_id, l.product_id, s.place_id, c.id, l.quantity_milli, 'sale', s.occurred_at
    FROM sale s JOIN sale_line l USING (sale_id) JOIN place c ON c.shop_id = s.shop_id AND c.kind = 'customer'
    UNION ALL
    SELECT s.void_chain, s.void_seq, l.n, s.shop_id, l.product_id, c.id, s.place_id, l.quantity_milli, 'void',
        s.voided_at
    FROM sale s JOIN sale_line l USING (sale_id) JOIN place c ON c.shop_id = s.shop_id AND c.kind = 'customer'
    WHERE s.void_id IS NOT NULL;
COMMENT ON VIEW movement IS 'Quantities that went from one place to another; a sale line is one, stored once';
CREATE TABLE stock (
    product_id uuid NOT NULL, place_id uuid NOT NULL, shop_id uuid NOT NULL, on_hand_milli bigint NOT NULL,
    position bigint, marked_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (product_id, place_id))
    WITH (fillfactor = 80);
CREATE INDEX stock_position ON stock (shop_id, position);
CREATE TABLE shift (
    shift_id uuid PRIMARY KEY, chain integer NOT NULL, seq bigint NOT NULL, shop_id uuid NOT NULL,
    number bigint NOT NULL, business_day date NOT NULL, currency text NOT NULL, float_minor bigint NOT NULL,
    opened_at timestamptz NOT NULL, opened_by text NOT NULL, closed_at timestamptz, closed_by text,
    z_number bigint, sales bigint, total_minor bigint, grand_total_minor bigint, counts jsonb, interrupted boolean);
CREATE TABLE drawer (
    chain integer NOT NULL, seq bigint NOT NULL, shift_id uuid NOT NULL, purpose text NOT NULL,
    amount_minor bigint NOT NULL, reason text NOT NULL, occurred_at timestamptz NOT NULL, actor text NOT NULL,
    PRIMARY KEY (chain, seq));
CREATE TABLE staff_session (
    chain integer NOT NULL, seq bigint NOT NULL, person_id uuid NOT NULL, role text NOT NULL,
    signed_in_at timestamptz NOT NULL, PRIMARY KEY (chain, seq));
"""

FEEDS = """
CREATE TABLE feed_item (
    feed text COLLATE "C" NOT NULL, entity text COLLATE "C" NOT NULL, entity_id text COLLATE "C" NOT NULL,
    position bigint, deleted boolean NOT NULL DEFAULT false, marked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (feed, entity, entity_id));
CREATE INDEX feed_item_position ON feed_item (feed, position);
CREATE INDEX feed_item_unnumbered ON feed_item (feed) WHERE position IS NULL;
COMMENT ON TABLE feed_item IS 'Places of shops, places and people in their feeds; products and stock carry their own';
CREATE TABLE feed_token (
    feed text COLLATE "C" NOT NULL, position bigint NOT NULL, token text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (feed, position));
CREATE TABLE feed_clock (lane text PRIMARY KEY, last_position bigint NOT NULL);
INSERT INTO feed_clock (lane, last_position) VALUES ('catalogue', 0), ('shops', 0);
CREATE TABLE snapshot (
    shop_id uuid PRIMARY KEY REFERENCES shop, manifest bytea NOT NULL,
    made_at timestamptz NOT NULL);
"""


def upgrade() -> None:
    """Make every table."""
    for part in (SHOPS, GOODS, TERMINALS, JOURNAL, PROJECTIONS, FEEDS):
        op.execute(part)
