"""The first page's commands by hand do what it says, on a centre that runs."""

import re
import shlex
from pathlib import Path

from tests.functional.programs import Office, Till

README = Path(__file__).resolve().parents[2] / "README.md"


def test_the_commands_by_hand_lead_to_a_till_that_is_let_in(office: Office, till: Till) -> None:
    block = re.findall(r"## By hand\n\n```\n(.*?)```", README.read_text("utf-8"), re.DOTALL)[0]
    lines = [line.partition(" # ")[0].rstrip(" &") for line in block.splitlines()]
    token, done = "", []
    for line in (line.rstrip() for line in lines):
        program, *words = shlex.split(line.replace("…", office.shop).replace("http://127.0.0.1:8080", office.address))
        if line.startswith("make") or re.search(r" (?:run|seed demo)\b", line):
            continue
        given = [word for word in words if word not in ("--data-dir", "var/centre", "var/till")]
        if program.endswith("eckwms-server"):
            token = str(office.do(*given)["token"])
        else:
            assert till.do(*given, stdin=token + "\n")["state"] == "active"
        done.append(given[0])
    assert done == ["token", "enrol"]
