"""What a till has to sell, and what it says that it has sold."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.domain.clock import SystemClock
from desktop.settings import load_settings
from desktop.station import Station, open_station
from tests.figures import Figures, terminal_figures
from tests.functional.programs import Till

_PIECES = """
SELECT p.sku, b.code, p.price_e4 FROM r.product p JOIN r.barcode b ON b.product_n = p.n
WHERE p.unit = 'pcs' AND p.age_limit = 0 AND p.active AND NOT p.weighed AND length(b.code) = 13 AND b.pack_milli = 1000
AND (SELECT count(*) FROM r.barcode o WHERE o.code = b.code) = 1 ORDER BY p.sku
"""


@dataclass(frozen=True)
class Piece:
    """Something that is sold by the piece, and the code on it."""

    sku: str
    code: str
    price_e4: int


@contextmanager
def opened(till: Till) -> Iterator[Station]:
    """Open a till's files for reading."""
    station = open_station(load_settings(till.folder), SystemClock(), writable=False)
    try:
        yield station
    finally:
        station.close()


def pieces(till: Till) -> list[Piece]:
    """Give what is sold by the piece, by SKU."""
    with opened(till) as station, station.terminal.database.reading() as connection:
        return [Piece(*row) for row in connection.exec_driver_sql(_PIECES).all()]


def figures_of(till: Till) -> Figures:
    """Count what the till itself holds."""
    with opened(till) as station:
        return terminal_figures(station.terminal.database)
