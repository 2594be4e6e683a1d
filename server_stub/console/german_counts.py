"""The console's words in German about counts."""

COUNTS = {
    "A section of places": "Ein Bereich von Plätzen",
    "Accept": "Übernehmen",
    "Another till handed in goods that had moved before the count, and the count did not know of them. "
    "Accept, and the book is put right by so much.": (
        "Eine andere Kasse hat Bewegungen nachgereicht, die vor der Zählung lagen und von denen sie nichts "
        "wusste. Mit Übernehmen wird der Bestand um so viel berichtigt."
    ),
    "Book then": "Buchbestand damals",
    "Came in late": "Verspätet eingegangen",
    "Correction": "Berichtigung",
    "Count": "Zählung",
    "Count {number}": "Zählung {number}",
    "Counted": "Gezählt",
    "Counts": "Zählungen",
    "Difference": "Differenz",
    "Dismiss": "So lassen",
    "Everything": "Alles",
    "It is decided. The tills hear of it at once.": "Entschieden. Die Kassen erfahren es sofort.",
    "Lines at most": "Höchstens Zeilen",
    "More are shown when these are decided.": "Weitere erscheinen, wenn diese entschieden sind.",
    "Moved since": "Seither bewegt",
    "No count waits.": "Keine Zählung wartet.",
    "None of them": "Keine davon",
    "Nothing came in late.": "Nichts ist verspätet eingegangen.",
    "Order a count": "Zählung anordnen",
    "Order the count": "Anordnen",
    "Places of the section": "Plätze des Bereichs",
    "Say what to count, where, and how many lines": "Geben Sie an, was wo zu zählen ist und wie viele Zeilen",
    "This is worth more than you may decide: {what}": "Das ist mehr wert, als Sie entscheiden dürfen: {what}",
    "Your role does not decide this": "Ihre Rolle entscheidet das nicht",
    "Somebody decided it already": "Das hat schon jemand entschieden",
    "The book is put right. The tills hear of it at once.": (
        "Der Bestand ist berichtigt. Die Kassen erfahren es sofort."
    ),
    "The book stays as it is.": "Der Bestand bleibt, wie er ist.",
    "The count is ordered. The tills hear of it at once.": (
        "Die Zählung ist angeordnet. Die Kassen erfahren es sofort."
    ),
    "There is no such count": "Diese Zählung gibt es nicht",
    "There is nothing to count.": "Es gibt nichts zu zählen.",
    "There is nothing to decide there": "Dort ist nichts zu entscheiden",
    "Waiting for a decision": "Warten auf eine Entscheidung",
    "What is doubtful": "Was zweifelhaft ist",
    "What is due by its class": "Was nach ABC-Klasse fällig ist",
    "What to count": "Was zu zählen ist",
    "Approve": "Genehmigen",
    "Correction of stock": "Bestandskorrektur",
    "Decline": "Ablehnen",
    "Somebody else has to approve it": "Jemand anders muss es genehmigen",
    "Somebody wants to book this and may not alone, as it is worth too much. Nothing has moved yet.": (
        "Jemand möchte das buchen und darf es nicht allein, weil der Wert zu hoch ist. Noch hat sich nichts bewegt."
    ),
    "Waiting for an approval": "Warten auf Genehmigung",
    "Write-off": "Abschreibung",
    "at cost {amount}": "zum Einstandspreis {amount}",
    "Would move": "Würde bewegen",
}
