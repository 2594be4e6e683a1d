"""A key as something two people can compare: on the terminal's screen and on the centre's, or over the telephone.

Both are made of the first ten bytes of the key's SHA-256, so neither screen needs anything but the key. The words are
proquints (D. S. Wilkerson, "A Proposal for Proquints"): sixteen bits as a word of five letters that can be spoken.
"""

import hashlib

_CONSONANTS = "bdfghjklmnprstvz"
_VOWELS = "aiou"
_GROUPS = 5


def fingerprint_groups(public_key: bytes) -> str:
    """Give five groups of four hex digits: `A1B2 C3D4 ...`."""
    return " ".join(f"{part:04X}" for part in _parts(public_key))


def fingerprint_words(public_key: bytes) -> str:
    """Give five words: `lusab-babad-...`."""
    return "-".join(_word(part) for part in _parts(public_key))


def _parts(public_key: bytes) -> list[int]:
    digest = hashlib.sha256(public_key).digest()
    return [int.from_bytes(digest[at : at + 2], "big") for at in range(0, 2 * _GROUPS, 2)]


def _word(number: int) -> str:
    """Spell 16 bits: four for each consonant, two for each vowel, from the left."""
    shifts = ((12, _CONSONANTS), (10, _VOWELS), (6, _CONSONANTS), (4, _VOWELS), (0, _CONSONANTS))
    return "".join(letters[(number >> shift) % len(letters)] for shift, letters in shifts)
