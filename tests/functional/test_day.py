"""A day at the till from enrolment to the Z report, through the command lines of both programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop import selftest_disk
from tests.figures import Figures, centre_figures
from tests.functional.goods import figures_of, pieces
from tests.functional.programs import Office, Till, start_day

LAGER = "BW-0190"
SOLD = {"receipt", "sale_id", "seq", "hash", "total", "currency", "tax", "lines", "payments", "change", "rounding"}
LINE = {"sku", "name", "quantity", "unit_price", "discount", "total", "promotions"}


def minor(amount: str) -> int:
    return round(float(amount) * 100)


def test_an_enrolled_till_says_who_it_is(office: Office, till: Till) -> None:
    assert till.do("status")["state"] == "unenrolled"

    told = office.enrol(till, "Till at the door")

    assert told.keys() >= {"device_id", "name", "server", "state", "incarnation", "journal", "feeds", "version"}
    assert (told["state"], told["name"], told["server"]) == ("active", "Till at the door", office.address)
    assert told["journal"].keys() == {"head_seq", "head_hash", "unsent", "oldest_unsent_at"}
    assert told["journal"]["head_seq"] == 1
    assert told["last_contact"]
    assert all(feed.keys() == {"epoch", "position"} for feed in told["feeds"].values())
    assert {name.partition(":")[0] for name in told["feeds"]} == {
        "catalogue", "shop", "people", "offers", "customers", "stock", "receipts",
    }  # fmt: skip
    assert till.do("status") == told


def test_nothing_is_sold_before_somebody_signs_in_and_opens_a_shift(office: Office, till: Till) -> None:
    refused = till.run("sell", "4006381333931")
    assert (refused.exit, refused.error) == (5, "terminal.unenrolled")
    office.enrol(till)
    item = pieces(till)[0]

    refused = till.run("sell", item.code)
    assert (refused.exit, refused.error) == (3, "staff.signed_out")
    wrong = till.run("sign-in", office.logins["cashier"], "--pin-stdin", stdin="0000\n")
    assert (wrong.exit, wrong.error) == (3, "staff.wrong_pin")
    assert till.do("sign-in", office.logins["cashier"], ECKWMS_PIN=office.pins["cashier"])["role"] == "cashier"
    refused = till.run("sell", item.code)
    assert (refused.exit, refused.error) == (3, "shift.closed")

    assert till.do("status")["journal"]["head_seq"] == 2


def test_a_whole_day(office: Office, till: Till, tmp_path: Path) -> None:
    before = centre_figures(office.do("stats"))
    working = start_day(office, till)
    first, second, third = pieces(working)[:3]

    priced = working.do("price", f"3*{first.code}", second.sku)
    assert priced["lines"][0].keys() >= LINE
    assert priced["lines"][0]["explanation"]
    assert priced["explanation"] is not None
    assert all(near.keys() >= {"promotion", "missing"} for near in priced["near_misses"])

    paper = tmp_path / "receipts" / "first.pdf"
    sold = working.do("sell", f"3*{first.code}", second.sku, "--receipt", str(paper))
    assert sold.keys() >= SOLD
    assert (sold["total"], sold["tax"]) == (priced["total"], priced["tax"])
    assert [line["quantity"] for line in sold["lines"]] == ["3", "1"]
    assert sum(minor(line["total"]) for line in sold["lines"]) == minor(sold["total"])
    assert paper.read_bytes().startswith(b"%PDF")

    split = working.do("sell", third.code, "--pay", "card:0.05", "--pay", "cash:500")
    assert [payment["method"] for payment in split["payments"]] == ["card", "cash"]
    paid = sum(minor(payment["amount"]) for payment in split["payments"])
    assert paid - minor(split["change"]) == minor(split["total"]) + minor(split["rounding"])

    voided = working.do("void-last", "--reason", "changed their mind")
    assert (voided["refunds"], minor(voided["total"])) == (split["receipt"], -minor(split["total"]))
    again = working.run("void-last", "--reason", "changed their mind")
    assert again.json["refunds" if again.exit == 0 else "error"]

    working.do("sell", first.code, "--discount", "5", "--pay", "card")
    _adjust_and_look(working, first.sku)
    _close(working)
    _compare(office, working, before)


def _adjust_and_look(till: Till, sku: str) -> None:
    before = _on_hand(till, sku)
    assert till.do("adjust", f"{sku}=10", "--reason", "received")["moves"] == 1
    assert _on_hand(till, sku) == before + 10
    till.do("adjust", f"{sku}=7.000", "--reason", "counted")
    places = till.do("stock", sku)["items"][0]["places"]
    shelf = next(place["place"] for place in places if place["on_hand"] == "7")
    assert _on_hand(till, sku, "--place", shelf) == 7
    assert till.do("sync")["state"] == "level"
    till.do("sync")
    assert _on_hand(till, sku, "--place", shelf) == 7
    assert till.run("stock", sku, "--place", "nowhere").error == "stock.place"


def _on_hand(till: Till, sku: str, *more: str) -> int:
    (item,) = till.do("stock", sku, *more)["items"]
    assert item.keys() >= {"sku", "name", "on_hand", "places"}
    assert all(place.keys() == {"place", "lot", "on_hand"} for place in item["places"])
    return int(item["on_hand"])


def _close(till: Till) -> None:
    till.do("shift", "cash-out", "20", "--reason", "bank")
    looked = till.do("shift", "x")
    counted = [f"--counted={method}={amount}" for method, amount in looked["expected"].items()]
    closed = till.do("shift", "close", *counted)
    assert closed.keys() >= {"shift", "expected", "counted", "difference", "sales", "total", "z_number"}
    assert closed["expected"] == closed["counted"] == looked["expected"]
    assert set(closed["difference"].values()) == {"0.00"}
    assert (closed["sales"], closed["total"], closed["z_number"]) == (looked["sales"], looked["total"], 1)


def _compare(office: Office, till: Till, before: Figures) -> None:
    handed_in = till.do("sync")
    assert handed_in.keys() >= {"pushed", "pulled", "unsent", "state"}
    assert (handed_in["state"], handed_in["unsent"]) == ("level", 0)
    verified = till.do("journal", "verify")
    assert verified.keys() >= {"ok", "entries", "head_seq", "head_hash", "first_bad"}
    assert (verified["ok"], verified["first_bad"]) == (True, None)
    assert verified["entries"] == figures_of(till).entries
    assert till.do("rebuild")["projected"] == verified["entries"]
    assert centre_figures(office.do("stats")).since(before) == figures_of(till)
    whole = office.do("verify")
    assert (whole["ok"], whole["problems"]) == (True, [])


def test_the_journal_can_be_shown_and_exported(working: Till, tmp_path: Path) -> None:
    sold = working.do("sell", pieces(working)[0].code)

    shown = working.do("journal", "show", str(sold["seq"]))
    assert (shown["kind"], shown["hash"]) == ("sale.completed", sold["hash"])
    assert shown["content"]["sale_id"] == sold["sale_id"]
    file = tmp_path / "journal.jsonl"
    assert working.do("journal", "export", str(file))["entries"] == sold["seq"]
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert [line["seq"] for line in lines] == list(range(1, sold["seq"] + 1))
    assert working.run("journal", "show", "999").exit == 3


def test_settings_say_where_they_come_from(till: Till) -> None:
    till.do("config", "set", "theme", "dark")

    shown = till.do("config", "show", "--origin", ECKWMS_LANGUAGE="ru")

    assert shown["theme"]["value"] == "dark"
    assert shown["theme"]["origin"].startswith("provisioned")
    assert shown["language"] == {"value": "ru", "origin": "environment ECKWMS_LANGUAGE"}
    assert shown["printer_columns"]["origin"] == "default"
    wrong = till.run("config", "set", "theme", "pink")
    assert (wrong.exit, wrong.error) == (3, "settings.value")
    assert till.run("config", "show", ECKWMS_LANGUAGE="xx").exit == 3


def test_doctor_finds_nothing_wrong(working: Till, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest_disk, "MOUNTS", tmp_path / "not-told")  # temporary folders may well be in memory
    found = working.do("doctor")
    assert found["ok"]
    assert all(check.keys() == {"name", "ok", "detail", "remedy"} for check in found["checks"])


def test_wrong_usage_is_told_in_words_and_in_json(till: Till) -> None:
    assert till.run_plain("sell").exit == 2
    told = till.run("sell")
    assert (told.exit, told.error) == (2, "usage")
    assert till.run_plain("no-such-command").exit == 2
    assert till.run_plain("--help").exit == 0
    assert till.run_plain("shift", "close", "--help").exit == 0


def test_the_folder_and_json_may_stand_anywhere(till: Till) -> None:
    def folder_of(*words: str) -> Any:
        return till.run_plain(*words, ECKWMS_DATA_DIR="").json["data_dir"]

    there = str(till.folder)
    assert folder_of("--data-dir", there, "config", "show", "--json") == there
    assert folder_of("--json", "config", "show", f"--data-dir={there}") == there


def test_the_programs_as_processes(office: Office, till: Till) -> None:
    office.enrol(till)
    asked = till.run("status", as_process=True)
    assert (asked.exit, asked.json["state"], asked.err) == (0, "active", "")
    assert "state: active" in till.run_plain("status").out
    refused = till.run_plain("sell", "no-such-thing", as_process=True)
    assert (refused.exit, refused.out) == (3, "")
    assert "no-such-thing is not in the catalogue" in refused.err
    version = till.run_plain("--version", as_process=True)
    assert (version.exit, version.out.split()[0]) == (0, "eckwms")


def test_goods_for_grown_ups_wait_until_somebody_has_looked(working: Till) -> None:
    assert working.run("sell", LAGER).error == "age.unchecked"
    sold = working.do("sell", LAGER, "--age-checked")
    entry = working.do("journal", "show", str(sold["seq"]))
    assert (entry["content"]["age_checked"], entry["content"]["age_checked_by"]) == (18, entry["actor"])
