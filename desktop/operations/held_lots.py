"""What is held is neither picked, packed nor sold: whoever scans it is told why."""

from sqlalchemy import Connection

from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.store.held_lots import find_reason


def check_held(connection: Connection, found: Found) -> None:
    """Refuse goods whose code names a lot, or a piece, that head office holds. Refusal `goods.held`."""
    lot = found.serial or found.lot
    reason = find_reason(connection, found.product.id, lot) if lot else None
    if reason is not None:
        name = found.product.name or found.product.sku
        raise Refusal(
            "goods.held",
            f"{name}, lot {lot[:60]}, is held: {reason}",
            "Put it aside; nobody picks or sells it until head office lets it go.",
            facts={"name": name, "lot": lot[:60], "reason": reason},
        )
