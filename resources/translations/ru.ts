<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>A folder: backups and what is unsent go there too.</source>
        <translation>Папка: туда же пишутся копии и то, что ещё не отправлено.</translation>
    </message>
    <message>
        <source>Licences of all parts</source>
        <translation>Лицензии всех частей</translation>
    </message>
    <message>
        <source>Recovery sheet (PDF)</source>
        <translation>Лист восстановления (PDF)</translation>
    </message>
    <message>
        <source>Second disk or share</source>
        <translation>Второй диск или сетевая папка</translation>
    </message>
    <message>
        <source>The sheet for the safe opens a backup when computer and head office are both gone.</source>
        <translation>Лист для сейфа открывает копию, если нет ни компьютера, ни офиса.</translation>
    </message>
    <message>
        <source>This program is under the MIT licence. It uses Qt under the LGPL: its libraries lie beside the program as files, and you may put your own build of them in their place.</source>
        <translation>Программа распространяется по лицензии MIT. Она использует Qt по лицензии LGPL: его библиотеки лежат рядом с программой отдельными файлами, и вы можете заменить их своей сборкой.</translation>
    </message>
    <message>
        <source>When this computer is lost</source>
        <translation>Если этот компьютер утрачен</translation>
    </message>
    <message>
        <source>Written to {0}. Print it, then delete the file.</source>
        <translation>Записано в {0}. Распечатайте и удалите файл.</translation>
    </message>
</context>
<context>
    <name>AlarmCover</name>
    <message>
        <source>Go on</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>It is…</source>
        <translation>Это…</translation>
    </message>
    <message>
        <source>Put these goods aside. The code is kept: finish when head office has added it, or take it back.</source>
        <translation>Отложите этот товар. Код сохранён: завершите, когда офис его добавит, или верните скан.</translation>
    </message>
    <message>
        <source>Say what it is: the goods that are scanned next</source>
        <translation>Указать, что это: товар, который сканируют следующим</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Вернуть скан</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <translation>Неизвестный код</translation>
    </message>
</context>
<context>
    <name>Approvals</name>
    <message>
        <source>Approve</source>
        <translation>Одобрить</translation>
    </message>
    <message>
        <source>Correction of stock</source>
        <translation>Исправление остатка</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>It is booked at once.</source>
        <translation>Сразу проводится.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>The goods stay in the books.</source>
        <translation>Товар остаётся на учёте.</translation>
    </message>
    <message>
        <source>Write-off</source>
        <translation>Списание</translation>
    </message>
    <message>
        <source>You asked for it: somebody else approves it.</source>
        <translation>Вы это запросили: одобряет другой.</translation>
    </message>
</context>
<context>
    <name>BinStrip</name>
    <message>
        <source>Empty</source>
        <translation>Пусто</translation>
    </message>
    <message>
        <source>Have this bin counted</source>
        <translation>Пересчитать ячейку</translation>
    </message>
    <message>
        <source>Not empty</source>
        <translation>Не пусто</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>Ячейка пуста</translation>
    </message>
    <message>
        <source>The bin is not empty: have it counted</source>
        <translation>Ячейка не пуста: пересчитать</translation>
    </message>
</context>
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
    <name>CardPanel</name>
    <message>
        <source>Ask again</source>
        <translation>Спросить ещё раз</translation>
    </message>
    <message>
        <source>At the card terminal</source>
        <translation>На терминале</translation>
    </message>
    <message>
        <source>Back to the card</source>
        <translation>Возврат на карту</translation>
    </message>
    <message>
        <source>Break off at the terminal</source>
        <translation>Прервать на терминале</translation>
    </message>
    <message>
        <source>Breaking off …</source>
        <translation>Прерывается…</translation>
    </message>
    <message>
        <source>It was not paid</source>
        <translation>Не оплачено</translation>
    </message>
    <message>
        <source>It was paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Nobody knows whether the card was charged. Ask the terminal again; take no other card.</source>
        <translation>Неизвестно, списаны ли деньги с карты. Спросите терминал ещё раз; другую карту не берите.</translation>
    </message>
    <message>
        <source>Nobody knows whether the money went back to the card. Ask the terminal again.</source>
        <translation>Неизвестно, вернулись ли деньги на карту. Спросите терминал ещё раз.</translation>
    </message>
    <message>
        <source>Payment unclear</source>
        <translation>Платёж не ясен</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>The customer follows what the terminal says.</source>
        <translation>Покупатель следует указаниям терминала.</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>A card payment was decided by hand: {what}</source>
        <translation>О платеже картой решил человек: {what}</translation>
    </message>
    <message>
        <source>A closed till has handed in entries</source>
        <translation>Закрытая касса передала записи</translation>
    </message>
    <message>
        <source>A count did not know what another till had moved before it: {what}</source>
        <translation>Пересчёт не знал о движении, которое до него сделала другая касса: {what}</translation>
    </message>
    <message>
        <source>A count was decided twice, and differently: {what}</source>
        <translation>О пересчёте решили дважды, и по-разному: {what}</translation>
    </message>
    <message>
        <source>A coupon was redeemed too often: {what}</source>
        <translation>Купон погашен слишком много раз: {what}</translation>
    </message>
    <message>
        <source>A customer spent more than was there: {what}</source>
        <translation>Покупатель потратил больше, чем у него было: {what}</translation>
    </message>
    <message>
        <source>A customer was changed in two places: {what}</source>
        <translation>Данные покупателя изменены в двух местах: {what}</translation>
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
        <source>A parked sale was paid more than once: {what}</source>
        <translation>Отложенная продажа оплачена не один раз: {what}</translation>
    </message>
    <message>
        <source>A second copy of this till has written</source>
        <translation>Писала вторая копия этой кассы</translation>
    </message>
    <message>
        <source>A shift was closed without approval: {what}</source>
        <translation>Смена закрыта без разрешения: {what}</translation>
    </message>
    <message>
        <source>An approval was decided twice, and differently: {what}</source>
        <translation>Об одобрении решили дважды, и по-разному: {what}</translation>
    </message>
    <message>
        <source>An entry of the journal is damaged</source>
        <translation>Повреждена запись журнала</translation>
    </message>
    <message>
        <source>Book what came in or count it; then this closes by itself.</source>
        <translation>Проведите приход или пересчитайте — вопрос закроется сам.</translation>
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
        <source>Goods were made of nothing, or nothing of goods: {what}</source>
        <translation>Товар сделан из ничего или ничего из товара: {what}</translation>
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
        <source>Look for the goods once more; then take it up with the supplier.</source>
        <translation>Поищите товар ещё раз, затем обратитесь к поставщику.</translation>
    </message>
    <message>
        <source>Look for the goods; then take them in, or say that they are lost.</source>
        <translation>Найдите товар и примите его или отметьте как потерянный.</translation>
    </message>
    <message>
        <source>Look where it is and carry it from there once more.</source>
        <translation>Посмотрите, где она, и переместите её оттуда ещё раз.</translation>
    </message>
    <message>
        <source>More came back than was sold with receipt {what}</source>
        <translation>По чеку {what} вернули больше, чем продано</translation>
    </message>
    <message>
        <source>More was paid than was on a gift certificate: {what}</source>
        <translation>По сертификату оплачено больше, чем на нём было: {what}</translation>
    </message>
    <message>
        <source>More was picked than the order wants: {what}</source>
        <translation>Собрано больше, чем нужно по заданию: {what}</translation>
    </message>
    <message>
        <source>More went than the book has: {what}</source>
        <translation>Ушло больше, чем числится: {what}</translation>
    </message>
    <message>
        <source>New hardware took over this till</source>
        <translation>Кассу приняло новое оборудование</translation>
    </message>
    <message>
        <source>No goods have the code {what}</source>
        <translation>Ни у одного товара нет кода {what}</translation>
    </message>
    <message>
        <source>Not everything arrived as another shop had sent it: {what}</source>
        <translation>Пришло не всё, что отправил другой магазин: {what}</translation>
    </message>
    <message>
        <source>Not everything came as it was ordered, received blind: {what}</source>
        <translation>Пришло не то, что заказано (приёмка вслепую): {what}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>One customer may be here twice: {what}</source>
        <translation>Возможно, один покупатель записан дважды: {what}</translation>
    </message>
    <message>
        <source>One marked piece was picked or sold twice: {what}</source>
        <translation>Один маркированный товар собран или продан дважды: {what}</translation>
    </message>
    <message>
        <source>One piece with a number of its own came in twice: {what}</source>
        <translation>Один товар со своим номером поступил дважды: {what}</translation>
    </message>
    <message>
        <source>One serial number was sold twice: {what}</source>
        <translation>Один серийный номер продан дважды: {what}</translation>
    </message>
    <message>
        <source>Other goods have the code {what} already</source>
        <translation>Код {what} уже есть у другого товара</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
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
        <translation>Офис добавляет товар или закрывает вопрос в консоли.</translation>
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
        <source>Two expiry dates were told for lot {what}</source>
        <translation>Для партии {what} названы два срока годности</translation>
    </message>
    <message>
        <source>Two sales have the receipt number {what}</source>
        <translation>Две продажи с номером чека {what}</translation>
    </message>
    <message>
        <source>Two terminals say where plate {what} stands</source>
        <translation>Два терминала по-разному говорят, где стоит паллета {what}</translation>
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
        <source>Tips</source>
        <translation>Чаевые</translation>
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
    <name>CategorySheet</name>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
    <message>
        <source>Labels of which category?</source>
        <translation>Ценники какой категории?</translation>
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
        <source>Gift certificate</source>
        <translation>Подарочный сертификат</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Возвращено</translation>
    </message>
    <message>
        <source>Head office is asked …</source>
        <translation>Спрашиваем офис…</translation>
    </message>
    <message>
        <source>Scan the certificate, or type its number.</source>
        <translation>Отсканируйте сертификат или введите его номер.</translation>
    </message>
    <message>
        <source>Type what the customer gets back, or press an amount.</source>
        <translation>Введите, сколько вернуть покупателю, или нажмите сумму.</translation>
    </message>
    <message>
        <source>Type what the customer gives, or press an amount.</source>
        <translation>Введите, сколько даёт покупатель, или нажмите сумму.</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Введено</translation>
    </message>
    <message>
        <source>Typed in {0}</source>
        <translation>Введено в {0}</translation>
    </message>
    <message>
        <source>{0} stays on {1}.</source>
        <translation>{0} остаётся на {1}.</translation>
    </message>
</context>
<context>
    <name>ChangeCustomerSheet</name>
    <message>
        <source>Change a customer</source>
        <translation>Изменить данные покупателя</translation>
    </message>
    <message>
        <source>Head office does not answer: what else it keeps is not shown, and stays.</source>
        <translation>Офис не отвечает: остальные его данные не показаны и не изменятся.</translation>
    </message>
    <message>
        <source>Head office is asked what it keeps …</source>
        <translation>Запрашиваем у офиса, что записано …</translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation>Сохранить изменения</translation>
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
    <name>ChooserSheet</name>
    <message>
        <source>Card, name or telephone</source>
        <translation>Карта, имя или телефон</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Новый покупатель</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Никто</translation>
    </message>
    <message>
        <source>Nobody here is called so.</source>
        <translation>Таких здесь нет.</translation>
    </message>
    <message>
        <source>Scan the card, or type the beginning of the name.</source>
        <translation>Отсканируйте карту или введите начало имени.</translation>
    </message>
    <message>
        <source>There are more: type on.</source>
        <translation>Есть и другие: печатайте дальше.</translation>
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
        <source>Nothing was counted; head office is told.</source>
        <translation>Ничего не пересчитано; центр будет уведомлён.</translation>
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
        <source>allowed by {0}</source>
        <translation>разрешил(а) {0}</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>не утверждено</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>не пересчитано</translation>
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
    <name>ClueCard</name>
    <message>
        <source>What the till&apos;s own entries let suppose; it accuses nobody.</source>
        <translation>Предположения по записям кассы; это никого не обвиняет.</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Где искать</translation>
    </message>
</context>
<context>
    <name>Clues</name>
    <message>
        <source>Receipt {receipt} was taken back: its {amount} may not have been handed out.</source>
        <translation>Чек {receipt} отменён: {amount}, возможно, не возвращены.</translation>
    </message>
    <message>
        <source>Receipt {receipt}: its change of {amount} may have been handed out twice.</source>
        <translation>Чек {receipt}: сдача {amount}, возможно, выдана дважды.</translation>
    </message>
    <message>
        <source>Receipt {receipt}: its change of {amount} may not have been handed out.</source>
        <translation>Чек {receipt}: сдача {amount}, возможно, не выдана.</translation>
    </message>
    <message>
        <source>Receipt {receipt}: its {amount} in cash may not have been taken.</source>
        <translation>Чек {receipt}: {amount} наличными, возможно, не получены.</translation>
    </message>
    <message>
        <source>Receipt {receipt}: {amount} were rung up as card and may have been paid in cash.</source>
        <translation>Чек {receipt}: {amount} проведены картой, но могли быть оплачены наличными.</translation>
    </message>
    <message>
        <source>Receipt {receipt}: {amount} were rung up as cash and may have been paid by card.</source>
        <translation>Чек {receipt}: {amount} проведены наличными, но могли быть оплачены картой.</translation>
    </message>
    <message>
        <source>The difference is one {amount}: a note or coin may have been miscounted or given for another.</source>
        <translation>Разница — одна купюра или монета {amount}: её могли неверно посчитать или выдать вместо другой.</translation>
    </message>
    <message>
        <source>The difference is the float of {amount}: it may have been left out or counted twice.</source>
        <translation>Разница равна размену {amount}: его могли не посчитать или посчитать дважды.</translation>
    </message>
    <message>
        <source>The difference of {amount} divides by 9: two digits may have been swapped when typing.</source>
        <translation>Разница {amount} делится на 9: при вводе могли поменять местами две цифры.</translation>
    </message>
    <message>
        <source>The drawer was opened without a sale (× {count}), last by {person}</source>
        <translation>Ящик открывали без продажи (× {count}), последний раз — {person}</translation>
    </message>
    <message>
        <source>{amount} by {person}, “{reason}”: cash in and cash out may have been mixed up.</source>
        <translation>{amount}, {person}, «{reason}»: внесение и изъятие могли быть перепутаны.</translation>
    </message>
    <message>
        <source>{amount} were put in by {person}, “{reason}”: they may not have reached the drawer.</source>
        <translation>{amount}: внёс(ла) {person}, «{reason}»; деньги могли не попасть в ящик.</translation>
    </message>
    <message>
        <source>{amount} were taken out by {person}, “{reason}”: they may still lie in the drawer.</source>
        <translation>{amount}: изъял(а) {person}, «{reason}»; деньги могли остаться в ящике.</translation>
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
        <source>It cannot be counted</source>
        <translation>Пересчитать нельзя</translation>
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
    <name>CustomerForm</name>
    <message>
        <source>Birthday</source>
        <translation>День рождения</translation>
    </message>
    <message>
        <source>Customer card</source>
        <translation>Карта покупателя</translation>
    </message>
    <message>
        <source>Day and month, such as 14.03.</source>
        <translation>День и месяц, например 14.03.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Invoice address</source>
        <translation>Адрес для счетов</translation>
    </message>
    <message>
        <source>Its name; empty for the usual prices</source>
        <translation>Название; пусто — обычные цены</translation>
    </message>
    <message>
        <source>Name or company</source>
        <translation>Имя или фирма</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Прайс-лист</translation>
    </message>
    <message>
        <source>Scan it, or leave it empty</source>
        <translation>Отсканируйте или оставьте пустым</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>The customer agrees that the shop keeps this</source>
        <translation>Покупатель согласен, чтобы магазин это хранил</translation>
    </message>
    <message>
        <source>What is kept of the customer</source>
        <translation>Данные покупателя</translation>
    </message>
</context>
<context>
    <name>CustomerView</name>
    <message>
        <source>For the customer</source>
        <translation>Для покупателя</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Спасибо!</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>К оплате</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Добро пожаловать</translation>
    </message>
    <message>
        <source>You save {0}</source>
        <translation>Ваша выгода {0}</translation>
    </message>
    <message>
        <source>You saved {0}</source>
        <translation>Вы сэкономили {0}</translation>
    </message>
    <message>
        <source>Your change</source>
        <translation>Ваша сдача</translation>
    </message>
    <message numerus="yes">
        <source>and %n before</source>
        <translation>
            <numerusform>и ещё %n до этого</numerusform>
            <numerusform>и ещё %n до этого</numerusform>
            <numerusform>и ещё %n до этого</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceChoices</name>
    <message>
        <source>How cards are taken, from the next start on</source>
        <translation>Как принимать карты, со следующего запуска</translation>
    </message>
    <message>
        <source>How it is spoken to</source>
        <translation>Как с ним говорить</translation>
    </message>
    <message>
        <source>In the network: tcp:192.168.1.60:5001</source>
        <translation>В сети: tcp:192.168.1.60:5001</translation>
    </message>
    <message>
        <source>Letters it knows</source>
        <translation>Какие буквы он знает</translation>
    </message>
    <message>
        <source>Or type its address</source>
        <translation>Или введите адрес</translation>
    </message>
    <message>
        <source>Other way round</source>
        <translation>Наоборот</translation>
    </message>
    <message>
        <source>Speed of the cable (baud)</source>
        <translation>Скорость порта (бод)</translation>
    </message>
    <message>
        <source>Switch of the drawer, in case open and shut are mixed up</source>
        <translation>Датчик ящика, если «открыт» и «закрыт» перепутаны</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Обычно</translation>
    </message>
    <message>
        <source>Which scale it is</source>
        <translation>Какие это весы</translation>
    </message>
    <message>
        <source>Which scanner it is</source>
        <translation>Какой это сканер</translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>Book</source>
        <translation>По учёту</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Посчитано</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Разница</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>waits for a decision</source>
        <translation>ждёт решения</translation>
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
        <source>A newer version of the program is there: {0}</source>
        <translation>Есть новая версия программы: {0}</translation>
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
        <source>Check the disk that the backups go to.</source>
        <translation>Проверьте диск, на который идут резервные копии.</translation>
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
        <source>Free space on the disk that the backups go to.</source>
        <translation>Освободите место на диске, на который идут резервные копии.</translation>
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
        <source>It goes on from the last good backup, and what is newer is fetched.</source>
        <translation>она продолжит с последней исправной копии и дозагрузит всё, что новее.</translation>
    </message>
    <message>
        <source>It is tried again every hour by itself.</source>
        <translation>Касса сама пробует снова каждый час.</translation>
    </message>
    <message>
        <source>Leave this till on at night, or start it every day.</source>
        <translation>Оставляйте кассу включённой на ночь или запускайте её каждый день.</translation>
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
        <source>The disk gives back something else than was written: have it checked.</source>
        <translation>Диск возвращает не то, что на него записали: его нужно проверить.</translation>
    </message>
    <message>
        <source>The disk of this till makes trouble</source>
        <translation>Диск этой кассы даёт сбои</translation>
    </message>
    <message>
        <source>The file of the journal is damaged. Close this program and start it again:</source>
        <translation>Файл журнала повреждён. Закройте программу и запустите её снова:</translation>
    </message>
    <message>
        <source>The first copy is there; check the second disk or the share.</source>
        <translation>Первая копия есть; проверьте второй диск или сетевую папку.</translation>
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
        <source>The last backup of this till is {0} old</source>
        <translation>Последней резервной копии этой кассы уже {0}</translation>
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
        <source>There is no backup of this till yet</source>
        <translation>Резервной копии этой кассы ещё нет</translation>
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
        <source>This till has {0}. Whoever looks after this computer installs it.</source>
        <translation>На этой кассе {0}. Новую ставит тот, кто обслуживает этот компьютер.</translation>
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
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n расхождение</numerusform>
            <numerusform>%n расхождения</numerusform>
            <numerusform>%n расхождений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n место</numerusform>
            <numerusform>%n места</numerusform>
            <numerusform>%n мест</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Сдача</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Расхождения</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Возвращено</translation>
    </message>
    <message>
        <source>It waits for an approval</source>
        <translation>Ждёт одобрения</translation>
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
        <source>Print labels</source>
        <translation>Печать ценников</translation>
    </message>
    <message>
        <source>Print the labels of all that came in</source>
        <translation>Печатать ценники всего, что поступило</translation>
    </message>
    <message>
        <source>Receipt {0}</source>
        <translation>Чек {0}</translation>
    </message>
    <message>
        <source>The next scan begins the next sale.</source>
        <translation>Следующий скан начнёт новую продажу.</translation>
    </message>
    <message>
        <source>To the tasks</source>
        <translation>К заданиям</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>без расхождений</translation>
    </message>
    <message>
        <source>tip {0}</source>
        <translation>чаевые {0}</translation>
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
    <name>DrillCard</name>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>within {0} s</source>
        <translation>за {0} с</translation>
    </message>
</context>
<context>
    <name>DrillStrip</name>
    <message>
        <source>Give up</source>
        <translation>Прервать</translation>
    </message>
    <message>
        <source>Next drill</source>
        <translation>Следующее упражнение</translation>
    </message>
</context>
<context>
    <name>Drills</name>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n ошибка</numerusform>
            <numerusform>%n ошибки</numerusform>
            <numerusform>%n ошибок</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin a sale, park it, serve the next customer, then sell what was parked.</source>
        <translation>Начните продажу, отложите её, обслужите следующего, потом продайте отложенное.</translation>
    </message>
    <message>
        <source>Cash with change</source>
        <translation>Наличные со сдачей</translation>
    </message>
    <message>
        <source>Count the drawer and close the shift to the cent.</source>
        <translation>Пересчитайте кассу и закройте смену до копейки.</translation>
    </message>
    <message>
        <source>Sell something and take it back: scan its receipt, or find it in the list.</source>
        <translation>Продайте что-нибудь и примите обратно: сканируйте чек или найдите его в списке.</translation>
    </message>
    <message>
        <source>Sell three pieces of one thing with a single scan (3 × and scan), by card.</source>
        <translation>Продайте три штуки одного товара одним сканом (3 × и скан), по карте.</translation>
    </message>
    <message>
        <source>Sell three things or more for cash and give change.</source>
        <translation>Продайте три вещи или больше за наличные и дайте сдачу.</translation>
    </message>
    <message>
        <source>Somebody forgot the milk</source>
        <translation>Кто-то забыл молоко</translation>
    </message>
    <message>
        <source>Something comes back</source>
        <translation>Что-то возвращают</translation>
    </message>
    <message>
        <source>The end of the day</source>
        <translation>Конец дня</translation>
    </message>
    <message>
        <source>Three at once, by card</source>
        <translation>Три сразу, картой</translation>
    </message>
    <message>
        <source>{title}: {points} of 100 points, {seconds} s</source>
        <translation>{title}: {points} из 100 очков, {seconds} с</translation>
    </message>
