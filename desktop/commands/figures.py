"""Money and quantities on the command line and in JSON: decimal strings, as the contract has them."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from desktop.domain.explanation import Step, explain_text
from desktop.domain.money import format_minor, format_price_e4, format_quantity
from desktop.domain.offers.applied import NearMiss
from desktop.domain.pricing import PricedLine

Json = dict[str, Any]


def line_json(line: PricedLine, currency: str) -> Json:
    """Give a priced line under the contract's keys."""
    return {
        "sku": line.sku,
        "name": line.name,
        "quantity": format_quantity(line.quantity_milli),
        "unit": line.unit,
        "unit_price": format_price_e4(line.price_e4, currency),
        "discount": format_minor(line.discount_minor, currency),
        "total": format_minor(line.total_minor, currency),
        "tax_rate": percent_text(line.rate_ppm),
        "promotions": [one.name for one in line.promotions],
    }


def percent_text(ppm: int) -> str:
    """Write parts per million as percent: 190000 is 19."""
    return f"{Decimal(ppm) / 10_000:f}".rstrip("0").rstrip(".") or "0"


def steps_json(steps: Iterable[Step], currency: str) -> list[Json]:
    """Give explanation steps: kind, sentence and what each adds."""
    return [
        {"kind": step.kind, "text": explain_text(step), "amount": format_minor(step.amount_minor, currency)}
        for step in steps
    ]


def near_json(near: NearMiss, currency: str) -> Json:
    """Give a promotion that nearly fired: what is missing, also as a sentence; `saved` is told where it is no goods."""
    facts = dict(near.step.facts)
    told = {"promotion": near.promotion, "text": explain_text(near.step)}
    if "missing_minor" in facts:
        return told | {"missing": format_minor(int(facts["missing_minor"]), currency), "kind": "amount"}
    if "missing_milli" in facts:
        return told | {"missing": format_quantity(int(facts["missing_milli"])), "kind": "quantity"}
    kind = near.step.kind.removeprefix("near.")
    missing = facts.get("time") or facts.get("groups") or kind
    return told | {"missing": missing, "kind": kind, "saved": format_minor(int(facts["saved_minor"]), currency)}


def amounts_json(amounts_minor: dict[str, int], currency: str) -> dict[str, str]:
    """Give amounts by method as decimal strings."""
    return {method: format_minor(amount, currency) for method, amount in amounts_minor.items()}
