"""A real till and a real centre: sold, backed up, sold more, restored; everything is central exactly once.

Then the same on a new machine that has nothing but the folder of backups.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from server_stub.launch import Launched, launched_centre
from tests.figures import centre_figures
from tests.functional.goods import figures_of, pieces
from tests.functional.programs import Office, Till, seed, start_day


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that PostgreSQL's own account may pass through."""
    folder = Path(tempfile.mkdtemp(prefix="eckwms-restored-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


def sell(till: Till, times: int) -> None:
    item = pieces(till)[0]
    for _ in range(times):
        till.do("sell", item.code)


def test_a_restored_centre_gets_everything_again(
    folder: Path, tmp_path: Path, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    till = Till(tmp_path / "till")
    with launched_centre(folder / "centre", port=free_port) as centre:
        office = seed(folder / "centre", centre.address)
        before = centre_figures(office.do("stats"))
        start_day(office, till)
        sell(till, 2)
        assert till.do("sync")["state"] == "level"
        backup = Path(office.do("backup")["file"])
        sell(till, 3)
        assert till.do("sync")["unsent"] == 0
        sold = centre_figures(office.do("stats"))
        refused = office.run("restore", str(backup), "--force")
        assert (refused.exit, refused.error) == (3, "restore.in_use")
    refused = office.run("restore", str(backup))
    assert (refused.exit, refused.error) == (3, "restore.not_empty")

    told = office.do("restore", str(backup), "--force")

    assert told["problems"] == []
    assert centre_figures(office.do("stats")).sales == before.sales + 2
    with launched_centre(folder / "centre", port=free_port) as centre:
        level(office, till, centre)
        assert centre_figures(office.do("stats")).sales == sold.sales + 1

    monkeypatch.setenv("ECKWMS_RESTORE_FROM", str(backup.parent))
    with launched_centre(folder / "new machine", port=free_port) as centre:
        level(Office(folder / "new machine", centre.address), till, centre)


def level(office: Office, till: Till, centre: Launched) -> None:
    """Sell one more, hand everything in twice, and find every sale once."""
    assert office.address == centre.address
    sell(till, 1)
    for _ in range(2):
        synced = till.do("sync")
        assert (synced["state"], synced["unsent"]) == ("level", 0)
    assert office.do("verify")["ok"]
    told = centre_figures(office.do("stats"))
    assert told.sales == figures_of(till).sales
    assert told.entries == figures_of(till).entries
    assert told.payments_minor == figures_of(till).payments_minor
