"""Store credit, an account and points through the command lines: with and without the line, and overspent by two."""

import time
from pathlib import Path
from typing import Any

import httpx

from tests.functional.programs import Json, Office, Till, start_day
from tests.functional.relay import relayed

CAFE, GARDEN, COFFEE = "9001000066", "9001000073", "DD-0181"


class Api:
    """The centre's REST with a key for customers."""

    def __init__(self, office: Office, card: str) -> None:
        words = ("--scope", "customers:read", "--scope", "customers:write")
        key = office.do("keys", "create", f"purses-{time.monotonic_ns()}", *words)["key"]
        self._url, self._headers = f"{office.address}/ECK/API/V1", {"X-API-Key": key}
        self._id = self._ask("GET", f"/customers?card={card}")["items"][0]["id"]

    def purses(self) -> Any:
        """What the customer has."""
        return self._ask("GET", f"/customers/{self._id}/purses")

    def adjust(self, purse: str, amount: str) -> Any:
        """Put it right."""
        body = {"purse": purse, "amount": amount, "reason": "by transfer"}
        return self._ask("POST", f"/customers/{self._id}/purses/adjustments", body)

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        answer = httpx.request(method, self._url + path, json=body, headers=self._headers, timeout=20)
        assert answer.is_success, answer.text
        return answer.json()


def minor(amount: str) -> int:
    return round(float(amount) * 100)


def sell_asked(till: Till, *words: str) -> Json:
    """Sell more than goes unasked; a busy machine may take longer than a till waits for the answer."""
    for _ in range(3):
        outcome = till.run("sell", *words)
        if outcome.exit == 0 or outcome.error != "purse.offline":
            break
    assert outcome.exit == 0, outcome
    return outcome.json


def hear(till: Till, owed_minor: int) -> None:
    """Sync until head office has told what it booked: a customer's row may come a tick after the stock's."""
    for _ in range(10):
        till.do("sync")
        if minor(till.do("purse", "show", CAFE)["owed"]) == owed_minor:
            return
    raise AssertionError("the till was never told")


def test_an_account_pays_with_the_line_and_within_the_limit_without(office: Office, till: Till) -> None:
    api = Api(office, CAFE)
    with relayed(office.address) as network:
        till.do("enrol", "--server", network.address, "--name", "Till 1", "--token-stdin", stdin=office.token())
        till.do("sync")
        office.sign_in(till)
        till.do("shift", "open", "--float", "50")
        sold = sell_asked(till, f"150*{COFFEE}", "--customer", CAFE, "--pay", "account")
        total = minor(sold["total"])
        assert sold["points"] == total // 100
        assert total > 5000  # more than a till takes unasked
        assert till.run("sell", COFFEE, "--pay", "account").error == "purse.no_customer"
        assert till.run("sell", f"1500*{COFFEE}", "--customer", CAFE, "--pay", "account").error == "purse.too_much"
        till.do("sync")
        told = api.purses()
        assert (minor(told["account"]), told["points"]) == (-total, total // 100)
        hear(till, total)
        network.cut()
        assert till.run("sell", f"120*{COFFEE}", "--customer", CAFE, "--pay", "account").error == "purse.offline"
        small = till.do("sell", COFFEE, "--customer", CAFE, "--pay", "account:0.20", "--pay", "points")
        assert [paid["method"] for paid in small["payments"]] == ["account", "points"]
        paid = till.do("purse", "pay", CAFE, "0.15")  # a debt is paid without the line too
        assert (paid["paid_in"], minor(paid["owed"])) == ({"account": "0.15"}, total + 5)
        assert till.do("shift", "x")["paid_in"] == {"account": "0.15"}
        assert till.run("purse", "pay", CAFE, "1", "--pay", "points").error == "purse.payer"
        assert not till.do("customer", "change", CAFE, "--phone", "0170 1234567", "--consent")["asked"]
        assert till.run("customer", "new", "Lena Sommer").error == "customer.consent"
        network.mend()
        till.do("sync")
        assert minor(api.purses()["account"]) == -total - 5
        hear(till, total + 5)
        till.do("refund", sold["receipt"], "1=50", "--reason", "torn", "--pay", "credit")
        till.do("sync")
        assert minor(api.purses()["credit"]) == total // 3
        assert minor(api.adjust("account", f"{total / 100:.2f}")["account"]) == -5
    assert office.do("verify")["ok"]


def test_what_two_tills_overspent_without_the_line_is_a_case(office: Office, tmp_path: Path) -> None:
    api = Api(office, GARDEN)
    limit = minor(api.purses()["account_limit"])
    api.adjust("account", f"-{(limit - 3000) / 100:.2f}")
    with relayed(office.address) as network:
        behind = Office(office.folder, network.address, office.shop, office.pins, office.logins)
        tills = [start_day(behind, Till(tmp_path / name)) for name in ("one", "two")]
        for till in tills:
            till.do("sync")
        network.cut()
        for till in tills:
            till.do("sell", f"50*{COFFEE}", "--customer", GARDEN, "--pay", "account")
        network.mend()
        for till in tills:
            assert till.do("sync")["unsent"] == 0
    assert -minor(api.purses()["account"]) > limit
    assert office.do("verify")["ok"]
    assert office.do("stats")["cases"] >= 1
