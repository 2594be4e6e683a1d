"""Labels on their way: laid out in the words of the paper, written for the printer or as a PDF, sent, remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path

from desktop.devices.label_printer import send_labels
from desktop.devices.printer import Outcome
from desktop.devices.transports import connection
from desktop.domain.label import Label
from desktop.domain.label_job import Printable
from desktop.domain.parcel_label import ParcelLabel
from desktop.domain.place_label import PlaceLabel
from desktop.domain.plate_label import PlateLabel
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.paper.label import SIZES, LabelSize, Part, lay_out
from desktop.paper.label_drawn import DOTS_PER_MM, Dots, label_dots, label_png
from desktop.paper.label_escpos import labels_escpos
from desktop.paper.label_pdf import label_sheets, labels_pdf
from desktop.paper.label_place import lay_out_place
from desktop.paper.label_plate import lay_out_plate
from desktop.paper.label_tspl import labels_tspl
from desktop.paper.label_zpl import labels_zpl
from desktop.paper.parcel_label import lay_out_parcel
from desktop.paper.words import Words
from desktop.settings import Settings

MOST_LABELS = 5_000
"""Of one job: more is a mistake in typing."""
RECEIPT_PRINTER = "escpos"

Many = Sequence[tuple[Printable, int]]
"""Labels and how many of each."""


@dataclass(frozen=True, slots=True)
class Style:
    """How labels look: their size, QR instead of bars, the words of the paper."""

    size: LabelSize
    square: bool
    words: Words


def style_of(settings: Settings, size: str = "", *, square: bool = False) -> Style:
    """Give the style of the settings, or of another size. Refusal `label.size`."""
    name = size or settings.label_size
    if name not in SIZES:
        raise Refusal("label.size", f"There is no label of {name}.", f"Choose one of {', '.join(SIZES)}.")
    return Style(SIZES[name], square, Words(settings.receipt_language or settings.language))


def check_count(many: Many) -> int:
    """Count labels. Refusals `label.nothing`, `label.too_many`."""
    total = sum(copies for _, copies in many)
    if total <= 0:
        raise Refusal("label.nothing", "There are no labels to print.", "Scan goods, or choose some.")
    if total > MOST_LABELS:
        raise Refusal("label.too_many", "These are more labels than one job may have.", "Print them in parts.")
    return total


def where_to(settings: Settings) -> tuple[str, str]:
    """Give the address and the language of the printer: labels', else the receipts'. Refusal `label.no_printer`."""
    if settings.label_printer:
        return settings.label_printer, settings.label_driver
    if settings.printer:
        return settings.printer, RECEIPT_PRINTER
    raise Refusal("label.no_printer", "No label printer is set.", "Set one in Settings, or make a PDF.")


def written(many: Many, style: Style, language: str, settings: Settings) -> bytes:
    """Give the job of labels in a printer's language: zpl, tspl or escpos. Refusals of counts, `label.too_wide`."""
    check_count(many)
    scale = DOTS_PER_MM[203 if language == RECEIPT_PRINTER else settings.label_dpi]
    dots: list[tuple[Dots, int]] = [
        (label_dots(_laid_out(label, style), style.size, scale), copies) for label, copies in many
    ]
    if language == "zpl":
        return labels_zpl(dots)
    if language == "tspl":
        return labels_tspl(dots, style.size)
    return labels_escpos(dots, settings.printer_columns)


def print_labels(settings: Settings, many: Many, style: Style) -> Outcome:
    """Print labels where the settings say; it blocks for seconds. Refusals as `where_to` and `written`, Faults."""
    address, language = where_to(settings)
    return send_labels(connection(address), language, written(many, style, language, settings))


def made_pdf(many: Many, style: Style, *, sheet: bool = False, skipped: int = 0) -> bytes:
    """Give labels as a PDF: one a page, or on sheets of A4 with so many places used already."""
    check_count(many)
    drawn = chain.from_iterable(repeat(_laid_out(label, style), copies) for label, copies in many)
    if sheet:
        return label_sheets(drawn, style.size, "Labels", skipped)
    return labels_pdf(drawn, style.size, "Labels")


def preview(label: Label, style: Style) -> bytes:
    """Give a label as it will be printed, as a PNG."""
    return label_png(_laid_out(label, style), style.size)


def save(path: Path, content: bytes) -> None:
    """Write a file. Raises Fault `paper.unwritable`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        title, remedy = "The labels cannot be saved", "Check folder and disk."
        raise Fault("paper.unwritable", title, str(error), remedy) from error


def _laid_out(label: Printable, style: Style) -> tuple[Part, ...]:
    if isinstance(label, ParcelLabel):
        return lay_out_parcel(label, style.size)
    if isinstance(label, PlateLabel):
        return lay_out_plate(label, style.size)
    if isinstance(label, PlaceLabel):
        return lay_out_place(label, style.size, square=style.square)
    return lay_out(label, style.size, style.words, square=style.square)
