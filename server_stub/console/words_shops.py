"""The console's words about shops and coupons in Russian, by the English sentence."""

SHOPS = {
    "The code begins with": "Код начинается с",
    "Search": "Искать",
    "Code": "Код",
    "Redeemed": "Погашен",
    "Per customer": "На покупателя",
    "Withdraw": "Отозвать",
    "Let it hold again": "Вернуть в действие",
    "No coupon fits.": "Подходящих купонов нет.",
    "There is no such coupon yet.": "Таких купонов пока нет.",
    "There is no such coupon": "Такого купона нет",
    "Shops": "Магазины",
    "Address": "Адрес",
    "Currency": "Валюта",
    "Time zone": "Часовой пояс",
    "Tax number": "ИНН",
    "More": "Ещё",
    "There is no shop yet.": "Магазинов пока нет.",
    "There is no such shop": "Такого магазина нет",
    "Offers": "Предложения",
    "Promotions that want the same goods": "Акции на одни и те же товары",
    "the best for the customer": "лучшая для покупателя",
    "by priority": "по приоритету",
    "Prices of who has no list of their own": "Цены тех, у кого нет своего прайс-листа",
    "the catalogue's": "из каталога",
    "How often a till redeems one limited coupon unasked, 0 for any number": (
        "Сколько раз касса погашает один купон без запроса, 0 — сколько угодно"
    ),
    "Goods sold in the other shops come back here too": "Принимать товары, проданные в других магазинах",
    "What comes back in a ticket when nobody can look the receipt up": (
        "На какую сумму вернут по чеку, который не найти"
    ),
    "Paying": "Оплата",
    "Country whose rule rounds cash, empty for the shop's own": (
        "Страна, по правилу которой округляют наличные; пусто — правило магазина"
    ),
    "Foreign cash and what one unit of it is worth": "Иностранные наличные и сколько стоит единица",
    "What one gift certificate pays unasked": "Сколько один сертификат оплачивает без запроса",
    "What one customer pays by store credit, on account or with points unasked": (
        "Сколько покупатель платит депозитом, в кредит или баллами без запроса"
    ),
    "A point is earned for each so much, 0 for none": "За какую сумму начисляется балл, 0 — не начисляется",
    "What a point pays, 0 for nothing": "Сколько оплачивает балл, 0 — ничего",
    "Customers may put money into store credit": "Покупатели могут вносить деньги на баланс",
    "A gift certificate may pay a debt": "Сертификат может оплатить долг",
    "Tips": "Чаевые",
    "Tips are taken, beside the total": "Чаевые принимаются сверх итога",
    "Per cent that are offered": "Предлагаемые проценты",
    "in cash": "наличными",
    "by card": "картой",
    "Stock": "Запасы",
    "A document takes more from a place than the books have there": ("Документ берёт с места больше, чем там числится"),
    "Who picks for an order scans": "При подборе по заданию сканируют",
    "Who refills a pick face scans": "При пополнении ячейки сканируют",
    "every piece, or how many": "каждую штуку или количество",
    "the goods once": "товар один раз",
    "the place alone": "только место",
    "Where the place is enough, goods that lie there by mistake pass unseen.": (
        "Если достаточно места, чужой товар в ячейке останется незамеченным."
    ),
    "Lots, serial numbers, marks and weights are always scanned.": (
        "Партии, серийные номера, марки и вес сканируют всегда."
    ),
    "that is all right": "это допустимо",
    "whoever does it is told": "с предупреждением",
    "it is refused": "запрещено",
    "Goods come in that expire sooner than is wanted of them": "Поступил товар со слишком близким сроком годности",
    "it needs a reason and somebody's word": "нужна причина и разрешение",
    "Why goods may be written off; without any the tills have reasons of their own.": (
        "Почему можно списывать товар; без списка у касс свои причины."
    ),
    "with a note": "с пояснением",
    "with a photo": "с фото",
    "somebody has to allow it": "с разрешения",
    "A difference beyond one of these is counted again by somebody else and waits for a person; 0 is no limit.": (
        "Расхождение сверх любого из этих пределов пересчитывает другой, и решает человек; 0 — без предела."
    ),
    "Per cent of what the book said": "Процент от учётного количества",
    "Pieces, kilograms, metres": "Штуки, килограммы, метры",
    "Worth at the catalogue's price": "Стоимость по цене каталога",
    "So many lines are ordered to be counted every day, by class and by when they were last, 0 for none": (
        "Сколько строк пересчитывать каждый день: по классу и давности счёта, 0 — нисколько"
    ),
    "Who takes the last goods of a bin is asked whether it is empty": (
        "Кто взял из ячейки последнее, отвечает, пуста ли она"
    ),
    "A bin is counted after so many documents that took goods from it, 0 for never": (
        "Пересчитывать ячейку после стольких документов отбора из неё, 0 — никогда"
    ),
    "Only an administrator changes a shop.": "Магазин изменяет только администратор.",
}
