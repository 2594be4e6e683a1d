"""The words on reports of a shift about people and differences: English, Russian, German."""

SHIFT_WORDS: dict[str, tuple[str, ...]] = {
    "person_sales": ("{name}: sales {count}", "{name}: продаж {count}", "{name}: Verkäufe {count}"),
    "person_cash": ("Cash", "Наличные", "Bar"),
    "tips": ("Tips, not in the turnover", "Чаевые, не выручка", "Trinkgeld, kein Umsatz"),
    "person_tips": ("Tips", "Чаевые", "Trinkgeld"),
    "given_by_hand": (
        "Card money given back by hand: {count}",
        "Деньги по карте возвращены вручную: {count}",
        "Kartengeld von Hand zurückgegeben: {count}",
    ),
    "taken_by_hand": (
        "Card money taken by hand: {count}",
        "Деньги по карте приняты вручную: {count}",
        "Kartengeld von Hand angenommen: {count}",
    ),
    "person_voids": ("Taken back {count}", "Отменено {count}", "Storniert {count}"),
    "person_looks": ("Drawer without a sale", "Ящик без продажи", "Lade ohne Verkauf"),
    "nobody": ("Nobody", "Никто", "Niemand"),
    "people": ("BY PERSON", "ПО СОТРУДНИКАМ", "NACH PERSON"),
    "pieces": ("COUNTED", "ПЕРЕСЧЁТ", "GEZÄHLT"),
    "approved_by": ("Allowed by", "Разрешил(а)", "Erlaubt von"),
    "uncounted": ("NOT COUNTED", "НЕ ПЕРЕСЧИТАНО", "NICHT GEZÄHLT"),
    "unapproved": ("NOT APPROVED", "НЕ УТВЕРЖДЕНО", "NICHT GENEHMIGT"),
    "clues": ("WHERE TO LOOK", "ГДЕ ИСКАТЬ", "WO SUCHEN"),
    "clues_hint": (
        "What the till's own entries let suppose; it accuses nobody.",
        "Предположения по записям кассы; это никого не обвиняет.",
        "Was die Einträge der Kasse vermuten lassen; es beschuldigt niemanden.",
    ),
    "clue.swapped_to_cash": (
        "Receipt {receipt}: {amount} were rung up as cash and may have been paid by card.",
        "Чек {receipt}: {amount} проведены наличными, но могли быть оплачены картой.",
        "Beleg {receipt}: {amount} wurden bar gebucht und vielleicht mit Karte bezahlt.",
    ),
    "clue.swapped_to_card": (
        "Receipt {receipt}: {amount} were rung up as card and may have been paid in cash.",
        "Чек {receipt}: {amount} проведены картой, но могли быть оплачены наличными.",
        "Beleg {receipt}: {amount} wurden als Karte gebucht und vielleicht bar bezahlt.",
    ),
    "clue.change_kept": (
        "Receipt {receipt}: its change of {amount} may not have been handed out.",
        "Чек {receipt}: сдача {amount}, возможно, не выдана.",
        "Beleg {receipt}: das Wechselgeld von {amount} wurde vielleicht nicht ausgegeben.",
    ),
    "clue.change_twice": (
        "Receipt {receipt}: its change of {amount} may have been handed out twice.",
        "Чек {receipt}: сдача {amount}, возможно, выдана дважды.",
        "Beleg {receipt}: das Wechselgeld von {amount} wurde vielleicht doppelt ausgegeben.",
    ),
    "clue.void_kept": (
        "Receipt {receipt} was taken back: its {amount} may not have been handed out.",
        "Чек {receipt} отменён: {amount}, возможно, не возвращены.",
        "Beleg {receipt} wurde storniert: {amount} wurden vielleicht nicht ausgezahlt.",
    ),
    "clue.unpaid": (
        "Receipt {receipt}: its {amount} in cash may not have been taken.",
        "Чек {receipt}: {amount} наличными, возможно, не получены.",
        "Beleg {receipt}: {amount} in bar wurden vielleicht nicht kassiert.",
    ),
    "clue.in_missing": (
        "{amount} were put in by {person}, “{reason}”: they may not have reached the drawer.",
        "{amount}: внёс(ла) {person}, «{reason}»; деньги могли не попасть в ящик.",
        "{amount} Einlage von {person}, „{reason}“: vielleicht nicht in der Lade angekommen.",
    ),
    "clue.out_missing": (
        "{amount} were taken out by {person}, “{reason}”: they may still lie in the drawer.",
        "{amount}: изъял(а) {person}, «{reason}»; деньги могли остаться в ящике.",
        "{amount} Entnahme von {person}, „{reason}“: vielleicht noch in der Lade.",
    ),
    "clue.wrong_way": (
        "{amount} by {person}, “{reason}”: cash in and cash out may have been mixed up.",
        "{amount}, {person}, «{reason}»: внесение и изъятие могли быть перепутаны.",
        "{amount} von {person}, „{reason}“: Einlage und Entnahme wurden vielleicht verwechselt.",
    ),
    "clue.float": (
        "The difference is the float of {amount}: it may have been left out or counted twice.",
        "Разница равна размену {amount}: его могли не посчитать или посчитать дважды.",
        "Die Differenz ist der Anfangsbestand von {amount}: vielleicht vergessen oder doppelt gezählt.",
    ),
    "clue.piece": (
        "The difference is one {amount}: a note or coin may have been miscounted or given for another.",
        "Разница — одна купюра или монета {amount}: её могли неверно посчитать или выдать вместо другой.",
        "Die Differenz ist einmal {amount}: ein Schein oder eine Münze vielleicht falsch gezählt oder vertauscht.",
    ),
    "clue.digits": (
        "The difference of {amount} divides by 9: two digits may have been swapped when typing.",
        "Разница {amount} делится на 9: при вводе могли поменять местами две цифры.",
        "Die Differenz von {amount} ist durch 9 teilbar: vielleicht zwei Ziffern beim Tippen vertauscht.",
    ),
    "clue.looks": (
        "The drawer was opened without a sale (× {count}), last by {person}",
        "Ящик открывали без продажи (× {count}), последний раз — {person}",
        "Die Lade wurde ohne Verkauf geöffnet (× {count}), zuletzt von {person}",
    ),
}
