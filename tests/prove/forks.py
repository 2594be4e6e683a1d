"""Child processes for the proofs: forked from one that has everything imported, so that thousands are cheap."""

import os
import sys
import traceback
from collections.abc import Callable


def fork(work: Callable[[], None]) -> int:
    """Run `work` in a child; gives its process id. The child ends with 0, or 1 after an exception."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except BaseException:  # noqa: BLE001  the child's end is its exit code
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)


def in_child(work: Callable[[], None]) -> None:
    """Run `work` in a child and wait. Raises RuntimeError when it failed."""
    _, status = os.waitpid(fork(work), 0)
    if status:
        raise RuntimeError(f"the child ended with {os.waitstatus_to_exitcode(status)}")
