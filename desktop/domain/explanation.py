"""Why a figure is what it is: structured steps, and one English sentence for each kind of step.

The amounts of the steps of a line add up to what the customer pays for it, those of the total to the total. Screens
translate by kind: `SENTENCES[kind]` is the source text, `sentence_values(step)` fills it in.
"""

from dataclasses import dataclass

from desktop.domain.money import format_minor, format_price_e4, format_quantity, format_rate_ppm


@dataclass(frozen=True, slots=True)
class Step:
    """One reason: its kind, named facts, and how much it adds to the figure that is explained."""

    kind: str
    facts: tuple[tuple[str, str | int], ...] = ()
    amount_minor: int = 0

    def fact(self, name: str) -> str | int:
        """Give a named fact; a name that is not there is a bug."""
        return dict(self.facts)[name]


SENTENCES: dict[str, str] = {
    "price.list": "{quantity} {unit} at {price} is {amount}",
    "price.pack": "{packs} × pack of {pack} {unit}: {quantity} {unit} at {price} is {amount}",
    "price.weighed": "{quantity} {unit} weighed, at {price}, is {amount}",
    "price.label": "The label says {amount} for {quantity} {unit}",
    "price.by_list": "{quantity} {unit} at {price} by {price_list}, not {list_price}, is {amount}",
    "price.set": "{quantity} {unit} at {price}, not {list_price}{because}, is {amount}",
    "promotion.percent": "{promotion}, {percent} % off: {amount}",
    "promotion.amount": "{promotion}, {each} off each: {amount}",
    "promotion.price": "{promotion}, {price} each: {amount}",
    "promotion.free": "{promotion}, of every {set} the cheapest {get} free: {amount}",
    "promotion.cheaper": "{promotion}, of every {set} the cheapest {get} at {percent} % off: {amount}",
    "promotion.mix": "{promotion}, {set} together for {set_price}: {amount}",
    "promotion.combo": "{promotion}, together for {set_price}: {amount}",
    "promotion.gift": "{promotion}, free with the others: {amount}",
    "promotion.ticket_percent": "{promotion}, {percent} % off from {from}: {amount}",
    "promotion.ticket_amount": "{promotion}, share of {each} off from {from}: {amount}",
    "promotion.whole_percent": "{promotion}, {percent} % off the whole receipt: {amount}",
    "promotion.whole_amount": "{promotion}, share of {each} off the whole receipt: {amount}",
    "near.quantity": "{missing} more for {promotion}",
    "near.goods": "{missing} more for {promotion}: {goods}",
    "near.amount": "{missing} more for {promotion}",
    "near.begins": "{promotion} begins at {time}: {saved} less",
    "near.began": "{promotion} began after this ticket was opened: {saved} less at the prices of today",
    "near.ended": "{promotion} ended at {time}: {saved} less until then",
    "near.customer": "{promotion}, for customers of group {groups}: {saved} less",
    "near.birthday": "{promotion}, for customers at their birthday: {saved} less",
    "near.coupon": "{promotion} with a coupon: {saved} less",
    "discount.percent": "{percent} % off{because}: {amount}",
    "discount.amount": "Discount{because}: {amount}",
    "discount.limited": "Discount{because}, held to the {percent} % that was allowed: {amount}",
    "discount.share": "Share of the discount on the whole receipt{because}: {amount}",
    "discount.share_limited": "Share of the discount on the whole receipt{because}, held to what was allowed: {amount}",
    "tax.included": "{percent} % tax is inside the price: {tax}",
    "tax.added": "{percent} % tax on {net}: {amount}",
    "tax.included_shared": "{percent} % tax is inside the price: {tax}, rounded once for the receipt",
    "tax.added_shared": "{percent} % tax on {net}: {amount}, rounded once for the receipt",
    "tax.exempt": "{percent} % tax is not taken{because}: {amount}",
    "return.receipt": "{quantity} {unit} back from receipt {receipt}{because}: {amount}",
    "return.blind": "{quantity} {unit} back without a receipt{because}: {amount}",
    "total.goods": "Goods before discounts (lines: {lines}): {amount}",
    "total.promotion": "{promotion}: {amount}",
    "total.exempt": "No tax is taken{because}: {amount}",
    "total.discounts": "Discounts: {amount}",
    "total.tax_included": "{percent} % tax on {net}, inside the prices: {tax}",
    "total.tax_added": "{percent} % tax on {net}: {amount}",
    "rounding.due": "Left to pay: {amount}",
    "rounding.cash": "Rounded to {step} because it is paid in cash: {amount}",
}
"""Kind -> English sentence with places for the values."""


def explain_text(step: Step) -> str:
    """Say a step as an English sentence."""
    return SENTENCES[step.kind].format_map(sentence_values(step))


def sentence_values(step: Step) -> dict[str, str]:
    """Give the facts of a step as text, under the names that its sentence uses."""
    facts = dict(step.facts)
    currency = str(facts.get("currency", ""))
    values = {"amount": format_minor(step.amount_minor, currency), "currency": currency}
    for name, value in facts.items():
        stem, _, unit = name.rpartition("_")
        if isinstance(value, str):
            values[name] = value
        elif unit == "minor":
            values[stem] = format_minor(value, currency)
        elif unit == "e4":
            values[stem] = format_price_e4(value, currency)
        elif unit == "milli":
            values[stem] = format_quantity(value)
        elif unit == "ppm":
            values[stem] = format_rate_ppm(value)
        else:
            values[name] = str(value)
    values["because"] = f" ({values['reason']})" if values.get("reason") else ""
    return values
