"""Figures as a person of this language writes them: QLocale's marks, no-break spaces, a real minus.

All functions take the integers of the domain and the default QLocale, which the language switch sets."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.money import format_minor, format_price_e4, format_quantity, format_rate_ppm

MINUS = "−"
NO_BREAK = "\u00a0"
TIMES = "×"

_SIGNS = {"EUR": "€", "RUB": "₽", "USD": "$", "GBP": "£", "PLN": "zł", "UAH": "₴", "KZT": "₸", "JPY": "¥", "BYN": "Br"}
_BEFORE_IN_ENGLISH = {"USD", "GBP", "JPY"}


def decimal(text: str) -> str:
    """A plain decimal such as `-1290.50` in the marks of the language, grouped by thousands."""
    locale = QLocale()
    negative, digits = text.startswith("-"), text.lstrip("-")
    whole, mark, fraction = digits.partition(".")
    grouped = locale.toString(int(whole)).replace("\u202f", NO_BREAK)
    return (MINUS if negative else "") + grouped + (locale.decimalPoint() + fraction if mark else "")


def amount(minor: int, currency: str) -> str:
    """Money without its sign, for columns: `1 290,50`."""
    return decimal(format_minor(minor, currency))


def money(minor: int, currency: str) -> str:
    """Money with its sign: `1 290,50 ₽`, `18.09 €`, `$18.09`."""
    figures, sign = amount(minor, currency), _SIGNS.get(currency, currency)
    if currency in _BEFORE_IN_ENGLISH and QLocale().language() == QLocale.Language.English:
        return MINUS + sign + figures[1:] if figures.startswith(MINUS) else sign + figures
    return f"{figures}{NO_BREAK}{sign}"


def coin(minor: int, currency: str) -> str:
    """A note or coin with its sign and without useless decimals: `5 €`, `0.20 €`."""
    words, zeros = money(minor, currency), decimal(format_minor(0, currency)).lstrip("0")
    return words.replace(zeros, "") if zeros and zeros in words else words


def half_typed(typed: str, currency: str) -> str:
    """Figures as far as they are typed (`12.` is fine), with the sign where the language puts it."""
    return money(0, currency).replace(amount(0, currency), decimal(typed))


def price(price_e4: int, currency: str) -> str:
    """A unit price without its sign, with as many decimals as it has."""
    return decimal(format_price_e4(price_e4, currency))


def quantity(quantity_milli: int, unit: str = "") -> str:
    """A quantity, with its unit unless it is pieces: `2`, `0,342 кг`."""
    figures = decimal(format_quantity(quantity_milli))
    return figures if unit in ("", "pcs") else f"{figures}{NO_BREAK}{unit_name(unit)}"


def packed(quantity_milli: int, unit: str = "", pack_milli: int = 0) -> str:
    """A quantity of packs that hold so much each, and their sum: `2 × 6 = 12`; without whole packs the sum alone."""
    whole = quantity(quantity_milli, unit)
    if pack_milli <= 0 or quantity_milli <= 0 or quantity_milli % pack_milli:
        return whole
    packs = decimal(str(quantity_milli // pack_milli))
    return NO_BREAK.join((packs, TIMES, quantity(pack_milli), "=", whole))


def percent(rate_ppm: int) -> str:
    """A rate: `19 %`, `8,875 %`."""
    return f"{decimal(format_rate_ppm(rate_ppm))}{NO_BREAK}%"


def unit_name(unit: str) -> str:
    """The short name of a unit in this language; an unknown unit is its own name."""
    names = {
        "pcs": QCoreApplication.translate("Units", "pcs"),
        "kg": QCoreApplication.translate("Units", "kg"),
        "g": QCoreApplication.translate("Units", "g"),
        "l": QCoreApplication.translate("Units", "l"),
        "m": QCoreApplication.translate("Units", "m"),
        "box": QCoreApplication.translate("Units", "box"),
    }
    return names.get(unit, unit)


def clock_time(at: datetime) -> str:
    """Hours and minutes: `14:32`."""
    return f"{at:%H:%M}"


def date(at: datetime) -> str:
    """The day with a full year, in the order of the language: `21.11.2026`, `21/11/2026`."""
    return f"{at:%d/%m/%Y}" if QLocale().language() == QLocale.Language.English else f"{at:%d.%m.%Y}"


def moment(at: datetime) -> str:
    """Day and time."""
    return f"{date(at)}{NO_BREAK}{clock_time(at)}"
