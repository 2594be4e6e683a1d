"""What tills wanted of customers and the centre did not take: kept until a person has decided about it."""

from alembic import op

revision = "0041"
down_revision = "0034"

STATEMENTS = r"""
CREATE TABLE customer_clash (
    case_id bigint NOT NULL REFERENCES cases, attachment_id uuid NOT NULL, customer_id uuid NOT NULL,
    device_uuid uuid NOT NULL, fields text[] NOT NULL, PRIMARY KEY (case_id, attachment_id));
COMMENT ON TABLE customer_clash IS 'Changes of customers that wait for a decision; what they say is in the attachment';
COMMENT ON COLUMN customer_clash.fields IS 'Those of its fields about which nobody has decided yet';
CREATE INDEX customer_clash_of ON customer_clash (customer_id);

INSERT INTO customer_clash
SELECT c.id, a.attachment_id, c.subject::uuid, c.device_uuid, regexp_split_to_array(c.detail, '[,;] ')
FROM cases c JOIN attachment a ON a.subject_id::text = c.subject
WHERE c.kind = 'customer.clash' AND c.closed_at IS NULL AND c.device_uuid IS NOT NULL
    AND given_text(a.bytes, 'edits') <> '';

CREATE FUNCTION forget_clash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE attachment a SET salt = NULL, bytes = NULL, blanked_at = NEW.closed_at
    FROM customer_clash k WHERE k.case_id = NEW.id AND a.attachment_id = k.attachment_id AND a.bytes IS NOT NULL;
    DELETE FROM customer_clash WHERE case_id = NEW.id;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION forget_clash() IS 'Cases are closed in several places; none of them leaves personal data behind';
CREATE TRIGGER clash_forgotten AFTER UPDATE OF closed_at ON cases FOR EACH ROW
    WHEN (OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL AND NEW.kind = 'customer.clash')
    EXECUTE FUNCTION forget_clash();
"""


def upgrade() -> None:
    """Make the table, with what waits already."""
    op.execute(STATEMENTS)
