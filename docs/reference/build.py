#!/usr/bin/env python3
"""Write the reference from the program itself: `make docs`; with `--check` tell what is not fresh, and end with 1.

The centre's tables are read from a database that its migrations made: that of `--centre URL`, else one made for it.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import fields
from itertools import groupby
from pathlib import Path
from typing import Any

import typer.main

HERE = Path(__file__).resolve().parent
NOTE = "Written by `make docs` from the program; what is changed here by hand is lost.\n"


def main(arguments: Sequence[str]) -> int:
    """Write every page, or compare."""
    with migrated_centre(arguments) as url:
        written = pages(url)
    stale = [name for name, text in written.items() if not _is(HERE / name, text)]
    if "--check" in arguments:
        print("\n".join(f"docs/reference/{name} is not what the program says: make docs" for name in stale))
        return bool(stale)
    for name in stale:
        (HERE / name).write_text(written[name], encoding="utf-8")
    print(f"reference: {len(stale)} pages written")
    return 0


def _is(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text


def pages(centre_url: str) -> dict[str, str]:
    """Give every page by its file name; `centre_url` is a migrated database of the centre."""
    makers: dict[str, tuple[str, Callable[[], Iterator[str]]]] = {
        "settings.md": ("Settings", settings),
        "commands.md": ("Commands", commands),
        "exit-codes.md": ("Exit codes", exit_codes),
        "keys.md": ("Keys", keys),
        "api.md": ("HTTP", api),
        "file-formats.md": ("File formats", formats),
        "schema.md": ("Schema of a till's database", schema),
        "centre-schema.md": ("Schema of the centre's database", lambda: centre_schema(centre_url)),
    }
    return {name: f"# {title}\n\n{NOTE}\n" + "\n".join(make()) + "\n" for name, (title, make) in makers.items()}


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lay rows out as a table of Markdown."""
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"


def settings() -> Iterator[str]:
    """Every setting."""
    from desktop.settings import FOR_IT, VARIABLES, Settings, allowed
    from desktop.settings_meaning import MEANING

    yield "The order in which places win: policy, flag, environment, `config.d/*.toml` by name, machine file,"
    yield "provisioned (`settings.toml` in the data directory), default. `config show --origin` says which it was."
    yield "Settings with a * are for IT alone: the window does not show them.\n"
    rows = []
    for item in fields(Settings):
        mark = "*" if item.name in FOR_IT else ""
        rows.append([f"`{item.name}`{mark}", allowed(item.name), f"`{item.default!r}`", f"`{VARIABLES[item.name]}`",
                     MEANING.get(item.name, "")])  # fmt: skip
    yield from table(("setting", "allowed", "default", "variable", "what for"), rows)


def commands() -> Iterator[str]:
    """Every command of both programs."""
    from desktop.cli import app as till
    from server_stub.cli import app as centre

    yield "`--help` stands at every level, `--json` where a command reports. Secrets come from standard input or the"
    yield "environment, never from an argument."
    for name, app in (("eckwms", till), ("eckwms-server", centre)):
        yield f"\n## {name}\n"
        yield from _command(name, typer.main.get_command(app))


def _command(path: str, command: Any) -> Iterator[str]:
    inner = getattr(command, "commands", {})
    if not inner or command.params:
        words = " ".join(_argument(parameter) for parameter in command.params if not parameter.opts[0].startswith("-"))
        shared = {"--help", "--json", "--data-dir", "--database-url"}
        options = [each for each in command.params if each.opts[0].startswith("-") and not shared & set(each.opts)]
        yield f"**`{' '.join(filter(None, (path, words)))}`** {_sentence(command.help)}"
        for option in options:
            yield f"- `{', '.join(option.opts + option.secondary_opts)}` {option.help or ''}".rstrip()
        yield ""
    for name in sorted(inner):
        if not inner[name].hidden:
            yield from _command(f"{path} {name}", inner[name])


