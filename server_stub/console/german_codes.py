"""Codes in German, by their English words; those of cases and of what to do about them are the till's own."""

from server_stub.console.german_orders import ORDER_CODES
from server_stub.console.words_costs import COST_CODES
from server_stub.console.words_goods import GOODS_CODES
from server_stub.console.words_parcels import PARCEL_CODES
from server_stub.console.words_places import PLACE_CODES

GERMAN_CODES = {
    **GOODS_CODES,
    **ORDER_CODES,
    **COST_CODES,
    **PARCEL_CODES,
    **PLACE_CODES,
    "Newer version announced": "Neuere Version gemeldet",
    # cases
    "Head office could not book: {what}": "Die Zentrale konnte nicht buchen: {what}",
    "Head office did not take: {what}": "Die Zentrale hat nicht angenommen: {what}",
    "Larger than head office takes: {what}": "Größer, als die Zentrale annimmt: {what}",
    "More came back than was sold with receipt {what}": "Zu Beleg {what} kam mehr zurück, als verkauft wurde",
    "A count was decided twice, and differently: {what}": (
        "Über eine Zählung wurde zweimal verschieden entschieden: {what}"
    ),
    "Two sales have the receipt number {what}": "Zwei Verkäufe haben die Belegnummer {what}",
    "A parked sale was paid more than once: {what}": "Ein geparkter Verkauf wurde mehrmals bezahlt: {what}",
    "One serial number was sold twice: {what}": "Eine Seriennummer wurde zweimal verkauft: {what}",
    "Goods were made of nothing, or nothing of goods: {what}": "Ware aus nichts gemacht, oder aus Ware nichts: {what}",
    "No goods have the code {what}": "Kein Artikel hat den Code {what}",
    "A coupon was redeemed too often: {what}": "Ein Gutscheincode wurde zu oft eingelöst: {what}",
    "A card payment was decided by hand: {what}": "Über eine Kartenzahlung entschied ein Mensch: {what}",
    "More was paid than was on a gift certificate: {what}": (
        "Mit einem Gutschein wurde mehr bezahlt, als darauf war: {what}"
    ),
    "A customer spent more than was there: {what}": "Ein Kunde hat mehr ausgegeben, als da war: {what}",
    "One customer may be here twice: {what}": "Ein Kunde ist vielleicht doppelt angelegt: {what}",
    "Two expiry dates were told for lot {what}": "Für die Charge {what} wurden zwei Haltbarkeitsdaten genannt",
    "A customer was changed in two places: {what}": "Ein Kunde wurde an zwei Stellen geändert: {what}",
    "A shift was closed without approval: {what}": "Eine Schicht wurde ohne Erlaubnis geschlossen: {what}",
    "A second copy of this till has written": "Eine zweite Kopie dieser Kasse hat geschrieben",
    "An entry of the journal is damaged": "Ein Eintrag des Journals ist beschädigt",
    "The journal does not hold from here on: {what}": "Das Journal hält ab hier nicht: {what}",
    "The journal was shorter than before": "Das Journal war kürzer als zuvor",
    "New hardware took over this till": "Neue Hardware hat diese Kasse übernommen",
    "Till taken out of service": "Kasse außer Dienst gestellt",
    "Key of a till's database given back": "Schlüssel einer Kassendatenbank herausgegeben",
    "The till was restored from a backup": "Die Kasse wurde aus einer Sicherung wiederhergestellt",
    "A closed till has handed in entries": "Eine stillgelegte Kasse hat Einträge abgeliefert",
    "A known device has come with another key": "Ein bekanntes Gerät kommt mit einem anderen Schlüssel",
    "A known server has come with another key": "Ein bekannter Server kommt mit einem anderen Schlüssel",
    "The daily backup of head office failed": "Die tägliche Sicherung der Zentrale ist misslungen",
    # what to do about them
    "A manager lets it in or keeps it out, in the console under Tills.": (
        "Die Leitung lässt sie zu oder nicht, in der Konsole unter Kassen."
    ),
    "Tell support; selling goes on.": "Den Support benachrichtigen; der Verkauf geht weiter.",
    "Tell whoever runs the server.": "Wer den Server betreibt, soll es wissen.",
    "The office adds the goods, or closes this in the console.": (
        "Das Büro legt den Artikel an oder schließt dies in der Konsole."
    ),
    "Find the other copy and stop it; then both are registered again.": (
        "Die andere Kopie finden und anhalten; dann werden beide neu angemeldet."
    ),
    "The till went on in a new journal by itself. A manager should know why.": (
        "Die Kasse hat von selbst in einem neuen Journal weitergemacht. Die Leitung sollte wissen, warum."
    ),
    # facts
    "A till began a journal": "Eine Kasse hat ein Journal begonnen",
    "A shift was opened": "Eine Schicht wurde geöffnet",
    "A shift was closed": "Eine Schicht wurde geschlossen",
    "A sale was made": "Ein Verkauf wurde abgeschlossen",
    "A sale was taken back": "Ein Verkauf wurde storniert",
    "A drawer was opened": "Eine Schublade wurde geöffnet",
    "Somebody signed in at a till": "Jemand hat sich an einer Kasse angemeldet",
    "Orders put into a wave": "Aufträge in eine Welle aufgenommen",
    "Said how much more is taken": "Toleranz festgelegt",
    "Tolerance forgotten": "Toleranz aufgehoben",
    "Wave released": "Welle freigegeben",
    "Wave dissolved": "Welle aufgelöst",
    "Orders put into a supply": "Aufträge in eine Lieferung aufgenommen",
    "Supply closed": "Lieferung abgeschlossen",
    "One marked piece was picked or sold twice: {what}": (
        "Ein gekennzeichnetes Stück wurde zweimal kommissioniert oder verkauft: {what}"
    ),
    "One piece with a number of its own came in twice: {what}": (
        "Ein Stück mit eigener Nummer kam zweimal herein: {what}"
    ),
    "More was picked than the order wants: {what}": "Mehr kommissioniert, als der Auftrag verlangt: {what}",
    "Other goods have the code {what} already": "Andere Ware hat den Code {what} schon",
    "A code was given to goods": "Ein Code wurde Ware zugeordnet",
    "Not everything arrived as another shop had sent it: {what}": (
        "Nicht alles kam so an, wie ein anderes Geschäft es sandte: {what}"
    ),
    "Not everything came as it was ordered, received blind: {what}": (
        "Nicht alles kam wie bestellt (blinde Annahme): {what}"
    ),
    "More went than the book has: {what}": "Es ging mehr weg, als gebucht ist: {what}",
    "A count did not know what another till had moved before it: {what}": (
        "Eine Zählung kannte nicht, was eine andere Kasse vorher bewegt hatte: {what}"
    ),
    "Stock was corrected": "Der Bestand wurde berichtigt",
    "Goods were moved": "Ware wurde bewegt",
    "An approval was decided twice, and differently: {what}": (
        "Über eine Genehmigung wurde zweimal und verschieden entschieden: {what}"
    ),
    "An approval was asked for": "Eine Genehmigung wurde angefragt",
    "An approval was decided": "Über eine Genehmigung wurde entschieden",
    "Approval decided": "Über Genehmigung entschieden",
    "Goods were counted": "Ware wurde gezählt",
    "A receipt was printed again": "Ein Beleg wurde noch einmal gedruckt",
    "An invoice was issued": "Eine Rechnung wurde ausgestellt",
    "A sale was signed by a fiscal device": "Ein Fiskalgerät hat einen Verkauf signiert",
    "A customer was changed at the till": "An der Kasse wurden Kundendaten geändert",
    "A customer was made at the till": "An der Kasse wurde ein Kunde angelegt",
    "An order was begun or left": "Ein Auftrag wurde begonnen oder abgegeben",
    "A count was decided": "Über eine Zählung wurde entschieden",
    "A code was scanned that no goods have": "Ein Code ohne Artikel wurde gescannt",
    "A card payment was decided by hand": "Über eine Kartenzahlung entschied ein Mensch",
    "A test": "Eine Probe",
    # what was done
    "Support bundle taken": "Supportpaket abgeholt",
    "Support bundle came in": "Supportpaket eingegangen",
    "Support bundle refused at the till": "Supportpaket an der Kasse abgelehnt",
    "Support bundle asked for": "Supportpaket angefordert",
    "Case closed": "Fall geschlossen",
    "Case opened again": "Fall wieder geöffnet",
    "Customer's account put right": "Konto eines Kunden berichtigt",
    "Customer changed in two places: decided": "Kunde an zwei Stellen geändert: entschieden",
    "Customer's data told to a till": "Daten eines Kunden an eine Kasse gegeben",
    "Customer's data erased": "Daten eines Kunden gelöscht",
    "Customer's data exported": "Daten eines Kunden ausgegeben",
    "Till let in": "Kasse zugelassen",
    "Till blocked": "Kasse gesperrt",
    "Till put back to waiting": "Kasse wartet wieder auf Zulassung",
    "Till unblocked": "Kasse entsperrt",
    "Gift certificate changed": "Geschenkgutschein geändert",
    "Gift certificate issued": "Geschenkgutschein ausgestellt",
    "Server let in": "Server zugelassen",
    "Server blocked": "Server gesperrt",
    "Server forgotten": "Server vergessen",
    "Job given up": "Auftrag aufgegeben",
    "Job tried again": "Auftrag noch einmal versucht",
    "Journals verified": "Journale geprüft",
    "API key made": "API-Schlüssel angelegt",
    "API key revoked": "API-Schlüssel widerrufen",
    "Code for a till made": "Code für eine Kasse angelegt",
    "QR code for a till made": "QR-Code für eine Kasse angelegt",
    "Policy changed": "Regeln geändert",
    "Board made": "Tafel angelegt",
    "Board changed": "Tafel geändert",
    "Board removed": "Tafel entfernt",
    "Boards exported": "Tafeln ausgegeben",
    "Boards laid out": "Tafeln ausgelegt",
    "Pictures of goods taken in": "Bilder von Artikeln übernommen",
    "Picture of a product changed": "Bild eines Artikels geändert",
    "Coupon made": "Gutscheincode angelegt",
    "Coupon changed": "Gutscheincode geändert",
    "Series of coupons made": "Serie von Gutscheincodes angelegt",
    "Coupon withdrawn or let hold again": "Gutscheincode zurückgezogen oder wieder gültig",
    "Coupon ended": "Gutscheincode beendet",
    "Coupon removed": "Gutscheincode entfernt",
    "Coupon brought back": "Gutscheincode zurückgeholt",
    "Coupons exported": "Gutscheincodes ausgegeben",
    "Price list made": "Preisliste angelegt",
    "Price list changed": "Preisliste geändert",
    "Prices of a list set": "Preise einer Liste gesetzt",
    "Price list ended": "Preisliste beendet",
    "Price list removed": "Preisliste entfernt",
    "Price list brought back": "Preisliste zurückgeholt",
    "Promotion made": "Aktion angelegt",
    "Promotion changed": "Aktion geändert",
    "Promotion ended": "Aktion beendet",
    "Promotion removed": "Aktion entfernt",
    "Promotion brought back": "Aktion zurückgeholt",
    "Promotion switched on or off": "Aktion ein- oder ausgeschaltet",
    "Promotions exported": "Aktionen ausgegeben",
    "Prices exported": "Preise ausgegeben",
    "Quarantine tried again": "Quarantäne noch einmal versucht",
    "A stolen sign-in was ended": "Eine gestohlene Anmeldung wurde beendet",
    "Signed in": "Angemeldet",
    "Signed out": "Abgemeldet",
    "Sign-in failed": "Anmeldung misslungen",
    "Enrolment token made": "Einladung angelegt",
    "Person let out": "Zugang geschlossen",
    "Terms of a shop changed": "Bedingungen eines Geschäfts geändert",
    "Badge given or taken": "Badge gegeben oder eingezogen",
    "Person let in again": "Person wieder eingelassen",
    "Password changed": "Passwort geändert",
    "Role changed": "Rolle geändert",
    "Person added or changed": "Person hinzugefügt oder geändert",
    "Webhook added": "Webhook hinzugefügt",
    "Webhook changed": "Webhook geändert",
    "Webhook removed": "Webhook entfernt",
    "Webhook tried": "Webhook ausprobiert",
}
