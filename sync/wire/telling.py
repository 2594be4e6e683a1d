"""By which name a row is told: what programs that are out already would trip over comes under a name of its own.

Every program passes over an entity that it does not know, notes its name, and reads the feed again once it is one that
does. So the centre need not know who is which version, and all terminals of a shop read the same pages.
"""

LATER = {"order/supplier_return": "order", "order/refill": "order", "order/blind_receipt": "order"}
"""Name (`entity/kind`) -> the entity that it is, for kinds that came after their entity had gone out."""


def entity_of(name: str) -> str:
    """Give the entity that is told by a name; the name itself for all that are told by their own."""
    return LATER.get(name, name)


def told_as(entity: str, row: object) -> str:
    """Give the name by which a row is told."""
    name = f"{entity}/{getattr(row, 'kind', '')}"
    return name if name in LATER else entity