def _argument(parameter: Any) -> str:
    name = (parameter.metavar or parameter.name.upper()).strip("[]")
    return name if parameter.required else f"[{name}]"


def _sentence(text: str | None) -> str:
    return " ".join((text or "").split())


def exit_codes() -> Iterator[str]:
    """What commands end with."""
    from desktop import verbs
    from desktop.cli import INTERRUPTED

    told = (
        (verbs.DONE, "done"),
        (verbs.USAGE, "wrong usage"),
        (verbs.REFUSED, "refused by the trade: a rule said no, nothing happened; also a check that found something"),
        (verbs.ENVIRONMENT, "the environment: disk, device, network, database"),
        (verbs.NOT_ENROLLED, "the terminal is not enrolled, pending or blocked"),
        (verbs.BUG, "a bug; the log has its trace"),
        (INTERRUPTED, "Ctrl+C"),
    )
    yield from table(("code", "meaning"), [(f"`{code}`", words) for code, words in told])
    yield '\nWith `--json` a failure prints `{"error": {"code": "...", "message": "...", "remedy": "..."}}`.'


def keys() -> Iterator[str]:
    """What the screens list under F1."""
    from desktop.screens import RECEIPTS_KEYS, SHIFT_KEYS
    from desktop.ui.shell_returns import RETURNS_KEYS
    from desktop.ui.shell_selling import PAYMENT_KEYS, SIGN_IN_KEYS, TILL_KEYS

    screens = {
        "Sign in": SIGN_IN_KEYS,
        "Till": TILL_KEYS,
        "Payment": PAYMENT_KEYS,
        "Return": RETURNS_KEYS,
        "Receipts": RECEIPTS_KEYS,
        "Shift": SHIFT_KEYS,
    }
    yield "F1 lists the keys of any screen, with those that stand on its buttons; the setting `keys` gives other ones."
    for title, listed in screens.items():
        yield f"\n## {title}\n"
        yield from table(("key", "does"), [(f"`{key}`", does) for key, does in listed])


def api() -> Iterator[str]:
    """Every route of the centre."""
    from server_stub.http.table import ROUTES

    yield "The centre describes `/ECK/API/V1` itself at `/ECK/API/OPENAPI.JSON`. *device* is a registered terminal,"
    yield "*reader* one that is not blocked, *client* a terminal, an API key with the scope, or a person with the role."
    told = [route for route in ROUTES if not route.path.startswith("/console")]
    rows = [
        [route.method, f"`{route.path}`", route.access.value, route.scope or ", ".join(sorted(route.roles)),
         _sentence((route.handler.__doc__ or "").split("\n\n")[0])]
        for route in sorted(told, key=lambda each: (each.path.casefold(), each.method))
    ]  # fmt: skip
    yield ""
    yield from table(("method", "path", "who", "scope or role", "does"), rows)


def formats() -> Iterator[str]:
    """Files that people and programs write for us."""
    from server_stub.goods.product_rows import _NAMES
    from server_stub.offers import import_boards, import_coupons, import_customers, import_prices, import_promotions
    from sync.wire.provisioning import Provisioning

    yield "CSV (UTF-8 or cp1251; comma, semicolon or tab) or XLSX, a header row in any order.\n\n## Goods\n"
    yield from table(("column", "also called"), [(f"`{name}`", names) for name, names in _NAMES.items()])
    rows = {
        "Prices": import_prices.PriceRow,
        "Promotions": import_promotions.PromotionRow,
        "Coupons": import_coupons.CouponRow,
        "Customers": import_customers.CustomerRow,
        "Boards": import_boards.BoardRow,
    }
    for title, row in rows.items():
        yield f"\n## {title}\n\n" + ", ".join(f"`{name}`" for name in row.__struct_fields__)
    yield "\n## Provisioning file\n\n`ECKP1.BODY.KEY.SIGNATURE` on one line (`sync/wire/provisioning.py`);"
    yield "BODY is zlib over the JSON of:\n"
    yield ", ".join(f"`{name}`" for name in Provisioning.__struct_fields__)


