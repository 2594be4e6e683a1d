"""What head office says of people: permissions of a shop, badges; who allowed a closing, and what it lacked."""

from alembic import op

revision = "0016"
down_revision = "0015"

CHANGES = """
ALTER TABLE shop ADD COLUMN permissions jsonb NOT NULL DEFAULT '{}';
ALTER TABLE person ADD COLUMN badge_hash text NOT NULL DEFAULT '';
CREATE UNIQUE INDEX person_badge ON person (badge_hash) WHERE badge_hash <> '';
ALTER TABLE shift ADD COLUMN granted_by text NOT NULL DEFAULT '';
ALTER TABLE shift ADD COLUMN remarks jsonb NOT NULL DEFAULT '[]';
"""


def upgrade() -> None:
    """Add the columns."""
    op.execute(CHANGES)
