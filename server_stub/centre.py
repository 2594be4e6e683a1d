"""Who the centre is: its signing key, its epoch, the secret of its tokens; one row, made at the first start."""

import secrets
import uuid
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from server_stub.database import Connection, Pool


@dataclass(frozen=True, slots=True)
class Centre:
    """The centre's identity; `epoch` names one history of the database, `public_key` has 32 raw bytes."""

    epoch: str
    key: Ed25519PrivateKey
    jwt_secret: bytes

    @property
    def public_key(self) -> bytes:
        """The raw key by which terminals check heads and manifests."""
        return self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def sign(self, message: bytes) -> bytes:
        """Sign with Ed25519."""
        return self.key.sign(message)


async def load_centre(pool: Pool) -> Centre:
    """Read the identity, or make it. A database that came from elsewhere (restored, failed over) gets a new epoch."""
    async with pool.connection() as conn:
        await _make_identity(conn)
        await conn.execute(
            """UPDATE centre SET epoch = %s, system_identifier = s.id, timeline = s.line
               FROM (SELECT c.system_identifier::text AS id, t.timeline_id AS line
                     FROM pg_control_system() c, pg_control_checkpoint() t) s
               WHERE (centre.system_identifier, centre.timeline) <> (s.id, s.line)""",
            (str(uuid.uuid4()),),
        )
        return await _read(conn)


async def renew_epoch(conn: Connection) -> str:
    """Begin a new epoch, as after a restore, and give it."""
    epoch = str(uuid.uuid4())
    await conn.execute("UPDATE centre SET epoch = %s", (epoch,))
    return epoch


async def _make_identity(conn: Connection) -> None:
    key = Ed25519PrivateKey.generate().private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    await conn.execute(
        """INSERT INTO centre (epoch, signing_key, jwt_secret, system_identifier, timeline, created_at)
           SELECT %s, %s, %s, c.system_identifier::text, t.timeline_id, now()
           FROM pg_control_system() c, pg_control_checkpoint() t ON CONFLICT DO NOTHING""",
        (str(uuid.uuid4()), key, secrets.token_bytes(32)),
    )


async def _read(conn: Connection) -> Centre:
    cursor = await conn.execute("SELECT epoch::text, signing_key, jwt_secret FROM centre")
    row = await cursor.fetchone()
    assert row is not None
    return Centre(row[0], Ed25519PrivateKey.from_private_bytes(row[1]), row[2])
