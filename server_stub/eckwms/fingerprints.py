"""Check sums as eckWMS clients compute them. Pure."""

import json
import struct
import uuid
import zlib

_MASK = (1 << 64) - 1
_C1, _C2 = 0x87C37B91114253D5, 0x4CF5AD432745937F


def scan_checksum(payload: str) -> str:
    """CRC32 in eight hex digits over the code as a JSON string, quotes included, as the first generation answers."""
    return f"{zlib.crc32(json.dumps(payload, ensure_ascii=False).encode()):08x}"


def content_id(data: bytes) -> str:
    """Name bytes by MurmurHash3 x64 128 (seed 0), written as a UUID: the two halves big-endian, one after the other."""
    h1 = h2 = 0
    whole = len(data) & ~15
    for k1, k2 in struct.iter_unpack("<QQ", memoryview(data)[:whole]):
        k1 = k1 * _C1 & _MASK
        k1 = (k1 << 31 | k1 >> 33) * _C2 & _MASK
        h1 ^= k1
        h1 = (h1 << 27 | h1 >> 37) + h2 & _MASK
        h1 = h1 * 5 + 0x52DCE729 & _MASK
        k2 = k2 * _C2 & _MASK
        k2 = (k2 << 33 | k2 >> 31) * _C1 & _MASK
        h2 ^= k2
        h2 = (h2 << 31 | h2 >> 33) + h1 & _MASK
        h2 = h2 * 5 + 0x38495AB5 & _MASK
    rest = data[whole:]
    if rest:
        k1, k2 = struct.unpack("<QQ", rest.ljust(16, b"\0"))
        k2 = k2 * _C2 & _MASK
        h2 ^= (k2 << 33 | k2 >> 31) * _C1 & _MASK
        k1 = k1 * _C1 & _MASK
        h1 ^= (k1 << 31 | k1 >> 33) * _C2 & _MASK
    h1, h2 = h1 ^ len(data), h2 ^ len(data)
    h1 = h1 + h2 & _MASK
    h2 = h2 + h1 & _MASK
    h1, h2 = _mix(h1), _mix(h2)
    h1 = h1 + h2 & _MASK
    return str(uuid.UUID(int=h1 << 64 | (h2 + h1 & _MASK)))


def _mix(k: int) -> int:
    k ^= k >> 33
    k = k * 0xFF51AFD7ED558CCD & _MASK
    k ^= k >> 33
    k = k * 0xC4CEB9FE1A85EC53 & _MASK
    return k ^ k >> 33
