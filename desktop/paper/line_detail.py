"""What a line says beyond goods and money, under its name on paper."""

from desktop.domain.line_detail import LineDetail
from desktop.paper.rows import Pair, Row
from desktop.paper.words import Words


def detail_rows(detail: LineDetail | None, unit: str, words: Words) -> list[Row]:
    """Lay out the parts of a bundle, which piece it was, the tare, and the note."""
    if detail is None:
        return []
    told = [f"{words.quantity(part.quantity_milli, '')} × {part.name}".replace("\xa0 ", " ") for part in detail.parts]
    told += [words("lot", number=detail.lot)] if detail.lot else []
    told += [words("serial", number=detail.serial)] if detail.serial else []
    told += [words("expires", date=words.day(detail.expiry))] if detail.expiry else []
    told += [words("tare", weight=words.quantity(detail.tare_milli, unit))] if detail.tare_milli else []
    told += [detail.note] if detail.note else []
    return [Pair(text, "", size="small", indent=True) for text in told]
