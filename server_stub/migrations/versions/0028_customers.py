"""Customers made at tills: what they gave is found by its hash, who is here twice, and tills hear of an erasure."""

from alembic import op

revision = "0028"
down_revision = "0027"

STATEMENTS = r"""
CREATE UNIQUE INDEX attachment_by_hash ON attachment (hash);
ALTER TABLE customer ADD COLUMN made_by uuid;
COMMENT ON COLUMN customer.made_by IS 'The terminal at which they were made; null for those of the office';

CREATE FUNCTION given_text(bytea, text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
    RETURN coalesce(convert_from($1, 'UTF8')::json ->> $2, '');
EXCEPTION WHEN OTHERS THEN
    RETURN '';
END $$;
COMMENT ON FUNCTION given_text(bytea, text) IS 'What personal data say under a name; empty for what is no JSON';
CREATE FUNCTION given_phone(bytea) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE digits text := right(regexp_replace(public.given_text($1, 'phone'), '[^0-9]', '', 'g'), 9);
BEGIN
    RETURN CASE WHEN length(digits) >= 6 THEN digits ELSE '' END;
END $$;
COMMENT ON FUNCTION given_phone(bytea) IS 'The last nine digits: the same with and without the country before them';
CREATE FUNCTION given_email(bytea) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
    RETURN lower(public.given_text($1, 'email'));
END $$;
CREATE INDEX attachment_phone ON attachment (given_phone(bytes));
CREATE INDEX attachment_email ON attachment (given_email(bytes));
COMMENT ON INDEX attachment_phone IS 'Blanked with the bytes';

CREATE OR REPLACE FUNCTION tell_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.everywhere AND NOT NEW.everywhere THEN
        PERFORM tell_shops('customers', 'customer', NEW.customer_id::text, NULL, true);
    END IF;
    IF NEW.erased_at IS NOT NULL AND NEW.made_by IS NOT NULL THEN
        PERFORM tell_shops('customers', 'erased', NEW.customer_id::text, NULL, false);
    END IF;
    PERFORM tell_shops('customers', 'customer', NEW.customer_id::text,
        CASE WHEN NEW.everywhere THEN NULL ELSE NEW.shop_id END, NEW.erased_at IS NOT NULL);
    RETURN NULL;
END $$;
"""


def upgrade() -> None:
    """Make them."""
    op.execute(STATEMENTS)
