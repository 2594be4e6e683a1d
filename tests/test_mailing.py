"""Mail through a real server: encrypted or not at all, once, and tried again when the server says later."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.mail import Mail
from desktop.domain.staff import Person
from desktop.mailing import Mailing, MailServer, is_own_machine, mail_server, send_mail
from desktop.operations import mails
from desktop.operations.mails import Letter
from desktop.operations.terminal import Terminal
from desktop.settings import Settings
from tests import core
from tests.edges import SettableClock
from tests.mail_server import Mailbox
from tests.mail_server import mail_server as running

terminal, manager = core.terminal, core.manager
LETTER = Letter("Invoice INV-T01-000001\nfrom Кедр", "Thank you,\nsee you soon.", "INV-T01-000001.pdf", b"%PDF-1.4 x")


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Mailbox]:
    with running(tmp_path) as made:
        yield made


def server_of(box: Mailbox, **changes: object) -> MailServer:
    server = MailServer("127.0.0.1", box.port, box.security, "till@shop.example", ca_file=box.ca_file, shop="Кедр & Co")
    return replace(server, **changes)  # type: ignore[arg-type]


@pytest.fixture
def mail(terminal: Terminal, manager: Person) -> Mail:
    return mails.queue_mail(terminal, manager, "sale", "office@harbour.example", LETTER)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_mail_arrives_whole_over_tls(tmp_path: Path, mail: Mail, security: str) -> None:
    with running(tmp_path, security) as box:
        assert send_mail(mail, server_of(box, user="till", password="s")).state == "sent"
    (message,) = box.messages
    assert (message["To"], message["Subject"]) == ("office@harbour.example", "Invoice INV-T01-000001 from Кедр")
    assert message["From"].addresses[0].display_name == "Кедр & Co"
    assert message["Message-ID"] == f"<{mail.mail_id}@shop.example>"
    assert message.get_body().get_content().split() == ["Thank", "you,", "see", "you", "soon."]
    (paper,) = message.iter_attachments()
    assert (paper.get_filename(), paper.get_content()) == ("INV-T01-000001.pdf", b"%PDF-1.4 x")
    assert "AUTH" in box.verbs


def test_nothing_goes_out_unencrypted_or_to_whom_nobody_trusts(tmp_path: Path, mail: Mail, box: Mailbox) -> None:
    plain = server_of(box, security="none")
    assert send_mail(mail, replace(plain, host="mail.example")).problem == "tls"
    assert send_mail(mail, server_of(box, ca_file="")).problem == "tls"
    with running(tmp_path / "..", "none") as other:
        assert send_mail(mail, server_of(other, security="starttls")).problem == "tls", "a server without STARTTLS"
        assert other.messages == []
        assert send_mail(mail, server_of(other)).state == "sent", "this machine itself"
    assert box.messages == []
    assert [is_own_machine(host) for host in ("localhost", "127.0.0.9", "::1", "10.0.0.1", "x.example")] == [
        True, True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("verb", "answer", "outcome"),
    [
        ("AUTH", "535 wrong", ("later", "login")),
        ("RCPT", "550 nobody here", ("failed", "refused")),
        ("RCPT", "450 try later", ("later", "refused")),
        ("MAIL", "451 busy", ("later", "refused")),
        ("DATA", "554 spam", ("failed", "refused")),
        ("EHLO", "421 closing", ("later", "refused")),
    ],
)
def test_what_the_server_says_decides(
    box: Mailbox, mail: Mail, verb: str, answer: str, outcome: tuple[str, str]
) -> None:
    box.refuse[verb] = answer
    box.refuse.setdefault("HELO", "421 closing")
    told = send_mail(mail, server_of(box, user="till", password="s"))
    assert (told.state, told.problem, told.detail) == (*outcome, answer[:3])
    assert box.messages == []


async def test_the_queue_is_worked_off_and_goes_on_after_an_outage(
    terminal: Terminal, mail: Mail, box: Mailbox, clock: SettableClock, manager: Person
) -> None:
    set_up: list[MailServer] = []
    worker = Mailing(lambda: terminal, lambda: set_up[0] if set_up else None)
    assert await worker.send_due() > 600, "nobody has set a server yet"
    set_up.append(server_of(box, port=1))
    assert await worker.send_due() == 60
    assert [(one.state, one.problem) for one in mails.list_mails(terminal, "sale")] == [("queued", "unreachable")]
    clock.advance(seconds=60)
    set_up[0] = server_of(box)
    mails.queue_mail(terminal, manager, "other", "b@c.example", LETTER)
    assert await worker.send_due() > 600
    assert [message["To"] for message in box.messages] == ["office@harbour.example", "b@c.example"]
    assert mails.list_mails(terminal, "sale")[0].state == "sent"


async def test_a_mail_that_comes_wakes_the_worker(terminal: Terminal, manager: Person, box: Mailbox) -> None:
    sent = asyncio.Event()
    terminal.database.listen(lambda _: sent.set() if mails.list_mails(terminal, "s")[0].state == "sent" else None)
    worker = Mailing(lambda: terminal, lambda: server_of(box))
    running_task = asyncio.create_task(worker.run())
    await asyncio.sleep(0)
    mails.queue_mail(terminal, manager, "s", "a@b.example", LETTER)
    worker.wake()
    await asyncio.wait_for(sent.wait(), 5)
    running_task.cancel()
    assert len(box.messages) == 1


def test_a_server_is_there_once_it_is_set() -> None:
    assert mail_server(Settings(), "Shop") is None
    made = mail_server(Settings(mail_host="mail.example", mail_sender="a@b.example", mail_user="u"), "Shop")
    assert (made.port, made.security, made.user, made.shop) == (587, "starttls", "u", "Shop")
