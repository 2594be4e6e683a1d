"""Boards of quick keys: which there are, one as the rows of its file to be changed, and gone."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.audit import log as audit
from server_stub.console.forms import need, read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, Row, read_row, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied, Refusal
from server_stub.offers.boards import delete_board
from server_stub.offers.exporting import BOARD_ROWS, tell_board_row
from server_stub.offers.import_boards import import_boards
from server_stub.terminals.registration import is_uuid

BODY_LIMIT = 256 << 10
"""Bytes of the form: some 4,000 tiles."""
_LIST: LiteralString = """
SELECT b.board_id::text AS id, b.shop_id::text AS shop_id, s.name AS shop, b.name, b.roles, b.pages, b.changed_at
FROM board b LEFT JOIN shop s ON s.id = b.shop_id
WHERE (%(shop)s::uuid IS NULL OR b.shop_id IS NULL OR b.shop_id = %(shop)s)
    AND (%(before)s::uuid IS NULL OR b.board_id < %(before)s)
ORDER BY b.board_id DESC LIMIT %(rows)s
"""
_ONE: LiteralString = "SELECT shop_id::text AS shop_id, name FROM board WHERE board_id = %(board)s"
_COLUMNS = ("board", "roles", "page", "at", "sku", "category", "to_page", "colour", "shop")


@dataclass(frozen=True)
class _Form:
    """What stands in the field, and what was wrong with it."""

    text: str
    rejected: list[dict[str, Any]]
    message: str = ""


async def list_boards(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List the boards, the newest first; `?board=` puts one of them into the field to be changed."""
    text, board = ",".join(_COLUMNS), request.query_params.get("board", "")
    if is_uuid(board):
        values = {"shop": shop_of(request.user), "board": board}
        text = _write(await read_rows(context, BOARD_ROWS, values)) or text
    return await _show(request, context, _Form(text, []))


async def save(request: PageRequest, context: NamedDependency[Context]) -> Response[Any]:
    """Take the rows of the field as a file of boards; what is for all shops, only from who sees all of them."""
    text, shop = need(await read_form(request), "rows"), shop_of(request.user)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "boards.csv"
        path.write_text(text, encoding="utf-8")
        try:
            report = await import_boards(context.pool, path, shop=shop, within=shop)
        except Refusal as refusal:
            return await _show(request, context, _Form(text, [], refusal.message), 400)
    if report["rejected"]:
        return await _show(request, context, _Form(text, report["rejected"]), 400)
    async with context.pool.connection() as conn:
        detail = {name: report[name] for name in ("added", "changed")}
        await audit.note(conn, request.user, "boards.written", "", detail, at=context.now())
    return go_to("/console/boards", "The tills hear of it at once.")


async def remove(request: PageRequest, context: NamedDependency[Context], board: FromPath[str]) -> Response[None]:
    """Forget a board."""
    await read_form(request)
    found = await read_row(context, _ONE, {"board": board}) if is_uuid(board) else {}
    if not found:
        raise Denied(404, "There is no such board")
    if shop_of(request.user) not in (None, found["shop_id"]):
        raise Denied(403, "Only who sees every shop changes what is for all of them")
    async with context.pool.connection() as conn:
        await delete_board(conn, board)
        await audit.note(
            conn, request.user, "board.removed", f"board:{board}", {"name": found["name"]}, at=context.now()
        )
    return go_to("/console/boards", "The tills hear of it at once.")


async def _show(
    request: PageRequest, context: NamedDependency[Context], form: _Form, status: int = 200
) -> Response[str]:
    before, shop = request.query_params.get("before", ""), shop_of(request.user)
    values = {"shop": shop, "before": before if is_uuid(before) else None, "rows": PAGE_ROWS + 1}
    rows = await read_rows(context, _LIST, values)
    found = [row | {"own": shop in (None, row["shop_id"])} for row in rows[:PAGE_ROWS]]
    return render(request, "boards.html", status, boards=found, form=form, more=len(rows) > PAGE_ROWS)


def _write(rows: list[Row]) -> str:
    """Write a board's rows as its file has them."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(tell_board_row(row, "") for row in rows)
    return out.getvalue() if rows else ""
