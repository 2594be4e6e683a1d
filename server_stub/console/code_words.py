"""Codes in words: kinds of cases as the tills say them too, kinds of facts, and what the audit log notes."""

from server_stub.console import words_goods, words_orders, words_places
from server_stub.console.german_codes import GERMAN_CODES

CASES = {
    "quarantine": ("Head office could not book: {what}", "Офис не смог провести: {what}"),
    "entry.refused": ("Head office did not take: {what}", "Офис не принял: {what}"),
    "entry.too_large": ("Larger than head office takes: {what}", "Больше, чем принимает офис: {what}"),
    "over_returned": (
        "More came back than was sold with receipt {what}",
        "По чеку {what} вернули больше, чем продано",
    ),
    "count.late": (
        "A count did not know what another till had moved before it: {what}",
        "Пересчёт не знал о движении, которое до него сделала другая касса: {what}",
    ),
    "count.decided_twice": (
        "A count was decided twice, and differently: {what}",
        "О пересчёте решили дважды, и по-разному: {what}",
    ),
    "approval.decided_twice": (
        "An approval was decided twice, and differently: {what}",
        "Об одобрении решили дважды, и по-разному: {what}",
    ),
    "stock.negative": ("More went than the book has: {what}", "Ушло больше, чем числится: {what}"),
    "order.over_picked": (
        "More was picked than the order wants: {what}",
        "Собрано больше, чем нужно по заданию: {what}",
    ),
    "mark.twice": (
        "One marked piece was picked or sold twice: {what}",
        "Один маркированный товар собран или продан дважды: {what}",
    ),
    "transfer.difference": (
        "Not everything arrived as another shop had sent it: {what}",
        "Пришло не всё, что отправил другой магазин: {what}",
    ),
    "lot.expiry": ("Two expiry dates were told for lot {what}", "Для партии {what} названы два срока годности"),
    "plate.elsewhere": (
        "Two terminals say where plate {what} stands",
        "Два терминала по-разному говорят, где стоит паллета {what}",
    ),
    "goods.repacked": (
        "Goods were made of nothing, or nothing of goods: {what}",
        "Товар сделан из ничего или ничего из товара: {what}",
    ),
    "receipt.twice": ("Two sales have the receipt number {what}", "Две продажи с номером чека {what}"),
    "parked.twice": (
        "A parked sale was paid more than once: {what}",
        "Отложенная продажа оплачена не один раз: {what}",
    ),
    "serial.twice": ("One serial number was sold twice: {what}", "Один серийный номер продан дважды: {what}"),
    "code.clash": ("Other goods have the code {what} already", "Код {what} уже есть у другого товара"),
    "code.unknown": ("No goods have the code {what}", "Ни у одного товара нет кода {what}"),
    "coupon_overspent": ("A coupon was redeemed too often: {what}", "Купон погашен слишком много раз: {what}"),
    "card.settled": ("A card payment was decided by hand: {what}", "О платеже картой решил человек: {what}"),
    "gift_overspent": (
        "More was paid than was on a gift certificate: {what}",
        "По сертификату оплачено больше, чем на нём было: {what}",
    ),
    "purse_overspent": (
        "A customer spent more than was there: {what}",
        "Покупатель потратил больше, чем у него было: {what}",
    ),
    "customer.twice": (
        "One customer may be here twice: {what}",
        "Возможно, один покупатель записан дважды: {what}",
    ),
    "customer.clash": (
        "A customer was changed in two places: {what}",
        "Данные покупателя изменены в двух местах: {what}",
    ),
    "shift.unapproved": ("A shift was closed without approval: {what}", "Смена закрыта без разрешения: {what}"),
    "fork": ("A second copy of this till has written", "Писала вторая копия этой кассы"),
    "journal.fork": ("A second copy of this till has written", "Писала вторая копия этой кассы"),
    "journal.broken": ("An entry of the journal is damaged", "Повреждена запись журнала"),
    "journal.checked": ("The journal does not hold from here on: {what}", "Журнал не сходится начиная отсюда: {what}"),
    "journal.rewound": ("The journal was shorter than before", "Журнал стал короче, чем был"),
    "journal.restored": ("The till was restored from a backup", "Касса восстановлена из копии"),
    "journal.replaced": ("New hardware took over this till", "Кассу приняло новое оборудование"),
    "device.blocked_entries": ("A closed till has handed in entries", "Закрытая касса передала записи"),
    "device.other_key": ("A known device has come with another key", "Знакомое устройство пришло с другим ключом"),
    "instance.other_key": ("A known server has come with another key", "Знакомый сервер пришёл с другим ключом"),
    "backup.failed": ("The daily backup of head office failed", "Ежедневная копия в офисе не удалась"),
}
"""Kind of a case -> its title; `{what}` is the receipt or entry. A test compares them with the till's words."""

