"""The journal browser: the chains of a till, their entries as they were sealed, and proof that they hold."""

import json
from typing import Any, LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.audit import log as audit
from server_stub.console.devices import read_till
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, render
from server_stub.console.reading import PAGE_ROWS, Row, read_row, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.journal.verify import verify_centre
from sync.chain import decode_header

_CHAINS: LiteralString = """
SELECT i.chain, d.device_uuid::text AS device, coalesce(nullif(d.name, ''), d.device_id) AS till, i.incarnation,
    i.branch, i.acked_seq, i.projected_seq, i.acked_at, coalesce(shop.name, '') AS shop
FROM incarnation i JOIN registered_devices d USING (device_uuid) LEFT JOIN shop ON shop.id = d.shop_id
WHERE %(shop)s::uuid IS NULL OR d.shop_id = %(shop)s ORDER BY i.acked_at DESC LIMIT 200
"""
_CHAIN: LiteralString = """
SELECT i.chain, i.device_uuid::text AS device, i.incarnation, i.branch, i.acked_seq, encode(i.acked_hash, 'hex') AS head
FROM incarnation i WHERE i.chain = %(chain)s
"""
_ENTRIES: LiteralString = """
SELECT e.seq, e.kind, e.version, e.received_at, e.header, q.reason AS quarantine FROM entry e
LEFT JOIN quarantine q USING (chain, seq)
WHERE e.chain = %(chain)s AND e.seq < %(before)s AND (%(kind)s = '' OR e.kind = %(kind)s)
ORDER BY e.seq DESC LIMIT %(rows)s
"""
_ENTRY: LiteralString = """
SELECT e.*, q.reason AS quarantine FROM entry e LEFT JOIN quarantine q USING (chain, seq)
WHERE e.chain = %(chain)s AND e.seq = %(seq)s
"""
_KINDS: LiteralString = "SELECT DISTINCT kind FROM entry WHERE chain = %(chain)s ORDER BY kind"
_LARGEST = 2**62


async def list_chains(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List the chains of the reader's tills, the ones heard of last first."""
    chains = await read_rows(context, _CHAINS, {"shop": shop_of(request.user)})
    return render(request, "journals.html", chains=chains, verdict=None)


async def verify_all(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Check every chain, sale and stock figure of the centre, and show what came out."""
    await read_form(request)
    verdict = await verify_centre(context.pool)
    async with context.pool.connection() as conn:
        await audit.note(conn, request.user, "journal.verify", detail={"ok": verdict["ok"]}, at=context.now())
    chains = await read_rows(context, _CHAINS, {"shop": shop_of(request.user)})
    return render(request, "journals.html", chains=chains, verdict=verdict)


async def list_entries(request: PageRequest, context: NamedDependency[Context], chain: FromPath[int]) -> Response[str]:
    """List the entries of a chain, the newest first, a page at a time."""
    held = await _read_chain(request, context, chain)
    kind = request.query_params.get("kind", "")
    before = _number(request.query_params.get("before", ""))
    values = {"chain": chain, "before": before, "kind": kind, "rows": PAGE_ROWS + 1}
    rows = await read_rows(context, _ENTRIES, values)
    entries = [row | {"header": decode_header(bytes(row["header"]))} for row in rows[:PAGE_ROWS]]
    kinds = [row["kind"] for row in await read_rows(context, _KINDS, {"chain": chain})]
    return render(
        request, "journal.html", held=held, entries=entries, kinds=kinds, kind=kind, more=len(rows) > PAGE_ROWS
    )


async def show_entry(
    request: PageRequest, context: NamedDependency[Context], chain: FromPath[int], seq: FromPath[int]
) -> Response[str]:
    """Show one entry: header, body, hashes and signature, exactly as they are held."""
    held = await _read_chain(request, context, chain)
    entry = await read_row(context, _ENTRY, {"chain": chain, "seq": min(seq, _LARGEST)})
    if not entry:
        raise Denied(404, "There is no such entry")
    return render(
        request,
        "entry.html",
        held=held,
        entry=entry,
        header=decode_header(bytes(entry["header"])),
        body=_pretty(bytes(entry["body"])),
        hashes=[(name, bytes(entry[name]).hex()) for name in ("prev_hash", "hash", "signature")],
    )


async def _read_chain(request: PageRequest, context: Context, chain: int) -> Row:
    held = await read_row(context, _CHAIN, {"chain": chain}) if 0 <= chain < 2**31 else {}
    if not held:
        raise Denied(404, "There is no such journal")
    return held | {"till": await read_till(request, context, held["device"])}


def _pretty(body: bytes) -> str:
    try:
        value: Any = json.loads(body)
    except ValueError:
        return body.hex(" ")
    return json.dumps(value, indent=2, ensure_ascii=False)


def _number(text: str) -> int:
    return min(int(text), _LARGEST) if text.isascii() and text.isdigit() and len(text) < 20 else _LARGEST
