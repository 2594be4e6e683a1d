"""Commands about orders of the warehouse: `import orders`."""

from typing import Any

import typer

from server_stub.commands.offers import File, Partial, Shop, run_import
from server_stub.commands.session import Session, command


def add_imports(imports: typer.Typer) -> None:
    """Add the command to `import`."""
    command(imports, "orders")(import_orders)


def import_orders(session: Session, file: File, shop: Shop = None, partial: Partial = False) -> None:
    """Make orders from a file: kind, number, sku, quantity, and what else is known; one row for each line."""

    def choose() -> Any:
        from server_stub.orders import import_orders

        return import_orders.import_orders

    run_import(session, choose, file, shop, partial)
