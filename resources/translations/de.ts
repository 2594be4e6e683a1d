<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>A folder: backups and what is unsent go there too.</source>
        <translation>Ein Ordner: Sicherungen und Ungesendetes kommen auch dorthin.</translation>
    </message>
    <message>
        <source>Licences of all parts</source>
        <translation>Lizenzen aller Teile</translation>
    </message>
    <message>
        <source>Recovery sheet (PDF)</source>
        <translation>Wiederherstellungsblatt (PDF)</translation>
    </message>
    <message>
        <source>Second disk or share</source>
        <translation>Zweite Platte oder Freigabe</translation>
    </message>
    <message>
        <source>The sheet for the safe opens a backup when computer and head office are both gone.</source>
        <translation>Das Blatt für den Tresor öffnet eine Sicherung, wenn Computer und Zentrale beide weg sind.</translation>
    </message>
    <message>
        <source>This program is under the MIT licence. It uses Qt under the LGPL: its libraries lie beside the program as files, and you may put your own build of them in their place.</source>
        <translation>Dieses Programm steht unter der MIT-Lizenz. Es verwendet Qt unter der LGPL: Dessen Bibliotheken liegen als Dateien neben dem Programm, und Sie dürfen sie durch eigene ersetzen.</translation>
    </message>
    <message>
        <source>When this computer is lost</source>
        <translation>Wenn dieser Computer verloren ist</translation>
    </message>
    <message>
        <source>Written to {0}. Print it, then delete the file.</source>
        <translation>Geschrieben nach {0}. Drucken, dann die Datei löschen.</translation>
    </message>
</context>
<context>
    <name>AlarmCover</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>It is…</source>
        <translation>Das ist …</translation>
    </message>
    <message>
        <source>Put these goods aside. The code is kept: finish when head office has added it, or take it back.</source>
        <translation>Legen Sie diese Ware beiseite. Der Code bleibt erhalten: Schließen Sie ab, wenn die Zentrale ihn angelegt hat, oder nehmen Sie ihn zurück.</translation>
    </message>
    <message>
        <source>Say what it is: the goods that are scanned next</source>
        <translation>Sagen, was es ist: die Ware, die als Nächstes gescannt wird</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <translation>Unbekannter Code</translation>
    </message>
</context>
<context>
    <name>Approvals</name>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Correction of stock</source>
        <translation>Bestandskorrektur</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>It is booked at once.</source>
        <translation>Es wird sofort gebucht.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>The goods stay in the books.</source>
        <translation>Die Ware bleibt im Bestand.</translation>
    </message>
    <message>
        <source>Write-off</source>
        <translation>Abschreibung</translation>
    </message>
    <message>
        <source>You asked for it: somebody else approves it.</source>
        <translation>Sie haben es angefragt: jemand anders genehmigt.</translation>
    </message>
</context>
<context>
    <name>BinStrip</name>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Have this bin counted</source>
        <translation>Dieses Fach zählen lassen</translation>
    </message>
    <message>
        <source>Not empty</source>
        <translation>Nicht leer</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>Das Fach ist leer</translation>
    </message>
    <message>
        <source>The bin is not empty: have it counted</source>
        <translation>Das Fach ist nicht leer: zählen lassen</translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message>
        <source>Forget it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Forget the measured size</source>
        <translation>Gemessene Größe vergessen</translation>
    </message>
    <message>
        <source>Hold a bank card against the screen and make the frame as wide as the card.</source>
        <translation>Eine Bankkarte an den Bildschirm halten und den Rahmen so breit machen wie die Karte.</translation>
    </message>
    <message>
        <source>It fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Measured: {0} pixels per millimetre.</source>
        <translation>Gemessen: {0} Pixel je Millimeter.</translation>
    </message>
    <message>
        <source>Much narrower</source>
        <translation>Viel schmaler</translation>
    </message>
    <message>
        <source>Much wider</source>
        <translation>Viel breiter</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Schmaler</translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation>Noch nicht gemessen.</translation>
    </message>
    <message>
        <source>Size on the screen</source>
        <translation>Größe auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Breiter</translation>
    </message>
</context>
<context>
    <name>CardFrame</name>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>At the card terminal</source>
        <translation>Am Kartenterminal</translation>
    </message>
    <message>
        <source>Back to the card</source>
        <translation>Zurück auf die Karte</translation>
    </message>
    <message>
        <source>Break off at the terminal</source>
        <translation>Am Terminal abbrechen</translation>
    </message>
    <message>
        <source>Breaking off …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>It was not paid</source>
        <translation>Nicht bezahlt</translation>
    </message>
    <message>
        <source>It was paid</source>
        <translation>Wurde bezahlt</translation>
    </message>
    <message>
        <source>Nobody knows whether the card was charged. Ask the terminal again; take no other card.</source>
        <translation>Niemand weiß, ob die Karte belastet wurde. Fragen Sie das Terminal noch einmal; nehmen Sie keine andere Karte.</translation>
    </message>
    <message>
        <source>Nobody knows whether the money went back to the card. Ask the terminal again.</source>
        <translation>Niemand weiß, ob das Geld auf die Karte zurückging. Fragen Sie das Terminal noch einmal.</translation>
    </message>
    <message>
        <source>Payment unclear</source>
        <translation>Zahlung unklar</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Zurücklegen</translation>
    </message>
    <message>
        <source>The customer follows what the terminal says.</source>
        <translation>Der Kunde folgt dem, was das Terminal sagt.</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>A card payment was decided by hand: {what}</source>
        <translation>Über eine Kartenzahlung entschied ein Mensch: {what}</translation>
    </message>
    <message>
        <source>A closed till has handed in entries</source>
        <translation>Eine stillgelegte Kasse hat Einträge abgeliefert</translation>
    </message>
    <message>
        <source>A count did not know what another till had moved before it: {what}</source>
        <translation>Eine Zählung kannte nicht, was eine andere Kasse vorher bewegt hatte: {what}</translation>
    </message>
    <message>
        <source>A count was decided twice, and differently: {what}</source>
        <translation>Über eine Zählung wurde zweimal verschieden entschieden: {what}</translation>
    </message>
    <message>
        <source>A coupon was redeemed too often: {what}</source>
        <translation>Ein Gutscheincode wurde zu oft eingelöst: {what}</translation>
    </message>
    <message>
        <source>A customer spent more than was there: {what}</source>
        <translation>Ein Kunde hat mehr ausgegeben, als da war: {what}</translation>
    </message>
    <message>
        <source>A customer was changed in two places: {what}</source>
        <translation>Ein Kunde wurde an zwei Stellen geändert: {what}</translation>
    </message>
    <message>
        <source>A known device has come with another key</source>
        <translation>Ein bekanntes Gerät kommt mit einem anderen Schlüssel</translation>
    </message>
    <message>
        <source>A known server has come with another key</source>
        <translation>Ein bekannter Server kommt mit einem anderen Schlüssel</translation>
    </message>
    <message>
        <source>A manager decides in the console, under Cases.</source>
        <translation>Die Leitung entscheidet in der Konsole unter Fälle.</translation>
    </message>
    <message>
        <source>A manager lets it in or keeps it out, in the console under Tills.</source>
        <translation>Die Leitung lässt sie zu oder nicht, in der Konsole unter Kassen.</translation>
    </message>
    <message>
        <source>A parked sale was paid more than once: {what}</source>
        <translation>Ein geparkter Verkauf wurde mehrmals bezahlt: {what}</translation>
    </message>
    <message>
        <source>A second copy of this till has written</source>
        <translation>Eine zweite Kopie dieser Kasse hat geschrieben</translation>
    </message>
    <message>
        <source>A shift was closed without approval: {what}</source>
        <translation>Eine Schicht wurde ohne Erlaubnis geschlossen: {what}</translation>
    </message>
    <message>
        <source>An approval was decided twice, and differently: {what}</source>
        <translation>Über eine Genehmigung wurde zweimal und verschieden entschieden: {what}</translation>
    </message>
    <message>
        <source>An entry of the journal is damaged</source>
        <translation>Ein Eintrag des Journals ist beschädigt</translation>
    </message>
    <message>
        <source>Book what came in or count it; then this closes by itself.</source>
        <translation>Wareneingang buchen oder zählen; dann schließt sich das von selbst.</translation>
    </message>
    <message>
        <source>Find the other copy and stop it; then both are registered again.</source>
        <translation>Die andere Kopie finden und anhalten; dann werden beide neu angemeldet.</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>Für den Support</translation>
    </message>
    <message>
        <source>Goods were made of nothing, or nothing of goods: {what}</source>
        <translation>Ware aus nichts gemacht, oder aus Ware nichts: {what}</translation>
    </message>
    <message>
        <source>Head office could not book: {what}</source>
        <translation>Die Zentrale konnte nicht buchen: {what}</translation>
    </message>
    <message>
        <source>Head office did not take: {what}</source>
        <translation>Die Zentrale hat nicht angenommen: {what}</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Larger than head office takes: {what}</source>
        <translation>Größer, als die Zentrale annimmt: {what}</translation>
    </message>
    <message>
        <source>Look for the goods once more; then take it up with the supplier.</source>
        <translation>Noch einmal suchen, dann beim Lieferanten melden.</translation>
    </message>
    <message>
        <source>Look for the goods; then take them in, or say that they are lost.</source>
        <translation>Suchen Sie die Ware; dann nehmen Sie sie an oder melden sie als verloren.</translation>
    </message>
    <message>
        <source>Look where it is and carry it from there once more.</source>
        <translation>Sehen Sie nach, wo sie steht, und stellen Sie sie von dort noch einmal um.</translation>
    </message>
    <message>
        <source>More came back than was sold with receipt {what}</source>
        <translation>Zu Beleg {what} kam mehr zurück, als verkauft wurde</translation>
    </message>
    <message>
        <source>More was paid than was on a gift certificate: {what}</source>
        <translation>Mit einem Gutschein wurde mehr bezahlt, als darauf war: {what}</translation>
    </message>
    <message>
        <source>More was picked than the order wants: {what}</source>
        <translation>Mehr kommissioniert, als der Auftrag verlangt: {what}</translation>
    </message>
    <message>
        <source>More went than the book has: {what}</source>
        <translation>Es ging mehr weg, als gebucht ist: {what}</translation>
    </message>
    <message>
        <source>New hardware took over this till</source>
        <translation>Neue Hardware hat diese Kasse übernommen</translation>
    </message>
    <message>
        <source>No goods have the code {what}</source>
        <translation>Kein Artikel hat den Code {what}</translation>
    </message>
    <message>
        <source>Not everything arrived as another shop had sent it: {what}</source>
        <translation>Nicht alles kam so an, wie ein anderes Geschäft es sandte: {what}</translation>
    </message>
    <message>
        <source>Not everything came as it was ordered, received blind: {what}</source>
        <translation>Nicht alles kam wie bestellt (blinde Annahme): {what}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>One customer may be here twice: {what}</source>
        <translation>Ein Kunde ist vielleicht doppelt angelegt: {what}</translation>
    </message>
    <message>
        <source>One marked piece was picked or sold twice: {what}</source>
        <translation>Ein gekennzeichnetes Stück wurde zweimal kommissioniert oder verkauft: {what}</translation>
    </message>
    <message>
        <source>One piece with a number of its own came in twice: {what}</source>
        <translation>Ein Stück mit eigener Nummer kam zweimal herein: {what}</translation>
    </message>
    <message>
        <source>One serial number was sold twice: {what}</source>
        <translation>Eine Seriennummer wurde zweimal verkauft: {what}</translation>
    </message>
    <message>
        <source>Other goods have the code {what} already</source>
        <translation>Andere Ware hat den Code {what} schon</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Something for a manager: {kind}</source>
        <translation>Etwas für die Leitung: {kind}</translation>
    </message>
    <message>
        <source>Tell support; selling goes on.</source>
        <translation>Den Support benachrichtigen; der Verkauf geht weiter.</translation>
    </message>
    <message>
        <source>Tell whoever runs the server.</source>
        <translation>Wer den Server betreibt, soll es wissen.</translation>
    </message>
    <message>
        <source>The daily backup of head office failed</source>
        <translation>Die tägliche Sicherung der Zentrale ist misslungen</translation>
    </message>
    <message>
        <source>The journal does not hold from here on: {what}</source>
        <translation>Das Journal hält ab hier nicht: {what}</translation>
    </message>
    <message>
        <source>The journal was shorter than before</source>
        <translation>Das Journal war kürzer als zuvor</translation>
    </message>
    <message>
        <source>The office adds the goods, or closes this in the console.</source>
        <translation>Das Büro legt den Artikel an oder schließt dies in der Konsole.</translation>
    </message>
    <message>
        <source>The till was restored from a backup</source>
        <translation>Die Kasse wurde aus einer Sicherung wiederhergestellt</translation>
    </message>
    <message>
        <source>The till went on in a new journal by itself. A manager should know why.</source>
        <translation>Die Kasse hat von selbst in einem neuen Journal weitergemacht. Die Leitung sollte wissen, warum.</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu tun</translation>
    </message>
    <message>
        <source>Two expiry dates were told for lot {what}</source>
        <translation>Für die Charge {what} wurden zwei Haltbarkeitsdaten genannt</translation>
    </message>
    <message>
        <source>Two sales have the receipt number {what}</source>
        <translation>Zwei Verkäufe haben die Belegnummer {what}</translation>
    </message>
    <message>
        <source>Two terminals say where plate {what} stands</source>
        <translation>Zwei Terminals sagen Verschiedenes, wo Palette {what} steht</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>entry {0}</source>
        <translation>Eintrag {0}</translation>
    </message>
</context>
<context>
    <name>CashPage</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>Einlage</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>Entnahme</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>From the safe</source>
        <translation>Aus dem Tresor</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Einlegen</translation>
    </message>
    <message>
        <source>Put in {0}</source>
        <translation>{0} einlegen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Entnehmen</translation>
    </message>
    <message>
        <source>Take out {0}</source>
        <translation>{0} entnehmen</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>To the safe</source>
        <translation>In den Tresor</translation>
    </message>
    <message>
        <source>What is put into the drawer, for example change from the bank.</source>
        <translation>Was in die Schublade gelegt wird, zum Beispiel Wechselgeld von der Bank.</translation>
    </message>
    <message>
        <source>What is taken out of the drawer, for example for the safe or a supplier.</source>
        <translation>Was der Schublade entnommen wird, zum Beispiel für den Tresor oder einen Lieferanten.</translation>
    </message>
</context>
<context>
    <name>CategorySheet</name>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Labels of which category?</source>
        <translation>Etiketten welcher Kategorie?</translation>
    </message>
</context>
<context>
    <name>CategoryTabs</name>
    <message>
        <source>Categories</source>
        <translation>Warengruppen</translation>
    </message>
    <message>
        <source>More categories</source>
        <translation>Weitere Warengruppen</translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Enter applies it</source>
        <translation>Enter übernimmt es</translation>
    </message>
    <message>
        <source>Gift certificate</source>
        <translation>Geschenkgutschein</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Head office is asked …</source>
        <translation>Die Zentrale wird gefragt …</translation>
    </message>
    <message>
        <source>Scan the certificate, or type its number.</source>
        <translation>Scannen Sie den Gutschein oder tippen Sie seine Nummer.</translation>
    </message>
    <message>
        <source>Type what the customer gets back, or press an amount.</source>
        <translation>Den Betrag tippen, den der Kunde zurückbekommt, oder einen Betrag drücken.</translation>
    </message>
    <message>
        <source>Type what the customer gives, or press an amount.</source>
        <translation>Den Betrag tippen, den der Kunde gibt, oder einen Betrag drücken.</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Getippt</translation>
    </message>
    <message>
        <source>Typed in {0}</source>
        <translation>Eingegeben in {0}</translation>
    </message>
    <message>
        <source>{0} stays on {1}.</source>
        <translation>{0} bleiben auf {1}.</translation>
    </message>
</context>
<context>
    <name>ChangeCustomerSheet</name>
    <message>
        <source>Change a customer</source>
        <translation>Kunden ändern</translation>
    </message>
    <message>
        <source>Head office does not answer: what else it keeps is not shown, and stays.</source>
        <translation>Die Zentrale antwortet nicht: Was sie sonst gespeichert hat, wird nicht gezeigt und bleibt.</translation>
    </message>
    <message>
        <source>Head office is asked what it keeps …</source>
        <translation>Die Zentrale wird nach den Daten gefragt …</translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation>Änderungen speichern</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>None of these</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <source>Which of these is it?</source>
        <translation>Welches davon ist es?</translation>
    </message>
</context>
<context>
    <name>ChooserSheet</name>
    <message>
        <source>Card, name or telephone</source>
        <translation>Karte, Name oder Telefon</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Nobody here is called so.</source>
        <translation>So heißt hier niemand.</translation>
    </message>
    <message>
        <source>Scan the card, or type the beginning of the name.</source>
        <translation>Karte scannen oder den Anfang des Namens tippen.</translation>
    </message>
    <message>
        <source>There are more: type on.</source>
        <translation>Es gibt mehr: weitertippen.</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n Verkauf</numerusform>
            <numerusform>%n Verkäufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is there, to the cent.</source>
        <translation>Alles ist da, auf den Cent.</translation>
    </message>
    <message>
        <source>Grand total</source>
        <translation>Gesamtsumme</translation>
    </message>
    <message>
        <source>Next shift</source>
        <translation>Nächste Schicht</translation>
    </message>
    <message>
        <source>Nothing was counted; head office is told.</source>
        <translation>Es wurde nichts gezählt; die Zentrale erfährt es.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>Print the Z report again</source>
        <translation>Z-Bericht noch einmal drucken</translation>
    </message>
    <message>
        <source>Shift {0} is closed</source>
        <translation>Schicht {0} ist geschlossen</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Z report</source>
        <translation>Z-Bericht</translation>
    </message>
    <message>
        <source>all shifts of this till</source>
        <translation>alle Schichten dieser Kasse</translation>
    </message>
    <message>
        <source>allowed by {0}</source>
        <translation>erlaubt von {0}</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>nicht genehmigt</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>sent to the printer</source>
        <translation>an den Drucker gesendet</translation>
    </message>
    <message>
        <source>{0} are missing.</source>
        <translation>{0} fehlen.</translation>
    </message>
    <message>
        <source>{0} are over.</source>
        <translation>{0} sind zu viel.</translation>
    </message>
</context>
<context>
    <name>ClueCard</name>
    <message>
        <source>What the till&apos;s own entries let suppose; it accuses nobody.</source>
        <translation>Was die Einträge der Kasse vermuten lassen; es beschuldigt niemanden.</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Wo suchen</translation>
    </message>
</context>
<context>
    <name>Clues</name>
    <message>
        <source>Receipt {receipt} was taken back: its {amount} may not have been handed out.</source>
        <translation>Beleg {receipt} wurde storniert: {amount} wurden vielleicht nicht ausgezahlt.</translation>
    </message>
    <message>
        <source>Receipt {receipt}: its change of {amount} may have been handed out twice.</source>
        <translation>Beleg {receipt}: das Wechselgeld von {amount} wurde vielleicht doppelt ausgegeben.</translation>
    </message>
    <message>
        <source>Receipt {receipt}: its change of {amount} may not have been handed out.</source>
        <translation>Beleg {receipt}: das Wechselgeld von {amount} wurde vielleicht nicht ausgegeben.</translation>
    </message>
    <message>
        <source>Receipt {receipt}: its {amount} in cash may not have been taken.</source>
        <translation>Beleg {receipt}: {amount} in bar wurden vielleicht nicht kassiert.</translation>
    </message>
    <message>
        <source>Receipt {receipt}: {amount} were rung up as card and may have been paid in cash.</source>
        <translation>Beleg {receipt}: {amount} wurden als Karte gebucht und vielleicht bar bezahlt.</translation>
    </message>
    <message>
        <source>Receipt {receipt}: {amount} were rung up as cash and may have been paid by card.</source>
        <translation>Beleg {receipt}: {amount} wurden bar gebucht und vielleicht mit Karte bezahlt.</translation>
    </message>
    <message>
        <source>The difference is one {amount}: a note or coin may have been miscounted or given for another.</source>
        <translation>Die Differenz ist einmal {amount}: ein Schein oder eine Münze vielleicht falsch gezählt oder vertauscht.</translation>
    </message>
    <message>
        <source>The difference is the float of {amount}: it may have been left out or counted twice.</source>
        <translation>Die Differenz ist der Anfangsbestand von {amount}: vielleicht vergessen oder doppelt gezählt.</translation>
    </message>
    <message>
        <source>The difference of {amount} divides by 9: two digits may have been swapped when typing.</source>
        <translation>Die Differenz von {amount} ist durch 9 teilbar: vielleicht zwei Ziffern beim Tippen vertauscht.</translation>
    </message>
    <message>
        <source>The drawer was opened without a sale (× {count}), last by {person}</source>
        <translation>Die Schublade wurde ohne Verkauf geöffnet (× {count}), zuletzt von {person}</translation>
    </message>
    <message>
        <source>{amount} by {person}, “{reason}”: cash in and cash out may have been mixed up.</source>
        <translation>{amount} von {person}, „{reason}“: Einlage und Entnahme wurden vielleicht verwechselt.</translation>
    </message>
    <message>
        <source>{amount} were put in by {person}, “{reason}”: they may not have reached the drawer.</source>
        <translation>{amount} Einlage von {person}, „{reason}“: vielleicht nicht in der Schublade angekommen.</translation>
    </message>
    <message>
        <source>{amount} were taken out by {person}, “{reason}”: they may still lie in the drawer.</source>
        <translation>{amount} Entnahme von {person}, „{reason}“: vielleicht noch in der Schublade.</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
</context>
<context>
    <name>CountCard</name>
    <message>
        <source>Count notes and coins</source>
        <translation>Scheine und Münzen zählen</translation>
    </message>
    <message>
        <source>Float in the drawer</source>
        <translation>Wechselgeld in der Schublade</translation>
    </message>
    <message>
        <source>How to count</source>
        <translation>Wie gezählt wird</translation>
    </message>
    <message>
        <source>Type the sum</source>
        <translation>Die Summe tippen</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
</context>
<context>
    <name>CountPage</name>
    <message numerus="yes">
        <source>%n parked sale(s) stay for the next shift.</source>
        <translation>
            <numerusform>%n geparkter Verkauf bleibt für die nächste Schicht.</numerusform>
            <numerusform>%n geparkte Verkäufe bleiben für die nächste Schicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Count what is there</source>
        <translation>Zählen, was da ist</translation>
    </message>
    <message>
        <source>It cannot be counted</source>
        <translation>Zählen nicht möglich</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Schublade öffnen</translation>
    </message>
    <message>
        <source>This is far from what the till expects. Count once more, then go on.</source>
        <translation>Das ist weit von dem entfernt, was die Kasse erwartet. Noch einmal zählen, dann weiter.</translation>
    </message>
    <message>
        <source>What should be there is shown afterwards.</source>
        <translation>Was da sein sollte, steht danach hier.</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <source>Customer card</source>
        <translation>Kundenkarte</translation>
    </message>
    <message>
        <source>Day and month, such as 14.03.</source>
        <translation>Tag und Monat, etwa 14.03.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Invoice address</source>
        <translation>Rechnungsanschrift</translation>
    </message>
    <message>
        <source>Its name; empty for the usual prices</source>
        <translation>Ihr Name; leer für die üblichen Preise</translation>
    </message>
    <message>
        <source>Name or company</source>
        <translation>Name oder Firma</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>Scan it, or leave it empty</source>
        <translation>Scannen oder leer lassen</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>The customer agrees that the shop keeps this</source>
        <translation>Der Kunde ist einverstanden, dass das Geschäft dies speichert</translation>
    </message>
    <message>
        <source>What is kept of the customer</source>
        <translation>Daten des Kunden</translation>
    </message>
</context>
<context>
    <name>CustomerView</name>
    <message>
        <source>For the customer</source>
        <translation>Für den Kunden</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Vielen Dank!</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>You save {0}</source>
        <translation>Sie sparen {0}</translation>
    </message>
    <message>
        <source>You saved {0}</source>
        <translation>Sie haben {0} gespart</translation>
    </message>
    <message>
        <source>Your change</source>
        <translation>Ihr Rückgeld</translation>
    </message>
    <message numerus="yes">
        <source>and %n before</source>
        <translation>
            <numerusform>und %n davor</numerusform>
            <numerusform>und %n davor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceChoices</name>
    <message>
        <source>How cards are taken, from the next start on</source>
        <translation>Wie Karten genommen werden, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>How it is spoken to</source>
        <translation>Wie mit ihm gesprochen wird</translation>
    </message>
    <message>
        <source>In the network: tcp:192.168.1.60:5001</source>
        <translation>Im Netz: tcp:192.168.1.60:5001</translation>
    </message>
    <message>
        <source>Letters it knows</source>
        <translation>Buchstaben, die sie kennt</translation>
    </message>
    <message>
        <source>Or type its address</source>
        <translation>Oder seine Adresse eintippen</translation>
    </message>
    <message>
        <source>Other way round</source>
        <translation>Andersherum</translation>
    </message>
    <message>
        <source>Speed of the cable (baud)</source>
        <translation>Tempo des Kabels (Baud)</translation>
    </message>
    <message>
        <source>Switch of the drawer, in case open and shut are mixed up</source>
        <translation>Schalter der Schublade, falls offen und zu vertauscht sind</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Which scale it is</source>
        <translation>Welche Waage es ist</translation>
    </message>
    <message>
        <source>Which scanner it is</source>
        <translation>Welcher Scanner es ist</translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>Book</source>
        <translation>Buch</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Ware</translation>
    </message>
    <message>
        <source>waits for a decision</source>
        <translation>wartet auf eine Entscheidung</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>(no address)</source>
        <translation>(keine Adresse)</translation>
    </message>
    <message>
        <source>A manager has to approve this till</source>
        <translation>Die Leitung muss diese Kasse zulassen</translation>
    </message>
    <message>
        <source>A newer version of the program is there: {0}</source>
        <translation>Es gibt eine neuere Version des Programms: {0}</translation>
    </message>
    <message>
        <source>A second copy of this till has written</source>
        <translation>Eine zweite Kopie dieser Kasse hat geschrieben</translation>
    </message>
    <message>
        <source>Both are to be registered again: hand the note to support.</source>
        <translation>Beide müssen neu angemeldet werden: die Notiz dem Support geben.</translation>
    </message>
    <message>
        <source>Check the cable or the Wi-Fi of this computer.</source>
        <translation>Kabel oder WLAN dieses Computers prüfen.</translation>
    </message>
    <message>
        <source>Check the disk that the backups go to.</source>
        <translation>Prüfen Sie den Datenträger, auf den die Sicherungen gehen.</translation>
    </message>
    <message>
        <source>Compare the versions of both programs; this till has {version}.</source>
        <translation>Die Versionen beider Programme vergleichen; diese Kasse hat {version}.</translation>
    </message>
    <message>
        <source>Export what is unsent to another disk.</source>
        <translation>Ungesendetes auf einen anderen Datenträger exportieren.</translation>
    </message>
    <message>
        <source>Find the other computer that runs this till and stop it.</source>
        <translation>Den anderen Computer mit dieser Kasse finden und anhalten.</translation>
    </message>
    <message>
        <source>Free space on the disk that the backups go to.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, auf den die Sicherungen gehen.</translation>
    </message>
    <message>
        <source>Get a new code from head office. Nothing is lost by it.</source>
        <translation>Einen neuen Code von der Zentrale holen. Verloren geht dadurch nichts.</translation>
    </message>
    <message>
        <source>Go on selling. Export what is unsent and hand the note to support.</source>
        <translation>Weiter verkaufen. Ungesendetes exportieren und die Notiz dem Support geben.</translation>
    </message>
    <message>
        <source>Head office asked this till to wait</source>
        <translation>Die Zentrale bittet diese Kasse zu warten</translation>
    </message>
    <message>
        <source>Head office does not accept what this till sends</source>
        <translation>Die Zentrale nimmt nicht an, was diese Kasse sendet</translation>
    </message>
    <message>
        <source>Head office does not answer</source>
        <translation>Die Zentrale antwortet nicht</translation>
    </message>
    <message>
        <source>Head office holds more of this journal than the till itself</source>
        <translation>Die Zentrale hat von diesem Journal mehr als die Kasse selbst</translation>
    </message>
    <message>
        <source>Head office is there but cannot work just now</source>
        <translation>Die Zentrale ist da, kann aber gerade nicht arbeiten</translation>
    </message>
    <message>
        <source>In the console, under Tills.</source>
        <translation>In der Konsole unter Kassen.</translation>
    </message>
    <message>
        <source>It goes on from the last good backup, and what is newer is fetched.</source>
        <translation>Es geht von der letzten guten Sicherung aus weiter, und was neuer ist, wird geholt.</translation>
    </message>
    <message>
        <source>It is tried again every hour by itself.</source>
        <translation>Die Kasse versucht es jede Stunde von selbst wieder.</translation>
    </message>
    <message>
        <source>Leave this till on at night, or start it every day.</source>
        <translation>Lassen Sie die Kasse nachts an oder starten Sie sie jeden Tag.</translation>
    </message>
    <message>
        <source>Longer than an hour? Ask whether the server runs and is still at {server}.</source>
        <translation>Länger als eine Stunde? Fragen, ob der Server läuft und noch {server} heißt.</translation>
    </message>
    <message>
        <source>Longer than an hour? Tell whoever runs the server.</source>
        <translation>Länger als eine Stunde? Wer den Server betreibt, soll es wissen.</translation>
    </message>
    <message>
        <source>No such page? Then something else answers at {server}: tell your administrator.</source>
        <translation>Keine solche Seite? Dann antwortet bei {server} etwas anderes: die Administration benachrichtigen.</translation>
    </message>
    <message>
        <source>Nothing is sent until it does: somebody else could be listening.</source>
        <translation>Bis dahin wird nichts gesendet: jemand anderes könnte mithören.</translation>
    </message>
    <message>
        <source>Nothing of it was taken over, and nothing is lost.</source>
        <translation>Nichts davon wurde übernommen, und nichts ist verloren.</translation>
    </message>
    <message>
        <source>Nothing to do here: this till tries again by itself.</source>
        <translation>Hier ist nichts zu tun: die Kasse versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>One entry is larger than head office takes</source>
        <translation>Ein Eintrag ist größer, als die Zentrale annimmt</translation>
    </message>
    <message>
        <source>Only a manager can open it again, in the console under Tills.</source>
        <translation>Nur die Leitung kann sie wieder öffnen, in der Konsole unter Kassen.</translation>
    </message>
    <message>
        <source>Open a web browser on this computer and sign in to the network.</source>
        <translation>An diesem Computer einen Browser öffnen und sich im Netz anmelden.</translation>
    </message>
    <message>
        <source>Other devices have no internet either? Restart the router or call the provider.</source>
        <translation>Auch andere Geräte haben kein Internet? Den Router neu starten oder den Anbieter anrufen.</translation>
    </message>
    <message>
        <source>Other devices have none either? Restart the router.</source>
        <translation>Auch andere Geräte haben keins? Den Router neu starten.</translation>
    </message>
    <message>
        <source>Prices and goods are being loaded anew</source>
        <translation>Preise und Waren werden neu geladen</translation>
    </message>
    <message>
        <source>Selling is stopped, what was sold is safe</source>
        <translation>Der Verkauf ist angehalten, Verkauftes ist sicher</translation>
    </message>
    <message>
        <source>Set date and time of this computer, then try now.</source>
        <translation>Datum und Uhrzeit dieses Computers stellen, dann jetzt versuchen.</translation>
    </message>
    <message>
        <source>Something keeps this till from head office</source>
        <translation>Etwas trennt diese Kasse von der Zentrale</translation>
    </message>
    <message>
        <source>Stays like this? Hand the note to a manager or to support.</source>
        <translation>Bleibt es so? Die Notiz der Leitung oder dem Support geben.</translation>
    </message>
    <message>
        <source>The administrator raises the limit of the server; then it goes by itself.</source>
        <translation>Die Administration hebt die Grenze des Servers an; dann geht es von selbst.</translation>
    </message>
    <message>
        <source>The administrator renews it, or gives this till its CA file (setting ca_file).</source>
        <translation>Die Administration erneuert es oder gibt dieser Kasse die CA-Datei (Einstellung ca_file).</translation>
    </message>
    <message>
        <source>The answer of head office does not hold together</source>
        <translation>Die Antwort der Zentrale passt nicht zusammen</translation>
    </message>
    <message>
        <source>The certificate of head office does not verify</source>
        <translation>Das Zertifikat der Zentrale lässt sich nicht prüfen</translation>
    </message>
    <message>
        <source>The clock of this till is wrong</source>
        <translation>Die Uhr dieser Kasse geht falsch</translation>
    </message>
    <message>
        <source>The clock of this till is {0} min ahead</source>
        <translation>Die Uhr dieser Kasse geht {0} min vor</translation>
    </message>
    <message>
        <source>The clock of this till is {0} min behind</source>
        <translation>Die Uhr dieser Kasse geht {0} min nach</translation>
    </message>
    <message>
        <source>The disk gives back something else than was written: have it checked.</source>
        <translation>Der Datenträger gibt etwas anderes zurück, als geschrieben wurde: Lassen Sie ihn prüfen.</translation>
    </message>
    <message>
        <source>The disk of this till makes trouble</source>
        <translation>Die Festplatte dieser Kasse macht Schwierigkeiten</translation>
    </message>
    <message>
        <source>The file of the journal is damaged. Close this program and start it again:</source>
        <translation>Die Datei des Journals ist beschädigt. Schließen Sie das Programm und starten Sie es neu:</translation>
    </message>
    <message>
        <source>The first copy is there; check the second disk or the share.</source>
        <translation>Die erste Kopie ist da; prüfen Sie den zweiten Datenträger oder die Freigabe.</translation>
    </message>
    <message>
        <source>The internet is away, or the address of head office is wrong</source>
        <translation>Das Internet ist weg, oder die Adresse der Zentrale ist falsch</translation>
    </message>
    <message>
        <source>The journal of this till does not hold</source>
        <translation>Das Journal dieser Kasse stimmt nicht</translation>
    </message>
    <message>
        <source>The last backup of this till is {0} old</source>
        <translation>Die letzte Sicherung dieser Kasse ist {0} alt</translation>
    </message>
    <message>
        <source>The network asks to sign in on its own web page</source>
        <translation>Das Netz verlangt eine Anmeldung auf seiner eigenen Seite</translation>
    </message>
    <message>
        <source>The till fetches back what is missing and goes on in a new journal by itself.</source>
        <translation>Die Kasse holt zurück, was fehlt, und macht von selbst in einem neuen Journal weiter.</translation>
    </message>
    <message>
        <source>Then free some space, or have the disk checked.</source>
        <translation>Dann Platz schaffen oder die Festplatte prüfen lassen.</translation>
    </message>
    <message>
        <source>There is no backup of this till yet</source>
        <translation>Von dieser Kasse gibt es noch keine Sicherung</translation>
    </message>
    <message>
        <source>They have it? Then the address is wrong: {server}. Tell your administrator.</source>
        <translation>Die anderen haben Internet? Dann ist die Adresse falsch: {server}. Die Administration benachrichtigen.</translation>
    </message>
    <message>
        <source>This till has no network</source>
        <translation>Diese Kasse hat kein Netz</translation>
    </message>
    <message>
        <source>This till has to be registered again</source>
        <translation>Diese Kasse muss neu angemeldet werden</translation>
    </message>
    <message>
        <source>This till has {0}. Whoever looks after this computer installs it.</source>
        <translation>Diese Kasse hat {0}. Installiert wird die neue von dem, der diesen Computer betreut.</translation>
    </message>
    <message>
        <source>What was sold before is kept and still handed in.</source>
        <translation>Was vorher verkauft wurde, bleibt und wird weiter abgeliefert.</translation>
    </message>
    <message>
        <source>next try at {0}</source>
        <translation>nächster Versuch um {0}</translation>
    </message>
    <message>
        <source>next try in {0} s</source>
        <translation>nächster Versuch in {0} s</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message numerus="yes">
        <source>%n copy(ies) printed</source>
        <translation>
            <numerusform>%n Kopie gedruckt</numerusform>
            <numerusform>%n Kopien gedruckt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Abweichung</numerusform>
            <numerusform>%n Abweichungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>It waits for an approval</source>
        <translation>Wartet auf Genehmigung</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>Nächster Kunde</translation>
    </message>
    <message>
        <source>Paid, no change</source>
        <translation>Bezahlt, kein Rückgeld</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>Print labels</source>
        <translation>Etiketten drucken</translation>
    </message>
    <message>
        <source>Print the labels of all that came in</source>
        <translation>Etiketten von allem drucken, was gekommen ist</translation>
    </message>
    <message>
        <source>Receipt {0}</source>
        <translation>Beleg {0}</translation>
    </message>
    <message>
        <source>The next scan begins the next sale.</source>
        <translation>Der nächste Scan beginnt den nächsten Verkauf.</translation>
    </message>
    <message>
        <source>To the tasks</source>
        <translation>Zu den Aufgaben</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>keine Abweichung</translation>
    </message>
    <message>
        <source>tip {0}</source>
        <translation>Trinkgeld {0}</translation>
    </message>
