"""The parts of an installed build, each really used once: what a build left out or a machine lacks shows here.

None of them needs a display or a QApplication, so they also run beside a till at work, in any thread.
"""

import os
import sys
import tempfile
from pathlib import Path

from desktop.faults import Fault

AGAIN = "Install the program again."
WEIGHTS = ("Regular", "SemiBold", "Bold")
LETTERS = "AzЖяßüñ€₽№−ყՀאกᾠ"
"""What receipts and screens are written with, in our languages and in those of goods."""


def probe_qt() -> str:
    """Load Qt and the plugin that draws on this system's screens."""
    import PySide6
    from PySide6.QtCore import QLibraryInfo, QPluginLoader

    broken = sys.version_info < (3, 12) and tuple(map(int, PySide6.__version__.split(".")[:2])) >= (6, 12)
    if broken:
        raise Fault("build.qt", "This Qt aborts on this Python", PySide6.__version__, "Install PySide6 below 6.12.")
    plugin = {"win32": "qwindows.dll", "darwin": "libqcocoa.dylib"}.get(sys.platform, "libqxcb.so")
    loader = QPluginLoader(f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)}/platforms/{plugin}")
    if not loader.load():
        remedy = "Install the library that the message names."
        raise Fault("build.qt_screen", "Qt cannot open windows here", loader.errorString(), remedy)
    return f"{PySide6.__version__}, {plugin}"


def probe_database() -> str:
    """Make an encrypted database with full-text search, and find that its file gives nothing away."""
    from sqlcipher3 import dbapi2

    from desktop.store.database import Database

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "probe.db"
        database = Database(path, b"\x01" * 32)
        with database.writing() as connection:
            connection.exec_driver_sql("CREATE VIRTUAL TABLE words USING fts5(text)")
            cipher = connection.exec_driver_sql("PRAGMA cipher_version").scalar_one()
        database.close()
        if path.read_bytes().startswith(b"SQLite format 3"):
            raise Fault("build.cipher", "The database driver does not encrypt", dbapi2.sqlite_version, AGAIN)
    return f"SQLite {dbapi2.sqlite_version}, encrypted by SQLCipher {cipher}, with full-text search"


def probe_fonts() -> str:
    """Read every weight and find the letters of every script in it; the fonts of other scripts are there."""
    from reportlab.pdfbase.ttfonts import TTFontFile

    from resources.files import resource
    from resources.letters import BLOCKS, OWN

    fonts, others = ([resource("fonts", f"{name}.ttf") for name in names] for names in (OWN, BLOCKS))
    if missing := [font.name for font in (*fonts, *others) if not font.is_file()]:
        raise Fault("build.fonts", "Fonts are missing", ", ".join(missing), AGAIN)
    for font in fonts:
        known = TTFontFile(str(font)).charToGlyph
        if lacking := "".join(letter for letter in LETTERS if ord(letter) not in known):
            raise Fault("build.fonts", "A font lacks letters", f"{font.name}: {lacking}", AGAIN)
    return f"{len(fonts)} weights, {len(others)} fonts of other scripts"


def probe_languages() -> str:
    """Load the texts of every language, ours and Qt's own."""
    from PySide6.QtCore import QTranslator

    from desktop.ui.language import LANGUAGES, language_files

    for language in LANGUAGES:
        for file in language_files(language):
            texts = QTranslator()
            if not texts.load(file) or texts.isEmpty():
                raise Fault("build.languages", "Translations are missing", Path(file).name, AGAIN)
    return ", ".join(LANGUAGES)


def probe_pdf() -> str:
    """Make a receipt with Cyrillic letters."""
    from desktop.paper.receipt_pdf import receipt_pdf
    from desktop.paper.rows import Text

    return f"{len(receipt_pdf((Text('Проба · Probe'),), 'probe'))} bytes"


def probe_keyring() -> str:
    """Keep a value in the keyring and get it back; a machine that has none keeps secrets in an encrypted file."""
    from sync.keyrings import KeyringStore, describe_backend, find_backend
    from sync.secret_file import SecretsLocked

    backend = find_backend()
    if backend is None:
        return "none here: secrets go to an encrypted file"
    try:
        KeyringStore(backend, f"selftest-{os.getpid()}").probe()
    except SecretsLocked as locked:
        return f"{describe_backend(backend)} does not open ({locked}): secrets go to an encrypted file"
    return describe_backend(backend)


def probe_tls() -> str:
    """Shake hands with a server nobody vouches for: TLS works, and the server is refused."""
    from desktop.selftest_tls import authorities, refuses_strangers

    version = refuses_strangers()
    if not (known := authorities()):
        remedy = "Install the system's list of certificate authorities (ca-certificates)."
        raise Fault("build.authorities", "No server can be trusted", "no certificate authority is known here", remedy)
    return f"{version}, authorities from {known}"


def probe_serial() -> str:
    """List the ports, try their permissions, and send a line through a pseudo-terminal where there are any."""
    from desktop.devices.ports import system_ports

    if sys.platform != "win32":
        _echo()
    ports = [port.path for port in system_ports()]
    if closed := [path for path in ports if not os.access(path, os.R_OK | os.W_OK)]:
        remedy = "Add this user to the group that owns them (dialout), or install the package's udev rule."
        raise Fault("device.permission", "Serial ports may not be opened", ", ".join(closed), remedy)
    return f"{len(ports)} ports"


def _echo() -> None:
    import serial

    near, far = os.openpty()
    try:
        with serial.Serial(os.ttyname(far), timeout=2) as port:
            os.write(near, b"4006381333931\n")
            heard = port.read_until()
    finally:
        os.close(near)
        os.close(far)
    if heard != b"4006381333931\n":
        raise Fault("build.serial", "The serial driver loses bytes", repr(heard), AGAIN)
