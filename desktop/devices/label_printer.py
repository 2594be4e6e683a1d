"""A label printer: asked how it is before a job, where its way leads back and its language has a question for that.

ZPL II (Zebra, ZPL II Programming Guide, ~HS): three strings between STX and ETX; the second field of the first is paper
out, the third is pause, the third field of the second is head up, the fourth is ribbon out. TSPL (TSC, TSPL/TSPL2
manual, ESC !?): one byte, bit 0 head open, 1 jam, 2 paper out, 3 ribbon out, 4 pause, 7 another error. Zebra's printers
do not answer at all while some of this is wrong, and many clones never do: a job to a silent printer is *sent*, no
more. Neither language says that a label came out, so no such job is ever *confirmed*.
"""

import re
import time
from collections.abc import Callable

from desktop.devices.printer import Outcome, Printer, PrinterStatus
from desktop.devices.transport import Connect, Cut, Transport
from desktop.faults import Fault

ANSWER_TIMEOUT_S = 1.0
_ZPL_STRING = re.compile(rb"\x02([0-9, ]+)\x03")

Read = Callable[[bytes], PrinterStatus | None]
"""What an answer says; None while it is not whole."""


def send_labels(connect: Connect, language: str, job: bytes, timeout_s: float = ANSWER_TIMEOUT_S) -> Outcome:
    """Print labels; never raises a Fault and never tries twice. It blocks for seconds: never on the window's thread."""
    if language not in _QUESTIONS:
        return Printer("labels", connect).send(job)
    try:
        transport = connect()
    except Fault as fault:
        return Outcome("queued", PrinterStatus(), fault)
    try:
        return _sent(transport, language, job, timeout_s)
    finally:
        transport.close()


def _sent(transport: Transport, language: str, job: bytes, timeout_s: float) -> Outcome:
    begun = False
    try:
        status = _asked(transport, *_QUESTIONS[language], timeout_s) if transport.answers else PrinterStatus()
        if status.fault:
            return Outcome("queued", status, status.fault)
        begun = True
        transport.send(job)
    except Cut as cut:
        fault = Fault(
            "printer.cut",
            "The label printer needs you",
            f"The connection to the printer broke: {cut}",
            "Check the cable or the network.",
        )
        return Outcome("unknown" if begun and cut.sent else "queued", PrinterStatus(), fault)
    return Outcome("sent", status)


def _asked(transport: Transport, question: bytes, read: Read, timeout_s: float) -> PrinterStatus:
    transport.send(question)
    deadline_s = time.monotonic() + timeout_s
    answer = b""
    while (left_s := deadline_s - time.monotonic()) > 0:
        more = transport.receive(left_s)
        answer += more
        status = read(answer)
        if status is not None or not more:
            return status or PrinterStatus()
    return PrinterStatus()


def read_zpl(answer: bytes) -> PrinterStatus | None:
    """Read the answer to ~HS; None while its first two strings are not there."""
    strings = [found.split(b",") for found in _ZPL_STRING.findall(answer)]
    if len(strings) < 2 or len(strings[0]) < 3 or len(strings[1]) < 4:
        return None
    first, second = strings[0], strings[1]
    return PrinterStatus(
        answered=True,
        paper_out=first[1] == b"1",
        offline=first[2] == b"1",
        cover_open=second[2] == b"1",
        in_error=second[3] == b"1",
    )


def read_tspl(answer: bytes) -> PrinterStatus | None:
    """Read the answer to ESC !?; None before there is one."""
    if not answer:
        return None
    bits = answer[-1]
    return PrinterStatus(
        answered=True,
        cover_open=bool(bits & 0x01),
        paper_out=bool(bits & 0x04),
        offline=bool(bits & 0x10),
        in_error=bool(bits & 0x8A),
    )


_QUESTIONS: dict[str, tuple[bytes, Read]] = {"zpl": (b"~HS\r\n", read_zpl), "tspl": (b"\x1b!?\r\n", read_tspl)}
