"""Who may do what, up to which limit, and what needs somebody else's word: one table, and what the shop says otherwise.

A rule is written `allowed`, `approval` or `denied`; a limit behind it is money in major units (`allowed 50`) or a share
(`allowed 10%`). Above its limit a rule is one grade stricter: what is allowed needs approval, what needs it is denied.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.money import format_minor, format_rate_ppm, parse_money
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.domain.staff import ROLES, Person, Right


class Grade(StrEnum):
    """How far somebody may go alone."""

    ALLOWED = "allowed"
    APPROVAL = "approval"
    DENIED = "denied"


_STRICTER = {Grade.ALLOWED: Grade.APPROVAL, Grade.APPROVAL: Grade.DENIED, Grade.DENIED: Grade.DENIED}
_RULE = re.compile(r"(allowed|approval|denied)(?: ([0-9]{1,9}(?:\.[0-9]{1,3})?)(%?))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rule:
    """A grade and up to where it holds; no limit is None."""

    grade: Grade
    limit_minor: int | None = None
    limit_ppm: int | None = None


DENIED = Rule(Grade.DENIED)

_A, _W = "allowed", "approval"
_STAFF = {"manager": _A, "cashier": _A, "salesperson": _A}
_COUNTER = {"manager": _A, "cashier": _A}
_DEFAULTS: dict[Right, dict[str, str]] = {
    Right.SELL: _STAFF,
    Right.DISCOUNT: _STAFF,
    Right.OVERRIDE_PRICE: {"manager": _A, "cashier": _W, "salesperson": _W},
    Right.VOID: {"manager": _A, "cashier": _W, "salesperson": _W},
    Right.RETURN: {"manager": _A, "cashier": "allowed 100", "salesperson": _W},
    Right.RETURN_BLIND: {"manager": _A, "cashier": _W, "salesperson": _W},
    Right.SHIFT: _COUNTER,
    Right.CLOSE_DIFFERENCE: {"manager": _A, "cashier": "allowed 10"},
    Right.CLOSE_UNCOUNTED: {"manager": _A, "cashier": _W},
    Right.CASH_MOVE: {"manager": _A, "cashier": "allowed 500"},
    Right.OPEN_DRAWER: {"manager": _A, "cashier": _A, "salesperson": _W},
    Right.SETTLE_CARD: {"manager": _A, "cashier": _W, "salesperson": _W},
    Right.REPRINT: _STAFF,
    Right.X_REPORT: _COUNTER,
    Right.SEE_EXPECTED: {"manager": _A},
    Right.SEE_STOCK: _STAFF | {"warehouse_worker": _A},
    Right.ADJUST_STOCK: {"manager": _A, "warehouse_worker": _A},
    Right.SETTINGS: {"manager": _A},
    Right.JOURNAL: {"manager": _A},
}
"""Right -> role -> rule. An admin may do everything; a role that is not here may do nothing."""


def parse_rule(text: str, currency: str) -> Rule:
    """Read a rule. Refusal `permission.text`."""
    found = _RULE.fullmatch(text)
    if found is None:
        raise Refusal("permission.text", f"{text!r} is no permission.", "Write for example: allowed 50, or approval.")
    grade, limit, share = Grade(found[1]), found[2], found[3]
    if limit is None:
        return Rule(grade)
    if share:
        return Rule(grade, limit_ppm=parse_money(limit, "KWD").minor * 10)
    return Rule(grade, limit_minor=parse_money(limit, currency).minor)


def rule_of(role: str, right: Right, shop: Shop | None) -> Rule:
    """Give the rule of a role: the shop's, where it has one that can be read, else the default.

    How much discount a role may give stands in the shop's `discount_limits` as long as no rule of its own does.
    """
    if role == "admin":
        return Rule(Grade.ALLOWED)
    default = _DEFAULTS.get(right, {}).get(role, Grade.DENIED)
    if shop is None:
        return parse_rule(default, "EUR")
    own = shop.permissions.get(right, {}).get(role)
    try:
        rule = parse_rule(own if own is not None else default, shop.currency)
    except Refusal:  # from a newer head office: never more than what is known here
        rule = parse_rule(default, shop.currency)
    if right is Right.DISCOUNT and own is None and rule.grade is Grade.ALLOWED:
        return Rule(Grade.ALLOWED, limit_ppm=shop.discount_limits.get(role, 0))
    return rule


def grade_of(person: Person, right: Right, shop: Shop | None, *, amount_minor: int = 0, share_ppm: int = 0) -> Grade:
    """Tell how far this person may go alone with so much money or such a share of a price."""
    if not person.active or person.role not in ROLES:
        return Grade.DENIED
    rule = rule_of(person.role, right, shop)
    over = rule.limit_minor is not None and abs(amount_minor) > rule.limit_minor
    over = over or (rule.limit_ppm is not None and share_ppm > rule.limit_ppm)
    return _STRICTER[rule.grade] if over else rule.grade


def may(person: Person, right: Right, shop: Shop | None, *, amount_minor: int = 0, share_ppm: int = 0) -> bool:
    """Tell whether this person may do it alone."""
    return grade_of(person, right, shop, amount_minor=amount_minor, share_ppm=share_ppm) is Grade.ALLOWED


def rights_of(person: Person, shop: Shop | None) -> frozenset[Right]:
    """Give what this person may do alone, at least within a limit."""
    return frozenset(right for right in Right if may(person, right, shop))


def permit(
    person: Person | None,
    right: Right,
    shop: Shop | None,
    granter: Person | None = None,
    *,
    amount_minor: int = 0,
    share_ppm: int = 0,
) -> tuple[Person, str]:
    """Give the person, and the id of whoever lends the right, empty where the person's own is enough.

    Refusals: `staff.signed_out`, `staff.right` (denied, whoever asks), `staff.approval` (somebody else can allow it),
    `staff.granter` (whoever was asked may not either).
    """
    if person is None:
        raise Refusal("staff.signed_out", "Nobody is signed in.", "Sign in with your PIN.")
    grade = grade_of(person, right, shop, amount_minor=amount_minor, share_ppm=share_ppm)
    if grade is Grade.ALLOWED:
        return person, ""
    if grade is Grade.DENIED:
        raise Refusal("staff.right", f"{person.name} may not do this.", "Ask somebody with the right to do it.")
    if granter is None or granter.id == person.id:
        raise _approval_missing(person, rule_of(person.role, right, shop), shop)
    if not may(granter, right, shop, amount_minor=amount_minor, share_ppm=share_ppm):
        raise Refusal("staff.granter", f"{granter.name} may not allow this.", "Ask somebody with the right to do it.")
    return person, granter.id


def discount_limit_ppm(person: Person, shop: Shop) -> int:
    """Share of a price that this person may give away alone."""
    rule = rule_of(person.role, Right.DISCOUNT, shop)
    if not person.active or rule.grade is not Grade.ALLOWED:
        return 0
    return 1_000_000 if rule.limit_ppm is None else min(rule.limit_ppm, 1_000_000)


def _approval_missing(person: Person, rule: Rule, shop: Shop | None) -> Refusal:
    message = f"{person.name} may not do this alone"
    if rule.grade is Grade.ALLOWED and rule.limit_minor is not None and shop is not None:
        message += f" above {format_minor(rule.limit_minor, shop.currency)} {shop.currency}"
    elif rule.grade is Grade.ALLOWED and rule.limit_ppm is not None:
        message += f" above {format_rate_ppm(rule.limit_ppm)} %"
    return Refusal("staff.approval", message + ".", "Ask somebody with the right to allow it.")
