"""A code that somebody at a till gave to goods: taken as an edit where nobody else has it, else a person decides."""

import re
from dataclasses import dataclass
from typing import Any

import msgspec

from server_stub.database import Connection
from server_stub.goods.catalogue import begin_writing, write_block
from server_stub.goods.product_rows import Block, Report
from server_stub.journal.cases import close_case
from sync.wire.changes import Code, Product

CODE = re.compile(r"[!-~]{1,64}")
MOST_MILLI = 100_000 * 1000
_HOLDERS = "SELECT p.id::text, p.sku FROM product_code c JOIN product p ON p.id = c.product_id WHERE c.code = %s"
_PRODUCT = "SELECT packed FROM product WHERE id::text = %s"
_CLASH = """
INSERT INTO cases (kind, subject, detail, device_uuid, opened_at)
SELECT 'code.clash', %s, %s, i.device_uuid, now() FROM incarnation i WHERE i.chain = %s
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""
_decode = msgspec.msgpack.Decoder(Product).decode


@dataclass(frozen=True, slots=True)
class Bound:
    """What `sync.wire.ticket_facts.CodeBound` says, and the chain that says it."""

    code: str
    product: str
    pack_milli: int
    was: frozenset[str]
    chain: int


async def bind_code(conn: Connection, bound: Bound) -> None:
    """Give a product its code and tell the tills; a case where others have it than the till knew."""
    await begin_writing(conn)
    holders: dict[str, Any] = dict(await (await conn.execute(_HOLDERS, (bound.code,))).fetchall())
    row = await (await conn.execute(_PRODUCT, (bound.product,))).fetchone()
    if bound.product in holders:
        await close_case(conn, "code.unknown", bound.code)
    elif row is None or holders.keys() != bound.was:
        owners = ", ".join(sorted(holders.values())) or "nobody"
        product = _decode(row[0]).sku if row else bound.product
        detail = f"Given to {product} at a till; it belongs to {owners}"
        await conn.execute(_CLASH, (bound.code, detail, bound.chain))
    else:
        await write_block(conn, _with_code(_decode(row[0]), Code(bound.code, bound.pack_milli)), Report())
        await conn.execute("DROP TABLE changed_product")  # the next one in this transaction makes its own
        await close_case(conn, "code.unknown", bound.code)


def _with_code(product: Product, code: Code) -> Block:
    codes = (*product.codes, code)
    singles = tuple(one for one in codes if one.pack_milli == 1000)
    packs = tuple(one for one in codes if one.pack_milli != 1000)
    return Block([product.sku], {}, {}, [singles], [packs])
