"""Files of tests lie in memory where there is plenty: what is tested is logic, durability has its own proofs."""

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")


def has_room(needed_bytes: int) -> bool:
    """Whether so much can be kept in memory."""
    return MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > needed_bytes
