"""The console's words in Russian about the audit log, other servers and webhooks."""

PROGRAMS = {
    # audit log
    "Audit log": "Журнал действий",
    "Day": "День",
    "Each line carries the hash of the one before: none can be changed or taken out unseen.": (
        "Каждая строка несёт хеш предыдущей: ни одну нельзя незаметно изменить или изъять."
    ),
    "Every line holds: {lines} of them.": "Все строки сходятся: {lines}.",
    "Line {n} was changed, or one before it was taken out.": "Строка {n} изменена, или изъята одна из строк перед ней.",
    "Login, program, till": "Логин, программа, касса",
    "To what": "К чему относится",
    "Verify the log": "Проверить журнал",
    "What was done": "Что сделано",
    "When": "Когда",
    "Who": "Кто",
    # servers
    "Address": "Адрес",
    "Answer": "Ответ",
    "Ask for the proof and let it in": "Запросить доказательство и допустить",
    "Call": "Вызов",
    "Called from": "Обращался с адреса",
    "Change its address": "Изменить адрес",
    "Forget it": "Забыть",
    "through this centre": "через этот центр",
    "IP address, if it is in your own network": "IP-адрес, если он в вашей сети",
    "Id": "Номер",
    "It asks for": "Просит адрес",
    "in its own network": "в своей сети",
    "Last calls through this centre": "Последние вызовы через этот центр",
    "Let it in": "Допустить",
    "More": "Ещё",
    "No server has registered yet.": "Ещё ни один сервер не зарегистрирован.",
    "Nobody has called it yet.": "К нему ещё никто не обращался.",
    "Nothing reaches this server any more.": "К этому серверу больше ничего не проходит.",
    "Order": "Порядок",
    "Ownership": "Владение адресом",
    "Server": "Сервер",
    "Servers": "Серверы",
    "Servers of the eckWMS family that clients reach through this centre. One is let in only where it proves its "
    "address.": (
        "Серверы семейства eckWMS, до которых клиенты доходят через этот центр. "
        "Сервер допускается только там, где доказал свой адрес."
    ),
    "The centre asks the server to sign a challenge at this address. Only if it does, anything is changed.": (
        "Центр просит сервер по этому адресу подписать проверочный запрос. Только тогда что-то изменится."
    ),
    "The server has proved its address and may be reached now.": "Сервер доказал свой адрес и теперь доступен.",
    "The server is forgotten.": "Сервер забыт.",
    "There is no such server": "Такого сервера нет",
    "There is no such shop": "Такого магазина нет",
    "Took": "Заняло",
    "Ways to it, as clients are told": "Пути к нему, как их узнают клиенты",
    "Who may reach it": "Кому доступен",
    "asked for": "просит",
    "every shop": "всем магазинам",
    "no key yet": "ключа ещё нет",
    "not proved": "не доказано",
    "only at {address}": "только по адресу {address}",
    "proved": "доказано",
    "{count} ms": "{count} мс",
    "This server has sent no key yet. It must register with its serverPublicKey.": (
        "Этот сервер ещё не прислал ключ. Он должен зарегистрироваться с serverPublicKey."
    ),
    "This address may not be used: another server has it, or it is neither https on port 443, 3100, 3210 or 8443 nor "
    "a server in your own network whose IP address you name.": (
        "Этот адрес нельзя использовать: он занят другим сервером, либо это не https на порту 443, 3100, 3210 или "
        "8443 и не сервер в вашей сети, чей IP-адрес вы указали."
    ),
    "This name does not lead to the address that was allowed. Without an IP address it must be public; with one it "
    "must be exactly that.": (
        "Имя не ведёт к разрешённому адресу. Без IP-адреса он должен быть общедоступным, с ним — именно таким."
    ),
    "The server did not prove that it answers at this address. It must run there and sign the challenge of the centre "
    "with its key.": (
        "Сервер не доказал, что отвечает по этому адресу. Он должен там работать и подписать проверочный запрос "
        "центра своим ключом."
    ),
    # webhooks
    "A test is on its way. Look at the deliveries in a moment.": "Проверка отправлена. Посмотрите доставки через миг.",
    "Add a webhook": "Добавить вебхук",
    "Called when": "Вызывается, когда",
    "Choose at least one event.": "Выберите хотя бы одно событие.",
    "Deliveries": "Доставки",
    "Delivered": "Доставлено",
    "Event": "Событие",
    "Given up": "Не удались",
    "Go on": "Продолжить",
    "It goes on; what has waited is sent now.": "Работа продолжена; ожидавшее отправляется.",
    "It is shown this once. The program checks with it that a call is from here.": (
        "Показан один раз. По нему программа проверяет, что вызов отсюда."
    ),
    "Next try": "Следующая попытка",
    "No program is called yet.": "Пока не вызывается ни одна программа.",
    "Nothing was sent yet.": "Пока ничего не отправлено.",
    "Pause": "Приостановить",
    "Paused. What happens meanwhile is sent when it goes on.": (
        "Приостановлен. Что произойдёт тем временем, будет отправлено потом."
    ),
    "Program's address": "Адрес программы",
    "Remove": "Удалить",
    "Secret of the new webhook": "Секрет нового вебхука",
    "Send a test": "Проверить",
    "The receiver answered {status}": "Получатель ответил {status}",
    "The webhook is removed.": "Вебхук удалён.",
    "There is no such webhook": "Такого вебхука нет",
    "This is not an IP address.": "Это не IP-адрес.",
    "This is not an https address. Only a program in your own network, named by its IP address, may go without.": (
        "Это не адрес https. Обойтись без него может только программа в вашей сети, указанная по IP-адресу."
    ),
    "Webhook": "Вебхук",
    "Webhooks": "Вебхуки",
    "What it is called for": "Для чего вызывается",
    "delivered": "доставлено",
    "paused": "приостановлен",
}
