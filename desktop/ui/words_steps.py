"""The steps of an explanation in English, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

STEPS = (
    QT_TRANSLATE_NOOP("Steps", "{quantity} {unit} at {price} is {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{packs} × pack of {pack} {unit}: {quantity} {unit} at {price} is {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{quantity} {unit} weighed, at {price}, is {amount}"),
    QT_TRANSLATE_NOOP("Steps", "The label says {amount} for {quantity} {unit}"),
    QT_TRANSLATE_NOOP("Steps", "{percent} % off{because}: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "Discount{because}: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "Discount{because}, held to the {percent} % that was allowed: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "Share of the discount on the whole receipt{because}: {amount}"),
    QT_TRANSLATE_NOOP(
        "Steps", "Share of the discount on the whole receipt{because}, held to what was allowed: {amount}"
    ),
    QT_TRANSLATE_NOOP("Steps", "{percent} % tax is inside the price: {tax}"),
    QT_TRANSLATE_NOOP("Steps", "{percent} % tax on {net}: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{percent} % tax is inside the price: {tax}, rounded once for the receipt"),
    QT_TRANSLATE_NOOP("Steps", "{percent} % tax on {net}: {amount}, rounded once for the receipt"),
    QT_TRANSLATE_NOOP("Steps", "Goods before discounts (lines: {lines}): {amount}"),
    QT_TRANSLATE_NOOP("Steps", "Discounts: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{percent} % tax on {net}, inside the prices: {tax}"),
    QT_TRANSLATE_NOOP("Steps", "Left to pay: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "Rounded to {step} because it is paid in cash: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{quantity} {unit} at {price} by {price_list}, not {list_price}, is {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{quantity} {unit} at {price}, not {list_price}{because}, is {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{promotion}, {percent} % off: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{promotion}, {each} off each: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{promotion}, {price} each: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{promotion}, of every {set} the cheapest {get} free: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{promotion}, of every {set} the cheapest {get} at {percent} % off: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{promotion}, {set} together for {set_price}: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{promotion}, together for {set_price}: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{promotion}, free with the others: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{promotion}, {percent} % off from {from}: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{promotion}, share of {each} off from {from}: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{promotion}, {percent} % off the whole receipt: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{promotion}, share of {each} off the whole receipt: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{missing} more for {promotion}"),
    QT_TRANSLATE_NOOP("Steps", "{missing} more for {promotion}: {goods}"),
    QT_TRANSLATE_NOOP("Steps", "{percent} % tax is not taken{because}: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{quantity} {unit} back from receipt {receipt}{because}: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{quantity} {unit} back without a receipt{because}: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "{promotion}: {amount}"),
    QT_TRANSLATE_NOOP("Steps", "No tax is taken{because}: {amount}"),
)
"""The sentences of `desktop.domain.explanation`, here as well because only literals are collected for translation."""
