"""The first schema of `journal.db`: journal, working state and projections."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE cart (
        cart_id TEXT NOT NULL,
        state TEXT NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (cart_id)
    )
    """,
    """
    CREATE TABLE drawer (
        incarnation TEXT NOT NULL,
        seq INTEGER NOT NULL,
        shift_id TEXT NOT NULL,
        occurred_at TEXT NOT NULL,
        actor TEXT NOT NULL,
        purpose TEXT NOT NULL,
        amount_minor INTEGER NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (incarnation, seq)
    )
    """,
    """
    CREATE TABLE handed_in (
        incarnation TEXT NOT NULL,
        acked_seq INTEGER NOT NULL,
        acked_hash BLOB NOT NULL,
        received_at TEXT NOT NULL,
        signature BLOB NOT NULL,
        PRIMARY KEY (incarnation)
    )
    """,
    """
    CREATE TABLE journal (
        position INTEGER NOT NULL,
        incarnation TEXT NOT NULL,
        seq INTEGER NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        occurred_at TEXT NOT NULL,
        actor TEXT NOT NULL,
        header BLOB NOT NULL,
        body BLOB NOT NULL,
        prev_hash BLOB NOT NULL,
        hash BLOB NOT NULL,
        signature BLOB NOT NULL,
        PRIMARY KEY (position),
        UNIQUE (incarnation, seq)
    )
    """,
    "CREATE INDEX journal_first ON journal (position) WHERE seq = 1",
    """
    CREATE TABLE movement (
        incarnation TEXT NOT NULL,
        seq INTEGER NOT NULL,
        move_no INTEGER NOT NULL,
        product_id TEXT NOT NULL,
        from_place_id TEXT NOT NULL,
        to_place_id TEXT NOT NULL,
        quantity_milli INTEGER NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (incarnation, seq, move_no)
    )
    """,
    "CREATE INDEX movement_by_product ON movement (product_id)",
    """
    CREATE TABLE sale (
        sale_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        incarnation TEXT NOT NULL,
        seq INTEGER NOT NULL,
        receipt TEXT NOT NULL,
        shift_id TEXT NOT NULL,
        occurred_at TEXT NOT NULL,
        actor TEXT NOT NULL,
        currency TEXT NOT NULL,
        total_minor INTEGER NOT NULL,
        rounding_minor INTEGER NOT NULL,
        change_minor INTEGER NOT NULL,
        voided_at TEXT,
        PRIMARY KEY (sale_id)
    )
    """,
    "CREATE INDEX sale_by_receipt ON sale (receipt)",
    "CREATE INDEX sale_by_shift ON sale (shift_id, position)",
    """
    CREATE TABLE shift (
        shift_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        business_day TEXT NOT NULL,
        currency TEXT NOT NULL,
        opened_at TEXT NOT NULL,
        opened_by TEXT NOT NULL,
        float_minor INTEGER NOT NULL,
        closed_at TEXT,
        z_number INTEGER,
        PRIMARY KEY (shift_id)
    )
    """,
    "CREATE INDEX shift_open ON shift (shift_id) WHERE closed_at IS NULL",
    """
    CREATE TABLE shift_total (
        shift_id TEXT NOT NULL,
        method TEXT NOT NULL,
        amount_minor INTEGER NOT NULL,
        counted_minor INTEGER,
        PRIMARY KEY (shift_id, method)
    )
    """,
    """
    CREATE TABLE sign_in (
        incarnation TEXT NOT NULL,
        seq INTEGER NOT NULL,
        person_id TEXT NOT NULL,
        role TEXT NOT NULL,
        occurred_at TEXT NOT NULL,
        PRIMARY KEY (incarnation, seq)
    )
    """,
    """
    CREATE TABLE tally (
        one INTEGER NOT NULL,
        receipt_prefix TEXT NOT NULL,
        last_receipt_no INTEGER NOT NULL,
        last_shift_no INTEGER NOT NULL,
        grand_total_minor INTEGER NOT NULL,
        PRIMARY KEY (one)
    )
    """,
    """
    CREATE TABLE terminal (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE void (
        void_id TEXT NOT NULL,
        sale_id TEXT NOT NULL,
        receipt TEXT NOT NULL,
        shift_id TEXT NOT NULL,
        occurred_at TEXT NOT NULL,
        actor TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (void_id)
    )
    """,
    """
    CREATE TABLE payment (
        sale_id TEXT NOT NULL,
        payment_no INTEGER NOT NULL,
        method TEXT NOT NULL,
        amount_minor INTEGER NOT NULL,
        reference TEXT NOT NULL,
        PRIMARY KEY (sale_id, payment_no),
        FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
    )
    """,
    """
    CREATE TABLE sale_line (
        sale_id TEXT NOT NULL,
        line_no INTEGER NOT NULL,
        product_id TEXT NOT NULL,
        sku TEXT NOT NULL,
        name TEXT NOT NULL,
        unit TEXT NOT NULL,
        code TEXT NOT NULL,
        quantity_milli INTEGER NOT NULL,
        price_e4 INTEGER NOT NULL,
        rate_ppm INTEGER NOT NULL,
        gross_minor INTEGER NOT NULL,
        discount_minor INTEGER NOT NULL,
        net_minor INTEGER NOT NULL,
        tax_minor INTEGER NOT NULL,
        total_minor INTEGER NOT NULL,
        PRIMARY KEY (sale_id, line_no),
        FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
    )
    """,
    """
    CREATE TABLE sale_tax (
        sale_id TEXT NOT NULL,
        rate_ppm INTEGER NOT NULL,
        net_minor INTEGER NOT NULL,
        tax_minor INTEGER NOT NULL,
        gross_minor INTEGER NOT NULL,
        PRIMARY KEY (sale_id, rate_ppm),
        FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
    )
    """,
)


def upgrade() -> None:
    """Create every table and index."""
    for statement in STATEMENTS:
        op.execute(statement)
