"""Goods, places, picking lists: what clients read and what they change."""

from functools import partial

from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from server_stub.context import Context
from server_stub.eckwms import goods, picking_orders, pickings, put_away
from server_stub.eckwms.asking import PAGE, Answer, Asked, answer, clean, message_key, told, within
from server_stub.eckwms.bodies import read_object, read_quantity, read_text
from server_stub.eckwms.client import bind_client, choose_shop
from server_stub.eckwms.replies import Message, answer_once
from server_stub.goods.shops import read_shops


async def items(
    request: Asked, context: NamedDependency[Context], after: FromQuery[str] = "", limit: FromQuery[int] = goods.PAGE
) -> Answer:
    """Give the goods; with more behind them the header `X-Next-After` says where to go on."""
    limit = within(limit, 1, goods.PAGE, "limit")
    async with context.pool.connection() as conn:
        client = await bind_client(conn, request.user)
        rows = await goods.list_products(conn, client.shop, clean(after), limit)
    headers = {"X-Next-After": rows[-1]["default_code"]} if len(rows) == limit else {}
    return answer(rows, headers={name: value for name, value in headers.items() if value.isascii()})


async def warehouse(request: Asked, context: NamedDependency[Context], warehouse: FromQuery[str] = "") -> Answer:
    """Give the warehouse with its places as a tree."""
    async with context.pool.connection() as conn:
        client = await bind_client(conn, request.user)
        shop = await choose_shop(conn, client, clean(warehouse))
        name = (await read_shops(conn, [shop]))[shop].name
        return answer(goods.tree_of(shop, name, await goods.list_places(conn, shop)))


async def put(request: Asked, context: NamedDependency[Context]) -> Answer:
    """Put goods away, or say how many lie there."""
    values = read_object(await request.body())
    asked = put_away.read_put_away(values)
    async with context.pool.connection() as conn:
        client = await bind_client(conn, request.user, read_text(values, "deviceId", limit=64))
        shop = await choose_shop(conn, client, read_text(values, "warehouse"))
        content = (asked.item, asked.shelf, str(asked.quantity_milli), asked.op, shop)
        message = Message(client.owner, shop, "put_away", message_key(request, values), content)
        work = partial(put_away.put_away, conn, client, shop, asked, context.now())
        return told(await answer_once(conn, message, context.now(), work))


async def reconcile(
    request: Asked,
    context: NamedDependency[Context],
    warehouse: FromQuery[str] = "",
    after: FromQuery[str] = "",
    limit: FromQuery[int] = PAGE,
) -> Answer:
    """Compare the book with what was counted."""
    limit = within(limit, 1, goods.PAGE, "limit")
    async with context.pool.connection() as conn:
        client = await bind_client(conn, request.user)
        shop = await choose_shop(conn, client, clean(warehouse))
        return answer(await put_away.reconcile(conn, shop, clean(after), limit))


async def active_pickings(
    request: Asked, context: NamedDependency[Context], limit: FromQuery[int] = 100, offset: FromQuery[int] = 0
) -> Answer:
    """Give the open picking lists."""
    limit, offset = within(limit, 1, PAGE, "limit"), within(offset, 0, 10**9, "offset")
    async with context.pool.connection() as conn:
        client = await bind_client(conn, request.user)
        return answer(await pickings.list_active(conn, client.shop, limit, offset))


async def new_picking(request: Asked, context: NamedDependency[Context]) -> Answer:
    """Make a picking list."""
    values = read_object(await request.body())
    order = picking_orders.read_order(values)
    async with context.pool.connection() as conn, conn.transaction():
        client = await bind_client(conn, request.user)
        shop = await choose_shop(conn, client, read_text(values, "warehouse"))
        ident = await picking_orders.create_picking(conn, shop, order, context.now())
    return answer({"success": True, "id": ident}, 201)


async def picking_route(request: Asked, context: NamedDependency[Context], picking: FromPath[str]) -> Answer:
    """Give the lines of a list and the way along them."""
    async with context.pool.connection() as conn:
        client = await bind_client(conn, request.user)
        return answer(await pickings.read_route(conn, client.shop, picking))


async def confirm_line(
    request: Asked, context: NamedDependency[Context], picking: FromPath[str], line: FromPath[str]
) -> Answer:
    """Note how much of a line was picked."""
    values = read_object(await request.body())
    done_milli = read_quantity(values, "qty_done")
    scanned = (read_text(values, "scanned_product_barcode"), read_text(values, "scanned_location_barcode"))
    async with context.pool.connection() as conn, conn.transaction():
        client = await bind_client(conn, request.user)
        await pickings.confirm_line(conn, client, picking, line, done_milli, scanned, context.now())
    return answer({"success": True})


async def validate(request: Asked, context: NamedDependency[Context], picking: FromPath[str]) -> Answer:
    """Close a list."""
    async with context.pool.connection() as conn, conn.transaction():
        client = await bind_client(conn, request.user)
        await pickings.validate(conn, client.shop, picking, context.now())
    return answer({"success": True})
