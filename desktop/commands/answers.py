"""What is said on the command line of goods that need more than a code: an open price, a serial number, a lot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from desktop.domain import asking
from desktop.domain.asking import Need
from desktop.domain.money import parse_price_e4
from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.operations.held_lots import check_held
from desktop.operations.terminal import Terminal
from desktop.store import catalogue

_MISSING: Mapping[Need, tuple[str, str]] = {
    "price": ("{name} has no price of its own.", "Say it: --price ITEM=AMOUNT, with the item as it is written."),
    "pieces": ("{name} is sold by what is measured.", "Say how much: 2.5*ITEM."),
    "weight": ("{name} is sold by weight.", "Say how much: 0.250*ITEM."),
    "serial": ("Every piece of {name} has a number.", "Say it: --number ITEM=NUMBER, once for each piece."),
    "lot": ("{name} is sold by lot.", "Say it: --number ITEM=LOT."),
}


@dataclass(frozen=True)
class Answers:
    """`prices` and `numbers` by the item as it is written; each is used once, in the order in which they were said."""

    prices: dict[str, list[str]] = field(default_factory=dict)
    numbers: dict[str, list[str]] = field(default_factory=dict)


NO_ANSWERS = Answers()


def read_answers(prices: Sequence[str], numbers: Sequence[str]) -> Answers:
    """Read `ITEM=VALUE`. Refusal `goods.answer`."""
    return Answers(_by_item(prices), _by_item(numbers))


def answered(
    terminal: Terminal, found: Found, item: str, times_milli: int | None, shop: Shop, answers: Answers, *, sold: bool
) -> Found:
    """Give goods with all that the till would ask of them; where nothing is `sold` a number is not needed.

    Refusals `goods.model`, `goods.needs`, `goods.expired`, `goods.held`, and those of prices and numbers.
    """
    found = asking.normal(found)
    _check_model(terminal, found)
    while (need := asking.missing(found, times_milli)) is not None and (sold or need not in ("serial", "lot")):
        found = _answer(found, need, item, answers)
    if found.expiry is not None:
        today = terminal.clock.now().astimezone(ZoneInfo(shop.time_zone)).date()
        asking.check_expiry(found, today.isoformat())
    with terminal.database.reading() as connection:
        check_held(connection, found)
    return found


def _answer(found: Found, need: Need, item: str, answers: Answers) -> Found:
    given = {"price": answers.prices, "serial": answers.numbers, "lot": answers.numbers}.get(need, {}).get(item)
    if not given:
        message, remedy = _MISSING[need]
        name = found.product.name
        raise Refusal("goods.needs", message.format(name=name), remedy, facts={"name": name, "need": need})
    if need == "price":
        return replace(found, typed_price_e4=parse_price_e4(given.pop(0)))
    return asking.with_number(found, need, given.pop(0))


def _check_model(terminal: Terminal, found: Found) -> None:
    if not asking.is_model(found):
        return
    with terminal.database.reading() as connection:
        variants = catalogue.list_variants(connection, found.product.sku)
    if variants:
        names = ", ".join(one.product.sku for one in variants)
        message = f"{found.product.name} comes as {names}."
        raise Refusal("goods.model", message, "Say which of them.", facts={"names": names})


def _by_item(told: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text in told:
        item, mark, value = text.partition("=")
        if not mark or not item.strip():
            raise Refusal("goods.answer", f"“{text}” is not ITEM=VALUE.", "Write the item as it stands in the sale.")
        found.setdefault(item.strip(), []).append(value.strip())
    return found
