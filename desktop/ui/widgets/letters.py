"""What stands on the letters of the glass: three rows for each alphabet that is spoken here, and one for signs."""

from dataclasses import dataclass

from desktop.ui.language import Language


@dataclass(frozen=True)
class Alphabet:
    """Three rows of keys, and the word on the key that leads to them."""

    name: str
    rows: tuple[str, str, str]


ALPHABETS: dict[Language, Alphabet] = {
    "en": Alphabet("ABC", ("qwertyuiop", "asdfghjkl", "zxcvbnm")),
    "ru": Alphabet("АБВ", ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбюё")),
    "de": Alphabet("ÄÖÜ", ("qwertzuiopü", "asdfghjklöä", "yxcvbnmß")),
}
SIGNS = Alphabet("123", ("1234567890", "@#&%+*/()=", "-_:;!?'\"№€"))
MOST_KEYS = max(len(row) for alphabet in (*ALPHABETS.values(), SIGNS) for row in alphabet.rows)
"""Keys of the longest row."""
