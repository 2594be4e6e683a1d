"""The words of tickets on paper: English, Russian, German."""

TICKET_WORDS: dict[str, tuple[str, ...]] = {
    "quote": ("QUOTE", "ПРЕДЛОЖЕНИЕ", "ANGEBOT"),
    "valid_until": ("Valid until {date}", "Действует до {date}", "Gültig bis {date}"),
    "no_receipt": ("This is not a receipt.", "Это не чек.", "Dies ist kein Beleg."),
    "note": ("Note: {text}", "Примечание: {text}", "Hinweis: {text}"),
    "lot": ("Lot {number}", "Партия {number}", "Charge {number}"),
    "serial": ("Serial no. {number}", "Серийный № {number}", "Serien-Nr. {number}"),
    "expires": ("Best before {date}", "Годен до {date}", "Haltbar bis {date}"),
    "tare": ("Tare {weight}", "Тара {weight}", "Tara {weight}"),
}
