"""The description is true: every route of the surface is in it, and schemathesis finds no lie in it."""

import re
from pathlib import Path

import httpx
import jsonschema_rs
import pytest

from server_stub.api.openapi import PATH
from server_stub.http.table import ROUTES
from tests.server_http.conftest import RunningCentre
from tests.server_http.fuzzing import prove


async def test_the_description_names_every_route(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    answer = await http.get(PATH.lower())
    assert answer.headers["content-type"] == "application/json"
    told = answer.json()
    assert told["openapi"] == "3.1.0"
    described = {(method.upper(), path) for path, methods in told["paths"].items() for method in methods}
    surface = {
        (route.method, re.sub(r":\w+}", "}", route.path))
        for route in ROUTES
        if route.path.startswith(("/ECK/API/V1/", "/ECK/API/AUTH/"))
    }
    assert described == surface
    for schema in told["components"]["schemas"].values():
        jsonschema_rs.meta.validate({"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema)
    for methods in told["paths"].values():
        for operation in methods.values():
            for status, refusal in operation["responses"].items():
                if int(status) >= 400:
                    assert refusal["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Error"}
            assert {"429", "503"} <= set(operation["responses"])


@pytest.mark.expects_log("Invalid HTTP request received")
def test_schemathesis_finds_no_lie(database_url: str, tmp_path: Path) -> None:
    verdict = prove(database_url, tmp_path, examples=3, seed=1, phases="fuzzing")
    assert verdict.failures == [], verdict.output
    assert verdict.cases >= 200
    assert len(verdict.operations) >= 60
    assert 500 not in verdict.statuses
    assert verdict.statuses[429] <= 3  # sign-ins with a wrong password lock themselves out
