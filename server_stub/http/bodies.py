"""Unpack and pack bodies: compressed input is bounded, so a small message cannot grow without end."""

import zlib

import zstandard

from server_stub.faults import Denied

_MAX_WINDOW = 8 << 20


def unpack(body: bytes, encoding: str, limit: int) -> bytes:
    """Undo `Content-Encoding` up to `limit` bytes. Raises Denied (400, 413 or 415)."""
    match encoding.strip().lower():
        case "" | "identity":
            plain = body
        case "zstd":
            plain = _unzstd(body, limit)
        case "gzip":
            plain = _gunzip(body, limit)
        case other:
            raise Denied(415, f"Content encoding {other[:20]!r} is not supported")
    if len(plain) > limit:
        raise Denied(413, "Request body too large")
    return plain


def _unzstd(body: bytes, limit: int) -> bytes:
    reader = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW).stream_reader(body)
    try:
        return reader.read(limit + 1)
    except zstandard.ZstdError as error:
        raise Denied(400, "Body is not valid zstd") from error


def _gunzip(body: bytes, limit: int) -> bytes:
    unzipper = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        plain = unzipper.decompress(body, limit + 1)
    except zlib.error as error:
        raise Denied(400, "Body is not valid gzip") from error
    if not unzipper.eof and len(plain) <= limit:
        raise Denied(400, "Body ends before its gzip stream does")
    return plain


def pack(body: bytes, accepted: str) -> tuple[bytes, str]:
    """Compress an answer as the client accepts it; gives the bytes and the encoding, empty when left as they are."""
    if len(body) < 1024:
        return body, ""
    wanted = {part.split(";")[0].strip().lower() for part in accepted.split(",")}
    if "zstd" in wanted:
        return zstandard.ZstdCompressor(level=1).compress(body), "zstd"
    if "gzip" in wanted:
        zipper = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS | 16)
        return zipper.compress(body) + zipper.flush(), "gzip"
    return body, ""
