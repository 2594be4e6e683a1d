"""The console's words in Russian about counts."""

COUNTS = {
    "A section of places": "Участок мест",
    "Accept": "Принять",
    "Another till handed in goods that had moved before the count, and the count did not know of them. "
    "Accept, and the book is put right by so much.": (
        "Другая касса прислала движение товара, которое было до пересчёта и о котором он не знал. Примите, и "
        "учёт исправится на столько."
    ),
    "Book then": "По учёту тогда",
    "Came in late": "Пришло с опозданием",
    "Correction": "Поправка",
    "Count": "Пересчёт",
    "Count {number}": "Пересчёт {number}",
    "Counted": "Посчитано",
    "Counts": "Пересчёты",
    "Difference": "Разница",
    "Dismiss": "Оставить как есть",
    "Everything": "Всё",
    "It is decided. The tills hear of it at once.": "Решено. Кассы узнают об этом сразу.",
    "Lines at most": "Строк не больше",
    "More are shown when these are decided.": "Остальные появятся, когда будут решены эти.",
    "Moved since": "Движение с тех пор",
    "No count waits.": "Ни один пересчёт не ждёт решения.",
    "None of them": "Ни один",
    "Nothing came in late.": "С опозданием ничего не пришло.",
    "Order a count": "Назначить пересчёт",
    "Order the count": "Назначить",
    "Places of the section": "Места участка",
    "Say what to count, where, and how many lines": "Укажите, что считать, где и сколько строк",
    "Somebody decided it already": "Это уже кто-то решил",
    "The book is put right. The tills hear of it at once.": "Учёт исправлен. Кассы узнают об этом сразу.",
    "The book stays as it is.": "Учёт остаётся как есть.",
    "The count is ordered. The tills hear of it at once.": "Пересчёт назначен. Кассы узнают об этом сразу.",
    "There is no such count": "Такого пересчёта нет",
    "There is nothing to count.": "Считать нечего.",
    "There is nothing to decide there": "Там нечего решать",
    "Waiting for a decision": "Ждут решения",
    "What is doubtful": "Что вызывает сомнения",
    "What is due by its class": "Что подошло по классу ABC",
    "What to count": "Что считать",
    "Approve": "Одобрить",
    "Correction of stock": "Исправление остатка",
    "Decline": "Отклонить",
    "Somebody else has to approve it": "Одобрить должен другой человек",
    "Somebody wants to book this and may not alone, as it is worth too much. Nothing has moved yet.": (
        "Кто-то хочет провести это, но один не вправе: сумма выше его предела. Пока ничего не списано."
    ),
    "Waiting for an approval": "Ждут одобрения",
    "Write-off": "Списание",
    "at cost {amount}": "по себестоимости {amount}",
    "Would move": "Исправит на",
}
