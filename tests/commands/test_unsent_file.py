"""`eckwms journal export --check`: a file of unsent entries, checked without the window that wrote it."""

from pathlib import Path

import pytest

from desktop.commands.journals import check
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.faults import Fault
from desktop.operations.terminal import Terminal
from desktop.operations.unsent_file import export_unsent
from desktop.settings import Loaded, Settings
from desktop.station import Station
from tests.core import manager, sell, terminal  # noqa: F401 - fixtures
from tests.functional.programs import Till
from tests.terminals import BREAD


@pytest.fixture
def station(terminal: Terminal) -> Station:  # noqa: F811
    """The parts of a station that the command asks for."""
    return Station(Loaded(Settings(), {}, Path()), None, None, terminal)  # type: ignore[arg-type]


def test_a_file_is_checked_line_by_line(station: Station, manager: Person, tmp_path: Path) -> None:  # noqa: F811
    sell(station.terminal, manager, BREAD)
    written = export_unsent(station.terminal, tmp_path)
    told = check(station, file=written.file)
    assert (told["entries"], told["faults"]) == (written.entries, [])
    content = Path(written.file).read_bytes()
    for spoilt in (content[:-20], content.replace(b"T01", b"T02", 1)[1:], b"\xff\x00", b""):
        Path(written.file).write_bytes(spoilt)
        with pytest.raises(Refusal, match="not what was exported"):
            check(station, file=written.file)


def test_a_file_that_is_not_there_is_the_environments_fault(station: Station, tmp_path: Path) -> None:
    with pytest.raises(Fault, match="No such file"):
        check(station, file=str(tmp_path / "none"))


def test_the_command_line_says_no_to_another_tills_file(station: Station, tmp_path: Path) -> None:
    file = export_unsent(station.terminal, tmp_path).file
    told = Till(tmp_path / "till").run("journal", "export", "--check", file)
    assert (told.exit, told.error) == (3, "export.not_complete")
