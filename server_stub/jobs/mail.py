"""E-mail: messages wait as jobs and go out over SMTP, as the environment says.

ECKWMS_SMTP_URL is `smtp://host:587` (STARTTLS), `smtps://host` (TLS at once) or `smtp+plain://host` (neither, for a
relay on this machine); ECKWMS_SMTP_FROM the sender; ECKWMS_SMTP_USER and ECKWMS_SMTP_PASSWORD when the server asks.
"""

import asyncio
import os
import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlsplit

from server_stub.database import Connection
from server_stub.ids import new_id
from server_stub.jobs.queue import enqueue
from server_stub.jobs.workplace import Hopeless, Workplace

_PORTS = {"smtp": 587, "smtps": 465, "smtp+plain": 25}
_TIMEOUT_S = 30.0
_ABOUT_THE_MESSAGE = (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError)


@dataclass(frozen=True, slots=True)
class Relay:
    """The SMTP server that takes our messages; without a user it is not asked to know us."""

    scheme: str
    host: str
    port: int
    sender: str
    user: str
    password: str


async def send_later(conn: Connection, to: str, subject: str, text: str, *, now: datetime) -> None:
    """Put a message in with the caller's transaction. Raises ValueError for an address that is none."""
    message = {"to": str(Address(addr_spec=to)), "subject": " ".join(subject.split()), "text": text,
               "id": new_id(), "date": format_datetime(now)}  # fmt: skip
    await enqueue(conn, "email", message, now=now)


async def send_mail(_place: Workplace, payload: dict[str, Any]) -> None:
    """Send one message. Sent again, it has the same Message-ID."""
    relay = read_relay()
    message = EmailMessage()
    message["From"], message["To"] = relay.sender, payload["to"]
    message["Subject"], message["Date"] = payload["subject"], payload["date"]
    message["Message-ID"] = f"<{payload['id']}@{relay.sender.rpartition('@')[2]}>"
    message.set_content(payload["text"])
    try:
        await asyncio.to_thread(_send, relay, message)
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
        code = _code(error)
        if code >= 500 and isinstance(error, _ABOUT_THE_MESSAGE):
            raise Hopeless(f"The mail server refused the message with {code}") from None
        raise smtplib.SMTPException(f"The mail server answered {code}") from None


def read_relay() -> Relay:
    """Read the settings. Raises Hopeless when e-mail is not set up."""
    parts = urlsplit(os.environ.get("ECKWMS_SMTP_URL", ""))
    sender = os.environ.get("ECKWMS_SMTP_FROM", "")
    if parts.scheme not in _PORTS or not parts.hostname or "@" not in sender:
        raise Hopeless("E-mail is not set up: set ECKWMS_SMTP_URL and ECKWMS_SMTP_FROM")
    user, password = os.environ.get("ECKWMS_SMTP_USER", ""), os.environ.get("ECKWMS_SMTP_PASSWORD", "")
    return Relay(parts.scheme, parts.hostname, parts.port or _PORTS[parts.scheme], sender, user, password)


def _send(relay: Relay, message: EmailMessage) -> None:
    context = ssl.create_default_context()
    if relay.scheme == "smtps":
        line: smtplib.SMTP = smtplib.SMTP_SSL(relay.host, relay.port, timeout=_TIMEOUT_S, context=context)
    else:
        line = smtplib.SMTP(relay.host, relay.port, timeout=_TIMEOUT_S)
    with line:
        if relay.scheme == "smtp":
            line.starttls(context=context)
        if relay.user:
            line.login(relay.user, relay.password)
        line.send_message(message)


def _code(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException) -> int:
    """Give the server's code: 4xx is later, 5xx never. Its words may repeat addresses and logins."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return min(code for code, _ in error.recipients.values())
    return error.smtp_code
