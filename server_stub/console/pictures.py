"""Pictures of goods: how many have one, and a ZIP archive of them taken in with a report of what fitted."""

import hmac
from typing import Any, LiteralString

from litestar import Response
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.exceptions import ClientException

from server_stub.audit import log as audit
from server_stub.console.pages import PageRequest, render
from server_stub.console.reading import read_row
from server_stub.context import Context
from server_stub.faults import Denied, Refusal
from server_stub.goods.picture_import import MOST_FILES, import_pictures

BODY_LIMIT = 64 << 20
"""Bytes of an archive that comes through a browser, which the proxies in front say of this path; a larger one goes by
the command."""
_TOLD = 500
_COUNT: LiteralString = """
SELECT (SELECT count(*) FROM product WHERE active) AS goods, count(*) AS pictured
FROM product_picture JOIN product ON id = product_id WHERE active
"""


async def show(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show how many goods have a picture, and the form."""
    return await _show(request, context)


async def take(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Take an archive in and tell what became of its files; the same one again changes nothing."""
    archive = await _read_archive(request)
    try:
        report = await import_pictures(context.pool, archive.file, context.now())
    except Refusal as refusal:
        return await _show(request, context, wrong=refusal.message)
    finally:
        await archive.close()
    async with context.pool.connection() as conn:
        detail = {name: report[name] for name in ("read", "added", "changed")}
        await audit.note(conn, request.user, "products.pictured", "", detail, at=context.now())
    return await _show(request, context, report)


async def _read_archive(request: PageRequest) -> UploadFile:
    """Give the file of a form that one of our pages sent. Raises Denied 400, and 403 for any other form."""
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise Denied(400, "This is not a form")
    try:
        form = await request.form()
    except (ValueError, ClientException) as error:
        raise Denied(400, "This is not a form") from error
    mark, given, archive = str(request.scope.get("csrf", "")), str(form.get("csrf", "")), form.get("archive")
    if not mark or not hmac.compare_digest(given.encode(), mark.encode()):
        raise Denied(403, "This form is not of this session")
    if not isinstance(archive, UploadFile):
        raise Denied(400, "Choose an archive first")
    return archive


async def _show(
    request: PageRequest, context: Context, report: dict[str, Any] | None = None, wrong: str = ""
) -> Response[str]:
    counted = await read_row(context, _COUNT)
    bad = report["rejected"] if report else []
    shown = {"report": report, "bad": bad[:_TOLD], "more_bad": max(0, len(bad) - _TOLD), "wrong": wrong}
    limits = {"most": MOST_FILES, "megabytes": BODY_LIMIT >> 20}
    return render(request, "pictures.html", 400 if wrong else 200, **counted, **shown, **limits)
