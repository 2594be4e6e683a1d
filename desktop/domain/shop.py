"""How a shop trades: its identity on paper, its currency, tax and rounding rules."""

from dataclasses import dataclass, field

from desktop.domain.rounding import CashRounding, Method
from desktop.domain.taxes import TaxRounding

CASH_ROUNDING_BY_COUNTRY: dict[str, CashRounding] = {
    "BE": CashRounding(5),
    "EE": CashRounding(5),
    "FI": CashRounding(5),
    "IE": CashRounding(5),
    "IT": CashRounding(5),
    "LT": CashRounding(5),
    "NL": CashRounding(5),
    "SK": CashRounding(5),
    "AU": CashRounding(5),
    "CA": CashRounding(5),
    "CH": CashRounding(5),
    "NZ": CashRounding(10),
    "ZA": CashRounding(10),
    "IL": CashRounding(10),
    "DK": CashRounding(50),
    "CZ": CashRounding(100),
    "NO": CashRounding(100),
    "SE": CashRounding(100),
    "HU": CashRounding(500),
}
"""Cash rounding by country: the euro countries by law (BE 2019, SK 2022, EE and LT 2025), the rest by custom."""


@dataclass(frozen=True, slots=True)
class Shop:
    """Terms of trade of one shop; `discount_limits` maps a role to the share in ppm that it may give away."""

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

    @property
    def cash_rounding(self) -> CashRounding:
        """The rule for the part of a sale that is paid in cash."""
        return CashRounding(self.cash_rounding_step_minor, self.cash_rounding_method)

    def discount_limit_ppm(self, role: str) -> int:
        """Share of a price that a role may give away; nothing unless the shop says so."""
        return self.discount_limits.get(role, 0)
