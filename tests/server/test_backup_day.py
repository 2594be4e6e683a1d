"""A real till and a real centre: sold, backed up, sold more, restored; everything is central exactly once.

Then the same on a new machine that has nothing but the folder of backups.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from server_stub.launch import launched_centre
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


@pytest.mark.slow
def test_a_restored_centre_gets_everything_again(folder: Path, tmp_path: Path, free_port: int) -> None:
    till, late = Till(tmp_path / "till"), Till(tmp_path / "late till")
    with launched_centre(folder / "centre", port=free_port) as centre:
        office = seed(folder / "centre", centre.address)
        start_day(office, till)
        sell(till, 2)
        assert till.do("sync")["state"] == "level"
        backup = office.do("backup")["file"]
        sell(till, 3)
        start_day(office, late)
        sell(late, 1)
        for one in (till, late):
            assert one.do("sync")["unsent"] == 0
        sold = centre_figures(office.do("stats"))
        refused = office.run("restore", backup, "--force")
        assert (refused.exit, refused.error) == (3, "restore.in_use")

    told = office.do("restore", backup, "--force")

    assert (told["problems"], told["terminals"]) == ([], 1)
    with launched_centre(folder / "centre", port=free_port):
        level(office, till)
        assert late.run("sync").exit == 5, "it was enrolled after the backup: nobody knows it"
        office.enrol(late)
        assert late.do("sync")["state"] == "level"
        assert centre_figures(office.do("stats")).sales == sold.sales + 1
        assert office.do("verify")["ok"]


@pytest.mark.slow
def test_a_new_machine_begins_with_the_newest_backup(
    folder: Path, tmp_path: Path, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    till = Till(tmp_path / "till")
    with launched_centre(folder / "centre", port=free_port) as centre:
        office = seed(folder / "centre", centre.address)
        start_day(office, till)
        backup = Path(office.do("backup")["file"])
        sell(till, 2)
        assert till.do("sync")["unsent"] == 0
    monkeypatch.setenv("ECKWMS_RESTORE_FROM", str(backup.parent))
    with launched_centre(folder / "new machine", port=free_port) as centre:
        level(Office(folder / "new machine", centre.address), till)


def level(office: Office, till: Till) -> None:
    """Sell one more, hand everything in twice, and find every sale once."""
    sell(till, 1)
    for _ in range(2):
        synced = till.do("sync")
        assert (synced["state"], synced["unsent"]) == ("level", 0)
    assert office.do("verify")["ok"]
    told, own = centre_figures(office.do("stats")), figures_of(till)
    assert (told.sales, told.entries, told.payments_minor) == (own.sales, own.entries, own.payments_minor)
