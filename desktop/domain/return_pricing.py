"""What comes back, as lines of a priced ticket: the amounts that a return was made with, and nothing else."""

from dataclasses import fields

from desktop.domain.explanation import Step
from desktop.domain.pricing_line import PricedLine
from desktop.domain.returning import ReturnLine

_SHARED = tuple({each.name for each in fields(ReturnLine)} & {each.name for each in fields(PricedLine)})


def priced_return(line: ReturnLine, currency: str) -> PricedLine:
    """Give a return as a line of the ticket; quantity and amounts are below zero."""
    facts = (("quantity_milli", -line.quantity_milli), ("unit", line.unit), ("reason", line.reason))
    money = ("currency", currency)
    if line.returns_receipt:
        step = Step("return.receipt", (*facts, ("receipt", line.returns_receipt), money), line.total_minor)
    else:
        step = Step("return.blind", (*facts, money), line.total_minor)
    return PricedLine(**{name: getattr(line, name) for name in _SHARED}, explanation=(step,))
