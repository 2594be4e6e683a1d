"""What a page shows when it cannot: in words, with a way back, and with the right status."""

from dataclasses import dataclass
from typing import Any

import structlog
from litestar import Response
from litestar.exceptions import HTTPException, TooManyRequestsException

from server_stub.console.pages import PageRequest, choose_language, go_to, render, translator
from server_stub.database import DATABASE_AWAY
from server_stub.faults import Denied, Fault, Refusal

_log = structlog.get_logger("server_stub.console")
_PHRASES = {
    403: "This is not for you",
    404: "There is no such page",
    405: "There is no such page",
    429: "Too many requests",
}


def show_trouble(request: PageRequest, error: Exception) -> Response[Any]:
    """Turn whatever a page raised into a page; who is not signed in is sent to the sign-in."""
    if isinstance(error, Denied) and error.status == 401:
        answer = go_to("/console/sign-in")
        answer.headers["HX-Redirect"] = "/console/sign-in"
        return answer
    told = _describe(error)
    if told.status == 500:
        _log.error("page failed", path=request.url.path, exc_info=error)
    back = "/console/" if request.method == "GET" else request.url.path.rsplit("/", 1)[0]
    remedy = tell_wait(request, told.again_s) if told.status == 429 else told.remedy
    page = render(request, "trouble.html", told.status, message=told.message, remedy=remedy, back=back)
    if told.status in (429, 503):
        page.headers["Retry-After"] = str(told.again_s)
    return page


@dataclass(frozen=True, slots=True)
class _Told:
    status: int
    message: str
    remedy: str = ""
    again_s: int = 5


def read_wait(error: TooManyRequestsException) -> int:
    """Give the seconds after which to come again."""
    return int((error.headers or {}).get("Retry-After", "30"))


def tell_wait(request: PageRequest, wait_s: int) -> str:
    """Say in the reader's language when to try again."""
    t = translator(choose_language(request))
    if wait_s <= 90:
        return t("Try again in {seconds} s.", seconds=wait_s)
    return t("Try again in {minutes} min.", minutes=-(-wait_s // 60))


def _describe(error: Exception) -> _Told:
    match error:
        case Denied():
            return _Told(error.status, _PHRASES[403] if error.message == "You may not do this" else error.message)
        case Refusal():
            return _Told(409, error.message, error.remedy)
        case Fault():
            return _Told(503, error.message, error.remedy)
        case TooManyRequestsException():
            return _Told(429, _PHRASES[429], again_s=read_wait(error))
        case HTTPException():
            return _Told(error.status_code, _PHRASES.get(error.status_code, str(error.detail)))
        case _ if isinstance(error, DATABASE_AWAY):
            return _Told(503, "The centre cannot reach its database just now. Tills go on selling.")
    return _Told(500, "Something went wrong here. It was written down.")
