"""The label of a parcel, which goes out with it. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParcelLabel:
    """What a label says; `sticker` is the content of its square, the number where it is empty."""

    number: str
    partner: str = ""
    supply: str = ""
    sticker: str = ""
    weight: str = ""
