"""The console's words in Russian about offers that are ended or removed by hand, and taken back."""

ENDINGS = {
    "End now": "Завершить",
    "End {name} now?": "Завершить сейчас: {name}?",
    "Remove {name}?": "Удалить: {name}?",
    "End it now": "Завершить сейчас",
    "Remove it": "Удалить",
    "From this moment on no till gives it. Tickets that are open keep it.": (
        "С этой минуты кассы её не применяют. В открытых чеках она остаётся."
    ),
    "From this moment on no till takes the code.": "С этой минуты кассы не принимают этот код.",
    "From this moment on its customers pay the usual prices. Tickets that are open keep it.": (
        "С этой минуты его покупатели платят обычные цены. В открытых чеках цены остаются."
    ),
    "What was sold stays as it is, and explained.": "Проданное остаётся как есть, с объяснением цены.",
    "No sale had it. It goes, with its coupons.": "Её не было ни в одной продаже. Она удаляется вместе с купонами.",
    "Nobody has redeemed it. It goes, and its code may be given again.": (
        "Его никто не погасил. Он удаляется, и его код можно выдать снова."
    ),
    "No customer and no shop has it. It goes, with its prices.": (
        "Его нет ни у покупателей, ни у магазинов. Он удаляется вместе с ценами."
    ),
    "It can be taken back for {days} days.": "Это можно вернуть в течение {days} дней.",
    "Ended and removed": "Завершённые и удалённые",
    "What was ended or removed by hand in the last {days} days.": (
        "Что завершили или удалили вручную за последние {days} дней."
    ),
    "Nothing was ended or removed.": "Ничего не завершали и не удаляли.",
    "Offer": "Предложение",
    "Take it back": "Вернуть",
    "ended": "завершено",
    "removed": "удалено",
    "It is as it was. The tills hear of it at once.": "Всё как было. Кассы узнают об этом сразу.",
    "It has applied already, or somebody has it: end it instead": (
        "Это уже применялось или у кого-то есть: лучше завершите."
    ),
    "It does not hold any more": "Это уже не действует.",
    "It has not begun yet: remove it instead": "Это ещё не началось: удалите.",
    "This cannot be taken back any more": "Вернуть это уже нельзя",
    "Its name or code was given again, or what it belonged to is gone": (
        "Название или код уже заняты, либо того, к чему это относилось, больше нет"
    ),
    "It was changed or removed since": "С тех пор это изменили или удалили",
    "There is no such offer": "Такого предложения нет",
    "Name of the list": "Название прайс-листа",
    "Product": "Товар",
}
