"""Enrolment tokens: made for one till, shown once as a picture for its scanner and as words to type, and their fate."""

from dataclasses import dataclass
from datetime import timedelta
from typing import LiteralString

import segno
from litestar import Response
from litestar.di import NamedDependency
from markupsafe import Markup

from server_stub.audit import log as audit
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, render
from server_stub.console.reading import read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.goods.shops import list_shops
from server_stub.proxy.url import parse_url
from server_stub.terminals import registry
from server_stub.terminals.pairing import CODE_LIFE, Pairing, create_code, pairing_text, spell_code

LIVES = {"15m": timedelta(minutes=15), "1h": timedelta(hours=1), "1d": timedelta(days=1), "7d": timedelta(days=7)}

_LIST: LiteralString = """
SELECT shop.name AS shop, t.device_id, t.created_at, t.expires_at, t.used_at,
    coalesce(nullif(d.name, ''), d.device_id) AS till,
    CASE WHEN t.used_at IS NOT NULL THEN 'used' WHEN t.expires_at <= %(now)s THEN 'expired' ELSE 'open' END AS state
FROM enrolment_token t JOIN shop ON shop.id = t.shop_id LEFT JOIN registered_devices d ON d.device_uuid = t.used_by
WHERE %(shop)s::uuid IS NULL OR t.shop_id = %(shop)s ORDER BY t.created_at DESC LIMIT 50
"""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What is shown once: the text of the pairing and its picture; a code to type, but not for one device alone."""

    address: str
    text: str
    picture: Markup
    code: str
    words: str


async def list_tokens(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show the form for a new token, and the tokens of late."""
    return await _show(request, context, None, own_address(request))


async def create_token(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Make a token for a till of one of the reader's shops, and show it this once."""
    fields = await read_form(request)
    shop, life = request.user.shop or fields.get("shop", ""), LIVES.get(fields.get("life", ""))
    url, now = parse_url(fields.get("url", "") or own_address(request)), context.now()
    if url is None:
        raise Denied(400, "This is not the address of a server")
    async with context.pool.connection() as conn:
        if life is None or shop not in {known.id for known in await list_shops(conn)}:
            raise Denied(400, "A token needs a shop and a life")
        device_id = fields.get("device") or None
        if device_id:
            device = await registry.find_seen(conn, request.user.shop, device_id)
            if device is None:
                raise Denied(404, "There is no such till")
            device_id = device.device_id
        token = await registry.create_enrolment_token(conn, shop, life, now, device_id)
        pairing = Pairing((url.text,), shop)
        code = "" if device_id else await create_code(conn, context.centre.jwt_secret, pairing, now, token)
        await audit.note(conn, request.user, "token.created", f"shop:{shop}", {"device": device_id}, at=now)
    text = pairing_text(context.centre.public_key, pairing.urls, token)
    words = spell_code(code) if code else ""
    return await _show(request, context, Invitation(url.text, text, draw_code(text), code, words), url.text)


def own_address(request: PageRequest) -> str:
    """Give the address by which the reader has come here."""
    return str(request.base_url).rstrip("/")


async def _show(request: PageRequest, context: Context, invitation: Invitation | None, address: str) -> Response[str]:
    tokens = await read_rows(context, _LIST, {"shop": shop_of(request.user), "now": context.now()})
    async with context.pool.connection() as conn:
        shops = [shop for shop in await list_shops(conn) if request.user.shop in ("", shop.id)]
    return render(
        request,
        "tokens.html",
        tokens=tokens,
        shops=shops,
        lives=tuple(LIVES),
        invitation=invitation,
        address=address,
        is_here_only=_is_here_only(address),
        minutes=int(CODE_LIFE.total_seconds()) // 60,
    )


def _is_here_only(address: str) -> bool:
    """Tell whether an address means each machine itself, so that no other finds this centre by it."""
    url = parse_url(address)
    return url is not None and (url.host in ("localhost", "::1") or url.host.startswith("127."))


def draw_code(text: str) -> Markup:
    """Draw a QR code as SVG without styles of its own."""
    code = segno.make_qr(text, error="m")
    return Markup(code.svg_inline(scale=4, border=2, svgclass="qr", lineclass=None, omitsize=True))  # noqa: S704
