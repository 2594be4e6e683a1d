"""The installation's own key for its labels: made at random when first asked for, never shipped, kept for good."""

import secrets
from dataclasses import dataclass, field

from server_stub.database import Connection
from server_stub.eckwms.smart_tags import ALPHABET, KEY_LENGTH


@dataclass(frozen=True, slots=True)
class QrKey:
    """An AES-192 key and the two characters that labels of this installation end with."""

    key: bytes = field(repr=False)
    suffix: str


async def read_qr_key(conn: Connection) -> QrKey:
    """Give the key, making it the first time; processes that start together get the same one."""
    for _ in range(2):
        cursor = await conn.execute("SELECT key, suffix FROM qr_key")
        row = await cursor.fetchone()
        if row is not None:
            return QrKey(bytes(row[0]), row[1])
        suffix = secrets.choice(ALPHABET) + secrets.choice(ALPHABET)
        await conn.execute(
            "INSERT INTO qr_key (key, suffix) VALUES (%s, %s) ON CONFLICT DO NOTHING",
            (secrets.token_bytes(KEY_LENGTH), suffix),
        )
    raise AssertionError("a key that was just written is not there")