</context>
<context>
    <name>DrawerSheet</name>
    <message>
        <source>Another reason</source>
        <translation>Ein anderer Grund</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>Give change</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Open for this reason</source>
        <translation>Aus diesem Grund öffnen</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Schublade öffnen</translation>
    </message>
    <message>
        <source>Opening it without a sale is written down with the reason.</source>
        <translation>Das Öffnen ohne Verkauf wird mit dem Grund aufgeschrieben.</translation>
    </message>
</context>
<context>
    <name>DrillCard</name>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>within {0} s</source>
        <translation>in {0} s</translation>
    </message>
</context>
<context>
    <name>DrillStrip</name>
    <message>
        <source>Give up</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Next drill</source>
        <translation>Nächste Übung</translation>
    </message>
</context>
<context>
    <name>Drills</name>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin a sale, park it, serve the next customer, then sell what was parked.</source>
        <translation>Einen Verkauf beginnen, parken, den Nächsten bedienen, dann das Geparkte verkaufen.</translation>
    </message>
    <message>
        <source>Cash with change</source>
        <translation>Bar mit Rückgeld</translation>
    </message>
    <message>
        <source>Count the drawer and close the shift to the cent.</source>
        <translation>Die Schublade zählen und die Schicht auf den Cent schließen.</translation>
    </message>
    <message>
        <source>Sell something and take it back: scan its receipt, or find it in the list.</source>
        <translation>Etwas verkaufen und zurücknehmen: den Beleg scannen oder in der Liste finden.</translation>
    </message>
    <message>
        <source>Sell three pieces of one thing with a single scan (3 × and scan), by card.</source>
        <translation>Drei Stück von einer Sache mit einem Scan verkaufen (3 × und scannen), mit Karte.</translation>
    </message>
    <message>
        <source>Sell three things or more for cash and give change.</source>
        <translation>Drei Dinge oder mehr gegen bar verkaufen und herausgeben.</translation>
    </message>
    <message>
        <source>Somebody forgot the milk</source>
        <translation>Jemand hat die Milch vergessen</translation>
    </message>
    <message>
        <source>Something comes back</source>
        <translation>Etwas kommt zurück</translation>
    </message>
    <message>
        <source>The end of the day</source>
        <translation>Feierabend</translation>
    </message>
    <message>
        <source>Three at once, by card</source>
        <translation>Drei auf einmal, mit Karte</translation>
    </message>
    <message>
        <source>{title}: {points} of 100 points, {seconds} s</source>
        <translation>{title}: {points} von 100 Punkten, {seconds} s</translation>
    </message>
</context>
<context>
    <name>DrillsView</name>
    <message>
        <source>Five drills with the goods of this shop. Nothing done here counts: the drawer stays shut.</source>
        <translation>Fünf Übungen mit den Waren dieses Ladens. Hier zählt nichts: die Schublade bleibt zu.</translation>
    </message>
</context>
<context>
    <name>Drivers</name>
    <message>
        <source>Any scanner</source>
        <translation>Jeder Scanner</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Honeywell, host ACK on</source>
        <translation>Honeywell, host ACK an</translation>
    </message>
    <message>
        <source>Massa-K 100</source>
        <translation>Massa-K 100</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>To give back</source>
        <translation>Zurückzugeben</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>in cash {0}</source>
        <translation>bar {0}</translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message numerus="yes">
        <source>%n code(s) nobody knows yet wait in a task of their own.</source>
        <translation>
            <numerusform>%n Code kennt noch niemand: Er wartet als eigene Aufgabe.</numerusform>
            <numerusform>%n Codes kennt noch niemand: Sie warten als eigene Aufgabe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are not counted yet. What about them?</source>
        <translation>
            <numerusform>%n Platz ist noch nicht gezählt. Was ist damit?</numerusform>
            <numerusform>%n Plätze sind noch nicht gezählt. Was ist damit?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n Scan</numerusform>
            <numerusform>%n Scans</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow now</source>
        <translation>Jetzt erlauben</translation>
    </message>
    <message>
        <source>Count no more</source>
        <translation>Nicht weiter zählen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Finish once more and it is done. Or scan on.</source>
        <translation>Noch einmal Fertig, dann ist es getan. Oder weiterscannen.</translation>
    </message>
    <message>
        <source>Goods that were asked for and that nobody scanned count as none.</source>
        <translation>Verlangte Ware, die niemand gescannt hat, gilt als nicht vorhanden.</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Leave them: they stay as the books have them. Gone: they count as none from now on.</source>
        <translation>Lassen: Der Bestand bleibt wie in den Büchern. Weg: Ab jetzt zählen sie als null.</translation>
    </message>
    <message>
        <source>Let it wait</source>
        <translation>Warten lassen</translation>
    </message>
    <message>
        <source>Let it wait for somebody who may approve it</source>
        <translation>Warten lassen, bis jemand es genehmigt, der darf</translation>
    </message>
    <message>
        <source>Nobody here is told how much is expected. Is it all?</source>
        <translation>Wie viel erwartet wird, steht hier nicht. Ist das alles?</translation>
    </message>
    <message>
        <source>Nothing more comes</source>
        <translation>Mehr kommt nicht</translation>
    </message>
    <message>
        <source>Nothing more goes</source>
        <translation>Mehr wird nicht versandt</translation>
    </message>
    <message>
        <source>Scan on</source>
        <translation>Weiterscannen</translation>
    </message>
    <message>
        <source>Still to come:</source>
        <translation>Fehlt noch:</translation>
    </message>
    <message>
        <source>Still to go:</source>
        <translation>Noch zu versenden:</translation>
    </message>
    <message>
        <source>The rest comes later</source>
        <translation>Der Rest kommt später</translation>
    </message>
    <message>
        <source>The rest goes later</source>
        <translation>Der Rest wird später versandt</translation>
    </message>
    <message>
        <source>The rest is counted later</source>
        <translation>Der Rest wird später gezählt</translation>
    </message>
    <message>
        <source>They are gone</source>
        <translation>Sie sind weg</translation>
    </message>
    <message>
        <source>What about goods that nobody scanned at these places?</source>
        <translation>Was ist mit Ware an diesen Plätzen, die niemand gescannt hat?</translation>
    </message>
    <message>
        <source>What about goods that nobody scanned, at places nobody counted too?</source>
        <translation>Was ist mit Ware, die niemand gescannt hat, auch an nicht gezählten Plätzen?</translation>
    </message>
</context>
<context>
    <name>EnrolmentView</name>
    <message>
        <source>Approval</source>
        <translation>Zulassung</translation>
    </message>
    <message>
        <source>Goods and prices</source>
        <translation>Waren und Preise</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>Zentrale</translation>
    </message>
    <message>
        <source>Step {0} of {1}: {2}</source>
        <translation>Schritt {0} von {1}: {2}</translation>
    </message>
    <message>
        <source>This till has to be known at head office once. It takes a minute or two.</source>
        <translation>Die Zentrale muss diese Kasse einmal kennenlernen. Das dauert ein, zwei Minuten.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
</context>
<context>
    <name>EntryBar</name>
    <message>
        <source>Apply what is typed</source>
        <translation>Getipptes übernehmen</translation>
    </message>
    <message>
        <source>Code by hand, or 3 × and scan: three pieces</source>
        <translation>Code von Hand, oder 3 × und scannen: drei Stück</translation>
    </message>
    <message>
        <source>Code or number</source>
        <translation>Code oder Zahl</translation>
    </message>
    <message>
        <source>Discount in per cent</source>
        <translation>Rabatt in Prozent</translation>
    </message>
    <message>
        <source>Esc: all tiles again</source>
        <translation>Esc: wieder alle Kacheln</translation>
    </message>
    <message>
        <source>Everything for</source>
        <translation>Alles für</translation>
    </message>
    <message>
        <source>Find a tile</source>
        <translation>Kachel suchen</translation>
    </message>
    <message>
        <source>Money off everything</source>
        <translation>Betrag auf alles</translation>
    </message>
    <message>
        <source>Money off this line</source>
        <translation>Betrag auf Zeile</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Neuer Preis</translation>
    </message>
    <message>
        <source>No tile is called so</source>
        <translation>Keine Kachel heißt so</translation>
    </message>
    <message>
        <source>Off everything, in per cent</source>
        <translation>Auf alles, in Prozent</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Scan or choose the goods</source>
        <translation>Ware scannen oder wählen</translation>
    </message>
    <message>
        <source>Scan or type the lot</source>
        <translation>Charge scannen oder tippen</translation>
    </message>
    <message>
        <source>Scan or type the serial number</source>
        <translation>Seriennummer scannen oder tippen</translation>
    </message>
    <message>
        <source>This line for</source>
        <translation>Diese Zeile für</translation>
    </message>
    <message>
        <source>Times: so many of the next</source>
        <translation>Mal: so viele vom Nächsten</translation>
    </message>
    <message>
        <source>Type how many {0}</source>
        <translation>Menge in {0} eingeben</translation>
    </message>
    <message>
        <source>Type the price</source>
        <translation>Preis eingeben</translation>
    </message>
    <message>
        <source>Type the tare in {0}</source>
        <translation>Tara in {0} eingeben</translation>
    </message>
    <message>
        <source>Weigh it, or type {0}</source>
        <translation>Wiegen oder {0} tippen</translation>
    </message>
    <message>
        <source>up to {0} for you</source>
        <translation>bis {0} für Sie</translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message>
        <source>Another folder…</source>
        <translation>Anderer Ordner…</translation>
    </message>
    <message numerus="yes">
        <source>Export %n unsent entries</source>
        <translation>
            <numerusform>%n ungesendeten Eintrag exportieren</numerusform>
            <numerusform>%n ungesendete Einträge exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Sealed as they are, with a proof that none is missing. They stay here too.</source>
        <translation>Versiegelt, wie sie sind, mit dem Beweis, dass keiner fehlt. Hier bleiben sie auch.</translation>
    </message>
    <message>
        <source>This till</source>
        <translation>Diese Kasse</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>A driver could not be loaded</source>
        <translation>Ein Treiber konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>A scan was not whole</source>
        <translation>Ein Scan war nicht vollständig</translation>
    </message>
    <message>
        <source>A settings file cannot be read</source>
        <translation>Eine Datei mit Einstellungen ist nicht lesbar</translation>
    </message>
    <message>
        <source>A slip may not have come out</source>
        <translation>Ein Bon ist vielleicht nicht herausgekommen</translation>
    </message>
    <message>
        <source>A slip still waits for the printer</source>
        <translation>Ein Bon wartet noch auf den Drucker</translation>
    </message>
    <message>
        <source>Another command is at work</source>
        <translation>Ein anderer Befehl ist bei der Arbeit</translation>
    </message>
    <message>
        <source>Another program is using the database</source>
        <translation>Ein anderes Programm benutzt die Datenbank</translation>
    </message>
    <message>
        <source>Check both disks.</source>
        <translation>Prüfen Sie beide Datenträger.</translation>
    </message>
    <message>
        <source>Check folder and disk.</source>
        <translation>Ordner und Festplatte prüfen.</translation>
    </message>
    <message>
        <source>Check it.</source>
        <translation>Prüfen.</translation>
    </message>
    <message>
        <source>Check that it is switched on and connected, then print again.</source>
        <translation>Prüfen, ob er eingeschaltet und angeschlossen ist, dann noch einmal drucken.</translation>
    </message>
    <message>
        <source>Check that it is switched on, its cable, and which scale is chosen in Settings.</source>
        <translation>Prüfen: eingeschaltet? Kabel? Richtige Waage in den Einstellungen?</translation>
    </message>
    <message>
        <source>Check the address letter by letter, then the router.</source>
        <translation>Die Adresse Buchstabe für Buchstabe prüfen, dann den Router.</translation>
    </message>
    <message>
        <source>Check the address. Nothing was kept; tell support if it stays.</source>
        <translation>Die Adresse prüfen. Nichts wurde behalten; bleibt es so, den Support benachrichtigen.</translation>
    </message>
    <message>
        <source>Check the address; if it is right, the server is down: try again later.</source>
        <translation>Die Adresse prüfen; stimmt sie, ist der Server aus: später wieder versuchen.</translation>
    </message>
    <message>
        <source>Check the cable or the network.</source>
        <translation>Kabel oder Netz prüfen.</translation>
    </message>
    <message>
        <source>Check the cable, the Wi-Fi or the proxy of this computer.</source>
        <translation>Kabel, WLAN oder Proxy dieses Computers prüfen.</translation>
    </message>
    <message>
        <source>Check the code and the versions of both programs, then tell support.</source>
        <translation>Den Code und die Versionen beider Programme prüfen, dann den Support benachrichtigen.</translation>
    </message>
    <message>
        <source>Check the disk and its permissions.</source>
        <translation>Festplatte und Rechte prüfen.</translation>
    </message>
    <message>
        <source>Check the disk of the backups.</source>
        <translation>Prüfen Sie den Datenträger der Sicherungen.</translation>
    </message>
    <message>
        <source>Check the disk, then start again.</source>
        <translation>Die Festplatte prüfen, dann neu starten.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Die Festplatte prüfen.</translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation>Ordner und Rechte prüfen.</translation>
    </message>
    <message>
        <source>Check the second disk or the share. Selling goes on.</source>
        <translation>Prüfen Sie den zweiten Datenträger oder die Freigabe. Der Verkauf geht weiter.</translation>
    </message>
    <message>
        <source>Check the second disk or the share; the first copy is there.</source>
        <translation>Prüfen Sie den zweiten Datenträger oder die Freigabe; die erste Kopie ist da.</translation>
    </message>
    <message>
        <source>Choose another folder, and move what is in this one there.</source>
        <translation>Wählen Sie einen anderen Ordner, und verschieben Sie den Inhalt dorthin.</translation>
    </message>
    <message>
        <source>Choose another folder, or check this disk.</source>
        <translation>Einen anderen Ordner wählen oder diese Festplatte prüfen.</translation>
    </message>
    <message>
        <source>Choose the device again in Settings, or install the package that brings its driver.</source>
        <translation>Das Gerät in den Einstellungen neu wählen oder das Paket mit dem Treiber installieren.</translation>
    </message>
    <message>
        <source>Choose the device again in Settings.</source>
        <translation>Das Gerät in den Einstellungen neu wählen.</translation>
    </message>
    <message>
        <source>Choose the display again in Settings.</source>
        <translation>Die Anzeige in den Einstellungen neu wählen.</translation>
    </message>
    <message>
        <source>Choose the scale again in Settings.</source>
        <translation>Die Waage in den Einstellungen neu wählen.</translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation>Es schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Close the cover, then print again.</source>
        <translation>Die Klappe schließen, dann noch einmal drucken.</translation>
    </message>
    <message>
        <source>Close the other program, or choose another port.</source>
        <translation>Das andere Programm schließen oder einen anderen Anschluss wählen.</translation>
    </message>
    <message>
        <source>Close this program and start it again: it mends itself.</source>
        <translation>Schließen Sie das Programm und starten Sie es neu: Es behebt das selbst.</translation>
    </message>
    <message>
        <source>Correct speed, bits and parity in Settings.</source>
        <translation>Tempo, Bits und Parität in den Einstellungen berichtigen.</translation>
    </message>
    <message>
        <source>Correct the printer&apos;s address in Settings.</source>
        <translation>Die Adresse des Druckers in den Einstellungen berichtigen.</translation>
    </message>
    <message>
        <source>Free some space or check the disk, then try again.</source>
        <translation>Platz schaffen oder die Festplatte prüfen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Free space on the disk of the backups.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger der Sicherungen.</translation>
    </message>
    <message>
        <source>Free space on this disk before it stops the till.</source>
        <translation>Schaffen Sie Platz, bevor die Kasse stehen bleibt.</translation>
    </message>
    <message>
        <source>Give the administrator&apos;s CA file to this till (setting ca_file), then try again.</source>
        <translation>Dieser Kasse die CA-Datei der Administration geben (Einstellung ca_file), dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Give this user the right to open it, or close the other program.</source>
        <translation>Diesem Benutzer das Recht geben, es zu öffnen, oder das andere Programm schließen.</translation>
    </message>
    <message>
        <source>Go on selling: it is on the receipts, and made up for later. Check its cable.</source>
        <translation>Verkaufen Sie weiter: es steht auf den Belegen und wird nachgeholt. Prüfen Sie das Kabel.</translation>
    </message>
    <message>
        <source>Have that disk checked; the backup before it stays.</source>
        <translation>Lassen Sie den Datenträger prüfen; die Sicherung davor bleibt.</translation>
    </message>
    <message>
        <source>Head office cannot work just now</source>
        <translation>Die Zentrale kann gerade nicht arbeiten</translation>
    </message>
    <message>
        <source>Head office does not accept this</source>
        <translation>Die Zentrale nimmt das nicht an</translation>
    </message>
    <message>
        <source>Head office does not answer</source>
        <translation>Die Zentrale antwortet nicht</translation>
    </message>
    <message>
        <source>Head office is busy</source>
        <translation>Die Zentrale ist beschäftigt</translation>
    </message>
    <message>
        <source>Install it, or change the setting.</source>
        <translation>Installieren Sie ihn oder ändern Sie die Einstellung.</translation>
    </message>
    <message>
        <source>Install its package, or empty the setting card_terminal: then cards go by hand.</source>
        <translation>Installieren Sie sein Paket oder leeren Sie die Einstellung card_terminal: dann geht die Karte von Hand.</translation>
    </message>
    <message>
        <source>Install the newer version again; nothing was changed.</source>
        <translation>Die neuere Version wieder installieren; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Das Programm neu installieren.</translation>
    </message>
    <message>
        <source>Look at the paper. If it is not there or not whole, print it again.</source>
        <translation>Auf das Papier sehen. Fehlt er oder ist er nicht ganz, noch einmal drucken.</translation>
    </message>
    <message>
        <source>Look whether the receipt came out whole.</source>
        <translation>Nachsehen, ob der Beleg vollständig herauskam.</translation>
    </message>
    <message>
        <source>Nothing was left there. Choose another disk.</source>
        <translation>Dort blieb nichts zurück. Einen anderen Datenträger wählen.</translation>
    </message>
    <message>
        <source>Plug it in, or choose another port in Settings.</source>
        <translation>Einstecken oder in den Einstellungen einen anderen Anschluss wählen.</translation>
    </message>
    <message>
        <source>Press its feed or on-line key, then print again.</source>
        <translation>Die Vorschub- oder Online-Taste drücken, dann noch einmal drucken.</translation>
    </message>
    <message>
        <source>Print it now, or forget it.</source>
        <translation>Jetzt drucken oder verwerfen.</translation>
    </message>
    <message>
        <source>Put in a new roll, then print again.</source>
        <translation>Eine neue Rolle einlegen, dann noch einmal drucken.</translation>
    </message>
    <message>
        <source>Restore the secrets of this machine.</source>
        <translation>Die Geheimnisse dieses Rechners wiederherstellen.</translation>
    </message>
    <message>
        <source>Scan the item again.</source>
        <translation>Den Artikel noch einmal scannen.</translation>
    </message>
    <message>
        <source>See that it is on, its cable is in and its address right.</source>
        <translation>Nachsehen, ob es an ist, das Kabel steckt und die Adresse stimmt.</translation>
    </message>
    <message>
        <source>Set date and time of this computer, then try again.</source>
        <translation>Datum und Uhrzeit dieses Computers stellen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Set the printer up in the system, or write its name as the system has it.</source>
        <translation>Den Drucker im System einrichten oder den Namen so schreiben, wie das System ihn kennt.</translation>
    </message>
    <message>
        <source>Settings cannot be saved</source>
        <translation>Einstellungen lassen sich nicht speichern</translation>
    </message>
    <message>
        <source>Sign in to the network&apos;s own web page, or correct the address.</source>
        <translation>Sich auf der Seite des Netzes anmelden oder die Adresse berichtigen.</translation>
    </message>
    <message>
        <source>Something else answers at this address</source>
        <translation>An dieser Adresse antwortet etwas anderes</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Im Programm ging etwas schief</translation>
    </message>
    <message>
        <source>Switch it off and on, then print again.</source>
        <translation>Aus- und einschalten, dann noch einmal drucken.</translation>
    </message>
    <message>
        <source>The address of head office is not found</source>
        <translation>Die Adresse der Zentrale wird nicht gefunden</translation>
    </message>
    <message>
        <source>The answer of head office does not hold together</source>
        <translation>Die Antwort der Zentrale passt nicht zusammen</translation>
    </message>
    <message>
        <source>The backup cannot be copied</source>
        <translation>Die Sicherung kann nicht kopiert werden</translation>
    </message>
    <message>
        <source>The backup cannot be written</source>
        <translation>Die Sicherung kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The backup does not read back</source>
        <translation>Die Sicherung lässt sich nicht zurücklesen</translation>
    </message>
    <message>
        <source>The cart is kept. Go on.</source>
        <translation>Der Verkauf in Arbeit ist gesichert. Weitermachen.</translation>
    </message>
    <message>
        <source>The certificate of head office does not verify</source>
        <translation>Das Zertifikat der Zentrale lässt sich nicht prüfen</translation>
    </message>
    <message>
        <source>The clock of this till is wrong</source>
        <translation>Die Uhr dieser Kasse geht falsch</translation>
    </message>
    <message>
        <source>The connection to the printer broke</source>
        <translation>Die Verbindung zum Drucker ist abgebrochen</translation>
    </message>
    <message>
        <source>The data of a till has to be on a disk of this machine</source>
        <translation>Die Daten einer Kasse müssen auf einer Platte dieses Computers liegen</translation>
    </message>
    <message>
        <source>The database belongs to a newer version of the program</source>
        <translation>Die Datenbank gehört zu einer neueren Version des Programms</translation>
    </message>
    <message>
        <source>The database cannot be opened</source>
        <translation>Die Datenbank lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>The database driver is too old</source>
        <translation>Der Datenbanktreiber ist zu alt</translation>
    </message>
    <message>
        <source>The database is damaged or its key is wrong</source>
        <translation>Die Datenbank ist beschädigt oder ihr Schlüssel falsch</translation>
    </message>
    <message>
        <source>The database refused its safe setting</source>
        <translation>Die Datenbank verweigert ihre sichere Einstellung</translation>
    </message>
    <message>
        <source>The device does not answer in the network</source>
        <translation>Das Gerät antwortet im Netz nicht</translation>
    </message>
    <message>
        <source>The device is gone</source>
        <translation>Das Gerät ist weg</translation>
    </message>
    <message>
        <source>The device is in use</source>
        <translation>Das Gerät ist belegt</translation>
    </message>
    <message>
        <source>The device may not be opened</source>
        <translation>Das Gerät darf nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The device&apos;s address is wrong</source>
        <translation>Die Adresse des Geräts ist falsch</translation>
    </message>
    <message>
        <source>The disk cannot be written</source>
        <translation>Auf die Festplatte lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>The disk does not give back what was written</source>
        <translation>Die Festplatte gibt nicht zurück, was geschrieben wurde</translation>
    </message>
    <message>
        <source>The disk is almost full</source>
        <translation>Der Datenträger ist fast voll</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Die Festplatte ist voll</translation>
    </message>
    <message>
        <source>The disk of this till does not do</source>
        <translation>Die Festplatte dieser Kasse taugt nicht</translation>
    </message>
    <message>
        <source>The disk reported an error</source>
        <translation>Die Festplatte meldet einen Fehler</translation>
    </message>
    <message>
        <source>The display&apos;s letters are set wrong</source>
        <translation>Die Zeichen der Anzeige sind falsch eingestellt</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>Die Datei lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>The key of the database is missing</source>
        <translation>Der Schlüssel der Datenbank fehlt</translation>
    </message>
    <message>
        <source>The line settings are wrong</source>
        <translation>Die Einstellungen der Leitung sind falsch</translation>
    </message>
    <message>
        <source>The print queue is not there</source>
        <translation>Die Druckwarteschlange gibt es nicht</translation>
    </message>
    <message>
        <source>The printer cannot be reached</source>
        <translation>Der Drucker ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The printer is off-line</source>
        <translation>Der Drucker ist offline</translation>
    </message>
    <message>
        <source>The printer is out of paper</source>
        <translation>Dem Drucker fehlt Papier</translation>
    </message>
    <message>
        <source>The printer reports an error</source>
        <translation>Der Drucker meldet einen Fehler</translation>
    </message>
    <message>
        <source>The printer stopped answering</source>
        <translation>Der Drucker antwortet nicht mehr</translation>
    </message>
    <message>
        <source>The printer&apos;s address is wrong</source>
        <translation>Die Adresse des Druckers ist falsch</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open</source>
        <translation>Die Klappe des Druckers ist offen</translation>
    </message>
    <message>
        <source>The receipt cannot be saved</source>
        <translation>Der Beleg lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>The scale does not answer</source>
        <translation>Die Waage antwortet nicht</translation>
    </message>
    <message>
        <source>The scale is gone</source>
        <translation>Die Waage ist weg</translation>
    </message>
    <message>
        <source>The scale&apos;s options are wrong</source>
        <translation>Die Angaben zur Waage sind falsch</translation>
    </message>
    <message>
        <source>The scanner is gone</source>
        <translation>Der Scanner ist weg</translation>
    </message>
    <message>
        <source>The second copy of the backup cannot be written</source>
        <translation>Die zweite Kopie der Sicherung kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The secret store cannot be read</source>
        <translation>Der Geheimnisspeicher ist nicht lesbar</translation>
    </message>
    <message>
        <source>The security module does not answer</source>
        <translation>Die Sicherheitseinrichtung antwortet nicht</translation>
    </message>
    <message>
        <source>There is no driver for the card terminal</source>
        <translation>Für das Kartenterminal gibt es keinen Treiber</translation>
    </message>
    <message>
        <source>There is no room for the backup</source>
        <translation>Für die Sicherung ist kein Platz</translation>
    </message>
    <message>
        <source>There is no such driver</source>
        <translation>Diesen Treiber gibt es nicht</translation>
    </message>
    <message>
        <source>There is no such fiscal driver</source>
        <translation>Diesen Fiskaltreiber gibt es nicht</translation>
    </message>
    <message>
        <source>This till has no network</source>
        <translation>Diese Kasse hat kein Netz</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>In einer Minute wieder versuchen.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich wieder versuchen.</translation>
    </message>
    <message>
        <source>Try once more, there is a reserve; then free space on this disk.</source>
        <translation>Versuchen Sie es noch einmal, es gibt eine Reserve; schaffen Sie dann Platz auf diesem Datenträger.</translation>
    </message>
    <message>
        <source>Unlock it or restore it.</source>
        <translation>Entsperren oder wiederherstellen.</translation>
    </message>
    <message>
        <source>Update or remove the package.</source>
        <translation>Das Paket aktualisieren oder entfernen.</translation>
    </message>
    <message>
        <source>What is unsent cannot be copied to the second disk</source>
        <translation>Ungesendetes kann nicht auf den zweiten Datenträger kopiert werden</translation>
    </message>
