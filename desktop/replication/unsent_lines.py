"""Sealed entries as lines of a file, and the proof behind the last of them that none is missing.

Every line is one entry as `eckwms journal export` writes it, with header and body exactly as sealed. The last line is
`{"proof": ..., "signature": ...}`: per chain the number and hash that the first entry follows and those of the last
one, the entries that do not hold with the reason (a damaged journal is written as it is), and the SHA-256 of all bytes
before it, signed with the terminal's key. Whoever has the file can check all of it without the terminal.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from desktop.replication.incarnations import to_entry
from desktop.replication.recording import Signer
from desktop.store.journal import Sealed
from sync import chain

TAG = b"eckwms.unsent.1\x00"
"""Before the proof's bytes where they are signed, so that the signature is good for nothing else."""


class NotComplete(Exception):
    """A file of unsent entries is not what its proof says; the message says where, in English."""


def entry_json(sealed: Sealed) -> dict[str, Any]:
    """Give an entry with its bytes in base64 and its hashes in hex."""
    return {
        "incarnation": sealed.incarnation,
        "seq": sealed.seq,
        "kind": sealed.kind,
        "version": sealed.version,
        "occurred_at": sealed.occurred_at,
        "actor": sealed.actor,
        "header": base64.b64encode(sealed.header).decode(),
        "body": base64.b64encode(sealed.body).decode(),
        "prev_hash": sealed.prev_hash.hex(),
        "hash": sealed.hash.hex(),
        "signature": base64.b64encode(sealed.signature).decode(),
    }


class _Found:
    """What the lines of a file come to, as its proof says it; the writer and whoever checks count alike."""

    def __init__(self) -> None:
        self._entries, self._digest = 0, hashlib.sha256()
        self._chains: dict[str, dict[str, Any]] = {}
        self._faults: list[dict[str, Any]] = []

    def add(self, line: bytes, name: str, seq: int, entry: chain.Entry) -> None:
        """Take an entry of an incarnation and its line; the one behind a fault is held against what that one says."""
        self._digest.update(line)
        self._entries += 1
        after = {"after_seq": seq - 1, "after_hash": entry.prev_hash.hex()}
        known = self._chains.setdefault(name, after | {"last_seq": seq - 1, "last_hash": entry.prev_hash.hex()})
        try:
            chain.read_link(entry, known["last_seq"], bytes.fromhex(known["last_hash"]))
        except chain.Break as broken:
            self._faults.append({"incarnation": name, "seq": broken.seq, "reason": broken.reason})
        known |= {"last_seq": seq, "last_hash": entry.hash.hex()}

    def proven(self) -> dict[str, Any]:
        """Give the part of the proof that the lines decide."""
        return {
            "entries": self._entries,
            "chains": self._chains,
            "faults": self._faults,
            "sha256": self._digest.hexdigest(),
        }


def proven_lines(entries: Iterable[Sealed], signer: Signer, made_at: str) -> Iterator[bytes]:
    """Give every entry as a line, whole or damaged, and the proof as the last."""
    found = _Found()
    for sealed in entries:
        line = _line(entry_json(sealed))
        found.add(line, sealed.incarnation, sealed.seq, to_entry(sealed))
        yield line
    who = {"terminal": signer.terminal, "key_id": signer.key_id, "public_key": signer.public_key.hex()}
    proof = found.proven() | who | {"made_at": made_at}
    signature = signer.sign(TAG + _line(proof))
    yield _line({"proof": proof, "signature": base64.b64encode(signature).decode()})


def check_lines(lines: Iterable[bytes], public_key: bytes) -> dict[str, Any]:
    """Check a file line by line and give its proof, whose `faults` name the entries that do not hold.

    Raises NotComplete for a line that is no entry, a missing or changed one, and for a proof of another key.
    """
    found, last = _Found(), dict[str, Any]()
    for line in lines:
        if "proof" in last:
            raise NotComplete("there are lines behind the proof")
        last = _read(line)
        if "proof" not in last:
            found.add(line, *_entry(last))
    proof = _proof(last, public_key)
    if any(proof.get(name) != value for name, value in found.proven().items()):
        raise NotComplete("the entries are not those of the proof")
    return proof


def _line(values: dict[str, Any]) -> bytes:
    return json.dumps(values, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _read(line: bytes) -> dict[str, Any]:
    try:
        values = json.loads(line)
    except ValueError as error:
        raise NotComplete("a line cannot be read") from error
    if not isinstance(values, dict):
        raise NotComplete("a line is no entry")
    return values


def _entry(values: dict[str, Any]) -> tuple[str, int, chain.Entry]:
    try:
        header, body, signature = (base64.b64decode(values[name]) for name in ("header", "body", "signature"))
        prev_hash, hashed = bytes.fromhex(values["prev_hash"]), bytes.fromhex(values["hash"])
        return str(values["incarnation"]), int(values["seq"]), chain.Entry(header, body, prev_hash, hashed, signature)
    except (KeyError, ValueError, TypeError) as error:
        raise NotComplete("a line is no entry") from error


def _proof(values: dict[str, Any], public_key: bytes) -> dict[str, Any]:
    proof = values.get("proof")
    if not isinstance(proof, dict) or not isinstance(values.get("signature"), str):
        raise NotComplete("the proof is missing: the file ends too early")
    if not chain.verify_signature(public_key, TAG + _line(proof), _decoded(values["signature"])):
        raise NotComplete("the proof is not signed by this till")
    return proof


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except ValueError:
        return b""
