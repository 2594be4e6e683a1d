"""The console's words in Russian and German about places, and in English where the word is a code."""

RUSSIAN = {
    "All of them are there already.": "Все они уже есть.",
    "A place cannot be in itself": "Место не может быть внутри себя",
    "A shop has one place for its customers": "Место покупателей у магазина одно",
    "Check code": "Контрольный код",
    "Divided by: {what}": "Делится на: {what}",
    "End this place": "Закрыть место",
    "For which goods": "Для каких товаров",
    "Goods lie at this place": "Там лежит товар",
    "Make bins": "Создать ячейки",
    "Name the shop": "Укажите магазин",
    "No goods are put there any more.": "Товар туда больше не кладут.",
    "Nothing is in it.": "Внутри ничего нет.",
    "On hand": "В наличии",
    "Pattern of their codes": "Шаблон кодов",
    "Places": "Места хранения",
    "Places in it": "Мест внутри",
    "Products on hand": "Товаров в наличии",
    "The last group of a range is its bins": "Последняя группа шаблона — сами ячейки",
    "The places are made. The tills hear of it at once.": "Места созданы. Кассы узнают об этом сразу.",
    "The shop sells from this place, or to it": "Из этого места или в него магазин продаёт",
    "The way turns round at the end of each row": "Путь идёт змейкой",
    "There is a place {what} already": "Место {what} уже есть",
    "There is no place {what}": "Места {what} нет",
    "There is no place yet.": "Мест пока нет.",
    "There is no such place": "Такого места нет",
    "What a place is stays as it is once goods were there": "Вид места не меняют, если там уже был товар",
    "What is in it": "Что внутри",
    "What it is": "Вид",
    "Whole warehouses come from a file: eckwms-server import places. Single places are made by programs (REST).": (
        "Целые склады загружают из файла: eckwms-server import places. Отдельные места создают программы (REST)."
    ),
    "a group is {01..12} or {A..F}": "группа пишется так: {01..12} или {A..F}",
    "a group runs from a number to a number, or from a letter to a letter": (
        "группа идёт от числа до числа или от буквы до буквы"
    ),
    "a group runs upwards": "группа идёт по возрастанию",
    "a range has a group such as {01..12}, and at most 20000 places": (
        "в шаблоне есть группа вроде {01..12}, и мест не больше 20000"
    ),
    "Change this place": "Изменить место",
    "Goods are put there": "Сюда кладут товар",
    "How much goes in (0: as much as one likes)": "Сколько вмещает (0 — без ограничения)",
    "In which place": "Внутри какого места",
    "Level in the rack": "Ярус стеллажа",
    "Number on the way of picking": "Номер на пути отбора",
    "Number on the way of putting away": "Номер на пути размещения",
    "Only for article number": "Только для артикула",
    "Refill it below": "Пополнять, если меньше",
    "Refill it up to (0: it is not refilled)": "Пополнять до (0 — не пополнять)",
    "Only a bin or shelf that is kept for one article is refilled": (
        "Пополняют только ячейку или полку, закреплённую за одним товаром"
    ),
    "At least is not more than at most, and that is what goes in": (
        "Минимум не больше максимума, а максимум не больше вместимости"
    ),
    "Saved. The tills hear of it at once.": "Сохранено. Кассы узнают об этом сразу.",
}
GERMAN = {
    "Refill it below": "Nachfüllen unter",
    "Refill it up to (0: it is not refilled)": "Nachfüllen bis (0: nicht nachfüllen)",
    "Only a bin or shelf that is kept for one article is refilled": (
        "Nachgefüllt wird nur ein Fach oder Regal, das für einen Artikel da ist"
    ),
    "At least is not more than at most, and that is what goes in": (
        "Mindestens ist nicht mehr als höchstens, und so viel muss hineingehen"
    ),
    "All of them are there already.": "Sie sind alle schon da.",
    "A place cannot be in itself": "Ein Platz kann nicht in sich selbst liegen",
    "A shop has one place for its customers": "Ein Geschäft hat einen Platz für seine Kunden",
    "Check code": "Prüfcode",
    "Divided by: {what}": "Unterteilt nach: {what}",
    "End this place": "Platz schließen",
    "For which goods": "Für welche Ware",
    "Goods lie at this place": "An diesem Platz liegt Ware",
    "Make bins": "Fächer anlegen",
    "Name the shop": "Nennen Sie das Geschäft",
    "No goods are put there any more.": "Dort wird keine Ware mehr abgelegt.",
    "Nothing is in it.": "Es ist nichts darin.",
    "On hand": "Bestand",
    "Pattern of their codes": "Muster der Codes",
    "Places": "Lagerplätze",
    "Places in it": "Plätze darin",
    "Products on hand": "Artikel im Bestand",
    "The last group of a range is its bins": "Die letzte Gruppe eines Musters sind die Fächer",
    "The places are made. The tills hear of it at once.": "Die Plätze sind angelegt. Die Kassen erfahren es sofort.",
    "The shop sells from this place, or to it": "Von diesem Platz oder auf ihn verkauft das Geschäft",
    "The way turns round at the end of each row": "Der Weg kehrt am Ende jeder Reihe um",
    "There is a place {what} already": "Den Platz {what} gibt es schon",
    "There is no place {what}": "Den Platz {what} gibt es nicht",
    "There is no place yet.": "Es gibt noch keinen Platz.",
    "There is no such place": "Diesen Platz gibt es nicht",
    "What a place is stays as it is once goods were there": (
        "Was ein Platz ist, bleibt so, sobald dort Ware gelegen hat"
    ),
    "What is in it": "Was darin ist",
    "What it is": "Art",
    "Whole warehouses come from a file: eckwms-server import places. Single places are made by programs (REST).": (
        "Ganze Lager kommen aus einer Datei: eckwms-server import places. Einzelne Plätze legen Programme an (REST)."
    ),
    "a group is {01..12} or {A..F}": "eine Gruppe schreibt man {01..12} oder {A..F}",
    "a group runs from a number to a number, or from a letter to a letter": (
        "eine Gruppe geht von Zahl zu Zahl oder von Buchstabe zu Buchstabe"
    ),
    "a group runs upwards": "eine Gruppe geht aufwärts",
    "a range has a group such as {01..12}, and at most 20000 places": (
        "ein Muster hat eine Gruppe wie {01..12} und höchstens 20000 Plätze"
    ),
    "Change this place": "Platz ändern",
    "Goods are put there": "Hier wird Ware abgelegt",
    "How much goes in (0: as much as one likes)": "Wie viel hineinpasst (0: beliebig viel)",
    "In which place": "In welchem Platz",
    "Level in the rack": "Ebene im Regal",
    "Number on the way of picking": "Nummer auf dem Kommissionierweg",
    "Number on the way of putting away": "Nummer auf dem Einlagerweg",
    "Only for article number": "Nur für Artikelnummer",
    "Saved. The tills hear of it at once.": "Gespeichert. Die Kassen erfahren es sofort.",
}
KINDS = {
    "site": ("Site", "Территория"),
    "zone": ("Zone", "Зона"),
    "aisle": ("Aisle", "Ряд"),
    "rack": ("Rack", "Стеллаж"),
    "level": ("Level", "Ярус"),
    "bin": ("Bin", "Ячейка"),
    "shelf": ("Shelf", "Полка"),
    "plate": ("Pallet", "Паллета"),
    "receiving": ("Receiving", "Приёмка"),
    "packing": ("Packing", "Упаковка"),
    "transit": ("On the way", "В пути"),
    "quarantine": ("Held back", "Карантин"),
    "waste": ("Waste", "Списание"),
    "lost_and_found": ("Lost and found", "Потери и находки"),
    "supplier": ("Suppliers", "Поставщики"),
    "customer": ("Customers", "Покупатели"),
    "repacking": ("Repacking", "Переупаковка"),
}
"""Kind of a place -> English, Russian."""
PLACE_CODES = {
    "Site": "Standort",
    "Zone": "Zone",
    "Aisle": "Gang",
    "Rack": "Regal",
    "Level": "Ebene",
    "Bin": "Fach",
    "Shelf": "Verkaufsregal",
    "Pallet": "Palette",
    "Receiving": "Wareneingang",
    "Packing": "Packplatz",
    "On the way": "Unterwegs",
    "Held back": "Gesperrt",
    "Waste": "Abfall",
    "Lost and found": "Verlust und Fund",
    "Repacking": "Umpacken",
    "Suppliers": "Lieferanten",
    "Customers": "Kunden",
    "Place made": "Platz angelegt",
    "Places made": "Plätze angelegt",
    "Place changed": "Platz geändert",
    "Place ended": "Platz geschlossen",
    "A plate was met": "Eine Palette wurde erfasst",
    "A plate was carried": "Eine Palette wurde umgestellt",
    "Two terminals say where plate {what} stands": "Zwei Terminals sagen Verschiedenes, wo Palette {what} steht",
    "Look where it is and carry it from there once more.": (
        "Sehen Sie nach, wo sie steht, und stellen Sie sie von dort noch einmal um."
    ),
}
"""German, by the English words of a code."""
