"""Goods of another shop come back at a real till, over HTTP: booked here, told there, and to one till at a time."""

import pytest

from desktop.domain.pricing import price
from desktop.domain.refusal import Refusal
from desktop.enquiring import ask_receipt, find_receipt
from desktop.operations import carts, returns, sales
from desktop.operations.returns import Picked
from desktop.operations.terminal import require_shop
from tests.server.terminal import new_id
from tests.server_http.api import make_day
from tests.server_http.conftest import SHOP, RunningCentre, centre_server
from tests.test_parked_tills import VERA, Counter, counters, lines, until

__all__ = ["centre_server", "counters", "lines"]


async def test_it_is_booked_here_and_no_more_than_is_left(
    counters: tuple[Counter, Counter],
    centre_server: RunningCentre,
) -> None:
    day = await make_day(centre_server, [new_id()])
    sold = day.sales[0]
    first, second = counters
    assert await find_receipt(first.station, sold.receipt) is None
    centre_server.ask("UPDATE shop SET returns_from_other_shops = true WHERE id = %s", SHOP)
    found = await find_receipt(first.station, sold.receipt)
    assert found is not None
    assert (found.shop, found.sale_id) == ("Second shop", sold.sale_id)
    with pytest.raises(Refusal) as refused:
        await ask_receipt(second.station, sold.receipt)
    assert refused.value.code == "receipt.held"

    picked = [Picked(line.line_id, line.quantity_milli, "faulty") for line in found.lines]
    back = returns.known_lines(first.terminal, found, picked)
    cart = returns.take_back(first.terminal, VERA, carts.open_cart(first.terminal), back)
    with first.terminal.database.reading() as connection:
        shop = require_shop(connection, first.terminal)
    total = price(cart, shop).total_minor
    sale = sales.complete_sale(first.terminal, VERA, cart, returns.pay_back(cart, total, shop), total)
    assert sale.total_minor == -sold.total_minor
    booked = "SELECT shop_id::text, returns_sale::text FROM sale_return"
    await until(lambda: bool(centre_server.ask(booked)), first)
    assert centre_server.ask(booked) == [(SHOP, sold.sale_id)]

    seen = await ask_receipt(second.station, sold.receipt)
    assert seen is not None
    with pytest.raises(Refusal) as refused:
        returns.known_lines(second.terminal, seen, picked)
    assert refused.value.code == "return.too_much"
