"""The console's words about parcels and their weights, by the English sentence; names of codes."""

VERDICTS = {
    "right": ("right", "верно"),
    "unchecked": ("not checked", "не проверен"),
    "accepted": ("taken for right", "принят как верный"),
    "off": ("does not fit", "не сходится"),
}
"""What became of a parcel's weight -> English, Russian."""
REASONS = {
    "packaging": ("box and padding weigh more", "коробка и упаковка тяжелее"),
    "catalogue": ("an article's weight is wrong on file", "вес товара записан неверно"),
    "counted": ("every piece was counted again", "все штуки пересчитаны"),
    "scale": ("the scale is not exact", "весы неточны"),
}
"""Why a weight is right that does not fit -> English, Russian."""
PARCEL_CODES = {
    "right": "richtig",
    "not checked": "nicht geprüft",
    "taken for right": "als richtig angenommen",
    "does not fit": "passt nicht",
    "box and padding weigh more": "Karton und Polster wiegen mehr",
    "an article's weight is wrong on file": "das Gewicht eines Artikels ist falsch erfasst",
    "every piece was counted again": "alle Stücke wurden nachgezählt",
    "the scale is not exact": "die Waage ist ungenau",
}
RUSSIAN = {
    "Parcels": "Посылки",
    "Parcel": "Посылка",
    "Packed": "Упаковано",
    "Weight": "Вес",
    "Expected weight": "Ожидаемый вес",
    "Weight check": "Проверка веса",
    "Weight not known": "Вес неизвестен",
    "not weighed": "не взвешена",
}
GERMAN = {
    "Parcels": "Pakete",
    "Parcel": "Paket",
    "Packed": "Gepackt",
    "Weight": "Gewicht",
    "Expected weight": "Erwartetes Gewicht",
    "Weight check": "Gewichtsprüfung",
    "Weight not known": "Gewicht unbekannt",
    "not weighed": "nicht gewogen",
}
