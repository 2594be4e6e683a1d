"""Product lists as shops have them: lost leading zeros, codes of the shop itself, repeated names, letters of the
language; read from a file, or invented in the same shape. Prices are always invented, by a seed."""

import csv
import random
from dataclasses import dataclass
from pathlib import Path

from server_stub.goods.product_cells import check_digit

COLUMNS = ("barcode", "brand", "name", "unit", "quantity")
RATES = ("25", "13", "5")
_BRANDS = ("Žitna", "Šumska", "Čarobni Vrt", "Dobra Kava", "Ćiro", "Đurđica", "Mliječna Bajka", "Blue Hill")
_GOODS = ("Šećer smeđi", "Čaj od koprive", "Džem šljiva", "Kruh raženi", "Sok naranča/đumbir", "Gel za tuširanje")
_SIZES = (("g", "250"), ("kg", "0.5"), ("L", "0.330"), ("ml", "750"), ("kom", "6"), ("m", "10"))


@dataclass(frozen=True)
class Listed:
    """A row of a list with the price that was invented for it; unit and content are what the package holds."""

    barcode: str
    name: str
    brand: str
    unit: str
    content: str
    price_minor: int
    rate: str

    @property
    def price(self) -> str:
        """Write the price with a decimal comma, as such lists do."""
        return f"{self.price_minor // 100},{self.price_minor % 100:02d}"


def read_list(path: Path, seed: int) -> list[Listed]:
    """Read a list with the columns of `COLUMNS` and invent its prices."""
    rng = random.Random(seed)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [_priced(row, rng) for row in csv.DictReader(file)]


def _priced(row: dict[str, str], rng: random.Random) -> Listed:
    price_minor = max(9, round(rng.lognormvariate(5.6, 0.8)))
    rate = rng.choice(RATES)
    return Listed(row["barcode"], row["name"], row["brand"], row["unit"], row["quantity"], price_minor, rate)


def write_product_file(rows: list[Listed], path: Path) -> None:
    """Write the list as the product file that the centre imports; a missing article number is the barcode."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(("name", "barcode", "unit", "quantity", "price", "tax_rate", "category"))
        for row in rows:
            writer.writerow((row.name, row.barcode, row.unit, row.content, row.price, row.rate, row.brand))


def invent_list(path: Path, count: int, seed: int) -> None:
    """Write a list that looks like a real one and is none."""
    rng = random.Random(seed)
    codes = list(dict.fromkeys(_code(at, rng) for at in range(count)))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for code in codes:
            brand, (unit, quantity) = rng.choice(_BRANDS), rng.choice(_SIZES)
            writer.writerow((code, brand, f"{brand} {rng.choice(_GOODS)}", unit, quantity))


def _code(at: int, rng: random.Random) -> str:
    if at % 20 == 0:
        return _closed(f"0{rng.randrange(10**9, 10**10)}").lstrip("0")  # UPC without its zero: 11 digits
    if at % 20 == 1:
        return _closed(f"{rng.randrange(10**10, 10**11)}")  # UPC, in EAN-13 it begins with a zero
    if at % 20 == 2:
        return _closed(f"{rng.randrange(5 * 10**6, 10**7)}")
    if at % 20 == 3:
        return str(rng.randrange(100, 9999))  # what the shop itself has numbered
    if at % 60 == 4:
        return _closed(f"9{rng.randrange(10**11, 10**12)}")
    return _closed(f"385{rng.randrange(10**8, 10**9)}{rng.randrange(10)}"[:12])


def _closed(payload: str) -> str:
    return payload + check_digit(payload)


def scanned(barcode: str, rng: random.Random) -> str:
    """Give what a scanner sends for the code on the goods: with its zeros, with or without an AIM identifier."""
    length = len(barcode)
    if length in (11, 12) and check_digit(barcode[:-1]) == barcode[-1]:
        return rng.choice((barcode.zfill(12), barcode.zfill(13), f"]E0{barcode.zfill(13)}"))
    prefix = {13: "]E0", 8: "]E4", 14: "]I1"}.get(length, "")
    return rng.choice((barcode, prefix + barcode))
