"""Goods from a file of scans at a till to the figures of the centre."""

from pathlib import Path

from tests.functional.programs import Office, Till

FILE = """\
# delivery of Monday
3*4006381333931

BACK
4006381333931
"""


def test_a_file_of_scans_reaches_the_centre(office: Office, working: Till, tmp_path: Path) -> None:
    file = tmp_path / "scans.txt"
    file.write_text(FILE, encoding="utf-8")
    code = next(iter(working.do("stock")["items"]))["sku"]
    file.write_text(FILE.replace("4006381333931", code), encoding="utf-8")
    before = {row["place"]: float(row["on_hand"]) for row in working.do("stock", code)["items"][0]["places"]}
    told = working.do("receive", "--scans", str(file), "--reference", "DN-1")
    assert [(line["to"], line["quantity"]) for line in told["lines"]] == [("DOCK", "3"), ("BACK", "1")]
    assert working.run("receive").exit == 3
    assert working.run("move", "--scans", str(file)).json["error"]["code"] == "task.loose"
    moved = working.do("move", "DOCK", f"2*{code}", "BACK")
    assert moved["purpose"] == "moved"
    assert working.do("sync")["state"] == "level"
    after = {row["place"]: float(row["on_hand"]) for row in working.do("stock", code)["items"][0]["places"]}
    assert after["DOCK"] == before.get("DOCK", 0) + 1
    assert after["BACK"] == before.get("BACK", 0) + 3
    assert office.do("verify")["ok"]
