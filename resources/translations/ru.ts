<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Calibration</name>
    <message>
        <source>Forget it</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>Forget the measured size</source>
        <translation>Забыть измеренный размер</translation>
    </message>
    <message>
        <source>Hold a bank card against the screen and make the frame as wide as the card.</source>
        <translation>Приложите банковскую карту к экрану и сделайте рамку такой же ширины.</translation>
    </message>
    <message>
        <source>It fits</source>
        <translation>Совпадает</translation>
    </message>
    <message>
        <source>Measured: {0} pixels per millimetre.</source>
        <translation>Измерено: {0} пикселя на миллиметр.</translation>
    </message>
    <message>
        <source>Much narrower</source>
        <translation>Намного уже</translation>
    </message>
    <message>
        <source>Much wider</source>
        <translation>Намного шире</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Уже</translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation>Ещё не измерено.</translation>
    </message>
    <message>
        <source>Size on the screen</source>
        <translation>Размер на экране</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Шире</translation>
    </message>
</context>
<context>
    <name>CardFrame</name>
    <message>
        <source>mm</source>
        <translation>мм</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>A closed till has handed in entries</source>
        <translation>Закрытая касса передала записи</translation>
    </message>
    <message>
        <source>A coupon was redeemed too often: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A known device has come with another key</source>
        <translation>Знакомое устройство пришло с другим ключом</translation>
    </message>
    <message>
        <source>A known server has come with another key</source>
        <translation>Знакомый сервер пришёл с другим ключом</translation>
    </message>
    <message>
        <source>A manager decides in the console, under Cases.</source>
        <translation>Решает старший: консоль, раздел «Вопросы».</translation>
    </message>
    <message>
        <source>A manager lets it in or keeps it out, in the console under Tills.</source>
        <translation>Старший впускает или нет: консоль, раздел «Кассы».</translation>
    </message>
    <message>
        <source>A second copy of this till has written</source>
        <translation>Писала вторая копия этой кассы</translation>
    </message>
    <message>
        <source>An entry of the journal is damaged</source>
        <translation>Повреждена запись журнала</translation>
    </message>
    <message>
        <source>Find the other copy and stop it; then both are registered again.</source>
        <translation>Найдите и остановите вторую копию; затем обе регистрируют заново.</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>Для поддержки</translation>
    </message>
    <message>
        <source>Head office could not book: {what}</source>
        <translation>Офис не смог провести: {what}</translation>
    </message>
    <message>
        <source>Head office did not take: {what}</source>
        <translation>Офис не принял: {what}</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Larger than head office takes: {what}</source>
        <translation>Больше, чем принимает офис: {what}</translation>
    </message>
    <message>
        <source>More came back than was sold with receipt {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No goods have the code {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>One serial number was sold twice: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого времени</translation>
    </message>
    <message>
        <source>Something for a manager: {kind}</source>
        <translation>Вопрос для старшего: {kind}</translation>
    </message>
    <message>
        <source>Tell support; selling goes on.</source>
        <translation>Сообщите в поддержку; продажи идут.</translation>
    </message>
    <message>
        <source>Tell whoever runs the server.</source>
        <translation>Сообщите тому, кто ведёт сервер.</translation>
    </message>
    <message>
        <source>The daily backup of head office failed</source>
        <translation>Ежедневная копия в офисе не удалась</translation>
    </message>
    <message>
        <source>The journal does not hold from here on: {what}</source>
        <translation>Журнал не сходится начиная отсюда: {what}</translation>
    </message>
    <message>
        <source>The journal was shorter than before</source>
        <translation>Журнал стал короче, чем был</translation>
    </message>
    <message>
        <source>The office adds the goods, or closes this in the console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till was restored from a backup</source>
        <translation>Касса восстановлена из копии</translation>
    </message>
    <message>
        <source>The till went on in a new journal by itself. A manager should know why.</source>
        <translation>Касса сама продолжила в новом журнале. Старший должен знать почему.</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Касса</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>Two sales have the receipt number {what}</source>
        <translation>Две продажи с номером чека {what}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>entry {0}</source>
        <translation>запись {0}</translation>
    </message>
</context>
<context>
    <name>CashPage</name>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>Внесение</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>Изъятие</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Размен</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Исправление</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Направление</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>Расходы</translation>
    </message>
    <message>
        <source>From the safe</source>
        <translation>Из сейфа</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Внести</translation>
    </message>
    <message>
        <source>Put in {0}</source>
        <translation>Внести {0}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Поставщик</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Изъять</translation>
    </message>
    <message>
        <source>Take out {0}</source>
        <translation>Изъять {0}</translation>
    </message>
    <message>
        <source>To the safe</source>
        <translation>В сейф</translation>
    </message>
    <message>
        <source>What is put into the drawer, for example change from the bank.</source>
        <translation>Что кладут в ящик, например размен из банка.</translation>
    </message>
    <message>
        <source>What is taken out of the drawer, for example for the safe or a supplier.</source>
        <translation>Что берут из ящика, например для сейфа или поставщика.</translation>
    </message>
</context>
<context>
    <name>CategoryTabs</name>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
    <message>
        <source>More categories</source>
        <translation>Ещё категории</translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>Change</source>
        <translation>Сдача</translation>
    </message>
    <message>
        <source>Enter applies it</source>
        <translation>Enter — внести</translation>
    </message>
    <message>
        <source>Type what the customer gives, or press an amount.</source>
        <translation>Введите, сколько даёт покупатель, или нажмите сумму.</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Введено</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>None of these</source>
        <translation>Ничего из этого</translation>
    </message>
    <message>
        <source>Which of these is it?</source>
        <translation>Какой это товар?</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n продажа</numerusform>
            <numerusform>%n продажи</numerusform>
            <numerusform>%n продаж</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is there, to the cent.</source>
        <translation>Всё на месте, до копейки.</translation>
    </message>
    <message>
        <source>Grand total</source>
        <translation>Общий итог</translation>
    </message>
    <message>
        <source>Next shift</source>
        <translation>Следующая смена</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Напечатать ещё раз</translation>
    </message>
    <message>
        <source>Print the Z report again</source>
        <translation>Напечатать Z-отчёт ещё раз</translation>
    </message>
    <message>
        <source>Shift {0} is closed</source>
        <translation>Смена {0} закрыта</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Выручка</translation>
    </message>
    <message>
        <source>Z report</source>
        <translation>Z-отчёт</translation>
    </message>
    <message>
        <source>all shifts of this till</source>
        <translation>все смены этой кассы</translation>
    </message>
    <message>
        <source>sent to the printer</source>
        <translation>отправлен на принтер</translation>
    </message>
    <message>
        <source>{0} are missing.</source>
        <translation>Не хватает {0}.</translation>
    </message>
    <message>
        <source>{0} are over.</source>
        <translation>Лишние {0}.</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Counted</source>
        <translation>Посчитано</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Разница</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидается</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>не считали</translation>
    </message>
</context>
<context>
    <name>CountCard</name>
    <message>
        <source>Count notes and coins</source>
        <translation>По купюрам и монетам</translation>
    </message>
    <message>
        <source>Float in the drawer</source>
        <translation>Размен в ящике</translation>
    </message>
    <message>
        <source>How to count</source>
        <translation>Как считать</translation>
    </message>
    <message>
        <source>Type the sum</source>
        <translation>Ввести сумму</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>не посчитано</translation>
    </message>
</context>
<context>
    <name>CountPage</name>
    <message numerus="yes">
        <source>%n parked sale(s) stay for the next shift.</source>
        <translation>
            <numerusform>%n отложенная продажа останется следующей смене.</numerusform>
            <numerusform>%n отложенные продажи останутся следующей смене.</numerusform>
            <numerusform>%n отложенных продаж останутся следующей смене.</numerusform>
        </translation>
    </message>
    <message>
        <source>Count what is there</source>
        <translation>Посчитайте, сколько есть</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Открыть ящик</translation>
    </message>
    <message>
        <source>This is far from what the till expects. Count once more, then go on.</source>
        <translation>Это далеко от того, что ожидает касса. Пересчитайте ещё раз и продолжайте.</translation>
    </message>
    <message>
        <source>What should be there is shown afterwards.</source>
        <translation>Сколько должно быть, будет показано потом.</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>(no address)</source>
        <translation>(адреса нет)</translation>
    </message>
    <message>
        <source>A manager has to approve this till</source>
        <translation>Эту кассу должен одобрить старший</translation>
    </message>
    <message>
        <source>A second copy of this till has written</source>
        <translation>Писала вторая копия этой кассы</translation>
    </message>
    <message>
        <source>Both are to be registered again: hand the note to support.</source>
        <translation>Обе нужно зарегистрировать заново: передайте справку в поддержку.</translation>
    </message>
    <message>
        <source>Check the cable or the Wi-Fi of this computer.</source>
        <translation>Проверьте кабель или Wi-Fi этого компьютера.</translation>
    </message>
    <message>
        <source>Compare the versions of both programs; this till has {version}.</source>
        <translation>Сравните версии обеих программ; у этой кассы {version}.</translation>
    </message>
    <message>
        <source>Export what is unsent to another disk.</source>
        <translation>Выгрузите неотправленное на другой диск.</translation>
    </message>
    <message>
        <source>Find the other computer that runs this till and stop it.</source>
        <translation>Найдите второй компьютер с этой кассой и остановите его.</translation>
    </message>
    <message>
        <source>Get a new code from head office. Nothing is lost by it.</source>
        <translation>Возьмите в офисе новый код. Ничего не потеряется.</translation>
    </message>
    <message>
        <source>Go on selling. Export what is unsent and hand the note to support.</source>
        <translation>Продолжайте продавать. Выгрузите неотправленное и передайте справку в поддержку.</translation>
    </message>
    <message>
        <source>Head office asked this till to wait</source>
        <translation>Офис попросил эту кассу подождать</translation>
    </message>
    <message>
        <source>Head office does not accept what this till sends</source>
        <translation>Офис не принимает то, что отправляет касса</translation>
    </message>
    <message>
        <source>Head office does not answer</source>
        <translation>Офис не отвечает</translation>
    </message>
    <message>
        <source>Head office holds more of this journal than the till itself</source>
        <translation>В офисе больше записей этого журнала, чем в самой кассе</translation>
    </message>
    <message>
        <source>Head office is there but cannot work just now</source>
        <translation>Офис на связи, но сейчас не может работать</translation>
    </message>
    <message>
        <source>In the console, under Tills.</source>
        <translation>В консоли, раздел «Кассы».</translation>
    </message>
    <message>
        <source>Longer than an hour? Ask whether the server runs and is still at {server}.</source>
        <translation>Дольше часа? Узнайте, работает ли сервер и верен ли адрес: {server}.</translation>
    </message>
    <message>
        <source>Longer than an hour? Tell whoever runs the server.</source>
        <translation>Дольше часа? Сообщите тому, кто ведёт сервер.</translation>
    </message>
    <message>
        <source>No such page? Then something else answers at {server}: tell your administrator.</source>
        <translation>Такой страницы нет? Значит, по адресу {server} отвечает кто-то другой: сообщите администратору.</translation>
    </message>
    <message>
        <source>Nothing is sent until it does: somebody else could be listening.</source>
        <translation>До проверки ничего не отправляется: связь может слушать кто-то чужой.</translation>
    </message>
    <message>
        <source>Nothing of it was taken over, and nothing is lost.</source>
        <translation>Ничего из него не принято, и ничего не потеряно.</translation>
    </message>
    <message>
        <source>Nothing to do here: this till tries again by itself.</source>
        <translation>Ничего делать не нужно: касса повторит сама.</translation>
    </message>
    <message>
        <source>One entry is larger than head office takes</source>
        <translation>Одна запись больше, чем принимает офис</translation>
    </message>
    <message>
        <source>Only a manager can open it again, in the console under Tills.</source>
        <translation>Открыть её снова может только старший: консоль, раздел «Кассы».</translation>
    </message>
    <message>
        <source>Open a web browser on this computer and sign in to the network.</source>
        <translation>Откройте браузер на этом компьютере и войдите в сеть.</translation>
    </message>
    <message>
        <source>Other devices have no internet either? Restart the router or call the provider.</source>
        <translation>На других устройствах интернета тоже нет? Перезапустите роутер или позвоните провайдеру.</translation>
    </message>
    <message>
        <source>Other devices have none either? Restart the router.</source>
        <translation>На других устройствах сети тоже нет? Перезапустите роутер.</translation>
    </message>
    <message>
        <source>Prices and goods are being loaded anew</source>
        <translation>Цены и товары загружаются заново</translation>
    </message>
    <message>
        <source>Selling is stopped, what was sold is safe</source>
        <translation>Продажи остановлены, проданное сохранено</translation>
    </message>
    <message>
        <source>Set date and time of this computer, then try now.</source>
        <translation>Установите дату и время этого компьютера и повторите.</translation>
    </message>
    <message>
        <source>Something keeps this till from head office</source>
        <translation>Что-то мешает связи кассы с офисом</translation>
    </message>
    <message>
        <source>Stays like this? Hand the note to a manager or to support.</source>
        <translation>Не проходит? Передайте справку старшему или в поддержку.</translation>
    </message>
    <message>
        <source>The administrator raises the limit of the server; then it goes by itself.</source>
        <translation>Администратор увеличивает предел сервера, затем она уйдёт сама.</translation>
    </message>
    <message>
        <source>The administrator renews it, or gives this till its CA file (setting ca_file).</source>
        <translation>Администратор обновляет его или даёт кассе файл CA (настройка ca_file).</translation>
    </message>
    <message>
        <source>The answer of head office does not hold together</source>
        <translation>Ответ офиса не сходится</translation>
    </message>
    <message>
        <source>The certificate of head office does not verify</source>
        <translation>Сертификат офиса не проходит проверку</translation>
    </message>
    <message>
        <source>The clock of this till is wrong</source>
        <translation>Часы этой кассы неверны</translation>
    </message>
    <message>
        <source>The clock of this till is {0} min ahead</source>
        <translation>Часы этой кассы спешат на {0} мин</translation>
    </message>
    <message>
        <source>The clock of this till is {0} min behind</source>
        <translation>Часы этой кассы отстают на {0} мин</translation>
    </message>
    <message>
        <source>The disk of this till makes trouble</source>
        <translation>Диск этой кассы даёт сбои</translation>
    </message>
    <message>
        <source>The internet is away, or the address of head office is wrong</source>
        <translation>Нет интернета, или адрес офиса неверен</translation>
    </message>
    <message>
        <source>The journal of this till does not hold</source>
        <translation>Журнал этой кассы не сходится</translation>
    </message>
    <message>
        <source>The network asks to sign in on its own web page</source>
        <translation>Сеть просит войти на своей веб-странице</translation>
    </message>
    <message>
        <source>The till fetches back what is missing and goes on in a new journal by itself.</source>
        <translation>Касса сама вернёт недостающее и продолжит в новом журнале.</translation>
    </message>
    <message>
        <source>Then free some space, or have the disk checked.</source>
        <translation>Затем освободите место или проверьте диск.</translation>
    </message>
    <message>
        <source>They have it? Then the address is wrong: {server}. Tell your administrator.</source>
        <translation>Там он есть? Значит, неверен адрес: {server}. Сообщите администратору.</translation>
    </message>
    <message>
        <source>This till has no network</source>
        <translation>У этой кассы нет сети</translation>
    </message>
    <message>
        <source>This till has to be registered again</source>
        <translation>Эту кассу нужно зарегистрировать заново</translation>
    </message>
    <message>
        <source>What was sold before is kept and still handed in.</source>
        <translation>Проданное раньше сохранено и всё равно передаётся.</translation>
    </message>
    <message>
        <source>next try at {0}</source>
        <translation>повтор в {0}</translation>
    </message>
    <message>
        <source>next try in {0} s</source>
        <translation>повтор через {0} с</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message numerus="yes">
        <source>%n copy(ies) printed</source>
        <translation>
            <numerusform>Напечатана %n копия</numerusform>
            <numerusform>Напечатаны %n копии</numerusform>
            <numerusform>Напечатано %n копий</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Сдача</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>Следующий покупатель</translation>
    </message>
    <message>
        <source>Paid, no change</source>
        <translation>Оплачено, без сдачи</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Напечатать ещё раз</translation>
    </message>
    <message>
        <source>Receipt {0}</source>
        <translation>Чек {0}</translation>
    </message>
    <message>
        <source>The next scan begins the next sale.</source>
        <translation>Следующий скан начнёт новую продажу.</translation>
    </message>
</context>
<context>
    <name>DrawerSheet</name>
    <message>
        <source>Another reason</source>
        <translation>Другая причина</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Пересчитать</translation>
    </message>
    <message>
        <source>Give change</source>
        <translation>Разменять</translation>
    </message>
    <message>
        <source>Open for this reason</source>
        <translation>Открыть по этой причине</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Открыть ящик</translation>
    </message>
    <message>
        <source>Opening it without a sale is written down with the reason.</source>
        <translation>Открытие без продажи записывается вместе с причиной.</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>To pay</source>
        <translation>К оплате</translation>
    </message>
    <message>
        <source>in cash {0}</source>
        <translation>наличными {0}</translation>
    </message>
</context>
<context>
    <name>EnrolmentView</name>
    <message>
        <source>Approval</source>
        <translation>Подтверждение</translation>
    </message>
    <message>
        <source>Goods and prices</source>
        <translation>Товары и цены</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>Офис</translation>
    </message>
    <message>
        <source>Step {0} of {1}: {2}</source>
        <translation>Шаг {0} из {1}: {2}</translation>
    </message>
    <message>
        <source>This till has to be known at head office once. It takes a minute or two.</source>
        <translation>Один раз касса должна познакомиться с офисом. Это займёт минуту или две.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Добро пожаловать</translation>
    </message>
</context>
<context>
    <name>EntryBar</name>
    <message>
        <source>Apply what is typed</source>
        <translation>Применить введённое</translation>
    </message>
    <message>
        <source>Code by hand, or 3 × and scan: three pieces</source>
        <translation>Код вручную или 3 × и скан: три штуки</translation>
    </message>
    <message>
        <source>Code or number</source>
        <translation>Код или число</translation>
    </message>
    <message>
        <source>Discount in per cent</source>
        <translation>Скидка в процентах</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Scan or choose the goods</source>
        <translation>Сканируйте или выберите товар</translation>
    </message>
    <message>
        <source>Times: so many of the next</source>
        <translation>Умножить: столько следующего товара</translation>
    </message>
    <message>
        <source>Weigh it, or type {0}</source>
        <translation>Взвесьте или введите {0}</translation>
    </message>
    <message>
        <source>up to {0} for you</source>
        <translation>вам можно до {0}</translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message>
        <source>Another folder…</source>
        <translation>Другая папка…</translation>
    </message>
    <message numerus="yes">
        <source>Export %n unsent entries</source>
        <translation>
            <numerusform>Выгрузить %n неотправленную запись</numerusform>
            <numerusform>Выгрузить %n неотправленные записи</numerusform>
            <numerusform>Выгрузить %n неотправленных записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Sealed as they are, with a proof that none is missing. They stay here too.</source>
        <translation>Запечатанные как есть, с доказательством, что ни одна не пропала. Здесь они тоже остаются.</translation>
    </message>
    <message>
        <source>This till</source>
        <translation>Эта касса</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>A scan was not whole</source>
        <translation>Код прочитан не целиком</translation>
    </message>
    <message>
        <source>A settings file cannot be read</source>
        <translation>Файл настроек не читается</translation>
    </message>
    <message>
        <source>Another command is at work</source>
        <translation>Работает другая команда</translation>
    </message>
    <message>
        <source>Another program is using the database</source>
        <translation>Базу данных занимает другая программа</translation>
    </message>
    <message>
        <source>Check folder and disk.</source>
        <translation>Проверьте папку и диск.</translation>
    </message>
    <message>
        <source>Check it.</source>
        <translation>Проверьте его.</translation>
    </message>
    <message>
        <source>Check that it is switched on and connected, then print again.</source>
        <translation>Проверьте, что он включён и подключён, затем напечатайте ещё раз.</translation>
    </message>
    <message>
        <source>Check the address letter by letter, then the router.</source>
        <translation>Проверьте адрес по буквам, затем роутер.</translation>
    </message>
    <message>
        <source>Check the address. Nothing was kept; tell support if it stays.</source>
        <translation>Проверьте адрес. Ничего не сохранено; если повторится, сообщите в поддержку.</translation>
    </message>
    <message>
        <source>Check the address; if it is right, the server is down: try again later.</source>
        <translation>Проверьте адрес; если он верен, сервер не работает: попробуйте позже.</translation>
    </message>
    <message>
        <source>Check the cable or the network.</source>
        <translation>Проверьте кабель или сеть.</translation>
    </message>
    <message>
        <source>Check the cable, the Wi-Fi or the proxy of this computer.</source>
        <translation>Проверьте кабель, Wi-Fi или прокси этого компьютера.</translation>
    </message>
    <message>
        <source>Check the code and the versions of both programs, then tell support.</source>
        <translation>Проверьте код и версии обеих программ, затем сообщите в поддержку.</translation>
    </message>
    <message>
        <source>Check the disk and its permissions.</source>
        <translation>Проверьте диск и права доступа.</translation>
    </message>
    <message>
        <source>Check the disk, then start again.</source>
        <translation>Проверьте диск и запустите снова.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Проверьте диск.</translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation>Проверьте папку и права доступа.</translation>
    </message>
    <message>
        <source>Choose another folder, or check this disk.</source>
        <translation>Выберите другую папку или проверьте этот диск.</translation>
    </message>
    <message>
        <source>Choose the device again in Settings.</source>
        <translation>Выберите устройство снова в настройках.</translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation>Закройте её и попробуйте снова.</translation>
    </message>
    <message>
        <source>Close the cover, then print again.</source>
        <translation>Закройте крышку, затем напечатайте ещё раз.</translation>
    </message>
    <message>
        <source>Close the other program, or choose another port.</source>
        <translation>Закройте другую программу или выберите другой порт.</translation>
    </message>
    <message>
        <source>Correct speed, bits and parity in Settings.</source>
        <translation>Исправьте скорость, биты и чётность в настройках.</translation>
    </message>
    <message>
        <source>Correct the printer&apos;s address in Settings.</source>
        <translation>Исправьте адрес принтера в настройках.</translation>
    </message>
    <message>
        <source>Free some space or check the disk, then try again.</source>
        <translation>Освободите место или проверьте диск, затем повторите.</translation>
    </message>
    <message>
        <source>Free space on this disk, then go on.</source>
        <translation>Освободите место на этом диске и продолжайте.</translation>
    </message>
    <message>
        <source>Give the administrator&apos;s CA file to this till (setting ca_file), then try again.</source>
        <translation>Укажите кассе файл CA от администратора (настройка ca_file) и повторите.</translation>
    </message>
    <message>
        <source>Give this user the right to open it, or close the other program.</source>
        <translation>Дайте этому пользователю право открыть его или закройте другую программу.</translation>
    </message>
    <message>
        <source>Head office cannot work just now</source>
        <translation>Офис сейчас не может работать</translation>
    </message>
    <message>
        <source>Head office does not accept this</source>
        <translation>Офис этого не принимает</translation>
    </message>
    <message>
        <source>Head office does not answer</source>
        <translation>Офис не отвечает</translation>
    </message>
    <message>
        <source>Head office is busy</source>
        <translation>Офис занят</translation>
    </message>
    <message>
        <source>Install the newer version again; nothing was changed.</source>
        <translation>Установите более новую версию снова; ничего не изменено.</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Установите программу заново.</translation>
    </message>
    <message>
        <source>Look whether the receipt came out whole.</source>
        <translation>Посмотрите, вышел ли чек целиком.</translation>
    </message>
    <message>
        <source>Nothing was left there. Choose another disk.</source>
        <translation>Там ничего не оставлено. Выберите другой диск.</translation>
    </message>
    <message>
        <source>Plug it in, or choose another port in Settings.</source>
        <translation>Подключите его или выберите другой порт в настройках.</translation>
    </message>
    <message>
        <source>Press its feed or on-line key, then print again.</source>
        <translation>Нажмите на нём клавишу подачи или готовности, затем напечатайте ещё раз.</translation>
    </message>
    <message>
        <source>Put in a new roll, then print again.</source>
        <translation>Вставьте новую ленту, затем напечатайте ещё раз.</translation>
    </message>
    <message>
        <source>Restore the last backup.</source>
        <translation>Восстановите последнюю резервную копию.</translation>
    </message>
    <message>
        <source>Restore the secrets of this machine.</source>
        <translation>Восстановите ключи этого компьютера.</translation>
    </message>
    <message>
        <source>Scan the item again.</source>
        <translation>Сканируйте товар ещё раз.</translation>
    </message>
    <message>
        <source>Set date and time of this computer, then try again.</source>
        <translation>Установите дату и время этого компьютера и повторите.</translation>
    </message>
    <message>
        <source>Settings cannot be saved</source>
        <translation>Настройки не сохраняются</translation>
    </message>
    <message>
        <source>Sign in to the network&apos;s own web page, or correct the address.</source>
        <translation>Войдите на страницу самой сети или исправьте адрес.</translation>
    </message>
    <message>
        <source>Something else answers at this address</source>
        <translation>По этому адресу отвечает не офис</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>В программе что-то пошло не так</translation>
    </message>
    <message>
        <source>Switch it off and on, then print again.</source>
        <translation>Выключите и включите его, затем напечатайте ещё раз.</translation>
    </message>
    <message>
        <source>The address of head office is not found</source>
        <translation>Адрес офиса не найден</translation>
    </message>
    <message>
        <source>The answer of head office does not hold together</source>
        <translation>Ответ офиса не сходится</translation>
    </message>
    <message>
        <source>The cart is kept. Go on.</source>
        <translation>Чек сохранён. Продолжайте.</translation>
    </message>
    <message>
        <source>The certificate of head office does not verify</source>
        <translation>Сертификат офиса не проходит проверку</translation>
    </message>
    <message>
        <source>The clock of this till is wrong</source>
        <translation>Часы кассы идут неверно</translation>
    </message>
    <message>
        <source>The connection to the printer broke</source>
        <translation>Связь с принтером прервалась</translation>
    </message>
    <message>
        <source>The database belongs to a newer version of the program</source>
        <translation>База данных от более новой версии программы</translation>
    </message>
    <message>
        <source>The database cannot be opened</source>
        <translation>База данных не открывается</translation>
    </message>
    <message>
        <source>The database driver is too old</source>
        <translation>Драйвер базы данных слишком старый</translation>
    </message>
    <message>
        <source>The database is damaged or its key is wrong</source>
        <translation>База данных повреждена, или ключ к ней неверный</translation>
    </message>
    <message>
        <source>The database refused its safe setting</source>
        <translation>База данных не приняла надёжный режим записи</translation>
    </message>
    <message>
        <source>The device is gone</source>
        <translation>Устройство пропало</translation>
    </message>
    <message>
        <source>The device is in use</source>
        <translation>Устройство занято</translation>
    </message>
    <message>
        <source>The device may not be opened</source>
        <translation>Устройство нельзя открыть</translation>
    </message>
    <message>
        <source>The device&apos;s address is wrong</source>
        <translation>Адрес устройства неверный</translation>
    </message>
    <message>
        <source>The disk cannot be written</source>
        <translation>На диск нельзя записать</translation>
    </message>
    <message>
        <source>The disk does not give back what was written</source>
        <translation>Диск возвращает не то, что записано</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Диск заполнен</translation>
    </message>
    <message>
        <source>The disk of this till does not do</source>
        <translation>Диск кассы не справляется</translation>
    </message>
    <message>
        <source>The disk reported an error</source>
        <translation>Диск сообщил об ошибке</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>Файл не записывается</translation>
    </message>
    <message>
        <source>The key of the database is missing</source>
        <translation>Нет ключа к базе данных</translation>
    </message>
    <message>
        <source>The line settings are wrong</source>
        <translation>Неверные настройки порта</translation>
    </message>
    <message>
        <source>The printer cannot be reached</source>
        <translation>Принтер недоступен</translation>
    </message>
    <message>
        <source>The printer is off-line</source>
        <translation>Принтер не готов</translation>
    </message>
    <message>
        <source>The printer is out of paper</source>
        <translation>В принтере кончилась бумага</translation>
    </message>
    <message>
        <source>The printer reports an error</source>
        <translation>Принтер сообщает о неисправности</translation>
    </message>
    <message>
        <source>The printer stopped answering</source>
        <translation>Принтер перестал отвечать</translation>
    </message>
    <message>
        <source>The printer&apos;s address is wrong</source>
        <translation>Неверный адрес принтера</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open</source>
        <translation>Крышка принтера открыта</translation>
    </message>
    <message>
        <source>The receipt cannot be saved</source>
        <translation>Чек не удаётся сохранить</translation>
    </message>
    <message>
        <source>The secret store cannot be read</source>
        <translation>Хранилище ключей не читается</translation>
    </message>
    <message>
        <source>This till has no network</source>
        <translation>У кассы нет сети</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Повторите через минуту.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Повторите через минуту.</translation>
    </message>
    <message>
        <source>Unlock it or restore it.</source>
        <translation>Разблокируйте или восстановите его.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Address of head office</source>
        <translation>Адрес офиса</translation>
    </message>
    <message>
        <source>Asking head office…</source>
        <translation>Спрашиваем офис…</translation>
    </message>
    <message>
        <source>Code from head office</source>
        <translation>Код из офиса</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>Название кассы</translation>
    </message>
    <message>
        <source>as it stands on receipts, for example Till 3</source>
        <translation>как на чеках, например Касса 3</translation>
    </message>
    <message>
        <source>for example https://head-office.example</source>
        <translation>например https://office.example</translation>
    </message>
    <message>
        <source>or scan it · without a code, head office approves by hand</source>
        <translation>или отсканируйте его · без кода офис подтвердит кассу вручную</translation>
    </message>
</context>
<context>
    <name>GrantSheet</name>
    <message>
        <source>Allow</source>
        <translation>Разрешить</translation>
    </message>
    <message>
        <source>Allow this once</source>
        <translation>Разрешить один раз</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Открыть ящик</translation>
    </message>
    <message numerus="yes">
        <source>PIN: %n digit(s) typed</source>
        <translation>
            <numerusform>PIN: набрана %n цифра</numerusform>
            <numerusform>PIN: набраны %n цифры</numerusform>
            <numerusform>PIN: набрано %n цифр</numerusform>
        </translation>
    </message>
    <message>
        <source>Who allows it</source>
        <translation>Кто разрешает</translation>
    </message>
    <message>
        <source>Whoever may do this types the PIN. It is written down who allowed it.</source>
        <translation>Кто имеет право, набирает PIN. Кто разрешил, записывается.</translation>
    </message>
    <message>
        <source>{0} off: {1}</source>
        <translation>Скидка {0}: {1}</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>All is sent.</source>
        <translation>Всё отправлено.</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>Внесение</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>Изъятие</translation>
    </message>
    <message>
        <source>Drawer opened: {1}</source>
        <translation>Открыт ящик: {1}</translation>
    </message>
    <message>
        <source>Entry of a newer program</source>
        <translation>Запись более новой программы</translation>
    </message>
    <message>
        <source>Head office answered {0} ago.</source>
        <translation>Офис ответил {0} назад.</translation>
    </message>
    <message>
        <source>Head office does not know this till.</source>
        <translation>Офис не знает эту кассу.</translation>
    </message>
    <message>
        <source>Head office has closed this till.</source>
        <translation>Офис закрыл эту кассу.</translation>
    </message>
    <message>
        <source>Head office has not let this till in yet.</source>
        <translation>Офис ещё не подтвердил эту кассу.</translation>
    </message>
    <message>
        <source>Invoice {0} for receipt {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal opened</source>
        <translation>Журнал начат</translation>
    </message>
    <message>
        <source>Receipt {0} printed again, copy {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {0} signed by the security module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Selling works without the line.</source>
        <translation>Продажи идут и без связи.</translation>
    </message>
    <message numerus="yes">
        <source>Selling works. %n case(s) for a manager.</source>
        <translation>
            <numerusform>Продажи идут. %n вопрос для старшего.</numerusform>
            <numerusform>Продажи идут. %n вопроса для старшего.</numerusform>
            <numerusform>Продажи идут. %n вопросов для старшего.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Selling works. %n receipt(s) wait for the line.</source>
        <translation>
            <numerusform>Продажи идут. %n чек ждёт связи.</numerusform>
            <numerusform>Продажи идут. %n чека ждут связи.</numerusform>
            <numerusform>Продажи идут. %n чеков ждут связи.</numerusform>
        </translation>
    </message>
    <message>
        <source>Selling works. Somebody should look at this.</source>
        <translation>Продажи идут. Нужно, чтобы кто-то посмотрел.</translation>
    </message>
    <message>
        <source>Selling works. What was sold is on its way.</source>
        <translation>Продажи идут. Проданное уже отправляется.</translation>
    </message>
    <message>
        <source>Shift {0} closed with</source>
        <translation>Смена {0} закрыта:</translation>
    </message>
    <message>
        <source>Shift {0} opened with</source>
        <translation>Смена {0} открыта:</translation>
    </message>
    <message>
        <source>Signed in: {1}</source>
        <translation>Вход: {1}</translation>
    </message>
    <message>
        <source>Stock put right, lines: {0}</source>
        <translation>Остатки исправлены, строк: {0}</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Unknown code {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry {0}</source>
        <translation>запись {0}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>с {time}</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} д</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} ч</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} мин</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} с</translation>
    </message>
</context>
<context>
    <name>HealthCards</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Повреждён</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверяем…</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Последняя связь</translation>
    </message>
    <message>
        <source>Not yet at head office</source>
        <translation>Ещё не в офисе</translation>
    </message>
    <message>
        <source>Prices and goods</source>
        <translation>Цены и товары</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Цел</translation>
    </message>
    <message>
        <source>checked {0}</source>
        <translation>проверен {0}</translation>
    </message>
    <message>
        <source>everything is there</source>
        <translation>там уже всё</translation>
    </message>
    <message>
        <source>head {0}</source>
        <translation>голова {0}</translation>
    </message>
    <message>
        <source>live line open</source>
        <translation>прямая связь есть</translation>
    </message>
    <message>
        <source>loading {0} %</source>
        <translation>загрузка {0} %</translation>
    </message>
    <message>
        <source>never</source>
        <translation>не было</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <translation>ещё не загружены</translation>
    </message>
    <message>
        <source>oldest {0}</source>
        <translation>старшей {0}</translation>
    </message>
    <message>
        <source>position {0}</source>
        <translation>позиция {0}</translation>
    </message>
    <message>
        <source>safe on this till</source>
        <translation>всё цело в кассе</translation>
    </message>
    <message>
        <source>the clock is right</source>
        <translation>часы верны</translation>
    </message>
    <message>
        <source>{0} ago</source>
        <translation>{0} назад</translation>
    </message>
</context>
<context>
    <name>HealthLists</name>
    <message>
        <source>Cases for a manager</source>
        <translation>Вопросы для старшего</translation>
    </message>
    <message>
        <source>Every sale and every count of this till is at head office.</source>
        <translation>Каждая продажа и каждый пересчёт этой кассы уже в офисе.</translation>
    </message>
    <message>
        <source>No cases</source>
        <translation>Вопросов нет</translation>
    </message>
    <message>
        <source>Nothing has to be decided by a person.</source>
        <translation>Решать человеку ничего не нужно.</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Ничего не ждёт</translation>
    </message>
    <message>
        <source>Waits for head office</source>
        <translation>Ждёт отправки в офис</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message numerus="yes">
        <source>%n entries are written and checked, none is missing: {file}</source>
        <translation>
            <numerusform>%n запись выгружена и проверена, всё на месте: {file}</numerusform>
            <numerusform>%n записи выгружены и проверены, все на месте: {file}</numerusform>
            <numerusform>%n записей выгружено и проверено, все на месте: {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are written as they are.</source>
        <translation>
            <numerusform>Выгружена %n запись, как есть.</numerusform>
            <numerusform>Выгружено %n записи, как есть.</numerusform>
            <numerusform>Выгружено %n записей, как есть.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Проверить журнал</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверяем…</translation>
    </message>
    <message numerus="yes">
        <source>Damaged places: %n. Hand this file to support: {file}</source>
        <translation>
            <numerusform>Повреждено мест: %n. Передайте этот файл в поддержку: {file}</numerusform>
            <numerusform>Повреждено мест: %n. Передайте этот файл в поддержку: {file}</numerusform>
            <numerusform>Повреждено мест: %n. Передайте этот файл в поддержку: {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Export unsent</source>
        <translation>Выгрузить неотправленное</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Выгружается…</translation>
    </message>
    <message>
        <source>For the manager</source>
        <translation>Для старшего</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Пробуем…</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys of this screen</source>
        <translation>Клавиши этого экрана</translation>
    </message>
</context>
<context>
    <name>KeySide</name>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Отложено</translation>
    </message>
    <message>
        <source>Parked {0}</source>
        <translation>Отложено {0}</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Кол-во</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Backspace</source>
        <translation>Стереть</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Десятичный знак</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Apply the typed amount; it never finishes the sale</source>
        <translation>Принять набранную сумму; продажу это не завершает</translation>
    </message>
    <message>
        <source>Apply what is typed</source>
        <translation>Принять набранное</translation>
    </message>
    <message>
        <source>Choose a line</source>
        <translation>Выбрать строку</translation>
    </message>
    <message>
        <source>Finish, once nothing is due</source>
        <translation>Завершить, когда всё оплачено</translation>
    </message>
    <message>
        <source>One step back, nothing is lost</source>
        <translation>На шаг назад, ничего не теряется</translation>
    </message>
    <message>
        <source>Remove the chosen line</source>
        <translation>Убрать выбранную строку</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Take the last payment back</source>
        <translation>Отменить последний платёж</translation>
    </message>
    <message>
        <source>The next line, or another</source>
        <translation>Следующая строка или другая</translation>
    </message>
    <message>
        <source>The step of this page</source>
        <translation>Главное действие этой страницы</translation>
    </message>
    <message>
        <source>Three pieces of the goods that are scanned next</source>
        <translation>Три штуки того, что будет отсканировано</translation>
    </message>
    <message>
        <source>To the payment</source>
        <translation>К оплате</translation>
    </message>
    <message>
        <source>Type the PIN</source>
        <translation>Набрать PIN</translation>
    </message>
    <message>
        <source>Type what is counted</source>
        <translation>Набрать, что насчитано</translation>
    </message>
    <message>
        <source>Type what the customer gives</source>
        <translation>Набрать, сколько даёт покупатель</translation>
    </message>
</context>
<context>
    <name>Loading</name>
    <message numerus="yes">
        <source>%n goods are here</source>
        <translation>
            <numerusform>Загружен %n товар</numerusform>
            <numerusform>Загружено %n товара</numerusform>
            <numerusform>Загружено %n товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Goods and prices are coming</source>
        <translation>Загружаются товары и цены</translation>
    </message>
    <message>
        <source>Loading goods</source>
        <translation>Загрузка товаров</translation>
    </message>
    <message>
        <source>This till is admitted. From now on it also works without the line.</source>
        <translation>Касса подтверждена. Теперь она работает и без связи.</translation>
    </message>
    <message>
        <source>{done} of {total} MB</source>
        <translation>{done} из {total} МБ</translation>
    </message>
</context>
<context>
    <name>LookKeys</name>
    <message>
        <source>Dark</source>
        <translation>Тёмный вид</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлый вид</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Dark</source>
        <translation>Тёмный</translation>
    </message>
    <message>
        <source>Gloves</source>
        <translation>Перчатки</translation>
    </message>
    <message>
        <source>Keys at the</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Слева</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлый</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Look here</source>
        <translation>Внимание</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Мышь</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выкл.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Вкл.</translation>
    </message>
    <message>
        <source>Play: {0}</source>
        <translation>Проиграть: {0}</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Справа</translation>
    </message>
    <message>
        <source>Size of keys</source>
        <translation>Размер клавиш</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Sounds of scans</source>
        <translation>Звуки сканирования</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Touch</source>
        <translation>Палец</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Lock</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>Card</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Наличные</translation>
    </message>
</context>
<context>
    <name>NoStart</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n чек</numerusform>
            <numerusform>%n чека</numerusform>
            <numerusform>%n чеков</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Вопросы</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>Для поддержки</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого времени</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Касса</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Составлено</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>head {0}</source>
        <translation>голова {0}</translation>
    </message>
    <message>
        <source>no line since {0}</source>
        <translation>без связи с {0}</translation>
    </message>
    <message>
        <source>nothing, all is sent</source>
        <translation>ничего, всё отправлено</translation>
    </message>
    <message>
        <source>the oldest entry is {0} old</source>
        <translation>старшей записи {0}</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>For the manager</source>
        <translation>Для старшего</translation>
    </message>
    <message>
        <source>No printer is set up: show this page, or take a picture of it.</source>
        <translation>Принтер не настроен: покажите эту страницу или сфотографируйте её.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Show this page, or print it.</source>
        <translation>Покажите эту страницу или распечатайте её.</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>Count what lies in the drawer before the first sale.</source>
        <translation>Посчитайте деньги в ящике до первой продажи.</translation>
    </message>
    <message>
        <source>Open shift</source>
        <translation>Открыть смену</translation>
    </message>
    <message>
        <source>Open shift {0}</source>
        <translation>Открыть смену {0}</translation>
    </message>
    <message>
        <source>Print the last closing again</source>
        <translation>Напечатать последнее закрытие ещё раз</translation>
    </message>
    <message>
        <source>Shift {number} was closed {when} by {who} with {cash} in cash.</source>
        <translation>Смену {number} закрыл(а) {who} {when}, наличных {cash}.</translation>
    </message>
    <message>
        <source>The closing was sent to the printer, marked as a copy.</source>
        <translation>Отчёт отправлен на принтер с пометкой «копия».</translation>
    </message>
</context>
<context>
    <name>PaidTicket</name>
    <message>
        <source>Ticket</source>
        <translation>Чек</translation>
    </message>
</context>
<context>
    <name>ParkedSheet</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n позиция</numerusform>
            <numerusform>%n позиции</numerusform>
            <numerusform>%n позиций</numerusform>
        </translation>
    </message>
    <message>
        <source>Parked sales</source>
        <translation>Отложенные продажи</translation>
    </message>
    <message>
        <source>Sale of {0}</source>
        <translation>Продажа {0}</translation>
    </message>
</context>
<context>
    <name>PaymentView</name>
    <message>
        <source>A scan does nothing while money is taken. Finish, or go back to the sale.</source>
        <translation>Во время оплаты скан ничего не делает. Завершите оплату или вернитесь к продаже.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Внести</translation>
    </message>
    <message>
        <source>Apply the typed amount</source>
        <translation>Внести введённую сумму</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Без сдачи</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Payment methods</source>
        <translation>Способы оплаты</translation>
    </message>
</context>
<context>
    <name>Pending</name>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Отпечаток ключа</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>Офис</translation>
    </message>
    <message>
        <source>Head office has to approve this till</source>
        <translation>Офис должен подтвердить эту кассу</translation>
    </message>
    <message>
        <source>Open the console of head office, choose Terminals, compare the device and press Approve.</source>
        <translation>Откройте консоль офиса, раздел «Терминалы», сверьте устройство и нажмите «Подтвердить».</translation>
    </message>
    <message>
        <source>This till asks again by itself every few seconds.</source>
        <translation>Касса сама спрашивает каждые несколько секунд.</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Касса</translation>
    </message>
    <message>
        <source>Use another address</source>
        <translation>Другой адрес</translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Как на экране</translation>
    </message>
    <message>
        <source>Asking the printer…</source>
        <translation>Спрашиваем принтер…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Keep the address</source>
        <translation>Сохранить адрес</translation>
    </message>
    <message>
        <source>Language of receipts</source>
        <translation>Язык чеков</translation>
    </message>
    <message>
        <source>Letters in a line</source>
        <translation>Букв в строке</translation>
    </message>
    <message>
        <source>Letters the printer knows</source>
        <translation>Буквы, которые знает принтер</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Открыть ящик</translation>
    </message>
    <message>
        <source>Print a test</source>
        <translation>Печать пробы</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Sent. This printer does not say whether it printed: look at the paper.</source>
        <translation>Отправлено. Принтер не сообщает, напечатал ли он: посмотрите на бумагу.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>The drawer hangs on the printer. A test is no sale and is not kept.</source>
        <translation>Ящик подключён к принтеру. Проверка не продажа и не сохраняется.</translation>
    </message>
    <message>
        <source>The drawer was told to open. Did it?</source>
        <translation>Ящику дана команда. Он открылся?</translation>
    </message>
    <message>
        <source>The printer says that it is done.</source>
        <translation>Принтер подтвердил: готово.</translation>
    </message>
    <message>
        <source>tcp:192.168.1.50 · serial:COM3 · file:/dev/usb/lp0 · empty without a printer</source>
        <translation>tcp:192.168.1.50 · serial:COM3 · file:/dev/usb/lp0 · пусто, если принтера нет</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>A cart holds {limit} lines at most.</source>
        <translation>В чеке не больше {limit} строк.</translation>
    </message>
    <message>
        <source>A cart is still in hand.</source>
        <translation>Продажа ещё не закончена.</translation>
    </message>
    <message>
        <source>A discount must be more than zero.</source>
        <translation>Скидка должна быть больше нуля.</translation>
    </message>
    <message>
        <source>A manager can sign in meanwhile.</source>
        <translation>Пока может войти управляющий.</translation>
    </message>
    <message>
        <source>A payment must be more than zero.</source>
        <translation>Оплата должна быть больше нуля.</translation>
    </message>
    <message>
        <source>A quantity must be more than zero.</source>
        <translation>Количество должно быть больше нуля.</translation>
    </message>
    <message>
        <source>A settings file cannot be read.</source>
        <translation>Файл настроек не читается.</translation>
    </message>
    <message>
        <source>A shift is open already.</source>
        <translation>Смена уже открыта.</translation>
    </message>
    <message>
        <source>A void needs a reason.</source>
        <translation>Для отмены нужна причина.</translation>
    </message>
    <message>
        <source>Ask a manager to put it back on sale.</source>
        <translation>Попросите управляющего вернуть товар в продажу.</translation>
    </message>
    <message>
        <source>Ask for a new code, or have this till unblocked in the console.</source>
        <translation>Попросите новый код или разблокировать кассу в консоли.</translation>
    </message>
    <message>
        <source>Ask for another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask head office to add it.</source>
        <translation>Попросите офис добавить его.</translation>
    </message>
    <message>
        <source>Ask somebody with the right to do it.</source>
        <translation>Позовите того, кому это разрешено.</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Check prices and quantities.</source>
        <translation>Проверьте цены и количества.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Проверьте адрес.</translation>
    </message>
    <message>
        <source>Check the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the receipt number.</source>
        <translation>Проверьте номер чека.</translation>
    </message>
    <message>
        <source>Check what was typed or scanned.</source>
        <translation>Проверьте, что введено или отсканировано.</translation>
    </message>
    <message>
        <source>Check what was typed.</source>
        <translation>Проверьте, что введено.</translation>
    </message>
    <message>
        <source>Check whether a barcode was typed as the amount.</source>
        <translation>Проверьте, не введён ли штрихкод вместо суммы.</translation>
    </message>
    <message>
        <source>Check whether a barcode was typed as the quantity.</source>
        <translation>Проверьте, не введён ли штрихкод вместо количества.</translation>
    </message>
    <message>
        <source>Choose a line of the cart.</source>
        <translation>Выберите строку чека.</translation>
    </message>
    <message>
        <source>Choose another receipt.</source>
        <translation>Выберите другой чек.</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>Выберите другое значение.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Выберите из списка.</translation>
    </message>
    <message>
        <source>Close it first.</source>
        <translation>Сначала закройте её.</translation>
    </message>
    <message>
        <source>Connect it to head office once.</source>
        <translation>Один раз подключите её к офису.</translation>
    </message>
    <message>
        <source>Count the drawer and type the amount.</source>
        <translation>Пересчитайте деньги в ящике и введите сумму.</translation>
    </message>
    <message>
        <source>Count the drawer.</source>
        <translation>Пересчитайте деньги в ящике.</translation>
    </message>
    <message>
        <source>Counted money is never below zero.</source>
        <translation>Пересчитанные деньги не бывают меньше нуля.</translation>
    </message>
    <message>
        <source>Give less, or ask a manager to grant it.</source>
        <translation>Дайте меньше или попросите управляющего разрешить.</translation>
    </message>
    <message>
        <source>Go on with the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand out exactly what was paid too much by card.</source>
        <translation>Выдайте ровно то, что переплачено картой.</translation>
    </message>
    <message>
        <source>Head office does not know this code.</source>
        <translation>Офис не знает этого кода.</translation>
    </message>
    <message>
        <source>Head office does not let this till in.</source>
        <translation>Офис не пускает эту кассу.</translation>
    </message>
    <message>
        <source>Head office has not counted the last uses of this coupon yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds for ten minutes and works once: ask for another.</source>
        <translation>Он действует десять минут и один раз: попросите другой.</translation>
    </message>
    <message>
        <source>Look at it and pay again.</source>
        <translation>Посмотрите и оплатите снова.</translation>
    </message>
    <message>
        <source>Look at the list of settings.</source>
        <translation>Посмотрите список настроек.</translation>
    </message>
    <message>
        <source>Mend or remove the file.</source>
        <translation>Исправьте или удалите файл.</translation>
    </message>
    <message>
        <source>Money is given back here, not taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {limit_milli} of one thing cannot be sold on one line.</source>
        <translation>В одной строке нельзя продать больше {limit_milli}.</translation>
    </message>
    <message>
        <source>Moving cash needs a reason.</source>
        <translation>Для внесения и изъятия денег нужна причина.</translation>
    </message>
    <message>
        <source>Name it, for example Till 3.</source>
        <translation>Назовите её, например Касса 3.</translation>
    </message>
    <message>
        <source>Name or PIN is wrong.</source>
        <translation>Имя или PIN неверны.</translation>
    </message>
    <message>
        <source>Name the customer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shift is open.</source>
        <translation>Смена не открыта.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Никто не вошёл.</translation>
    </message>
    <message>
        <source>Nothing was given to adjust.</source>
        <translation>Не указано, что исправить.</translation>
    </message>
    <message>
        <source>Only a receipt of the open shift can be taken back whole.</source>
        <translation>Целиком отменить можно только чек открытой смены.</translation>
    </message>
    <message>
        <source>Only cash can be more than the total; take the exact amount.</source>
        <translation>Больше итога можно взять только наличными; возьмите точную сумму.</translation>
    </message>
    <message>
        <source>Open a shift first.</source>
        <translation>Сначала откройте смену.</translation>
    </message>
    <message>
        <source>Opening the drawer needs a reason.</source>
        <translation>Чтобы открыть ящик, нужна причина.</translation>
    </message>
    <message>
        <source>Pay this one and open another.</source>
        <translation>Оплатите этот и начните новый.</translation>
    </message>
    <message>
        <source>Receipt {receipt} belongs to another shift.</source>
        <translation>Чек {receipt} из другой смены.</translation>
    </message>
    <message>
        <source>Receipt {receipt} was taken back already.</source>
        <translation>Чек {receipt} уже отменён.</translation>
    </message>
    <message>
        <source>Register it with head office.</source>
        <translation>Зарегистрируйте её в офисе.</translation>
    </message>
    <message>
        <source>Remove the line and have the product put right.</source>
        <translation>Уберите строку и попросите исправить товар.</translation>
    </message>
    <message>
        <source>Remove the line instead.</source>
        <translation>Лучше уберите строку.</translation>
    </message>
    <message>
        <source>Say what for.</source>
        <translation>Укажите, для чего.</translation>
    </message>
    <message>
        <source>Say why it is taken back.</source>
        <translation>Укажите, почему чек отменяют.</translation>
    </message>
    <message>
        <source>Scan a single piece, or have the case added to the catalogue.</source>
        <translation>Отсканируйте одну штуку или попросите добавить упаковку в каталог.</translation>
    </message>
    <message>
        <source>Scan every label once.</source>
        <translation>Отсканируйте каждую этикетку один раз.</translation>
    </message>
    <message>
        <source>Scan it once more; if this stays, test the scanner in Settings.</source>
        <translation>Отсканируйте ещё раз; если повторится, проверьте сканер в настройках.</translation>
    </message>
    <message>
        <source>Scan something first.</source>
        <translation>Сначала отсканируйте товар.</translation>
    </message>
    <message>
        <source>Scan the next customer.</source>
        <translation>Сканируйте товары следующего покупателя.</translation>
    </message>
    <message>
        <source>Sell it, park it or empty it first.</source>
        <translation>Сначала оплатите, отложите или очистите её.</translation>
    </message>
    <message>
        <source>Sell something first.</source>
        <translation>Сначала продайте что-нибудь.</translation>
    </message>
    <message>
        <source>Sell without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with your PIN.</source>
        <translation>Войдите по PIN.</translation>
    </message>
    <message>
        <source>Take less.</source>
        <translation>Возьмите меньше.</translation>
    </message>
    <message>
        <source>Take out less, or put the change in first.</source>
        <translation>Изымите меньше или сначала внесите размен.</translation>
    </message>
    <message>
        <source>Take the last amount back and give exactly what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the rest of the payment.</source>
        <translation>Примите остаток оплаты.</translation>
    </message>
    <message>
        <source>The address of head office is missing.</source>
        <translation>Нет адреса офиса.</translation>
    </message>
    <message>
        <source>The amount must not be zero.</source>
        <translation>Сумма не может быть нулевой.</translation>
    </message>
    <message>
        <source>The cash was not counted.</source>
        <translation>Наличные не пересчитаны.</translation>
    </message>
    <message>
        <source>The drawer should hold {held_minor}.</source>
        <translation>В ящике должно быть {held_minor}.</translation>
    </message>
    <message>
        <source>The float is never below zero.</source>
        <translation>Размен не бывает меньше нуля.</translation>
    </message>
    <message>
        <source>The float was not typed.</source>
        <translation>Размен не введён.</translation>
    </message>
    <message>
        <source>The label carries no price.</source>
        <translation>На этикетке нет цены.</translation>
    </message>
    <message>
        <source>The label says how much this is.</source>
        <translation>Сколько это, сказано на этикетке.</translation>
    </message>
    <message>
        <source>The scanner sent something that is no code.</source>
        <translation>Сканер прислал то, что не является кодом.</translation>
    </message>
    <message>
        <source>The shop has no place for this.</source>
        <translation>В магазине нет места хранения для этого.</translation>
    </message>
    <message>
        <source>The total is no longer what was shown.</source>
        <translation>Итог уже не тот, что был показан.</translation>
    </message>
    <message>
        <source>There is no sale in this shift to take back.</source>
        <translation>В этой смене нет продажи, которую можно отменить.</translation>
    </message>
    <message>
        <source>There is no such coupon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such sale at this till.</source>
        <translation>На этой кассе нет такой продажи.</translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation>Такой настройки нет.</translation>
    </message>
    <message>
        <source>There is not so much cash in the drawer.</source>
        <translation>Столько наличных в ящике нет.</translation>
    </message>
    <message>
        <source>There is nothing in the cart.</source>
        <translation>В чеке ничего нет.</translation>
    </message>
    <message>
        <source>This address cannot be one of a device.</source>
        <translation>У устройства не может быть такого адреса.</translation>
    </message>
    <message>
        <source>This address cannot be used.</source>
        <translation>Этот адрес не подходит.</translation>
    </message>
    <message>
        <source>This amount is too large to be true.</source>
        <translation>Такой большой суммы быть не может.</translation>
    </message>
    <message>
        <source>This cart is sold already.</source>
        <translation>Эта продажа уже оплачена.</translation>
    </message>
    <message>
        <source>This changes nothing.</source>
        <translation>Это ничего не меняет.</translation>
    </message>
    <message>
        <source>This coupon does not hold yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This coupon has run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This coupon is for known customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This coupon is in the cart already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This coupon was redeemed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This customer has redeemed this coupon already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This discount is more than the {limit_ppm} that you may give.</source>
        <translation>Эта скидка больше {limit_ppm}, которые вам разрешены.</translation>
    </message>
    <message>
        <source>This is a case of {name}; how many are inside is not known.</source>
        <translation>Это упаковка «{name}»; сколько внутри, неизвестно.</translation>
    </message>
    <message>
        <source>This is not a price.</source>
        <translation>Это не цена.</translation>
    </message>
    <message>
        <source>This is not a quantity.</source>
        <translation>Это не количество.</translation>
    </message>
    <message>
        <source>This is not a reason.</source>
        <translation>Это не причина.</translation>
    </message>
    <message>
        <source>This is not an amount.</source>
        <translation>Это не сумма.</translation>
    </message>
    <message>
        <source>This is not paid yet.</source>
        <translation>Это ещё не оплачено.</translation>
    </message>
    <message>
        <source>This is sold in whole pieces.</source>
        <translation>Это продаётся целыми штуками.</translation>
    </message>
    <message>
        <source>This is {over_minor} more than is due.</source>
        <translation>Это на {over_minor} больше, чем к оплате.</translation>
    </message>
    <message>
        <source>This is {over_minor} more than is to be given back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is no longer in the cart.</source>
        <translation>Этой строки в чеке уже нет.</translation>
    </message>
    <message>
        <source>This price cannot be true.</source>
        <translation>Такой цены быть не может.</translation>
    </message>
    <message>
        <source>This quantity is too large to be true.</source>
        <translation>Такого большого количества быть не может.</translation>
    </message>
    <message>
        <source>This setting cannot have this value.</source>
        <translation>У этой настройки не может быть такого значения.</translation>
    </message>
    <message>
        <source>This till has no goods and prices yet.</source>
        <translation>На этой кассе ещё нет товаров и цен.</translation>
    </message>
    <message>
        <source>This till has no name yet.</source>
        <translation>У кассы ещё нет названия.</translation>
    </message>
    <message>
        <source>This till has no receipt to print again.</source>
        <translation>На этой кассе нет чека, который можно напечатать ещё раз.</translation>
    </message>
    <message>
        <source>This till is not registered yet.</source>
        <translation>Эта касса ещё не зарегистрирована.</translation>
    </message>
    <message>
        <source>This till was blocked by head office.</source>
        <translation>Эта касса заблокирована офисом.</translation>
    </message>
    <message>
        <source>This total is too large to be true.</source>
        <translation>Такого большого итога быть не может.</translation>
    </message>
    <message>
        <source>Too many wrong PINs; wait {seconds} s.</source>
        <translation>Слишком много неверных PIN; подождите {seconds} с.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Попробуйте снова.</translation>
    </message>
    <message>
        <source>Type a quantity other than zero.</source>
        <translation>Введите количество, отличное от нуля.</translation>
    </message>
    <message>
        <source>Type digits with one decimal mark and three decimals at most.</source>
        <translation>Введите цифры с одной запятой и не более чем тремя знаками после неё.</translation>
    </message>
    <message>
        <source>Type digits with one decimal mark, for example 12.90.</source>
        <translation>Введите цифры с одной запятой, например 12,90.</translation>
    </message>
    <message>
        <source>Type how much to take off.</source>
        <translation>Введите размер скидки.</translation>
    </message>
    <message>
        <source>Type it, or scan the code from head office.</source>
        <translation>Введите его или отсканируйте код из офиса.</translation>
    </message>
    <message>
        <source>Type it; 0 for an empty drawer.</source>
        <translation>Введите его; 0, если ящик пуст.</translation>
    </message>
    <message>
        <source>Type the amount that is paid.</source>
        <translation>Введите сумму оплаты.</translation>
    </message>
    <message>
        <source>Type the amount.</source>
        <translation>Введите сумму.</translation>
    </message>
    <message>
        <source>Type what the customer gets back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a whole number.</source>
        <translation>Введите целое число.</translation>
    </message>
    <message>
        <source>Wait until the till is connected again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh it again, or type the quantity.</source>
        <translation>Взвесьте снова или введите количество.</translation>
    </message>
    <message>
        <source>Weigh it, or type the quantity.</source>
        <translation>Взвесьте или введите количество.</translation>
    </message>
    <message>
        <source>Write tcp:HOST, serial:PORT or file:PATH, or choose a port of the list.</source>
        <translation>Напишите tcp:АДРЕС, serial:ПОРТ или file:ПУТЬ либо выберите порт из списка.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>Вам это не разрешено.</translation>
    </message>
    <message>
        <source>{amount_minor} in cash cannot be right.</source>
        <translation>{amount_minor} наличными — это не может быть верно.</translation>
    </message>
    <message>
        <source>{back_minor} in cash is to be handed out here.</source>
        <translation>Здесь нужно выдать {back_minor} наличными.</translation>
    </message>
    <message>
        <source>{name} has a price, quantity or tax rate that cannot be sold.</source>
        <translation>«{name}»: с такой ценой, количеством или налогом продать нельзя.</translation>
    </message>
    <message>
        <source>{name} is no longer sold.</source>
        <translation>«{name}» больше не продаётся.</translation>
    </message>
    <message>
        <source>{name} is sold by weight.</source>
        <translation>«{name}» продаётся на вес.</translation>
    </message>
    <message>
        <source>“{setting}” is no code page of a receipt printer.</source>
        <translation>«{setting}» — не кодовая страница чекового принтера.</translation>
    </message>
</context>
<context>
    <name>ResumePage</name>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Отложить</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>%n entries are safe on this till and go to head office by themselves.</source>
        <translation>
            <numerusform>%n запись хранится на этой кассе и сама уйдёт в офис.</numerusform>
            <numerusform>%n записи хранятся на этой кассе и сами уйдут в офис.</numerusform>
            <numerusform>%n записей хранятся на этой кассе и сами уйдут в офис.</numerusform>
        </translation>
    </message>
    <message>
        <source>A closed shift cannot be opened again.</source>
        <translation>Закрытую смену нельзя открыть снова.</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>Закрыть смену</translation>
    </message>
    <message>
        <source>Close shift {0}?</source>
        <translation>Закрыть смену {0}?</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Пересчитать</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Administrator</source>
        <translation>Администратор</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Кассир</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Управляющий</translation>
    </message>
    <message>
        <source>Salesperson</source>
        <translation>Продавец</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Склад</translation>
    </message>
</context>
<context>
    <name>RunningPage</name>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n отменена</numerusform>
            <numerusform>%n отменены</numerusform>
            <numerusform>%n отменено</numerusform>
        </translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>Внесение</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>Изъятие</translation>
    </message>
    <message>
        <source>Cash put in</source>
        <translation>Внесено наличных</translation>
    </message>
    <message>
        <source>Cash taken out</source>
        <translation>Изъято наличных</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>Закрыть смену</translation>
    </message>
    <message>
        <source>Drawer opened without a sale</source>
        <translation>Ящик открывали без продажи</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Размен</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>No sale yet</source>
        <translation>Продаж ещё нет</translation>
    </message>
    <message>
        <source>Print the X report</source>
        <translation>Напечатать X-отчёт</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Округление</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Shift {0} is open</source>
        <translation>Смена {0} открыта</translation>
    </message>
    <message>
        <source>Should be in the drawer</source>
        <translation>Должно быть в ящике</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Налоги</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Выручка</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X-отчёт</translation>
    </message>
    <message>
        <source>discounts {0}</source>
        <translation>скидки {0}</translation>
    </message>
    <message>
        <source>float and cash of the sales</source>
        <translation>размен и наличные с продаж</translation>
    </message>
    <message>
        <source>is shown after the count</source>
        <translation>покажем после пересчёта</translation>
    </message>
    <message>
        <source>no discounts</source>
        <translation>без скидок</translation>
    </message>
    <message>
        <source>none taken back</source>
        <translation>отмен нет</translation>
    </message>
    <message>
        <source>since {time} · {who} · business day {day}</source>
        <translation>с {time} · {who} · учётный день {day}</translation>
    </message>
</context>
<context>
    <name>ScanTest</name>
    <message>
        <source>A part of the code could not be read.</source>
        <translation>Часть кода не читается.</translation>
    </message>
    <message>
        <source>A part of the code stands in it twice.</source>
        <translation>Часть кода повторяется дважды.</translation>
    </message>
    <message>
        <source>Best before</source>
        <translation>Лучше до</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Пришло через</translation>
    </message>
    <message>
        <source>Capitals and small letters are swapped. Switch off Caps Lock, or the scanner&apos;s case change.</source>
        <translation>Большие и маленькие буквы поменялись. Выключите Caps Lock или смену регистра в сканере.</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Символов</translation>
    </message>
    <message>
        <source>Ends with</source>
        <translation>В конце</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Годен до</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Keys as they came</source>
        <translation>Клавиши как есть</translation>
    </message>
    <message>
        <source>Kind of code</source>
        <translation>Вид кода</translation>
    </message>
    <message>
        <source>Letters or signs arrive changed. Set the scanner&apos;s keyboard to US English, or use a cable.</source>
        <translation>Буквы или знаки приходят искажёнными. Выберите в сканере клавиатуру US English или подключите его кабелем.</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Партия</translation>
    </message>
    <message>
        <source>Only the small code beside the main one was read.</source>
        <translation>Прочитан только маленький код рядом с основным.</translation>
    </message>
    <message>
        <source>Produced</source>
        <translation>Произведён</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Read whole.</source>
        <translation>Прочитано целиком.</translation>
    </message>
    <message>
        <source>Separators (GS)</source>
        <translation>Разделители (GS)</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Серийный номер</translation>
    </message>
    <message>
        <source>Small code beside it</source>
        <translation>Маленький код рядом</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>The check digit is wrong: misread, or misprinted.</source>
        <translation>Контрольная цифра не сходится: ошибка чтения или печати.</translation>
    </message>
    <message>
        <source>The code is misprinted: this kind may not carry GS1 data.</source>
        <translation>Код напечатан неверно: такой вид не может нести данные GS1.</translation>
    </message>
    <message>
        <source>The measure has more decimals than are kept.</source>
        <translation>У величины больше знаков, чем хранится.</translation>
    </message>
    <message>
        <source>The scanner drops the separator (GS), so marked goods are read wrongly. Let it send control characters, or use its serial mode.</source>
        <translation>Сканер теряет разделитель (GS), и маркированные товары читаются неверно. Включите передачу управляющих символов или режим COM-порта.</translation>
    </message>
    <message>
        <source>The scanner sends the separator (GS) as text. Switch that off in its manual.</source>
        <translation>Сканер передаёт разделитель (GS) текстом. Отключите это по его инструкции.</translation>
    </message>
    <message>
        <source>The scanner types slowly. Choose a longer pause, or raise its speed.</source>
        <translation>Сканер печатает медленно. Выберите паузу длиннее или ускорьте сканер.</translation>
    </message>
    <message>
        <source>This is a case whose content is not known.</source>
        <translation>Это короб с неизвестным содержимым.</translation>
    </message>
    <message>
        <source>This is no code.</source>
        <translation>Это не код.</translation>
    </message>
    <message>
        <source>This scanner passes everything through, separators too.</source>
        <translation>Сканер передаёт всё, включая разделители.</translation>
    </message>
    <message>
        <source>cable or network</source>
        <translation>кабель или сеть</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>клавиатуру</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>not among the goods</source>
        <translation>нет среди товаров</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>the scanner does not say</source>
        <translation>сканер не сообщает</translation>
    </message>
    <message>
        <source>{0} ms per character</source>
        <translation>{0} мс на символ</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Characters as they came: {0}</source>
        <translation>Символы как есть: {0}</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Keyboard scanner only</source>
        <translation>Только сканер-клавиатура</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Искать снова</translation>
    </message>
    <message>
        <source>Look for ports again</source>
        <translation>Искать порты снова</translation>
    </message>
    <message>
        <source>No serial port was found. A keyboard scanner needs none.</source>
        <translation>COM-портов не найдено. Сканеру-клавиатуре порт не нужен.</translation>
    </message>
    <message>
        <source>Pause that ends a code typed by a keyboard scanner</source>
        <translation>Пауза, которой кончается код сканера-клавиатуры</translation>
    </message>
    <message>
        <source>Scan something else, or this code once more.</source>
        <translation>Сканируйте другое или этот код ещё раз.</translation>
    </message>
    <message>
        <source>Scan this code, or anything else. Nothing is sold here.</source>
        <translation>Сканируйте этот код или любой другой. Здесь ничего не продаётся.</translation>
    </message>
    <message>
        <source>Speed of the cable (baud)</source>
        <translation>Скорость порта (бод)</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Test code to scan</source>
        <translation>Проверочный код для сканера</translation>
    </message>
    <message>
        <source>{0} (not there now)</source>
        <translation>{0} (сейчас нет)</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0} мс</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>First start</source>
        <translation>Первый запуск</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Смена</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Sync and health</source>
        <translation>Связь и состояние</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Касса</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Empty the field</source>
        <translation>Очистить поле</translation>
    </message>
</context>
<context>
    <name>SearchModel</name>
    <message>
        <source>Article</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Enter tries it as a code.</source>
        <translation>Enter — попробовать как код.</translation>
    </message>
    <message>
        <source>Goods found</source>
        <translation>Найденные товары</translation>
    </message>
    <message>
        <source>Nothing called “{0}”</source>
        <translation>Ничего похожего на «{0}»</translation>
    </message>
    <message>
        <source>Try a part of the name, or the number under the barcode.</source>
        <translation>Введите часть названия или цифры под штрихкодом.</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter adds · Esc closes</source>
        <translation>↑ ↓ выбрать · Enter добавить · Esc закрыть</translation>
    </message>
</context>
<context>
    <name>Selling</name>
    <message>
        <source>A manager allows it</source>
        <translation>Разрешит старший</translation>
    </message>
    <message>
        <source>Receipt {0} is printed again: copy {1}.</source>
        <translation>Чек {0} печатается ещё раз: копия {1}.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Set by your administrator ({0})</source>
        <translation>Задано администратором ({0})</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Printer and drawer</source>
        <translation>Принтер и ящик</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Сканер</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>This till</source>
        <translation>Эта касса</translation>
    </message>
    <message>
        <source>Words and look</source>
        <translation>Язык и вид</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>A scan does nothing on this screen.</source>
        <translation>На этом экране скан ничего не делает.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Во весь экран</translation>
    </message>
    <message>
        <source>Lock: who is working?</source>
        <translation>Блокировка: кто работает?</translation>
    </message>
</context>
<context>
    <name>ShellMessages</name>
    <message>
        <source>Head office asks for a support bundle: versions, settings, logs and figures of this till, nothing about customers.</source>
        <translation>Офис просит пакет для поддержки: версии, настройки, журналы работы и показатели этой кассы, ничего о покупателях.</translation>
    </message>
    <message>
        <source>Head office did not take the support bundle.</source>
        <translation>Офис не принял пакет для поддержки.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Читать дальше</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Прочитано</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>The support bundle was sent to head office.</source>
        <translation>Пакет для поддержки отправлен в офис.</translation>
    </message>
</context>
<context>
    <name>ShiftView</name>
    <message>
        <source>count</source>
        <translation>пересчёт</translation>
    </message>
</context>
<context>
    <name>SideNavigation</name>
    <message>
        <source>Screens</source>
        <translation>Разделы</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Choose your name, then type your PIN.</source>
        <translation>Выберите своё имя и введите PIN.</translation>
    </message>
    <message>
        <source>First choose your name</source>
        <translation>Сначала выберите имя</translation>
    </message>
    <message>
        <source>Nobody is known here yet</source>
        <translation>Здесь ещё никого не знают</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message numerus="yes">
        <source>PIN: %n digit(s) typed</source>
        <translation>
            <numerusform>PIN: введена %n цифра</numerusform>
            <numerusform>PIN: введены %n цифры</numerusform>
            <numerusform>PIN: введено %n цифр</numerusform>
        </translation>
    </message>
    <message>
        <source>People</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>People come from head office.</source>
        <translation>Сотрудников присылает офис.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s), or choose another name.</source>
        <translation>
            <numerusform>Слишком много неверных PIN. Подождите %n секунду или выберите другое имя.</numerusform>
            <numerusform>Слишком много неверных PIN. Подождите %n секунды или выберите другое имя.</numerusform>
            <numerusform>Слишком много неверных PIN. Подождите %n секунд или выберите другое имя.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>Кто работает?</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Discounts: {amount}</source>
        <translation>Скидки: {amount}</translation>
    </message>
    <message>
        <source>Discount{because}, held to the {percent} % that was allowed: {amount}</source>
        <translation>Скидка{because}, ограничена разрешёнными {percent} %: {amount}</translation>
    </message>
    <message>
        <source>Discount{because}: {amount}</source>
        <translation>Скидка{because}: {amount}</translation>
    </message>
    <message>
        <source>Goods before discounts (lines: {lines}): {amount}</source>
        <translation>Товары до скидок (строк: {lines}): {amount}</translation>
    </message>
    <message>
        <source>Left to pay: {amount}</source>
        <translation>Осталось оплатить: {amount}</translation>
    </message>
    <message>
        <source>Rounded to {step} because it is paid in cash: {amount}</source>
        <translation>Округлено до {step}, потому что наличными: {amount}</translation>
    </message>
    <message>
        <source>Share of the discount on the whole receipt{because}, held to what was allowed: {amount}</source>
        <translation>Доля скидки на весь чек{because}, ограничена разрешённой: {amount}</translation>
    </message>
    <message>
        <source>Share of the discount on the whole receipt{because}: {amount}</source>
        <translation>Доля скидки на весь чек{because}: {amount}</translation>
    </message>
    <message>
        <source>The label says {amount} for {quantity} {unit}</source>
        <translation>По этикетке: {amount} за {quantity} {unit}</translation>
    </message>
    <message>
        <source>{packs} × pack of {pack} {unit}: {quantity} {unit} at {price} is {amount}</source>
        <translation>{packs} × упаковка {pack} {unit}: {quantity} {unit} по {price} = {amount}</translation>
    </message>
    <message>
        <source>{percent} % off{because}: {amount}</source>
        <translation>Скидка {percent} %{because}: {amount}</translation>
    </message>
    <message>
        <source>{percent} % tax is inside the price: {tax}</source>
        <translation>Налог {percent} % уже в цене: {tax}</translation>
    </message>
    <message>
        <source>{percent} % tax is inside the price: {tax}, rounded once for the receipt</source>
        <translation>Налог {percent} % уже в цене: {tax}, округлён один раз на чек</translation>
    </message>
    <message>
        <source>{percent} % tax on {net}, inside the prices: {tax}</source>
        <translation>Налог {percent} % с {net}, уже в ценах: {tax}</translation>
    </message>
    <message>
        <source>{percent} % tax on {net}: {amount}</source>
        <translation>Налог {percent} % с {net}: {amount}</translation>
    </message>
    <message>
        <source>{percent} % tax on {net}: {amount}, rounded once for the receipt</source>
        <translation>Налог {percent} % с {net}: {amount}, округлён один раз на чек</translation>
    </message>
    <message>
        <source>{quantity} {unit} at {price} is {amount}</source>
        <translation>{quantity} {unit} по {price} = {amount}</translation>
    </message>
    <message>
        <source>{quantity} {unit} weighed, at {price}, is {amount}</source>
        <translation>{quantity} {unit} на весах, по {price} = {amount}</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Close notice</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n вопрос</numerusform>
            <numerusform>%n вопроса</numerusform>
            <numerusform>%n вопросов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n ждёт</numerusform>
            <numerusform>%n ждут</numerusform>
            <numerusform>%n ждут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All data sent, %n min ago.</source>
        <translation>
            <numerusform>Всё отправлено %n мин назад.</numerusform>
            <numerusform>Всё отправлено %n мин назад.</numerusform>
            <numerusform>Всё отправлено %n мин назад.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All data sent, %n s ago.</source>
        <translation>
            <numerusform>Всё отправлено %n с назад.</numerusform>
            <numerusform>Всё отправлено %n с назад.</numerusform>
            <numerusform>Всё отправлено %n с назад.</numerusform>
        </translation>
    </message>
    <message>
        <source>All data sent.</source>
        <translation>Всё отправлено.</translation>
    </message>
    <message>
        <source>Cable or Wi-Fi of this till. Sales continue.</source>
        <translation>Кабель или Wi-Fi этой кассы. Продажи продолжаются.</translation>
    </message>
    <message>
        <source>Certificate invalid</source>
        <translation>Сертификат неверен</translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation>Часы идут неверно</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Нужно внимание</translation>
    </message>
    <message>
        <source>No internet</source>
        <translation>Нет интернета</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Нет сети</translation>
    </message>
    <message>
        <source>Nothing is sent until the certificate of head office verifies. Sales continue.</source>
        <translation>Пока сертификат офиса не пройдёт проверку, ничего не отправляется. Продажи продолжаются.</translation>
    </message>
    <message>
        <source>Nothing to do here: it is sent by itself when the server answers. Sales continue.</source>
        <translation>Делать ничего не нужно: всё уйдёт само, когда сервер ответит. Продажи продолжаются.</translation>
    </message>
    <message>
        <source>Nothing to do here: this till tries again by itself. Sales continue.</source>
        <translation>Ничего делать не нужно: касса повторит сама. Продажи продолжаются.</translation>
    </message>
    <message>
        <source>On the way to head office.</source>
        <translation>На пути в офис.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>На связи</translation>
    </message>
    <message>
        <source>Open the details: a manager decides.</source>
        <translation>Откройте подробности: решает старший.</translation>
    </message>
    <message>
        <source>Open the details: a person should look.</source>
        <translation>Откройте подробности: нужно посмотреть человеку.</translation>
    </message>
    <message>
        <source>Sales stay on this till until it is let in.</source>
        <translation>Продажи остаются на этой кассе, пока её не допустят.</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n</source>
        <translation>
            <numerusform>Отправка %n</numerusform>
            <numerusform>Отправка %n</numerusform>
            <numerusform>Отправка %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation>Сервер занят</translation>
    </message>
    <message>
        <source>Server unavailable</source>
        <translation>Сервер недоступен</translation>
    </message>
    <message>
        <source>Set date and time of this till.</source>
        <translation>Установите дату и время на этой кассе.</translation>
    </message>
    <message>
        <source>The network asks to sign in on its own web page. Sales continue.</source>
        <translation>Сеть просит войти на своей веб-странице. Продажи продолжаются.</translation>
    </message>
    <message>
        <source>The router works, the internet does not. Sales continue.</source>
        <translation>Роутер работает, интернета нет. Продажи продолжаются.</translation>
    </message>
    <message>
        <source>Till is blocked</source>
        <translation>Касса заблокирована</translation>
    </message>
    <message>
        <source>Till not registered</source>
        <translation>Касса не подключена</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Ждёт подтверждения</translation>
    </message>
</context>
<context>
    <name>TenderLine</name>
    <message>
        <source>Take back: {0}</source>
        <translation>Убрать: {0}</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n упаковка</numerusform>
            <numerusform>%n упаковки</numerusform>
            <numerusform>%n упаковок</numerusform>
        </translation>
    </message>
    <message>
        <source>price from the label</source>
        <translation>цена с этикетки</translation>
    </message>
</context>
<context>
    <name>TicketSide</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n позиция</numerusform>
            <numerusform>%n позиции</numerusform>
            <numerusform>%n позиций</numerusform>
        </translation>
    </message>
    <message>
        <source>A manager allows it</source>
        <translation>Разрешит старший</translation>
    </message>
    <message>
        <source>Ask for the age: {0} or over</source>
        <translation>Спросите возраст: от {0} лет</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Проверено</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Last item</source>
        <translation>Последний товар</translation>
    </message>
    <message>
        <source>Removed: {0}</source>
        <translation>Удалено: {0}</translation>
    </message>
    <message>
        <source>Sale of {0}</source>
        <translation>Продажа {0}</translation>
    </message>
    <message>
        <source>Scan the first item</source>
        <translation>Отсканируйте первый товар</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>TOTAL</source>
        <translation>ИТОГО</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>You save {0}</source>
        <translation>Вы экономите {0}</translation>
    </message>
    <message>
        <source>or press F2 to search</source>
        <translation>или нажмите F2 для поиска</translation>
    </message>
    <message>
        <source>why so much?</source>
        <translation>почему столько?</translation>
    </message>
    <message>
        <source>{0} not found</source>
        <translation>{0} не найден</translation>
    </message>
</context>
<context>
    <name>TicketTable</name>
    <message>
        <source>Item</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Кол-во</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Чек</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>Goods</source>
        <translation>Товары</translation>
    </message>
</context>
<context>
    <name>TillPage</name>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Head of the journal</source>
        <translation>Голова журнала</translation>
    </message>
    <message>
        <source>Journal since</source>
        <translation>Журнал с</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Program and data</source>
        <translation>Программа и данные</translation>
    </message>
    <message>
        <source>Receipts begin with</source>
        <translation>Чеки начинаются с</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Секреты</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>Задано администратором</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Магазин</translation>
    </message>
    <message>
        <source>Size of the journal</source>
        <translation>Размер журнала</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Till and server</source>
        <translation>Касса и сервер</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>подтверждена</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>заблокирована</translation>
    </message>
    <message>
        <source>waiting for approval</source>
        <translation>ждёт подтверждения</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} МБ</translation>
    </message>
</context>
<context>
    <name>TillView</name>
    <message>
        <source>Open the drawer</source>
        <translation>Открыть ящик</translation>
    </message>
    <message>
        <source>Print the last receipt again</source>
        <translation>Последний чек ещё раз</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Отменить последний шаг</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Keys of this screen</source>
        <translation>Клавиши этого экрана</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Scan or find goods</source>
        <translation>Сканируйте или найдите товар</translation>
    </message>
    <message>
        <source>shift {0}</source>
        <translation>смена {0}</translation>
    </message>
</context>
<context>
    <name>UndoChip</name>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} с</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>box</source>
        <translation>кор.</translation>
    </message>
    <message>
        <source>g</source>
        <translation>г</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>кг</translation>
    </message>
    <message>
        <source>l</source>
        <translation>л</translation>
    </message>
    <message>
        <source>m</source>
        <translation>м</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>шт</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>Why so much?</source>
        <translation>Почему столько?</translation>
    </message>
</context>
</TS>
