"""Codes that no goods have: which of them are worth telling the office, and what is told."""

from dataclasses import dataclass

from desktop.domain.codes import is_digits
from desktop.domain.reading import Reading
from desktop.domain.refusal import Refusal

LONGEST = 14


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """A code that was scanned and that no goods have."""

    code: str


@dataclass(frozen=True, slots=True)
class BoundCode:
    """A code that somebody said the goods of; the fields are those of `sync.wire.ticket_facts.CodeBound`."""

    code: str
    product_id: str
    pack_milli: int = 1000
    was: tuple[str, ...] = ()


def refuse_unknown(code: str) -> Refusal:
    """Give the refusal of a code that no goods have, as it was scanned; the sign of its symbol is nobody's business."""
    name = (code[3:] if code.startswith("]") else code)[:60]
    return Refusal(
        "code.unknown", f"{name} is not in the catalogue.", "Check the code or use the SKU.", facts={"name": name}
    )


def worth_telling(reading: Reading) -> UnknownCode | None:
    """Give what could be the number of goods: a trade item number, or digits no longer than one.

    Anything else may be a person's card or badge, and is nobody's business.
    """
    gtin = reading.gtin or reading.content_gtin
    if gtin is not None:
        return UnknownCode(gtin.lstrip("0").zfill(13) if len(gtin) == LONGEST else gtin)
    if is_digits(reading.text) and 4 <= len(reading.text) <= LONGEST and "check_digit" not in reading.suspicious:
        return UnknownCode(reading.text)
    return None
