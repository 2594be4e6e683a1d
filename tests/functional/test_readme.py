"""The first page's commands by hand do what it says, on a centre that runs."""

import re
import shlex
from pathlib import Path

from tests.functional.programs import Office, Till, run_eckwms, run_here, run_server

README = Path(__file__).resolve().parents[2] / "README.md"


def test_the_commands_by_hand_lead_to_a_till_that_is_let_in(office: Office, till: Till) -> None:
    block = re.findall(r"## By hand\n\n```\n(.*?)```", README.read_text("utf-8"), re.DOTALL)[0]
    for here, there in (("…", office.shop), ("http://127.0.0.1:8080", office.address)):
        block = block.replace(here, there)
    block = block.replace("var/centre", str(office.folder)).replace("var/till", str(till.folder))
    token, done = "", []
    for line in (line.partition(" # ")[0].rstrip(" &") for line in block.splitlines()):
        program, *words = shlex.split(line)
        if program == "make":
            continue
        stays = words[-1] in ("run", "8080") or words[-2:] == ["seed", "demo"]  # the centre serves, and has its shop
        run = run_server if program.endswith("eckwms-server") else run_eckwms
        told = run_here(run, [*words, "--help" if stays else "--json"], token + "\n", {})
        assert told.exit == 0, f"{line}: {told}"
        if not stays:
            done.append((words[2], told.json.get("state")))
            token = told.json.get("token", "")
    assert done == [("token", None), ("enrol", "active")]
