"""Commands about places: `import places`."""

from typing import Any

import typer

from server_stub.commands.offers import File, Partial, Shop, run_import
from server_stub.commands.session import Session, command


def add_imports(imports: typer.Typer) -> None:
    """Add the command to `import`."""
    command(imports, "places")(import_places)


def import_places(session: Session, file: File, shop: Shop = None, partial: Partial = False) -> None:
    """Add and change places from a file: code, kind, parent, sequences, class; a code may be a range of bins."""

    def choose() -> Any:
        from server_stub.goods import import_places

        return import_places.import_places

    run_import(session, choose, file, shop, partial)
