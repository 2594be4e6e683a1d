"""Shifts of this terminal: what happened in them, and what each payment method should hold."""

from sqlalchemy import Connection, bindparam, func, select

from desktop.domain.shift import PersonTotals, Shift, ShiftTotals
from desktop.domain.taxes import sum_rates
from desktop.domain.tender import CASH
from desktop.store import purses, tips, voiding
from desktop.store.offer_tables import sale_promotion
from desktop.store.prepared import ONE, Prepared
from desktop.store.return_tables import sale_return
from desktop.store.tables import drawer, payment, person, sale, sale_line, sale_tax, shift, shift_total, void

_ROW = (
    shift.c.shift_id,
    shift.c.number,
    shift.c.business_day,
    shift.c.currency,
    shift.c.float_minor,
    shift.c.opened_at,
    shift.c.opened_by,
)
_open = Prepared(select(*_ROW).where(shift.c.closed_at.is_(None)))
_one = Prepared(select(*_ROW).where(shift.c.shift_id == bindparam("id")))
_last_closed = Prepared(
    select(*_ROW, shift.c.closed_at).where(shift.c.closed_at.is_not(None)).order_by(shift.c.number.desc()).limit(ONE)
)


def read_open(connection: Connection) -> Shift | None:
    """Give the open shift."""
    row = _open.first(connection)
    return Shift(*row) if row else None


def list_left(connection: Connection) -> list[Shift]:
    """Give the shifts that were left open in a journal before this one and have no closing yet, oldest first."""
    left = select(*_ROW).where(shift.c.closed_at.is_not(None), shift.c.z_number.is_(None))
    return [Shift(*row) for row in connection.execute(left.order_by(shift.c.opened_at))]


def read_shift(connection: Connection, shift_id: str) -> Shift | None:
    """Give one shift."""
    row = _one.first(connection, id=shift_id)
    return Shift(*row) if row else None


def read_last_closed(connection: Connection) -> tuple[Shift, str] | None:
    """Give the shift that was closed last, and when."""
    row = _last_closed.first(connection)
    return (Shift(*row[:-1]), str(row[-1])) if row else None


def read_expected(connection: Connection, shift_id: str) -> dict[str, int]:
    """Give what each method should hold, in minor units; cash includes the float."""
    query = select(shift_total.c.method, shift_total.c.amount_minor).where(shift_total.c.shift_id == shift_id)
    return {row.method: row.amount_minor for row in connection.execute(query.order_by(shift_total.c.method))}


def read_totals(connection: Connection, shift_id: str) -> ShiftTotals:
    """Sum up what happened in a shift; a voided sale stays counted, and its money is out again."""
    of_shift = sale.c.shift_id == shift_id
    stands = sale.c.voided_at.is_(None)
    summed = (
        func.count(),
        func.coalesce(func.sum(sale.c.total_minor), 0),
        func.coalesce(func.sum(sale.c.rounding_minor), 0),
    )
    sales, total, rounding = connection.execute(select(*summed).where(of_shift, stands)).one()
    voids, voided, _ = connection.execute(select(*summed).where(of_shift, ~stands)).one()
    rated = sale_tax.c.rate_ppm, func.sum(sale_tax.c.net_minor), func.sum(sale_tax.c.tax_minor)
    taxes = select(*rated).join(sale).where(of_shift, stands).group_by(sale_tax.c.rate_ppm)
    given = select(func.coalesce(func.sum(sale_line.c.discount_minor), 0)).join(sale).where(of_shift, stands)
    back = select(func.coalesce(func.sum(sale_return.c.total_minor), 0)).join(sale).where(of_shift, stands)
    moved = connection.execute(select(drawer.c.amount_minor).where(drawer.c.shift_id == shift_id)).scalars().all()
    cash_in = sum(amount for amount in moved if amount > 0)
    cash_out = -sum(amount for amount in moved if amount < 0)
    return ShiftTotals(
        sales=sales + voids,
        voids=voids,
        total_minor=total,
        discount_minor=connection.execute(given).scalar_one(),
        rounding_minor=rounding,
        cash_in_minor=cash_in,
        cash_out_minor=cash_out,
        drawer_looks=sum(1 for amount in moved if amount == 0),
        voided_minor=voided,
        returned_minor=connection.execute(back).scalar_one(),
        methods=_methods(connection, shift_id, cash_in - cash_out),
        taxes=sum_rates([tuple(row) for row in connection.execute(taxes)]),
        people=read_people(connection, shift_id),
        tips=tips.sum_by_method(connection, shift_id),
        promotions=_promotions(connection, shift_id),
        given_by_hand=voiding.sum_given_by_hand(connection, shift_id),
        taken_by_hand=voiding.sum_taken_by_hand(connection, shift_id),
        paid_in=purses.sum_paid_in(connection, shift_id),
    )


