"""Sealed entries as lines of a file, and the proof behind the last of them that none is missing.

Every line is one entry as `eckwms journal export` writes it, with header and body exactly as sealed. The last line is
`{"proof": ..., "signature": ...}`: per chain the number and hash that the first entry follows and those of the last
one, and the SHA-256 of all bytes before it, signed with the terminal's key. Whoever has the file can check all of it
without the terminal.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

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


def proven_lines(entries: Iterable[Sealed], signer: Signer, made_at: str) -> Iterator[bytes]:
    """Give every entry as a line, and the proof as the last."""
    chains: dict[str, dict[str, Any]] = {}
    count, digest = 0, hashlib.sha256()
    for sealed in entries:
        line = _line(entry_json(sealed))
        digest.update(line)
        count += 1
        begin = {"after_seq": sealed.seq - 1, "after_hash": sealed.prev_hash.hex()}
        kept = chains.setdefault(sealed.incarnation, begin)
        kept |= {"last_seq": sealed.seq, "last_hash": sealed.hash.hex()}
        yield line
    proof = {
        "terminal": signer.terminal,
        "key_id": signer.key_id,
        "public_key": signer.public_key.hex(),
        "made_at": made_at,
        "entries": count,
        "chains": chains,
        "sha256": digest.hexdigest(),
    }
    signature = signer.sign(TAG + _line(proof))
    yield _line({"proof": proof, "signature": base64.b64encode(signature).decode()})


def check_lines(lines: Iterable[bytes], public_key: bytes) -> dict[str, Any]:
    """Check a file line by line and give its proof.

    Raises NotComplete at the first line that does not hold, for a missing one, and for a proof of another key.
    """
    digest, at, count = hashlib.sha256(), dict[str, tuple[int, bytes]](), 0
    begun: dict[str, tuple[int, str]] = {}
    last: dict[str, Any] = {}
    for line in lines:
        if "proof" in last:
            raise NotComplete("there are lines behind the proof")
        last = _read(line)
        if "proof" in last:
            continue
        count += 1
        digest.update(line)
        name = str(last.get("incarnation", ""))
        entry = _entry(last)
        begun.setdefault(name, (int(last["seq"]) - 1, entry.prev_hash.hex()))
        at[name] = _follow(entry, at.get(name, (int(last["seq"]) - 1, entry.prev_hash)))
    proof = _proof(last, public_key)
    chains = {
        name: {"after_seq": begun[name][0], "after_hash": begun[name][1], "last_seq": seq, "last_hash": hashed.hex()}
        for name, (seq, hashed) in at.items()
    }
    if (count, digest.hexdigest(), chains) != (proof["entries"], proof["sha256"], proof["chains"]):
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


def _entry(values: dict[str, Any]) -> chain.Entry:
    try:
        header, body, signature = (base64.b64decode(values[name]) for name in ("header", "body", "signature"))
        prev_hash, hashed = bytes.fromhex(values["prev_hash"]), bytes.fromhex(values["hash"])
    except (KeyError, ValueError, TypeError) as error:
        raise NotComplete("a line is no entry") from error
    return chain.Entry(header, body, prev_hash, hashed, signature)


def _follow(entry: chain.Entry, before: tuple[int, bytes]) -> tuple[int, bytes]:
    try:
        return chain.read_link(entry, *before).seq, entry.hash
    except chain.Break as broken:
        raise NotComplete(str(broken)) from broken


def _proof(values: dict[str, Any], public_key: bytes) -> dict[str, Any]:
    proof = values.get("proof")
    if not isinstance(proof, dict) or not isinstance(values.get("signature"), str):
        raise NotComplete("the proof is missing: the file ends too early")
    signature = base64.b64decode(values["signature"])
    if not chain.verify_signature(public_key, TAG + _line(proof), signature):
        raise NotComplete("the proof is not signed by this till")
    return proof
