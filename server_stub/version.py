"""Which version of the program this is."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def program_version() -> str:
    """Give the version, or say that the program runs from a folder where it was never installed."""
    try:
        return version("eckwms-desktop")
    except PackageNotFoundError:
        return "unknown (not installed)"
