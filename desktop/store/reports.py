"""What this till knows for reports by itself: its own sales and shifts, day by day."""

from typing import Any

from sqlalchemy import Connection, func, select

from desktop.store.tables import sale, sale_line, shift, shift_total

Figures = list[dict[str, Any]]
MOST = 10_000


def read_sales(connection: Connection, first: str, last: str) -> Figures:
    """Give what was sold here by business day and product, voided sales left out; units minor and thousandths."""
    query = (
        select(
            shift.c.business_day,
            sale_line.c.sku,
            func.max(sale_line.c.name).label("name"),
            func.max(sale_line.c.unit).label("unit"),
            sale.c.currency,
            func.count(sale.c.sale_id.distinct()).label("sales"),
            func.sum(sale_line.c.quantity_milli).label("quantity_milli"),
            func.sum(sale_line.c.discount_minor).label("discount_minor"),
            func.sum(sale_line.c.net_minor).label("net_minor"),
            func.sum(sale_line.c.tax_minor).label("tax_minor"),
            func.sum(sale_line.c.total_minor).label("total_minor"),
        )
        .join(sale, sale.c.sale_id == sale_line.c.sale_id)
        .join(shift, shift.c.shift_id == sale.c.shift_id)
        .where(sale.c.voided_at.is_(None), shift.c.business_day.between(first, last))
        .group_by(shift.c.business_day, sale_line.c.product_id, sale_line.c.sku, sale.c.currency)
        .order_by(shift.c.business_day, sale_line.c.sku)
        .limit(MOST)
    )
    return [dict(row) for row in connection.execute(query).mappings()]


def read_shifts(connection: Connection, first: str, last: str) -> Figures:
    """Give the shifts of this till with what each method came to, and what was counted of it (None: nobody did)."""
    query = (
        select(
            shift.c.number,
            shift.c.business_day,
            shift.c.opened_at,
            shift.c.opened_by,
            shift.c.closed_at,
            shift.c.z_number,
            shift.c.currency,
            shift_total.c.method,
            shift_total.c.amount_minor,
            shift_total.c.counted_minor,
        )
        .join(shift_total, shift_total.c.shift_id == shift.c.shift_id, isouter=True)
        .where(shift.c.business_day.between(first, last))
        .order_by(shift.c.number, shift_total.c.method)
        .limit(MOST)
    )
    return [dict(row) for row in connection.execute(query).mappings()]
