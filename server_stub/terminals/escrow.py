"""The keys of the terminals' databases: kept sealed, so that a table alone opens nothing."""

import secrets
from datetime import datetime

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from server_stub.database import Connection

_INFO = b"eckwms.escrow.1"
_NONCE = 12


async def keep_key(conn: Connection, secret: bytes, device_uuid: str, key: bytes, now: datetime) -> None:
    """Keep the key of a terminal's database in place of the one before."""
    nonce = secrets.token_bytes(_NONCE)
    sealed = nonce + _cipher(secret).encrypt(nonce, key, device_uuid.encode())
    await conn.execute(
        """INSERT INTO escrow (device_uuid, sealed, kept_at) VALUES (%s, %s, %s)
           ON CONFLICT (device_uuid) DO UPDATE SET sealed = excluded.sealed, kept_at = excluded.kept_at""",
        (device_uuid, sealed, now),
    )


async def give_key(conn: Connection, secret: bytes, device_uuid: str) -> bytes | None:
    """Give the key of a terminal's database, None when it never came."""
    found = await conn.execute("SELECT sealed FROM escrow WHERE device_uuid = %s", (device_uuid,))
    row = await found.fetchone()
    return _cipher(secret).decrypt(row[0][:_NONCE], row[0][_NONCE:], device_uuid.encode()) if row else None


def _cipher(secret: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, None, _INFO).derive(secret))
