"""Bodies of journal entries about the ticket that are no sale."""

from msgspec import Struct


class CodeBound(Struct, frozen=True, kw_only=True):
    """Somebody said at a till which goods have a code, and how many of them (thousandths) one scan of it means.

    `was` are the products that had it as far as the till knew: the centre takes it where that still holds.
    """

    code: str
    product_id: str
    pack_milli: int = 1000
    was: tuple[str, ...] = ()


class CodeUnknown(Struct, frozen=True, kw_only=True):
    """A code was scanned that no goods have; told once for each code and till, so that the office can add it."""

    code: str
