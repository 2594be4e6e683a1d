"""Sell a whole product list by scanning it and compare the figures at both ends."""

import asyncio
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.domain.clock import SystemClock
from desktop.domain.money import parse_money
from desktop.settings import load_settings
from desktop.station import Station, open_station
from desktop.verbs import carry_out
from tests.figures import Figures, centre_figures, terminal_figures
from tests.functional.programs import Office, Till, start_day
from tests.product_lists import Listed, read_list, scanned, write_product_file

CART_LINES = 12


@dataclass(frozen=True)
class Sold:
    """What the import said, what the terminal and the centre counted, and what was sold at a wrong price."""

    imported: dict[str, Any]
    terminal: Figures
    centre: Figures
    pushed: int
    unsent: int
    wrong_prices: list[str]
    problems: list[str]

    @property
    def is_equal(self) -> bool:
        """Tell whether nothing is wrong anywhere."""
        return self.terminal == self.centre and not (self.wrong_prices or self.problems or self.unsent)


def sell_list(office: Office, source: Path, folder: Path, seed: int) -> Sold:
    """Import the list with invented prices, sell every row of it once by its scan, hand in, compare."""
    rows = read_list(source, seed)
    file = folder / "products.csv"
    write_product_file(rows, file)
    imported = office.run("import", "products", str(file)).json
    before = centre_figures(office.do("stats"))
    till = start_day(office, Till(folder / "list-till", {"ECKWMS_SECRETS": "file"}))
    station = open_station(load_settings(till.folder, {"secrets": "file"}), SystemClock())
    try:
        wrong = _sell_all(station, rows, random.Random(seed))
        handed_in = _do(station, "sync")
        figures = terminal_figures(station.terminal.database)
    finally:
        station.close()
    after = centre_figures(office.do("stats")).since(before)
    problems = [str(problem) for problem in office.run("verify").json["problems"]]
    return Sold(imported, figures, after, handed_in["pushed"], handed_in["unsent"], wrong, problems)


def _sell_all(station: Station, rows: list[Listed], rng: random.Random) -> list[str]:
    order = rng.sample(rows, len(rows))
    wrong: list[str] = []
    for at in range(0, len(order), CART_LINES):
        cart = order[at : at + CART_LINES]
        items = [rng.choice(("", "", "3*")) + scanned(row.barcode, rng) for row in cart]
        sale = _do(station, "sell", items=items, pay=[rng.choice(("cash", "card"))])
        for row, line in zip(cart, sale["lines"], strict=True):
            price_minor = parse_money(line["unit_price"], sale["currency"]).minor
            if (line["name"], price_minor) != (row.name, row.price_minor):
                wrong.append(f"{row} became {line}")
    return wrong


def _do(station: Station, verb: str, **values: Any) -> dict[str, Any]:
    answer = asyncio.run(carry_out(station, verb, values))
    assert answer["exit"] == 0, answer
    return dict(answer["result"])
