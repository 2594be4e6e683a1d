"""Mail goes out beside the window: one at a time from the queue, over TLS, tried again with growing waits."""

import asyncio
import ipaddress
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from pathlib import Path
from typing import Literal

import structlog

from desktop.domain.mail import Mail
from desktop.operations import mails
from desktop.operations.terminal import Terminal
from desktop.settings import Settings
from sync.channel import verified_context

MAIL_PASSWORD = "mail-password"  # noqa: S105  the name under which the secret store keeps it
TIMEOUT_S = 20.0
IDLE_S = 3600.0
"""How long the worker sleeps when nothing is queued; a mail that comes wakes it."""

_log = structlog.get_logger("desktop.mailing")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in; `security` is starttls, tls, or none, which only this machine itself may have."""

    host: str
    port: int
    security: str
    sender: str
    user: str = ""
    password: str = ""
    ca_file: str = ""
    shop: str = ""

    def with_password(self, password: str) -> "MailServer":
        """Give the same with the password, which is nobody's to keep."""
        return replace(self, password=password)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a try; `problem` is a code that `mail_words` says: unreachable, tls, login, refused.

    `detail` is for the log: the mail server's code, for its words may repeat an address or a login; of the line, what
    this machine says.
    """

    state: Literal["sent", "later", "failed"]
    problem: str = ""
    detail: str = ""


def mail_server(settings: Settings, shop: str) -> MailServer | None:
    """Give the server of the settings, without the password; None while none is set."""
    if not settings.mail_host or not settings.mail_sender:
        return None
    return MailServer(
        host=settings.mail_host,
        port=settings.mail_port,
        security=settings.mail_security,
        sender=settings.mail_sender,
        user=settings.mail_user,
        ca_file=settings.ca_file,
        shop=shop,
    )


def is_own_machine(host: str) -> bool:
    """Tell whether what is sent to this host never leaves the machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def compose(mail: Mail, server: MailServer) -> EmailMessage:
    """Write the message; its id is the mail's, so that a server which got it twice can tell."""
    message = EmailMessage()
    message["From"] = formataddr((server.shop, server.sender))
    message["To"] = mail.recipient
    message["Subject"] = " ".join(mail.subject.split())
    message["Date"] = format_datetime(datetime.fromisoformat(mail.made_at))
    message["Message-ID"] = f"<{mail.mail_id}@{server.sender.rpartition('@')[2]}>"
    message.set_content(mail.text)
    message.add_attachment(mail.content, maintype="application", subtype="pdf", filename=mail.file_name)
    return message


def send_mail(mail: Mail, server: MailServer) -> Outcome:
    """Hand one mail in; for a worker thread. Nothing goes out unencrypted except to this machine itself."""
    if server.security == "none" and not is_own_machine(server.host):
        return Outcome("later", "tls", "unencrypted mail to another machine")
    try:
        with _connect(server) as client:
            if server.user:
                client.login(server.user, server.password)
            client.send_message(compose(mail, server))
    except smtplib.SMTPAuthenticationError as error:
        return Outcome("later", "login", str(error.smtp_code))
    except smtplib.SMTPRecipientsRefused as error:
        return _refused(next(code for code, _ in error.recipients.values()))
    except smtplib.SMTPResponseException as error:
        return _refused(error.smtp_code)
    except (ssl.SSLError, smtplib.SMTPNotSupportedError) as error:
        return Outcome("later", "tls", str(error))
    except (OSError, smtplib.SMTPException) as error:
        return Outcome("later", "unreachable", str(error))
    return Outcome("sent")


def _connect(server: MailServer) -> smtplib.SMTP:
    context = verified_context(Path(server.ca_file) if server.ca_file else None)
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT_S, context=context)
    client = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_S)
    if server.security == "starttls":
        try:
            client.starttls(context=context)
        except BaseException:
            client.close()
            raise
    return client


def _refused(code: int) -> Outcome:
    return Outcome("failed" if code >= 500 else "later", "refused", str(code))


class Mailing:
    """The worker of the queue; `server()` gives what is set now, `password()` is asked for in the worker thread."""

    def __init__(
        self,
        terminal: Callable[[], Terminal],
        server: Callable[[], MailServer | None],
        password: Callable[[], str] = str,
    ) -> None:
        self._terminal, self._server, self._password = terminal, server, password
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Look at the queue now."""
        self._woken.set()

    async def run(self) -> None:
        """Send what is due, until cancelled."""
        while True:
            self._woken.clear()
            wait_s = await self.send_due()
            try:
                await asyncio.wait_for(self._woken.wait(), wait_s)
            except TimeoutError:
                continue

    async def send_due(self) -> float:
        """Send what is due, one after the other; gives the seconds until the next one's turn."""
        while mail := mails.next_mail(self._terminal()):
            server = self._server()
            if server is None:
                return IDLE_S
            wait_s = mails.due_in_s(self._terminal(), mail)
            if wait_s > 0:
                return wait_s
            self._note(mail, await asyncio.to_thread(self._send, mail, server))
        return IDLE_S

    def _send(self, mail: Mail, server: MailServer) -> Outcome:
        password = self._password() if server.user else ""
        return send_mail(mail, server.with_password(password))

    def _note(self, mail: Mail, outcome: Outcome) -> None:
        terminal = self._terminal()
        if outcome.state == "sent":
            mails.note_sent(terminal, mail)
            return
        _log.info("mail not sent", mail=mail.mail_id, problem=outcome.problem, detail=outcome.detail)
        mails.note_trouble(terminal, mail, outcome.problem, for_good=outcome.state == "failed")
