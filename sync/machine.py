"""What tells this machine from others: the operating system's own machine id."""

import subprocess
import sys
from pathlib import Path

_LINUX = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


def machine_id() -> bytes | None:
    """The machine id as the system gives it; None where there is none (some containers and chroots)."""
    if sys.platform == "win32":
        return _windows_id()
    if sys.platform == "darwin":
        return _macos_id()
    for path in _LINUX:
        if path.is_file():
            text = path.read_bytes().strip()
            if text and text != b"uninitialized":
                return text
    return None


def _windows_id() -> bytes | None:
    if sys.platform != "win32":
        return None
    import winreg

    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
        return str(winreg.QueryValueEx(key, "MachineGuid")[0]).encode()


def _macos_id() -> bytes | None:
    answer = subprocess.run(
        ["/usr/sbin/ioreg", "-rd1", "-c", "IOPlatformExpertDevice"], capture_output=True, check=False, timeout=5
    )
    for line in answer.stdout.splitlines():
        if b"IOPlatformUUID" in line:
            return line.split(b'"')[3]
    return None
