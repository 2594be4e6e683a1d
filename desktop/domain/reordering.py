"""What is to be ordered of goods that run low: up to their point, and what sells until they are there. Pure."""

from dataclasses import dataclass

from desktop.domain.product import Product


@dataclass(frozen=True, slots=True)
class Low:
    """A product that is to be ordered; `lead_milli` sells until it comes. Quantities are thousandths of its unit."""

    product: Product
    on_hand_milli: int
    point_milli: int
    lead_milli: int

    @property
    def order_milli(self) -> int:
        """Up to the point, and what sells until the goods are there; whole pieces where it comes by the piece.

        Head office's report reckons the same (`server_stub/api/reports_goods_told.py`); a test holds the two together.
        """
        milli = self.point_milli + self.lead_milli - self.on_hand_milli
        return -(-milli // 1000) * 1000 if self.product.unit == "pcs" else milli
