"""The words of labels on paper: English, Russian, German."""

LABEL_WORDS: dict[str, tuple[str, ...]] = {
    "label_lowest": ("30-day lowest price: {price}", "Мин. цена за 30 дней: {price}", "30-Tage-Bestpreis: {price}"),
    "label_lowest_since": (
        "Lowest price since {date}: {price}",
        "Мин. цена с {date}: {price}",
        "Bestpreis seit {date}: {price}",
    ),
}
