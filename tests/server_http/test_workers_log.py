"""The log file that several processes share."""

import json
import logging
import multiprocessing
from pathlib import Path

import pytest

from server_stub.log_file import BACKUPS, SharedLogFile

LINES, PROCESSES = 4000, 4
MAX_BYTES = 20_000


def write_lines(path: Path, who: int, max_bytes: int, backups: int) -> None:
    """Log lines of different lengths, each with its number."""
    handler = SharedLogFile(path, max_bytes, backups)
    for number in range(LINES):
        text = json.dumps({"who": who, "number": number, "pad": "x" * (number % 50)})
        handler.emit(logging.LogRecord("test", logging.INFO, "", 0, text, None, None))
    handler.close()


def run_writers(path: Path, backups: int) -> list[dict[str, int]]:
    """Have several processes write at once; gives every line that is left, of all files."""
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_lines, args=(path, who, MAX_BYTES, backups)) for who in range(PROCESSES)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    files = [file for file in path.parent.iterdir() if file.suffix != ".lock"]
    assert max(file.stat().st_size for file in files) <= MAX_BYTES + PROCESSES * 200
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def test_no_line_is_lost_or_mixed_while_four_processes_rotate(tmp_path: Path) -> None:
    found = run_writers(tmp_path / "server.log", backups=1000)
    assert len(found) == LINES * PROCESSES
    assert {(line["who"], line["number"]) for line in found} == {
        (who, number) for who in range(PROCESSES) for number in range(LINES)
    }


def test_old_files_go(tmp_path: Path) -> None:
    run_writers(tmp_path / "server.log", BACKUPS)
    names = {file.name for file in tmp_path.iterdir()}
    assert names == {"server.log", "server.log.lock", *(f"server.log.{n}" for n in range(1, BACKUPS + 1))}


def test_a_log_that_somebody_removed_begins_anew(tmp_path: Path) -> None:
    handler = SharedLogFile(tmp_path / "server.log")
    record = logging.LogRecord("test", logging.INFO, "", 0, "line", None, None)
    handler.emit(record)
    (tmp_path / "server.log").unlink()
    handler.emit(record)
    assert (tmp_path / "server.log").read_text("utf-8") == "line\n"
    handler.close()
    handler.emit(record)
    assert (tmp_path / "server.log").read_text("utf-8") == "line\nline\n"
    handler.close()


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handler = SharedLogFile(tmp_path / "logs.log")
    (tmp_path / "logs.log").unlink()
    tmp_path.rmdir()
    handler.emit(logging.LogRecord("test", logging.INFO, "", 0, "line", None, None))
    assert "Logging error" in capsys.readouterr().err
    tmp_path.mkdir()
    handler.close()
