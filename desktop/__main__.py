"""`eckwms`: opens the window, or runs one command."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and end with its exit code."""
    from desktop.cli import run_command_line

    sys.exit(run_command_line(sys.argv[1:]))


if __name__ == "__main__":
    main()
