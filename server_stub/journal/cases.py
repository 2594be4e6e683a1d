"""Cases: what only a person can decide, opened once and kept until somebody closes it."""

from server_stub.database import Connection


async def open_case(conn: Connection, kind: str, subject: str, detail: str, *, device_uuid: str | None = None) -> None:
    """Open a case unless one of this kind about this subject is open already."""
    await conn.execute(
        """INSERT INTO cases (kind, subject, detail, device_uuid, opened_at) VALUES (%s, %s, %s, %s, now())
           ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING""",
        (kind, subject, detail.replace("\0", ""), device_uuid),
    )


async def close_case(conn: Connection, kind: str, subject: str) -> None:
    """Close the open case of this kind about this subject, if there is one."""
    await conn.execute(
        "UPDATE cases SET closed_at = now() WHERE kind = %s AND subject = %s AND closed_at IS NULL", (kind, subject)
    )
