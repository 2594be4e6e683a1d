"""The least a centre can do: a batch of sales into tables by one statement each, and pages of products as they lie.

python -m tests.benchmarks.bare_centre DATABASE_URL prints its address and serves until it is ended.
"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

import msgspec
import psycopg
import uvicorn

from server_stub.serving import bind

TABLES = """
CREATE TABLE sale (
    sale_id uuid PRIMARY KEY, device text NOT NULL, seq bigint NOT NULL, receipt text NOT NULL, shift_id uuid NOT NULL,
    place_id uuid NOT NULL, currency text NOT NULL, total_minor bigint NOT NULL, rounding_minor bigint NOT NULL,
    change_minor bigint NOT NULL, UNIQUE (device, seq));
CREATE TABLE sale_line (
    sale_id uuid NOT NULL REFERENCES sale, n bigint NOT NULL, product_id uuid NOT NULL, sku text NOT NULL,
    name text NOT NULL, unit text NOT NULL, code text NOT NULL, quantity_milli bigint NOT NULL,
    price_e4 bigint NOT NULL, rate_ppm bigint NOT NULL, gross_minor bigint NOT NULL, discount_minor bigint NOT NULL,
    net_minor bigint NOT NULL, tax_minor bigint NOT NULL, total_minor bigint NOT NULL, PRIMARY KEY (sale_id, n));
CREATE TABLE payment (
    sale_id uuid NOT NULL REFERENCES sale, n bigint NOT NULL, method text NOT NULL, amount_minor bigint NOT NULL,
    reference text NOT NULL, PRIMARY KEY (sale_id, n));
"""
_SALES = """
INSERT INTO sale SELECT s.sale_id, 'till', s.receipt_no, s.receipt, s.shift_id, s.place_id, s.currency, s.total_minor,
    s.rounding_minor, s.change_minor FROM jsonb_to_recordset(%s::jsonb) AS s(sale_id uuid, receipt_no bigint,
    receipt text, shift_id uuid, place_id uuid, currency text, total_minor bigint, rounding_minor bigint,
    change_minor bigint) ON CONFLICT DO NOTHING
"""
_LINES = """
INSERT INTO sale_line SELECT (s.j ->> 'sale_id')::uuid, l.n, x.* FROM jsonb_array_elements(%s::jsonb) AS s(j),
    jsonb_array_elements(s.j -> 'lines') WITH ORDINALITY AS l(j, n), jsonb_to_record(l.j) AS x(product_id uuid,
    sku text, name text, unit text, code text, quantity_milli bigint, price_e4 bigint, rate_ppm bigint,
    gross_minor bigint, discount_minor bigint, net_minor bigint, tax_minor bigint, total_minor bigint)
    ON CONFLICT DO NOTHING
"""
_PAYMENTS = """
INSERT INTO payment SELECT (s.j ->> 'sale_id')::uuid, p.n, x.method, x.amount_minor, coalesce(x.reference, '')
    FROM jsonb_array_elements(%s::jsonb) AS s(j),
    jsonb_array_elements(s.j -> 'payments') WITH ORDINALITY AS p(j, n), jsonb_to_record(p.j) AS x(method text,
    amount_minor bigint, reference text) ON CONFLICT DO NOTHING
"""
_PAGE = """
SELECT p.position, p.id::text, p.sku, p.name, p.unit, p.price_e4, p.rate_ppm, p.category, p.weighed, p.age_limit,
    p.active, (SELECT c.code FROM product_code c WHERE c.product_id = p.id LIMIT 1)
FROM product p WHERE p.position > %s ORDER BY p.position LIMIT %s
"""


class App:
    """An ASGI application with one connection."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._conn: psycopg.AsyncConnection[Any] | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            return
        if self._conn is None:
            self._conn = await psycopg.AsyncConnection.connect(self._url)
        body, more = b"", True
        while more:
            event = await receive()
            body += event.get("body", b"")
            more = event.get("more_body", False)
        answer = await (self._push(self._conn, body) if body else self._page(self._conn, scope["query_string"]))
        headers = [(b"content-type", b"application/msgpack"), (b"content-length", str(len(answer)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    async def _push(self, conn: psycopg.AsyncConnection[Any], body: bytes) -> bytes:
        async with conn.transaction():
            for statement in (_SALES, _LINES, _PAYMENTS):
                await conn.execute(statement, (body.decode(),))
        return b"\xc3"

    async def _page(self, conn: psycopg.AsyncConnection[Any], query: bytes) -> bytes:
        asked = parse_qs(query.decode())
        async with conn.transaction():
            cursor = await conn.execute(_PAGE, (int(asked["after"][0]), int(asked["limit"][0])), binary=True)
            return msgspec.msgpack.encode(await cursor.fetchall())


@contextlib.contextmanager
def bare_centre(url: str) -> Iterator[str]:
    """Run it in a process of its own; gives its address."""
    command = [sys.executable, "-m", "tests.benchmarks.bare_centre", url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


if __name__ == "__main__":
    listening = bind("127.0.0.1", 0)
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    config = uvicorn.Config(App(sys.argv[1]), log_config=None, access_log=False, lifespan="off")
    uvicorn.Server(config).run([listening])