</context>
<context>
    <name>FillEndPage</name>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Finish once more and it is done. Or scan on.</source>
        <translation>Noch einmal abschließen, dann ist es getan. Oder weiterscannen.</translation>
    </message>
    <message>
        <source>It does not come</source>
        <translation>Das kommt nicht</translation>
    </message>
    <message>
        <source>Nothing more comes</source>
        <translation>Mehr kommt nicht</translation>
    </message>
    <message>
        <source>Scan on</source>
        <translation>Weiterscannen</translation>
    </message>
    <message>
        <source>Still missing:</source>
        <translation>Es fehlt noch:</translation>
    </message>
    <message>
        <source>The rest comes later</source>
        <translation>Der Rest kommt später</translation>
    </message>
</context>
<context>
    <name>FilledPage</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not whole</source>
        <translation>
            <numerusform>%n Zeile unvollständig</numerusform>
            <numerusform>%n Zeilen unvollständig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parcel(s)</source>
        <translation>
            <numerusform>%n Paket</numerusform>
            <numerusform>%n Pakete</numerusform>
        </translation>
    </message>
    <message>
        <source>Every sticker was scanned on its parcel.</source>
        <translation>Jeder Aufkleber wurde auf seinem Paket gescannt.</translation>
    </message>
    <message>
        <source>No printer for stickers is set.</source>
        <translation>Kein Drucker für Aufkleber eingestellt.</translation>
    </message>
    <message>
        <source>Pack it now</source>
        <translation>Jetzt packen</translation>
    </message>
    <message>
        <source>Print stickers again</source>
        <translation>Aufkleber noch einmal drucken</translation>
    </message>
    <message>
        <source>Stickers are being printed …</source>
        <translation>Aufkleber werden gedruckt …</translation>
    </message>
    <message>
        <source>Stickers are printed. Scan each one where it sticks.</source>
        <translation>Aufkleber sind gedruckt. Jeden dort scannen, wo er klebt.</translation>
    </message>
    <message>
        <source>Stickers scanned: {0} of {1}.</source>
        <translation>Aufkleber gescannt: {0} von {1}.</translation>
    </message>
    <message>
        <source>Supply {0}: everything here is packed.</source>
        <translation>Lieferung {0}: hier ist alles gepackt.</translation>
    </message>
    <message>
        <source>The stickers were not printed.</source>
        <translation>Die Aufkleber wurden nicht gedruckt.</translation>
    </message>
    <message>
        <source>To the tasks</source>
        <translation>Zu den Aufgaben</translation>
    </message>
</context>
<context>
    <name>FillingView</name>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Drop this task</source>
        <translation>Diese Aufgabe verwerfen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Take another article instead</source>
        <translation>Einen anderen Artikel nehmen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Was zu tun ist</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Address of head office</source>
        <translation>Adresse der Zentrale</translation>
    </message>
    <message>
        <source>Asking head office…</source>
        <translation>Die Zentrale wird gefragt…</translation>
    </message>
    <message>
        <source>Code from head office</source>
        <translation>Code von der Zentrale</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>Name dieser Kasse</translation>
    </message>
    <message>
        <source>as it stands on receipts, for example Till 3</source>
        <translation>wie er auf Belegen steht, zum Beispiel Kasse 3</translation>
    </message>
    <message>
        <source>for example https://head-office.example</source>
        <translation>zum Beispiel https://zentrale.example</translation>
    </message>
    <message>
        <source>or scan it · without a code, head office approves by hand</source>
        <translation>oder scannen · ohne Code lässt die Zentrale von Hand zu</translation>
    </message>
</context>
<context>
    <name>GoodsChoice</name>
    <message>
        <source>Which goods are these?</source>
        <translation>Welche Ware ist das?</translation>
    </message>
    <message>
        <source>{0} is on several goods. Which of these is it?</source>
        <translation>{0} steht auf mehreren Waren. Welche ist es?</translation>
    </message>
</context>
<context>
    <name>GrantSheet</name>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Allow this once</source>
        <translation>Dieses Mal erlauben</translation>
    </message>
    <message>
        <source>Another price list: {what}</source>
        <translation>Andere Preisliste: {what}</translation>
    </message>
    <message>
        <source>Another price: {what}</source>
        <translation>Anderer Preis: {what}</translation>
    </message>
    <message>
        <source>Change a customer: {what}</source>
        <translation>Kunden ändern: {what}</translation>
    </message>
    <message>
        <source>Close the shift with a difference</source>
        <translation>Schicht mit Differenz schließen</translation>
    </message>
    <message>
        <source>Close the shift without a count</source>
        <translation>Schicht ohne Zählung schließen</translation>
    </message>
    <message>
        <source>Decide about a card payment in place of the terminal</source>
        <translation>Anstelle des Terminals über eine Kartenzahlung entscheiden</translation>
    </message>
    <message>
        <source>Make a customer: {what}</source>
        <translation>Kunden anlegen: {what}</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Schublade öffnen</translation>
    </message>
    <message numerus="yes">
        <source>PIN: %n digit(s) typed</source>
        <translation>
            <numerusform>PIN: %n Ziffer getippt</numerusform>
            <numerusform>PIN: %n Ziffern getippt</numerusform>
        </translation>
    </message>
    <message>
        <source>Take a sale back {what}</source>
        <translation>Verkauf stornieren {what}</translation>
    </message>
    <message>
        <source>Take goods back without a receipt</source>
        <translation>Ware ohne Beleg zurücknehmen</translation>
    </message>
    <message>
        <source>Take goods back {what}</source>
        <translation>Ware zurücknehmen {what}</translation>
    </message>
    <message>
        <source>Take in what is too much or expires too soon</source>
        <translation>Zu viel oder zu bald Ablaufendes annehmen</translation>
    </message>
    <message>
        <source>Take other goods than were ordered</source>
        <translation>Andere Ware nehmen, als bestellt ist</translation>
    </message>
    <message>
        <source>Take the weight of a parcel for right</source>
        <translation>Das Gewicht eines Pakets als richtig annehmen</translation>
    </message>
    <message>
        <source>Take {money} out of the drawer</source>
        <translation>{money} aus der Schublade nehmen</translation>
    </message>
    <message>
        <source>Who allows it</source>
        <translation>Wer erlaubt es</translation>
    </message>
    <message>
        <source>Whoever may do this types the PIN or scans a badge. It is written down who allowed it.</source>
        <translation>Wer es darf, gibt die PIN ein oder scannt den Ausweis. Es wird festgehalten, wer es erlaubt hat.</translation>
    </message>
    <message>
        <source>Write off goods for this reason</source>
        <translation>Ware aus diesem Grund abschreiben</translation>
    </message>
    <message>
        <source>Write off goods worth {money}</source>
        <translation>Ware im Wert von {money} abschreiben</translation>
    </message>
    <message>
        <source>{share} off: {what}</source>
        <translation>{share} Rabatt: {what}</translation>
    </message>
</context>
<context>
    <name>Hardware</name>
    <message>
        <source>A slip waits and is printed as soon as it can be.</source>
        <translation>Ein Bon wartet und wird gedruckt, sobald es geht.</translation>
    </message>
    <message>
        <source>Below zero: empty the pan and set it to zero.</source>
        <translation>Unter null: Schale leeren und auf null stellen.</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>Kartenterminal</translation>
    </message>
    <message>
        <source>Cards are taken by hand: type the amount into the terminal.</source>
        <translation>Karten gehen von Hand: den Betrag am Terminal eintippen.</translation>
    </message>
    <message>
        <source>Choose the port that it is on, and how it is spoken to.</source>
        <translation>Den Anschluss wählen und wie mit ihr gesprochen wird.</translation>
    </message>
    <message>
        <source>Choose the port that it is on, and which scale it is.</source>
        <translation>Den Anschluss wählen und welche Waage es ist.</translation>
    </message>
    <message>
        <source>Choose the port that it is on. Several may be on at once.</source>
        <translation>Den Anschluss wählen. Mehrere zugleich sind möglich.</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Deckel</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Kundenanzeige</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Schublade</translation>
    </message>
    <message>
        <source>It is asked when a card is to pay, and not before.</source>
        <translation>Es wird erst gefragt, wenn mit Karte gezahlt wird.</translation>
    </message>
    <message>
        <source>It is heard. Scans since the start: {0}</source>
        <translation>Er wird gehört. Scans seit dem Start: {0}</translation>
    </message>
    <message>
        <source>It is there and has not said anything yet.</source>
        <translation>Sie ist da und hat noch nichts gesagt.</translation>
    </message>
    <message>
        <source>It is there. It cannot say what it shows: look at it.</source>
        <translation>Sie ist da. Was sie zeigt, kann sie nicht sagen: nachsehen.</translation>
    </message>
    <message>
        <source>It is there. Scan something to see that it is heard.</source>
        <translation>Er ist da. Etwas scannen, um zu sehen, dass er gehört wird.</translation>
    </message>
    <message>
        <source>It types. Scan the test code on the page of the scanner.</source>
        <translation>Er tippt. Den Prüfcode auf der Seite des Scanners scannen.</translation>
    </message>
    <message>
        <source>Keyboard scanner</source>
        <translation>Tastatur-Scanner</translation>
    </message>
    <message>
        <source>Nobody knows whether the last slip is out: look at it.</source>
        <translation>Niemand weiß, ob der letzte Bon heraus ist: nachsehen.</translation>
    </message>
    <message>
        <source>Nothing was printed yet. Print a test on its page.</source>
        <translation>Noch nichts gedruckt. Auf seiner Seite einen Probedruck machen.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Receipt printer and drawer</source>
        <translation>Bondrucker und Schublade</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Waage</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>That is too heavy for this scale.</source>
        <translation>Das ist zu schwer für diese Waage.</translation>
    </message>
    <message>
        <source>The last slip was sent. This printer does not say more.</source>
        <translation>Der letzte Bon wurde gesendet. Mehr meldet dieser Drucker nicht.</translation>
    </message>
    <message>
        <source>The paper is nearly at its end: have a new roll at hand.</source>
        <translation>Das Papier ist fast zu Ende: eine neue Rolle bereithalten.</translation>
    </message>
    <message>
        <source>The printer does not answer. Some never do; else see that it is on and its cable is in.</source>
        <translation>Der Drucker antwortet nicht. Manche tun das nie; sonst nachsehen, ob er an ist und sein Kabel steckt.</translation>
    </message>
    <message>
        <source>The printer said that the last slip is out.</source>
        <translation>Der Drucker hat den letzten Bon bestätigt.</translation>
    </message>
    <message>
        <source>The scale said something that is no weight.</source>
        <translation>Die Waage sagte etwas, das kein Gewicht ist.</translation>
    </message>
    <message>
        <source>The weight stands still: this one counts.</source>
        <translation>Das Gewicht steht still: dieses zählt.</translation>
    </message>
    <message>
        <source>The weight still moves.</source>
        <translation>Das Gewicht schwankt noch.</translation>
    </message>
    <message>
        <source>This way leads only to the printer and not back: look at paper and cover yourself.</source>
        <translation>Dieser Weg führt nur zum Drucker und nicht zurück: Papier und Deckel selbst ansehen.</translation>
    </message>
    <message>
        <source>Type its address on the page of the printer.</source>
        <translation>Die Adresse auf der Seite des Druckers eingeben.</translation>
    </message>
    <message>
        <source>does not tell</source>
        <translation>meldet nichts</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>genug</translation>
    </message>
    <message>
        <source>nearly at its end</source>
        <translation>fast zu Ende</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>keines mehr</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>nicht eingerichtet</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>shut</source>
        <translation>zu</translation>
    </message>
</context>
<context>
    <name>HardwarePage</name>
    <message>
        <source>Choose a device to see it at work.</source>
        <translation>Ein Gerät wählen, um es bei der Arbeit zu sehen.</translation>
    </message>
    <message>
        <source>Connected to</source>
        <translation>Angeschlossen an</translation>
    </message>
    <message>
        <source>Devices of this till</source>
        <translation>Geräte dieser Kasse</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Look for ports again</source>
        <translation>Neu nach Anschlüssen suchen</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht angeschlossen</translation>
    </message>
    <message>
        <source>One device</source>
        <translation>Ein Gerät</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Seine Seite öffnen</translation>
    </message>
    <message>
        <source>Show a text on it</source>
        <translation>Einen Text darauf zeigen</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>A count was decided</source>
        <translation>Über eine Zählung wurde entschieden</translation>
    </message>
    <message>
        <source>All is sent.</source>
        <translation>Alles ist gesendet.</translation>
    </message>
    <message>
        <source>An approval was asked for, lines: {0}</source>
        <translation>Genehmigung angefragt, Zeilen: {0}</translation>
    </message>
    <message>
        <source>An approval was decided, lines: {0}</source>
        <translation>Über Genehmigung entschieden, Zeilen: {0}</translation>
    </message>
    <message>
        <source>An order was begun or left</source>
        <translation>Ein Auftrag wurde begonnen oder abgegeben</translation>
    </message>
    <message>
        <source>Card payment decided by hand: {1}</source>
        <translation>Über eine Kartenzahlung entschied ein Mensch: {1}</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>Einlage</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>Entnahme</translation>
    </message>
    <message>
        <source>Code {0} given to goods</source>
        <translation>Code {0} Ware zugeordnet</translation>
    </message>
    <message>
        <source>Counted, lines: {0}</source>
        <translation>Gezählt, Zeilen: {0}</translation>
    </message>
    <message>
        <source>Customer changed</source>
        <translation>Kunde geändert</translation>
    </message>
    <message>
        <source>Drawer opened: {1}</source>
        <translation>Schublade geöffnet: {1}</translation>
    </message>
    <message>
        <source>Entry of a newer program</source>
        <translation>Eintrag eines neueren Programms</translation>
    </message>
    <message>
        <source>Goods moved, lines: {0}</source>
        <translation>Ware bewegt, Zeilen: {0}</translation>
    </message>
    <message>
        <source>Head office answered {0} ago.</source>
        <translation>Die Zentrale hat vor {0} geantwortet.</translation>
    </message>
    <message>
        <source>Head office does not know this till.</source>
        <translation>Die Zentrale kennt diese Kasse nicht.</translation>
    </message>
    <message>
        <source>Head office has closed this till.</source>
        <translation>Die Zentrale hat diese Kasse gesperrt.</translation>
    </message>
    <message>
        <source>Head office has not let this till in yet.</source>
        <translation>Die Zentrale hat diese Kasse noch nicht zugelassen.</translation>
    </message>
    <message>
        <source>Invoice {0} for receipt {1}</source>
        <translation>Rechnung {0} zum Beleg {1}</translation>
    </message>
    <message>
        <source>Journal opened</source>
        <translation>Journal eröffnet</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Plate {0} carried to {1}</source>
        <translation>Palette {0} umgestellt: {1}</translation>
    </message>
    <message>
        <source>Plate {0} was met</source>
        <translation>Palette {0} erfasst</translation>
    </message>
    <message>
        <source>Receipt {0} printed again, copy {1}</source>
        <translation>Beleg {0} noch einmal gedruckt, Kopie {1}</translation>
    </message>
    <message>
        <source>Receipt {0} signed by the security module</source>
        <translation>Beleg {0} von der Sicherheitseinrichtung signiert</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Selling works without the line.</source>
        <translation>Der Verkauf läuft auch ohne Verbindung.</translation>
    </message>
    <message numerus="yes">
        <source>Selling works. %n case(s) for a manager.</source>
        <translation>
            <numerusform>Der Verkauf läuft. %n Fall für die Leitung.</numerusform>
            <numerusform>Der Verkauf läuft. %n Fälle für die Leitung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Selling works. %n receipt(s) wait for the line.</source>
        <translation>
            <numerusform>Der Verkauf läuft. %n Beleg wartet auf die Verbindung.</numerusform>
            <numerusform>Der Verkauf läuft. %n Belege warten auf die Verbindung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Selling works. Somebody should look at this.</source>
        <translation>Der Verkauf läuft. Jemand sollte sich das ansehen.</translation>
    </message>
    <message>
        <source>Selling works. What was sold is on its way.</source>
        <translation>Der Verkauf läuft. Verkauftes ist unterwegs.</translation>
    </message>
    <message>
        <source>Shift {0} closed with</source>
        <translation>Schicht {0} geschlossen mit</translation>
    </message>
    <message>
        <source>Shift {0} opened with</source>
        <translation>Schicht {0} eröffnet mit</translation>
    </message>
    <message>
        <source>Signed in: {1}</source>
        <translation>Angemeldet: {1}</translation>
    </message>
    <message>
        <source>Stock put right, lines: {0}</source>
        <translation>Bestand berichtigt, Zeilen: {0}</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Unknown code {0}</source>
        <translation>Unbekannter Code {0}</translation>
    </message>
    <message>
        <source>entry {0}</source>
        <translation>Eintrag {0}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
</context>
<context>
    <name>HealthCards</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Not yet at head office</source>
        <translation>Noch nicht in der Zentrale</translation>
    </message>
    <message>
        <source>Prices and goods</source>
        <translation>Preise und Waren</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>backup {0} old</source>
        <translation>Sicherung {0} alt</translation>
    </message>
    <message>
        <source>checked {0}</source>
        <translation>geprüft {0}</translation>
    </message>
    <message>
        <source>everything is there</source>
        <translation>alles ist da</translation>
    </message>
    <message>
        <source>head {0}</source>
        <translation>Kopf {0}</translation>
    </message>
    <message>
        <source>live line open</source>
        <translation>Live-Leitung offen</translation>
    </message>
    <message>
        <source>loading {0} %</source>
        <translation>lädt {0} %</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <translation>noch nicht geladen</translation>
    </message>
    <message>
        <source>oldest {0}</source>
        <translation>ältester {0}</translation>
    </message>
    <message>
        <source>position {0}</source>
        <translation>Position {0}</translation>
    </message>
    <message>
        <source>safe on this till</source>
        <translation>sicher auf dieser Kasse</translation>
    </message>
    <message>
        <source>the clock is right</source>
        <translation>die Uhr geht richtig</translation>
    </message>
    <message>
        <source>{0} ago</source>
        <translation>vor {0}</translation>
    </message>
</context>
<context>
    <name>HealthLists</name>
    <message>
        <source>Cases for a manager</source>
        <translation>Fälle für die Leitung</translation>
    </message>
    <message>
        <source>Every sale and every count of this till is at head office.</source>
        <translation>Jeder Verkauf und jede Zählung dieser Kasse ist in der Zentrale.</translation>
    </message>
    <message>
        <source>No cases</source>
        <translation>Keine Fälle</translation>
    </message>
    <message>
        <source>Nothing has to be decided by a person.</source>
        <translation>Niemand muss etwas entscheiden.</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Waits for head office</source>
        <translation>Wartet auf die Zentrale</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message numerus="yes">
        <source>%n entries are written and checked, none is missing: {file}</source>
        <translation>
            <numerusform>%n Eintrag ist geschrieben und geprüft, keiner fehlt: {file}</numerusform>
            <numerusform>%n Einträge sind geschrieben und geprüft, keiner fehlt: {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are written as they are.</source>
        <translation>
            <numerusform>%n Eintrag ist geschrieben, wie er ist.</numerusform>
            <numerusform>%n Einträge sind geschrieben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Journal prüfen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message numerus="yes">
        <source>Damaged places: %n. Hand this file to support: {file}</source>
        <translation>
            <numerusform>Beschädigte Stellen: %n. Diese Datei dem Support geben: {file}</numerusform>
            <numerusform>Beschädigte Stellen: %n. Diese Datei dem Support geben: {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Export unsent</source>
        <translation>Ungesendetes exportieren</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message>
        <source>For the manager</source>
        <translation>Für die Leitung</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird versucht…</translation>
    </message>
</context>
<context>
    <name>HomeView</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n Scan</numerusform>
            <numerusform>%n Scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a decision</source>
        <translation>
            <numerusform>%n wartet auf Entscheidung</numerusform>
            <numerusform>%n warten auf Entscheidung</numerusform>
        </translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Ein anderer Grund</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Behind one of these: a photo of them</source>
        <translation>Danach: ein Foto davon</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Heute erledigt</translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation>Weiter mit</translation>
    </message>
    <message>
        <source>Go on with task {0}</source>
        <translation>Weiter mit Aufgabe {0}</translation>
    </message>
    <message>
        <source>In a count: this place is done</source>
        <translation>In einer Zählung: dieser Platz ist fertig</translation>
    </message>
    <message>
        <source>In a packing: another parcel</source>
        <translation>Beim Packen: nächstes Paket</translation>
    </message>
    <message>
        <source>In a picking or packing: the next goods go instead of those that were ordered</source>
        <translation>Beim Picken und Packen: die nächste Ware statt der bestellten</translation>
    </message>
    <message>
        <source>In a picking: the place has too little</source>
        <translation>Beim Picken: am Platz ist zu wenig</translation>
    </message>
    <message>
        <source>In a picking: the place has too little; in a packing: the weight</source>
        <translation>Beim Kommissionieren: zu wenig am Platz; beim Packen: das Gewicht</translation>
    </message>
    <message>
        <source>In a repacking: what comes now was made of what was taken</source>
        <translation>Beim Umpacken: was jetzt kommt, entstand aus dem Entnommenen</translation>
    </message>
    <message>
        <source>In a repacking: what was taken becomes its parts</source>
        <translation>Beim Umpacken: das Entnommene wird zu seinen Teilen</translation>
    </message>
    <message>
        <source>In a task: drop it, pressed twice</source>
        <translation>In einer Aufgabe: verwerfen, zweimal drücken</translation>
    </message>
    <message>
        <source>In a task: finish</source>
        <translation>In einer Aufgabe: abschließen</translation>
    </message>
    <message>
        <source>In a task: have the bin counted</source>
        <translation>In einer Aufgabe: das Fach zählen lassen</translation>
    </message>
    <message>
        <source>In a task: no readable label, choose the goods</source>
        <translation>In einer Aufgabe: kein lesbares Etikett, Ware wählen</translation>
    </message>
    <message>
        <source>In a task: take the last scan back</source>
        <translation>In einer Aufgabe: den letzten Scan zurücknehmen</translation>
    </message>
    <message>
        <source>In a task: the bin that was asked about is empty</source>
        <translation>In einer Aufgabe: das Fach, nach dem gefragt wurde, ist leer</translation>
    </message>
    <message>
        <source>In a task: the number of the order</source>
        <translation>In einer Aufgabe: die Nummer des Auftrags</translation>
    </message>
    <message>
        <source>In a task: the unknown code is of the goods that are scanned next</source>
        <translation>In einer Aufgabe: der unbekannte Code gehört zur Ware, die als Nächstes gescannt wird</translation>
    </message>
    <message>
        <source>No order waits</source>
        <translation>Kein Auftrag wartet</translation>
    </message>
    <message>
        <source>Nothing is done yet today</source>
        <translation>Heute ist noch nichts erledigt</translation>
    </message>
    <message>
        <source>Nothing is in hand</source>
        <translation>Nichts ist angefangen</translation>
    </message>
    <message>
        <source>One step back, nothing is lost</source>
        <translation>Einen Schritt zurück, nichts geht verloren</translation>
    </message>
    <message>
        <source>Orders that wait</source>
        <translation>Wartende Aufträge</translation>
    </message>
    <message>
        <source>Pick it at once</source>
        <translation>Sofort kommissionieren</translation>
    </message>
    <message>
        <source>Several on one way</source>
        <translation>Mehrere auf einem Weg</translation>
    </message>
    <message>
        <source>Several orders wait for {0}: choose one.</source>
        <translation>Mehrere Aufträge warten auf {0}: Wählen Sie einen.</translation>
    </message>
    <message>
        <source>Sheet of codes</source>
        <translation>Blatt mit Codes</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>The keys of the tasks as a sheet of codes</source>
        <translation>Die Tasten der Aufgaben als Blatt mit Codes</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Was ist geschehen?</translation>
    </message>
    <message>
        <source>Where goods are moved: everything that lies at the place</source>
        <translation>Beim Umlagern: alles, was am Platz liegt</translation>
    </message>
    <message>
        <source>Where goods come or go: the last ones are damaged</source>
        <translation>Bei Ein- und Ausgang: die letzten sind beschädigt</translation>
    </message>
    <message>
        <source>Where goods come or go: the last ones are damaged; pressed again: a photo of them</source>
        <translation>Beim Annehmen und Senden: die letzte Ware ist beschädigt; noch einmal: ihr Foto</translation>
    </message>
    <message>
        <source>Where goods come or go: the last ones are not what was ordered</source>
        <translation>Bei Ein- und Ausgang: die letzten sind nicht das Bestellte</translation>
    </message>
    <message>
        <source>Why are they written off?</source>
        <translation>Warum wird abgeschrieben?</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>blind</translation>
    </message>
    <message>
        <source>for you</source>
        <translation>für Sie</translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation>für {0}</translation>
    </message>
    <message>
        <source>its codes are known: finish it</source>
        <translation>Codes sind bekannt: bitte abschließen</translation>
    </message>
    <message>
        <source>ready by {0}</source>
        <translation>fertig bis {0}</translation>
    </message>
    <message>
        <source>waits for its codes, then books itself</source>
        <translation>wartet auf seine Codes, bucht sich dann selbst</translation>
    </message>
    <message>
        <source>waits for refill of {0}</source>
        <translation>wartet auf Nachfüllen von {0}</translation>
    </message>
    <message>
        <source>{0} is at {1} on {3} since {2}. Take it over only when you know that they left it.</source>
        <translation>{0} ist seit {2} an {1} ({3}). Nur übernehmen, wenn sicher ist, dass dort niemand mehr arbeitet.</translation>
    </message>
    <message>
        <source>{0} is at {1} since {2}. Take it over only when you know that they left it.</source>
        <translation>{0} ist seit {2} an {1}. Nur übernehmen, wenn sicher ist, dass dort niemand mehr arbeitet.</translation>
    </message>
    <message>
        <source>{0} is for {1}. Take it only when they cannot do it.</source>
        <translation>{0} ist für {1}. Nur nehmen, wenn sie nicht können.</translation>
    </message>
    <message>
        <source>{0} waits for refill of {1}. At once it is picked from where the goods lie.</source>
        <translation>{0} wartet auf Nachfüllen von {1}. Sofort wird dort geholt, wo die Ware liegt.</translation>
    </message>
    <message>
        <source>{0}: choose what you do first, then scan.</source>
        <translation>{0}: Erst wählen, was Sie tun, dann scannen.</translation>
    </message>
</context>
<context>
    <name>InvoiceSheet</name>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Invoice for receipt {0}</source>
        <translation>Rechnung zum Beleg {0}</translation>
    </message>
    <message>
        <source>Make the invoice</source>
        <translation>Rechnung erstellen</translation>
    </message>
    <message>
        <source>Name or company</source>
        <translation>Name oder Firma</translation>
    </message>
    <message>
        <source>Postcode, town, country</source>
        <translation>PLZ, Ort, Land</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Straße und Hausnummer</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>The customer agrees that the shop keeps what is new here</source>
        <translation>Der Kunde ist einverstanden, dass das Geschäft Neues hiervon speichert</translation>
    </message>
    <message>
        <source>These data stay at this till; head office gets the number of the invoice only.</source>
        <translation>Diese Daten bleiben an dieser Kasse; die Zentrale bekommt nur die Rechnungsnummer.</translation>
    </message>
</context>
<context>
    <name>JobModel</name>
    <message>
        <source>First label</source>
        <translation>Erstes Etikett</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>in a file</source>
        <translation>in einer Datei</translation>
    </message>
    <message>
        <source>pallets</source>
        <translation>Paletten</translation>
    </message>
    <message>
        <source>parcels</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>gedruckt</translation>
    </message>
    <message numerus="yes">
        <source>printed %n time(s)</source>
        <translation>
            <numerusform>%n-mal gedruckt</numerusform>
            <numerusform>%n-mal gedruckt</numerusform>
        </translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
</context>
<context>
    <name>JobsSheet</name>
    <message>
        <source>I have looked: the labels came out</source>
        <translation>Nachgesehen: Die Etiketten sind herausgekommen</translation>
    </message>
    <message>
        <source>Labels that wait for the printer stay here.</source>
        <translation>Hier bleiben Etiketten, die auf den Drucker warten.</translation>
    </message>
    <message>
        <source>Nothing was printed yet</source>
        <translation>Noch nichts gedruckt</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>Print jobs</source>
        <translation>Druckaufträge</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>Jetzt drucken</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the job off the list</source>
        <translation>Den Auftrag von der Liste nehmen</translation>
    </message>
    <message>
        <source>They are there</source>
        <translation>Sie sind da</translation>
    </message>
</context>
<context>
    <name>KeyPaper</name>
    <message>
        <source>Written to {0}</source>
        <translation>Geschrieben nach {0}</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>As a sheet with codes (PDF)</source>
        <translation>Als Blatt mit Codes (PDF)</translation>
    </message>
    <message>
        <source>Keys of this screen</source>
        <translation>Tasten dieser Seite</translation>
    </message>
</context>
<context>
    <name>KeySide</name>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Often</source>
        <translation>Oft</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Geparkt</translation>
    </message>
    <message>
        <source>Parked {0}</source>
        <translation>Geparkt {0}</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Komma</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Apply the typed amount; it never finishes the sale</source>
        <translation>Den getippten Betrag übernehmen; das beendet den Verkauf nie</translation>
    </message>
    <message>
        <source>Apply what is typed</source>
        <translation>Getipptes übernehmen</translation>
    </message>
    <message>
        <source>Apply what is typed; with nothing typed, all that is left of the line</source>
        <translation>Das Getippte übernehmen; ohne Eingabe alles, was von der Zeile übrig ist</translation>
    </message>
    <message>
        <source>Choose a line</source>
        <translation>Eine Zeile wählen</translation>
    </message>
    <message>
        <source>Choose a scan to take back</source>
        <translation>Einen Scan wählen, der zurückgenommen wird</translation>
    </message>
    <message>
        <source>Find a receipt by number, amount, time or day</source>
        <translation>Beleg nach Nummer, Betrag, Uhrzeit oder Tag suchen</translation>
    </message>
    <message>
        <source>Find a tile of the board by its name</source>
        <translation>Kachel der Tafel nach Namen suchen</translation>
    </message>
    <message>
        <source>Finish, once nothing is due</source>
        <translation>Abschließen, sobald nichts mehr offen ist</translation>
    </message>
    <message>
        <source>Nothing of the chosen line comes back</source>
        <translation>Von der gewählten Zeile kommt nichts zurück</translation>
    </message>
    <message>
        <source>One label more, or one less</source>
        <translation>Ein Etikett mehr oder weniger</translation>
    </message>
    <message>
        <source>One more of the goods that were scanned last</source>
        <translation>Noch eins von der zuletzt gescannten Ware</translation>
    </message>
    <message>
        <source>One step back, nothing is lost</source>
        <translation>Ein Schritt zurück, verloren geht nichts</translation>
    </message>
    <message>
        <source>Onto the ticket</source>
        <translation>Auf den Verkauf</translation>
    </message>
    <message>
        <source>Remove the chosen line</source>
        <translation>Die gewählte Zeile entfernen</translation>
    </message>
    <message>
        <source>Search for goods, or type a code</source>
        <translation>Artikel suchen oder Code tippen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Take the last payment back</source>
        <translation>Die letzte Zahlung zurücknehmen</translation>
    </message>
    <message>
        <source>The next label, or the one before</source>
        <translation>Das nächste Etikett oder das vorige</translation>
    </message>
    <message>
        <source>The next line, or another</source>
        <translation>Die nächste Zeile, oder eine andere</translation>
    </message>
    <message>
        <source>The next receipt, or the one before</source>
        <translation>Der nächste Beleg oder der davor</translation>
    </message>
    <message>
        <source>The page of tiles before, or the next one</source>
        <translation>Die vorige oder die nächste Seite der Kacheln</translation>
    </message>
    <message>
        <source>The step of this page</source>
        <translation>Der Schritt dieser Seite</translation>
    </message>
    <message>
        <source>Three pieces of the goods that are scanned next</source>
        <translation>Drei Stück der Ware, die als Nächste gescannt wird</translation>
    </message>
    <message>
        <source>To the payment</source>
        <translation>Zur Zahlung</translation>
    </message>
    <message>
        <source>Type how much of the chosen line comes back</source>
        <translation>Tippen, wie viel von der gewählten Zeile zurückkommt</translation>
    </message>
    <message>
        <source>Type the PIN</source>
        <translation>Die PIN tippen</translation>
    </message>
    <message>
        <source>Type the code of a place or of goods</source>
        <translation>Code eines Platzes oder einer Ware eintippen</translation>
    </message>
    <message>
        <source>Type what is counted</source>
        <translation>Tippen, was gezählt ist</translation>
    </message>
    <message>
        <source>Type what the customer gives</source>
        <translation>Tippen, was der Kunde gibt</translation>
    </message>
    <message>
        <source>With a finger: push a line to the left to remove it</source>
        <translation>Mit dem Finger: Zeile nach links schieben entfernt sie</translation>
    </message>
    <message>
        <source>With a finger: push a line to the right to say how many</source>
        <translation>Mit dem Finger: Zeile nach rechts schieben fragt nach der Menge</translation>
    </message>
</context>
<context>
    <name>LabelCard</name>
    <message>
        <source>Address of the label printer</source>
        <translation>Adresse des Etikettendruckers</translation>
    </message>
    <message>
        <source>As above: tcp:192.168.1.51 · queue:NAME. Empty: labels come from the receipt printer.</source>
        <translation>Wie oben: tcp:192.168.1.51 · queue:NAME. Leer: Etiketten kommen aus dem Bondrucker.</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Punkte je Zoll</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>Etikettendrucker</translation>
    </message>
    <message>
        <source>Labels in it, mm</source>
        <translation>Etiketten darin, mm</translation>
    </message>
    <message>
        <source>Language of the label printer</source>
        <translation>Sprache des Etikettendruckers</translation>
    </message>
</context>
<context>
    <name>LabelModel</name>
    <message>
        <source>Goods</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
</context>
<context>
    <name>LabelsView</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n Etikett</numerusform>
            <numerusform>%n Etiketten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) more on the list.</source>
        <translation>
            <numerusform>%n Etikett mehr auf der Liste.</numerusform>
            <numerusform>%n Etiketten mehr auf der Liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) sent to the printer.</source>
        <translation>
            <numerusform>%n Etikett an den Drucker gesendet.</numerusform>
            <numerusform>%n Etiketten an den Drucker gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>A label for one weighed package</source>
        <translation>Etikett für eine gewogene Packung</translation>
    </message>
    <message>
        <source>Add the label</source>
        <translation>Etikett hinzufügen</translation>
    </message>
    <message>
        <source>Back on the list</source>
        <translation>Zurück auf die Liste</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Striche</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Changed prices</source>
        <translation>Neue Preise</translation>
    </message>
    <message>
        <source>Each scan adds one label. The morning&apos;s list is under Changed prices.</source>
        <translation>Jeder Scan fügt ein Etikett hinzu. Die Liste des Morgens steht unter „Neue Preise“.</translation>
    </message>
    <message>
        <source>Every label that hangs says what the goods cost.</source>
        <translation>Jedes gedruckte Etikett nennt den richtigen Preis.</translation>
    </message>
    <message>
        <source>For a weight</source>
        <translation>Für ein Gewicht</translation>
    </message>
    <message>
        <source>Kind of code</source>
        <translation>Art des Codes</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Labels as a PDF</source>
        <translation>Etiketten als PDF</translation>
    </message>
    <message>
        <source>Labels to print</source>
        <translation>Zu druckende Etiketten</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>No label is chosen</source>
        <translation>Kein Etikett gewählt</translation>
    </message>
    <message>
        <source>One label less</source>
        <translation>Ein Etikett weniger</translation>
    </message>
    <message>
        <source>One label more</source>
        <translation>Ein Etikett mehr</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Print jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Scan or search for goods</source>
        <translation>Artikel scannen oder suchen</translation>
    </message>
    <message>
        <source>Scan what needs a label</source>
        <translation>Scannen, was ein Etikett braucht</translation>
    </message>
    <message>
        <source>Size in millimetres</source>
        <translation>Größe in Millimetern</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message numerus="yes">
        <source>The first %n of them are on the list. Print these, then go on.</source>
        <translation>
            <numerusform>Das erste davon steht auf der Liste (%n). Drucken, dann weiter.</numerusform>
            <numerusform>Die ersten %n davon stehen auf der Liste. Diese drucken, dann weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>The label of {0} as it will be printed</source>
        <translation>Das Etikett von {0}, wie es gedruckt wird</translation>
    </message>
    <message>
        <source>The labels are on their way…</source>
        <translation>Die Etiketten sind unterwegs…</translation>
    </message>
    <message>
        <source>The list was put aside.</source>
        <translation>Die Liste ist beiseitegelegt.</translation>
    </message>
    <message>
        <source>This till has printed no labels yet: begin with a category.</source>
        <translation>Diese Kasse hat noch keine Etiketten gedruckt: mit einer Kategorie beginnen.</translation>
    </message>
    <message>
        <source>Weight in {0}</source>
        <translation>Gewicht in {0}</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Geschrieben nach {0}</translation>
    </message>
    <message>
        <source>{0} mm</source>
        <translation>{0} mm</translation>
    </message>
