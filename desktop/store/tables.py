"""Tables of `journal.db`, of three kinds: journal (frozen), working (never rebuilt), projection (can be rebuilt).

The replica's tables are part of the protocol and live in `sync.wire.replica`; here they are only described for
queries, under the schema name `r` by which the file is attached.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from desktop.store import approval_tables as approval_tables
from desktop.store import attachment_tables as attachment_tables
from desktop.store import cart_tables as cart_tables
from desktop.store import counting_tables as counting_tables
from desktop.store import device_tables as device_tables
from desktop.store import label_tables as label_tables
from desktop.store import offer_tables as offer_tables
from desktop.store import order_tables as order_tables
from desktop.store import paper_tables as paper_tables
from desktop.store import parking_tables as parking_tables
from desktop.store import photo_tables as photo_tables
from desktop.store import place_tables as place_tables
from desktop.store import purse_tables as purse_tables
from desktop.store import return_tables as return_tables
from desktop.store import task_tables as task_tables
from desktop.store import tender_tables as tender_tables
from desktop.store import ticket_tables as ticket_tables
from desktop.store import tip_tables as tip_tables
from desktop.store.schema import bytes_column as _bytes
from desktop.store.schema import local as local
from desktop.store.schema import number_column as _number
from desktop.store.schema import replica as replica
from desktop.store.schema import text_column as _text

# --- journal: written once, never changed --------------------------------------------------------------------

journal = Table(
    "journal",
    local,
    Column("position", Integer, primary_key=True),
    _text("incarnation"),
    _number("seq"),
    _text("kind"),
    _number("version"),
    _text("occurred_at"),
    _text("actor"),
    _bytes("header"),
    _bytes("body"),
    _bytes("prev_hash"),
    _bytes("hash"),
    _bytes("signature"),
    _number("recalled", server_default=text("0")),
    UniqueConstraint("incarnation", "seq"),
    Index("journal_first", "recalled", "position", sqlite_where=text("seq = 1")),
)

# --- working: what is in hand, and what this terminal knows of itself ----------------------------------------

terminal = Table("terminal", local, Column("name", Text, primary_key=True), _text("value"))

cart = Table(
    "cart",
    local,
    Column("cart_id", Text, primary_key=True),
    _text("state"),
    _text("content"),
    _text("offers", server_default=text("''")),
    Column("step", Integer, nullable=False, server_default=text("0")),
)

message = Table(
    "message",
    local,
    Column("message_id", Text, primary_key=True),
    _text("kind"),
    _text("text"),
    _text("author"),
    _text("sent_at"),
    _text("person"),
    _text("state"),
    _text("got_at"),
    Index("message_by_state", "state", "message_id"),
)

handed_in = Table(
    "handed_in",
    local,
    Column("incarnation", Text, primary_key=True),
    _number("acked_seq"),
    _bytes("acked_hash"),
    _text("received_at"),
    _bytes("signature"),
)

# --- projections: made from entries alone --------------------------------------------------------------------

tally = Table(
    "tally",
    local,
    Column("one", Integer, primary_key=True),
    _text("receipt_prefix"),
    _number("last_receipt_no"),
    _number("last_shift_no"),
    _number("grand_total_minor"),
    info={"projection": True},
)

shift = Table(
    "shift",
    local,
    Column("shift_id", Text, primary_key=True),
    _number("number"),
    _text("business_day"),
    _text("currency"),
    _text("opened_at"),
    _text("opened_by"),
    _number("float_minor"),
    Column("closed_at", Text),
    Column("z_number", Integer),
    Index("shift_open", "shift_id", sqlite_where=text("closed_at IS NULL")),
    info={"projection": True},
)

shift_total = Table(
    "shift_total",
    local,
    Column("shift_id", Text, primary_key=True),
    Column("method", Text, primary_key=True),
    _number("amount_minor"),
    Column("counted_minor", Integer),
    info={"projection": True},
)

sale = Table(
    "sale",
    local,
    Column("sale_id", Text, primary_key=True),
    _number("position"),
    _text("incarnation"),
    _number("seq"),
    _text("receipt"),
    _text("shift_id"),
    _text("occurred_at"),
    _text("actor"),
    _text("currency"),
    _number("total_minor"),
    _number("rounding_minor"),
    _number("change_minor"),
    Column("voided_at", Text),
    Index("sale_by_receipt", "receipt"),
    Index("sale_by_shift", "shift_id", "position"),
    info={"projection": True},
)

sale_line = Table(
    "sale_line",
    local,
    Column("sale_id", Text, ForeignKey("sale.sale_id"), primary_key=True),
    Column("line_no", Integer, primary_key=True),
    _text("product_id"),
    _text("sku"),
    _text("name"),
    _text("unit"),
    _text("code"),
    _number("quantity_milli"),
    _number("price_e4"),
    _number("rate_ppm"),
    _number("gross_minor"),
    _number("discount_minor"),
    _number("net_minor"),
    _number("tax_minor"),
    _number("total_minor"),
    info={"projection": True},
)

sale_tax = Table(
    "sale_tax",
    local,
    Column("sale_id", Text, ForeignKey("sale.sale_id"), primary_key=True),
    Column("rate_ppm", Integer, primary_key=True),
    _number("net_minor"),
    _number("tax_minor"),
    _number("gross_minor"),
    info={"projection": True},
)

payment = Table(
    "payment",
    local,
    Column("sale_id", Text, ForeignKey("sale.sale_id"), primary_key=True),
    Column("payment_no", Integer, primary_key=True),
    _text("method"),
    _number("amount_minor"),
    _text("reference"),
    info={"projection": True},
)

void = Table(
    "void",
    local,
    Column("void_id", Text, primary_key=True),
    _text("sale_id"),
    _text("receipt"),
    _text("shift_id"),
    _text("occurred_at"),
    _text("actor"),
    _text("reason"),
    _number("by_hand", server_default=text("0")),
    info={"projection": True},
)

movement = Table(
    "movement",
    local,
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("move_no", Integer, primary_key=True),
    _text("product_id"),
    _text("from_place_id"),
    _text("to_place_id"),
    _number("quantity_milli"),
    _text("reason"),
    _text("lot", server_default=""),
    _text("expiry", server_default=""),
    _text("document_id", server_default=""),
    Index("movement_by_product", "product_id"),
    info={"projection": True},
)

drawer = Table(
    "drawer",
    local,
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    _text("shift_id"),
    _text("occurred_at"),
    _text("actor"),
    _text("purpose"),
    _number("amount_minor"),
    _text("reason"),
    info={"projection": True},
)

sign_in = Table(
    "sign_in",
    local,
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    _text("person_id"),
    _text("role"),
    _text("occurred_at"),
    info={"projection": True},
)

projections = tuple(table for table in local.sorted_tables if table.info.get("projection"))
"""In an order in which rows may be inserted; delete in reverse."""

# --- the replica, as queries see it --------------------------------------------------------------------------

product = Table(
    "product",
    replica,
    Column("n", Integer, primary_key=True),
    _text("id"),
    _text("sku"),
    _text("name"),
    _text("unit"),
    _number("price_e4"),
    _number("rate_ppm"),
    _text("category"),
    _number("weighed"),
    _number("age_limit"),
    _number("active"),
)
product_extra = Table(
    "product_extra", replica, Column("n", Integer, primary_key=True), _text("variant_of"), _text("content")
)
barcode = Table("barcode", replica, _text("code"), _number("product_n"), _number("pack_milli"))
place = Table("place", replica, Column("id", Text, primary_key=True), _text("code"), _text("name"), _text("kind"))
person = Table(
    "person",
    replica,
    Column("id", Text, primary_key=True),
    _text("login"),
    _text("name"),
    _text("role"),
    _text("pin_hash"),
    _number("active"),
)
badge = Table("badge", replica, Column("id", Text, primary_key=True), _text("badge_hash"))
shop = Table("shop", replica, Column("id", Text, primary_key=True), _text("terms"))
stock = Table("stock", replica, _text("product_id"), _text("place_id"), _number("on_hand_milli"))
lot = Table(
    "lot", replica, _text("product_id"), _text("place_id"), _text("lot"), _number("on_hand_milli"), _text("expiry")
)
case = Table(
    "case",
    replica,
    Column("id", Text, primary_key=True),
    _text("kind"),
    _text("opened_at"),
    _text("subject"),
    _text("detail"),
    _text("terminal"),
    _text("device"),
    _text("incarnation"),
    _number("seq"),
)
projected = Table("projected", replica, Column("incarnation", Text, primary_key=True), _number("seq"), _text("missing"))
customers_projected = Table(
    "customers_projected",
    replica,
    Column("incarnation", Text, primary_key=True),
    _number("seq"),
    _text("missing"),
)
feed = Table(
    "feed",
    replica,
    Column("name", Text, primary_key=True),
    _text("epoch"),
    _number("position"),
    _text("token"),
)
