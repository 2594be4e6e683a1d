"""The console's words in Russian about customers who were changed in two places."""

CLASHES = {
    "Which is right?": "Что верно?",
    "(empty)": "(пусто)",
    "This customer's data were erased.": "Данные этого покупателя стёрты.",
    "A till changed what was changed elsewhere meanwhile. What you choose reaches all tills; "
    "what you leave for later waits here.": (
        "Касса изменила то, что тем временем изменили в другом месте. Выбранное придёт на все кассы; "
        "отложенное подождёт здесь."
    ),
    "What": "Что",
    "Head office has": "В офисе",
    "The till wanted": "На кассе",
    "Decide": "Решить",
    "before: {value}": "было: {value}",
    "later": "позже",
    "Keep what is chosen": "Сохранить выбранное",
    "Nothing is left to decide here.": "Решать здесь больше нечего.",
    "Compare and decide": "Сравнить и решить",
    "Nothing was chosen": "Ничего не выбрано",
    "Nothing is to be decided there": "Там нечего решать: возможно, это уже решил кто-то другой",
    "This card is another customer's": "Эта карта принадлежит другому покупателю",
    "It is kept as you decided; the rest waits.": "Сохранено, как вы решили; остальное ждёт.",
    "It is kept as you decided, and the case is closed.": "Сохранено, как вы решили; вопрос закрыт.",
    "Customer card": "Карта покупателя",
    "Telephone": "Телефон",
    "E-mail": "Эл. почта",
    "Birthday": "День рождения",
}