</context>
<context>
    <name>LastScan</name>
    <message>
        <source>Case, kept: how many inside?</source>
        <translation>Karton gemerkt: wie viele sind darin?</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Enough is taken</source>
        <translation>Genug entnommen</translation>
    </message>
    <message>
        <source>Everything goes there</source>
        <translation>Alles kommt dorthin</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>Not what was ordered</source>
        <translation>Nicht das Bestellte</translation>
    </message>
    <message>
        <source>Nothing is scanned yet</source>
        <translation>Noch nichts gescannt</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Scan what is made of it</source>
        <translation>Scannen, was daraus wird</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Genommen</translation>
    </message>
    <message>
        <source>Unknown code, kept</source>
        <translation>Unbekannter Code, behalten</translation>
    </message>
</context>
<context>
    <name>LetterKeys</name>
    <message>
        <source>Capital letter</source>
        <translation>Großbuchstabe</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Put the letters away</source>
        <translation>Tastatur ausblenden</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Take what is written</source>
        <translation>Geschriebenes übernehmen</translation>
    </message>
</context>
<context>
    <name>LineModel</name>
    <message>
        <source>no place has it</source>
        <translation>liegt nirgends</translation>
    </message>
</context>
<context>
    <name>Loading</name>
    <message numerus="yes">
        <source>%n goods are here</source>
        <translation>
            <numerusform>%n Artikel ist hier</numerusform>
            <numerusform>%n Artikel sind hier</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Goods and prices are coming</source>
        <translation>Waren und Preise kommen</translation>
    </message>
    <message>
        <source>It is written: {0}. Print it, keep it in the safe, and delete the file.</source>
        <translation>Es liegt hier: {0}. Drucken Sie es, legen Sie es in den Tresor und löschen Sie die Datei.</translation>
    </message>
    <message>
        <source>Loading goods</source>
        <translation>Waren werden geladen</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Wiederherstellungsblatt</translation>
    </message>
    <message>
        <source>Should this till lose its key, its recovery sheet opens its data again.</source>
        <translation>Verliert diese Kasse ihren Schlüssel, öffnet das Wiederherstellungsblatt ihre Daten wieder.</translation>
    </message>
    <message>
        <source>This till is admitted. From now on it also works without the line.</source>
        <translation>Diese Kasse ist zugelassen. Ab jetzt arbeitet sie auch ohne Verbindung.</translation>
    </message>
    <message>
        <source>Write the recovery sheet of this till</source>
        <translation>Das Wiederherstellungsblatt dieser Kasse schreiben</translation>
    </message>
    <message>
        <source>{done} of {total} MB</source>
        <translation>{done} von {total} MB</translation>
    </message>
</context>
<context>
    <name>LockedScans</name>
    <message>
        <source>A scan does nothing on this screen.</source>
        <translation>Auf dieser Seite bewirkt ein Scan nichts.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Put into the ticket</source>
        <translation>In den Bon übernehmen</translation>
    </message>
    <message>
        <source>Scans that came while the till was locked: {0}</source>
        <translation>Scans, während die Kasse gesperrt war: {0}</translation>
    </message>
    <message>
        <source>The till is locked. Scans kept until somebody signs in: {0}</source>
        <translation>Die Kasse ist gesperrt. Bis zur Anmeldung aufgehobene Scans: {0}</translation>
    </message>
</context>
<context>
    <name>LookKeys</name>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Gloves</source>
        <translation>Handschuhe</translation>
    </message>
    <message>
        <source>Keys at the</source>
        <translation>Tasten sind</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Look here</source>
        <translation>Hier ansehen</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Play: {0}</source>
        <translation>Abspielen: {0}</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Size of keys</source>
        <translation>Größe der Tasten</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Größe der Schrift</translation>
    </message>
    <message>
        <source>Sounds of scans</source>
        <translation>Töne beim Scannen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Halt</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>Zu viel</translation>
    </message>
    <message>
        <source>Touch</source>
        <translation>Finger</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <source>Customer&apos;s screen</source>
        <translation>Kundenbildschirm</translation>
    </message>
    <message>
        <source>Display {0}</source>
        <translation>Bildschirm {0}</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the mail settings</source>
        <translation>Mail-Einstellungen behalten</translation>
    </message>
    <message>
        <source>Kept among the secrets of this till, never shown.</source>
        <translation>Liegt bei den Geheimnissen dieser Kasse, wird nie gezeigt.</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation>Absenderadresse</translation>
    </message>
    <message>
        <source>Shown on</source>
        <translation>Gezeigt auf</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Where that display is missing, it is a window that can be moved.</source>
        <translation>Wo dieser Bildschirm fehlt, ist es ein Fenster zum Verschieben.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>MailSheet</name>
    <message>
        <source>Ask the customer first. It is sent as soon as there is a line.</source>
        <translation>Fragen Sie erst den Kunden. Gesendet wird, sobald eine Verbindung da ist.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send by e-mail</source>
        <translation>Per E-Mail senden</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
</context>
<context>
    <name>Matters</name>
    <message>
        <source>Book then</source>
        <translation>Buchbestand damals</translation>
    </message>
    <message>
        <source>Counted {0}</source>
        <translation>Gezählt {0}</translation>
    </message>
    <message>
        <source>If it stands</source>
        <translation>Wenn sie gilt</translation>
    </message>
    <message>
        <source>Moved since</source>
        <translation>Seither bewegt</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Bewegt</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Keine davon</translation>
    </message>
    <message>
        <source>Nothing moves.</source>
        <translation>Es ändert sich nichts.</translation>
    </message>
    <message>
        <source>The book has {0} now.</source>
        <translation>Der Buchbestand ist jetzt {0}.</translation>
    </message>
    <message>
        <source>counted {0}, the book has {1}</source>
        <translation>gezählt {0}, Buchbestand {1}</translation>
    </message>
</context>
<context>
    <name>MattersView</name>
    <message numerus="yes">
        <source>%n more when these are decided</source>
        <translation>
            <numerusform>Noch %n, wenn diese entschieden sind</numerusform>
            <numerusform>Noch %n, wenn diese entschieden sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved: {0}.</source>
        <translation>Genehmigt: {0}.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Decided: {0}, {1}.</source>
        <translation>Entschieden: {0}, {1}.</translation>
    </message>
    <message>
        <source>Decided: {0}. The book was right.</source>
        <translation>Entschieden: {0}. Der Buchbestand stimmte.</translation>
    </message>
    <message>
        <source>Not booked: {0}.</source>
        <translation>Nicht gebucht: {0}.</translation>
    </message>
    <message>
        <source>Note (may stay empty)</source>
        <translation>Notiz (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>Nichts wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>What do you decide?</source>
        <translation>Was entscheiden Sie?</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Üben</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>Auf Rechnung</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Store credit</source>
        <translation>Guthaben</translation>
    </message>
</context>
<context>
    <name>MoreSheet</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>NewCustomerSheet</name>
    <message>
        <source>Make the customer</source>
        <translation>Kunden anlegen</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
</context>
<context>
    <name>NoStart</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n Beleg</numerusform>
            <numerusform>%n Belege</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>Für den Support</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu tun</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>head {0}</source>
        <translation>Kopf {0}</translation>
    </message>
    <message>
        <source>no line since {0}</source>
        <translation>keine Verbindung seit {0}</translation>
    </message>
    <message>
        <source>nothing, all is sent</source>
        <translation>nichts, alles ist gesendet</translation>
    </message>
    <message>
        <source>the oldest entry is {0} old</source>
        <translation>der älteste Eintrag ist {0} alt</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>For the manager</source>
        <translation>Für die Leitung</translation>
    </message>
    <message>
        <source>No printer is set up: show this page, or take a picture of it.</source>
        <translation>Kein Drucker eingerichtet: diese Seite zeigen oder fotografieren.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Show this page, or print it.</source>
        <translation>Diese Seite zeigen oder drucken.</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Apply what is typed</source>
        <translation>Eingabe übernehmen</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rückschritt</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>So many times the next goods</source>
        <translation>So oft die nächste Ware</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>Count what lies in the drawer before the first sale.</source>
        <translation>Vor dem ersten Verkauf zählen, was in der Schublade liegt.</translation>
    </message>
    <message>
        <source>Open shift</source>
        <translation>Schicht öffnen</translation>
    </message>
    <message>
        <source>Open shift {0}</source>
        <translation>Schicht {0} öffnen</translation>
    </message>
    <message>
        <source>Print the last closing again</source>
        <translation>Den letzten Abschluss noch einmal drucken</translation>
    </message>
    <message>
        <source>Shift {number} was closed {when} by {who} with {cash} in cash.</source>
        <translation>Schicht {number} wurde {when} von {who} mit {cash} in bar geschlossen.</translation>
    </message>
    <message>
        <source>The closing was sent to the printer, marked as a copy.</source>
        <translation>Der Abschluss ging an den Drucker, als Kopie bezeichnet.</translation>
    </message>
</context>
<context>
    <name>PackView</name>
    <message>
        <source>Go on with another parcel</source>
        <translation>Mit dem nächsten Paket weitermachen</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
</context>
<context>
    <name>PadPage</name>
    <message>
        <source>Somebody else allows it</source>
        <translation>Jemand anders erlaubt es</translation>
    </message>
</context>
<context>
    <name>PaidTicket</name>
    <message>
        <source>Ticket</source>
        <translation>Verkauf</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Do not print</source>
        <translation>Nicht drucken</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Er ist da</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>Jetzt drucken</translation>
    </message>
</context>
<context>
    <name>ParkedSheet</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Parked sales</source>
        <translation>Geparkte Verkäufe</translation>
    </message>
    <message>
        <source>Quote until {0}</source>
        <translation>Angebot bis {0}</translation>
    </message>
    <message>
        <source>open at {0}</source>
        <translation>offen an {0}</translation>
    </message>
</context>
<context>
    <name>PaymentView</name>
    <message>
        <source>A scan does nothing while money is taken. Finish, or go back to the sale.</source>
        <translation>Ein Scan bewirkt nichts, solange kassiert wird. Abschließen oder zurück zum Verkauf.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Apply the typed amount</source>
        <translation>Den getippten Betrag übernehmen</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Payment methods</source>
        <translation>Zahlungsarten</translation>
    </message>
    <message>
        <source>The slip says that it was paid</source>
        <translation>Laut Beleg bezahlt</translation>
    </message>
    <message>
        <source>There is no slip of a payment</source>
        <translation>Es gibt keinen Zahlungsbeleg</translation>
    </message>
</context>
<context>
    <name>PdfSheet</name>
    <message>
        <source>Counted by rows; empty for none.</source>
        <translation>Reihenweise gezählt; leer: keine.</translation>
    </message>
    <message>
        <source>Labels as a PDF</source>
        <translation>Etiketten als PDF</translation>
    </message>
    <message>
        <source>Labels that are gone from the first sheet</source>
        <translation>Auf dem ersten Bogen schon verbraucht</translation>
    </message>
    <message>
        <source>Make the PDF</source>
        <translation>PDF erstellen</translation>
    </message>
    <message>
        <source>One a page</source>
        <translation>Eine je Seite</translation>
    </message>
    <message>
        <source>Sheets of A4</source>
        <translation>A4-Bögen</translation>
    </message>
    <message>
        <source>Write a number of labels, such as 5.</source>
        <translation>Eine Anzahl schreiben, etwa 5.</translation>
    </message>
</context>
<context>
    <name>Pending</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>Zentrale</translation>
    </message>
    <message>
        <source>Head office has to approve this till</source>
        <translation>Die Zentrale muss diese Kasse zulassen</translation>
    </message>
    <message>
        <source>Open the console of head office, choose Tills, compare the device and press Approve.</source>
        <translation>In der Konsole der Zentrale Kassen wählen, das Gerät vergleichen und Zulassen drücken.</translation>
    </message>
    <message>
        <source>This till asks again by itself every few seconds.</source>
        <translation>Diese Kasse fragt alle paar Sekunden von selbst wieder.</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Use another address</source>
        <translation>Eine andere Adresse verwenden</translation>
    </message>
</context>
<context>
    <name>PickSide</name>
    <message>
        <source>Another reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Choose what comes back</source>
        <translation>Wählen Sie, was zurückkommt</translation>
    </message>
    <message>
        <source>Condition: {0}. Press for the next.</source>
        <translation>Zustand: {0}. Für den nächsten drücken.</translation>
    </message>
    <message>
        <source>Enter applies it</source>
        <translation>Enter übernimmt es</translation>
    </message>
    <message>
        <source>Enter shows it</source>
        <translation>Enter zeigt ihn</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Everything of the receipt comes back</source>
        <translation>Alles vom Beleg kommt zurück</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>Defekt</translation>
    </message>
    <message>
        <source>Given back in all: {0}</source>
        <translation>Rückgabe insgesamt: {0}</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>Gefällt nicht</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Nothing of this line comes back</source>
        <translation>Von dieser Zeile kommt nichts zurück</translation>
    </message>
    <message>
        <source>Number of a receipt of this till</source>
        <translation>Nummer eines Belegs dieser Kasse</translation>
    </message>
    <message>
        <source>Onto the ticket</source>
        <translation>Auf den Verkauf</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>Auszahlen</translation>
    </message>
    <message>
        <source>Pay out at once</source>
        <translation>Sofort auszahlen</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>Take the typed quantity back, or all that is left</source>
        <translation>Die getippte Menge zurücknehmen, oder alles, was übrig ist</translation>
    </message>
    <message>
        <source>Why it comes back</source>
        <translation>Warum es zurückkommt</translation>
    </message>
    <message>
        <source>Wrong goods</source>
        <translation>Falsche Ware</translation>
    </message>
</context>
<context>
    <name>PickView</name>
    <message>
        <source>The place has too little</source>
        <translation>Am Platz liegt zu wenig</translation>
    </message>
    <message>
        <source>Too little</source>
        <translation>Zu wenig</translation>
    </message>
</context>
<context>
    <name>PortList</name>
    <message>
        <source>{0} (not there now)</source>
        <translation>{0} (gerade nicht da)</translation>
    </message>
</context>
<context>
    <name>PriceSheet</name>
    <message>
        <source>Agreed</source>
        <translation>Vereinbart</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Price on the shelf</source>
        <translation>Preis am Regal</translation>
    </message>
    <message>
        <source>Set the price</source>
        <translation>Preis setzen</translation>
    </message>
    <message>
        <source>{0} instead of {1}. It is written down who set the price and why.</source>
        <translation>{0} statt {1}. Wer den Preis setzt und warum, wird festgehalten.</translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Wie auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Asking the printer…</source>
        <translation>Der Drucker wird gefragt…</translation>
    </message>
    <message>
        <source>Empty: none are kept beside those on paper.</source>
        <translation>Leer: außer denen auf Papier wird keiner behalten.</translation>
    </message>
    <message>
        <source>Folder for receipts as PDF</source>
        <translation>Ordner für Belege als PDF</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the address</source>
        <translation>Die Adresse behalten</translation>
    </message>
    <message>
        <source>Language of receipts</source>
        <translation>Sprache der Belege</translation>
    </message>
    <message>
        <source>Letters in a line</source>
        <translation>Zeichen in einer Zeile</translation>
    </message>
    <message>
        <source>Letters the printer knows; drawn ones work on every printer</source>
        <translation>Zeichen, die der Drucker kennt; gezeichnete gehen auf jedem</translation>
    </message>
    <message>
        <source>Maker of the printer</source>
        <translation>Hersteller des Druckers</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Schublade öffnen</translation>
    </message>
    <message>
        <source>Print a test</source>
        <translation>Test drucken</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Sent. This printer does not say whether it printed: look at the paper.</source>
        <translation>Gesendet. Dieser Drucker sagt nicht, ob er gedruckt hat: auf das Papier sehen.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>The drawer hangs on the printer. A test slip is no sale; opening the drawer is on record.</source>
        <translation>Die Schublade hängt am Drucker. Ein Probedruck ist kein Verkauf; das Öffnen der Schublade wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>The drawer was told to open. Did it?</source>
        <translation>Die Schublade sollte aufgehen. Ist sie offen?</translation>
    </message>
    <message>
        <source>The printer says that it is done.</source>
        <translation>Der Drucker sagt, dass er fertig ist.</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>gezeichnet</translation>
    </message>
    <message>
        <source>tcp:192.168.1.50 · serial:COM3 · queue:NAME · file:/dev/usb/lp0 · empty without a printer</source>
        <translation>tcp:192.168.1.50 · serial:COM3 · queue:NAME · file:/dev/usb/lp0 · leer ohne Drucker</translation>
    </message>
</context>
<context>
    <name>PurseWords</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) are there, worth so much.</source>
        <translation>
            <numerusform>%n Punkt ist da, so viel ist er wert.</numerusform>
            <numerusform>%n Punkte sind da, so viel sind sie wert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Debt paid</source>
        <translation>Schuld bezahlt</translation>
    </message>
    <message>
        <source>Head office is asked …</source>
        <translation>Die Zentrale wird gefragt …</translation>
    </message>
    <message>
        <source>Into store credit</source>
        <translation>Auf Guthaben</translation>
    </message>
    <message>
        <source>It goes to the customer. Press the amount, or type less.</source>
        <translation>Das bekommt der Kunde gutgeschrieben. Den Betrag drücken oder weniger eintippen.</translation>
    </message>
    <message>
        <source>So much is there. Press the amount, or type less.</source>
        <translation>So viel ist da. Den Betrag drücken oder weniger eintippen.</translation>
    </message>
    <message>
        <source>So much may still be bought on account.</source>
        <translation>So viel kann noch auf Rechnung gekauft werden.</translation>
    </message>
    <message>
        <source>credit {0}</source>
        <translation>Guthaben {0}</translation>
    </message>
    <message>
        <source>owes {0}</source>
        <translation>offen {0}</translation>
    </message>
    <message>
        <source>owes {0} of {1}</source>
        <translation>offen {0} von {1}</translation>
    </message>
</context>
<context>
    <name>ReasonPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Too little: why? {0}</source>
        <translation>Zu wenig: warum? {0}</translation>
    </message>
    <message>
        <source>Why is the weight right?</source>
        <translation>Warum stimmt das Gewicht?</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Invoice {0}</source>
        <translation>Rechnung {0}</translation>
    </message>
    <message>
        <source>One parked sale, paid more than once: {0}</source>
        <translation>Ein geparkter Bon, mehrmals bezahlt: {0}</translation>
    </message>
    <message numerus="yes">
        <source>Printed again: %n time(s)</source>
        <translation>
            <numerusform>Noch einmal gedruckt: %n Mal</numerusform>
            <numerusform>Noch einmal gedruckt: %n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
    <message>
        <source>Signed, transaction {0}</source>
        <translation>Signiert, Transaktion {0}</translation>
    </message>
    <message>
        <source>This receipt was taken back.</source>
        <translation>Dieser Beleg ist storniert.</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>ReceiptModel</name>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>%n Kopie</numerusform>
            <numerusform>%n Kopien</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept back: this till was restored from a backup. Send it again if it is needed.</source>
        <translation>Zurückgehalten: Diese Kasse wurde aus einer Sicherung wiederhergestellt. Bei Bedarf erneut senden.</translation>
    </message>
    <message>
        <source>Mail not sent</source>
        <translation>Mail nicht gesendet</translation>
    </message>
    <message>
        <source>Mail sent</source>
        <translation>Mail gesendet</translation>
    </message>
    <message>
        <source>Mail waits</source>
        <translation>Mail wartet</translation>
    </message>
    <message>
        <source>The mail server cannot be reached; it is tried again.</source>
        <translation>Der Mailserver ist nicht erreichbar; es wird wieder versucht.</translation>
    </message>
    <message>
        <source>The mail server cannot be spoken to safely. Ask your administrator.</source>
        <translation>Mit dem Mailserver geht es nicht verschlüsselt. Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>The mail server does not accept our name and password.</source>
        <translation>Der Mailserver nimmt Namen und Passwort nicht an.</translation>
    </message>
    <message>
        <source>The mail server does not take this mail. Check the address.</source>
        <translation>Der Mailserver nimmt diese Mail nicht an. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>mail not sent</source>
        <translation>Mail nicht gesendet</translation>
    </message>
    <message>
        <source>mail sent</source>
        <translation>Mail gesendet</translation>
    </message>
    <message>
        <source>mail waits</source>
        <translation>Mail wartet</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>storniert</translation>
    </message>
