"""What every command of the centre shares: where its data is, how it reaches the database, how it reports."""

import asyncio
import contextlib
import functools
import inspect
import json
import os
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

if TYPE_CHECKING:
    from server_stub.database import Pool

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Session:
    """The options that all commands have."""

    data_dir: Path
    database_url: str | None
    json: bool

    def run(self, work: "Callable[[Pool], Awaitable[T]]") -> T:
        """Do something with the database, and give what it gives."""
        from server_stub.database import migrate, open_pool
        from server_stub.roles import prepare
        from server_stub.serving import new_loop

        async def working(url: str) -> T:
            async with open_pool(url, min_size=1, max_size=2) as pool:
                return await work(pool)

        with self.database() as url:
            (prepare if self.database_url else migrate)(url)
            with asyncio.Runner(loop_factory=new_loop) as runner:
                return runner.run(working(url))

    @contextlib.contextmanager
    def database(self) -> Iterator[str]:
        """Give the named database, or the embedded one: that of a running centre, else started for this command."""
        if self.database_url:
            yield self.database_url
            return
        from server_stub.embedded.postgres import start_postgres

        with start_postgres(self.data_dir) as server:
            yield server.url

    def report(self, answer: Mapping[str, Any], text: str) -> None:
        """Print the answer: one JSON object, or lines for people."""
        typer.echo(json.dumps(answer, ensure_ascii=False, default=str) if self.json else text)


DataDir = Annotated[
    Path | None, typer.Option("--data-dir", envvar="ECKWMS_DATA_DIR", help="Where the centre keeps its files.")
]
DatabaseUrl = Annotated[
    str | None,
    typer.Option("--database-url", envvar="DATABASE_URL", help="PostgreSQL to use instead of the embedded one."),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
_SHARED = {"data_dir": DataDir, "database_url": DatabaseUrl, "as_json": Json}


def command(app: typer.Typer, name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a function as a command: its first parameter is the Session, made from the shared options."""

    def register(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def wrapper(**values: Any) -> None:
            data_dir, database_url, as_json = (values.pop(option) for option in _SHARED)
            function(Session(data_dir or default_data_dir(), database_url or None, as_json), **values)

        own = list(inspect.signature(function).parameters.values())[1:]
        shared = [
            inspect.Parameter(option, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
            for option, kind in _SHARED.items()
        ]
        shared[-1] = shared[-1].replace(default=False)
        parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own]
        wrapper.__signature__ = inspect.Signature([*parameters, *shared])  # type: ignore[attr-defined]
        wrapper.__annotations__ = {p.name: p.annotation for p in (*parameters, *shared)}
        del wrapper.__wrapped__
        return app.command(name)(wrapper)

    return register


def default_data_dir() -> Path:
    """Give the folder of a centre that was told none: /var/lib for root, else the user's data folder."""
    if os.name == "posix" and os.geteuid() == 0:
        return Path("/var/lib/eckwms-server")
    import platformdirs

    return platformdirs.user_data_path("eckwms-server", appauthor=False)


def read_secret(prompt: str) -> str:
    """Read a PIN or password: from stdin when it is piped, else asked for without showing it."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    import getpass

    return getpass.getpass(f"{prompt}: ")


def table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Lay out rows in columns for a person to read."""
    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(len(heads))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
                     for row in (heads, *rows))  # fmt: skip
