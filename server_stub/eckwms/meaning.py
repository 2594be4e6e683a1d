"""What a scanned code means: a thing of ours, several to choose from, what a label says by itself, or nothing known."""

from dataclasses import dataclass, field
from typing import Any

from server_stub.database import Connection
from server_stub.eckwms import goods
from server_stub.eckwms.goods import Row
from server_stub.eckwms.qr_keys import read_qr_key
from server_stub.eckwms.smart_codes import (
    BadCode,
    BoxCode,
    ItemCode,
    LabelCode,
    OrderCode,
    PlaceCode,
    ReturnCode,
    SmartCode,
    UserCode,
    encode,
    item_of_serial,
)
from server_stub.eckwms.smart_tags import Tag, read_label

_KINDS = {
    "i": "item",
    "b": "box",
    "l": "label",
    "c": "company",
    "h": "person",
    "d": "opp",
    "o": "order",
    "u": "user",
    "a": "product",
    "p": "place",
}
"""Letters of tags, as answers name them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An answer to a scan: `type`, `action` and `message` as clients know them, `data` for them to show."""

    type: str
    action: str
    message: str
    data: dict[str, Any] | None = None
    entity_id: str = ""


@dataclass(frozen=True, slots=True)
class _Match:
    type: str
    title: str
    barcode: str
    row: Row = field(default_factory=dict)


async def find_meaning(conn: Connection, shop: str, code: str) -> Finding:
    """Look a code up, first as it stands, then as a label or a smart code. `shop` empty means all shops."""
    matches = await _matches(conn, shop, code)
    if len(matches) > 1:
        candidates = [
            {"title": match.title, "type": match.type, "id": match.row["id"], "barcode": match.barcode}
            for match in matches
        ]
        message = f"Several things have the code {code}. Choose one."
        return Finding("ambiguous", "interaction", message, {"candidates": candidates})
    if matches:
        return _found(matches[0])
    meaning = await read_any(conn, code)
    if meaning is not None:
        return await find_labelled(conn, shop, meaning)
    return Finding("unknown", "unknown", f"Nothing here has the code {code}.", {"barcode": code})


async def find_labelled(conn: Connection, shop: str, meaning: SmartCode | Tag) -> Finding:
    """Look up what a label means."""
    if isinstance(meaning, Tag):
        return await _find_tag(conn, shop, meaning)
    return await _find_smart(conn, shop, meaning)


async def read_any(conn: Connection, code: str) -> SmartCode | Tag | None:
    """Read a smart code, a tag or a label of this installation, None when it is none of them."""
    if "/" in code or "-" in code:
        try:
            return read_label((await read_qr_key(conn)).key, code)
        except BadCode:
            return None
    if len(code) == 7 and code.isascii() and code.isdecimal():
        return item_of_serial(code)
    return goods.read_code(code)


async def find_goods(conn: Connection, shop: str, code: str) -> list[Row]:
    """Give the products that a code means, whichever way it is written."""
    if found := await goods.find_products(conn, shop, code):
        return found
    meaning = await read_any(conn, code)
    if isinstance(meaning, Tag):
        product = await goods.read_product(conn, shop, meaning.id) if meaning.letter in "ai" else None
        return [product] if product else []
    reference = goods.reference_of(meaning)
    return await goods.find_products(conn, shop, reference) if reference else []


async def find_shelves(conn: Connection, shop: str, code: str) -> list[Row]:
    """Give the places that a code means, whichever way it is written."""
    if found := await goods.find_places(conn, shop, code):
        return found
    meaning = await read_any(conn, code)
    place = await goods.read_place(conn, shop, meaning) if meaning is not None else None
    return [place] if place else []


async def _matches(conn: Connection, shop: str, code: str) -> list[_Match]:
    """Give everything that carries this very code."""
    products = await goods.find_products(conn, shop, code)
    places = await goods.find_places(conn, shop, code)
    return [
        *(_Match("product", row["name"], row["barcode"] or row["default_code"], row) for row in products),
        *await _orders(conn, shop, code),
        *(_Match("place", row["complete_name"], row["barcode"], row) for row in places),
    ]


