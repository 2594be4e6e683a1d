"""Forms: read once, believed only when they carry the session's own mark."""

import hmac
from collections.abc import Mapping
from urllib.parse import parse_qsl

from server_stub.console.pages import PageRequest
from server_stub.faults import Denied


async def read_form(request: PageRequest) -> dict[str, str]:
    """Give the fields of a form that one of our pages sent. Raises Denied 403 for any other."""
    fields = _parse(await request.body())
    mark = str(request.scope.get("csrf", ""))
    if not mark or not hmac.compare_digest(fields.pop("csrf", "").encode(), mark.encode()):
        raise Denied(403, "This form is not of this session")
    return fields


async def read_open_form(request: PageRequest) -> dict[str, str]:
    """Give the fields of the sign-in form, which has no session yet; another site's is refused by its origin."""
    origin = request.headers.get("origin", "")
    if origin not in ("", "null") and origin.split("://")[-1] != request.headers.get("host", ""):
        raise Denied(403, "This form is of another site")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Denied(403, "This form is of another site")
    return _parse(await request.body())


def _parse(body: bytes) -> dict[str, str]:
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=100)
    except ValueError as error:
        raise Denied(400, "This is not a form") from error
    return {name: value.replace("\0", "").strip() for name, value in pairs}


def need(fields: Mapping[str, str], name: str) -> str:
    """Give a field that must be there. Raises Denied 400."""
    value = fields.get(name, "")
    if not value:
        raise Denied(400, f"{name} is missing")
    return value
