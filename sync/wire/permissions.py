"""What head office may say of permissions: right -> role -> rule, as a terminal reads it."""

from collections.abc import Mapping

RULE = r"^(allowed|approval|denied)( [0-9]{1,9}(\.[0-9]{1,3})?%?)?$"
"""`allowed`, `approval` or `denied`, and a limit behind it: money in major units (`allowed 50`) or a share (`10%`)."""

RIGHTS = (
    "sell",
    "discount",
    "override_price",
    "void",
    "return",
    "return_blind",
    "shift",
    "close_difference",
    "close_uncounted",
    "cash_move",
    "open_drawer",
    "settle_card",
    "reprint",
    "take_over",
    "x_report",
    "see_expected",
    "see_stock",
    "adjust_stock",
    "move_goods",
    "receive_over",
    "write_off_strict",
    "approve_count",
    "substitute",
    "accept_weight",
    "settings",
    "journal",
    "add_customer",
    "change_customer",
    "customer_prices",
)
ROLES = ("manager", "cashier", "salesperson", "warehouse_worker")
"""An admin may everything, and nobody can take it away."""


def unknown_names(permissions: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Name the rights and roles that no terminal knows."""
    roles = {role for rules in permissions.values() for role in rules}
    return sorted({*permissions} - {*RIGHTS}) + sorted(roles - {*ROLES})
