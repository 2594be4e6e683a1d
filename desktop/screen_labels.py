"""The screen of labels and what it asks for: pictures at once, printing and PDFs in a worker thread."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop import labelling
from desktop.domain.label import Label
from desktop.domain.staff import Right
from desktop.faults import Fault
from desktop.labelling import Many, style_of
from desktop.station import Station
from desktop.ui.labels.labels_rows import PdfOrder, Printed
from desktop.ui.labels.presenter import LabelHands, LabelsPresenter
from desktop.ui.labels.view import LabelsView
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.search.presenter import SearchPresenter
from desktop.ui.shell import Screen, Shell

LABELS = "labels"
FOLDER = "labels"
"""Folder of the data directory for PDFs of labels."""

KEYS = (
    ("A – Z 0 – 9", QT_TRANSLATE_NOOP("Keys", "Search for goods, or type a code")),
    ("↑ ↓", QT_TRANSLATE_NOOP("Keys", "The next label, or the one before")),
    ("+ −", QT_TRANSLATE_NOOP("Keys", "One label more, or one less")),
    ("Del", QT_TRANSLATE_NOOP("Keys", "Take it off the list")),
)


class LabelWork:
    """What the screen may do; `keep(name, value)` keeps a setting, `open_file` shows a PDF."""

    def __init__(
        self,
        station: Station,
        keep: Callable[[str, object], None],
        open_file: Callable[[Path], object] | None = None,
    ) -> None:
        self._station, self._keep, self._open_file = station, keep, open_file or _show_file

    def hands(self) -> LabelHands:
        """Give what the presenter asks for."""
        return LabelHands(
            size=lambda: self._station.loaded.settings.label_size,
            keep_size=lambda size: self._keep("label_size", size),
            preview=self._preview,
            print_labels=self._print,
            make_pdf=self._make_pdf,
        )

    def _preview(self, label: Label, size: str, square: bool) -> bytes:
        return labelling.preview(label, style_of(self._station.loaded.settings, size, square=square))

    async def _print(self, many: Many, size: str, square: bool) -> Printed:
        settings = self._station.loaded.settings
        style = style_of(settings, size, square=square)
        outcome = await asyncio.to_thread(labelling.print_labels, settings, many, style)
        return Printed(outcome.state, outcome.fault)

    async def _make_pdf(self, many: Many, size: str, square: bool, order: PdfOrder) -> str:
        style = style_of(self._station.loaded.settings, size, square=square)
        now = self._station.terminal.clock.now()
        path = self._station.data_dir / FOLDER / f"labels-{now:%Y%m%d-%H%M%S}.pdf"
        await asyncio.to_thread(_write_pdf, many, style, order, path)
        self._open_file(path)
        return str(path)


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _write_pdf(many: Many, style: labelling.Style, order: PdfOrder, path: Path) -> None:
    labelling.save(path, labelling.made_pdf(many, style, sheet=order.sheet, skipped=order.skipped))


def add_labels(
    shell: Shell, station: Station, work: LabelWork, on_fault: Callable[[Fault], None]
) -> Callable[[], None]:
    """Add the screen, for everybody who may see the stock; gives what closes it."""
    presenter, search = LabelsPresenter(station.terminal, work.hands()), SearchPresenter(station.terminal)
    presenter.sounded.connect(shell.play)
    presenter.faulted.connect(on_fault)
    title, right = QT_TRANSLATE_NOOP("Screens", "Labels"), str(Right.SEE_STOCK)
    view = partial(LabelsView, presenter, search)
    shell.add_screen(Screen(LABELS, title, view, presenter.scan, right=right, enter=presenter.enter, keys=KEYS))
    return presenter.close