</context>
<context>
    <name>ReceiptsView</name>
    <message>
        <source>Ask the terminal again</source>
        <translation>Terminal noch einmal fragen</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Find a receipt</source>
        <translation>Beleg suchen</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>Geschenkbeleg</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Invoice again</source>
        <translation>Rechnung noch einmal</translation>
    </message>
    <message>
        <source>Invoice {0} is made.</source>
        <translation>Rechnung {0} ist erstellt.</translation>
    </message>
    <message>
        <source>Money given back by hand</source>
        <translation>Geld von Hand zurückgegeben</translation>
    </message>
    <message>
        <source>Money taken by hand</source>
        <translation>Geld von Hand angenommen</translation>
    </message>
    <message>
        <source>No receipt fits “{0}”</source>
        <translation>Kein Beleg passt zu „{0}“</translation>
    </message>
    <message>
        <source>No receipts yet</source>
        <translation>Noch keine Belege</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the card got its money back; the receipt still stands.</source>
        <translation>Noch weiß niemand, ob die Karte ihr Geld zurück hat; der Beleg gilt weiter.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the card was charged; the receipt still stands.</source>
        <translation>Noch weiß niemand, ob die Karte belastet wurde; der Beleg gilt weiter.</translation>
    </message>
    <message>
        <source>Number, amount, time or day</source>
        <translation>Nummer, Betrag, Uhrzeit oder Tag</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>Printed again: copy {0}.</source>
        <translation>Noch einmal gedruckt: Kopie {0}.</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Return goods</source>
        <translation>Ware zurücknehmen</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Ältere zeigen</translation>
    </message>
    <message>
        <source>Take back whole</source>
        <translation>Ganz stornieren</translation>
    </message>
    <message>
        <source>The card terminal gave nothing back; the receipt still stands.</source>
        <translation>Das Kartenterminal hat nichts zurückgegeben; der Beleg gilt weiter.</translation>
    </message>
    <message>
        <source>The card terminal gives the money back</source>
        <translation>Das Kartenterminal gibt das Geld zurück</translation>
    </message>
    <message>
        <source>The card terminal takes the money again</source>
        <translation>Das Kartenterminal bucht das Geld wieder ab</translation>
    </message>
    <message>
        <source>The card was not charged; the receipt still stands.</source>
        <translation>Die Karte wurde nicht belastet; der Beleg gilt weiter.</translation>
    </message>
    <message>
        <source>The first sale of this till will stand here.</source>
        <translation>Hier steht der erste Verkauf dieser Kasse.</translation>
    </message>
    <message>
        <source>The gift receipt is printed.</source>
        <translation>Der Geschenkbeleg ist gedruckt.</translation>
    </message>
    <message>
        <source>The invoice is there once more: copy {0}.</source>
        <translation>Die Rechnung ist noch einmal da: Kopie {0}.</translation>
    </message>
    <message>
        <source>The mail to {0} is sent.</source>
        <translation>Die Mail an {0} ist gesendet.</translation>
    </message>
    <message>
        <source>The mail to {0} waits to be sent.</source>
        <translation>Die Mail an {0} wartet auf das Senden.</translation>
    </message>
    <message>
        <source>The receipt is taken back: {0}.</source>
        <translation>Der Beleg ist storniert: {0}.</translation>
    </message>
    <message>
        <source>There is no card terminal to charge the card; the receipt still stands.</source>
        <translation>Kein Kartenterminal ist da, die Karte zu belasten; der Beleg gilt weiter.</translation>
    </message>
    <message>
        <source>There is no card terminal to give the money back; the receipt still stands.</source>
        <translation>Kein Kartenterminal ist da, das Geld zurückzugeben; der Beleg gilt weiter.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try the number on the paper, the total, or the time.</source>
        <translation>Versuchen Sie Nummer, Summe oder Uhrzeit des Belegs.</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>A card payment of this ticket is missing.</source>
        <translation>Eine Kartenzahlung dieses Bons fehlt.</translation>
    </message>
    <message>
        <source>A cart holds {limit} lines at most.</source>
        <translation>Ein Verkauf hat höchstens {limit} Zeilen.</translation>
    </message>
    <message>
        <source>A cart is still in hand.</source>
        <translation>Ein Verkauf ist noch in Arbeit.</translation>
    </message>
    <message>
        <source>A case is more than one piece.</source>
        <translation>Ein Karton ist mehr als ein Stück.</translation>
    </message>
    <message>
        <source>A column lot may follow.</source>
        <translation>Eine Spalte lot darf folgen.</translation>
    </message>
    <message>
        <source>A customer has a name.</source>
        <translation>Ein Kunde hat einen Namen.</translation>
    </message>
    <message>
        <source>A discount must be more than zero.</source>
        <translation>Ein Rabatt muss größer als null sein.</translation>
    </message>
    <message>
        <source>A gift certificate comes back for money only against its receipt.</source>
        <translation>Ein Gutschein geht nur gegen seinen Beleg für Geld zurück.</translation>
    </message>
    <message>
        <source>A lot or serial number has {limit} characters at most.</source>
        <translation>Eine Chargen- oder Seriennummer hat höchstens {limit} Zeichen.</translation>
    </message>
    <message>
        <source>A manager asks head office why.</source>
        <translation>Die Leitung fragt in der Zentrale nach.</translation>
    </message>
    <message>
        <source>A manager can sign in meanwhile.</source>
        <translation>Inzwischen kann sich die Leitung anmelden.</translation>
    </message>
    <message>
        <source>A payment must be more than zero.</source>
        <translation>Eine Zahlung muss größer als null sein.</translation>
    </message>
    <message>
        <source>A photo is of goods that were marked.</source>
        <translation>Fotografiert wird Ware, die gekennzeichnet ist.</translation>
    </message>
    <message>
        <source>A photo is still being read.</source>
        <translation>Ein Foto wird noch gelesen.</translation>
    </message>
    <message>
        <source>A plate cannot stand on another plate.</source>
        <translation>Eine Palette kann nicht auf einer anderen stehen.</translation>
    </message>
    <message>
        <source>A price of your own needs a reason.</source>
        <translation>Ein eigener Preis braucht einen Grund.</translation>
    </message>
    <message>
        <source>A quantity must be more than zero.</source>
        <translation>Eine Menge muss größer als null sein.</translation>
    </message>
    <message>
        <source>A return needs a reason.</source>
        <translation>Eine Rückgabe braucht einen Grund.</translation>
    </message>
    <message>
        <source>A scan does nothing here.</source>
        <translation>Ein Scan bewirkt hier nichts.</translation>
    </message>
    <message>
        <source>A serial number is one piece.</source>
        <translation>Eine Seriennummer ist ein Stück.</translation>
    </message>
    <message>
        <source>A settings file cannot be read.</source>
        <translation>Eine Datei mit Einstellungen ist nicht lesbar.</translation>
    </message>
    <message>
        <source>A shift is open already.</source>
        <translation>Eine Schicht ist schon offen.</translation>
    </message>
    <message>
        <source>A tip goes with a sale.</source>
        <translation>Trinkgeld gibt es nur zu einem Verkauf.</translation>
    </message>
    <message>
        <source>A tip is no more than the goods cost.</source>
        <translation>Trinkgeld ist höchstens so viel, wie die Ware kostet.</translation>
    </message>
    <message>
        <source>A tip of {amount_minor} cannot be right.</source>
        <translation>Ein Trinkgeld von {amount_minor} kann nicht stimmen.</translation>
    </message>
    <message>
        <source>A void needs a reason.</source>
        <translation>Eine Rücknahme braucht einen Grund.</translation>
    </message>
    <message>
        <source>All of {scanned} is packed already.</source>
        <translation>Von {scanned} ist schon alles verpackt.</translation>
    </message>
    <message>
        <source>An invoice needs the address of the buyer.</source>
        <translation>Eine Rechnung braucht die Anschrift des Käufers.</translation>
    </message>
    <message>
        <source>An invoice needs the name of the buyer.</source>
        <translation>Eine Rechnung braucht den Namen des Käufers.</translation>
    </message>
    <message>
        <source>Another till takes goods of receipt {receipt} back just now.</source>
        <translation>Eine andere Kasse nimmt gerade Ware von Beleg {receipt} zurück.</translation>
    </message>
    <message>
        <source>Ask a manager to put it back on sale.</source>
        <translation>Die Leitung bitten, es wieder in den Verkauf zu nehmen.</translation>
    </message>
    <message>
        <source>Ask a manager to sign in.</source>
        <translation>Die Marktleitung soll sich anmelden.</translation>
    </message>
    <message>
        <source>Ask a manager.</source>
        <translation>Die Leitung fragen.</translation>
    </message>
    <message>
        <source>Ask an administrator, or connect this till to head office.</source>
        <translation>Die Administration fragen oder diese Kasse mit der Zentrale verbinden.</translation>
    </message>
    <message>
        <source>Ask for a new code, or have this till unblocked in the console.</source>
        <translation>Einen neuen Code verlangen oder die Kasse in der Konsole entsperren lassen.</translation>
    </message>
    <message>
        <source>Ask for another one.</source>
        <translation>Bitten Sie um einen anderen.</translation>
    </message>
    <message>
        <source>Ask head office for another one, and check date and time of this computer.</source>
        <translation>Bitten Sie die Zentrale um eine andere, und prüfen Sie Datum und Uhrzeit dieses Computers.</translation>
    </message>
    <message>
        <source>Ask head office for another one.</source>
        <translation>Bitten Sie die Zentrale um eine andere.</translation>
    </message>
    <message>
        <source>Ask head office for one.</source>
        <translation>Die Zentrale um einen bitten.</translation>
    </message>
    <message>
        <source>Ask head office to add it.</source>
        <translation>Die Zentrale bitten, es anzulegen.</translation>
    </message>
    <message>
        <source>Ask head office to change it.</source>
        <translation>Bitten Sie die Zentrale, ihn zu ändern.</translation>
    </message>
    <message>
        <source>Ask somebody with the right to allow it.</source>
        <translation>Bitten Sie jemanden, der es erlauben darf.</translation>
    </message>
    <message>
        <source>Ask somebody with the right to do it.</source>
        <translation>Jemanden bitten, der das darf.</translation>
    </message>
    <message>
        <source>Ask the terminal again, or put the ticket aside.</source>
        <translation>Fragen Sie das Terminal noch einmal oder legen Sie den Bon zurück.</translation>
    </message>
    <message>
        <source>Ask the terminal again; where it cannot say, a manager settles it by hand.</source>
        <translation>Fragen Sie das Terminal noch einmal; kann es nichts sagen, klärt es ein Manager von Hand.</translation>
    </message>
    <message>
        <source>Ask them, then tick it.</source>
        <translation>Fragen, dann ankreuzen.</translation>
    </message>
    <message>
        <source>Ask your administrator to set one.</source>
        <translation>Die Administration bitten, einen einzurichten.</translation>
    </message>
    <message>
        <source>Ask your administrator which one is right.</source>
        <translation>Fragen Sie Ihren Administrator, welche die richtige ist.</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>Die Administration fragen.</translation>
    </message>
    <message>
        <source>Begin a new one.</source>
        <translation>Beginnen Sie eine neue.</translation>
    </message>
    <message>
        <source>Begin a repacking.</source>
        <translation>Beginnen Sie ein Umpacken.</translation>
    </message>
    <message>
        <source>Change it, or leave it with Esc.</source>
        <translation>Ändern Sie etwas, oder verlassen Sie es mit Esc.</translation>
    </message>
    <message>
        <source>Charge it at the card terminal; where that cannot, a manager takes the money by hand.</source>
        <translation>Belasten Sie sie am Kartenterminal; kann es das nicht, nimmt ein Manager das Geld von Hand an.</translation>
    </message>
    <message>
        <source>Check prices and quantities.</source>
        <translation>Preise und Mengen prüfen.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Check the card or the name.</source>
        <translation>Prüfen Sie Karte oder Namen.</translation>
    </message>
    <message>
        <source>Check the code, or search for the goods.</source>
        <translation>Code prüfen oder die Ware suchen.</translation>
    </message>
    <message>
        <source>Check the code.</source>
        <translation>Prüfen Sie den Code.</translation>
    </message>
    <message>
        <source>Check the name of the file.</source>
        <translation>Den Dateinamen prüfen.</translation>
    </message>
    <message>
        <source>Check the number.</source>
        <translation>Prüfen Sie die Nummer.</translation>
    </message>
    <message>
        <source>Check the receipt number.</source>
        <translation>Die Belegnummer prüfen.</translation>
    </message>
    <message>
        <source>Check the setting photo_folder, or choose a file.</source>
        <translation>Die Einstellung photo_folder prüfen oder eine Datei wählen.</translation>
    </message>
    <message>
        <source>Check what was typed or scanned.</source>
        <translation>Prüfen, was getippt oder gescannt wurde.</translation>
    </message>
    <message>
        <source>Check what was typed.</source>
        <translation>Prüfen, was getippt wurde.</translation>
    </message>
    <message>
        <source>Check whether a barcode was typed as the amount.</source>
        <translation>Prüfen, ob ein Strichcode als Betrag getippt wurde.</translation>
    </message>
    <message>
        <source>Check whether a barcode was typed as the quantity.</source>
        <translation>Prüfen, ob ein Strichcode als Menge getippt wurde.</translation>
    </message>
    <message>
        <source>Choose a line and how much of it.</source>
        <translation>Wählen Sie eine Zeile und die Menge.</translation>
    </message>
    <message>
        <source>Choose a line of the cart.</source>
        <translation>Eine Zeile des Verkaufs wählen.</translation>
    </message>
    <message>
        <source>Choose a line of the receipt.</source>
        <translation>Wählen Sie eine Zeile des Belegs.</translation>
    </message>
    <message>
        <source>Choose a smaller label, or make a PDF.</source>
        <translation>Ein kleineres Etikett wählen oder ein PDF erstellen.</translation>
    </message>
    <message>
        <source>Choose a wider label.</source>
        <translation>Ein breiteres Etikett wählen.</translation>
    </message>
    <message>
        <source>Choose an order that expects goods.</source>
        <translation>Wählen Sie einen Auftrag, der Ware erwartet.</translation>
    </message>
    <message>
        <source>Choose another receipt.</source>
        <translation>Einen anderen Beleg wählen.</translation>
    </message>
    <message>
        <source>Choose another size.</source>
        <translation>Eine andere Größe wählen.</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>Einen anderen Wert wählen.</translation>
    </message>
    <message>
        <source>Choose one of the company&apos;s other shops.</source>
        <translation>Wählen Sie ein anderes Geschäft der Firma.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Einen aus der Liste wählen.</translation>
    </message>
    <message>
        <source>Choose one of them from the list.</source>
        <translation>Wählen Sie einen aus der Liste.</translation>
    </message>
    <message>
        <source>Choose one of: {reasons}.</source>
        <translation>Wählen Sie einen von: {reasons}.</translation>
    </message>
    <message>
        <source>Close it first.</source>
        <translation>Erst diese schließen.</translation>
    </message>
    <message>
        <source>Connect it to head office once.</source>
        <translation>Sie einmal mit der Zentrale verbinden.</translation>
    </message>
    <message>
        <source>Connect this till to head office; selling goes on.</source>
        <translation>Verbinden Sie diese Kasse mit der Zentrale; der Verkauf geht weiter.</translation>
    </message>
    <message>
        <source>Count once more, then go on.</source>
        <translation>Noch einmal zählen, dann weiter.</translation>
    </message>
    <message>
        <source>Count once more.</source>
        <translation>Zählen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Count the drawer and type the amount.</source>
        <translation>Die Schublade zählen und den Betrag tippen.</translation>
    </message>
    <message>
        <source>Count the drawer.</source>
        <translation>Die Schublade zählen.</translation>
    </message>
    <message>
        <source>Count the place first, or take less.</source>
        <translation>Zählen Sie zuerst den Platz, oder nehmen Sie weniger.</translation>
    </message>
    <message>
        <source>Counted money is never below zero.</source>
        <translation>Gezähltes Geld ist nie unter null.</translation>
    </message>
    <message>
        <source>Do not use it, and ask head office for another one.</source>
        <translation>Verwenden Sie sie nicht, und bitten Sie die Zentrale um eine andere.</translation>
    </message>
    <message>
        <source>Do the refill first, or pick it at once from where the goods lie.</source>
        <translation>Füllen Sie zuerst nach, oder holen Sie die Ware sofort dort, wo sie liegt.</translation>
    </message>
    <message>
        <source>Each piece counts once.</source>
        <translation>Jedes Stück zählt einmal.</translation>
    </message>
    <message>
        <source>Each piece of {goods} has a number.</source>
        <translation>Jedes Stück {goods} hat eine Nummer.</translation>
    </message>
    <message>
        <source>Everything arrived as it was sent.</source>
        <translation>Alles kam so an, wie es gesandt wurde.</translation>
    </message>
    <message>
        <source>Everything at once is taken only where goods are moved.</source>
        <translation>Alles auf einmal nimmt man nur beim Umlagern.</translation>
    </message>
    <message>
        <source>Everything is picked.</source>
        <translation>Alles ist kommissioniert.</translation>
    </message>
    <message>
        <source>Finish it there, or park it there again.</source>
        <translation>Dort abschließen oder dort wieder parken.</translation>
    </message>
    <message>
        <source>Finish it there, or try again in a quarter of an hour.</source>
        <translation>Beenden Sie es dort, oder versuchen Sie es in einer Viertelstunde noch einmal.</translation>
    </message>
    <message>
        <source>Finish the payment, or take the card payment back first.</source>
        <translation>Schließen Sie die Zahlung ab oder nehmen Sie zuerst die Kartenzahlung zurück.</translation>
    </message>
    <message>
        <source>Finish the picking.</source>
        <translation>Schließen Sie die Kommissionierung ab.</translation>
    </message>
    <message>
        <source>Finish the return first, or take the payment out of the ticket.</source>
        <translation>Zuerst die Rückgabe abschließen oder die Zahlung aus dem Beleg nehmen.</translation>
    </message>
    <message>
        <source>Finish the sale.</source>
        <translation>Schließen Sie den Verkauf ab.</translation>
    </message>
    <message>
        <source>Give it back at the card terminal; where that cannot, a manager gives it back by hand.</source>
        <translation>Geben Sie es am Kartenterminal zurück; kann es das nicht, gibt es ein Manager von Hand zurück.</translation>
    </message>
    <message>
        <source>Give less, or ask a manager to grant it.</source>
        <translation>Weniger geben oder die Leitung um Erlaubnis bitten.</translation>
    </message>
    <message>
        <source>Give the rest back in cash.</source>
        <translation>Geben Sie den Rest bar zurück.</translation>
    </message>
    <message>
        <source>Go on with the next.</source>
        <translation>Machen Sie mit dem nächsten weiter.</translation>
    </message>
    <message>
        <source>Go to the till to sell.</source>
        <translation>Zum Verkaufen zur Kasse wechseln.</translation>
    </message>
    <message>
        <source>Goods are in hand for {expected}.</source>
        <translation>Ware für {expected} ist in der Hand.</translation>
    </message>
    <message>
        <source>Goods are still in hand.</source>
        <translation>Es ist noch Ware in der Hand.</translation>
    </message>
    <message>
        <source>Goods are written off with a reason.</source>
        <translation>Ware wird mit einem Grund abgeschrieben.</translation>
    </message>
    <message>
        <source>Goods cannot be sent to {shop}.</source>
        <translation>An {shop} kann keine Ware gesandt werden.</translation>
    </message>
    <message>
        <source>Goods have this code already.</source>
        <translation>Eine Ware hat diesen Code schon.</translation>
    </message>
    <message>
        <source>Goods of receipt {receipt} have come back already.</source>
        <translation>Waren von Beleg {receipt} wurden schon zurückgegeben.</translation>
    </message>
    <message>
        <source>Goods were made already.</source>
        <translation>Es wurde schon Ware gemacht.</translation>
    </message>
    <message>
        <source>Goods were scanned before their place.</source>
        <translation>Ware wurde vor ihrem Platz gescannt.</translation>
    </message>
    <message>
        <source>Hand out exactly what was paid too much by card.</source>
        <translation>Genau das auszahlen, was mit Karte zu viel bezahlt wurde.</translation>
    </message>
    <message>
        <source>Have head office give them a code of the weight labels.</source>
        <translation>Die Zentrale soll ihm einen Code der Gewichtsetiketten geben.</translation>
    </message>
    <message>
        <source>Head office cannot be asked now, and this till takes no more of it unasked.</source>
        <translation>Die Zentrale ist gerade nicht zu fragen, und ungefragt nimmt diese Kasse nicht mehr davon an.</translation>
    </message>
    <message>
        <source>Head office cannot be asked now, and this till takes no more of this certificate unasked.</source>
        <translation>Die Zentrale ist jetzt nicht erreichbar, und ohne sie nimmt diese Kasse von diesem Gutschein nichts mehr an.</translation>
    </message>
    <message>
        <source>Head office cannot say now whether this certificate was used.</source>
        <translation>Die Zentrale kann gerade nicht sagen, ob dieser Gutschein eingelöst wurde.</translation>
    </message>
    <message>
        <source>Head office does not know this certificate.</source>
        <translation>Die Zentrale kennt diesen Gutschein nicht.</translation>
    </message>
    <message>
        <source>Head office does not know this code.</source>
        <translation>Die Zentrale kennt diesen Code nicht.</translation>
    </message>
    <message>
        <source>Head office does not know this customer any more.</source>
        <translation>Die Zentrale kennt diesen Kunden nicht mehr.</translation>
    </message>
    <message>
        <source>Head office does not let this till in.</source>
        <translation>Die Zentrale lässt diese Kasse nicht zu.</translation>
    </message>
    <message>
        <source>Head office has no such reason for writing goods off.</source>
        <translation>Diesen Grund zum Abschreiben hat die Zentrale nicht.</translation>
    </message>
    <message>
        <source>Head office has not counted the last uses of this coupon yet.</source>
        <translation>Die Zentrale hat die letzten Einlösungen dieses Gutscheincodes noch nicht gezählt.</translation>
    </message>
    <message>
        <source>Head office tells this to managers only.</source>
        <translation>Die Zentrale sagt das nur Marktleitern.</translation>
    </message>
    <message>
        <source>Head office was not reached for a long time: only an administrator may do this.</source>
        <translation>Die Zentrale war lange nicht erreichbar: das darf nur ein Administrator.</translation>
    </message>
    <message>
        <source>Head office was not reached for too long: this till sells and closes shifts, no more.</source>
        <translation>Die Zentrale war zu lange nicht erreichbar: diese Kasse verkauft und schließt Schichten, mehr nicht.</translation>
    </message>
    <message>
        <source>How much of {scanned} is it?</source>
        <translation>Wie viel {scanned} ist es?</translation>
    </message>
    <message>
        <source>It cannot be taken back for money; what is left on it still pays.</source>
        <translation>Für Geld geht er nicht zurück; mit dem Rest kann man noch zahlen.</translation>
    </message>
    <message>
        <source>It holds for ten minutes and works once: ask for another.</source>
        <translation>Er gilt zehn Minuten und nur einmal: einen neuen verlangen.</translation>
    </message>
    <message>
        <source>It may be done already, or not be here yet.</source>
        <translation>Vielleicht ist er schon erledigt oder noch nicht da.</translation>
    </message>
    <message>
        <source>Leave it to a colleague.</source>
        <translation>Überlassen Sie es einem Kollegen.</translation>
    </message>
    <message>
        <source>Leave the rest out.</source>
        <translation>Den Rest weglassen.</translation>
    </message>
    <message>
        <source>Look at a document first.</source>
        <translation>Erst einen Ausweis ansehen.</translation>
    </message>
    <message>
        <source>Look at it and pay again.</source>
        <translation>Ansehen und noch einmal bezahlen.</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Sehen Sie die Liste noch einmal an.</translation>
    </message>
    <message>
        <source>Look at the list of settings.</source>
        <translation>In die Liste der Einstellungen sehen.</translation>
    </message>
    <message>
        <source>Look at the name again.</source>
        <translation>Den Namen noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Look at the number again.</source>
        <translation>Prüfen Sie die Nummer.</translation>
    </message>
    <message>
        <source>Look at the number again; a manager should know.</source>
        <translation>Nummer noch einmal prüfen; die Leitung sollte es wissen.</translation>
    </message>
    <message>
        <source>Look at the number again; if the piece is not there, count that place first.</source>
        <translation>Prüfen Sie die Nummer; liegt das Stück nicht dort, zählen Sie zuerst diesen Platz.</translation>
    </message>
    <message>
        <source>Look them up once more.</source>
        <translation>Suchen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Make one first.</source>
        <translation>Erstellen Sie erst eine.</translation>
    </message>
    <message>
        <source>Mend or remove the file.</source>
        <translation>Die Datei berichtigen oder entfernen.</translation>
    </message>
    <message>
        <source>Money goes back to the customer here, so nothing can be paid in.</source>
        <translation>Hier geht Geld an den Kunden zurück, deshalb kann nichts eingezahlt werden.</translation>
    </message>
    <message>
        <source>Money is given back here, not taken.</source>
        <translation>Hier wird Geld zurückgegeben, nicht angenommen.</translation>
    </message>
    <message>
        <source>Money moved while the drawer was counted.</source>
        <translation>Während gezählt wurde, hat sich Geld bewegt.</translation>
    </message>
    <message>
        <source>More of receipt {receipt} has come back meanwhile.</source>
        <translation>Von Beleg {receipt} ist inzwischen mehr zurückgekommen.</translation>
    </message>
    <message>
        <source>More than {limit_milli} of one thing cannot be sold on one line.</source>
        <translation>Mehr als {limit_milli} von einer Sache geht nicht in eine Zeile.</translation>
    </message>
    <message>
        <source>Moving cash needs a reason.</source>
        <translation>Eine Einlage oder Entnahme braucht einen Grund.</translation>
    </message>
    <message>
        <source>Name an order to count.</source>
        <translation>Nennen Sie einen Zählauftrag.</translation>
    </message>
    <message>
        <source>Name it, for example Till 3.</source>
        <translation>Einen Namen geben, zum Beispiel Kasse 3.</translation>
    </message>
    <message>
        <source>Name or PIN is wrong.</source>
        <translation>Name oder PIN ist falsch.</translation>
    </message>
    <message>
        <source>Name the customer first.</source>
        <translation>Wählen Sie zuerst den Kunden.</translation>
    </message>
    <message>
        <source>Name the one that is for this till, or take the others away.</source>
        <translation>Geben Sie die für diese Kasse an, oder nehmen Sie die anderen weg.</translation>
    </message>
    <message>
        <source>No bin is in hand.</source>
        <translation>Kein Fach gewählt.</translation>
    </message>
    <message>
        <source>No code here waits for its goods.</source>
        <translation>Hier wartet kein Code auf seine Ware.</translation>
    </message>
    <message>
        <source>No goods lie at {place}: it only divides the warehouse.</source>
        <translation>Auf {place} liegt keine Ware: das teilt nur das Lager ein.</translation>
    </message>
    <message>
        <source>No invitation file was found.</source>
        <translation>Es wurde keine Einladungsdatei gefunden.</translation>
    </message>
    <message>
        <source>No label printer is set.</source>
        <translation>Es ist kein Etikettendrucker eingestellt.</translation>
    </message>
    <message>
        <source>No mail server is set.</source>
        <translation>Es ist kein Mailserver eingestellt.</translation>
    </message>
    <message>
        <source>No more than {left_minor} was paid by this method.</source>
        <translation>Auf diese Art wurden nicht mehr als {left_minor} bezahlt.</translation>
    </message>
    <message>
        <source>No more than {limit_milli} of {name} on one ticket.</source>
        <translation>Höchstens {limit_milli} von {name} auf einem Beleg.</translation>
    </message>
    <message>
        <source>No order takes all of this: {left_milli} go to {slot}.</source>
        <translation>Kein Auftrag nimmt das alles: {left_milli} in Fach {slot}.</translation>
    </message>
    <message>
        <source>No order waits for {scanned}.</source>
        <translation>{scanned}: kein Auftrag wartet darauf.</translation>
    </message>
    <message>
        <source>No place fits.</source>
        <translation>Kein Platz passt.</translation>
    </message>
    <message>
        <source>No place has such a code.</source>
        <translation>Kein Platz hat einen solchen Code.</translation>
    </message>
    <message>
        <source>No shift is open.</source>
        <translation>Keine Schicht ist offen.</translation>
    </message>
    <message>
        <source>Nobody has met the plate {plate} yet.</source>
        <translation>Die Palette {plate} ist noch niemandem begegnet.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the card terminal has moved the money.</source>
        <translation>Noch weiß niemand, ob das Kartenterminal das Geld bewegt hat.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the card was charged.</source>
        <translation>Noch weiß niemand, ob die Karte belastet wurde.</translation>
    </message>
    <message>
        <source>Nobody says what {goods} is made of.</source>
        <translation>Niemand sagt, woraus {goods} besteht.</translation>
    </message>
    <message>
        <source>Not packed yet: {missing}.</source>
        <translation>Noch nicht verpackt: {missing}.</translation>
    </message>
    <message>
        <source>Notes and coins are not the sum.</source>
        <translation>Scheine und Münzen ergeben nicht die Summe.</translation>
    </message>
    <message>
        <source>Nothing happened that opens the drawer.</source>
        <translation>Es ist nichts geschehen, das die Schublade öffnet.</translation>
    </message>
    <message>
        <source>Nothing has this code: {codes}.</source>
        <translation>Nichts hat diesen Code: {codes}.</translation>
    </message>
    <message>
        <source>Nothing is chosen to come back.</source>
        <translation>Es ist nichts zur Rückgabe gewählt.</translation>
    </message>
    <message>
        <source>Nothing is in hand.</source>
        <translation>Es ist nichts in der Hand.</translation>
    </message>
    <message>
        <source>Nothing is paid here.</source>
        <translation>Hier wird nichts bezahlt.</translation>
    </message>
    <message>
        <source>Nothing is received for this order.</source>
        <translation>Für diesen Auftrag wird nichts angenommen.</translation>
    </message>
    <message>
        <source>Nothing is to be counted for the order {order}.</source>
        <translation>Für den Auftrag {order} ist nichts zu zählen.</translation>
    </message>
    <message>
        <source>Nothing lies there.</source>
        <translation>Dort liegt nichts.</translation>
    </message>
    <message>
        <source>Nothing of this order is picked yet.</source>
        <translation>Von diesem Auftrag ist noch nichts kommissioniert.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was counted.</source>
        <translation>Es wurde nichts gezählt.</translation>
    </message>
    <message>
        <source>Nothing was counted. Mend them and import again.</source>
        <translation>Nichts wurde gezählt. Berichtigen und noch einmal einlesen.</translation>
    </message>
    <message>
        <source>Nothing was given back to the card.</source>
        <translation>Auf die Karte wurde nichts zurückgegeben.</translation>
    </message>
    <message>
        <source>Nothing was made of what was taken.</source>
        <translation>Aus dem Entnommenen wurde nichts.</translation>
    </message>
    <message>
        <source>Nothing was scanned.</source>
        <translation>Es wurde nichts gescannt.</translation>
    </message>
    <message>
        <source>Nothing was sold in this receipt.</source>
        <translation>Mit diesem Beleg wurde nichts verkauft.</translation>
    </message>
    <message>
        <source>Nothing was taken for what was made.</source>
        <translation>Für das Gemachte wurde nichts entnommen.</translation>
    </message>
    <message>
        <source>Of {name} only {left_milli} can still come back.</source>
        <translation>Von {name} kann nur noch {left_milli} zurückkommen.</translation>
    </message>
    <message>
        <source>Only a receipt of the open shift can be taken back whole.</source>
        <translation>Nur ein Beleg der offenen Schicht kann ganz zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Only an administrator may be able to write it: tell yours.</source>
        <translation>Nur ein Administrator darf sie schreiben können: Sagen Sie es ihm.</translation>
    </message>
    <message>
        <source>Only cash can be more than the total; take the exact amount.</source>
        <translation>Nur Bargeld darf mehr als die Summe sein; genau den Betrag nehmen.</translation>
    </message>
    <message>
        <source>Only head office knows this, and it does not answer now.</source>
        <translation>Das weiß nur die Zentrale, und sie antwortet gerade nicht.</translation>
    </message>
    <message>
        <source>Only {free_minor} is there.</source>
        <translation>Es sind nur {free_minor} da.</translation>
    </message>
    <message>
        <source>Only {owed_minor} is owed.</source>
        <translation>Offen sind nur {owed_minor}.</translation>
    </message>
    <message>
        <source>Open a shift first.</source>
        <translation>Erst eine Schicht öffnen.</translation>
    </message>
    <message>
        <source>Open it with a reason.</source>
        <translation>Mit einem Grund öffnen.</translation>
    </message>
    <message>
        <source>Open the payment again.</source>
        <translation>Öffnen Sie die Zahlung noch einmal.</translation>
    </message>
    <message>
        <source>Opening the drawer needs a reason.</source>
        <translation>Das Öffnen der Schublade braucht einen Grund.</translation>
    </message>
    <message>
        <source>Pay another way.</source>
        <translation>Bezahlen Sie auf andere Weise.</translation>
    </message>
    <message>
        <source>Pay the tip another way, or take it away.</source>
        <translation>Bezahlen Sie das Trinkgeld anders, oder nehmen Sie es weg.</translation>
    </message>
    <message>
        <source>Pay the total.</source>
        <translation>Bezahlen Sie die Summe.</translation>
    </message>
    <message>
        <source>Pay this one and open another.</source>
        <translation>Diesen bezahlen und einen neuen beginnen.</translation>
    </message>
    <message>
        <source>Pick it first.</source>
        <translation>Kommissionieren Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>Press “Make”, then scan what it became.</source>
        <translation>Drücken Sie „Machen“ und scannen Sie, was daraus wurde.</translation>
    </message>
    <message>
        <source>Print a label for the shelf.</source>
        <translation>Ein Etikett für das Regal drucken.</translation>
    </message>
    <message>
        <source>Print it at the till that has made it.</source>
        <translation>Drucken Sie sie an der Kasse, die sie erstellt hat.</translation>
    </message>
    <message>
        <source>Print that one again.</source>
        <translation>Drucken Sie diese noch einmal.</translation>
    </message>
    <message>
        <source>Print them in parts.</source>
        <translation>In Teilen drucken.</translation>
    </message>
    <message>
        <source>Put it aside, or finish and put it back.</source>
        <translation>Beiseitelegen, oder abschließen und zurücklegen.</translation>
    </message>
    <message>
        <source>Put it aside; it must not be sold.</source>
        <translation>Beiseitelegen; es darf nicht verkauft werden.</translation>
    </message>
    <message>
        <source>Put it aside; nobody picks or sells it until head office lets it go.</source>
        <translation>Beiseitelegen; niemand kommissioniert oder verkauft sie, bis die Zentrale sie freigibt.</translation>
    </message>
    <message>
        <source>Put it back.</source>
        <translation>Legen Sie es zurück.</translation>
    </message>
    <message>
        <source>Put it beside the program or on a USB stick, or name it.</source>
        <translation>Legen Sie sie neben das Programm oder auf einen USB-Stick, oder geben Sie sie an.</translation>
    </message>
    <message>
        <source>Put the customer on the ticket first.</source>
        <translation>Zuerst den Kunden in den Beleg aufnehmen.</translation>
    </message>
    <message>
        <source>Put the goods on the scale, or take the tare away.</source>
        <translation>Ware auflegen oder Tara entfernen.</translation>
    </message>
    <message>
        <source>Receipt {receipt} belongs to another shift.</source>
        <translation>Beleg {receipt} gehört zu einer anderen Schicht.</translation>
    </message>
    <message>
        <source>Receipt {receipt} is not known here, and head office cannot be asked now.</source>
        <translation>Beleg {receipt} ist hier nicht bekannt, und die Zentrale ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>Receipt {receipt} was taken back already.</source>
        <translation>Beleg {receipt} wurde schon zurückgenommen.</translation>
    </message>
    <message>
        <source>Receipt {receipt} was taken back whole already.</source>
        <translation>Beleg {receipt} wurde schon ganz storniert.</translation>
    </message>
    <message>
        <source>Receive it first.</source>
        <translation>Nehmen Sie sie zuerst an.</translation>
    </message>
    <message>
        <source>Register it with head office.</source>
        <translation>Sie bei der Zentrale anmelden.</translation>
    </message>
    <message>
        <source>Remove the line and have the product put right.</source>
        <translation>Die Zeile entfernen und den Artikel berichtigen lassen.</translation>
    </message>
    <message>
        <source>Remove the line instead.</source>
        <translation>Stattdessen die Zeile entfernen.</translation>
    </message>
    <message>
        <source>Rows cannot be taken: {rows}.</source>
        <translation>Zeilen sind nicht zu übernehmen: {rows}.</translation>
    </message>
    <message>
        <source>Say how many are inside.</source>
        <translation>Sagen Sie, wie viele darin sind.</translation>
    </message>
    <message>
        <source>Say how you know.</source>
        <translation>Sagen Sie, woher Sie das wissen.</translation>
    </message>
    <message>
        <source>Say its number, or none.</source>
        <translation>Nennen Sie ihre Nummer oder none.</translation>
    </message>
    <message>
        <source>Say what became of them.</source>
        <translation>Sagen Sie, was aus ihr geworden ist.</translation>
    </message>
    <message>
        <source>Say what for.</source>
        <translation>Sagen, wofür.</translation>
    </message>
    <message>
        <source>Say what happened.</source>
        <translation>Sagen Sie, was geschehen ist.</translation>
    </message>
    <message>
        <source>Say which of them it is, or scan its article number.</source>
        <translation>Sagen Sie, welche es ist, oder scannen Sie die Artikelnummer.</translation>
    </message>
    <message>
        <source>Say why it comes back.</source>
        <translation>Sagen Sie, warum es zurückkommt.</translation>
    </message>
    <message>
        <source>Say why it is taken all the same.</source>
        <translation>Sagen Sie, warum es trotzdem angenommen wird.</translation>
    </message>
    <message>
        <source>Say why it is taken back.</source>
        <translation>Sagen, warum zurückgenommen wird.</translation>
    </message>
    <message>
        <source>Say why the parcel weighs what it does.</source>
        <translation>Sagen, warum das Paket so viel wiegt.</translation>
    </message>
    <message>
        <source>Say why, for each of them or for all.</source>
        <translation>Geben Sie den Grund an, je Zeile oder einen für alle.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Sagen Sie, warum.</translation>
    </message>
    <message>
        <source>Scan a bin.</source>
        <translation>Scannen Sie ein Lagerfach.</translation>
    </message>
    <message>
        <source>Scan a place and what lies there.</source>
        <translation>Scannen Sie einen Platz und was dort liegt.</translation>
    </message>
    <message>
        <source>Scan a single piece, or have the case added to the catalogue.</source>
        <translation>Ein einzelnes Stück scannen oder den Karton im Katalog anlegen lassen.</translation>
    </message>
    <message>
        <source>Scan another place.</source>
        <translation>Scannen Sie einen anderen Platz.</translation>
    </message>
    <message>
        <source>Scan every label once.</source>
        <translation>Jedes Etikett einmal scannen.</translation>
    </message>
    <message>
        <source>Scan every piece once.</source>
        <translation>Jedes Stück einmal scannen.</translation>
    </message>
    <message>
        <source>Scan every piece.</source>
        <translation>Jedes Stück scannen.</translation>
    </message>
    <message>
        <source>Scan fewer at a time.</source>
        <translation>In kleineren Mengen scannen.</translation>
    </message>
    <message>
        <source>Scan goods that are known, or type their article number.</source>
        <translation>Bekannte Ware scannen oder ihre Artikelnummer tippen.</translation>
    </message>
    <message>
        <source>Scan goods, or choose some.</source>
        <translation>Artikel scannen oder auswählen.</translation>
    </message>
    <message>
        <source>Scan it once more; if this stays, test the scanner in Settings.</source>
        <translation>Noch einmal scannen; bleibt es so, den Scanner in den Einstellungen prüfen.</translation>
    </message>
    <message>
        <source>Scan it, or say that it does not come.</source>
        <translation>Scannen Sie es, oder sagen Sie, dass es nicht kommt.</translation>
    </message>
    <message>
        <source>Scan it, or type it as it is printed.</source>
        <translation>Scannen Sie ihn oder tippen Sie ihn ab, wie er gedruckt ist.</translation>
    </message>
    <message>
        <source>Scan its receipt, or let the customer keep it.</source>
        <translation>Seinen Beleg scannen, oder der Kunde behält ihn.</translation>
    </message>
    <message>
        <source>Scan or type it as it is printed.</source>
        <translation>Scannen oder tippen, wie gedruckt.</translation>
    </message>
    <message>
        <source>Scan something first.</source>
        <translation>Erst etwas scannen.</translation>
    </message>
    <message>
        <source>Scan the barcode once more.</source>
        <translation>Scannen Sie den Strichcode noch einmal.</translation>
    </message>
    <message>
        <source>Scan the bin first.</source>
        <translation>Scannen Sie zuerst das Fach.</translation>
    </message>
    <message>
        <source>Scan the card.</source>
        <translation>Die Karte scannen.</translation>
    </message>
    <message>
        <source>Scan the code first.</source>
        <translation>Zuerst den Code scannen.</translation>
    </message>
    <message>
        <source>Scan the goods again at the prices of today.</source>
        <translation>Ware neu scannen, zu den Preisen von heute.</translation>
    </message>
    <message>
        <source>Scan the goods and the mark first: CMD:DAMAGED or CMD:WRONG.</source>
        <translation>Zuerst die Ware und das Kennzeichen scannen: CMD:DAMAGED oder CMD:WRONG.</translation>
    </message>
    <message>
        <source>Scan the goods first, then the mark.</source>
        <translation>Scannen Sie erst die Ware, dann die Markierung.</translation>
    </message>
    <message>
        <source>Scan the goods if it was not.</source>
        <translation>Falls nicht, die Artikel scannen.</translation>
    </message>
    <message>
        <source>Scan the goods one by one.</source>
        <translation>Scannen Sie die Ware Stück für Stück.</translation>
    </message>
    <message>
        <source>Scan the goods, say that they are damaged, then take a photo.</source>
        <translation>Scannen Sie die Ware, melden Sie sie als beschädigt, dann machen Sie ein Foto.</translation>
    </message>
    <message>
        <source>Scan the next customer.</source>
        <translation>Den nächsten Kunden bedienen.</translation>
    </message>
    <message>
        <source>Scan the pieces themselves.</source>
        <translation>Scannen Sie die Stücke selbst.</translation>
    </message>
    <message>
        <source>Scan the place first.</source>
        <translation>Scannen Sie zuerst den Platz.</translation>
    </message>
    <message>
        <source>Scan the place where the goods lie.</source>
        <translation>Scannen Sie den Platz, an dem die Ware liegt.</translation>
    </message>
    <message>
        <source>Scan the place where you put them.</source>
        <translation>Scannen Sie den Platz, an den Sie sie legen.</translation>
    </message>
    <message>
        <source>Scan the place {expected} first.</source>
        <translation>Scannen Sie zuerst den Platz {expected}.</translation>
    </message>
    <message>
        <source>Scan the right tote.</source>
        <translation>Scannen Sie den richtigen Behälter.</translation>
    </message>
    <message>
        <source>Scan the tote first.</source>
        <translation>Scannen Sie zuerst den Behälter.</translation>
    </message>
    <message>
        <source>Scan what it was made of.</source>
        <translation>Scannen Sie, woraus es gemacht wurde.</translation>
    </message>
    <message>
        <source>Search for the goods by name.</source>
        <translation>Den Artikel nach Namen suchen.</translation>
    </message>
    <message>
        <source>See `eckwms label --jobs`.</source>
        <translation>Siehe `eckwms label --jobs`.</translation>
    </message>
    <message>
        <source>Sell a gift certificate instead.</source>
        <translation>Stattdessen einen Gutschein verkaufen.</translation>
    </message>
    <message>
        <source>Sell it there, or update this till.</source>
        <translation>Dort verkaufen oder diese Kasse aktualisieren.</translation>
    </message>
    <message>
        <source>Sell it, park it or empty it first.</source>
        <translation>Erst verkaufen, parken oder leeren.</translation>
    </message>
    <message>
        <source>Sell something first.</source>
        <translation>Erst etwas verkaufen.</translation>
    </message>
    <message>
        <source>Sell the parts one by one, and tell head office.</source>
        <translation>Teile einzeln verkaufen und der Zentrale melden.</translation>
    </message>
    <message>
        <source>Sell without it.</source>
        <translation>Verkaufen Sie ohne ihn.</translation>
    </message>
    <message>
        <source>Serial number {serial} is on this ticket already.</source>
        <translation>Seriennummer {serial} ist schon auf diesem Beleg.</translation>
    </message>
    <message>
        <source>Set one in Settings, or make a PDF.</source>
        <translation>In den Einstellungen festlegen oder ein PDF erstellen.</translation>
    </message>
    <message>
        <source>Several orders have the number {order}.</source>
        <translation>Mehrere Aufträge haben die Nummer {order}.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen Sie es.</translation>
    </message>
    <message>
        <source>Sign in with your PIN.</source>
        <translation>Mit der PIN anmelden.</translation>
    </message>
    <message>
        <source>So little holds nothing of {sku}.</source>
        <translation>So wenig enthält nichts von {sku}.</translation>
    </message>
    <message>
        <source>Somebody decided it already.</source>
        <translation>Das hat schon jemand entschieden.</translation>
    </message>
    <message>
        <source>Somebody else counts this once more.</source>
        <translation>Das zählt jemand anderes noch einmal.</translation>
    </message>
    <message>
        <source>Somebody else has to approve it.</source>
        <translation>Jemand anders muss es genehmigen.</translation>
    </message>
    <message>
        <source>Something of this certificate was used already, or is just being used.</source>
        <translation>Von diesem Gutschein wurde schon etwas eingelöst oder wird es gerade.</translation>
    </message>
    <message>
        <source>Take another card.</source>
        <translation>Eine andere Karte nehmen.</translation>
    </message>
    <message>
        <source>Take back less, or nothing.</source>
        <translation>Nehmen Sie weniger zurück, oder nichts.</translation>
    </message>
    <message>
        <source>Take cash or a card for it.</source>
        <translation>Bargeld oder Karte dafür nehmen.</translation>
    </message>
    <message>
        <source>Take it apart and scan every piece again, or say that the weight is right.</source>
        <translation>Packen Sie es aus und scannen Sie jedes Stück neu, oder bestätigen Sie das Gewicht.</translation>
    </message>
    <message>
        <source>Take it back when the line is there again.</source>
        <translation>Zurücknehmen, wenn die Leitung wieder da ist.</translation>
    </message>
    <message>
        <source>Take it off, and stick the right one.</source>
        <translation>Abnehmen und den richtigen aufkleben.</translation>
    </message>
    <message>
        <source>Take it only when they cannot do it.</source>
        <translation>Nur nehmen, wenn sie nicht können.</translation>
    </message>
    <message>
        <source>Take it over only when you know that they left it.</source>
        <translation>Übernehmen Sie nur, wenn Sie wissen, dass es liegen blieb.</translation>
    </message>
    <message>
        <source>Take it with fewer pixels.</source>
        <translation>Mit weniger Bildpunkten aufnehmen.</translation>
    </message>
    <message>
        <source>Take less, and the rest another way.</source>
        <translation>Weniger nehmen, den Rest auf anderem Weg.</translation>
    </message>
    <message>
        <source>Take less.</source>
        <translation>Weniger nehmen.</translation>
    </message>
    <message>
        <source>Take more of it.</source>
        <translation>Nehmen Sie mehr davon.</translation>
    </message>
    <message>
        <source>Take no more than that.</source>
        <translation>Nicht mehr als das annehmen.</translation>
    </message>
    <message>
        <source>Take one back first.</source>
        <translation>Zuerst eines zurücknehmen.</translation>
    </message>
    <message>
        <source>Take only what is wanted.</source>
        <translation>Nehmen Sie nur, was gebraucht wird.</translation>
    </message>
    <message>
        <source>Take the goods first, then scan their tote.</source>
        <translation>Nehmen Sie erst die Ware, dann scannen Sie den Behälter.</translation>
    </message>
    <message>
        <source>Take the goods from another place.</source>
        <translation>Nehmen Sie die Ware von einem anderen Platz.</translation>
    </message>
    <message>
        <source>Take the last amount back and give exactly what is left.</source>
        <translation>Nehmen Sie den letzten Betrag zurück und geben Sie genau den Rest.</translation>
    </message>
    <message>
        <source>Take the one that expires first.</source>
        <translation>Nehmen Sie die, die zuerst abläuft.</translation>
    </message>
    <message>
        <source>Take the picture again.</source>
        <translation>Das Bild noch einmal aufnehmen.</translation>
    </message>
    <message>
        <source>Take the picture first.</source>
        <translation>Zuerst das Bild aufnehmen.</translation>
    </message>
    <message>
        <source>Take the rest back as a return.</source>
        <translation>Nehmen Sie den Rest als Rückgabe an.</translation>
    </message>
    <message>
        <source>Take the rest of the payment.</source>
        <translation>Den Rest der Zahlung nehmen.</translation>
    </message>
    <message>
        <source>Take the return out and look at the receipt again.</source>
        <translation>Nehmen Sie die Rückgabe heraus und sehen Sie den Beleg noch einmal an.</translation>
    </message>
    <message>
        <source>Take the scan back, or have head office add the code.</source>
        <translation>Nehmen Sie den Scan zurück oder lassen Sie den Code anlegen.</translation>
    </message>
    <message>
        <source>Take the shop&apos;s own money.</source>
        <translation>Nehmen Sie das Geld des Ladens an.</translation>
    </message>
    <message>
        <source>Take them back and scan the place first.</source>
        <translation>Nehmen Sie sie zurück und scannen Sie zuerst den Platz.</translation>
    </message>
    <message>
        <source>Take them back, or finish.</source>
        <translation>Nehmen Sie das zurück oder schließen Sie ab.</translation>
    </message>
    <message>
        <source>The address of head office is missing.</source>
        <translation>Die Adresse der Zentrale fehlt.</translation>
    </message>
    <message>
        <source>The amount must not be zero.</source>
        <translation>Der Betrag darf nicht null sein.</translation>
    </message>
    <message>
        <source>The books do not have that much at {place}: {name}.</source>
        <translation>So viel ist an {place} nicht gebucht: {name}.</translation>
    </message>
    <message>
        <source>The books have the piece {serial} already, at {place}.</source>
        <translation>Das Stück {serial} steht schon im Bestand, auf {place}.</translation>
    </message>
    <message>
        <source>The buyer&apos;s data are not at this till.</source>
        <translation>Die Daten des Käufers sind nicht an dieser Kasse.</translation>
    </message>
    <message>
        <source>The card has not got its money back: {amount_minor}.</source>
        <translation>Die Karte hat ihr Geld noch nicht zurück: {amount_minor}.</translation>
    </message>
    <message>
        <source>The card keeps the money that the return gave it: {amount_minor}.</source>
        <translation>Die Karte behält noch das Geld aus der Rückgabe: {amount_minor}.</translation>
    </message>
    <message>
        <source>The card terminal is busy.</source>
        <translation>Das Kartenterminal ist beschäftigt.</translation>
    </message>
    <message>
        <source>The card was not charged.</source>
        <translation>Die Karte wurde nicht belastet.</translation>
    </message>
    <message>
        <source>The cash was not counted.</source>
        <translation>Das Bargeld wurde nicht gezählt.</translation>
    </message>
    <message>
        <source>The file of the fixed settings can be changed by anybody.</source>
        <translation>Die Datei der festgelegten Einstellungen kann jeder ändern.</translation>
    </message>
    <message>
        <source>The first row has to name the columns place, code and quantity.</source>
        <translation>Die erste Zeile muss die Spalten place, code und quantity nennen.</translation>
    </message>
    <message>
        <source>The float is never below zero.</source>
        <translation>Das Wechselgeld ist nie unter null.</translation>
    </message>
    <message>
        <source>The float was not typed.</source>
        <translation>Das Wechselgeld wurde nicht getippt.</translation>
    </message>
    <message>
        <source>The folder {folder} of the camera cannot be read.</source>
        <translation>Der Ordner {folder} der Kamera ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The goods are there already.</source>
        <translation>Die Ware liegt schon dort.</translation>
    </message>
    <message>
        <source>The label carries no price.</source>
        <translation>Das Etikett trägt keinen Preis.</translation>
    </message>
    <message>
        <source>The label is too narrow for the bars of a pallet.</source>
        <translation>Das Etikett ist zu schmal für den Strichcode einer Palette.</translation>
    </message>
    <message>
        <source>The label says how much this is.</source>
        <translation>Das Etikett sagt, wie viel es ist.</translation>
    </message>
    <message>
        <source>The packaging weighs as much as what is on the scale.</source>
        <translation>Die Verpackung wiegt so viel wie das, was auf der Waage liegt.</translation>
    </message>
    <message>
        <source>The parcel weighs {weight_g} g and should weigh {expected_g} g.</source>
        <translation>Das Paket wiegt {weight_g} g und sollte {expected_g} g wiegen.</translation>
    </message>
    <message>
        <source>The parcel weighs {weight_g} g; what is known of it alone weighs {expected_g} g.</source>
        <translation>Das Paket wiegt {weight_g} g; was davon bekannt ist, wiegt allein {expected_g} g.</translation>
    </message>
    <message>
        <source>The picture {file} is too large.</source>
        <translation>Das Bild {file} ist zu groß.</translation>
    </message>
    <message>
        <source>The piece with serial number {serial} was sold here already.</source>
        <translation>Das Stück mit der Seriennummer {serial} wurde hier schon verkauft.</translation>
    </message>
    <message>
        <source>The piece {serial} was scanned already.</source>
        <translation>Das Stück {serial} wurde schon gescannt.</translation>
    </message>
    <message>
        <source>The scanner sent something that is no code.</source>
        <translation>Der Scanner hat etwas gesendet, das kein Code ist.</translation>
    </message>
    <message>
        <source>The shop has no place for this.</source>
        <translation>Das Geschäft hat dafür keinen Platz.</translation>
    </message>
    <message>
        <source>The shop has no rule for weight labels of these goods.</source>
        <translation>Das Geschäft hat keine Regel für Gewichtsetiketten dieses Artikels.</translation>
    </message>
    <message>
        <source>The terminal has answered meanwhile.</source>
        <translation>Das Terminal hat inzwischen geantwortet.</translation>
    </message>
    <message>
        <source>The total is no longer what was shown.</source>
        <translation>Die Summe ist nicht mehr die angezeigte.</translation>
    </message>
    <message>
        <source>Then scan the goods.</source>
        <translation>Dann scannen Sie die Ware.</translation>
    </message>
    <message>
        <source>There are no goods to mark.</source>
        <translation>Es gibt keine Ware zum Markieren.</translation>
    </message>
    <message>
        <source>There are no labels to print.</source>
        <translation>Es gibt keine Etiketten zu drucken.</translation>
    </message>
    <message>
        <source>There are {photos} photos of these goods already.</source>
        <translation>Von dieser Ware gibt es schon {photos} Fotos.</translation>
    </message>
    <message>
        <source>There is more than one invitation file: {names}</source>
        <translation>Es gibt mehr als eine Einladungsdatei: {names}</translation>
    </message>
    <message>
        <source>There is no open order {order}.</source>
        <translation>Es gibt keinen offenen Auftrag {order}.</translation>
    </message>
    <message>
        <source>There is no picture in {folder}.</source>
        <translation>In {folder} ist kein Bild.</translation>
    </message>
    <message>
        <source>There is no rate for {currency} here.</source>
        <translation>Für {currency} gibt es hier keinen Kurs.</translation>
    </message>
    <message>
        <source>There is no sale in this shift to take back.</source>
        <translation>In dieser Schicht gibt es keinen Verkauf zum Zurücknehmen.</translation>
    </message>
    <message>
        <source>There is no such count.</source>
        <translation>Diese Zählung gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such coupon.</source>
        <translation>Diesen Gutscheincode gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such label.</source>
        <translation>Ein solches Etikett gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such print job.</source>
        <translation>Diesen Druckauftrag gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such sale at this till.</source>
        <translation>Einen solchen Verkauf gibt es an dieser Kasse nicht.</translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation>Eine solche Einstellung gibt es nicht.</translation>
    </message>
    <message>
        <source>There is not so much cash in the drawer.</source>
        <translation>So viel Bargeld ist nicht in der Schublade.</translation>
    </message>
    <message>
        <source>There is nothing in the cart.</source>
        <translation>Es ist nichts im Verkauf.</translation>
    </message>
    <message>
        <source>There is nothing left on this certificate.</source>
        <translation>Auf diesem Gutschein ist nichts mehr.</translation>
    </message>
    <message>
        <source>There is nothing left to pay.</source>
        <translation>Es ist nichts mehr zu bezahlen.</translation>
    </message>
    <message>
        <source>There is nothing to decide.</source>
        <translation>Es gibt nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>These are more labels than one job may have.</source>
        <translation>Das sind mehr Etiketten, als ein Auftrag haben darf.</translation>
    </message>
    <message>
        <source>These goods are not sold by weight.</source>
        <translation>Dieser Artikel wird nicht nach Gewicht verkauft.</translation>
    </message>
    <message>
        <source>These keys cannot be: {what}</source>
        <translation>Diese Tasten gehen nicht: {what}</translation>
    </message>
    <message>
        <source>This address cannot be one of a device.</source>
        <translation>Das kann keine Adresse eines Geräts sein.</translation>
    </message>
    <message>
        <source>This address cannot be used.</source>
        <translation>Diese Adresse ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>This amount is too large to be true.</source>
        <translation>Dieser Betrag ist zu groß, um wahr zu sein.</translation>
    </message>
    <message>
        <source>This can be several customers: {names}.</source>
        <translation>Das können mehrere Kunden sein: {names}.</translation>
    </message>
    <message>
        <source>This card belongs to {name}.</source>
        <translation>Diese Karte gehört {name}.</translation>
    </message>
    <message>
        <source>This cart is sold already.</source>
        <translation>Das ist schon verkauft.</translation>
    </message>
    <message>
        <source>This certificate has expired.</source>
        <translation>Dieser Gutschein ist abgelaufen.</translation>
    </message>
    <message>
        <source>This certificate is in another currency.</source>
        <translation>Dieser Gutschein lautet auf eine andere Währung.</translation>
    </message>
    <message>
        <source>This certificate was closed.</source>
        <translation>Dieser Gutschein wurde gesperrt.</translation>
    </message>
    <message>
        <source>This changes nothing.</source>
        <translation>Das ändert nichts.</translation>
    </message>
    <message>
        <source>This code is on several goods: {names}.</source>
        <translation>Dieser Code steht auf mehreren Artikeln: {names}.</translation>
    </message>
    <message>
        <source>This coupon does not hold yet.</source>
        <translation>Dieser Gutscheincode gilt noch nicht.</translation>
    </message>
    <message>
        <source>This coupon has run out.</source>
        <translation>Dieser Gutscheincode ist abgelaufen.</translation>
    </message>
    <message>
        <source>This coupon is for known customers.</source>
        <translation>Dieser Gutscheincode gilt für bekannte Kunden.</translation>
    </message>
    <message>
        <source>This coupon is in the cart already.</source>
        <translation>Dieser Gutscheincode ist schon im Warenkorb.</translation>
    </message>
    <message>
        <source>This coupon was redeemed already.</source>
        <translation>Dieser Gutscheincode wurde schon eingelöst.</translation>
    </message>
    <message>
        <source>This customer has redeemed this coupon already.</source>
        <translation>Dieser Kunde hat diesen Gutscheincode schon eingelöst.</translation>
    </message>
    <message>
        <source>This customer is not known here any more.</source>
        <translation>Dieser Kunde ist hier nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>This customer owes nothing on account.</source>
        <translation>Dieser Kunde hat nichts offen.</translation>
    </message>
    <message>
        <source>This customer&apos;s account is in another currency.</source>
        <translation>Das Konto dieses Kunden ist in einer anderen Währung.</translation>
    </message>
    <message>
        <source>This discount is more than the {limit_ppm} that you may give.</source>
        <translation>Dieser Rabatt ist mehr als die {limit_ppm}, die Sie geben dürfen.</translation>
    </message>
    <message>
        <source>This expires too soon: {products}.</source>
        <translation>Das läuft zu bald ab: {products}.</translation>
    </message>
    <message>
        <source>This invitation has expired.</source>
        <translation>Diese Einladung ist abgelaufen.</translation>
    </message>
    <message>
        <source>This invitation is not from the head office that this till belongs to.</source>
        <translation>Diese Einladung ist nicht von der Zentrale, zu der diese Kasse gehört.</translation>
    </message>
    <message>
        <source>This invitation was changed after head office had signed it.</source>
        <translation>Diese Einladung wurde geändert, nachdem die Zentrale sie unterschrieben hatte.</translation>
    </message>
    <message>
        <source>This invitation was used already: it lets one till in, once.</source>
        <translation>Diese Einladung wurde schon verwendet: Sie lässt eine Kasse ein, einmal.</translation>
    </message>
    <message>
        <source>This is a case of {name}; how many are inside is not known.</source>
        <translation>Das ist ein Karton {name}; wie viele darin sind, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This is for goods that are repacked.</source>
        <translation>Das gilt nur beim Umpacken.</translation>
    </message>
    <message>
        <source>This is less than was ordered: line {lines}.</source>
        <translation>Das ist weniger als bestellt: Zeile {lines}.</translation>
    </message>
    <message>
        <source>This is less than {amount_minor}.</source>
        <translation>Das ist weniger als {amount_minor}.</translation>
    </message>
    <message>
        <source>This is longer than an invoice holds.</source>
        <translation>Das ist länger, als auf eine Rechnung passt.</translation>
    </message>
    <message>
        <source>This is lot {scanned}. Take lot {expected}.</source>
        <translation>Das ist Charge {scanned}. Nehmen Sie Charge {expected}.</translation>
    </message>
    <message>
        <source>This is more than is wanted here.</source>
        <translation>Das ist mehr, als hier gebraucht wird.</translation>
    </message>
    <message>
        <source>This is more than was ordered: line {lines}.</source>
        <translation>Das ist mehr als bestellt: Zeile {lines}.</translation>
    </message>
    <message>
        <source>This is no code of goods.</source>
        <translation>Das ist kein Code einer Ware.</translation>
    </message>
    <message>
        <source>This is no day of the year.</source>
        <translation>Diesen Tag gibt es nicht.</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>This is no invitation file of head office.</source>
        <translation>Das ist keine Einladungsdatei der Zentrale.</translation>
    </message>
    <message>
        <source>This is no number of a customer card.</source>
        <translation>Das ist keine Nummer einer Kundenkarte.</translation>
    </message>
    <message>
        <source>This is no number of a gift certificate.</source>
        <translation>Das ist keine Nummer eines Geschenkgutscheins.</translation>
    </message>
    <message>
        <source>This is no permission.</source>
        <translation>Das ist keine Berechtigung.</translation>
    </message>
    <message>
        <source>This is no telephone number.</source>
        <translation>Das ist keine Telefonnummer.</translation>
    </message>
    <message>
        <source>This is not a price.</source>
        <translation>Das ist kein Preis.</translation>
    </message>
    <message>
        <source>This is not a quantity.</source>
        <translation>Das ist keine Menge.</translation>
    </message>
    <message>
        <source>This is not a reason.</source>
        <translation>Das ist kein Grund.</translation>
    </message>
    <message>
        <source>This is not an amount.</source>
        <translation>Das ist kein Betrag.</translation>
    </message>
    <message>
        <source>This is not an order of that kind.</source>
        <translation>Das ist kein Auftrag dieser Art.</translation>
    </message>
    <message>
        <source>This is not paid yet.</source>
        <translation>Das ist noch nicht bezahlt.</translation>
    </message>
    <message>
        <source>This is sold in whole pieces.</source>
        <translation>Das wird in ganzen Stücken verkauft.</translation>
    </message>
    <message>
        <source>This is the number of a payment card; no field takes one.</source>
        <translation>Das ist die Nummer einer Zahlungskarte; kein Feld nimmt eine an.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Das ist zu lang.</translation>
    </message>
    <message>
        <source>This is tote {scanned}. Put it into {expected}.</source>
        <translation>Das ist Behälter {scanned}. Legen Sie es in {expected}.</translation>
    </message>
    <message>
        <source>This is {over_minor} more than is due.</source>
        <translation>Das ist {over_minor} mehr als offen.</translation>
    </message>
    <message>
        <source>This is {over_minor} more than is to be given back.</source>
        <translation>Das sind {over_minor} mehr, als zurückzugeben ist.</translation>
    </message>
    <message>
        <source>This is {scanned}. Go to {expected}.</source>
        <translation>Das ist {scanned}. Gehen Sie zu {expected}.</translation>
    </message>
    <message>
        <source>This is {scanned}. Stick {expected}.</source>
        <translation>Das ist {scanned}. Kleben Sie {expected} auf.</translation>
    </message>
    <message>
        <source>This is {scanned}. Take {expected}.</source>
        <translation>Das ist {scanned}. Nehmen Sie {expected}.</translation>
    </message>
    <message>
        <source>This label is wider than the paper of the receipt printer.</source>
        <translation>Dieses Etikett ist breiter als das Papier des Bondruckers.</translation>
    </message>
    <message>
        <source>This line is no longer in the cart.</source>
        <translation>Diese Zeile ist nicht mehr im Verkauf.</translation>
    </message>
    <message>
        <source>This line is not on the receipt.</source>
        <translation>Diese Zeile steht nicht auf dem Beleg.</translation>
    </message>
    <message>
        <source>This names no goods by itself.</source>
        <translation>Das allein nennt keine Ware.</translation>
    </message>
    <message>
        <source>This needs a customer.</source>
        <translation>Dafür braucht es einen Kunden.</translation>
    </message>
    <message>
        <source>This needs a reason.</source>
        <translation>Das braucht einen Grund.</translation>
    </message>
    <message>
        <source>This pays for goods only, not for a debt or store credit.</source>
        <translation>Damit werden nur Waren bezahlt, keine Schuld und kein Guthaben.</translation>
    </message>
    <message>
        <source>This person may not allow it.</source>
        <translation>Diese Person darf es nicht erlauben.</translation>
    </message>
    <message>
        <source>This price cannot be true.</source>
        <translation>Dieser Preis kann nicht stimmen.</translation>
    </message>
    <message>
        <source>This quantity is too large to be true.</source>
        <translation>Diese Menge ist zu groß, um wahr zu sein.</translation>
    </message>
    <message>
        <source>This quote held until {date}.</source>
        <translation>Dieses Angebot galt bis {date}.</translation>
    </message>
    <message>
        <source>This receipt has no invoice.</source>
        <translation>Dieser Beleg hat keine Rechnung.</translation>
    </message>
    <message>
        <source>This receipt has the invoice {number} already.</source>
        <translation>Dieser Beleg hat schon die Rechnung {number}.</translation>
    </message>
    <message>
        <source>This receipt is in another currency or has another kind of prices.</source>
        <translation>Dieser Beleg hat eine andere Währung oder eine andere Art von Preisen.</translation>
    </message>
    <message>
        <source>This receipt was taken back.</source>
        <translation>Dieser Beleg ist storniert.</translation>
    </message>
    <message>
        <source>This sale was finished elsewhere.</source>
        <translation>Dieser Verkauf wurde anderswo abgeschlossen.</translation>
    </message>
    <message>
        <source>This sale was parked by a newer program, at {till}.</source>
        <translation>Dieser Verkauf wurde von einem neueren Programm geparkt, an {till}.</translation>
    </message>
    <message>
        <source>This setting cannot have this value.</source>
        <translation>Diese Einstellung kann diesen Wert nicht haben.</translation>
    </message>
    <message>
        <source>This setting is fixed for this computer.</source>
        <translation>Diese Einstellung ist für diesen Computer festgelegt.</translation>
    </message>
    <message>
        <source>This shop has no place for damaged goods.</source>
        <translation>Dieses Geschäft hat keinen Platz für beschädigte Ware.</translation>
    </message>
    <message>
        <source>This shop has no quarantine.</source>
        <translation>Diese Filiale hat keine Quarantäne.</translation>
    </message>
    <message>
        <source>This shop has no receipt {receipt}.</source>
        <translation>Dieses Geschäft hat keinen Beleg {receipt}.</translation>
    </message>
    <message>
        <source>This shop keeps no money for customers.</source>
        <translation>Dieses Geschäft verwahrt kein Geld für Kunden.</translation>
    </message>
    <message>
        <source>This shop takes no tips.</source>
        <translation>Dieses Geschäft nimmt kein Trinkgeld.</translation>
    </message>
    <message>
        <source>This task was finished or dropped.</source>
        <translation>Diese Aufgabe ist beendet oder verworfen.</translation>
    </message>
    <message>
        <source>This ticket is paid by card in part.</source>
        <translation>Dieser Bon ist zum Teil mit Karte bezahlt.</translation>
    </message>
    <message>
        <source>This till has no goods and prices yet.</source>
        <translation>Diese Kasse hat noch keine Waren und Preise.</translation>
    </message>
    <message>
        <source>This till has no name yet.</source>
        <translation>Diese Kasse hat noch keinen Namen.</translation>
    </message>
    <message>
        <source>This till has no receipt to print again.</source>
        <translation>Diese Kasse hat keinen Beleg zum Nachdrucken.</translation>
    </message>
    <message>
        <source>This till is not registered yet.</source>
        <translation>Diese Kasse ist noch nicht angemeldet.</translation>
    </message>
    <message>
        <source>This till was blocked by head office.</source>
        <translation>Diese Kasse wurde von der Zentrale gesperrt.</translation>
    </message>
    <message>
        <source>This total is too large to be true.</source>
        <translation>Diese Summe ist zu groß, um wahr zu sein.</translation>
    </message>
    <message>
        <source>This weight does not fit on a label.</source>
        <translation>Dieses Gewicht passt nicht auf ein Etikett.</translation>
    </message>
    <message>
        <source>This weight needs a reason.</source>
        <translation>Dieses Gewicht braucht einen Grund.</translation>
    </message>
    <message>
        <source>Too little needs a reason.</source>
        <translation>Eine Fehlmenge braucht einen Grund.</translation>
    </message>
    <message>
        <source>Too many wrong PINs; wait {seconds} s.</source>
        <translation>Zu viele falsche PINs; {seconds} s warten.</translation>
    </message>
    <message>
        <source>Try again at the terminal, or give it back another way.</source>
        <translation>Versuchen Sie es am Terminal noch einmal oder geben Sie es anders zurück.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try again later, or scan the goods that come back.</source>
        <translation>Versuchen Sie es später, oder scannen Sie die Ware, die zurückkommt.</translation>
    </message>
    <message>
        <source>Try again when head office can be reached, or give back less.</source>
        <translation>Versuchen Sie es, wenn die Zentrale erreichbar ist, oder geben Sie weniger zurück.</translation>
    </message>
    <message>
        <source>Try again when the line is back, or pay another way.</source>
        <translation>Versuchen Sie es, wenn die Verbindung wieder da ist, oder bezahlen Sie anders.</translation>
    </message>
    <message>
        <source>Try again when the line is up.</source>
        <translation>Noch einmal versuchen, wenn die Verbindung steht.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try another card, or pay another way.</source>
        <translation>Versuchen Sie eine andere Karte oder einen anderen Zahlungsweg.</translation>
    </message>
    <message>
        <source>Type a quantity other than zero.</source>
        <translation>Eine Menge ungleich null tippen.</translation>
    </message>
    <message>
        <source>Type day and month: 14.03.</source>
        <translation>Tag und Monat tippen: 14.03.</translation>
    </message>
    <message>
        <source>Type digits with one decimal mark and three decimals at most.</source>
        <translation>Ziffern mit einem Komma und höchstens drei Nachkommastellen tippen.</translation>
    </message>
    <message>
        <source>Type digits with one decimal mark, for example 12.90.</source>
        <translation>Ziffern mit einem Komma tippen, zum Beispiel 12,90.</translation>
    </message>
    <message>
        <source>Type digits, with + before the country.</source>
        <translation>Ziffern tippen, mit + vor der Landesvorwahl.</translation>
    </message>
    <message>
        <source>Type how much to take off.</source>
        <translation>Tippen, wie viel abgezogen wird.</translation>
    </message>
    <message>
        <source>Type it as name@example.com.</source>
        <translation>Geben Sie sie als name@example.com ein.</translation>
    </message>
    <message>
        <source>Type it, or scan the code from head office.</source>
        <translation>Tippen oder den Code der Zentrale scannen.</translation>
    </message>
    <message>
        <source>Type it.</source>
        <translation>Bitte eintippen.</translation>
    </message>
    <message>
        <source>Type it; 0 for an empty drawer.</source>
        <translation>Tippen; 0 für eine leere Schublade.</translation>
    </message>
    <message>
        <source>Type its name.</source>
        <translation>Geben Sie ihren Namen ein.</translation>
    </message>
    <message>
        <source>Type street and town.</source>
        <translation>Geben Sie Straße und Ort ein.</translation>
    </message>
    <message>
        <source>Type the amount that is paid.</source>
        <translation>Den bezahlten Betrag tippen.</translation>
    </message>
    <message>
        <source>Type the amount.</source>
        <translation>Den Betrag tippen.</translation>
    </message>
    <message>
        <source>Type the name of the person or company.</source>
        <translation>Geben Sie Namen oder Firma ein.</translation>
    </message>
    <message>
        <source>Type the sum that is paid, the tip in it.</source>
        <translation>Geben Sie die Summe samt Trinkgeld ein.</translation>
    </message>
    <message>
        <source>Type the weight, then ×, and scan it again.</source>
        <translation>Gewicht eingeben, dann × und noch einmal scannen.</translation>
    </message>
    <message>
        <source>Type what the customer gets back.</source>
        <translation>Geben Sie ein, was der Kunde zurückbekommt.</translation>
    </message>
    <message>
        <source>Use a whole number.</source>
        <translation>Eine ganze Zahl nehmen.</translation>
    </message>
    <message>
        <source>Use the number in brackets.</source>
        <translation>Nehmen Sie die Nummer in Klammern.</translation>
    </message>
    <message>
        <source>Use the shop&apos;s own card.</source>
        <translation>Die Karte des Geschäfts verwenden.</translation>
    </message>
    <message>
        <source>Wait until it is done, or cancel it there.</source>
        <translation>Warten Sie, bis es fertig ist, oder brechen Sie dort ab.</translation>
    </message>
    <message>
        <source>Wait until the till is connected again.</source>
        <translation>Warten Sie, bis die Kasse wieder verbunden ist.</translation>
    </message>
    <message>
        <source>Weigh it again, or type the quantity.</source>
        <translation>Neu wiegen oder die Menge tippen.</translation>
    </message>
    <message>
        <source>Weigh it again.</source>
        <translation>Noch einmal wiegen.</translation>
    </message>
    <message>
        <source>Weigh it, or type the quantity.</source>
        <translation>Wiegen oder die Menge tippen.</translation>
    </message>
    <message>
        <source>Who works here cannot be proven: nobody has more than a cashier’s rights.</source>
        <translation>Wer hier arbeitet, ist nicht nachweisbar: niemand hat mehr als die Rechte eines Kassierers.</translation>
    </message>
    <message>
        <source>Whoever buys these goods has to be {limit}.</source>
        <translation>Wer diese Ware kauft, muss {limit} sein.</translation>
    </message>
    <message>
        <source>Without a look at the receipt no more than {limit_minor} may come back.</source>
        <translation>Ohne Einsicht in den Beleg darf nicht mehr als {limit_minor} zurückkommen.</translation>
    </message>
    <message>
        <source>Without the customer&apos;s consent nothing is kept.</source>
        <translation>Ohne Einverständnis des Kunden wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Write for example A-01-*, or name an order to count.</source>
        <translation>Zum Beispiel A-01-* schreiben oder einen Zählauftrag nennen.</translation>
    </message>
    <message>
        <source>Write for example A-01-*.</source>
        <translation>Schreiben Sie zum Beispiel A-01-*.</translation>
    </message>
    <message>
        <source>Write for example: allowed 50, or approval.</source>
        <translation>Schreiben Sie zum Beispiel: allowed 50 oder approval.</translation>
    </message>
    <message>
        <source>Write its 18 digits, or 17 without the last.</source>
        <translation>Die 18 Ziffern schreiben, oder 17 ohne die letzte.</translation>
    </message>
    <message>
        <source>Write pairs such as F9=F10, F10=F9: no key twice, none that is taken.</source>
        <translation>Paare schreiben wie F9=F10, F10=F9: keine Taste zweimal, keine, die etwas anderes tut.</translation>
    </message>
    <message>
        <source>Write tcp:HOST, serial:PORT or file:PATH, or choose a port of the list.</source>
        <translation>tcp:HOST, serial:PORT oder file:PFAD schreiben oder einen Anschluss der Liste wählen.</translation>
    </message>
    <message>
        <source>You asked for this yourself.</source>
        <translation>Sie haben das selbst angefragt.</translation>
    </message>
    <message>
        <source>You may not do this alone.</source>
        <translation>Das dürfen Sie nicht allein.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>Das dürfen Sie nicht.</translation>
    </message>
    <message>
        <source>{amount_minor} in cash cannot be right.</source>
        <translation>{amount_minor} in bar kann nicht stimmen.</translation>
    </message>
    <message>
        <source>{amount_minor} of the tip cannot be paid this way.</source>
        <translation>{amount_minor} des Trinkgelds lassen sich so nicht bezahlen.</translation>
    </message>
    <message>
        <source>{back_minor} in cash is to be handed out here.</source>
        <translation>Hier sind {back_minor} in bar auszuzahlen.</translation>
    </message>
    <message>
        <source>{code} is no number of a pallet (SSCC).</source>
        <translation>{code} ist keine Palettennummer (SSCC).</translation>
    </message>
    <message>
        <source>{code} is on several goods: {names}.</source>
        <translation>{code} steht auf mehreren Waren: {names}.</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>{file} is no picture that can be read, or it is damaged.</source>
        <translation>{file} ist kein lesbares Bild oder beschädigt.</translation>
    </message>
    <message>
        <source>{name} has a price, quantity or tax rate that cannot be sold.</source>
        <translation>{name} hat einen Preis, eine Menge oder einen Steuersatz, der sich nicht verkaufen lässt.</translation>
    </message>
    <message>
        <source>{name} has expired: {date}.</source>
        <translation>{name} ist abgelaufen: {date}.</translation>
    </message>
    <message>
        <source>{name} is no customer here.</source>
        <translation>{name} ist hier kein Kunde.</translation>
    </message>
    <message>
        <source>{name} is no longer sold.</source>
        <translation>{name} wird nicht mehr verkauft.</translation>
    </message>
    <message>
        <source>{name} is no price list here.</source>
        <translation>{name} ist hier keine Preisliste.</translation>
    </message>
    <message>
        <source>{name} is not in the catalogue.</source>
        <translation>{name} ist nicht im Katalog.</translation>
    </message>
    <message>
        <source>{name} is sold by weight.</source>
        <translation>{name} wird nach Gewicht verkauft.</translation>
    </message>
    <message>
        <source>{name}, lot {lot}, is held: {reason}</source>
        <translation>{name}, Charge {lot}, ist gesperrt: {reason}</translation>
    </message>
    <message>
        <source>{order} is for {who}.</source>
        <translation>{order} ist für {who}.</translation>
    </message>
    <message>
        <source>{order} waits for refill of {faces}.</source>
        <translation>{order} wartet auf Nachfüllen von {faces}.</translation>
    </message>
    <message>
        <source>{place} is in quarantine: nothing is picked there.</source>
        <translation>{place} ist in Quarantäne: dort wird nichts kommissioniert.</translation>
    </message>
    <message>
        <source>{scanned} is not in this order.</source>
        <translation>{scanned} gehört nicht zu diesem Auftrag.</translation>
    </message>
    <message>
        <source>{sku}, a part of this bundle, is not in the catalogue.</source>
        <translation>{sku}, ein Teil dieses Sets, ist nicht im Katalog.</translation>
    </message>
    <message>
        <source>{till} has this sale.</source>
        <translation>{till} hat diesen Verkauf.</translation>
    </message>
    <message>
        <source>{who} is at {order} since {since}.</source>
        <translation>{who} ist seit {since} an {order}.</translation>
    </message>
    <message>
        <source>“{reason}” needs a note.</source>
        <translation>„{reason}“ braucht eine Bemerkung.</translation>
    </message>
    <message>
        <source>“{reason}” needs a photo.</source>
        <translation>„{reason}“ braucht ein Foto.</translation>
    </message>
    <message>
        <source>“{setting}” is no code page of a receipt printer.</source>
        <translation>„{setting}“ ist keine Codepage eines Belegdruckers.</translation>
    </message>
