"""What cases say in detail: the sentence that the centre keeps, and how it is said in English, Russian and German.

A fact is named as its unit ends: `_milli` are thousandths, `_minor` the currency's smallest units.
"""

DETAILS = {
    "Counted at {at}; handed in late: {late_milli} thousandths that had moved before; the correction would be "
    "{off_milli}": (
        "Counted at {at}. {late_milli} that had moved before was handed in late; the correction would be {off_milli}.",
        "Посчитано {at}. О движении {late_milli} до этого касса сообщила поздно; поправка была бы {off_milli}.",
        "Gezählt um {at}. {late_milli} davor Bewegtes wurde zu spät gemeldet; die Korrektur wäre {off_milli}.",
    ),
    "More was paid with it than was on it: {over_minor} minor units": (
        "{over_minor} more was paid with it than was on it.",
        "По нему оплачено на {over_minor} больше, чем на нём было.",
        "Damit wurden {over_minor} mehr bezahlt, als darauf waren.",
    ),
    "Store credit {credit_minor}, account {account_minor} of {limit_minor} (minor units), points {points}": (
        "Store credit {credit_minor}, account {account_minor} with a limit of {limit_minor}, points {points}",
        "Аванс {credit_minor}, счёт {account_minor} при лимите {limit_minor}, баллы {points}",
        "Guthaben {credit_minor}, Kundenkonto {account_minor} bei einem Rahmen von {limit_minor}, Punkte {points}",
    ),
    "Known to expire on {known}, now told {told}": (
        "So far it expired on {known}; now {told} was told.",
        "До сих пор срок был {known}; теперь назван {told}.",
        "Bisher lief sie am {known} ab; nun wurde {told} genannt.",
    ),
    "The same {same}": ("The same: {same}", "Совпадает: {same}", "Gleich ist: {same}"),
    "Head office has it at {here}; the terminal met it at {there}": (
        "Head office has it at {here}; the till met it at {there}.",
        "По данным офиса она в {here}; касса встретила её в {there}.",
        "Laut Zentrale steht sie auf {here}; die Kasse traf sie auf {there} an.",
    ),
    "Head office has it at {here}; the terminal carried it to {there}": (
        "Head office has it at {here}; the till carried it to {there}.",
        "По данным офиса она в {here}; касса переместила её в {there}.",
        "Laut Zentrale steht sie auf {here}; die Kasse hat sie nach {there} gebracht.",
    ),
    "Sold more than once: {name}": (
        "Sold more than once: {name}",
        "Продано не один раз: {name}",
        "Mehrmals verkauft: {name}",
    ),
    "Nothing was taken for what was made": (
        "Nothing was taken for what was made: book what it was made of.",
        "Для сделанного ничего не взято: проведите, из чего оно.",
        "Für das Gemachte wurde nichts entnommen: buchen Sie, woraus es ist.",
    ),
    "Nothing was made of what was taken": (
        "Nothing was made of what was taken: book what came of it.",
        "Из взятого ничего не сделано: проведите, что получилось.",
        "Aus dem Entnommenen wurde nichts: buchen Sie, was daraus wurde.",
    ),
    "Scanned at a till, and no goods have it": (
        "It was scanned at a till.",
        "Его отсканировали на кассе.",
        "Er wurde an einer Kasse gescannt.",
    ),
    "Counted: {counts}; remarks: {remarks}": (
        "Counted (expected): {counts}. {remarks}",
        "Посчитано (ожидалось): {counts}. {remarks}",
        "Gezählt (erwartet): {counts}. {remarks}",
    ),
    "The terminal went on in a new journal behind entry {seq} of {journal}": (
        "The till went on in a new journal behind entry {seq} of {journal}.",
        "Касса продолжила в новом журнале после записи {seq} журнала {journal}.",
        "Die Kasse machte hinter Eintrag {seq} von {journal} in einem neuen Journal weiter.",
    ),
    "Two sales have the receipt number {number}": (
        "Look which of the two papers the customer has.",
        "Посмотрите, какой из двух чеков у покупателя.",
        "Sehen Sie nach, welchen der beiden Belege der Kunde hat.",
    ),
    "Given to {sku} at a till; it belongs to {owners}": (
        "A till gave it to {sku}; it belongs to {owners}.",
        "Касса дала его товару {sku}; он принадлежит {owners}.",
        "Eine Kasse gab ihn {sku}; er gehört zu {owners}.",
    ),
    "Wanted {wanted_milli}, picked {picked_milli} thousandths of line {n}": (
        "Line {n}: {wanted_milli} wanted, {picked_milli} picked",
        "Строка {n}: нужно {wanted_milli}, собрано {picked_milli}",
        "Zeile {n}: {wanted_milli} gewünscht, {picked_milli} gepickt",
    ),
    "{name}: picked for {orders}, and sold": (
        "{name}: picked for {orders}, and sold",
        "{name}: собрано для {orders} и продано",
        "{name}: für {orders} gepickt und verkauft",
    ),
    "{name}: picked for {orders}": (
        "{name}: picked for {orders}",
        "{name}: собрано для {orders}",
        "{name}: für {orders} gepickt",
    ),
    "{name}: received {times} times": (
        "{name}: received {times} times",
        "{name}: принято раз: {times}",
        "{name}: {times}-mal angenommen",
    ),
    "{name}: in the books at {places}": (
        "{name}: in the books at {places}",
        "{name}: числится в {places}",
        "{name}: laut Bestand auf {places}",
    ),
    "Coupon {code} was redeemed {used} times, {uses} were meant": (
        "Redeemed: {used}. Meant: {uses}.",
        "Погашен: {used}. Разрешено: {uses}.",
        "Eingelöst: {used}. Vorgesehen: {uses}.",
    ),
    "Coupon {code} was redeemed {used} times, more often by one customer than {uses}": (
        "Redeemed: {used}. One customer used it more often than {uses}.",
        "Погашен: {used}. Один покупатель применил его больше раз, чем {uses}.",
        "Eingelöst: {used}. Ein Kunde nutzte ihn öfter als {uses}.",
    ),
    "Line {n} was sold {sold_milli} and came back {back_milli} (thousandths)": (
        "Line {n}: {sold_milli} sold, {back_milli} came back",
        "Строка {n}: продано {sold_milli}, вернулось {back_milli}",
        "Zeile {n}: {sold_milli} verkauft, {back_milli} zurückgekommen",
    ),
    "One parked ticket was paid more than once: {paid} (minor units)": (
        "It was paid as: {paid}",
        "Оплачено так: {paid}",
        "Bezahlt wurde: {paid}",
    ),
    "This terminal's disk exists twice: both copies have written entry {seq}. Enrol both again.": (
        "This till's disk exists twice: both copies have written entry {seq}.",
        "Диск этой кассы есть дважды: обе копии сделали запись {seq}.",
        "Die Platte dieser Kasse gibt es doppelt: Beide Kopien haben Eintrag {seq} geschrieben.",
    ),
    "A blocked terminal handed in entries; they count when it is unblocked.": (
        "They count when it is let in again.",
        "Они учтутся, когда её снова впустят.",
        "Sie zählen, sobald sie wieder eingelassen wird.",
    ),
    "It was decided already, and otherwise; the first decision stands.": (
        "The first decision stands.",
        "Действует первое решение.",
        "Es gilt die erste Entscheidung.",
    ),
    "A machine with another key asked to be this device; its key reads {key}. If it replaces the old one, "
    "issue a token for this very device.": (
        "A machine asked to be this device; its key reads {key}. If it replaces the old one, make an invitation for "
        "this very device.",
        "Компьютер назвался этим устройством; его ключ: {key}. Если он заменяет прежний, сделайте приглашение "
        "именно для этого устройства.",
        "Ein Rechner gab sich als dieses Gerät aus; sein Schlüssel lautet {key}. Ersetzt er den alten, laden Sie "
        "genau dieses Gerät ein.",
    ),
    "A server at {ip} asked to be this instance with another key.": (
        "It asked from {ip}.",
        "Запрос пришёл с {ip}.",
        "Die Anfrage kam von {ip}.",
    ),
    "The daily backup failed: {why}": ("It said: {why}", "Сообщение: {why}", "Meldung: {why}"),
    "{action} of {amount_minor} minor units of {currency} taken as done: {why}": (
        "{action} of {amount_minor}, taken as done: {why}",
        "{action} {amount_minor}, сочтено состоявшимся: {why}",
        "{action} von {amount_minor}, als erfolgt gewertet: {why}",
    ),
    "{action} of {amount_minor} minor units of {currency} taken as not done: {why}": (
        "{action} of {amount_minor}, taken as not done: {why}",
        "{action} {amount_minor}, сочтено несостоявшимся: {why}",
        "{action} von {amount_minor}, als nicht erfolgt gewertet: {why}",
    ),
    "entry {seq}: {reason}": ("Entry {seq}: {reason}", "Запись {seq}: {reason}", "Eintrag {seq}: {reason}"),
}
"""As the centre writes it -> as the console says it. A longer one stands before the one that it begins like."""

