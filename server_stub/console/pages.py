"""Render pages: the template, its words in the reader's language, and what every page knows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Request, Response
from litestar.datastructures import Cookie
from markupsafe import Markup

from resources.files import resource
from server_stub.console.code_words import name_code
from server_stub.console.german import GERMAN
from server_stub.console.words import RUSSIAN
from server_stub.identity.callers import Person
from server_stub.version import program_version

LANGUAGES = {"en": "English", "ru": "Русский", "de": "Deutsch"}
_WORDS: Mapping[str, Mapping[str, str]] = {"ru": RUSSIAN, "de": GERMAN}
THEMES = ("auto", "light", "dark")
LANGUAGE_COOKIE, THEME_COOKIE, NOTICE_COOKIE = "eckwms_language", "eckwms_theme", "eckwms_notice"

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
PageRequest = Request[Any, Any, Any]


NAMING = (
    "There is a price list {what} already",
    "There is a coupon {what} already",
    "There is no product {what}",
    "There is no place {what}",
    "There is a place {what} already",
    "There is no wave {what}",
    "The wave {what} is released",
    "No open picking that nobody has begun: {what}",
    "Nobody knows what these goods weigh: {what}",
    "Less than that is left to go back: {what}",
    "This is worth more than you may decide: {what}",
    "There is no such line of a receipt: {what}",
    "This line is of other goods: {what}",
)
"""Refusals of the REST surface that pages show too and that name something."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the navigation: where it is, what it is called, and for whom."""

    path: str
    title: str
    icon: str
    roles: frozenset[str]


ADMIN = frozenset({"admin"})
OFFICE = frozenset({"admin", "manager"})

PLACES = (
    Place("/console/", "Overview", "house", OFFICE),
    Place("/console/devices", "Tills", "monitor", OFFICE),
    Place("/console/tokens", "Enrolment", "scan-barcode", OFFICE),
    Place("/console/journals", "Journals", "file-text", OFFICE),
    Place("/console/cases", "Cases", "inbox", OFFICE),
    Place("/console/shifts", "Shifts", "wallet", OFFICE),
    Place("/console/audit", "Audit log", "eye", ADMIN),
    Place("/console/people", "People", "users", OFFICE),
    Place("/console/shops", "Shops", "store", OFFICE),
    Place("/console/promotions", "Promotions", "percent", OFFICE),
    Place("/console/coupons", "Coupons", "tag", OFFICE),
    Place("/console/goods", "Figures of goods", "scale", OFFICE),
    Place("/console/work", "Warehouse today", "clock", OFFICE),
    Place("/console/orders", "Orders", "package", OFFICE),
    Place("/console/counts", "Counts", "list-checks", OFFICE),
    Place("/console/places", "Places", "warehouse", OFFICE),
    Place("/console/price-lists", "Price lists", "banknote", OFFICE),
    Place("/console/pictures", "Pictures", "image", OFFICE),
    Place("/console/boards", "Boards", "keyboard", OFFICE),
    Place("/console/keys", "API keys", "lock", ADMIN),
    Place("/console/instances", "Servers", "warehouse", ADMIN),
    Place("/console/webhooks", "Webhooks", "volume-2", ADMIN),
    Place("/console/jobs", "Jobs", "list-checks", ADMIN),
    Place("/console/connections", "Connections", "refresh-cw", ADMIN),
    Place("/console/health", "Health", "activity", ADMIN),
)


@cache
def draw_icon(name: str) -> Markup:
    """Give an icon's SVG, to stand inside the page and take its colour."""
    return Markup(resource("icons", f"{name}.svg").read_text(encoding="utf-8"))  # noqa: S704


def render(request: PageRequest, template: str, status: int = 200, /, **values: Any) -> Response[str]:
    """Fill a template; every page gets `t`, `say`, `user`, `places`, `csrf`, `theme`, `language`, `notice`."""
    language = choose_language(request)
    user = request.scope.get("user")
    person = user if isinstance(user, Person) else None
    page = _PAGES.get_template(template).render(
        t=translator(language),
        say=partial(name_code, language),
        language=language,
        languages=LANGUAGES,
        theme=_cookie(request, THEME_COOKIE, THEMES),
        user=person,
        places=[place for place in PLACES if person and person.role in place.roles],
        here=request.url.path,
        back_here=_tell_place(request),
        csrf=request.scope.get("csrf", ""),
        notice=translator(language)(request.cookies.get(NOTICE_COOKIE, "")),
        version=program_version(),
        when=tell_time,
        icon=draw_icon,
        **values,
    )
    answer = Response(page, status_code=status, media_type="text/html; charset=utf-8")
    answer.headers["Cache-Control"] = "no-store"
    if NOTICE_COOKIE in request.cookies:
        answer.delete_cookie(NOTICE_COOKIE, path="/console")
    return answer


def go_to(path: str, notice: str = "") -> Response[None]:
    """Send the browser on after something was done, so that reloading does not do it again."""
    cookies = (
        [Cookie(key=NOTICE_COOKIE, value=notice, path="/console", httponly=True, samesite="strict")] if notice else []
    )
    return Response(None, status_code=303, headers={"Location": path}, cookies=cookies)


def choose_language(request: PageRequest) -> str:
    """Give the language that was chosen, else the first of the browser's that we have."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    for part in request.headers.get("accept-language", "").split(","):
        tag = part.split(";")[0].strip().lower()[:2]
        if tag in LANGUAGES:
            return tag
    return "en"


def translator(language: str) -> Callable[..., str]:
    """Give the function by which a page says its words: the English sentence is the key; `{name}` is filled in."""
    words = _WORDS.get(language, {})

    def t(sentence: str, /, **facts: object) -> str:
        text = words.get(sentence) or _say_with_name(words, sentence)
        return text.format(**facts) if facts else text

    return t


def _say_with_name(words: Mapping[str, str], sentence: str) -> str:
    """Translate a refusal that names something, by its sentence with `{what}` in the place of the name."""
    for pattern in NAMING:
        begins, _, ends = pattern.partition("{what}")
        if pattern in words and sentence.startswith(begins) and sentence.endswith(ends):
            what = sentence.removeprefix(begins).removesuffix(ends)
            return words[pattern].replace("{what}", what)
    return sentence


def tell_time(moment: datetime | None) -> str:
    """Write a moment for people, in UTC; a dash for none."""
    return moment.strftime("%Y-%m-%d %H:%M") if moment else "–"


def _tell_place(request: PageRequest) -> str:
    """Give where a page can be asked for again: a form's answer is no such place, the page of the form is."""
    if request.method == "GET":
        return request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return urlsplit(request.headers.get("referer", "")).path or request.url.path


def _cookie(request: PageRequest, name: str, allowed: tuple[str, ...]) -> str:
    value = request.cookies.get(name, "")
    return value if value in allowed else allowed[0]
