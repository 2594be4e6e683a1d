"""A till that is killed (SIGKILL) in the middle of a ticket; a program of its own: FOLDER, then the codes to scan."""

import os
import signal
import sys
from pathlib import Path

from desktop.operations import shifts, staff
from desktop.ui.till.presenter import TillPresenter
from tests.edges import SettableClock
from tests.terminals import PIN, build_terminal


def main(folder: Path, codes: list[str]) -> None:
    """Scan, take the first line out, say how many steps that were, and die."""
    terminal = build_terminal(folder, SettableClock())
    shifts.open_shift(terminal, staff.sign_in(terminal, "anna", PIN), 10_000)
    till = TillPresenter(terminal)
    till.ticket.attempt(till.ticket.begin)
    for code in codes:
        till.scan(code)
    cart = till.state.cart
    assert cart is not None
    till.select(cart.lines[0].line_id)
    till.remove_line()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
