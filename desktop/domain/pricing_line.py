"""One line as it is sold: its amounts, and what made them."""

from dataclasses import dataclass

from desktop.domain.explanation import Step
from desktop.domain.line_detail import LineDetail


@dataclass(frozen=True, slots=True)
class LinePromotion:
    """What one promotion took off a line, in the basis of the price."""

    id: str
    name: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line as it is sold. `gross_minor` − `discount_minor` is in the basis of the price; `total_minor` is what the
    customer pays, tax included; `granted_by` is who gave the line's own discount. `promotions` are the part of the
    discount that promotions gave. `list_price_e4` is what the catalogue asks where `price_e4` is another price, else
    0; `price_reason` and `price_by` say why and by whom when a person set it. `explanation` adds up to the total and is
    empty on lines read back from a sale. What comes back has amounts below zero and says, from `returns_sale` on, what
    it was sold in, where it goes and why.
    """

    line_id: str
    product_id: str
    sku: str
    name: str
    unit: str
    code: str
    quantity_milli: int
    price_e4: int
    rate_ppm: int
    gross_minor: int
    discount_minor: int
    net_minor: int
    tax_minor: int
    total_minor: int
    granted_by: str = ""
    promotions: tuple[LinePromotion, ...] = ()
    list_price_e4: int = 0
    price_reason: str = ""
    price_by: str = ""
    returns_sale: str = ""
    returns_line: str = ""
    returns_receipt: str = ""
    to_place_id: str = ""
    reason: str = ""
    detail: LineDetail | None = None
    explanation: tuple[Step, ...] = ()