REASONS = {
    "no valid signature covers it": ("no valid signature covers it", "нет верной подписи", "keine gültige Signatur"),
    "content does not match its hash": (
        "its content was changed",
        "содержимое изменено",
        "der Inhalt wurde verändert",
    ),
    "does not follow the entry before it": (
        "it does not follow the entry before it",
        "не продолжает предыдущую запись",
        "schließt nicht an den Eintrag davor an",
    ),
    "belongs to another terminal or incarnation": (
        "it belongs to another till or journal",
        "относится к другой кассе или журналу",
        "gehört zu einer anderen Kasse oder einem anderen Journal",
    ),
    "needs a newer version of the centre: {fact}": (
        "the centre needs a newer version for it",
        "для неё нужна более новая версия сервера",
        "dafür braucht die Zentrale eine neuere Version",
    ),
    "what it decides is not here": (
        "what it decides is not here",
        "нет того, о чём решают",
        "worüber entschieden wird, ist nicht hier",
    ),
    "who asked for it approved it": (
        "who asked for it approved it",
        "одобрил тот, кто запросил",
        "genehmigt hat, wer es beantragt hat",
    ),
    "the shop {shop} is not known": (
        "the shop {shop} is not known",
        "магазин {shop} неизвестен",
        "die Filiale {shop} ist unbekannt",
    ),
    "there is no such plate": ("there is no such plate", "такой паллеты нет", "es gibt diese Palette nicht"),
    "there is no such customer": (
        "there is no such customer",
        "такого покупателя нет",
        "es gibt diesen Kunden nicht",
    ),
    "the customer is another shop's": (
        "the customer is another shop's",
        "это покупатель другого магазина",
        "der Kunde gehört einer anderen Filiale",
    ),
    "the tax sums do not add up to the total": (
        "the taxes do not add up to the total",
        "налоги не сходятся с итогом",
        "die Steuern ergeben nicht die Summe",
    ),
    "the lines do not add up to the total": (
        "the lines do not add up to the total",
        "строки не сходятся с итогом",
        "die Zeilen ergeben nicht die Summe",
    ),
    "the payments less change are not the total": (
        "the payments less change are not the total",
        "оплаты без сдачи не равны итогу",
        "Zahlungen ohne Rückgeld ergeben nicht die Summe",
    ),
    "the shift is not here": ("the shift is not here", "смены здесь нет", "die Schicht ist nicht hier"),
    "the shift is not here or is closed already": (
        "the shift is not here, or closed already",
        "смены здесь нет, или она уже закрыта",
        "die Schicht ist nicht hier oder schon geschlossen",
    ),
    "the sale is not here or is voided already": (
        "the sale is not here, or voided already",
        "продажи здесь нет, или она уже отменена",
        "der Verkauf ist nicht hier oder schon storniert",
    ),
    "attachment {name} has not arrived": (
        "its attachment has not arrived",
        "вложение ещё не пришло",
        "der Anhang ist noch nicht angekommen",
    ),
    "a movement moves nothing": (
        "a movement moves nothing",
        "движение ничего не двигает",
        "eine Bewegung bewegt nichts",
    ),
}
"""Why an entry was not booked or did not land; what has no words here is told as support knows it."""

WORDS = {
    "charge": ("Charge", "Списание", "Belastung"),
    "refund": ("Refund", "Возмещение", "Erstattung"),
    "card": ("customer card", "карта покупателя", "Kundenkarte"),
    "phone": ("telephone", "телефон", "Telefon"),
    "e-mail": ("e-mail", "эл. почта", "E-Mail"),
    "uncounted": ("Nobody counted the drawer.", "Ящик не пересчитывали.", "Niemand hat die Kasse gezählt."),
    "unapproved": (
        "Nobody was there to allow it.",
        "Разрешить было некому.",
        "Niemand war da, um es zu erlauben.",
    ),
}
METHODS = {
    "cash": ("cash", "наличные", "bar"),
    "card": ("card", "карта", "Karte"),
    "gift": ("gift certificate", "сертификат", "Gutschein"),
    "account": ("on account", "в долг", "auf Rechnung"),
    "credit": ("store credit", "аванс", "Guthaben"),
    "points": ("points", "баллы", "Punkte"),
}
