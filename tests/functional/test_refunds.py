"""Returns through the command lines: at the till that sold, at another of the shop, and from the centre's archive."""

from pathlib import Path

from tests.figures import centre_figures
from tests.functional.goods import figures_of, pieces
from tests.functional.programs import Office, Till, start_day
from tests.functional.relay import relayed


def minor(amount: str) -> int:
    return round(float(amount) * 100)


def test_goods_come_back_at_another_till(office: Office, till: Till, tmp_path: Path) -> None:
    before = centre_figures(office.do("stats"))
    working = start_day(office, till)
    first, second = pieces(working)[:2]
    sold = working.do("sell", f"3*{first.code}", second.code, "--pay", "card")
    assert working.do("sync")["state"] == "level"

    other = start_day(office, Till(tmp_path / "other"))
    other.do("sync")
    back = other.do("refund", sold["receipt"], "1=2", "--reason", "too many")
    assert (back["refunds"], [line["quantity"] for line in back["lines"]]) == (sold["receipt"], ["-2"])
    assert [payment["method"] for payment in back["payments"]] == ["card"]
    assert minor(back["payments"][0]["amount"]) == minor(back["total"]) < 0
    other.do("sync")

    working.do("sync")
    refused = working.run("refund", sold["receipt"], "1=2", "--reason", "too many")
    assert (refused.exit, refused.error) == (3, "return.too_much")
    rest = working.do("refund", sold["receipt"], "--reason", "all of it")
    assert minor(back["total"]) + minor(rest["total"]) == -minor(sold["total"])
    again = working.run("refund", sold["receipt"], "--reason", "once more")
    assert (again.exit, again.error) == (3, "return.nothing_left")
    for command in (("refund", "T99-000001", "--reason", "x"), ("refund", sold["receipt"], "9=1", "--reason", "x")):
        assert working.run(*command).exit == 3
    working.do("sync")
    ours, theirs = figures_of(working), figures_of(other)
    now = centre_figures(office.do("stats")).since(before)
    assert (now.entries, now.sales, now.movements) == (
        ours.entries + theirs.entries, ours.sales + theirs.sales, ours.movements + theirs.movements,
    )  # fmt: skip
    assert now.payments_minor == {}  # all of it went back
    assert ours.payments_minor["EUR"] == -theirs.payments_minor["EUR"] == -minor(back["total"])
    assert office.do("verify")["ok"]


def test_what_the_till_does_not_know_it_asks_for(office: Office, till: Till, tmp_path: Path) -> None:
    working = start_day(office, till)
    sold = working.do("sell", pieces(working)[0].code)
    with relayed(office.address) as network:
        other = Till(tmp_path / "other")
        other.do("enrol", "--server", network.address, "--name", "Till 2", "--token-stdin", stdin=office.token())
        office.sign_in(other)
        other.do("shift", "open", "--float", "50")
        working.do("sync")  # the other till has not heard of this sale, but the centre has
        network.cut()
        offline = other.run("refund", sold["receipt"], "--reason", "broken")
        assert (offline.exit, offline.error) == (3, "receipt.offline")
        network.mend()
        back = other.do("refund", sold["receipt"], "--reason", "broken", "--damaged")
        assert minor(back["total"]) == -minor(sold["total"])
