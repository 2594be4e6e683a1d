"""Licences, bill of materials, signatures: what goes wrong is found, and what is written can be read elsewhere."""

import hashlib
import json
import shutil
import subprocess
from base64 import b64decode
from importlib import metadata
from pathlib import Path

import bill
import notices
import parts_list
import pytest
import signing
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from notices import Part

LOCK = (
    "a==1 \\\n    --hash=sha256:" + "a" * 64 + "\nb==2 ; python_version < '3'\nb==3 \\\n    --hash=sha256:" + "b" * 64
)


@pytest.mark.parametrize("licence", ["", "GPL-3.0-only", "AGPL-3.0", "GNU General Public License v3 (GPLv3)"])
def test_a_part_that_may_not_be_handed_out_is_refused(licence: str) -> None:
    assert list(notices.refused([Part("thing", "1", licence)]))


@pytest.mark.parametrize("licence", ["MIT", "LGPL-3.0-only OR GPL-2.0-only", "GNU Lesser General Public License v3"])
def test_a_part_that_may_be_handed_out_is_not(licence: str) -> None:
    assert not list(notices.refused([Part("thing", "1", licence)]))


def test_what_the_terminal_stands_on_may_be_handed_out_and_has_its_texts(tmp_path: Path) -> None:
    packed = parts_list.needed("eckwms-desktop")
    assert {"pyside6-essentials", "shiboken6", "sqlcipher3", "h2"} <= set(packed)
    assert not {"litestar", "pytest", "pyside6"} & set(packed)
    found = notices.write_notices(packed, tmp_path)
    text = (tmp_path / "NOTICES.txt").read_text("utf-8")
    assert all(part.name in text for part in found)
    assert f"official_releases/qt/{'.'.join(metadata.version('pyside6-essentials').split('.')[:2])}/" in text
    assert (tmp_path / "LGPL-3.0.txt").read_text().split()[:3] == ["GNU", "LESSER", "GENERAL"]


def test_the_bill_names_every_part_once_with_what_the_lock_allows(tmp_path: Path) -> None:
    path = tmp_path / "bill.json"
    found = [Part("A", "1", "MIT", "Ann"), Part("zlib (in A)", "1", "Zlib", distribution=False)]
    bill.write_bill("eckwms", "9", found, LOCK, "1700000000", path)
    told = json.loads(path.read_text("utf-8"))
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    first, second = told["components"]
    assert (first["purl"], first["properties"][0]["value"]) == ("pkg:pypi/a@1", "a" * 64)
    assert "purl" not in second
    assert told["dependencies"][0]["dependsOn"] == sorted([first["bom-ref"], second["bom-ref"]])


def test_the_part_of_a_lock_keeps_every_variant_of_a_distribution(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text(LOCK)
    here = metadata.distribution("eckwms-desktop")
    assert parts_list.lock_of({"b": here}, lock).count("b==") == 2
    with pytest.raises(parts_list.Absent, match="c"):
        parts_list.lock_of({"c": here}, lock)


@pytest.fixture
def signed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file in it, signed with a key of its own."""
    key = Ed25519PrivateKey.generate()
    forms = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (tmp_path / "key.pem").write_bytes(key.private_bytes(*forms))
    monkeypatch.setenv(signing.VARIABLE, str(tmp_path / "key.pem"))
    out = tmp_path / "out"
    out.mkdir()
    (out / "eckwms.deb").write_bytes(b"a package")
    signing.sign_all(out, "9")
    return out


def test_the_checksums_are_signed_over_their_own_bytes(signed: Path) -> None:
    sums = (signed / "SHA256SUMS").read_bytes()
    assert sums.decode() == f"{hashlib.sha256(b'a package').hexdigest()}  eckwms.deb\n"
    lines = (signed / "SHA256SUMS.minisig").read_text().splitlines()
    public = b64decode((signed / "eckwms.pub").read_text().splitlines()[1])
    signature = b64decode(lines[1])
    assert (signature[:2], signature[2:10], public[:2]) == (b"ED", public[2:10], b"Ed")
    verifier = Ed25519PublicKey.from_public_bytes(public[10:])
    verifier.verify(signature[10:], hashlib.blake2b(sums).digest())
    verifier.verify(b64decode(lines[3]), signature[10:] + lines[2].removeprefix("trusted comment: ").encode())


@pytest.mark.skipif(not shutil.which("minisign"), reason="minisign is not installed")
def test_minisign_takes_the_signature_and_refuses_other_sums(signed: Path) -> None:
    verify = ["minisign", "-Vm", signed / "SHA256SUMS", "-p", signed / "eckwms.pub"]
    assert subprocess.run(verify, capture_output=True).returncode == 0
    with (signed / "SHA256SUMS").open("a") as file:
        file.write("0  other\n")
    assert subprocess.run(verify, capture_output=True).returncode != 0


def test_without_a_key_the_checksums_say_that_they_are_unsigned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(signing.VARIABLE, raising=False)
    signing.sign_all(tmp_path, "9")
    assert not (tmp_path / "SHA256SUMS.minisig").exists()
    assert "is not signed" in capsys.readouterr().err
