"""English sentences by code, marked for translation; `words.py` says them.

Places such as {limit_ppm} are filled from the facts of the Refusal."""

from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.words_centre import CENTRE_REFUSALS
from desktop.ui.words_customer import CUSTOMER_REFUSALS
from desktop.ui.words_devices import DEVICE_REFUSALS
from desktop.ui.words_goods import GOODS_REFUSALS
from desktop.ui.words_it import IT_REFUSALS
from desktop.ui.words_labels import LABEL_REFUSALS
from desktop.ui.words_offers import OFFER_REFUSALS
from desktop.ui.words_papers import PAPER_REFUSALS
from desktop.ui.words_people import PEOPLE_REFUSALS
from desktop.ui.words_photos import PHOTO_REFUSALS
from desktop.ui.words_picking import PICKING_REFUSALS
from desktop.ui.words_places import PLACE_REFUSALS
from desktop.ui.words_purse import PURSE_METHODS, PURSE_REFUSALS
from desktop.ui.words_repacking import REPACK_REFUSALS
from desktop.ui.words_reports import REPORT_REFUSALS
from desktop.ui.words_returns import RETURN_REFUSALS
from desktop.ui.words_rights import RIGHTS_REFUSALS
from desktop.ui.words_tender import TENDER_METHODS, TENDER_REFUSALS
from desktop.ui.words_ticket import TICKET_REFUSALS

