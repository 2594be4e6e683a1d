"""Commands about content and figures: seed, import, stats, verify."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands import offers, orders, places
from server_stub.commands.imports import report_import
from server_stub.commands.session import Session, command, table

if TYPE_CHECKING:
    from server_stub.database import Pool

_REFUSED = 3


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    seeds = typer.Typer(help="Fill an empty centre.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(seeds, name="seed")
    command(seeds, "demo")(seed_demo)
    imports = typer.Typer(help="Take in files.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(imports, name="import")
    command(imports, "products")(import_products)
    command(imports, "pictures")(import_pictures)
    offers.add_imports(imports)
    orders.add_imports(imports)
    places.add_imports(imports)
    command(app, "stats")(stats)
    command(app, "verify")(verify)


def seed_demo(session: Session) -> None:
    """Make a believable sample shop; prints the people's PINs and passwords, which are kept nowhere."""

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.goods import seed

        return await seed.seed_demo(pool)

    answer = session.run(work)
    if not answer.get("created"):
        return session.report(answer, f"The shop {answer['name']} is there already; nothing was changed.")
    rows = [(p["login"], p["name"], p["role"], p["pin"], p.get("password", "")) for p in answer["people"]]
    people = table(("LOGIN", "NAME", "ROLE", "PIN", "CONSOLE PASSWORD"), rows)
    counted = ("products", "places", "promotions", "customers")
    goods = ", ".join(f"{answer[name]} {name}" for name in counted)
    session.report(answer, f"{answer['name']}: {goods}. Note the PINs and passwords:\n{people}")
    return None


def import_products(
    session: Session,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="CSV or XLSX.")],
    partial: Annotated[bool, typer.Option("--partial", help="Keep the good rows when some are bad.")] = False,
) -> None:
    """Add and change products from a file; all bad rows are told at once."""

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.goods import product_file

        return dict(await product_file.import_products(pool, file, partial=partial, progress=_show_progress))

    report_import(session, session.run(work), partial=partial)


def import_pictures(
    session: Session,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="ZIP of JPEG, PNG, WebP.")],
) -> None:
    """Give products their pictures from an archive whose files are named by article number or barcode.

    What fits is kept, what does not is told; the same archive again changes nothing.
    """

    async def work(pool: "Pool") -> dict[str, Any]:
        from datetime import UTC, datetime

        from server_stub.goods import picture_import

        return await picture_import.import_pictures(pool, file, datetime.now(UTC), progress=_show_progress)

    report_import(session, session.run(work), partial=True)


def _show_progress(rows: int) -> None:
    """Show how far a long command is, on a terminal only."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{rows} rows")
        sys.stderr.flush()


def stats(session: Session) -> None:
    """Count devices, entries, sales, payments, movements, and what needs a person."""

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.journal import stats

        return dict(await stats.collect_stats(pool))

    answer = session.run(work)
    session.report(answer, "\n".join(f"{name}: {_plain(value)}" for name, value in answer.items()))


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {part}" for name, part in value.items()) or "none"
    return str(value)


def verify(session: Session) -> None:
    """Check every chain, every sale and every stock figure; exit code 3 and the list when anything is off."""

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.journal import verify

        return dict(await verify.verify_centre(pool))

    answer = session.run(work)
    verdict = "in order" if answer["ok"] else f"{len(answer['problems'])} problems"
    lines = [f"{answer['terminals']} terminals, {answer['entries']} entries: {verdict}"]
    session.report(answer, "\n".join(lines + [str(problem) for problem in answer["problems"]]))
    if not answer["ok"]:
        raise typer.Exit(_REFUSED)
