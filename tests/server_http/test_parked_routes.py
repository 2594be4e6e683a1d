"""Parked tickets over plain HTTP: what is sound is kept for the shop, and nothing else."""

from typing import Any

import pytest

from server_stub.parked.routes import LARGEST_CART
from sync.wire.parked import PARKED, PARKED_DROP, PARKED_TAKE
from tests.server_http.terminal import WireTerminal

IDENT = "0197b0f0-0000-7000-8000-000000000001"
OFFER: dict[str, Any] = {
    "id": IDENT,
    "parked_at": "2026-11-21T10:00:00.000+01:00",
    "lines": 1,
    "total_minor": 240,
    "currency": "EUR",
    "version": 1,
    "cart": '{"id": "x"}',
}
WRONG: tuple[dict[str, Any], ...] = (
    {"id": "x"},
    {"parked_at": "yesterday"},
    {"parked_at": "2026-11-21T10:00:00"},
    {"lines": -1},
    {"total_minor": 10**15},
    {"version": 0},
    {"cart": "\0"},
    {"cart": "x" * (LARGEST_CART + 1)},
    {"name": "n" * 201},
    {"lines": "many"},
)


async def test_only_what_can_be_is_kept(enrolled: WireTerminal) -> None:
    for wrong in WRONG:
        answer = await enrolled.http.post(PARKED, json=OFFER | wrong, headers=enrolled.bearer)
        assert answer.status_code == 400, wrong
    for path in (PARKED_TAKE, PARKED_DROP):
        answer = await enrolled.http.post(path, json={"id": "x"}, headers=enrolled.bearer)
        assert answer.status_code == 400
        answer = await enrolled.http.post(path, json={"id": IDENT}, headers=enrolled.bearer)
        assert answer.json()["state"] == "unknown"


@pytest.mark.parametrize("spelt", [str, str.lower])
async def test_a_ticket_goes_its_way(enrolled: WireTerminal, spelt: Any) -> None:
    states = []
    for path, body in ((PARKED, OFFER), (PARKED_TAKE, {"id": IDENT}), (PARKED_DROP, {"id": IDENT})):
        answer = await enrolled.http.post(spelt(path), json=body, headers=enrolled.bearer)
        assert answer.is_success, answer.text
        states.append(answer.json()["state"])
    assert states == ["yours"] * 3
