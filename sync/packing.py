"""Bodies on their way: msgpack or JSON, zstd or gzip, and never more memory than was allowed for."""

import zlib
from dataclasses import dataclass
from typing import TypeVar

import msgspec
import zstandard

from sync.trouble import Broken
from sync.wire.messages import Batch

T = TypeVar("T")
LEVEL = 1
"""zstd level: higher ones cost more time than the bytes they save on a shop's line."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A batch and its bytes on the wire."""

    batch: Batch
    body: bytes


def pack_batch(batch: Batch) -> Parcel:
    """Encode a batch for the wire: msgpack in one zstd frame."""
    return Parcel(batch, zstandard.ZstdCompressor(level=LEVEL).compress(msgspec.msgpack.encode(batch)))


def unpack(data: bytes, encoding: str, limit: int) -> bytes:
    """Undo a Content-Encoding (empty, zstd or gzip). Raises Broken for damage and for more than `limit` bytes."""
    try:
        if encoding == "zstd":
            with zstandard.ZstdDecompressor().stream_reader(data) as reader:
                plain = reader.read(limit + 1)
        elif encoding == "gzip":
            plain = zlib.decompressobj(wbits=31).decompress(data, limit + 1)
        elif encoding in ("", "identity"):
            plain = data
        else:
            raise Broken(f"an encoding nobody asked for: {encoding}")
    except (zstandard.ZstdError, zlib.error) as error:
        raise Broken(f"damaged {encoding} body: {error}") from error
    if len(plain) > limit:
        raise Broken(f"a body of more than {limit} bytes")
    return plain


def decode(data: bytes, kind: str, shape: type[T]) -> T:
    """Read a message of JSON or msgpack. Raises Broken when it is not one."""
    try:
        if kind == "msgpack":
            return msgspec.msgpack.decode(data, type=shape)
        return msgspec.json.decode(data, type=shape)
    except msgspec.DecodeError as error:
        raise Broken(f"not a {shape.__name__}: {error}") from error
