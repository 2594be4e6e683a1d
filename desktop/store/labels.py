"""The labels that hang, and which of them may be wrong by now."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, literal, or_, select

from desktop.store.label_tables import label_printed
from desktop.store.tables import product

_COLUMNS = tuple(label_printed.c)


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """What the label of a product said, and when it was printed (ISO 8601); `lowest_e4` is -1 where nobody knows."""

    product_id: str
    name: str
    price_e4: int
    former_e4: int
    printed_at: str
    lowest_e4: int = -1


def note(connection: Connection, rows: Sequence[PrintedRow]) -> None:
    """Keep what labels say now, instead of what they said before."""
    for row in {row.product_id: row for row in rows}.values():
        connection.execute(delete(label_printed).where(label_printed.c.product_id == row.product_id))
        connection.execute(insert(label_printed).values(**{name: getattr(row, name) for name in PrintedRow.__slots__}))


@dataclass(frozen=True, slots=True)
class Touched:
    """The goods whose price depends on more than the catalogue: all, or these."""

    everything: bool = False
    ids: frozenset[str] = frozenset()
    skus: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()


def list_doubtful(connection: Connection, after: str, limit: int, touched: Touched) -> list[PrintedRow]:
    """Give labels of goods on sale in the order of product ids behind `after`: those whose price or name is another in
    the catalogue, those of promotions that were, and those that are `touched`.
    """
    other = or_(
        literal(touched.everything),
        product.c.id.in_(sorted(touched.ids)),
        product.c.sku.in_(sorted(touched.skus)),
        product.c.category.in_(sorted(touched.categories)),
        product.c.price_e4 != label_printed.c.price_e4,
        product.c.name != label_printed.c.name,
        label_printed.c.former_e4 != 0,
    )
    query = select(*_COLUMNS).join(product, product.c.id == label_printed.c.product_id)
    query = query.where(product.c.active == 1, label_printed.c.product_id > after, other)
    rows = connection.execute(query.order_by(label_printed.c.product_id).limit(limit))
    return [PrintedRow(*row) for row in rows]


def has_any(connection: Connection) -> bool:
    """Tell whether this till has printed any label yet."""
    return connection.execute(select(label_printed.c.product_id).limit(1)).first() is not None
