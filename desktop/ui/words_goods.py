"""English sentences about goods and their places, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

GOODS_REFUSALS: dict[str, tuple[str, str]] = {
    "stock.no_difference": (
        QT_TRANSLATE_NOOP("Refusals", "This changes nothing."),
        QT_TRANSLATE_NOOP("Refusals", "Type a quantity other than zero."),
    ),
    "stock.reason": (
        QT_TRANSLATE_NOOP("Refusals", "This is not a reason."),
        QT_TRANSLATE_NOOP("Refusals", "Choose one of the list."),
    ),
    "stock.empty": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing was scanned."),
        QT_TRANSLATE_NOOP("Refusals", "Scan something first."),
    ),
    "stock.no_place": (
        QT_TRANSLATE_NOOP("Refusals", "The shop has no place for this."),
        QT_TRANSLATE_NOOP("Refusals", "Ask head office to add it."),
    ),
    "stock.same_place": (
        QT_TRANSLATE_NOOP("Refusals", "The goods are there already."),
        QT_TRANSLATE_NOOP("Refusals", "Scan another place."),
    ),
    "order.none": (
        QT_TRANSLATE_NOOP("Refusals", "There is no open order {order}."),
        QT_TRANSLATE_NOOP("Refusals", "It may be done already, or not be here yet."),
    ),
    "order.several": (
        QT_TRANSLATE_NOOP("Refusals", "Several orders have the number {order}."),
        QT_TRANSLATE_NOOP("Refusals", "Choose one of them from the list."),
    ),
    "order.kind": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing is received for this order."),
        QT_TRANSLATE_NOOP("Refusals", "Choose an order that expects goods."),
    ),
    "code.bad": (
        QT_TRANSLATE_NOOP("Refusals", "This is no code of goods."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the barcode once more."),
    ),
    "code.known": (
        QT_TRANSLATE_NOOP("Refusals", "Goods have this code already."),
        QT_TRANSLATE_NOOP("Refusals", "Ask head office to change it."),
    ),
    "transfer.shop": (
        QT_TRANSLATE_NOOP("Refusals", "Goods cannot be sent to {shop}."),
        QT_TRANSLATE_NOOP("Refusals", "Choose one of the company's other shops."),
    ),
    "transfer.level": (
        QT_TRANSLATE_NOOP("Refusals", "Everything arrived as it was sent."),
        QT_TRANSLATE_NOOP("Refusals", "There is nothing to decide."),
    ),
    "receiving.over": (
        QT_TRANSLATE_NOOP("Refusals", "This is more than was ordered: line {lines}."),
        QT_TRANSLATE_NOOP("Refusals", "Say why, for each of them or for all."),
    ),
    "receiving.short": (
        QT_TRANSLATE_NOOP("Refusals", "This is less than was ordered: line {lines}."),
        QT_TRANSLATE_NOOP("Refusals", "Say why, for each of them or for all."),
    ),
    "receiving.expiring": (
        QT_TRANSLATE_NOOP("Refusals", "This expires too soon: {products}."),
        QT_TRANSLATE_NOOP("Refusals", "Say why it is taken all the same."),
    ),
    "receiving.nothing": (
        QT_TRANSLATE_NOOP("Refusals", "There are no goods to mark."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the goods first, then the mark."),
    ),
    "task.unknown": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing has this code: {codes}."),
        QT_TRANSLATE_NOOP("Refusals", "Take the scan back, or have head office add the code."),
    ),
    "task.loose": (
        QT_TRANSLATE_NOOP("Refusals", "Goods were scanned before their place."),
        QT_TRANSLATE_NOOP("Refusals", "Take them back and scan the place first."),
    ),
    "task.in_hand": (
        QT_TRANSLATE_NOOP("Refusals", "Goods are still in hand."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the place where you put them."),
    ),
    "task.serial": (
        QT_TRANSLATE_NOOP("Refusals", "The piece {serial} was scanned already."),
        QT_TRANSLATE_NOOP("Refusals", "Each piece counts once."),
    ),
    "task.gone": (
        QT_TRANSLATE_NOOP("Refusals", "This task was finished or dropped."),
        QT_TRANSLATE_NOOP("Refusals", "Begin a new one."),
    ),
    "task.reason": (
        QT_TRANSLATE_NOOP("Refusals", "Goods are written off with a reason."),
        QT_TRANSLATE_NOOP("Refusals", "Say what became of them."),
    ),
    "task.reason_unknown": (
        QT_TRANSLATE_NOOP("Refusals", "Head office has no such reason for writing goods off."),
        QT_TRANSLATE_NOOP("Refusals", "Choose one of: {reasons}."),
    ),
    "task.note": (
        QT_TRANSLATE_NOOP("Refusals", "“{reason}” needs a note."),
        QT_TRANSLATE_NOOP("Refusals", "Say what happened."),
    ),
    "task.photo": (
        QT_TRANSLATE_NOOP("Refusals", "“{reason}” needs a photo."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the goods, say that they are damaged, then take a photo."),
    ),
    "stock.not_there": (
        QT_TRANSLATE_NOOP("Refusals", "The books do not have that much at {place}: {name}."),
        QT_TRANSLATE_NOOP("Refusals", "Count the place first, or take less."),
    ),
    "count.same_person": (
        QT_TRANSLATE_NOOP("Refusals", "Somebody else counts this once more."),
        QT_TRANSLATE_NOOP("Refusals", "Leave it to a colleague."),
    ),
    "count.order": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing is to be counted for the order {order}."),
        QT_TRANSLATE_NOOP("Refusals", "Name an order to count."),
    ),
    "approval.own": (
        QT_TRANSLATE_NOOP("Refusals", "You asked for this yourself."),
        QT_TRANSLATE_NOOP("Refusals", "Somebody else has to approve it."),
    ),
    "approval.gone": (
        QT_TRANSLATE_NOOP("Refusals", "Somebody decided it already."),
        QT_TRANSLATE_NOOP("Refusals", "Look at the list again."),
    ),
    "count.no_bin": (
        QT_TRANSLATE_NOOP("Refusals", "No bin is in hand."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the bin first."),
    ),
    "count.gone": (
        QT_TRANSLATE_NOOP("Refusals", "Somebody decided it already."),
        QT_TRANSLATE_NOOP("Refusals", "Look at the list again."),
    ),
    "count.choice": (
        QT_TRANSLATE_NOOP("Refusals", "There is no such count."),
        QT_TRANSLATE_NOOP("Refusals", "Say its number, or none."),
    ),
    "count.columns": (
        QT_TRANSLATE_NOOP("Refusals", "The first row has to name the columns place, code and quantity."),
        QT_TRANSLATE_NOOP("Refusals", "A column lot may follow."),
    ),
    "count.rows": (
        QT_TRANSLATE_NOOP("Refusals", "Rows cannot be taken: {rows}."),
        QT_TRANSLATE_NOOP("Refusals", "Nothing was counted. Mend them and import again."),
    ),
    "count.no_sheet": (
        QT_TRANSLATE_NOOP("Refusals", "No place fits."),
        QT_TRANSLATE_NOOP("Refusals", "Write for example A-01-*, or name an order to count."),
    ),
    "count.no_place": (
        QT_TRANSLATE_NOOP("Refusals", "Goods were scanned before their place."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the place first."),
    ),
    "count.empty": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing was counted."),
        QT_TRANSLATE_NOOP("Refusals", "Scan a place and what lies there."),
    ),
}

TASKS: dict[str, tuple[str, str]] = {
    "receive": (
        QT_TRANSLATE_NOOP("Tasks", "Receive"),
        QT_TRANSLATE_NOOP("Tasks", "Received"),
    ),
    "move": (
        QT_TRANSLATE_NOOP("Tasks", "Move"),
        QT_TRANSLATE_NOOP("Tasks", "Moved"),
    ),
    "put_away": (
        QT_TRANSLATE_NOOP("Tasks", "Put away"),
        QT_TRANSLATE_NOOP("Tasks", "Put away"),
    ),
    "write_off": (
        QT_TRANSLATE_NOOP("Tasks", "Write off"),
        QT_TRANSLATE_NOOP("Tasks", "Written off"),
    ),
    "supplier_return": (
        QT_TRANSLATE_NOOP("Tasks", "Return goods"),
        QT_TRANSLATE_NOOP("Tasks", "Returned"),
    ),
    "repack": (
        QT_TRANSLATE_NOOP("Tasks", "Repack"),
        QT_TRANSLATE_NOOP("Tasks", "Repacked"),
    ),
    "pick": (
        QT_TRANSLATE_NOOP("Tasks", "Pick"),
        QT_TRANSLATE_NOOP("Tasks", "Picked"),
    ),
    "refill": (
        QT_TRANSLATE_NOOP("Tasks", "Refill"),
        QT_TRANSLATE_NOOP("Tasks", "Refilled"),
    ),
    "pack": (
        QT_TRANSLATE_NOOP("Tasks", "Pack"),
        QT_TRANSLATE_NOOP("Tasks", "Packed"),
    ),
    "send": (
        QT_TRANSLATE_NOOP("Tasks", "Send"),
        QT_TRANSLATE_NOOP("Tasks", "Sent"),
    ),
    "take_in": (
        QT_TRANSLATE_NOOP("Tasks", "Take in"),
        QT_TRANSLATE_NOOP("Tasks", "Taken in"),
    ),
    "count": (
        QT_TRANSLATE_NOOP("Tasks", "Count"),
        QT_TRANSLATE_NOOP("Tasks", "Counted"),
    ),
}
"""Kind of task -> what it is called, what it is for, and what was done when it is finished."""

TASK_ICONS = {
    "receive": "download",
    "move": "arrow-right",
    "put_away": "warehouse",
    "write_off": "trash-2",
    "supplier_return": "undo-2",
    "repack": "refresh-cw",
    "count": "list-checks",
}

NEXT: dict[str, str] = {
    "place": QT_TRANSLATE_NOOP("Tasks", "Scan the place"),
    "goods": QT_TRANSLATE_NOOP("Tasks", "Scan the goods"),
    "goods_or_place": QT_TRANSLATE_NOOP("Tasks", "Scan the next goods, or a place"),
    "made": QT_TRANSLATE_NOOP("Tasks", "Scan what is made of it"),
    "repack.goods": QT_TRANSLATE_NOOP("Tasks", "Scan what you take, then press “Make”"),
    "suggested": QT_TRANSLATE_NOOP("Tasks", "Put it at {place}, then scan the place"),
    "part": QT_TRANSLATE_NOOP("Tasks", "Put {quantity} at {place}, then scan the place"),
    "into": QT_TRANSLATE_NOOP("Tasks", "Into {place}: scan the goods"),
    "put_away.goods": QT_TRANSLATE_NOOP("Tasks", "Scan the goods, or first their bin"),
    "move.place": QT_TRANSLATE_NOOP("Tasks", "Scan the place where the goods are"),
    "move.goods_or_place": QT_TRANSLATE_NOOP("Tasks", "Scan the next goods, or the place where you put them"),
    "put_away.goods_or_place": QT_TRANSLATE_NOOP("Tasks", "Scan the next goods, or the place where you put them"),
    "count.suggested": QT_TRANSLATE_NOOP("Tasks", "Go to {place} and scan the place"),
    "count.goods_or_place": QT_TRANSLATE_NOOP("Tasks", "Scan the goods, or the next place"),
}
"""What is wanted next, in words of its own where a kind of task has them (`kind.next`)."""

COUNTS: dict[str, str] = {
    "asks": QT_TRANSLATE_NOOP("Tasks", "asked for: {goods}"),
    "then": QT_TRANSLATE_NOOP("Tasks", "then {place}"),
}
"""What an order asks to be counted."""

AT: dict[str, str] = {
    "receive": QT_TRANSLATE_NOOP("Tasks", "They lie at {place}"),
    "take_in": QT_TRANSLATE_NOOP("Tasks", "They lie at {place}"),
    "move": QT_TRANSLATE_NOOP("Tasks", "From {place}"),
    "send": QT_TRANSLATE_NOOP("Tasks", "From {place}"),
    "supplier_return": QT_TRANSLATE_NOOP("Tasks", "From {place}"),
    "": QT_TRANSLATE_NOOP("Tasks", "At {place}"),
    "into": QT_TRANSLATE_NOOP("Tasks", "Everything goes there, until another bin is scanned."),
    "better": QT_TRANSLATE_NOOP("Tasks", "It would go best at {place}."),
}
"""What the place is that counts now, by kind of task."""

REASONS: dict[str, str] = {
    "damaged": QT_TRANSLATE_NOOP("Tasks", "Damaged"),
    "expired": QT_TRANSLATE_NOOP("Tasks", "Expired"),
    "lost": QT_TRANSLATE_NOOP("Tasks", "Lost or stolen"),
    "used": QT_TRANSLATE_NOOP("Tasks", "Used in the shop"),
}
"""Why goods are written off: what the document says, and its words."""

LOOKS: dict[str, str] = {
    "unordered": QT_TRANSLATE_NOOP("Tasks", "Taken, but nobody ordered this."),
    "over": QT_TRANSLATE_NOOP("Tasks", "Taken. It is more than was ordered."),
    "expired": QT_TRANSLATE_NOOP("Tasks", "Taken, but it expired on {about}."),
    "too_soon": QT_TRANSLATE_NOOP("Tasks", "Taken, but it expires too soon: on {about}."),
    "elsewhere": QT_TRANSLATE_NOOP("Tasks", "Taken. The books have it elsewhere: at {about}."),
    "not_there": QT_TRANSLATE_NOOP("Tasks", "Taken, but the books do not have that much at {about}."),
    "which": QT_TRANSLATE_NOOP("Tasks", "Which goods are these?"),
    "none_known": QT_TRANSLATE_NOOP("Tasks", "Nothing is known to be here. Type the article number."),
    "no_lot": QT_TRANSLATE_NOOP("Tasks", "Taken. These goods have lots, and this code names none."),
    "no_serial": QT_TRANSLATE_NOOP("Tasks", "Taken. Each piece has a serial number, and this code names none."),
    "back": QT_TRANSLATE_NOOP("Tasks", "Taken back: {about}"),
    "bind": QT_TRANSLATE_NOOP("Tasks", "What is {about}? Scan these goods; type 6 × first where six are inside."),
    "bound": QT_TRANSLATE_NOOP("Tasks", "The code is that of {about}. Head office hears of it."),
    "learned": QT_TRANSLATE_NOOP("Tasks", "Codes that are known by now: {about}. Look at them in the list."),
    "weight": QT_TRANSLATE_NOOP("Tasks", "How much of {about}? Type it, then Enter."),
    "drop": QT_TRANSLATE_NOOP("Tasks", "Drop this task? Everything that was scanned is forgotten. Press it once more."),
}
"""What a person should look at."""

BINS: dict[str, str] = {
    "asked": QT_TRANSLATE_NOOP("Tasks", "Is {place} empty?"),
    "empty": QT_TRANSLATE_NOOP("Tasks", "{place} is counted: empty."),
    "differs": QT_TRANSLATE_NOOP("Tasks", "{place} is counted: empty. The books say otherwise."),
    "ordered": QT_TRANSLATE_NOOP("Tasks", "{place} will be counted."),
}
"""What is asked or was said of a bin."""
