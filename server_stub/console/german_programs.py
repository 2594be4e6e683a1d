"""The console's words in German about the audit log, other servers and webhooks."""

PROGRAMS = {
    "Audit log": "Protokoll",
    "Day": "Tag",
    "Each line carries the hash of the one before: none can be changed or taken out unseen.": (
        "Jede Zeile trägt den Hash der vorigen: Keine lässt sich unbemerkt ändern oder entfernen."
    ),
    "Every line holds: {lines} of them.": "Alle Zeilen stimmen: {lines}.",
    "Line {n} was changed, or one before it was taken out.": (
        "Zeile {n} wurde geändert, oder eine davor wurde entfernt."
    ),
    "Login, program, till": "Anmeldename, Programm, Kasse",
    "To what": "Woran",
    "Verify the log": "Protokoll prüfen",
    "What was done": "Was getan wurde",
    "When": "Wann",
    "Who": "Wer",
    "Address": "Adresse",
    "Answer": "Antwort",
    "Ask for the proof and let it in": "Nachweis anfordern und zulassen",
    "Call": "Aufruf",
    "Called from": "Aufgerufen von",
    "Change its address": "Adresse ändern",
    "Forget it": "Vergessen",
    "through this centre": "über diese Zentrale",
    "IP address, if it is in your own network": "IP-Adresse, falls im eigenen Netz",
    "Id": "Kennung",
    "It asks for": "Wünscht die Adresse",
    "in its own network": "im eigenen Netz",
    "Last calls through this centre": "Letzte Aufrufe über diese Zentrale",
    "Let it in": "Zulassen",
    "More": "Mehr",
    "No server has registered yet.": "Noch hat sich kein Server angemeldet.",
    "Nobody has called it yet.": "Noch hat ihn niemand aufgerufen.",
    "Nothing reaches this server any more.": "Diesen Server erreicht nichts mehr.",
    "Order": "Reihenfolge",
    "Ownership": "Nachweis",
    "Server": "Server",
    "Servers": "Server",
    (
        "Servers of the eckWMS family that clients reach through this centre. One is let in only where it "
        "proves its address."
    ): (
        "Server der eckWMS-Familie, die über diese Zentrale erreicht werden. Zugelassen wird einer nur, wo er "
        "seine Adresse nachweist."
    ),
    "The centre asks the server to sign a challenge at this address. Only if it does, anything is changed.": (
        "Die Zentrale bittet den Server, an dieser Adresse eine Prüffrage zu unterschreiben. Nur dann wird "
        "etwas geändert."
    ),
    "The server has proved its address and may be reached now.": (
        "Der Server hat seine Adresse nachgewiesen und ist jetzt erreichbar."
    ),
    "The server is forgotten.": "Der Server ist vergessen.",
    "There is no such server": "Diesen Server gibt es nicht",
    "There is no such shop": "Dieses Geschäft gibt es nicht",
    "Took": "Dauer",
    "Ways to it, as clients are told": "Wege zu ihm, wie sie den Programmen genannt werden",
    "Who may reach it": "Wer ihn erreichen darf",
    "asked for": "gewünscht",
    "every shop": "jedes Geschäft",
    "no key yet": "noch kein Schlüssel",
    "not proved": "nicht nachgewiesen",
    "only at {address}": "nur unter {address}",
    "proved": "nachgewiesen",
    "{count} ms": "{count} ms",
    "This server has sent no key yet. It must register with its serverPublicKey.": (
        "Dieser Server hat noch keinen Schlüssel gesendet. Er muss sich mit seinem serverPublicKey anmelden."
    ),
    (
        "This address may not be used: another server has it, or it is neither https on port 443, 3100, 3210 "
        "or 8443 nor a server in your own network whose IP address you name."
    ): (
        "Diese Adresse geht nicht: Ein anderer Server hat sie, oder sie ist weder https an Port 443, 3100, "
        "3210 oder 8443 noch ein Server im eigenen Netz, dessen IP-Adresse Sie nennen."
    ),
    (
        "This name does not lead to the address that was allowed. Without an IP address it must be public; "
        "with one it must be exactly that."
    ): (
        "Dieser Name führt nicht zur erlaubten Adresse. Ohne IP-Adresse muss sie öffentlich sein, mit einer "
        "genau diese."
    ),
    (
        "The server did not prove that it answers at this address. It must run there and sign the challenge "
        "of the centre with its key."
    ): (
        "Der Server hat nicht nachgewiesen, dass er unter dieser Adresse antwortet. Er muss dort laufen und "
        "die Prüffrage der Zentrale mit seinem Schlüssel unterschreiben."
    ),
    "A test is on its way. Look at the deliveries in a moment.": (
        "Eine Probe ist unterwegs. Sehen Sie gleich in die Zustellungen."
    ),
    "Add a webhook": "Webhook hinzufügen",
    "Called when": "Aufgerufen bei",
    "Choose at least one event.": "Wählen Sie mindestens ein Ereignis.",
    "Deliveries": "Zustellungen",
    "Delivered": "Zugestellt",
    "Event": "Ereignis",
    "Given up": "Aufgegeben",
    "Go on": "Fortsetzen",
    "It goes on; what has waited is sent now.": "Es geht weiter; was gewartet hat, wird jetzt gesendet.",
    "It is shown this once. The program checks with it that a call is from here.": (
        "Es wird nur dieses eine Mal gezeigt. Das Programm prüft damit, dass ein Aufruf von hier kommt."
    ),
    "Next try": "Nächster Versuch",
    "No program is called yet.": "Noch wird kein Programm aufgerufen.",
    "Nothing was sent yet.": "Noch wurde nichts gesendet.",
    "Pause": "Anhalten",
    "Paused. What happens meanwhile is sent when it goes on.": (
        "Angehalten. Was inzwischen geschieht, wird danach gesendet."
    ),
    "Program's address": "Adresse des Programms",
    "Remove": "Entfernen",
    "Secret of the new webhook": "Geheimnis des neuen Webhooks",
    "Send a test": "Probe senden",
    "The receiver answered {status}": "Der Empfänger hat mit {status} geantwortet",
    "The webhook is removed.": "Der Webhook ist entfernt.",
    "There is no such webhook": "Diesen Webhook gibt es nicht",
    "This is not an IP address.": "Das ist keine IP-Adresse.",
    "This is not an https address. Only a program in your own network, named by its IP address, may go without.": (
        "Das ist keine https-Adresse. Ohne geht es nur bei einem Programm im eigenen Netz, das mit seiner "
        "IP-Adresse genannt ist."
    ),
    "Webhook": "Webhook",
    "Webhooks": "Webhooks",
    "What it is called for": "Wofür er aufgerufen wird",
    "delivered": "zugestellt",
    "paused": "angehalten",
}