STEP_OF = {
    **dict.fromkeys(("device.other_key", "device.blocked_entries"), "devices"),
    **dict.fromkeys(("entry.refused", "journal.broken", "journal.checked"), "support"),
    **dict.fromkeys(("entry.too_large", "instance.other_key", "backup.failed"), "server"),
    **dict.fromkeys(("fork", "journal.fork"), "copy"),
    "code.unknown": "goods",
    "code.clash": "goods",
    "plate.elsewhere": "plate",
    **dict.fromkeys(("journal.rewound", "journal.restored", "journal.replaced"), "anew"),
}
"""Kind of a case -> who does what about it, where that is not said by the buttons under it."""

STEPS = {
    "todo.devices": (
        "A manager lets it in or keeps it out, in the console under Tills.",
        "Старший впускает или нет: консоль, раздел «Кассы».",
    ),
    "todo.support": ("Tell support; selling goes on.", "Сообщите в поддержку; продажи идут."),
    "todo.server": ("Tell whoever runs the server.", "Сообщите тому, кто ведёт сервер."),
    "todo.plate": (
        "Look where it is and carry it from there once more.",
        "Посмотрите, где она, и переместите её оттуда ещё раз.",
    ),
    "todo.goods": (
        "The office adds the goods, or closes this in the console.",
        "Офис добавляет товар или закрывает вопрос в консоли.",
    ),
    "todo.copy": (
        "Find the other copy and stop it; then both are registered again.",
        "Найдите и остановите вторую копию; затем обе регистрируют заново.",
    ),
    "todo.anew": (
        "The till went on in a new journal by itself. A manager should know why.",
        "Касса сама продолжила в новом журнале. Старший должен знать почему.",
    ),
}

FACTS = {
    "journal.opened": ("A till began a journal", "Касса начала журнал"),
    "shift.opened": ("A shift was opened", "Смена открыта"),
    "shift.closed": ("A shift was closed", "Смена закрыта"),
    "sale.completed": ("A sale was made", "Продажа совершена"),
    "sale.voided": ("A sale was taken back", "Продажа отменена"),
    "drawer.opened": ("A drawer was opened", "Денежный ящик открыт"),
    "staff.signed_in": ("Somebody signed in at a till", "Вход сотрудника на кассе"),
    "stock.adjusted": ("Stock was corrected", "Остаток исправлен"),
    "goods.moved": ("Goods were moved", "Товар перемещён"),
    "stock.counted": ("Goods were counted", "Товар пересчитан"),
    "count.decided": ("A count was decided", "По пересчёту принято решение"),
    "goods.asked": ("An approval was asked for", "Запрошено одобрение"),
    "goods.decided": ("An approval was decided", "По запросу одобрения принято решение"),
    "order.taken": ("An order was begun or left", "Задание взято в работу или оставлено"),
    "place.made": ("A plate was met", "Встретилась паллета"),
    "place.moved": ("A plate was carried", "Паллета перенесена"),
    "receipt.copied": ("A receipt was printed again", "Чек напечатан повторно"),
    "invoice.issued": ("An invoice was issued", "Выставлен счёт"),
    "sale.fiscalised": ("A sale was signed by a fiscal device", "Продажа подписана фискальным устройством"),
    "customer.registered": ("A customer was made at the till", "Покупатель записан на кассе"),
    "customer.changed": ("A customer was changed at the till", "Данные покупателя изменены на кассе"),
    "code.bound": ("A code was given to goods", "Код привязан к товару"),
    "code.unknown": ("A code was scanned that no goods have", "Отсканирован код, которого нет ни у одного товара"),
    "card.settled": ("A card payment was decided by hand", "О платеже картой решил человек"),
    "webhook.test": ("A test", "Проверка"),
}

