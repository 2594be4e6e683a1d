"""Rows of the projections, written by the projector alone: tables in, nothing out."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.store.place_tables import plate
from desktop.store.prepared import Prepared
from desktop.store.tables import projections, sale, shift, shift_total, tally

Row = Mapping[str, Any]

_inserts = {
    table.name: Prepared(insert(table), [column.name for column in table.columns if not column.nullable])
    for table in projections
}
"""What is null at first is filled in later: when a shift is closed, when a sale is taken back."""
_add_total = upsert(shift_total).values(
    shift_id=bindparam("shift"), method=bindparam("by"), amount_minor=bindparam("more_minor")
)
_add_total = _add_total.on_conflict_do_update(
    index_elements=["shift_id", "method"],
    set_={"amount_minor": shift_total.c.amount_minor + _add_total.excluded.amount_minor},
)
_count_total = upsert(shift_total).values(
    shift_id=bindparam("shift"), method=bindparam("by"), amount_minor=0, counted_minor=bindparam("counted")
)
_count_total = _count_total.on_conflict_do_update(
    index_elements=["shift_id", "method"], set_={"counted_minor": _count_total.excluded.counted_minor}
)
_add_plate = Prepared(upsert(plate).on_conflict_do_nothing(), [column.name for column in plate.columns])
_add_to_shift = Prepared(_add_total)
_bump_sale = Prepared(
    update(tally)
    .where(tally.c.one == 1)
    .values(
        last_receipt_no=func.max(tally.c.last_receipt_no, bindparam("receipt_no")),
        grand_total_minor=tally.c.grand_total_minor + bindparam("more_minor"),
    )
)


def add(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    """Insert rows into a projection, given by its name."""
    if rows:
        _inserts[table].run_many(connection, rows)


def add_plate(connection: Connection, place_id: str, sscc: str, parent_id: str) -> None:
    """Keep a plate that was met, unless it is known."""
    _add_plate.run(connection, {"place_id": place_id, "sscc": sscc, "parent_id": parent_id})


def add_to_shift(connection: Connection, shift_id: str, amounts_minor: Mapping[str, int]) -> None:
    """Add amounts to what a shift holds by payment method."""
    rows = [{"shift": shift_id, "by": method, "more_minor": amount} for method, amount in amounts_minor.items()]
    if rows:
        _add_to_shift.run_many(connection, rows)


def count_in_shift(connection: Connection, shift_id: str, counted_minor: Mapping[str, int]) -> None:
    """Write down what was counted at closing, by payment method."""
    rows = [{"shift": shift_id, "by": method, "counted": amount} for method, amount in counted_minor.items()]
    if rows:
        connection.execute(_count_total, rows)


def close_shift(connection: Connection, shift_id: str, closed_at: str, z_number: int | None) -> None:
    """Mark a shift as closed; without a number it was left, and its closing is still to be sealed."""
    query = update(shift).where(shift.c.shift_id == shift_id)
    connection.execute(query, {"closed_at": closed_at, "z_number": z_number})


def void_sale(connection: Connection, sale_id: str, voided_at: str) -> None:
    """Mark a sale as taken back."""
    connection.execute(update(sale).where(sale.c.sale_id == sale_id), {"voided_at": voided_at})


def start_tally(connection: Connection, row: Row) -> None:
    """Begin or go on counting receipts, shifts and the perpetual total, as `journal.opened` says."""
    connection.execute(insert(tally).prefix_with("OR REPLACE"), {"one": 1, **row})


def tally_sale(connection: Connection, receipt_no: int, amount_minor: int) -> None:
    """Count a receipt and add to the perpetual total."""
    _bump_sale.run(connection, {"receipt_no": receipt_no, "more_minor": amount_minor})


def tally_shift(connection: Connection, number: int) -> None:
    """Remember the last shift's number, which never goes back."""
    highest = func.max(tally.c.last_shift_no, number)
    connection.execute(update(tally).where(tally.c.one == 1).values(last_shift_no=highest))


def clear(connection: Connection) -> None:
    """Empty every projection, for a rebuild."""
    for table in reversed(projections):
        connection.execute(delete(table))


def dump(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Give every projection's rows in the order of their primary keys: equal dumps mean equal projections."""
    return {table.name: _dump_table(connection, table) for table in projections}


def _dump_table(connection: Connection, table: Table) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
