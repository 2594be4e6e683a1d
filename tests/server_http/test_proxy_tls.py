"""Outgoing connections with TLS: to the checked address, by the name, with the certificate of that name."""

import datetime
import ipaddress
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from server_stub.proxy.outgoing import Ask, Forbidden, Network, Target, Unreachable, fetch
from server_stub.proxy.url import parse_url
from tests.server_http.proxy_targets import Listener, listening

NAME = "shop.example"


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """Make a certificate for NAME and for 127.0.0.1 that signs itself, and give its file and the key's."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    names = x509.SubjectAlternativeName([x509.DNSName(NAME), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    files = folder / "cert.pem", folder / "key.pem"
    files[0].write_bytes(certificate.public_bytes(Encoding.PEM))
    files[1].write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return files


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    return make_certificate(tmp_path)


@pytest.fixture
async def server(certificate: tuple[Path, Path]) -> AsyncIterator[Listener]:
    """A server with TLS that notes the name it is called by."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(*certificate)
    called: list[str | None] = []
    tls.sni_callback = lambda _socket, name, _context: called.append(name)
    async with listening(tls=tls) as listener:
        listener.called = called  # type: ignore[attr-defined]
        yield listener


def network(certificate: tuple[Path, Path], *answers: str) -> Network:
    """Trust the certificate, and resolve every name to these addresses."""

    async def resolve(_host: str, _port: int) -> list[str]:
        return list(answers)

    return Network(resolve, lambda: ssl.create_default_context(cafile=certificate[0]))


def target(host: str, port: int, lan: str = "127.0.0.1") -> Target:
    url = parse_url(f"https://{host}:{port}")
    assert url
    return Target(url, lan)


async def test_the_name_is_what_is_called_and_checked(server: Listener, certificate: tuple[Path, Path]) -> None:
    answer = await fetch(network(certificate, "127.0.0.1"), target(NAME, server.port), Ask("GET"))
    assert (answer.status, answer.body) == (200, b"ok")
    assert server.called == [NAME]  # type: ignore[attr-defined]
    assert server.requests[0].header("Host") == f"{NAME}:{server.port}"


async def test_a_certificate_for_an_address_holds_for_it(server: Listener, certificate: tuple[Path, Path]) -> None:
    answer = await fetch(network(certificate), target("127.0.0.1", server.port), Ask("GET"))
    assert answer.status == 200


async def test_a_certificate_of_another_name_is_refused(server: Listener, certificate: tuple[Path, Path]) -> None:
    with pytest.raises(Unreachable):
        await fetch(network(certificate, "127.0.0.1"), target("other.example", server.port), Ask("GET"))
    assert server.requests == []


async def test_a_certificate_that_nobody_vouches_for_is_refused(server: Listener) -> None:
    async def resolve(_host: str, _port: int) -> list[str]:
        return ["127.0.0.1"]

    with pytest.raises(Unreachable):
        await fetch(Network(resolve), target(NAME, server.port), Ask("GET"))
    assert server.requests == []


async def test_a_name_without_an_address_is_unreachable(certificate: tuple[Path, Path]) -> None:
    async def resolve(_host: str, _port: int) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(Unreachable):
        await fetch(Network(resolve), target(NAME, 443), Ask("GET"))
    with pytest.raises(Forbidden):
        await fetch(network(certificate), target(NAME, 443), Ask("GET"))
