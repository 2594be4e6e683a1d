"""In and out of the console, its language and look, and the files that its pages ask for."""

from pathlib import Path
from typing import Any

from litestar import Response
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.exceptions import TooManyRequestsException
from litestar.params import FromPath, FromQuery

from resources.files import resource
from server_stub.console import sessions
from server_stub.console.forms import read_form, read_open_form
from server_stub.console.pages import (
    LANGUAGE_COOKIE,
    LANGUAGES,
    THEME_COOKIE,
    THEMES,
    PageRequest,
    go_to,
    render,
)
from server_stub.console.trouble import read_wait, tell_wait
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http.limits import caller_address, take_login
from server_stub.identity.sign_in import Credentials

HOME = "/console/"
_STATIC = Path(__file__).with_name("static")
_FILES = {
    "console.css": (_STATIC / "console.css", "text/css"),
    "htmx.min.js": (_STATIC / "htmx.min.js", "text/javascript"),
    "icon.svg": (resource("icons", "store.svg"), "image/svg+xml"),
    "regular.ttf": (resource("fonts", "InterTill-Regular.ttf"), "font/ttf"),
    "semibold.ttf": (resource("fonts", "InterTill-SemiBold.ttf"), "font/ttf"),
}
_YEAR_S = 365 * 24 * 3600


async def show_sign_in(request: PageRequest) -> Response[str]:
    """Show the form to sign in with."""
    return render(request, "sign_in.html", wrong="", login="", again="")


async def sign_in(request: PageRequest, context: NamedDependency[Context]) -> Response[Any]:
    """Begin a session, or say that it was wrong; never which of the two was."""
    fields = await read_open_form(request)
    login = fields.get("login", "")
    credentials = Credentials(login=login, password=fields.get("password", ""))
    try:
        take_login(request.app.state.rates.login, login)
        token = await sessions.begin_session(context, credentials, caller_address(request.scope))
    except Denied:
        wrong = "This login and password do not fit."
        return render(request, "sign_in.html", 401, wrong=wrong, login=login, again="")
    except TooManyRequestsException as error:
        wait_s, wrong = read_wait(error), "Too many attempts with this login."
        page = render(request, "sign_in.html", 429, wrong=wrong, login=login, again=tell_wait(request, wait_s))
        page.headers["Retry-After"] = str(wait_s)
        return page
    answer = go_to(HOME)
    answer.set_cookie(_session_cookie(request, token))
    return answer


def _session_cookie(request: PageRequest, token: str) -> Cookie:
    is_secure = request.url.scheme == "https" or request.headers.get("x-forwarded-proto") == "https"
    return Cookie(key=sessions.COOKIE, value=token, path="/console", httponly=True, samesite="strict", secure=is_secure)


async def sign_out(request: PageRequest, context: NamedDependency[Context]) -> Response[None]:
    """End the session."""
    await read_form(request)
    async with context.pool.connection() as conn:
        await sessions.end_session(conn, request.cookies.get(sessions.COOKIE, ""), context.now())
    answer = go_to("/console/sign-in")
    answer.delete_cookie(sessions.COOKIE, path="/console")
    return answer


async def choose_look(back: FromQuery[str] = HOME, language: FromQuery[str] = "", theme: FromQuery[str] = "") -> Any:
    """Remember the language or the theme in a cookie, and go back to the page it was asked on."""
    answer = go_to(back if back.startswith("/console/") else HOME)
    for name, value, allowed in ((LANGUAGE_COOKIE, language, LANGUAGES), (THEME_COOKIE, theme, THEMES)):
        if value in allowed:
            answer.set_cookie(
                Cookie(key=name, value=value, path="/console", max_age=_YEAR_S, httponly=True, samesite="lax")
            )
    return answer


async def give_file(name: FromPath[str]) -> Response[bytes]:
    """Give the style sheet, the one script and the fonts. 404 for anything else."""
    if name not in _FILES:
        raise Denied(404, "Not found")
    path, media_type = _FILES[name]
    return Response(path.read_bytes(), media_type=media_type, headers={"Cache-Control": "max-age=3600"})
