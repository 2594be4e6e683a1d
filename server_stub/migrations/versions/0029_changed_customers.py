"""Customers changed at tills: who has changed one hears of an erasure too."""

from alembic import op

revision = "0029"
down_revision = "0028"

STATEMENTS = r"""
ALTER TABLE customer ADD COLUMN changed_by uuid;
COMMENT ON COLUMN customer.changed_by IS 'The terminal that changed them last; null where none has';

CREATE OR REPLACE FUNCTION tell_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.everywhere AND NOT NEW.everywhere THEN
        PERFORM tell_shops('customers', 'customer', NEW.customer_id::text, NULL, true);
    END IF;
    IF NEW.erased_at IS NOT NULL AND (NEW.made_by IS NOT NULL OR NEW.changed_by IS NOT NULL) THEN
        PERFORM tell_shops('customers', 'erased', NEW.customer_id::text, NULL, false);
    END IF;
    PERFORM tell_shops('customers', 'customer', NEW.customer_id::text,
        CASE WHEN NEW.everywhere THEN NULL ELSE NEW.shop_id END, NEW.erased_at IS NOT NULL);
    RETURN NULL;
END $$;
"""


def upgrade() -> None:
    """Add the column."""
    op.execute(STATEMENTS)