def schema() -> Iterator[str]:
    """The tables of journal.db and of the replica."""
    from desktop.store.migrate import NEWEST
    from desktop.store.tables import local
    from sync.wire.replica import SCHEMA

    yield f"`journal.db` at version {NEWEST}: SQLCipher, its key is among the secrets."
    yield f"[The replica](#the-replica), schema {SCHEMA}, stands at the end."
    for each in sorted(local.tables.values(), key=lambda one: one.name):
        yield f"\n## {each.name}\n"
        columns = [
            (f"`{c.name}`", str(c.type), "key" if c.primary_key else "", "" if c.nullable else "always") for c in each.c
        ]
        yield from table(("column", "type", "", "there"), columns)
    yield "\n# The replica\n"
    yield "`replica-HASH.db` is what head office gave: it comes as one signed file (`sync/wire/replica.py`) and is kept"
    yield "up by the feed; nothing in it is lost with it. `position` is where the feed had the row last."
    yield from _replica()


def _replica() -> Iterator[str]:
    """The replica as a new one is made, read from the database itself: its tables are text of the protocol."""
    from sqlcipher3 import dbapi2 as sqlite

    from sync.wire.replica import TABLES

    with closing(sqlite.connect(":memory:")) as made:
        made.executescript(TABLES)
        kinds = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') ORDER BY 1"
        names = [name for (name,) in made.execute(kinds) if not name.startswith("sqlite_")]
        for name in names:
            yield f"\n## {name} (replica)\n"
            found = made.execute('SELECT name, type, pk, "notnull" FROM pragma_table_info(?)', (name,)).fetchall()
            columns = [
                (f"`{column}`", kind, "key" if key else "", "always" if key or there else "")
                for column, kind, key, there in found
            ]
            yield from table(("column", "type", "", "there"), columns)


@contextmanager
def migrated_centre(arguments: Sequence[str]) -> Iterator[str]:
    """Give the URL of a migrated database: the one after `--centre`, else one in a folder that goes again."""
    if "--centre" in arguments:
        yield arguments[arguments.index("--centre") + 1]
        return
    from server_stub.database import migrate
    from server_stub.embedded.postgres import start_postgres

    with tempfile.TemporaryDirectory(prefix="eckwms-reference-") as folder:
        Path(folder).chmod(0o711)  # made 0700 for root, who is not the server's account
        with start_postgres(Path(folder), settings={"fsync": "off"}) as server:
            migrate(server.url)
            yield server.url


COLUMNS = """
SELECT t.relname, a.attname, format_type(a.atttypid, a.atttypmod), coalesce(a.attnum = ANY(k.conkey), false),
    a.attnotnull, coalesce(pg_get_partkeydef(t.oid), '')
FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND NOT t.relispartition
    AND t.relname <> 'alembic_version'
ORDER BY t.relname COLLATE "C", a.attnum
"""
"""Every column of every table: table, name, type, whether of the key, whether always there, how it is cut in parts."""


def centre_schema(url: str) -> Iterator[str]:
    """The tables of the centre, read from PostgreSQL itself: its migrations are the only place that makes them."""
    import psycopg

    with psycopg.connect(url) as connection:
        versions = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        found = connection.execute(COLUMNS).fetchall()
    yield f"PostgreSQL at version {versions[0][0]}. What a [till](schema.md) hands in lands in `entry`; the rest"
    yield "follows from it, or is what head office decided."
    for name, columns in groupby(found, key=lambda row: str(row[0])):
        rows = list(columns)
        yield f"\n## {name}\n"
        if rows[0][5]:
            yield f"In parts by `{rows[0][5]}`.\n"
        told = [(f"`{row[1]}`", row[2], "key" if row[3] else "", "always" if row[4] else "") for row in rows]
        yield from table(("column", "type", "", "there"), told)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
