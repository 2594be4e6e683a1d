"""Tills and console hear of a newer version only by a manifest that the pinned publisher has signed."""

import json
import sys
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server_stub.cli import run_command_line
from server_stub.releases import read_key, read_manifest
from sync.chain import verify_signature
from sync.wire.condition import CONDITION, ConditionAnswer, newest_message
from tests.server_http.conftest import RunningCentre
from tests.server_http.terminal import WireTerminal

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))
OURS, OTHER = (Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2))


def signed(folder: Path, key: Ed25519PrivateKey, version: str) -> Path:
    """A manifest and its signature, made by the recipe of the packages."""
    from signing import minisign, public_file

    file = folder / "release.json"
    file.write_text(json.dumps({"version": version, "published_at": "2026-03-01T08:00:00Z"}))
    file.with_name("release.json.minisig").write_text(minisign(key, file.read_bytes(), f"eckwms {version}"))
    (folder / "eckwms.pub").write_text(public_file(key.public_key()))
    return file


@pytest.fixture
def announce(centre_server: RunningCentre, capsys: pytest.CaptureFixture[str]):
    """Runs `release announce` on the centre's database; gives its exit code and JSON."""

    def run(*words: str) -> tuple[int, dict[str, object]]:
        capsys.readouterr()
        options = ["--database-url", centre_server.database_url, "--json"]
        code = run_command_line(["release", "announce", *words, *options])
        return code, json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def announced(announce, tmp_path: Path) -> None:
    """A version that was announced, after everything that may not be."""

    def refused(*words: str) -> str:
        code, told = announce(*words)
        assert code == 3, told
        return told["error"]["code"]

    file, key = str(signed(tmp_path, OURS, "9.1.0")), str(tmp_path / "eckwms.pub")
    assert refused(file) == "release.no_key"
    assert announce(file, "--key", key)[0] == 0
    signed(tmp_path, OTHER, "9.9.9")
    assert refused(file) == "release.signature"
    assert refused(file, "--key", key) == "release.other_key"
    signed(tmp_path, OURS, "9.2.0")
    (tmp_path / "release.json").write_text('{"version": "9.9.9", "published_at": ""}')
    assert refused(file) == "release.signature"
    signed(tmp_path, OURS, "9.2.0")
    assert announce(file) == (0, {"version": "9.2.0", "published_at": "2026-03-01T08:00:00Z"})


async def test_a_till_is_told_by_its_own_centre(
    announced: None, enrolled: WireTerminal, http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    answer = await http.put(CONDITION, json={"version": "9.1.0"}, headers=enrolled.bearer)
    import msgspec

    told = msgspec.json.decode(answer.content, type=ConditionAnswer)
    ((key,),) = centre_server.ask("SELECT signing_key FROM centre")
    public = Ed25519PrivateKey.from_private_bytes(bytes(key)).public_key().public_bytes_raw()  # type: ignore[arg-type]
    assert told.newest == "9.2.0"
    assert verify_signature(public, newest_message(enrolled.device_id, "9.2.0"), told.signature)
    assert not verify_signature(public, newest_message(enrolled.device_id, "9.9.9"), told.signature)


def test_the_signature_is_the_one_of_the_packages(tmp_path: Path) -> None:
    file = signed(tmp_path, OURS, "9.1.0")
    key = read_key((tmp_path / "eckwms.pub").read_text())
    assert key == OURS.public_key().public_bytes_raw()
    assert read_manifest(file.read_bytes(), (tmp_path / "release.json.minisig").read_text(), key).version == "9.1.0"
