"""The tutorial of the first count does what it says, command by command, on the sample shop."""

import re
import shlex
from pathlib import Path

from tests.functional.programs import Json, Office, Till

PAGE = Path(__file__).resolve().parents[2] / "docs/tutorials/first-count.md"


def test_the_first_count_is_counted(office: Office, working: Till, tmp_path: Path) -> None:
    text = PAGE.read_text("utf-8")
    scans = tmp_path / "scans.txt"
    scans.write_text(re.sub(r"(?m)^ +", "", re.findall(r"```text\n(.*?)```", text, re.DOTALL)[0]), "utf-8")
    steps: list[str] = []
    told: dict[str, Json] = {}
    for code in re.findall(r"`eckwms --data-dir DIR ([^`]+)`", text):
        words = shlex.split(code.replace("scans.txt", str(scans)).replace("LOGIN", office.logins["manager"]))
        words = [str(told["status"]["journal"]["head_seq"]) if word == "SEQ" else word for word in words]
        told[words[0]] = working.do(*words, stdin=office.pins["manager"] + "\n")
        steps.append(words[0])
    assert steps == ["sign-in", "stock", "count", "stock", "status", "journal"]
    places = {row["place"]: float(row["on_hand"]) for row in told["stock"]["items"][0]["places"]}
    assert places["SHOP"] == 2
    assert told["journal"]["kind"] == "stock.counted"
