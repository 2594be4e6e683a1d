"""English sentences about picking, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

PICKING_REFUSALS: dict[str, tuple[str, str]] = {
    "order.kind": (
        QT_TRANSLATE_NOOP("Refusals", "This is not an order of that kind."),
        QT_TRANSLATE_NOOP("Refusals", "Choose one of the list."),
    ),
    "order.taken": (
        QT_TRANSLATE_NOOP("Refusals", "{who} is at {order} since {since}."),
        QT_TRANSLATE_NOOP("Refusals", "Take it over only when you know that they left it."),
    ),
    "pick.place": (
        QT_TRANSLATE_NOOP("Refusals", "This is {scanned}. Go to {expected}."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the place where the goods lie."),
    ),
    "pick.place_first": (
        QT_TRANSLATE_NOOP("Refusals", "Scan the place {expected} first."),
        QT_TRANSLATE_NOOP("Refusals", "Then scan the goods."),
    ),
    "pick.goods": (
        QT_TRANSLATE_NOOP("Refusals", "This is {scanned}. Take {expected}."),
        QT_TRANSLATE_NOOP("Refusals", "Put it back."),
    ),
    "pick.lot": (
        QT_TRANSLATE_NOOP("Refusals", "This is lot {scanned}. Take lot {expected}."),
        QT_TRANSLATE_NOOP("Refusals", "Take the one that expires first."),
    ),
    "pick.too_many": (
        QT_TRANSLATE_NOOP("Refusals", "This is more than is wanted here."),
        QT_TRANSLATE_NOOP("Refusals", "Take only what is wanted."),
    ),
    "pick.tote": (
        QT_TRANSLATE_NOOP("Refusals", "This is tote {scanned}. Put it into {expected}."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the right tote."),
    ),
    "pick.tote_first": (
        QT_TRANSLATE_NOOP("Refusals", "Goods are in hand for {expected}."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the tote first."),
    ),
    "pick.hands": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing is in hand."),
        QT_TRANSLATE_NOOP("Refusals", "Take the goods first, then scan their tote."),
    ),
    "pick.reason": (
        QT_TRANSLATE_NOOP("Refusals", "Too little needs a reason."),
        QT_TRANSLATE_NOOP("Refusals", "Say why."),
    ),
    "pick.finished": (
        QT_TRANSLATE_NOOP("Refusals", "Everything is picked."),
        QT_TRANSLATE_NOOP("Refusals", "Finish the picking."),
    ),
    "pack.goods": (
        QT_TRANSLATE_NOOP("Refusals", "{scanned} is not in this order."),
        QT_TRANSLATE_NOOP("Refusals", "Put it back."),
    ),
    "pack.too_many": (
        QT_TRANSLATE_NOOP("Refusals", "All of {scanned} is packed already."),
        QT_TRANSLATE_NOOP("Refusals", "Put it back."),
    ),
    "pack.weight": (
        QT_TRANSLATE_NOOP("Refusals", "The parcel weighs {weight_g} g and should weigh {expected_g} g."),
        QT_TRANSLATE_NOOP("Refusals", "Take it apart and scan every piece again, or say that the weight is right."),
    ),
    "pack.missing": (
        QT_TRANSLATE_NOOP("Refusals", "Not packed yet: {missing}."),
        QT_TRANSLATE_NOOP("Refusals", "Scan it, or say that it does not come."),
    ),
    "pack.unpicked": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing of this order is picked yet."),
        QT_TRANSLATE_NOOP("Refusals", "Pick it first."),
    ),
}