</context>
<context>
    <name>ResumePage</name>
    <message>
        <source>Continue</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Parken</translation>
    </message>
</context>
<context>
    <name>Returned</name>
    <message>
        <source>Comes back</source>
        <translation>Kommt zurück</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Ware</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>To the shelf</source>
        <translation>Ins Regal</translation>
    </message>
</context>
<context>
    <name>ReturnsView</name>
    <message>
        <source>A manager allows it</source>
        <translation>Die Leitung erlaubt es</translation>
    </message>
    <message>
        <source>Head office is asked for {0} …</source>
        <translation>Die Zentrale wird nach {0} gefragt …</translation>
    </message>
    <message>
        <source>Lines of the receipt</source>
        <translation>Zeilen des Belegs</translation>
    </message>
    <message>
        <source>No receipt? Scan the goods that come back: they are worth what they cost today.</source>
        <translation>Kein Beleg? Scannen Sie die Ware, die zurückkommt: Sie zählt zum Preis von heute.</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Belegnummer</translation>
    </message>
    <message>
        <source>Receipt {0}</source>
        <translation>Beleg {0}</translation>
    </message>
    <message>
        <source>Receipt {0}, not looked at</source>
        <translation>Beleg {0}, nicht eingesehen</translation>
    </message>
    <message>
        <source>Scan the code at the foot of the receipt, or type it.</source>
        <translation>Scannen Sie den Code am Ende des Belegs, oder tippen Sie ihn.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show this receipt</source>
        <translation>Diesen Beleg zeigen</translation>
    </message>
    <message>
        <source>Without a receipt</source>
        <translation>Ohne Beleg</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>%n entries are safe on this till and go to head office by themselves.</source>
        <translation>
            <numerusform>%n Eintrag ist sicher auf dieser Kasse und geht von selbst an die Zentrale.</numerusform>
            <numerusform>%n Einträge sind sicher auf dieser Kasse und gehen von selbst an die Zentrale.</numerusform>
        </translation>
    </message>
    <message>
        <source>A closed shift cannot be opened again.</source>
        <translation>Eine geschlossene Schicht lässt sich nicht wieder öffnen.</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>Schicht schließen</translation>
    </message>
    <message>
        <source>Close shift {0}?</source>
        <translation>Schicht {0} schließen?</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Neu zählen</translation>
    </message>
    <message>
        <source>Nobody is here: close</source>
        <translation>Niemand da: schließen</translation>
    </message>
    <message>
        <source>Nothing was counted: it is closed with what should be there, and the closing says so.</source>
        <translation>Es wurde nichts gezählt: geschlossen wird mit dem Sollbestand, und der Abschluss sagt es.</translation>
    </message>
    <message>
        <source>Somebody else allows it</source>
        <translation>Jemand anders erlaubt es</translation>
    </message>
    <message>
        <source>Without approval it is closed all the same, and head office is told.</source>
        <translation>Ohne Erlaubnis wird trotzdem geschlossen, und die Zentrale erfährt es.</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Connect this till to head office.</source>
        <translation>Verbinden Sie diese Kasse mit der Zentrale.</translation>
    </message>
    <message numerus="yes">
        <source>No word from head office for %n day(s): a manager needs an administrator.</source>
        <translation>
            <numerusform>Seit %n Tag nichts von der Zentrale: ein Manager braucht einen Administrator.</numerusform>
            <numerusform>Seit %n Tagen nichts von der Zentrale: ein Manager braucht einen Administrator.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No word from head office for %n day(s): sales and closing only.</source>
        <translation>
            <numerusform>Seit %n Tag nichts von der Zentrale: nur Verkauf und Abschluss.</numerusform>
            <numerusform>Seit %n Tagen nichts von der Zentrale: nur Verkauf und Abschluss.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rights run out in %n day(s).</source>
        <translation>
            <numerusform>Die Rechte laufen in %n Tag ab.</numerusform>
            <numerusform>Die Rechte laufen in %n Tagen ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rights run out in %n hour(s).</source>
        <translation>
            <numerusform>Die Rechte laufen in %n Stunde ab.</numerusform>
            <numerusform>Die Rechte laufen in %n Stunden ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who works here cannot be proven: nobody has more than a cashier’s rights.</source>
        <translation>Wer hier arbeitet, ist nicht nachweisbar: niemand hat mehr als die Rechte eines Kassierers.</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kassenkraft</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Salesperson</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
