"""A small SMTP server on a loopback port, with a certificate of its own authority; it keeps what it takes."""

import contextlib
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.edges import OPENING


@dataclass
class Mailbox:
    """What the server knows and how it answers; `refuse` maps a verb to a line that it answers instead."""

    port: int = 0
    ca_file: str = ""
    security: str = "starttls"
    login: tuple[str, str] = ("", "")
    refuse: dict[str, str] = field(default_factory=dict)
    messages: list[EmailMessage] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)


class _Session(socketserver.StreamRequestHandler):
    box: Mailbox
    tls: ssl.SSLContext

    def handle(self) -> None:
        with contextlib.suppress(OSError):
            if self.box.security == "tls":
                self._encrypt()
            self._say("220 here")
            while line := self.rfile.readline():
                verb = line.split()[0].decode().upper()
                self.box.verbs.append(verb)
                if not self._answer(verb, line):
                    return

    def finish(self) -> None:
        with contextlib.suppress(OSError):
            super().finish()
        self.connection.close()

    def _answer(self, verb: str, line: bytes) -> bool:
        if verb in self.box.refuse:
            self._say(self.box.refuse[verb])
        elif verb == "EHLO":
            starttls = ["250-STARTTLS"] if self.box.security == "starttls" else []
            self._say("\r\n".join(["250-here", *starttls, "250 AUTH PLAIN"]))
        elif verb == "STARTTLS":
            self._say("220 go on")
            self._encrypt()
        elif verb == "AUTH":
            self._say("235 welcome")
        elif verb == "DATA":
            self._say("354 go on")
            self._take()
            self._say("250 kept")
        elif verb == "QUIT":
            self._say("221 bye")
            return False
        else:
            self._say("250 ok")
        return True

    def _take(self) -> None:
        lines: list[bytes] = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        self.box.messages.append(message_from_bytes(b"".join(lines), policy=policy.default))  # type: ignore[arg-type]

    def _say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")
        self.wfile.flush()

    def _encrypt(self) -> None:
        self.connection = self.tls.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", buffering=0)  # type: ignore[assignment]


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = False
    block_on_close = True
    allow_reuse_address = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that does not trust us hangs up."""


@contextmanager
def mail_server(folder: Path, security: str = "starttls") -> Iterator[Mailbox]:
    """A server for as long as the block runs."""
    ca_file, key_file = make_certificate(folder)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(ca_file, key_file)
    box = Mailbox(ca_file=str(ca_file), security=security)
    session = type("Session", (_Session,), {"box": box, "tls": tls})
    with _Server(("127.0.0.1", 0), session) as server:
        box.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join()


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for this machine that is its own authority, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail here")])
    names = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1")), x509.DNSName("localhost")])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(OPENING - timedelta(days=3650))
        .not_valid_after(OPENING + timedelta(days=3650))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    ca_file, key_file = folder / "mail-ca.pem", folder / "mail-key.pem"
    ca_file.write_bytes(built.public_bytes(serialization.Encoding.PEM))
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    key_file.write_bytes(key.private_bytes(pem, pkcs8, serialization.NoEncryption()))
    return ca_file, key_file
