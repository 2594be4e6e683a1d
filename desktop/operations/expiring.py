"""Goods that come in and expire sooner than somebody wants of them: a shop may forbid to take them in unasked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from desktop.domain.product import is_too_soon
from desktop.domain.refusal import Refusal
from desktop.domain.stock import Deviation
from desktop.domain.task import Scan, Task, TaskKind, What, standing
from desktop.operations.terminal import Terminal, require_shop
from desktop.store import catalogue


def find_expiring(
    connection: Connection,
    terminal: Terminal,
    task: Task,
    scans: Sequence[Scan],
    reasons: Mapping[str, str],
    reason: str,
) -> tuple[Deviation, ...]:
    """Give what of a delivery expires too soon, by lot, where the shop forbids it; nothing in a shop that only warns.

    `reasons` are by product, `reason` is for all of them. Refusal `receiving.expiring` where nobody says why.
    """
    shop = require_shop(connection, terminal)
    if task.kind is not TaskKind.RECEIVE or shop.stock_terms.expiring != "forbid":
        return ()
    today = terminal.clock.now().date()
    dated = [scan for scan in standing(scans) if scan.what is What.GOODS and scan.expiry]
    ids = sorted({scan.product_id for scan in dated})
    products = {product.id: product for product in catalogue.read_products(connection, ids)}
    soon: Counter[tuple[str, str]] = Counter()
    for scan in dated:
        product = products.get(scan.product_id)
        if product is not None and is_too_soon(product, date.fromisoformat(scan.expiry), today):
            soon[product.id, scan.lot] += scan.quantity_milli
    why = {product_id: reasons.get(product_id, reason).strip() for product_id, _ in soon}
    if unsaid := ", ".join(products[product_id].name for product_id in why if not why[product_id])[:200]:
        facts = {"products": unsaid}
        raise Refusal(
            "receiving.expiring", f"This expires too soon: {unsaid}.", "Say why it is taken all the same.", facts=facts
        )
    return tuple(Deviation(product, milli, "expiring", why[product], lot=lot) for (product, lot), milli in soon.items())
