"""Where a shipped file lies on this disk."""

from importlib.resources import files
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a shipped file, for example `resource("fonts", "InterTill-Regular.ttf")`."""
    return Path(str(files("resources").joinpath(*parts)))
