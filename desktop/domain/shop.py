"""How a shop trades: its identity on paper, its currency, tax and rounding rules."""

from dataclasses import dataclass, field
from typing import Literal

from desktop.domain.counting_terms import CountTerms
from desktop.domain.rights import Reach
from desktop.domain.rounding import CASH_ROUNDING_BY_COUNTRY, CashRounding, Method
from desktop.domain.stock_terms import StockTerms
from desktop.domain.taxes import TaxRounding
from desktop.domain.tender_terms import TenderTerms


@dataclass(frozen=True, slots=True)
class Shop:
    """Terms of trade of one shop; `discount_limits` maps a role to the share in ppm that it may give away.

    `offer_order` says whether promotions are tried for the customer's best or in their fixed order; `price_list_id` is
    the price list of everybody who has none of their own, `coupons_offline` how often one limited coupon is redeemed
    here before the centre has heard of it (0: as often as it may be). `permissions` is right -> role -> rule, where
    the shop has another one than `permission.py`; `reach` is how far rights go just now (rights.py), never sent.
    """

    id: str
    name: str
    currency: str
    address: str = ""
    tax_number: str = ""
    time_zone: str = "UTC"
    tax_inclusive: bool = True
    tax_rounding: TaxRounding = "line"
    cash_rounding_step_minor: int = 0
    cash_rounding_method: Method = "nearest"
    code_rules: str = ""
    discount_limits: dict[str, int] = field(default_factory=dict)
    receipt_footer: str = ""
    selling_place_id: str = ""
    return_offline_minor: int = 0
    permissions: dict[str, dict[str, str]] = field(default_factory=dict)
    offer_order: Literal["best", "fixed"] = "best"
    price_list_id: str = ""
    coupons_offline: int = 0
    tender: TenderTerms = TenderTerms()  # noqa: RUF009  frozen
    counting: CountTerms = CountTerms()  # noqa: RUF009  frozen
    stock_terms: StockTerms = StockTerms()  # noqa: RUF009  frozen
    reach: Reach = Reach.FULL

    @property
    def cash_rounding(self) -> CashRounding:
        """The rule for the part of a sale that is paid in cash: the country's, else the shop's own."""
        if self.tender.country in CASH_ROUNDING_BY_COUNTRY:
            return CASH_ROUNDING_BY_COUNTRY[self.tender.country].rule
        return CashRounding(self.cash_rounding_step_minor, self.cash_rounding_method)
