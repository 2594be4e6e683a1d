"""What one scan says, whatever symbol carried it."""

from dataclasses import dataclass
from datetime import date

GS = "\x1d"


@dataclass(frozen=True, slots=True)
class Reading:
    """One scan, understood. Built by `desktop.reading.read_code`; fields that the code does not carry are None.

    text            the data as scanned, without AIM identifier and line ends; separators (GS) kept
    candidates      stored codes to look up, most trusted first; never empty, the scanned text is among them
    symbology       AIM identifier if the scanner sent one ("]E0")
    gtin            trade item number padded to 14 digits, only with a right check digit; compare this form, not texts
    quantity_milli  thousandths of `unit` ("kg", "l", "m", "m2", "m3", "lb", "pcs"): take it only if the product is
                    sold by that unit
    amount_e4       price of this whole package in ten-thousandths of the major unit; `currency`: ISO 4217 number if
                    the code names one ("978"), else the shop's own
    count           pieces: contained items (AI 37) or pieces of variable measure (AI 30)
    content_gtin    what a logistic unit contains (AI 02), padded to 14; `sscc`: the unit's own number
    add_on          the two or five digits beside a magazine's or a book's code
    suspicious      what a person should look at: names from SUSPICIONS
    """

    text: str
    candidates: tuple[str, ...]
    symbology: str | None = None
    gtin: str | None = None
    quantity_milli: int | None = None
    unit: str | None = None
    amount_e4: int | None = None
    currency: str | None = None
    count: int | None = None
    lot: str | None = None
    serial: str | None = None
    expiry: date | None = None
    best_before: date | None = None
    produced: date | None = None
    sscc: str | None = None
    content_gtin: str | None = None
    add_on: str | None = None
    suspicious: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """The whole code where it marks a single piece: a number of its own and, behind a separator, what proves it."""
        return self.text if self.gtin and self.serial and GS in self.text else ""

    @property
    def contents(self) -> str:
        """What a label says is on the plate of its `sscc`, as a code of its own; empty where it says nothing of it."""
        number = f"00{self.sscc}"
        return f"]C1{self.text.replace(number, '', 1)}" if self.content_gtin and number in self.text else ""

    @property
    def is_outer_case(self) -> bool:
        """The number of a case (ITF-14, GTIN-14 with indicator 1-8): a hit on its item means an unknown number."""
        gtin = self.gtin or self.content_gtin
        return gtin is not None and gtin[0] in "12345678"


SUSPICIONS = {
    "check_digit": "The check digit is wrong: misread or misprinted.",
    "separator_missing": "Two fields seem to have run into one: the scanner drops the separator (GS).",
    "separator_as_text": "The scanner sends the separator (GS) as text.",
    "field_malformed": "A field could not be read; the fields before it were.",
    "field_repeated": "A field appears twice with different values.",
    "measure_rounded": "The measure has more decimals than are kept.",
    "wrong_symbol": "Looks like a GS1 code in a symbol that may not carry one: misprinted.",
    "add_on_alone": "Only the small code beside a magazine's code was read.",
}
