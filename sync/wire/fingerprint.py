"""A key as something two people can compare: on the terminal's screen and on the centre's, or over the telephone.

Both are made of the first ten bytes of the key's SHA-256, so neither screen needs anything but the key. The words are
proquints (D. S. Wilkerson, "A Proposal for Proquints"): sixteen bits as a word of five letters that can be spoken.
"""

import hashlib

_CONSONANTS = "bdfghjklmnprstvz"
_VOWELS = "aiou"
_GROUPS = 5
_LETTERS = 5


def fingerprint_groups(public_key: bytes) -> str:
    """Give five groups of four hex digits: `A1B2 C3D4 ...`."""
    return " ".join(f"{part:04X}" for part in _parts(public_key))


def fingerprint_words(public_key: bytes) -> str:
    """Give five words: `lusab-babad-...`."""
    return "-".join(spell(part) for part in _parts(public_key))


def _parts(public_key: bytes) -> list[int]:
    digest = hashlib.sha256(public_key).digest()
    return [int.from_bytes(digest[at : at + 2], "big") for at in range(0, 2 * _GROUPS, 2)]


def spell(number: int) -> str:
    """Spell 16 bits as one word: four for each consonant, two for each vowel, from the left."""
    shifts = ((12, _CONSONANTS), (10, _VOWELS), (6, _CONSONANTS), (4, _VOWELS), (0, _CONSONANTS))
    return "".join(letters[(number >> shift) % len(letters)] for shift, letters in shifts)


def read_word(word: str) -> int | None:
    """Give the 16 bits of a word; None for what is none."""
    if len(word) != _LETTERS:
        return None
    number = 0
    for at, letter in enumerate(word):
        letters, bits = (_VOWELS, 2) if at % 2 else (_CONSONANTS, 4)
        if letter not in letters:
            return None
        number = number << bits | letters.index(letter)
    return number