ACTIONS = {
    "approval.decided": ("Approval decided", "Решено об одобрении"),
    "bundle.download": ("Support bundle taken", "Пакет для поддержки забран"),
    "bundle.receive": ("Support bundle came in", "Пакет для поддержки получен"),
    "bundle.refuse": ("Support bundle refused at the till", "В пакете для поддержки отказано на кассе"),
    "bundle.request": ("Support bundle asked for", "Запрошен пакет для поддержки"),
    "case.close": ("Case closed", "Вопрос закрыт"),
    "case.reopen": ("Case opened again", "Вопрос открыт снова"),
    "customer.adjusted": ("Customer's account put right", "Счёт покупателя исправлен"),
    "customer.asked": ("Customer's data told to a till", "Данные покупателя сообщены кассе"),
    "customer.decided": ("Customer changed in two places: decided", "Покупатель изменён в двух местах: решено"),
    "customer.erased": ("Customer's data erased", "Данные покупателя стёрты"),
    "customer.exported": ("Customer's data exported", "Данные покупателя выгружены"),
    "device.active": ("Till let in", "Касса допущена"),
    "device.approve": ("Till let in", "Касса допущена"),
    "device.block": ("Till blocked", "Касса заблокирована"),
    "device.blocked": ("Till blocked", "Касса заблокирована"),
    "device.pending": ("Till put back to waiting", "Касса снова ждёт разрешения"),
    "device.retired": ("Till taken out of service", "Касса снята с работы"),
    "device.unblock": ("Till unblocked", "Касса разблокирована"),
    "escrow.given": ("Key of a till's database given back", "Выдан ключ базы кассы"),
    "gift.changed": ("Gift certificate changed", "Подарочный сертификат изменён"),
    "gift.issued": ("Gift certificate issued", "Подарочный сертификат выдан"),
    "instance.active": ("Server let in", "Сервер допущен"),
    "instance.blocked": ("Server blocked", "Сервер заблокирован"),
    "instance.forgotten": ("Server forgotten", "Сервер забыт"),
    "job.discard": ("Job given up", "От задания отказались"),
    "job.retry": ("Job tried again", "Задание повторено"),
    "journal.verify": ("Journals verified", "Журналы проверены"),
    "key.created": ("API key made", "Ключ API создан"),
    "key.revoked": ("API key revoked", "Ключ API отозван"),
    "pairing.code": ("Code for a till made", "Создан код для кассы"),
    "pairing.drawn": ("QR code for a till made", "Создан QR-код для кассы"),
    "policy.changed": ("Policy changed", "Правила изменены"),
    "place.added": ("Place made", "Место создано"),
    "place.changed": ("Place changed", "Место изменено"),
    "place.ended": ("Place ended", "Место закрыто"),
    "place.range": ("Places made", "Места созданы"),
    "board.added": ("Board made", "Доска создана"),
    "board.changed": ("Board changed", "Доска изменена"),
    "board.removed": ("Board removed", "Доска удалена"),
    "boards.exported": ("Boards exported", "Доски выгружены"),
    "boards.written": ("Boards laid out", "Доски разложены"),
    "products.pictured": ("Pictures of goods taken in", "Приняты изображения товаров"),
    "product.pictured": ("Picture of a product changed", "Изображение товара изменено"),
    "coupon.added": ("Coupon made", "Купон создан"),
    "coupon.changed": ("Coupon changed", "Купон изменён"),
    "coupons.made": ("Series of coupons made", "Создана серия купонов"),
    "coupon.switched": ("Coupon withdrawn or let hold again", "Купон отозван или возвращён"),
    "coupon.ended": ("Coupon ended", "Купон завершён"),
    "coupon.removed": ("Coupon removed", "Купон удалён"),
    "coupon.taken_back": ("Coupon brought back", "Купон возвращён"),
    "coupons.exported": ("Coupons exported", "Купоны выгружены"),
    "order.added": ("Order of the warehouse made", "Задание склада создано"),
    "supply.bundled": ("Orders put into a supply", "Задания включены в поставку"),
    "supply.closed": ("Supply closed", "Поставка закрыта"),
    "order.ended": ("Order of the warehouse ended", "Задание склада завершено"),
    "order.released": ("Order of the warehouse put on top", "Задание склада выдано вне очереди"),
    "order.cancelled": ("Order of the warehouse cancelled", "Задание склада отменено"),
    "price_list.added": ("Price list made", "Прайс-лист создан"),
    "price_list.changed": ("Price list changed", "Прайс-лист изменён"),
    "price_list.priced": ("Prices of a list set", "Заданы цены прайс-листа"),
    "price_list.ended": ("Price list ended", "Прайс-лист завершён"),
    "price_list.taken_back": ("Price list brought back", "Прайс-лист возвращён"),
    "price_list.removed": ("Price list removed", "Прайс-лист удалён"),
    "promotion.added": ("Promotion made", "Акция создана"),
    "promotion.changed": ("Promotion changed", "Акция изменена"),
    "promotion.ended": ("Promotion ended", "Акция завершена"),
    "promotion.taken_back": ("Promotion brought back", "Акция возвращена"),
    "promotion.removed": ("Promotion removed", "Акция удалена"),
    "promotion.switched": ("Promotion switched on or off", "Акция включена или выключена"),
    "promotions.exported": ("Promotions exported", "Акции выгружены"),
    "prices.exported": ("Prices exported", "Цены выгружены"),
    "quarantine.replay": ("Quarantine tried again", "Карантин повторён"),
    "refresh.reused": ("A stolen sign-in was ended", "Украденный вход прекращён"),
    "sign_in.done": ("Signed in", "Вход"),
    "sign_in.ended": ("Signed out", "Выход"),
    "sign_in.failed": ("Sign-in failed", "Неудачный вход"),
    "token.created": ("Enrolment token made", "Код регистрации создан"),
    "user.disable": ("Person let out", "Доступ сотрудника закрыт"),
    "shop.changed": ("Terms of a shop changed", "Изменены условия магазина"),
    "user.badge": ("Badge given or taken", "Выдан или изъят бейдж"),
    "user.disabled": ("Person let out", "Доступ сотрудника закрыт"),
    "user.enable": ("Person let in again", "Доступ сотрудника возвращён"),
    "user.password": ("Password changed", "Пароль изменён"),
    "user.role": ("Role changed", "Роль изменена"),
    "user.saved": ("Person added or changed", "Сотрудник добавлен или изменён"),
    "webhook.added": ("Webhook added", "Вебхук добавлен"),
    "webhook.changed": ("Webhook changed", "Вебхук изменён"),
    "webhook.removed": ("Webhook removed", "Вебхук удалён"),
    "webhook.tested": ("Webhook tried", "Вебхук проверен"),
    "release.announced": ("Newer version announced", "Объявлена новая версия"),
}

_KINDS = {"case": CASES, "fact": FACTS, "action": ACTIONS, "todo": STEPS} | {
    "report": words_goods.REPORTS,
    "column": words_goods.COLUMNS,
    "order": words_orders.KINDS,
    "deviation": words_orders.DEVIATIONS,
    "place": words_places.KINDS,
}


def name_code(language: str, kind: str, code: str) -> str:
    """Give the words of a code of one of the tables above; what has none is named by itself."""
    words = _KINDS[kind].get(code)
    if words is None:
        return code
    english, russian = words
    return {"ru": russian, "de": GERMAN_CODES.get(english, english)}.get(language, english)