</context>
<context>
    <name>DrillsView</name>
    <message>
        <source>Five drills with the goods of this shop. Nothing done here counts: the drawer stays shut.</source>
        <translation>Пять упражнений с товарами этого магазина. Здесь ничего не считается: ящик остаётся закрытым.</translation>
    </message>
</context>
<context>
    <name>Drivers</name>
    <message>
        <source>Any scanner</source>
        <translation>Любой сканер</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Вручную</translation>
    </message>
    <message>
        <source>Honeywell, host ACK on</source>
        <translation>Honeywell, host ACK включён</translation>
    </message>
    <message>
        <source>Massa-K 100</source>
        <translation>Масса-К 100</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Другие</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Имитация</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>To give back</source>
        <translation>К возврату</translation>
    </message>
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
    <name>EndPage</name>
    <message numerus="yes">
        <source>%n code(s) nobody knows yet wait in a task of their own.</source>
        <translation>
            <numerusform>%n код пока никому не известен: он подождёт отдельным заданием.</numerusform>
            <numerusform>%n кода пока никому не известны: они подождут отдельным заданием.</numerusform>
            <numerusform>%n кодов пока никому не известны: они подождут отдельным заданием.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n место</numerusform>
            <numerusform>%n места</numerusform>
            <numerusform>%n мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are not counted yet. What about them?</source>
        <translation>
            <numerusform>Не посчитано ещё %n место. Что с ним?</numerusform>
            <numerusform>Не посчитано ещё %n места. Что с ними?</numerusform>
            <numerusform>Не посчитано ещё %n мест. Что с ними?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n скан</numerusform>
            <numerusform>%n скана</numerusform>
            <numerusform>%n сканов</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow now</source>
        <translation>Разрешить сейчас</translation>
    </message>
    <message>
        <source>Count no more</source>
        <translation>Больше не считать</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Finish once more and it is done. Or scan on.</source>
        <translation>Нажмите «Завершить» ещё раз, и готово. Или сканируйте дальше.</translation>
    </message>
    <message>
        <source>Goods that were asked for and that nobody scanned count as none.</source>
        <translation>Названный в задании товар, который никто не сканировал, считается отсутствующим.</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Leave them: they stay as the books have them. Gone: they count as none from now on.</source>
        <translation>Оставить: остаток по учёту не меняется. Их нет: с этой минуты считаются нулём.</translation>
    </message>
    <message>
        <source>Let it wait</source>
        <translation>Оставить ждать</translation>
    </message>
    <message>
        <source>Let it wait for somebody who may approve it</source>
        <translation>Оставить ждать того, кто вправе одобрить</translation>
    </message>
    <message>
        <source>Nobody here is told how much is expected. Is it all?</source>
        <translation>Сколько ожидается, здесь не сообщается. Это всё?</translation>
    </message>
    <message>
        <source>Nothing more comes</source>
        <translation>Больше не придёт</translation>
    </message>
    <message>
        <source>Nothing more goes</source>
        <translation>Больше не отправляем</translation>
    </message>
    <message>
        <source>Scan on</source>
        <translation>Сканировать дальше</translation>
    </message>
    <message>
        <source>Still to come:</source>
        <translation>Ещё не пришло:</translation>
    </message>
    <message>
        <source>Still to go:</source>
        <translation>Ещё не отправлено:</translation>
    </message>
    <message>
        <source>The rest comes later</source>
        <translation>Остальное позже</translation>
    </message>
    <message>
        <source>The rest goes later</source>
        <translation>Остальное позже</translation>
    </message>
    <message>
        <source>The rest is counted later</source>
        <translation>Остальное посчитают позже</translation>
    </message>
    <message>
        <source>They are gone</source>
        <translation>Их нет</translation>
    </message>
    <message>
        <source>What about goods that nobody scanned at these places?</source>
        <translation>Что с товаром на этих местах, который никто не сканировал?</translation>
    </message>
    <message>
        <source>What about goods that nobody scanned, at places nobody counted too?</source>
        <translation>Что с товаром, который никто не сканировал, в том числе на непосчитанных местах?</translation>
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
        <source>Esc: all tiles again</source>
        <translation>Esc: снова все плитки</translation>
    </message>
    <message>
        <source>Everything for</source>
        <translation>Всё за</translation>
    </message>
    <message>
        <source>Find a tile</source>
        <translation>Найти плитку</translation>
    </message>
    <message>
        <source>Money off everything</source>
        <translation>Скидка суммой на всё</translation>
    </message>
    <message>
        <source>Money off this line</source>
        <translation>Скидка суммой на строку</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Новая цена</translation>
    </message>
    <message>
        <source>No tile is called so</source>
        <translation>Такой плитки нет</translation>
    </message>
    <message>
        <source>Off everything, in per cent</source>
        <translation>Скидка на всё, в процентах</translation>
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
        <source>Scan or type the lot</source>
        <translation>Отсканируйте или введите партию</translation>
    </message>
    <message>
        <source>Scan or type the serial number</source>
        <translation>Отсканируйте или введите серийный номер</translation>
    </message>
    <message>
        <source>This line for</source>
        <translation>Эта строка за</translation>
    </message>
    <message>
        <source>Times: so many of the next</source>
        <translation>Умножить: столько следующего товара</translation>
    </message>
    <message>
        <source>Type how many {0}</source>
        <translation>Введите количество, {0}</translation>
    </message>
    <message>
        <source>Type the price</source>
        <translation>Введите цену</translation>
    </message>
    <message>
        <source>Type the tare in {0}</source>
        <translation>Введите тару в {0}</translation>
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
        <source>A driver could not be loaded</source>
        <translation>Драйвер не загрузился</translation>
    </message>
    <message>
        <source>A scan was not whole</source>
        <translation>Код прочитан не целиком</translation>
    </message>
    <message>
        <source>A settings file cannot be read</source>
        <translation>Файл настроек не читается</translation>
    </message>
    <message>
        <source>A slip may not have come out</source>
        <translation>Чек, возможно, не вышел</translation>
    </message>
    <message>
        <source>A slip still waits for the printer</source>
        <translation>Чек ещё ждёт принтера</translation>
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
        <source>Check both disks.</source>
        <translation>Проверьте оба диска.</translation>
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
        <source>Check that it is switched on, its cable, and which scale is chosen in Settings.</source>
        <translation>Проверьте, включены ли весы, кабель и какие весы выбраны в настройках.</translation>
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
        <source>Check the disk of the backups.</source>
        <translation>Проверьте диск для резервных копий.</translation>
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
        <source>Check the second disk or the share. Selling goes on.</source>
        <translation>Проверьте второй диск или сетевую папку. Продажи продолжаются.</translation>
    </message>
    <message>
        <source>Check the second disk or the share; the first copy is there.</source>
        <translation>Проверьте второй диск или сетевую папку; первая копия есть.</translation>
    </message>
    <message>
        <source>Choose another folder, and move what is in this one there.</source>
        <translation>Выберите другую папку и перенесите туда содержимое этой.</translation>
    </message>
    <message>
        <source>Choose another folder, or check this disk.</source>
        <translation>Выберите другую папку или проверьте этот диск.</translation>
    </message>
    <message>
        <source>Choose the device again in Settings, or install the package that brings its driver.</source>
        <translation>Выберите устройство в настройках заново или установите пакет с драйвером.</translation>
    </message>
    <message>
        <source>Choose the device again in Settings.</source>
        <translation>Выберите устройство снова в настройках.</translation>
    </message>
    <message>
        <source>Choose the display again in Settings.</source>
        <translation>Выберите дисплей в настройках заново.</translation>
    </message>
    <message>
        <source>Choose the scale again in Settings.</source>
        <translation>Выберите весы в настройках заново.</translation>
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
        <source>Close this program and start it again: it mends itself.</source>
        <translation>Закройте программу и запустите её снова: она исправит это сама.</translation>
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
        <source>Free space on the disk of the backups.</source>
        <translation>Освободите место на диске для резервных копий.</translation>
    </message>
    <message>
        <source>Free space on this disk before it stops the till.</source>
        <translation>Освободите место на диске, пока касса не остановилась.</translation>
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
        <source>Go on selling: it is on the receipts, and made up for later. Check its cable.</source>
        <translation>Продавайте дальше: это отмечено на чеках и будет восполнено. Проверьте кабель.</translation>
    </message>
    <message>
        <source>Have that disk checked; the backup before it stays.</source>
        <translation>Проверьте этот диск; предыдущая копия сохранена.</translation>
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
        <source>Install it, or change the setting.</source>
        <translation>Установите его или измените настройку.</translation>
    </message>
    <message>
        <source>Install its package, or empty the setting card_terminal: then cards go by hand.</source>
        <translation>Установите его пакет или очистите настройку card_terminal: тогда карты проводят вручную.</translation>
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
        <source>Look at the paper. If it is not there or not whole, print it again.</source>
        <translation>Посмотрите на бумагу. Если чека нет или он не целый, напечатайте ещё раз.</translation>
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
        <source>Print it now, or forget it.</source>
        <translation>Напечатайте его сейчас или забудьте.</translation>
    </message>
    <message>
        <source>Put in a new roll, then print again.</source>
        <translation>Вставьте новую ленту, затем напечатайте ещё раз.</translation>
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
        <source>See that it is on, its cable is in and its address right.</source>
        <translation>Проверьте, включено ли оно, вставлен ли кабель и верен ли адрес.</translation>
    </message>
    <message>
        <source>Set date and time of this computer, then try again.</source>
        <translation>Установите дату и время этого компьютера и повторите.</translation>
    </message>
    <message>
        <source>Set the printer up in the system, or write its name as the system has it.</source>
        <translation>Настройте принтер в системе или напишите имя, как в системе.</translation>
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
        <source>The backup cannot be copied</source>
        <translation>Не удаётся скопировать резервную копию</translation>
    </message>
    <message>
        <source>The backup cannot be written</source>
        <translation>Не удаётся записать резервную копию</translation>
    </message>
    <message>
        <source>The backup does not read back</source>
        <translation>Резервная копия не читается</translation>
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
        <source>The data of a till has to be on a disk of this machine</source>
        <translation>Данные кассы должны лежать на диске этого компьютера</translation>
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
        <source>The device does not answer in the network</source>
        <translation>Устройство не отвечает в сети</translation>
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
        <source>The disk is almost full</source>
        <translation>Диск почти заполнен</translation>
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
        <source>The display&apos;s letters are set wrong</source>
        <translation>Неверно заданы буквы дисплея</translation>
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
        <source>The print queue is not there</source>
        <translation>Такой очереди печати нет</translation>
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
        <source>The scale does not answer</source>
        <translation>Весы не отвечают</translation>
    </message>
    <message>
        <source>The scale is gone</source>
        <translation>Весы отключены</translation>
    </message>
    <message>
        <source>The scale&apos;s options are wrong</source>
        <translation>Неверные параметры весов</translation>
    </message>
    <message>
        <source>The scanner is gone</source>
        <translation>Сканер отключён</translation>
    </message>
    <message>
        <source>The second copy of the backup cannot be written</source>
        <translation>Не удаётся записать вторую резервную копию</translation>
    </message>
    <message>
        <source>The secret store cannot be read</source>
        <translation>Хранилище ключей не читается</translation>
    </message>
    <message>
        <source>The security module does not answer</source>
        <translation>Фискальный модуль не отвечает</translation>
    </message>
    <message>
        <source>There is no driver for the card terminal</source>
        <translation>Нет драйвера для терминала карт</translation>
    </message>
    <message>
        <source>There is no room for the backup</source>
        <translation>Для резервной копии нет места</translation>
    </message>
    <message>
        <source>There is no such driver</source>
        <translation>Такого драйвера нет</translation>
    </message>
    <message>
        <source>There is no such fiscal driver</source>
        <translation>Такого фискального драйвера нет</translation>
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
        <source>Try once more, there is a reserve; then free space on this disk.</source>
        <translation>Попробуйте ещё раз: есть запас места. Потом освободите место на диске.</translation>
    </message>
    <message>
        <source>Unlock it or restore it.</source>
        <translation>Разблокируйте или восстановите его.</translation>
    </message>
    <message>
        <source>Update or remove the package.</source>
        <translation>Обновите или удалите пакет.</translation>
    </message>
    <message>
        <source>What is unsent cannot be copied to the second disk</source>
        <translation>Неотправленное не копируется на второй диск</translation>
    </message>
</context>
<context>
    <name>FillEndPage</name>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Finish once more and it is done. Or scan on.</source>
        <translation>Нажмите «Завершить» ещё раз — и готово. Или сканируйте дальше.</translation>
    </message>
    <message>
        <source>It does not come</source>
        <translation>Этого не будет</translation>
    </message>
    <message>
        <source>Nothing more comes</source>
        <translation>Больше ничего не будет</translation>
    </message>
    <message>
        <source>Scan on</source>
        <translation>Сканировать дальше</translation>
    </message>
    <message>
        <source>Still missing:</source>
        <translation>Ещё не хватает:</translation>
    </message>
    <message>
        <source>The rest comes later</source>
        <translation>Остальное позже</translation>
    </message>
</context>
<context>
    <name>FilledPage</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not whole</source>
        <translation>
            <numerusform>%n строка неполная</numerusform>
            <numerusform>%n строки неполные</numerusform>
            <numerusform>%n строк неполных</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parcel(s)</source>
        <translation>
            <numerusform>%n посылка</numerusform>
            <numerusform>%n посылки</numerusform>
            <numerusform>%n посылок</numerusform>
        </translation>
    </message>
    <message>
        <source>Every sticker was scanned on its parcel.</source>
        <translation>Все стикеры отсканированы на своих посылках.</translation>
    </message>
    <message>
        <source>No printer for stickers is set.</source>
        <translation>Принтер для стикеров не настроен.</translation>
    </message>
    <message>
        <source>Pack it now</source>
        <translation>Упаковать сейчас</translation>
    </message>
    <message>
        <source>Print stickers again</source>
        <translation>Напечатать стикеры снова</translation>
    </message>
    <message>
        <source>Stickers are being printed …</source>
        <translation>Стикеры печатаются…</translation>
    </message>
    <message>
        <source>Stickers are printed. Scan each one where it sticks.</source>
        <translation>Стикеры напечатаны. Отсканируйте каждый на посылке.</translation>
    </message>
    <message>
        <source>Stickers scanned: {0} of {1}.</source>
        <translation>Стикеров отсканировано: {0} из {1}.</translation>
    </message>
    <message>
        <source>Supply {0}: everything here is packed.</source>
        <translation>Поставка {0}: здесь всё упаковано.</translation>
    </message>
    <message>
        <source>The stickers were not printed.</source>
        <translation>Стикеры не напечатались.</translation>
    </message>
    <message>
        <source>To the tasks</source>
        <translation>К заданиям</translation>
    </message>
</context>
<context>
    <name>FillingView</name>
    <message>
        <source>Drop</source>
        <translation>Отказаться</translation>
    </message>
    <message>
        <source>Drop this task</source>
        <translation>Отказаться от этого задания</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>Замена</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Take another article instead</source>
        <translation>Взять вместо этого другой товар</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Что нужно сделать</translation>
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
    <name>GoodsChoice</name>
    <message>
        <source>Which goods are these?</source>
        <translation>Что это за товар?</translation>
    </message>
    <message>
        <source>{0} is on several goods. Which of these is it?</source>
        <translation>{0} есть на нескольких товарах. Который это?</translation>
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
        <source>Another price list: {what}</source>
        <translation>Другой прайс-лист: {what}</translation>
    </message>
    <message>
        <source>Another price: {what}</source>
        <translation>Другая цена: {what}</translation>
    </message>
    <message>
        <source>Change a customer: {what}</source>
        <translation>Изменить покупателя: {what}</translation>
    </message>
    <message>
        <source>Close the shift with a difference</source>
        <translation>Закрыть смену с расхождением</translation>
    </message>
    <message>
        <source>Close the shift without a count</source>
        <translation>Закрыть смену без пересчёта</translation>
    </message>
    <message>
        <source>Decide about a card payment in place of the terminal</source>
        <translation>Решить о платеже картой вместо терминала</translation>
    </message>
    <message>
        <source>Make a customer: {what}</source>
        <translation>Записать покупателя: {what}</translation>
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
        <source>Take a sale back {what}</source>
        <translation>Отменить продажу {what}</translation>
    </message>
    <message>
        <source>Take goods back without a receipt</source>
        <translation>Принять возврат без чека</translation>
    </message>
    <message>
        <source>Take goods back {what}</source>
        <translation>Принять возврат {what}</translation>
    </message>
    <message>
        <source>Take in what is too much or expires too soon</source>
        <translation>Принять лишнее или с близким сроком</translation>
    </message>
    <message>
        <source>Take other goods than were ordered</source>
        <translation>Взять не тот товар, что заказан</translation>
    </message>
    <message>
        <source>Take the weight of a parcel for right</source>
        <translation>Принять вес посылки как верный</translation>
    </message>
    <message>
        <source>Take {money} out of the drawer</source>
        <translation>Изъять {money} из ящика</translation>
    </message>
    <message>
        <source>Who allows it</source>
        <translation>Кто разрешает</translation>
    </message>
    <message>
        <source>Whoever may do this types the PIN or scans a badge. It is written down who allowed it.</source>
        <translation>Тот, кто вправе, вводит PIN или сканирует бейдж. Кто разрешил, будет записано.</translation>
    </message>
    <message>
        <source>Write off goods for this reason</source>
        <translation>Списать товар по этой причине</translation>
    </message>
    <message>
        <source>Write off goods worth {money}</source>
        <translation>Списать товар на {money}</translation>
    </message>
    <message>
        <source>{share} off: {what}</source>
        <translation>Скидка {share}: {what}</translation>
    </message>
</context>
<context>
    <name>Hardware</name>
    <message>
        <source>A slip waits and is printed as soon as it can be.</source>
        <translation>Чек ждёт и будет напечатан, как только можно.</translation>
    </message>
    <message>
        <source>Below zero: empty the pan and set it to zero.</source>
        <translation>Ниже нуля: освободите чашу и обнулите весы.</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>Банковский терминал</translation>
    </message>
    <message>
        <source>Cards are taken by hand: type the amount into the terminal.</source>
        <translation>Карты принимаются вручную: наберите сумму на терминале.</translation>
    </message>
    <message>
        <source>Choose the port that it is on, and how it is spoken to.</source>
        <translation>Выберите порт и как с ним говорить.</translation>
    </message>
    <message>
        <source>Choose the port that it is on, and which scale it is.</source>
        <translation>Выберите порт и какие это весы.</translation>
    </message>
    <message>
        <source>Choose the port that it is on. Several may be on at once.</source>
        <translation>Выберите его порт. Можно сразу несколько.</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Крышка</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Дисплей покупателя</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Денежный ящик</translation>
    </message>
    <message>
        <source>It is asked when a card is to pay, and not before.</source>
        <translation>К нему обращаются, только когда платят картой.</translation>
    </message>
    <message>
        <source>It is heard. Scans since the start: {0}</source>
        <translation>Он слышен. Сканирований с запуска: {0}</translation>
    </message>
    <message>
        <source>It is there and has not said anything yet.</source>
        <translation>Весы на месте, но ещё ничего не сообщили.</translation>
    </message>
    <message>
        <source>It is there. It cannot say what it shows: look at it.</source>
        <translation>Он на месте. Что показано, он не скажет: взгляните.</translation>
    </message>
    <message>
        <source>It is there. Scan something to see that it is heard.</source>
        <translation>Он на месте. Сканируйте что-нибудь, чтобы проверить.</translation>
    </message>
    <message>
        <source>It types. Scan the test code on the page of the scanner.</source>
        <translation>Он печатает как клавиатура. Сканируйте проверочный код на странице сканера.</translation>
    </message>
    <message>
        <source>Keyboard scanner</source>
        <translation>Сканер-клавиатура</translation>
    </message>
    <message>
        <source>Nobody knows whether the last slip is out: look at it.</source>
        <translation>Неизвестно, вышел ли последний чек: посмотрите.</translation>
    </message>
    <message>
        <source>Nothing was printed yet. Print a test on its page.</source>
        <translation>Ещё ничего не печаталось. Напечатайте пробу на его странице.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Бумага</translation>
    </message>
    <message>
        <source>Receipt printer and drawer</source>
        <translation>Чековый принтер и ящик</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Весы</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Сканер</translation>
    </message>
    <message>
        <source>That is too heavy for this scale.</source>
        <translation>Слишком тяжело для этих весов.</translation>
    </message>
    <message>
        <source>The last slip was sent. This printer does not say more.</source>
        <translation>Последний чек отправлен. Больше этот принтер не сообщает.</translation>
    </message>
    <message>
        <source>The paper is nearly at its end: have a new roll at hand.</source>
        <translation>Бумага почти закончилась: держите новый рулон под рукой.</translation>
    </message>
    <message>
        <source>The printer does not answer. Some never do; else see that it is on and its cable is in.</source>
        <translation>Принтер не отвечает. Некоторые не отвечают никогда; иначе проверьте, включён ли он и вставлен ли кабель.</translation>
    </message>
    <message>
        <source>The printer said that the last slip is out.</source>
        <translation>Принтер подтвердил последний чек.</translation>
    </message>
    <message>
        <source>The scale said something that is no weight.</source>
        <translation>Весы сообщили что-то, что не вес.</translation>
    </message>
    <message>
        <source>The weight stands still: this one counts.</source>
        <translation>Вес стабилен: он и берётся.</translation>
    </message>
    <message>
        <source>The weight still moves.</source>
        <translation>Вес ещё меняется.</translation>
    </message>
    <message>
        <source>This way leads only to the printer and not back: look at paper and cover yourself.</source>
        <translation>Этот путь ведёт только к принтеру, обратно ничего не приходит: бумагу и крышку проверьте сами.</translation>
    </message>
    <message>
        <source>Type its address on the page of the printer.</source>
        <translation>Введите его адрес на странице принтера.</translation>
    </message>
    <message>
        <source>does not tell</source>
        <translation>не сообщает</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>достаточно</translation>
    </message>
    <message>
        <source>nearly at its end</source>
        <translation>почти закончилась</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>нужна помощь</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>закончилась</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>не настроено</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>нет на месте</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыто</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>shut</source>
        <translation>закрыто</translation>
    </message>
