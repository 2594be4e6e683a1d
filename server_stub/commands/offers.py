"""Commands about offers: `import promotions`, `coupons`, `prices`, `customers`, `boards`."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands.imports import report_import
from server_stub.commands.session import Session, command

if TYPE_CHECKING:
    from server_stub.database import Pool

File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="CSV or XLSX.")]
Partial = Annotated[bool, typer.Option("--partial", help="Keep the good rows when some are bad.")]
Shop = Annotated[str | None, typer.Option(help="For this shop, by id or name, where the file does not say it.")]


def add_imports(imports: typer.Typer) -> None:
    """Add these commands to `import`."""
    command(imports, "promotions")(import_promotions)
    command(imports, "coupons")(import_coupons)
    command(imports, "prices")(import_prices)
    command(imports, "customers")(import_customers)
    command(imports, "boards")(import_boards)


def import_promotions(session: Session, file: File, shop: Shop = None, partial: Partial = False) -> None:
    """Add and change promotions from a file; one without id is known by its name. For all shops unless one is named."""

    def choose() -> Any:
        from server_stub.offers import import_promotions

        return import_promotions.import_promotions

    run_import(session, choose, file, shop, partial)


def import_coupons(session: Session, file: File, shop: Shop = None, partial: Partial = False) -> None:
    """Add and change coupons from a file: promotion, code, uses, uses_per_customer, starts_at, ends_at, active."""

    def choose() -> Any:
        from server_stub.offers import import_coupons

        return import_coupons.import_coupons

    run_import(session, choose, file, shop, partial)


def import_prices(session: Session, file: File, shop: Shop = None, partial: Partial = False) -> None:
    """Set the prices of price lists from a file: price_list, sku, price, from_quantity. New lists are made."""

    def choose() -> Any:
        from server_stub.offers import import_prices

        return import_prices.import_prices

    run_import(session, choose, file, shop, partial)


def import_customers(session: Session, file: File, shop: Shop = None, partial: Partial = False) -> None:
    """Add and change customers from a file; one without id and card is a new one."""

    def choose() -> Any:
        from server_stub.offers import import_customers

        return import_customers.import_customers

    run_import(session, choose, file, shop, partial)


def import_boards(session: Session, file: File, shop: Shop = None, partial: Partial = False) -> None:
    """Lay out boards of quick keys by a file: board, page, at, sku or category or to_page, colour, roles."""

    def choose() -> Any:
        from server_stub.offers import import_boards

        return import_boards.import_boards

    run_import(session, choose, file, shop, partial)


Import = Callable[..., Awaitable[dict[str, Any]]]


def run_import(session: Session, choose: Callable[[], Import], file: Path, shop: str | None, partial: bool) -> None:
    """Run an import, which is loaded only now."""

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.commands.terminals import choose_shop

        ident = await choose_shop(pool, shop) if shop else None
        return await choose()(pool, file, shop=ident, partial=partial)

    report_import(session, session.run(work), partial=partial)
