"""What a sale says of the offers that made its prices."""

from msgspec import Struct


class LinePromotion(Struct, gc=False, frozen=True, kw_only=True):
    """What one promotion took off a line, in the basis of the price; it is part of the line's discount."""

    id: str
    name: str
    amount_minor: int
