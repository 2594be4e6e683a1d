"""What stands on paper, in the language of the paper, which need not be the language of the screen."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from babel.dates import format_datetime
from babel.numbers import format_decimal

from desktop.domain.money import exponent
from desktop.paper.words_invoice import INVOICE_WORDS
from desktop.paper.words_label import LABEL_WORDS
from desktop.paper.words_purse import PURSE_WORDS
from desktop.paper.words_receipt import RECEIPT_WORDS
from desktop.paper.words_shift import SHIFT_WORDS
from desktop.paper.words_ticket import TICKET_WORDS

LANGUAGES = ("en", "ru", "de")

_WORDS = RECEIPT_WORDS | INVOICE_WORDS | SHIFT_WORDS | TICKET_WORDS | PURSE_WORDS | LABEL_WORDS

_UNITS = {
    "ru": {"pcs": "шт", "kg": "кг", "g": "г", "l": "л", "ml": "мл", "m": "м"},
    "de": {"pcs": "Stk"},
}
_TIME = {"en": "d MMM y, HH:mm:ss xxx", "ru": "dd.MM.y, HH:mm:ss xxx", "de": "dd.MM.y, HH:mm:ss xxx"}
_DAY = {"en": "d MMM y", "ru": "dd.MM.y", "de": "dd.MM.y"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words, numbers and dates of one language; an unknown language writes English."""

    language: str = "en"

    def __call__(self, key: str, **values: str | int) -> str:
        """Give a word; a key that is not in the table is a bug."""
        said = _WORDS[key]
        at = self._index()
        return (said[at] if at < len(said) else said[0]).format(**values)

    def money(self, minor: int, currency: str) -> str:
        """Write an amount with the separators of the language, without its currency."""
        digits = exponent(currency)
        return self._number(Decimal(minor).scaleb(-digits), "#,##0." + "0" * digits if digits else "#,##0")

    def price(self, price_e4: int, currency: str) -> str:
        """Write a unit price: the currency's digits, more only where the price has them."""
        digits = exponent(currency)
        places = "0" * digits + "#" * (4 - digits)
        return self._number(Decimal(price_e4).scaleb(-4), f"#,##0.{places}")

    def quantity(self, quantity_milli: int, unit: str) -> str:
        """Write a quantity and its unit; measured goods keep three decimals, as on a scale."""
        pattern = "#,##0.###" if quantity_milli % 1000 == 0 else "#,##0.000"
        number = self._number(Decimal(quantity_milli).scaleb(-3), pattern)
        return f"{number}\N{NO-BREAK SPACE}{_UNITS.get(self.language, {}).get(unit, unit)}"

    def percent(self, rate_ppm: int) -> str:
        """Write a rate as a percentage, without the sign."""
        return self._number(Decimal(rate_ppm).scaleb(-4), "0.####")

    def time(self, occurred_at: str) -> str:
        """Write an instant (ISO 8601) with seconds and offset; nothing stays nothing."""
        return self._moment(occurred_at, _TIME)

    def day(self, date: str) -> str:
        """Write a date (ISO 8601); nothing stays nothing."""
        return self._moment(date, _DAY)

    def method(self, method: str) -> str:
        """Name a payment method; one that is not in the table keeps its own name."""
        kind, _, currency = method.partition(":")
        return f"{self(kind) if kind in _WORDS else kind} {currency}".strip()

    def _number(self, number: Decimal, pattern: str) -> str:
        return format_decimal(number, format=pattern, locale=self._locale()).replace("-", "−")

    def _moment(self, text: str, patterns: dict[str, str]) -> str:
        if not text:
            return ""
        return format_datetime(datetime.fromisoformat(text), patterns[self._locale()], locale=self._locale())

    def _index(self) -> int:
        return LANGUAGES.index(self._locale())

    def _locale(self) -> str:
        return self.language if self.language in LANGUAGES else "en"
