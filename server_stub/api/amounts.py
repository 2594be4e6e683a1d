"""Integers of the tables as decimal strings of the surface, and back: money, unit prices, quantities, tax rates."""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta

from server_stub.faults import Denied
from server_stub.journal.stats import decimal_text

Money = Annotated[str, Meta(pattern=r"^-?[0-9]+(\.[0-9]+)?$", examples=["12.90"])]
"""A sum in the currency beside it."""
Quantity = Annotated[str, Meta(pattern=r"^-?[0-9]+(\.[0-9]+)?$", examples=["2.5"])]
"""A quantity in the unit beside it, up to three decimals."""
Currency = Annotated[str, Meta(pattern="^[A-Z]{3}$", examples=["EUR"])]
"""ISO 4217; XXX where there is no shop that would say."""
Given = Annotated[str, Meta(pattern=r"^[0-9]{1,8}(\.[0-9]{1,4})?$", examples=["12.90"])]
"""A unit price as a program gives it: up to four decimals, never negative."""
GivenMoney = Annotated[str, Meta(pattern=r"^[0-9]{1,9}(\.[0-9]{1,3})?$", examples=["12.90"])]
"""A sum as a program gives it, never negative."""
GivenRate = Annotated[str, Meta(pattern=r"^[0-9]{1,2}(\.[0-9]{1,4})?$", examples=["20"])]
"""A tax rate in per cent as a program gives it."""
GivenQuantity = Annotated[str, Meta(pattern=r"^[0-9]{1,6}(\.[0-9]{1,3})?$", examples=["6"])]
"""A quantity as a program gives it."""
NO_CURRENCY = "XXX"
MOST_E4 = 10_000_000 * 10_000
MOST_MILLI = 100_000 * 1000

money_text = decimal_text


def price_text(price_e4: int, currency: str) -> str:
    """Write ten-thousandths as a price: the currency's decimals, more only where they say something."""
    digits = len(decimal_text(0, currency).partition(".")[2])
    whole, _, rest = f"{Decimal(price_e4).scaleb(-4):.4f}".partition(".")
    rest = rest.rstrip("0").ljust(digits, "0")
    return f"{whole}.{rest}" if rest else whole


def quantity_text(milli: int) -> str:
    """Write thousandths without an empty fraction."""
    return _trimmed(Decimal(milli).scaleb(-3))


def rate_text(rate_ppm: int) -> str:
    """Write parts per million as per cent."""
    return _trimmed(Decimal(rate_ppm).scaleb(-4))


def _trimmed(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def minor(text: str, currency: str) -> int:
    """Read a sum that fits `GivenMoney`. Raises Denied 400 for more decimals than the currency has."""
    value = Decimal(text).scaleb(len(decimal_text(0, currency).partition(".")[2]))
    if value != int(value):
        raise Denied(400, f"{text} has more decimals than {currency}")
    return int(value)


def price_e4(text: str) -> int:
    """Read a price that fits `Given`. Raises Denied 400 for one that nobody asks."""
    value = int(Decimal(text).scaleb(4))
    if value > MOST_E4:
        raise Denied(400, "price is more than 10000000")
    return value


def rate_ppm(text: str) -> int:
    """Read per cent that fit `GivenRate`."""
    return int(Decimal(text).scaleb(4))


def quantity_milli(text: str) -> int:
    """Read a quantity that fits `GivenQuantity`, nothing too. Raises Denied 400 for too much."""
    value = int(Decimal(text).scaleb(3))
    if value > MOST_MILLI:
        raise Denied(400, "quantity is more than 100000")
    return value