</context>
<context>
    <name>RunningPage</name>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n zurückgenommen</numerusform>
            <numerusform>%n zurückgenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Card money given back by hand</source>
        <translation>Kartengeld von Hand zurückgegeben</translation>
    </message>
    <message>
        <source>Card money taken by hand</source>
        <translation>Kartengeld von Hand angenommen</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>Einlage</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>Entnahme</translation>
    </message>
    <message>
        <source>Cash put in</source>
        <translation>Eingelegtes Bargeld</translation>
    </message>
    <message>
        <source>Cash taken out</source>
        <translation>Entnommenes Bargeld</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>Schicht schließen</translation>
    </message>
    <message>
        <source>Drawer opened without a sale</source>
        <translation>Schublade ohne Verkauf geöffnet</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Goods that came back</source>
        <translation>Zurückgegebene Ware</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>No sale yet</source>
        <translation>Noch kein Verkauf</translation>
    </message>
    <message>
        <source>Print the X report</source>
        <translation>X-Bericht drucken</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Sales by person</source>
        <translation>Verkäufe nach Person</translation>
    </message>
    <message>
        <source>Shift {0} is open</source>
        <translation>Schicht {0} ist offen</translation>
    </message>
    <message>
        <source>Should be in the drawer</source>
        <translation>Sollte in der Schublade sein</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Steuern</translation>
    </message>
    <message>
        <source>Tips in it</source>
        <translation>Darin Trinkgeld</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X-Bericht</translation>
    </message>
    <message>
        <source>discounts {0}</source>
        <translation>Rabatte {0}</translation>
    </message>
    <message>
        <source>float and cash of the sales</source>
        <translation>Wechselgeld und Bargeld der Verkäufe</translation>
    </message>
    <message>
        <source>is shown after the count</source>
        <translation>wird nach der Zählung gezeigt</translation>
    </message>
    <message>
        <source>no discounts</source>
        <translation>keine Rabatte</translation>
    </message>
    <message>
        <source>none taken back</source>
        <translation>nichts zurückgenommen</translation>
    </message>
    <message>
        <source>since {time} · {who} · business day {day}</source>
        <translation>seit {time} · {who} · Geschäftstag {day}</translation>
    </message>
</context>
<context>
    <name>ScanModel</name>
    <message>
        <source>What is made of it:</source>
        <translation>Was daraus wird:</translation>
    </message>
    <message>
        <source>by its recipe</source>
        <translation>nach Rezept</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>unknown code</source>
        <translation>unbekannter Code</translation>
    </message>
</context>
<context>
    <name>ScanTest</name>
    <message>
        <source>A part of the code could not be read.</source>
        <translation>Ein Teil des Codes war nicht lesbar.</translation>
    </message>
    <message>
        <source>A part of the code stands in it twice.</source>
        <translation>Ein Teil des Codes steht zweimal darin.</translation>
    </message>
    <message>
        <source>Best before</source>
        <translation>Mindestens haltbar bis</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Kam über</translation>
    </message>
    <message>
        <source>Capitals and small letters are swapped. Switch off Caps Lock, or the scanner&apos;s case change.</source>
        <translation>Groß- und Kleinbuchstaben sind vertauscht. Feststelltaste oder Umwandlung im Scanner ausschalten.</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Ends with</source>
        <translation>Endet mit</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Ware</translation>
    </message>
    <message>
        <source>Keys as they came</source>
        <translation>Tasten, wie sie kamen</translation>
    </message>
    <message>
        <source>Kind of code</source>
        <translation>Art des Codes</translation>
    </message>
    <message>
        <source>Letters or signs arrive changed. Set the scanner&apos;s keyboard to US English, or use a cable.</source>
        <translation>Buchstaben oder Zeichen kommen verändert an. Den Scanner auf US-Tastatur stellen oder ein Kabel nehmen.</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Only the small code beside the main one was read.</source>
        <translation>Nur der kleine Code neben dem großen wurde gelesen.</translation>
    </message>
    <message>
        <source>Produced</source>
        <translation>Hergestellt</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Read whole.</source>
        <translation>Vollständig gelesen.</translation>
    </message>
    <message>
        <source>Separators (GS)</source>
        <translation>Trennzeichen (GS)</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Small code beside it</source>
        <translation>Kleiner Code daneben</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>The check digit is wrong: misread, or misprinted.</source>
        <translation>Die Prüfziffer ist falsch: verlesen oder verdruckt.</translation>
    </message>
    <message>
        <source>The code is misprinted: this kind may not carry GS1 data.</source>
        <translation>Der Code ist verdruckt: diese Art darf keine GS1-Daten tragen.</translation>
    </message>
    <message>
        <source>The measure has more decimals than are kept.</source>
        <translation>Das Maß hat mehr Nachkommastellen, als behalten werden.</translation>
    </message>
    <message>
        <source>The scanner drops the separator (GS), so marked goods are read wrongly. Let it send control characters, or use its serial mode.</source>
        <translation>Der Scanner verschluckt das Trennzeichen (GS), so wird gekennzeichnete Ware falsch gelesen. Ihn Steuerzeichen senden lassen oder den seriellen Betrieb nehmen.</translation>
    </message>
    <message>
        <source>The scanner sends the separator (GS) as text. Switch that off in its manual.</source>
        <translation>Der Scanner sendet das Trennzeichen (GS) als Text. Das laut Handbuch ausschalten.</translation>
    </message>
    <message>
        <source>The scanner types slowly. Choose a longer pause, or raise its speed.</source>
        <translation>Der Scanner tippt langsam. Eine längere Pause wählen oder ihn schneller stellen.</translation>
    </message>
    <message>
        <source>This is a case whose content is not known.</source>
        <translation>Das ist ein Karton, dessen Inhalt nicht bekannt ist.</translation>
    </message>
    <message>
        <source>This is no code.</source>
        <translation>Das ist kein Code.</translation>
    </message>
    <message>
        <source>This scanner passes everything through, separators too.</source>
        <translation>Dieser Scanner lässt alles durch, auch Trennzeichen.</translation>
    </message>
    <message>
        <source>cable or network</source>
        <translation>Kabel oder Netz</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>not among the goods</source>
        <translation>nicht unter den Waren</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>the scanner does not say</source>
        <translation>der Scanner sagt es nicht</translation>
    </message>
    <message>
        <source>{0} ms per character</source>
        <translation>{0} ms je Zeichen</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Characters as they came: {0}</source>
        <translation>Zeichen, wie sie kamen: {0}</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Keyboard scanner only</source>
        <translation>Nur Tastaturscanner</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Look for ports again</source>
        <translation>Neu nach Anschlüssen suchen</translation>
    </message>
    <message>
        <source>No serial port was found. A keyboard scanner needs none.</source>
        <translation>Kein serieller Anschluss gefunden. Ein Tastaturscanner braucht keinen.</translation>
    </message>
    <message>
        <source>Pause that ends a code typed by a keyboard scanner</source>
        <translation>Pause, die einen Code vom Tastaturscanner beendet</translation>
    </message>
    <message>
        <source>Scan something else, or this code once more.</source>
        <translation>Etwas anderes scannen, oder diesen Code noch einmal.</translation>
    </message>
    <message>
        <source>Scan this code, or anything else. Nothing is sold here.</source>
        <translation>Diesen Code scannen, oder etwas anderes. Hier wird nichts verkauft.</translation>
    </message>
    <message>
        <source>Sheet that sets a scanner up (PDF)</source>
        <translation>Blatt zum Einrichten eines Scanners (PDF)</translation>
    </message>
    <message>
        <source>Speed of the cable (baud)</source>
        <translation>Tempo des Kabels (Baud)</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test code to scan</source>
        <translation>Testcode zum Scannen</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Geschrieben nach {0}</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0} ms</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Erster Start</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>Packen</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>Kommissionieren</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Rückgaben</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sync and health</source>
        <translation>Abgleich und Zustand</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Empty the field</source>
        <translation>Das Feld leeren</translation>
    </message>
</context>
<context>
    <name>SearchModel</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Ware</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Enter tries it as a code.</source>
        <translation>Enter versucht es als Code.</translation>
    </message>
    <message>
        <source>Goods found</source>
        <translation>Gefundene Waren</translation>
    </message>
    <message>
        <source>Nothing called “{0}”</source>
        <translation>Nichts heißt „{0}“</translation>
    </message>
    <message>
        <source>Try a part of the name, or the number under the barcode.</source>
        <translation>Einen Teil des Namens versuchen oder die Zahl unter dem Strichcode.</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter adds · Esc closes</source>
        <translation>↑ ↓ wählen · Enter übernimmt · Esc schließt</translation>
    </message>
</context>
<context>
    <name>Selling</name>
    <message>
        <source>A manager allows it</source>
        <translation>Die Leitung erlaubt es</translation>
    </message>
    <message>
        <source>Receipt {0} is printed again: copy {1}.</source>
        <translation>Beleg {0} wird nachgedruckt: Kopie {1}.</translation>
    </message>
    <message>
        <source>The ticket goes on.</source>
        <translation>Der Bon geht weiter.</translation>
    </message>
    <message>
        <source>The ticket is parked as “{0}”.</source>
        <translation>Der Bon ist als „{0}“ geparkt.</translation>
    </message>
    <message>
        <source>{0} works here already</source>
        <translation>{0} arbeitet hier schon</translation>
    </message>
    <message>
        <source>{0} works here now.</source>
        <translation>Hier arbeitet jetzt {0}.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Set by your administrator ({0})</source>
        <translation>Von der Administration festgelegt ({0})</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Mail, customer</source>
        <translation>Mail, Kunde</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Printer and drawer</source>
        <translation>Drucker und Schublade</translation>
    </message>
    <message>
        <source>Safety, licences</source>
        <translation>Sicherheit, Lizenzen</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>This till</source>
        <translation>Diese Kasse</translation>
    </message>
    <message>
        <source>Words and look</source>
        <translation>Sprache und Aussehen</translation>
    </message>
</context>
<context>
    <name>SeveralPage</name>
    <message numerus="yes">
        <source>%n chosen. Scan their numbers, or the number of a supply.</source>
        <translation>
            <numerusform>%n gewählt. Ihre Nummern scannen oder die einer Lieferung.</numerusform>
            <numerusform>%n gewählt. Ihre Nummern scannen oder die einer Lieferung.</numerusform>
        </translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Each in its tote</source>
        <translation>Jeder in seine Kiste</translation>
    </message>
    <message>
        <source>Several orders on one way</source>
        <translation>Mehrere Aufträge auf einem Weg</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>A scan does nothing on this screen.</source>
        <translation>Auf dieser Seite bewirkt ein Scan nichts.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Lock: who is working?</source>
        <translation>Sperren: wer arbeitet?</translation>
    </message>
</context>
<context>
    <name>ShellMessages</name>
    <message>
        <source>Head office asks for a support bundle: versions, settings, logs and figures of this till, nothing about customers.</source>
        <translation>Die Zentrale bittet um ein Supportpaket: Versionen, Einstellungen, Protokolle und Zahlen dieser Kasse, nichts über Kunden.</translation>
    </message>
    <message>
        <source>Head office did not take the support bundle.</source>
        <translation>Die Zentrale hat das Supportpaket nicht angenommen.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>The support bundle was sent to head office.</source>
        <translation>Das Supportpaket wurde an die Zentrale gesendet.</translation>
    </message>
</context>
<context>
    <name>ShiftView</name>
    <message>
        <source>count</source>
        <translation>zählen</translation>
    </message>
