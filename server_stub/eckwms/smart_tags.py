"""QR labels of eckWMS: an address whose last part is a sealed smart code, a sealed UUID, or a plain UUID. Pure.

Sealed: 56 characters of base 32, an IV of nine, a suffix of two; AES-192-GCM with the installation's own key. Version 1
holds the 19 characters of a smart code under a nonce that repeats the IV, version 2 a UUID, a letter and two bytes of
flags under a nonce hashed from it; which one it is shows when the seal holds. Nine characters are 45 random bits: a key
is good for some hundred thousand labels, as the format has it. Plain: 26 characters of URL-safe base 64.
"""

import base64
import hashlib
import re
import secrets
import uuid
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from server_stub.eckwms.smart_codes import BadCode, SmartCode, decode, encode

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUVWXY"
PREFIX = "ECK1.COM/"
KEY_LENGTH = 24
LETTERS = "ibpoluchda"
"""Item, box, place, order, label, user, company, human, deal, article: the kinds that a tag can name."""

_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_TO_OURS = str.maketrans(_STANDARD, ALPHABET)
_TO_STANDARD = str.maketrans(ALPHABET, _STANDARD)
_SEALED = re.compile(rf"([{ALPHABET}]{{56}})([{ALPHABET}]{{9}})([0-9A-Z]{{2}})", re.ASCII)
_PLAIN = re.compile(r"[A-Za-z0-9_-]{26}", re.ASCII)
_ADDRESS = re.compile(r"(?:https?://)?[a-z0-9.-]{1,40}/", re.ASCII | re.IGNORECASE)
_TYPED = re.compile(rf"([{LETTERS}])-([0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}})", re.ASCII | re.IGNORECASE)
_NUMBERED = dict(enumerate("ibpolu")) | {0x10: "c", 0x11: "h", 0x12: "d", 0x20: "a", 0x21: "c"}
"""Kinds as numbers, on labels that were printed before they became letters; read, never written."""
_FLAGS = b"\x00\x02"


@dataclass(frozen=True, slots=True)
class Tag:
    """One thing by its UUID (in its usual spelling) and the letter of its kind."""

    letter: str
    id: str

    def __str__(self) -> str:
        return f"{self.letter}-{self.id}"


def seal_code(key: bytes, code: SmartCode, suffix: str) -> str:
    """Write a smart code as a sealed label of version 1 (76 characters). Raises BadCode."""
    text = encode(code).encode()
    if len(text) != 19:
        raise BadCode("only codes of 19 characters are sealed")
    iv = _new_iv()
    return _write(_cipher(key).encrypt(_nonce_1(iv), text, None), iv, suffix)


def seal_tag(key: bytes, tag: Tag, suffix: str) -> str:
    """Write a tag as a sealed label of version 2 (76 characters). Raises BadCode."""
    iv = _new_iv()
    return _write(_cipher(key).encrypt(_nonce_2(iv), _uuid(tag).bytes + _letter(tag) + _FLAGS, None), iv, suffix)


def write_plain(tag: Tag) -> str:
    """Write a tag as a plain label: the prefix and 26 characters. Raises BadCode."""
    data = _letter(tag) + _FLAGS + _uuid(tag).bytes
    return PREFIX + base64.urlsafe_b64encode(data).decode().rstrip("=")


def read_label(key: bytes, text: str) -> SmartCode | Tag:
    """Read any label, or a tag in words (`p-<uuid>`). Raises BadCode when it is none or of another installation."""
    if typed := _TYPED.fullmatch(text):
        return Tag(typed[1].lower(), typed[2].lower())
    address = _ADDRESS.match(text)
    code = text[address.end() :] if address else ""
    if sealed := _SEALED.fullmatch(code):
        return _unseal(key, sealed[1], sealed[2].encode())
    if _PLAIN.fullmatch(code):
        data = base64.urlsafe_b64decode(code + "==")
        return _tag(data[0], data[3:])
    raise BadCode(f"{text[:40]!r} is not a label")


def is_sealed(code: str) -> bool:
    """Tell whether this is what stands behind the prefix of a sealed label."""
    return _SEALED.fullmatch(code) is not None


def _unseal(key: bytes, letters: str, iv: bytes) -> SmartCode | Tag:
    data, cipher = base64.b32decode(letters.translate(_TO_STANDARD)), _cipher(key)
    try:
        return decode(cipher.decrypt(_nonce_1(iv), data, None).decode("ascii", "replace"))
    except InvalidTag:
        pass
    try:
        plain = cipher.decrypt(_nonce_2(iv), data, None)
    except InvalidTag as error:
        raise BadCode("the label is damaged or of another installation") from error
    return _tag(plain[16], plain[:16])


def _tag(kind: int, data: bytes) -> Tag:
    letter = chr(kind) if chr(kind) in LETTERS else _NUMBERED.get(kind)
    if letter is None:
        raise BadCode(f"there is no kind {kind}")
    return Tag(letter, str(uuid.UUID(bytes=data)))


def _cipher(key: bytes) -> AESGCM:
    if len(key) != KEY_LENGTH:
        raise BadCode(f"the key has {KEY_LENGTH} bytes, not {len(key)}")
    return AESGCM(key)


def _new_iv() -> bytes:
    return "".join(secrets.choice(ALPHABET) for _ in range(9)).encode()


def _nonce_1(iv: bytes) -> bytes:
    return (iv + iv)[:16]


def _nonce_2(iv: bytes) -> bytes:
    return hashlib.sha256(iv).digest()[:12]


def _write(sealed: bytes, iv: bytes, suffix: str) -> str:
    if not re.fullmatch(r"[0-9A-Z]{2}", suffix, re.ASCII):
        raise BadCode(f"a suffix is two digits or capital letters, not {suffix[:40]!r}")
    return PREFIX + base64.b32encode(sealed).decode().translate(_TO_OURS) + iv.decode() + suffix


def _uuid(tag: Tag) -> uuid.UUID:
    try:
        return uuid.UUID(tag.id)
    except ValueError as error:
        raise BadCode(f"{tag.id[:40]!r} is not a UUID") from error


def _letter(tag: Tag) -> bytes:
    if len(tag.letter) != 1 or tag.letter not in LETTERS:
        raise BadCode(f"there is no kind {tag.letter[:40]!r}")
    return tag.letter.encode()
