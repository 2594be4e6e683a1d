"""Bodies of journal entries about the ticket that are no sale."""

from msgspec import Struct


class CodeUnknown(Struct, frozen=True, kw_only=True):
    """A code was scanned that no goods have; told once for each code and till, so that the office can add it."""

    code: str
