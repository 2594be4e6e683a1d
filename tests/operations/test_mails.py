"""Mail waits in a queue of this terminal: tried again with growing waits, given up, or done."""

from datetime import timedelta

import pytest

from desktop.domain.mail import MAX_TRIES, wait_s
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.operations import mails
from desktop.operations.mails import Letter
from desktop.operations.terminal import Terminal
from tests.edges import SettableClock

LETTER = Letter("Invoice", "Thank you.", "invoice.pdf", b"%PDF-1.4")


def test_a_mail_is_tried_again_later_and_later(terminal: Terminal, manager: Person, clock: SettableClock) -> None:
    mails.queue_mail(terminal, manager, "s", " a@b.example ", LETTER)
    waits = []
    for _ in range(3):
        mail = mails.next_mail(terminal)
        assert mails.due_in_s(terminal, mail) == 0
        mails.note_trouble(terminal, mail, "unreachable", for_good=False)
        waits.append(mails.due_in_s(terminal, mails.next_mail(terminal)))
        clock.instant += timedelta(seconds=waits[-1])
    assert waits == [60, 120, 240]
    mails.note_sent(terminal, mails.next_mail(terminal))
    done = mails.list_mails(terminal, "s")[0]
    assert (done.recipient, done.state, done.tries, done.content) == ("a@b.example", "sent", 4, b"")
    assert mails.next_mail(terminal) is None


def test_waits_grow_to_an_hour() -> None:
    assert [wait_s(tries) for tries in (0, 1, 2, 7, 8, 1000)] == [60, 60, 120, 3600, 3600, 3600]


def test_what_is_refused_for_good_or_tried_too_often_is_given_up(terminal: Terminal, manager: Person) -> None:
    mails.note_trouble(terminal, mails.queue_mail(terminal, manager, "s", "a@b.example", LETTER), "no", for_good=True)
    assert mails.list_mails(terminal, "s")[0].state == "failed"
    mails.retry_mail(terminal, mails.list_mails(terminal, "s")[0])
    for _ in range(MAX_TRIES):
        mails.note_trouble(terminal, mails.next_mail(terminal), "unreachable", for_good=False)
    gone = mails.list_mails(terminal, "s")[0]
    assert (gone.state, gone.problem, gone.content) == ("failed", "unreachable", LETTER.content)


@pytest.mark.parametrize(
    "address", ["", "a", "a@b", "a b@c.example", "a@b.example\r\nBcc: x@y.example", "<a@b.example>"]
)
def test_what_is_no_address_is_refused(terminal: Terminal, manager: Person, address: str) -> None:
    with pytest.raises(Refusal) as refused:
        mails.queue_mail(terminal, manager, "s", address, LETTER)
    assert (refused.value.code, refused.value.field) == ("mail.address", "email")


def test_addresses_are_forgotten(terminal: Terminal, manager: Person, clock: SettableClock) -> None:
    mails.note_sent(terminal, mails.queue_mail(terminal, manager, "s", "a@b.example", LETTER))
    clock.advance(days=mails.KEPT_DAYS + 1)
    mails.queue_mail(terminal, manager, "other", "a@b.example", LETTER)
    assert mails.list_mails(terminal, "s") == []
