"""PINs and passwords of people: which are good enough, and how they are kept."""

from server_stub.faults import Refusal

_SHORTEST_PIN, _LONGEST_PIN = 4, 12
"""Terminals take no more digits."""
_SHORTEST_PASSWORD = 8
_RUNS = ("01234567890123456789", "98765432109876543210")


def hash_pin(pin: str) -> str:
    """Give the argon2id hash (PHC form) of a PIN or password. Raises Refusal `pin.weak`."""
    from argon2 import PasswordHasher

    if not is_good_pin(pin):
        raise Refusal(
            "pin.weak",
            "This PIN is too easy to guess",
            "Take 4 to 12 digits, neither repeated nor in a row, or a password of at least 8 characters.",
        )
    return PasswordHasher().hash(pin)


def is_good_pin(pin: str) -> bool:
    """Tell whether a PIN (digits) or password (anything else) may be used."""
    if not pin.isdecimal():
        return len(pin) >= _SHORTEST_PASSWORD and pin.isprintable()
    repeats = any(pin == (pin[:of] * len(pin))[: len(pin)] for of in (1, 2, 3) if of < len(pin) - 1)
    runs = any(pin in run for run in _RUNS)
    return _SHORTEST_PIN <= len(pin) <= _LONGEST_PIN and not repeats and not runs