async def _orders(conn: Connection, shop: str, code: str) -> list[_Match]:
    """Give pickings by name or origin, and repairs by number or serial number."""
    values = {"shop": shop or None, "code": code, "limit": goods.MATCHES}
    pickings = await conn.execute(
        """SELECT id::text, name, origin, state FROM picking WHERE (name = %(code)s OR origin = %(code)s)
             AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s) ORDER BY created_at DESC LIMIT %(limit)s""",
        values,
    )
    rows = [
        {"id": ident, "name": name, "origin": origin, "state": state, "order_number": name, "order_type": "picking"}
        for ident, name, origin, state in await pickings.fetchall()
    ]
    repairs = await conn.execute(
        """SELECT number, serial_number, status FROM repair_order
           WHERE (number = %(code)s OR (serial_number = %(code)s AND status IN ('pending', 'in_progress')))
             AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s) ORDER BY number DESC LIMIT %(limit)s""",
        values,
    )
    rows += [
        {"id": number, "order_number": number, "order_type": "repair", "serial_number": serial, "status": status}
        for number, serial, status in await repairs.fetchall()
    ]
    return [_Match("order", row["order_number"], row["order_number"], row) for row in rows]


def _found(match: _Match) -> Finding:
    return Finding(match.type, "found", match.title, match.row, str(match.row["id"]))


async def _find_tag(conn: Connection, shop: str, tag: Tag) -> Finding:
    """Look up a thing by its UUID; of companies, people of companies and deals the centre keeps nothing."""
    row: Row | None = None
    title = ""
    match tag.letter:
        case "a" | "i":
            row = await goods.read_product(conn, shop, tag.id)
        case "p":
            row = await goods.read_place(conn, shop, tag)
        case "o":
            row = await _read_row(conn, _PICKING, shop, tag.id)
        case "u":
            row = await _read_row(conn, _PERSON, shop, tag.id)
    kind = _KINDS[tag.letter]
    if row is None:
        action = "unknown" if tag.letter in "apou" else "decoded"
        return Finding(kind, action, f"{kind} {tag.id}", {"id": tag.id, "code": str(tag)}, tag.id)
    title = str(row.get("complete_name") or row["name"])
    return Finding(kind, "found", title, row, tag.id)


_PICKING = ("id, name, origin, state", "picking")
_PERSON = ("id, login, name, role", "person")


async def _read_row(conn: Connection, what: tuple[str, str], shop: str, ident: str) -> Row | None:
    columns, table = what
    cursor = await conn.execute(
        f"SELECT {columns} FROM {table} WHERE id = %(id)s AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s)",  # noqa: S608
        {"id": ident, "shop": shop or None},
    )
    row = await cursor.fetchone()
    names = columns.split(", ")
    return {name: str(value) for name, value in zip(names, row, strict=True)} if row else None


async def _find_smart(conn: Connection, shop: str, code: SmartCode) -> Finding:
    said = describe_code(code)
    match code:
        case ItemCode() if code.reference:
            products = await goods.find_products(conn, shop, code.reference)
            if len(products) == 1:
                return Finding("item", "found", products[0]["name"], (said.data or {}) | products[0], products[0]["id"])
        case PlaceCode():
            row = await goods.read_place(conn, shop, code)
            if row is None:
                return Finding("place", "unknown", f"There is no place {code.number}", said.data)
            return Finding("place", "found", row["complete_name"], row, row["id"])
    return said


def describe_code(code: SmartCode) -> Finding:
    """Say what a smart code tells by itself, without looking anything up."""
    written = encode(code)
    match code:
        case ItemCode():
            data: Row = {"code": written, "reference": code.reference, "serial": code.serial}
            return Finding("item", "decoded", f"Item {code.reference} {code.serial}".strip(), data)
        case PlaceCode():
            return Finding("place", "decoded", f"Place {code.number}", {"code": written})
        case BoxCode():
            size = f"{code.length_cm} x {code.width_cm} x {code.height_cm} cm"
            data = {name: getattr(code, name) for name in BoxCode.__slots__} | {"code": written}
            return Finding("box", "decoded", f"Box {code.serial}, {size}", data)
        case LabelCode():
            data = {"code": written, "date": code.day.isoformat(), "kind": code.kind, "payload": code.payload}
            return Finding("label", "decoded", code.payload, data)
        case OrderCode() | UserCode():
            kind = "order" if isinstance(code, OrderCode) else "user"
            return Finding(kind, "decoded", f"{kind} {code.reference}", {"code": written, "reference": code.reference})
        case ReturnCode():
            data = {"code": written, "order_type": "rma", "order_number": written}
            return Finding("order", "decoded", f"Return {code.number}", data)
