"""Paying through the command lines: gift certificates with and without the line, a card terminal, more than one way."""

import time
from pathlib import Path
from typing import Any

import httpx

from tests.functional.goods import pieces
from tests.functional.programs import Office, Till, start_day
from tests.functional.relay import relayed


def minor(amount: str) -> int:
    return round(float(amount) * 100)


class Api:
    """The centre's REST with a key for certificates and shops."""

    def __init__(self, office: Office) -> None:
        scopes = [f"{noun}:{what}" for noun in ("gift-certificates", "shops") for what in ("read", "write")]
        words = [word for scope in scopes for word in ("--scope", scope)]
        name = f"gifts-{time.monotonic_ns()}"
        self._headers = {"X-API-Key": office.do("keys", "create", name, *words)["key"]}
        self._url = f"{office.address}/ECK/API/V1"

    def call(self, method: str, path: str, body: Any = None) -> Any:
        answer = httpx.request(method, self._url + path, json=body, headers=self._headers, timeout=20)
        assert answer.is_success, answer.text
        return answer.json()


def test_a_certificate_pays_in_parts_online_and_within_the_limit_offline(
    office: Office, till: Till, tmp_path: Path
) -> None:
    api = Api(office)
    number = api.call("POST", "/gift-certificates", {"shop": office.shop, "amount": "60.00"})["number"]
    with relayed(office.address) as network:
        till.do("enrol", "--server", network.address, "--name", "Till 1", "--token-stdin", stdin=office.token())
        till.do("sync")
        office.sign_in(till)
        till.do("shift", "open", "--float", "50")
        goods = pieces(till)[0].code
        sold = till.do("sell", goods, "--pay", f"gift:{number}")
        assert [(paid["method"], paid["amount"]) for paid in sold["payments"]] == [("gift", sold["total"])]
        till.do("sync")
        path = f"/gift-certificates/{number}"
        left = 6000 - minor(sold["total"])
        assert minor(api.call("GET", path)["balance"]) == left
        assert till.run("sell", goods, "--pay", "gift:GC-NOBODY").error == "gift.unknown"
        network.cut()
        begun = time.monotonic()
        offline = till.do("sell", goods, "--pay", f"gift:{number}:0.20", "--pay", "cash")
        assert time.monotonic() - begun < 10  # two seconds for the answer, the rest is the sale
        assert [paid["method"] for paid in offline["payments"]] == ["gift", "cash"]
        network.mend()
        till.do("sync")
        assert minor(api.call("GET", path)["balance"]) == left - 20
    assert office.do("verify")["ok"]


def test_the_terminal_gives_the_reference_and_a_declined_card_sells_nothing(office: Office, till: Till) -> None:
    working = start_day(office, till)
    working.do("config", "set", "card_terminal", "simulated:0")
    goods = pieces(working)[0].code
    sold = working.do("sell", goods, "--pay", "cash:0.05", "--pay", "card")
    assert [paid["method"] for paid in sold["payments"]] == ["cash", "card"]
    refused = working.run("sell", goods, "--pay", "card:0.01", "--pay", "cash")
    assert (refused.exit, refused.error) == (3, "card.declined")
    unclear = working.run("sell", goods, "--pay", "card:0.03", "--pay", "cash")
    assert (unclear.exit, unclear.error) == (3, "card.unclear")
    abroad = working.do("sell", goods, "--pay", "cash:USD:20")
    assert [paid["method"] for paid in abroad["payments"]] == ["cash:USD"]
    assert minor(abroad["change"]) > 0
    assert working.run("sell", goods, "--pay", "cash:100", "--pay", "card").error == "tender.nothing_due"
    working.do("sync")
    assert office.do("verify")["ok"]


def test_a_tip_is_on_the_card_and_in_the_drawer_and_in_no_turnover(office: Office, till: Till) -> None:
    api = Api(office)
    working = start_day(office, till)
    goods = pieces(working)[0].code
    api.call("PATCH", f"/shops/{office.shop}", {"tender": {"tips": False}})
    working.do("sync")
    assert working.run("sell", goods, "--tip", "0.10").error == "tip.off"
    api.call("PATCH", f"/shops/{office.shop}", {"tender": {"tips": True}})
    working.do("sync")
    before = minor(working.do("shift", "x")["expected"]["cash"])
    working.do("config", "set", "card_terminal", "simulated:0")
    by_card = working.do("sell", goods, "--tip", "0.10", "--pay", "card")
    assert by_card["payments"] == [{"method": "card", "amount": by_card["total"], "tip": "0.10"}]
    in_cash = working.do("sell", goods, "--tip", "0.10")
    after = minor(working.do("shift", "x")["expected"]["cash"])
    assert after - before == minor(in_cash["total"]) + 10 + minor(in_cash["rounding"])
    voided = working.do("void-last", "--reason", "mistake")
    assert minor(voided["payments"][0]["tip"]) == -10
    working.do("sync")
    assert office.do("verify")["ok"]