</context>
<context>
    <name>HardwarePage</name>
    <message>
        <source>Choose a device to see it at work.</source>
        <translation>Выберите устройство, чтобы увидеть его в работе.</translation>
    </message>
    <message>
        <source>Connected to</source>
        <translation>Подключено к</translation>
    </message>
    <message>
        <source>Devices of this till</source>
        <translation>Устройства этой кассы</translation>
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
        <source>Not connected</source>
        <translation>Не подключено</translation>
    </message>
    <message>
        <source>One device</source>
        <translation>Одно устройство</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Открыть его страницу</translation>
    </message>
    <message>
        <source>Show a text on it</source>
        <translation>Показать на нём текст</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>A count was decided</source>
        <translation>По пересчёту принято решение</translation>
    </message>
    <message>
        <source>All is sent.</source>
        <translation>Всё отправлено.</translation>
    </message>
    <message>
        <source>An approval was asked for, lines: {0}</source>
        <translation>Запрошено одобрение, строк: {0}</translation>
    </message>
    <message>
        <source>An approval was decided, lines: {0}</source>
        <translation>Решено об одобрении, строк: {0}</translation>
    </message>
    <message>
        <source>An order was begun or left</source>
        <translation>Задание взято в работу или оставлено</translation>
    </message>
    <message>
        <source>Card payment decided by hand: {1}</source>
        <translation>О платеже картой решил человек: {1}</translation>
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
        <source>Code {0} given to goods</source>
        <translation>Код {0} привязан к товару</translation>
    </message>
    <message>
        <source>Counted, lines: {0}</source>
        <translation>Пересчёт, строк: {0}</translation>
    </message>
    <message>
        <source>Customer changed</source>
        <translation>Данные покупателя изменены</translation>
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
        <source>Goods moved, lines: {0}</source>
        <translation>Перемещён товар, строк: {0}</translation>
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
        <translation>Счёт {0} к чеку {1}</translation>
    </message>
    <message>
        <source>Journal opened</source>
        <translation>Журнал начат</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Новый покупатель</translation>
    </message>
    <message>
        <source>Plate {0} carried to {1}</source>
        <translation>Паллета {0} перенесена: {1}</translation>
    </message>
    <message>
        <source>Plate {0} was met</source>
        <translation>Встретилась паллета {0}</translation>
    </message>
    <message>
        <source>Receipt {0} printed again, copy {1}</source>
        <translation>Чек {0} напечатан повторно, копия {1}</translation>
    </message>
    <message>
        <source>Receipt {0} signed by the security module</source>
        <translation>Чек {0} подписан фискальным модулем</translation>
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
        <translation>Неизвестный код {0}</translation>
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
        <source>backup {0} old</source>
        <translation>копии {0}</translation>
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
    <name>HomeView</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n скан</numerusform>
            <numerusform>%n скана</numerusform>
            <numerusform>%n сканов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n задание</numerusform>
            <numerusform>%n задания</numerusform>
            <numerusform>%n заданий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a decision</source>
        <translation>
            <numerusform>%n ждёт решения</numerusform>
            <numerusform>%n ждут решения</numerusform>
            <numerusform>%n ждут решения</numerusform>
        </translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Другая причина</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Behind one of these: a photo of them</source>
        <translation>После этого: фото этих товаров</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Сделано сегодня</translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Go on with task {0}</source>
        <translation>Продолжить задание {0}</translation>
    </message>
    <message>
        <source>In a count: this place is done</source>
        <translation>В пересчёте: место готово</translation>
    </message>
    <message>
        <source>In a packing: another parcel</source>
        <translation>При упаковке: следующая посылка</translation>
    </message>
    <message>
        <source>In a picking or packing: the next goods go instead of those that were ordered</source>
        <translation>При отборе и упаковке: следующий товар вместо заказанного</translation>
    </message>
    <message>
        <source>In a picking: the place has too little</source>
        <translation>При отборе: на месте не хватает</translation>
    </message>
    <message>
        <source>In a picking: the place has too little; in a packing: the weight</source>
        <translation>При сборке: на месте не хватает; при упаковке: вес</translation>
    </message>
    <message>
        <source>In a repacking: what comes now was made of what was taken</source>
        <translation>При переупаковке: дальше — что получилось из взятого</translation>
    </message>
    <message>
        <source>In a repacking: what was taken becomes its parts</source>
        <translation>При переупаковке: взятое разбирается на части</translation>
    </message>
    <message>
        <source>In a task: drop it, pressed twice</source>
        <translation>В задании: бросить его (нажать дважды)</translation>
    </message>
    <message>
        <source>In a task: finish</source>
        <translation>В задании: завершить</translation>
    </message>
    <message>
        <source>In a task: have the bin counted</source>
        <translation>В задаче: пересчитать ячейку</translation>
    </message>
    <message>
        <source>In a task: no readable label, choose the goods</source>
        <translation>В задании: этикетка не читается, выбрать товар</translation>
    </message>
    <message>
        <source>In a task: take the last scan back</source>
        <translation>В задании: вернуть последний скан</translation>
    </message>
    <message>
        <source>In a task: the bin that was asked about is empty</source>
        <translation>В задаче: ячейка, о которой спросили, пуста</translation>
    </message>
    <message>
        <source>In a task: the number of the order</source>
        <translation>В задании: номер заказа</translation>
    </message>
    <message>
        <source>In a task: the unknown code is of the goods that are scanned next</source>
        <translation>В задаче: неизвестный код у товара, который сканируют следующим</translation>
    </message>
    <message>
        <source>No order waits</source>
        <translation>Заданий от офиса нет</translation>
    </message>
    <message>
        <source>Nothing is done yet today</source>
        <translation>Сегодня ещё ничего не сделано</translation>
    </message>
    <message>
        <source>Nothing is in hand</source>
        <translation>Начатых заданий нет</translation>
    </message>
    <message>
        <source>One step back, nothing is lost</source>
        <translation>На шаг назад, ничего не пропадёт</translation>
    </message>
    <message>
        <source>Orders that wait</source>
        <translation>Ждут выполнения</translation>
    </message>
    <message>
        <source>Pick it at once</source>
        <translation>Собрать немедленно</translation>
    </message>
    <message>
        <source>Several on one way</source>
        <translation>Несколько за один обход</translation>
    </message>
    <message>
        <source>Several orders wait for {0}: choose one.</source>
        <translation>Несколько заказов ждут {0}: выберите один.</translation>
    </message>
    <message>
        <source>Sheet of codes</source>
        <translation>Лист с кодами</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Взять на себя</translation>
    </message>
    <message>
        <source>The keys of the tasks as a sheet of codes</source>
        <translation>Клавиши заданий листом с кодами</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Что случилось?</translation>
    </message>
    <message>
        <source>Where goods are moved: everything that lies at the place</source>
        <translation>При перемещении: всё, что лежит на месте</translation>
    </message>
    <message>
        <source>Where goods come or go: the last ones are damaged</source>
        <translation>При приёмке и отправке: последние повреждены</translation>
    </message>
    <message>
        <source>Where goods come or go: the last ones are damaged; pressed again: a photo of them</source>
        <translation>При приёмке и отправке: последний товар повреждён; ещё раз — его фото</translation>
    </message>
    <message>
        <source>Where goods come or go: the last ones are not what was ordered</source>
        <translation>При приёмке и отправке: последние — не то, что заказано</translation>
    </message>
    <message>
        <source>Why are they written off?</source>
        <translation>Почему списываем?</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>вслепую</translation>
    </message>
    <message>
        <source>for you</source>
        <translation>для вас</translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation>для: {0}</translation>
    </message>
    <message>
        <source>its codes are known: finish it</source>
        <translation>коды уже известны: завершите</translation>
    </message>
    <message>
        <source>ready by {0}</source>
        <translation>готово к {0}</translation>
    </message>
    <message>
        <source>waits for its codes, then books itself</source>
        <translation>ждёт свои коды, затем проведётся сама</translation>
    </message>
    <message>
        <source>waits for refill of {0}</source>
        <translation>ждёт пополнения {0}</translation>
    </message>
    <message>
        <source>{0} is at {1} on {3} since {2}. Take it over only when you know that they left it.</source>
        <translation>{1} выполняет {0} ({3}) с {2}. Берите, только если знаете, что там уже закончили.</translation>
    </message>
    <message>
        <source>{0} is at {1} since {2}. Take it over only when you know that they left it.</source>
        <translation>{1} выполняет {0} с {2}. Берите, только если знаете, что там уже закончили.</translation>
    </message>
    <message>
        <source>{0} is for {1}. Take it only when they cannot do it.</source>
        <translation>{0} назначено: {1}. Берите, только если они не могут.</translation>
    </message>
    <message>
        <source>{0} waits for refill of {1}. At once it is picked from where the goods lie.</source>
        <translation>{0} ждёт пополнения {1}. Немедленно — отбор оттуда, где лежит товар.</translation>
    </message>
    <message>
        <source>{0}: choose what you do first, then scan.</source>
        <translation>{0}: сначала выберите, что делаете, потом сканируйте.</translation>
    </message>
</context>
<context>
    <name>InvoiceSheet</name>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Invoice for receipt {0}</source>
        <translation>Счёт к чеку {0}</translation>
    </message>
    <message>
        <source>Make the invoice</source>
        <translation>Выставить счёт</translation>
    </message>
    <message>
        <source>Name or company</source>
        <translation>Имя или компания</translation>
    </message>
    <message>
        <source>Postcode, town, country</source>
        <translation>Индекс, город, страна</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Улица и дом</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>The customer agrees that the shop keeps what is new here</source>
        <translation>Покупатель согласен, чтобы магазин сохранил новые данные</translation>
    </message>
    <message>
        <source>These data stay at this till; head office gets the number of the invoice only.</source>
        <translation>Эти данные остаются на кассе; в офис уходит только номер счёта.</translation>
    </message>
</context>
<context>
    <name>JobModel</name>
    <message>
        <source>First label</source>
        <translation>Первая этикетка</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Ценники</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>in a file</source>
        <translation>в файле</translation>
    </message>
    <message>
        <source>pallets</source>
        <translation>паллеты</translation>
    </message>
    <message>
        <source>parcels</source>
        <translation>посылки</translation>
    </message>
    <message>
        <source>places</source>
        <translation>места</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>напечатано</translation>
    </message>
    <message numerus="yes">
        <source>printed %n time(s)</source>
        <translation>
            <numerusform>напечатано %n раз</numerusform>
            <numerusform>напечатано %n раза</numerusform>
            <numerusform>напечатано %n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>неясно</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
</context>
<context>
    <name>JobsSheet</name>
    <message>
        <source>I have looked: the labels came out</source>
        <translation>Проверено: ценники вышли</translation>
    </message>
    <message>
        <source>Labels that wait for the printer stay here.</source>
        <translation>Здесь остаются ценники, которые ждут принтера.</translation>
    </message>
    <message>
        <source>Nothing was printed yet</source>
        <translation>Ещё ничего не печатали</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Напечатать ещё раз</translation>
    </message>
    <message>
        <source>Print jobs</source>
        <translation>Задания печати</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>Напечатать</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Take the job off the list</source>
        <translation>Убрать задание из списка</translation>
    </message>
    <message>
        <source>They are there</source>
        <translation>Они вышли</translation>
    </message>
</context>
<context>
    <name>KeyPaper</name>
    <message>
        <source>Written to {0}</source>
        <translation>Записано: {0}</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>As a sheet with codes (PDF)</source>
        <translation>Листом с кодами (PDF)</translation>
    </message>
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
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Often</source>
        <translation>Часто</translation>
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
        <source>Apply what is typed; with nothing typed, all that is left of the line</source>
        <translation>Применить введённое; если ничего не введено — весь остаток строки</translation>
    </message>
    <message>
        <source>Choose a line</source>
        <translation>Выбрать строку</translation>
    </message>
    <message>
        <source>Choose a scan to take back</source>
        <translation>Выбрать скан, который нужно вернуть</translation>
    </message>
    <message>
        <source>Find a receipt by number, amount, time or day</source>
        <translation>Найти чек по номеру, сумме, времени или дню</translation>
    </message>
    <message>
        <source>Find a tile of the board by its name</source>
        <translation>Найти плитку доски по названию</translation>
    </message>
    <message>
        <source>Finish, once nothing is due</source>
        <translation>Завершить, когда всё оплачено</translation>
    </message>
    <message>
        <source>Nothing of the chosen line comes back</source>
        <translation>Из выбранной строки ничего не возвращают</translation>
    </message>
    <message>
        <source>One label more, or one less</source>
        <translation>На один ценник больше или меньше</translation>
    </message>
    <message>
        <source>One more of the goods that were scanned last</source>
        <translation>Ещё одна штука последнего отсканированного товара</translation>
    </message>
    <message>
        <source>One step back, nothing is lost</source>
        <translation>На шаг назад, ничего не теряется</translation>
    </message>
    <message>
        <source>Onto the ticket</source>
        <translation>В чек</translation>
    </message>
    <message>
        <source>Remove the chosen line</source>
        <translation>Убрать выбранную строку</translation>
    </message>
    <message>
        <source>Search for goods, or type a code</source>
        <translation>Искать товар или ввести код</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Убрать его из списка</translation>
    </message>
    <message>
        <source>Take the last payment back</source>
        <translation>Отменить последний платёж</translation>
    </message>
    <message>
        <source>The next label, or the one before</source>
        <translation>Следующий ценник или предыдущий</translation>
    </message>
    <message>
        <source>The next line, or another</source>
        <translation>Следующая строка или другая</translation>
    </message>
    <message>
        <source>The next receipt, or the one before</source>
        <translation>Следующий чек или предыдущий</translation>
    </message>
    <message>
        <source>The page of tiles before, or the next one</source>
        <translation>Предыдущая или следующая страница плиток</translation>
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
        <source>Type how much of the chosen line comes back</source>
        <translation>Введите, сколько возвращают из выбранной строки</translation>
    </message>
    <message>
        <source>Type the PIN</source>
        <translation>Набрать PIN</translation>
    </message>
    <message>
        <source>Type the code of a place or of goods</source>
        <translation>Ввести код места или товара</translation>
    </message>
    <message>
        <source>Type what is counted</source>
        <translation>Набрать, что насчитано</translation>
    </message>
    <message>
        <source>Type what the customer gives</source>
        <translation>Набрать, сколько даёт покупатель</translation>
    </message>
    <message>
        <source>With a finger: push a line to the left to remove it</source>
        <translation>Пальцем: сдвинуть строку влево, чтобы удалить её</translation>
    </message>
    <message>
        <source>With a finger: push a line to the right to say how many</source>
        <translation>Пальцем: сдвинуть строку вправо, чтобы задать количество</translation>
    </message>
</context>
<context>
    <name>LabelCard</name>
    <message>
        <source>Address of the label printer</source>
        <translation>Адрес принтера этикеток</translation>
    </message>
    <message>
        <source>As above: tcp:192.168.1.51 · queue:NAME. Empty: labels come from the receipt printer.</source>
        <translation>Как выше: tcp:192.168.1.51 · queue:ИМЯ. Пусто: ценники печатает чековый принтер.</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Точек на дюйм</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>Принтер этикеток</translation>
    </message>
    <message>
        <source>Labels in it, mm</source>
        <translation>Этикетки в нём, мм</translation>
    </message>
    <message>
        <source>Language of the label printer</source>
        <translation>Язык принтера этикеток</translation>
    </message>
</context>
<context>
    <name>LabelModel</name>
    <message>
        <source>Goods</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Ценники</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
</context>
<context>
    <name>LabelsView</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n ценник</numerusform>
            <numerusform>%n ценника</numerusform>
            <numerusform>%n ценников</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) more on the list.</source>
        <translation>
            <numerusform>В списке на %n ценник больше.</numerusform>
            <numerusform>В списке на %n ценника больше.</numerusform>
            <numerusform>В списке на %n ценников больше.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) sent to the printer.</source>
        <translation>
            <numerusform>%n ценник отправлен на принтер.</numerusform>
            <numerusform>%n ценника отправлены на принтер.</numerusform>
            <numerusform>%n ценников отправлено на принтер.</numerusform>
        </translation>
    </message>
    <message>
        <source>A label for one weighed package</source>
        <translation>Этикетка взвешенной упаковки</translation>
    </message>
    <message>
        <source>Add the label</source>
        <translation>Добавить этикетку</translation>
    </message>
    <message>
        <source>Back on the list</source>
        <translation>Вернуть в список</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Штрихи</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Changed prices</source>
        <translation>Новые цены</translation>
    </message>
    <message>
        <source>Each scan adds one label. The morning&apos;s list is under Changed prices.</source>
        <translation>Каждый скан добавляет один ценник. Утренний список — под клавишей «Новые цены».</translation>
    </message>
    <message>
        <source>Every label that hangs says what the goods cost.</source>
        <translation>На всех напечатанных ценниках верная цена.</translation>
    </message>
    <message>
        <source>For a weight</source>
        <translation>На вес</translation>
    </message>
    <message>
        <source>Kind of code</source>
        <translation>Вид кода</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Ценники</translation>
    </message>
    <message>
        <source>Labels as a PDF</source>
        <translation>Ценники в PDF</translation>
    </message>
    <message>
        <source>Labels to print</source>
        <translation>Ценники для печати</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Новый список</translation>
    </message>
    <message>
        <source>No label is chosen</source>
        <translation>Ценник не выбран</translation>
    </message>
    <message>
        <source>One label less</source>
        <translation>На один ценник меньше</translation>
    </message>
    <message>
        <source>One label more</source>
        <translation>На один ценник больше</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Print jobs</source>
        <translation>Задания</translation>
    </message>
    <message>
        <source>Scan or search for goods</source>
        <translation>Сканируйте или ищите товар</translation>
    </message>
    <message>
        <source>Scan what needs a label</source>
        <translation>Сканируйте то, чему нужен ценник</translation>
    </message>
    <message>
        <source>Size in millimetres</source>
        <translation>Размер в миллиметрах</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Убрать из списка</translation>
    </message>
    <message numerus="yes">
        <source>The first %n of them are on the list. Print these, then go on.</source>
        <translation>
            <numerusform>Первый %n из них в списке. Напечатайте его, потом продолжайте.</numerusform>
            <numerusform>Первые %n из них в списке. Напечатайте их, потом продолжайте.</numerusform>
            <numerusform>Первые %n из них в списке. Напечатайте их, потом продолжайте.</numerusform>
        </translation>
    </message>
    <message>
        <source>The label of {0} as it will be printed</source>
        <translation>Ценник «{0}», каким он будет напечатан</translation>
    </message>
    <message>
        <source>The labels are on their way…</source>
        <translation>Ценники отправляются…</translation>
    </message>
    <message>
        <source>The list was put aside.</source>
        <translation>Список отложен.</translation>
    </message>
    <message>
        <source>This till has printed no labels yet: begin with a category.</source>
        <translation>Эта касса ещё не печатала ценников: начните с категории.</translation>
    </message>
    <message>
        <source>Weight in {0}</source>
        <translation>Вес, {0}</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Записано в {0}</translation>
    </message>
    <message>
        <source>{0} mm</source>
        <translation>{0} мм</translation>
    </message>
</context>
<context>
    <name>LastScan</name>
    <message>
        <source>Case, kept: how many inside?</source>
        <translation>Упаковка отложена: сколько внутри?</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Повреждено</translation>
    </message>
    <message>
        <source>Enough is taken</source>
        <translation>Взято достаточно</translation>
    </message>
    <message>
        <source>Everything goes there</source>
        <translation>Всё идёт туда</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Сделано</translation>
    </message>
    <message>
        <source>Not what was ordered</source>
        <translation>Не то, что заказано</translation>
    </message>
    <message>
        <source>Nothing is scanned yet</source>
        <translation>Пока ничего не отсканировано</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Scan what is made of it</source>
        <translation>Сканируйте, что получилось</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Unknown code, kept</source>
        <translation>Неизвестный код сохранён</translation>
    </message>
</context>
<context>
    <name>LetterKeys</name>
    <message>
        <source>Capital letter</source>
        <translation>Заглавная буква</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Стереть</translation>
    </message>
    <message>
        <source>Put the letters away</source>
        <translation>Убрать клавиатуру</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Take what is written</source>
        <translation>Принять написанное</translation>
    </message>
</context>
<context>
    <name>LineModel</name>
    <message>
        <source>no place has it</source>
        <translation>нигде не лежит</translation>
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
        <source>It is written: {0}. Print it, keep it in the safe, and delete the file.</source>
        <translation>Записан: {0}. Распечатайте, храните в сейфе, файл удалите.</translation>
    </message>
    <message>
        <source>Loading goods</source>
        <translation>Загрузка товаров</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Лист восстановления</translation>
    </message>
    <message>
        <source>Should this till lose its key, its recovery sheet opens its data again.</source>
        <translation>Если касса потеряет ключ, лист восстановления снова откроет её данные.</translation>
    </message>
    <message>
        <source>This till is admitted. From now on it also works without the line.</source>
        <translation>Касса подтверждена. Теперь она работает и без связи.</translation>
    </message>
    <message>
        <source>Write the recovery sheet of this till</source>
        <translation>Записать лист восстановления этой кассы</translation>
    </message>
    <message>
        <source>{done} of {total} MB</source>
        <translation>{done} из {total} МБ</translation>
    </message>
</context>
<context>
    <name>LockedScans</name>
    <message>
        <source>A scan does nothing on this screen.</source>
        <translation>На этом экране скан ничего не делает.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>Put into the ticket</source>
        <translation>Добавить в чек</translation>
    </message>
    <message>
        <source>Scans that came while the till was locked: {0}</source>
        <translation>Отсканировано, пока касса была заблокирована: {0}</translation>
    </message>
    <message>
        <source>The till is locked. Scans kept until somebody signs in: {0}</source>
        <translation>Касса заблокирована. Сохранено до входа: {0}</translation>
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
        <source>Too many</source>
        <translation>Лишнее</translation>
    </message>
    <message>
        <source>Touch</source>
        <translation>Палец</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <source>Customer&apos;s screen</source>
        <translation>Экран покупателя</translation>
    </message>
    <message>
        <source>Display {0}</source>
        <translation>Экран {0}</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Шифрование</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Keep the mail settings</source>
        <translation>Сохранить настройки почты</translation>
    </message>
    <message>
        <source>Kept among the secrets of this till, never shown.</source>
        <translation>Хранится среди секретов кассы, не показывается.</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Почтовый сервер</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выключен</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation>Адрес отправителя</translation>
    </message>
    <message>
        <source>Shown on</source>
        <translation>Показывать на</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Имя пользователя</translation>
    </message>
    <message>
        <source>Where that display is missing, it is a window that can be moved.</source>
        <translation>Если такого экрана нет, это окно, которое можно передвинуть.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>MailSheet</name>
    <message>
        <source>Ask the customer first. It is sent as soon as there is a line.</source>
        <translation>Сначала спросите покупателя. Уйдёт, как только будет связь.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Чек</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Send by e-mail</source>
        <translation>Отправить по почте</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Что отправить</translation>
    </message>
