"""The label of a pallet: its number (SSCC) for the scanner and in figures, where it stands and what is on it. Pure.

SSCC: GS1 General Specifications 2.2.1 and 3.2, application identifier 00; a company numbers its own, each once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.codes import SSCC_LENGTH, closed, is_digits, is_sscc
from desktop.domain.refusal import Refusal

MOST_PLATES = 1_000
"""Of one job: more is a mistake in typing."""


@dataclass(frozen=True, slots=True)
class PlateLabel:
    """One label; `where` and `goods` are empty for a pallet that nobody has met yet."""

    sscc: str
    where: str = ""
    goods: tuple[str, ...] = ()


def number_plates(numbers: Sequence[str], following: int = 1) -> list[str]:
    """Give whole numbers: of 17 digits the check digit is added, of each so many `following` ones are taken.

    Refusals `label.sscc` for what is no SSCC, `label.too_many`.
    """
    made: list[str] = []
    for number in numbers:
        text = number.strip().removeprefix("(00)")
        if not (is_sscc(text) or (is_digits(text) and len(text) == SSCC_LENGTH - 1)):
            said, remedy = (
                f"{text[:40]} is no number of a pallet (SSCC).",
                "Write its 18 digits, or 17 without the last.",
            )
            raise Refusal("label.sscc", said, remedy, facts={"code": text[:40]})
        first = int(text[: SSCC_LENGTH - 1])
        made += [closed(f"{first + at:0{SSCC_LENGTH - 1}d}") for at in range(min(following, MOST_PLATES + 1))]
    if len(made) > MOST_PLATES:
        raise Refusal("label.too_many", "These are more labels than one job may have.", "Print them in parts.")
    return list(dict.fromkeys(made))
