"""The console's words in German about customers who were changed in two places."""

CLASHES = {
    "Which is right?": "Was ist richtig?",
    "(empty)": "(leer)",
    "This customer's data were erased.": "Die Daten dieses Kunden wurden gelöscht.",
    "A till changed what was changed elsewhere meanwhile. What you choose reaches all tills; "
    "what you leave for later waits here.": (
        "Eine Kasse hat geändert, was inzwischen anderswo geändert wurde. Was Sie wählen, kommt an alle Kassen; "
        "was Sie aufschieben, wartet hier."
    ),
    "What": "Was",
    "Head office has": "Zentrale",
    "The till wanted": "Kasse",
    "Decide": "Entscheiden",
    "before: {value}": "zuvor: {value}",
    "later": "später",
    "Keep what is chosen": "Auswahl übernehmen",
    "Nothing is left to decide here.": "Hier ist nichts mehr zu entscheiden.",
    "Compare and decide": "Vergleichen und entscheiden",
    "Nothing was chosen": "Nichts ausgewählt",
    "Nothing is to be decided there": "Dort ist nichts zu entscheiden; vielleicht hat es schon jemand getan",
    "This card is another customer's": "Diese Karte gehört einem anderen Kunden",
    "It is kept as you decided; the rest waits.": "Wie entschieden gespeichert; der Rest wartet.",
    "It is kept as you decided, and the case is closed.": "Wie entschieden gespeichert; der Fall ist geschlossen.",
    "Customer card": "Kundenkarte",
    "Telephone": "Telefon",
    "E-mail": "E-Mail",
    "Birthday": "Geburtstag",
}