</context>
<context>
    <name>Matters</name>
    <message>
        <source>Book then</source>
        <translation>Было по учёту</translation>
    </message>
    <message>
        <source>Counted {0}</source>
        <translation>Посчитано {0}</translation>
    </message>
    <message>
        <source>If it stands</source>
        <translation>Если верно</translation>
    </message>
    <message>
        <source>Moved since</source>
        <translation>Движение с тех пор</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Изменение</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Ни один</translation>
    </message>
    <message>
        <source>Nothing moves.</source>
        <translation>Учёт не меняется.</translation>
    </message>
    <message>
        <source>The book has {0} now.</source>
        <translation>По учёту сейчас {0}.</translation>
    </message>
    <message>
        <source>counted {0}, the book has {1}</source>
        <translation>посчитано {0}, по учёту {1}</translation>
    </message>
</context>
<context>
    <name>MattersView</name>
    <message numerus="yes">
        <source>%n more when these are decided</source>
        <translation>
            <numerusform>Ещё %n после этих</numerusform>
            <numerusform>Ещё %n после этих</numerusform>
            <numerusform>Ещё %n после этих</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved: {0}.</source>
        <translation>Одобрено: {0}.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Решить</translation>
    </message>
    <message>
        <source>Decided: {0}, {1}.</source>
        <translation>Решено: {0}, {1}.</translation>
    </message>
    <message>
        <source>Decided: {0}. The book was right.</source>
        <translation>Решено: {0}. Учёт был верен.</translation>
    </message>
    <message>
        <source>Not booked: {0}.</source>
        <translation>Не проведено: {0}.</translation>
    </message>
    <message>
        <source>Note (may stay empty)</source>
        <translation>Заметка (необязательно)</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>Ничто не ждёт решения</translation>
    </message>
    <message>
        <source>What do you decide?</source>
        <translation>Что вы решаете?</translation>
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
    <message>
        <source>Rehearse</source>
        <translation>Репетиция</translation>
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
    <message>
        <source>Certificate</source>
        <translation>Сертификат</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>В кредит</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Баллы</translation>
    </message>
    <message>
        <source>Store credit</source>
        <translation>Баланс</translation>
    </message>
</context>
<context>
    <name>MoreSheet</name>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
</context>
<context>
    <name>NewCustomerSheet</name>
    <message>
        <source>Make the customer</source>
        <translation>Записать покупателя</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Новый покупатель</translation>
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
        <source>Backup</source>
        <translation>Резервная копия</translation>
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
    <name>NumberPad</name>
    <message>
        <source>Apply what is typed</source>
        <translation>Применить набранное</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Стереть</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Десятичный знак</translation>
    </message>
    <message>
        <source>So many times the next goods</source>
        <translation>Столько раз следующий товар</translation>
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
    <name>PackView</name>
    <message>
        <source>Go on with another parcel</source>
        <translation>Начать следующую посылку</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Посылка</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Вес</translation>
    </message>
</context>
<context>
    <name>PadPage</name>
    <message>
        <source>Somebody else allows it</source>
        <translation>Разрешит другой сотрудник</translation>
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
    <name>Paper</name>
    <message>
        <source>Do not print</source>
        <translation>Не печатать</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Чек есть</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Напечатать ещё раз</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>Напечатать сейчас</translation>
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
        <source>Quote until {0}</source>
        <translation>Предложение до {0}</translation>
    </message>
    <message>
        <source>open at {0}</source>
        <translation>открыта на кассе {0}</translation>
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
    <message>
        <source>The slip says that it was paid</source>
        <translation>По слипу оплачено</translation>
    </message>
    <message>
        <source>There is no slip of a payment</source>
        <translation>Слипа об оплате нет</translation>
    </message>
</context>
<context>
    <name>PdfSheet</name>
    <message>
        <source>Counted by rows; empty for none.</source>
        <translation>Считаются по рядам; пусто — ни одного.</translation>
    </message>
    <message>
        <source>Labels as a PDF</source>
        <translation>Ценники в PDF</translation>
    </message>
    <message>
        <source>Labels that are gone from the first sheet</source>
        <translation>Сколько мест на первом листе уже занято</translation>
    </message>
    <message>
        <source>Make the PDF</source>
        <translation>Сделать PDF</translation>
    </message>
    <message>
        <source>One a page</source>
        <translation>По одному</translation>
    </message>
    <message>
        <source>Sheets of A4</source>
        <translation>Листы A4</translation>
    </message>
    <message>
        <source>Write a number of labels, such as 5.</source>
        <translation>Напишите число ценников, например 5.</translation>
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
        <source>Open the console of head office, choose Tills, compare the device and press Approve.</source>
        <translation>Откройте консоль офиса, раздел «Кассы», сверьте устройство и нажмите «Разрешить».</translation>
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
    <name>PickSide</name>
    <message>
        <source>Another reason</source>
        <translation>Другая причина</translation>
    </message>
    <message>
        <source>Choose what comes back</source>
        <translation>Выберите, что возвращают</translation>
    </message>
    <message>
        <source>Condition: {0}. Press for the next.</source>
        <translation>Состояние: {0}. Нажмите для следующего.</translation>
    </message>
    <message>
        <source>Enter applies it</source>
        <translation>Enter применяет</translation>
    </message>
    <message>
        <source>Enter shows it</source>
        <translation>Enter покажет его</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Everything of the receipt comes back</source>
        <translation>Возвращают весь чек</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>Не работает</translation>
    </message>
    <message>
        <source>Given back in all: {0}</source>
        <translation>Всего к возврату: {0}</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>Не подошло</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ничего</translation>
    </message>
    <message>
        <source>Nothing of this line comes back</source>
        <translation>Из этой строки ничего не возвращают</translation>
    </message>
    <message>
        <source>Number of a receipt of this till</source>
        <translation>Номер чека этой кассы</translation>
    </message>
    <message>
        <source>Onto the ticket</source>
        <translation>В чек</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>Выплатить</translation>
    </message>
    <message>
        <source>Pay out at once</source>
        <translation>Выплатить сразу</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Take the typed quantity back, or all that is left</source>
        <translation>Принять введённое количество или весь остаток</translation>
    </message>
    <message>
        <source>Why it comes back</source>
        <translation>Почему возвращают</translation>
    </message>
    <message>
        <source>Wrong goods</source>
        <translation>Не тот товар</translation>
    </message>
</context>
<context>
    <name>PickView</name>
    <message>
        <source>The place has too little</source>
        <translation>На месте не хватает товара</translation>
    </message>
    <message>
        <source>Too little</source>
        <translation>Не хватает</translation>
    </message>
</context>
<context>
    <name>PortList</name>
    <message>
        <source>{0} (not there now)</source>
        <translation>{0} (сейчас не подключён)</translation>
    </message>
</context>
<context>
    <name>PriceSheet</name>
    <message>
        <source>Agreed</source>
        <translation>По договорённости</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Другая причина</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Повреждено</translation>
    </message>
    <message>
        <source>Price on the shelf</source>
        <translation>Цена на полке</translation>
    </message>
    <message>
        <source>Set the price</source>
        <translation>Назначить цену</translation>
    </message>
    <message>
        <source>{0} instead of {1}. It is written down who set the price and why.</source>
        <translation>{0} вместо {1}. Записывается, кто назначил цену и почему.</translation>
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
        <source>Empty: none are kept beside those on paper.</source>
        <translation>Пусто: кроме бумажных, чеки не сохраняются.</translation>
    </message>
    <message>
        <source>Folder for receipts as PDF</source>
        <translation>Папка для чеков в PDF</translation>
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
        <source>Letters the printer knows; drawn ones work on every printer</source>
        <translation>Буквы, которые знает принтер; рисованные подходят любому</translation>
    </message>
    <message>
        <source>Maker of the printer</source>
        <translation>Производитель принтера</translation>
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
        <source>The drawer hangs on the printer. A test slip is no sale; opening the drawer is on record.</source>
        <translation>Ящик подключён к принтеру. Проба печати — не продажа; открытие ящика записывается.</translation>
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
        <source>drawn</source>
        <translation>рисованные</translation>
    </message>
    <message>
        <source>tcp:192.168.1.50 · serial:COM3 · queue:NAME · file:/dev/usb/lp0 · empty without a printer</source>
        <translation>tcp:192.168.1.50 · serial:COM3 · queue:ИМЯ · file:/dev/usb/lp0 · пусто без принтера</translation>
    </message>
</context>
<context>
    <name>PurseWords</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n день назад</numerusform>
            <numerusform>%n дня назад</numerusform>
            <numerusform>%n дней назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n час назад</numerusform>
            <numerusform>%n часа назад</numerusform>
            <numerusform>%n часов назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n мин назад</numerusform>
            <numerusform>%n мин назад</numerusform>
            <numerusform>%n мин назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n балл</numerusform>
            <numerusform>%n балла</numerusform>
            <numerusform>%n баллов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) are there, worth so much.</source>
        <translation>
            <numerusform>Есть %n балл, это столько.</numerusform>
            <numerusform>Есть %n балла, это столько.</numerusform>
            <numerusform>Есть %n баллов, это столько.</numerusform>
        </translation>
    </message>
    <message>
        <source>Debt paid</source>
        <translation>Долг оплачен</translation>
    </message>
    <message>
        <source>Head office is asked …</source>
        <translation>Спрашиваем офис …</translation>
    </message>
    <message>
        <source>Into store credit</source>
        <translation>На баланс</translation>
    </message>
    <message>
        <source>It goes to the customer. Press the amount, or type less.</source>
        <translation>Это останется покупателю. Нажмите сумму или введите меньше.</translation>
    </message>
    <message>
        <source>So much is there. Press the amount, or type less.</source>
        <translation>Столько есть. Нажмите сумму или введите меньше.</translation>
    </message>
    <message>
        <source>So much may still be bought on account.</source>
        <translation>На столько ещё можно купить в кредит.</translation>
    </message>
    <message>
        <source>credit {0}</source>
        <translation>баланс {0}</translation>
    </message>
    <message>
        <source>owes {0}</source>
        <translation>долг {0}</translation>
    </message>
    <message>
        <source>owes {0} of {1}</source>
        <translation>долг {0} из {1}</translation>
    </message>
</context>
<context>
    <name>ReasonPage</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Too little: why? {0}</source>
        <translation>Не хватает: почему? {0}</translation>
    </message>
    <message>
        <source>Why is the weight right?</source>
        <translation>Почему вес верный?</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>Change</source>
        <translation>Сдача</translation>
    </message>
    <message>
        <source>Invoice {0}</source>
        <translation>Счёт {0}</translation>
    </message>
    <message>
        <source>One parked sale, paid more than once: {0}</source>
        <translation>Один отложенный чек, оплачен больше одного раза: {0}</translation>
    </message>
    <message numerus="yes">
        <source>Printed again: %n time(s)</source>
        <translation>
            <numerusform>Напечатан повторно: %n раз</numerusform>
            <numerusform>Напечатан повторно: %n раза</numerusform>
            <numerusform>Напечатан повторно: %n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Округление</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Экономия</translation>
    </message>
    <message>
        <source>Signed, transaction {0}</source>
        <translation>Подписано, операция {0}</translation>
    </message>
    <message>
        <source>This receipt was taken back.</source>
        <translation>Этот чек отменён.</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Чаевые</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
</context>
<context>
    <name>ReceiptModel</name>
    <message>
        <source>Receipt</source>
        <translation>Чек</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>%n копия</numerusform>
            <numerusform>%n копии</numerusform>
            <numerusform>%n копий</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept back: this till was restored from a backup. Send it again if it is needed.</source>
        <translation>Не отправлено: касса восстановлена из копии. Отправьте ещё раз, если нужно.</translation>
    </message>
    <message>
        <source>Mail not sent</source>
        <translation>Письмо не отправлено</translation>
    </message>
    <message>
        <source>Mail sent</source>
        <translation>Письмо отправлено</translation>
    </message>
    <message>
        <source>Mail waits</source>
        <translation>Письмо ждёт</translation>
    </message>
    <message>
        <source>The mail server cannot be reached; it is tried again.</source>
        <translation>Почтовый сервер недоступен; попытка повторится.</translation>
    </message>
    <message>
        <source>The mail server cannot be spoken to safely. Ask your administrator.</source>
        <translation>С почтовым сервером нет защищённой связи. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>The mail server does not accept our name and password.</source>
        <translation>Почтовый сервер не принимает имя и пароль.</translation>
    </message>
    <message>
        <source>The mail server does not take this mail. Check the address.</source>
        <translation>Почтовый сервер не принимает это письмо. Проверьте адрес.</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>счёт</translation>
    </message>
    <message>
        <source>mail not sent</source>
        <translation>письмо не отправлено</translation>
    </message>
    <message>
        <source>mail sent</source>
        <translation>письмо отправлено</translation>
    </message>
    <message>
        <source>mail waits</source>
        <translation>письмо ждёт</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>отменён</translation>
    </message>
