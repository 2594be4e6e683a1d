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
    "order.assigned": (
        QT_TRANSLATE_NOOP("Refusals", "{order} is for {who}."),
        QT_TRANSLATE_NOOP("Refusals", "Take it only when they cannot do it."),
    ),
    "order.waits": (
        QT_TRANSLATE_NOOP("Refusals", "{order} waits for refill of {faces}."),
        QT_TRANSLATE_NOOP("Refusals", "Do the refill first, or pick it at once from where the goods lie."),
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
    "sort.goods": (
        QT_TRANSLATE_NOOP("Refusals", "No order waits for {scanned}."),
        QT_TRANSLATE_NOOP("Refusals", "Put it aside, or finish and put it back."),
    ),
    "sort.split": (
        QT_TRANSLATE_NOOP("Refusals", "No order takes all of this: {left_milli} go to {slot}."),
        QT_TRANSLATE_NOOP("Refusals", "Scan fewer at a time."),
    ),
    "pick.reason": (
        QT_TRANSLATE_NOOP("Refusals", "Too little needs a reason."),
        QT_TRANSLATE_NOOP("Refusals", "Say why."),
    ),
    "scan.several": (
        QT_TRANSLATE_NOOP("Refusals", "{code} is on several goods: {names}."),
        QT_TRANSLATE_NOOP("Refusals", "Say which of them it is, or scan its article number."),
    ),
    "pick.quarantine": (
        QT_TRANSLATE_NOOP("Refusals", "{place} is in quarantine: nothing is picked there."),
        QT_TRANSLATE_NOOP("Refusals", "Take the goods from another place."),
    ),
    "pick.weigh": (
        QT_TRANSLATE_NOOP("Refusals", "How much of {scanned} is it?"),
        QT_TRANSLATE_NOOP("Refusals", "Type the weight, then ×, and scan it again."),
    ),
    "pick.finished": (
        QT_TRANSLATE_NOOP("Refusals", "Everything is picked."),
        QT_TRANSLATE_NOOP("Refusals", "Finish the picking."),
    ),
    "pack.sticker": (
        QT_TRANSLATE_NOOP("Refusals", "This is {scanned}. Stick {expected}."),
        QT_TRANSLATE_NOOP("Refusals", "Take it off, and stick the right one."),
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
    "pack.reason": (
        QT_TRANSLATE_NOOP("Refusals", "This weight needs a reason."),
        QT_TRANSLATE_NOOP("Refusals", "Say why the parcel weighs what it does."),
    ),
    "pack.light": (
        QT_TRANSLATE_NOOP(
            "Refusals", "The parcel weighs {weight_g} g; what is known of it alone weighs {expected_g} g."
        ),
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

STEPS: dict[str, str] = {
    "place": QT_TRANSLATE_NOOP("Tasks", "Go to {place} and scan it"),
    "place.anywhere": QT_TRANSLATE_NOOP("Tasks", "No place is known: scan where you find it"),
    "goods": QT_TRANSLATE_NOOP("Tasks", "Take {quantity}, scan the goods"),
    "instead": QT_TRANSLATE_NOOP("Tasks", "Scan what goes instead of {goods}"),
    "tote": QT_TRANSLATE_NOOP("Tasks", "Put it into {tote} and scan the tote"),
    "tote.free": QT_TRANSLATE_NOOP("Tasks", "Scan a free tote for {order}"),
    "face": QT_TRANSLATE_NOOP("Tasks", "Put everything at {place} and scan it"),
    "sort": QT_TRANSLATE_NOOP("Tasks", "Sort: scan, and see where it goes"),
    "sort.into": QT_TRANSLATE_NOOP("Tasks", "Put it into {slot} and scan the next"),
    "sort.finish": QT_TRANSLATE_NOOP("Tasks", "Into {slot}, and all is sorted: finish"),
    "finish": QT_TRANSLATE_NOOP("Tasks", "Everything is picked: finish"),
    "refill.finish": QT_TRANSLATE_NOOP("Tasks", "Everything is at its place: finish"),
    "finish.missing": QT_TRANSLATE_NOOP("Tasks", "Nothing more is to be found: finish"),
    "pack": QT_TRANSLATE_NOOP("Tasks", "Scan every piece into parcel {parcel}"),
    "pack.instead": QT_TRANSLATE_NOOP("Tasks", "Scan what goes instead of what is missing"),
    "pack.finish": QT_TRANSLATE_NOOP("Tasks", "Everything is packed: weigh it or finish"),
}
"""The next step of a picking or packing, large."""

CARDS: dict[str, str] = {
    "place": QT_TRANSLATE_NOOP("Tasks", "Next place"),
    "goods": QT_TRANSLATE_NOOP("Tasks", "Take here"),
    "instead": QT_TRANSLATE_NOOP("Tasks", "Instead of"),
    "tote": QT_TRANSLATE_NOOP("Tasks", "Into the tote"),
    "face": QT_TRANSLATE_NOOP("Tasks", "Put it here"),
    "sort": QT_TRANSLATE_NOOP("Tasks", "Sort it"),
    "sort.into": QT_TRANSLATE_NOOP("Tasks", "Goes into"),
    "finish": QT_TRANSLATE_NOOP("Tasks", "Done"),
    "pack": QT_TRANSLATE_NOOP("Tasks", "In the parcel"),
}
"""What the large card shows."""

ENOUGH: dict[str, str] = {
    "place": QT_TRANSLATE_NOOP("Tasks", "the place is enough"),
    "goods": QT_TRANSLATE_NOOP("Tasks", "one scan is enough"),
}
"""What stands for all that is taken, at a step."""

FILL_LOOKS: dict[str, str] = {
    "back": QT_TRANSLATE_NOOP("Tasks", "The last step is taken back."),
    "other_place": QT_TRANSLATE_NOOP("Tasks", "{about} lies at another place, too: go there."),
    "rest": QT_TRANSLATE_NOOP("Tasks", "No other place has {about}. The place will be counted."),
    "instead": QT_TRANSLATE_NOOP("Tasks", "The next goods are taken instead."),
    "parcel": QT_TRANSLATE_NOOP("Tasks", "Another parcel is open."),
    "weighed": QT_TRANSLATE_NOOP("Tasks", "The weight is kept."),
    "unchecked": QT_TRANSLATE_NOOP("Tasks", "Weight not checked, as it is not known of {about}."),
    "drop": QT_TRANSLATE_NOOP("Tasks", "Drop this task? Everything that was scanned is forgotten. Press it once more."),
}
"""What a person should look at in a picking or packing."""

SHORT_REASONS: dict[str, str] = {
    "empty": QT_TRANSLATE_NOOP("Tasks", "Nothing lies there"),
    "less": QT_TRANSLATE_NOOP("Tasks", "Less lies there"),
    "damaged": QT_TRANSLATE_NOOP("Tasks", "Damaged"),
    "expired": QT_TRANSLATE_NOOP("Tasks", "Expired"),
    "unreachable": QT_TRANSLATE_NOOP("Tasks", "Nobody can get at it"),
    "other": QT_TRANSLATE_NOOP("Tasks", "Other goods lie there"),
}
"""Why a place has too little: what the document says, and its words."""

RIGHT_REASONS: dict[str, str] = {
    "packaging": QT_TRANSLATE_NOOP("Tasks", "Box and padding weigh more"),
    "catalogue": QT_TRANSLATE_NOOP("Tasks", "An article's weight is wrong on file"),
    "counted": QT_TRANSLATE_NOOP("Tasks", "Every piece was counted again"),
    "scale": QT_TRANSLATE_NOOP("Tasks", "The scale is not exact"),
}
"""Why a weight is right that cannot be: what the document says, and its words."""

VERDICTS: dict[str, str] = {
    "accepted": QT_TRANSLATE_NOOP("Tasks", "weight taken for right"),
    "unchecked": QT_TRANSLATE_NOOP("Tasks", "weight not checked"),
    "off": QT_TRANSLATE_NOOP("Tasks", "weight does not fit"),
}
"""What became of a parcel's weight."""
