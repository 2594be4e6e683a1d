"""The console's words about what it cost to get goods here, by the English sentence; names of codes."""

SPREADS = {
    "value": ("what lines are worth", "по стоимости строк"),
    "quantity": ("quantity", "по количеству"),
    "weight": ("weight", "по весу"),
}
"""How a cost is spread -> English, Russian."""
COST_CODES = {
    "what lines are worth": "Wert der Zeilen",
    "quantity": "Menge",
    "weight": "Gewicht",
    "Freight and the like": "Fracht und Ähnliches",
    "Freight or the like added to an order": "Fracht oder Ähnliches zu einem Auftrag erfasst",
    "Freight or the like taken back": "Fracht oder Ähnliches zurückgenommen",
}
RUSSIAN = {
    "Costs of getting it here": "Расходы на доставку товара",
    "What for": "За что",
    "Amount": "Сумма",
    "Spread by": "Распределить",
    "Lines that carry it": "На скольких строках",
    "Added": "Добавлено",
    "taken back": "снято",
    "Take back": "Снять",
    "No freight, duty or the like was added.": "Доставки, пошлин и подобного не добавлено.",
    "freight, duty, insurance": "доставка, пошлина, страховка",
    "Add the cost": "Добавить расход",
    "It is spread over what came for the order, also over what was sold already, and changes no quantity.": (
        "Распределяется на всё, что пришло по заданию, и на уже проданное; количества не меняются."
    ),
    "The cost is added. Values are made again within a quarter of an hour.": (
        "Расход добавлен. Стоимость пересчитается за четверть часа."
    ),
    "The cost is taken back. Values are made again within a quarter of an hour.": (
        "Расход снят. Стоимость пересчитается за четверть часа."
    ),
    "A cost has a name and is more than nothing": "У расхода есть название, и он больше нуля",
    "This cost is taken back already": "Этот расход уже снят",
    "Nobody knows what these goods weigh: {what}": "Неизвестно, сколько весят: {what}",
}
GERMAN = {
    "Costs of getting it here": "Bezugskosten",
    "What for": "Wofür",
    "Amount": "Betrag",
    "Spread by": "Verteilt nach",
    "Lines that carry it": "Zeilen, die sie tragen",
    "Added": "Erfasst",
    "taken back": "zurückgenommen",
    "Take back": "Zurücknehmen",
    "No freight, duty or the like was added.": "Keine Fracht, kein Zoll oder Ähnliches erfasst.",
    "freight, duty, insurance": "Fracht, Zoll, Versicherung",
    "Add the cost": "Kosten erfassen",
    "It is spread over what came for the order, also over what was sold already, and changes no quantity.": (
        "Verteilt wird auf alles, was zum Auftrag kam, auch auf Verkauftes; Mengen ändern sich nicht."
    ),
    "The cost is added. Values are made again within a quarter of an hour.": (
        "Die Kosten sind erfasst. Die Werte entstehen binnen einer Viertelstunde neu."
    ),
    "The cost is taken back. Values are made again within a quarter of an hour.": (
        "Die Kosten sind zurückgenommen. Die Werte entstehen binnen einer Viertelstunde neu."
    ),
    "A cost has a name and is more than nothing": "Kosten haben einen Namen und sind mehr als nichts",
    "This cost is taken back already": "Diese Kosten sind schon zurückgenommen",
    "Nobody knows what these goods weigh: {what}": "Niemand weiß, was diese Waren wiegen: {what}",
}
