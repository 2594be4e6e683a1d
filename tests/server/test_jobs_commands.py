"""Jobs, backups and restores at the command line: JSON, words for people, exit codes."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from server_stub.cli import run_command_line
from server_stub.database import Pool
from server_stub.jobs import queue
from server_stub.jobs.backing_up import back_up
from server_stub.jobs.queue import enqueue
from tests.edges import SettableClock
from tests.server.asking import ask
from tests.server.terminal import Terminal
from tests.server.working import make_place

Run = Callable[..., Any]
NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)


@pytest.fixture
def run(database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: str, code: int = 0, plain: bool = False) -> Any:
        capsys.readouterr()
        options = ["--database-url", database_url, "--data-dir", str(tmp_path)]
        assert run_command_line([*words, *options, *([] if plain else ["--json"])]) == code
        out = capsys.readouterr().out
        return out if plain else json.loads(out)

    return run


@pytest.fixture
async def job(pool: Pool) -> int:
    """A dead job and one that waits."""
    async with pool.connection() as conn:
        ident = await enqueue(conn, "email", {"to": "boss@example.com"}, now=NOW, max_attempts=1)
        (taken,) = await queue.take(conn, ["email"], "me", NOW, NOW - NOW, 1)
        await queue.fail(conn, taken, "no postman", NOW)
        await enqueue(conn, "prune", {}, now=NOW, key="")
    assert ident is not None
    return ident


def test_lists_and_what_to_do(run: Run, job: int) -> None:
    listed = run("jobs", "list")
    assert listed["counts"].items() >= {"waiting": 1, "running": 0, "done": 0, "dead": 1}.items()
    assert [(one["kind"], one["state"]) for one in listed["jobs"]] == [("prune", "waiting"), ("email", "dead")]
    assert len(run("jobs", "list", "--limit", "1", "--before", str(listed["jobs"][0]["id"]))["jobs"]) == 1
    assert [one["id"] for one in run("jobs", "dead")["jobs"]] == [job]
    assert "no postman" in run("jobs", "dead", plain=True)
    assert "boss@example.com" not in run("jobs", "list", plain=True)
    assert run("jobs", "list", "--state", "tired", code=2)["error"]["code"] == "usage"
    assert run("jobs", "retry", code=2)["error"]["code"] == "usage"
    assert run("jobs", "retry", "999", code=3)["error"]["code"] == "job.not_dead"
    assert run("jobs", "retry", str(job)) == {"retried": 1}
    assert run("jobs", "discard", "--all") == {"discarded": 0}


def test_backup_and_restore(run: Run, database_url: str, centre: object, till: Terminal, tmp_path: Path) -> None:
    told = run("backup")
    path = Path(told["file"])
    assert path.parent == tmp_path / "backups"
    assert told.keys() >= {"file", "sha256", "bytes", "rows", "uploads", "removed"}
    assert run("restore", str(path), code=3)["error"]["code"] == "restore.not_empty"
    assert run("restore", str(tmp_path / "nothing.zip"), code=2)["error"]["code"] == "usage"
    assert "verified" in run("backup", "--to", str(tmp_path / "elsewhere"), plain=True)


def test_a_centre_that_never_ran_has_nothing_to_copy(run: Run) -> None:
    assert run("backup", code=3)["error"]["code"] == "backup.empty"


async def test_the_nightly_job_is_the_command(
    pool: Pool, database_url: str, centre: object, clock: SettableClock, tmp_path: Path
) -> None:
    place = await make_place(pool, clock, tmp_path, database_url)
    await back_up(place, {})
    assert len(list((tmp_path / "backups").glob("eckwms-*.zip"))) == 1
    (tmp_path / "backups").rename(tmp_path / "away")
    (tmp_path / "backups").write_text("in the way")
    with pytest.raises(RuntimeError, match="backups"):
        await back_up(place, {})
    cases = "SELECT count(*) FROM cases WHERE kind = 'backup.failed' AND closed_at IS NULL"
    assert await ask(pool, cases) == 1
    (tmp_path / "backups").unlink()
    await back_up(place, {})
    assert await ask(pool, cases) == 0
