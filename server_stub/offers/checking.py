"""Whether a promotion makes sense, before any till hears of it."""

from sync.wire.offers import Part, Promotion

WHOLE_PPM = 1_000_000
DAY_MINUTES = 1440


def find_fault(made: Promotion) -> str:
    """Say what is wrong with a promotion, in words; empty when it can be told."""
    if made.starts_on and made.ends_on and made.ends_on < made.starts_on:
        return "it ends before it starts"
    if made.percent_ppm > WHOLE_PPM:
        return "percent is more than 100"
    if made.from_minute == made.until_minute:
        return "it begins and ends at the same minute"
    if made.same_product and made.kind != "buy_get":
        return "same_product is for buy_get"
    if made.parts and made.kind != "combo":
        return "parts are for combo"
    return _find_lack(made)


def _find_lack(made: Promotion) -> str:
    match made.kind:
        case "percent":
            return "" if made.percent_ppm else "percent is missing"
        case "amount":
            return "" if made.amount_minor else "amount is missing"
        case "price":
            return "" if made.price_e4 else "unit_price is missing"
        case "buy_get":
            return "" if made.buy_milli and made.get_milli and made.percent_ppm else "buy, get or percent is missing"
        case "mix":
            return "" if made.buy_milli and _one(made) else "buy, or one of set_price and percent, is missing"
        case "combo":
            return _find_lack_of_combo(made)
        case "ticket":
            return "" if bool(made.percent_ppm) != bool(made.amount_minor) else "give either percent or amount"


def _one(made: Promotion) -> bool:
    return bool(made.price_minor) != bool(made.percent_ppm)


def _find_lack_of_combo(made: Promotion) -> str:
    if len(made.parts) < 2:
        return "a combo has two parts at least"
    if not all(_names_goods(part) for part in made.parts):
        return "a part of a combo names no goods"
    if made.price_minor and made.percent_ppm:
        return "give either set_price or percent"
    if not (made.price_minor or made.percent_ppm or any(part.gift for part in made.parts)):
        return "set_price, percent or a gift is missing"
    return "" if any(not part.gift for part in made.parts) else "all parts are gifts"


def _names_goods(part: Part) -> bool:
    return bool(part.product_ids or part.skus or part.categories)