</context>
<context>
    <name>ReceiptsView</name>
    <message>
        <source>Ask the terminal again</source>
        <translation>Спросить терминал ещё раз</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Find a receipt</source>
        <translation>Найти чек</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>Подарочный чек</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Invoice again</source>
        <translation>Счёт ещё раз</translation>
    </message>
    <message>
        <source>Invoice {0} is made.</source>
        <translation>Счёт {0} выставлен.</translation>
    </message>
    <message>
        <source>Money given back by hand</source>
        <translation>Деньги возвращены вручную</translation>
    </message>
    <message>
        <source>Money taken by hand</source>
        <translation>Деньги приняты вручную</translation>
    </message>
    <message>
        <source>No receipt fits “{0}”</source>
        <translation>Чека для «{0}» нет</translation>
    </message>
    <message>
        <source>No receipts yet</source>
        <translation>Чеков пока нет</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the card got its money back; the receipt still stands.</source>
        <translation>Пока неизвестно, вернулись ли деньги на карту; чек остаётся в силе.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the card was charged; the receipt still stands.</source>
        <translation>Пока неизвестно, списаны ли деньги с карты; чек остаётся в силе.</translation>
    </message>
    <message>
        <source>Number, amount, time or day</source>
        <translation>Номер, сумма, время или день</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Напечатать ещё раз</translation>
    </message>
    <message>
        <source>Printed again: copy {0}.</source>
        <translation>Напечатан повторно: копия {0}.</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Чеки</translation>
    </message>
    <message>
        <source>Return goods</source>
        <translation>Вернуть товар</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Показать более старые</translation>
    </message>
    <message>
        <source>Take back whole</source>
        <translation>Отменить целиком</translation>
    </message>
    <message>
        <source>The card terminal gave nothing back; the receipt still stands.</source>
        <translation>Терминал деньги не вернул; чек остаётся в силе.</translation>
    </message>
    <message>
        <source>The card terminal gives the money back</source>
        <translation>Терминал возвращает деньги на карту</translation>
    </message>
    <message>
        <source>The card terminal takes the money again</source>
        <translation>Терминал снова списывает деньги с карты</translation>
    </message>
    <message>
        <source>The card was not charged; the receipt still stands.</source>
        <translation>Деньги с карты не списаны; чек остаётся в силе.</translation>
    </message>
    <message>
        <source>The first sale of this till will stand here.</source>
        <translation>Здесь появится первая продажа этой кассы.</translation>
    </message>
    <message>
        <source>The gift receipt is printed.</source>
        <translation>Подарочный чек напечатан.</translation>
    </message>
    <message>
        <source>The invoice is there once more: copy {0}.</source>
        <translation>Счёт готов ещё раз: копия {0}.</translation>
    </message>
    <message>
        <source>The mail to {0} is sent.</source>
        <translation>Письмо для {0} отправлено.</translation>
    </message>
    <message>
        <source>The mail to {0} waits to be sent.</source>
        <translation>Письмо для {0} ждёт отправки.</translation>
    </message>
    <message>
        <source>The receipt is taken back: {0}.</source>
        <translation>Чек отменён: {0}.</translation>
    </message>
    <message>
        <source>There is no card terminal to charge the card; the receipt still stands.</source>
        <translation>Нет терминала, чтобы списать деньги с карты; чек остаётся в силе.</translation>
    </message>
    <message>
        <source>There is no card terminal to give the money back; the receipt still stands.</source>
        <translation>Нет терминала, который вернул бы деньги; чек остаётся в силе.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>Try the number on the paper, the total, or the time.</source>
        <translation>Попробуйте номер с чека, сумму или время.</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>A card payment of this ticket is missing.</source>
        <translation>Не хватает платежа картой по этому чеку.</translation>
    </message>
    <message>
        <source>A cart holds {limit} lines at most.</source>
        <translation>В чеке не больше {limit} строк.</translation>
    </message>
    <message>
        <source>A cart is still in hand.</source>
        <translation>Продажа ещё не закончена.</translation>
    </message>
    <message>
        <source>A case is more than one piece.</source>
        <translation>В упаковке больше одной штуки.</translation>
    </message>
    <message>
        <source>A column lot may follow.</source>
        <translation>Может быть и столбец lot.</translation>
    </message>
    <message>
        <source>A customer has a name.</source>
        <translation>У покупателя есть имя.</translation>
    </message>
    <message>
        <source>A discount must be more than zero.</source>
        <translation>Скидка должна быть больше нуля.</translation>
    </message>
    <message>
        <source>A gift certificate comes back for money only against its receipt.</source>
        <translation>Деньги за сертификат возвращают только по его чеку.</translation>
    </message>
    <message>
        <source>A lot or serial number has {limit} characters at most.</source>
        <translation>В номере партии или серийном номере не больше {limit} знаков.</translation>
    </message>
    <message>
        <source>A manager asks head office why.</source>
        <translation>Старший выяснит в офисе причину.</translation>
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
        <source>A photo is of goods that were marked.</source>
        <translation>Фото делают товару, который отмечен.</translation>
    </message>
    <message>
        <source>A photo is still being read.</source>
        <translation>Фото ещё обрабатывается.</translation>
    </message>
    <message>
        <source>A plate cannot stand on another plate.</source>
        <translation>Паллета не может стоять на другой паллете.</translation>
    </message>
    <message>
        <source>A price of your own needs a reason.</source>
        <translation>Для своей цены нужна причина.</translation>
    </message>
    <message>
        <source>A quantity must be more than zero.</source>
        <translation>Количество должно быть больше нуля.</translation>
    </message>
    <message>
        <source>A return needs a reason.</source>
        <translation>Возврату нужна причина.</translation>
    </message>
    <message>
        <source>A scan does nothing here.</source>
        <translation>Сканирование здесь ничего не делает.</translation>
    </message>
    <message>
        <source>A serial number is one piece.</source>
        <translation>Серийный номер — это одна штука.</translation>
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
        <source>A tip goes with a sale.</source>
        <translation>Чаевые бывают только при продаже.</translation>
    </message>
    <message>
        <source>A tip is no more than the goods cost.</source>
        <translation>Чаевые не больше стоимости товаров.</translation>
    </message>
    <message>
        <source>A tip of {amount_minor} cannot be right.</source>
        <translation>Чаевые {amount_minor} — это ошибка.</translation>
    </message>
    <message>
        <source>A void needs a reason.</source>
        <translation>Для отмены нужна причина.</translation>
    </message>
    <message>
        <source>All of {scanned} is packed already.</source>
        <translation>{scanned}: всё уже упаковано.</translation>
    </message>
    <message>
        <source>An invoice needs the address of the buyer.</source>
        <translation>В счёте нужен адрес покупателя.</translation>
    </message>
    <message>
        <source>An invoice needs the name of the buyer.</source>
        <translation>В счёте нужно имя покупателя.</translation>
    </message>
    <message>
        <source>Another till takes goods of receipt {receipt} back just now.</source>
        <translation>Другая касса сейчас принимает возврат по чеку {receipt}.</translation>
    </message>
    <message>
        <source>Ask a manager to put it back on sale.</source>
        <translation>Попросите управляющего вернуть товар в продажу.</translation>
    </message>
    <message>
        <source>Ask a manager to sign in.</source>
        <translation>Пусть войдёт управляющий.</translation>
    </message>
    <message>
        <source>Ask a manager.</source>
        <translation>Спросите старшего.</translation>
    </message>
    <message>
        <source>Ask an administrator, or connect this till to head office.</source>
        <translation>Позовите администратора или подключите кассу к центру.</translation>
    </message>
    <message>
        <source>Ask for a new code, or have this till unblocked in the console.</source>
        <translation>Попросите новый код или разблокировать кассу в консоли.</translation>
    </message>
    <message>
        <source>Ask for another one.</source>
        <translation>Попросите другой.</translation>
    </message>
    <message>
        <source>Ask head office for another one, and check date and time of this computer.</source>
        <translation>Попросите в офисе другое и проверьте дату и время на этом компьютере.</translation>
    </message>
    <message>
        <source>Ask head office for another one.</source>
        <translation>Попросите в офисе другой.</translation>
    </message>
    <message>
        <source>Ask head office for one.</source>
        <translation>Попросите главный офис завести его.</translation>
    </message>
    <message>
        <source>Ask head office to add it.</source>
        <translation>Попросите офис добавить его.</translation>
    </message>
    <message>
        <source>Ask head office to change it.</source>
        <translation>Попросите офис изменить его.</translation>
    </message>
    <message>
        <source>Ask somebody with the right to allow it.</source>
        <translation>Попросите того, кто вправе это разрешить.</translation>
    </message>
    <message>
        <source>Ask somebody with the right to do it.</source>
        <translation>Позовите того, кому это разрешено.</translation>
    </message>
    <message>
        <source>Ask the terminal again, or put the ticket aside.</source>
        <translation>Спросите терминал ещё раз или отложите чек.</translation>
    </message>
    <message>
        <source>Ask the terminal again; where it cannot say, a manager settles it by hand.</source>
        <translation>Спросите терминал ещё раз; если он не отвечает, вопрос вручную решит менеджер.</translation>
    </message>
    <message>
        <source>Ask them, then tick it.</source>
        <translation>Спросите и поставьте отметку.</translation>
    </message>
    <message>
        <source>Ask your administrator to set one.</source>
        <translation>Попросите администратора задать его.</translation>
    </message>
    <message>
        <source>Ask your administrator which one is right.</source>
        <translation>Спросите у администратора, какое верное.</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Begin a new one.</source>
        <translation>Начните новую.</translation>
    </message>
    <message>
        <source>Begin a repacking.</source>
        <translation>Начните переупаковку.</translation>
    </message>
    <message>
        <source>Change it, or leave it with Esc.</source>
        <translation>Измените что-нибудь или выйдите клавишей Esc.</translation>
    </message>
    <message>
        <source>Charge it at the card terminal; where that cannot, a manager takes the money by hand.</source>
        <translation>Спишите их через терминал; если он не может, деньги вручную примет менеджер.</translation>
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
        <source>Check the card or the name.</source>
        <translation>Проверьте карту или имя.</translation>
    </message>
    <message>
        <source>Check the code, or search for the goods.</source>
        <translation>Проверьте код или найдите товар поиском.</translation>
    </message>
    <message>
        <source>Check the code.</source>
        <translation>Проверьте код.</translation>
    </message>
    <message>
        <source>Check the name of the file.</source>
        <translation>Проверьте имя файла.</translation>
    </message>
    <message>
        <source>Check the number.</source>
        <translation>Проверьте номер.</translation>
    </message>
    <message>
        <source>Check the receipt number.</source>
        <translation>Проверьте номер чека.</translation>
    </message>
    <message>
        <source>Check the setting photo_folder, or choose a file.</source>
        <translation>Проверьте настройку photo_folder или выберите файл.</translation>
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
        <source>Choose a line and how much of it.</source>
        <translation>Выберите строку и количество.</translation>
    </message>
    <message>
        <source>Choose a line of the cart.</source>
        <translation>Выберите строку чека.</translation>
    </message>
    <message>
        <source>Choose a line of the receipt.</source>
        <translation>Выберите строку чека.</translation>
    </message>
    <message>
        <source>Choose a smaller label, or make a PDF.</source>
        <translation>Выберите размер поменьше или сделайте PDF.</translation>
    </message>
    <message>
        <source>Choose a wider label.</source>
        <translation>Выберите этикетку шире.</translation>
    </message>
    <message>
        <source>Choose an order that expects goods.</source>
        <translation>Выберите задание, по которому ждут товар.</translation>
    </message>
    <message>
        <source>Choose another receipt.</source>
        <translation>Выберите другой чек.</translation>
    </message>
    <message>
        <source>Choose another size.</source>
        <translation>Выберите другой размер.</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>Выберите другое значение.</translation>
    </message>
    <message>
        <source>Choose one of the company&apos;s other shops.</source>
        <translation>Выберите один из других магазинов компании.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Выберите из списка.</translation>
    </message>
    <message>
        <source>Choose one of them from the list.</source>
        <translation>Выберите одно из списка.</translation>
    </message>
    <message>
        <source>Choose one of: {reasons}.</source>
        <translation>Выберите одну из: {reasons}.</translation>
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
        <source>Connect this till to head office; selling goes on.</source>
        <translation>Подключите кассу к центру; продажи продолжаются.</translation>
    </message>
    <message>
        <source>Count once more, then go on.</source>
        <translation>Пересчитайте ещё раз и продолжайте.</translation>
    </message>
    <message>
        <source>Count once more.</source>
        <translation>Пересчитайте ещё раз.</translation>
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
        <source>Count the place first, or take less.</source>
        <translation>Сначала пересчитайте место или возьмите меньше.</translation>
    </message>
    <message>
        <source>Counted money is never below zero.</source>
        <translation>Пересчитанные деньги не бывают меньше нуля.</translation>
    </message>
    <message>
        <source>Do not use it, and ask head office for another one.</source>
        <translation>Не используйте его, попросите в офисе другое.</translation>
    </message>
    <message>
        <source>Do the refill first, or pick it at once from where the goods lie.</source>
        <translation>Сначала выполните пополнение или соберите немедленно оттуда, где лежит товар.</translation>
    </message>
    <message>
        <source>Each piece counts once.</source>
        <translation>Каждый экземпляр считается один раз.</translation>
    </message>
    <message>
        <source>Each piece of {goods} has a number.</source>
        <translation>У каждой штуки «{goods}» свой номер.</translation>
    </message>
    <message>
        <source>Everything arrived as it was sent.</source>
        <translation>Всё пришло так, как было отправлено.</translation>
    </message>
    <message>
        <source>Everything at once is taken only where goods are moved.</source>
        <translation>Всё сразу берут только при перемещении.</translation>
    </message>
    <message>
        <source>Everything is picked.</source>
        <translation>Всё собрано.</translation>
    </message>
    <message>
        <source>Finish it there, or park it there again.</source>
        <translation>Завершите её там или снова отложите там.</translation>
    </message>
    <message>
        <source>Finish it there, or try again in a quarter of an hour.</source>
        <translation>Закончите там или попробуйте через четверть часа.</translation>
    </message>
    <message>
        <source>Finish the payment, or take the card payment back first.</source>
        <translation>Завершите оплату или сначала верните платёж картой.</translation>
    </message>
    <message>
        <source>Finish the picking.</source>
        <translation>Завершите сборку.</translation>
    </message>
    <message>
        <source>Finish the return first, or take the payment out of the ticket.</source>
        <translation>Сначала завершите возврат или уберите платёж из чека.</translation>
    </message>
    <message>
        <source>Finish the sale.</source>
        <translation>Завершите продажу.</translation>
    </message>
    <message>
        <source>Give it back at the card terminal; where that cannot, a manager gives it back by hand.</source>
        <translation>Верните их через терминал; если он не может, деньги вручную вернёт старший.</translation>
    </message>
    <message>
        <source>Give less, or ask a manager to grant it.</source>
        <translation>Дайте меньше или попросите управляющего разрешить.</translation>
    </message>
    <message>
        <source>Give the rest back in cash.</source>
        <translation>Остальное верните наличными.</translation>
    </message>
    <message>
        <source>Go on with the next.</source>
        <translation>Переходите к следующему.</translation>
    </message>
    <message>
        <source>Go to the till to sell.</source>
        <translation>Для продажи перейдите к кассе.</translation>
    </message>
    <message>
        <source>Goods are in hand for {expected}.</source>
        <translation>В руках товар для {expected}.</translation>
    </message>
    <message>
        <source>Goods are still in hand.</source>
        <translation>Товар ещё в руках.</translation>
    </message>
    <message>
        <source>Goods are written off with a reason.</source>
        <translation>Товар списывают с указанием причины.</translation>
    </message>
    <message>
        <source>Goods cannot be sent to {shop}.</source>
        <translation>В «{shop}» товар отправить нельзя.</translation>
    </message>
    <message>
        <source>Goods have this code already.</source>
        <translation>Этот код уже есть у товара.</translation>
    </message>
    <message>
        <source>Goods of receipt {receipt} have come back already.</source>
        <translation>Товары по чеку {receipt} уже возвращали.</translation>
    </message>
    <message>
        <source>Goods were made already.</source>
        <translation>Товар уже сделан.</translation>
    </message>
    <message>
        <source>Goods were scanned before their place.</source>
        <translation>Товар отсканирован раньше места.</translation>
    </message>
    <message>
        <source>Hand out exactly what was paid too much by card.</source>
        <translation>Выдайте ровно то, что переплачено картой.</translation>
    </message>
    <message>
        <source>Have head office give them a code of the weight labels.</source>
        <translation>Попросите центральный офис присвоить товару код весовых этикеток.</translation>
    </message>
    <message>
        <source>Head office cannot be asked now, and this till takes no more of it unasked.</source>
        <translation>Офис сейчас не спросить, а без ответа касса больше этого не примет.</translation>
    </message>
    <message>
        <source>Head office cannot be asked now, and this till takes no more of this certificate unasked.</source>
        <translation>Спросить офис сейчас нельзя, а без этого касса больше по этому сертификату не примет.</translation>
    </message>
    <message>
        <source>Head office cannot say now whether this certificate was used.</source>
        <translation>Офис сейчас не может сказать, использован ли сертификат.</translation>
    </message>
    <message>
        <source>Head office does not know this certificate.</source>
        <translation>Офис не знает этого сертификата.</translation>
    </message>
    <message>
        <source>Head office does not know this code.</source>
        <translation>Офис не знает этого кода.</translation>
    </message>
    <message>
        <source>Head office does not know this customer any more.</source>
        <translation>Офис больше не знает этого покупателя.</translation>
    </message>
    <message>
        <source>Head office does not let this till in.</source>
        <translation>Офис не пускает эту кассу.</translation>
    </message>
    <message>
        <source>Head office has no such reason for writing goods off.</source>
        <translation>Такой причины списания в головном офисе нет.</translation>
    </message>
    <message>
        <source>Head office has not counted the last uses of this coupon yet.</source>
        <translation>Офис ещё не учёл последние погашения этого купона.</translation>
    </message>
    <message>
        <source>Head office tells this to managers only.</source>
        <translation>Офис сообщает это только управляющим.</translation>
    </message>
    <message>
        <source>Head office was not reached for a long time: only an administrator may do this.</source>
        <translation>С центром давно нет связи: это может только администратор.</translation>
    </message>
    <message>
        <source>Head office was not reached for too long: this till sells and closes shifts, no more.</source>
        <translation>С центром слишком долго нет связи: касса только продаёт и закрывает смены.</translation>
    </message>
    <message>
        <source>How much of {scanned} is it?</source>
        <translation>Сколько весит {scanned}?</translation>
    </message>
    <message>
        <source>It cannot be taken back for money; what is left on it still pays.</source>
        <translation>Деньги за него не вернуть; остатком можно платить.</translation>
    </message>
    <message>
        <source>It holds for ten minutes and works once: ask for another.</source>
        <translation>Он действует десять минут и один раз: попросите другой.</translation>
    </message>
    <message>
        <source>It may be done already, or not be here yet.</source>
        <translation>Возможно, оно уже выполнено или ещё не пришло.</translation>
    </message>
    <message>
        <source>Leave it to a colleague.</source>
        <translation>Оставьте это коллеге.</translation>
    </message>
    <message>
        <source>Leave the rest out.</source>
        <translation>Остальное уберите.</translation>
    </message>
    <message>
        <source>Look at a document first.</source>
        <translation>Сначала посмотрите документ.</translation>
    </message>
    <message>
        <source>Look at it and pay again.</source>
        <translation>Посмотрите и оплатите снова.</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Посмотрите список ещё раз.</translation>
    </message>
    <message>
        <source>Look at the list of settings.</source>
        <translation>Посмотрите список настроек.</translation>
    </message>
    <message>
        <source>Look at the name again.</source>
        <translation>Проверьте имя.</translation>
    </message>
    <message>
        <source>Look at the number again.</source>
        <translation>Проверьте номер.</translation>
    </message>
    <message>
        <source>Look at the number again; a manager should know.</source>
        <translation>Проверьте номер; старший должен об этом знать.</translation>
    </message>
    <message>
        <source>Look at the number again; if the piece is not there, count that place first.</source>
        <translation>Сверьте номер; если экземпляра там нет, сначала пересчитайте то место.</translation>
    </message>
    <message>
        <source>Look them up once more.</source>
        <translation>Найдите его ещё раз.</translation>
    </message>
    <message>
        <source>Make one first.</source>
        <translation>Сначала выставьте его.</translation>
    </message>
    <message>
        <source>Mend or remove the file.</source>
        <translation>Исправьте или удалите файл.</translation>
    </message>
    <message>
        <source>Money goes back to the customer here, so nothing can be paid in.</source>
        <translation>Здесь деньги возвращаются покупателю, поэтому внести ничего нельзя.</translation>
    </message>
    <message>
        <source>Money is given back here, not taken.</source>
        <translation>Здесь деньги возвращают, а не принимают.</translation>
    </message>
    <message>
        <source>Money moved while the drawer was counted.</source>
        <translation>Пока считали ящик, деньги двигались.</translation>
    </message>
    <message>
        <source>More of receipt {receipt} has come back meanwhile.</source>
        <translation>По чеку {receipt} тем временем вернули ещё.</translation>
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
        <source>Name an order to count.</source>
        <translation>Назовите задание на пересчёт.</translation>
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
        <translation>Сначала укажите покупателя.</translation>
    </message>
    <message>
        <source>Name the one that is for this till, or take the others away.</source>
        <translation>Укажите тот, что для этой кассы, или уберите остальные.</translation>
    </message>
    <message>
        <source>No bin is in hand.</source>
        <translation>Ячейка не выбрана.</translation>
    </message>
    <message>
        <source>No code here waits for its goods.</source>
        <translation>Здесь ни один код не ждёт товара.</translation>
    </message>
    <message>
        <source>No goods lie at {place}: it only divides the warehouse.</source>
        <translation>В {place} товар не кладут: это только часть склада.</translation>
    </message>
    <message>
        <source>No invitation file was found.</source>
        <translation>Файл приглашения не найден.</translation>
    </message>
    <message>
        <source>No label printer is set.</source>
        <translation>Принтер этикеток не задан.</translation>
    </message>
    <message>
        <source>No mail server is set.</source>
        <translation>Почтовый сервер не задан.</translation>
    </message>
    <message>
        <source>No more than {left_minor} was paid by this method.</source>
        <translation>Этим способом оплачено не больше {left_minor}.</translation>
    </message>
    <message>
        <source>No more than {limit_milli} of {name} on one ticket.</source>
        <translation>Не больше {limit_milli} «{name}» в одном чеке.</translation>
    </message>
    <message>
        <source>No order takes all of this: {left_milli} go to {slot}.</source>
        <translation>Ни один заказ не берёт всё это: {left_milli} в ячейку {slot}.</translation>
    </message>
    <message>
        <source>No order waits for {scanned}.</source>
        <translation>{scanned}: ни один заказ этого не ждёт.</translation>
    </message>
    <message>
        <source>No place fits.</source>
        <translation>Ни одно место не подходит.</translation>
    </message>
    <message>
        <source>No place has such a code.</source>
        <translation>Места с таким кодом нет.</translation>
    </message>
    <message>
        <source>No shift is open.</source>
        <translation>Смена не открыта.</translation>
    </message>
    <message>
        <source>Nobody has met the plate {plate} yet.</source>
        <translation>Паллета {plate} ещё никому не встречалась.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Никто не вошёл.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the card terminal has moved the money.</source>
        <translation>Пока неизвестно, провёл ли терминал деньги.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the card was charged.</source>
        <translation>Пока неизвестно, списаны ли деньги с карты.</translation>
    </message>
    <message>
        <source>Nobody says what {goods} is made of.</source>
        <translation>Не указано, из чего состоит {goods}.</translation>
    </message>
    <message>
        <source>Not packed yet: {missing}.</source>
        <translation>Ещё не упаковано: {missing}.</translation>
    </message>
    <message>
        <source>Notes and coins are not the sum.</source>
        <translation>Купюры и монеты не дают этой суммы.</translation>
    </message>
    <message>
        <source>Nothing happened that opens the drawer.</source>
        <translation>Не было ничего, что открывает ящик.</translation>
    </message>
    <message>
        <source>Nothing has this code: {codes}.</source>
        <translation>Ни у чего нет такого кода: {codes}.</translation>
    </message>
    <message>
        <source>Nothing is chosen to come back.</source>
        <translation>Ничего не выбрано для возврата.</translation>
    </message>
    <message>
        <source>Nothing is in hand.</source>
        <translation>В руках ничего нет.</translation>
    </message>
    <message>
        <source>Nothing is paid here.</source>
        <translation>Здесь ничего не оплачивается.</translation>
    </message>
    <message>
        <source>Nothing is received for this order.</source>
        <translation>По этому заданию ничего не принимают.</translation>
    </message>
    <message>
        <source>Nothing is to be counted for the order {order}.</source>
        <translation>По заданию {order} ничего считать не нужно.</translation>
    </message>
    <message>
        <source>Nothing lies there.</source>
        <translation>Там ничего не лежит.</translation>
    </message>
    <message>
        <source>Nothing of this order is picked yet.</source>
        <translation>По этому заданию ещё ничего не собрано.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ничего не изменено.</translation>
    </message>
    <message>
        <source>Nothing was counted.</source>
        <translation>Ничего не посчитано.</translation>
    </message>
    <message>
        <source>Nothing was counted. Mend them and import again.</source>
        <translation>Ничего не посчитано. Исправьте их и загрузите снова.</translation>
    </message>
    <message>
        <source>Nothing was given back to the card.</source>
        <translation>На карту ничего не возвращено.</translation>
    </message>
    <message>
        <source>Nothing was made of what was taken.</source>
        <translation>Из взятого ничего не сделано.</translation>
    </message>
    <message>
        <source>Nothing was scanned.</source>
        <translation>Ничего не отсканировано.</translation>
    </message>
    <message>
        <source>Nothing was sold in this receipt.</source>
        <translation>По этому чеку ничего не продано.</translation>
    </message>
    <message>
        <source>Nothing was taken for what was made.</source>
        <translation>Для сделанного ничего не взято.</translation>
    </message>
    <message>
        <source>Of {name} only {left_milli} can still come back.</source>
        <translation>«{name}»: вернуть можно ещё только {left_milli}.</translation>
    </message>
    <message>
        <source>Only a receipt of the open shift can be taken back whole.</source>
        <translation>Целиком отменить можно только чек открытой смены.</translation>
    </message>
    <message>
        <source>Only an administrator may be able to write it: tell yours.</source>
        <translation>Писать в него должен только администратор: сообщите ему.</translation>
    </message>
    <message>
        <source>Only cash can be more than the total; take the exact amount.</source>
        <translation>Больше итога можно взять только наличными; возьмите точную сумму.</translation>
    </message>
    <message>
        <source>Only head office knows this, and it does not answer now.</source>
        <translation>Это знает только офис, а он сейчас не отвечает.</translation>
    </message>
    <message>
        <source>Only {free_minor} is there.</source>
        <translation>Есть только {free_minor}.</translation>
    </message>
    <message>
        <source>Only {owed_minor} is owed.</source>
        <translation>Долг только {owed_minor}.</translation>
    </message>
    <message>
        <source>Open a shift first.</source>
        <translation>Сначала откройте смену.</translation>
    </message>
    <message>
        <source>Open it with a reason.</source>
        <translation>Откройте его с указанием причины.</translation>
    </message>
    <message>
        <source>Open the payment again.</source>
        <translation>Откройте оплату ещё раз.</translation>
    </message>
    <message>
        <source>Opening the drawer needs a reason.</source>
        <translation>Чтобы открыть ящик, нужна причина.</translation>
    </message>
    <message>
        <source>Pay another way.</source>
        <translation>Оплатите другим способом.</translation>
    </message>
    <message>
        <source>Pay the tip another way, or take it away.</source>
        <translation>Оплатите чаевые иначе или уберите их.</translation>
    </message>
    <message>
        <source>Pay the total.</source>
        <translation>Оплатите итог.</translation>
    </message>
    <message>
        <source>Pay this one and open another.</source>
        <translation>Оплатите этот и начните новый.</translation>
    </message>
    <message>
        <source>Pick it first.</source>
        <translation>Сначала соберите.</translation>
    </message>
    <message>
        <source>Press “Make”, then scan what it became.</source>
        <translation>Нажмите «Итог» и отсканируйте, что получилось.</translation>
    </message>
    <message>
        <source>Print a label for the shelf.</source>
        <translation>Напечатайте ценник для полки.</translation>
    </message>
    <message>
        <source>Print it at the till that has made it.</source>
        <translation>Напечатайте на кассе, которая его выставила.</translation>
    </message>
    <message>
        <source>Print that one again.</source>
        <translation>Напечатайте его ещё раз.</translation>
    </message>
    <message>
        <source>Print them in parts.</source>
        <translation>Печатайте частями.</translation>
    </message>
    <message>
        <source>Put it aside, or finish and put it back.</source>
        <translation>Отложите, или завершите и верните на место.</translation>
    </message>
    <message>
        <source>Put it aside; it must not be sold.</source>
        <translation>Отложите: продавать нельзя.</translation>
    </message>
    <message>
        <source>Put it aside; nobody picks or sells it until head office lets it go.</source>
        <translation>Отложите: её не собирают и не продают, пока офис не разрешит.</translation>
    </message>
    <message>
        <source>Put it back.</source>
        <translation>Положите обратно.</translation>
    </message>
    <message>
        <source>Put it beside the program or on a USB stick, or name it.</source>
        <translation>Положите его рядом с программой или на USB-накопитель либо укажите его.</translation>
    </message>
    <message>
        <source>Put the customer on the ticket first.</source>
        <translation>Сначала укажите покупателя в чеке.</translation>
    </message>
    <message>
        <source>Put the goods on the scale, or take the tare away.</source>
        <translation>Положите товар на весы или уберите тару.</translation>
    </message>
    <message>
        <source>Receipt {receipt} belongs to another shift.</source>
        <translation>Чек {receipt} из другой смены.</translation>
    </message>
    <message>
        <source>Receipt {receipt} is not known here, and head office cannot be asked now.</source>
        <translation>Чек {receipt} здесь не известен, а главный офис сейчас не отвечает.</translation>
    </message>
    <message>
        <source>Receipt {receipt} was taken back already.</source>
        <translation>Чек {receipt} уже отменён.</translation>
    </message>
    <message>
        <source>Receipt {receipt} was taken back whole already.</source>
        <translation>Чек {receipt} уже отменён целиком.</translation>
    </message>
    <message>
        <source>Receive it first.</source>
        <translation>Сначала примите её.</translation>
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
        <source>Rows cannot be taken: {rows}.</source>
        <translation>Строки нельзя принять: {rows}.</translation>
    </message>
    <message>
        <source>Say how many are inside.</source>
        <translation>Укажите, сколько внутри.</translation>
    </message>
    <message>
        <source>Say how you know.</source>
        <translation>Укажите, откуда это известно.</translation>
    </message>
    <message>
        <source>Say its number, or none.</source>
        <translation>Назовите его номер или none.</translation>
    </message>
    <message>
        <source>Say what became of them.</source>
        <translation>Укажите, что с ним случилось.</translation>
    </message>
    <message>
        <source>Say what for.</source>
        <translation>Укажите, для чего.</translation>
    </message>
    <message>
        <source>Say what happened.</source>
        <translation>Скажите, что случилось.</translation>
    </message>
    <message>
        <source>Say which of them it is, or scan its article number.</source>
        <translation>Укажите, какой это товар, или отсканируйте его артикул.</translation>
    </message>
    <message>
        <source>Say why it comes back.</source>
        <translation>Укажите, почему возвращают.</translation>
    </message>
    <message>
        <source>Say why it is taken all the same.</source>
        <translation>Укажите, почему товар всё же принимают.</translation>
    </message>
    <message>
        <source>Say why it is taken back.</source>
        <translation>Укажите, почему чек отменяют.</translation>
    </message>
    <message>
        <source>Say why the parcel weighs what it does.</source>
        <translation>Укажите, почему посылка весит столько.</translation>
    </message>
    <message>
        <source>Say why, for each of them or for all.</source>
        <translation>Укажите причину — для каждой строки или одну на все.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Скажите, почему.</translation>
    </message>
    <message>
        <source>Scan a bin.</source>
        <translation>Отсканируйте ячейку.</translation>
    </message>
    <message>
        <source>Scan a place and what lies there.</source>
        <translation>Отсканируйте место и то, что там лежит.</translation>
    </message>
    <message>
        <source>Scan a single piece, or have the case added to the catalogue.</source>
        <translation>Отсканируйте одну штуку или попросите добавить упаковку в каталог.</translation>
    </message>
    <message>
        <source>Scan another place.</source>
        <translation>Отсканируйте другое место.</translation>
    </message>
    <message>
        <source>Scan every label once.</source>
        <translation>Отсканируйте каждую этикетку один раз.</translation>
    </message>
    <message>
        <source>Scan every piece once.</source>
        <translation>Сканируйте каждую штуку один раз.</translation>
    </message>
    <message>
        <source>Scan every piece.</source>
        <translation>Сканируйте каждую штуку.</translation>
    </message>
    <message>
        <source>Scan fewer at a time.</source>
        <translation>Сканируйте по частям.</translation>
    </message>
    <message>
        <source>Scan goods that are known, or type their article number.</source>
        <translation>Сканируйте известный товар или введите артикул.</translation>
    </message>
    <message>
        <source>Scan goods, or choose some.</source>
        <translation>Сканируйте или выберите товары.</translation>
    </message>
    <message>
        <source>Scan it once more; if this stays, test the scanner in Settings.</source>
        <translation>Отсканируйте ещё раз; если повторится, проверьте сканер в настройках.</translation>
    </message>
    <message>
        <source>Scan it, or say that it does not come.</source>
        <translation>Отсканируйте или укажите, что этого не будет.</translation>
    </message>
    <message>
        <source>Scan it, or type it as it is printed.</source>
        <translation>Отсканируйте его или введите, как напечатано.</translation>
    </message>
    <message>
        <source>Scan its receipt, or let the customer keep it.</source>
        <translation>Отсканируйте его чек или оставьте сертификат покупателю.</translation>
    </message>
    <message>
        <source>Scan or type it as it is printed.</source>
        <translation>Отсканируйте или введите, как напечатано.</translation>
    </message>
    <message>
        <source>Scan something first.</source>
        <translation>Сначала отсканируйте товар.</translation>
    </message>
    <message>
        <source>Scan the barcode once more.</source>
        <translation>Отсканируйте штрихкод ещё раз.</translation>
    </message>
    <message>
        <source>Scan the bin first.</source>
        <translation>Сначала отсканируйте ячейку.</translation>
    </message>
    <message>
        <source>Scan the card.</source>
        <translation>Отсканируйте карту.</translation>
    </message>
    <message>
        <source>Scan the code first.</source>
        <translation>Сначала сканируйте код.</translation>
    </message>
    <message>
        <source>Scan the goods again at the prices of today.</source>
        <translation>Отсканируйте товар заново по сегодняшним ценам.</translation>
    </message>
    <message>
        <source>Scan the goods and the mark first: CMD:DAMAGED or CMD:WRONG.</source>
        <translation>Сначала отсканируйте товар и отметку: CMD:DAMAGED или CMD:WRONG.</translation>
    </message>
    <message>
        <source>Scan the goods first, then the mark.</source>
        <translation>Сначала отсканируйте товар, потом отметку.</translation>
    </message>
    <message>
        <source>Scan the goods if it was not.</source>
        <translation>Если это не так, отсканируйте товары.</translation>
    </message>
    <message>
        <source>Scan the goods one by one.</source>
        <translation>Сканируйте товары по одному.</translation>
    </message>
    <message>
        <source>Scan the goods, say that they are damaged, then take a photo.</source>
        <translation>Отсканируйте товар, отметьте брак, затем сделайте фото.</translation>
    </message>
    <message>
        <source>Scan the next customer.</source>
        <translation>Сканируйте товары следующего покупателя.</translation>
    </message>
    <message>
        <source>Scan the pieces themselves.</source>
        <translation>Отсканируйте сами штуки.</translation>
    </message>
    <message>
        <source>Scan the place first.</source>
        <translation>Сначала отсканируйте место.</translation>
    </message>
    <message>
        <source>Scan the place where the goods lie.</source>
        <translation>Отсканируйте место, где лежит товар.</translation>
    </message>
    <message>
        <source>Scan the place where you put them.</source>
        <translation>Отсканируйте место, куда вы его положили.</translation>
    </message>
    <message>
        <source>Scan the place {expected} first.</source>
        <translation>Сначала отсканируйте место {expected}.</translation>
    </message>
    <message>
        <source>Scan the right tote.</source>
        <translation>Отсканируйте нужный лоток.</translation>
    </message>
    <message>
        <source>Scan the tote first.</source>
        <translation>Сначала отсканируйте лоток.</translation>
    </message>
    <message>
        <source>Scan what it was made of.</source>
        <translation>Отсканируйте, из чего оно сделано.</translation>
    </message>
    <message>
        <source>Search for the goods by name.</source>
        <translation>Найдите товар по названию.</translation>
    </message>
    <message>
        <source>See `eckwms label --jobs`.</source>
        <translation>Смотрите `eckwms label --jobs`.</translation>
    </message>
    <message>
        <source>Sell a gift certificate instead.</source>
        <translation>Продайте вместо этого сертификат.</translation>
    </message>
    <message>
        <source>Sell it there, or update this till.</source>
        <translation>Продайте там или обновите эту кассу.</translation>
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
        <source>Sell the parts one by one, and tell head office.</source>
        <translation>Продайте части по отдельности и сообщите в офис.</translation>
    </message>
    <message>
        <source>Sell without it.</source>
        <translation>Продайте без него.</translation>
    </message>
    <message>
        <source>Serial number {serial} is on this ticket already.</source>
        <translation>Серийный номер {serial} уже в этом чеке.</translation>
    </message>
    <message>
        <source>Set one in Settings, or make a PDF.</source>
        <translation>Задайте его в настройках или сделайте PDF.</translation>
    </message>
    <message>
        <source>Several orders have the number {order}.</source>
        <translation>Номер {order} есть у нескольких заданий.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Сократите.</translation>
    </message>
    <message>
        <source>Sign in with your PIN.</source>
        <translation>Войдите по PIN.</translation>
    </message>
    <message>
        <source>So little holds nothing of {sku}.</source>
        <translation>В таком малом количестве нет ничего от {sku}.</translation>
    </message>
    <message>
        <source>Somebody decided it already.</source>
        <translation>Это уже кто-то решил.</translation>
    </message>
    <message>
        <source>Somebody else counts this once more.</source>
        <translation>Это пересчитывает кто-то другой.</translation>
    </message>
    <message>
        <source>Somebody else has to approve it.</source>
        <translation>Одобрить должен другой человек.</translation>
    </message>
    <message>
        <source>Something of this certificate was used already, or is just being used.</source>
        <translation>Часть сертификата уже использована или используется сейчас.</translation>
    </message>
    <message>
        <source>Take another card.</source>
        <translation>Возьмите другую карту.</translation>
    </message>
    <message>
        <source>Take back less, or nothing.</source>
        <translation>Примите меньше или ничего.</translation>
    </message>
    <message>
        <source>Take cash or a card for it.</source>
        <translation>Примите наличные или карту.</translation>
    </message>
    <message>
        <source>Take it apart and scan every piece again, or say that the weight is right.</source>
        <translation>Разберите её и отсканируйте всё заново или подтвердите вес.</translation>
    </message>
    <message>
        <source>Take it back when the line is there again.</source>
        <translation>Примите его, когда связь вернётся.</translation>
    </message>
    <message>
        <source>Take it off, and stick the right one.</source>
        <translation>Снимите и наклейте нужный.</translation>
    </message>
    <message>
        <source>Take it only when they cannot do it.</source>
        <translation>Берите, только если они не могут.</translation>
    </message>
    <message>
        <source>Take it over only when you know that they left it.</source>
        <translation>Забирайте его, только если точно знаете, что его оставили.</translation>
    </message>
    <message>
        <source>Take it with fewer pixels.</source>
        <translation>Снимите с меньшим разрешением.</translation>
    </message>
    <message>
        <source>Take less, and the rest another way.</source>
        <translation>Возьмите меньше, остальное — другим способом.</translation>
    </message>
    <message>
        <source>Take less.</source>
        <translation>Возьмите меньше.</translation>
    </message>
    <message>
        <source>Take more of it.</source>
        <translation>Возьмите больше.</translation>
    </message>
    <message>
        <source>Take no more than that.</source>
        <translation>Больше не принимайте.</translation>
    </message>
    <message>
        <source>Take one back first.</source>
        <translation>Сначала уберите одно.</translation>
    </message>
    <message>
        <source>Take only what is wanted.</source>
        <translation>Возьмите только то, что нужно.</translation>
    </message>
    <message>
        <source>Take the goods first, then scan their tote.</source>
        <translation>Сначала возьмите товар, потом отсканируйте лоток.</translation>
    </message>
    <message>
        <source>Take the goods from another place.</source>
        <translation>Возьмите товар из другого места.</translation>
    </message>
    <message>
        <source>Take the last amount back and give exactly what is left.</source>
        <translation>Отмените последнюю сумму и верните ровно остаток.</translation>
    </message>
    <message>
        <source>Take the one that expires first.</source>
        <translation>Берите ту, срок которой выйдет раньше.</translation>
    </message>
    <message>
        <source>Take the picture again.</source>
        <translation>Сделайте снимок ещё раз.</translation>
    </message>
    <message>
        <source>Take the picture first.</source>
        <translation>Сначала сделайте снимок.</translation>
    </message>
    <message>
        <source>Take the rest back as a return.</source>
        <translation>Остальное примите как возврат.</translation>
    </message>
    <message>
        <source>Take the rest of the payment.</source>
        <translation>Примите остаток оплаты.</translation>
    </message>
    <message>
        <source>Take the return out and look at the receipt again.</source>
        <translation>Уберите возврат и посмотрите чек ещё раз.</translation>
    </message>
    <message>
        <source>Take the scan back, or have head office add the code.</source>
        <translation>Отмените скан или попросите офис добавить код.</translation>
    </message>
    <message>
        <source>Take the shop&apos;s own money.</source>
        <translation>Примите деньги в валюте магазина.</translation>
    </message>
    <message>
        <source>Take them back and scan the place first.</source>
        <translation>Отмените и сначала отсканируйте место.</translation>
    </message>
    <message>
        <source>Take them back, or finish.</source>
        <translation>Отмените это или завершите.</translation>
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
        <source>The books do not have that much at {place}: {name}.</source>
        <translation>Столько на месте {place} не числится: {name}.</translation>
    </message>
    <message>
        <source>The books have the piece {serial} already, at {place}.</source>
        <translation>Экземпляр {serial} уже числится в {place}.</translation>
    </message>
    <message>
        <source>The buyer&apos;s data are not at this till.</source>
        <translation>Данных покупателя на этой кассе нет.</translation>
    </message>
    <message>
        <source>The card has not got its money back: {amount_minor}.</source>
        <translation>Деньги на карту ещё не возвращены: {amount_minor}.</translation>
    </message>
    <message>
        <source>The card keeps the money that the return gave it: {amount_minor}.</source>
        <translation>На карте остались деньги, возвращённые по этому чеку: {amount_minor}.</translation>
    </message>
    <message>
        <source>The card terminal is busy.</source>
        <translation>Терминал для карт занят.</translation>
    </message>
    <message>
        <source>The card was not charged.</source>
        <translation>Деньги с карты не списаны.</translation>
    </message>
    <message>
        <source>The cash was not counted.</source>
        <translation>Наличные не пересчитаны.</translation>
    </message>
    <message>
        <source>The file of the fixed settings can be changed by anybody.</source>
        <translation>Файл закреплённых настроек может изменить кто угодно.</translation>
    </message>
    <message>
        <source>The first row has to name the columns place, code and quantity.</source>
        <translation>Первая строка должна называть столбцы place, code и quantity.</translation>
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
        <source>The folder {folder} of the camera cannot be read.</source>
        <translation>Папка камеры {folder} не читается.</translation>
    </message>
    <message>
        <source>The goods are there already.</source>
        <translation>Товар уже лежит там.</translation>
    </message>
    <message>
        <source>The label carries no price.</source>
        <translation>На этикетке нет цены.</translation>
    </message>
    <message>
        <source>The label is too narrow for the bars of a pallet.</source>
        <translation>Этикетка узка для штрихкода паллеты.</translation>
    </message>
    <message>
        <source>The label says how much this is.</source>
        <translation>Сколько это, сказано на этикетке.</translation>
    </message>
    <message>
        <source>The packaging weighs as much as what is on the scale.</source>
        <translation>Тара весит столько же, сколько лежит на весах.</translation>
    </message>
    <message>
        <source>The parcel weighs {weight_g} g and should weigh {expected_g} g.</source>
        <translation>Посылка весит {weight_g} г, а должна {expected_g} г.</translation>
    </message>
    <message>
        <source>The parcel weighs {weight_g} g; what is known of it alone weighs {expected_g} g.</source>
        <translation>Посылка весит {weight_g} г, а только известное в ней — {expected_g} г.</translation>
    </message>
    <message>
        <source>The picture {file} is too large.</source>
        <translation>Снимок {file} слишком большой.</translation>
    </message>
    <message>
        <source>The piece with serial number {serial} was sold here already.</source>
        <translation>Штука с серийным номером {serial} здесь уже продана.</translation>
    </message>
    <message>
        <source>The piece {serial} was scanned already.</source>
        <translation>Экземпляр {serial} уже отсканирован.</translation>
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
        <source>The shop has no rule for weight labels of these goods.</source>
        <translation>У магазина нет правила весовых этикеток для этого товара.</translation>
    </message>
    <message>
        <source>The terminal has answered meanwhile.</source>
        <translation>Терминал тем временем ответил.</translation>
    </message>
    <message>
        <source>The total is no longer what was shown.</source>
        <translation>Итог уже не тот, что был показан.</translation>
    </message>
    <message>
        <source>Then scan the goods.</source>
        <translation>Потом товар.</translation>
    </message>
    <message>
        <source>There are no goods to mark.</source>
        <translation>Нет товара, который можно отметить.</translation>
    </message>
    <message>
        <source>There are no labels to print.</source>
        <translation>Нет ценников для печати.</translation>
    </message>
    <message>
        <source>There are {photos} photos of these goods already.</source>
        <translation>Фото этого товара уже достаточно: {photos}.</translation>
    </message>
    <message>
        <source>There is more than one invitation file: {names}</source>
        <translation>Файлов приглашения несколько: {names}</translation>
    </message>
    <message>
        <source>There is no open order {order}.</source>
        <translation>Открытого задания {order} нет.</translation>
    </message>
    <message>
        <source>There is no picture in {folder}.</source>
        <translation>В папке {folder} нет снимков.</translation>
    </message>
    <message>
        <source>There is no rate for {currency} here.</source>
        <translation>Для {currency} здесь нет курса.</translation>
    </message>
    <message>
        <source>There is no sale in this shift to take back.</source>
        <translation>В этой смене нет продажи, которую можно отменить.</translation>
    </message>
    <message>
        <source>There is no such count.</source>
        <translation>Такого пересчёта нет.</translation>
    </message>
    <message>
        <source>There is no such coupon.</source>
        <translation>Такого купона нет.</translation>
    </message>
    <message>
        <source>There is no such label.</source>
        <translation>Такой этикетки нет.</translation>
    </message>
    <message>
        <source>There is no such print job.</source>
        <translation>Такого задания печати нет.</translation>
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
        <source>There is nothing left on this certificate.</source>
        <translation>На этом сертификате ничего не осталось.</translation>
    </message>
    <message>
        <source>There is nothing left to pay.</source>
        <translation>Платить больше нечего.</translation>
    </message>
    <message>
        <source>There is nothing to decide.</source>
        <translation>Решать нечего.</translation>
    </message>
    <message>
        <source>These are more labels than one job may have.</source>
        <translation>Для одного задания это слишком много ценников.</translation>
    </message>
    <message>
        <source>These goods are not sold by weight.</source>
        <translation>Этот товар не продаётся на вес.</translation>
    </message>
    <message>
        <source>These keys cannot be: {what}</source>
        <translation>Так клавиши назначить нельзя: {what}</translation>
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
        <source>This can be several customers: {names}.</source>
        <translation>Подходят несколько покупателей: {names}.</translation>
    </message>
    <message>
        <source>This card belongs to {name}.</source>
        <translation>Это карта покупателя {name}.</translation>
    </message>
    <message>
        <source>This cart is sold already.</source>
        <translation>Эта продажа уже оплачена.</translation>
    </message>
    <message>
        <source>This certificate has expired.</source>
        <translation>Срок сертификата истёк.</translation>
    </message>
    <message>
        <source>This certificate is in another currency.</source>
        <translation>Этот сертификат в другой валюте.</translation>
    </message>
    <message>
        <source>This certificate was closed.</source>
        <translation>Этот сертификат закрыт.</translation>
    </message>
    <message>
        <source>This changes nothing.</source>
        <translation>Это ничего не меняет.</translation>
    </message>
    <message>
        <source>This code is on several goods: {names}.</source>
        <translation>Этот код у нескольких товаров: {names}.</translation>
    </message>
    <message>
        <source>This coupon does not hold yet.</source>
        <translation>Этот купон ещё не действует.</translation>
    </message>
    <message>
        <source>This coupon has run out.</source>
        <translation>Срок этого купона истёк.</translation>
    </message>
    <message>
        <source>This coupon is for known customers.</source>
        <translation>Этот купон — для известных покупателей.</translation>
    </message>
    <message>
        <source>This coupon is in the cart already.</source>
        <translation>Этот купон уже в чеке.</translation>
    </message>
    <message>
        <source>This coupon was redeemed already.</source>
        <translation>Этот купон уже погашен.</translation>
    </message>
    <message>
        <source>This customer has redeemed this coupon already.</source>
        <translation>Этот покупатель уже погасил этот купон.</translation>
    </message>
    <message>
        <source>This customer is not known here any more.</source>
        <translation>Этого покупателя здесь больше нет.</translation>
    </message>
    <message>
        <source>This customer owes nothing on account.</source>
        <translation>За этим покупателем нет долга.</translation>
    </message>
    <message>
        <source>This customer&apos;s account is in another currency.</source>
        <translation>Счёт этого покупателя в другой валюте.</translation>
    </message>
    <message>
        <source>This discount is more than the {limit_ppm} that you may give.</source>
        <translation>Эта скидка больше {limit_ppm}, которые вам разрешены.</translation>
    </message>
    <message>
        <source>This expires too soon: {products}.</source>
        <translation>Срок годности слишком близок: {products}.</translation>
    </message>
    <message>
        <source>This invitation has expired.</source>
        <translation>Срок этого приглашения истёк.</translation>
    </message>
    <message>
        <source>This invitation is not from the head office that this till belongs to.</source>
        <translation>Это приглашение не из того офиса, к которому относится касса.</translation>
    </message>
    <message>
        <source>This invitation was changed after head office had signed it.</source>
        <translation>Это приглашение изменили после того, как офис его подписал.</translation>
    </message>
    <message>
        <source>This invitation was used already: it lets one till in, once.</source>
        <translation>Это приглашение уже использовано: оно впускает одну кассу, один раз.</translation>
    </message>
    <message>
        <source>This is a case of {name}; how many are inside is not known.</source>
        <translation>Это упаковка «{name}»; сколько внутри, неизвестно.</translation>
    </message>
    <message>
        <source>This is for goods that are repacked.</source>
        <translation>Это только для переупаковки.</translation>
    </message>
    <message>
        <source>This is less than was ordered: line {lines}.</source>
        <translation>Это меньше, чем заказано: строка {lines}.</translation>
    </message>
    <message>
        <source>This is less than {amount_minor}.</source>
        <translation>Это меньше, чем {amount_minor}.</translation>
    </message>
    <message>
        <source>This is longer than an invoice holds.</source>
        <translation>Это длиннее, чем помещается в счёт.</translation>
    </message>
    <message>
        <source>This is lot {scanned}. Take lot {expected}.</source>
        <translation>Это партия {scanned}. Возьмите партию {expected}.</translation>
    </message>
    <message>
        <source>This is more than is wanted here.</source>
        <translation>Это больше, чем здесь нужно.</translation>
    </message>
    <message>
        <source>This is more than was ordered: line {lines}.</source>
        <translation>Это больше, чем заказано: строка {lines}.</translation>
    </message>
    <message>
        <source>This is no code of goods.</source>
        <translation>Это не код товара.</translation>
    </message>
    <message>
        <source>This is no day of the year.</source>
        <translation>Такого дня нет.</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Это не адрес почты.</translation>
    </message>
    <message>
        <source>This is no invitation file of head office.</source>
        <translation>Это не файл приглашения из офиса.</translation>
    </message>
    <message>
        <source>This is no number of a customer card.</source>
        <translation>Это не номер карты покупателя.</translation>
    </message>
    <message>
        <source>This is no number of a gift certificate.</source>
        <translation>Это не номер подарочного сертификата.</translation>
    </message>
    <message>
        <source>This is no permission.</source>
        <translation>Это не правило доступа.</translation>
    </message>
    <message>
        <source>This is no telephone number.</source>
        <translation>Это не номер телефона.</translation>
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
        <source>This is not an order of that kind.</source>
        <translation>Это задание другого вида.</translation>
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
        <source>This is the number of a payment card; no field takes one.</source>
        <translation>Это номер платёжной карты; такие номера нигде не вводят.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Слишком длинно.</translation>
    </message>
    <message>
        <source>This is tote {scanned}. Put it into {expected}.</source>
        <translation>Это лоток {scanned}. Положите в {expected}.</translation>
    </message>
    <message>
        <source>This is {over_minor} more than is due.</source>
        <translation>Это на {over_minor} больше, чем к оплате.</translation>
    </message>
    <message>
        <source>This is {over_minor} more than is to be given back.</source>
        <translation>Это на {over_minor} больше, чем нужно вернуть.</translation>
    </message>
    <message>
        <source>This is {scanned}. Go to {expected}.</source>
        <translation>Это {scanned}. Нужно {expected}.</translation>
    </message>
    <message>
        <source>This is {scanned}. Stick {expected}.</source>
        <translation>Это {scanned}. Наклейте {expected}.</translation>
    </message>
    <message>
        <source>This is {scanned}. Take {expected}.</source>
        <translation>Это {scanned}. Возьмите {expected}.</translation>
    </message>
    <message>
        <source>This label is wider than the paper of the receipt printer.</source>
        <translation>Этикетка шире бумаги чекового принтера.</translation>
    </message>
    <message>
        <source>This line is no longer in the cart.</source>
        <translation>Этой строки в чеке уже нет.</translation>
    </message>
    <message>
        <source>This line is not on the receipt.</source>
        <translation>Этой строки нет в чеке.</translation>
    </message>
    <message>
        <source>This names no goods by itself.</source>
        <translation>По этому товар не определить.</translation>
    </message>
    <message>
        <source>This needs a customer.</source>
        <translation>Здесь нужен покупатель.</translation>
    </message>
    <message>
        <source>This needs a reason.</source>
        <translation>Нужна причина.</translation>
    </message>
    <message>
        <source>This pays for goods only, not for a debt or store credit.</source>
        <translation>Этим оплачивают только товары, не долг и не баланс.</translation>
    </message>
    <message>
        <source>This person may not allow it.</source>
        <translation>Этот сотрудник не вправе это разрешить.</translation>
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
        <source>This quote held until {date}.</source>
        <translation>Предложение действовало до {date}.</translation>
    </message>
    <message>
        <source>This receipt has no invoice.</source>
        <translation>У этого чека нет счёта.</translation>
    </message>
    <message>
        <source>This receipt has the invoice {number} already.</source>
        <translation>У этого чека уже есть счёт {number}.</translation>
    </message>
    <message>
        <source>This receipt is in another currency or has another kind of prices.</source>
        <translation>Этот чек в другой валюте или с другим видом цен.</translation>
    </message>
    <message>
        <source>This receipt was taken back.</source>
        <translation>Этот чек отменён.</translation>
    </message>
    <message>
        <source>This sale was finished elsewhere.</source>
        <translation>Эта продажа завершена на другой кассе.</translation>
    </message>
    <message>
        <source>This sale was parked by a newer program, at {till}.</source>
        <translation>Эту продажу отложила более новая программа на кассе {till}.</translation>
    </message>
    <message>
        <source>This setting cannot have this value.</source>
        <translation>У этой настройки не может быть такого значения.</translation>
    </message>
    <message>
        <source>This setting is fixed for this computer.</source>
        <translation>Эта настройка закреплена для этого компьютера.</translation>
    </message>
    <message>
        <source>This shop has no place for damaged goods.</source>
        <translation>В этом магазине нет места для брака.</translation>
    </message>
    <message>
        <source>This shop has no quarantine.</source>
        <translation>В этом магазине нет карантина.</translation>
    </message>
    <message>
        <source>This shop has no receipt {receipt}.</source>
        <translation>В этом магазине нет чека {receipt}.</translation>
    </message>
    <message>
        <source>This shop keeps no money for customers.</source>
        <translation>Этот магазин не хранит деньги покупателей.</translation>
    </message>
    <message>
        <source>This shop takes no tips.</source>
        <translation>Здесь чаевые не принимают.</translation>
    </message>
    <message>
        <source>This task was finished or dropped.</source>
        <translation>Эта задача завершена или отменена.</translation>
    </message>
    <message>
        <source>This ticket is paid by card in part.</source>
        <translation>Этот чек частично оплачен картой.</translation>
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
        <source>This weight does not fit on a label.</source>
        <translation>Такой вес не помещается на этикетку.</translation>
    </message>
    <message>
        <source>This weight needs a reason.</source>
        <translation>Для этого веса нужна причина.</translation>
    </message>
    <message>
        <source>Too little needs a reason.</source>
        <translation>Нужна причина нехватки.</translation>
    </message>
    <message>
        <source>Too many wrong PINs; wait {seconds} s.</source>
        <translation>Слишком много неверных PIN; подождите {seconds} с.</translation>
    </message>
    <message>
        <source>Try again at the terminal, or give it back another way.</source>
        <translation>Повторите на терминале или верните иначе.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Повторите через мгновение.</translation>
    </message>
    <message>
        <source>Try again later, or scan the goods that come back.</source>
        <translation>Попробуйте позже или отсканируйте возвращаемый товар.</translation>
    </message>
    <message>
        <source>Try again when head office can be reached, or give back less.</source>
        <translation>Повторите, когда главный офис будет на связи, или верните меньше.</translation>
    </message>
    <message>
        <source>Try again when the line is back, or pay another way.</source>
        <translation>Повторите, когда связь вернётся, или оплатите иначе.</translation>
    </message>
    <message>
        <source>Try again when the line is up.</source>
        <translation>Повторите, когда связь появится.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Попробуйте снова.</translation>
    </message>
    <message>
        <source>Try another card, or pay another way.</source>
        <translation>Попробуйте другую карту или другой способ оплаты.</translation>
    </message>
    <message>
        <source>Type a quantity other than zero.</source>
        <translation>Введите количество, отличное от нуля.</translation>
    </message>
    <message>
        <source>Type day and month: 14.03.</source>
        <translation>Введите день и месяц: 14.03.</translation>
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
        <source>Type digits, with + before the country.</source>
        <translation>Введите цифры, с + перед кодом страны.</translation>
    </message>
    <message>
        <source>Type how much to take off.</source>
        <translation>Введите размер скидки.</translation>
    </message>
    <message>
        <source>Type it as name@example.com.</source>
        <translation>Введите его как name@example.com.</translation>
    </message>
    <message>
        <source>Type it, or scan the code from head office.</source>
        <translation>Введите его или отсканируйте код из офиса.</translation>
    </message>
    <message>
        <source>Type it.</source>
        <translation>Введите его.</translation>
    </message>
    <message>
        <source>Type it; 0 for an empty drawer.</source>
        <translation>Введите его; 0, если ящик пуст.</translation>
    </message>
    <message>
        <source>Type its name.</source>
        <translation>Введите его название.</translation>
    </message>
    <message>
        <source>Type street and town.</source>
        <translation>Введите улицу и город.</translation>
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
        <source>Type the name of the person or company.</source>
        <translation>Введите имя или название компании.</translation>
    </message>
    <message>
        <source>Type the sum that is paid, the tip in it.</source>
        <translation>Введите сумму вместе с чаевыми.</translation>
    </message>
    <message>
        <source>Type the weight, then ×, and scan it again.</source>
        <translation>Введите вес, затем × и отсканируйте ещё раз.</translation>
    </message>
    <message>
        <source>Type what the customer gets back.</source>
        <translation>Введите, сколько получает покупатель.</translation>
    </message>
    <message>
        <source>Use a whole number.</source>
        <translation>Введите целое число.</translation>
    </message>
    <message>
        <source>Use the number in brackets.</source>
        <translation>Укажите номер в скобках.</translation>
    </message>
    <message>
        <source>Use the shop&apos;s own card.</source>
        <translation>Возьмите карту магазина.</translation>
    </message>
    <message>
        <source>Wait until it is done, or cancel it there.</source>
        <translation>Дождитесь его или отмените операцию на нём.</translation>
    </message>
    <message>
        <source>Wait until the till is connected again.</source>
        <translation>Подождите, пока касса снова на связи.</translation>
    </message>
    <message>
        <source>Weigh it again, or type the quantity.</source>
        <translation>Взвесьте снова или введите количество.</translation>
    </message>
    <message>
        <source>Weigh it again.</source>
        <translation>Взвесьте ещё раз.</translation>
    </message>
    <message>
        <source>Weigh it, or type the quantity.</source>
        <translation>Взвесьте или введите количество.</translation>
    </message>
    <message>
        <source>Who works here cannot be proven: nobody has more than a cashier’s rights.</source>
        <translation>Нельзя подтвердить, кто здесь работает: у всех только права кассира.</translation>
    </message>
    <message>
        <source>Whoever buys these goods has to be {limit}.</source>
        <translation>Покупателю этого товара должно быть {limit}.</translation>
    </message>
    <message>
        <source>Without a look at the receipt no more than {limit_minor} may come back.</source>
        <translation>Без проверки чека можно вернуть не больше {limit_minor}.</translation>
    </message>
    <message>
        <source>Without the customer&apos;s consent nothing is kept.</source>
        <translation>Без согласия покупателя ничего не хранится.</translation>
    </message>
    <message>
        <source>Write for example A-01-*, or name an order to count.</source>
        <translation>Напишите, например, A-01-* или назовите задание на пересчёт.</translation>
    </message>
    <message>
        <source>Write for example A-01-*.</source>
        <translation>Напишите, например, A-01-*.</translation>
    </message>
    <message>
        <source>Write for example: allowed 50, or approval.</source>
        <translation>Напишите, например: allowed 50 или approval.</translation>
    </message>
    <message>
        <source>Write its 18 digits, or 17 without the last.</source>
        <translation>Введите 18 цифр или 17 без последней.</translation>
    </message>
    <message>
        <source>Write pairs such as F9=F10, F10=F9: no key twice, none that is taken.</source>
        <translation>Пишите пары, например F9=F10, F10=F9: ни одна клавиша дважды и ни одна занятая.</translation>
    </message>
    <message>
        <source>Write tcp:HOST, serial:PORT or file:PATH, or choose a port of the list.</source>
        <translation>Напишите tcp:АДРЕС, serial:ПОРТ или file:ПУТЬ либо выберите порт из списка.</translation>
    </message>
    <message>
        <source>You asked for this yourself.</source>
        <translation>Вы сами это запросили.</translation>
    </message>
    <message>
        <source>You may not do this alone.</source>
        <translation>Вы не можете сделать это самостоятельно.</translation>
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
        <source>{amount_minor} of the tip cannot be paid this way.</source>
        <translation>{amount_minor} чаевых так заплатить нельзя.</translation>
    </message>
    <message>
        <source>{back_minor} in cash is to be handed out here.</source>
        <translation>Здесь нужно выдать {back_minor} наличными.</translation>
    </message>
    <message>
        <source>{code} is no number of a pallet (SSCC).</source>
        <translation>{code} — это не номер паллеты (SSCC).</translation>
    </message>
    <message>
        <source>{code} is on several goods: {names}.</source>
        <translation>Код {code} стоит на разных товарах: {names}.</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>Файл {file} не читается.</translation>
    </message>
    <message>
        <source>{file} is no picture that can be read, or it is damaged.</source>
        <translation>{file} — не снимок или файл повреждён.</translation>
    </message>
    <message>
        <source>{name} has a price, quantity or tax rate that cannot be sold.</source>
        <translation>«{name}»: с такой ценой, количеством или налогом продать нельзя.</translation>
    </message>
    <message>
        <source>{name} has expired: {date}.</source>
        <translation>Срок годности «{name}» истёк: {date}.</translation>
    </message>
    <message>
        <source>{name} is no customer here.</source>
        <translation>Покупателя «{name}» здесь нет.</translation>
    </message>
    <message>
        <source>{name} is no longer sold.</source>
        <translation>«{name}» больше не продаётся.</translation>
    </message>
    <message>
        <source>{name} is no price list here.</source>
        <translation>Прайс-листа «{name}» здесь нет.</translation>
    </message>
    <message>
        <source>{name} is not in the catalogue.</source>
        <translation>{name} нет в каталоге.</translation>
    </message>
    <message>
        <source>{name} is sold by weight.</source>
        <translation>«{name}» продаётся на вес.</translation>
    </message>
    <message>
        <source>{name}, lot {lot}, is held: {reason}</source>
        <translation>{name}, партия {lot}, задержана: {reason}</translation>
    </message>
    <message>
        <source>{order} is for {who}.</source>
        <translation>{order} назначено: {who}.</translation>
    </message>
    <message>
        <source>{order} waits for refill of {faces}.</source>
        <translation>{order} ждёт пополнения {faces}.</translation>
    </message>
    <message>
        <source>{place} is in quarantine: nothing is picked there.</source>
        <translation>{place} на карантине: отсюда ничего не отбирают.</translation>
    </message>
    <message>
        <source>{scanned} is not in this order.</source>
        <translation>{scanned} не из этого задания.</translation>
    </message>
    <message>
        <source>{sku}, a part of this bundle, is not in the catalogue.</source>
        <translation>{sku} из этого набора нет в каталоге.</translation>
    </message>
    <message>
        <source>{till} has this sale.</source>
        <translation>Эта продажа открыта на кассе {till}.</translation>
    </message>
    <message>
        <source>{who} is at {order} since {since}.</source>
        <translation>Задание {order} с {since} выполняет {who}.</translation>
    </message>
    <message>
        <source>“{reason}” needs a note.</source>
        <translation>К причине «{reason}» нужно пояснение.</translation>
    </message>
    <message>
        <source>“{reason}” needs a photo.</source>
        <translation>К причине «{reason}» нужно фото.</translation>
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
    <name>Returned</name>
    <message>
        <source>Comes back</source>
        <translation>Возвращают</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Повреждено</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Продано</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>Осмотр</translation>
    </message>
    <message>
        <source>To the shelf</source>
        <translation>На полку</translation>
    </message>
