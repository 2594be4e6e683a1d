"""Pairing a client with this centre: one text that says where and who, as a QR code or behind a code to type.

`ECK$2$UUID$KEY$URLS[$TOKEN]`, in capitals but for the token (eckWMS pairing protocol, version 2).
"""

import hmac
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.identity.tokens import hash_enrolment
from server_stub.terminals import registry
from sync.wire.fingerprint import read_word, spell

CODE_LIFE = timedelta(seconds=600)
TOKEN_LIFE = timedelta(minutes=15)
TRIES_PER_MINUTE = 10
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LETTERS = 6
_READ_AS = str.maketrans("OIL", "011", " -")
_NO_GAPS = str.maketrans("", "", " -")
_MINUTE = timedelta(minutes=1)
_UNKNOWN = "Unknown or expired code"


def centre_uuid(public_key: bytes) -> uuid.UUID:
    """Name this centre for its clients; the name stays as long as its key, also after a restore."""
    return uuid.uuid5(uuid.NAMESPACE_OID, public_key.hex())


def pairing_text(public_key: bytes, urls: Sequence[str], token: str = "") -> str:
    """Give what the QR code says; `urls` are addresses of the centre without the `/E` that clients expect."""
    addresses = ",".join(f"{url.rstrip('/')}/E".upper() for url in urls)
    parts = ["ECK", "2", centre_uuid(public_key).hex.upper(), public_key.hex().upper(), addresses]
    return "$".join([*parts, token] if token else parts)


@dataclass(frozen=True, slots=True)
class Pairing:
    """What a client is to be told: the centre's addresses, and the shop it is enrolled for (empty: none yet).

    `token_hash` names the enrolment token of the invitation that the code belongs to, when there is one.
    """

    urls: tuple[str, ...]
    shop: str
    token_hash: bytes | None = None


async def give_text(conn: Connection, public_key: bytes, pairing: Pairing, now: datetime) -> str:
    """Give the text of a pairing; for a shop with a fresh enrolment token.

    Of an invitation it takes the place of the token that was shown, so that one till is enrolled, and no later. Raises
    Denied 404 when that one was used or has expired.
    """
    return pairing_text(public_key, pairing.urls, await _make_token(conn, pairing, now) if pairing.shop else "")


async def _make_token(conn: Connection, pairing: Pairing, now: datetime) -> str:
    if pairing.token_hash is None:
        return await registry.create_enrolment_token(conn, pairing.shop, TOKEN_LIFE, now)
    token = await registry.renew_enrolment_token(conn, pairing.token_hash, now)
    if token is None:
        raise Denied(404, _UNKNOWN)
    return token


async def create_code(conn: Connection, secret: bytes, pairing: Pairing, now: datetime, token: str = "") -> str:
    """Make a code of six letters and digits that can be exchanged for the text, once, within ten minutes.

    The token inside is made when the code is used, so that nothing secret is stored; `token` is the one that was shown
    beside the code, in whose place it comes.
    """
    code = "".join(secrets.choice(_CROCKFORD) for _ in range(_LETTERS))
    await conn.execute(
        """INSERT INTO pairing_code (hash, urls, shop_id, created_at, expires_at, token_hash)
           VALUES (%s, %s, nullif(%s, '')::uuid, %s, %s, %s)""",
        (
            _hash(secret, code),
            list(pairing.urls),
            pairing.shop,
            now,
            now + CODE_LIFE,
            hash_enrolment(token) if token else None,
        ),
    )
    return code


async def use_code(conn: Connection, secret: bytes, code: str, now: datetime) -> Pairing:
    """Use up a code. Raises Denied 404 when there is none such, which is final."""
    used = await conn.execute(
        """UPDATE pairing_code SET used_at = %s WHERE hash = %s AND used_at IS NULL AND expires_at > %s
           RETURNING urls, coalesce(shop_id::text, ''), token_hash""",
        (now, _hash(secret, code), now),
    )
    row = await used.fetchone()
    if row is None:
        raise Denied(404, _UNKNOWN)
    return Pairing(tuple(row[0]), row[1], row[2])


def spell_code(code: str) -> str:
    """Give a code as two words that can be told over the telephone, such as `bodum-zapal`; either is exchanged."""
    number = 0
    for sign in code:
        number = number << 5 | _CROCKFORD.index(sign)
    return f"{spell(number >> 16)}-{spell(number & 0xFFFF)}"


def read_code(typed: str) -> str:
    """Give the code that was typed, as words or not: Crockford's letters that look like digits are those digits."""
    letters = typed.lower().translate(_NO_GAPS)
    high, low = read_word(letters[:5]), read_word(letters[5:])
    if high is None or low is None or high >> 14:
        return typed.upper().translate(_READ_AS)
    number = high << 16 | low
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(25, -5, -5))


def _hash(secret: bytes, typed: str) -> bytes:
    """Name a code in the database however it was typed."""
    return hmac.digest(secret, b"eckwms.pairing.1\x00" + read_code(typed).encode(), "sha256")


async def count_try(conn: Connection, address: str, now: datetime) -> bool:
    """Count one try of an address; False when it has used up those of the last minute."""
    await conn.execute("DELETE FROM pairing_try WHERE at <= %s", (now - _MINUTE,))
    counted = await conn.execute(
        """INSERT INTO pairing_try (address, at)
           SELECT %(address)s, %(now)s
           WHERE (SELECT count(*) FROM pairing_try WHERE address = %(address)s) < %(most)s""",
        {"address": address, "now": now, "most": TRIES_PER_MINUTE},
    )
    return counted.rowcount == 1


async def prune_codes(conn: Connection, now: datetime) -> None:
    """Forget codes that hold no more."""
    await conn.execute("DELETE FROM pairing_code WHERE expires_at < %s", (now,))