def read_people(connection: Connection, shift_id: str) -> tuple[PersonTotals, ...]:
    """Sum up a shift person by person, who sold most first; whoever only took back or opened the drawer is there too.

    A voided sale is out of the figures of whoever sold it, and counted as a void of whoever took it back.
    """
    stands = sale.c.shift_id == shift_id, sale.c.voided_at.is_(None)
    given = select(func.sum(sale_line.c.discount_minor)).where(sale_line.c.sale_id == sale.c.sale_id)
    cash = select(func.sum(payment.c.amount_minor)).where(payment.c.sale_id == sale.c.sale_id, payment.c.method == CASH)
    sold = select(
        sale.c.actor,
        func.count(),
        func.sum(sale.c.total_minor),
        func.sum(func.coalesce(cash.scalar_subquery(), 0) - sale.c.change_minor),
        func.sum(func.coalesce(given.scalar_subquery(), 0)),
    ).where(*stands)
    back = select(void.c.actor, func.count(), func.sum(sale.c.total_minor)).join(sale, sale.c.sale_id == void.c.sale_id)
    looks = select(drawer.c.actor, func.count()).where(drawer.c.shift_id == shift_id, drawer.c.amount_minor == 0)
    figures: dict[str, dict[str, int]] = {}
    for query, names in (
        (sold.group_by(sale.c.actor), ("sales", "total_minor", "cash_minor", "discount_minor")),
        (back.where(void.c.shift_id == shift_id).group_by(void.c.actor), ("voids", "voided_minor")),
        (looks.group_by(drawer.c.actor), ("drawer_looks",)),
    ):
        for actor, *values in connection.execute(query):
            figures.setdefault(actor, {}).update(zip(names, values, strict=True))
    for actor, (every, in_cash) in tips.sum_by_person(connection, shift_id).items():
        figures[actor] |= {"tip_minor": every, "cash_minor": figures[actor]["cash_minor"] + in_cash}
    known = connection.execute(select(person.c.id, person.c.name).where(person.c.id.in_(figures)))
    called = {row.id: row.name for row in known}
    people = [PersonTotals(actor, called.get(actor, ""), **values) for actor, values in figures.items()]
    return tuple(sorted(people, key=lambda each: (-each.total_minor, each.name, each.person_id)))


def _promotions(connection: Connection, shift_id: str) -> tuple[tuple[str, int], ...]:
    """What promotions took off the shift's sales that stand, by name."""
    given = func.sum(sale_promotion.c.amount_minor)
    query = select(sale_promotion.c.name, given).join(sale, sale.c.sale_id == sale_promotion.c.sale_id)
    query = query.where(sale.c.shift_id == shift_id, sale.c.voided_at.is_(None)).group_by(sale_promotion.c.name)
    found = connection.execute(query.having(given != 0))
    return tuple(sorted((name, minor) for name, minor in found))


def _methods(connection: Connection, shift_id: str, cash_moved_minor: int) -> tuple[tuple[str, int], ...]:
    held = read_expected(connection, shift_id)
    opened = read_shift(connection, shift_id)
    held[CASH] = held.get(CASH, 0) - cash_moved_minor - (opened.float_minor if opened else 0)
    return tuple(sorted(held.items()))
