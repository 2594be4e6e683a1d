"""Orders in the replica, and what this terminal's own documents did of them."""

from sqlalchemy import Column, Index, Integer, Table, Text

from desktop.store.schema import local, number_column, replica, text_column

# --- projections ---------------------------------------------------------------------------------------------

order_done = Table(
    "order_done",
    local,
    Column("document_id", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    text_column("order_id"),
    number_column("done_milli"),
    Index("order_done_by_order", "order_id"),
    info={"projection": True},
)
order_end = Table(
    "order_end",
    local,
    Column("document_id", Text, primary_key=True),
    text_column("order_id"),
    info={"projection": True},
)
"""Orders that a document of this terminal ended: the feed still tells of them until the centre has heard of it."""

# --- replica -------------------------------------------------------------------------------------------------

neighbour = Table(
    "neighbour",
    replica,
    Column("id", Text, primary_key=True),
    text_column("name"),
    text_column("transit_place_id"),
)
"""The company's other shops that goods can be sent to."""
held_lot = Table(
    "held_lot",
    replica,
    Column("id", Text, primary_key=True),
    text_column("product_id"),
    text_column("lot"),
    text_column("reason"),
)
"""Lots that are neither picked nor sold in this shop, and why."""
reorder = Table(
    "reorder",
    replica,
    Column("shop_id", Text, primary_key=True),
    Column("product_id", Text, primary_key=True),
    number_column("point_milli"),
    number_column("lead_milli"),
)
"""From which quantity on goods are to be ordered, and how much sells until they come."""
order = Table(
    "order",
    replica,
    Column("id", Text, primary_key=True),
    text_column("kind"),
    text_column("number"),
    number_column("priority"),
    text_column("content"),
)
"""`content` is the JSON of `sync.wire.orders.Order`."""
