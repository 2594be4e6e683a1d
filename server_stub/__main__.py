"""`python -m server_stub` and the console script `eckwms-server`."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and end with its exit code."""
    from server_stub.cli import run_command_line

    sys.exit(run_command_line(sys.argv[1:]))


if __name__ == "__main__":
    main()
