"""A label printer is asked how it is before a job, and is never believed to have printed."""

from collections.abc import Callable

import pytest

from desktop.devices.label_printer import read_tspl, read_zpl, send_labels
from desktop.devices.simulated import on_tcp
from desktop.devices.transport import Cut
from desktop.devices.transports import connection

WELL = b"\x02030,0,0,1245,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n"
OUT = WELL.replace(b"030,0,0", b"030,1,0")
HEAD_UP = WELL.replace(b"\x02000,0,0,0", b"\x02000,0,1,0")
JOB = b"^XA^XZ\r\n"


class Answering:
    """Keeps what comes; answers its question once it is whole."""

    def __init__(self, question: bytes, answer: bytes) -> None:
        self.heard, self._question, self._answer = b"", question, answer

    def feed(self, data: bytes) -> bytes:
        before = self.heard.count(self._question)
        self.heard += data
        return self._answer * (self.heard.count(self._question) - before)


@pytest.mark.parametrize(
    ("language", "question", "answer", "state", "fault"),
    [
        ("zpl", b"~HS", WELL, "sent", ""),
        ("zpl", b"~HS", OUT, "queued", "printer.paper_out"),
        ("zpl", b"~HS", HEAD_UP, "queued", "printer.cover_open"),
        ("zpl", b"~HS", b"", "sent", ""),
        ("tspl", b"\x1b!?", b"\x00", "sent", ""),
        ("tspl", b"\x1b!?", b"\x04", "queued", "printer.paper_out"),
        ("tspl", b"\x1b!?", b"\x01", "queued", "printer.cover_open"),
        ("tspl", b"\x1b!?", b"\x10", "queued", "printer.offline"),
        ("tspl", b"\x1b!?", b"\x02", "queued", "printer.error"),
    ],
)
def test_a_printer_that_cannot_print_gets_no_job(
    language: str, question: bytes, answer: bytes, state: str, fault: str
) -> None:
    device = Answering(question, answer)
    with on_tcp(device) as port:
        outcome = send_labels(connection(f"tcp:127.0.0.1:{port}"), language, JOB, timeout_s=0.2)
    assert (outcome.state, outcome.fault.code if outcome.fault else "") == (state, fault)
    assert (JOB in device.heard) == (state == "sent")


def test_an_answer_counts_once_it_is_whole() -> None:
    assert read_zpl(WELL[:30]) is None
    assert read_tspl(b"") is None


class Broken:
    """A way that breaks while the job goes out."""

    answers = False

    def __init__(self, sent: bool) -> None:
        self._sent = sent

    def send(self, data: bytes) -> None:
        raise Cut(self._sent, "pulled out")

    def receive(self, timeout_s: float) -> bytes:
        return b""

    def close(self) -> None:
        """Nothing to close."""


@pytest.mark.parametrize(("sent", "state"), [(True, "unknown"), (False, "queued")])
def test_a_broken_way_is_told_and_never_tried_twice(sent: bool, state: str) -> None:
    connect: Callable[[], Broken] = lambda: Broken(sent)  # noqa: E731
    outcome = send_labels(connect, "zpl", JOB)
    assert (outcome.state, outcome.fault.code if outcome.fault else "") == (state, "printer.cut")


def test_a_printer_that_is_not_there_is_told() -> None:
    outcome = send_labels(connection("tcp:127.0.0.1:1"), "zpl", JOB)
    assert (outcome.state, outcome.fault.code if outcome.fault else "") == ("queued", "printer.unreachable")
