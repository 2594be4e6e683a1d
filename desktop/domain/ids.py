"""Identifiers: UUIDv7 (RFC 9562), ordered by time and, within a millisecond, by the order in which they were made."""

import secrets
import threading
import uuid
from datetime import datetime

_BACKWARDS_MS = 10_000
"""A clock put back by less keeps the order of ids; put back by more it starts anew, or ids would stay in the future."""

_lock = threading.Lock()
_last_ms = 0
_counter = 0


def new_id(now: datetime) -> str:
    """Make an id for something that happens `now` (an aware instant); two calls never give the same one."""
    stamp_ms, counter = _next(int(now.timestamp() * 1000))
    number = (stamp_ms & (1 << 48) - 1) << 80 | 7 << 76 | counter << 64 | 2 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=number))


def least_id(moment: datetime) -> str:
    """Give what every id of a moment (an aware instant) or later is not less than; it is an id of nothing."""
    return str(uuid.UUID(int=(int(moment.timestamp() * 1000) & (1 << 48) - 1) << 80))


def _next(now_ms: int) -> tuple[int, int]:
    global _last_ms, _counter
    with _lock:
        if now_ms > _last_ms or _last_ms - now_ms > _BACKWARDS_MS:
            _last_ms, _counter = now_ms, secrets.randbits(8)
        else:
            _counter += 1
            if _counter > 0xFFF:
                _last_ms, _counter = _last_ms + 1, secrets.randbits(8)
        return _last_ms, _counter
