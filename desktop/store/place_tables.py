"""Places in the replica, and the plates that this terminal met and carried; goods put elsewhere than was suggested."""

from sqlalchemy import Column, Integer, Table, Text

from desktop.store.schema import local, number_column, replica, text_column

# --- projections ---------------------------------------------------------------------------------------------

plate = Table(
    "plate",
    local,
    Column("place_id", Text, primary_key=True),
    text_column("sscc"),
    text_column("parent_id"),
    info={"projection": True},
)
"""Plates that were first met here: the feed may not tell of them yet."""
plate_move = Table(
    "plate_move",
    local,
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    text_column("place_id"),
    text_column("from_place_id"),
    text_column("to_place_id"),
    text_column("document_id"),
    info={"projection": True},
)
put_override = Table(
    "put_override",
    local,
    Column("document_id", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    text_column("product_id"),
    text_column("lot"),
    number_column("quantity_milli"),
    text_column("suggested_place_id"),
    text_column("chosen_place_id"),
    info={"projection": True},
)

# --- replica -------------------------------------------------------------------------------------------------

place_extra = Table(
    "place_extra", replica, Column("id", Text, primary_key=True), text_column("parent_id"), text_column("content")
)
"""`content` is the JSON of `sync.wire.places.Place`, for places that say more than code, name and kind."""
