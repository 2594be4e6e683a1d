"""Commands about orders of the warehouse: `import orders`, `import tolerances`."""

from typing import Any

import typer

from server_stub.commands.offers import File, Partial, Shop, run_import
from server_stub.commands.session import Session, command


def add_imports(imports: typer.Typer) -> None:
    """Add these commands to `import`."""
    command(imports, "orders")(import_orders)
    command(imports, "tolerances")(import_tolerances)


def import_orders(session: Session, file: File, shop: Shop = None, partial: Partial = False) -> None:
    """Make orders from a file: kind, number, sku, quantity, and what else is known; one row for each line."""

    def choose() -> Any:
        from server_stub.orders import import_orders

        return import_orders.import_orders

    run_import(session, choose, file, shop, partial)


def import_tolerances(session: Session, file: File, shop: Shop = None, partial: Partial = False) -> None:
    """Say by a file how much more than was ordered is taken: tolerance in per cent, and of which supplier and sku."""

    def choose() -> Any:
        from server_stub.orders import import_tolerances

        return import_tolerances.import_tolerances

    run_import(session, choose, file, shop, partial)
