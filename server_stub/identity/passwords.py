"""Passwords for the centre (console and API): which are good enough, how they are kept, how they are checked.

Argon2id takes a core for a sixth of a second and 64 MiB, so it runs in two threads of its own, and who would have to
wait long for them is told to come back.
"""

import asyncio
import base64
import re
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from server_stub.faults import Fault, Refusal

if TYPE_CHECKING:
    from argon2 import PasswordHasher

T = TypeVar("T")

SHORTEST, LONGEST = 10, 256
_FEWEST_LETTERS = 5
_MOST_WAITING = 16
_THREADS = ThreadPoolExecutor(2, "argon2")
_waiting = 0

_UNMASKED = str.maketrans("@4031!$57", "aaoeiisst")
_COMMON = (
    "abc abcd abcdef abcdefgh access admin administrator asdf asdfgh asdfghjkl azerty baseball centre changeme "
    "cashier changeit company computer default demo dragon eckwms football freedom guest hallo hello hunter iloveyou "
    "internet letmein login manager master michael monkey mustang office pass passw passwd passwort password "
    "passwordpassword princess qazwsx qazwsxedc qwer qwert qwerty qwertyu qwertyui qwertyuiop qwertz qwertzuiop root "
    "secret server shadow shop starwars summer sunshine superman system temp test tester trustno user warehouse "
    "welcome whatever winter zaqwsx zxcvbn zxcvbnm parol gfhjkm yfnfif ytrewq marina natasha samsung"
)
_RUNS = ("0123456789012345678901234567890", "9876543210987654321098765432109", "abcdefghijklmnopqrstuvwxyz")
_ROWS = ("qwertyuiopasdfghjklzxcvbnm", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm")


def check_password(password: str, login: str = "") -> None:
    """Refuse what is short or easily guessed. Raises Refusal `password.weak`."""
    if not is_good_password(password, login):
        raise Refusal(
            "password.weak",
            "This password is too easy to guess",
            f"Take at least {SHORTEST} characters: three or four unrelated words do well.",
        )


def is_good_password(password: str, login: str = "") -> bool:
    """Tell whether a password may be used: long enough, no common one, not the login, not one run of keys."""
    folded = password.casefold()
    stem = re.sub(r"[\d\W_]+", "", folded.rstrip("0123456789!?.*#_-").translate(_UNMASKED))
    return (
        SHORTEST <= len(password) <= LONGEST
        and password.isprintable()
        and len(set(folded)) >= _FEWEST_LETTERS
        and not any(folded in run for run in _RUNS + _ROWS)
        and f" {stem} " not in f" {_COMMON} "
        and (not stem or stem != login.casefold())
        and folded != folded[: len(folded) // 2] * 2
    )


def new_password() -> str:
    """Make a password of 80 random bits that a person can type: four groups of letters and digits."""
    letters = base64.b32encode(secrets.token_bytes(10)).decode().lower()
    return "-".join(letters[at : at + 4] for at in range(0, 16, 4))


def hash_password(password: str, login: str = "") -> str:
    """Give the argon2id hash (PHC form) of a password. Raises Refusal `password.weak`."""
    check_password(password, login)
    return _hasher().hash(password)


async def matches(kept: str | None, tried: str) -> bool:
    """Check a password or PIN in a worker thread. Takes as long where nothing is kept, so time tells no names.

    Raises Fault `sign_in.busy` when too many wait already.
    """
    checked = await in_worker(lambda: _verify(kept or _nobody(), tried[:LONGEST]))
    return checked and kept is not None


def _verify(kept: str, tried: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(kept, tried)
    except (VerificationError, InvalidHashError):
        return False


async def in_worker(work: Callable[[], T]) -> T:
    """Hash or check in a thread, so that nobody else waits meanwhile. Raises Fault `sign_in.busy`."""
    global _waiting
    if _waiting >= _MOST_WAITING:
        raise Fault("sign_in.busy", "Too many are signing in at once", "Try again in a few seconds.")
    _waiting += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_THREADS, work)
    finally:
        _waiting -= 1


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)


@cache
def _nobody() -> str:
    return _hasher().hash("nobody's")
