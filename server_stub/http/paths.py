"""Match fixed parts of paths whatever their case, and leave ids exactly as they were sent.

eckWMS codes carry addresses in capitals while clients type them in any case, so `/eck/health` is `/ECK/HEALTH`.
"""

import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class Folder:
    """Rewrites a raw path to the spelling of the pattern it fits; `{name:str}` in a pattern stands for one id.

    `{name:path}` at a pattern's end stands for all the rest, which is left exactly as it was sent.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._by_length: dict[int, list[list[str]]] = {}
        self._open_ended: dict[str, re.Pattern[str]] = {}
        for pattern in sorted(set(patterns), key=lambda p: p.count("{")):
            parts = _split(pattern)
            if parts and parts[-1].endswith(":path}"):
                self._open_ended["/" + "/".join(parts[:-1])] = _begins(parts[:-1])
                continue
            self._by_length.setdefault(len(parts), []).append(parts)

    def fold(self, raw_path: str) -> str:
        """Give the canonical path, ids still percent-encoded; a path that fits no pattern comes back unchanged."""
        parts = _split(raw_path)
        for pattern in self._by_length.get(len(parts), ()):
            folded = [_fit(fixed, part) for fixed, part in zip(pattern, parts, strict=True)]
            if None not in folded:
                return "/" + "/".join(part for part in folded if part is not None)
        for fixed, beginning in self._open_ended.items():
            if fits := beginning.match(raw_path):
                return fixed + raw_path[fits.end() :]
        return raw_path


def _begins(fixed: list[str]) -> re.Pattern[str]:
    return re.compile("".join("/+" + re.escape(part) for part in fixed) + "(?=/)", re.IGNORECASE)


def _split(path: str) -> list[str]:
    return [part for part in path.split("/") if part]


def _fit(fixed: str, part: str) -> str | None:
    """Give the spelling to use for `part`, or None when it is not what the pattern has there."""
    if fixed.startswith("{"):
        return part
    return fixed if fixed.casefold() == part.casefold() else None


def fold_paths(app: App, folder: Folder) -> App:
    """Wrap an ASGI application so that it sees canonical paths, in `path` as in `raw_path`.

    Ids stay percent-encoded in `path`, so an id with a slash is still one part; routes decode them.
    """

    async def folding(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket"):
            raw = scope.get("raw_path") or scope["path"].encode()
            path = folder.fold(raw.decode("latin-1"))
            scope["path"], scope["raw_path"] = path, path.encode("latin-1")
        await app(scope, receive, send)

    return folding
