"""The system's own print queue as a way to a printer: raw bytes to CUPS (`lp`) or to the Windows spooler.

A queue takes a job and says no more of it, so such a job is at best *sent*.
"""

import shutil
import subprocess
import sys

from desktop.devices.transport import Cut
from desktop.faults import Fault

TIMEOUT_S = 20.0


class QueueTransport:
    """Collects a job and gives it to the queue in one piece; raises Fault printer.queue where there is no such queue.

    The bytes of one `send` are one job of the queue.
    """

    answers = False

    def __init__(self, name: str) -> None:
        self._name = name
        if name.startswith("-") or not name.isprintable():
            raise _no_queue(name, "This is no name of a queue.")
        reason = _missing(name)
        if reason:
            raise _no_queue(name, reason)

    def send(self, data: bytes) -> None:
        """Give the job to the queue; raises Cut."""
        if data:
            _spool(self._name, data)

    def receive(self, timeout_s: float) -> bytes:
        """Nothing, at once: queues do not talk back."""
        del timeout_s
        return b""

    def close(self) -> None:
        """Nothing to close."""


if sys.platform == "win32":  # not tried on a real Windows spooler yet
    import ctypes
    from ctypes import wintypes

    _spooler = ctypes.WinDLL("winspool.drv", use_last_error=True)

    class _DocInfo(ctypes.Structure):
        _fields_ = (("name", wintypes.LPWSTR), ("output", wintypes.LPWSTR), ("kind", wintypes.LPWSTR))

    def _missing(name: str) -> str:
        handle = wintypes.HANDLE()
        if not _spooler.OpenPrinterW(name, ctypes.byref(handle), None):
            return "The system has no such printer."
        _spooler.ClosePrinter(handle)
        return ""

    def _spool(name: str, data: bytes) -> None:
        handle, written = wintypes.HANDLE(), wintypes.DWORD()
        if not _spooler.OpenPrinterW(name, ctypes.byref(handle), None):
            raise Cut(False, "The system has no such printer.")
        try:
            document = _DocInfo("Receipt", None, "RAW")
            if not _spooler.StartDocPrinterW(handle, 1, ctypes.byref(document)):
                raise Cut(False, "The queue takes no job.")
            done = _spooler.WritePrinter(handle, data, len(data), ctypes.byref(written))
            if not done or written.value != len(data) or not _spooler.EndDocPrinter(handle):
                raise Cut(written.value > 0, "The queue did not take the whole job.")
        finally:
            _spooler.ClosePrinter(handle)

else:

    def _missing(name: str) -> str:
        if shutil.which("lp") is None:
            return "This system has no print queues (lp)."
        if shutil.which("lpstat") is None:
            return ""
        code, said = _run(["lpstat", "-p", name], b"")
        return said or "The system has no such printer." if code else ""

    def _spool(name: str, data: bytes) -> None:
        code, said = _run(["lp", "-d", name, "-o", "raw", "-s", "--", "-"], data)
        if code:
            raise Cut(False, said or "The queue refused the job.")

    def _run(command: list[str], data: bytes) -> tuple[int, str]:
        """Exit code and complaint; a queue that does not answer in time may still have taken the job."""
        try:
            done = subprocess.run(command, input=data, capture_output=True, timeout=TIMEOUT_S, check=False)
        except subprocess.TimeoutExpired as error:
            raise Cut(bool(data), "The print queue does not answer.") from error
        except OSError as error:
            raise Cut(False, str(error)) from error
        return done.returncode, done.stderr.decode(errors="replace").strip()


def _no_queue(name: str, reason: str) -> Fault:
    return Fault(
        "printer.queue",
        "The print queue is not there",
        f"{name}: {reason}",
        "Set the printer up in the system, or write its name as the system has it.",
    )
