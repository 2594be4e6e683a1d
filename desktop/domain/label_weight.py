"""The code of a weighed package: what `measured_codes` reads from a label, written onto one."""

from collections.abc import Sequence

from desktop.domain.codes import closed
from desktop.domain.measured_codes import VariableMeasureRule, match
from desktop.domain.refusal import Refusal


def weight_code(rules: Sequence[VariableMeasureRule], codes: Sequence[str], quantity_milli: int) -> str:
    """Write the EAN-13 that says what it is and what it weighs. Refusals `label.no_rule`, `label.weight`."""
    for rule in rules:
        written = {_written(rule, code, quantity_milli) for code in codes} if _can_write(rule) else set()
        fitting = sorted(code for code in written if code)
        if fitting:
            return fitting[0]
    raise Refusal(
        "label.no_rule",
        "The shop has no rule for weight labels of these goods.",
        "Give the goods a code of the shop's weight labels, or label them for the shelf.",
    )


def _can_write(rule: VariableMeasureRule) -> bool:
    return rule.kind == "weight" and "." not in rule.picture and "V" not in rule.picture


def _written(rule: VariableMeasureRule, code: str, quantity_milli: int) -> str:
    """The full code, where `code` is a stored form of this rule's; else empty."""
    value = f"{quantity_milli // 10 ** (3 - rule.decimals):0{sum(letter in 'Ww' for letter in rule.picture)}}"
    if len(value) > sum(letter in "Ww" for letter in rule.picture) or not int(value):
        raise Refusal("label.weight", "This weight does not fit on a label.", "Weigh it again.")
    numbers = sum(letter == "I" for letter in rule.picture)
    for item in (code[len(rule.prefix) :][:numbers], code.zfill(numbers)):
        if len(item) != numbers or not item.isdigit():
            continue
        left, weight = iter(item), iter(value)
        body = rule.picture[len(rule.prefix) : -1]
        made = closed(rule.prefix + "".join(next(left) if letter == "I" else next(weight) for letter in body))
        read = match([rule], made)
        if read is not None and code in read.candidates:
            return made
    return ""
