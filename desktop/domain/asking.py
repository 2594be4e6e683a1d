"""What must be known of goods before they are a line, in the order in which it is asked."""

from dataclasses import replace
from typing import Literal

from desktop.domain.product import Found
from desktop.domain.refusal import Refusal

Need = Literal["price", "weight", "pieces", "serial", "lot"]
MAX_LOT = 20
"""Characters of a lot or serial number (GS1 General Specifications, AI 10 and 21)."""


def missing(found: Found, times_milli: int | None) -> Need | None:
    """Tell what has still to be asked; None when these goods can be a line."""
    extra = found.product.extra
    measured = bool(found.quantity_milli or found.fixed_total_minor is not None or times_milli)
    if (extra.open_price or extra.gift) and found.typed_price_e4 is None and found.fixed_total_minor is None:
        return "price"
    if found.product.weighed and not measured:
        return "weight"
    if extra.open_quantity and not measured:
        return "pieces"
    if (extra.track_serials or extra.gift) and not found.serial:
        return "serial"
    return "lot" if extra.track_lots and not found.lot else None


def with_weight(found: Found, gross_milli: int, tare_milli: int) -> Found:
    """Take the packaging off what a scale says. Refusal `tare.too_heavy` when nothing is left."""
    if gross_milli <= tare_milli:
        raise Refusal(
            "tare.too_heavy",
            "The packaging weighs as much as what is on the scale.",
            "Put the goods on the scale, or take the tare away.",
            facts={"tare_milli": tare_milli},
        )
    return replace(found, quantity_milli=gross_milli - tare_milli, tare_milli=tare_milli)


def with_number(found: Found, need: Need, text: str) -> Found:
    """Write down the lot or serial number that was asked for. Refusal `number.too_long`."""
    number = text.strip()
    if not number or len(number) > MAX_LOT:
        raise Refusal(
            "number.too_long",
            f"A lot or serial number has {MAX_LOT} characters at most.",
            "Scan or type it as it is printed.",
            facts={"limit": MAX_LOT},
        )
    return replace(found, serial=number) if need == "serial" else replace(found, lot=number)


def normal(found: Found) -> Found:
    """Forget a serial number that nobody keeps; without it pieces are alike and count up on one line."""
    extra = found.product.extra
    return replace(found, serial="", mark="") if found.serial and not (extra.track_serials or extra.gift) else found


def is_model(found: Found) -> bool:
    """Tell whether this stands for several variants: a model names itself."""
    extra = found.product.extra
    return bool(extra.variant_of) and extra.variant_of == found.product.sku


def check_expiry(found: Found, today: str) -> None:
    """Refuse goods whose code says that they have expired (`goods.expired`); the day itself still counts."""
    if found.expiry is not None and found.expiry.isoformat() < today:
        raise Refusal(
            "goods.expired",
            f"{found.product.name} has expired: {found.expiry.isoformat()}.",
            "Put it aside; it must not be sold.",
            facts={"name": found.product.name, "date": found.expiry.isoformat()},
        )
