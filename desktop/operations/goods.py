"""What only the database knows of goods before they are a line: what a bundle holds, and whether a piece was sold."""

from dataclasses import replace

from desktop.domain.product import Found, quantity_for_total
from desktop.operations.serials import check_serial
from desktop.operations.terminal import Terminal
from desktop.store import catalogue


def complete(terminal: Terminal, found: Found) -> Found:
    """Give goods with the parts of a bundle; plain goods cost nothing here. Refusals `serial.sold`, `bundle.part`."""
    if not found.serial and not found.product.extra.parts:
        return found
    with terminal.database.reading() as connection:
        if found.serial:
            check_serial(connection, found.product.id, found.serial)
        return replace(found, parts=catalogue.read_parts(connection, found.product.extra.parts))


def weighed_by_price(found: Found, currency: str) -> Found:
    """Give goods that are weighed with the quantity that the price on their label stands for, at their price of now."""
    total_minor = found.fixed_total_minor
    if not found.product.weighed or found.quantity_milli or not total_minor or total_minor < 0:
        return found
    return replace(found, quantity_milli=quantity_for_total(total_minor, found.product.price_e4, currency))
