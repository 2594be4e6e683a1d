"""Card payments that a person decided because no terminal could tell: kept, and a case to look at with the bank."""

from alembic import op

revision = "0020"
down_revision = "0019"

STATEMENTS = """
CREATE TABLE card_settlement (
    chain integer NOT NULL, seq bigint NOT NULL, shop_id uuid, attempt_id text NOT NULL, cart_id text NOT NULL,
    kind text NOT NULL, amount_minor bigint NOT NULL, currency text NOT NULL, happened boolean NOT NULL,
    reason text NOT NULL, granted_by text NOT NULL, occurred_at timestamptz NOT NULL, actor text NOT NULL,
    PRIMARY KEY (chain, seq));
COMMENT ON COLUMN card_settlement.happened IS 'What the person said; the bank''s statement may say otherwise';

CREATE FUNCTION open_card_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO cases (kind, subject, detail, device_uuid, shop_id, opened_at)
    SELECT 'card.settled', right(NEW.attempt_id, 12), NEW.kind || ' of ' || NEW.amount_minor || ' minor units of '
        || NEW.currency || ' taken as ' || CASE WHEN NEW.happened THEN 'done' ELSE 'not done' END || ': ' || NEW.reason,
        (SELECT device_uuid FROM incarnation WHERE chain = NEW.chain), NEW.shop_id, now()
    ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION open_card_case() IS 'Somebody has to compare it with what the bank paid out';
CREATE TRIGGER card_settlement_told AFTER INSERT ON card_settlement FOR EACH ROW EXECUTE FUNCTION open_card_case();
"""


def upgrade() -> None:
    """Make the table and its trigger."""
    op.execute(STATEMENTS)
