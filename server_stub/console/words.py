"""The console's words in Russian, by the English sentence that the pages are written with."""

from server_stub.console.words_claims import RUSSIAN as CLAIMS
from server_stub.console.words_clashes import CLASHES
from server_stub.console.words_conditions import CONDITIONS_RUSSIAN
from server_stub.console.words_costs import RUSSIAN as COSTS
from server_stub.console.words_counts import COUNTS
from server_stub.console.words_endings import ENDINGS
from server_stub.console.words_goods import RUSSIAN as GOODS
from server_stub.console.words_making import MAKING
from server_stub.console.words_offers import OFFERS
from server_stub.console.words_orders import ORDERS
from server_stub.console.words_parcels import RUSSIAN as PARCELS
from server_stub.console.words_places import RUSSIAN as PLACES
from server_stub.console.words_programs import PROGRAMS
from server_stub.console.words_shifts import SHIFTS
from server_stub.console.words_shops import SHOPS

RUSSIAN = {
    **PROGRAMS,
    **OFFERS,
    **ORDERS,
    **COUNTS,
    **PARCELS,
    **PLACES,
    **MAKING,
    **ENDINGS,
    **CONDITIONS_RUSSIAN,
    **CLAIMS,
    **COSTS,
    **CLASHES,
    **SHIFTS,
    **GOODS,
    **SHOPS,
    # pages and people
    "API keys": "Ключи API",
    "Cases": "Вопросы",
    "Connections": "Соединения",
    "Console": "Консоль",
    "Enrolment": "Регистрация",
    "Health": "Состояние",
    "Jobs": "Задания",
    "Journals": "Журналы",
    "Overview": "Обзор",
    "Pages": "Страницы",
    "People": "Сотрудники",
    "Tills": "Кассы",
    "admin": "администратор",
    "manager": "менеджер",
    "cashier": "кассир",
    "salesperson": "продавец",
    "warehouse_worker": "кладовщик",
    "Times are in UTC.": "Время указано по UTC.",
    "Light or dark": "Светлая или тёмная тема",
    # sign-in
    "Login": "Логин",
    "Managers and administrators sign in here. A till's PIN is not a password.": (
        "Здесь входят менеджеры и администраторы. PIN кассы — не пароль."
    ),
    "Password": "Пароль",
    "Sign in": "Войти",
    "Sign out": "Выйти",
    "This login and password do not fit.": "Логин и пароль не подходят.",
    "Too many attempts with this login.": "Слишком много попыток с этим логином.",
    "Try again in {minutes} min.": "Попробуйте через {minutes} мин.",
    "Try again in {seconds} s.": "Попробуйте через {seconds} с.",
    # overview
    "Changes to number": "Изменения без номера",
    "Entries to project": "Записи к обработке",
    "Lag of the feed": "Отставание ленты",
    "Live lines": "Живые линии",
    "Open cases": "Открытые вопросы",
    "Quarantined": "В карантине",
    "Receipts today": "Чеков сегодня",
    "Sales by hour": "Продажи по часам",
    "Takings today": "Выручка сегодня",
    "Tills by state": "Кассы по состоянию",
    "What waits": "Что ждёт",
    "Nothing waits.": "Ничто не ждёт.",
    "selling": "на связи",
    "silent": "молчит",
    "today": "сегодня",
    "yesterday": "вчера",
    "{seconds} s": "{seconds} с",
    # tills
    "Approve": "Разрешить",
    "Block": "Заблокировать",
    "Compare it with the till's own screen before you approve it.": (
        "Сравните его с экраном кассы, прежде чем разрешить ей работать."
    ),
    "Device id": "Номер устройства",
    "Entries": "Записей",
    "Find": "Найти",
    "Fingerprint of the key": "Отпечаток ключа",
    "Head": "Последняя запись",
    "Journal": "Журнал",
    "Last heard of": "Последний раз на связи",
    "Name, number or id": "Название, номер или код",
    "No till has registered yet. Make an enrolment token and give it to one.": (
        "Ещё ни одна касса не зарегистрирована. Создайте код регистрации и введите его на кассе."
    ),
    "Nothing fits.": "Ничего не найдено.",
    "Projected": "Обработано",
    "Receipts": "Чеки",
    "Received": "Получено",
    "Shop": "Магазин",
    "State": "Состояние",
    "The till is blocked. What it sold is still handed in.": (
        "Касса заблокирована. Проданное на ней всё равно будет передано."
    ),
    "The till may work again.": "Касса снова может работать.",
    "The till may work now.": "Теперь касса может работать.",
    "Recovery key": "Ключ восстановления",
    "If it is lost or broken": "Если касса потеряна или сломана",
    "A new machine takes over with an invitation for this till alone; a backup is opened with the recovery key.": (
        "Новая машина становится этой кассой по приглашению для неё одной; копию открывает ключ восстановления."
    ),
    "Invite its successor": "Пригласить преемницу",
    "Show the recovery key": "Показать ключ восстановления",
    "It is shown this once; who asked is noted. With it and a backup everything on this till can be read.": (
        "Он показан один раз; кто запросил, записано. С ним и с копией можно прочитать всё на этой кассе."
    ),
    "The new machine asks for it when it restores a backup of this till.": (
        "Его спросит новая машина, когда будет восстанавливать резервную копию этой кассы."
    ),
    "Back to the till": "Назад к кассе",
    "No key of this till is here": "Ключа этой кассы здесь нет",
    "Ask for a support bundle": "Запросить пакет для поддержки",
    "Asked": "Запрошен",
    "By": "Кем",
    "Support bundles": "Пакеты для поддержки",
    "refused at the till": "отказано на кассе",
    "The till is asked for its support bundle.": "У кассы запрошен пакет для поддержки.",
    "There is no such support bundle": "Такого пакета для поддержки нет",
    "Told to the till": "Касса знает",
    "Versions, settings, logs and figures; nothing about customers. Somebody at the till agrees to it first.": (
        "Версии, настройки, журналы и показатели; о покупателях — ничего. Сначала соглашается сотрудник у кассы."
    ),
    "This till has handed in nothing yet.": "Эта касса ещё ничего не передала.",
    "Till": "Касса",
    "Unblock": "Разблокировать",
    "Waiting": "Ждут",
    "What to do with it": "Что с ней сделать",
    "active": "работает",
    "blocked": "заблокирована",
    "branch": "ветвь",
    "pending": "ждёт разрешения",
    # enrolment
    "15m": "15 минут",
    "1h": "1 час",
    "1d": "1 день",
    "7d": "7 дней",
    "Holds until": "Действует до",
    "It holds for": "Срок действия",
    "It is shown this once.": "Показано один раз.",
    "Scan this at the till:": "Отсканируйте на кассе:",
    "Or type this there:": "Или введите там:",
    "Address of head office": "Адрес центра",
    "Code from head office": "Код от центра",
    "The same code in short: {code}. It holds for {minutes} minutes.": (
        "Тот же код коротко: {code}. Действует {minutes} мин."
    ),
    "The whole invitation as text, to be pasted": "Всё приглашение текстом, чтобы вставить",
    "This address works on this computer only. Open the console by the name or address that tills reach, or name it "
    "below.": (
        "Этот адрес работает только на этом компьютере. Откройте консоль по имени или адресу, доступному кассам, "
        "или укажите его ниже."
    ),
    "Address by which the till reaches this centre": "Адрес, по которому касса найдёт этот центр",
    "This is not the address of a server": "Это не адрес сервера",
    "Made": "Создан",
    "Make an invitation": "Создать приглашение",
    "New invitation": "Новое приглашение",
    "No invitation was made yet.": "Приглашений ещё не было.",
    "Only for the device (may stay empty)": "Только для устройства (можно не указывать)",
    "Invitation for one till": "Приглашение для одной кассы",
    "Invitations of late": "Последние приглашения",
    "Used by": "Использован",
    "expired": "истёк",
    "open": "открыт",
    "used": "использован",
    # journals
    "Each till seals what happens into a chain that nobody can change unseen.": (
        "Каждая касса скрепляет всё происходящее цепочкой, которую нельзя незаметно изменить."
    ),
    "Entry {seq}": "Запись {seq}",
    "Everything holds: {terminals} tills, {entries} entries.": (
        "Всё сходится: касс — {terminals}, записей — {entries}."
    ),
    "Happened": "Произошло",
    "Journal of {till}": "Журнал: {till}",
    "Key": "Ключ",
    "Kind": "Вид",
    "No till has handed in anything yet.": "Ещё ни одна касса ничего не передала.",
    "No.": "№",
    "Older": "Более ранние",
    "Person": "Сотрудник",
    "Seal": "Печать",
    "Show": "Показать",
    "Something does not hold.": "Что-то не сходится.",
    "Verify everything": "Проверить всё",
    "What it says": "Содержание",
    "all": "все",
    "hash": "хеш",
    "prev_hash": "предыдущий хеш",
    "quarantined": "в карантине",
    "signature": "подпись",
    "version": "версия",
    # cases
    "Closed ones": "Закрытые",
    "It is dealt with": "Решено",
    "No case was closed yet.": "Закрытых вопросов ещё нет.",
    "No entry went in yet.": "Пока ни одна запись не прошла.",
    "Nothing waits for a decision.": "Ничто не ждёт решения.",
    "Open ones": "Открытые",
    "Some entries went in.": "Часть записей прошла.",
    "The case is closed.": "Вопрос закрыт.",
    "Try quarantined entries again": "Повторить записи из карантина",
    "closed": "закрыт",
    "entry {number}": "запись {number}",
    "Closed by {who}": "Закрыл(а) {who}",
    "It closed by itself": "Закрылся сам",
    "Look at the entry": "Посмотреть запись",
    "Note (may stay empty)": "Примечание (можно не писать)",
    "Open again": "Открыть снова",
    "Something for a manager: {kind}": "Вопрос для старшего: {kind}",
    "The case is open again.": "Вопрос снова открыт.",
    "There is an open case about this already.": "Об этом уже есть открытый вопрос.",
    "There is no such closed case": "Такого закрытого вопроса нет",
    "What was done about it": "Что было сделано",
    # people and keys
    "Add": "Добавить",
    "Add a person": "Добавить сотрудника",
    "Begins with": "Начало",
    "Days it holds (empty: for ever)": "Срок в днях (пусто — бессрочно)",
    "Done.": "Готово.",
    "It is shown this once. Put it where the program finds it.": (
        "Ключ показан один раз. Сохраните его там, где его найдёт программа."
    ),
    "Last used": "Использован",
    "Let in again": "Вернуть доступ",
    "Let out": "Закрыть доступ",
    "Make a key": "Создать ключ",
    "Name": "Имя",
    "New key": "Новый ключ",
    "New password": "Новый пароль",
    "No program has a key yet.": "Ни у одной программы ещё нет ключа.",
    "PIN for the tills": "PIN для касс",
    "Password for this console (may stay empty)": "Пароль для этой консоли (можно не задавать)",
    "Revoke": "Отозвать",
    "Role": "Роль",
    "Save": "Сохранить",
    "Scopes": "Права",
    "The key opens nothing any more.": "Ключ больше ничего не открывает.",
    "The person may sign in now.": "Сотрудник может входить.",
    "Which program is it for?": "Для какой программы?",
    "You sign in again with it.": "После смены нужно войти заново.",
    "Your own password": "Ваш пароль",
    "disabled": "доступ закрыт",
    "no": "нет",
    "revoked": "отозван",
    "yes": "да",
    # jobs
    "Due": "Срок",
    "Give up": "Отказаться",
    "No job was made yet.": "Заданий ещё не было.",
    "Tries": "Попытки",
    "Trouble": "Ошибка",
    "Try again": "Повторить",
    "dead": "не удались",
    "done": "выполнены",
    "running": "выполняются",
    "waiting": "ждут",
    # connections and health
    "Answers of this process": "Ответы этого процесса",
    "Database": "База данных",
    "Epoch": "Эпоха",
    "Feed": "Лента",
    "Feeds": "Ленты",
    "Largest tables": "Крупнейшие таблицы",
    "Line": "Линия",
    "Moved": "Изменена",
    "Nobody was heard of yet.": "Ещё никто не выходил на связь.",
    "Pool": "Пул",
    "Position": "Позиция",
    "Program": "Программа",
    "Rows": "Строк",
    "Running since": "Работает с",
    "Schema": "Схема",
    "Sessions": "Сеансов",
    "Size": "Размер",
    "Table": "Таблица",
    "The centre": "Центр",
    "Version": "Версия",
    "Host": "Машина",
    "Process": "Процесс",
    "Processes of the centre": "Процессы центра",
    "Shops on the line": "Магазинов на связи",
    "Tills on the line": "Касс на связи",
    "live": "на связи",
    # trouble
    "Ask another administrator.": "Обратитесь к другому администратору.",
    "Back": "Назад",
    "That did not work": "Не получилось",
    "The centre cannot reach its database just now. Tills go on selling.": (
        "База данных центра сейчас недоступна. Кассы продолжают продавать."
    ),
    "Something went wrong here. It was written down.": "Произошла ошибка. Она записана в журнал.",
    "There is no such case": "Такого вопроса нет",
    "There is no such dead job": "Такого задания нет",
    "There is no such entry": "Такой записи нет",
    "There is no such journal": "Такого журнала нет",
    "There is no such open case": "Такого открытого вопроса нет",
    "There is no such page": "Такой страницы нет",
    "There is no such person": "Такого сотрудника нет",
    "There is no such till": "Такой кассы нет",
    "This form is of another site": "Эта форма пришла с другого сайта",
    "This form is not of this session": "Форма устарела. Откройте страницу ещё раз.",
    "This is not for you": "Эта страница не для вас",
    "This PIN is too easy to guess": "Этот PIN слишком легко угадать",
    "Take 4 to 12 digits, neither repeated nor in a row, or a password of at least 8 characters.": (
        "От 4 до 12 цифр, не повторяющихся и не подряд, или пароль не короче 8 знаков."
    ),
    "This password is too easy to guess": "Этот пароль слишком легко угадать",
    "Take at least 10 characters: three or four unrelated words do well.": (
        "Не меньше 10 знаков; хорошо подойдут три-четыре несвязанных слова."
    ),
    "This person stands above you": "Этот сотрудник выше вас",
    "This shop is not yours": "Это не ваш магазин",
    "Too many requests": "Слишком много запросов",
    "You cannot do this to yourself.": "С собой этого сделать нельзя.",
    "You may not give this role": "Вы не можете дать эту роль",
}
"""A sentence that is missing here is shown in English; a test finds those that the pages use."""
