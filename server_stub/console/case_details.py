"""What a case says in detail, in the reader's language.

The centre keeps an English sentence with its facts, which support and tills of any version read. Here the facts are
taken out of it and said anew; a sentence that is not known, of a newer centre or a person, is told as it stands.
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache

from server_stub.api.amounts import NO_CURRENCY, money_text, quantity_text
from server_stub.console.cases_deciding import FIELDS
from server_stub.console.code_words import name_code
from server_stub.console.pages import translator
from server_stub.console.words_case_details import DETAILS, METHODS, REASONS, WORDS
from server_stub.value.customer_clash import CLASH

Words = tuple[str, str, str]
"""In English, Russian and German."""
_LANGUAGES = ("en", "ru", "de")
_PAID = re.compile(r"(\S+) (-?\d+)(?=, | [A-Z]{3}$)")


def tell_detail(language: str, kind: str, detail: str, currency: str = NO_CURRENCY) -> str:
    """Say the detail of a case of this kind; sums are in the currency of its shop."""
    if kind == "quarantine":
        fact, _, reason = detail.partition(": ")
        return f"{name_code(language, 'fact', fact)}: {_tell(language, reason, REASONS, currency)}"
    if kind == CLASH:
        fields = dict.fromkeys(re.split("[,;] ", detail))
        return ", ".join(translator(language)(FIELDS.get(field, field)) for field in fields)
    return _tell(language, detail, DETAILS, currency)


def _tell(language: str, sentence: str, known: Mapping[str, Words], currency: str) -> str:
    for pattern, words in known.items():
        if found := _reader(pattern).fullmatch(sentence):
            facts = found.groupdict()
            money = facts.get("currency", currency)
            with suppress(ValueError, KeyError, TypeError):  # lists as another version wrote them
                told = {name: _say(language, name, text, money) for name, text in facts.items()}
                return words[_LANGUAGES.index(language)].format(**told)
    return sentence


@cache
def _reader(pattern: str) -> re.Pattern[str]:
    """Read the facts of a sentence by their names."""
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*?)", re.escape(pattern)), re.DOTALL)


def _say(language: str, name: str, text: str, currency: str) -> str:
    """Say one fact as its name asks for: by its unit, or as one of the lists that are named here."""
    if re.fullmatch(r"-?\d+", text) and name.endswith("_milli"):
        return quantity_text(int(text))
    if re.fullmatch(r"-?\d+", text) and name.endswith("_minor"):
        return _money(int(text), currency)
    match name:
        case "reason":
            return _tell(language, text, REASONS, currency)
        case "action":
            return _word(language, WORDS, text)
        case "same":
            return ", ".join(_word(language, WORDS, word) for word in text.split(", "))
        case "paid":
            return "; ".join(_tell_paid(language, one) for one in text.split("; "))
        case "counts":
            return "; ".join(_tell_count(language, one, currency) for one in json.loads(text))
        case "remarks":
            return " ".join(_word(language, WORDS, word) for word in json.loads(text))
    return text


def _word(language: str, table: Mapping[str, Words], code: str) -> str:
    return table[code][_LANGUAGES.index(language)] if code in table else code


def _money(minor: int, currency: str) -> str:
    text = money_text(minor, currency)
    return text if currency == NO_CURRENCY else f"{text} {currency}"


def _tell_paid(language: str, paid: str) -> str:
    """Say one of several payments: `RECEIPT method minor, method minor CUR`."""
    currency = paid[-3:]
    return _PAID.sub(lambda one: f"{_word(language, METHODS, one[1])} {money_text(int(one[2]), currency)}", paid)


def _tell_count(language: str, count: Mapping[str, object], currency: str) -> str:
    """Say what was counted of one method, and what was expected."""
    counted, expected = (_money(int(str(count[f"{what}_minor"])), currency) for what in ("counted", "expected"))
    return f"{_word(language, METHODS, str(count['method']))} {counted} ({expected})"
