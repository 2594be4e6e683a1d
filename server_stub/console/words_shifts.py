"""The console's words in Russian about shifts and what each person sold in them."""

SHIFTS = {
    "Business day": "Рабочий день",
    "Debts paid": "Погашено долгов",
    "No shift of this day is here.": "Смен этого дня здесь нет.",
    "Nothing was sold in it yet.": "В ней ещё ничего не продано.",
    "Returns": "Возвраты",
    "Sales": "Продажи",
    "Shifts": "Смены",
    "Total": "Итого",
    "Voided": "Отменено",
    "difference {amount}": "расхождение {amount}",
    "shift {number}": "смена {number}",
    "still open": "ещё открыта",
    "{count} sales": "продаж: {count}",
}
