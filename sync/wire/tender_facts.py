"""Bodies of entries about paying: a person's word for a card payment that no terminal can tell of."""

from msgspec import Struct


class CardSettled(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A card payment (kind `charge`, or `refund`) of which the terminal could not say whether it happened.

    `cart_id` is the id of the sale that it became part of, if it was sold; `granted_by` lent the actor the right.
    """

    attempt_id: str
    cart_id: str
    kind: str
    amount_minor: int
    currency: str
    happened: bool
    reason: str
    granted_by: str = ""
