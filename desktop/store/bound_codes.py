"""Codes that somebody gave to goods at this terminal: they count here until the centre has heard of them."""

from sqlalchemy import Connection, bindparam, select

from desktop.store.prepared import Prepared
from desktop.store.stock import read_projected
from desktop.store.ticket_tables import bound_code

_of_code = Prepared(
    select(bound_code.c.incarnation, bound_code.c.seq, bound_code.c.product_id, bound_code.c.pack_milli).where(
        bound_code.c.code == bindparam("code")
    )
)


def find_bound(connection: Connection, code: str) -> list[tuple[str, int]]:
    """Give the products that a code was bound to here, with how many of them (thousandths) one scan means.

    What the centre has heard of it has answered, by the code in the catalogue or by a case; where its figures come
    before its catalogue, the code means nothing for as long as one pull takes.
    """
    said = _of_code.all(connection, code=code)
    if not said:
        return []
    contained, waiting = read_projected(connection), {}
    for incarnation, seq, product_id, pack_milli in said:
        upto, missing = contained.get(incarnation, (0, frozenset()))
        if seq > upto or seq in missing:
            waiting[product_id] = pack_milli
    return list(waiting.items())
