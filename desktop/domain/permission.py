"""Who may do what, up to which limit, and what needs somebody else's word: one table, and what the shop says otherwise.

A rule is written `allowed`, `approval` or `denied`; a limit behind it is money in major units (`allowed 50`) or a share
(`allowed 10%`). Above its limit a rule is one grade stricter: what is allowed needs approval, what needs it is denied.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.money import format_minor, format_rate_ppm, parse_money
from desktop.domain.refusal import Refusal
from desktop.domain.rights import LASTING, STEPS, Lasting, Reach
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
    """A grade and up to where it holds; no limit is None. What is not `lent` is denied above its limit at once."""

    grade: Grade
    limit_minor: int | None = None
    limit_ppm: int | None = None
    lent: bool = True


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
    Right.TAKE_OVER: {"manager": _A},
    Right.X_REPORT: _COUNTER,
    Right.SEE_EXPECTED: {"manager": _A},
    Right.SEE_STOCK: _STAFF | {"warehouse_worker": _A},
    Right.ADJUST_STOCK: {"manager": _A, "warehouse_worker": _A},
    Right.MOVE_GOODS: {"manager": _A, "warehouse_worker": _A},
    Right.RECEIVE_OVER: {"manager": _A, "warehouse_worker": _W},
    Right.WRITE_OFF_STRICT: {"manager": _A, "warehouse_worker": _W},
    Right.APPROVE_COUNT: {"manager": _A},
    Right.SUBSTITUTE: {"manager": _A, "warehouse_worker": _W},
    Right.ACCEPT_WEIGHT: {"manager": _A, "warehouse_worker": _A},  # named in the document; a shop may ask for more
    Right.SETTINGS: {"manager": _A},
    Right.JOURNAL: {"manager": _A},
    Right.ADD_CUSTOMER: _STAFF,
    Right.CHANGE_CUSTOMER: _STAFF,
    Right.CUSTOMER_PRICES: {"manager": _A, "cashier": _W, "salesperson": _W},
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
    """Give the rule of a role, as far as rights reach at the shop's till just now (rights.py)."""
    own = _written(role, right, shop)
    if shop is None or shop.reach is Reach.FULL:
        return own
    lasting, as_cashier = LASTING[right], _narrower(own, _written("cashier", right, shop))
    if shop.reach is Reach.DOUBTED:
        return _unlent(as_cashier)
    if lasting is Lasting.ALWAYS:
        return own
    if shop.reach is Reach.SENIOR or lasting is Lasting.ADMIN:
        return _lent(as_cashier, own) if role == "manager" else own
    return _unlent(as_cashier) if lasting is Lasting.AS_CASHIER else DENIED


def _written(role: str, right: Right, shop: Shop | None) -> Rule:
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


def _narrower(one: Rule, other: Rule) -> Rule:
    """Give the stricter of two rules, and the lower of their limits."""
    order = list(Grade)
    grade = max(one.grade, other.grade, key=order.index)
    minors = [limit for limit in (one.limit_minor, other.limit_minor) if limit is not None]
    shares = [limit for limit in (one.limit_ppm, other.limit_ppm) if limit is not None]
    return Rule(grade, min(minors, default=None), min(shares, default=None))


def _lent(narrow: Rule, own: Rule) -> Rule:
    """What is left of a right of one's own can still be lent by somebody above."""
    kept = narrow.grade is Grade.DENIED and own.grade is not Grade.DENIED
    return Rule(Grade.APPROVAL) if kept else narrow


def _unlent(narrow: Rule) -> Rule:
    """Nobody is there who could lend more."""
    return DENIED if narrow.grade is Grade.APPROVAL else Rule(narrow.grade, narrow.limit_minor, narrow.limit_ppm, False)


def grade_of(person: Person, right: Right, shop: Shop | None, *, amount_minor: int = 0, share_ppm: int = 0) -> Grade:
    """Tell how far this person may go alone with so much money or such a share of a price."""
    if not person.active or person.role not in ROLES:
        return Grade.DENIED
    rule = rule_of(person.role, right, shop)
    over = rule.limit_minor is not None and abs(amount_minor) > rule.limit_minor
    over = over or (rule.limit_ppm is not None and share_ppm > rule.limit_ppm)
    above = _STRICTER[rule.grade] if rule.lent else Grade.DENIED
    return above if over else rule.grade


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
        full = replace(shop, reach=Reach.FULL) if shop else None
        if grade_of(person, right, full, amount_minor=amount_minor, share_ppm=share_ppm) is not Grade.DENIED:
            raise _out_of_reach(shop)
        raise Refusal("staff.right", f"{person.name} may not do this.", "Ask somebody with the right to do it.")
    if granter is None or granter.id == person.id:
        raise _approval_missing(person, rule_of(person.role, right, shop), shop)
    require_granter(granter, right, shop, amount_minor=amount_minor, share_ppm=share_ppm)
    return person, granter.id


def require_granter(
    granter: Person, right: Right, shop: Shop | None, *, amount_minor: int = 0, share_ppm: int = 0
) -> None:
    """Refuse somebody who cannot lend a right: `staff.granter`, or `rights.*` where they could with head office."""
    if may(granter, right, shop, amount_minor=amount_minor, share_ppm=share_ppm):
        return
    full = replace(shop, reach=Reach.FULL) if shop else None
    if may(granter, right, full, amount_minor=amount_minor, share_ppm=share_ppm):
        raise _out_of_reach(shop)
    raise Refusal("staff.granter", f"{granter.name} may not allow this.", "Ask somebody with the right to do it.")


def discount_limit_ppm(person: Person, shop: Shop) -> int:
    """Share of a price that this person may give away alone."""
    rule = rule_of(person.role, Right.DISCOUNT, shop)
    if not person.active or rule.grade is not Grade.ALLOWED:
        return 0
    return 1_000_000 if rule.limit_ppm is None else min(rule.limit_ppm, 1_000_000)


def _out_of_reach(shop: Shop | None) -> Refusal:
    """Say why somebody may not do what their role says."""
    days = {reach: after.days for after, reach in STEPS}
    reach = shop.reach if shop else Reach.FULL
    if reach is Reach.DOUBTED:
        message = "Who works here cannot be proven: nobody has more than a cashier's rights."
        return Refusal("rights.doubted", message, "Connect this till to head office; selling goes on.")
    if reach is Reach.SENIOR:
        message = f"Head office was not reached for {days[reach]} days: only an administrator may do this."
        return Refusal("rights.senior", message, "Ask an administrator, or connect this till to head office.")
    message = f"Head office was not reached for {days.get(reach, 0)} days: this till sells and closes shifts, no more."
    return Refusal("rights.expired", message, "Connect this till to head office; selling goes on.")


def _approval_missing(person: Person, rule: Rule, shop: Shop | None) -> Refusal:
    message = f"{person.name} may not do this alone"
    if rule.grade is Grade.ALLOWED and rule.limit_minor is not None and shop is not None:
        message += f" above {format_minor(rule.limit_minor, shop.currency)} {shop.currency}"
    elif rule.grade is Grade.ALLOWED and rule.limit_ppm is not None:
        message += f" above {format_rate_ppm(rule.limit_ppm)} %"
    return Refusal("staff.approval", message + ".", "Ask somebody with the right to allow it.")
