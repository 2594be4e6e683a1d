"""The daily backup as a job: in a process of its own, so that serving does not stutter and stopping need not wait.

A backup that does not succeed is a case, open until one does: nobody reads lists of jobs every day.
"""

import asyncio
import os
import subprocess
import sys
from typing import Any

from server_stub.jobs.workplace import Workplace
from server_stub.journal.cases import close_case, open_case

CASE = "backup.failed"


async def back_up(place: Workplace, _payload: dict[str, Any]) -> None:
    """Make today's backup. Raises RuntimeError with the command's own words when it does not succeed."""
    command = [sys.executable, "-m", "server_stub", "backup", "--data-dir", str(place.data_dir)]
    process = subprocess.Popen(  # noqa: ASYNC220 - starts at once; it is waited for in a thread
        command, env=os.environ | {"DATABASE_URL": place.database_url}, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        told, _ = await asyncio.to_thread(process.communicate)
    except asyncio.CancelledError:
        process.terminate()
        raise
    async with place.pool.connection() as conn:
        if process.returncode == 0:
            return await close_case(conn, CASE, "")
        why = told.strip()[-400:] or f"backup ended with {process.returncode}"
        await open_case(conn, CASE, "", f"The daily backup failed: {why}")
    raise RuntimeError(why)
