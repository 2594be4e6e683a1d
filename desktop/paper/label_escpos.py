"""Labels for a receipt printer: each a picture, and a cut that leaves it hanging, so that it is torn off one by one.

Commands: Epson ESC/POS Command Reference, GS v 0 (raster picture) and GS V 66 (partial cut); see `escpos`.
"""

from collections.abc import Iterable

from desktop.domain.refusal import Refusal
from desktop.paper import escpos
from desktop.paper.label_drawn import Dots

DOTS_PER_COLUMN = 12


def labels_escpos(labels: Iterable[tuple[Dots, int]], columns: int) -> bytes:
    """Give the job of labels and their copies. Refusal `label.too_wide` where the paper is narrower than a label."""
    job = bytearray(escpos.reset())
    for dots, copies in labels:
        if dots.width > columns * DOTS_PER_COLUMN:
            raise Refusal(
                "label.too_wide",
                "This label is wider than the paper of the receipt printer.",
                "Choose a smaller label, or print a PDF.",
            )
        job += (escpos.raster(dots.content, dots.row_bytes) + escpos.cut()) * copies
    return bytes(job)
