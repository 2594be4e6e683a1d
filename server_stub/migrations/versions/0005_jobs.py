"""Jobs, their outcomes, and what they produce: figures for reports, classes of goods, reorder points, webhooks."""

from alembic import op

revision = "0005"
down_revision = "0004"

JOBS = """
CREATE TABLE job (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text NOT NULL, key text, payload jsonb NOT NULL,
    priority integer NOT NULL, run_at timestamptz NOT NULL, made_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0, max_attempts integer NOT NULL, lease_until timestamptz, lease_by text,
    last_error text NOT NULL DEFAULT '', finished_at timestamptz, dead_at timestamptz);
CREATE INDEX job_waiting ON job (priority, run_at, id) WHERE finished_at IS NULL AND dead_at IS NULL;
CREATE UNIQUE INDEX job_once ON job (kind, key)
    WHERE finished_at IS NULL AND dead_at IS NULL AND lease_by IS NULL;
CREATE INDEX job_due ON job (run_at) WHERE finished_at IS NULL AND dead_at IS NULL AND lease_until IS NULL;
CREATE INDEX job_held ON job (kind, key) WHERE lease_until IS NOT NULL;
CREATE INDEX job_dead ON job (id) WHERE dead_at IS NOT NULL;
CREATE INDEX job_finished ON job (finished_at) WHERE finished_at IS NOT NULL;
COMMENT ON TABLE job IS 'Work for later; at most one job of a kind about the same key waits at a time';
CREATE VIEW job_listed AS
    SELECT *, CASE WHEN dead_at IS NOT NULL THEN 'dead' WHEN finished_at IS NOT NULL THEN 'done'
        WHEN lease_by IS NOT NULL THEN 'running' ELSE 'waiting' END AS state FROM job;
CREATE TABLE job_schedule (name text PRIMARY KEY, period timestamptz NOT NULL);
COMMENT ON COLUMN job_schedule.period IS 'Beginning of the last period whose job was made';
"""

SALES = """
CREATE TABLE sales_touched (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, shift_id uuid NOT NULL);
COMMENT ON TABLE sales_touched IS 'Shifts whose sales changed since the figures below were made; nobody waits for it';
CREATE TABLE sales_by_hour (
    shop_id uuid NOT NULL, business_day date NOT NULL, hour smallint NOT NULL, currency text NOT NULL,
    sales bigint NOT NULL, voids bigint NOT NULL, lines bigint NOT NULL, gross_minor bigint NOT NULL,
    discount_minor bigint NOT NULL, net_minor bigint NOT NULL, tax_minor bigint NOT NULL, total_minor bigint NOT NULL,
    PRIMARY KEY (shop_id, business_day, hour, currency));
COMMENT ON COLUMN sales_by_hour.hour IS 'Hour of the wall clock in the shop';
CREATE TABLE sales_by_product (
    shop_id uuid NOT NULL, business_day date NOT NULL, product_id uuid NOT NULL, currency text NOT NULL,
    sku text NOT NULL, name text NOT NULL, unit text NOT NULL, sales bigint NOT NULL, quantity_milli bigint NOT NULL,
    gross_minor bigint NOT NULL, discount_minor bigint NOT NULL, net_minor bigint NOT NULL, tax_minor bigint NOT NULL,
    total_minor bigint NOT NULL, PRIMARY KEY (shop_id, business_day, product_id, currency));
CREATE TABLE sales_by_payment (
    shop_id uuid NOT NULL, business_day date NOT NULL, method text NOT NULL, currency text NOT NULL,
    payments bigint NOT NULL, amount_minor bigint NOT NULL,
    PRIMARY KEY (shop_id, business_day, method, currency));
COMMENT ON COLUMN sales_by_payment.amount_minor IS 'What was kept: cash is less the change';
CREATE TABLE sales_by_cashier (
    shop_id uuid NOT NULL, business_day date NOT NULL, actor text NOT NULL, currency text NOT NULL,
    sales bigint NOT NULL, voids bigint NOT NULL, discount_minor bigint NOT NULL, total_minor bigint NOT NULL,
    PRIMARY KEY (shop_id, business_day, actor, currency));
CREATE TABLE sales_by_tax (
    shop_id uuid NOT NULL, business_day date NOT NULL, rate_ppm integer NOT NULL, currency text NOT NULL,
    net_minor bigint NOT NULL, tax_minor bigint NOT NULL, gross_minor bigint NOT NULL,
    PRIMARY KEY (shop_id, business_day, rate_ppm, currency));
"""

GOODS = """
CREATE TABLE abc_class (
    shop_id uuid NOT NULL, product_id uuid NOT NULL, class text NOT NULL CHECK (class IN ('A', 'B', 'C')),
    turnover_minor bigint NOT NULL, share_ppm integer NOT NULL, rank integer NOT NULL, from_day date NOT NULL,
    to_day date NOT NULL, made_at timestamptz NOT NULL, PRIMARY KEY (shop_id, product_id));
COMMENT ON COLUMN abc_class.share_ppm IS 'Share of the shop''s turnover of this product and all that sell better';
CREATE TABLE reorder_point (
    shop_id uuid NOT NULL, product_id uuid NOT NULL, unit text NOT NULL, days integer NOT NULL,
    mean_milli bigint NOT NULL, spread_milli bigint NOT NULL, lead_days integer NOT NULL, safety_milli bigint NOT NULL,
    point_milli bigint NOT NULL, made_at timestamptz NOT NULL, PRIMARY KEY (shop_id, product_id));
COMMENT ON TABLE reorder_point IS 'Mean and spread of a day''s sale over so many days; order at the point';
"""

WEBHOOKS = """
CREATE TABLE webhook (
    id uuid PRIMARY KEY, url text NOT NULL, events text[] NOT NULL, secret text NOT NULL, lan_address text,
    shop_id uuid REFERENCES shop, active boolean NOT NULL DEFAULT true, created_at timestamptz NOT NULL);
COMMENT ON COLUMN webhook.lan_address IS 'The one address of the own network that may be called for it';
COMMENT ON COLUMN webhook.shop_id IS 'Only events of this shop; empty means all shops';
CREATE TABLE webhook_cursor (
    webhook_id uuid NOT NULL REFERENCES webhook ON DELETE CASCADE, chain integer NOT NULL, seq bigint NOT NULL,
    PRIMARY KEY (webhook_id, chain));
COMMENT ON TABLE webhook_cursor IS 'Up to which entry of each chain deliveries have been made into jobs';
"""


def upgrade() -> None:
    """Make the tables."""
    for part in (JOBS, SALES, GOODS, WEBHOOKS):
        op.execute(part)