</context>
<context>
    <name>ReturnsView</name>
    <message>
        <source>A manager allows it</source>
        <translation>Разрешит старший</translation>
    </message>
    <message>
        <source>Head office is asked for {0} …</source>
        <translation>Спрашиваем главный офис о {0} …</translation>
    </message>
    <message>
        <source>Lines of the receipt</source>
        <translation>Строки чека</translation>
    </message>
    <message>
        <source>No receipt? Scan the goods that come back: they are worth what they cost today.</source>
        <translation>Нет чека? Отсканируйте возвращаемый товар: он примется по сегодняшней цене.</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Номер чека</translation>
    </message>
    <message>
        <source>Receipt {0}</source>
        <translation>Чек {0}</translation>
    </message>
    <message>
        <source>Receipt {0}, not looked at</source>
        <translation>Чек {0}, не проверен</translation>
    </message>
    <message>
        <source>Scan the code at the foot of the receipt, or type it.</source>
        <translation>Отсканируйте код внизу чека или введите его.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Show this receipt</source>
        <translation>Показать этот чек</translation>
    </message>
    <message>
        <source>Without a receipt</source>
        <translation>Без чека</translation>
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
    <message>
        <source>Nobody is here: close</source>
        <translation>Никого нет: закрыть</translation>
    </message>
    <message>
        <source>Nothing was counted: it is closed with what should be there, and the closing says so.</source>
        <translation>Ничего не пересчитано: смена закроется по расчётным суммам, и это будет указано в отчёте.</translation>
    </message>
    <message>
        <source>Somebody else allows it</source>
        <translation>Разрешит другой сотрудник</translation>
    </message>
    <message>
        <source>Without approval it is closed all the same, and head office is told.</source>
        <translation>Без разрешения смена всё равно закроется, и центр будет уведомлён.</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Connect this till to head office.</source>
        <translation>Подключите кассу к центру.</translation>
    </message>
    <message numerus="yes">
        <source>No word from head office for %n day(s): a manager needs an administrator.</source>
        <translation>
            <numerusform>Связи с центром нет %n день: менеджеру нужен администратор.</numerusform>
            <numerusform>Связи с центром нет %n дня: менеджеру нужен администратор.</numerusform>
            <numerusform>Связи с центром нет %n дней: менеджеру нужен администратор.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No word from head office for %n day(s): sales and closing only.</source>
        <translation>
            <numerusform>Связи с центром нет %n день: только продажи и закрытие.</numerusform>
            <numerusform>Связи с центром нет %n дня: только продажи и закрытие.</numerusform>
            <numerusform>Связи с центром нет %n дней: только продажи и закрытие.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rights run out in %n day(s).</source>
        <translation>
            <numerusform>Права истекают через %n день.</numerusform>
            <numerusform>Права истекают через %n дня.</numerusform>
            <numerusform>Права истекают через %n дней.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rights run out in %n hour(s).</source>
        <translation>
            <numerusform>Права истекают через %n час.</numerusform>
            <numerusform>Права истекают через %n часа.</numerusform>
            <numerusform>Права истекают через %n часов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who works here cannot be proven: nobody has more than a cashier’s rights.</source>
        <translation>Нельзя подтвердить, кто здесь работает: у всех только права кассира.</translation>
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
        <source>Card money given back by hand</source>
        <translation>Деньги по карте возвращены вручную</translation>
    </message>
    <message>
        <source>Card money taken by hand</source>
        <translation>Деньги по карте приняты вручную</translation>
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
        <source>Goods that came back</source>
        <translation>Возвращено товаров</translation>
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
        <source>Sales by person</source>
        <translation>Продажи по сотрудникам</translation>
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
        <source>Tips in it</source>
        <translation>В том числе чаевые</translation>
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
    <name>ScanModel</name>
    <message>
        <source>What is made of it:</source>
        <translation>Что получилось:</translation>
    </message>
    <message>
        <source>by its recipe</source>
        <translation>по составу</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>фото</translation>
    </message>
    <message>
        <source>unknown code</source>
        <translation>неизвестный код</translation>
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
        <source>Sheet that sets a scanner up (PDF)</source>
        <translation>Лист для настройки сканера (PDF)</translation>
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
        <source>Written to {0}</source>
        <translation>Записано: {0}</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0} мс</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Decisions</source>
        <translation>Решения</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>Упражнения</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Первый запуск</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Ценники</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>Упаковка</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>Сборка</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Чеки</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Возвраты</translation>
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
        <source>Task</source>
        <translation>Задание</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Касса</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Склад</translation>
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
    <message>
        <source>The ticket goes on.</source>
        <translation>Чек продолжается.</translation>
    </message>
    <message>
        <source>The ticket is parked as “{0}”.</source>
        <translation>Чек отложен как «{0}».</translation>
    </message>
    <message>
        <source>{0} works here already</source>
        <translation>{0} уже работает здесь</translation>
    </message>
    <message>
        <source>{0} works here now.</source>
        <translation>Теперь здесь работает {0}.</translation>
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
        <source>Devices</source>
        <translation>Устройства</translation>
    </message>
    <message>
        <source>Mail, customer</source>
        <translation>Почта, покупатель</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Printer and drawer</source>
        <translation>Принтер и ящик</translation>
    </message>
    <message>
        <source>Safety, licences</source>
        <translation>Сохранность, лицензии</translation>
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
    <name>SeveralPage</name>
    <message numerus="yes">
        <source>%n chosen. Scan their numbers, or the number of a supply.</source>
        <translation>
            <numerusform>Выбрано: %n. Сканируйте их номера или номер поставки.</numerusform>
            <numerusform>Выбрано: %n. Сканируйте их номера или номер поставки.</numerusform>
            <numerusform>Выбрано: %n. Сканируйте их номера или номер поставки.</numerusform>
        </translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Всё вместе</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Each in its tote</source>
        <translation>Каждое в свой ящик</translation>
    </message>
    <message>
        <source>Several orders on one way</source>
        <translation>Несколько заданий за один обход</translation>
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
        <source>Choose your name and type your PIN, or scan your badge.</source>
        <translation>Выберите имя и введите PIN или отсканируйте бейдж.</translation>
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
        <source>No tax is taken{because}: {amount}</source>
        <translation>Налог не взимается{because}: {amount}</translation>
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
        <source>{missing} more for {promotion}</source>
        <translation>Ещё {missing}, и будет «{promotion}»</translation>
    </message>
    <message>
        <source>{missing} more for {promotion}: {goods}</source>
        <translation>Ещё {missing}, и будет «{promotion}»: {goods}</translation>
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
        <source>{percent} % tax is not taken{because}: {amount}</source>
        <translation>Налог {percent} % не взимается{because}: {amount}</translation>
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
        <source>{promotion} began after this ticket was opened: {saved} less at the prices of today</source>
        <translation>«{promotion}» началась после открытия чека: по сегодняшним ценам дешевле на {saved}</translation>
    </message>
    <message>
        <source>{promotion} begins at {time}: {saved} less</source>
        <translation>«{promotion}» начнётся в {time}: дешевле на {saved}</translation>
    </message>
    <message>
        <source>{promotion} ended at {time}: {saved} less until then</source>
        <translation>«{promotion}» закончилась в {time}: до этого было дешевле на {saved}</translation>
    </message>
    <message>
        <source>{promotion} with a coupon: {saved} less</source>
        <translation>«{promotion}» по купону: дешевле на {saved}</translation>
    </message>
    <message>
        <source>{promotion}, for customers at their birthday: {saved} less</source>
        <translation>«{promotion}», для именинников: дешевле на {saved}</translation>
    </message>
    <message>
        <source>{promotion}, for customers of group {groups}: {saved} less</source>
        <translation>«{promotion}», для покупателей группы {groups}: дешевле на {saved}</translation>
    </message>
    <message>
        <source>{promotion}, free with the others: {amount}</source>
        <translation>{promotion}, в подарок к остальным: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, of every {set} the cheapest {get} at {percent} % off: {amount}</source>
        <translation>{promotion}, из каждых {set} самые дешёвые {get} со скидкой {percent} %: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, of every {set} the cheapest {get} free: {amount}</source>
        <translation>{promotion}, из каждых {set} самые дешёвые {get} бесплатно: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, share of {each} off from {from}: {amount}</source>
        <translation>{promotion}, доля скидки {each} от {from}: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, share of {each} off the whole receipt: {amount}</source>
        <translation>{promotion}, доля скидки {each} на весь чек: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, together for {set_price}: {amount}</source>
        <translation>{promotion}, вместе за {set_price}: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, {each} off each: {amount}</source>
        <translation>{promotion}, скидка {each} на каждую единицу: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, {percent} % off from {from}: {amount}</source>
        <translation>{promotion}, скидка {percent} % от {from}: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, {percent} % off the whole receipt: {amount}</source>
        <translation>{promotion}, скидка {percent} % на весь чек: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, {percent} % off: {amount}</source>
        <translation>{promotion}, скидка {percent} %: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, {price} each: {amount}</source>
        <translation>{promotion}, по {price} за единицу: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, {set} together for {set_price}: {amount}</source>
        <translation>{promotion}, {set} вместе за {set_price}: {amount}</translation>
    </message>
    <message>
        <source>{promotion}: {amount}</source>
        <translation>{promotion}: {amount}</translation>
    </message>
    <message>
        <source>{quantity} {unit} at {price} by {price_list}, not {list_price}, is {amount}</source>
        <translation>{quantity} {unit} по {price} по прайс-листу «{price_list}» вместо {list_price} = {amount}</translation>
    </message>
    <message>
        <source>{quantity} {unit} at {price} is {amount}</source>
        <translation>{quantity} {unit} по {price} = {amount}</translation>
    </message>
    <message>
        <source>{quantity} {unit} at {price}, not {list_price}{because}, is {amount}</source>
        <translation>{quantity} {unit} по {price} вместо {list_price}{because} = {amount}</translation>
    </message>
    <message>
        <source>{quantity} {unit} back from receipt {receipt}{because}: {amount}</source>
        <translation>{quantity} {unit} возвращено по чеку {receipt}{because}: {amount}</translation>
    </message>
    <message>
        <source>{quantity} {unit} back without a receipt{because}: {amount}</source>
        <translation>{quantity} {unit} возвращено без чека{because}: {amount}</translation>
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
        <source>Nothing done here counts, and nothing is sent.</source>
        <translation>Всё, что здесь делается, не считается и никуда не отправляется.</translation>
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
        <source>Rehearsal</source>
        <translation>Репетиция</translation>
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
    <name>TaskView</name>
    <message numerus="yes">
        <source>%n label(s) sent to the printer.</source>
        <translation>
            <numerusform>%n ценник отправлен на принтер.</numerusform>
            <numerusform>%n ценника отправлены на принтер.</numerusform>
            <numerusform>%n ценников отправлено на принтер.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) wait as a print job.</source>
        <translation>
            <numerusform>%n ценник ждёт в заданиях печати.</numerusform>
            <numerusform>%n ценника ждут в заданиях печати.</numerusform>
            <numerusform>%n ценников ждут в заданиях печати.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n место</numerusform>
            <numerusform>%n места</numerusform>
            <numerusform>%n мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n скан</numerusform>
            <numerusform>%n скана</numerusform>
            <numerusform>%n сканов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown code(s)</source>
        <translation>
            <numerusform>%n неизвестный код</numerusform>
            <numerusform>%n неизвестных кода</numerusform>
            <numerusform>%n неизвестных кодов</numerusform>
        </translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Разбор</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Выберите снимок</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close this place: it is done</source>
        <translation>Закрыть место: здесь всё посчитано</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>Брак</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Бросить</translation>
    </message>
    <message>
        <source>Drop this task</source>
        <translation>Бросить это задание</translation>
    </message>
    <message>
        <source>Enough is taken: scan what is made of it</source>
        <translation>Взято достаточно: сканируйте, что получилось</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Ценники</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>No label: choose the goods</source>
        <translation>Нет этикетки: выбрать товар</translation>
    </message>
    <message>
        <source>Not as ordered</source>
        <translation>Не как заказано</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Number of the order or delivery note</source>
        <translation>Номер заказа или накладной</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Снимки</translation>
    </message>
    <message>
        <source>Print the labels of the last goods</source>
        <translation>Печатать ценники последнего товара</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Кол-во</translation>
    </message>
    <message>
        <source>Take a photo of the damaged goods</source>
        <translation>Сделать фото повреждённого товара</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Take the goods apart, by their recipe</source>
        <translation>Разобрать товар по его составу</translation>
    </message>
    <message>
        <source>The labels are on their way…</source>
        <translation>Ценники отправляются…</translation>
    </message>
    <message>
        <source>The last goods are damaged</source>
        <translation>Последний товар повреждён</translation>
    </message>
    <message>
        <source>What was scanned</source>
        <translation>Что отсканировано</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Почему?</translation>
    </message>
    <message numerus="yes">
        <source>at {0}: %n line(s)</source>
        <translation>
            <numerusform>на {0}: %n строка</numerusform>
            <numerusform>на {0}: %n строки</numerusform>
            <numerusform>на {0}: %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n place(s)</source>
        <translation>
            <numerusform>{0} из %n места</numerusform>
            <numerusform>{0} из %n мест</numerusform>
            <numerusform>{0} из %n мест</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>An article&apos;s weight is wrong on file</source>
        <translation>Вес товара записан неверно</translation>
    </message>
    <message>
        <source>Another parcel is open.</source>
        <translation>Открыта следующая посылка.</translation>
    </message>
    <message>
        <source>At {place}</source>
        <translation>Место {place}</translation>
    </message>
    <message>
        <source>Box and padding weigh more</source>
        <translation>Коробка и упаковка тяжелее</translation>
    </message>
    <message>
        <source>Codes that are known by now: {about}. Look at them in the list.</source>
        <translation>Кодов, которые теперь известны: {about}. Проверьте их в списке.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Посчитать</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Посчитано</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Повреждено</translation>
    </message>
    <message>
        <source>Difference: {0}</source>
        <translation>Разница: {0}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Drop this task? Everything that was scanned is forgotten. Press it once more.</source>
        <translation>Бросить задание? Всё отсканированное пропадёт. Нажмите ещё раз.</translation>
    </message>
    <message>
        <source>Every piece was counted again</source>
        <translation>Все штуки пересчитаны</translation>
    </message>
    <message>
        <source>Everything goes there, until another bin is scanned.</source>
        <translation>Всё идёт туда, пока не отсканирована другая ячейка.</translation>
    </message>
    <message>
        <source>Everything is at its place: finish</source>
        <translation>Всё на месте: завершите</translation>
    </message>
    <message>
        <source>Everything is packed: weigh it or finish</source>
        <translation>Всё упаковано: взвесьте или завершайте</translation>
    </message>
    <message>
        <source>Everything is picked: finish</source>
        <translation>Всё собрано — завершайте</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Просрочено</translation>
    </message>
    <message>
        <source>From {place}</source>
        <translation>Из {place}</translation>
    </message>
    <message>
        <source>Go to {place} and scan it</source>
        <translation>Идите к {place}, сканируйте место</translation>
    </message>
    <message>
        <source>Go to {place} and scan the place</source>
        <translation>Идите к {place} и сканируйте место</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>Ячейка</translation>
    </message>
    <message>
        <source>How much of {about}? Type it, then Enter.</source>
        <translation>Сколько? {about}. Наберите и нажмите Enter.</translation>
    </message>
    <message>
        <source>In the parcel</source>
        <translation>В посылке</translation>
    </message>
    <message>
        <source>Instead of</source>
        <translation>Вместо</translation>
    </message>
    <message>
        <source>Into the tote</source>
        <translation>В ящик</translation>
    </message>
    <message>
        <source>Into {place}: scan the goods</source>
        <translation>В {place}: сканируйте товар</translation>
    </message>
    <message>
        <source>Into {slot}, and all is sorted: finish</source>
        <translation>В ячейку {slot}, и всё: завершите</translation>
    </message>
    <message>
        <source>Is {place} empty?</source>
        <translation>{place} — пусто?</translation>
    </message>
    <message>
        <source>It should weigh {0}.</source>
        <translation>Должно быть {0}.</translation>
    </message>
    <message>
        <source>It would go best at {place}.</source>
        <translation>Лучшее место — {place}.</translation>
    </message>
    <message>
        <source>Less lies there</source>
        <translation>Там меньше</translation>
    </message>
    <message>
        <source>Lost or stolen</source>
        <translation>Пропало или украдено</translation>
    </message>
    <message>
        <source>Lot {0}</source>
        <translation>Партия {0}</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Переместить</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Перемещено</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Следующее место</translation>
    </message>
    <message>
        <source>No other place has {about}. The place will be counted.</source>
        <translation>{about} больше нигде нет. Место пересчитают.</translation>
    </message>
    <message>
        <source>No place is known: scan where you find it</source>
        <translation>Место неизвестно: сканируйте, где нашли</translation>
    </message>
    <message>
        <source>Nobody can get at it</source>
        <translation>Не подобраться</translation>
    </message>
    <message>
        <source>Nothing is known to be here. Type the article number.</source>
        <translation>По учёту здесь ничего нет. Введите артикул.</translation>
    </message>
    <message>
        <source>Nothing lies there</source>
        <translation>Там пусто</translation>
    </message>
    <message>
        <source>Nothing more is to be found: finish</source>
        <translation>Больше искать нечего — завершайте</translation>
    </message>
    <message>
        <source>Other goods lie there</source>
        <translation>Лежит другой товар</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Упаковать</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Упаковано</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>Собрать</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Собрано</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Разместить</translation>
    </message>
    <message>
        <source>Put everything at {place} and scan it</source>
        <translation>Положите всё в {place} и отсканируйте место</translation>
    </message>
    <message>
        <source>Put it at {place}, then scan the place</source>
        <translation>Положите на {place} и сканируйте место</translation>
    </message>
    <message>
        <source>Put it here</source>
        <translation>Сюда</translation>
    </message>
    <message>
        <source>Put it into {slot} and scan the next</source>
        <translation>Положите в ячейку {slot} и сканируйте дальше</translation>
    </message>
    <message>
        <source>Put it into {tote} and scan the tote</source>
        <translation>Положите в {tote}, сканируйте ящик</translation>
    </message>
    <message>
        <source>Put {quantity} at {place}, then scan the place</source>
        <translation>Положите {quantity} на {place} и сканируйте место</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Refill</source>
        <translation>Пополнение</translation>
    </message>
    <message>
        <source>Refilled</source>
        <translation>Пополнено</translation>
    </message>
    <message>
        <source>Repack</source>
        <translation>Переупаковать</translation>
    </message>
    <message>
        <source>Repacked</source>
        <translation>Переупаковано</translation>
    </message>
    <message>
        <source>Return goods</source>
        <translation>Вернуть товар</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Возвращено</translation>
    </message>
    <message>
        <source>Scan a free tote for {order}</source>
        <translation>Сканируйте свободный ящик для {order}</translation>
    </message>
    <message>
        <source>Scan every piece into parcel {parcel}</source>
        <translation>Сканируйте каждую штуку в посылку {parcel}</translation>
    </message>
    <message>
        <source>Scan the goods</source>
        <translation>Сканируйте товар</translation>
    </message>
    <message>
        <source>Scan the goods, or first their bin</source>
        <translation>Сканируйте товар или сначала ячейку</translation>
    </message>
    <message>
        <source>Scan the goods, or the next place</source>
        <translation>Сканируйте товар или следующее место</translation>
    </message>
    <message>
        <source>Scan the next goods, or a place</source>
        <translation>Сканируйте следующий товар или место</translation>
    </message>
    <message>
        <source>Scan the next goods, or the place where you put them</source>
        <translation>Сканируйте следующий товар или место, куда кладёте</translation>
    </message>
    <message>
        <source>Scan the place</source>
        <translation>Сканируйте место</translation>
    </message>
    <message>
        <source>Scan the place where the goods are</source>
        <translation>Сканируйте место, где лежит товар</translation>
    </message>
    <message>
        <source>Scan what goes instead of what is missing</source>
        <translation>Сканируйте замену недостающему</translation>
    </message>
    <message>
        <source>Scan what goes instead of {goods}</source>
        <translation>Сканируйте замену: {goods}</translation>
    </message>
    <message>
        <source>Scan what is made of it</source>
        <translation>Сканируйте, что получилось</translation>
    </message>
    <message>
        <source>Scan what you take, then press “Make”</source>
        <translation>Сканируйте, что берёте, затем нажмите «Итог»</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Sort it</source>
        <translation>Разложите</translation>
    </message>
    <message>
        <source>Sort: scan, and see where it goes</source>
        <translation>Разложите: сканируйте товар</translation>
    </message>
    <message>
        <source>Take here</source>
        <translation>Взять здесь</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Принять из магазина</translation>
    </message>
    <message>
        <source>Take {quantity}, scan the goods</source>
        <translation>Возьмите {quantity}, сканируйте товар</translation>
    </message>
    <message>
        <source>Taken back: {about}</source>
        <translation>Возвращено: {about}</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Принято из магазина</translation>
    </message>
    <message>
        <source>Taken, but it expired on {about}.</source>
        <translation>Принято, но срок истёк {about}.</translation>
    </message>
    <message>
        <source>Taken, but it expires too soon: on {about}.</source>
        <translation>Принято, но срок слишком мал: до {about}.</translation>
    </message>
    <message>
        <source>Taken, but nobody ordered this.</source>
        <translation>Принято, но этого никто не заказывал.</translation>
    </message>
    <message>
        <source>Taken, but the books do not have that much at {about}.</source>
        <translation>Взято, но столько на месте {about} не числится.</translation>
    </message>
    <message>
        <source>Taken. Each piece has a serial number, and this code names none.</source>
        <translation>Принято. У каждой штуки свой номер, а в коде его нет.</translation>
    </message>
    <message>
        <source>Taken. It is more than was ordered.</source>
        <translation>Принято. Это больше, чем заказано.</translation>
    </message>
    <message>
        <source>Taken. The books have it elsewhere: at {about}.</source>
        <translation>Взято. По учёту товар в другом месте: {about}.</translation>
    </message>
    <message>
        <source>Taken. These goods have lots, and this code names none.</source>
        <translation>Принято. У товара есть партии, а в коде партии нет.</translation>
    </message>
    <message>
        <source>The code is that of {about}. Head office hears of it.</source>
        <translation>Этот код у товара {about}. Офис узнает.</translation>
    </message>
    <message>
        <source>The last step is taken back.</source>
        <translation>Последний шаг отменён.</translation>
    </message>
    <message>
        <source>The next goods are taken instead.</source>
        <translation>Следующий товар пойдёт на замену.</translation>
    </message>
    <message>
        <source>The scale is not exact</source>
        <translation>Весы неточны</translation>
    </message>
    <message>
        <source>The weight is kept.</source>
        <translation>Вес записан.</translation>
    </message>
    <message>
        <source>They lie at {place}</source>
        <translation>Кладём на {place}</translation>
    </message>
    <message>
        <source>Used in the shop</source>
        <translation>Для нужд магазина</translation>
    </message>
    <message>
        <source>Weight not checked, as it is not known of {about}.</source>
        <translation>Вес не проверен, неизвестен: {about}.</translation>
    </message>
    <message>
        <source>Weight not known: {0}.</source>
        <translation>Вес неизвестен: {0}.</translation>
    </message>
    <message>
        <source>What is known weighs {0}.</source>
        <translation>Известная часть весит {0}.</translation>
    </message>
    <message>
        <source>What is {about}? Scan these goods; type 6 × first where six are inside.</source>
        <translation>Что такое {about}? Сканируйте этот товар; если внутри шесть, сначала 6 ×.</translation>
    </message>
    <message>
        <source>Which goods are these?</source>
        <translation>Что это за товар?</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>Списать</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Списано</translation>
    </message>
    <message>
        <source>asked for: {goods}</source>
        <translation>посчитать: {goods}</translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation>комплект: {0}</translation>
    </message>
    <message>
        <source>one scan is enough</source>
        <translation>достаточно одного скана</translation>
    </message>
    <message>
        <source>or type its check code</source>
        <translation>или введите код проверки</translation>
    </message>
    <message>
        <source>still to be sorted: {0}</source>
        <translation>осталось разложить: {0}</translation>
    </message>
    <message>
        <source>the place is enough</source>
        <translation>достаточно места</translation>
    </message>
    <message>
        <source>then {place}</source>
        <translation>затем {place}</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>до {0}</translation>
    </message>
    <message>
        <source>weight does not fit</source>
        <translation>вес не сходится</translation>
    </message>
    <message>
        <source>weight not checked</source>
        <translation>вес не проверен</translation>
    </message>
    <message>
        <source>weight taken for right</source>
        <translation>вес принят как верный</translation>
    </message>
    <message>
        <source>{0} of {1} lines</source>
        <translation>строк: {0} из {1}</translation>
    </message>
    <message>
        <source>{about} lies at another place, too: go there.</source>
        <translation>{about} есть и в другом месте: идите туда.</translation>
    </message>
    <message>
        <source>{place} is counted: empty.</source>
        <translation>{place}: пусто, посчитано.</translation>
    </message>
    <message>
        <source>{place} is counted: empty. The books say otherwise.</source>
        <translation>{place}: пусто, посчитано. По учёту иначе.</translation>
    </message>
    <message>
        <source>{place} will be counted.</source>
        <translation>{place} будет пересчитана.</translation>
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
        <source>comes back</source>
        <translation>возврат</translation>
    </message>
    <message>
        <source>lot {0}</source>
        <translation>партия {0}</translation>
    </message>
    <message>
        <source>no. {0}</source>
        <translation>№ {0}</translation>
    </message>
    <message>
        <source>price from the label</source>
        <translation>цена с этикетки</translation>
    </message>
    <message>
        <source>tare {0}</source>
        <translation>тара {0}</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>до {0}</translation>
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
        <source>Head office does not answer. Another till may sell this too: then it is paid twice.</source>
        <translation>Центр не отвечает. Другая касса может продать это же: тогда оплата будет двойной.</translation>
    </message>
    <message>
        <source>Head office is asked for this sale</source>
        <translation>Запрашиваем эту продажу у центра</translation>
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
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Old enough</source>
        <translation>Возраст есть</translation>
    </message>
    <message>
        <source>Open it anyway</source>
        <translation>Всё равно открыть</translation>
    </message>
    <message>
        <source>Parked: {0}</source>
        <translation>Отложено: {0}</translation>
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
        <source>Take it back</source>
        <translation>Вернуть в работу</translation>
    </message>
    <message>
        <source>Too young</source>
        <translation>Слишком молод</translation>
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
        <source>Remove</source>
        <translation>Убрать</translation>
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
        <source>Free place</source>
        <translation>Свободное место</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Товары</translation>
    </message>
