"""A running centre with the sample shop, one for each process of tests, and tills that are enrolled to it."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from server_stub.launch import launched_centre
from tests.functional.programs import Office, Till, seed, start_day


@pytest.fixture(scope="session")
def office(centre_folder: Path) -> Iterator[Office]:
    """The centre: a process of its own, with a PostgreSQL of its own."""
    with launched_centre(centre_folder) as centre:
        yield seed(centre_folder, centre.address)


@pytest.fixture(scope="session")
def centre_folder() -> Iterator[Path]:
    """A folder that PostgreSQL's own account may pass through, also when its parent is root's alone."""
    folder = Path(tempfile.mkdtemp(prefix="eckwms-centre-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def till(tmp_path: Path) -> Till:
    """A till that nobody has enrolled."""
    return Till(tmp_path / "till")


@pytest.fixture
def working(office: Office, till: Till) -> Till:
    """A till with a manager signed in and a shift open."""
    return start_day(office, till)
