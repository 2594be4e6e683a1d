"""OpenAPI 3.1 of the surface, made from the endpoints themselves: what they ask, answer, refuse, and of whom.

Litestar's own generator knows neither the error body nor the statuses that the guard and the limits give.
"""

import asyncio
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec
from litestar import Response
from msgspec import Struct

from server_stub.api.endpoint import Endpoint
from server_stub.api.other_routes import OTHERS, Other
from server_stub.http.route import Access, Route
from server_stub.version import program_version

PATH = "/ECK/API/OPENAPI.JSON"
_JSON = "application/json"
_REFERENCE = "#/components/schemas/{name}"
_WORDS = {
    400: "The request does not make sense",
    401: "Who asks has not proved who they are",
    403: "Who asks may not do this, or not at this shop",
    404: "There is no such thing, or none that the caller may see",
    409: "It is not as the caller believes; `present` is how it is",
    413: "The body is larger than 1 MiB",
    415: "This kind of file is not taken",
    422: "The Idempotency-Key belongs to another request",
    429: "Too many requests",
    503: "The centre cannot answer now",
}
_AGAIN = {"Retry-After": {"description": "Seconds after which to come again.", "schema": {"type": "string"}}}
_SECURITY: list[dict[str, list[str]]] = [{"bearer": []}, {"key": []}]
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key with the same request gets the first answer again, for a week, and nothing happens.",
    "schema": {"type": "string", "pattern": "^[ -~]{1,200}$"},
}


class Error(Struct, frozen=True, kw_only=True):
    """What every error answers; `remedy` says what to do, `details` which part was wrong."""

    error: str
    code: str = ""
    remedy: str = ""
    details: list[Any] = []
    present: Any = None


def describe(endpoints: Iterable[Endpoint]) -> dict[str, Any]:
    """Give the whole document."""
    known = list(endpoints)
    kinds: list[Any] = [Error, *(kind for route in OTHERS for kind in (route.body, route.answer) if kind is not None)]
    kinds += [kind for endpoint in known for kind in (endpoint.answer, endpoint.asks) if kind is not None]
    _, components = msgspec.json.schema_components(kinds, ref_template=_REFERENCE)
    paths: dict[str, Any] = {}
    for other in OTHERS:
        paths.setdefault(other.path, {})[other.method] = _other(other)
    for endpoint in known:
        route = endpoint.route()
        path = re.sub(r":\w+}", "}", route.path)
        paths.setdefault(path, {})[endpoint.method.lower()] = _operation(endpoint, components)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "eckWMS centre",
            "version": program_version(),
            "description": "Amounts, quantities and rates are decimal strings, times RFC 3339, ids UUIDs.",
        },
        "security": _SECURITY,
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "description": "The access token of a sign-in."},
                "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
            },
        },
    }


def describe_routes(endpoints: Iterable[Endpoint]) -> Route:
    """Give the route that tells the description; it is made once, beside the loop, when somebody first asks:
    that takes as long as a fifth of a start."""

    @cache
    def write() -> bytes:
        return msgspec.json.encode(describe(endpoints))

    async def read_description() -> Response[bytes]:
        """Give the description of the surface as OpenAPI."""
        return Response(await asyncio.to_thread(write), media_type=_JSON)

    return Route("GET", PATH, Access.ANYONE, read_description)


def _operation(endpoint: Endpoint, components: dict[str, Any]) -> dict[str, Any]:
    is_read = endpoint.method == "GET"
    names = re.findall(r"{(\w+):\w+}", endpoint.path)
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}} for name in names
    ]
    told: dict[str, Any] = {
        "summary": (endpoint.work.__doc__ or "").partition("\n")[0],
        "operationId": endpoint.work.__name__,
        "tags": [endpoint.path.split("/")[1]],
        "description": f"Roles: {', '.join(sorted(endpoint.roles))}. API keys: scope `{endpoint.scope}`.",
    }
    if is_read and endpoint.asks is not None:
        parameters += _parameters(endpoint.asks, components)
    elif not is_read:
        parameters.append(_KEY)
    if parameters:
        told["parameters"] = parameters
    if endpoint.asks is not None and not is_read:
        told["requestBody"] = _body(endpoint.asks)
    told["responses"] = _answers(endpoint, has_id=bool(names))
    return told


def _parameters(asks: type[Struct], components: dict[str, Any]) -> list[dict[str, Any]]:
    schema = components[asks.__name__]
    return [
        {
            "name": name,
            "in": "query",
            "required": name in schema.get("required", ()),
            **({"description": part["description"]} if "description" in part else {}),
            "schema": _without_null(part),
        }
        for name, part in schema["properties"].items()
    ]


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A parameter is there or is left out; there is no null in a query, nor a default to send."""
    kept = {name: value for name, value in schema.items() if name not in ("default", "description")}
    choices: list[dict[str, Any]] = [choice for choice in kept.pop("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        return {**kept, **choices[0]}
    if "enum" in kept:
        kept["enum"] = [value for value in kept["enum"] if value is not None]
    return kept | ({"anyOf": choices} if choices else {})


def _answers(endpoint: Endpoint, *, has_id: bool) -> dict[str, Any]:
    is_read = endpoint.method == "GET"
    contents = {} if endpoint.answer is None else {_JSON: {"schema": _schema(endpoint.answer)}}
    contents |= {media: {"schema": {"type": "string"}} for media in endpoint.media}
    answers: dict[str, Any] = {str(endpoint.status): {"description": "As asked", "content": contents}}
    statuses = {400, 401, 403, 429, 503} | endpoint.refuses | ({404} if has_id else set())
    if not is_read:
        statuses |= {413, 422}
    if endpoint.asks is not None and "shop" in endpoint.asks.__struct_fields__:
        statuses.add(404)
    return answers | _refusals(statuses)


def _refusals(statuses: Iterable[int]) -> dict[str, Any]:
    return {
        str(status): {
            "description": _WORDS[status],
            **({"headers": _AGAIN} if status in (429, 503) else {}),
            "content": {_JSON: {"schema": _schema(Error)}},
        }
        for status in sorted(statuses)
    }


def _schema(kind: Any) -> Any:
    (found,), _ = msgspec.json.schema_components([kind], ref_template=_REFERENCE)
    return found


def _body(kind: Any) -> dict[str, Any]:
    return {"required": True, "content": {_JSON: {"schema": _schema(kind)}}}


def _other(other: Other) -> dict[str, Any]:
    told: dict[str, Any] = {"summary": other.summary, "tags": [other.tag], "security": other.security}
    if other.query:
        told["parameters"] = [
            {"name": name, "in": "query", "required": required, "schema": schema}
            for name, (required, schema) in other.query.items()
        ]
    if other.body is not None:
        told["requestBody"] = _body(other.body)
    done = {str(other.status): {"description": "As asked", "content": {_JSON: {"schema": _schema(other.answer)}}}}
    return told | {"responses": done | _refusals(other.refuses | {429, 503})}
