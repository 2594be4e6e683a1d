"""A receipt printer, honest about what is known: a write that succeeds has only reached a buffer.

A job is *queued* (no byte has left: trying again is safe), *sent* (handed over, and the printer does not tell more),
*confirmed* (the printer answered behind the job) or *unknown* (some of it may be on paper: a person decides, never we).
Status: DLE EOT n answers at once, even off-line; every answer has bits 0 and 7 clear, 1 and 4 set. GS r 1 stands behind
the job and is answered once everything before it was worked through.
"""

import threading
import time
from dataclasses import dataclass
from typing import Literal

from desktop.devices.transport import Connect, Cut, Transport
from desktop.faults import Fault

JobState = Literal["queued", "sent", "confirmed", "unknown"]

ANSWER_TIMEOUT_S = 0.5
CONFIRM_TIMEOUT_S = 5.0
_DLE_EOT = b"\x10\x04"
_BEHIND_JOB = b"\x1dr\x01"


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """What the printer says of itself; None is unknown, and a silent printer knows nothing."""

    answered: bool = False
    offline: bool | None = None
    cover_open: bool | None = None
    paper_out: bool | None = None
    paper_low: bool | None = None
    in_error: bool | None = None
    drawer_pin_high: bool | None = None

    def is_drawer_open(self, high_means_open: bool = True) -> bool | None:
        """Whether the drawer stands open, None if the printer does not say; the cable decides what a high pin means."""
        return None if self.drawer_pin_high is None else self.drawer_pin_high is high_means_open

    @property
    def fault(self) -> Fault | None:
        """Why it cannot print now, None if it can or does not say."""
        if self.cover_open:
            return _fault("cover_open", "The printer's cover is open.", "Close the cover, then print again.")
        if self.paper_out:
            return _fault("paper_out", "The printer is out of paper.", "Put in a new roll, then print again.")
        if self.in_error:
            return _fault("error", "The printer reports an error.", "Switch it off and on, then print again.")
        if self.offline:
            return _fault("offline", "The printer is off-line.", "Press its feed or on-line key, then print again.")
        return None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How far a job got, and what stands in its way."""

    state: JobState
    status: PrinterStatus
    fault: Fault | None = None


class Printer:
    """Jobs to one printer, one at a time from any thread; calls block for seconds, so never on the window's thread.

    `asks` off: a printer known never to answer, or to print what it is asked; its jobs are at best *sent*.
    """

    def __init__(
        self,
        name: str,
        connect: Connect,
        *,
        asks: bool = True,
        answer_timeout_s: float = ANSWER_TIMEOUT_S,
        confirm_timeout_s: float = CONFIRM_TIMEOUT_S,
    ) -> None:
        self.name = name
        self._connect = connect
        self._asks = asks
        self._confirms = True
        self._answer_timeout_s = answer_timeout_s
        self._confirm_timeout_s = confirm_timeout_s
        self._one_job = threading.Lock()
        self._job_waits = threading.Event()

    def status(self) -> PrinterStatus:
        """Ask the printer how it is; raises Fault if it cannot be reached."""
        with self._one_job:
            transport = self._connect()
            try:
                return self._asked(transport)
            except Cut as cut:
                raise _cut_fault(cut) from cut
            finally:
                transport.close()

    def glance(self) -> PrinterStatus | None:
        """Ask as `status` does, out of every job's way: None while one is printed, or as soon as one waits."""
        if not self._one_job.acquire(blocking=False):
            return None
        try:
            transport = self._connect()
            try:
                status = self._asked(transport, gives_way=True)
            except Cut as cut:
                raise _cut_fault(cut) from cut
            finally:
                transport.close()
        finally:
            self._one_job.release()
        return None if self._job_waits.is_set() else status

    def send(self, job: bytes, when_offline: bytes = b"") -> Outcome:
        """Print `job`; never raises a Fault and never tries twice.

        `when_offline` goes out at once if the printer says it cannot print (a real-time drawer pulse, say); the job
        itself stays queued.
        """
        self._job_waits.set()
        with self._one_job:
            self._job_waits.clear()
            try:
                transport = self._connect()
            except Fault as fault:
                return Outcome("queued", PrinterStatus(), fault)
            try:
                return self._sent(transport, job, when_offline)
            finally:
                transport.close()

    def _sent(self, transport: Transport, job: bytes, when_offline: bytes) -> Outcome:
        before = PrinterStatus()
        try:
            before = self._asked(transport)
            if before.fault:
                transport.send(when_offline)
                return Outcome("queued", before, before.fault)
        except Cut as cut:
            return Outcome("queued", before, _cut_fault(cut))
        try:
            transport.send(job + _BEHIND_JOB if before.answered and self._confirms else job)
            return self._settled(transport, before)
        except Cut as cut:
            return Outcome("unknown" if cut.sent else "queued", before, _cut_fault(cut))

    def _settled(self, transport: Transport, before: PrinterStatus) -> Outcome:
        """Wait for the answer behind the job, then ask again how the printer is."""
        if not before.answered:
            return Outcome("sent", before)
        confirmed = self._confirms and self._answered_behind_job(transport)
        after = self._asked(transport)
        if after.fault:
            # A printer that ran dry behind a confirmed job has still printed it.
            return Outcome("confirmed" if confirmed else "unknown", after, after.fault)
        if not after.answered and not confirmed:
            fault = _fault("silent", "The printer stopped answering.", "Look whether the receipt came out whole.")
            return Outcome("unknown", after, fault)
        # Well, but silent behind the job: a clone that does not know GS r. It is not waited for again.
        self._confirms = confirmed
        return Outcome("confirmed" if confirmed else "sent", after)

    def _answered_behind_job(self, transport: Transport) -> bool:
        """GS r answers have bits 4 and 7 clear, which tells them from real-time answers."""
        deadline_s = time.monotonic() + self._confirm_timeout_s
        while (left_s := deadline_s - time.monotonic()) > 0:
            answer = transport.receive(left_s)
            if not answer:
                return False
            if any(byte & 0x90 == 0 for byte in answer):
                return True
        return False

    def _asked(self, transport: Transport, *, gives_way: bool = False) -> PrinterStatus:
        printer = self._ask(transport, 1) if self._asks and transport.answers else None
        if printer is None or (gives_way and self._job_waits.is_set()):
            return PrinterStatus()
        cause, paper = self._ask(transport, 2), self._ask(transport, 4)
        return PrinterStatus(
            answered=True,
            offline=bool(printer & 0x08),
            drawer_pin_high=bool(printer & 0x04),
            cover_open=None if cause is None else bool(cause & 0x04),
            in_error=None if cause is None else bool(cause & 0x40),
            paper_low=None if paper is None else bool(paper & 0x0C),
            paper_out=None if paper is None and cause is None else bool((paper or 0) & 0x60 or (cause or 0) & 0x20),
        )

    def _ask(self, transport: Transport, kind: int) -> int | None:
        """The last valid answer byte to DLE EOT `kind`, None if none came in time."""
        transport.send(_DLE_EOT + bytes([kind]))
        deadline_s = time.monotonic() + self._answer_timeout_s
        while (left_s := deadline_s - time.monotonic()) > 0:
            answer = transport.receive(left_s)
            valid = [byte for byte in answer if byte & 0x93 == 0x12]
            if valid:
                return valid[-1]
            if not answer:
                return None
        return None


def _cut_fault(cut: Cut) -> Fault:
    return _fault("cut", f"The connection to the printer broke: {cut}", "Check the cable or the network.")


def _fault(reason: str, message: str, remedy: str) -> Fault:
    return Fault(f"printer.{reason}", "The receipt printer needs you", message, remedy)