</context>
<context>
    <name>TillActions</name>
    <message>
        <source>Another price</source>
        <translation>Другая цена</translation>
    </message>
    <message>
        <source>Change the customer</source>
        <translation>Изменить покупателя</translation>
    </message>
    <message>
        <source>Code of the coupon</source>
        <translation>Код купона</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Купон</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>Customer pays a debt</source>
        <translation>Покупатель платит долг</translation>
    </message>
    <message>
        <source>Everything for</source>
        <translation>Всё за</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Money into store credit</source>
        <translation>Деньги на баланс</translation>
    </message>
    <message>
        <source>Money off everything</source>
        <translation>Скидка суммой на всё</translation>
    </message>
    <message>
        <source>Money off this line</source>
        <translation>Скидка суммой на строку</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Новый покупатель</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Note on the receipt</source>
        <translation>Примечание к чеку</translation>
    </message>
    <message>
        <source>Note on this line</source>
        <translation>Примечание к строке</translation>
    </message>
    <message>
        <source>Onto the ticket</source>
        <translation>В чек</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Park under a name</source>
        <translation>Отложить с именем</translation>
    </message>
    <message>
        <source>Per cent off everything</source>
        <translation>Скидка в % на всё</translation>
    </message>
    <message>
        <source>Prices of today</source>
        <translation>Сегодняшние цены</translation>
    </message>
    <message>
        <source>Print as a quote</source>
        <translation>Напечатать предложение</translation>
    </message>
    <message>
        <source>So much is paid; empty for nothing</source>
        <translation>Сколько вносится; пусто — ничего</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>Принять возврат</translation>
    </message>
    <message>
        <source>Tare</source>
        <translation>Тара</translation>
    </message>
    <message>
        <source>This line for</source>
        <translation>Эта строка за</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Отменить последний шаг</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Записать</translation>
    </message>