</context>
<context>
    <name>SideNavigation</name>
    <message>
        <source>Screens</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Choose your name and type your PIN, or scan your badge.</source>
        <translation>Namen wählen und PIN eingeben oder Ausweis scannen.</translation>
    </message>
    <message>
        <source>First choose your name</source>
        <translation>Erst den Namen wählen</translation>
    </message>
    <message>
        <source>Nobody is known here yet</source>
        <translation>Hier ist noch niemand bekannt</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message numerus="yes">
        <source>PIN: %n digit(s) typed</source>
        <translation>
            <numerusform>PIN: %n Ziffer getippt</numerusform>
            <numerusform>PIN: %n Ziffern getippt</numerusform>
        </translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>People come from head office.</source>
        <translation>Personen kommen von der Zentrale.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s), or choose another name.</source>
        <translation>
            <numerusform>Zu viele falsche PINs. %n Sekunde warten oder einen anderen Namen wählen.</numerusform>
            <numerusform>Zu viele falsche PINs. %n Sekunden warten oder einen anderen Namen wählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>Wer arbeitet?</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Discounts: {amount}</source>
        <translation>Rabatte: {amount}</translation>
    </message>
    <message>
        <source>Discount{because}, held to the {percent} % that was allowed: {amount}</source>
        <translation>Rabatt{because}, begrenzt auf die erlaubten {percent} %: {amount}</translation>
    </message>
    <message>
        <source>Discount{because}: {amount}</source>
        <translation>Rabatt{because}: {amount}</translation>
    </message>
    <message>
        <source>Goods before discounts (lines: {lines}): {amount}</source>
        <translation>Ware vor Rabatten (Zeilen: {lines}): {amount}</translation>
    </message>
    <message>
        <source>Left to pay: {amount}</source>
        <translation>Noch zu zahlen: {amount}</translation>
    </message>
    <message>
        <source>No tax is taken{because}: {amount}</source>
        <translation>Es wird keine Steuer erhoben{because}: {amount}</translation>
    </message>
    <message>
        <source>Rounded to {step} because it is paid in cash: {amount}</source>
        <translation>Auf {step} gerundet, weil bar bezahlt wird: {amount}</translation>
    </message>
    <message>
        <source>Share of the discount on the whole receipt{because}, held to what was allowed: {amount}</source>
        <translation>Anteil am Rabatt auf den ganzen Beleg{because}, begrenzt auf das Erlaubte: {amount}</translation>
    </message>
    <message>
        <source>Share of the discount on the whole receipt{because}: {amount}</source>
        <translation>Anteil am Rabatt auf den ganzen Beleg{because}: {amount}</translation>
    </message>
    <message>
        <source>The label says {amount} for {quantity} {unit}</source>
        <translation>Das Etikett sagt {amount} für {quantity} {unit}</translation>
    </message>
    <message>
        <source>{missing} more for {promotion}</source>
        <translation>Noch {missing} für {promotion}</translation>
    </message>
    <message>
        <source>{missing} more for {promotion}: {goods}</source>
        <translation>Noch {missing} für {promotion}: {goods}</translation>
    </message>
    <message>
        <source>{packs} × pack of {pack} {unit}: {quantity} {unit} at {price} is {amount}</source>
        <translation>{packs} × Packung zu {pack} {unit}: {quantity} {unit} zu {price} sind {amount}</translation>
    </message>
    <message>
        <source>{percent} % off{because}: {amount}</source>
        <translation>{percent} % Nachlass{because}: {amount}</translation>
    </message>
    <message>
        <source>{percent} % tax is inside the price: {tax}</source>
        <translation>{percent} % Steuer sind im Preis: {tax}</translation>
    </message>
    <message>
        <source>{percent} % tax is inside the price: {tax}, rounded once for the receipt</source>
        <translation>{percent} % Steuer sind im Preis: {tax}, einmal für den Beleg gerundet</translation>
    </message>
    <message>
        <source>{percent} % tax is not taken{because}: {amount}</source>
        <translation>{percent} % Steuer wird nicht erhoben{because}: {amount}</translation>
    </message>
    <message>
        <source>{percent} % tax on {net}, inside the prices: {tax}</source>
        <translation>{percent} % Steuer auf {net}, in den Preisen: {tax}</translation>
    </message>
    <message>
        <source>{percent} % tax on {net}: {amount}</source>
        <translation>{percent} % Steuer auf {net}: {amount}</translation>
    </message>
    <message>
        <source>{percent} % tax on {net}: {amount}, rounded once for the receipt</source>
        <translation>{percent} % Steuer auf {net}: {amount}, einmal für den Beleg gerundet</translation>
    </message>
    <message>
        <source>{promotion} began after this ticket was opened: {saved} less at the prices of today</source>
        <translation>{promotion} hat nach dem Öffnen dieses Bons begonnen: mit den heutigen Preisen {saved} weniger</translation>
    </message>
    <message>
        <source>{promotion} begins at {time}: {saved} less</source>
        <translation>{promotion} beginnt um {time}: {saved} weniger</translation>
    </message>
    <message>
        <source>{promotion} ended at {time}: {saved} less until then</source>
        <translation>{promotion} endete um {time}: bis dahin {saved} weniger</translation>
    </message>
    <message>
        <source>{promotion} with a coupon: {saved} less</source>
        <translation>{promotion} mit Gutscheincode: {saved} weniger</translation>
    </message>
    <message>
        <source>{promotion}, for customers at their birthday: {saved} less</source>
        <translation>{promotion}, für Kunden am Geburtstag: {saved} weniger</translation>
    </message>
    <message>
        <source>{promotion}, for customers of group {groups}: {saved} less</source>
        <translation>{promotion}, für Kunden der Gruppe {groups}: {saved} weniger</translation>
    </message>
    <message>
        <source>{promotion}, free with the others: {amount}</source>
        <translation>{promotion}, gratis zu den anderen: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, of every {set} the cheapest {get} at {percent} % off: {amount}</source>
        <translation>{promotion}, von je {set} die günstigsten {get} mit {percent} % Rabatt: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, of every {set} the cheapest {get} free: {amount}</source>
        <translation>{promotion}, von je {set} die günstigsten {get} gratis: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, share of {each} off from {from}: {amount}</source>
        <translation>{promotion}, Anteil an {each} Rabatt ab {from}: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, share of {each} off the whole receipt: {amount}</source>
        <translation>{promotion}, Anteil an {each} Rabatt auf den ganzen Bon: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, together for {set_price}: {amount}</source>
        <translation>{promotion}, zusammen für {set_price}: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, {each} off each: {amount}</source>
        <translation>{promotion}, je {each} weniger: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, {percent} % off from {from}: {amount}</source>
        <translation>{promotion}, {percent} % Rabatt ab {from}: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, {percent} % off the whole receipt: {amount}</source>
        <translation>{promotion}, {percent} % Rabatt auf den ganzen Bon: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, {percent} % off: {amount}</source>
        <translation>{promotion}, {percent} % Rabatt: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, {price} each: {amount}</source>
        <translation>{promotion}, je {price}: {amount}</translation>
    </message>
    <message>
        <source>{promotion}, {set} together for {set_price}: {amount}</source>
        <translation>{promotion}, {set} zusammen für {set_price}: {amount}</translation>
    </message>
    <message>
        <source>{promotion}: {amount}</source>
        <translation>{promotion}: {amount}</translation>
    </message>
    <message>
        <source>{quantity} {unit} at {price} by {price_list}, not {list_price}, is {amount}</source>
        <translation>{quantity} {unit} zu {price} nach {price_list} statt {list_price} = {amount}</translation>
    </message>
    <message>
        <source>{quantity} {unit} at {price} is {amount}</source>
        <translation>{quantity} {unit} zu {price} sind {amount}</translation>
    </message>
    <message>
        <source>{quantity} {unit} at {price}, not {list_price}{because}, is {amount}</source>
        <translation>{quantity} {unit} zu {price} statt {list_price}{because} = {amount}</translation>
    </message>
    <message>
        <source>{quantity} {unit} back from receipt {receipt}{because}: {amount}</source>
        <translation>{quantity} {unit} zurück von Bon {receipt}{because}: {amount}</translation>
    </message>
    <message>
        <source>{quantity} {unit} back without a receipt{because}: {amount}</source>
        <translation>{quantity} {unit} zurück ohne Bon{because}: {amount}</translation>
    </message>
    <message>
        <source>{quantity} {unit} weighed, at {price}, is {amount}</source>
        <translation>{quantity} {unit} gewogen, zu {price}, sind {amount}</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Close notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n Fall</numerusform>
            <numerusform>%n Fälle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All data sent, %n min ago.</source>
        <translation>
            <numerusform>Alles gesendet, vor %n min.</numerusform>
            <numerusform>Alles gesendet, vor %n min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All data sent, %n s ago.</source>
        <translation>
            <numerusform>Alles gesendet, vor %n s.</numerusform>
            <numerusform>Alles gesendet, vor %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>All data sent.</source>
        <translation>Alles gesendet.</translation>
    </message>
    <message>
        <source>Cable or Wi-Fi of this till. Sales continue.</source>
        <translation>Kabel oder WLAN dieser Kasse. Der Verkauf geht weiter.</translation>
    </message>
    <message>
        <source>Certificate invalid</source>
        <translation>Zertifikat ungültig</translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation>Uhr geht falsch</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Bitte ansehen</translation>
    </message>
    <message>
        <source>No internet</source>
        <translation>Kein Internet</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Kein Netz</translation>
    </message>
    <message>
        <source>Nothing done here counts, and nothing is sent.</source>
        <translation>Nichts von dem, was hier geschieht, zählt oder wird gesendet.</translation>
    </message>
    <message>
        <source>Nothing is sent until the certificate of head office verifies. Sales continue.</source>
        <translation>Nichts wird gesendet, bis sich das Zertifikat der Zentrale prüfen lässt. Der Verkauf geht weiter.</translation>
    </message>
    <message>
        <source>Nothing to do here: it is sent by itself when the server answers. Sales continue.</source>
        <translation>Hier ist nichts zu tun: gesendet wird von selbst, sobald der Server antwortet. Der Verkauf geht weiter.</translation>
    </message>
    <message>
        <source>Nothing to do here: this till tries again by itself. Sales continue.</source>
        <translation>Hier ist nichts zu tun: die Kasse versucht es von selbst wieder. Der Verkauf geht weiter.</translation>
    </message>
    <message>
        <source>On the way to head office.</source>
        <translation>Unterwegs zur Zentrale.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Open the details: a manager decides.</source>
        <translation>Einzelheiten öffnen: die Leitung entscheidet.</translation>
    </message>
    <message>
        <source>Open the details: a person should look.</source>
        <translation>Einzelheiten öffnen: jemand sollte es ansehen.</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Sales stay on this till until it is let in.</source>
        <translation>Verkäufe bleiben auf dieser Kasse, bis sie zugelassen ist.</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n</source>
        <translation>
            <numerusform>%n wird gesendet</numerusform>
            <numerusform>%n werden gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation>Server beschäftigt</translation>
    </message>
    <message>
        <source>Server unavailable</source>
        <translation>Server nicht da</translation>
    </message>
    <message>
        <source>Set date and time of this till.</source>
        <translation>Datum und Uhrzeit dieser Kasse stellen.</translation>
    </message>
    <message>
        <source>The network asks to sign in on its own web page. Sales continue.</source>
        <translation>Das Netz verlangt eine Anmeldung auf seiner eigenen Seite. Der Verkauf geht weiter.</translation>
    </message>
    <message>
        <source>The router works, the internet does not. Sales continue.</source>
        <translation>Der Router geht, das Internet nicht. Der Verkauf geht weiter.</translation>
    </message>
    <message>
        <source>Till is blocked</source>
        <translation>Kasse gesperrt</translation>
    </message>
    <message>
        <source>Till not registered</source>
        <translation>Kasse nicht angemeldet</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Zulassung</translation>
    </message>
</context>
<context>
    <name>TaskView</name>
    <message numerus="yes">
        <source>%n label(s) sent to the printer.</source>
        <translation>
            <numerusform>%n Etikett an den Drucker gesendet.</numerusform>
            <numerusform>%n Etiketten an den Drucker gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) wait as a print job.</source>
        <translation>
            <numerusform>%n Etikett wartet als Druckauftrag.</numerusform>
            <numerusform>%n Etiketten warten als Druckauftrag.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n Scan</numerusform>
            <numerusform>%n Scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown code(s)</source>
        <translation>
            <numerusform>%n unbekannter Code</numerusform>
            <numerusform>%n unbekannte Codes</numerusform>
        </translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Zerlegen</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild wählen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this place: it is done</source>
        <translation>Diesen Platz schließen: Er ist fertig</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>Defekt</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Drop this task</source>
        <translation>Diese Aufgabe verwerfen</translation>
    </message>
    <message>
        <source>Enough is taken: scan what is made of it</source>
        <translation>Genug entnommen: scannen, was daraus wird</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Machen</translation>
    </message>
    <message>
        <source>No label: choose the goods</source>
        <translation>Kein Etikett: Ware wählen</translation>
    </message>
    <message>
        <source>Not as ordered</source>
        <translation>Nicht wie bestellt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Number of the order or delivery note</source>
        <translation>Nummer des Auftrags oder Lieferscheins</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Print the labels of the last goods</source>
        <translation>Etiketten der letzten Ware drucken</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Take a photo of the damaged goods</source>
        <translation>Foto der beschädigten Ware aufnehmen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Take the goods apart, by their recipe</source>
        <translation>Ware nach ihrem Rezept zerlegen</translation>
    </message>
    <message>
        <source>The labels are on their way…</source>
        <translation>Die Etiketten sind unterwegs…</translation>
    </message>
    <message>
        <source>The last goods are damaged</source>
        <translation>Die letzte Ware ist beschädigt</translation>
    </message>
    <message>
        <source>What was scanned</source>
        <translation>Was gescannt wurde</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message numerus="yes">
        <source>at {0}: %n line(s)</source>
        <translation>
            <numerusform>auf {0}: %n Zeile</numerusform>
            <numerusform>auf {0}: %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n place(s)</source>
        <translation>
            <numerusform>{0} von %n Platz</numerusform>
            <numerusform>{0} von %n Plätzen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>An article&apos;s weight is wrong on file</source>
        <translation>Das Gewicht eines Artikels ist falsch erfasst</translation>
    </message>
    <message>
        <source>Another parcel is open.</source>
        <translation>Das nächste Paket ist offen.</translation>
    </message>
    <message>
        <source>At {place}</source>
        <translation>Auf {place}</translation>
    </message>
    <message>
        <source>Box and padding weigh more</source>
        <translation>Karton und Polster wiegen mehr</translation>
    </message>
    <message>
        <source>Codes that are known by now: {about}. Look at them in the list.</source>
        <translation>Inzwischen bekannte Codes: {about}. Sehen Sie sie in der Liste an.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Difference: {0}</source>
        <translation>Differenz: {0}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Drop this task? Everything that was scanned is forgotten. Press it once more.</source>
        <translation>Diese Aufgabe verwerfen? Alles Gescannte wird vergessen. Noch einmal drücken.</translation>
    </message>
    <message>
        <source>Every piece was counted again</source>
        <translation>Alle Stücke wurden nachgezählt</translation>
    </message>
    <message>
        <source>Everything goes there, until another bin is scanned.</source>
        <translation>Alles kommt dorthin, bis ein anderes Fach gescannt wird.</translation>
    </message>
    <message>
        <source>Everything is at its place: finish</source>
        <translation>Alles ist an seinem Platz: abschließen</translation>
    </message>
    <message>
        <source>Everything is packed: weigh it or finish</source>
        <translation>Alles ist gepackt: wiegen oder abschließen</translation>
    </message>
    <message>
        <source>Everything is picked: finish</source>
        <translation>Alles ist da: abschließen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>From {place}</source>
        <translation>Von {place}</translation>
    </message>
    <message>
        <source>Go to {place} and scan it</source>
        <translation>Zu {place} gehen, Platz scannen</translation>
    </message>
    <message>
        <source>Go to {place} and scan the place</source>
        <translation>Zu {place} gehen und den Platz scannen</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>Kommt in</translation>
    </message>
    <message>
        <source>How much of {about}? Type it, then Enter.</source>
        <translation>Wie viel {about}? Eintippen, dann Enter.</translation>
    </message>
    <message>
        <source>In the parcel</source>
        <translation>Im Paket</translation>
    </message>
    <message>
        <source>Instead of</source>
        <translation>Statt</translation>
    </message>
    <message>
        <source>Into the tote</source>
        <translation>In die Kiste</translation>
    </message>
    <message>
        <source>Into {place}: scan the goods</source>
        <translation>In {place}: Ware scannen</translation>
    </message>
    <message>
        <source>Into {slot}, and all is sorted: finish</source>
        <translation>In Fach {slot}, dann ist alles fertig</translation>
    </message>
    <message>
        <source>Is {place} empty?</source>
        <translation>Ist {place} leer?</translation>
    </message>
    <message>
        <source>It should weigh {0}.</source>
        <translation>Soll: {0}.</translation>
    </message>
    <message>
        <source>It would go best at {place}.</source>
        <translation>Am besten läge es in {place}.</translation>
    </message>
    <message>
        <source>Less lies there</source>
        <translation>Dort liegt weniger</translation>
    </message>
    <message>
        <source>Lost or stolen</source>
        <translation>Verloren oder gestohlen</translation>
    </message>
    <message>
        <source>Lot {0}</source>
        <translation>Charge {0}</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Umlagern</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Umgelagert</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächster Platz</translation>
    </message>
    <message>
        <source>No other place has {about}. The place will be counted.</source>
        <translation>{about} liegt sonst nirgends. Der Platz wird gezählt.</translation>
    </message>
    <message>
        <source>No place is known: scan where you find it</source>
        <translation>Kein Platz bekannt: scannen, wo es liegt</translation>
    </message>
    <message>
        <source>Nobody can get at it</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Nothing is known to be here. Type the article number.</source>
        <translation>Hier ist nichts gebucht. Tippen Sie die Artikelnummer.</translation>
    </message>
    <message>
        <source>Nothing lies there</source>
        <translation>Dort liegt nichts</translation>
    </message>
    <message>
        <source>Nothing more is to be found: finish</source>
        <translation>Mehr ist nicht zu finden: abschließen</translation>
    </message>
    <message>
        <source>Other goods lie there</source>
        <translation>Dort liegt andere Ware</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Packen</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Gepackt</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>Kommissionieren</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Kommissioniert</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Einlagern</translation>
    </message>
    <message>
        <source>Put everything at {place} and scan it</source>
        <translation>Alles nach {place} legen und den Platz scannen</translation>
    </message>
    <message>
        <source>Put it at {place}, then scan the place</source>
        <translation>Auf {place} legen, dann den Platz scannen</translation>
    </message>
    <message>
        <source>Put it here</source>
        <translation>Hierher</translation>
    </message>
    <message>
        <source>Put it into {slot} and scan the next</source>
        <translation>In Fach {slot} legen und das nächste scannen</translation>
    </message>
    <message>
        <source>Put it into {tote} and scan the tote</source>
        <translation>In {tote} legen, Kiste scannen</translation>
    </message>
    <message>
        <source>Put {quantity} at {place}, then scan the place</source>
        <translation>{quantity} in {place} legen, dann den Platz scannen</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Refill</source>
        <translation>Nachfüllen</translation>
    </message>
    <message>
        <source>Refilled</source>
        <translation>Nachgefüllt</translation>
    </message>
    <message>
        <source>Repack</source>
        <translation>Umpacken</translation>
    </message>
    <message>
        <source>Repacked</source>
        <translation>Umgepackt</translation>
    </message>
    <message>
        <source>Return goods</source>
        <translation>Ware zurückgeben</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Scan a free tote for {order}</source>
        <translation>Freie Kiste für {order} scannen</translation>
    </message>
    <message>
        <source>Scan every piece into parcel {parcel}</source>
        <translation>Jedes Stück in Paket {parcel} scannen</translation>
    </message>
    <message>
        <source>Scan the goods</source>
        <translation>Ware scannen</translation>
    </message>
    <message>
        <source>Scan the goods, or first their bin</source>
        <translation>Ware scannen, oder zuerst ihr Fach</translation>
    </message>
    <message>
        <source>Scan the goods, or the next place</source>
        <translation>Ware oder nächsten Platz scannen</translation>
    </message>
    <message>
        <source>Scan the next goods, or a place</source>
        <translation>Nächste Ware oder Platz scannen</translation>
    </message>
    <message>
        <source>Scan the next goods, or the place where you put them</source>
        <translation>Nächste Ware scannen, oder den Platz, auf den Sie sie legen</translation>
    </message>
    <message>
        <source>Scan the place</source>
        <translation>Platz scannen</translation>
    </message>
    <message>
        <source>Scan the place where the goods are</source>
        <translation>Platz scannen, an dem die Ware liegt</translation>
    </message>
    <message>
        <source>Scan what goes instead of what is missing</source>
        <translation>Ersatz für das Fehlende scannen</translation>
    </message>
    <message>
        <source>Scan what goes instead of {goods}</source>
        <translation>Ersatz scannen für {goods}</translation>
    </message>
    <message>
        <source>Scan what is made of it</source>
        <translation>Scannen, was daraus wird</translation>
    </message>
    <message>
        <source>Scan what you take, then press “Make”</source>
        <translation>Scannen, was Sie entnehmen, dann „Machen“</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Versenden</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Versandt</translation>
    </message>
    <message>
        <source>Sort it</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>Sort: scan, and see where it goes</source>
        <translation>Sortieren: Ware scannen</translation>
    </message>
    <message>
        <source>Take here</source>
        <translation>Hier nehmen</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take {quantity}, scan the goods</source>
        <translation>{quantity} nehmen, Ware scannen</translation>
    </message>
    <message>
        <source>Taken back: {about}</source>
        <translation>Zurückgenommen: {about}</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Taken, but it expired on {about}.</source>
        <translation>Genommen, aber am {about} abgelaufen.</translation>
    </message>
    <message>
        <source>Taken, but it expires too soon: on {about}.</source>
        <translation>Angenommen, aber es läuft zu früh ab: am {about}.</translation>
    </message>
    <message>
        <source>Taken, but nobody ordered this.</source>
        <translation>Genommen, aber das hat niemand bestellt.</translation>
    </message>
    <message>
        <source>Taken, but the books do not have that much at {about}.</source>
        <translation>Genommen, aber so viel ist an {about} nicht gebucht.</translation>
    </message>
    <message>
        <source>Taken. Each piece has a serial number, and this code names none.</source>
        <translation>Genommen. Jedes Stück hat eine Seriennummer, der Code nennt keine.</translation>
    </message>
    <message>
        <source>Taken. It is more than was ordered.</source>
        <translation>Genommen. Das ist mehr als bestellt.</translation>
    </message>
    <message>
        <source>Taken. The books have it elsewhere: at {about}.</source>
        <translation>Genommen. Gebucht ist es woanders: an {about}.</translation>
    </message>
    <message>
        <source>Taken. These goods have lots, and this code names none.</source>
        <translation>Genommen. Diese Ware hat Chargen, der Code nennt keine.</translation>
    </message>
    <message>
        <source>The code is that of {about}. Head office hears of it.</source>
        <translation>Der Code gehört zu {about}. Die Zentrale erfährt es.</translation>
    </message>
    <message>
        <source>The last step is taken back.</source>
        <translation>Der letzte Schritt ist zurückgenommen.</translation>
    </message>
    <message>
        <source>The next goods are taken instead.</source>
        <translation>Die nächste Ware geht als Ersatz mit.</translation>
    </message>
    <message>
        <source>The scale is not exact</source>
        <translation>Die Waage ist ungenau</translation>
    </message>
    <message>
        <source>The weight is kept.</source>
        <translation>Das Gewicht ist notiert.</translation>
    </message>
    <message>
        <source>They lie at {place}</source>
        <translation>Liegt auf {place}</translation>
    </message>
    <message>
        <source>Used in the shop</source>
        <translation>Im Laden verbraucht</translation>
    </message>
    <message>
        <source>Weight not checked, as it is not known of {about}.</source>
        <translation>Gewicht nicht geprüft, unbekannt: {about}.</translation>
    </message>
    <message>
        <source>Weight not known: {0}.</source>
        <translation>Gewicht unbekannt: {0}.</translation>
    </message>
    <message>
        <source>What is known weighs {0}.</source>
        <translation>Der bekannte Teil wiegt {0}.</translation>
    </message>
    <message>
        <source>What is {about}? Scan these goods; type 6 × first where six are inside.</source>
        <translation>Was ist {about}? Diese Ware scannen; sind sechs darin, zuerst 6 ×.</translation>
    </message>
    <message>
        <source>Which goods are these?</source>
        <translation>Welche Ware ist das?</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>Abschreiben</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Abgeschrieben</translation>
    </message>
    <message>
        <source>asked for: {goods}</source>
        <translation>zu zählen: {goods}</translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation>für {0}</translation>
    </message>
    <message>
        <source>one scan is enough</source>
        <translation>ein Scan genügt</translation>
    </message>
    <message>
        <source>or type its check code</source>
        <translation>oder Prüfcode eingeben</translation>
    </message>
    <message>
        <source>still to be sorted: {0}</source>
        <translation>noch zu sortieren: {0}</translation>
    </message>
    <message>
        <source>the place is enough</source>
        <translation>der Platz genügt</translation>
    </message>
    <message>
        <source>then {place}</source>
        <translation>dann {place}</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>bis {0}</translation>
    </message>
    <message>
        <source>weight does not fit</source>
        <translation>Gewicht passt nicht</translation>
    </message>
    <message>
        <source>weight not checked</source>
        <translation>Gewicht nicht geprüft</translation>
    </message>
    <message>
        <source>weight taken for right</source>
        <translation>Gewicht als richtig angenommen</translation>
    </message>
    <message>
        <source>{0} of {1} lines</source>
        <translation>{0} von {1} Zeilen</translation>
    </message>
    <message>
        <source>{about} lies at another place, too: go there.</source>
        <translation>{about} liegt auch an einem anderen Platz: dorthin gehen.</translation>
    </message>
    <message>
        <source>{place} is counted: empty.</source>
        <translation>{place} ist gezählt: leer.</translation>
    </message>
    <message>
        <source>{place} is counted: empty. The books say otherwise.</source>
        <translation>{place} ist gezählt: leer. Das Buch sagt etwas anderes.</translation>
    </message>
    <message>
        <source>{place} will be counted.</source>
        <translation>{place} wird gezählt.</translation>
    </message>
</context>
<context>
    <name>TenderLine</name>
    <message>
        <source>Take back: {0}</source>
        <translation>Zurücknehmen: {0}</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n Packung</numerusform>
            <numerusform>%n Packungen</numerusform>
        </translation>
    </message>
    <message>
        <source>comes back</source>
        <translation>kommt zurück</translation>
    </message>
    <message>
        <source>lot {0}</source>
        <translation>Charge {0}</translation>
    </message>
    <message>
        <source>no. {0}</source>
        <translation>Nr. {0}</translation>
    </message>
    <message>
        <source>price from the label</source>
        <translation>Preis vom Etikett</translation>
    </message>
    <message>
        <source>tare {0}</source>
        <translation>Tara {0}</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>bis {0}</translation>
    </message>
</context>
<context>
    <name>TicketSide</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>A manager allows it</source>
        <translation>Die Leitung erlaubt es</translation>
    </message>
    <message>
        <source>Ask for the age: {0} or over</source>
        <translation>Nach dem Alter fragen: {0} oder älter</translation>
    </message>
    <message>
        <source>Head office does not answer. Another till may sell this too: then it is paid twice.</source>
        <translation>Die Zentrale antwortet nicht. Eine andere Kasse kann das ebenfalls verkaufen: Dann ist es doppelt bezahlt.</translation>
    </message>
    <message>
        <source>Head office is asked for this sale</source>
        <translation>Die Zentrale wird nach diesem Verkauf gefragt</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Übergehen</translation>
    </message>
    <message>
        <source>Last item</source>
        <translation>Letzter Artikel</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Old enough</source>
        <translation>Alt genug</translation>
    </message>
    <message>
        <source>Open it anyway</source>
        <translation>Trotzdem öffnen</translation>
    </message>
    <message>
        <source>Parked: {0}</source>
        <translation>Geparkt: {0}</translation>
    </message>
    <message>
        <source>Removed: {0}</source>
        <translation>Entfernt: {0}</translation>
    </message>
    <message>
        <source>Sale of {0}</source>
        <translation>Verkauf von {0}</translation>
    </message>
    <message>
        <source>Scan the first item</source>
        <translation>Den ersten Artikel scannen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>TOTAL</source>
        <translation>SUMME</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Too young</source>
        <translation>Zu jung</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>You save {0}</source>
        <translation>Sie sparen {0}</translation>
    </message>
    <message>
        <source>or press F2 to search</source>
        <translation>oder F2 zum Suchen drücken</translation>
    </message>
    <message>
        <source>why so much?</source>
        <translation>warum so viel?</translation>
    </message>
    <message>
        <source>{0} not found</source>
        <translation>{0} nicht gefunden</translation>
    </message>
</context>
<context>
    <name>TicketTable</name>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Verkauf</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>Free place</source>
        <translation>Freier Platz</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Waren</translation>
    </message>
</context>
<context>
    <name>TillActions</name>
    <message>
        <source>Another price</source>
        <translation>Anderer Preis</translation>
    </message>
    <message>
        <source>Change the customer</source>
        <translation>Kunden ändern</translation>
    </message>
    <message>
        <source>Code of the coupon</source>
        <translation>Gutscheincode</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Gutscheincode</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Customer pays a debt</source>
        <translation>Kunde zahlt Schuld</translation>
    </message>
    <message>
        <source>Everything for</source>
        <translation>Alles für</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Einlösen</translation>
    </message>
    <message>
        <source>Money into store credit</source>
        <translation>Geld auf Guthaben</translation>
    </message>
    <message>
        <source>Money off everything</source>
        <translation>Betrag auf alles</translation>
    </message>
    <message>
        <source>Money off this line</source>
        <translation>Betrag auf Zeile</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on the receipt</source>
        <translation>Notiz zum Beleg</translation>
    </message>
    <message>
        <source>Note on this line</source>
        <translation>Notiz zur Zeile</translation>
    </message>
    <message>
        <source>Onto the ticket</source>
        <translation>Auf den Beleg</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Park under a name</source>
        <translation>Mit Namen parken</translation>
    </message>
    <message>
        <source>Per cent off everything</source>
        <translation>Prozent auf alles</translation>
    </message>
    <message>
        <source>Prices of today</source>
        <translation>Preise von heute</translation>
    </message>
    <message>
        <source>Print as a quote</source>
        <translation>Als Angebot drucken</translation>
    </message>
    <message>
        <source>So much is paid; empty for nothing</source>
        <translation>So viel wird gezahlt; leer für nichts</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>Ware zurücknehmen</translation>
    </message>
    <message>
        <source>Tare</source>
        <translation>Tara</translation>
    </message>
    <message>
        <source>This line for</source>
        <translation>Diese Zeile für</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Letzten Schritt zurück</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Notieren</translation>
    </message>
</context>
<context>
    <name>TillPage</name>
    <message>
        <source>Ask here first</source>
        <translation>Erst hier fragen</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Bei der Arbeit</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>F9=F10, F10=F9: ours, then yours. From the next start on.</source>
        <translation>F9=F10, F10=F9: unsere, dann Ihre. Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Head of the journal</source>
        <translation>Kopf des Journals</translation>
    </message>
    <message>
        <source>Journal since</source>
        <translation>Journal seit</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Lock the till when nobody touches it</source>
        <translation>Kasse sperren, wenn niemand sie berührt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Other keys</source>
        <translation>Andere Tasten</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Program and data</source>
        <translation>Programm und Daten</translation>
    </message>
    <message>
        <source>Receipts begin with</source>
        <translation>Belege beginnen mit</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>Von der Administration festgelegt</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Size of the journal</source>
        <translation>Größe des Journals</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Till and server</source>
        <translation>Kasse und Server</translation>
    </message>
    <message>
        <source>When head office asks for a file for support</source>
        <translation>Wenn die Zentrale eine Datei für den Support will</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>zugelassen</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>waiting for approval</source>
        <translation>wartet auf Zulassung</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} Min.</translation>
    </message>
</context>
<context>
    <name>TillView</name>
    <message>
        <source>Open the drawer</source>
        <translation>Schublade öffnen</translation>
    </message>
    <message>
        <source>Print the last receipt again</source>
        <translation>Den letzten Beleg nachdrucken</translation>
    </message>
</context>
<context>
    <name>TipBar</name>
    <message>
        <source>As a tip</source>
        <translation>Als Trinkgeld</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keins</translation>
    </message>
    <message>
        <source>The typed amount is paid, the tip in it</source>
        <translation>Der getippte Betrag wird bezahlt, samt Trinkgeld</translation>
    </message>
    <message>
        <source>The typed amount is the tip</source>
        <translation>Der getippte Betrag ist das Trinkgeld</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>Tip {0}</source>
        <translation>Trinkgeld {0}</translation>
    </message>
    <message>
        <source>Up to this sum</source>
        <translation>Auf diese Summe</translation>
    </message>
    <message>
        <source>up to {0}</source>
        <translation>auf {0}</translation>
    </message>
</context>
<context>
    <name>TodaySheet</name>
    <message>
        <source>New offer: {0}</source>
        <translation>Neues Angebot: {0}</translation>
    </message>
    <message>
        <source>No longer offered: {0}</source>
        <translation>Nicht mehr im Angebot: {0}</translation>
    </message>
    <message>
        <source>No longer sold, keeps its price: {0}</source>
        <translation>Nicht mehr im Verkauf, behält den Preis: {0}</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>Prices of today</source>
        <translation>Preise von heute</translation>
    </message>
    <message>
        <source>Take these prices</source>
        <translation>Diese Preise nehmen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Keys of this screen</source>
        <translation>Tasten dieser Seite</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Scan or find goods</source>
        <translation>Scannen oder suchen</translation>
    </message>
    <message>
        <source>shift {0}</source>
        <translation>Schicht {0}</translation>
    </message>
</context>
<context>
    <name>TypedRow</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep: {0}</source>
        <translation>Behalten: {0}</translation>
    </message>
</context>
<context>
    <name>UndoChip</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>box</source>
        <translation>Karton</translation>
    </message>
    <message>
        <source>g</source>
        <translation>g</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>l</source>
        <translation>l</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>Stk</translation>
    </message>
</context>
<context>
    <name>VoidSheet</name>
    <message>
        <source>All goods go back to the shelf and all money to the customer.</source>
        <translation>Alle Waren gehen ins Regal zurück und alles Geld an den Kunden.</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Take back for this reason</source>
        <translation>Aus diesem Grund stornieren</translation>
    </message>
    <message>
        <source>Take receipt {0} back</source>
        <translation>Beleg {0} stornieren</translation>
    </message>
    <message>
        <source>The customer changed their mind</source>
        <translation>Der Kunde hat es sich anders überlegt</translation>
    </message>
    <message>
        <source>Wrong goods</source>
        <translation>Falsche Ware</translation>
    </message>
    <message>
        <source>Wrong payment</source>
        <translation>Falsche Zahlung</translation>
    </message>
</context>
<context>
    <name>Warehouse</name>
    <message>
        <source>The bin is empty and the next on the way.</source>
        <translation>Das Fach ist leer und das nächste auf dem Weg.</translation>
    </message>
    <message>
        <source>The same product lies there, and there is room.</source>
        <translation>Dort liegt derselbe Artikel, und es ist Platz.</translation>
    </message>
    <message>
        <source>This bin is kept for the product.</source>
        <translation>Dieses Fach gehört dem Artikel.</translation>
    </message>
    <message>
        <source>This is the zone for its class, and the bin is empty.</source>
        <translation>Das ist die Zone für solche Ware, und das Fach ist leer.</translation>
    </message>
</context>
<context>
    <name>WeightPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Put the parcel on the scale, or type what it weighs.</source>
        <translation>Paket auf die Waage stellen oder das Gewicht eingeben.</translation>
    </message>
    <message>
        <source>The weight is right</source>
        <translation>Das Gewicht stimmt</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>Not far from an offer</source>
        <translation>Fast ein Angebot</translation>
    </message>
    <message>
        <source>Why so much?</source>
        <translation>Warum so viel?</translation>
    </message>
</context>
</TS>
