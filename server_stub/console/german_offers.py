"""The console's words in German about promotions, coupons, price lists, boards and the terms of shops."""

OFFERS = {
    "Promotions": "Aktionen",
    "On": "Aktiv",
    "Off": "Aus",
    "What is given": "Was es gibt",
    "To whom": "Für wen",
    "Coupons": "Gutscheincodes",
    "alone": "allein",
    "Promotion": "Aktion",
    "{count}, redeemed {used} times": "{count}, {used}-mal eingelöst",
    "Switch on": "Einschalten",
    "Switch off": "Ausschalten",
    "No promotion holds.": "Keine Aktion gilt.",
    "No promotion is switched off.": "Keine Aktion ist ausgeschaltet.",
    "The tills hear of it at once.": "Die Kassen erfahren es sofort.",
    "There is no such promotion": "Diese Aktion gibt es nicht",
    "Boards": "Tafeln",
    "Board": "Tafel",
    "Roles": "Rollen",
    "all roles": "alle Rollen",
    "Pages": "Seiten",
    "Change": "Ändern",
    "There is no board: tills show the categories.": "Es gibt keine Tafel: Die Kassen zeigen die Warengruppen.",
    "There is no such board": "Diese Tafel gibt es nicht",
    "Lay out a board": "Tafel auslegen",
    "Nothing was kept.": "Nichts wurde übernommen.",
    "Row {row}": "Zeile {row}",
    "A row for each tile: board, page, and one of sku, category, to_page": (
        "Eine Zeile je Kachel: board, page und eines von sku, category, to_page"
    ),
    ("A board is put whole: what is not in the rows goes. The same rows are a file for eckwms-server import boards."): (
        "Eine Tafel wird als Ganzes ersetzt: Was nicht in den Zeilen steht, entfällt. Dieselben Zeilen sind "
        "eine Datei für eckwms-server import boards."
    ),
    "Only who sees every shop changes what is for all of them": (
        "Was für alle Geschäfte gilt, ändert nur, wer alle sieht"
    ),
    "{percent} % off: {goods}": "{percent} % Rabatt: {goods}",
    "{amount} off each: {goods}": "Je {amount} weniger: {goods}",
    "Each for {price}: {goods}": "Je {price}: {goods}",
    "Every {count} together: {goods}": "Je {count} zusammen: {goods}",
    "Of every {count}, {free} free: {goods}": "Von je {count} {free} gratis: {goods}",
    "Of every {count}, {free} at {percent} % off: {goods}": "Von je {count} {free} mit {percent} % Rabatt: {goods}",
    "{given} off the receipt": "{given} Rabatt auf den Bon",
    "{given} off the receipt from {least}": "{given} Rabatt auf den Bon ab {least}",
    "for {price}": "für {price}",
    "{percent} % off": "{percent} % Rabatt",
    "{goods} as a gift": "{goods} als Geschenk",
    "{count} more goods": "{count} weitere Artikel",
    "all goods": "alle Waren",
    "from {day}": "ab {day}",
    "until {day}": "bis {day}",
    "always": "immer",
    "Mon": "Mo",
    "Tue": "Di",
    "Wed": "Mi",
    "Thu": "Do",
    "Fri": "Fr",
    "Sat": "Sa",
    "Sun": "So",
    "around the birthday": "um den Geburtstag",
    "with a coupon": "mit Gutscheincode",
    "everybody": "alle",
    "Make coupons": "Gutscheincodes anlegen",
    "Make": "Anlegen",
    "These as a file": "Diese als Datei",
    "All coupons": "Alle Gutscheincodes",
    "Promotion that asks for a coupon": "Aktion, die einen Gutscheincode verlangt",
    "No promotion asks for a coupon.": "Keine Aktion verlangt einen Gutscheincode.",
    "New promotion with a coupon": "Neue Aktion mit Gutscheincode",
    "How many codes, {most} at most": "Wie viele Codes, höchstens {most}",
    "The code; of a series, what every code begins with. Empty: a random one": (
        "Der Code; bei einer Serie der Anfang jedes Codes. Leer: ein zufälliger"
    ),
    "How often each code holds, 0 for any number": "Wie oft jeder Code gilt, 0 für beliebig oft",
    "How often for one customer, 0 for any number": "Wie oft je Kunde, 0 für beliebig oft",
    "First day": "Erster Tag",
    "Last day": "Letzter Tag",
    "A series begins with 35 signs at most": "Der Anfang einer Serie hat höchstens 35 Zeichen",
    "A series has 1 to 5000 codes": "Eine Serie hat 1 bis 5000 Codes",
    "A code is 3 to 48 letters, digits and dashes": "Ein Code hat 3 bis 48 Buchstaben, Ziffern und Striche",
    "This is no number": "Das ist keine Zahl",
    "This is no number or no day": "Das ist keine Zahl oder kein Tag",
    "The coupon ends before it starts": "Der Gutscheincode endet, bevor er beginnt",
    "holds": "gilt",
    "withdrawn": "zurückgezogen",
    "any number": "beliebig oft",
    "Receipt": "Beleg",
    "At": "Zeit",
    "Nobody has redeemed it.": "Niemand hat ihn eingelöst.",
    "Coupons come from a file too: eckwms-server import coupons, and by programs (REST).": (
        "Gutscheincodes kommen auch aus einer Datei (eckwms-server import coupons) und von Programmen (REST)."
    ),
    "New promotion": "Neue Aktion",
    "A part of the name": "Ein Teil des Namens",
    "No promotion is called so.": "Keine Aktion heißt so.",
    "switched on": "eingeschaltet",
    "switched off": "ausgeschaltet",
    "All of this promotion": "Alle dieser Aktion",
    "redeemed {used} times, last on {day}": "{used}-mal eingelöst, zuletzt am {day}",
    "Per cent": "Prozent",
    "Amount off": "Betrag",
    "Fixed price": "Fester Preis",
    "Buy some, get more": "Mehr kaufen, mehr bekommen",
    "From a total on": "Ab einer Summe",
    "Happy hour": "Happy Hour",
    "This cannot be kept: {what}": "Das lässt sich nicht speichern: {what}",
    "Name, as the receipt has it": "Name, wie er auf dem Bon steht",
    "Either per cent or an amount.": "Entweder Prozent oder ein Betrag.",
    "only of the very same goods": "nur von genau derselben Ware",
    "Amounts are in {currency}.": "Beträge in {currency}.",
    "What this kind gives is changed by a file (eckwms-server import promotions) or by programs (REST).": (
        "Was diese Art gibt, ändert eine Datei (eckwms-server import promotions) oder ein Programm (REST)."
    ),
    (
        "Mix and match, combos and birthdays are made from a file (eckwms-server import promotions) or by "
        "programs (REST)."
    ): (
        "Gemischte Sets, Kombis und Geburtstage kommen aus einer Datei (eckwms-server import promotions) oder "
        "von Programmen (REST)."
    ),
    "Of which goods; of all when nothing is chosen": "Auf welche Waren; auf alle, wenn nichts gewählt ist",
    "Until, 00:00 for the whole day": "Bis; 00:00 für den ganzen Tag",
    "No day chosen: every day.": "Kein Tag gewählt: jeden Tag.",
    "Beside others": "Neben anderen",
    "alone: no other promotion on the same goods": "allein: keine andere Aktion auf dieselbe Ware",
    "Per cent off": "Rabatt in Prozent",
    "Price of one": "Stückpreis",
    "So many are bought": "So viele werden gekauft",
    "So many more are given": "So viele kommen dazu",
    "From this total of the receipt on": "Ab dieser Summe des Bons",
    "No more than this, 0 for no limit": "Höchstens so viel, 0 ohne Grenze",
    "Priority, the lower goes first": "Rang, der kleinere zuerst",
    "How often in one receipt, 0 for any number": "Wie oft je Bon, 0 für beliebig oft",
    "From": "Von",
    "Until": "Bis",
    "Groups of customers, a comma between them; empty for everybody": (
        "Kundengruppen, durch Komma getrennt; leer für alle"
    ),
    "Article numbers, a space between them": "Artikelnummern, durch Leerzeichen getrennt",
    "This kind is not made by hand": "Diese Art wird nicht von Hand angelegt",
    "it ends before it starts": "sie endet, bevor sie beginnt",
    "percent is more than 100": "mehr als 100 Prozent",
    "it begins and ends at the same minute": "sie beginnt und endet zur selben Minute",
    "percent is missing": "der Prozentsatz fehlt",
    "amount is missing": "der Betrag fehlt",
    "unit_price is missing": "der Preis fehlt",
    "buy, get or percent is missing": "es fehlt, wie viele gekauft werden, wie viele dazukommen oder der Prozentsatz",
    "give either percent or amount": "entweder Prozent oder ein Betrag",
    "Price lists": "Preislisten",
    "Price list": "Preisliste",
    "Prices": "Preise",
    "{count} customers": "Kunden: {count}",
    "everybody in {shop}": "alle in {shop}",
    "There is no price list.": "Es gibt keine Preisliste.",
    "There is no such price list": "Diese Preisliste gibt es nicht",
    "New price list": "Neue Preisliste",
    (
        "Many prices at once come from a file: eckwms-server import prices. A customer's list is set by "
        "import customers or by programs (REST)."
    ): (
        "Viele Preise auf einmal kommen aus einer Datei: eckwms-server import prices. Die Liste eines Kunden "
        "setzen import customers oder Programme (REST)."
    ),
    "Article number": "Artikelnummer",
    "Article number, or a part of the name": "Artikelnummer oder ein Teil des Namens",
    "Usual price": "Normalpreis",
    "Price by this list": "Preis nach dieser Liste",
    "from {quantity}: {price}": "ab {quantity}: {price}",
    "No price fits.": "Kein Preis passt.",
    "There is no price in it yet.": "Noch ist kein Preis darin.",
    "Set a price": "Preis setzen",
    "Price in {currency}, and from which quantity another one": (
        "Preis in {currency}, und ab welcher Menge ein anderer"
    ),
    "Prices are written as 2.50, 6=2.30, 24=2.10": "Preise schreibt man so: 2.50, 6=2.30, 24=2.10",
    "Name or day cannot be read": "Name oder Tag ist nicht lesbar",
    "There is a price list {what} already": "Eine Preisliste {what} gibt es schon",
    "There is a coupon {what} already": "Einen Gutscheincode {what} gibt es schon",
    "There is no product {what}": "Einen Artikel {what} gibt es nicht",
    "The list ends before it starts": "Die Liste endet, bevor sie beginnt",
    "Pictures": "Bilder",
    "What became of the files": "Was aus den Dateien wurde",
    "File": "Datei",
    "Why not": "Warum nicht",
    "{read} files: {added} new pictures, {changed} changed, {unchanged} as they were, {bad} not taken": (
        "Dateien: {read}; neue Bilder: {added}, geändert: {changed}, unverändert: {unchanged}, nicht angenommen: {bad}"
    ),
    "{count} more are not shown.": "{count} weitere werden nicht gezeigt.",
    "{pictured} of {goods} goods have a picture.": "{pictured} von {goods} Artikeln haben ein Bild.",
    "ZIP archive of JPEG, PNG or WebP files, each named by article number or barcode": (
        "ZIP-Archiv mit JPEG-, PNG- oder WebP-Dateien, jede nach Artikelnummer oder Barcode benannt"
    ),
    "Take in": "Übernehmen",
    (
        "{most} files and {megabytes} MiB at most, 10 MiB a picture. A larger archive: eckwms-server import "
        "pictures FILE.zip"
    ): (
        "Höchstens {most} Dateien und {megabytes} MiB, je Bild 10 MiB. Ein größeres Archiv: eckwms-server "
        "import pictures FILE.zip"
    ),
    "Choose an archive first": "Wählen Sie erst ein Archiv",
    "This is no ZIP archive that can be read.": "Dieses ZIP-Archiv ist nicht lesbar.",
    "The archive holds too many files.": "Das Archiv enthält zu viele Dateien.",
    "is named by no article number and no barcode": "der Name ist weder Artikelnummer noch Barcode",
    "is a second picture of the same product": "ist ein zweites Bild desselben Artikels",
    "Only JPEG, PNG and WebP pictures are taken": "Nur JPEG, PNG und WebP werden angenommen",
    "The picture has too many pixels": "Das Bild hat zu viele Bildpunkte",
    "The picture has more than 10 MiB": "Das Bild hat mehr als 10 MiB",
    "It is encrypted, or packed in a way that is not taken": (
        "Es ist verschlüsselt oder auf eine Art gepackt, die nicht angenommen wird"
    ),
    "The file is damaged": "Die Datei ist beschädigt",
    "The archive unpacks to too much; send it in parts": "Das Archiv ist entpackt zu groß; senden Sie es in Teilen",
    "End now": "Beenden",
    "End {name} now?": "{name} jetzt beenden?",
    "Remove {name}?": "{name} entfernen?",
    "End it now": "Jetzt beenden",
    "Remove it": "Entfernen",
    "From this moment on no till gives it. Tickets that are open keep it.": (
        "Von diesem Augenblick an gibt sie keine Kasse mehr. Offene Bons behalten sie."
    ),
    "From this moment on no till takes the code.": "Von diesem Augenblick an nimmt keine Kasse den Code mehr an.",
    "From this moment on its customers pay the usual prices. Tickets that are open keep it.": (
        "Von diesem Augenblick an zahlen ihre Kunden die Normalpreise. Offene Bons behalten die Preise."
    ),
    "What was sold stays as it is, and explained.": "Verkauftes bleibt, wie es ist, und erklärt.",
    "No sale had it. It goes, with its coupons.": (
        "Kein Verkauf hatte sie. Sie wird mit ihren Gutscheincodes entfernt."
    ),
    "Nobody has redeemed it. It goes, and its code may be given again.": (
        "Niemand hat ihn eingelöst. Er wird entfernt, und sein Code kann neu vergeben werden."
    ),
    "No customer and no shop has it. It goes, with its prices.": (
        "Kein Kunde und kein Geschäft hat sie. Sie wird mit ihren Preisen entfernt."
    ),
    "It can be taken back for {days} days.": "Das lässt sich {days} Tage lang zurücknehmen.",
    "Ended and removed": "Beendet und entfernt",
    "What was ended or removed by hand in the last {days} days.": (
        "Was in den letzten {days} Tagen von Hand beendet oder entfernt wurde."
    ),
    "Nothing was ended or removed.": "Nichts wurde beendet oder entfernt.",
    "Offer": "Angebot",
    "Take it back": "Zurücknehmen",
    "ended": "beendet",
    "removed": "entfernt",
    "It is as it was. The tills hear of it at once.": "Es ist, wie es war. Die Kassen erfahren es sofort.",
    "It has applied already, or somebody has it: end it instead": (
        "Es hat schon gegolten, oder jemand hat es: Beenden Sie es stattdessen."
    ),
    "It does not hold any more": "Es gilt nicht mehr.",
    "It has not begun yet: remove it instead": "Es hat noch nicht begonnen: Entfernen Sie es.",
    "This cannot be taken back any more": "Das lässt sich nicht mehr zurücknehmen",
    "Its name or code was given again, or what it belonged to is gone": (
        "Name oder Code ist neu vergeben, oder wozu es gehörte, ist nicht mehr da"
    ),
    "It was changed or removed since": "Es wurde inzwischen geändert oder entfernt",
    "There is no such offer": "Dieses Angebot gibt es nicht",
    "Name of the list": "Name der Liste",
    "Product": "Artikel",
    "The code begins with": "Der Code beginnt mit",
    "Search": "Suchen",
    "Code": "Code",
    "Redeemed": "Eingelöst",
    "Per customer": "Je Kunde",
    "Withdraw": "Zurückziehen",
    "Let it hold again": "Wieder gelten lassen",
    "No coupon fits.": "Kein Gutscheincode passt.",
    "There is no such coupon yet.": "Noch gibt es keinen solchen Gutscheincode.",
    "There is no such coupon": "Diesen Gutscheincode gibt es nicht",
    "Shops": "Geschäfte",
    "Currency": "Währung",
    "Time zone": "Zeitzone",
    "Tax number": "Steuernummer",
    "There is no shop yet.": "Noch gibt es kein Geschäft.",
    "Offers": "Angebote",
    "Promotions that want the same goods": "Aktionen auf dieselben Waren",
    "the best for the customer": "die beste für den Kunden",
    "by priority": "nach Rang",
    "Prices of who has no list of their own": "Preise für alle ohne eigene Liste",
    "the catalogue's": "die des Katalogs",
    "How often a till redeems one limited coupon unasked, 0 for any number": (
        "Wie oft eine Kasse einen begrenzten Gutscheincode ohne Rückfrage einlöst, 0 für beliebig oft"
    ),
    "Goods sold in the other shops come back here too": (
        "Auch Waren aus den anderen Geschäften werden hier zurückgenommen"
    ),
    "What comes back in a ticket when nobody can look the receipt up": (
        "Bis zu welchem Betrag je Bon zurückgenommen wird, wenn der Beleg nicht zu finden ist"
    ),
    "Paying": "Bezahlen",
    "Country whose rule rounds cash, empty for the shop's own": (
        "Land, nach dessen Regel Bargeld gerundet wird; leer für das des Geschäfts"
    ),
    "Foreign cash and what one unit of it is worth": "Fremdes Bargeld und was eine Einheit wert ist",
    "What one gift certificate pays unasked": "Was ein Geschenkgutschein ohne Rückfrage bezahlt",
    "What one customer pays by store credit, on account or with points unasked": (
        "Was ein Kunde mit Guthaben, auf Rechnung oder mit Punkten ohne Rückfrage bezahlt"
    ),
    "A point is earned for each so much, 0 for none": "Je so viel gibt es einen Punkt, 0 für keinen",
    "What a point pays, 0 for nothing": "Was ein Punkt bezahlt, 0 für nichts",
    "Customers may put money into store credit": "Kunden dürfen Geld auf ihr Guthaben einzahlen",
    "A gift certificate may pay a debt": "Ein Geschenkgutschein darf eine Schuld bezahlen",
    "Tips": "Trinkgeld",
    "Tips are taken, beside the total": "Trinkgeld wird zusätzlich zur Summe genommen",
    "Per cent that are offered": "Angebotene Prozente",
    "in cash": "bar",
    "by card": "mit Karte",
    "Stock": "Bestand",
    "A document takes more from a place than the books have there": (
        "Ein Beleg nimmt mehr von einem Platz, als dort gebucht ist"
    ),
    "Who picks for an order scans": "Beim Kommissionieren wird gescannt",
    "Who refills a pick face scans": "Beim Nachfüllen wird gescannt",
    "every piece, or how many": "jedes Stück oder die Anzahl",
    "the goods once": "die Ware einmal",
    "the place alone": "nur der Platz",
    "Where the place is enough, goods that lie there by mistake pass unseen.": (
        "Wo der Platz genügt, bleibt falsch liegende Ware unbemerkt."
    ),
    "Lots, serial numbers, marks and weights are always scanned.": (
        "Chargen, Seriennummern, Kennzeichen und Gewichte werden immer gescannt."
    ),
    "that is all right": "ist in Ordnung",
    "whoever does it is told": "wird gemeldet",
    "A difference beyond one of these is counted again by somebody else and waits for a person; 0 is no limit.": (
        "Eine Differenz über einer dieser Grenzen zählt jemand anders nach, ein Mensch entscheidet; 0: keine."
    ),
    "Per cent of what the book said": "Prozent dessen, was im Buch stand",
    "Pieces, kilograms, metres": "Stück, Kilogramm, Meter",
    "Worth at the catalogue's price": "Wert zum Katalogpreis",
    "So many lines are ordered to be counted every day, by class and by when they were last, 0 for none": (
        "So viele Zeilen werden täglich zum Zählen gegeben, nach Klasse und letzter Zählung; 0: keine"
    ),
    "Who takes the last goods of a bin is asked whether it is empty": (
        "Wer das Letzte aus einem Fach nimmt, wird gefragt, ob es leer ist"
    ),
    "A bin is counted after so many documents that took goods from it, 0 for never": (
        "Ein Fach wird nach so vielen Belegen gezählt, die Ware daraus nahmen; 0: nie"
    ),
    "it is refused": "wird abgelehnt",
    "Goods come in that expire sooner than is wanted of them": "Ware kommt, die zu bald abläuft",
    "it needs a reason and somebody's word": "braucht einen Grund und jemandes Wort",
    "Why goods may be written off; without any the tills have reasons of their own.": (
        "Gründe zum Abschreiben; ohne Liste haben die Kassen eigene."
    ),
    "with a note": "mit Bemerkung",
    "with a photo": "mit Foto",
    "somebody has to allow it": "mit Erlaubnis",
    "Only an administrator changes a shop.": "Ein Geschäft ändert nur die Administration.",
}
