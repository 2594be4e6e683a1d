"""TLS as this build does it, tried in memory: no packet leaves."""

import ssl
import tempfile
from datetime import timedelta
from pathlib import Path

from desktop.domain.clock import SystemClock
from desktop.faults import Fault

NAME = "nobody.invalid"
ELSEWHERE = ("/etc/ssl/certs", "/etc/pki/tls/certs", "/etc/ssl/ca-bundle.pem")
"""Where systems keep their authorities when OpenSSL itself looks in another place; truststore looks there too."""


def refuses_strangers() -> str:
    """Shake hands with a server whose certificate it made itself; gives OpenSSL's version.

    Raises Fault when the client takes the certificate.
    """
    import truststore

    client_side = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    to_client, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = client_side.wrap_bio(to_client, to_server, server_hostname=NAME)
    server = _stranger().wrap_bio(to_server, to_client, server_side=True)
    for _ in range(4):
        for side in (client, server):
            try:
                side.do_handshake()
            except ssl.SSLCertVerificationError:
                return ssl.OPENSSL_VERSION
            except ssl.SSLWantReadError:
                continue
    raise Fault(
        "build.tls", "Servers are not checked", "an unknown certificate was taken", "Install the program again."
    )


def authorities() -> str:
    """Where certificate authorities come from on this machine, empty where there are none."""
    if list(ssl.create_default_context().get_ca_certs()):
        return "the system"
    paths = ssl.get_default_verify_paths()
    for place in (paths.cafile, paths.capath, *ELSEWHERE):
        if place and (Path(place).is_file() or any(Path(place).glob("*"))):
            return place
    return ""


def _stranger() -> ssl.SSLContext:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key, now = ec.generate_private_key(ec.SECP256R1()), SystemClock().now()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
    pem = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    pem += key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "stranger.pem"
        file.write_bytes(pem)
        context.load_cert_chain(file)
    return context
