"""The console's words about coupons, promotions, price lists and pictures made by hand, in Russian."""

MAKING = {
    # coupons
    "Make coupons": "Создать купоны",
    "Make": "Создать",
    "These as a file": "Эти — файлом",
    "All coupons": "Все купоны",
    "Promotion that asks for a coupon": "Акция, которой нужен купон",
    "No promotion asks for a coupon.": "Нет акций, которым нужен купон.",
    "New promotion with a coupon": "Новая акция с купоном",
    "How many codes, {most} at most": "Сколько кодов, не больше {most}",
    "The code; of a series, what every code begins with. Empty: a random one": (
        "Код; у серии — начало каждого кода. Пусто: случайный"
    ),
    "How often each code holds, 0 for any number": "Сколько раз действует каждый код, 0 — без ограничения",
    "How often for one customer, 0 for any number": "Сколько раз для одного покупателя, 0 — без ограничения",
    "First day": "Первый день",
    "Last day": "Последний день",
    "A series begins with 35 signs at most": "Начало серии — не больше 35 знаков",
    "A series has 1 to 5000 codes": "В серии от 1 до 5000 кодов",
    "A code is 3 to 48 letters, digits and dashes": "Код — от 3 до 48 латинских букв, цифр и дефисов",
    "This is no number": "Это не число",
    "This is no number or no day": "Это не число или не день",
    "The coupon ends before it starts": "Купон кончается раньше, чем начинается",
    "There is no such promotion": "Такой акции нет",
    "holds": "действует",
    "withdrawn": "отозван",
    "any number": "сколько угодно",
    "Receipt": "Чек",
    "At": "Когда",
    "Nobody has redeemed it.": "Никто его не погасил.",
    "Coupons come from a file too: eckwms-server import coupons, and by programs (REST).": (
        "Купоны приходят и файлом: eckwms-server import coupons, и от программ (REST)."
    ),
    # promotions
    "New promotion": "Новая акция",
    "A part of the name": "Часть названия",
    "No promotion is called so.": "Акции с таким названием нет.",
    "switched on": "включена",
    "switched off": "выключена",
    "All of this promotion": "Все купоны этой акции",
    "redeemed {used} times, last on {day}": "погашений: {used}, последнее {day}",
    "Per cent": "Проценты",
    "Amount off": "Сумма скидки",
    "Fixed price": "Твёрдая цена",
    "Buy some, get more": "Купи и получи",
    "From a total on": "От суммы чека",
    "Happy hour": "Счастливый час",
    "This cannot be kept: {what}": "Это нельзя сохранить: {what}",
    "Name, as the receipt has it": "Название, как в чеке",
    "Either per cent or an amount.": "Или проценты, или сумма.",
    "only of the very same goods": "только того же самого товара",
    "Amounts are in {currency}.": "Суммы в {currency}.",
    "What this kind gives is changed by a file (eckwms-server import promotions) or by programs (REST).": (
        "Что даёт акция этого вида, меняют файлом (eckwms-server import promotions) или программами (REST)."
    ),
    (
        "Mix and match, combos and birthdays are made from a file (eckwms-server import promotions) "
        "or by programs (REST)."
    ): (
        "Наборы на выбор, комбо и дни рождения создают файлом (eckwms-server import promotions) или программами (REST)."
    ),
    "Of which goods; of all when nothing is chosen": "На какие товары; на все, если ничего не выбрано",
    "Until, 00:00 for the whole day": "До; 00:00 — весь день",
    "No day chosen: every day.": "Дни не выбраны: каждый день.",
    "Beside others": "Рядом с другими",
    "alone: no other promotion on the same goods": "без других: на те же товары других акций нет",
    "Per cent off": "Скидка в процентах",
    "Price of one": "Цена за штуку",
    "So many are bought": "Сколько покупают",
    "So many more are given": "Сколько ещё дают",
    "From this total of the receipt on": "От такой суммы чека",
    "No more than this, 0 for no limit": "Не больше этого, 0 — без предела",
    "Priority, the lower goes first": "Очередь: меньшее число — раньше",
    "How often in one receipt, 0 for any number": "Сколько раз в одном чеке, 0 — без ограничения",
    "From": "С",
    "Until": "До",
    "Groups of customers, a comma between them; empty for everybody": (
        "Группы покупателей через запятую; пусто — для всех"
    ),
    "Article numbers, a space between them": "Артикулы через пробел",
    "This kind is not made by hand": "Акции этого вида вручную не создают",
    "it ends before it starts": "кончается раньше, чем начинается",
    "percent is more than 100": "больше 100 процентов",
    "it begins and ends at the same minute": "начинается и кончается в ту же минуту",
    "percent is missing": "не указан процент",
    "amount is missing": "не указана сумма",
    "unit_price is missing": "не указана цена",
    "buy, get or percent is missing": "не указано, сколько купить, получить или процент",
    "give either percent or amount": "укажите или процент, или сумму",
    # price lists
    "Price lists": "Прайс-листы",
    "Price list": "Прайс-лист",
    "Prices": "Цены",
    "{count} customers": "покупателей: {count}",
    "everybody in {shop}": "все в магазине {shop}",
    "There is no price list.": "Прайс-листов нет.",
    "There is no such price list": "Такого прайс-листа нет",
    "New price list": "Новый прайс-лист",
    (
        "Many prices at once come from a file: eckwms-server import prices. "
        "A customer's list is set by import customers or by programs (REST)."
    ): (
        "Много цен сразу приходят файлом: eckwms-server import prices. "
        "Прайс-лист покупателя задают import customers или программы (REST)."
    ),
    "Article number": "Артикул",
    "Article number, or a part of the name": "Артикул или часть названия",
    "Usual price": "Обычная цена",
    "Price by this list": "Цена по листу",
    "from {quantity}: {price}": "от {quantity}: {price}",
    "No price fits.": "Ничего не найдено.",
    "There is no price in it yet.": "Цен в нём пока нет.",
    "Set a price": "Задать цену",
    "Price in {currency}, and from which quantity another one": "Цена в {currency} и с какого количества другая",
    "Prices are written as 2.50, 6=2.30, 24=2.10": "Цены пишут так: 2.50, 6=2.30, 24=2.10",
    "Name or day cannot be read": "Название или день не читаются",
    "There is a price list {what} already": "Прайс-лист {what} уже есть",
    "There is a coupon {what} already": "Купон {what} уже есть",
    "There is no product {what}": "Товара {what} нет",
    "The list ends before it starts": "Лист кончается раньше, чем начинается",
    # pictures
    "Pictures": "Изображения",
    "What became of the files": "Что стало с файлами",
    "File": "Файл",
    "Why not": "Почему нет",
    "{read} files: {added} new pictures, {changed} changed, {unchanged} as they were, {bad} not taken": (
        "Файлов: {read}; новых: {added}, изменено: {changed}, без изменений: {unchanged}, не принято: {bad}"
    ),
    "{count} more are not shown.": "Ещё {count} не показано.",
    "{pictured} of {goods} goods have a picture.": "Изображение есть у {pictured} товаров из {goods}.",
    "ZIP archive of JPEG, PNG or WebP files, each named by article number or barcode": (
        "ZIP-архив файлов JPEG, PNG или WebP; имя файла — артикул или штрихкод"
    ),
    "Take in": "Принять",
    (
        "{most} files and {megabytes} MiB at most, 10 MiB a picture. "
        "A larger archive: eckwms-server import pictures FILE.zip"
    ): (
        "Не больше {most} файлов и {megabytes} МиБ, изображение — до 10 МиБ. "
        "Архив побольше: eckwms-server import pictures FILE.zip"
    ),
    "Choose an archive first": "Сначала выберите архив",
    "This is no ZIP archive that can be read.": "Это не ZIP-архив, который можно прочитать.",
    "The archive holds too many files.": "В архиве слишком много файлов.",
    "is named by no article number and no barcode": "имя — не артикул и не штрихкод",
    "is a second picture of the same product": "второе изображение того же товара",
    "Only JPEG, PNG and WebP pictures are taken": "Принимаются только JPEG, PNG и WebP",
    "The picture has too many pixels": "В изображении слишком много точек",
    "The picture has more than 10 MiB": "Изображение больше 10 МиБ",
    "It is encrypted, or packed in a way that is not taken": (
        "Зашифровано или упаковано способом, который не принимается"
    ),
    "The file is damaged": "Файл повреждён",
    "The archive unpacks to too much; send it in parts": "Архив слишком велик в распакованном виде; пришлите частями",
}
