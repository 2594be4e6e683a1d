"""The console's words about claims on suppliers and what they may bring beyond an order, by the English sentence."""

RUSSIAN = {
    "Claim": "Претензия",
    "To": "Кому",
    "Claimed by": "От кого",
    "About order": "По заданию",
    "not sent yet": "ещё не отправлена",
    "waits for an answer": "ждёт ответа",
    "answered": "получен ответ",
    "Sent": "Отправлена",
    "File for a spreadsheet": "Файл для таблицы",
    "It has gone out": "Отправлена",
    "What the supplier said": "Что ответил поставщик",
    "Keep the answer": "Сохранить ответ",
    "Make a claim of it": "Составить претензию",
    "The claim is made.": "Претензия составлена.",
    "The claim has gone out.": "Претензия отправлена.",
    "The supplier's answer is kept.": "Ответ поставщика сохранён.",
    "Everything came as it was ordered": "Всё пришло как заказано",
    "There is no claim that has to go out": "Нет претензии для отправки",
    "No claim waits for an answer": "Ни одна претензия не ждёт ответа",
    "More than was ordered": "Больше заказанного",
    "Supplier": "Поставщик",
    "every supplier": "любой поставщик",
    "every article": "любой товар",
    "Say it no more": "Убрать",
    "Nothing more than was ordered is taken without a reason, unless the order says so.": (
        "Больше заказанного без причины не принимается, если этого не говорит задание."
    ),
    "Say how much more is taken": "Сколько принимать сверх заказа",
    "Supplier (empty: every supplier)": "Поставщик (пусто: любой)",
    "Article number (empty: every article)": "Артикул (пусто: любой)",
    "Keep": "Сохранить",
    "The closest counts: what a line of an order says, what the order says, the article of the supplier, the article, "
    "the supplier, the shop. Over it a reason and somebody with the right are asked for.": (
        "Действует самое близкое: строка задания, задание, товар поставщика, товар, поставщик, магазин. "
        "Сверх этого нужны причина и сотрудник с правом."
    ),
    "It is said. Orders that are made from now on go by it.": "Сохранено. Действует для новых заданий.",
    "It is said no more.": "Больше не действует.",
    "A tolerance is of a shop": "Допуск задаётся для магазина",
}
GERMAN = {
    "Claim": "Reklamation",
    "To": "An",
    "Claimed by": "Von",
    "About order": "Zum Auftrag",
    "not sent yet": "noch nicht gesandt",
    "waits for an answer": "wartet auf Antwort",
    "answered": "beantwortet",
    "Sent": "Gesandt",
    "File for a spreadsheet": "Datei für eine Tabelle",
    "It has gone out": "Sie ist gesandt",
    "What the supplier said": "Was der Lieferant sagte",
    "Keep the answer": "Antwort behalten",
    "Make a claim of it": "Reklamation daraus machen",
    "The claim is made.": "Die Reklamation ist erstellt.",
    "The claim has gone out.": "Die Reklamation ist gesandt.",
    "The supplier's answer is kept.": "Die Antwort des Lieferanten ist notiert.",
    "Everything came as it was ordered": "Alles kam wie bestellt",
    "There is no claim that has to go out": "Keine Reklamation ist zu senden",
    "No claim waits for an answer": "Keine Reklamation wartet auf Antwort",
    "More than was ordered": "Mehr als bestellt",
    "Supplier": "Lieferant",
    "every supplier": "jeder Lieferant",
    "every article": "jeder Artikel",
    "Say it no more": "Aufheben",
    "Nothing more than was ordered is taken without a reason, unless the order says so.": (
        "Mehr als bestellt wird ohne Grund nicht angenommen, außer der Auftrag sagt es."
    ),
    "Say how much more is taken": "Wie viel mehr angenommen wird",
    "Supplier (empty: every supplier)": "Lieferant (leer: jeder)",
    "Article number (empty: every article)": "Artikelnummer (leer: jeder Artikel)",
    "Keep": "Speichern",
    "The closest counts: what a line of an order says, what the order says, the article of the supplier, the article, "
    "the supplier, the shop. Over it a reason and somebody with the right are asked for.": (
        "Das Nächste gilt: die Zeile des Auftrags, der Auftrag, der Artikel des Lieferanten, der Artikel, der "
        "Lieferant, das Geschäft. Darüber braucht es einen Grund und jemanden mit dem Recht."
    ),
    "It is said. Orders that are made from now on go by it.": "Gespeichert. Neue Aufträge richten sich danach.",
    "It is said no more.": "Gilt nicht mehr.",
    "A tolerance is of a shop": "Eine Toleranz gehört zu einem Geschäft",
}
