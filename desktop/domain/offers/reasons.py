"""Why a promotion gave what it gave, and what another one misses: as steps of an explanation."""

from desktop.domain.discount import WHOLE_PPM
from desktop.domain.explanation import Step
from desktop.domain.offers.near import Near
from desktop.domain.offers.promotion import Promotion


def reason(promotion: Promotion, off_minor: int, currency: str) -> Step:
    """Say what a promotion took off a line."""
    facts = (("promotion", promotion.name), ("currency", currency), *_figures(promotion))
    return Step(_kind(promotion), facts, -off_minor)


def near_step(promotion: Promotion, near: Near, currency: str) -> Step:
    """Say what a promotion still asks for; the step adds nothing."""
    name = ("promotion", promotion.name)
    if near.missing_minor:
        return Step("near.amount", (("missing_minor", near.missing_minor), name, ("currency", currency)))
    facts = (("missing_milli", near.missing_milli), name)
    return Step("near.goods", (*facts, ("goods", near.goods))) if near.goods else Step("near.quantity", facts)


def _kind(promotion: Promotion) -> str:
    if promotion.kind == "buy_get":
        return "promotion.free" if promotion.percent_ppm >= WHOLE_PPM else "promotion.cheaper"
    if promotion.kind in ("mix", "combo"):
        if promotion.price_minor:
            return f"promotion.{promotion.kind}"
        return "promotion.percent" if promotion.percent_ppm else "promotion.gift"
    if promotion.kind == "ticket":
        of = "amount" if promotion.amount_minor else "percent"
        return f"promotion.ticket_{of}" if promotion.from_minor else f"promotion.whole_{of}"
    return f"promotion.{promotion.kind}"


def _figures(promotion: Promotion) -> tuple[tuple[str, str | int], ...]:
    return (
        ("percent_ppm", promotion.percent_ppm),
        ("each_minor", promotion.amount_minor),
        ("price_e4", promotion.price_e4),
        ("set_milli", promotion.buy_milli + (promotion.get_milli if promotion.kind == "buy_get" else 0)),
        ("get_milli", promotion.get_milli),
        ("set_price_minor", promotion.price_minor),
        ("from_minor", promotion.from_minor),
    )
