"""Match fixed parts of paths whatever their case, and leave ids exactly as they were sent.

eckWMS codes carry addresses in capitals while clients type them in any case, so `/eck/health` is `/ECK/HEALTH`.
"""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class Folder:
    """Rewrites a raw path to the spelling of the pattern it fits; `{name:str}` in a pattern stands for one id."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._by_length: dict[int, list[list[str]]] = {}
        for pattern in sorted(set(patterns), key=lambda p: p.count("{")):
            parts = _split(pattern)
            self._by_length.setdefault(len(parts), []).append(parts)

    def fold(self, raw_path: str) -> str:
        """Give the canonical path, ids still percent-encoded; a path that fits no pattern comes back unchanged."""
        parts = _split(raw_path)
        for pattern in self._by_length.get(len(parts), ()):
            folded = [_fit(fixed, part) for fixed, part in zip(pattern, parts, strict=True)]
            if None not in folded:
                return "/" + "/".join(part for part in folded if part is not None)
        return raw_path


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