REFUSALS: dict[str, tuple[str, str]] = {
    **CENTRE_REFUSALS,
    **DEVICE_REFUSALS,
    **CUSTOMER_REFUSALS,
    **OFFER_REFUSALS,
    **GOODS_REFUSALS,
    **LABEL_REFUSALS,
    **IT_REFUSALS,
    **REPACK_REFUSALS,
    **REPORT_REFUSALS,
    **RETURN_REFUSALS,
    **PAPER_REFUSALS,
    **TENDER_REFUSALS,
    **PURSE_REFUSALS,
    **TICKET_REFUSALS,
    **PEOPLE_REFUSALS,
    **PLACE_REFUSALS,
    **PHOTO_REFUSALS,
    **PICKING_REFUSALS,
    **RIGHTS_REFUSALS,
    "cart.no_line": (
        QT_TRANSLATE_NOOP("Refusals", "This line is no longer in the cart."),
        QT_TRANSLATE_NOOP("Refusals", "Choose a line of the cart."),
    ),
    "cart.full": (
        QT_TRANSLATE_NOOP("Refusals", "A cart holds {limit} lines at most."),
        QT_TRANSLATE_NOOP("Refusals", "Pay this one and open another."),
    ),
    "quantity.fixed": (
        QT_TRANSLATE_NOOP("Refusals", "The label says how much this is."),
        QT_TRANSLATE_NOOP("Refusals", "Scan every label once."),
    ),
    "quantity.needed": (
        QT_TRANSLATE_NOOP("Refusals", "{name} is sold by weight."),
        QT_TRANSLATE_NOOP("Refusals", "Weigh it, or type the quantity."),
    ),
    "quantity.too_small": (
        QT_TRANSLATE_NOOP("Refusals", "A quantity must be more than zero."),
        QT_TRANSLATE_NOOP("Refusals", "Remove the line instead."),
    ),
    "quantity.too_large": (
        QT_TRANSLATE_NOOP("Refusals", "More than {limit_milli} of one thing cannot be sold on one line."),
        QT_TRANSLATE_NOOP("Refusals", "Check whether a barcode was typed as the quantity."),
    ),
    "quantity.pieces": (
        QT_TRANSLATE_NOOP("Refusals", "This is sold in whole pieces."),
        QT_TRANSLATE_NOOP("Refusals", "Use a whole number."),
    ),
    "quantity.text": (
        QT_TRANSLATE_NOOP("Refusals", "This is not a quantity."),
        QT_TRANSLATE_NOOP("Refusals", "Type digits with one decimal mark and three decimals at most."),
    ),
    "quantity.range": (
        QT_TRANSLATE_NOOP("Refusals", "This quantity is too large to be true."),
        QT_TRANSLATE_NOOP("Refusals", "Check what was typed or scanned."),
    ),
    "product.inactive": (
        QT_TRANSLATE_NOOP("Refusals", "{name} is no longer sold."),
        QT_TRANSLATE_NOOP("Refusals", "Ask a manager to put it back on sale."),
    ),
    "label.empty": (
        QT_TRANSLATE_NOOP("Refusals", "The label carries no price."),
        QT_TRANSLATE_NOOP("Refusals", "Weigh it again, or type the quantity."),
    ),
    "code.case": (
        QT_TRANSLATE_NOOP("Refusals", "This is a case of {name}; how many are inside is not known."),
        QT_TRANSLATE_NOOP("Refusals", "Scan a single piece, or have the case added to the catalogue."),
    ),
    "bind.nothing": (
        QT_TRANSLATE_NOOP("Refusals", "No code here waits for its goods."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the code first."),
    ),
    "bind.goods": (
        QT_TRANSLATE_NOOP("Refusals", "This names no goods by itself."),
        QT_TRANSLATE_NOOP("Refusals", "Scan goods that are known, or type their article number."),
    ),
    "code.pack": (
        QT_TRANSLATE_NOOP("Refusals", "A case is more than one piece."),
        QT_TRANSLATE_NOOP("Refusals", "Say how many are inside."),
    ),
    "scan.malformed": (
        QT_TRANSLATE_NOOP("Refusals", "The scanner sent something that is no code."),
        QT_TRANSLATE_NOOP("Refusals", "Scan it once more; if this stays, test the scanner in Settings."),
    ),
    "discount.too_small": (
        QT_TRANSLATE_NOOP("Refusals", "A discount must be more than zero."),
        QT_TRANSLATE_NOOP("Refusals", "Type how much to take off."),
    ),
    "discount.limit": (
        QT_TRANSLATE_NOOP("Refusals", "This discount is more than the {limit_ppm} that you may give."),
        QT_TRANSLATE_NOOP("Refusals", "Give less, or ask a manager to grant it."),
    ),
    "money.text": (
        QT_TRANSLATE_NOOP("Refusals", "This is not an amount."),
        QT_TRANSLATE_NOOP("Refusals", "Type digits with one decimal mark, for example 12.90."),
    ),
    "money.range": (
        QT_TRANSLATE_NOOP("Refusals", "This amount is too large to be true."),
        QT_TRANSLATE_NOOP("Refusals", "Check what was typed or scanned."),
    ),
    "price.text": (
        QT_TRANSLATE_NOOP("Refusals", "This is not a price."),
        QT_TRANSLATE_NOOP("Refusals", "Type digits with one decimal mark, for example 12.90."),
    ),
    "price.range": (
        QT_TRANSLATE_NOOP("Refusals", "This price cannot be true."),
        QT_TRANSLATE_NOOP("Refusals", "Check what was typed or scanned."),
    ),
    "price.broken": (
        QT_TRANSLATE_NOOP("Refusals", "{name} has a price, quantity or tax rate that cannot be sold."),
        QT_TRANSLATE_NOOP("Refusals", "Remove the line and have the product put right."),
    ),
    "total.too_large": (
        QT_TRANSLATE_NOOP("Refusals", "This total is too large to be true."),
        QT_TRANSLATE_NOOP("Refusals", "Check prices and quantities."),
    ),
    "sale.empty": (
        QT_TRANSLATE_NOOP("Refusals", "There is nothing in the cart."),
        QT_TRANSLATE_NOOP("Refusals", "Scan something first."),
    ),
    "sale.unpaid": (
        QT_TRANSLATE_NOOP("Refusals", "This is not paid yet."),
        QT_TRANSLATE_NOOP("Refusals", "Take the rest of the payment."),
    ),
    "sale.again": (
        QT_TRANSLATE_NOOP("Refusals", "This cart is sold already."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the next customer."),
    ),
    "sale.total_changed": (
        QT_TRANSLATE_NOOP("Refusals", "The total is no longer what was shown."),
        QT_TRANSLATE_NOOP("Refusals", "Look at it and pay again."),
    ),
    "void.reason": (
        QT_TRANSLATE_NOOP("Refusals", "A void needs a reason."),
        QT_TRANSLATE_NOOP("Refusals", "Say why it is taken back."),
    ),
    "reprint.none": (
        QT_TRANSLATE_NOOP("Refusals", "This till has no receipt to print again."),
        QT_TRANSLATE_NOOP("Refusals", "Sell something first."),
    ),
    "void.none": (
        QT_TRANSLATE_NOOP("Refusals", "There is no sale in this shift to take back."),
        "",
    ),
    "void.unknown": (
        QT_TRANSLATE_NOOP("Refusals", "There is no such sale at this till."),
        QT_TRANSLATE_NOOP("Refusals", "Check the receipt number."),
    ),
    "void.again": (
        QT_TRANSLATE_NOOP("Refusals", "Receipt {receipt} was taken back already."),
        QT_TRANSLATE_NOOP("Refusals", "Choose another receipt."),
    ),
    "void.shift": (
        QT_TRANSLATE_NOOP("Refusals", "Receipt {receipt} belongs to another shift."),
        QT_TRANSLATE_NOOP("Refusals", "Only a receipt of the open shift can be taken back whole."),
    ),
    "drawer.reason": (
        QT_TRANSLATE_NOOP("Refusals", "Opening the drawer needs a reason."),
        QT_TRANSLATE_NOOP("Refusals", "Say what for."),
    ),
    "cash.zero": (
        QT_TRANSLATE_NOOP("Refusals", "The amount must not be zero."),
        QT_TRANSLATE_NOOP("Refusals", "Type the amount."),
    ),
    "cash.reason": (
        QT_TRANSLATE_NOOP("Refusals", "Moving cash needs a reason."),
        QT_TRANSLATE_NOOP("Refusals", "Say what for."),
    ),
    "cash.short": (
        QT_TRANSLATE_NOOP("Refusals", "There is not so much cash in the drawer."),
        QT_TRANSLATE_NOOP("Refusals", "Take less."),
    ),
    "shift.closed": (
        QT_TRANSLATE_NOOP("Refusals", "No shift is open."),
        QT_TRANSLATE_NOOP("Refusals", "Open a shift first."),
    ),
    "shift.open": (
        QT_TRANSLATE_NOOP("Refusals", "A shift is open already."),
        QT_TRANSLATE_NOOP("Refusals", "Close it first."),
    ),
    "shift.cart_open": (
        QT_TRANSLATE_NOOP("Refusals", "A cart is still in hand."),
        QT_TRANSLATE_NOOP("Refusals", "Sell it, park it or empty it first."),
    ),
    "shift.float_negative": (
        QT_TRANSLATE_NOOP("Refusals", "The float is never below zero."),
        QT_TRANSLATE_NOOP("Refusals", "Count the drawer."),
    ),
    "shift.cash_uncounted": (
        QT_TRANSLATE_NOOP("Refusals", "The cash was not counted."),
        QT_TRANSLATE_NOOP("Refusals", "Count the drawer and type the amount."),
    ),
    "shift.count_negative": (
        QT_TRANSLATE_NOOP("Refusals", "Counted money is never below zero."),
        QT_TRANSLATE_NOOP("Refusals", "Check what was typed."),
    ),
    "staff.signed_out": (
        QT_TRANSLATE_NOOP("Refusals", "Nobody is signed in."),
        QT_TRANSLATE_NOOP("Refusals", "Sign in with your PIN."),
    ),
    "staff.right": (
        QT_TRANSLATE_NOOP("Refusals", "You may not do this."),
        QT_TRANSLATE_NOOP("Refusals", "Ask somebody with the right to do it."),
    ),
    "staff.wrong_pin": (
        QT_TRANSLATE_NOOP("Refusals", "Name or PIN is wrong."),
        QT_TRANSLATE_NOOP("Refusals", "Try again."),
    ),
    "staff.wait": (
        QT_TRANSLATE_NOOP("Refusals", "Too many wrong PINs; wait {seconds} s."),
        QT_TRANSLATE_NOOP("Refusals", "A manager can sign in meanwhile."),
    ),
    "shift.float_missing": (
        QT_TRANSLATE_NOOP("Refusals", "The float was not typed."),
        QT_TRANSLATE_NOOP("Refusals", "Type it; 0 for an empty drawer."),
    ),
    "server.address": (
        QT_TRANSLATE_NOOP("Refusals", "This address cannot be used."),
        QT_TRANSLATE_NOOP("Refusals", "Check the address."),
    ),
    "printer.code_page": (
        QT_TRANSLATE_NOOP("Refusals", "“{setting}” is no code page of a receipt printer."),
        QT_TRANSLATE_NOOP("Refusals", "Choose one of the list."),
    ),
    "terminal.blocked": (
        QT_TRANSLATE_NOOP("Refusals", "This till was blocked by head office."),
        QT_TRANSLATE_NOOP("Refusals", "Ask your administrator."),
    ),
    "terminal.unenrolled": (
        QT_TRANSLATE_NOOP("Refusals", "This till is not registered yet."),
        QT_TRANSLATE_NOOP("Refusals", "Register it with head office."),
    ),
    "terminal.no_goods": (
        QT_TRANSLATE_NOOP("Refusals", "This till has no goods and prices yet."),
        QT_TRANSLATE_NOOP("Refusals", "Connect it to head office once."),
    ),
    "settings.keys": (
        QT_TRANSLATE_NOOP("Refusals", "These keys cannot be: {what}"),
        QT_TRANSLATE_NOOP("Refusals", "Write pairs such as F9=F10, F10=F9: no key twice, none that is taken."),
    ),
    "settings.value": (
        QT_TRANSLATE_NOOP("Refusals", "This setting cannot have this value."),
        QT_TRANSLATE_NOOP("Refusals", "Choose another value."),
    ),
    "settings.unknown": (
        QT_TRANSLATE_NOOP("Refusals", "There is no such setting."),
        QT_TRANSLATE_NOOP("Refusals", "Look at the list of settings."),
    ),
    "settings.file": (
        QT_TRANSLATE_NOOP("Refusals", "A settings file cannot be read."),
        QT_TRANSLATE_NOOP("Refusals", "Mend or remove the file."),
    ),
}
"""Code -> what the trade says, and the way out."""

ROLES: dict[str, str] = {
    "admin": QT_TRANSLATE_NOOP("Roles", "Administrator"),
    "manager": QT_TRANSLATE_NOOP("Roles", "Manager"),
    "cashier": QT_TRANSLATE_NOOP("Roles", "Cashier"),
    "salesperson": QT_TRANSLATE_NOOP("Roles", "Salesperson"),
    "warehouse_worker": QT_TRANSLATE_NOOP("Roles", "Warehouse"),
}
"""Role -> its name."""

METHODS: dict[str, str] = {
    **TENDER_METHODS,
    **PURSE_METHODS,
}
"""Payment method -> its name."""