</context>
<context>
    <name>TillPage</name>
    <message>
        <source>Ask here first</source>
        <translation>Сначала спросить</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>За работой</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>F9=F10, F10=F9: ours, then yours. From the next start on.</source>
        <translation>F9=F10, F10=F9: сначала наша, затем ваша. Со следующего запуска.</translation>
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
        <source>Lock the till when nobody touches it</source>
        <translation>Блокировать кассу, когда её не трогают</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Other keys</source>
        <translation>Другие клавиши</translation>
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
        <source>Send it</source>
        <translation>Отправить</translation>
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
        <source>When head office asks for a file for support</source>
        <translation>Когда центр просит файл для поддержки</translation>
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
    <message>
        <source>{0} min</source>
        <translation>{0} мин</translation>
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
</context>
<context>
    <name>TipBar</name>
    <message>
        <source>As a tip</source>
        <translation>Это чаевые</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Без чаевых</translation>
    </message>
    <message>
        <source>The typed amount is paid, the tip in it</source>
        <translation>Введённая сумма — вместе с чаевыми</translation>
    </message>
    <message>
        <source>The typed amount is the tip</source>
        <translation>Введённая сумма — чаевые</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Чаевые</translation>
    </message>
    <message>
        <source>Tip {0}</source>
        <translation>Чаевые {0}</translation>
    </message>
    <message>
        <source>Up to this sum</source>
        <translation>До этой суммы</translation>
    </message>
    <message>
        <source>up to {0}</source>
        <translation>до {0}</translation>
    </message>
</context>
<context>
    <name>TodaySheet</name>
    <message>
        <source>New offer: {0}</source>
        <translation>Новая акция: {0}</translation>
    </message>
    <message>
        <source>No longer offered: {0}</source>
        <translation>Акция закончилась: {0}</translation>
    </message>
    <message>
        <source>No longer sold, keeps its price: {0}</source>
        <translation>Больше не продаётся, цена прежняя: {0}</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Ничего не изменилось.</translation>
    </message>
    <message>
        <source>Prices of today</source>
        <translation>Сегодняшние цены</translation>
    </message>
    <message>
        <source>Take these prices</source>
        <translation>Взять эти цены</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
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
    <name>TypedRow</name>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Keep: {0}</source>
        <translation>Сохранить: {0}</translation>
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
    <name>VoidSheet</name>
    <message>
        <source>All goods go back to the shelf and all money to the customer.</source>
        <translation>Все товары вернутся на полку, все деньги — покупателю.</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Другая причина</translation>
    </message>
    <message>
        <source>Take back for this reason</source>
        <translation>Отменить по этой причине</translation>
    </message>
    <message>
        <source>Take receipt {0} back</source>
        <translation>Отменить чек {0}</translation>
    </message>
    <message>
        <source>The customer changed their mind</source>
        <translation>Покупатель передумал</translation>
    </message>
    <message>
        <source>Wrong goods</source>
        <translation>Не тот товар</translation>
    </message>
    <message>
        <source>Wrong payment</source>
        <translation>Не та оплата</translation>
    </message>
</context>
<context>
    <name>Warehouse</name>
    <message>
        <source>The bin is empty and the next on the way.</source>
        <translation>Ячейка пуста и следующая по пути.</translation>
    </message>
    <message>
        <source>The same product lies there, and there is room.</source>
        <translation>Там лежит такой же товар, и место есть.</translation>
    </message>
    <message>
        <source>This bin is kept for the product.</source>
        <translation>Ячейка закреплена за этим товаром.</translation>
    </message>
    <message>
        <source>This is the zone for its class, and the bin is empty.</source>
        <translation>Это зона для таких товаров, и ячейка пуста.</translation>
    </message>
</context>
<context>
    <name>WeightPage</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Put the parcel on the scale, or type what it weighs.</source>
        <translation>Поставьте посылку на весы или введите вес.</translation>
    </message>
    <message>
        <source>The weight is right</source>
        <translation>Вес верный</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>Not far from an offer</source>
        <translation>Почти сработало</translation>
    </message>
    <message>
        <source>Why so much?</source>
        <translation>Почему столько?</translation>
    </message>
</context>
</TS>
