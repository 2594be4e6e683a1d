"""Rows of reports about goods as they are told: integers to decimal strings, and what follows from them."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeVar

from msgspec import Struct

from server_stub.api.amounts import money_text, price_text, quantity_text
from server_stub.api.paging import Row
from server_stub.jobs.reorder import explain

T = TypeVar("T", bound=Struct)
_E7 = 10_000_000


def tell(kind: type[T], row: Row, values: dict[str, Any]) -> T:
    """Give a row as its struct: a field is what its column says, or is made by `_MADE` from the others."""
    told = {name: _cell(name, row) for name in kind.__struct_fields__ if name not in _MADE}
    made = {name: make(row, values) for name, make in _MADE.items() if name in kind.__struct_fields__}
    return kind(**told, **made)


def amount_text(value_e7: int, currency: str) -> str:
    """Write a value as money, the half rounded away from zero."""
    one = money_text(1, currency)
    return str((Decimal(value_e7) / _E7).quantize(Decimal(one), ROUND_HALF_UP))


def _cell(name: str, row: Row) -> Any:
    if f"{name}_milli" in row:
        return quantity_text(row[f"{name}_milli"])
    if f"{name}_e7" in row:
        return amount_text(row[f"{name}_e7"], row["currency"])
    return row[f"{name}_id"] if f"{name}_id" in row else row[name]


def _average_cost(row: Row, _values: dict[str, Any]) -> str:
    milli = row["quantity_milli"]
    return price_text(round(row["average_e7"] / milli) if milli > 0 else 0, row["currency"])


def _turns(row: Row, _values: dict[str, Any]) -> str | None:
    return f"{row['cost_e7'] / row['mean_e7']:.2f}" if row["mean_e7"] > 0 else None


def _lasts_days(row: Row, values: dict[str, Any]) -> int | None:
    days = (values["last"] - values["first"]).days + 1
    sold, there = row["sold_milli"], max(row["quantity_milli"], 0)
    return there * days // sold if sold > 0 else None


def _months(row: Row, values: dict[str, Any]) -> str | None:
    days = (values["last"] - values["first"]).days + 1
    sold, there = row["sold_milli"], max(row["quantity_milli"], 0)
    return f"{there * days * 12 / (sold * 365):.1f}" if sold > 0 else None


def _net(row: Row, _values: dict[str, Any]) -> str:
    return money_text(row["net_minor"], row["currency"])


def _margin(row: Row, values: dict[str, Any]) -> str:
    return str(Decimal(_net(row, values)) - Decimal(amount_text(row["cost_e7"], row["currency"])))


def _percent(row: Row, values: dict[str, Any]) -> str | None:
    if "exact" in row:
        return f"{100 * row['exact'] / row['lines']:.1f}"
    net = Decimal(_net(row, values))
    return f"{100 * Decimal(_margin(row, values)) / net:.1f}" if net else None


def _order(row: Row, _values: dict[str, Any]) -> str:
    """Up to the point, and what sells until the goods are there."""
    milli = row["point_milli"] + row["mean_milli"] * row["lead_days"] - row["on_hand_milli"]
    return quantity_text(-(-milli // 1000) * 1000 if row["unit"] == "pcs" else milli)


def _because(row: Row, _values: dict[str, Any]) -> str:
    figures = (row["days"], row["mean_milli"], row["spread_milli"], row["lead_days"], row["safety_milli"])
    return explain(row["unit"], *figures, row["point_milli"])


_MADE: dict[str, Callable[[Row, dict[str, Any]], Any]] = {
    "average_cost": _average_cost,
    "turns": _turns,
    "lasts_days": _lasts_days,
    "months": _months,
    "net": _net,
    "margin": _margin,
    "percent": _percent,
    "order": _order,
    "because": _because,
}
