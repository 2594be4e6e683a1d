"""`eckwms`: opens the window, or runs one command."""


def main() -> None:
    """Run the command line."""
    from desktop.cli import app

    app()


if __name__ == "__main__":
    main()
